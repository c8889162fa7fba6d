/** `/desk/leader`: for whoever leads a government or an office: my promises, what is late, how my offices stand, what changed since signing. */
import {
  BandBadge,
  bandOfResult,
  loadReportCard,
  publicResults,
  publishedInstruments,
  scoreText,
  type UnitPart,
} from '../../../../assessments/index.ts';
import { owedByAgency, owedCounts } from '../../../../casework/index.ts';
import { figures, figuresByOffice, MEASURES } from '../../../../complaints/index.ts';
import {
  Breadcrumbs,
  Details,
  formatCount,
  formatDay,
  InsetText,
  LinkButton,
  PageHeading,
  page,
  StatTile,
  StatTiles,
  SubNavigation,
  Table,
  WarningText,
} from '../../../../design/index.ts';
import { type Agency, agenciesByIds, agencyByCode, officersOnly } from '../../../../directory/index.ts';
import type { Officer } from '../../../../kernel/actor.ts';
import type { Language } from '../../../../kernel/language.ts';
import { type Day, dayOf, type Moment } from '../../../../kernel/time.ts';
import { lawBook } from '../../../../law/index.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { address } from '../../../../platform/http/query.ts';
import type { Tools } from '../../../../platform/tools.ts';
import { sinceSigning, startingPoint } from '../../../actions/public/since-signing.ts';
import { lightRuleOn } from '../../../rules/numbers.ts';
import { leadingPositions } from '../../../rules/public/leading.ts';
import type { ShownFigure } from '../../../rules/sources/shown-figure.ts';
import { grantsWaitingFor } from '../../../store/grants/lists.ts';
import {
  agreementsOfAgency,
  type Fate,
  lightCounts,
  type PromiseLine,
  promiseLines,
  promisesByOwner,
  promisesOf,
} from '../../../store/public/promises.ts';
import { waitingCounts } from '../../../store/register/desk.ts';
import { AGREEMENTS, agreementPath, publicPath } from '../../opened.tsx';
import { governmentPath } from '../addresses.ts';
import { zoneOf } from '../opened-government.ts';
import { PromiseFigures } from '../promise-figures.tsx';
import { PromiseList } from '../promise-list.tsx';
import { publicWordsIn } from '../words.ts';
import { type LeaderWords, leaderWordsIn } from './words.ts';

export const LEADER = '/desk/leader';
const SHOWN = 10;

export interface AskedLeader {
  readonly c: WebContext;
  readonly tools: Tools;
  readonly actor: Officer;
  readonly language: Language;
  readonly words: LeaderWords;
  readonly now: Moment;
  readonly today: Day;
  /** The government or office looked at, and all that this officer may look at. */
  readonly agency: Agency;
  readonly agencies: readonly Agency[];
}

/** The agency of the address, or the first the officer leads. Anybody who leads none has no such page. */
export function onLeading(answer: (asked: AskedLeader) => Promise<Response>) {
  return officersOnly(async ({ c, tools, actor, language, now }) => {
    const ids = [...new Set(leadingPositions(actor).map(({ agencyId }) => agencyId))];
    const known = await agenciesByIds(tools.db, ids);
    const agencies = ids.flatMap((id) => known.get(id) ?? []);
    const typed = c.req.query('agency');
    const agency = typed === undefined ? agencies[0] : agencies.find(({ code }) => code === typed);
    if (!agency) return c.notFound();
    const today = dayOf(now, zoneOf(agency));
    return answer({ c, tools, actor, language, words: leaderWordsIn(language), now, today, agency, agencies });
  });
}

export const leaderPage = onLeading(async (asked) => {
  const { c, tools, actor, language, words, now, today, agency, agencies } = asked;
  const { db } = tools;
  const law = await lawBook(tools, db);
  const rule = lightRuleOn(law, today);
  const scope = { agencyId: agency.id };
  const at = { today, rule };
  const lines = (filter: Parameters<typeof promiseLines>[1]) => promiseLines(db, { ...scope, ...filter }, at, { limit: SHOWN });
  const [promises, lights, late, waiting, priority, next, all, waits, grants] = await Promise.all([
    promisesOf(db, scope, today),
    lightCounts(db, scope, at),
    lines({ fates: ['late'] }),
    lines({ fates: ['reported'] }),
    lines({ priorityOnly: true }),
    lines({ fates: ['running'], dueFrom: today }),
    // An office is covered by what its government has signed.
    agreementsOfAgency(db, agency.governmentId),
    waitingCounts(db, actor, { now, warnDays: { long: 0, yearly: 0 } }),
    grantsWaitingFor(db, actor),
  ]);
  const publicWords = publicWordsIn(language);
  const path = governmentPath(agency.code);
  const to = (fate: Fate | undefined) => `${address(path, { fate })}#promises-rows`;
  const list = (shown: readonly PromiseLine[]) => (
    <PromiseList
      lines={shown}
      words={publicWords}
      language={language}
      today={today}
      rule={rule}
      href={({ agreement, line }) => `${agreementPath(agreement)}/lines/${line.ordinal}`}
    />
  );
  return page(
    c,
    { title: words.title, wide: true, before: <Breadcrumbs crumbs={[{ text: words.toDesk, href: AGREEMENTS }]} /> },
    <>
      <PageHeading caption={agency.name}>{words.title}</PageHeading>
      <p class="govuk-body-l">{words.lead(agency.name)}</p>
      {agencies.length > 1 && (
        <SubNavigation
          label={words.which}
          items={agencies.map((one) => ({
            text: one.name,
            href: address(LEADER, { agency: one.code }),
            current: one.id === agency.id,
          }))}
        />
      )}
      <h2>{words.waits}</h2>
      {waits.sign === 0 && grants.length === 0 ? (
        <p>{words.nothingWaits}</p>
      ) : (
        <ul>
          {waits.sign > 0 && (
            <li>
              <a href={`${AGREEMENTS}?kind=sign`}>{words.toSign(waits.sign)}</a>
            </li>
          )}
          {grants.length > 0 && (
            <li>
              {words.toAgree(grants.length)}:{' '}
              {grants.map(({ grant, agreement }, index) => (
                <>
                  {index > 0 && ', '}
                  <a href={`${agreementPath(agreement)}/grants/${grant.ordinal}`}>{agreement.code}</a>
                </>
              ))}
            </li>
          )}
        </ul>
      )}

      <h2>{words.promises}</h2>
      <PromiseFigures promises={promises} path={path} words={publicWords} language={language} />
      {promises.total > 0 && <p>{words.lights(lights.green, lights.yellow, lights.red)}</p>}

      <h2>{words.late}</h2>
      {late.lines.length === 0 ? <p>{words.lateNone}</p> : list(late.lines)}
      {late.next !== null && (
        <p>
          <a href={to('late')}>{words.lateMore(formatCount(promises.by.late, language))}</a>
        </p>
      )}
      {waiting.lines.length > 0 && (
        <>
          <h3>{words.waiting}</h3>
          {list(waiting.lines)}
        </>
      )}
      <h3>{words.priorities}</h3>
      {priority.lines.length === 0 ? <p>{words.prioritiesNone}</p> : list(priority.lines)}
      <h3>{words.next}</h3>
      {next.lines.length === 0 ? <p>{words.nextNone}</p> : list(next.lines)}

      <Offices asked={asked} />
      <Complaints asked={asked} />
      <Changed asked={asked} agreements={all} />

      <h2>{words.agreements}</h2>
      <ul>
        <li>
          <a href={path}>{words.toPublic}</a>
        </li>
        <li>
          <a href={AGREEMENTS}>{words.toDesk}</a>
        </li>
      </ul>
      {promises.total > 0 && (
        <LinkButton kind="secondary" href={`${path}/promises.csv`}>
          {words.csv}
        </LinkButton>
      )}
    </>,
  );
});

/** Every office that carries a promise, was assessed or owes something, by name. */
async function Offices({ asked }: { asked: AskedLeader }) {
  const { tools, actor, words, language, now, today, agency } = asked;
  const { db } = tools;
  const [owners, owed, counts, results, instruments] = await Promise.all([
    promisesByOwner(db, { agencyId: agency.id }, today),
    owedByAgency(db, actor, agency.id, now),
    owedCounts(db, actor, now, { agencyId: agency.id }),
    publicResults(db, { agencyId: agency.governmentId }),
    publishedInstruments(db),
  ]);
  const latest = results.find(({ round }) => round !== null);
  const card = latest?.round ? await loadReportCard(db, latest.round.assessmentId) : undefined;
  const names = await agenciesByIds(db, [...owners.map(({ agencyId }) => agencyId), ...owed.map(({ agencyId }) => agencyId)]);
  const units = (card?.units ?? []).filter(
    ({ agencyCode }) => agencyCode === agency.code || agencyCode.startsWith(`${agency.code}.`),
  );
  const assessed = await Promise.all(units.map(({ agencyCode }) => agencyByCode(db, agencyCode)));
  const offices = new Map([...names.values(), ...assessed.flatMap((one) => one ?? [])].map((one) => [one.code, one]));
  const rows = [...offices.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
  const own = latest && bandOfResult(instruments, latest);
  const complained = await figuresByOffice(
    db,
    rows.map(({ id }) => id),
    now,
  );
  const count = (value: number) => formatCount(value, language);
  const unitOf = (code: string): UnitPart | undefined => units.find(({ agencyCode }) => agencyCode === code);
  return (
    <>
      <h2>{words.offices}</h2>
      <p>{words.officesWhy}</p>
      {rows.length === 0 ? (
        <p>{words.officesNone}</p>
      ) : (
        <Table
          id="offices"
          caption={words.offices}
          captionSize="hidden"
          stacked
          rowHeaders
          columns={[
            { label: words.office },
            { label: words.columns.promises },
            { label: words.columns.zone },
            { label: words.columns.owed },
            { label: words.columns.complaints },
          ]}
          rows={rows.map(({ id, code, name }) => {
            const isItself = id === agency.id;
            const carried = owners.find(({ agencyId }) => agencyId === id)?.promises;
            const due = owed.find(({ agencyId }) => agencyId === id);
            const unit = unitOf(code);
            return [
              <a href={governmentPath(code)}>{isItself ? words.itself(name) : name}</a>,
              carried
                ? words.promisesInBrief(
                    count(carried.total),
                    count(carried.by.kept + carried.by['kept-late']),
                    count(carried.by.late),
                  )
                : '–',
              unit?.band && card ? (
                <>
                  <a href={`/assessments/${card.round.code}/${card.agency.code}`}>
                    {unit.score === null ? '' : scoreText(unit.score, language)}
                  </a>{' '}
                  <BandBadge band={unit.band} language={language} />
                </>
              ) : (
                words.notAssessed
              ),
              due ? words.withLate(count(due.open), count(due.late)) : '–',
              // Those of all offices together stand below.
              isItself || !complained.get(id)
                ? '–'
                : words.withLate(count(complained.get(id)?.total ?? 0), count(complained.get(id)?.overdue ?? 0)),
            ];
          })}
        />
      )}
      {agency.id === agency.governmentId && <h3>{words.result}</h3>}
      {agency.id !== agency.governmentId ? null : latest && own ? (
        <p>
          <a
            href={
              latest.round
                ? `/assessments/${latest.round.code}/${latest.agencyCode}`
                : `/assessments/agencies/${latest.agencyCode}`
            }
          >
            {`${latest.year}: ${latest.score === null ? '' : scoreText(latest.score, language)}`}
          </a>{' '}
          <BandBadge band={own} language={language} />
        </p>
      ) : (
        <p>{words.resultNone}</p>
      )}
      <h3>{words.obligations}</h3>
      <p>
        {words.obligationsText(formatCount(counts.open, language), formatCount(counts.late, language))}{' '}
        <a href="/desk/owed">{words.toObligations}</a>
      </p>
    </>
  );
}

async function Complaints({ asked }: { asked: AskedLeader }) {
  const { tools, words, language, now, agency } = asked;
  const counted = await figures(tools.db, agency.id, now);
  const href = (query: Record<string, string>) => address('/complaints', { agency: agency.code, ...query });
  const tiles = [
    { value: counted.total, label: words.complaintFigures.total, href: href({}) },
    { value: counted.overdue, label: words.complaintFigures.overdue, href: href({ late: 'yes' }) },
    { value: counted.byOutcome.confirmed ?? 0, label: words.complaintFigures.confirmed, href: href({ outcome: 'confirmed' }) },
    { value: counted.byOutcome.silence ?? 0, label: words.complaintFigures.silence, href: href({ outcome: 'silence' }) },
  ];
  return (
    <>
      <h2>{words.complaints}</h2>
      <StatTiles>
        {tiles.map((tile) => (
          <StatTile value={formatCount(tile.value, language)} label={tile.label} href={tile.href} />
        ))}
      </StatTiles>
      <p>{`${words.complaintFigures.objections}: ${formatCount(counted.objections, language)}`}</p>
    </>
  );
}

type FromAgreements = { readonly asked: AskedLeader; readonly agreements: Awaited<ReturnType<typeof agreementsOfAgency>> };

async function Changed({ asked, agreements }: FromAgreements) {
  const { tools, words, language, today, agency } = asked;
  const start = startingPoint(agreements, today);
  const changes = start && (await sinceSigning(tools, agency.id, start, today));
  if (!start || !changes || start.inForceFrom === null)
    return (
      <>
        <h2>{words.changed}</h2>
        <p>{words.changedNone}</p>
      </>
    );
  const day = (on: Day) => formatDay(on, language, 'short');
  const rowsPath = (measure: string, period: 'since' | 'before') =>
    address(`${LEADER}/rows`, { agency: agency.code, measure, period });
  const results = await publicResults(tools.db, { agencyId: agency.id });
  const instruments = await publishedInstruments(tools.db);
  const from = start.inForceFrom;
  return (
    <>
      <h2>{words.changed}</h2>
      <p>
        <a href={publicPath(start)}>{words.changedFrom(start.title, start.code, day(from))}</a>
      </p>
      <WarningText>{words.caution}</WarningText>
      <Table
        id="since"
        caption={words.changed}
        captionSize="hidden"
        stacked
        rowHeaders
        columns={[
          { label: words.measure },
          { label: words.before(day(changes.before.from), day(changes.before.until)) },
          { label: words.since(day(changes.since.from), day(changes.since.until)) },
        ]}
        rows={changes.measures.map(({ code, before, since }) => [
          MEASURES[code].label[language],
          <Value
            code={code}
            shown={before}
            least={changes.least}
            href={rowsPath(code, 'before')}
            words={words}
            language={language}
          />,
          <Value
            code={code}
            shown={since}
            least={changes.least}
            href={rowsPath(code, 'since')}
            words={words}
            language={language}
          />,
        ])}
      />
      <Details summary={words.definition}>
        {changes.measures.map(({ code }) => (
          <p>
            <strong>{MEASURES[code].label[language]}.</strong> {MEASURES[code].definition[language]}{' '}
            {MEASURES[code].leftOut[language]}
          </p>
        ))}
      </Details>
      {results.length > 0 && (
        <>
          <Table
            id="scores"
            caption={words.scores}
            captionSize="m"
            stacked
            columns={[{ label: words.year }, { label: words.score }, { label: words.method }]}
            rows={results.map((result) => {
              const band = bandOfResult(instruments, result);
              return [
                `${result.year} (${result.year < from.year ? words.whenBefore : words.whenAfter})`,
                <>
                  {result.score === null ? '–' : scoreText(result.score, language)}{' '}
                  {band && <BandBadge band={band} language={language} />}
                </>,
                result.instrument?.title[language] || result.source || '–',
              ];
            })}
          />
          <InsetText>
            <p>{words.scoreNote}</p>
          </InsetText>
        </>
      )}
    </>
  );
}

function Value(props: {
  code: keyof typeof MEASURES;
  shown: ShownFigure;
  least: number;
  href: string;
  words: LeaderWords;
  language: Language;
}) {
  const { code, shown, least, href, words, language } = props;
  const { figure, isFew } = shown;
  const what = MEASURES[code].case[language];
  if (figure.cases === 0) return <>{words.noCases}</>;
  const cases = <a href={href}>{words.overCases(formatCount(figure.cases, language), what)}</a>;
  if (isFew || figure.value === null)
    return (
      <>
        {words.few(formatCount(least, language))} ({cases})
      </>
    );
  const decimal = (text: string) => text.replace('.', language === 'id' ? ',' : '.');
  const told =
    MEASURES[code].kind === 'mean'
      ? words.days(decimal(figure.value.round(1).valueOf().toFixed(1)))
      : // Tenths cut off, not rounded: 99.96 per cent is not all of them.
        `${decimal((Math.floor((figure.hits * 1000) / figure.cases) / 10).toFixed(1))}%`;
  return (
    <>
      <strong>{told}</strong> {cases}
    </>
  );
}
