import { z } from 'zod';
import type { Db } from '../database/database.ts';
import { eventDigest, momentText } from './chain.ts';
import { inclusionRanges } from './log/merkle-proofs.ts';
import { lastRoot } from './log/root-store.ts';
import { signedRoot } from './log/signed-root.ts';
import { hashesOfRanges } from './log/tree-store.ts';
import type { AuditTables } from './tables.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** An event as a proof shows it: in full, without what it says, or closed (its digest alone stands in for it). */
const provenEvent = z.union([
  z.object({
    seq: z.int().positive(),
    type: z.string(),
    at: z.string(),
    actor: z.string(),
    commitment: digest,
    hash: digest,
    opened: z.object({ salt: digest, payload: z.json() }).optional(),
  }),
  z.object({ seq: z.int().positive(), digest, hash: digest }),
]);

/**
 * All that is needed to check one file without us: its chain, its newest leaf under a signed root, and the way from that leaf to
 * the root. Hashes are in hexadecimal.
 */
export const fileProof = z.object({
  format: z.literal('tuntas-audit-proof/1'),
  file: z.object({ kind: z.string(), id: z.string() }),
  events: z.array(provenEvent).min(1),
  /** Absent while no root covers the file yet: the next daily root will. */
  inclusion: z
    .object({
      fileSalt: digest,
      leaf: z.object({ index: z.int().nonnegative(), headSeq: z.int().positive() }),
      path: z.array(digest).max(64),
      root: signedRoot,
    })
    .optional(),
});

export type FileProof = z.infer<typeof fileProof>;
export type ProvenEvent = FileProof['events'][number];

/**
 * How much of an event a proof shows: `closed` = only that there is one; `facts` = its kind, time and actor; `opened` = what it
 * says as well, with the salt, so that the reader can check it. An erased payload is not there to be opened.
 */
export type Disclosure = 'closed' | 'facts' | 'opened';

export interface ProofOptions {
  /** Who may see what is decided by the room that knows the reader; default `facts` for every event. */
  readonly disclose?: (event: { readonly seq: number; readonly type: string; readonly actor: string }) => Disclosure;
}

/** The proof for one file as of the last root; `undefined` when there is no such file. */
export async function proofFor(db: Db, fileId: string, options: ProofOptions = {}): Promise<FileProof | undefined> {
  // The root is read first: leaves before it and events before those never change, so the pieces fit together.
  const root = await lastRoot(db);
  const tables = db.withTables<AuditTables>();
  const file = await tables.selectFrom('audit.files').select(['kind', 'salt']).where('id', '=', fileId).executeTakeFirst();
  if (!file) return undefined;
  const leaf =
    root &&
    (await tables
      .selectFrom('audit.leaves')
      .select(['leaf_index', 'head_seq'])
      .where('file_id', '=', fileId)
      .where('leaf_index', '<', root.size)
      .orderBy('head_seq', 'desc')
      .limit(1)
      .executeTakeFirst());
  const path = root && leaf && (await hashesOfRanges(db, inclusionRanges(leaf.leaf_index, root.size)));
  const proof: FileProof = {
    format: 'tuntas-audit-proof/1',
    file: { kind: file.kind, id: fileId },
    events: await provenEvents(db, fileId, options),
  };
  if (path) {
    proof.inclusion = {
      fileSalt: file.salt.toString('hex'),
      leaf: { index: leaf.leaf_index, headSeq: leaf.head_seq },
      path: path.map((hash) => hash.toString('hex')),
      root,
    };
  }
  return proof;
}

async function provenEvents(db: Db, fileId: string, { disclose = () => 'facts' }: ProofOptions): Promise<ProvenEvent[]> {
  const rows = await db
    .withTables<AuditTables>()
    .selectFrom('audit.events as event')
    .leftJoin('audit.payloads as kept', (on) =>
      on.onRef('kept.file_id', '=', 'event.file_id').onRef('kept.seq', '=', 'event.seq'),
    )
    .select(['event.seq', 'event.type', 'event.at', 'event.actor', 'event.commitment', 'event.hash', 'kept.salt', 'kept.payload'])
    .where('event.file_id', '=', fileId)
    .orderBy('event.seq')
    .execute();
  return rows.map((row) => {
    const facts = { type: row.type, at: momentText(row.at), actor: row.actor };
    const hash = row.hash.toString('hex');
    const disclosure = disclose(row);
    if (disclosure === 'closed') {
      return { seq: row.seq, digest: eventDigest({ ...facts, commitment: row.commitment }).toString('hex'), hash };
    }
    const shown = { seq: row.seq, ...facts, commitment: row.commitment.toString('hex'), hash };
    if (disclosure === 'facts' || !row.salt) return shown;
    return { ...shown, opened: { salt: row.salt.toString('hex'), payload: row.payload as z.infer<ReturnType<typeof z.json>> } };
  });
}
