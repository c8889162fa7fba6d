import { describe, expect, it } from 'vitest';
import { type Peer, standingAmong } from './peers.ts';

const peer = (agencyId: string, score: string, regionCode: string | null = '51.01', kind = 'regency-government'): Peer => ({
  agencyId,
  kind,
  regionCode,
  score,
});

describe('the rank of an agency', () => {
  it('is shared by equal scores, and the next one skips their places', () => {
    const peers = [peer('a', '90'), peer('b', '88.50'), peer('c', '88.5'), peer('d', '70'), peer('e', '60')];
    const ranks = peers.map(({ agencyId }) => standingAmong(peers, agencyId).kind);
    expect(ranks.map((one) => one?.rank)).toEqual([1, 2, 2, 4, 5]);
    expect(ranks.map((one) => one?.tied)).toEqual([0, 1, 1, 0, 0]);
    expect(ranks[0]).toMatchObject({ of: 5, best: '90.00', median: '88.50', isSmall: false });
  });

  it('compares what is published: 80.995 and 81 share a place', () => {
    const peers = [peer('a', '80.995'), peer('b', '81')];
    expect(standingAmong(peers, 'a').kind).toMatchObject({ rank: 1, tied: 1, isSmall: true });
  });

  it('is among its kind alone, and within its province where that is another group', () => {
    const peers = [peer('a', '70'), peer('b', '90', '21.01'), peer('c', '80', '51.71', 'city-government'), peer('d', '60')];
    expect(standingAmong(peers, 'a')).toMatchObject({ kind: { rank: 2, of: 3 }, province: { rank: 1, of: 2 } });
    expect(standingAmong(peers, 'c')).toEqual({ kind: null, province: null });
    expect(standingAmong(peers, 'nobody')).toEqual({ kind: null, province: null });
  });

  it('has no province where all of its kind stand in one', () => {
    expect(standingAmong([peer('a', '70'), peer('d', '60')], 'a').province).toBeNull();
  });
});
