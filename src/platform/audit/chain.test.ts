import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Temporal } from '../../kernel/time.ts';
import { canonicalJson } from './canonical-json.ts';
import { breakAt, commitmentTo, eventDigest, type Head, linkHash, momentText, type StoredLink } from './chain.ts';
import { digestOf, NO_DIGEST, sha256 } from './digest.ts';

const FILE = { kind: 'complaint', id: '019d0000-0000-7000-8000-000000000001' };

function chainOf(types: readonly string[]): StoredLink[] {
  let before: Head = { seq: 0, hash: NO_DIGEST };
  return types.map((type) => {
    const facts = { type, at: '2026-03-17T02:00:00.000000Z', actor: 'visitor', commitment: sha256(Buffer.from(type)) };
    const link = { ...facts, seq: before.seq + 1, previousHash: before.hash, hash: linkHash(FILE, before, eventDigest(facts)) };
    before = { seq: link.seq, hash: link.hash };
    return link;
  });
}

/** The number of the first event at which the chain breaks, and how. */
function firstBreak(links: readonly StoredLink[], file = FILE): [number, string] | undefined {
  let before: Head = { seq: 0, hash: NO_DIGEST };
  for (const link of links) {
    const why = breakAt(file, before, link);
    if (why) return [why === 'missing' ? before.seq + 1 : link.seq, why];
    before = { seq: link.seq, hash: link.hash };
  }
  return undefined;
}

describe('the chain of a file', () => {
  it('holds as it was made', () => {
    expect(firstBreak(chainOf(['filed', 'verified', 'forwarded']))).toBeUndefined();
  });

  it('pins the format: these hashes are published, so they may never change', () => {
    const commitment = commitmentTo(canonicalJson({ title: 'Jalan rusak', n: 1 }), Buffer.alloc(32, 7));
    expect(commitment.toString('hex')).toBe('fe4376f2c927a16bc15e6c467606a77889b007394ded1fde4765ddcc8ea26cae');
    const digest = eventDigest({ type: 'filed', at: '2026-03-17T02:00:00.000000Z', actor: 'visitor', commitment });
    expect(linkHash(FILE, { seq: 0, hash: NO_DIGEST }, digest).toString('hex')).toBe(
      'b365fbf1edf357e5aca0e21a4b0fd899ea29396e242342e243a7d10a3bfa44d6',
    );
  });

  it('breaks at the event where anything it says was changed', () => {
    const changes: Partial<StoredLink>[] = [
      { type: 'archived' },
      { at: '2026-03-17T02:00:00.000001Z' },
      { actor: 'person:x' },
      { commitment: NO_DIGEST },
      { hash: NO_DIGEST },
      { previousHash: sha256() },
    ];
    for (const change of changes) {
      const links = chainOf(['filed', 'verified', 'forwarded']);
      links[1] = { ...(links[1] as StoredLink), ...change };
      expect(firstBreak(links)).toEqual([2, 'altered']);
    }
  });

  it('breaks where an event is left out, and where two change places', () => {
    const [one, two, three] = chainOf(['filed', 'verified', 'forwarded']) as [StoredLink, StoredLink, StoredLink];
    expect(firstBreak([one, three])).toEqual([2, 'missing']);
    expect(firstBreak([one, { ...three, seq: 2 }, { ...two, seq: 3 }])).toEqual([2, 'altered']);
  });

  it('breaks at the next event when one was rewritten together with its hash', () => {
    const links = chainOf(['filed', 'verified', 'forwarded']);
    const other = chainOf(['filed', 'archived', 'forwarded']);
    expect(firstBreak([links[0], other[1], links[2]] as StoredLink[])).toEqual([3, 'unlinked']);
  });

  it('belongs to its file and kind', () => {
    const links = chainOf(['filed']);
    expect(firstBreak(links, { ...FILE, kind: 'case' })).toEqual([1, 'altered']);
    expect(firstBreak(links, { ...FILE, id: '019d0000-0000-7000-8000-000000000002' })).toEqual([1, 'altered']);
  });
});

describe('digests', () => {
  it('never confuse one list of fields with another', () => {
    const field = fc.oneof(fc.string(), fc.nat());
    fc.assert(
      fc.property(fc.array(field), fc.array(field), (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(digestOf('test', ...one).equals(digestOf('test', ...other))).toBe(same);
      }),
    );
    expect(digestOf('test', 'ab', 'c').equals(digestOf('test', 'a', 'bc'))).toBe(false);
  });

  it('refuse numbers that are not whole', () => {
    expect(() => digestOf('test', -1)).toThrow(RangeError);
    expect(() => digestOf('test', 1.5)).toThrow(RangeError);
  });
});

it('a moment is written with the six digits the database keeps', () => {
  const at = Temporal.Instant.from('2026-03-17T10:00:00.123456789+08:00');
  expect(momentText(at)).toBe('2026-03-17T02:00:00.123456Z');
  expect(momentText(Temporal.Instant.from('2026-03-17T02:00:00Z'))).toBe('2026-03-17T02:00:00.000000Z');
});
