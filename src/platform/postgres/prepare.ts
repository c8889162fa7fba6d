import { Client, escapeIdentifier, escapeLiteral } from 'pg';

export interface Roles {
  readonly ownerPassword: string;
  readonly appPassword: string;
}

export interface PreparedDatabase {
  /** Of the role that owns the database and runs migrations. */
  readonly ownerUrl: string;
  /** Of the role that runs the app. */
  readonly appUrl: string;
}

/** The role that owns the database and everything in it; used by `migrate` alone. */
export const OWNER_ROLE = 'tuntas_owner';
/** The lesser role that runs the app: it may do what migrations grant it, and no more. */
export const APP_ROLE = 'tuntas_app';

const LOCK = 7_428_265_172;

/** Makes the two roles and the database, or sets them right. Harmless when all is there. */
export async function prepareDatabase(superuserUrl: string, database: string, roles: Roles): Promise<PreparedDatabase> {
  const client = new Client({ connectionString: superuserUrl, application_name: 'tuntas' });
  await client.connect();
  try {
    // Processes that begin together would trip over each other's ALTER ROLE ("tuple concurrently updated").
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await makeRole(client, OWNER_ROLE, roles.ownerPassword);
    await makeRole(client, APP_ROLE, roles.appPassword);
    await makeDatabase(client, database);
  } finally {
    await client.end();
  }
  return {
    ownerUrl: urlFor(superuserUrl, OWNER_ROLE, roles.ownerPassword, database),
    appUrl: urlFor(superuserUrl, APP_ROLE, roles.appPassword, database),
  };
}

/** The same server, seen by another role. */
export function urlFor(serverUrl: string, role: string, password: string, database: string): string {
  const url = new URL(serverUrl);
  url.username = role;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}

async function makeRole(client: Client, role: string, password: string): Promise<void> {
  // CREATE ROLE knows no IF NOT EXISTS.
  await client.query(`do $$ begin create role ${role} login; exception when duplicate_object then null; end $$`);
  await client.query(
    `alter role ${role} with login nosuperuser nocreatedb nocreaterole nobypassrls password ${escapeLiteral(password)}`,
  );
}

async function makeDatabase(client: Client, database: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  const name = escapeIdentifier(database);
  if (rowCount === 0) await client.query(`create database ${name} owner ${OWNER_ROLE}`);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect, temporary on database ${name} to ${APP_ROLE}`);
}
