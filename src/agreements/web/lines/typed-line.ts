/** A line between its form and its order. What cannot be read stays as typed and is told by its field. */
import { type DateParts, dateParts, dayFromParts, partsOfDay } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Form } from '../../../platform/http/form.ts';
import type { Refused } from '../../actions/create-agreement.ts';
import type { Factor, LineForm } from '../../rules/kinds.ts';
import type { Direction, Line } from '../../rules/line.ts';
import { readAmount, readRupiah, showAmount } from '../../rules/lines/amount.ts';
import type { LineOrder } from '../../rules/lines/line-order.ts';

const TEXTS = [
  ...(['programme', 'factor', 'form', 'activity', 'output', 'indicator', 'unit', 'direction', 'baseline', 'year'] as const),
  ...(['target1', 'target2', 'target3', 'target4', 'budgetSource', 'budgetAmount', 'place', 'owner', 'ownerPosition'] as const),
  ...(['other', 'otherPosition', 'evidenceAsked', 'isPriority', 'reason'] as const),
] as const;
type TextField = (typeof TEXTS)[number];

export interface TypedLine extends Readonly<Record<TextField, string>> {
  readonly supporting: readonly string[];
  readonly startsOn: DateParts;
  readonly dueOn: DateParts;
}

const NO_DAY: DateParts = { day: '', month: '', year: '' };

/** An empty form. */
export function blankLine(year: number | null, programme: string): TypedLine {
  const empty = Object.fromEntries(TEXTS.map((name) => [name, ''])) as Record<TextField, string>;
  return {
    ...empty,
    ...{ form: 'activity', direction: 'up', programme, year: year === null ? '' : String(year) },
    ...{ supporting: [], startsOn: NO_DAY, dueOn: NO_DAY },
  };
}

export function typedOfLine(line: Line, language: Language): TypedLine {
  const amount = (text: string | null) => (text === null ? '' : showAmount(text, language));
  const [target1, target2, target3, target4] = line.targets.map(amount) as [string, string, string, string];
  return {
    ...{ programme: line.programme, factor: line.factor ?? '', form: line.form, activity: line.activity, output: line.output },
    ...{ indicator: line.indicator, unit: line.unit, direction: line.direction, baseline: amount(line.baseline) },
    ...{ year: String(line.year), target1, target2, target3, target4, budgetSource: line.budgetSource },
    ...{
      budgetAmount: line.budgetAmount ?? '',
      place: line.place,
      owner: line.owner.agencyId,
      ownerPosition: line.owner.position,
    },
    ...{ other: line.other?.agencyId ?? '', otherPosition: line.other?.position ?? '', evidenceAsked: line.evidenceAsked },
    ...{ isPriority: line.isPriority ? 'yes' : '', reason: '', supporting: line.supportingIds },
    ...{ startsOn: partsOfDay(line.startsOn), dueOn: partsOfDay(line.dueOn) },
  };
}

export function typedOfForm(form: Form): TypedLine {
  const typed = form.typed();
  const texts = Object.fromEntries(TEXTS.map((name) => [name, form.text(name)])) as Record<TextField, string>;
  return {
    ...texts,
    supporting: form.all('supporting').filter((id) => id !== ''),
    startsOn: dateParts(typed, 'startsOn'),
    dueOn: dateParts(typed, 'dueOn'),
  };
}

/** Why an amount could not be read. */
export function ambiguityOf(text: string): 'agreement.amount-ambiguous' | 'agreement.amount-wrong' {
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? 'agreement.amount-ambiguous' : 'agreement.amount-wrong';
}

export interface ReadLine {
  readonly order: LineOrder;
  /** Amounts that are none, or could be two; the order has `null` for them. */
  readonly flaws: readonly Refused[];
}

/** @param before a line that is changed: its officers by name and its measure are not in the form */
export function readLine(typed: TypedLine, before?: Line): ReadLine {
  const flaws: Refused[] = [];
  const amount = (field: TextField) => {
    const text = typed[field].trim();
    if (text === '') return null;
    const read = readAmount(text);
    if (read === undefined) flaws.push({ field, code: ambiguityOf(text) });
    return read ?? null;
  };
  const money = typed.budgetAmount.trim() === '' ? null : readRupiah(typed.budgetAmount);
  if (money === undefined) flaws.push({ field: 'budgetAmount', code: 'agreement.money-wrong' });
  const year = typed.year.trim();
  if (year !== '' && !/^\d{4}$/.test(year)) flaws.push({ field: 'year', code: 'agreement.year-wrong' });
  const keptPerson = (responsible: Line['owner'] | null | undefined, agencyId: string) =>
    responsible?.agencyId === agencyId ? responsible.personId : null;
  return {
    order: {
      ...{
        year: /^\d{4}$/.test(year) ? Number(year) : null,
        programme: typed.programme,
        factor: (typed.factor || null) as Factor | null,
      },
      ...{
        form: (typed.form || 'activity') as LineForm,
        activity: typed.activity,
        output: typed.output,
        indicator: typed.indicator,
      },
      ...{ unit: typed.unit, baseline: amount('baseline'), direction: (typed.direction || 'up') as Direction },
      targets: [amount('target1'), amount('target2'), amount('target3'), amount('target4')],
      ...{
        budgetSource: typed.budgetSource,
        budgetAmount: money ?? null,
        place: typed.place,
        evidenceAsked: typed.evidenceAsked,
      },
      ...{ startsOn: dayFromParts(typed.startsOn) ?? null, dueOn: dayFromParts(typed.dueOn) ?? null },
      owner: { agencyId: typed.owner, position: typed.ownerPosition, personId: keptPerson(before?.owner, typed.owner) },
      other:
        typed.other === ''
          ? null
          : { agencyId: typed.other, position: typed.otherPosition, personId: keptPerson(before?.other, typed.other) },
      ...{ supportingIds: typed.supporting, isPriority: typed.isPriority === 'yes' },
    },
    flaws,
  };
}
