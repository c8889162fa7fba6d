import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agencyByCode } from '../../../directory/index.ts';
import { Temporal } from '../../../kernel/time.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { castOf, openedCase } from '../../cast.test-support.ts';
import { issuedOnCase } from '../../obligations.test-support.ts';
import { compliance, daysLate, daysOf, standingAt, sumsOf, yearOf } from '../../rules/obligations/compliance.ts';
import { OBLIGATION_STATES } from '../../rules/obligations/obligation.transitions.ts';
import { complianceByAgency, complianceOf, complianceRows, complianceYears } from './compliance.ts';
import { obligationsOf, saveObligation } from './obligations.ts';

let t: TestDatabase;
let caseId: string;
const NOW = Temporal.Instant.from('2026-06-30T04:00:00Z');
const DAY = 24 * 3600 * 1000;
const at = (days: number) => Temporal.Instant.fromEpochMilliseconds(NOW.epochMilliseconds + Math.round(days * DAY));

beforeAll(async () => {
  t = await testDatabase();
  const cast = await castOf(t);
  const [head, file] = [await cast('head'), await openedCase(t)];
  caseId = file.id;
  for (let index = 0; index < 40; index++) {
    await issuedOnCase(t, head, caseId, { agency: index % 3 === 0 ? '51.05' : '51.05.dinkes' });
  }
  // Every mixture the table can leave, at every hour of the day, so that the day in the zone matters.
  const kept = await obligationsOf(t.db, { caseId });
  const random = fc.sample(
    fc.record({
      issued: fc.double({ min: -500, max: -70, noNaN: true }),
      received: fc.option(fc.double({ min: 0, max: 10, noNaN: true }), { nil: null }),
      due: fc.double({ min: 15, max: 300, noNaN: true }),
      reported: fc.double({ min: 11, max: 60, noNaN: true }),
      judged: fc.double({ min: 60, max: 69, noNaN: true }),
      isFinal: fc.boolean(),
      hasReport: fc.boolean(),
    }),
    { numRuns: kept.length, seed: 7 },
  );
  await inTransaction(t.tools, async (tx) => {
    for (const [index, each] of kept.entries()) {
      const state = OBLIGATION_STATES[index % OBLIGATION_STATES.length] ?? 'issued';
      const shape = random[index];
      if (!shape) continue;
      const judged = ['carried-out', 'not-carried-out', 'withdrawn'].includes(state) || (state === 'partly' && shape.isFinal);
      await saveObligation(tx, {
        ...each,
        state,
        issuedAt: at(shape.issued),
        receivedAt: shape.received === null ? null : at(shape.issued + shape.received),
        dueAt: at(shape.issued + shape.due),
        reportedAt: state === 'reported' || (judged && shape.hasReport) ? at(shape.issued + shape.reported) : null,
        judgedAt: judged ? at(shape.issued + shape.judged) : null,
      });
    }
  });
});
afterAll(() => t.close());

describe('the figure in the database', () => {
  test('says of every year what the rules say, for the government and for its office', async () => {
    const kept = await obligationsOf(t.db, { caseId });
    for (const code of ['51.05', '51.05.dinkes']) {
      const agency = await agencyByCode(t.db, code);
      const own = kept.filter((each) => each.agencyPath.includes(agency?.id ?? ''));
      const years = [...new Set(own.map((each) => yearOf(each)))];
      expect(years.length).toBeGreaterThan(1);
      for (const year of years) {
        const wanted = compliance(
          sumsOf(
            own.filter((each) => yearOf(each) === year),
            NOW,
          ),
        );
        const found = await complianceOf(t.db, agency?.id ?? '', year, NOW);
        expect({ ...found, share: found.share?.toFraction() }).toMatchObject({
          ...{ by: wanted.by, late: wanted.late, days: wanted.days, daysLate: wanted.daysLate },
          share: wanted.share?.toFraction(),
        });
      }
      const all = await complianceYears(t.db, agency?.id ?? '', NOW);
      expect(all.map(({ year }) => year)).toEqual(years.sort((a, b) => b - a));
    }
  });

  test('every number has its rows, paged, each with the days the rules say', async () => {
    const agency = await agencyByCode(t.db, '51.05');
    const kept = new Map((await obligationsOf(t.db, { caseId })).map((each) => [each.id, each]));
    for (const { year, figure } of await complianceYears(t.db, agency?.id ?? '', NOW)) {
      const rows = [];
      for (let after: string | undefined; ; ) {
        const { lines, next } = await complianceRows(t.db, { agencyId: agency?.id ?? '', year }, NOW, { after, limit: 3 });
        rows.push(...lines);
        if (next === null) break;
        after = next;
      }
      expect(new Set(rows.map(({ id }) => id)).size).toBe(Object.values(figure.by).reduce((sum, each) => sum + each, 0));
      for (const row of rows) {
        const each = kept.get(row.id);
        if (!each) throw new Error('a row of nothing');
        expect([row.standing, row.days]).toEqual([standingAt(each, NOW), daysOf(each)]);
        if (row.daysLate !== null) expect(row.daysLate).toBe(daysLate(each, NOW));
      }
      const late = await complianceRows(t.db, { agencyId: agency?.id ?? '', year, late: true }, NOW, { limit: 100 });
      expect(late.lines.length).toBe(figure.late);
    }
  });

  test('governments are listed by name, an office of one below it', async () => {
    const agency = await agencyByCode(t.db, '51.05');
    const [{ year } = { year: 0 }] = await complianceYears(t.db, agency?.id ?? '', NOW);
    const whole = await complianceByAgency(t.db, year, NOW, {}, { limit: 10 });
    expect(whole.lines.map(({ code }) => code)).toEqual(['51.05']);
    const below = await complianceByAgency(t.db, year, NOW, { below: agency?.id ?? '' }, { limit: 10 });
    for (const line of below.lines) expect(line.code).toBe('51.05.dinkes');
    const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM casework.obligations`.execute(t.db);
    expect(rows[0]?.n).toBe(40);
  });
});
