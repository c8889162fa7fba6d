import { sql } from 'kysely';
import type { Tx } from '../../database/database.ts';
import { EMPTY_TREE, grow, positionOf, rootOf, type Subtree, type Tree } from '../log/merkle.ts';
import { asSignedRoot, type RootRow, roots } from '../log/root-store.ts';
import { isSignedWell, type SignedRoot } from '../log/signed-root.ts';
import { logSize } from '../log/tree-store.ts';
import type { Finding } from './finding.ts';
import { type Stream, streamOf } from './streams.ts';

interface Leaf {
  readonly leaf_index: number;
  readonly leaf_hash: Buffer;
}

interface Node {
  readonly position: number;
  readonly hash: Buffer;
}

/**
 * Computes the log anew from its leaves and compares it, on the way, with the stored subtrees, the stored roots and the roots
 * kept elsewhere.
 *
 * @param kept roots from elsewhere, by ascending size
 */
export async function* checkLog(tx: Tx, kept: readonly SignedRoot[]): AsyncGenerator<Finding, { leaves: number; roots: number }> {
  const leaves = await streamOf<Leaf>(tx, 'audit_log', sql`SELECT leaf_index, leaf_hash FROM audit.leaves ORDER BY leaf_index`);
  const nodes = await streamOf<Node>(tx, 'audit_nodes', sql`SELECT position, hash FROM audit.nodes ORDER BY position`);
  const stored = await storedRoots(tx);
  const waiting = [...kept];
  let tree = EMPTY_TREE;
  let intact = true;
  let previous: SignedRoot | undefined;
  let rootCount = 0;

  function* alone(root: SignedRoot): Generator<Finding> {
    rootCount += 1;
    yield* rootBreaks(root, previous);
    previous = root;
  }

  /** Every root of the present size. */
  async function* reached(): AsyncGenerator<Finding> {
    for (let root = await stored.peek(); root && root.size <= tree.size; root = await stored.peek()) {
      await stored.take();
      yield* alone(root);
      // Once a leaf is known to be broken, no later root can agree; only the kept ones are worth naming then.
      if (intact && !agrees(root, tree)) {
        intact = false;
        yield { grade: 'broken', code: 'log-differs', root: root.number, kept: false };
      }
    }
    for (; waiting[0] && waiting[0].size <= tree.size; waiting.shift()) {
      if (!agrees(waiting[0], tree)) yield { grade: 'broken', code: 'log-differs', root: waiting[0].number, kept: true };
    }
  }

  yield* reached();
  let count = 0;
  for (let leaf = await leaves.take(); leaf; leaf = await leaves.take()) {
    if (leaf.leaf_index !== count) {
      // Nothing after a gap can be computed, so nothing after it is judged.
      intact = false;
      yield { grade: 'broken', code: 'leaves-missing', firstLeaf: count, lastLeaf: leaf.leaf_index - 1 };
      count = await logSize(tx);
      break;
    }
    count += 1;
    const grown = grow(tree, [leaf.leaf_hash]);
    tree = grown.tree;
    for (const subtree of grown.completed) {
      const isSame = await takeNode(nodes, subtree);
      if (intact && !isSame) {
        intact = false;
        yield { grade: 'broken', code: 'tree-altered', ...leavesOf(subtree) };
      }
    }
    yield* reached();
  }
  for (let root = await stored.take(); root; root = await stored.take()) {
    yield* alone(root);
    if (root.size > count) yield { grade: 'broken', code: 'log-shorter', root: root.number, kept: false };
  }
  for (const root of waiting) {
    yield { grade: 'broken', code: root.size > count ? 'log-shorter' : 'log-differs', root: root.number, kept: true };
  }
  return { leaves: count, roots: rootCount };
}

async function storedRoots(tx: Tx): Promise<Stream<SignedRoot>> {
  const rows = await streamOf<RootRow>(tx, 'audit_roots', sql`${roots(tx).orderBy('number')}`);
  const signed = (row: RootRow | undefined) => row && asSignedRoot(row);
  return { peek: async () => signed(await rows.peek()), take: async () => signed(await rows.take()) };
}

/** What a stored root says against itself and against the one before it. */
function* rootBreaks(root: SignedRoot, previous: SignedRoot | undefined): Generator<Finding> {
  const name = { grade: 'broken', root: root.number, kept: false } as const;
  const expected = (previous?.number ?? 0) + 1;
  if (root.number !== expected) yield { ...name, code: 'root-missing', root: expected };
  if (!isSignedWell(root)) yield { ...name, code: 'root-forged' };
  if (previous && root.size < previous.size) yield { ...name, code: 'root-shrinks' };
  if (previous && root.publicKey !== previous.publicKey) yield { ...name, code: 'key-replaced' };
}

function agrees(root: SignedRoot, tree: Tree): boolean {
  return root.size === tree.size && rootOf(tree).toString('hex') === root.rootHash;
}

/** Takes the stored hash of a subtree; false when it is another, or none. */
async function takeNode(nodes: Stream<Node>, subtree: Subtree & { readonly hash: Buffer }): Promise<boolean> {
  const position = positionOf(subtree);
  for (let node = await nodes.peek(); node && node.position < position; node = await nodes.peek()) await nodes.take();
  const node = await nodes.peek();
  if (node?.position !== position) return false;
  await nodes.take();
  return node.hash.equals(subtree.hash);
}

function leavesOf({ level, index }: Subtree): { firstLeaf: number; lastLeaf: number } {
  return { firstLeaf: index * 2 ** level, lastLeaf: (index + 1) * 2 ** level - 1 };
}
