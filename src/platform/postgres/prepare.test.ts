import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { testPasswords } from '../testing/fresh-database.ts';
import { prepareDatabase } from './prepare.ts';

const serverUrl = process.env.TUNTAS_TEST_POSTGRES ?? '';

describe('preparing a database', () => {
  const name = `tuntas_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  afterAll(() => run(serverUrl, `drop database if exists ${name} with (force)`));

  test('can be done by several processes at once, and again', async () => {
    // The roles are the whole server's: other tests hold connections with the passwords of the harness.
    const roles = testPasswords(serverUrl);
    const all = await Promise.all(Array.from({ length: 5 }, () => prepareDatabase(serverUrl, name, roles)));
    expect(new Set(all.map((one) => one.ownerUrl)).size).toBe(1);
    const rows = await run(all[0]?.appUrl ?? '', 'select current_user as me, current_database() as here');
    expect(rows).toEqual([{ me: 'tuntas_app', here: name }]);
  });

  test('leaves the app a role that owns nothing and may make nothing', async () => {
    const [row] = await run(
      serverUrl,
      `select rolsuper, rolcreatedb, rolcreaterole, rolbypassrls,
              pg_get_userbyid((select datdba from pg_database where datname = '${name}')) as owner,
              has_database_privilege('tuntas_app', '${name}', 'create') as makes_schemas
       from pg_roles where rolname = 'tuntas_app'`,
    );
    expect(row).toEqual({
      rolsuper: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolbypassrls: false,
      owner: 'tuntas_owner',
      makes_schemas: false,
    });
  });
});

async function run(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
