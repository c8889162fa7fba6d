import type { Digest } from '../digest.ts';
import { greatestPowerOfTwoUpTo, nodeHash } from './merkle.ts';

/** Leaves from the first up to but without the second. A proof is a list of the hashes of such ranges. */
export type Range = readonly [start: number, end: number];

/** RFC 9162 section 2.1.3.1: the ranges whose hashes prove that leaf `index` is in the tree of `size`. */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!(index >= 0 && index < size)) throw new RangeError('the leaf is not in a tree of this size');
  const ranges: Range[] = [];
  for (let start = 0, end = size; end - start > 1; ) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.unshift([middle, end]);
      end = middle;
    } else {
      ranges.unshift([start, middle]);
      start = middle;
    }
  }
  return ranges;
}

/** RFC 9162 section 2.1.4.1: the ranges whose hashes prove that the tree of `size` begins with the tree of `earlier`. */
export function consistencyRanges(earlier: number, size: number): Range[] {
  if (!(earlier >= 0 && earlier <= size)) throw new RangeError('the earlier tree is larger than the later one');
  // Every tree begins with the empty one and with itself.
  if (earlier === 0 || earlier === size) return [];
  const ranges: Range[] = [];
  let start = 0;
  let end = size;
  while (earlier !== end) {
    const middle = start + splitOf(end - start);
    if (earlier <= middle) {
      ranges.unshift([middle, end]);
      end = middle;
    } else {
      ranges.unshift([start, middle]);
      start = middle;
    }
  }
  // Where the earlier tree is a complete subtree from the first leaf on, the checker knows its hash already.
  if (start > 0) ranges.unshift([start, end]);
  return ranges;
}

/** RFC 9162 section 2.1.3.2. */
export function isIncluded(leaf: Digest, index: number, size: number, path: readonly Digest[], root: Digest): boolean {
  if (!(index >= 0 && index < size)) return false;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && hash.equals(root);
}

/** RFC 9162 section 2.1.4.2. */
export function isConsistent(
  earlier: { readonly size: number; readonly root: Digest },
  later: { readonly size: number; readonly root: Digest },
  path: readonly Digest[],
): boolean {
  if (earlier.size > later.size) return false;
  if (earlier.size === later.size) return path.length === 0 && earlier.root.equals(later.root);
  if (earlier.size === 0) return path.length === 0;
  const hashes = earlier.size === greatestPowerOfTwoUpTo(earlier.size) ? [earlier.root, ...path] : [...path];
  let node = earlier.size - 1;
  let last = later.size - 1;
  while (node % 2 === 1) {
    node = half(node);
    last = half(last);
  }
  const first = hashes.shift();
  if (!first) return false;
  let before = first;
  let after = first;
  for (const hash of hashes) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      before = nodeHash(hash, before);
      after = nodeHash(hash, after);
      while (node % 2 === 0 && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      after = nodeHash(after, hash);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && before.equals(earlier.root) && after.equals(later.root);
}

/** The greatest power of two smaller than n: where RFC 9162 divides a tree of n leaves. */
function splitOf(n: number): number {
  return greatestPowerOfTwoUpTo(n - 1);
}

function half(n: number): number {
  return Math.floor(n / 2);
}
