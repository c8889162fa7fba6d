/** Tables that came in, and scans that are still to come. */
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { insideAgreements } from '../visible.ts';

export interface TableImport {
  readonly id: string;
  readonly personId: string;
  readonly sha256: string;
  readonly rows: number;
  readonly created: number;
  readonly unchanged: number;
  readonly at: Moment;
}

export async function insertImport(tx: Tx, one: TableImport): Promise<void> {
  await sql`INSERT INTO agreements.imports (id, person_id, sha256, rows, created, unchanged, at)
    VALUES (${one.id}, ${one.personId}, ${one.sha256}, ${one.rows}, ${one.created}, ${one.unchanged}, ${one.at.toString()})`.execute(
    tx,
  );
}

/** The latest of a person. */
export async function importsOf(db: Db, personId: string, limit: number): Promise<readonly TableImport[]> {
  const { rows } = await sql<Omit<TableImport, 'personId'> & { person_id: string }>`
    SELECT id, person_id, sha256, rows, created, unchanged, at FROM agreements.imports WHERE person_id = ${personId}::uuid
    ORDER BY at DESC LIMIT ${limit}`.execute(db);
  return rows.map(({ person_id, ...row }) => ({ ...row, personId: person_id }));
}

/** One import at a time: the second waits until the first is done, and then finds what it has recorded. */
export async function holdImports(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('agreement import', 0))`.execute(tx);
}

/** A file's name as it is compared: without folders, in lower case. */
export function foldedName(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? '').trim().toLowerCase();
}

export async function expectScan(tx: Tx, agreementId: string, fileName: string): Promise<void> {
  await sql`INSERT INTO agreements.expected_scans (agreement_id, file_name) VALUES (${agreementId}::uuid, ${foldedName(fileName)})`.execute(
    tx,
  );
}

export async function scanArrived(tx: Tx, agreementId: string): Promise<void> {
  await sql`DELETE FROM agreements.expected_scans WHERE agreement_id = ${agreementId}::uuid`.execute(tx);
}

export async function expectedScans(db: Db | Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ agreement_id: string; file_name: string }>`
    SELECT agreement_id, file_name FROM agreements.expected_scans WHERE agreement_id = ANY (${[...ids]}::uuid[])`.execute(
    db as Db,
  );
  return new Map(rows.map(({ agreement_id, file_name }) => [agreement_id, file_name]));
}

export async function agreementCodes(db: Db | Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; code: string }>`
    SELECT id, code FROM agreements.agreements WHERE id = ANY (${[...new Set(ids)]}::uuid[])`.execute(db as Db);
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** Which agreements a file of this name may be the scan of: by its code, or as a table has announced it. */
export async function awaitingScan(
  db: Db,
  actor: Actor,
  fileName: string,
): Promise<readonly { readonly id: string; readonly code: string; readonly hasScan: boolean }[]> {
  const name = foldedName(fileName);
  const { rows } = await sql<{ id: string; code: string; has_scan: boolean }>`
    SELECT a.id, a.code, EXISTS (SELECT FROM agreements.files f WHERE f.agreement_id = a.id AND f.kind = 'scan' AND f.replaced_by IS NULL) AS has_scan
    FROM agreements.agreements a WHERE ${insideAgreements(actor)}
      AND (a.code = ${name.replace(/\.pdf$/, '').toUpperCase()} OR a.id IN (SELECT agreement_id FROM agreements.expected_scans WHERE file_name = ${name}))
    ORDER BY a.created_at, a.id LIMIT 50`.execute(db);
  return rows.map(({ id, code, has_scan }) => ({ id, code, hasScan: has_scan }));
}
