/** `/agreements/governments/{code}`: every agreement of a government or office, which days nothing covered, and what became of its promises. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import {
  Breadcrumbs,
  EmptyState,
  formatCount,
  formatDay,
  InsetText,
  LinkButton,
  PageHeading,
  Pagination,
  page,
  StatTile,
  StatTiles,
  SubNavigation,
  type Tone,
} from '../../../design/index.ts';
import { type Agency, agencyByCode, agencyById, zoneOfRegion } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Day, dayOf, type Moment, type Zone } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import { clientAddress } from '../../../platform/http/client-address.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { address, cursorOf, oneOf } from '../../../platform/http/query.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { type Standing, standingOn } from '../../rules/in-force.ts';
import { LIGHT_LABELS, lightOf } from '../../rules/light.ts';
import { finalTarget } from '../../rules/line.ts';
import { lightRuleOn, warnDaysOn } from '../../rules/numbers.ts';
import { coverSpells, spellOn, uncoveredUntil } from '../../rules/public/cover.ts';
import { agreementProgress } from '../../store/lines/progress.ts';
import {
  agreementsOfAgency,
  FATES,
  type Fate,
  type PromiseLine,
  type Promises,
  promiseLines,
  promisesOf,
} from '../../store/public/promises.ts';
import type { AgreementSummary } from '../../store/register/lists.ts';
import { COVERAGE, governmentPath, REGISTER } from './addresses.ts';
import { PromiseList } from './promise-list.tsx';
import { PublicAgreementLine } from './register-page.tsx';
import { type PublicWords, publicWordsIn } from './words.ts';

const PAGE_SIZE = 25;
/** Fewer promises than these are told as counts, and nobody is to compare them. */
export const FEW = 10;
const EXPORTS_AN_HOUR = 60;

export const FATE_TONES: Readonly<Record<Fate, Tone>> = {
  kept: 'success',
  'kept-late': 'success',
  'not-kept': 'danger',
  late: 'danger',
  reported: 'info',
  running: 'neutral',
};

const NOW: readonly Standing[] = ['in-force', 'lapsing'];

export async function governmentPage(c: WebContext): Promise<Response> {
  const [tools, language] = [c.get('tools'), c.get('language')];
  const { db } = tools;
  const words = publicWordsIn(language);
  const agency = await agencyByCode(db, c.req.param('agency') ?? '');
  if (!agency || !isOneOfThem(agency)) return c.notFound();
  const now = tools.clock.now();
  const today = dayOf(now, zoneOf(agency));
  const law = await lawBook(tools, db);
  const [rule, warnDays] = [lightRuleOn(law, today), warnDaysOn(law, today)];
  const fate = oneOf(FATES, c.req.query('fate'));
  const after = cursorOf(c);
  const scope = { agencyId: agency.id };
  const [all, promises, rows, government] = await Promise.all([
    agreementsOfAgency(db, agency.id),
    promisesOf(db, scope, today),
    promiseLines(db, { ...scope, ...(fate ? { fates: [fate] } : {}) }, { today, rule }, { after, limit: PAGE_SIZE }),
    agency.governmentId === agency.id ? undefined : agencyById(db, agency.governmentId),
  ]);
  const progress = await agreementProgress(
    db,
    all.map(({ id }) => id),
    today,
    rule,
  );
  const path = governmentPath(agency.code);
  const to = (next: Fate | undefined, place?: string) => `${address(path, { fate: next, after: place })}#promises-rows`;
  const standing = (one: Agreement) => standingOn(one, today, warnDays);
  const group = (title: string, fits: (standing: Standing) => boolean) => {
    const shown = all.filter((one) => fits(standing(one)));
    return (
      shown.length > 0 && (
        <>
          <h3>{title}</h3>
          <ul class="tuntas-lines">
            {shown.map((one) => (
              <PublicAgreementLine
                line={summaryOf(one)}
                share={progress.get(one.id)?.share ?? null}
                level={3}
                {...{ words, language, now, warnDays }}
              />
            ))}
          </ul>
        </>
      )
    );
  };
  return page(
    c,
    {
      title: words.governmentTitle(agency.name),
      description: words.govLead,
      robots: 'index',
      wide: true,
      before: (
        <Breadcrumbs
          crumbs={[
            { text: words.agreements, href: REGISTER },
            { text: words.toCoverage, href: COVERAGE },
            ...(government ? [{ text: government.shortName, href: governmentPath(government.code) }] : []),
          ]}
        />
      ),
    },
    <>
      <PageHeading>{words.governmentTitle(agency.name)}</PageHeading>
      <p class="govuk-body-l">{words.govLead}</p>
      {government ? (
        <p>
          {words.officeOf(government.name)} <a href={governmentPath(government.code)}>{government.name}</a>
        </p>
      ) : (
        <Cover agreements={all} today={today} words={words} language={language} />
      )}

      <h2>{words.promises}</h2>
      <PromiseFigures promises={promises} to={to} words={words} language={language} />
      {promises.total > 0 && (
        <>
          <h3 id="promises-rows">{words.rowsTitle}</h3>
          <SubNavigation
            label={words.rowsTitle}
            items={[
              { text: words.all, href: to(undefined), current: fate === undefined, count: promises.total },
              ...FATES.filter((each) => promises.by[each] > 0).map((each) => ({
                text: words.fates[each],
                href: to(each),
                current: fate === each,
                count: promises.by[each],
              })),
            ]}
          />
          <PromiseList lines={rows.lines} words={words} language={language} today={today} rule={rule} />
          <Pagination
            about={words.rowsTitle}
            previousHref={after ? to(fate) : undefined}
            nextHref={rows.next ? to(fate, rows.next) : undefined}
          />
          <LinkButton kind="secondary" href={address(`${path}/promises.csv`, { fate })}>
            {words.csv}
          </LinkButton>
        </>
      )}

      <h2>{words.agreements}</h2>
      {all.length === 0 && <EmptyState title={words.noneHere} />}
      {group(words.inForceNow, (each) => NOW.includes(each))}
      {group(words.later, (each) => each === 'upcoming')}
      {group(words.earlier, (each) => each === 'lapsed' || each === 'ended')}

      <h2>{words.seeAlso}</h2>
      <ul>
        <li>
          <a href={`/agencies/${agency.code}`}>{words.agencyPage(agency.name)}</a>
        </li>
        <li>
          <a href={`/assessments/agencies/${agency.code}`}>{words.assessments}</a>
        </li>
        <li>
          <a href={`/ombudsman/compliance/${agency.code}`}>{words.compliance}</a>
        </li>
      </ul>
    </>,
  );
}

/** The Ombudsman itself is the other side of all of them: its page is the register. */
function isOneOfThem(agency: Agency): boolean {
  return agency.kind !== 'ombudsman' && agency.kind !== 'ombudsman-office';
}

export function zoneOf(agency: Pick<Agency, 'regionCode'>): Zone {
  return agency.regionCode === null ? 'Asia/Jakarta' : zoneOfRegion(agency.regionCode);
}

/** An agreement as a line of a list. */
function summaryOf(one: Agreement): AgreementSummary {
  return { ...one, parties: one.parties.map(({ name }) => name), unwatched: [] };
}

function Cover(props: { agreements: readonly Agreement[]; today: Day; words: PublicWords; language: Language }) {
  const { agreements, today, words, language } = props;
  const spells = coverSpells(agreements);
  const now = spellOn(spells, today);
  const gaps = uncoveredUntil(agreements, today);
  const next = spells.find(({ from }) => today.until(from).sign > 0);
  const last = spells.findLast(({ until }) => until !== null && until.until(today).sign > 0);
  const day = (on: Day) => formatDay(on, language, 'short');
  return (
    <InsetText>
      <p>
        <strong>
          {now
            ? now.until
              ? words.covered(day(now.until))
              : words.coveredForGood
            : next
              ? words.coveredLater(day(next.from))
              : last?.until
                ? words.notCovered(day(last.until))
                : words.neverCovered}
        </strong>
      </p>
      {spells.length === 0 && <p>{words.neverCoveredWhy}</p>}
      {spells.length > 0 && gaps.length === 0 && <p>{words.noGaps}</p>}
      {gaps.length > 0 && (
        <>
          <p>{words.gaps}:</p>
          <ul>
            {gaps.map((gap) => (
              <li>
                {gap.until.equals(today)
                  ? words.gapToday(day(gap.from), formatCount(gap.days, language))
                  : words.gapLine(day(gap.from), day(gap.until), formatCount(gap.days, language))}
              </li>
            ))}
          </ul>
        </>
      )}
    </InsetText>
  );
}

export function PromiseFigures(props: {
  promises: Promises;
  to: (fate: Fate | undefined) => string;
  words: PublicWords;
  language: Language;
}) {
  const { promises, to, words, language } = props;
  if (promises.total === 0) return <p>{words.promisesNone}</p>;
  return (
    <>
      <p>{words.promisesWhy}</p>
      <StatTiles>
        <StatTile value={formatCount(promises.total, language)} label={words.promised} href={to(undefined)} tone="info" />
        {FATES.map((each) => (
          <StatTile
            value={formatCount(promises.by[each], language)}
            label={words.fates[each]}
            href={to(each)}
            tone={promises.by[each] > 0 ? FATE_TONES[each] : 'neutral'}
          />
        ))}
      </StatTiles>
      <p>
        {promises.moved > 0 && `${words.movedCount(formatCount(promises.moved, language))} `}
        {promises.priority > 0 &&
          words.priorities(formatCount(promises.priorityKept, language), formatCount(promises.priority, language))}
      </p>
      <p class="govuk-hint">
        {words.keptRule} {promises.total < FEW && words.few}
      </p>
    </>
  );
}

const COLUMNS = [
  'kerja_sama',
  'baris',
  'kegiatan',
  'penanggung_jawab',
  'ruang_lingkup',
  'tenggat_semula',
  'tenggat',
  'satuan',
  'target_akhir',
  'dikonfirmasi',
  'dilaporkan',
  'keadaan',
  'lampu',
  'berkas_bukti',
  'prioritas',
  'contoh',
] as const;

/** `/agreements/governments/{code}/promises.csv`: streamed, a page of rows at a time. */
export async function governmentCsv(c: WebContext): Promise<Response> {
  const tools = c.get('tools');
  const agency = await agencyByCode(tools.db, c.req.param('agency') ?? '');
  if (!agency || !isOneOfThem(agency)) return c.notFound();
  const now: Moment = tools.clock.now();
  const asks = { bucket: 'promises-csv', key: clientAddress(c), limit: EXPORTS_AN_HOUR, windowSeconds: 3600, now };
  const { allowed, retryAfterSeconds } = await allow(tools, asks);
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  const today = dayOf(now, zoneOf(agency));
  const rule = lightRuleOn(await lawBook(tools, tools.db), today);
  const fate = oneOf(FATES, c.req.query('fate'));
  const words = publicWordsIn('id');
  const rows = async function* () {
    for (let after: string | undefined; ; ) {
      const filter = { agencyId: agency.id, ...(fate ? { fates: [fate] } : {}) };
      const { lines, next } = await promiseLines(tools.db, filter, { today, rule }, { after, limit: 500 });
      for (const line of lines) yield cells(line);
      if (next === null) return;
      after = next;
    }
  };
  const cells = ({ line, agreement, fate: is, ownerName }: PromiseLine): Record<(typeof COLUMNS)[number], string> => ({
    kerja_sama: agreement.code,
    baris: String(line.ordinal),
    kegiatan: line.activity,
    penanggung_jawab: ownerName,
    ruang_lingkup: line.programme,
    tenggat_semula: line.firstDueOn.toString(),
    tenggat: line.dueOn.toString(),
    satuan: line.unit,
    target_akhir: finalTarget(line) ?? '',
    dikonfirmasi: line.confirmed?.amount ?? '',
    dilaporkan: line.reported?.amount ?? '',
    keadaan: words.fates[is],
    lampu: LIGHT_LABELS[lightOf(line, today, rule).light].id,
    berkas_bukti: String(line.evidenceCount),
    prioritas: line.isPriority ? 'ya' : 'tidak',
    contoh: agreement.isExample ? 'ya' : 'tidak',
  });
  const writer = stringify({
    ...{
      header: true,
      delimiter: ';',
      bom: true,
      record_delimiter: 'windows' as const,
      escape_formulas: true,
      columns: [...COLUMNS],
    },
  });
  return c.body(Readable.toWeb(Readable.from(rows()).compose(writer) as unknown as Readable) as unknown as ReadableStream, 200, {
    'Content-Type': 'text/csv; charset=UTF-8',
    'Content-Disposition': `attachment; filename="janji-${agency.code}.csv"`,
    'Cache-Control': 'no-store',
  });
}
