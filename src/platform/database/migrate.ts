import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { projectFolder } from '../project-folder.ts';
import { migrateQueue } from './migrate-queue.ts';

export interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export const migrationFolder: string = join(projectFolder, 'db', 'migrations');

/** Any number will do, as long as every Tuntas uses the same. */
const LOCK = 7_428_265_170;

/**
 * Brings a database to the present shape: the files of `db/migrations` that were not yet applied, in the order of their names,
 * each in one transaction, then the tables of the job queue. Forward only. Several processes may call it at once.
 *
 * @param ownerUrl the role that owns the database
 * @returns names of the files applied now
 * @throws when an applied file has changed or is missing, when a new file sorts before an applied one, or when a file fails
 */
export async function migrate(ownerUrl: string, files: readonly MigrationFile[] = readMigrations()): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'tuntas migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await requireAppRole(client);
    const waiting = pending(files, await appliedMigrations(client));
    for (const file of waiting) await apply(client, file);
    await migrateQueue(client, ownerUrl);
    return waiting.map((file) => file.name);
  } finally {
    await client.end();
  }
}

/** The migration files in order. Line ends do not count for the checksum: git may change them. */
export function readMigrations(folder: string = migrationFolder): MigrationFile[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** Name to checksum; empty before the first migration has made the table. */
async function appliedMigrations(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('platform.migrations') is not null as there`);
  if (!rows[0]?.there) return new Map();
  const applied = await client.query<{ name: string; checksum: string }>('select name, checksum from platform.migrations');
  return new Map(applied.rows.map((row) => [row.name, row.checksum]));
}

/** Pure: which files are still to be applied. */
export function pending(files: readonly MigrationFile[], applied: ReadonlyMap<string, string>): MigrationFile[] {
  const names = new Set(files.map((file) => file.name));
  const missing = [...applied.keys()].filter((name) => !names.has(name));
  if (missing.length > 0) {
    throw new Error(`The database is newer than this Tuntas: it knows ${missing.join(', ')}. Run the newer version.`);
  }
  const last = [...applied.keys()].sort().at(-1) ?? '';
  const waiting = files.filter((file) => !applied.has(file.name));
  for (const file of files) {
    const then = applied.get(file.name);
    if (then !== undefined && then !== file.checksum) {
      throw new Error(`Migration ${file.name} was changed after this database had applied it. Write a new migration instead.`);
    }
  }
  const late = waiting.find((file) => file.name < last);
  if (late) throw new Error(`Migration ${late.name} sorts before ${last}, which is already applied. Give it a later number.`);
  return waiting;
}

async function apply(client: Client, file: MigrationFile): Promise<void> {
  try {
    await client.query('begin');
    // Rather fail and be tried again than hold up everyone behind a lock we are waiting for.
    await client.query(`set local lock_timeout = '15s'`);
    await client.query(file.sql);
    await client.query('insert into platform.migrations (name, checksum) values ($1, $2)', [file.name, file.checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    const place = lineOf(file.sql, (error as { position?: string }).position);
    throw new Error(`Migration ${file.name}${place} failed and was taken back: ${(error as Error).message}`, { cause: error });
  }
}

function lineOf(sql: string, position: string | undefined): string {
  return position === undefined ? '' : `, line ${sql.slice(0, Number(position)).split('\n').length},`;
}

async function requireAppRole(client: Client): Promise<void> {
  const { rowCount } = await client.query(`select from pg_roles where rolname = 'tuntas_app'`);
  if (rowCount === 0) {
    throw new Error('The role tuntas_app is missing on this server. Make it first: create role tuntas_app login password ...;');
  }
}
