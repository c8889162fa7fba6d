/** What both ways of looking share: where they look, and what they hand back. */
import type { CategoryRows } from './category.ts';
import type { Gathered } from './rows.ts';
import type { Surge, Weeks } from './surging-words.ts';
import type { Topic } from './topics.ts';

/** `surge`: far more than usual within some weeks. `steady`: month after month, far more than at other offices. */
export const CLUSTER_KINDS = ['surge', 'steady'] as const;
export type ClusterKind = (typeof CLUSTER_KINDS)[number];

/** Where is looked: the rows laid out, and which complaints may be a cluster there. */
export interface Scope {
  readonly gathered: Gathered;
  readonly category: CategoryRows;
  /** Whether the offices do comparable work, so that what one of them always has can be told from what all have. */
  readonly hasPeers: boolean;
  /** Whether these weeks are worth the counting. */
  isWorth(cell: number, window: Weeks): boolean;
  /** Whether these places may be one cluster. */
  accepts(places: readonly number[]): boolean;
}

/** A topic that has passed. */
export interface Found {
  readonly kind: ClusterKind;
  readonly window: Weeks;
  readonly topic: Topic;
  readonly words: readonly Surge[];
  readonly expected: number;
  readonly otherWeeks: number;
  readonly elsewhere: number;
  readonly logChance: number;
}
