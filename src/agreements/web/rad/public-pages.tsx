/** `/agreements/rad`: in public, per province who has an action plan and how far it is, and the published evaluations beside their peers. */
import type { Child } from 'hono/jsx';
import {
  Breadcrumbs,
  DayText,
  EmptyState,
  formatCount,
  formatMoment,
  PageHeading,
  page,
  StatusTag,
  Table,
  Tag,
  WarningText,
} from '../../../design/index.ts';
import { agencyById, zoneOfRegion } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { dayOf } from '../../../kernel/time.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { planThatCounts } from '../../actions/rad/figures.ts';
import { allGovernments, type Government, governmentOfRegion, governmentsBelow } from '../../actions/rad/places.ts';
import { pointsText, standingAmongPeers } from '../../rules/rad/evaluate.ts';
import type { TakenEvaluation } from '../../rules/rad/evaluation.ts';
import { type PublicStanding, publicStandingOf } from '../../rules/rad/public-standing.ts';
import { evaluatedYears, evaluationsOf, evaluationsOfYear } from '../../store/rad/evaluations.ts';
import { type PlanLine, plansOf } from '../../store/rad/rads.ts';
import { publicPath } from '../opened.tsx';
import { publicPlacePath, publicResultPath, RAD_PUBLIC } from './addresses.ts';
import { FiguresTable, ScoreText } from './figures-table.tsx';
import { publicRecords } from './records-page.tsx';
import { readFileOf } from './result-file.ts';
import { type RadWords, wordsIn } from './words.ts';

interface Asked {
  readonly c: WebContext;
  readonly language: Language;
  readonly words: RadWords;
  readonly year: number;
  readonly thisYear: number;
}

/** How many years ahead a plan can be looked for. */
const PLANNED_AHEAD = 10;

function askedIn(c: WebContext): Asked {
  const language = c.get('language');
  const thisYear = dayOf(c.get('tools').clock.now(), 'Asia/Jakarta').year;
  const typed = c.req.query('year') ?? '';
  const year = /^2\d{3}$/.test(typed) && Number(typed) <= thisYear + PLANNED_AHEAD ? Number(typed) : thisYear;
  return { c, language, words: wordsIn(language), year, thisYear };
}

const publicStanding = (plan: PlanLine | undefined): PublicStanding => publicStandingOf(plan?.state);

interface Standing {
  readonly government: Government;
  readonly plan: PlanLine | undefined;
  readonly standing: PublicStanding;
}

async function standings(asked: Asked, governments: readonly Government[]): Promise<readonly Standing[]> {
  const { c, year } = asked;
  const plans = await plansOf(
    c.get('tools').db,
    governments.map(({ agency }) => agency.id),
    year,
  );
  const of = Map.groupBy(plans, ({ governmentId }) => governmentId);
  return governments.map((government) => {
    const plan = planThatCounts(of.get(government.agency.id) ?? []);
    return { government, plan, standing: publicStanding(plan) };
  });
}

function YearLinks({ asked, path }: { asked: Asked; path: string }) {
  const { year, thisYear, words } = asked;
  return (
    <p>
      {words.column.year}:{' '}
      {[...new Set([year, thisYear + 1, thisYear, thisYear - 1, thisYear - 2])]
        .sort((a, b) => b - a)
        .map((each, index) => (
          <>
            {index > 0 && ' · '}
            {each === year ? <strong>{each}</strong> : <a href={`${path}?year=${each}`}>{each}</a>}
          </>
        ))}
    </p>
  );
}

const crumbs = (words: RadWords, ...more: { text: string; href: string }[]) => (
  <Breadcrumbs crumbs={[{ text: words.public.agreements, href: '/agreements' }, ...more]} />
);

export async function nationalPage(c: WebContext): Promise<Response> {
  const asked = askedIn(c);
  const { words, language, year } = asked;
  const tools = c.get('tools');
  const governments = await allGovernments(tools.db);
  const everyone = await standings(asked, governments);
  const of = new Map(everyone.map((each) => [each.government.agency.id, each]));
  const provinces = governments.filter(({ level }) => level === 'province');
  const rows = provinces.map((province): Child[] => {
    const own = of.get(province.agency.id)?.standing ?? 'none';
    const regencies = governments
      .filter(({ level, regionCode }) => level === 'regency' && regionCode.startsWith(`${province.regionCode}.`))
      .map(({ agency }) => of.get(agency.id)?.standing ?? 'none');
    const handed = regencies.filter((each) => each !== 'none').length;
    const adopted = regencies.filter((each) => each === 'adopted').length;
    return [
      <a href={`${publicPlacePath(province.regionCode)}?year=${year}`}>{province.agency.name}</a>,
      words.public.standing[own],
      words.collection.handedInOf(handed, regencies.length),
      String(adopted),
    ];
  });
  const total = everyone.filter(({ standing }) => standing !== 'none').length;
  return page(
    c,
    { title: words.public.title(year), wide: true, robots: 'index', before: crumbs(words) },
    <>
      <PageHeading>{words.public.title(year)}</PageHeading>
      <p>{words.public.lead}</p>
      <YearLinks asked={asked} path={RAD_PUBLIC} />
      <p>
        <strong>{words.public.total(formatCount(total, language), formatCount(everyone.length, language))}</strong>
      </p>
      <Table
        id="provinces"
        caption={words.public.perProvince}
        stacked
        columns={[
          { label: words.public.province },
          { label: words.public.ofProvince },
          { label: words.public.regencies },
          { label: words.public.adopted, numeric: true },
        ]}
        rows={rows}
      />
      <p class="govuk-hint">{words.public.drafts}</p>
      {await evaluationsPart(asked)}
    </>,
  );
}

async function evaluationsPart({ c, words }: Asked): Promise<Child> {
  const years = await evaluatedYears(c.get('tools').db);
  if (years.length === 0) return <p>{words.public.noEvaluations}</p>;
  return (
    <section aria-labelledby="evaluations">
      <h2 id="evaluations">{words.public.evaluations}</h2>
      <ul>
        {years.map((year) => (
          <li>
            <a href={`${RAD_PUBLIC}/results/${year}`}>{words.results.title(year)}</a>
          </li>
        ))}
      </ul>
      <p>{words.caution}</p>
    </section>
  );
}

/** `/agreements/rad/51`: a province and its regencies and cities; of a regency: its plans and evaluations. */
export async function placePage(c: WebContext): Promise<Response> {
  const asked = askedIn(c);
  const government = await governmentOfRegion(c.get('tools').db, c.req.param('region') ?? '');
  if (!government) return c.notFound();
  return government.level === 'province' ? provincePage(asked, government) : regencyPage(asked, government);
}

async function provincePage(asked: Asked, province: Government): Promise<Response> {
  const { c, words, year } = asked;
  const tools = c.get('tools');
  const lines = await standings(asked, [province, ...(await governmentsBelow(tools.db, province.regionCode))]);
  const regencies = lines.slice(1);
  const missing = regencies.filter(({ standing }) => standing === 'none');
  const published = await evaluationsOfYear(tools.db, year, {
    ...{ governmentIds: lines.map(({ government }) => government.agency.id), publishedOnly: true },
  });
  return page(
    c,
    {
      ...{ title: words.public.placeTitle(province.agency.name, year), wide: true, robots: 'index' },
      before: crumbs(words, { text: words.public.short, href: RAD_PUBLIC }),
    },
    <>
      <PageHeading caption={words.public.short}>{words.public.placeTitle(province.agency.name, year)}</PageHeading>
      <YearLinks asked={asked} path={publicPlacePath(province.regionCode)} />
      <p>
        <strong>{words.collection.handedInOf(regencies.length - missing.length, regencies.length)}</strong>
        {missing.length > 0 && `. ${words.public.notOnRecord(missing.map(({ government }) => government.agency.name))}`}
      </p>
      <Table
        id="governments"
        caption={words.public.perGovernment}
        stacked
        columns={[
          { label: words.column.government },
          { label: words.column.state },
          { label: words.column.since },
          { label: words.column.plan },
        ]}
        rows={lines.map(({ government, plan, standing }) => [
          <a href={`${publicPlacePath(government.regionCode)}?year=${year}`}>{government.agency.name}</a>,
          words.public.standing[standing],
          plan && standing !== 'none' ? <DayText on={dayOf(plan.stateAt, zoneOfRegion(government.regionCode))} /> : '–',
          plan && standing === 'adopted' ? <a href={publicPath(plan)}>{plan.code}</a> : '–',
        ])}
      />
      <p class="govuk-hint">{words.public.drafts}</p>
      {published.length > 0 && (
        <section aria-labelledby="results">
          <h2 id="results">{words.results.title(year)}</h2>
          <ResultsTable
            asked={asked}
            evaluations={published}
            governments={lines.map(({ government }) => government)}
            all={await evaluationsOfYear(tools.db, year, { publishedOnly: true })}
            everyone={await allGovernments(c.get('tools').db)}
          />
        </section>
      )}
    </>,
  );
}

/** In the order of the register, each beside the median of its kind: never a row of places. */
function ResultsTable(props: {
  asked: Asked;
  evaluations: readonly TakenEvaluation[];
  governments: readonly Government[];
  all: readonly TakenEvaluation[];
  everyone: readonly Government[];
}) {
  const { asked, evaluations, governments, all, everyone } = props;
  const { words, language } = asked;
  const kinds = new Map(everyone.map(({ agency }) => [agency.id, agency.kind]));
  const peers = all.map(({ governmentId, figures }) => ({
    ...{ governmentId, kind: kinds.get(governmentId) ?? '', score: figures.evaluation.score },
  }));
  const of = new Map(evaluations.map((each) => [each.governmentId, each]));
  return (
    <>
      <WarningText>{words.caution}</WarningText>
      <Table
        id="result-list"
        caption={words.results.table}
        captionSize="s"
        stacked
        columns={[
          { label: words.column.government },
          { label: words.result.score },
          { label: words.public.peers },
          { label: words.public.answered },
        ]}
        rows={governments.flatMap((government) => {
          const evaluation = of.get(government.agency.id);
          if (!evaluation) return [];
          return [
            [
              <a href={publicResultPath(government.regionCode, evaluation.year)}>{government.agency.name}</a>,
              <ScoreText figures={evaluation.figures} words={words} language={language} />,
              <PeerText evaluation={evaluation} peers={peers} words={words} language={language} />,
              evaluation.answer === '' ? words.public.no : words.public.yes,
            ],
          ];
        })}
      />
    </>
  );
}

function PeerText(props: {
  evaluation: TakenEvaluation;
  peers: Parameters<typeof standingAmongPeers>[0];
  words: RadWords;
  language: Language;
}) {
  const { evaluation, peers, words, language } = props;
  const standing = standingAmongPeers(peers, evaluation.governmentId);
  if (!standing) return <>{words.public.noPeers}</>;
  return (
    <>
      {words.public.beside[standing.side](pointsText(standing.median, language), standing.of)}
      {standing.isSmall && <span class="govuk-hint">{words.public.smallGroup}</span>}
    </>
  );
}

async function regencyPage(asked: Asked, government: Government): Promise<Response> {
  const { c, words, language } = asked;
  const tools = c.get('tools');
  const plans = (await plansOf(tools.db, [government.agency.id])).filter((plan) => publicStanding(plan) !== 'none');
  const published = (await evaluationsOf(tools.db, government.agency.id)).filter(({ state }) => state === 'published');
  const province = await governmentOfRegion(tools.db, government.regionCode.slice(0, 2));
  return page(
    c,
    {
      ...{ title: words.public.governmentTitle(government.agency.name), wide: true, robots: 'index' },
      before: crumbs(
        words,
        { text: words.public.short, href: RAD_PUBLIC },
        ...(province ? [{ text: province.agency.name, href: publicPlacePath(province.regionCode) }] : []),
      ),
    },
    <>
      <PageHeading caption={words.public.short}>{words.public.governmentTitle(government.agency.name)}</PageHeading>
      {plans.length === 0 ? (
        <EmptyState title={words.public.noPlans} />
      ) : (
        <Table
          id="plans"
          caption={words.desk.plans}
          stacked
          columns={[
            { label: words.column.years },
            { label: words.column.state },
            { label: words.column.since },
            { label: words.column.plan },
          ]}
          rows={plans.map((plan) => [
            plan.yearFrom === plan.yearUntil ? String(plan.yearFrom) : `${plan.yearFrom}–${plan.yearUntil}`,
            <StatusTag
              label={words.public.standing[publicStanding(plan)]}
              tone={plan.state === 'adopted' ? 'success' : 'info'}
            />,
            <DayText on={dayOf(plan.stateAt, zoneOfRegion(government.regionCode))} />,
            plan.state === 'adopted' ? <a href={publicPath(plan)}>{plan.code}</a> : '–',
          ])}
        />
      )}
      <h2>{words.public.evaluations}</h2>
      {published.length === 0 ? (
        <p>{words.public.noEvaluations}</p>
      ) : (
        <ul>
          {published.map((each) => (
            <li>
              <a href={publicResultPath(government.regionCode, each.year)}>{each.year}</a>:{' '}
              <ScoreText figures={each.figures} words={words} language={language} />
            </li>
          ))}
        </ul>
      )}
    </>,
  );
}

/** `/agreements/rad/evaluations/2026`: every published result of a year, province by province. */
export async function yearPage(c: WebContext): Promise<Response> {
  const asked = askedIn(c);
  const { words } = asked;
  const typed = c.req.param('year') ?? '';
  const year = Number(typed);
  const all = /^2\d{3}$/.test(typed) ? await evaluationsOfYear(c.get('tools').db, year, { publishedOnly: true }) : [];
  if (all.length === 0) return c.notFound();
  const everyone = await allGovernments(c.get('tools').db);
  return page(
    c,
    {
      ...{ title: words.results.title(year), wide: true, robots: 'index' },
      before: crumbs(words, { text: words.public.short, href: RAD_PUBLIC }),
    },
    <>
      <PageHeading caption={words.public.short}>{words.results.title(year)}</PageHeading>
      <p>
        <a href={`${RAD_PUBLIC}/results/${year}.csv`}>{words.public.csv}</a>
      </p>
      <ResultsTable asked={asked} evaluations={all} governments={everyone} all={all} everyone={everyone} />
    </>,
  );
}

interface Opened {
  readonly government: Government;
  readonly taken: TakenEvaluation;
  readonly published: readonly TakenEvaluation[];
}

async function openedResult(c: WebContext, yearText: string): Promise<Opened | undefined> {
  const government = await governmentOfRegion(c.get('tools').db, c.req.param('region') ?? '');
  if (!government || !/^2\d{3}$/.test(yearText)) return undefined;
  const all = await evaluationsOf(c.get('tools').db, government.agency.id);
  const taken = all.find(({ year, state }) => year === Number(yearText) && state === 'published');
  return taken && { government, taken, published: all };
}

/** `/agreements/rad/51.05/2026`: one published evaluation; `.pdf` is its sealed file. */
export async function resultPage(c: WebContext): Promise<Response> {
  const asked = askedIn(c);
  const { words, language } = asked;
  const typed = c.req.param('year') ?? '';
  const opened = await openedResult(c, typed.replace(/\.pdf$/, ''));
  if (!opened) return c.notFound();
  const { government, taken, published } = opened;
  if (typed.endsWith('.pdf')) return pdf(c, opened);
  const tools = c.get('tools');
  const zone = zoneOfRegion(government.regionCode);
  const evaluator = await agencyById(tools.db, taken.evaluatorId);
  const all = await evaluationsOfYear(tools.db, taken.year, { publishedOnly: true });
  const kinds = new Map((await allGovernments(c.get('tools').db)).map(({ agency }) => [agency.id, agency.kind]));
  const peers = all.map(({ governmentId, figures }) => ({
    ...{ governmentId, kind: kinds.get(governmentId) ?? '', score: figures.evaluation.score },
  }));
  const path = publicResultPath(government.regionCode, taken.year);
  const withdrawn = published.filter(({ year, state }) => year === taken.year && state === 'withdrawn');
  return page(
    c,
    {
      ...{ title: words.government.title(government.agency.name, taken.year), wide: true, robots: 'index' },
      before: crumbs(
        words,
        { text: words.public.short, href: RAD_PUBLIC },
        { text: government.agency.name, href: publicPlacePath(government.regionCode) },
      ),
    },
    <>
      <PageHeading caption={words.government.caption(evaluator?.name ?? '')}>
        {words.government.title(government.agency.name, taken.year)}
      </PageHeading>
      {taken.isExample && <Tag tone="neutral">{words.public.example}</Tag>}
      <p>
        {words.public.publishedAt} {taken.publishedAt && formatMoment(taken.publishedAt, zone, language)}.{' '}
        {words.government.takenAt(formatMoment(taken.figuresAt, zone, language), taken.edition)}
      </p>
      <FiguresTable
        id="figures"
        figures={taken.figures}
        words={words}
        language={language}
        rowsHref={(indicator) => `${path}/records/${indicator}`}
      />
      <section aria-labelledby="peers">
        <h2 id="peers">{words.public.peers}</h2>
        <p>
          <PeerText evaluation={taken} peers={peers} words={words} language={language} />
        </p>
        <WarningText>{words.caution}</WarningText>
      </section>
      <section aria-labelledby="answer">
        <h2 id="answer">{words.government.answer}</h2>
        {taken.answer === '' ? <p>{words.government.noAnswer}</p> : taken.answer.split(/\n{2,}/).map((text) => <p>{text}</p>)}
      </section>
      <section aria-labelledby="files">
        <h2 id="files">{words.public.file}</h2>
        {taken.pdfKey ? (
          <p>
            <a href={`${path}.pdf`}>{words.public.pdf}</a>
            <br />
            <span class="govuk-hint">{words.public.seal((taken.pdfSha256 ?? '').replace(/.{8}(?=.)/g, '$& '))}</span>
          </p>
        ) : (
          <p>{words.public.pdfSoon}</p>
        )}
      </section>
      {withdrawn.length > 0 && (
        <section aria-labelledby="editions">
          <h2 id="editions">{words.public.editions}</h2>
          <ul>
            {withdrawn.map((each) => (
              <li>
                {words.government.edition} {each.edition}: {words.public.withdrawnBecause} {each.withdrawal}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href="/verify">{words.public.check}</a>
      </p>
    </>,
  );
}

async function pdf(c: WebContext, { government, taken }: Opened): Promise<Response> {
  if (taken.pdfKey === null) return c.notFound();
  const tools = c.get('tools');
  const { stream, size } = await readFileOf(tools, taken.pdfKey);
  const name = `evaluasi-pengaduan-${government.regionCode}-${taken.year}.pdf`;
  return answerFile(c, { stream, mediaType: 'application/pdf', size, name, inline: true });
}

export async function publicRecordsPage(c: WebContext): Promise<Response> {
  const opened = await openedResult(c, c.req.param('year') ?? '');
  if (!opened) return c.notFound();
  return publicRecords(c, opened.government, opened.taken, publicResultPath(opened.government.regionCode, opened.taken.year));
}
