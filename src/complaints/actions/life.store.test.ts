import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agencyByCode, positionKind } from '../../directory/index.ts';
import type { Complainant, HeldPosition, Officer } from '../../kernel/actor.ts';
import { readEvents } from '../../platform/audit/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { alertErrand } from '../errands/alerts.ts';
import type { RefusalCode } from '../rules/refusals.ts';
import { statusOf } from '../rules/status.ts';
import { loadComplaint } from '../store/complaints.ts';
import { deskCounts, deskLines } from '../store/desk.ts';
import { markSeen } from '../store/receipts.ts';
import { confirmOutcome, objectToOutcome, reopenAsComplainant } from './answer-as-complainant.ts';
import { type FilingOrder, fileComplaint } from './file-complaint.ts';
import { forwardComplaint, passOnPart, redirectPart, returnComplaintPart } from './forward-complaint.ts';
import { followUpPart, proposeClosing } from './handle-complaint.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

async function officerAt(code: string, kind: Parameters<typeof positionKind>[0]): Promise<Officer> {
  const agency = await agencyByCode(t.db, code);
  if (!agency) throw new Error(`no agency ${code}`);
  const position: HeldPosition = {
    positionId: t.tools.random.id(),
    kind,
    agencyId: agency.id,
    governmentId: agency.governmentId,
    agencyPath: agency.path,
    capabilities: positionKind(kind).capabilities,
    regionCode: agency.regionCode,
  };
  return { kind: 'officer', personId: t.tools.random.id(), name: `${kind} (contoh)`, positions: [position] };
}

async function idOf(code: string): Promise<string> {
  return (await agencyByCode(t.db, code))?.id ?? '';
}

const POTHOLE: FilingOrder = {
  class: 'complaint',
  channel: 'web',
  title: 'Jalan berlubang di depan pasar',
  description: 'Sudah tiga minggu jalan di depan pasar berlubang dan belum diperbaiki.',
  regionCode: '51.05',
  categoryCode: null,
  occurredOn: null,
  place: 'Depan Pasar Galiran',
  location: null,
  agencyId: null,
  anonymous: false,
  confidential: false,
  contact: undefined,
  continuesId: null,
  files: [],
};

let secrets = 0;
async function filed(change: Partial<FilingOrder> = {}) {
  secrets += 1;
  const result = await fileComplaint(t.tools, { kind: 'visitor' }, { ...POTHOLE, ...change }, `client secret number ${secrets}`);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

function value<T>(result: { ok: true; value: T } | { ok: false; refusal: RefusalCode }): T {
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

const any = (complaintId: string) => ({ complaintId, version: null });

async function toPupr(complaintId: string) {
  const national = await officerAt('kemenpanrb', 'national-verifier');
  const forwarded = value(
    await forwardComplaint(t.tools, national, any(complaintId), { agencyIds: [await idOf('51.05')], note: 'Mohon ditangani.' }),
  );
  const partId = forwarded.parts[0]?.id ?? '';
  const coordinator = await officerAt('51.05', 'agency-coordinator');
  value(await passOnPart(t.tools, coordinator, any(complaintId), { partId, agencyId: await idOf('51.05.pupr'), note: '' }));
  return { partId, pupr: await officerAt('51.05.pupr', 'liaison-officer'), coordinator, national };
}

const WORK = 'Lubang ditambal dengan aspal panas pada 18 Maret.';

describe('filing', () => {
  test('the same secret files once and gets the same number and code again', async () => {
    const secret = 'idempotency key 1';
    const first = await fileComplaint(t.tools, { kind: 'visitor' }, POTHOLE, secret);
    const again = await fileComplaint(t.tools, { kind: 'visitor' }, POTHOLE, secret);
    if (!first.ok || !again.ok) throw new Error('refused');
    expect(again.value).toEqual({ ...first.value, isRepeat: true });
    const other = await fileComplaint(t.tools, { kind: 'visitor' }, { ...POTHOLE, title: 'Lain sekali' }, secret);
    expect(other).toEqual({ ok: false, refusal: 'filing.other-content' });
  });

  test('two submits at the same moment are one complaint', async () => {
    const both = await Promise.all(
      [1, 2, 3, 4].map(() => fileComplaint(t.tools, { kind: 'visitor' }, POTHOLE, 'the same moment, one key')),
    );
    const ids = new Set(both.map((each) => (each.ok ? each.value.complaintId : each.refusal)));
    expect(ids.size).toBe(1);
    expect(both.every((each) => each.ok)).toBe(true);
  });

  test('verification is due after three working days of the region, Nyepi and Idul Fitri left out', async () => {
    t.setNow('2026-03-17T10:00:00+08:00');
    const { complaintId } = await filed();
    const complaint = await loadComplaint(t.db, complaintId);
    const verify = complaint?.clocks.find((clock) => clock.kind === 'verify');
    // Tue 17 Mar: 18 joint leave, 19 Nyepi, 20 joint leave, 21-22 Fitri, 23-24 joint leave; 25, 26, 27 count.
    expect(verify?.dueAt.toZonedDateTimeISO('Asia/Makassar').toString()).toContain('2026-03-27T23:59:59+08:00');
  });

  test('of an anonymous complaint the working text is masked', async () => {
    const { complaintId } = await filed({
      anonymous: true,
      description: 'Nama saya Wayan Contoh Rekaan, telepon 0812 3456 7890, jalan berlubang.',
      contact: { name: 'Wayan Contoh Rekaan', phone: '+6281234567890' },
    });
    const complaint = await loadComplaint(t.db, complaintId);
    expect(complaint?.description).not.toMatch(/Wayan|Rekaan|3456/);
    expect(complaint?.description).toContain('[disamarkan]');
  });
});

describe('from forwarding to the complainant’s word', () => {
  test('forwarded, passed on, followed up, proposed, objected, proposed again, confirmed, reopened', async () => {
    t.setNow('2026-04-06T09:00:00+08:00');
    const { complaintId } = await filed();
    const me: Complainant = { kind: 'complainant', complaintId };
    const { partId, pupr } = await toPupr(complaintId);
    const desk = await deskLines(t.db, pupr, {}, { limit: 10 });
    expect(desk.lines.find((line) => line.id === complaintId)?.kind).toBe('receive');
    const counts = await deskCounts(t.db, pupr, t.tools.clock.now());
    expect(counts.total).toBe(desk.lines.length);

    value(await followUpPart(t.tools, pupr, any(complaintId), { partId, text: 'Petugas meninjau besok.', files: [] }));
    value(await proposeClosing(t.tools, pupr, any(complaintId), { partId, text: WORK, files: [] }));
    value(await objectToOutcome(t.tools, me, { text: 'Masih berlubang.', files: [] }));
    value(await proposeClosing(t.tools, pupr, any(complaintId), { partId, text: WORK, files: [] }));
    const closed = value(await confirmOutcome(t.tools, me, { text: '' }));
    expect([statusOf(closed), closed.outcome, closed.objections]).toEqual(['closed', 'confirmed', 1]);
    const reopened = value(await reopenAsComplainant(t.tools, me, { text: 'Berlubang lagi.', files: [] }));
    expect([statusOf(reopened), reopened.outcome, reopened.reopenings]).toEqual(['in-progress', null, 1]);
    const types = (await readEvents(t.db, complaintId)).map((event) => event.type);
    expect(types).toEqual([
      'filed',
      'forwarded',
      'passed-on',
      'followed-up',
      'closing-proposed',
      'objected',
      'closing-proposed',
      'closed',
      'reopened',
    ]);
  });

  test('a form made from an older version is told so and changes nothing', async () => {
    const { complaintId } = await filed();
    const { partId, pupr } = await toPupr(complaintId);
    const stale = await followUpPart(t.tools, pupr, { complaintId, version: 1 }, { partId, text: 'x', files: [] });
    expect(stale).toEqual({ ok: false, refusal: 'complaint.moved-on' });
  });

  test('after two returns the national desk decides, and its decision binds', async () => {
    t.setNow('2026-04-06T09:00:00+08:00');
    const { complaintId } = await filed();
    const { partId, pupr, coordinator, national } = await toPupr(complaintId);
    const reason = 'Jalan ini milik provinsi.';
    value(await returnComplaintPart(t.tools, pupr, any(complaintId), { partId, reason }));
    value(await redirectPart(t.tools, coordinator, any(complaintId), { partId, agencyId: await idOf('51.05.dishub'), note: '' }));
    const dishub = await officerAt('51.05.dishub', 'liaison-officer');
    const returned = value(await returnComplaintPart(t.tools, dishub, any(complaintId), { partId, reason }));
    expect(returned.deskAgencyId).toBe(await idOf('kemenpanrb'));
    const arbitrate = returned.clocks.find((clock) => clock.kind === 'arbitrate');
    expect(arbitrate?.dueAt.toZonedDateTimeISO('Asia/Makassar').toPlainDate().toString()).toBe('2026-04-07');
    const decided = value(
      await redirectPart(t.tools, national, any(complaintId), { partId, agencyId: await idOf('51.05.pupr'), note: '' }),
    );
    expect(decided.parts[0]?.binding).toBe(true);
    expect(await returnComplaintPart(t.tools, pupr, any(complaintId), { partId, reason })).toEqual({
      ok: false,
      refusal: 'complaint.binding',
    });
    const finish = (c: typeof decided) => c.clocks.find((clock) => clock.kind === 'finish')?.dueAt.toString();
    expect(finish(decided)).toBe(finish(returned));
  });
});

describe('silence', () => {
  async function proposed() {
    t.setNow('2026-04-06T09:00:00+08:00');
    const { complaintId } = await filed();
    const { partId, pupr } = await toPupr(complaintId);
    value(await followUpPart(t.tools, pupr, any(complaintId), { partId, text: 'Ditinjau.', files: [] }));
    value(await proposeClosing(t.tools, pupr, any(complaintId), { partId, text: WORK, files: [] }));
    return complaintId;
  }

  test('of someone who has looked closes as silence, once, after ten working days', async () => {
    const complaintId = await proposed();
    t.setNow('2026-04-08T09:00:00+08:00');
    await markSeen(t.db, complaintId, t.tools.clock.now());
    t.setNow('2026-04-20T23:59:59+08:00');
    await alertErrand(t.tools);
    expect((await loadComplaint(t.db, complaintId))?.stage).toBe('handling');
    t.setNow('2026-04-21T00:00:01+08:00');
    await Promise.all([alertErrand(t.tools), alertErrand(t.tools)]);
    expect((await loadComplaint(t.db, complaintId))?.outcome).toBe('silence');
    const closings = (await readEvents(t.db, complaintId)).filter((event) => event.type === 'closed');
    expect(closings).toHaveLength(1);
  });

  test('of someone nobody could tell closes as unreachable', async () => {
    const complaintId = await proposed();
    t.setNow('2026-04-21T08:00:00+08:00');
    await alertErrand(t.tools);
    expect((await loadComplaint(t.db, complaintId))?.outcome).toBe('unreachable');
  });
});

describe('deadlines nobody keeps', () => {
  test('climb to the Ombudsman’s desk', async () => {
    t.setNow('2026-04-06T09:00:00+08:00');
    const { complaintId } = await filed();
    for (const day of ['09', '10', '14', '17', '21']) {
      t.setNow(`2026-04-${day}T12:00:00+08:00`);
      await alertErrand(t.tools);
    }
    const complaint = await loadComplaint(t.db, complaintId);
    expect(complaint?.ombudsmanOfficeId).toBe(await idOf('ori.bali'));
    const assistant = await officerAt('ori.bali', 'ombudsman-assistant');
    const desk = await deskLines(t.db, assistant, { kinds: ['oversee'] }, { limit: 50 });
    expect(desk.lines.map((line) => line.id)).toContain(complaintId);
  });
});
