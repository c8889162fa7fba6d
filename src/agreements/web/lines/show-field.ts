/** A kept field of a line in words: codes, ids and days are never shown as they are. */
import { isMeasureCode, MEASURES } from '../../../complaints/index.ts';
import { formatDay } from '../../../design/index.ts';
import { agenciesByIds, peopleByIds } from '../../../directory/index.ts';
import { Temporal } from '../../../kernel/time.ts';
import { FACTORS, type Factor, LINE_FORMS, type LineForm } from '../../rules/kinds.ts';
import { showAmount } from '../../rules/lines/amount.ts';
import type { LineField } from '../../rules/lines/changed-fields.ts';
import { programmes } from '../../store/programmes.ts';
import type { OpenedAgreement } from '../opened.tsx';
import { wordsIn } from './words.ts';

const AGENCIES: readonly LineField[] = ['owner', 'other', 'supporting', 'measureAgency'];
const PEOPLE: readonly LineField[] = ['ownerPerson', 'otherPerson'];
const AMOUNTS: readonly LineField[] = ['baseline', 'target1', 'target2', 'target3', 'target4'];

export async function showField(
  { tools, language }: Pick<OpenedAgreement, 'tools' | 'language'>,
  field: LineField,
  value: string | null,
): Promise<string> {
  const words = wordsIn(language);
  if (value === null || value === '') return words.history.emptyValue;
  if (AGENCIES.includes(field)) {
    const found = await agenciesByIds(tools.db, value.split(' '));
    return [...found.values()].map(({ name }) => name).join(', ') || words.history.emptyValue;
  }
  if (PEOPLE.includes(field)) return (await peopleByIds(tools.db, [value])).get(value)?.name ?? words.history.emptyValue;
  if (AMOUNTS.includes(field)) return showAmount(value, language);
  if (field === 'startsOn' || field === 'dueOn') return formatDay(Temporal.PlainDate.from(value), language);
  if (field === 'measureDays')
    return value
      .split('/')
      .map((day) => formatDay(Temporal.PlainDate.from(day), language, 'short'))
      .join(' – ');
  if (field === 'measure') return isMeasureCode(value) ? MEASURES[value].label[language] : value;
  if (field === 'isPriority') return value === 'yes' ? words.history.yes : words.history.no;
  if (field === 'direction') return value === 'up' ? words.form.up : words.form.down;
  if (field === 'form') return LINE_FORMS[value as LineForm]?.[language] ?? value;
  if (field === 'factor') return FACTORS[value as Factor]?.[language] ?? value;
  if (field === 'programme') return (await programmes(tools.db)).find(({ code }) => code === value)?.label[language] ?? value;
  if (field === 'budgetAmount') return formatRupiah(value, language);
  return value;
}

/** Whole rupiah, any length, without losing a digit. */
export function formatRupiah(amount: string, language: 'id' | 'en'): string {
  return `Rp ${BigInt(amount).toLocaleString(language === 'id' ? 'id-ID' : 'en-GB')}`;
}
