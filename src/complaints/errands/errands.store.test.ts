import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorFor, agencyByCode, examplePersonId, loadExamplePeople } from '../../directory/index.ts';
import type { Officer } from '../../kernel/actor.ts';
import { dayOf } from '../../kernel/time.ts';
import { importHolidays, lawBook } from '../../law/index.ts';
import { makePost, messagesFor } from '../../messages/index.ts';
import { readEvents } from '../../platform/audit/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import type { Tools } from '../../platform/tools.ts';
import { fileComplaint } from '../actions/file-complaint.ts';
import { forwardComplaint } from '../actions/forward-complaint.ts';
import { loadComplaint } from '../store/complaints.ts';
import { alertErrand } from './alerts.ts';
import { recomputeDeadlinesErrand } from './recompute-deadlines.ts';

let t: TestDatabase;
/** With the real ledger, which the harness leaves out by default. */
let tools: Tools;
beforeAll(async () => {
  t = await testDatabase({ settings: { exampleMode: true } });
  t.setNow('2026-04-06T09:00:00+08:00');
  tools = { ...t.tools, post: makePost(t.tools) };
  await loadExamplePeople(tools);
});
afterAll(() => t.close());

let filings = 0;
async function filed(agency: string | null, region = '51.05'): Promise<string> {
  filings += 1;
  const agencyId = agency === null ? null : ((await agencyByCode(t.db, agency))?.id ?? null);
  const result = await fileComplaint(
    tools,
    { kind: 'visitor' },
    {
      class: 'complaint',
      channel: 'web',
      title: 'Jalan berlubang di depan pasar',
      description: 'Sudah tiga minggu jalan di depan pasar berlubang.',
      regionCode: region,
      categoryCode: null,
      occurredOn: null,
      place: null,
      location: null,
      agencyId,
      anonymous: false,
      confidential: false,
      contact: undefined,
      continuesId: null,
      files: [],
    },
    `errands test, filing ${filings}`,
  );
  if (!result.ok) throw new Error(result.refusal);
  return result.value.complaintId;
}

async function officer(player: string): Promise<Officer> {
  const actor = await actorFor(t.db, examplePersonId(`${player}.example`), dayOf(t.tools.clock.now(), 'Asia/Jakarta'));
  if (!actor) throw new Error(`no ${player}`);
  return actor;
}

async function told(complaintId: string): Promise<string[]> {
  const deliveries = await messagesFor(t.db, { kind: 'complaint', id: complaintId });
  return deliveries.map((delivery) => `${delivery.stage.split(':')[0]} ${delivery.recipient.id}`).sort();
}

const person = (player: string) => examplePersonId(`${player}.example`);

describe('the ladder of a deadline', () => {
  test('reminds the office, tells the coordinator when late, then the head, then the Ombudsman; each person once', async () => {
    t.setNow('2026-04-06T09:00:00+08:00');
    const complaintId = await filed('51.05');
    const coordinator = await officer('koordinator@klungkung');
    const pupr = (await agencyByCode(t.db, '51.05.pupr'))?.id ?? '';
    const forwarded = await forwardComplaint(tools, coordinator, { complaintId, version: null }, { agencyIds: [pupr], note: '' });
    expect(forwarded.ok).toBe(true);

    // Follow-up due Mon 13 April 23:59:59: five working days from Tue 7.
    t.setNow('2026-04-10T07:59:00+08:00');
    await alertErrand(tools);
    expect(await told(complaintId)).toEqual([]);
    t.setNow('2026-04-10T08:00:00+08:00');
    await Promise.all([alertErrand(tools), alertErrand(tools), alertErrand(tools)]);
    expect(await told(complaintId)).toEqual([`reminder ${person('pupr@klungkung')}`]);

    t.setNow('2026-04-14T00:00:05+08:00');
    await Promise.all([alertErrand(tools), alertErrand(tools)]);
    const late = [`overdue ${person('koordinator@klungkung')}`, `overdue ${person('pupr@klungkung')}`];
    expect((await told(complaintId)).filter((line) => line.startsWith('overdue'))).toEqual(late.sort());

    t.setNow('2026-04-15T08:00:00+08:00');
    await alertErrand(tools);
    expect(await told(complaintId)).toContain(`head ${person('pimpinan@klungkung')}`);

    t.setNow('2026-04-20T08:00:00+08:00');
    await alertErrand(tools);
    await alertErrand(tools);
    const ombudsman = (await told(complaintId)).filter((line) => line.startsWith('ombudsman'));
    const overseers = ['asisten', 'asisten2', 'kepala', 'pencegahan'].map((name) => person(`${name}@ombudsman-bali`));
    expect(ombudsman.sort()).toEqual(overseers.map((id) => `ombudsman ${id}`).sort());
    const complaint = await loadComplaint(t.db, complaintId);
    expect(complaint?.ombudsmanOfficeId).toBe((await agencyByCode(t.db, 'ori.bali'))?.id);
    expect((await readEvents(t.db, complaintId)).filter((event) => event.type === 'escalated')).toHaveLength(1);
  });

  test('after a long standstill nothing is skipped and nobody is told twice', async () => {
    t.setNow('2026-05-04T09:00:00+08:00');
    const complaintId = await filed('51.05');
    t.setNow('2026-08-03T09:00:00+08:00');
    await alertErrand(tools);
    const once = await told(complaintId);
    await alertErrand(tools);
    expect(await told(complaintId)).toEqual(once);
    const deliveries = await messagesFor(t.db, { kind: 'complaint', id: complaintId });
    expect(new Set(deliveries.map(({ stage, recipient }) => `${stage} ${recipient.id}`)).size).toBe(deliveries.length);
    expect(new Set(once.map((line) => line.split(' ')[0]))).toEqual(new Set(['reminder', 'overdue', 'head', 'ombudsman']));
  });
});

describe('a new calendar', () => {
  test('moves the deadlines it touches, each with an event, and leaves the others alone', async () => {
    t.setNow('2026-09-28T09:00:00+08:00');
    const touched = await filed(null);
    const verifyOf = async (id: string) => (await loadComplaint(t.db, id))?.clocks.find((clock) => clock.kind === 'verify');
    const before = await verifyOf(touched);
    expect(before?.dueAt.toZonedDateTimeISO('Asia/Makassar').toPlainDate().toString()).toBe('2026-10-01');
    const book = await lawBook(tools);
    const imported = await importHolidays(tools, await officer('admin@tuntas'), {
      text: 'date,kind,what,region,basis\n2026-09-30,additional,Hari libur pemungutan suara (contoh),,Keputusan contoh 1/2026\n',
      skb: ['9/2026', '9/2026', '9/2026'],
      edition: book.edition,
      reason: 'Ditetapkan kemudian',
    });
    expect(imported, JSON.stringify(imported)).toMatchObject({ ok: true });
    await recomputeDeadlinesErrand(tools);
    const after = await verifyOf(touched);
    expect(after?.dueAt.toZonedDateTimeISO('Asia/Makassar').toPlainDate().toString()).toBe('2026-10-02');
    const moved = (await readEvents(t.db, touched)).filter((event) => event.type === 'deadline-moved');
    const payloads = moved.map((event) => (event.content.state === 'kept' ? event.content.payload : null));
    expect(payloads).toHaveLength(2);
    for (const clock of ['verify', 'finish']) {
      expect(payloads).toContainEqual(expect.objectContaining({ clock, reason: 'calendar-changed' }));
    }
    await recomputeDeadlinesErrand(tools);
    expect((await readEvents(t.db, touched)).filter((event) => event.type === 'deadline-moved')).toHaveLength(2);
  });
});
