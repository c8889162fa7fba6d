import { createHash, createHmac, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { connect } from '../database/connect.ts';
import { migrate, readMigrations } from '../database/migrate.ts';
import { isAlive } from '../postgres/postmaster.ts';
import { APP_ROLE, OWNER_ROLE, type PreparedDatabase, prepareDatabase, urlFor } from '../postgres/prepare.ts';
import { projectFolder } from '../project-folder.ts';

/** The rooms whose code and data decide what the reference tables hold. */
const REFERENCE_SOURCES = ['src/cli/reference.ts', 'src/law', 'src/directory', 'db', 'data', 'package-lock.json'];
const TEMPLATES_KEPT = 6;
const LOCK = 7_428_265_171;

/**
 * Makes an own database for one test: a clone of a template that is migrated and holds the reference data. The template is
 * made once per state of the sources and found again by name, on a server that lives longer than one run too.
 */
export async function freshDatabase(
  serverUrl: string,
): Promise<PreparedDatabase & { readonly database: string; drop(): Promise<void> }> {
  const database = `tuntas_test_${process.pid}_${randomBytes(5).toString('hex')}`;
  const passwords = testPasswords(serverUrl);
  await asSuperuser(serverUrl, async (client) => {
    const template = await ensureTemplate(client, serverUrl);
    await client.query(`create database ${database} template ${template} strategy file_copy owner ${OWNER_ROLE}`);
  });
  return {
    database,
    ownerUrl: urlFor(serverUrl, OWNER_ROLE, passwords.ownerPassword, database),
    appUrl: urlFor(serverUrl, APP_ROLE, passwords.appPassword, database),
    drop: () =>
      asSuperuser(serverUrl, (client) => client.query(`drop database if exists ${database} with (force)`)).then(() => {}),
  };
}

/** Every run on a server must come to the same passwords, for roles are one for the whole server. */
export function testPasswords(serverUrl: string) {
  const of = (role: string) =>
    createHmac('sha256', new URL(serverUrl).password).update(`tuntas test ${role}`).digest('base64url');
  return { ownerPassword: of(OWNER_ROLE), appPassword: of(APP_ROLE) };
}

async function ensureTemplate(client: Client, serverUrl: string): Promise<string> {
  const name = `tuntas_template_${sourcesHash()}`;
  if (await isThere(client, name)) return name;
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    if (await isThere(client, name)) return name;
    await sweep(client, serverUrl);
    const draft = `${name}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    const { ownerUrl } = await prepareDatabase(serverUrl, draft, testPasswords(serverUrl));
    await migrate(ownerUrl);
    await loadReferenceData(ownerUrl);
    await client.query(`alter database ${draft} rename to ${name}`);
    return name;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}

async function loadReferenceData(ownerUrl: string): Promise<void> {
  const { loadReference } = await import('../../cli/reference.ts');
  const { db, pool, close } = connect(ownerUrl, { statementTimeout: 0, max: 2 });
  try {
    await loadReference(db);
    // A clone takes the statistics with it, so tests meet the plans that a live database would choose.
    await pool.query('vacuum analyze');
  } finally {
    await close();
  }
}

/** Old templates, and databases of test processes that were killed on this machine. */
async function sweep(client: Client, serverUrl: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where datname like 'tuntas\\_te%' order by oid desc`,
  );
  const templates = rows.filter((row) => row.datname.startsWith('tuntas_template_')).slice(TEMPLATES_KEPT);
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(serverUrl).hostname);
  const orphans = rows.filter((row) => {
    const pid = /^tuntas_test_(\d+)_/.exec(row.datname)?.[1];
    return local && pid !== undefined && !isAlive(Number(pid));
  });
  for (const { datname } of [...templates, ...orphans]) {
    await client.query(`drop database if exists ${datname}`).catch(() => {}); // in use: the next sweep
  }
}

function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const file of readMigrations()) hash.update(file.checksum);
  for (const source of REFERENCE_SOURCES) hashSource(source, hash);
  return hash.digest('hex').slice(0, 16);
}

function hashSource(path: string, hash: ReturnType<typeof createHash>): void {
  const full = join(projectFolder, path);
  if (!existsSync(full)) return;
  const entries = path.includes('.') ? [path] : readdirSync(full, { recursive: true }).map((entry) => join(path, String(entry)));
  const counted = entries.filter((entry) => /\.(ts|json|csv|sql)$/.test(entry) && !/\.test\.ts$|[\\/]web[\\/]/.test(entry));
  for (const entry of counted.sort()) hash.update(entry).update(readFileSync(join(projectFolder, entry)));
}

async function isThere(client: Client, database: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  return rowCount === 1;
}

async function asSuperuser<T>(serverUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: serverUrl, application_name: 'tuntas test' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
