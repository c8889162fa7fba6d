import { sql } from 'kysely';
import type { Tx } from '../../database/database.ts';
import type { Json } from '../canonical-json.ts';
import { utcText } from '../log/root-store.ts';
import { type Stream, streamOf } from './streams.ts';

export interface FileRow {
  readonly file_id: string;
  readonly kind: string;
  readonly salt: Buffer;
  readonly head_seq: number;
  readonly head_hash: Buffer;
  readonly logged_seq: number;
}

export interface EventRow {
  readonly file_id: string;
  readonly seq: number;
  readonly type: string;
  /** As `momentText` writes it, made by the server: a row altered to a time that is none must be named, not crash us. */
  readonly at: string;
  readonly actor: string;
  readonly commitment: Buffer;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
}

export interface PayloadRow {
  readonly file_id: string;
  readonly seq: number;
  readonly salt: Buffer;
  readonly payload: Json;
}

export interface LeafRow {
  readonly leaf_index: number;
  readonly file_id: string;
  readonly head_seq: number;
  readonly head_hash: Buffer;
  readonly leaf_hash: Buffer;
}

/** The four tables side by side, each in the order of file and number, so that one pass sees all of a file together. */
export interface FileStreams {
  readonly files: Stream<FileRow>;
  readonly events: Stream<EventRow>;
  readonly payloads: Stream<PayloadRow>;
  readonly leaves: Stream<LeafRow>;
}

export async function fileStreams(tx: Tx): Promise<FileStreams> {
  return {
    files: await streamOf<FileRow>(
      tx,
      'audit_files',
      sql`SELECT id AS file_id, kind, salt, head_seq, head_hash, logged_seq FROM audit.files ORDER BY id`,
    ),
    events: await streamOf<EventRow>(
      tx,
      'audit_events',
      sql`SELECT file_id, seq, type, ${utcText('at')} AS at, actor,
             commitment, previous_hash, hash FROM audit.events ORDER BY file_id, seq`,
    ),
    payloads: await streamOf<PayloadRow>(
      tx,
      'audit_payloads',
      sql`SELECT file_id, seq, salt, payload FROM audit.payloads ORDER BY file_id, seq`,
    ),
    leaves: await streamOf<LeafRow>(
      tx,
      'audit_leaves_by_file',
      sql`SELECT leaf_index, file_id, head_seq, head_hash, leaf_hash FROM audit.leaves ORDER BY file_id, head_seq`,
    ),
  };
}

/** The file that comes next in any of the streams. PostgreSQL orders uuids as their hexadecimal text is ordered. */
export async function nextFileId(streams: FileStreams): Promise<string | undefined> {
  let first: string | undefined;
  for (const stream of [streams.files, streams.events, streams.payloads, streams.leaves] as Stream<{ file_id: string }>[]) {
    const id = (await stream.peek())?.file_id;
    if (id !== undefined && (first === undefined || id < first)) first = id;
  }
  return first;
}

/** The rows of one file, one by one. */
export async function* rowsOf<Row extends { readonly file_id: string }>(
  stream: Stream<Row>,
  fileId: string,
): AsyncGenerator<Row> {
  for (let row = await stream.peek(); row?.file_id === fileId; row = await stream.peek()) {
    await stream.take();
    yield row;
  }
}
