import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../database/database.ts';
import type { Json } from './canonical-json.ts';
import { type ErasureRecord, erasureRecord, PAYLOAD_ERASED } from './erasure.ts';
import type { AuditTables } from './tables.ts';

export interface AuditEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: Moment;
  /** A reference: `person:ID`, `complainant`, `visitor`, `errand:NAME`. */
  readonly actor: string;
  readonly content: EventContent;
}

/** Why, by whom (a reference) and when a payload was erased. */
export interface Erasure extends ErasureRecord {
  readonly by: string;
  readonly at: Moment;
}

/** `lost` means broken: gone without an erasure that says why. */
export type EventContent =
  | { readonly state: 'kept'; readonly payload: Json }
  | { readonly state: 'erased'; readonly erasure: Erasure }
  | { readonly state: 'lost' };

/** The kept payloads of several files at once, for comparing what they say with what stands elsewhere. Erased ones are not among them. */
export async function keptPayloads(
  db: Db | Tx,
  fileIds: readonly string[],
): Promise<readonly { readonly fileId: string; readonly seq: number; readonly payload: Json }[]> {
  if (fileIds.length === 0) return [];
  const rows = await db
    .withTables<AuditTables>()
    .selectFrom('audit.payloads')
    .select(['file_id', 'seq', 'payload'])
    .where('file_id', 'in', [...fileIds])
    .orderBy('file_id')
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ fileId: row.file_id, seq: row.seq, payload: row.payload }));
}

/** Ids of the files of one kind in their order, a batch after an id. */
export async function fileIdsAfter(db: Db | Tx, kind: string, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .withTables<AuditTables>()
    .selectFrom('audit.files')
    .select('id')
    .where('kind', '=', kind)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** All events of a file in their order; none when there is no such file. Does not check hashes: that is verification's task. */
export async function readEvents(db: Db | Tx, fileId: string): Promise<AuditEvent[]> {
  const rows = await db
    .withTables<AuditTables>()
    .selectFrom('audit.events as event')
    .leftJoin('audit.payloads as kept', (on) =>
      on.onRef('kept.file_id', '=', 'event.file_id').onRef('kept.seq', '=', 'event.seq'),
    )
    .select(['event.seq', 'event.type', 'event.at', 'event.actor', 'kept.salt', 'kept.payload'])
    .where('event.file_id', '=', fileId)
    .orderBy('event.seq')
    .execute();
  const erasures = new Map<number, Erasure>();
  for (const row of rows) {
    const record = row.type === PAYLOAD_ERASED ? erasureRecord(row.payload) : undefined;
    if (record) erasures.set(record.seq, { ...record, by: row.actor, at: row.at });
  }
  return rows.map(({ seq, type, at, actor, salt, payload }) => {
    const erasure = erasures.get(seq);
    // The payload may be JSON null, so the salt tells whether the row is there.
    if (salt !== null) return { seq, type, at, actor, content: { state: 'kept', payload } };
    return { seq, type, at, actor, content: erasure ? { state: 'erased', erasure } : { state: 'lost' } };
  });
}
