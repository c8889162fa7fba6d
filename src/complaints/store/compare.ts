/**
 * Whether rows still say what the audit record says: a complaint whose row is gone, one without a record, a text that was changed
 * behind our back. The chains themselves are verified by platform/audit.
 */
import { createHash } from 'node:crypto';
import { fileIdsAfter, keptPayloads } from '../../platform/audit/index.ts';
import type { Db } from '../../platform/database/database.ts';
import type { ComplaintTables } from './tables.ts';

export type Mismatch =
  | { readonly code: 'complaint-row-missing'; readonly complaintId: string }
  | { readonly code: 'complaint-record-missing'; readonly complaintId: string }
  | { readonly code: 'entry-missing' | 'entry-altered'; readonly complaintId: string; readonly seq: number };

const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** SHA-256 of a text, hexadecimal. Only ever kept inside a salted commitment. */
export function textDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** All mismatches, streaming, with bounded memory. */
export async function* compareWithRecord(db: Db): AsyncGenerator<Mismatch> {
  for (let after = FIRST; ; ) {
    const ids = await fileIdsAfter(db, 'complaint', after, BATCH);
    yield* compareBatch(db, ids);
    const last = ids.at(-1);
    if (last === undefined || ids.length < BATCH) break;
    after = last;
  }
  yield* withoutRecord(db);
}

async function* compareBatch(db: Db, ids: readonly string[]): AsyncGenerator<Mismatch> {
  if (ids.length === 0) return;
  const tables = db.withTables<ComplaintTables>();
  const rows = await tables.selectFrom('complaints.complaints').select('id').where('id', 'in', ids).execute();
  const there = new Set(rows.map((row) => row.id));
  for (const complaintId of ids) if (!there.has(complaintId)) yield { code: 'complaint-row-missing', complaintId };
  const entries = await tables
    .selectFrom('complaints.entries')
    .select(['complaint_id', 'id', 'text'])
    .where('complaint_id', 'in', ids)
    .execute();
  const texts = new Map(entries.map((entry) => [`${entry.complaint_id} ${entry.id}`, entry.text]));
  for (const { fileId, seq, payload } of await keptPayloads(db, ids)) {
    const { entry, digest } = (payload ?? {}) as { readonly entry?: unknown; readonly digest?: unknown };
    if (typeof entry !== 'string' || typeof digest !== 'string') continue;
    const text = texts.get(`${fileId} ${entry}`);
    if (text === undefined) yield { code: 'entry-missing', complaintId: fileId, seq };
    else if (textDigest(text) !== digest) yield { code: 'entry-altered', complaintId: fileId, seq };
  }
}

async function* withoutRecord(db: Db): AsyncGenerator<Mismatch> {
  for (let after = FIRST; ; ) {
    const rows = await db
      .withTables<ComplaintTables>()
      .selectFrom('complaints.complaints')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    const ids = rows.map((row) => row.id);
    const recorded = new Set((await keptPayloads(db, ids)).map((payload) => payload.fileId));
    for (const complaintId of ids) if (!recorded.has(complaintId)) yield { code: 'complaint-record-missing', complaintId };
    const last = ids.at(-1);
    if (last === undefined || ids.length < BATCH) return;
    after = last;
  }
}
