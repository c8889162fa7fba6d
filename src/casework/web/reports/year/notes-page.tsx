/** `/desk/year-notes/2026`: figures, words and appreciation of a year of an office. */
import {
  Button,
  ButtonGroup,
  type FieldErrors,
  Form,
  formatCount,
  formatMoment,
  Hidden,
  InsetText,
  PageHeading,
  page,
  Select,
  StatusTag,
  Table,
  TextArea,
  type Tone,
} from '../../../../design/index.ts';
import { agenciesByIds, peopleByIds } from '../../../../directory/index.ts';
import { type OfficeReport, officeReport } from '../../../actions/reports/figures/office-report.ts';
import {
  LONGEST_NOTE,
  mayMove,
  NOTE_HEADING_LABELS,
  NOTE_HEADINGS,
  type NoteHeading,
  YEAR_NOTES_LABELS,
  type YearNotesState,
} from '../../../rules/reports/year-notes.ts';
import { candidates } from '../../../store/reports/year-notes.ts';
import { address, hasEarlier } from '../asked.tsx';
import { ChooseOffice, Doors } from '../doors.tsx';
import { REPORTS, rowsHref, timeHref } from '../figures/report-page.tsx';
import { type ToldReport, told, wordsOfReport } from '../figures/telling.ts';
import { type AskedYear, YEAR_NOTES } from './asked.ts';
import type { YearWords } from './words.ts';

const TONES: Readonly<Record<YearNotesState, Tone>> = {
  draft: 'neutral',
  approved: 'info',
  published: 'success',
  kept: 'accent',
};
const MOST_CANDIDATES = 10;

export interface TypedNotes {
  readonly errors: FieldErrors;
  readonly status: 409 | 422;
  readonly texts?: Readonly<Record<string, string>>;
  readonly subject?: string;
  readonly reason?: string;
}

/** Fixed with the approval, or as they are now. */
export async function figuresOf({ tools, notes, office, period, language }: AskedYear): Promise<ToldReport> {
  const report = (notes.figures as OfficeReport | null) ?? (await officeReport(tools, { officeIds: [office.id], period }));
  return told(report, language, await wordsOfReport(tools.db, language, report));
}

/** Names of those on the list. */
export async function namesOf({ tools, notes, words }: AskedYear, more: readonly { kind: string; subjectId: string }[] = []) {
  const all = [...notes.appreciations, ...more];
  const ids = (kind: string) => all.filter((each) => each.kind === kind).map(({ subjectId }) => subjectId);
  const [agencies, people] = [await agenciesByIds(tools.db, ids('agency')), await peopleByIds(tools.db, ids('officer'))];
  return (kind: 'agency' | 'officer', id: string) =>
    (kind === 'agency' ? agencies.get(id)?.name : people.get(id)?.name) ?? words.unknown;
}

export async function notesPage(asked: AskedYear, typed?: TypedNotes): Promise<Response> {
  const { c, words, office, year, notes, language, here, today } = asked;
  const title = words.of(office.shortName, String(year));
  const hasBefore = await hasEarlier(asked, [office.id], asked.period.from);
  const years = [...(hasBefore ? [year - 1] : []), ...(year < today.year ? [year + 1] : [])];
  return page(
    c,
    { title, errors: typed?.errors ?? [], ...(typed ? { status: typed.status } : {}) },
    <>
      <PageHeading caption={words.title}>{title}</PageHeading>
      <Doors current={YEAR_NOTES} language={language} officeId={office.id} />
      <ChooseOffice asked={asked} action={YEAR_NOTES} />
      <p>{words.lead}</p>
      <p>
        {words.state}: <StatusTag label={YEAR_NOTES_LABELS[notes.state][language]} tone={TONES[notes.state]} />
      </p>
      <Figures asked={asked} lines={await figuresOf(asked)} />
      <Form action={here('/texts')}>
        <Hidden name="version" value={String(notes.version)} />
        <Texts asked={asked} typed={typed} />
        {await appreciation(asked, typed)}
        <Steps asked={asked} />
      </Form>
      <p>
        <a href={here('/notes.pdf')}>{words.pdf}</a>
      </p>
      {notes.state === 'published' && (
        <p>
          {words.publicAddress}:{' '}
          <a href={`/ombudsman/year-notes/${office.code}/${year}.pdf`}>{`/ombudsman/year-notes/${office.code}/${year}.pdf`}</a>
        </p>
      )}
      {years.length > 0 && (
        <p>
          {words.years}:{' '}
          {years.map((each) => (
            <>
              <a href={address(`${YEAR_NOTES}/${each}`, { office: office.id })}>{each}</a>{' '}
            </>
          ))}
        </p>
      )}
    </>,
  );
}

function Figures({ asked, lines }: { asked: AskedYear; lines: ToldReport }) {
  const { words, notes, year, office, language, zone } = asked;
  const query = { office: office.id, below: undefined, period: String(year) };
  return (
    <section>
      <h2>{words.figures}</h2>
      <p class="govuk-hint">
        {notes.approvedAt === null ? words.figuresLive : words.figuresFixed(formatMoment(notes.approvedAt, zone, language))}
      </p>
      <Table
        id="figures"
        caption={words.figures}
        captionSize="hidden"
        columns={[
          { label: words.columns.what },
          { label: words.columns.now, numeric: true },
          { label: words.columns.before, numeric: true },
        ]}
        rows={[
          ...lines.sets.map(({ set, title, count, before }) => [
            title,
            <a href={rowsHref(query, set)}>
              {formatCount(count, language)}
              <span class="govuk-visually-hidden"> {title}</span>
            </a>,
            formatCount(before, language),
          ]),
          ...lines.time.map(({ measure, title, text, before }) => [
            title,
            <a href={timeHref(query, measure)}>
              {text}
              <span class="govuk-visually-hidden"> {title}</span>
            </a>,
            before,
          ]),
        ]}
      />
      <p>
        <a href={address(REPORTS, { office: office.id, period: String(year) })}>{words.toReport}</a>
      </p>
    </section>
  );
}

function Texts({ asked, typed }: { asked: AskedYear; typed: TypedNotes | undefined }) {
  const { words, notes, language, who } = asked;
  if (!mayMove(notes, 'write', who)) {
    return (
      <>
        {NOTE_HEADINGS.filter((heading) => notes.texts.get(heading)).map((heading) => (
          <section>
            <h2>{NOTE_HEADING_LABELS[heading][language]}</h2>
            {(notes.texts.get(heading) ?? '').split(/\n{2,}/).map((paragraph) => (
              <p>{paragraph}</p>
            ))}
          </section>
        ))}
      </>
    );
  }
  return (
    <section>
      <h2>{words.texts}</h2>
      <p class="govuk-hint">{words.textsHint}</p>
      {NOTE_HEADINGS.map((heading) => (
        <>
          <TextArea
            name={heading}
            label={NOTE_HEADING_LABELS[heading][language]}
            value={typed?.texts?.[heading] ?? notes.texts.get(heading)}
            rows={4}
            maxCharacters={LONGEST_NOTE}
          />
          <Beside words={words} typed={typed} heading={heading} kept={notes.texts.get(heading) ?? ''} />
        </>
      ))}
      <Button kind="secondary">{words.save}</Button>
    </section>
  );
}

/** Somebody saved in between: their text stands beside the one typed here, so that saving again is no blind overwriting. */
function Beside(props: { words: YearWords; typed: TypedNotes | undefined; heading: NoteHeading; kept: string }) {
  const { words, typed, heading, kept } = props;
  const mine = typed?.texts?.[heading];
  if (typed?.status !== 409 || mine === undefined || kept === '' || mine.trim() === kept) return null;
  return (
    <InsetText>
      <strong>{words.keptNow}</strong>
      <br />
      <span class="tuntas-preserve">{kept}</span>
    </InsetText>
  );
}

async function appreciation(asked: AskedYear, typed: TypedNotes | undefined) {
  const { tools, words, notes, office, period, here, who } = asked;
  const mayWrite = mayMove(notes, 'write', who);
  const found = mayWrite ? await candidates(tools.db, { officeIds: [office.id], period }, MOST_CANDIDATES) : [];
  const name = await namesOf(asked, found);
  const columns = words.appreciationColumns;
  return (
    <section>
      <h2>{words.appreciation}</h2>
      <p>{words.appreciationLead}</p>
      {notes.appreciations.length === 0 ? (
        <p>{words.noAppreciation}</p>
      ) : (
        <Table
          id="appreciation"
          caption={words.appreciation}
          captionSize="hidden"
          stacked
          columns={[
            { label: columns.who },
            { label: columns.why },
            { label: columns.rows },
            ...(mayWrite ? [{ label: columns.remove }] : []),
          ]}
          rows={notes.appreciations.map(({ id, kind, subjectId, reason, restsOn }) => [
            name(kind, subjectId),
            reason,
            <a href={`${here('/rows')}&kind=${kind}&subject=${subjectId}`}>
              {words.merit[kind](String(restsOn.well), String(restsOn.finished))}
            </a>,
            ...(mayWrite
              ? [
                  <Button kind="secondary" name="appreciation" value={id} formaction={here('/remove')}>
                    {words.remove}
                    <span class="govuk-visually-hidden"> {name(kind, subjectId)}</span>
                  </Button>,
                ]
              : []),
          ])}
        />
      )}
      {mayWrite && found.length === 0 && <p>{words.noCandidates}</p>}
      {mayWrite && found.length > 0 && (
        <>
          <h3>{words.propose}</h3>
          <Select
            name="subject"
            label={words.proposeWho}
            emptyLabel={words.proposeWhoEmpty}
            groups={(['agency', 'officer'] as const).map((kind) => ({
              label: words.kinds[kind],
              options: found
                .filter((each) => each.kind === kind)
                .map(({ subjectId, well, finished }) => ({
                  value: `${kind}:${subjectId}`,
                  label: `${name(kind, subjectId)} \u2013 ${words.merit[kind](String(well), String(finished))}`,
                })),
            }))}
            value={typed?.subject}
          />
          <TextArea name="reason" label={words.proposeReason} value={typed?.reason} rows={2} />
          <Button kind="secondary" formaction={here('/appreciations')}>
            {words.proposeButton}
          </Button>
        </>
      )}
    </section>
  );
}

function Steps({ asked }: { asked: AskedYear }) {
  const { words, notes, here, who, year, today } = asked;
  const possible = (['approve', 'publish', 'keep', 'withdraw'] as const).filter((action) => mayMove(notes, action, who));
  if (possible.length === 0) return null;
  if (possible.includes('approve') && year >= today.year) return <InsetText>{words.waitForYear}</InsetText>;
  return (
    <ButtonGroup>
      {possible.map((action) => (
        <Button kind={action === 'approve' || action === 'publish' ? 'primary' : 'secondary'} formaction={here(`/${action}`)}>
          {words.steps[action]}
        </Button>
      ))}
    </ButtonGroup>
  );
}
