/** Uncovered days before and after an agreement, asked of the days as they are now: what pages, documents and lists say of them. */

import type { Label } from '../../../kernel/language.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { type Agreement, coveredGovernments } from '../../rules/agreement.ts';
import { isWhollyFollowed } from '../../rules/draft.ts';
import { COVERING_KINDS } from '../../rules/kinds.ts';
import { dayWords } from '../../rules/reviews/day-words.ts';
import { type Gap, gapWords, overlapOf, uncoveredAfter } from '../../rules/reviews/renewal.ts';
import { isPublic } from '../../rules/visibility.ts';
import { nextCovering, predecessorOf, successorsOf } from '../../store/reviews/renewals.ts';

export interface Neighbour {
  readonly side: 'before' | 'after';
  /** The agreement on that side; `null` = nothing follows. */
  readonly other: Agreement | null;
  readonly gap: Gap | null;
  readonly overlap: { readonly from: Day; readonly to: Day; readonly days: number } | null;
}

/**
 * What stands before and after an agreement, with the days between.
 *
 * @param mayKnow whether who reads it may know of a successor: one that is not signed is no matter of the public, nor of officers who are not inside
 *   it. Then the days run on
 */
export async function neighboursOf(
  db: Db | Tx,
  agreement: Agreement,
  today: Day,
  mayKnow: (after: Agreement) => boolean = () => true,
): Promise<readonly Neighbour[]> {
  const neighbours: Neighbour[] = [];
  const before = await predecessorOf(db, agreement);
  if (before) {
    const gap = agreement.state === 'dropped' ? null : uncoveredAfter(before, agreement, today);
    neighbours.push({ side: 'before', other: before, gap, overlap: overlapOf(before, agreement) });
  }
  const followers = await successorsOf(db, agreement.id);
  const linked = followers.filter(mayKnow);
  for (const after of linked)
    neighbours.push({
      ...{ side: 'after', other: after, gap: uncoveredAfter(agreement, after, today) },
      overlap: isPublic(after) ? overlapOf(agreement, after) : null,
    });
  if (!COVERING_KINDS.includes(agreement.kind) || !isPublic(agreement) || isWhollyFollowed(agreement, linked)) return neighbours;
  // Governments that go on in none of them may be covered by one that is not linked. One that runs beside this one is no renewal: only days nobody
  // covers are named then.
  const followed = new Set(linked.flatMap(coveredGovernments));
  const left = coveredGovernments(agreement).filter((id) => !followed.has(id));
  const after = left.length === 0 ? undefined : await nextCovering(db, agreement, left);
  const gap = left.length === 0 ? null : uncoveredAfter(agreement, after ?? null, today);
  if (gap !== null) neighbours.push({ side: 'after', other: after ?? null, gap, overlap: null });
  return neighbours;
}

/** The uncovered days in words, for documents that are frozen. */
export async function gapsInWords(db: Db | Tx, agreement: Agreement, today: Day): Promise<readonly Label[]> {
  const around = await neighboursOf(db, agreement, today, isPublic);
  return around.flatMap(({ gap }) => (gap ? [gapWords(agreement.kind, gap, dayWords)] : []));
}
