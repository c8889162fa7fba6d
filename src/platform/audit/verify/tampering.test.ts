import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Connection, connect } from '../../database/connect.ts';
import { inTransaction } from '../../database/transaction.ts';
import { keysFrom } from '../../keys.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { appendEvents } from '../append.ts';
import { eventDigest, linkHash } from '../chain.ts';
import { erasePayload } from '../erase.ts';
import { makeRoot } from '../log/make-root.ts';
import { publicKeyOf, rootKey, type SignedRoot } from '../log/signed-root.ts';
import { readEvents } from '../read.ts';
import type { Finding } from './finding.ts';
import { allFindings, verifyAudit } from './verify.ts';

/** Someone with every power over the database: a superuser, who switches the triggers off. */
let superuser: Connection;
let t: TestDatabase;
let files: string[];
let kept: SignedRoot;

const TABLES = ['files', 'events', 'payloads', 'leaves', 'nodes', 'roots'];

beforeAll(async () => {
  t = await testDatabase();
  superuser = connect(t.superuserUrl, { max: 1 });
  await sql`SET session_replication_role = replica`.execute(superuser.db);
  // Leaves are written in the order of ids, so file 2 has leaf 2.
  files = Array.from({ length: 5 }, () => t.tools.random.id()).sort();
  for (const id of files) await append(id, 'filed', 'verified', 'forwarded');
  await makeRoot(t.tools);
  await append(file(1), 'answered');
  await append(file(3), 'answered');
  kept = await makeRoot(t.tools);
  await tamper(sql`CREATE SCHEMA saved`);
  for (const table of TABLES)
    await tamper(sql`CREATE TABLE ${sql.table(`saved.${table}`)} AS TABLE ${sql.table(`audit.${table}`)}`);
});

// Each test finds the record as it was before anyone laid hands on it.
beforeEach(async () => {
  t.setNow('2026-03-17T10:00:00+08:00');
  await tamper(sql`TRUNCATE ${sql.join(TABLES.map((table) => sql.table(`audit.${table}`)))} CASCADE`);
  for (const table of TABLES) await tamper(sql`INSERT INTO ${sql.table(`audit.${table}`)} TABLE ${sql.table(`saved.${table}`)}`);
});

afterAll(async () => {
  await superuser.close();
  await t.close();
});

const file = (index: number) => files[index] as string;

async function append(id: string, ...types: string[]): Promise<void> {
  const events = types.map((type) => ({ type, at: t.tools.clock.now(), actor: 'person:1', payload: { about: type } }));
  await inTransaction(t.tools, (tx) => appendEvents(t.tools, tx, { kind: 'complaint', id }, events));
}

async function verify(root: SignedRoot | readonly SignedRoot[] = kept): Promise<Finding[]> {
  const findings = await allFindings(t.db, { root });
  expect(findings.at(-1)?.grade).toBe('checked');
  return findings.slice(0, -1);
}

const tamper = (statement: ReturnType<typeof sql>) => statement.execute(superuser.db);
const broken = (code: string, about: object) => ({ grade: 'broken', code, ...about });

describe('verification with a kept root', () => {
  it('finds nothing where nothing was done, also after more was appended', async () => {
    expect(await verify()).toEqual([]);
    await append(file(0), 'answered');
    await append(t.tools.random.id(), 'filed');
    expect(await verify()).toEqual([]);
    await makeRoot(t.tools);
    expect(await verify()).toEqual([]);
    expect((await allFindings(t.db)).at(-1)).toEqual({
      grade: 'checked',
      code: 'checked',
      files: 6,
      events: 19,
      leaves: 9,
      roots: 3,
      broken: 0,
    });
  });

  it.each([
    ['type', sql`type = 'archived'`],
    ['time', sql`at = at + interval '1 microsecond'`],
    ['time, to one that is none', sql`at = 'infinity'`],
    ['actor', sql`actor = 'person:9'`],
    ['commitment', sql`commitment = sha256('x')`],
    ['hash', sql`hash = sha256('x')`],
  ])('names an event whose %s was altered', async (_what, change) => {
    await tamper(sql`UPDATE audit.events SET ${change} WHERE file_id = ${file(2)} AND seq = 2`);
    expect(await verify()).toContainEqual(broken('event-altered', { fileId: file(2), seq: 2 }));
  });

  it('names an altered payload, and one that is gone without basis', async () => {
    await tamper(sql`UPDATE audit.payloads SET payload = '{"about": "lain"}' WHERE file_id = ${file(2)} AND seq = 1`);
    await tamper(sql`UPDATE audit.payloads SET payload = '1e999' WHERE file_id = ${file(2)} AND seq = 3`);
    await tamper(sql`UPDATE audit.payloads SET salt = sha256('x') WHERE file_id = ${file(4)} AND seq = 1`);
    await tamper(sql`DELETE FROM audit.payloads WHERE file_id = ${file(4)} AND seq = 2`);
    expect(await verify()).toEqual(
      expect.arrayContaining([
        broken('payload-altered', { fileId: file(2), seq: 1 }),
        broken('payload-altered', { fileId: file(2), seq: 3 }),
        broken('payload-altered', { fileId: file(4), seq: 1 }),
        broken('payload-missing', { fileId: file(4), seq: 2 }),
      ]),
    );
  });

  it('names the first of two events that changed places', async () => {
    await tamper(sql`ALTER TABLE audit.events DROP CONSTRAINT events_seq_check`);
    await tamper(sql`UPDATE audit.events SET seq = -seq WHERE file_id = ${file(2)} AND seq IN (2, 3)`);
    await tamper(sql`UPDATE audit.events SET seq = 5 + seq WHERE file_id = ${file(2)} AND seq < 0`);
    expect(await verify()).toContainEqual(broken('event-altered', { fileId: file(2), seq: 2 }));
  });

  it('names an event left out in the middle', async () => {
    await tamper(sql`DELETE FROM audit.events WHERE file_id = ${file(2)} AND seq = 2`);
    expect(await verify()).toContainEqual(broken('event-missing', { fileId: file(2), seq: 2 }));
  });

  it('names a dropped last event, also when the row of the file was made to fit', async () => {
    await tamper(sql`DELETE FROM audit.events WHERE file_id = ${file(1)} AND seq = 4`);
    await tamper(sql`DELETE FROM audit.payloads WHERE file_id = ${file(1)} AND seq = 4`);
    const name = broken('last-events-dropped', { fileId: file(1), seq: 4, root: 2 });
    expect(await verify()).toEqual([name]);
    await tamper(sql`UPDATE audit.files SET head_seq = 3, logged_seq = 3,
      head_hash = (SELECT hash FROM audit.events WHERE file_id = ${file(1)} AND seq = 3) WHERE id = ${file(1)}`);
    expect(await verify()).toContainEqual(name);
  });

  it('names a dropped last event that no root covers yet, as long as the row of the file remembers it', async () => {
    await append(file(0), 'answered');
    await tamper(sql`DELETE FROM audit.events WHERE file_id = ${file(0)} AND seq = 4`);
    expect(await verify()).toContainEqual(broken('last-events-dropped', { fileId: file(0), seq: 4 }));
  });

  it('names a chain that was rewritten so well that it fits itself', async () => {
    await rewrite(file(2), 2, 'archived');
    expect(await verify()).toEqual([broken('chain-rewritten', { fileId: file(2), seq: 3, root: 1 })]);
  });

  it('names a file dropped whole', async () => {
    for (const table of ['events', 'payloads']) {
      await tamper(sql`DELETE FROM ${sql.table(`audit.${table}`)} WHERE file_id = ${file(3)}`);
    }
    expect(await verify()).toEqual([broken('file-dropped', { fileId: file(3), seq: 1, root: 1 })]);
    await tamper(sql`DELETE FROM audit.files WHERE id = ${file(3)}`);
    expect(await verify()).toEqual([broken('file-dropped', { fileId: file(3), seq: 1, root: 1 })]);
  });

  it('names the log when a file was dropped with all its leaves', async () => {
    for (const table of ['events', 'payloads', 'leaves']) {
      await tamper(sql`DELETE FROM ${sql.table(`audit.${table}`)} WHERE file_id = ${file(1)}`);
    }
    await tamper(sql`DELETE FROM audit.files WHERE id = ${file(1)}`);
    expect(await verify()).toEqual([
      broken('leaves-missing', { firstLeaf: 1, lastLeaf: 1 }),
      broken('log-differs', { root: 2, kept: true }),
    ]);
  });

  it('names a file whose row is gone, or points elsewhere', async () => {
    await tamper(sql`DELETE FROM audit.files WHERE id = ${file(0)}`);
    await tamper(sql`UPDATE audit.files SET head_hash = sha256('x') WHERE id = ${file(2)}`);
    expect(await verify()).toEqual(
      expect.arrayContaining([
        broken('file-row-dropped', { fileId: file(0), seq: 3 }),
        broken('head-altered', { fileId: file(2), seq: 3 }),
      ]),
    );
  });

  it('names a dropped leaf, first, middle and last', async () => {
    await tamper(sql`DELETE FROM audit.leaves WHERE leaf_index = 2`);
    expect(await verify()).toEqual(
      expect.arrayContaining([
        broken('leaves-missing', { firstLeaf: 2, lastLeaf: 2 }),
        broken('log-differs', { root: 2, kept: true }),
        broken('leaf-dropped', { fileId: file(2), seq: 3 }),
      ]),
    );
    await tamper(sql`DELETE FROM audit.leaves WHERE leaf_index IN (0, 6)`);
    expect(await verify()).toEqual(
      expect.arrayContaining([
        broken('leaves-missing', { firstLeaf: 0, lastLeaf: 0 }),
        broken('log-shorter', { root: 2, kept: true }),
        broken('leaf-dropped', { fileId: file(3), seq: 4 }),
      ]),
    );
  });

  it.each([
    ['its hash', sql`leaf_hash = sha256('x')`],
    ['the head it speaks of', sql`head_seq = 2`],
    ['the hash it speaks of', sql`head_hash = sha256('x')`],
  ])('names a leaf when %s was altered', async (_what, change) => {
    await tamper(sql`UPDATE audit.leaves SET ${change} WHERE leaf_index = 2`);
    expect(await verify()).toContainEqual(broken('leaf-altered', { fileId: file(2), leaf: 2 }));
  });

  it('names the leaves below an altered subtree, and the root above an altered last leaf', async () => {
    await tamper(sql`UPDATE audit.nodes SET hash = sha256('x') WHERE position = 5`);
    expect(await verify()).toEqual([broken('tree-altered', { firstLeaf: 2, lastLeaf: 3 })]);
    await tamper(sql`UPDATE audit.leaves SET leaf_hash = sha256('x') WHERE leaf_index = 6`);
    expect(await verify()).toContainEqual(broken('log-differs', { root: 2, kept: true }));
  });

  it('names a root that was changed, dropped, or signed by another key', async () => {
    await tamper(sql`UPDATE audit.roots SET day = '2026-03-16' WHERE number = 1`);
    expect(await verify()).toEqual([broken('root-forged', { root: 1, kept: false })]);
    await tamper(sql`DELETE FROM audit.roots WHERE number = 1`);
    expect(await verify()).toEqual([broken('root-missing', { root: 1, kept: false })]);
    await tamper(sql`DELETE FROM audit.roots`);
    expect(await verify()).toEqual([broken('root-missing', { root: 2, kept: true })]);
  });

  it('names a replaced key', async () => {
    await makeRoot({ ...t.tools, keys: keysFrom('another secret that is long enough too') });
    expect(await verify()).toEqual([
      broken('key-replaced', { root: 2, kept: true }),
      broken('key-replaced', { root: 3, kept: false }),
    ]);
  });

  it('names a replaced key when all roots were signed again with it', async () => {
    await tamper(sql`DELETE FROM audit.roots`);
    const keys = keysFrom('another secret that is long enough too');
    await makeRoot({ ...t.tools, keys });
    await makeRoot({ ...t.tools, keys });
    expect((await allFindings(t.db)).at(-1)).toMatchObject({ grade: 'checked', broken: 0 });
    expect(await verify()).toContainEqual(broken('key-replaced', { root: 2, kept: true }));
  });

  it('names a key that was replaced and has not signed yet', async () => {
    const publicKey = publicKeyOf(rootKey(keysFrom('another secret that is long enough too')));
    const findings = await allFindings(t.db, { root: kept, publicKey });
    expect(findings.slice(0, -1)).toEqual([
      broken('key-replaced', { root: 2, kept: false }),
      broken('key-replaced', { root: 2, kept: true }),
    ]);
    const ours = publicKeyOf(rootKey(t.tools.keys));
    expect((await allFindings(t.db, { root: kept, publicKey: ours })).at(0)?.grade).toBe('checked');
  });

  it('names the kept file itself when it does not bear its own signature', async () => {
    expect(await verify({ ...kept, size: 6 })).toEqual([broken('root-forged', { root: 2, kept: true })]);
  });

  it('says erased with basis for what was erased with basis, and names what came back from a backup', async () => {
    const { rows } = await tamper(sql`SELECT * FROM audit.payloads WHERE file_id = ${file(2)} AND seq = 2`);
    const order = { fileId: file(2), seq: 2, basis: 'UU 27/2022 Pasal 43', actor: 'person:2' };
    expect(await inTransaction(t.tools, (tx) => erasePayload(t.tools, tx, order))).toEqual({ ok: true, value: 4 });
    expect(await verify()).toEqual([expect.objectContaining({ grade: 'erased', fileId: file(2), seq: 2, basis: order.basis })]);
    const { salt } = rows[0] as { salt: Buffer };
    await tamper(sql`INSERT INTO audit.payloads VALUES (${file(2)}, 2, ${salt}, '{"about": "verified"}')`);
    expect(await verify()).toEqual([broken('erasure-undone', { fileId: file(2), seq: 2 })]);
  });

  it('ends its transaction when the listener stops early', async () => {
    await tamper(sql`DELETE FROM audit.events WHERE seq = 2`);
    for await (const _finding of verifyAudit(t.db)) break;
    const { rows } = await tamper(
      sql`SELECT FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('a database rolled back to an earlier state', () => {
  beforeEach(async () => {
    // The state before the kept root: what a restored backup of that day would hold.
    for (const table of ['events', 'payloads']) {
      await tamper(sql`DELETE FROM ${sql.table(`audit.${table}`)} WHERE seq > 3`);
    }
    await tamper(sql`UPDATE audit.files SET head_seq = 3, logged_seq = 3,
      head_hash = (SELECT hash FROM audit.events WHERE file_id = files.id AND seq = 3)`);
    await tamper(sql`DELETE FROM audit.leaves WHERE leaf_index >= 5`);
    await tamper(sql`DELETE FROM audit.nodes WHERE position >= 8`);
    await tamper(sql`DELETE FROM audit.roots WHERE number = 2`);
  });

  it('is whole in itself, and is named with the later root', async () => {
    expect((await allFindings(t.db)).at(-1)).toMatchObject({ grade: 'checked', broken: 0 });
    expect(await verify()).toEqual([
      broken('root-missing', { root: 2, kept: true }),
      broken('log-shorter', { root: 2, kept: true }),
    ]);
  });

  it('is named also when life went on past the size of the kept root', async () => {
    t.setNow('2026-03-18T10:00:00+08:00');
    for (const id of files) await append(id, 'something-else');
    await makeRoot(t.tools);
    expect((await allFindings(t.db)).at(-1)).toMatchObject({ grade: 'checked', broken: 0 });
    expect(await verify()).toEqual([
      broken('root-replaced', { root: 2, kept: true }),
      broken('log-differs', { root: 2, kept: true }),
    ]);
  });
});

/** What a skilled forger does: changes an event, and makes all hashes after it fit, up to the row of the file. */
async function rewrite(id: string, seq: number, type: string): Promise<void> {
  await tamper(sql`UPDATE audit.events SET type = ${type} WHERE file_id = ${id} AND seq = ${seq}`);
  const { rows } = await sql<{
    seq: number;
    type: string;
    at: { toString(o: object): string };
    actor: string;
    commitment: Buffer;
    hash: Buffer;
  }>`
    SELECT seq, type, at, actor, commitment, hash FROM audit.events WHERE file_id = ${id} ORDER BY seq`.execute(superuser.db);
  let before = { seq: seq - 1, hash: (rows[seq - 2] as { hash: Buffer }).hash };
  for (const row of rows.slice(seq - 1)) {
    const digest = eventDigest({ ...row, at: row.at.toString({ fractionalSecondDigits: 6 }) });
    const hash = linkHash({ kind: 'complaint', id }, before, digest);
    await tamper(
      sql`UPDATE audit.events SET previous_hash = ${before.hash}, hash = ${hash} WHERE file_id = ${id} AND seq = ${row.seq}`,
    );
    before = { seq: row.seq, hash };
  }
  await tamper(sql`UPDATE audit.files SET head_hash = ${before.hash} WHERE id = ${id}`);
  expect((await readEvents(t.db, id)).map((event) => event.type)).toContain(type);
}
