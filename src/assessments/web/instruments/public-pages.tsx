/** Instruments as everybody may read them: /instruments, /instruments/:id/:version, and the file of each. */
import {
  Breadcrumbs,
  formatDay,
  InsetText,
  LinkButton,
  PageHeading,
  page,
  StatusTag,
  SummaryList,
  Table,
  WarningText,
} from '../../../design/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { countDefaults, howScored } from '../../rules/how-scored.ts';
import { diffInstruments } from '../../rules/instrument-diff.ts';
import { writeInstrument } from '../../rules/instrument-file.ts';
import { citations, yearsText } from '../../rules/instrument-words.ts';
import {
  type InstrumentRecord,
  type InstrumentState,
  instrumentLines,
  instrumentRecord,
  versionBefore,
} from '../../store/instruments.ts';
import { StandingNote } from '../telling/standing-note.tsx';
import { Changes } from './changes.tsx';
import { capital, Measured } from './measured.tsx';
import { Bands, FieldworkPart, QualifierPart, Thresholds } from './outcomes.tsx';
import { wordsIn } from './words.ts';

/** Drafts are for their authors alone. */
const PUBLIC_STATES: readonly InstrumentState[] = ['published', 'retired'];

export const STATE_TONES = { draft: 'warning', published: 'success', retired: 'neutral' } as const;

/** GET /instruments */
export async function listPage(c: WebContext): Promise<Response> {
  const language = c.get('language');
  const words = wordsIn(language);
  const lines = await instrumentLines(c.get('tools').db, { states: PUBLIC_STATES });
  return page(
    c,
    { title: words.title, wide: true, robots: 'index' },
    <>
      <PageHeading>{words.title}</PageHeading>
      <p class="govuk-body-l">{words.lead}</p>
      <Table
        id="instruments"
        caption={words.listCaption}
        captionSize="hidden"
        stacked
        columns={[{ label: words.instrument }, { label: words.years }, { label: words.state }, { label: words.decision }]}
        rows={lines.map((line) => [
          <a href={`/instruments/${line.id}/${line.version}`}>
            {line.title[language]} <span class="govuk-visually-hidden">{words.version(line.version)}</span>
          </a>,
          capital(yearsText(line.years)[language]),
          <>
            <StatusTag label={words.states[line.state]} tone={STATE_TONES[line.state]} /> {words.version(line.version)}
          </>,
          line.decidedBy ?? '',
        ])}
      />
    </>,
  );
}

/** GET /instruments/:id/:version */
export async function instrumentPage(c: WebContext): Promise<Response> {
  const record = await publicRecord(c);
  if (!record) return c.notFound();
  const language = c.get('language');
  const words = wordsIn(language);
  const { db } = c.get('tools');
  const [before, versions] = await Promise.all([
    versionBefore(db, record.id, record.version),
    instrumentLines(db, { id: record.id, states: PUBLIC_STATES }),
  ]);
  const others = versions.filter((one) => one.version !== record.version);
  const { instrument } = record;
  const path = `/instruments/${record.id}/${record.version}`;
  return page(
    c,
    {
      title: `${instrument.title[language]} (${words.version(record.version).toLowerCase()})`,
      wide: true,
      robots: 'index',
      before: <Breadcrumbs crumbs={[{ text: words.title, href: '/instruments' }]} />,
    },
    <>
      <PageHeading caption={`${words.caption}, ${words.version(record.version).toLowerCase()}`}>
        {instrument.title[language]}
      </PageHeading>
      <p class="govuk-body-l">{instrument.summary[language]}</p>
      {record.state === 'retired' && <InsetText>{words.retiredMeans}</InsetText>}
      <SummaryList
        rows={[
          { key: words.state, value: <StatusTag label={words.states[record.state]} tone={STATE_TONES[record.state]} /> },
          { key: words.years, value: capital(yearsText(instrument.years)[language]) },
          { key: words.basis, value: citations(instrument.basis)[language] },
          { key: words.decision, value: decisionText(record, c) },
          {
            key: words.publishedAt,
            value: record.publishedAt ? formatDay(dayOf(record.publishedAt, 'Asia/Jakarta'), language) : words.none,
          },
          ...(others.length > 0
            ? [
                {
                  key: words.otherVersions,
                  value: (
                    <>
                      {others.map((one) => (
                        <>
                          <a href={`/instruments/${one.id}/${one.version}`}>{words.version(one.version)}</a>{' '}
                        </>
                      ))}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <p>
        <LinkButton href={`${path}.json`} kind="secondary">
          {words.download}
        </LinkButton>
      </p>
      <InstrumentBody record={record} c={c} />
      {before && (
        <>
          <h2>{words.changes}</h2>
          <p>{words.changesFrom(before.version)}.</p>
          {record.changeNote && (
            <p>
              {words.changeNote}: {record.changeNote}
            </p>
          )}
          <Changes changes={diffInstruments(before, instrument)} language={language} />
        </>
      )}
    </>,
  );
}

/** What an instrument is, from its defaults to its fieldwork; for the public page and the author's preview. */
export function InstrumentBody(props: { record: Pick<InstrumentRecord, 'instrument'>; c: WebContext }) {
  const language = props.c.get('language');
  const words = wordsIn(language);
  const { instrument } = props.record;
  const { defaults, all } = countDefaults(instrument);
  return (
    <>
      {defaults > 0 ? (
        <WarningText>
          {words.defaultsTitle}. {words.defaults(defaults, all)}
        </WarningText>
      ) : (
        <InsetText>{words.noDefaults}</InsetText>
      )}
      <h2>{words.categories}</h2>
      <Bands id="bands" caption={words.categories} bands={instrument.bands} language={language} hideCaption />
      {instrument.unitBands && (
        <Bands id="unit-bands" caption={words.unitCategories} bands={instrument.unitBands} language={language} />
      )}
      <QualifierPart instrument={instrument} language={language} />
      <h2>{words.howScored}</h2>
      <ol>
        {howScored(instrument).map((step) => (
          <li>{step[language]}</li>
        ))}
      </ol>
      <p>
        <strong>{words.agencyScore}:</strong> <StandingNote standing={instrument.agencyScore.standing} language={language} />
      </p>
      <h2>{words.measured}</h2>
      <Measured dimensions={instrument.dimensions} language={language} />
      <h2>{words.shortfalls}</h2>
      <Thresholds instrument={instrument} language={language} />
      <h2>{words.fieldwork}</h2>
      <FieldworkPart instrument={instrument} language={language} />
    </>
  );
}

/** GET /instruments/:id/:version.json */
export async function instrumentFile(c: WebContext): Promise<Response> {
  const record = await publicRecord(c);
  return record ? fileAnswer(c, record) : c.notFound();
}

/** The file of a version. What is published never changes, so it may be kept for ever; a draft must not. */
export function fileAnswer(c: WebContext, record: InstrumentRecord): Response {
  return c.body(writeInstrument(record.instrument), 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `attachment; filename="${record.id}-${record.version}.json"`,
    'Cache-Control': record.state === 'draft' ? 'no-store' : 'public, max-age=86400',
  });
}

async function publicRecord(c: WebContext): Promise<InstrumentRecord | null> {
  const version = (c.req.param('version') ?? '').replace(/\.json$/, '');
  const record = /^[1-9]\d{0,3}$/.test(version)
    ? await instrumentRecord(c.get('tools').db, c.req.param('id') ?? '', Number(version))
    : null;
  return record && PUBLIC_STATES.includes(record.state) ? record : null;
}

function decisionText({ decidedBy, decidedOn }: InstrumentRecord, c: WebContext): string {
  const words = wordsIn(c.get('language'));
  return decidedBy && decidedOn ? words.decided(decidedBy, formatDay(decidedOn, c.get('language'))) : words.none;
}
