import { type Digest, sha256 } from '../digest.ts';

/**
 * Merkle tree hashing after RFC 9162 section 2.1, over a list that only grows.
 *
 * A subtree is complete when it covers a power of two of leaves; its hash never changes again, so it can be stored. A tree of any
 * size is a few complete subtrees (its *peaks*, one for each bit of the size), and every hash of every proof is folded from
 * complete subtrees: about log2(size) rows are read for a root or a proof, whatever the size.
 */
export interface Subtree {
  /** Covers 2^level leaves. */
  readonly level: number;
  /** Counted from 0 among the subtrees of its level. */
  readonly index: number;
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export function leafHash(content: Uint8Array): Digest {
  return sha256(LEAF, content);
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Digest {
  return sha256(NODE, left, right);
}

/**
 * The complete subtrees that make up the leaves from `start` up to but without `end`, from left to right. `start` must be a
 * multiple of a power of two that is not less than `end - start`, as it is for every range RFC 9162 speaks of.
 */
export function subtreesOf(start: number, end: number): Subtree[] {
  const subtrees: Subtree[] = [];
  for (let from = start; from < end; ) {
    const width = greatestPowerOfTwoUpTo(end - from);
    subtrees.push({ level: Math.log2(width), index: from / width });
    from += width;
  }
  return subtrees;
}

/** The hash of a range from the hashes of its complete subtrees, from left to right. */
export function foldSubtrees(hashes: readonly Digest[]): Digest {
  return hashes.length === 0 ? sha256() : hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** 2^k <= n, n >= 1. Doubling instead of bit operators, which end at 31 bits. */
export function greatestPowerOfTwoUpTo(n: number): number {
  let width = 1;
  while (width * 2 <= n) width *= 2;
  return width;
}

/**
 * Where a complete subtree stands when all are written down in the order in which they become complete, leaves among them: a
 * key that only grows (appends touch the right edge of the index alone), and the order in which a reader recomputes them.
 */
export function positionOf({ level, index }: Subtree): number {
  const lastLeaf = (index + 1) * 2 ** level - 1;
  return 2 * lastLeaf - onesIn(lastLeaf) + level;
}

function onesIn(n: number): number {
  let ones = 0;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}

/** A tree as far as appending needs it: its size, and the hashes of its peaks from left to right. */
export interface Tree {
  readonly size: number;
  readonly peaks: readonly Digest[];
}

export interface Grown {
  readonly tree: Tree;
  /** The subtrees of level 1 and more that became complete, in the order of their positions. */
  readonly completed: readonly (Subtree & { readonly hash: Digest })[];
}

/** Appends leaf hashes. */
export function grow(tree: Tree, leaves: readonly Digest[]): Grown {
  const peaks = [...tree.peaks];
  const completed: (Subtree & { hash: Digest })[] = [];
  let size = tree.size;
  for (const leaf of leaves) {
    let hash = leaf;
    let level = 0;
    // Each trailing 1 of the size is a peak that the new leaf completes to the next level.
    for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      hash = nodeHash(peaks.pop() as Digest, hash);
      level += 1;
      completed.push({ level, index: Math.floor(size / 2 ** level), hash });
    }
    peaks.push(hash);
    size += 1;
  }
  return { tree: { size, peaks }, completed };
}

export const EMPTY_TREE: Tree = { size: 0, peaks: [] };

export function rootOf(tree: Tree): Digest {
  return foldSubtrees(tree.peaks);
}
