/** `/desk/cases/:id/notes`: opinions among the officers on the case. They never leave. */
import { Button, Form, formatMoment, Message, seeOther, TextArea } from '../../../design/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { writeOpinion } from '../../actions/examination/write-opinion.ts';
import { mayNote } from '../../rules/examination/permissions.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { caseEntries } from '../../store/timeline.ts';
import { type CasePageOptions, casePage } from '../case-frame.tsx';
import type { OpenedCase } from '../opened.tsx';
import { statusOf, textOf } from './form-page.tsx';
import { partiesOf } from './parties.ts';
import { wordsIn } from './words.ts';

export function notesPage(opened: OpenedCase): Promise<Response> {
  return notes(opened, '');
}

export async function addNote(opened: OpenedCase): Promise<Response> {
  const { c, tools, actor, file, path, language } = opened;
  const text = readForm(c).text('text');
  const written = await writeOpinion(tools, actor, file.id, { text });
  if (written.ok) return seeOther(c, `${path}/notes`, wordsIn(language).notes.added);
  const refusal = textOf(written.refusal);
  if (refusal.kind === 'absent') return c.notFound();
  return notes(opened, text, { errors: [{ field: 'text', message: refusal[language] }], status: statusOf(refusal.kind) });
}

async function notes(opened: OpenedCase, text: string, options: CasePageOptions = {}): Promise<Response> {
  const { tools, file, actor, path, language } = opened;
  const words = wordsIn(language).notes;
  const entries = (await caseEntries(tools.db, file.id, ['internal'])).filter((entry) => entry.kind === 'opinion').reverse();
  const parties = await partiesOf(
    opened,
    entries.map((entry) => entry.author),
  );
  return casePage(
    opened,
    'notes',
    words.title,
    <>
      <p>{words.lead}</p>
      {mayNote(file, actor) ? (
        <Form action={`${path}/notes`} errors={options.errors ?? []}>
          <TextArea name="text" label={words.write} value={text} rows={5} maxCharacters={LONGEST_TEXT} />
          <Button>{words.save}</Button>
        </Form>
      ) : (
        <p class="govuk-hint">{words.readOnly}</p>
      )}
      {entries.length === 0 && <p>{words.none}</p>}
      {entries.map((entry) => (
        <Message kind="internal" from={parties.author(entry.author)} when={formatMoment(entry.at, file.zone, language)}>
          {entry.text}
        </Message>
      ))}
    </>,
    options,
  );
}
