/** What is wrong with a line as a table would have it, by column. The rules are those of every other way in (rules/lines/promise.ts). Pure. */
import { Temporal } from '../../../kernel/time.ts';
import type { Agreement } from '../agreement.ts';
import type { Flaw } from '../draft.ts';
import type { Factor, LineForm } from '../kinds.ts';
import type { Direction, Line } from '../line.ts';
import type { LineOrder } from '../lines/line-order.ts';
import { type LineFacts, promiseOf } from '../lines/promise.ts';
import { shiftTo } from '../lines/report.ts';
import type { AgreementRefusal } from '../refusals.ts';
import { cellsOfLine } from './cells.ts';
import { type Cells, type ColumnCode, column } from './columns.ts';

interface Plan {
  readonly agreement: Agreement;
  readonly facts: LineFacts;
}

interface SaidCell {
  readonly column: ColumnCode;
  readonly file: string | null;
}

export type ColumnFlaws = ReadonlyMap<ColumnCode, AgreementRefusal>;

/**
 * The order for a line as its cells say it. What the cells leave as it is stays as the line has it, to the last blank: a table shows texts and amounts in
 * their plain form. People named stay where the agency stays; a table names positions, not people.
 */
export function orderOf(cells: Cells, line: Line | null): LineOrder {
  const now = line === null ? null : cellsOfLine(line);
  const given = (code: ColumnCode): string => cells[code] ?? '';
  const text = (code: ColumnCode, own: string | undefined): string =>
    own !== undefined && now !== null && given(code) === now[code] ? own : given(code);
  const amount = (code: ColumnCode, own: string | null | undefined): string | null => {
    if (own !== undefined && now !== null && given(code) === now[code]) return own;
    return given(code) === '' ? null : given(code);
  };
  const day = (code: ColumnCode) => (given(code) === '' ? null : Temporal.PlainDate.from(given(code)));
  const person = (responsible: Line['other'] | undefined, agencyId: string) =>
    responsible?.agencyId === agencyId ? responsible.personId : null;
  const other = given('other');
  const supporting = given('supporting');
  return {
    ...{ year: given('year') === '' ? null : Number(given('year')), programme: given('programme') },
    ...{ factor: (given('factor') || null) as Factor | null, form: (given('form') || 'activity') as LineForm },
    ...{ activity: text('activity', line?.activity), output: text('output', line?.output) },
    ...{ indicator: text('indicator', line?.indicator), unit: text('unit', line?.unit) },
    ...{ baseline: amount('baseline', line?.baseline), direction: (given('direction') || 'up') as Direction },
    targets: TARGETS.map((code, quarter) => amount(code, line?.targets[quarter])),
    ...{ budgetSource: text('budgetSource', line?.budgetSource), budgetAmount: amount('budgetAmount', line?.budgetAmount) },
    ...{ place: text('place', line?.place), startsOn: day('startsOn'), dueOn: day('dueOn') },
    owner: {
      agencyId: given('owner'),
      position: text('ownerPosition', line?.owner.position),
      personId: person(line?.owner, given('owner')),
    },
    other:
      other === ''
        ? null
        : { agencyId: other, position: text('otherPosition', line?.other?.position), personId: person(line?.other, other) },
    supportingIds:
      line !== null && supporting === now?.supporting ? line.supportingIds : supporting === '' ? [] : supporting.split(';'),
    ...{ evidenceAsked: text('evidenceAsked', line?.evidenceAsked), isPriority: given('isPriority') === 'yes' },
  };
}

const TARGETS = ['target1', 'target2', 'target3', 'target4'] as const;

/** The cells of a line with what the file says in their place. */
export function withChanges(now: Cells, changes: readonly SaidCell[]): Cells {
  return { ...now, ...Object.fromEntries(changes.map(({ column: code, file }) => [code, file ?? ''])) };
}

/** What the changes would make wrong; what was wrong without them is no fault of the file. */
export function flawsOfChange(line: Line, now: Cells, changes: readonly SaidCell[], { agreement, facts }: Plan): ColumnFlaws {
  const order = orderOf(withChanges(now, changes), line);
  const keepsDays = order.dueOn?.equals(line.dueOn) === true && order.startsOn?.equals(line.startsOn) === true;
  const before = promiseOf(orderOf(now, line), agreement, facts, true);
  const after = promiseOf(order, agreement, facts, keepsDays);
  const old = before.ok ? [] : before.refusal;
  const isOld = (flaw: Flaw) => old.some(({ field, code }) => field === flaw.field && code === flaw.code);
  const own = (flaw: Flaw) => changes.some((change) => change.column === flaw.field);
  const flaws = after.ok ? [] : after.refusal.filter((flaw) => own(flaw) || !isOld(flaw));
  const found = byColumn(flaws);
  if (after.ok && agreement.state === 'signed' && Temporal.PlainDate.compare(after.value.dueOn, line.dueOn) > 0) {
    const shifted = shiftTo(line, agreement, after.value.dueOn);
    if (!shifted.ok) found.set('dueOn', shifted.refusal);
  }
  return found;
}

export function flawsOfNew(cells: readonly SaidCell[], { agreement, facts }: Plan): ColumnFlaws {
  const promise = promiseOf(orderOf(withChanges({}, cells), null), agreement, facts);
  return byColumn(promise.ok ? [] : promise.refusal);
}

function byColumn(flaws: readonly Flaw[]): Map<ColumnCode, AgreementRefusal> {
  return new Map(flaws.map(({ field, code }) => [columnOfField(field), code] as const).toReversed());
}

/** Fields of a line are columns of a table; what no column shows is told at the activity. */
function columnOfField(field: string): ColumnCode {
  return column(field as ColumnCode) === undefined ? 'activity' : (field as ColumnCode);
}
