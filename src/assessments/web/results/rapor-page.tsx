/** `GET /assessments/{round}/{agency}`: the report card (rapor) of one published result. */
import {
  Breadcrumbs,
  Columns,
  DayText,
  Details,
  formatDay,
  InsetText,
  PageHeading,
  page,
  SummaryList,
  Table,
  Timeline,
} from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { saidText } from '../../rules/band-words.ts';
import type { ReportCard, UnitPart, YearPart } from '../../rules/report-card.ts';
import { numberText, scoreText } from '../../rules/score-text.ts';
import { standingText } from '../../rules/standing-words.ts';
import { validNumberOf } from '../../store/certificates/round.ts';
import { loadReportCard, publishedAssessment } from '../../store/report-card.ts';
import { BandBadge } from '../telling/band-badge.tsx';
import {
  basisTexts,
  changeText,
  kappaText,
  kindText,
  peerTexts,
  percentText,
  shortfallCount,
  strengthText,
} from './rapor-telling.ts';
import { Source } from './results-table.tsx';
import { type ResultWords, wordsIn } from './words.ts';

interface Reading {
  readonly card: ReportCard;
  readonly language: Language;
  readonly words: ResultWords;
}

/** The card behind the address, if its result is published. */
export async function cardOf(c: WebContext, roundCode: string, agencyCode: string): Promise<ReportCard | undefined> {
  const { db } = c.get('tools');
  const id = await publishedAssessment(db, roundCode, agencyCode);
  return id === undefined ? undefined : loadReportCard(db, id);
}

export async function raporPage(c: WebContext): Promise<Response> {
  const card = await cardOf(c, c.req.param('round') ?? '', c.req.param('agency') ?? '');
  if (!card) return c.notFound();
  const language = c.get('language');
  const words = wordsIn(language);
  const { rapor } = words;
  const reading = { card, language, words };
  const path = `/assessments/${card.round.code}/${card.agency.code}`;
  const certificate = await validNumberOf(c.get('tools').db, card.round.code, card.agency.id);
  return page(
    c,
    {
      title: rapor.of(card.agency.name, card.round.year),
      robots: 'index',
      wide: true,
      before: (
        <Breadcrumbs
          crumbs={[
            { text: words.assessments, href: '/assessments' },
            { text: String(card.round.year), href: `/assessments/years/${card.round.year}` },
            { text: card.round.title, href: `/assessments/${card.round.code}` },
          ]}
        />
      ),
    },
    <Columns aside={<Aside reading={reading} path={path} certificate={certificate} />}>
      <PageHeading caption={rapor.title}>{card.agency.name}</PageHeading>
      {card.round.isExample && <InsetText>{rapor.exampleNote}</InsetText>}
      <p class="govuk-body-l">{rapor.lead(card.round.title)}</p>
      <SummaryList
        rows={[
          { key: rapor.score, value: <strong class="tuntas-score">{scoreText(card.overall.score, language)}</strong> },
          { key: words.column.band, value: <BandBadge band={card.overall.band} adds={card.overall.adds} language={language} /> },
          { key: rapor.change, value: changeText(card, language, words) },
        ]}
      />
      <Scores reading={reading} />
      <Strengths reading={reading} />
      <Shortfalls reading={reading} />
      <h2>{rapor.change}</h2>
      <OtherYears reading={reading} />
      <h2>{rapor.peers}</h2>
      <Sentences texts={peerTexts(card, language, words)} none={rapor.peersNone} />
      <Reliability reading={reading} />
      <h2>{rapor.basis}</h2>
      <ul>
        {basisTexts(card, language).map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      {card.defaults.length > 0 && (
        <Details summary={`${rapor.defaults} (${card.defaults.length})`}>
          <p>{rapor.defaultsLead}</p>
          <ul>
            {card.defaults.map(({ about, standing }) => (
              <li>
                <strong>{about[language]}.</strong> {standingText(standing, language)}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <h2>{rapor.history}</h2>
      <History reading={reading} />
    </Columns>,
  );
}

interface AsideProps {
  readonly reading: Reading;
  readonly path: string;
  /** Number of the valid certificate. */
  readonly certificate: string | undefined;
}

function Aside({ reading: { card, language, words }, path, certificate }: AsideProps) {
  const { rapor } = words;
  return (
    <>
      <h2 class="govuk-heading-m">{words.downloads}</h2>
      <ul>
        <li>
          <a href={`${path}.pdf`}>{rapor.pdf}</a>
        </li>
        <li>
          <a href={`${path}.json`}>{rapor.json}</a>
        </li>
        <li>
          <a href={`${path}/raw.json`}>{rapor.raw}</a>
        </li>
        {certificate && (
          <li>
            <a href={`/verify/${certificate}`}>
              {rapor.certificate} {certificate}
            </a>
          </li>
        )}
      </ul>
      <h2 class="govuk-heading-m">{rapor.facts}</h2>
      <p>
        {kindText(card.agency.kind, language)}
        <br />
        <a href={`/agencies/${card.agency.code}`}>{words.history.agencyPage}</a>
        <br />
        <a href={`/assessments/agencies/${card.agency.code}`}>{rapor.allYears}</a>
        <br />
        <a href={`/instruments/${card.instrument.id}/${card.instrument.version}`}>{card.instrument.title[language]}</a>
      </p>
    </>
  );
}

function Strengths({ reading: { card, language, words } }: { reading: Reading }) {
  return (
    <>
      <h2>{words.rapor.strengths}</h2>
      <Sentences texts={card.strengths.map((one) => strengthText(one, language, words))} none={words.rapor.strengthsNone} />
    </>
  );
}

function Sentences(props: { texts: readonly string[]; none: string }) {
  if (props.texts.length === 0) return <p>{props.none}</p>;
  return (
    <ul>
      {props.texts.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  );
}

/** More shortfalls than these stand folded by unit: a telephone would be a long way to the end. */
const UNFOLDED = 12;

function Shortfalls({ reading }: { reading: Reading }) {
  const { card, words } = reading;
  const count = shortfallCount(card);
  return (
    <>
      <h2 id="perbaikan">{words.rapor.shortfalls}</h2>
      <p>{count === 0 ? words.rapor.shortfallsNone : words.rapor.shortfallsLead(count)}</p>
      {card.units
        .filter((unit) => unit.shortfalls.length > 0)
        .map((unit) => (
          <Details
            summary={`${unit.no === 0 ? words.rapor.forAgency : unit.name} (${unit.shortfalls.length})`}
            open={count <= UNFOLDED}
          >
            <UnitShortfalls unit={unit} reading={reading} />
          </Details>
        ))}
    </>
  );
}

function UnitShortfalls({ unit, reading: { language, words } }: { unit: UnitPart; reading: Reading }) {
  const { rapor, column } = words;
  return (
    <Table
      id={`unit-${unit.no}`}
      caption={unit.no === 0 ? rapor.forAgency : unit.name}
      captionSize="s"
      stacked
      rowHeaders
      columns={[{ label: rapor.indicator }, { label: column.score, numeric: true }, { label: rapor.why }, { label: rapor.asked }]}
      rows={unit.shortfalls.map((shortfall) => [
        shortfall.indicator.name[language],
        <>
          {scoreText(shortfall.score, language)}
          <br />
          <span class="govuk-hint">{rapor.below(numberText(shortfall.below, language))}</span>
        </>,
        shortfall.why.map((why, index) => (
          <>
            {index > 0 && <br />}
            {why[language]}
          </>
        )),
        <>
          {shortfall.indicator.improvement[language]}
          {shortfall.item && (
            <>
              <br />
              <span class="govuk-hint">{rapor.due(formatDay(shortfall.item.dueOn, language))}</span>
            </>
          )}
        </>,
      ])}
    />
  );
}

function Scores({ reading: { card, language, words } }: { reading: Reading }) {
  const { rapor, column } = words;
  const units = card.units.filter((unit) => unit.no > 0);
  return (
    <>
      <Table
        id="units"
        caption={rapor.units}
        rowHeaders
        stacked
        columns={[
          { label: rapor.unit },
          { label: column.score, numeric: true },
          { label: column.band },
          ...(units[0]?.dimensions ?? []).map((dimension) => ({ label: dimension.name[language], numeric: true })),
        ]}
        rows={units.map((unit) => [
          unit.name,
          unit.score === null ? '–' : scoreText(unit.score, language),
          unit.band ? <BandBadge band={unit.band} language={language} brief /> : '–',
          ...unit.dimensions.map((dimension) => (dimension.score === null ? '–' : scoreText(dimension.score, language))),
        ])}
      />
      <Table
        id="dimensions"
        caption={rapor.dimensions}
        rowHeaders
        columns={[{ label: rapor.dimension }, { label: rapor.weight, numeric: true }, { label: column.score, numeric: true }]}
        rows={card.dimensions.map((dimension) => [
          dimension.name[language],
          dimension.role === 'qualifier' ? rapor.outside : `${numberText(dimension.weight, language)}%`,
          dimension.score === null ? '–' : scoreText(dimension.score, language),
        ])}
      />
    </>
  );
}

function OtherYears({ reading }: { reading: Reading }) {
  const { card, language, words } = reading;
  const { rapor } = words;
  const same = card.change.filter((one) => one.sameMethod);
  const other = card.change.filter((one) => !one.sameMethod);
  if (card.change.length === 0) return <p>{rapor.changeNone}</p>;
  return (
    <>
      {same.length > 0 && (
        <YearTable id="same-method" caption={rapor.changeSame(card.instrument.title[language])} years={same} reading={reading} />
      )}
      {other.length > 0 && (
        <>
          <YearTable id="other-methods" caption={rapor.changeOther} years={other} reading={reading} />
          <p class="govuk-hint">{rapor.changeOtherNote}</p>
        </>
      )}
    </>
  );
}

function YearTable(props: { id: string; caption: string; years: readonly YearPart[]; reading: Reading }) {
  const { card, language, words } = props.reading;
  return (
    <Table
      id={props.id}
      caption={props.caption}
      captionSize="s"
      rowHeaders
      stacked
      columns={[
        { label: words.rapor.year },
        { label: words.column.score, numeric: true },
        { label: words.column.band },
        { label: words.column.source },
      ]}
      rows={props.years.map((one) => [
        String(one.year),
        one.score === null ? '–' : scoreText(one.score, language),
        one.band ? <BandBadge band={one.band} language={language} /> : saidText(one)[language],
        <>
          {one.roundCode ? (
            <a href={`/assessments/${one.roundCode}/${card.agency.code}`}>{one.method[language]}</a>
          ) : (
            <Source text={one.source ?? ''} />
          )}
          {one.disputed && ` (${words.disputed})`}
        </>,
      ])}
    />
  );
}

function Reliability({ reading: { card, language, words } }: { reading: Reading }) {
  const { rapor } = words;
  const { agreement, self } = card;
  return (
    <>
      <h2>{rapor.agreement}</h2>
      {agreement.percent === null ? (
        <p>{rapor.agreementNone}</p>
      ) : (
        <>
          <p>{rapor.agreementText(percentText(agreement.percent, language), agreement.pairs)}</p>
          <p>
            {rapor.kappa}: {kappaText(agreement.kappa, language, words)}. {rapor.weightedKappa}:{' '}
            {kappaText(agreement.weightedKappa, language, words)}.
          </p>
          <Details summary={rapor.kappaHow}>
            <p>{rapor.kappaText}</p>
          </Details>
        </>
      )}
      <h3>{rapor.self}</h3>
      <p>{self.answers === 0 ? rapor.selfNone : rapor.selfText(self.alike, self.answers, self.higher, self.lower)}</p>
    </>
  );
}

function History({ reading: { card, words } }: { reading: Reading }) {
  const { rapor } = words;
  return (
    <Timeline
      headingLevel={3}
      items={card.history.map((one) => ({
        title: rapor.version(one.version),
        when: <DayText on={one.publishedAt.toZonedDateTimeISO(card.zone).toPlainDate()} />,
        tone: 'done' as const,
        body: (
          <>
            {one.reason !== null && (
              <p>
                {rapor.reason}: {one.reason}
              </p>
            )}
            {one.decree !== null && (
              <p>
                {rapor.decree}: {one.decree}
              </p>
            )}
            <p class="govuk-hint">
              {rapor.hash}: <code class="tuntas-hash">{one.rawSha256}</code>
            </p>
          </>
        ),
      }))}
    />
  );
}
