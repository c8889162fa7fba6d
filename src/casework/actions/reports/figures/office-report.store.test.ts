import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencyByCode } from '../../../../directory/index.ts';
import type { Officer } from '../../../../kernel/actor.ts';
import { dayOf, Temporal } from '../../../../kernel/time.ts';
import { type TestDatabase, testDatabase } from '../../../../platform/testing/database.ts';
import { castInOffice } from '../../../cast-in-office.test-support.ts';
import { FIGURE_TABLES } from '../../../rules/reports/figures.ts';
import { readPeriod } from '../../../rules/reports/period.ts';
import type { Scope } from '../../../store/reports/case-sets.ts';
import { countRows, rowsBehind } from '../../../store/reports/office-figures.ts';
import { type WrittenCase, writeCase } from './figures.test-support.ts';
import { divisorsFor, officeReport } from './office-report.ts';

let t: TestDatabase;
let bali: string;
let head: Officer;
const written: (WrittenCase & { readonly id: string })[] = [];

const MARCH = readPeriod('2026-03');

function scope(): Scope {
  if (!MARCH) throw new Error('no period');
  return { officeIds: [bali], period: MARCH };
}

const localDay = (at: string) => dayOf(Temporal.Instant.from(at), 'Asia/Makassar');
const inMonth = (at: string | null, month: string) => at !== null && localDay(at).toString().startsWith(month);

beforeAll(async () => {
  t = await testDatabase();
  head = await (await castInOffice(t))('head');
  bali = (await agencyByCode(t.db, 'ori.bali'))?.id ?? '';
  const access = ['LM', 'LM', 'RCO', 'KNL', 'IAPS', 'COPY'] as const;
  const channel = ['web', 'counter', 'letter'] as const;
  for (let n = 0; n < 90; n++) {
    const registered = Temporal.Instant.from('2026-01-20T15:30:00Z').add({ hours: n * 19 });
    const days = (n * 37) % 130;
    const isClosed = n % 4 !== 0;
    const given: WrittenCase = {
      ...{
        access: access[n % 6] ?? 'LM',
        channel: channel[n % 3] ?? 'web',
        office: n % 9 === 0 ? 'ori.nusa-tenggara-barat' : 'ori.bali',
      },
      category: n % 5 === 0 ? null : n % 2 === 0 ? 'public-works.potholes' : 'health',
      respondents: n % 7 === 0 ? [] : n % 7 === 1 ? ['51.05', '51.05.dinkes', '51.05.disdik'] : ['51.05.dinkes'],
      ...{ registeredAt: registered.toString(), closedAt: isClosed ? registered.add({ hours: days * 24 + 3 }).toString() : null },
      outcome: n % 11 === 0 ? 'converted' : n % 2 === 0 ? 'corrected' : 'no-maladministration',
    };
    written.push({ ...given, id: await writeCase(t, given) });
  }
});
afterAll(() => t.close());

const atBali = () => written.filter(({ office }) => office === 'ori.bali');

describe('the report of an office', () => {
  it('counts what was received, finished and open by the days of the place', async () => {
    const { sets } = await officeReport(t.tools, scope());
    const count = (chosen: (each: WrittenCase) => boolean) => atBali().filter(chosen).length;
    expect(sets.received).toEqual({
      count: count(({ registeredAt }) => inMonth(registeredAt, '2026-03')),
      before: count(({ registeredAt }) => inMonth(registeredAt, '2026-02')),
    });
    expect(sets.finished).toEqual({
      count: count(({ closedAt }) => inMonth(closedAt, '2026-03')),
      before: count(({ closedAt }) => inMonth(closedAt, '2026-02')),
    });
    expect(sets.open.count).toBe(
      count(
        ({ registeredAt, closedAt }) =>
          localDay(registeredAt).toString() < '2026-04-01' &&
          (closedAt === null || localDay(closedAt).toString() >= '2026-04-01'),
      ),
    );
    expect(Math.min(sets.received.count, sets.received.before, sets.finished.count, sets.open.count)).toBeGreaterThan(5);
  });

  it('tells mean, median and share within the target of reports, without consultations, copies and those that went on', async () => {
    const { time } = await officeReport(t.tools, scope());
    const days = atBali()
      .filter(
        ({ access, closedAt, outcome }) =>
          ['LM', 'RCO', 'IAPS'].includes(access) && inMonth(closedAt, '2026-03') && outcome !== 'converted',
      )
      .map(({ registeredAt, closedAt }) =>
        localDay(registeredAt)
          .until(localDay(closedAt ?? ''))
          .total('days'),
      )
      .sort((one, other) => one - other);
    expect(days.length).toBeGreaterThan(5);
    const middle = ((days[Math.floor((days.length - 1) / 2)] ?? 0) + (days[Math.ceil((days.length - 1) / 2)] ?? 0)) / 2;
    expect(time.now.cases).toBe(days.length);
    expect(time.now.mean).toBeCloseTo(days.reduce((total, each) => total + each, 0) / days.length, 9);
    expect(time.now.median).toBe(middle);
    // 89 days, the day of registration not counted, to the end of the last one.
    expect(time.now.within).toBe(days.filter((each) => each <= 89).length);
  });

  it('counts as within the target only what the law counts so, the longest ones not', async () => {
    const year = readPeriod('2026');
    if (!year) throw new Error('no period');
    const { time } = await officeReport(t.tools, { ...scope(), period: year });
    const within = atBali().filter(
      ({ access, outcome, registeredAt, closedAt }) =>
        ['LM', 'RCO', 'IAPS'].includes(access) &&
        outcome !== 'converted' &&
        inMonth(closedAt, '2026') &&
        localDay(registeredAt)
          .until(localDay(closedAt ?? ''))
          .total('days') <= 89,
    );
    expect(time.now.within).toBe(within.length);
    expect(time.now.within).toBeLessThan(time.now.cases);
  });

  it('has behind each of its numbers exactly as many cases as the number says', async () => {
    const report = await officeReport(t.tools, scope());
    let seen = 0;
    for (const { table, lines } of report.tables) {
      const divisors = await divisorsFor(t.tools, table.set, table.by, scope());
      for (const { key, count } of lines) {
        const order = { set: table.set, scope: scope(), group: { by: table.by, key }, divisors };
        const rows = await rowsBehind(t.db, head, { ...order, after: null, limit: 500 });
        expect([table.by, key, rows.length]).toEqual([table.by, key, count]);
        expect(await countRows(t.db, head, order)).toEqual({ all: count, hidden: 0 });
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        seen += count;
      }
    }
    expect(report.tables).toHaveLength(FIGURE_TABLES.length);
    expect(seen).toBeGreaterThan(100);
  });

  it('pages through the cases behind a number without losing or doubling one', async () => {
    const order = { set: 'received', scope: scope(), group: null, divisors: { agencyKinds: [], targets: [] } } as const;
    const all = await rowsBehind(t.db, head, { ...order, after: null, limit: 500 });
    const paged: string[] = [];
    let after: { at: string; id: string } | null = null;
    for (;;) {
      const rows: readonly { id: string; registeredAt: { toString(): string } }[] = await rowsBehind(t.db, head, {
        ...order,
        after,
        limit: 7,
      });
      paged.push(...rows.map(({ id }) => id));
      const end = rows.at(-1);
      if (!end) break;
      after = { at: end.registeredAt.toString(), id: end.id };
    }
    expect(paged).toEqual(all.map(({ id }) => id));
  });

  it('keeps a case from the list of somebody with a conflict of interest, and says that one is kept', async () => {
    const shut = atBali().find(({ registeredAt }) => inMonth(registeredAt, '2026-03'));
    await t.pool.query('UPDATE casework.cases SET excluded_person_ids = $1::uuid[] WHERE id = $2', [[head.personId], shut?.id]);
    const order = { set: 'received', scope: scope(), group: null, divisors: { agencyKinds: [], targets: [] } } as const;
    const { all, hidden } = await countRows(t.db, head, order);
    const rows = await rowsBehind(t.db, head, { ...order, after: null, limit: 500 });
    await t.pool.query("UPDATE casework.cases SET excluded_person_ids = '{}' WHERE id = $1", [shut?.id]);
    expect([all - rows.length, hidden]).toEqual([1, 1]);
    expect(rows.some(({ id }) => id === shut?.id)).toBe(false);
  });
});
