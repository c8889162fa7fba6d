/** `/desk/agreements/:code/hands`: who signs and who witnesses, in which order. Blank rows are left out; a button adds more. */
import { Button, type FieldErrors, Form, Hidden, Radios, Select, seeOther, TextInput } from '../../../design/index.ts';
import { holdersOf, peopleByIds } from '../../../directory/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Form as Sent } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { mayCorrect } from '../../actions/register/change-facts.ts';
import { changeHands, type HandOrder } from '../../actions/register/change-hands.ts';
import { mayEdit } from '../../rules/permissions.ts';
import { AGREEMENT_REFUSALS, type AgreementRefusal } from '../../rules/refusals.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { type OpenedAgreement, onAgreement, versionOf } from '../opened.tsx';
import { wordsIn } from './words.ts';

const BLANK = 2;
const MOST = 100;

interface Row {
  readonly id: string;
  readonly party: string;
  readonly ordinal: string;
  readonly capacity: string;
  readonly position: string;
  readonly name: string;
  readonly person: string;
}

const blank = (ordinal: number): Row => ({
  ...{ id: '', party: '', ordinal: String(ordinal), capacity: 'signs', position: '', name: '', person: '' },
});

export const handsPage = onAgreement(async (opened) => {
  const { agreement, actor, c } = opened;
  if (!mayEdit(actor, agreement) && !mayCorrect(actor, agreement)) return c.notFound();
  const rows = agreement.signatories.map((each) => ({
    ...{ id: each.id, ordinal: String(each.ordinal), capacity: each.capacity, position: each.position, name: each.name },
    party: String(agreement.parties.findIndex(({ id }) => id === each.partyId) + 1 || ''),
    person: each.personId ?? '',
  }));
  // A new one begins with a row for each party: each of them signs.
  const begun =
    rows.length > 0 ? rows : agreement.parties.map((_party, index) => ({ ...blank(index + 1), party: String(index + 1) }));
  return show(opened, [...begun, ...moreBlank(begun.length, rows.length > 0 ? BLANK : 1)]);
});

const moreBlank = (from: number, count: number) => Array.from({ length: count }, (_, index) => blank(from + index + 1));

export const postHands = onAgreement(async (opened) => {
  const { c, tools, actor, agreement, path, language } = opened;
  if (!mayEdit(actor, agreement) && !mayCorrect(actor, agreement)) return c.notFound();
  const form = readForm(c);
  const rows = readRows(form);
  if (form.has('more')) return show(opened, [...rows, ...moreBlank(rows.length, BLANK)]);
  const filled = rows.filter(({ position, name }) => position.trim() + name.trim() !== '');
  const orders: HandOrder[] = filled.map((row) => ({
    ...{ id: isUuid(row.id) ? row.id : null, position: row.position, name: row.name },
    party: /^\d{1,3}$/.test(row.party) ? Number(row.party) : null,
    ordinal: /^[1-9]\d{0,2}$/.test(row.ordinal.trim()) ? Number(row.ordinal.trim()) : 1,
    capacity: row.capacity === 'witnesses' ? 'witnesses' : 'signs',
    personId: isUuid(row.person) ? row.person : null,
  }));
  const target = { agreementId: agreement.id, version: versionOf(form.text('version')) };
  const done = await changeHands(tools, actor, target, orders);
  if (done.ok) return seeOther(c, path, wordsIn(language).hands.saved);
  const { kind } = AGREEMENT_REFUSALS[done.refusal];
  const errors = [{ field: fieldOf(done.refusal, rows), message: AGREEMENT_REFUSALS[done.refusal][language] }];
  return show(opened, rows, errors, refusalStatus(kind) as 403 | 409 | 422);
});

/** The input of the first row that a refusal can be about. */
function fieldOf(code: AgreementRefusal, rows: readonly Row[]): string {
  const at = (find: (row: Row, index: number) => boolean) => Math.max(0, rows.findIndex(find));
  if (code === 'agreement.position-missing')
    return `position-${at(({ position, name }) => position.trim() === '' && name.trim() !== '')}`;
  if (code === 'agreement.signatory-party')
    return `party-${at(({ party, capacity, position }) => party === '' && capacity !== 'witnesses' && position !== '')}`;
  if (
    code === 'agreement.signatory-own-witness' ||
    code === 'agreement.signatory-other-side' ||
    code === 'agreement.signatory-twice'
  )
    return `person-${at(({ person }, index) => person !== '' && rows.findIndex((row) => row.person === person) < index)}`;
  if (code === 'agreement.signatory-unknown') return `person-${at(({ person }) => person !== '')}`;
  return 'position-0';
}

function readRows(form: Sent): Row[] {
  const count = Math.min(MOST, Number(/^\d{1,3}$/.exec(form.text('rows'))?.[0] ?? 0));
  return Array.from({ length: count }, (_, index) => ({
    ...{ id: form.text(`id-${index}`), party: form.text(`party-${index}`), ordinal: form.text(`ordinal-${index}`) },
    ...{ capacity: form.text(`capacity-${index}`), position: form.text(`position-${index}`), name: form.text(`name-${index}`) },
    person: form.text(`person-${index}`),
  }));
}

async function show(
  opened: OpenedAgreement,
  rows: readonly Row[],
  errors: FieldErrors = [],
  status?: 403 | 409 | 422,
): Promise<Response> {
  const { tools, agreement, path, language, today } = opened;
  const w = wordsIn(language).hands;
  const agencies = [...new Set(agreement.parties.flatMap(({ agencyPath }) => agencyPath))];
  const ids = (await Promise.all(agencies.map((id) => holdersOf(tools.db, id, 'agreement.sign', today)))).flat();
  const people = [...(await peopleByIds(tools.db, ids)).values()];
  return agreementPage(
    opened,
    'overview',
    w.title,
    <>
      <p>{w.lead}</p>
      <p>{w.leadOrder}</p>
      <Form action={`${path}/hands`}>
        <Hidden name="version" value={String(agreement.version)} />
        <Hidden name="rows" value={String(rows.length)} />
        {rows.map((row, index) => (
          <fieldset class="govuk-fieldset govuk-inset-text">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{w.row(index + 1)}</legend>
            <Hidden name={`id-${index}`} value={row.id} />
            <TextInput
              name={`position-${index}`}
              label={w.position}
              hint={index === 0 ? w.positionHint : undefined}
              value={row.position}
              maxlength={200}
            />
            <TextInput
              name={`name-${index}`}
              label={w.name}
              hint={index === 0 ? w.nameHint : undefined}
              value={row.name}
              maxlength={200}
              optional
            />
            <Select
              name={`party-${index}`}
              label={w.party}
              emptyLabel={w.noParty}
              value={row.party}
              options={agreement.parties.map(({ name }, place) => ({ value: String(place + 1), label: name }))}
            />
            <Radios
              name={`capacity-${index}`}
              label={w.capacity}
              value={row.capacity || 'signs'}
              choices={[
                { value: 'signs', label: w.signs },
                { value: 'witnesses', label: w.witnesses },
              ]}
              inline
              small
            />
            <TextInput name={`ordinal-${index}`} label={w.ordinal} value={row.ordinal} width={2} inputmode="numeric" />
            {people.length > 0 && (
              <Select
                name={`person-${index}`}
                label={w.person}
                hint={index === 0 ? w.personHint : undefined}
                emptyLabel={w.onPaper}
                value={row.person}
                options={people.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          </fieldset>
        ))}
        <div class="govuk-button-group">
          <Button>{w.save}</Button>
          <Button kind="secondary" name="more" value="yes">
            {w.more}
          </Button>
        </div>
      </Form>
      <p>
        <a href={path}>{w.back}</a>
      </p>
    </>,
    { errors, ...(status ? { status } : {}) },
  );
}
