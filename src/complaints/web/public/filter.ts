/** The public list's filter as it stands in the address: read forgivingly, written back the same, so that every list has one address. */

import { type DateParts, dateParts, dayFromParts, type FieldError } from '../../../design/index.ts';
import { type Agency, agencyByCode, categoryByCode, regionByCode } from '../../../directory/index.ts';
import { type Day, type Moment, Temporal } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import { COMPLAINT_STATUSES, type ComplaintStatus } from '../../rules/complaint.transitions.ts';
import { COMPLAINT_CLASSES, type ComplaintClass, OUTCOMES, type Outcome } from '../../rules/complaint.ts';
import type { ListFilter } from '../../store/lists.ts';
import type { PublicWords } from './words.id.ts';

/** What was asked for and means something. What does not (an unknown code, a made-up status) is left out. */
export interface Asked {
  readonly q: string;
  readonly agency: Agency | undefined;
  readonly region: string;
  readonly category: string;
  readonly statuses: readonly ComplaintStatus[];
  readonly classes: readonly ComplaintClass[];
  readonly outcomes: readonly Outcome[];
  readonly from: Day | undefined;
  readonly until: Day | undefined;
  readonly late: boolean;
  readonly typedDays: { readonly from: DateParts; readonly until: DateParts };
  readonly errors: readonly FieldError[];
  readonly after: string | undefined;
}

const MOST_WORDS = 200;

export async function readAsked(url: URL, db: Db, words: PublicWords): Promise<Asked> {
  const query = url.searchParams;
  const one = (name: string) => (query.get(name) ?? '').trim().slice(0, MOST_WORDS);
  const chosen = <Value extends string>(name: string, known: readonly Value[]) =>
    known.filter((value) => query.getAll(name).includes(value));
  const [agency, region, category] = await Promise.all([
    one('agency') === '' ? undefined : agencyByCode(db, one('agency')),
    one('region') === '' ? undefined : regionByCode(db, one('region')),
    one('category') === '' ? undefined : categoryByCode(db, one('category')),
  ]);
  const typed = Object.fromEntries(query);
  const days = { from: dayOf(one('from'), dateParts(typed, 'from')), until: dayOf(one('until'), dateParts(typed, 'until')) };
  const errors: FieldError[] = (['from', 'until'] as const)
    .filter((name) => days[name].wrong)
    .map((name) => ({ field: name, message: words.wrongDay }));
  const [from, until] = [days.from.day, days.until.day];
  if (from && until && Temporal.PlainDate.compare(from, until) > 0) errors.push({ field: 'until', message: words.daysReversed });
  return {
    q: one('q'),
    agency,
    region: region?.code ?? '',
    category: category?.code ?? '',
    statuses: chosen('status', COMPLAINT_STATUSES),
    classes: chosen('class', COMPLAINT_CLASSES),
    outcomes: chosen('outcome', OUTCOMES),
    from,
    until,
    late: one('late') === 'yes',
    typedDays: { from: days.from.parts, until: days.until.parts },
    errors,
    after: query.get('after') ?? undefined,
  };
}

/** A day comes as `from=2026-03-17` in links, and in three boxes from the form. */
function dayOf(text: string, parts: DateParts): { day: Day | undefined; parts: DateParts; wrong: boolean } {
  const written = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  const given = written ? { year: written[1] ?? '', month: written[2] ?? '', day: written[3] ?? '' } : parts;
  const empty = given.day === '' && given.month === '' && given.year === '';
  const day = empty ? undefined : dayFromParts(given);
  const possible = day !== undefined && day.year >= 1945 && day.year <= 2200;
  return { day: possible ? day : undefined, parts: given, wrong: !empty && !possible };
}

export function toFilter(asked: Asked, now: Moment): ListFilter {
  return {
    statuses: asked.statuses,
    classes: asked.classes,
    outcomes: asked.outcomes,
    ...(asked.region ? { regionCode: asked.region } : {}),
    ...(asked.category ? { categoryCode: asked.category } : {}),
    ...(asked.agency ? { agencyId: asked.agency.id } : {}),
    ...(asked.from ? { filedFrom: asked.from } : {}),
    ...(asked.until ? { filedUntil: asked.until } : {}),
    ...(asked.late ? { overdueAt: now } : {}),
    ...(asked.q ? { words: asked.q } : {}),
  };
}

export type Pair = readonly [string, string];

/** The filter as name and value, in one order. */
export function pairsOf(asked: Asked): Pair[] {
  return [
    ...(asked.q ? [['q', asked.q] as const] : []),
    ...(asked.agency ? [['agency', asked.agency.code] as const] : []),
    ...(asked.region ? [['region', asked.region] as const] : []),
    ...(asked.category ? [['category', asked.category] as const] : []),
    ...asked.statuses.map((value) => ['status', value] as const),
    ...asked.classes.map((value) => ['class', value] as const),
    ...asked.outcomes.map((value) => ['outcome', value] as const),
    ...(asked.from ? [['from', asked.from.toString()] as const] : []),
    ...(asked.until ? [['until', asked.until.toString()] as const] : []),
    ...(asked.late ? [['late', 'yes'] as const] : []),
  ];
}

export function addressOf(path: string, pairs: readonly Pair[]): string {
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs.map(([name, value]) => [name, value]))}`;
}
