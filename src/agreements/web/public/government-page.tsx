/** `/agreements/governments/{code}`: how far a government or office is by programme, which days nothing covered, and what became of its promises. */
import { Breadcrumbs, EmptyState, LinkButton, PageHeading, Pagination, page, SubNavigation } from '../../../design/index.ts';
import { agencyById } from '../../../directory/index.ts';
import { address, cursorOf } from '../../../platform/http/query.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { bindsOn, type Standing, standingOn } from '../../rules/in-force.ts';
import { agreementKind } from '../../rules/kinds.ts';
import { LIGHT_LABELS } from '../../rules/light.ts';
import { ofGovernment } from '../../rules/public/cover.ts';
import { FATES } from '../../rules/public/fate.ts';
import { addedUp, agreementProgress, byProgramme, programmeProgress } from '../../store/lines/progress.ts';
import { programmes } from '../../store/programmes.ts';
import { agreementsOfAgency, promiseLines, promisesOf } from '../../store/public/promises.ts';
import { departedAmong } from '../../store/register/focal-points.ts';
import { COVERAGE, governmentPath, REGISTER } from './addresses.ts';
import { summaryOf } from './api/parts.ts';
import { type AskedPromises, askedPromises, type PromiseQuery, promiseRows } from './asked-promises.ts';
import { EvidenceInBrief } from './evidence.tsx';
import { Cover } from './government-cover.tsx';
import { type OpenedGovernment, onGovernment } from './opened-government.ts';
import { ProgressRules, ProgressTable } from './progress-table.tsx';
import { PromiseFigures } from './promise-figures.tsx';
import { PromiseList } from './promise-list.tsx';
import { PublicAgreementLine } from './register-page.tsx';

const PAGE_SIZE = 25;
const NEXT = 5;

const NOW: readonly Standing[] = ['in-force', 'lapsing'];

export const governmentPage = onGovernment(async (opened) => {
  const { c, tools, language, words, now, agency, path, today, rule, warnDays } = opened;
  const { db } = tools;
  const scope = { agencyId: agency.id };
  const known = await programmes(db);
  const asked = askedPromises(opened, known);
  const after = cursorOf(c);
  const isOffice = agency.governmentId !== agency.id;
  const [all, governmentsOwn, promises, counted, rows, government] = await Promise.all([
    agreementsOfAgency(db, agency.id),
    // Plans of a government hold the lines of its offices.
    isOffice ? agreementsOfAgency(db, agency.governmentId) : undefined,
    promisesOf(db, scope, today),
    asked.counted && promisesOf(db, asked.counted, today),
    promiseLines(db, asked.filter, { today, rule }, { after, limit: PAGE_SIZE }),
    isOffice ? agencyById(db, agency.governmentId) : undefined,
  ]);
  const progress = await agreementProgress(
    db,
    all.map(({ id }) => id),
    today,
    rule,
  );
  const departed = await departedAmong(
    db,
    all.map(({ id }) => id),
    now,
  );
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
                line={summaryOf(one, now, departed)}
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
      ...{ title: words.governmentTitle(agency.name), description: words.govLead, wide: true },
      // Every filter shows the same government: one address is enough for search engines.
      ...(after || Object.keys(asked.query).length > 0 ? {} : { robots: 'index' as const }),
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
        <Cover agreements={ofGovernment(all, agency.id)} today={today} words={words} language={language} />
      )}

      <HowFar opened={opened} agreements={governmentsOwn ?? all} known={known} />

      <h2>{words.promises}</h2>
      <PromiseFigures promises={promises} path={path} words={words} language={language} />
      {promises.total > 0 && (
        <>
          <h3 id="promises-rows">{words.rowsTitle}</h3>
          <Filters asked={asked} opened={opened} />
          <SubNavigation
            label={words.rowsTitle}
            items={[
              {
                text: words.all,
                href: promiseRows(path, { ...asked.query, fate: undefined }),
                current: asked.fate === undefined,
                ...(counted ? { count: counted.total } : {}),
              },
              ...FATES.filter((each) => (counted ?? promises).by[each] > 0 || asked.fate === each).map((each) => ({
                text: words.fates[each],
                href: promiseRows(path, { ...asked.query, fate: each }),
                current: asked.fate === each,
                ...(counted ? { count: counted.by[each] } : {}),
              })),
            ]}
          />
          {rows.lines.length === 0 && <p>{words.linesNone}</p>}
          {rows.lines.length > 0 && (
            <PromiseList lines={rows.lines} words={words} language={language} today={today} rule={rule} />
          )}
          <Pagination
            about={words.rowsTitle}
            previousHref={after ? promiseRows(path, asked.query) : undefined}
            nextHref={rows.next ? promiseRows(path, asked.query, rows.next) : undefined}
          />
          <LinkButton kind="secondary" href={address(`${path}/promises.csv`, asked.query)}>
            {words.csv}
          </LinkButton>
        </>
      )}

      <h2>{words.agreements}</h2>
      {all.length === 0 && <EmptyState title={words.noneHere} />}
      {group(words.inForceNow, (each) => NOW.includes(each))}
      {group(words.later, (each) => each === 'upcoming')}
      {group(words.earlier, (each) => each === 'lapsed' || each === 'ended')}

      <h2>{words.publicEvidence}</h2>
      <EvidenceInBrief tools={tools} scope={scope} path={path} words={words} language={language} />

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
        <li>
          <a href={`/api/v1/agreements/governments/${agency.code}`}>{words.jsonOfThis}</a>
        </li>
      </ul>
    </>,
  );
});

/** How far the plans in force are, by programme, as far as this agency carries them; what is due next. */
async function HowFar(props: {
  opened: OpenedGovernment;
  agreements: readonly Agreement[];
  known: Awaited<ReturnType<typeof programmes>>;
}) {
  const { opened, agreements, known } = props;
  const { tools, language, words, agency, path, today, rule } = opened;
  const plans = agreements.filter((one) => agreementKind(one.kind).hasLines && bindsOn(one, today)).map(({ id }) => id);
  const [parts, next] = await Promise.all([
    programmeProgress(tools.db, plans, today, rule, agency.id),
    promiseLines(
      tools.db,
      { agencyId: agency.id, bindingOn: today, fates: ['running'], dueFrom: today },
      { today, rule },
      { limit: NEXT },
    ),
  ]);
  return (
    <>
      <h2>{words.howFar}</h2>
      {parts.length === 0 ? (
        <p>{words.govFarNone}</p>
      ) : (
        <>
          <p>{words.govFarWhy}</p>
          <ProgressTable
            parts={byProgramme(parts)}
            whole={addedUp(parts)}
            known={known}
            href={(programme) => promiseRows(path, { current: 'yes', ...(programme ? { programme } : {}) })}
            words={words}
            language={language}
          />
          <ProgressRules rule={rule} words={words} />
          <h3>{words.nextTitle}</h3>
          {next.lines.length === 0 ? (
            <p>{words.nextNone}</p>
          ) : (
            <PromiseList id="next" lines={next.lines} words={words} language={language} today={today} rule={rule} />
          )}
        </>
      )}
    </>
  );
}

/** What the list is narrowed to, each with the way back. */
function Filters({ asked, opened }: { asked: AskedPromises; opened: OpenedGovernment }) {
  const { words, language, path } = opened;
  const { query, programme } = asked;
  const named: readonly [keyof PromiseQuery, string][] = [
    ...(query.current ? [['current', words.onlyInForce] as const] : []),
    ...(programme ? [['programme', programme.label[language]] as const] : []),
    ...(asked.filter.light ? [['light', LIGHT_LABELS[asked.filter.light][language]] as const] : []),
    ...(query.priority ? [['priority', words.priority] as const] : []),
    ...(query.moved ? [['moved', words.moves] as const] : []),
  ].map(([name, text]) => [name, text]);
  if (named.length === 0) return null;
  return (
    <ul>
      {named.map(([name, text]) => (
        <li>
          {text} (<a href={promiseRows(path, { ...query, [name]: undefined })}>{words.withoutThis}</a>)
        </li>
      ))}
    </ul>
  );
}
