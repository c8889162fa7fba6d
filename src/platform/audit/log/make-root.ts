import { sql } from 'kysely';
import { dayOf } from '../../../kernel/time.ts';
import type { Tx } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Tools } from '../../tools.ts';
import { leafContent, momentText } from '../chain.ts';
import { enterWitnesses } from '../witnesses/ledger.ts';
import { grow, leafHash, rootOf } from './merkle.ts';
import { insertRoot, lastRootNumber } from './root-store.ts';
import { rootKey, type SignedRoot, signRoot } from './signed-root.ts';
import { logSize, treeAt, writeLeaves } from './tree-store.ts';

/** Files logged in one transaction: their heads stay locked for some hundredths of a second, no longer. */
const BATCH = 500;

/** Any number will do, as long as every Tuntas uses the same. */
const LOG_LOCK = 7_428_265_180;

/**
 * Appends a leaf for every file whose head has moved since its last one, signs the root of the whole log, and queues it for
 * the witnesses. Safe at any time, several at once, and again after a crash in the middle: leaves without a root yet are
 * simply part of the next one.
 */
export async function makeRoot(tools: Tools): Promise<SignedRoot> {
  let logged: number;
  do {
    logged = await inTransaction(tools, logMovedHeads);
  } while (logged === BATCH);
  return inTransaction(tools, async (tx) => {
    await lockLog(tx);
    const tree = await treeAt(tx, await logSize(tx));
    const now = tools.clock.now();
    const root = signRoot(
      {
        number: (await lastRootNumber(tx)) + 1,
        day: dayOf(now, 'Asia/Jakarta').toString(),
        at: momentText(now),
        origin: tools.settings.baseUrl,
        size: tree.size,
        rootHash: rootOf(tree).toString('hex'),
      },
      rootKey(tools.keys),
    );
    await insertRoot(tx, root);
    await enterWitnesses(tools, tx, root.number);
    return root;
  });
}

/** @returns how many files were logged; fewer than a batch when none is left */
async function logMovedHeads(tx: Tx): Promise<number> {
  await lockLog(tx);
  const { rows } = await sql<{ id: string; salt: Buffer; head_seq: number; head_hash: Buffer }>`
    SELECT id, salt, head_seq, head_hash FROM audit.files WHERE head_seq > logged_seq
    ORDER BY id LIMIT ${BATCH} FOR NO KEY UPDATE`.execute(tx);
  if (rows.length === 0) return 0;
  const before = await treeAt(tx, await logSize(tx));
  const leaves = rows.map((row) => ({
    fileId: row.id,
    headSeq: row.head_seq,
    headHash: row.head_hash,
    leafHash: leafHash(leafContent(row.salt, row.id, { seq: row.head_seq, hash: row.head_hash })),
  }));
  const grown = grow(
    before,
    leaves.map((leaf) => leaf.leafHash),
  );
  await writeLeaves(tx, before.size, leaves, grown);
  await sql`
    UPDATE audit.files SET logged_seq = logged.seq
    FROM unnest(${leaves.map((leaf) => leaf.fileId)}::uuid[], ${leaves.map((leaf) => leaf.headSeq)}::int[]) AS logged (id, seq)
    WHERE files.id = logged.id`.execute(tx);
  return rows.length;
}

/** One writer at a time: a leaf's number and the tree it is hashed into must not move underneath. */
async function lockLog(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${LOG_LOCK})`.execute(tx);
}
