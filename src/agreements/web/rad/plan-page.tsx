/** `/desk/agreements/{code}/rad`: the way of a plan: its lines by factor with what reviewers said, and the step that is next. */
import type { Child } from 'hono/jsx';
import {
  Button,
  DayText,
  Details,
  FileUpload,
  Form,
  formatMoment,
  InsetText,
  StatusTag,
  SummaryList,
  WarningText,
} from '../../../design/index.ts';
import { agencyById } from '../../../directory/index.ts';
import { RAD_STATE_LABELS } from '../../rules/rad/rad.transitions.ts';
import { radActions, waitsFor } from '../../rules/rad/rad.ts';
import { filesOf } from '../../store/files.ts';
import { linesOf } from '../../store/lines.ts';
import { loadCollection } from '../../store/rad/collections.ts';
import { loadRad, notesOf } from '../../store/rad/rads.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { filePath } from '../files/download.ts';
import { agreementPath, type OpenedAgreement, publicPath } from '../opened.tsx';
import { governmentPath } from './addresses.ts';
import type { Again } from './asked.ts';
import { editionPart } from './edition-part.tsx';
import { Adopt, HandIn, OtherSteps } from './plan-forms.tsx';
import { Factors, GeneralNotes } from './plan-lines.tsx';
import { ReviewForm } from './plan-review.tsx';
import type { Shown, TypedStep } from './plan-shown.tsx';
import { RAD_TONES } from './tones.ts';
import { wordsIn } from './words.ts';

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
