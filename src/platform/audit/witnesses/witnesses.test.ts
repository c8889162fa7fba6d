import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readOutbox } from '../../mail/outbox-store.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { auditErrands } from '../errands.ts';
import { makeRoot } from '../log/make-root.ts';
import { lastRoot } from '../log/root-store.ts';
import { isSignedWell, signedRoot } from '../log/signed-root.ts';
import { hostOf } from './addresses.ts';
import { witnessesOf } from './ledger.ts';

it('a witness is shown to the public as an institution, never as a mailbox', () => {
  expect(hostOf('nama.orang@example.go.id')).toBe('example.go.id');
  expect(hostOf('https://kunci:rahasia@saksi.example.ac.id/roots')).toBe('saksi.example.ac.id');
});

describe('sending a root', () => {
  let t: TestDatabase;
  let server: Server;
  let web: string;
  let answer: number;
  let received: unknown[];
  const mail = 'saksi@example.go.id';

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        received.push(JSON.parse(body));
        response.writeHead(answer, answer === 302 ? { Location: '/elsewhere' } : {}).end('a text of theirs');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    web = `http://127.0.0.1:${(server.address() as AddressInfo).port}/roots`;
    t = await testDatabase({ settings: { auditWitnesses: [web, mail, 'http://127.0.0.1:1/nobody', mail] } });
  });
  beforeEach(() => {
    received = [];
    answer = 200;
  });
  afterAll(async () => {
    await t.close();
    await new Promise((resolve) => server.close(resolve));
  });

  const send = (root: number) => auditErrands['audit.send-root']?.(t.tools, { root });

  async function ledger(root: number) {
    const { rows } = await sql<{ witness: string; tries: number; outcome: string; sent: boolean }>`
      SELECT witness, tries, outcome, sent_at IS NOT NULL AS sent FROM audit.witness_deliveries WHERE root_number = ${root}`.execute(
      t.db,
    );
    return Object.fromEntries(rows.map(({ witness, ...row }) => [witness, row]));
  }

  it('reaches everyone who can be reached, keeps the outcome, and tries again only those who are left', async () => {
    const root = await makeRoot(t.tools);
    await expect(send(root.number)).rejects.toThrow('1 of the witnesses');
    expect(received).toEqual([root]);
    expect(await ledger(root.number)).toEqual({
      [web]: { tries: 1, outcome: 'accepted', sent: true },
      [mail]: { tries: 1, outcome: 'accepted', sent: true },
      'http://127.0.0.1:1/nobody': { tries: 1, outcome: 'unreachable', sent: false },
    });
    await expect(send(root.number)).rejects.toThrow('1 of the witnesses');
    expect(received).toHaveLength(1);
    expect(await ledger(root.number)).toMatchObject({ [mail]: { tries: 1 }, 'http://127.0.0.1:1/nobody': { tries: 2 } });
  });

  it('mails the root so that it can be checked from the mail', async () => {
    const [kept] = await readOutbox(t.db, 1);
    expect(kept?.to).toBe(mail);
    const inMail = signedRoot.parse(JSON.parse(kept?.text.slice(kept.text.indexOf('{')) ?? ''));
    expect(isSignedWell(inMail)).toBe(true);
    expect(inMail.number).toBe(1);
  });

  it.each([500, 302, 404])('takes %i for no, and repeats nothing that the server said', async (status) => {
    answer = status;
    const root = await makeRoot(t.tools);
    await expect(send(root.number)).rejects.toThrow('2 of the witnesses');
    expect((await ledger(root.number))[web]).toEqual({ tries: 1, outcome: `http ${status}`, sent: false });
    expect(received).toHaveLength(1);
    answer = 204;
    await expect(send(root.number)).rejects.toThrow('1 of the witnesses');
    expect((await ledger(root.number))[web]).toEqual({ tries: 2, outcome: 'accepted', sent: true });
  });

  it('is queued with the root, as one job', async () => {
    const root = await makeRoot(t.tools);
    const { rows } = await sql<{ payload: unknown }>`
      SELECT payload FROM graphile_worker._private_jobs WHERE key = ${`audit.send-root ${root.number}`}`.execute(t.ownerDb);
    expect(rows).toEqual([{ payload: { root: root.number } }]);
    expect(await witnessesOf(t.db, root.number)).toEqual(expect.arrayContaining([{ host: 'example.go.id', sentAt: null }]));
  });

  it('happens once for a day that is tried twice', async () => {
    t.setNow('2026-03-17T23:56:00+07:00');
    const meant = { _cron: { ts: '2026-03-17T16:55:00.000Z', backfilled: false } };
    await auditErrands['audit.daily-root']?.(t.tools, meant);
    const first = await lastRoot(t.db);
    expect(first).toMatchObject({ day: '2026-03-17', at: '2026-03-17T16:56:00.000000Z' });
    await auditErrands['audit.daily-root']?.(t.tools, meant);
    expect(await lastRoot(t.db)).toEqual(first);
    await auditErrands['audit.daily-root']?.(t.tools, { _cron: { ts: '2026-03-18T16:55:00.000Z' } });
    expect((await lastRoot(t.db))?.number).toBe((first?.number ?? 0) + 1);
  });
});
