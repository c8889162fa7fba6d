import { sql } from 'kysely';
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
  const rows = await eventRows(db, fileId).orderBy('event.seq').execute();
  return asEvents(rows, erasuresIn(rows));
}

/** Some events of a file, the newest first, for pages. @param before only those with a smaller number */
export async function newestEvents(
  db: Db | Tx,
  fileId: string,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<AuditEvent[]> {
  const from = eventRows(db, fileId);
  const rows = await (before === null ? from : from.where('event.seq', '<', before))
    .orderBy('event.seq', 'desc')
    .limit(limit)
    .execute();
  // Erased by an event that came later and may stand on another page.
  const erasures = await eventRows(db, fileId).where('event.type', '=', PAYLOAD_ERASED).execute();
  return asEvents(rows, erasuresIn(erasures));
}

function eventRows(db: Db | Tx, fileId: string) {
  return db
    .withTables<AuditTables>()
    .selectFrom('audit.events as event')
    .leftJoin('audit.payloads as kept', (on) =>
      on.onRef('kept.file_id', '=', 'event.file_id').onRef('kept.seq', '=', 'event.seq'),
    )
    .select(['event.seq', 'event.type', 'event.at', 'event.actor', 'kept.salt', 'kept.payload'])
    .where('event.file_id', '=', fileId);
}

type EventRow = Awaited<ReturnType<ReturnType<typeof eventRows>['execute']>>[number];

function erasuresIn(rows: readonly EventRow[]): ReadonlyMap<number, Erasure> {
  const erasures = new Map<number, Erasure>();
  for (const row of rows) {
    const record = row.type === PAYLOAD_ERASED ? erasureRecord(row.payload) : undefined;
    if (record) erasures.set(record.seq, { ...record, by: row.actor, at: row.at });
  }
  return erasures;
}

function asEvents(rows: readonly EventRow[], erasures: ReadonlyMap<number, Erasure>): AuditEvent[] {
  return rows.map(({ seq, type, at, actor, salt, payload }) => {
    const erasure = erasures.get(seq);
    // The payload may be JSON null, so the salt tells whether the row is there.
    if (salt !== null) return { seq, type, at, actor, content: { state: 'kept', payload: payload as Json } };
    return { seq, type, at, actor, content: erasure ? { state: 'erased', erasure } : { state: 'lost' } };
  });
}

/** What one officer did in a time, in files of these kinds. `actor` is a reference (`person:ID`). */
export interface DoneBy {
  readonly actor: string;
  readonly from: Moment;
  /** No longer part of it. */
  readonly until: Moment;
  readonly kinds: readonly string[];
  /** Of these files alone. */
  readonly fileIds?: readonly string[];
}

/** The index of officers' events (0027) is used only when the query says that it asks for nothing else. */
const doneBy = ({ actor, from, until, kinds, fileIds }: DoneBy) => sql`
  FROM audit.events e JOIN audit.files f ON f.id = e.file_id
  WHERE e.actor = ${actor} AND e.actor LIKE 'person:%' AND e.at >= ${from.toString()}::timestamptz AND e.at < ${until.toString()}::timestamptz
    AND f.kind = ANY (${[...kinds]}::text[])
    AND ${fileIds ? sql<boolean>`e.file_id = ANY (${[...fileIds]}::uuid[])` : sql<boolean>`true`}`;

/** How many events of which type an officer wrote. */
export async function countDone(
  db: Db | Tx,
  done: DoneBy,
): Promise<readonly { readonly kind: string; readonly type: string; readonly count: number }[]> {
  const { rows } = await sql<{ kind: string; type: string; count: number }>`
    SELECT f.kind, e.type, count(*)::int AS count ${doneBy(done)} GROUP BY f.kind, e.type ORDER BY f.kind, e.type`.execute(
    db as Db,
  );
  return rows;
}

/** The files an officer wrote events in. */
export async function filesDoneIn(
  db: Db | Tx,
  done: DoneBy,
): Promise<readonly { readonly kind: string; readonly fileId: string }[]> {
  const { rows } = await sql<{ kind: string; fileId: string }>`
    SELECT DISTINCT f.kind, f.id AS "fileId" ${doneBy(done)} ORDER BY f.id`.execute(db as Db);
  return rows;
}

export interface DoneEvent {
  readonly kind: string;
  readonly fileId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: Moment;
}

/** An officer's events of these types (`case/pass-formal`), the newest first, a page at a time. */
export async function eventsDone(
  db: Db | Tx,
  done: DoneBy,
  page: {
    readonly types: readonly string[];
    readonly after: { at: string; fileId: string; seq: number } | null;
    readonly limit: number;
  },
): Promise<readonly DoneEvent[]> {
  const { after } = page;
  const { rows } = await sql<DoneEvent>`
    SELECT f.kind, e.file_id AS "fileId", e.seq, e.type, e.at ${doneBy(done)} AND f.kind || '/' || e.type = ANY (${[...page.types]}::text[])
      AND (${after?.at ?? null}::timestamptz IS NULL
        OR (e.at, e.file_id, e.seq) < (${after?.at ?? null}::timestamptz, ${after?.fileId ?? null}::uuid, ${after?.seq ?? null}::int))
    ORDER BY e.at DESC, e.file_id DESC, e.seq DESC LIMIT ${page.limit}`.execute(db as Db);
  return rows;
}
