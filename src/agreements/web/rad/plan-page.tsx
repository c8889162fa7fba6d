/** `/desk/agreements/{code}/rad`: the way of a plan: its lines by factor with what reviewers said, and the step that is next. */
import type { Child } from 'hono/jsx';
import {
  Button,
  DateInput,
  type DateParts,
  DayText,
  Details,
  EmptyState,
  FileUpload,
  Form,
  formatMoment,
  Hidden,
  InsetText,
  LinkButton,
  partsOfDay,
  StatusTag,
  SummaryList,
  Table,
  TextArea,
  TextInput,
  WarningText,
} from '../../../design/index.ts';
import { agencyById } from '../../../directory/index.ts';
import { FACTORS, type Factor } from '../../rules/kinds.ts';
import type { Line } from '../../rules/line.ts';
import { showAmount } from '../../rules/lines/amount.ts';
import { mayEditLines } from '../../rules/permissions.ts';
import { FACTOR_CODES, factorsWithoutLine, GAP_LIMIT, NOTE_LIMIT, planHints } from '../../rules/rad/handing-in.ts';
import { RAD_ACTION_LABELS, RAD_STATE_LABELS, type RadAction } from '../../rules/rad/rad.transitions.ts';
import { type Rad, radActions, waitsFor } from '../../rules/rad/rad.ts';
import { filesOf } from '../../store/files.ts';
import { linesOf } from '../../store/lines.ts';
import { loadCollection } from '../../store/rad/collections.ts';
import { loadRad, notesOf, type RadNote } from '../../store/rad/rads.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { filePath } from '../files/download.ts';
import { agreementPath, type OpenedAgreement, publicPath } from '../opened.tsx';
import { governmentPath } from './addresses.ts';
import type { Again } from './asked.ts';
import { editionPart } from './edition-part.tsx';
import { RAD_TONES } from './tones.ts';
import { type RadWords, wordsIn } from './words.ts';

/** What was typed into the form of a step, to show it again. */
export interface TypedStep {
  readonly values: Readonly<Record<string, string>>;
  readonly decidedOn?: DateParts;
  readonly inForceFrom?: DateParts;
}

interface Shown {
  readonly opened: OpenedAgreement;
  readonly words: RadWords;
  readonly rad: Rad;
  readonly lines: readonly Line[];
  readonly notes: readonly RadNote[];
  readonly actions: readonly RadAction[];
  readonly typed: TypedStep;
}

export async function planPage(opened: OpenedAgreement, typed: TypedStep = { values: {} }, wrong?: Again): Promise<Response> {
  const { agreement, actor, tools, language, c } = opened;
  const words = wordsIn(language);
  if (agreement.kind !== 'rad') return c.notFound();
  const rad = await loadRad(tools.db, agreement.id);
  const options = { errors: wrong?.errors ?? [], wide: true, ...(wrong ? { status: wrong.status } : {}) };
  const edition = await editionPart(opened, typed);
  if (!rad)
    return agreementPage(
      opened,
      'rad',
      words.plan.title,
      <>
        <InsetText>{words.plan.noWay}</InsetText>
        {edition}
      </>,
      options,
    );
  const lines = (await linesOf(tools.db, agreement.id)).filter(({ state }) => state !== 'dropped');
  const shown: Shown = {
    ...{ opened, words, rad, lines, typed, notes: await notesOf(tools.db, agreement.id) },
    actions: radActions(actor, agreement, rad),
  };
  return agreementPage(
    opened,
    'rad',
    words.plan.title,
    <>
      {await standing(shown)}
      {await ownFiles(shown)}
      {shown.actions.includes('return') ? <ReviewForm shown={shown} /> : <Factors shown={shown} />}
      <GeneralNotes shown={shown} />
      {shown.actions.includes('hand-in') && <HandIn shown={shown} />}
      {shown.actions.includes('adopt') && <Adopt shown={shown} />}
      <OtherSteps shown={shown} />
      {edition}
    </>,
    options,
  );
}

async function standing({ opened, words, rad }: Shown): Promise<Child> {
  const { agreement, language, tools } = opened;
  const collection = rad.collectionId === null ? undefined : await loadCollection(tools.db, rad.collectionId);
  const government = await agencyById(tools.db, rad.governmentId);
  // Recorded as signed by another way than this one: adopted, and nobody reviewed it here.
  const isElsewhere = agreement.state !== 'draft' && rad.state !== 'adopted' && rad.state !== 'dropped';
  const next = isElsewhere ? null : waitsFor(rad.state);
  return (
    <>
      {isElsewhere && <WarningText>{words.plan.elsewhere}</WarningText>}
      <SummaryList
        rows={[
          {
            key: words.column.state,
            value: <StatusTag label={RAD_STATE_LABELS[rad.state][language]} tone={RAD_TONES[rad.state]} />,
          },
          { key: words.plan.since, value: formatMoment(rad.stateAt, agreement.zone, language) },
          ...(next ? [{ key: words.plan.next, value: words.plan.nextOf[next] }] : []),
          { key: words.plan.handIns, value: rad.handIns === 0 ? words.plan.never : words.plan.times(rad.handIns) },
          ...(collection
            ? [
                {
                  key: words.plan.collection,
                  value: (
                    <>
                      {collection.title}, {words.desk.dueOn} <DayText on={collection.dueOn} />
                    </>
                  ),
                },
              ]
            : []),
          ...(rad.decreeNumber === '' ? [] : [{ key: words.plan.decree, value: rad.decreeNumber }]),
          ...(government?.regionCode
            ? [
                {
                  key: words.plan.evaluation,
                  value: <a href={governmentPath(government.regionCode)}>{words.desk.toEvaluation}</a>,
                },
              ]
            : []),
        ]}
      />
      {rad.state === 'adopted' && (
        <p>
          <a href={publicPath(agreement)}>{words.plan.toPublic}</a>
        </p>
      )}
    </>
  );
}

async function ownFiles({ opened, words, actions }: Shown): Promise<Child> {
  const { agreement, tools } = opened;
  const files = (await filesOf(tools.db, agreement.id)).filter(({ kind, replacedBy }) => kind === 'annex' && replacedBy === null);
  const mayAdd = actions.includes('hand-in');
  if (files.length === 0 && !mayAdd) return null;
  return (
    <section aria-labelledby="own-file">
      <h2 id="own-file">{words.plan.ownFile}</h2>
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <li>
              <a href={filePath(agreement, file)}>{file.title}</a>
            </li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <Details summary={words.plan.addFile}>
          <Form action={`${agreementPath(agreement)}/rad/file`} multipart id="file-form">
            <p class="govuk-hint">{words.plan.fileHint}</p>
            <FileUpload name="annex" label={words.plan.file} single />
            <Button kind="secondary">{words.plan.fileSubmit}</Button>
          </Form>
        </Details>
      )}
    </section>
  );
}

const lineAddress = (shown: Shown, line: Line) => `${shown.opened.path}/lines/${line.ordinal}`;

function LineTable({ shown, factor }: { shown: Shown; factor: Factor }) {
  const { words, lines, opened } = shown;
  const { language } = opened;
  const own = lines.filter((line) => line.factor === factor);
  const why = shown.rad.gaps[factor];
  if (own.length === 0)
    return why ? (
      <InsetText>
        {words.plan.gapSaid} {why}
      </InsetText>
    ) : (
      <EmptyState title={words.plan.noLine} />
    );
  return (
    <Table
      id={`lines-${factor}`}
      caption={FACTORS[factor][language]}
      captionSize="hidden"
      stacked
      columns={[
        { label: words.column.activity },
        { label: words.column.indicator },
        { label: words.column.target },
        { label: words.column.responsible },
        { label: words.column.due },
      ]}
      rows={own.map((line) => {
        const target = line.targets.findLast((each) => each !== null) ?? null;
        return [
          <a href={lineAddress(shown, line)}>
            {line.ordinal}. {line.activity}
          </a>,
          line.indicator || '–',
          target === null ? '–' : `${showAmount(target, language)} ${line.unit}`,
          line.owner.position || '–',
          <DayText on={line.dueOn} />,
        ];
      })}
    />
  );
}

/** What reviewers said of a line (`null` = of the whole), the last round first; the answers beside it. */
function Notes({ shown, lineId }: { shown: Shown; lineId: string | null }) {
  const { words, opened, notes } = shown;
  const about = notes.filter((note) => note.lineId === lineId).toReversed();
  if (about.length === 0) return null;
  const line = shown.lines.find(({ id }) => id === lineId);
  return (
    <ul>
      {about.map((note) => (
        <li>
          <strong>
            {words.plan.noteOf[note.step]}
            {line ? ` ${words.plan.aboutLine(line.ordinal)}` : ''}
          </strong>{' '}
          ({formatMoment(note.at, opened.agreement.zone, opened.language)}): {note.text}
          {note.answer !== null && (
            <>
              <br />
              {words.plan.answered}: {note.answer}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Factors({ shown }: { shown: Shown }) {
  const { opened, words, lines } = shown;
  const { language, path, actor, agreement } = opened;
  return (
    <>
      {mayEditLines(actor, agreement) && (
        <p>
          <LinkButton href={`${path}/lines`} kind="secondary">
            {words.plan.editLines}
          </LinkButton>
        </p>
      )}
      {FACTOR_CODES.map((factor) => (
        <section aria-labelledby={`factor-${factor}`}>
          <h2 id={`factor-${factor}`}>{FACTORS[factor][language]}</h2>
          <LineTable shown={shown} factor={factor} />
          {lines
            .filter((line) => line.factor === factor)
            .map((line) => (
              <Notes shown={shown} lineId={line.id} />
            ))}
        </section>
      ))}
    </>
  );
}

function GeneralNotes({ shown }: { shown: Shown }) {
  const { words, notes } = shown;
  if (!notes.some(({ lineId }) => lineId === null)) return null;
  return (
    <section aria-labelledby="general-notes">
      <h2 id="general-notes">{words.plan.generalNotes}</h2>
      <Notes shown={shown} lineId={null} />
    </section>
  );
}

const action = ({ opened }: Shown, step: RadAction) => `${agreementPath(opened.agreement)}/rad/${step}`;

function Version({ shown }: { shown: Shown }) {
  return <Hidden name="version" value={String(shown.opened.agreement.version)} />;
}

/** Reviewing: a field for a note under every line, one for the whole; accept or send back with the same form. */
function ReviewForm({ shown }: { shown: Shown }) {
  const { opened, words, lines, typed } = shown;
  const { language } = opened;
  const hints = planHints(lines);
  return (
    <Form action={action(shown, 'return')} id="review">
      <Version shown={shown} />
      <p>{words.plan.reviewLead}</p>
      {hints.length > 0 && (
        <Details summary={words.plan.hints(hints.length)}>
          <ul>
            {hints.map(({ ordinal, lacks }) => (
              <li>
                {words.plan.aboutLine(ordinal)}: {lacks.map((lack) => words.plan.lacks[lack]).join(', ')}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {FACTOR_CODES.map((factor) => (
        <section aria-labelledby={`factor-${factor}`}>
          <h2 id={`factor-${factor}`}>{FACTORS[factor][language]}</h2>
          <LineTable shown={shown} factor={factor} />
          {lines
            .filter((line) => line.factor === factor)
            .map((line) => (
              <>
                <Notes shown={shown} lineId={line.id} />
                <TextArea
                  name={`note-${line.id}`}
                  label={words.plan.noteOn(line.ordinal)}
                  optional
                  value={typed.values[`note-${line.id}`]}
                  rows={2}
                  maxCharacters={NOTE_LIMIT}
                />
              </>
            ))}
        </section>
      ))}
      <TextArea
        name="note-all"
        label={words.plan.noteAll}
        optional
        value={typed.values['note-all']}
        rows={3}
        maxCharacters={NOTE_LIMIT}
      />
      <div id="step">
        <Button formaction={action(shown, 'accept')}>
          {words.plan.accept[shown.rad.state === 'with-ministry' ? 'ministry' : 'province']}
        </Button>{' '}
        <Button kind="secondary">{RAD_ACTION_LABELS.return[language]}</Button>
      </div>
    </Form>
  );
}

function HandIn({ shown }: { shown: Shown }) {
  const { words, lines, rad, notes, typed, opened } = shown;
  const { language } = opened;
  const gaps = factorsWithoutLine(lines);
  const open = notes.filter(({ handIn, answer }) => handIn === rad.handIns && answer === null);
  const hints = planHints(lines);
  return (
    <section aria-labelledby="step">
      <h2 id="step">{words.plan.handIn}</h2>
      <p>{words.plan.handInLead[rad.level]}</p>
      <p id="lines">{words.plan.summary(lines.length, gaps.length)}</p>
      {hints.length > 0 && (
        <Details summary={words.plan.hints(hints.length)}>
          <ul>
            {hints.map(({ ordinal, lacks }) => (
              <li>
                <a href={`${opened.path}/lines/${ordinal}`}>{words.plan.aboutLine(ordinal)}</a>:{' '}
                {lacks.map((lack) => words.plan.lacks[lack]).join(', ')}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <Form action={action(shown, 'hand-in')} id="hand-in">
        <Version shown={shown} />
        {lines.length > 0 &&
          gaps.map((factor) => (
            <TextArea
              name={`gap-${factor}`}
              label={words.plan.gap(FACTORS[factor][language])}
              value={typed.values[`gap-${factor}`] ?? rad.gaps[factor]}
              rows={2}
              maxCharacters={GAP_LIMIT}
            />
          ))}
        {open.map((note) => (
          <TextArea
            name={`answer-${note.id}`}
            label={words.plan.answerTo(note.text.length > 120 ? `${note.text.slice(0, 120)}…` : note.text)}
            hint={
              note.lineId === null
                ? words.plan.generalNote
                : words.plan.aboutLine(lines.find(({ id }) => id === note.lineId)?.ordinal ?? 0)
            }
            value={typed.values[`answer-${note.id}`]}
            rows={2}
            maxCharacters={NOTE_LIMIT}
          />
        ))}
        <Button>{rad.handIns === 0 ? RAD_ACTION_LABELS['hand-in'][language] : words.plan.handInAgain}</Button>
      </Form>
    </section>
  );
}

function Adopt({ shown }: { shown: Shown }) {
  const { words, typed } = shown;
  return (
    <section aria-labelledby="step">
      <h2 id="step">{words.plan.adopt}</h2>
      <p>{words.plan.adoptLead}</p>
      <Form action={action(shown, 'adopt')} multipart id="adopt">
        <Version shown={shown} />
        <TextInput name="number" label={words.plan.decreeNumber} value={typed.values.number} maxlength={200} />
        <DateInput name="decidedOn" label={words.plan.decidedOn} value={typed.decidedOn ?? partsOfDay(undefined)} />
        <DateInput
          name="inForceFrom"
          label={words.plan.inForceFrom}
          hint={words.plan.inForceHint}
          optional
          value={typed.inForceFrom ?? partsOfDay(undefined)}
        />
        <FileUpload name="decree" label={words.plan.scan} hint={words.plan.scanHint} accept="application/pdf" single />
        <Button>{words.plan.adoptSubmit}</Button>
      </Form>
    </section>
  );
}

/** Taking back, opening again, dropping: behind a fold, for nobody does them every day. */
function OtherSteps({ shown }: { shown: Shown }) {
  const { words, opened, actions, typed } = shown;
  const { language } = opened;
  const steps = actions.filter((each) => each === 'take-back' || each === 'amend' || each === 'drop');
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="other-steps">
      <h2 id="other-steps">{words.plan.otherSteps}</h2>
      {steps.map((each) => (
        <Details summary={RAD_ACTION_LABELS[each][language]} open={typed.values.step === each}>
          <Form action={action(shown, each)} id={`form-${each}`}>
            <Version shown={shown} />
            <p>{words.plan.about[each]}</p>
            {each !== 'take-back' && (
              <TextArea
                name="reason"
                id={`reason-${each}`}
                label={words.reason}
                value={typed.values.reason}
                rows={2}
                maxCharacters={NOTE_LIMIT}
              />
            )}
            <Button kind={each === 'drop' ? 'warning' : 'secondary'}>{RAD_ACTION_LABELS[each][language]}</Button>
          </Form>
        </Details>
      ))}
    </section>
  );
}
