/** A cluster as it is kept: a candidate that a person judges. */
import type { Day, Moment } from '../../../kernel/time.ts';
import type { ClusterKind } from './found.ts';

export const CANDIDATE_STATES = ['candidate', 'dismissed', 'opened'] as const;
export type CandidateState = (typeof CANDIDATE_STATES)[number];

/** A word that may be shown: the stem, how people wrote it, and how many of the complaints have it. */
export interface ShownWord {
  readonly stem: string;
  readonly word: string;
  readonly rows: number;
}

export interface Candidate {
  readonly id: string;
  readonly version: number;
  readonly officeId: string;
  readonly officePath: readonly string[];
  readonly agencyId: string;
  readonly governmentId: string;
  readonly serviceId: string | null;
  /** Empty = filed without one, or each time under another. */
  readonly categoryCode: string;
  readonly kind: ClusterKind;
  /** In how many four-week parts of the year looked through there is one of its reports; `null` = not counted then. */
  readonly parts: { readonly having: number; readonly of: number } | null;
  readonly place: string;
  /** Both with. */
  readonly fromOn: Day;
  readonly untilOn: Day;
  readonly rows: number;
  readonly expected: number;
  readonly otherWeeks: number;
  readonly elsewhere: number;
  readonly logChance: number;
  readonly words: readonly ShownWord[];
  readonly state: CandidateState;
  readonly firstFoundAt: Moment;
  readonly lastFoundAt: Moment;
  readonly settledAt: Moment | null;
  readonly settledBy: string | null;
  readonly reason: string | null;
  readonly dismissedRows: number | null;
  readonly reviewId: string | null;
  readonly caseId: string | null;
  readonly toldAt: Moment | null;
  readonly toldCount: number | null;
}

/** What becomes of a cluster found again: decision 0024. */
export type Again = 'new' | 'update' | 'return' | 'leave';

/** A dismissed candidate comes back when it has grown by half. */
const GROWN = 1.5;

/**
 * @param known candidates of the same office and place with how many rows each shares with the one found
 * @returns what to do, and with which
 */
export function whatOfFound(
  rows: number,
  known: readonly { readonly candidate: Pick<Candidate, 'id' | 'state' | 'rows' | 'dismissedRows'>; readonly shared: number }[],
): { readonly what: Again; readonly id: string | null } {
  const [same] = known
    .filter(({ candidate, shared }) => shared * 2 >= Math.min(rows, candidate.rows))
    .sort((a, b) => b.shared - a.shared || (a.candidate.id < b.candidate.id ? -1 : 1));
  if (!same) return { what: 'new', id: null };
  const { candidate } = same;
  if (candidate.state === 'candidate') return { what: 'update', id: candidate.id };
  if (candidate.state === 'opened') return { what: 'leave', id: candidate.id };
  const hasGrown = rows >= GROWN * (candidate.dismissedRows ?? candidate.rows);
  return { what: hasGrown ? 'return' : 'leave', id: candidate.id };
}

/** Fewest complaints whose readable words show a stem: what one person wrote is no topic. */
export const LEAST_SHOWN = 3;

/** The words that may be shown, those of most complaints first. */
export function shownWords(
  words: readonly { readonly word: string; readonly rows: number }[],
  forms: ReadonlyMap<string, { readonly form: string; readonly rows: number }>,
): ShownWord[] {
  return words.flatMap(({ word: stem, rows }) => {
    const known = forms.get(stem);
    return known && known.rows >= LEAST_SHOWN ? [{ stem, word: known.form, rows }] : [];
  });
}
