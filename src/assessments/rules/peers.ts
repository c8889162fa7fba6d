import { BAND_DECIMALS } from './bands.ts';
import { decimalText, type Rational, ratio, rational, roundHalfUp } from './rational.ts';

/** An agency with its published score, among those it may be compared with: one round, so one method. */
export interface Peer {
  readonly agencyId: string;
  readonly kind: string;
  /** Dotted code; `null` for national bodies. */
  readonly regionCode: string | null;
  /** Two decimals, as published. */
  readonly score: string;
}

/** Below this a rank says little. */
export const SMALL_PEER_GROUP = 5;

export interface Standing {
  /** Shared by those with the same score; the next one then skips as many places (1, 2, 2, 4). */
  readonly rank: number;
  readonly of: number;
  /** Others with the same score. */
  readonly tied: number;
  readonly best: string;
  readonly median: string;
  readonly isSmall: boolean;
}

/** Where an agency stands among all of its kind, and among those of its kind in the same province; `null` when it is alone or unknown. */
export function standingAmong(
  peers: readonly Peer[],
  agencyId: string,
): { readonly kind: Standing | null; readonly province: Standing | null } {
  const own = peers.find((peer) => peer.agencyId === agencyId);
  if (!own) return { kind: null, province: null };
  const alike = peers.filter(({ kind }) => kind === own.kind);
  const near =
    own.regionCode === null ? [] : alike.filter(({ regionCode }) => provinceOf(regionCode) === provinceOf(own.regionCode));
  return { kind: standing(alike, own), province: near.length === alike.length ? null : standing(near, own) };
}

function provinceOf(regionCode: string | null): string | null {
  return regionCode?.slice(0, 2) ?? null;
}

function standing(group: readonly Peer[], own: Peer): Standing | null {
  if (group.length < 2) return null;
  const score = published(own);
  const scores = group.map(published).sort((a, b) => b.compare(a));
  const better = scores.filter((other) => other.compare(score) > 0).length;
  const same = scores.filter((other) => other.equals(score)).length;
  return {
    rank: better + 1,
    of: group.length,
    tied: same - 1,
    best: decimalText(scores[0] as Rational),
    median: decimalText(median(scores)),
    isSmall: group.length < SMALL_PEER_GROUP,
  };
}

/** What was published is what ranks: 80.995 and 81.00 are the same. */
function published(peer: Peer): Rational {
  return roundHalfUp(rational(peer.score), BAND_DECIMALS);
}

function median(sorted: readonly Rational[]): Rational {
  const middle = Math.floor(sorted.length / 2);
  const [a, b] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle] as Rational, sorted[middle] as Rational];
  return a.add(b).div(ratio(2, 1));
}
