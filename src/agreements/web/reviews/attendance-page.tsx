/** `/desk/agreements/:code/reviews/:n/attendance`: who came, by institution and office, all rows in one form. */
import { Button, Form, Hidden, Radios, Select, seeOther, TextInput } from '../../../design/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { type AttendeeOrder, writeAttendance } from '../../actions/reviews/hold-review.ts';
import { voiceNames } from '../../actions/reviews/names.ts';
import { PRESENCE_LABELS, PRESENCES } from '../../rules/reviews/review.ts';
import { mayWriteMinutes } from '../../rules/reviews/review-steps.ts';
import { versionOf } from '../opened.tsx';
import { type Again, again, type OpenedReview, stepPage } from './opened-review.tsx';

const EMPTY: AttendeeOrder = { root: '', institution: '', position: '', people: '', presence: 'present' };
const FREE_ROWS = 3;
const MOST_ROWS = 90;

export function attendancePage(opened: OpenedReview): Response | Promise<Response> {
  const { review, agreement, actor, c, here } = opened;
  if (!mayWriteMinutes(actor, agreement, review)) return c.redirect(here);
  const rows = review.attendance.map(({ root, institution, position, people, presence }) => ({
    ...{ root: root ?? '', institution, position, people: people === 0 ? '' : String(people), presence },
  }));
  return attendanceForm(opened, rows, review.version);
}

export async function attendanceStep(opened: OpenedReview): Promise<Response> {
  const { c, tools, actor, agreement, review, here, words } = opened;
  const form = readForm(c);
  const version = versionOf(form.text('version'));
  const count = Math.min(MOST_ROWS, versionOf(form.text('rows')));
  const rows = Array.from(
    { length: count },
    (_, row): AttendeeOrder => ({
      ...{ root: form.text(`root-${row}`), institution: form.text(`institution-${row}`), position: form.text(`position-${row}`) },
      ...{ people: form.text(`people-${row}`), presence: form.text(`presence-${row}`) },
    }),
  );
  const done = await writeAttendance(tools, actor, { agreementId: agreement.id, reviewId: review.id, version }, rows);
  if (done.ok) return seeOther(c, `${here}#attendance`, words.attendance.kept);
  const { code, row, field } = done.refusal;
  const errors = again(opened, [{ field: `${field}-${row}`, code }]);
  return errors ? attendanceForm(opened, rows, version, errors) : c.notFound();
}

async function attendanceForm(
  opened: OpenedReview,
  rows: readonly AttendeeOrder[],
  version: number,
  errors?: Again,
): Promise<Response> {
  const { tools, agreement, words, language, here, review } = opened;
  const w = words.attendance;
  const names = await voiceNames(tools.db, agreement);
  const free = errors ? [] : Array.from({ length: FREE_ROWS }, () => EMPTY);
  const all = [...rows, ...free].slice(0, MOST_ROWS);
  const sides = [...names].map(([value, label]) => ({ value, label }));
  return stepPage(
    opened,
    { title: w.title, back: here, caption: words.reviews.nth(review.ordinal), errors },
    <Form action={`${here}/attendance`}>
      <Hidden name="version" value={String(version)} />
      <Hidden name="rows" value={String(all.length)} />
      <p>{w.lead}</p>
      {all.map((one, row) => (
        <fieldset class="govuk-fieldset tuntas-attendee">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
            {one.institution === '' ? w.more : one.institution}
          </legend>
          <TextInput name={`institution-${row}`} label={w.institution} value={one.institution} maxlength={200} />
          <Select name={`root-${row}`} label={w.side} value={one.root} emptyLabel={w.guest} options={sides} />
          <TextInput name={`position-${row}`} label={w.position} value={one.position} maxlength={200} optional />
          <Radios
            name={`presence-${row}`}
            label={w.presence}
            value={one.presence}
            choices={PRESENCES.map((value) => ({ value, label: PRESENCE_LABELS[value][language] }))}
            inline
            small
          />
          <TextInput name={`people-${row}`} label={w.people} value={one.people} inputmode="numeric" width={3} optional />
        </fieldset>
      ))}
      <Button>{w.submit}</Button>
    </Form>,
  );
}
