/** The complaints behind a number that was taken, as far as somebody may read them: the others are counted and shown to nobody. */
import { readableNumbers } from '../../../complaints/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { type Day, Temporal } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import { evaluationRows } from '../../store/rad/evaluations.ts';
import type { MeasuredIndicator } from './figures.ts';

export interface ReadableRecord {
  readonly trackingNumber: string;
  /** Whether its page at the desk opens for whoever asks; else the public one does. */
  readonly isOwn: boolean;
  readonly group: string;
  readonly on: Day;
  readonly workingDays: number | null;
}

const AT_A_TIME = 500;
/** Where nearly all are closed to the reader a page may come short rather than slow: its link goes on. */
const LOOKED_THROUGH = 5000;

/** @returns `next` = the ordinal to go on after; `null` = there are no more */
export async function readableRecords(
  db: Db,
  actor: Actor,
  evaluationId: string,
  indicator: MeasuredIndicator,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<{ readonly lines: readonly ReadableRecord[]; readonly next: number | null }> {
  const lines: ReadableRecord[] = [];
  for (let last = after, looked = 0; ; ) {
    const rows = await evaluationRows(db, evaluationId, indicator, { after: last, limit: AT_A_TIME });
    const numbers = await readableNumbers(
      db,
      actor,
      rows.flatMap(({ ref }) => ref ?? []),
    );
    for (const [index, { ref, facts, ordinal }] of rows.entries()) {
      last = ordinal;
      const readable = ref === null ? undefined : numbers.get(ref);
      if (!readable) continue;
      lines.push({
        ...{ ...readable, group: String(facts.group), on: Temporal.PlainDate.from(String(facts.on)) },
        workingDays: typeof facts.workingDays === 'number' ? facts.workingDays : null,
      });
      const isEnd = rows.length < AT_A_TIME && index === rows.length - 1;
      if (lines.length === limit) return { lines, next: isEnd ? null : last };
    }
    looked += rows.length;
    if (rows.length < AT_A_TIME) return { lines, next: null };
    if (looked >= LOOKED_THROUGH) return { lines, next: last };
  }
}
