/** What an office has on its desks: open cases by officer, stage, age and deadline. Pure. */
import { STAGES, type Stage } from '../case.transitions.ts';

/** Days since registration: up to and including the second number; `null` = and more. A house division, the third is about the target. */
export const AGE_BUCKETS = [
  { code: '0-30', from: 0, to: 30 },
  { code: '31-60', from: 31, to: 60 },
  { code: '61-89', from: 61, to: 89 },
  { code: '90-180', from: 90, to: 180 },
  { code: '181', from: 181, to: null },
] as const;
export type AgeBucket = (typeof AGE_BUCKETS)[number]['code'];

export function ageBucket(days: number): AgeBucket {
  // A clock that is wrong elsewhere may make a case younger than nothing.
  return AGE_BUCKETS.find(({ to }) => to === null || days <= to)?.code ?? '181';
}

/** So many open cases have this officer, stage, age and lateness. */
export interface LoadCount {
  /** `null` = nobody leads it yet. */
  readonly personId: string | null;
  readonly stage: Stage;
  readonly bucket: AgeBucket;
  readonly isOverdue: boolean;
  readonly count: number;
}

/** Which cases a number of the page counts: left out = all. */
export interface LoadFilter {
  readonly personId?: string | null | undefined;
  readonly stage?: Stage | undefined;
  readonly bucket?: AgeBucket | undefined;
  readonly isOverdue?: true | undefined;
}

export function countOf(counts: readonly LoadCount[], filter: LoadFilter): number {
  return counts.reduce((total, each) => (fits(each, filter) ? total + each.count : total), 0);
}

function fits(each: LoadCount, { personId, stage, bucket, isOverdue }: LoadFilter): boolean {
  return (
    (personId === undefined || each.personId === personId) &&
    (stage === undefined || each.stage === stage) &&
    (bucket === undefined || each.bucket === bucket) &&
    (isOverdue === undefined || each.isOverdue)
  );
}

/** Stages that hold a case, in the order of the procedure. */
export function stagesIn(counts: readonly LoadCount[]): readonly Stage[] {
  return STAGES.filter((stage) => counts.some((each) => each.stage === stage));
}

/** Officers, those with most first, and at the end what nobody leads. */
export function officersIn(counts: readonly LoadCount[]): readonly (string | null)[] {
  const ids = [...new Set(counts.map(({ personId }) => personId))];
  return ids.sort((one, other) => {
    if (one === null || other === null) return one === null ? 1 : -1;
    return countOf(counts, { personId: other }) - countOf(counts, { personId: one }) || (one < other ? -1 : 1);
  });
}
