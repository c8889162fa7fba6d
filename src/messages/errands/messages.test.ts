import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressFor, sealIdentity } from '../../identity/index.ts';
import type { Officer } from '../../kernel/actor.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { startWorker } from '../../platform/jobs/worker.ts';
import { closeMail, sendMail } from '../../platform/mail/send-mail.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import type { OutgoingMessage, Tools } from '../../platform/tools.ts';
import { type Delivery, makePost, messageErrands, messageRecurring, messagesFor, type PostOffice, sendAgain } from '../index.ts';
import { MESSAGE_STATES } from '../rules/message.transitions.ts';
import { loadMessage, moveMessage } from '../store/ledger.ts';
import { sendMessage } from './send-message.ts';
import { type SmtpSink, smtpSink } from './smtp-sink.test-support.ts';
import { sweepMessages } from './sweep.ts';

const admin: Officer = {
  kind: 'officer',
  personId: '01900000-0000-7000-8000-00000000000a',
  name: 'Admin Contoh',
  positions: [
    {
      positionId: 'p',
      kind: 'system-admin',
      agencyId: 'a',
      governmentId: 'a',
      agencyPath: ['a'],
      capabilities: ['system.manage'],
      regionCode: null,
    },
  ],
};

/** One mailbox a person: p1@contoh.id. Templates that say little. */
const office: PostOffice = {
  templates: {
    'test.note': (language, details, links) => ({ subject: `Note ${language}`, text: `${details.number} ${links.to('/here')}` }),
    'test.secret': (_, __, links) => ({ subject: 'Secret', text: `${links.own}` }),
  },
  addresses: {
    person: async (_, id) => (id === 'nobody' ? null : { email: `${id}@contoh.id`, language: 'id' }),
    complainant: addressOf,
    invitee: async (_, id) => ({ email: `${id}@contoh.id`, language: 'en' }),
    'focal-point': async (_, id) => ({ email: `${id}@contoh.id`, language: 'id' }),
  },
  ownLinks: { 'test.secret': (tools, { object }) => `${tools.settings.baseUrl}/open/${object.id}` },
};

function addressOf(tools: Tools, complaintId: string) {
  return addressFor(tools, tools.db, complaintId);
}

describe('the messages ledger', () => {
  let t: TestDatabase;
  let sink: SmtpSink;
  /** The same database with a real mail server. */
  let smtp: Tools;
  const logged: string[] = [];

  beforeAll(async () => {
    t = await testDatabase();
    sink = await smtpSink();
    const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
    smtp = { ...t.tools, log, settings: { ...t.tools.settings, smtpUrl: sink.url } };
  });
  afterAll(async () => {
    closeMail();
    await sink.close();
    await t.close();
  });
  beforeEach(async () => {
    t.setNow('2026-03-17T10:00:00+08:00');
    sink.mails.length = 0;
    sink.refusals.clear();
    sink.hold = undefined;
  });

  const note = (person: string, object = t.tools.random.id(), more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
    purpose: 'test.note',
    object: { kind: 'complaint', id: object },
    recipient: { kind: 'person', id: person },
    stage: 'reminder',
    details: { number: '123-456-7890' },
    ...more,
  });
  const post = async (message: OutgoingMessage): Promise<Delivery> => {
    await inTransaction(t.tools, (tx) => makePost(t.tools)(tx, message));
    return only(message);
  };
  const only = async ({ object }: Pick<OutgoingMessage, 'object'>): Promise<Delivery> => {
    const deliveries = await messagesFor(t.db, object);
    expect(deliveries).toHaveLength(1);
    return deliveries[0] as Delivery;
  };
  const jobs = async (): Promise<number> => {
    const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM graphile_worker.jobs`.execute(t.db);
    return rows[0]?.count ?? 0;
  };
  const outbox = async (): Promise<{ message_id: string; recipient: string; body: string }[]> =>
    (await sql<{ message_id: string; recipient: string; body: string }>`SELECT * FROM platform.outbox`.execute(t.db)).rows;

  it('has one row and one job for one message, however often it is posted', async () => {
    const before = await jobs();
    const message = note('p1');
    await post(message);
    await inTransaction(t.tools, async (tx) => {
      await makePost(t.tools)(tx, message);
      await makePost(t.tools)(tx, { ...message, details: { number: 'other' } });
    });
    expect(await only(message)).toMatchObject({ state: 'waiting', tries: 0, purpose: 'test.note', stage: 'reminder' });
    expect(await jobs()).toBe(before + 1);
    for (const other of [
      { stage: 'overdue' },
      { purpose: 'test.secret' },
      { recipient: { kind: 'person', id: 'p2' } },
    ] as const) {
      await inTransaction(t.tools, (tx) => makePost(t.tools)(tx, { ...message, ...other }));
    }
    expect(await messagesFor(t.db, message.object)).toHaveLength(4);
  });

  it('leaves no row and no job behind when the transaction is rolled back', async () => {
    const before = await jobs();
    const message = note('p1');
    const failing = inTransaction(t.tools, async (tx) => {
      await makePost(t.tools)(tx, message);
      throw new Error('not after all');
    });
    await expect(failing).rejects.toThrow('not after all');
    expect(await messagesFor(t.db, message.object)).toEqual([]);
    expect(await jobs()).toBe(before);
  });

  it('takes references and dates only', async () => {
    for (const number of ['someone@contoh.id', 'A sentence '.repeat(10)]) {
      await expect(post(note('p1', undefined, { details: { number } }))).rejects.toThrow('no reference and no date');
    }
  });

  it('a message is sent over SMTP with the text of its template and its row as Message-ID', async () => {
    const { id, object } = await post(note('p1'));
    await sendMessage(smtp, office, id);
    expect(await only({ object })).toMatchObject({ state: 'sent', tries: 1, outcome: 'taken', sentAt: t.tools.clock.now() });
    expect(sink.mails).toHaveLength(1);
    expect(sink.mails[0]).toMatchObject({ to: 'p1@contoh.id' });
    expect(sink.mails[0]?.content).toContain(`Message-ID: <${id}@`);
    expect(sink.mails[0]?.content).toContain('http://localhost:3000/here');
    await sendMessage(smtp, office, id);
    expect(sink.mails).toHaveLength(1);
  });

  it('a link that only the mail may hold is made at sending and stands in no row', async () => {
    const { id, object } = await post(note('p1', undefined, { purpose: 'test.secret', details: {} }));
    await sendMessage(smtp, office, id);
    expect(sink.mails[0]?.content).toContain(`/open/${object.id}`);
    expect((await loadMessage(t.db, id))?.details).toEqual({});
  });

  it('of five processes that take up a message at once, one sends it', async () => {
    const { id, object } = await post(note('p1'));
    await Promise.all(Array.from({ length: 5 }, () => sendMessage(smtp, office, id)));
    expect(sink.mails).toHaveLength(1);
    expect(await only({ object })).toMatchObject({ state: 'sent', tries: 1 });
  });

  it('a recipient that fails keeps nobody else waiting and is tried again with growing patience', async () => {
    sink.refusals.set('gone@contoh.id', '550 no such user gone@contoh.id');
    sink.refusals.set('busy@contoh.id', '451 try later busy@contoh.id');
    const object = t.tools.random.id();
    const people = ['p1', 'gone', 'busy', 'nobody', 'p2'];
    for (const person of people) await inTransaction(t.tools, (tx) => makePost(t.tools)(tx, note(person, object)));
    const send = async (): Promise<void> => {
      for (const { id } of await messagesFor(t.db, { kind: 'complaint', id: object })) await sendMessage(smtp, office, id);
    };
    const states = async (): Promise<Record<string, string>> =>
      Object.fromEntries(
        (await messagesFor(t.db, { kind: 'complaint', id: object })).map((row) => [
          row.recipient.id,
          `${row.state} ${row.tries} ${row.outcome}`,
        ]),
      );
    await send();
    const after = {
      p1: 'sent 1 taken',
      p2: 'sent 1 taken',
      gone: 'given-up 1 eenvelope-550',
      nobody: 'unreachable 0 no-address',
    };
    expect(await states()).toEqual({ ...after, busy: 'failed 1 eenvelope-451' });

    await send();
    expect(await states(), 'not before its time').toEqual({ ...after, busy: 'failed 1 eenvelope-451' });
    t.setNow('2026-03-17T10:01:00+08:00');
    await send();
    expect(await states()).toEqual({ ...after, busy: 'failed 2 eenvelope-451' });
    sink.refusals.delete('busy@contoh.id');
    t.setNow('2026-03-17T10:05:00+08:00');
    await send();
    expect(await states()).toEqual({ ...after, busy: 'sent 3 taken' });
    expect(sink.mails.map((mail) => mail.to).sort()).toEqual(['busy@contoh.id', 'p1@contoh.id', 'p2@contoh.id']);
  });

  it('a message nobody can put into words, or whose address cannot be read, waits and is given up in the end', async () => {
    const limits = { mostTries: 2 };
    const broken: PostOffice = { ...office, templates: {}, limits };
    const lost: PostOffice = {
      ...office,
      limits,
      addresses: { ...office.addresses, person: () => Promise.reject(new Error('away')) },
    };
    for (const [bureau, outcome] of [
      [broken, 'no-template'],
      [lost, 'not-prepared'],
    ] as const) {
      t.setNow('2026-03-17T10:00:00+08:00');
      const { id, object } = await post(note('p1'));
      await sendMessage(smtp, bureau, id);
      expect(await only({ object })).toMatchObject({ state: 'failed', tries: 1, outcome });
      t.setNow('2026-03-18T10:00:00+08:00');
      await sendMessage(smtp, bureau, id);
      expect(await only({ object })).toMatchObject({ state: 'given-up', tries: 2, outcome, nextTryAt: null });
      expect(await sendAgain(t.tools, admin, id)).toEqual({ ok: true, value: undefined });
      await sendMessage(smtp, bureau, id);
      expect(await only({ object }), 'the limit counts from the resend').toMatchObject({ state: 'failed', tries: 3 });
    }
    expect(sink.mails).toEqual([]);
  });

  it('a process that dies after the mail server took the mail leaves it uncertain, and it is not sent twice', async () => {
    let release = (): void => {};
    sink.hold = new Promise((resolve) => {
      release = resolve;
    });
    const { id, object } = await post(note('p1'));
    const sending = sendMessage(smtp, office, id);
    while (sink.mails.length === 0) await sleep(10);
    expect(await only({ object })).toMatchObject({ state: 'sending', tries: 1 });

    t.setNow('2026-03-17T10:09:00+08:00');
    await sweepMessages(smtp, office);
    expect(await only({ object }), 'a living sender is not overtaken').toMatchObject({ state: 'sending' });
    t.setNow('2026-03-17T10:11:00+08:00');
    await sweepMessages(smtp, office);
    await sendMessage(smtp, office, id);
    expect(await only({ object })).toMatchObject({ state: 'uncertain', outcome: 'interrupted', tries: 1 });
    expect(sink.mails).toHaveLength(1);

    release(); // it had not died, only been slow
    await sending;
    expect(await only({ object })).toMatchObject({ state: 'sent', outcome: 'taken' });
    expect(sink.mails).toHaveLength(1);
  });

  it('an administrator, and nobody else, may have an uncertain message sent again', async () => {
    const { id, object } = await post(note('p1'));
    await moveMessage(t.db, { id, tries: 0 }, 'hand-over', { sendingSince: t.tools.clock.now(), addTry: true });
    expect(await sendAgain(t.tools, admin, id)).toEqual({ ok: false, refusal: 'not-again' });
    t.setNow('2026-03-17T11:00:00+08:00');
    await sendMessage(smtp, office, id);
    expect(await only({ object })).toMatchObject({ state: 'uncertain' });
    expect(await sendAgain(t.tools, { kind: 'visitor' }, id)).toEqual({ ok: false, refusal: 'not-allowed' });
    expect(await sendAgain(t.tools, admin, id)).toEqual({ ok: true, value: undefined });
    await sendMessage(smtp, office, id);
    expect(await only({ object })).toMatchObject({ state: 'sent', tries: 2 });
    expect(await sendAgain(t.tools, admin, id)).toEqual({ ok: false, refusal: 'not-again' });
    expect(await sendAgain(t.tools, admin, t.tools.random.id())).toEqual({ ok: false, refusal: 'absent' });
    const { rows } = await sql`SELECT resent_by FROM messages.ledger WHERE id = ${id}`.execute(t.db);
    expect(rows).toEqual([{ resent_by: `person:${admin.personId}` }]);
  });

  it('in the outbox a process may die at any point: the mail is there once', async () => {
    const dies = {
      'before the hand-over': async () => {},
      'after marking it': (id: string) =>
        moveMessage(t.db, { id, tries: 0 }, 'hand-over', { sendingSince: t.tools.clock.now(), addTry: true }),
      'after the hand-over': async (id: string) => {
        await moveMessage(t.db, { id, tries: 0 }, 'hand-over', { sendingSince: t.tools.clock.now(), addTry: true });
        await sendMail(t.tools, { to: 'p1@contoh.id', subject: 'Note id', text: 'x', messageId: id });
      },
    };
    for (const [when, die] of Object.entries(dies)) {
      t.setNow('2026-03-17T10:00:00+08:00');
      const { id, object } = await post(note('p1'));
      await die(id);
      t.setNow('2026-03-17T10:00:15+08:00');
      await sendMessage(t.tools, office, id);
      expect(await only({ object }), when).toMatchObject({ state: 'sent' });
      expect(
        (await outbox()).filter((mail) => mail.message_id === id),
        when,
      ).toHaveLength(1);
    }
  });

  it('a message whose job was lost is found again', async () => {
    const { id } = await post(note('p1'));
    await sql`SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs`.execute(t.db);
    t.setNow('2026-03-17T10:20:00+08:00');
    await sweepMessages(t.tools, office);
    await sweepMessages(t.tools, office);
    const { rows } = await sql<{
      key: string;
    }>`SELECT key FROM graphile_worker.jobs WHERE key = ${`messages.send ${id}`}`.execute(t.db);
    expect(rows).toHaveLength(1);
  });

  it('two workers tell everyone once', async () => {
    await sql`SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs`.execute(t.db);
    const object = t.tools.random.id();
    const count = 60;
    await inTransaction(t.tools, async (tx) => {
      for (let person = 0; person < count; person++) await makePost(t.tools)(tx, note(`many${person}`, object));
    });
    const errands = messageErrands(office);
    const workers = await Promise.all([
      startWorker(t.tools, errands, messageRecurring),
      startWorker(t.tools, errands, messageRecurring),
    ]);
    try {
      const unsent = async (): Promise<number> =>
        (await messagesFor(t.db, { kind: 'complaint', id: object })).filter(({ state }) => state !== 'sent').length;
      for (let tries = 0; tries < 200 && (await unsent()) > 0; tries++) await sleep(50);
      expect(await unsent()).toBe(0);
      expect((await messagesFor(t.db, { kind: 'complaint', id: object })).every(({ tries }) => tries === 1)).toBe(true);
      const told = (await outbox()).filter((mail) => mail.recipient.startsWith('many'));
      expect(told).toHaveLength(count);
      expect(new Set(told.map((mail) => mail.recipient)).size).toBe(count);
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()));
    }
  });

  it("a complainant's address and name stand in the mail that is sent and in no table, job or log line", async () => {
    const complaintId = t.tools.random.id();
    const [name, mailbox] = [randomBytes(9).toString('hex'), randomBytes(9).toString('hex')];
    const contact = { name, email: `${mailbox}@contoh.id`, phone: '+6281357913579' };
    const original = { title: 'x', description: 'y' };
    await inTransaction(t.tools, (tx) => sealIdentity(t.tools, tx, { complaintId, contact, original }));
    const message = note('unused', complaintId, { recipient: { kind: 'complainant', id: complaintId } });
    const { id } = await post(message);
    sink.refusals.set(contact.email, `451 mailbox of ${name} <${contact.email}> is full`);
    await sendMessage(smtp, office, id);
    expect(await only(message)).toMatchObject({ state: 'failed', outcome: 'eenvelope-451' });
    const failing: PostOffice = { ...office, templates: {} };
    t.setNow('2026-03-17T10:02:00+08:00');
    await sendMessage(smtp, failing, id);
    sink.refusals.clear();
    t.setNow('2026-03-17T12:00:00+08:00');
    await sendMessage(smtp, office, id);
    expect(sink.mails).toMatchObject([{ to: contact.email }]);

    expect(logged.length).toBeGreaterThan(0);
    const tables = await sql<{ name: string }>`
      SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'identity') AND table_type = 'BASE TABLE'`.execute(
      t.ownerDb,
    );
    expect(tables.rows.map((table) => table.name)).toContain('graphile_worker._private_jobs');
    const places: [string, string][] = [['log', logged.join('\n')]];
    for (const table of tables.rows) {
      const { rows } = await sql<{ text: string }>`SELECT t::text AS text FROM ${sql.raw(table.name)} t`.execute(t.ownerDb);
      places.push([table.name, rows.map((row) => row.text).join('\n')]);
    }
    for (const [place, text] of places) {
      for (const canary of [name, mailbox, contact.phone, contact.phone.slice(3)])
        expect(text.includes(canary), place).toBe(false);
    }
  });

  it('the states of the table are those of the rules', async () => {
    const { rows } = await sql<{ definition: string }>`
      SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE conrelid = 'messages.ledger'::regclass AND conname = 'ledger_state_check'`.execute(t.db);
    const states = [...(rows[0]?.definition ?? '').matchAll(/'([a-z-]+)'::text/g)].map((match) => match[1]);
    expect(states).toEqual([...MESSAGE_STATES]);
  });

  it('the role that runs the app cannot delete a message or change whom it was for', async () => {
    for (const statement of [
      'DELETE FROM messages.ledger',
      'UPDATE messages.ledger SET recipient_id = $$x$$',
      'TRUNCATE messages.ledger',
    ]) {
      await expect(sql.raw(statement).execute(t.db), statement).rejects.toThrow('permission denied');
    }
  });
});
