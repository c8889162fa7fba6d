/** `/agencies/{code}`: who an agency is, what it answers for, and its figures, told fairly. */
import { AgencyAgreementsBlock, agreementsOf } from '../../agreements/index.ts';
import {
  BandBadge,
  bandOfResult,
  type Instrument,
  type PublicResult,
  publicResults,
  publishedInstruments,
  scoreText,
} from '../../assessments/index.ts';
import { ComplianceBlock, complianceYears } from '../../casework/index.ts';
import { figures, namesFor, PublicLines, publicList } from '../../complaints/index.ts';
import { Breadcrumbs, formatDay, InsetText, LinkButton, PageHeading, Pagination, page, SummaryList } from '../../design/index.ts';
import {
  AGENCY_KINDS,
  type Agency,
  agencyByCode,
  categoryTree,
  competencesFor,
  isInForce,
  lineOf,
  listAgencies,
  regionChain,
} from '../../directory/index.ts';
import type { Language } from '../../kernel/language.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import { lawBook } from '../../law/index.ts';
import type { Db } from '../../platform/database/database.ts';
import type { WebContext } from '../../platform/http/env.ts';
import { competentFor, type Subject } from '../rules/competent-for.ts';
import { FigureTiles, listAddress } from './tiles.tsx';
import { type DashboardWords, wordsIn } from './words.ts';

const LATEST = 5;
const OFFICES = 60;

export async function agencyPage(c: WebContext): Promise<Response> {
  const tools = c.get('tools');
  const { db } = tools;
  const language = c.get('language');
  const words = wordsIn(language);
  const now = tools.clock.now();
  const today = dayOf(now, 'Asia/Jakarta');
  const agency = await agencyByCode(db, c.req.param('code') ?? '');
  if (!agency) return c.notFound();
  const path = `/agencies/${agency.code}`;
  const [line, place, counted, { lines }, below, book, results, instruments, obeyed, agreed] = await Promise.all([
    lineOf(db, agency),
    agency.regionCode === null ? undefined : regionChain(db, agency.regionCode),
    figures(db, agency.id, now),
    publicList(db, { agencyId: agency.id }, { limit: LATEST }),
    listAgencies(db, { after: c.req.query('after'), limit: OFFICES, filters: { parent: agency.id } }),
    lawBook(tools),
    publicResults(db, { agencyId: agency.id }),
    publishedInstruments(db),
    complianceYears(db, agency.id, now),
    agreementsOf(tools, agency.id, today),
  ]);
  const names = await namesFor(db, language, {
    agencies: lines.flatMap((one) => one.officeIds),
    regions: lines.map((one) => one.regionCode),
  });
  const competences = competentFor(line, await subjects(db, today));
  const above = line.slice(0, -1);
  const isOpen = isInForce(agency, today);
  const within = [['agency', agency.code] as const];

  return page(
    c,
    {
      title: agency.name,
      robots: 'index',
      before: <Breadcrumbs crumbs={[{ text: words.agencies, href: '/agencies' }, ...above.map(crumb)]} />,
    },
    <>
      <PageHeading caption={AGENCY_KINDS[agency.kind][language]}>{agency.name}</PageHeading>
      {isOpen ? (
        <LinkButton href={`/complaints/new?agency=${encodeURIComponent(agency.code)}`}>{words.complainAbout}</LinkButton>
      ) : (
        agency.validUntil && <InsetText>{words.agencyClosed(formatDay(agency.validUntil, language))}</InsetText>
      )}

      <h2>{words.agencyFigures}</h2>
      <p>{words.agencyFiguresWhy}</p>
      <FigureTiles figures={counted} language={language} words={words} within={within} />
      <p>{words.counts(counted.objections, counted.reopenings, counted.returns)}</p>
      <h3>{words.fairTitle}</h3>
      <p>
        {words.fair} {words.fairSmall}
      </p>

      <h2>{words.latestHere}</h2>
      {lines.length === 0 ? (
        <p>{words.latestNone}</p>
      ) : (
        <>
          <PublicLines lines={lines} reading={{ language, words, names, book, now }} level={3} />
          <p>
            <a href={listAddress(within)}>{words.latestAll}</a>
          </p>
        </>
      )}

      <h2>{words.services}</h2>
      <p>
        <a href={`${path}/services`}>{words.servicesOf(agency.name)}</a>
      </p>

      <h2>{words.assessed}</h2>
      <LatestResult result={results[0]} instruments={instruments} language={language} words={words} />
      <p>
        <a href={`/assessments/agencies/${agency.code}`}>{words.assessedAll(agency.name)}</a>
      </p>

      <h2>{words.obeyed}</h2>
      <ComplianceBlock code={agency.code} years={obeyed} language={language} />

      {agency.kind !== 'ombudsman' && agency.kind !== 'ombudsman-office' && (
        <>
          <h2>{words.agreements}</h2>
          <AgencyAgreementsBlock code={agency.code} known={agreed} language={language} />
        </>
      )}

      <h2>{words.particulars}</h2>
      <SummaryList
        rows={[
          { key: words.kind, value: AGENCY_KINDS[agency.kind][language] },
          above.length > 0 && { key: words.partOf, value: <Above line={above} /> },
          place !== undefined && { key: words.region, value: place },
        ]}
      />
      {!agency.nameConfirmed && <p class="govuk-hint">{words.nameUnchecked}</p>}

      <h2>{words.competence}</h2>
      {competences.length === 0 ? (
        <p>{words.competenceNone}</p>
      ) : (
        <ul>
          {competences.map((subject) => (
            <li>{subject.label[language]}</li>
          ))}
        </ul>
      )}

      <h2>{words.below}</h2>
      {below.rows.length === 0 ? (
        <p>{words.belowNone}</p>
      ) : (
        <ul>
          {below.rows.map((office) => (
            <li>
              <a href={`/agencies/${office.code}`}>{office.name}</a>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        about={words.belowMore}
        nextHref={below.next === null ? undefined : `${path}?after=${encodeURIComponent(below.next)}`}
        previousHref={c.req.query('after') ? path : undefined}
      />
    </>,
  );
}

/** Results of the whole agency; offices are measured as units of it and stand in its report card. */
function LatestResult(props: {
  result: PublicResult | undefined;
  instruments: readonly Instrument[];
  language: Language;
  words: DashboardWords;
}) {
  const { result, instruments, language, words } = props;
  if (!result) return <p>{words.assessedNone}</p>;
  const band = bandOfResult(instruments, result);
  return (
    <p>
      {words.assessedIn(result.year, result.score === null ? null : scoreText(result.score, language))}{' '}
      {band && <BandBadge band={band} language={language} />}{' '}
      {result.round && <a href={`/assessments/${result.round.code}/${result.agencyCode}`}>{words.reportCard(result.year)}</a>}
      {result.round?.isExample && ` (${words.example})`}
    </p>
  );
}

const crumb = (agency: Agency) => ({ text: agency.shortName, href: `/agencies/${agency.code}` });

function Above(props: { line: readonly Agency[] }) {
  return (
    <>
      {props.line.map((agency, index) => (
        <>
          {index > 0 && ' › '}
          <a href={`/agencies/${agency.code}`}>{agency.name}</a>
        </>
      ))}
    </>
  );
}

/** The categories of today, narrow ones, each with its competences. */
async function subjects(db: Db, today: Day): Promise<Subject[]> {
  const branches = await categoryTree(db, today);
  const leaves = branches.flatMap((branch) => (branch.children.length > 0 ? branch.children : [branch]));
  return Promise.all(leaves.map(async ({ code, label }) => ({ code, label, competences: await competencesFor(db, code) })));
}
