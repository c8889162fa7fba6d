import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agencyByCode, type PositionKind, positionKind } from '../../directory/index.ts';
import type { Complainant, Officer } from '../../kernel/actor.ts';
import { dayOf, Temporal } from '../../kernel/time.ts';
import { lawBook, loadLawBook } from '../../law/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { confirmOutcome, objectToOutcome, reopenAsComplainant, supplyMissingFacts } from '../actions/answer-as-complainant.ts';
import { climbAlerts } from '../actions/climb-alerts.ts';
import { type FilingOrder, fileComplaint } from '../actions/file-complaint.ts';
import { forwardComplaint, redirectPart, returnComplaintPart } from '../actions/forward-complaint.ts';
import { followUpPart, proposeClosing } from '../actions/handle-complaint.ts';
import { releaseComplaint } from '../actions/release-complaint.ts';
import { archiveComplaint, askComplainant } from '../actions/verify-complaint.ts';
import { figureOf, MEASURE_CODES, type MeasureCode } from '../rules/measures.ts';
import { actorOf, appoint, type DeskTest } from '../web/desk/desk.test-support.ts';
import { clocksToAlert } from './alerts.ts';
import { loadComplaint } from './complaints.ts';
import { measured, measuredAt, measureRecords, measureRows, readableCases, readableNumbers } from './measures.ts';

/** One year of the public works office of Klungkung, lived through the room's own actions, then measured. */

let t: TestDatabase;
let coordinator: Officer;
let pupr: Officer;
let national: Officer;
const at = (day: string, time = '09:00') => t.setNow(`${day}T${time}:00+08:00`);
const any = (complaintId: string) => ({ complaintId, version: null });
const me = (complaintId: string): Complainant => ({ kind: 'complainant', complaintId });

async function officerAt(code: string, kind: PositionKind): Promise<Officer> {
  const agency = await agencyByCode(t.db, code);
  if (!agency) throw new Error(`no agency ${code}`);
  const capabilities = positionKind(kind).capabilities;
  const place = {
    agencyId: agency.id,
    governmentId: agency.governmentId,
    agencyPath: agency.path,
    regionCode: agency.regionCode,
  };
  const position = { positionId: t.tools.random.id(), kind, capabilities, ...place };
  return { kind: 'officer', personId: t.tools.random.id(), name: `${kind} (contoh)`, positions: [position] };
}

function sure<T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (!result.ok) throw new Error(String(result.refusal));
  return result.value;
}

const BASE: FilingOrder = {
  ...{
    class: 'complaint',
    channel: 'web',
    title: 'CANARY jalan berlubang',
    regionCode: '51.05',
    categoryCode: null,
    occurredOn: null,
  },
  ...{ description: 'Sudah tiga minggu jalan di depan pasar berlubang.', place: null, location: null, agencyId: null },
  ...{ anonymous: false, confidential: false, contact: undefined, continuesId: null, files: [] },
};

let secrets = 0;
async function filed(day: string, change: Partial<FilingOrder> = {}): Promise<string> {
  at(day);
  secrets += 1;
  const agencyId = (await agencyByCode(t.db, '51.05'))?.id ?? null;
  return sure(await fileComplaint(t.tools, { kind: 'visitor' }, { ...BASE, agencyId, ...change }, `measured secret ${secrets}`))
    .complaintId;
}

/** To the office on a day; the part. */
async function forwarded(id: string, day: string): Promise<string> {
  at(day);
  const agencyIds = [(await agencyByCode(t.db, '51.05.pupr'))?.id ?? ''];
  return sure(await forwardComplaint(t.tools, coordinator, any(id), { agencyIds, note: '' })).parts[0]?.id ?? '';
}

async function followedUp(id: string, partId: string, day: string): Promise<void> {
  at(day);
  sure(await followUpPart(t.tools, pupr, any(id), { partId, text: 'Petugas meninjau lokasi.', files: [] }));
}

async function proposed(id: string, partId: string, day: string): Promise<void> {
  at(day);
  sure(await proposeClosing(t.tools, pupr, any(id), { partId, text: 'Lubang ditambal dengan aspal panas.', files: [] }));
}

/** Runs the watch over deadlines until nothing is due: what nobody objected to closes. */
async function lapse(day: string): Promise<void> {
  at(day);
  for (let more = true; more; ) {
    const due = await clocksToAlert(t.db, t.tools.clock.now(), 50);
    more = false;
    for (const each of due) if (await climbAlerts(t.tools, each)) more = true;
  }
}

async function released(id: string, title: string): Promise<void> {
  sure(await releaseComplaint(t.tools, coordinator, any(id), { title, description: 'Jalan berlubang di pasar.', checked: true }));
}

const scope = async (code = '51.05', from = '2026-01-01', until = '2026-12-31') => ({
  agencyId: (await agencyByCode(t.db, code))?.id ?? '',
  ...{ from: Temporal.PlainDate.from(from), until: Temporal.PlainDate.from(until) },
});

const count = async (code: MeasureCode, where = scope()) =>
  measured(t.db, code, await where, t.tools.clock.now(), await lawBook(t.tools));

async function list(actor: Parameters<typeof measureRows>[1], code: MeasureCode, group?: string, limit = 2) {
  const asked = { code, scope: await scope(), group };
  const circumstances = { now: t.tools.clock.now(), book: await lawBook(t.tools) };
  const lines = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await measureRows(t.db, actor, asked, circumstances, { limit, after: after ?? undefined });
    lines.push(...page.lines);
    after = page.next;
  }
  return lines;
}

const ids: Record<string, string> = {};

beforeAll(async () => {
  t = await testDatabase();
  // In office, so that the complaints of the government come to its own desk.
  coordinator = await actorOf({ t } as DeskTest, (await appoint({ t } as DeskTest, '51.05', 'agency-coordinator')).personId);
  await appoint({ t } as DeskTest, '51.03', 'agency-coordinator');
  pupr = await officerAt('51.05.pupr', 'liaison-officer');
  national = await officerAt('kemenpanrb', 'national-verifier');

  // Received Monday 4 May, followed up Wednesday: two working days. Confirmed in time; anyone may read it.
  ids.quick = await filed('2026-05-04', { channel: 'pojok' });
  await released(ids.quick, 'Jalan rusak di pasar');
  let part = await forwarded(ids.quick, '2026-05-04');
  await followedUp(ids.quick, part, '2026-05-06');
  await proposed(ids.quick, part, '2026-05-07');
  sure(await confirmOutcome(t.tools, me(ids.quick), { text: '' }));

  // Held from Tuesday to Thursday: of the week Friday and the Monday after count, the days of the question do not.
  ids.held = await filed('2026-06-08');
  part = await forwarded(ids.held, '2026-06-08');
  at('2026-06-09');
  sure(await askComplainant(t.tools, pupr, any(ids.held), { question: 'Di jalan mana tepatnya?', reason: 'place' }));
  at('2026-06-11');
  sure(await supplyMissingFacts(t.tools, me(ids.held), { text: 'Jalan Gajah Mada.', files: [] }));
  await followedUp(ids.held, part, '2026-06-15');
  await proposed(ids.held, part, '2026-06-16');
  await lapse('2026-07-20');

  // Received, returned as not theirs, received again: the second receipt counts. Answered, objected to, never finished.
  ids.late = await filed('2026-07-01', { channel: 'telephone', confidential: true });
  part = await forwarded(ids.late, '2026-07-01');
  at('2026-07-02');
  sure(await returnComplaintPart(t.tools, pupr, any(ids.late), { partId: part, reason: 'Bukan jalan kabupaten kami.' }));
  at('2026-07-06');
  const office = (await agencyByCode(t.db, '51.05.pupr'))?.id ?? '';
  expect((await loadComplaint(t.db, ids.late))?.parts[0]?.state).toBe('returned');
  sure(await redirectPart(t.tools, coordinator, any(ids.late), { partId: part, agencyId: office, note: '' }));
  await followedUp(ids.late, part, '2026-07-07');
  await proposed(ids.late, part, '2026-07-08');
  sure(await objectToOutcome(t.tools, me(ids.late), { text: 'Masih berlubang.', files: [] }));

  // Closed by the complainant, opened again in autumn: a second deadline, not over yet on the day of measuring.
  ids.again = await filed('2026-08-03');
  part = await forwarded(ids.again, '2026-08-03');
  await followedUp(ids.again, part, '2026-08-03');
  await proposed(ids.again, part, '2026-08-04');
  sure(await confirmOutcome(t.tools, me(ids.again), { text: '' }));
  at('2026-09-01');
  sure(await reopenAsComplainant(t.tools, me(ids.again), { text: 'Berlubang lagi.', files: [] }));

  ids.waiting = await filed('2026-09-07');
  await forwarded(ids.waiting, '2026-09-07');
  ids.archived = await filed('2026-09-07', { channel: 'whatsapp' });
  sure(
    await archiveComplaint(t.tools, coordinator, any(ids.archived), {
      reason: 'too-general',
      note: 'Tidak menyebut tempat dan kejadian.',
    }),
  );
  ids.trial = await filed('2026-09-07');
  sure(await archiveComplaint(t.tools, coordinator, any(ids.trial), { reason: 'test', note: 'Hanya mencoba kirim.' }));
  // Another year, another government: neither belongs.
  ids.old = await filed('2025-12-31');
  await filed('2026-05-04', { agencyId: (await agencyByCode(t.db, '51.03'))?.id ?? null });
  at('2026-09-10');
}, 120_000);
afterAll(() => t.close());

describe('measures of complaints', () => {
  test('first follow-up: from the receipt by the office that followed up, without days of a question; who waits is told beside it', async () => {
    const counted = await count('first-follow-up');
    // 2 + 2 (Fri 12 and Mon 15 June) + 1 + 0 working days; the one of 7 September still has time.
    expect(counted).toEqual({ groups: { 'followed-up': 4, waiting: 1 }, workingDays: 5 });
    expect(figureOf('first-follow-up', counted)).toMatchObject({ cases: 4, beside: 1 });
    expect(figureOf('first-follow-up', counted).value?.toFraction()).toBe('5/4');
    const rows = await list(pupr, 'first-follow-up', 'followed-up');
    expect(rows.map(({ complaint, workingDays }) => [complaint.id, workingDays])).toEqual([
      [ids.again, 0],
      [ids.late, 1],
      [ids.held, 2],
      [ids.quick, 2],
    ]);
    at('2026-09-30');
    expect((await count('first-follow-up')).groups).toEqual({ 'followed-up': 4, overdue: 1 });
    at('2026-09-10');
  });

  test('finished in time: only deadlines that are over, so that a reopened one waits for its own', async () => {
    // The one filed on the last day of 2025 was promised for January 2026, and nobody took it up.
    expect((await count('finished-in-time')).groups).toEqual({ 'in-time': 3, unfinished: 2 });
    expect((await list(coordinator, 'finished-in-time', 'unfinished')).map(({ complaint }) => complaint.id)).toEqual([
      ids.late,
      ids.old,
    ]);
    at('2026-11-30');
    // Its first round was in time, its second is not; the one nobody touched is late as well.
    expect((await count('finished-in-time')).groups).toEqual({ 'in-time': 3, unfinished: 4 });
    at('2026-09-10');
  });

  test('closed by silence: of what is closed still', async () => {
    const counted = await count('closed-by-silence');
    expect(counted.groups.confirmed).toBe(1);
    // Nobody could tell the complainant without a contact: not silence.
    expect((counted.groups.silence ?? 0) + (counted.groups.unreachable ?? 0)).toBe(1);
    expect(figureOf('closed-by-silence', counted).cases).toBe(2);
  });

  test('answers accepted: of those the complainant answered; what was closed by silence stands beside it', async () => {
    const counted = await count('answers-accepted');
    expect(counted.groups).toEqual({ accepted: 1, silent: 1 });
    expect(figureOf('answers-accepted', counted)).toMatchObject({ cases: 1, hits: 1, beside: 1 });
  });

  test('the records behind a number are all of its cases, by reference', async () => {
    const [now, book] = [t.tools.clock.now(), await lawBook(t.tools)];
    for (const code of MEASURE_CODES) {
      const records = await measureRecords(t.db, code, await scope(), now, book);
      const { groups, workingDays } = await count(code);
      expect(
        Object.fromEntries(Object.entries(Object.groupBy(records, ({ group }) => group)).map(([g, all]) => [g, all?.length])),
      ).toEqual(groups);
      expect(records.reduce((all, each) => all + (each.workingDays ?? 0), 0)).toBe(workingDays);
    }
    const all = Object.values(ids);
    expect([...(await readableNumbers(t.db, { kind: 'visitor' }, all)).keys()]).toEqual([ids.quick]);
    expect((await readableNumbers(t.db, national, all)).size).toBe(all.length);
  });

  test('followed up, with those set aside beside it; channels of all that were filed but trials', async () => {
    expect((await count('followed-up')).groups).toEqual({ 'followed-up': 4, 'not-yet': 1, archived: 2 });
    expect((await count('channel-use')).groups).toEqual({ pojok: 1, telephone: 1, web: 3, whatsapp: 1 });
    expect(figureOf('channel-use', await count('channel-use'))).toMatchObject({ cases: 6, value: null });
  });

  test('an office below counts what it has; the same days a year earlier have their own', async () => {
    expect((await count('channel-use', scope('51.05.pupr'))).groups).toEqual({ pojok: 1, telephone: 1, web: 3 });
    expect((await count('channel-use', scope('51.05', '2025-01-01', '2025-12-31'))).groups).toEqual({ web: 1 });
    expect(await count('first-follow-up', scope('51.05.dinkes'))).toEqual({ groups: {}, workingDays: 0 });
    expect(figureOf('first-follow-up', { groups: {}, workingDays: 0 }).value).toBeNull();
  });

  test('many agencies asked at once are told what each is told alone', async () => {
    const ids = await Promise.all(
      ['51.05', '51.05.pupr', '51.03'].map(async (code) => (await agencyByCode(t.db, code))?.id ?? ''),
    );
    const { agencyId: _, ...span } = await scope();
    const [now, book] = [t.tools.clock.now(), await lawBook(t.tools)];
    let counted = 0;
    for (const code of MEASURE_CODES) {
      const together = await measuredAt(t.db, code, { ...span, agencyIds: ids }, now, book);
      for (const agencyId of ids) {
        const alone = await measured(t.db, code, { ...span, agencyId }, now, book);
        expect([code, together.get(agencyId)]).toEqual([code, alone]);
        counted += Object.keys(alone.groups).length;
      }
    }
    expect(counted).toBeGreaterThan(8);
  });

  test('the list behind a number is the number for who sees all, and only what was released for everybody else', async () => {
    let seen = 0;
    for (const code of MEASURE_CODES) {
      const { groups } = await count(code);
      for (const [group, cases] of Object.entries(groups)) {
        const rows = await list(national, code, group);
        expect([code, group, rows.length]).toEqual([code, group, cases]);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(cases);
        seen += cases;
      }
      const circumstances = { now: t.tools.clock.now(), book: await lawBook(t.tools) };
      expect(await readableCases(t.db, national, { code, scope: await scope() }, circumstances)).toEqual(groups);
      const open = await list({ kind: 'visitor' }, code);
      expect(open.map(({ complaint }) => complaint.id)).toEqual([ids.quick]);
      expect(JSON.stringify(open)).not.toContain('CANARY');
      expect([open[0]?.complaint.title, open[0]?.isOwn]).toEqual(['Jalan rusak di pasar', false]);
    }
    expect(seen).toBeGreaterThan(20);
    // The office reads what it has, never what stayed at the desk.
    expect((await list(pupr, 'channel-use')).map(({ complaint }) => complaint.id)).not.toContain(ids.archived);
  });

  test('a day belongs to the zone of the complaint', async () => {
    t.setNow('2026-12-31T23:30:00+08:00');
    const agencyId = (await agencyByCode(t.db, '51.03'))?.id ?? null;
    secrets += 1;
    sure(
      await fileComplaint(t.tools, { kind: 'visitor' }, { ...BASE, agencyId, regionCode: '51.03' }, `measured secret ${secrets}`),
    );
    expect(dayOf(t.tools.clock.now(), 'Asia/Jayapura').toString()).toBe('2027-01-01');
    expect((await count('channel-use', scope('51.03', '2026-12-31', '2026-12-31'))).groups).toEqual({ web: 1 });
    at('2026-09-10');
  });

  test('a day off in the province is no working day, neither in the count nor in a pause', async () => {
    const before = await count('first-follow-up');
    const { edition } = await lawBook(t.tools);
    await sql`INSERT INTO law.calendar_years (region_code, year, version, edition, decreed, skb, sources, origin, fingerprint)
      VALUES ('51', 2026, 1, ${edition}, false, '{}', '{}', 'administrator', 'contoh')`.execute(t.ownerDb);
    // Tuesday lies in the span of the quick one, Wednesday in the pause of the one that was held.
    await sql`INSERT INTO law.holidays (region_code, year, version, on_day, kind, name, confirmed)
      SELECT '51', 2026, 1, day, 'regional', '{"id": "Contoh", "en": "Example"}', true
      FROM unnest('{2026-05-05, 2026-06-10}'::date[]) AS day`.execute(t.ownerDb);
    const book = await loadLawBook(t.db);
    expect(book.calendar('51.05').regionCode).toBe('51');
    const after = await measured(t.db, 'first-follow-up', await scope(), t.tools.clock.now(), book);
    expect(after).toEqual({ ...before, workingDays: before.workingDays - 1 });
  });
});
