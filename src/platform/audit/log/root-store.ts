import { type InferResult, type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../database/database.ts';
import type { AuditTables } from '../tables.ts';
import type { SignedRoot } from './signed-root.ts';

export async function insertRoot(tx: Tx, root: SignedRoot): Promise<void> {
  await tx
    .withTables<AuditTables>()
    .insertInto('audit.roots')
    .values({
      number: root.number,
      day: root.day,
      at: root.at,
      origin: root.origin,
      size: root.size,
      root_hash: Buffer.from(root.rootHash, 'hex'),
      public_key: Buffer.from(root.publicKey, 'hex'),
      signature: Buffer.from(root.signature, 'hex'),
    })
    .execute();
}

/** 0 before the first root. */
export async function lastRootNumber(db: Db | Tx): Promise<number> {
  return (await lastRoot(db))?.number ?? 0;
}

export async function lastRoot(db: Db | Tx): Promise<SignedRoot | undefined> {
  const row = await roots(db).orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row && asSignedRoot(row);
}

export async function rootNumbered(db: Db | Tx, number: number): Promise<SignedRoot | undefined> {
  const row = await roots(db).where('number', '=', number).executeTakeFirst();
  return row && asSignedRoot(row);
}

/** The last root made on a day (WIB). */
export async function rootOfDay(db: Db | Tx, day: Day): Promise<SignedRoot | undefined> {
  const row = await roots(db)
    .where('day', '=', sql<Day>`${day.toString()}::date`)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && asSignedRoot(row);
}

/** Newest first, at most `limit`; with `before` only those of a lower number. */
export async function rootsNewestFirst(db: Db | Tx, limit: number, before?: number): Promise<SignedRoot[]> {
  const rows = await roots(db)
    .$if(before !== undefined, (query) => query.where('number', '<', before ?? 0))
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(asSignedRoot);
}

/**
 * Roots as rows of texts. Day and time are written by the server, because verification reads rows that someone may have altered
 * to what is no time at all, and must name them.
 */
export function roots(db: Db | Tx) {
  return db
    .withTables<AuditTables>()
    .selectFrom('audit.roots')
    .select(['number', 'origin', 'size', 'root_hash', 'public_key', 'signature'])
    .select([sql<string>`day::text`.as('day_text'), utcText('at').as('at_text')]);
}

/** A timestamptz column as `momentText` writes it. */
export function utcText(column: string): RawBuilder<string> {
  return sql<string>`coalesce(to_char(${sql.ref(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '')`;
}

export type RootRow = InferResult<ReturnType<typeof roots>>[number];

export function asSignedRoot(row: RootRow): SignedRoot {
  return {
    format: 'tuntas-audit-root/1',
    number: row.number,
    day: row.day_text,
    at: row.at_text,
    origin: row.origin,
    size: row.size,
    rootHash: row.root_hash.toString('hex'),
    publicKey: row.public_key.toString('hex'),
    signature: row.signature.toString('hex'),
  };
}
