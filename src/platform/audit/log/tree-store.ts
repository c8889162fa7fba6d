import { sql } from 'kysely';
import type { Db, Tx } from '../../database/database.ts';
import type { Digest } from '../digest.ts';
import type { AuditTables } from '../tables.ts';
import { foldSubtrees, type Grown, positionOf, type Subtree, subtreesOf, type Tree } from './merkle.ts';
import type { Range } from './merkle-proofs.ts';

/** How many leaves the log has. */
export async function logSize(db: Db | Tx): Promise<number> {
  const last = await db
    .withTables<AuditTables>()
    .selectFrom('audit.leaves')
    .select('leaf_index')
    .orderBy('leaf_index', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ? last.leaf_index + 1 : 0;
}

/** The tree as it was at a size; reads one row a peak, about log2(size). */
export async function treeAt(db: Db | Tx, size: number): Promise<Tree> {
  const subtrees = subtreesOf(0, size);
  const hashes = await readHashes(db, subtrees);
  return { size, peaks: subtrees.map((subtree) => hashOf(hashes, subtree)) };
}

/** The hashes of a proof, each folded from complete subtrees; one query. */
export async function hashesOfRanges(db: Db | Tx, ranges: readonly Range[]): Promise<Digest[]> {
  const divided = ranges.map(([start, end]) => subtreesOf(start, end));
  const hashes = await readHashes(db, divided.flat());
  return divided.map((subtrees) => foldSubtrees(subtrees.map((subtree) => hashOf(hashes, subtree))));
}

export interface NewLeaf {
  readonly fileId: string;
  readonly headSeq: number;
  readonly headHash: Digest;
  readonly leafHash: Digest;
}

/** Writes leaves after the first `before` ones, and the subtrees they completed. The caller holds the log's lock. */
export async function writeLeaves(tx: Tx, before: number, leaves: readonly NewLeaf[], { completed }: Grown): Promise<void> {
  const column = <Name extends keyof NewLeaf>(name: Name): NewLeaf[Name][] => leaves.map((leaf) => leaf[name]);
  await sql`
    WITH node AS (
      INSERT INTO audit.nodes (position, hash)
      SELECT * FROM unnest(${completed.map(positionOf)}::bigint[], ${completed.map(({ hash }) => hash)}::bytea[])
    )
    INSERT INTO audit.leaves (leaf_index, file_id, head_seq, head_hash, leaf_hash)
    SELECT * FROM unnest(${leaves.map((_, i) => before + i)}::bigint[], ${column('fileId')}::uuid[],
      ${column('headSeq')}::int[], ${column('headHash')}::bytea[], ${column('leafHash')}::bytea[])`.execute(tx);
}

async function readHashes(db: Db | Tx, subtrees: readonly Subtree[]): Promise<Map<number, Digest>> {
  const inner = subtrees.filter(({ level }) => level > 0).map(positionOf);
  const leaves = subtrees.filter(({ level }) => level === 0).map(({ index }) => index);
  const { rows } = await sql<{ leaf: boolean; place: number; hash: Buffer }>`
    SELECT false AS leaf, position AS place, hash FROM audit.nodes WHERE position = ANY (${inner}::bigint[])
    UNION ALL
    SELECT true, leaf_index, leaf_hash FROM audit.leaves WHERE leaf_index = ANY (${leaves}::bigint[])`.execute(db);
  return new Map(rows.map(({ leaf, place, hash }) => [leaf ? positionOf({ level: 0, index: place }) : place, hash]));
}

function hashOf(hashes: ReadonlyMap<number, Digest>, subtree: Subtree): Digest {
  const hash = hashes.get(positionOf(subtree));
  if (!hash) throw new Error(`audit: the log lacks the subtree ${subtree.level}/${subtree.index}; run tuntas audit verify`);
  return hash;
}
