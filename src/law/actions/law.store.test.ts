import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, Officer } from '../../kernel/actor.ts';
import { Temporal } from '../../kernel/time.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { SHIPPED_PARAMETERS } from '../data/parameters.ts';
import { dueMoment } from '../rules/due.ts';
import type { ParameterOrder } from '../rules/parameter-order.ts';
import { loggedChanges } from '../store/changes.ts';
import { currentEdition, lockLaw, nextEdition } from '../store/editions.ts';
import { lawBook, loadLawBook } from '../store/law-book.ts';
import { importHolidays, tryImport } from './import-holidays.ts';
import { loadReference } from './load-reference.ts';
import { setParameter } from './set-parameter.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const keeper: Officer = {
  kind: 'officer',
  personId: '0190c000-0000-7000-8000-000000000001',
  name: 'Contoh Pengelola',
  positions: [
    {
      positionId: '0190c000-0000-7000-8000-000000000002',
      kind: 'system-admin',
      agencyId: '0190c000-0000-7000-8000-000000000003',
      governmentId: '0190c000-0000-7000-8000-000000000003',
      agencyPath: ['0190c000-0000-7000-8000-000000000003'],
      capabilities: ['law.manage'],
      regionCode: null,
    },
  ],
};
const visitor: Actor = { kind: 'visitor' };

const FIXED = ['2027-01-01', '2027-05-01', '2027-06-01', '2027-08-17', '2027-12-25'];
const MOVABLE = ['2027-02-08', '2027-03-09', '2027-03-10', '2027-03-26', '2027-05-06', '2027-05-17', '2027-05-20', '2027-06-07'];
const DECREE = JSON.stringify({
  years: [
    { year: 2027, skb: ['900/2026', '3/2026', '6/2026'], libur_nasional: [...FIXED, ...MOVABLE], cuti_bersama: ['2027-01-04'] },
  ],
});

function order(more: Partial<ParameterOrder> = {}): ParameterOrder {
  return {
    rule: 'complaint.verify',
    ruleSet: 'SP4N 5/2025',
    value: '2',
    unit: 'hk',
    from: '2026-06-01',
    until: '',
    confirmed: true,
    regulation: 'permenpanrb-5-2025',
    place: 'Pasal 1 (contoh)',
    document: '',
    noteId: '',
    noteEn: '',
    reason: 'Uji',
    ...more,
  };
}

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

async function jobs() {
  const found = await sql<{ identifier: string; payload: unknown }>`
    SELECT task.identifier, job.payload FROM graphile_worker._private_jobs job
    JOIN graphile_worker._private_tasks task ON task.id = job.task_id`.execute(t.ownerDb);
  return found.rows;
}

describe('a new database', () => {
  test('holds the shipped law after loading, once however often it is loaded', async () => {
    const before = await currentEdition(t.db);
    const counts = await loadReference(t.ownerDb);
    expect(await loadReference(t.ownerDb)).toEqual(counts);
    expect(await currentEdition(t.db)).toEqual(before);
    expect(counts).toEqual([
      { what: 'law parameters', count: SHIPPED_PARAMETERS.length },
      { what: 'holidays', count: 82 },
    ]);
    expect(await jobs()).toEqual([]);
  });

  test('answers as the shipped book does', async () => {
    const book = await loadLawBook(t.db);
    expect(book.calendarVersion).toBe(1);
    expect(book.parameter('complaint.finish.complaint', day('2026-03-17'))).toMatchObject({
      value: 14,
      unit: 'hk',
      confirmed: false,
    });
    const due = dueMoment({
      from: Temporal.Instant.from('2026-03-17T10:00:00+08:00'),
      limit: { value: 5, unit: 'hk' },
      zone: 'Asia/Makassar',
      calendar: book.calendar('51.05'),
    });
    expect(due).toMatchObject({ calendarVersion: 1, provisional: false });
    expect(due.dueOn.toString()).toBe('2026-03-31');
  });

  test('lets the app neither change nor delete the law', async () => {
    for (const statement of [
      'UPDATE law.parameters SET value = 1',
      'DELETE FROM law.holidays',
      'DELETE FROM law.changes',
      'UPDATE law.editions SET edition = 9',
    ]) {
      await expect(sql.raw(statement).execute(t.db)).rejects.toThrow(/permission denied/);
    }
  });
});

describe('importing holidays', () => {
  test('is for those who manage the law', async () => {
    const upload = { text: DECREE, skb: [] };
    expect(await tryImport(t.tools, visitor, upload)).toMatchObject({ ok: false, refusal: { code: 'law.forbidden' } });
    expect(await importHolidays(t.tools, visitor, { ...upload, edition: null, reason: 'x' })).toMatchObject({
      ok: false,
      refusal: { code: 'law.forbidden' },
    });
  });

  test('a dry run tells the difference and writes nothing', async () => {
    const before = await currentEdition(t.db);
    const tried = await tryImport(t.tools, keeper, { text: DECREE, skb: [] });
    if (!tried.ok) throw new Error(tried.refusal.code);
    expect(tried.value.plan.changes).toHaveLength(14);
    expect(tried.value).toMatchObject({ edition: before.edition, calendarVersion: null, doubts: [] });
    expect(await currentEdition(t.db)).toEqual(before);
  });

  test('a decree makes a new calendar version, clears the provisional mark and has deadlines worked out again', async () => {
    const question = {
      from: Temporal.Instant.from('2026-12-29T09:30:00+07:00'),
      limit: { value: 5, unit: 'hk' },
      zone: 'Asia/Jakarta',
    } as const;
    const before = await lawBook(t.tools);
    expect(dueMoment({ ...question, calendar: before.calendar(null) })).toMatchObject({ provisional: true });
    const done = await importHolidays(t.tools, keeper, {
      text: DECREE,
      skb: [],
      edition: before.edition,
      reason: 'SKB 2027 terbit',
    });
    expect(done).toMatchObject({ ok: true, value: { calendarVersion: 2 } });
    const after = await lawBook(t.tools);
    const due = dueMoment({ ...question, calendar: after.calendar(null) });
    expect(due).toMatchObject({ provisional: false, calendarVersion: 2 });
    expect(due.dueOn.toString()).toBe('2027-01-07');
    expect(await jobs()).toEqual(
      ['complaints', 'casework'].map((room) => ({ identifier: `${room}.recompute-deadlines`, payload: { calendarVersion: 2 } })),
    );
    const [logged] = await loggedChanges(t.db, { limit: 1 });
    expect(logged).toMatchObject({
      by: `person:${keeper.personId}`,
      basis: 'SKB 3 Menteri 900/2026, 3/2026, 6/2026',
      reason: 'SKB 2027 terbit',
      change: { kind: 'holidays', regionCode: null, year: 2027, old: [] },
    });
  });

  test('the law as it was at an earlier edition can still be read', async () => {
    const old = await loadLawBook(t.db, 1);
    expect(old.calendar(null).isDecreed(2027)).toBe(false);
    expect(old.calendarVersion).toBe(1);
    await expect(loadLawBook(t.db, 999)).rejects.toThrow(/no edition 999/);
  });

  test('the same file again changes nothing and says so', async () => {
    const again = await importHolidays(t.tools, keeper, { text: DECREE, skb: [], edition: null, reason: 'lagi' });
    expect(again).toMatchObject({ ok: false, refusal: { code: 'law.nothing-changed' } });
  });

  test('what was confirmed against another edition is refused', async () => {
    const text = '{"years":[{"year":2027,"additional":[{"date":"2027-06-30","basis":"Keppres contoh","what":"Pemilu contoh"}]}]}';
    expect(await importHolidays(t.tools, keeper, { text, skb: [], edition: 1, reason: 'x' })).toMatchObject({
      ok: false,
      refusal: { code: 'law.moved-on' },
    });
  });

  test('a regional day holds in its region, and can be withdrawn', async () => {
    const text =
      '{"years":[{"year":2026,"regional":[{"region":"51.05","date":"2026-09-16","basis":"SE Bupati contoh","what":"Hari contoh"}]}]}';
    const added = await importHolidays(t.tools, keeper, { text, skb: [], edition: null, reason: 'Surat edaran' });
    expect(added.ok).toBe(true);
    const book = await lawBook(t.tools);
    expect(book.calendar('51.05').isWorkingDay(day('2026-09-16'))).toBe(false);
    expect(book.calendar('51.03').isWorkingDay(day('2026-09-16'))).toBe(true);
    const csv = 'date,kind,what,region,basis\n2026-09-16,withdrawn,,51.05,SE pencabutan contoh\n';
    expect(await importHolidays(t.tools, keeper, { text: csv, skb: [], edition: null, reason: 'Dicabut' })).toMatchObject({
      ok: true,
    });
    expect((await lawBook(t.tools)).calendar('51.05').isWorkingDay(day('2026-09-16'))).toBe(true);
    expect(await importHolidays(t.tools, keeper, { text: csv, skb: [], edition: null, reason: 'Dicabut' })).toMatchObject({
      ok: false,
      refusal: { code: 'law.file-invalid', problems: [{ code: 'withdrawn-unknown' }] },
    });
  });

  test('a decree that drops a day on record raises a doubt', async () => {
    const without = JSON.stringify({
      years: [{ year: 2027, skb: ['900/2026', '3/2026', '6/2026'], libur_nasional: [...FIXED, ...MOVABLE], cuti_bersama: [] }],
    });
    const tried = await tryImport(t.tools, keeper, { text: without, skb: [] });
    expect(tried).toMatchObject({ ok: true, value: { doubts: [{ code: 'removes-days', place: '2027-01-04' }] } });
  });

  test('loading the defaults again takes nothing of it back', async () => {
    const before = await currentEdition(t.db);
    await loadReference(t.ownerDb);
    expect(await currentEdition(t.db)).toEqual(before);
  });
});

describe('setting a parameter', () => {
  test('enters a row that holds from its day and leaves the old one standing', async () => {
    expect(await setParameter(t.tools, keeper, order())).toMatchObject({
      ok: true,
      value: { value: 2, origin: 'administrator' },
    });
    const book = await lawBook(t.tools);
    expect(book.parameter('complaint.verify', day('2026-05-31')).value).toBe(3);
    expect(book.parameter('complaint.verify', day('2026-06-01'))).toMatchObject({ value: 2, confirmed: true });
    const [logged] = await loggedChanges(t.db, { limit: 1 });
    expect(logged).toMatchObject({
      basis: 'PermenPANRB 5/2025 Pasal 1 (contoh)',
      reason: 'Uji',
      change: { kind: 'parameter', old: { value: 3 }, new: { value: 2 } },
    });
  });

  test('that is on record already is refused', async () => {
    expect(await setParameter(t.tools, keeper, order())).toMatchObject({ ok: false, refusal: [{ code: 'law.nothing-changed' }] });
  });

  test('survives loading the defaults, which hold another value for the same day', async () => {
    await setParameter(t.tools, keeper, order({ value: '4', from: '2025-06-01' }));
    await loadReference(t.ownerDb);
    expect((await lawBook(t.tools)).parameter('complaint.verify', day('2026-01-05')).value).toBe(4);
  });

  test('of the calendar makes a new calendar version', async () => {
    const { calendarVersion } = await currentEdition(t.db);
    const leave = order({
      rule: 'calendar.joint-leave',
      ruleSet: '',
      value: '0',
      unit: 'yes-no',
      from: '2026-12-01',
      document: 'Contoh',
      regulation: '',
    });
    expect((await setParameter(t.tools, keeper, leave)).ok).toBe(true);
    expect((await currentEdition(t.db)).calendarVersion).toBe(calendarVersion + 1);
    expect((await lawBook(t.tools)).calendar(null).isWorkingDay(day('2026-12-24'))).toBe(true);
    expect(await jobs()).toEqual([
      { identifier: 'complaints.recompute-deadlines', payload: { calendarVersion: calendarVersion + 1 } },
      { identifier: 'casework.recompute-deadlines', payload: { calendarVersion: calendarVersion + 1 } },
    ]);
  });

  test.each<[Partial<ParameterOrder>, string, string | null]>([
    [{ rule: 'complaint.nonsense' }, 'law.rule-unknown', 'rule'],
    [{ value: '0' }, 'law.value-implausible', 'value'],
    [{ value: '2,5' }, 'law.value-implausible', 'value'],
    [{ value: '99999' }, 'law.value-implausible', 'value'],
    [{ unit: 'times' }, 'law.value-implausible', 'value'],
    [{ ruleSet: '' }, 'law.rule-set-wrong', 'ruleSet'],
    [{ rule: 'complaint.arbitrate' }, 'law.rule-set-wrong', 'ruleSet'],
    [{ from: '2026-02-30' }, 'law.day-wrong', 'from'],
    [{ until: 'besok' }, 'law.day-wrong', 'until'],
    [{ until: '2026-06-01' }, 'law.until-before-from', 'until'],
    [{ regulation: '' }, 'law.basis-missing', 'regulation'],
    [{ reason: '  ' }, 'law.reason-missing', 'reason'],
    [{ noteId: 'x'.repeat(501) }, 'law.text-too-long', 'noteId'],
  ])('with %j is refused', async (wrong, code, field) => {
    expect(await setParameter(t.tools, keeper, order(wrong))).toEqual({ ok: false, refusal: [{ code, field }] });
  });

  test('is for those who manage the law', async () => {
    expect(await setParameter(t.tools, visitor, order())).toEqual({
      ok: false,
      refusal: [{ code: 'law.forbidden', field: null }],
    });
  });
});

test('two changes at once get two editions, and the second sees the first', async () => {
  const at = t.tools.clock.now();
  const change = () =>
    inTransaction(t.tools, async (tx) => {
      await lockLaw(tx);
      return (await nextEdition(tx, at, false)).edition;
    });
  const { edition } = await currentEdition(t.db);
  const made = await Promise.all([change(), change(), change(), change()]);
  expect(made.sort((a, b) => a - b)).toEqual([1, 2, 3, 4].map((step) => edition + step));
});

test('a transaction reads the law it has just changed; others keep theirs until it is committed', async () => {
  const before = await lawBook(t.tools);
  await inTransaction(t.tools, async (tx) => {
    await lockLaw(tx);
    const next = await nextEdition(tx, t.tools.clock.now(), false);
    expect((await lawBook(t.tools, tx)).edition).toBe(next.edition);
    expect((await lawBook(t.tools)).edition).toBe(before.edition);
  });
  expect((await lawBook(t.tools)).edition).toBe(before.edition + 1);
});
