import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Digest, sha256 } from '../digest.ts';
import { EMPTY_TREE, foldSubtrees, grow, leafHash, nodeHash, positionOf, rootOf, subtreesOf } from './merkle.ts';
import { consistencyRanges, inclusionRanges, isConsistent, isIncluded, type Range } from './merkle-proofs.ts';

const leaves: Digest[] = Array.from({ length: 300 }, (_, i) => leafHash(Buffer.from(`leaf ${i}`)));

// The definitions of RFC 9162 sections 2.1.1, 2.1.3.1 and 2.1.4.1 word for word, over all leaves.
function naiveRoot(list: readonly Digest[]): Digest {
  if (list.length === 0) return sha256();
  if (list.length === 1) return list[0] as Digest;
  const k = naiveSplit(list.length);
  return nodeHash(naiveRoot(list.slice(0, k)), naiveRoot(list.slice(k)));
}
function naivePath(m: number, list: readonly Digest[]): Digest[] {
  if (list.length === 1) return [];
  const k = naiveSplit(list.length);
  return m < k
    ? [...naivePath(m, list.slice(0, k)), naiveRoot(list.slice(k))]
    : [...naivePath(m - k, list.slice(k)), naiveRoot(list.slice(0, k))];
}
function naiveSubproof(m: number, list: readonly Digest[], known: boolean): Digest[] {
  if (m === list.length) return known ? [] : [naiveRoot(list)];
  const k = naiveSplit(list.length);
  return m <= k
    ? [...naiveSubproof(m, list.slice(0, k), known), naiveRoot(list.slice(k))]
    : [...naiveSubproof(m - k, list.slice(k), false), naiveRoot(list.slice(0, k))];
}
function naiveSplit(n: number): number {
  return 2 ** (Math.ceil(Math.log2(n)) - 1);
}

/** Proof hashes the way the store makes them: from stored complete subtrees alone. */
function hashesOf(ranges: readonly Range[], size: number): Digest[] {
  const stored = new Map<number, Digest>();
  leaves.slice(0, size).forEach((hash, index) => void stored.set(positionOf({ level: 0, index }), hash));
  for (const subtree of grow(EMPTY_TREE, leaves.slice(0, size)).completed) stored.set(positionOf(subtree), subtree.hash);
  return ranges.map(([start, end]) => foldSubtrees(subtreesOf(start, end).map((s) => stored.get(positionOf(s)) as Digest)));
}

const sizes = fc.integer({ min: 1, max: leaves.length });
const pairs = fc.tuple(sizes, sizes).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

describe('the tree', () => {
  it('of no leaves has the hash of nothing', () => {
    expect(rootOf(EMPTY_TREE).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('has the roots of the test vectors of Certificate Transparency', () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const roots = [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ];
    let tree = EMPTY_TREE;
    inputs.forEach((input, i) => {
      tree = grow(tree, [leafHash(Buffer.from(input, 'hex'))]).tree;
      expect(rootOf(tree).toString('hex')).toBe(roots[i]);
    });
  });

  it('grown in any steps has the root of the definition', () => {
    fc.assert(
      fc.property(pairs, ([half, whole]) => {
        const tree = grow(grow(EMPTY_TREE, leaves.slice(0, half)).tree, leaves.slice(half, whole)).tree;
        expect(tree.size).toBe(whole);
        expect(rootOf(tree)).toEqual(naiveRoot(leaves.slice(0, whole)));
      }),
    );
  });

  it('writes its subtrees down in the order of their positions, none twice and none left out', () => {
    const { completed } = grow(EMPTY_TREE, leaves);
    const inner = completed.map(positionOf);
    expect(inner).toEqual([...inner].sort((a, b) => a - b));
    const all = [...inner, ...leaves.map((_, index) => positionOf({ level: 0, index }))].sort((a, b) => a - b);
    expect(all).toEqual(all.map((_, i) => i));
  });
});

describe('an inclusion proof', () => {
  it('is that of the definition, from about log2(size) stored hashes, and holds', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, any) => {
        const index = any % size;
        const path = hashesOf(inclusionRanges(index, size), size);
        expect(path).toEqual(naivePath(index, leaves.slice(0, size)));
        expect(isIncluded(leaves[index] as Digest, index, size, path, naiveRoot(leaves.slice(0, size)))).toBe(true);
      }),
    );
  });

  it('does not hold for another leaf, place, size, root or path', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: leaves.length }), fc.nat(), (size, any) => {
        const index = any % size;
        const root = naiveRoot(leaves.slice(0, size));
        const path = naivePath(index, leaves.slice(0, size));
        const leaf = leaves[index] as Digest;
        const elsewhere = (index + 1) % size;
        expect(isIncluded(leaves[elsewhere] as Digest, index, size, path, root)).toBe(false);
        expect(isIncluded(leaf, elsewhere, size, path, root)).toBe(false);
        expect(isIncluded(leaf, index, index, path, root)).toBe(false);
        expect(isIncluded(leaf, index, size, path, sha256(root))).toBe(false);
        expect(isIncluded(leaf, index, size, path.slice(1), root)).toBe(false);
        expect(isIncluded(leaf, index, size, [...path, root], root)).toBe(false);
        expect(isIncluded(leaf, index, size, [sha256(), ...path.slice(1)], root)).toBe(false);
      }),
    );
  });

  it('is refused for a leaf that is not there', () => {
    expect(() => inclusionRanges(3, 3)).toThrow(RangeError);
    expect(() => inclusionRanges(-1, 3)).toThrow(RangeError);
  });

  it('needs few hashes in a log of ten million and of a hundred thousand million leaves', () => {
    for (const size of [10_000_001, 100_000_000_003]) {
      const subtrees = inclusionRanges(size - 2, size).flatMap(([start, end]) => subtreesOf(start, end));
      expect(subtrees.length).toBeLessThan(2 * Math.ceil(Math.log2(size)));
      expect(subtrees.every((s) => Number.isSafeInteger(s.index) && Number.isSafeInteger(positionOf(s)))).toBe(true);
    }
  });
});

describe('a consistency proof', () => {
  it('is that of the definition and holds', () => {
    fc.assert(
      fc.property(pairs, ([earlier, later]) => {
        const list = leaves.slice(0, later);
        const path = hashesOf(consistencyRanges(earlier, later), later);
        expect(path).toEqual(earlier === later ? [] : naiveSubproof(earlier, list, true));
        const before = { size: earlier, root: naiveRoot(leaves.slice(0, earlier)) };
        expect(isConsistent(before, { size: later, root: naiveRoot(list) }, path)).toBe(true);
      }),
    );
  });

  it('does not hold when the earlier tree had another leaf, or one more', () => {
    fc.assert(
      fc.property(pairs, fc.nat(), ([earlier, later], any) => {
        const other = leaves.slice(0, earlier).map((leaf, i) => (i === any % earlier ? sha256(leaf) : leaf));
        const path = hashesOf(consistencyRanges(earlier, later), later);
        const after = { size: later, root: naiveRoot(leaves.slice(0, later)) };
        expect(isConsistent({ size: earlier, root: naiveRoot(other) }, after, path)).toBe(false);
        expect(isConsistent({ size: earlier + 1, root: naiveRoot(leaves.slice(0, earlier)) }, after, path)).toBe(false);
      }),
    );
  });

  it('from the empty tree is empty, and never leads to a smaller tree', () => {
    expect(consistencyRanges(0, 7)).toEqual([]);
    expect(isConsistent({ size: 0, root: sha256() }, { size: 7, root: naiveRoot(leaves.slice(0, 7)) }, [])).toBe(true);
    expect(isConsistent({ size: 7, root: sha256() }, { size: 6, root: sha256() }, [])).toBe(false);
    expect(() => consistencyRanges(7, 6)).toThrow(RangeError);
  });
});
