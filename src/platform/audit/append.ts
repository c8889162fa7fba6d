import { sql } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Tx } from '../database/database.ts';
import type { Tools } from '../tools.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import { commitmentTo, eventDigest, type FileName, type Head, linkHash, momentText, SALT_BYTES } from './chain.ts';
import { type Digest, NO_DIGEST } from './digest.ts';
import type { AuditTables } from './tables.ts';

export interface NewEvent {
  readonly type: string;
  readonly at: Moment;
  /** A reference as `actorReference` makes it, never a name. */
  readonly actor: string;
  /** What happened, in references and values. Nothing that tells who a complainant is: that lives in the room `identity`. */
  readonly payload: Json;
}

export interface AppendOptions {
  /** The caller has just made this file: saves reading its head. Throws a unique violation when the file is there already. */
  readonly newFile?: boolean;
}

/**
 * Appends events to a file's chain inside the caller's transaction: all of them, or none when the transaction is rolled back.
 * A `newFile` costs one round trip, a known file two (its head is read and locked first). The lock is held until the transaction
 * ends, so appends to one file wait for each other and leave no gaps; take your own row's lock first, as always.
 *
 * @returns the numbers the events got
 * @throws Error when the file is known as another kind, TypeError for a payload that is not JSON
 */
export async function appendEvents(
  tools: Pick<Tools, 'random'>,
  tx: Tx,
  file: FileName,
  events: readonly NewEvent[],
  options: AppendOptions = {},
): Promise<readonly number[]> {
  if (events.length === 0) return [];
  const head = options.newFile ? undefined : ((await lockHead(tx, file.id)) ?? (await lockAbsent(tx, file.id)));
  if (head && head.kind !== file.kind) throw new Error(`audit: the file is a ${head.kind}, not a ${file.kind}`);
  const rows = linkUp(tools, file, head ?? { seq: 0, hash: NO_DIGEST }, events);
  const last = rows.at(-1) as Row;
  const column = <Name extends keyof Row>(name: Name): Row[Name][] => rows.map((row) => row[name]);
  const moveHead = head
    ? sql`UPDATE audit.files SET head_seq = ${last.seq}, head_hash = ${last.hash}
          WHERE id = ${file.id} AND head_seq = ${head.seq} AND head_hash = ${head.hash}`
    : sql`INSERT INTO audit.files (id, kind, salt, head_seq, head_hash)
          VALUES (${file.id}, ${file.kind}, ${Buffer.from(tools.random.bytes(SALT_BYTES))}, ${last.seq}, ${last.hash})`;
  const { numAffectedRows } = await sql`
    WITH event AS (
      INSERT INTO audit.events (file_id, seq, type, at, actor, commitment, previous_hash, hash)
      SELECT ${file.id}::uuid, * FROM unnest(${column('seq')}::int[], ${column('type')}::text[], ${column('at')}::timestamptz[],
        ${column('actor')}::text[], ${column('commitment')}::bytea[], ${column('previousHash')}::bytea[], ${column('hash')}::bytea[])
    ), payload AS (
      INSERT INTO audit.payloads (file_id, seq, salt, payload)
      SELECT ${file.id}::uuid, * FROM unnest(${column('seq')}::int[], ${column('salt')}::bytea[], ${column('payload')}::jsonb[])
    )
    ${moveHead}`.execute(tx);
  // We hold the head's lock, so this means that someone writes heads by another way than this one.
  if (numAffectedRows !== 1n) throw new Error('audit: the head of the file has moved under its lock');
  return column('seq');
}

/** Reads a file's head and keeps everyone else from appending until the transaction ends. */
export async function lockHead(tx: Tx, fileId: string): Promise<(Head & { readonly kind: string }) | undefined> {
  const row = await tx
    .withTables<AuditTables>()
    .selectFrom('audit.files')
    .select(['kind', 'head_seq', 'head_hash'])
    .where('id', '=', fileId)
    .forUpdate()
    .executeTakeFirst();
  return row && { kind: row.kind, seq: row.head_seq, hash: row.head_hash };
}

/**
 * Nobody can lock a row that is not there, so two who begin the same file wait for each other on its name; the second then finds
 * what the first has made.
 */
async function lockAbsent(tx: Tx, fileId: string): ReturnType<typeof lockHead> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${fileId}, 0))`.execute(tx);
  return lockHead(tx, fileId);
}

interface Row {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly actor: string;
  readonly commitment: Digest;
  readonly previousHash: Digest;
  readonly hash: Digest;
  readonly salt: Buffer;
  readonly payload: string;
}

function linkUp(tools: Pick<Tools, 'random'>, file: FileName, head: Head, events: readonly NewEvent[]): Row[] {
  let before = head;
  return events.map(({ type, at, actor, payload }) => {
    const text = storableJson(payload);
    const salt = Buffer.from(tools.random.bytes(SALT_BYTES));
    const facts = { type, at: momentText(at), actor, commitment: commitmentTo(text, salt) };
    const hash = linkHash(file, before, eventDigest(facts));
    const row = { ...facts, seq: before.seq + 1, previousHash: before.hash, hash, salt, payload: text };
    before = { seq: row.seq, hash };
    return row;
  });
}

/**
 * The payload as it is hashed and stored. PostgreSQL keeps neither U+0000 nor half a surrogate pair; its own message would quote
 * the payload and end up in a log, so both are refused here, under the SQLSTATE that the web answers as a malformed request.
 */
function storableJson(payload: Json): string {
  if (!isStorable(payload))
    throw Object.assign(new TypeError('audit: a payload with a text that cannot be stored'), { code: '22P05' });
  return canonicalJson(payload);
}

function isStorable(value: Json | undefined): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000');
  if (value === null || typeof value !== 'object') return true;
  return Object.entries(value).every(([name, member]) => isStorable(name) && isStorable(member as Json | undefined));
}
