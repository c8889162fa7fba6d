/** The report of one or several offices over a period, with the period before it beside every number. */
import { agenciesByIds } from '../../../../directory/index.ts';
import { isZone } from '../../../../kernel/time.ts';
import { asLimit, dueMoment, type LawBook, lawBook } from '../../../../law/index.ts';
import type { Db } from '../../../../platform/database/database.ts';
import type { Tools } from '../../../../platform/tools.ts';
import {
  CASE_SETS,
  type CaseSet,
  type Dimension,
  FIGURE_TABLES,
  type FigureLine,
  type FigureTable,
  type TimeFigures,
} from '../../../rules/reports/figures.ts';
import { type Period, periodBefore } from '../../../rules/reports/period.ts';
import { type Divisors, NO_DIVISORS, type Scope } from '../../../store/reports/case-sets.ts';
import { countBy, countSet, registeredDays, respondentAgencies, timeTaken } from '../../../store/reports/office-figures.ts';

export interface OfficeReport {
  readonly period: Period;
  readonly before: Period;
  readonly sets: Readonly<Record<CaseSet, { readonly count: number; readonly before: number }>>;
  readonly tables: readonly { readonly table: FigureTable; readonly lines: readonly FigureLine[] }[];
  readonly time: { readonly now: TimeFigures; readonly before: TimeFigures };
}

export async function officeReport(tools: Pick<Tools, 'db'>, scope: Scope): Promise<OfficeReport> {
  const earlier = { ...scope, period: periodBefore(scope.period) };
  const [now, before] = [await halfOf(tools, scope), await halfOf(tools, earlier)];
  const pairs = CASE_SETS.map((set) => [set, { count: now.sets[set], before: before.sets[set] }] as const);
  return {
    period: scope.period,
    before: earlier.period,
    sets: Object.fromEntries(pairs) as OfficeReport['sets'],
    tables: FIGURE_TABLES.map((table, index) => ({ table, lines: merged(now.tables[index] ?? [], before.tables[index] ?? []) })),
    time: { now: now.time, before: before.time },
  };
}

type Counted = readonly { readonly key: string | null; readonly count: number }[];

async function halfOf(tools: Pick<Tools, 'db'>, scope: Scope) {
  const { db } = tools;
  const sets = {} as Record<CaseSet, number>;
  for (const set of CASE_SETS) sets[set] = await countSet(db, set, scope);
  const tables: Counted[] = [];
  for (const { set, by } of FIGURE_TABLES)
    tables.push(await countBy(db, set, by, scope, await divisorsFor(tools, set, by, scope)));
  const within = tables[FIGURE_TABLES.findIndex(({ by }) => by === 'target')]?.find(({ key }) => key === 'within')?.count ?? 0;
  return { sets, tables, time: { ...(await timeTaken(db, scope)), within } };
}

/** Groups of either period, those of now first. */
function merged(now: Counted, before: Counted): FigureLine[] {
  const earlier = new Map(before.map(({ key, count }) => [key, count]));
  const here = now.map(({ key, count }) => ({ key, count, before: earlier.get(key) ?? 0 }));
  const gone = before.filter(({ key }) => !now.some((line) => line.key === key));
  return [...here, ...gone.map(({ key, count }) => ({ key, count: 0, before: count }))];
}

/** What other rooms know and a division needs: of which kind agencies are, and when each target ran out. */
export async function divisorsFor(tools: Pick<Tools, 'db'>, set: CaseSet, by: Dimension, scope: Scope): Promise<Divisors> {
  if (by === 'agency-kind') return { ...NO_DIVISORS, agencyKinds: await kindsOf(tools.db, set, scope) };
  if (by === 'target') return { ...NO_DIVISORS, targets: await targetsOf(tools.db, await lawBook(tools), scope) };
  return NO_DIVISORS;
}

async function kindsOf(db: Db, set: CaseSet, scope: Scope): Promise<Divisors['agencyKinds']> {
  const agencies = await agenciesByIds(db, await respondentAgencies(db, set, scope));
  return [...agencies.values()].map(({ id, kind }) => ({ agencyId: id, kind }));
}

/** The target that was in force on the day of registration counts, by the calendar of the place. */
async function targetsOf(db: Db, book: LawBook, scope: Scope): Promise<Divisors['targets']> {
  return (await registeredDays(db, scope)).flatMap(({ day, zone, regionCode, first }) => {
    if (!isZone(zone)) return [];
    const limit = asLimit(book.parameter('case.target', day));
    const { dueAt } = dueMoment({ from: first, limit, zone, calendar: book.calendar(regionCode) });
    return [{ day: day.toString(), zone, regionCode, dueAt }];
  });
}
