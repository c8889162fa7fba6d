/** The facts an evaluation is made of, live from the data, with the records behind each: whoever keeps the number keeps both. */
import { type MeasureRecord, type MeasureScope, measuredAt, measureRecords } from '../../../complaints/index.ts';
import { holdersAt, zoneOfRegion } from '../../../directory/index.ts';
import { type Day, dayOf, type Moment, Temporal } from '../../../kernel/time.ts';
import { type LawBook, lawBook } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/database.ts';
import { signInRecord } from '../../../platform/sign-in/index.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type EvaluationFacts, evaluate } from '../../rules/rad/evaluate.ts';
import type { Figures } from '../../rules/rad/evaluation.ts';
import { evaluationRuleOn, type Indicator } from '../../rules/rad/indicators.ts';
import { askedForYear } from '../../store/rad/collections.ts';
import { decreesOf, decreesOn } from '../../store/rad/decrees.ts';
import type { EvaluationRow } from '../../store/rad/evaluations.ts';
import { type PlanLine, plansOf } from '../../store/rad/rads.ts';
import type { Government } from './places.ts';

/** The measure of the room complaints behind an indicator. */
export const MEASURE_OF = {
  'followed-up': 'followed-up',
  'first-follow-up': 'first-follow-up',
  answers: 'answers-accepted',
} as const satisfies Partial<Record<Indicator, string>>;
export type MeasuredIndicator = keyof typeof MEASURE_OF;

export function isMeasured(indicator: Indicator): indicator is MeasuredIndicator {
  return Object.hasOwn(MEASURE_OF, indicator);
}

/** The part of a year that has been lived through where the government is; `undefined` = it has not begun. */
export function spanOf({ agency, regionCode }: Government, year: number, now: Moment): MeasureScope | undefined {
  const today = dayOf(now, zoneOfRegion(regionCode));
  const from = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  const last = Temporal.PlainDate.from({ year, month: 12, day: 31 });
  if (Temporal.PlainDate.compare(today, from) < 0) return undefined;
  return { agencyId: agency.id, from, until: Temporal.PlainDate.compare(today, last) < 0 ? today : last };
}

/** The plan that counts: the farthest on its way. */
const ORDER = ['adopted', 'accepted', 'with-ministry', 'with-province', 'returned', 'drafting'];
export function planThatCounts(plans: readonly PlanLine[]): PlanLine | undefined {
  return [...plans].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))[0];
}

type Counts = { readonly groups: Readonly<Record<string, number>>; readonly workingDays: number };

interface Around {
  readonly hasCoordinator: boolean;
  readonly coordinators: number;
  readonly active: number;
  readonly accountActive: boolean | null;
  readonly recordedSince: Day | null;
  readonly activeFrom: Day;
  readonly decreeId: string | null;
  readonly plan: PlanLine | undefined;
  readonly asked: EvaluationFacts['asked'];
}

interface Span {
  readonly until: Day;
  readonly activeDays: number;
}

/** What stands around the complaints of each government on the last day of a span. */
async function aroundAll(db: Db, ids: readonly string[], { until, activeDays }: Span): Promise<ReadonlyMap<string, Around>> {
  const coordinators = await holdersAt(db, ids, 'complaint.verify', until);
  const activeFrom = until.subtract({ days: activeDays - 1 });
  const { lastOn, recordedSince } = await signInRecord(db, [...new Set([...coordinators.values()].flat())], activeFrom, until);
  const isLongEnough = recordedSince !== null && Temporal.PlainDate.compare(recordedSince, activeFrom) <= 0;
  const plans = Map.groupBy(await plansOf(db, ids, until.year), ({ governmentId }) => governmentId);
  const asked = await askedForYear(db, ids, until.year, until);
  const decrees = await decreesOn(db, ids, until);
  return new Map(
    ids.map((id) => {
      const people = coordinators.get(id) ?? [];
      const active = people.filter((person) => lastOn.has(person)).length;
      const around: Around = {
        ...{ hasCoordinator: people.length > 0, coordinators: people.length, active, recordedSince, activeFrom },
        ...{ accountActive: active > 0 || isLongEnough ? active > 0 : null, decreeId: decrees.get(id) ?? null },
        ...{ plan: planThatCounts(plans.get(id) ?? []), asked: asked.get(id) ?? 'no' },
      };
      return [id, around];
    }),
  );
}

async function aroundOf(db: Db, { agency }: Government, span: Span): Promise<Around> {
  return (await aroundAll(db, [agency.id], span)).get(agency.id) as Around;
}

function factsFrom(around: Around, counts: Readonly<Record<MeasuredIndicator, Counts>>): EvaluationFacts {
  const of = (indicator: MeasuredIndicator, group: string) => counts[indicator].groups[group] ?? 0;
  return {
    ...{ hasCoordinator: around.hasCoordinator, accountActive: around.accountActive, decreeOnFile: around.decreeId !== null },
    followedUp: {
      hits: of('followed-up', 'followed-up'),
      cases: of('followed-up', 'followed-up') + of('followed-up', 'not-yet'),
      archived: of('followed-up', 'archived'),
    },
    firstFollowUp: {
      days: counts['first-follow-up'].workingDays,
      cases: of('first-follow-up', 'followed-up'),
      waiting: of('first-follow-up', 'waiting'),
      overdue: of('first-follow-up', 'overdue'),
    },
    answers: { accepted: of('answers', 'accepted'), contested: of('answers', 'contested'), silent: of('answers', 'silent') },
    ...{ plan: around.plan?.state ?? null, asked: around.asked },
  };
}

function figuresFrom(facts: EvaluationFacts, law: LawBook, { from, until }: MeasureScope): Figures {
  const rule = evaluationRuleOn(law, until);
  return { facts, rule, evaluation: evaluate(facts, rule), from: from.toString(), until: until.toString() };
}

/** The figures of a government as they are now; `undefined` = the year has not begun. */
export async function liveFigures(tools: Tools, government: Government, year: number): Promise<Figures | undefined> {
  return (await liveFiguresOf(tools, [government], year)).get(government.agency.id);
}

/** The same of many in a few queries, however many there are; where the year has not begun there are none. */
export async function liveFiguresOf(
  tools: Tools,
  governments: readonly Government[],
  year: number,
): Promise<ReadonlyMap<string, Figures>> {
  const now = tools.clock.now();
  const law = await lawBook(tools);
  const scopes = governments.flatMap((government) => spanOf(government, year, now) ?? []);
  const figures = new Map<string, Figures>();
  // A country has three zones: today is at most two days.
  for (const alike of Map.groupBy(scopes, ({ until }) => until.toString()).values()) {
    const [{ from, until }, agencyIds] = [alike[0] as MeasureScope, alike.map(({ agencyId }) => agencyId)];
    const count = (indicator: MeasuredIndicator) =>
      measuredAt(tools.db, MEASURE_OF[indicator], { agencyIds, from, until }, now, law);
    const [followedUp, first, answers] = [await count('followed-up'), await count('first-follow-up'), await count('answers')];
    const around = await aroundAll(tools.db, agencyIds, { until, activeDays: evaluationRuleOn(law, until).activeDays });
    for (const id of agencyIds) {
      const counts = { 'followed-up': followedUp.get(id), 'first-follow-up': first.get(id), answers: answers.get(id) };
      const known = counts as Record<MeasuredIndicator, Counts>;
      figures.set(id, figuresFrom(factsFrom(around.get(id) as Around, known), law, { agencyId: id, from, until }));
    }
  }
  return figures;
}

/** The figures with every record behind them: counted from these very records, so that they cannot say different things. */
export async function figuresWithRecords(
  tools: Tools,
  db: Db,
  government: Government,
  year: number,
): Promise<{ readonly figures: Figures; readonly rows: readonly EvaluationRow[] } | undefined> {
  const now = tools.clock.now();
  const scope = spanOf(government, year, now);
  if (!scope) return undefined;
  const law = await lawBook(tools, db);
  const records = {
    'followed-up': await measureRecords(db, 'followed-up', scope, now, law),
    'first-follow-up': await measureRecords(db, 'first-follow-up', scope, now, law),
    answers: await measureRecords(db, 'answers-accepted', scope, now, law),
  };
  const around = await aroundOf(db, government, {
    ...{ until: scope.until, activeDays: evaluationRuleOn(law, scope.until).activeDays },
  });
  const counts = Object.fromEntries(Object.entries(records).map(([name, all]) => [name, countsOf(all)])) as Record<
    MeasuredIndicator,
    Counts
  >;
  const figures = figuresFrom(factsFrom(around, counts), law, scope);
  const zone = zoneOfRegion(government.regionCode);
  const complaints = (Object.keys(records) as MeasuredIndicator[]).flatMap((indicator) =>
    records[indicator].map(
      (record): EvaluationRow => ({
        ...{ indicator, kind: 'complaint', ref: record.complaintId },
        facts: { group: record.group, on: dayOf(record.at, zone).toString(), workingDays: record.workingDays },
      }),
    ),
  );
  return { figures, rows: [...complaints, ...(await otherRows(db, government, around))] };
}

/** The records behind the indicators that count no complaints, as they are now. */
export async function liveRecords(tools: Tools, government: Government, year: number): Promise<readonly EvaluationRow[]> {
  const scope = spanOf(government, year, tools.clock.now());
  if (!scope) return [];
  const { activeDays } = evaluationRuleOn(await lawBook(tools), scope.until);
  return otherRows(tools.db, government, await aroundOf(tools.db, government, { until: scope.until, activeDays }));
}

function countsOf(records: readonly MeasureRecord[]): Counts {
  const groups: Record<string, number> = {};
  for (const { group } of records) groups[group] = (groups[group] ?? 0) + 1;
  return { groups, workingDays: records.reduce((all, { workingDays }) => all + (workingDays ?? 0), 0) };
}

async function otherRows(db: Db, { agency }: Government, around: Around): Promise<readonly EvaluationRow[]> {
  const decree = (await decreesOf(db, agency.id)).find(({ id }) => id === around.decreeId);
  const rows: EvaluationRow[] = [
    {
      ...{ indicator: 'account-active', kind: 'account', ref: null },
      facts: {
        ...{ coordinators: around.coordinators, active: around.active, from: around.activeFrom.toString() },
        recordedSince: around.recordedSince?.toString() ?? null,
      },
    },
  ];
  if (decree)
    rows.push({
      ...{ indicator: 'team-decree', kind: 'decree', ref: decree.id },
      facts: { number: decree.number, on: decree.decidedOn.toString(), until: decree.validUntil?.toString() ?? null },
    });
  if (around.plan)
    rows.push({
      ...{ indicator: 'action-plan', kind: 'plan', ref: around.plan.agreementId },
      facts: { code: around.plan.code, state: around.plan.state, lines: around.plan.lines },
    });
  return rows;
}
