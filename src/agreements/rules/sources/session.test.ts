import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../agreement.test-support.ts';
import { type Attendance, GROUP_CODES, NO_TESTS, type Session, type TestResults } from './session.ts';
import { flawsOfPlan, flawsOfRecord, type SessionRecord } from './session-flaws.ts';
import { sumsOf } from './session-sums.ts';

const record = (given: Partial<SessionRecord> = {}): SessionRecord => ({
  ...{ topic: 'Pelatihan (contoh)', startsOn: day('2026-05-06'), endsOn: day('2026-05-06'), place: '', invited: null },
  ...{
    reviewers: [],
    summary: '',
    tests: NO_TESTS,
    attendance: [{ group: 'frontline', total: 30, women: null, disabled: null }],
  },
  ...given,
});
const tests = (given: Partial<TestResults>): TestResults => ({ ...NO_TESTS, ...given });
const fieldsOf = (
  given: Partial<SessionRecord>,
  form: 'training' | 'outreach' | 'discussion' = 'training',
  today = '2026-06-01',
) => flawsOfRecord(record(given), form, day(today)).map(({ field }) => field);

describe('what is said of a session', () => {
  test('is refused where it cannot be so, each at its field', () => {
    expect(fieldsOf({})).toEqual([]);
    expect(fieldsOf({ topic: ' ' })).toEqual(['topic']);
    expect(fieldsOf({ startsOn: null })).toEqual(['starts']);
    expect(fieldsOf({ startsOn: day('2026-05-07') })).toEqual(['ends']);
    expect(fieldsOf({}, 'training', '2026-05-05')).toEqual(['ends']);
    expect(fieldsOf({ attendance: [] })).toEqual(['total-frontline']);
    expect(fieldsOf({ attendance: [{ group: 'village', total: 3, women: 4, disabled: null }] })).toEqual(['women-village']);
    expect(fieldsOf({ attendance: [{ group: 'village', total: Number.NaN, women: null, disabled: null }] })).toEqual([
      'total-village',
    ]);
    expect(fieldsOf({ invited: -1 })).toEqual(['invited']);
  });

  test('tests belong to trainings, to those who came, and come with their mean and mark', () => {
    const full = { preCount: 28, preMean: '50', postCount: 30, postMean: '71.25', passMark: '70', passed: 20 };
    expect(fieldsOf({ tests: full })).toEqual([]);
    expect(fieldsOf({ tests: full }, 'outreach')).toEqual(['preCount']);
    expect(fieldsOf({ tests: tests({ postCount: 31, postMean: '70' }) })).toEqual(['postCount']);
    expect(fieldsOf({ tests: tests({ postCount: 10 }) })).toEqual(['postMean']);
    expect(fieldsOf({ tests: tests({ preMean: '40' }) })).toEqual(['preMean']);
    expect(fieldsOf({ tests: { ...full, postMean: '100.5' } })).toEqual(['postMean']);
    expect(fieldsOf({ tests: { ...full, passed: 31 } })).toEqual(['passed']);
    expect(fieldsOf({ tests: { ...full, passMark: null } })).toEqual(['passMark']);
  });

  test('outside reviewers belong to discussions and carry institution and role', () => {
    const guest = { id: null, institution: 'Universitas (contoh)', role: 'Dosen', came: null };
    expect(flawsOfPlan(record({ reviewers: [guest] }), 'discussion')).toEqual([]);
    expect(flawsOfPlan(record({ reviewers: [guest] }), 'training')).toHaveLength(1);
    expect(flawsOfPlan(record({ reviewers: [{ ...guest, role: '' }] }), 'discussion').map(({ field }) => field)).toEqual([
      'role-1',
    ]);
  });
});

describe('what sessions come to', () => {
  const session = (given: Partial<Session>): Pick<Session, 'state' | 'attendance' | 'tests'> => ({
    ...{ state: 'held', attendance: [], tests: NO_TESTS },
    ...given,
  });

  test('planned and cancelled ones count nowhere; means are weighted by who took the test', () => {
    const sums = sumsOf([
      session({ tests: tests({ postCount: 10, postMean: '80', passMark: '70', passed: 9 }) }),
      session({ tests: tests({ postCount: 30, postMean: '60', passMark: '70', passed: 6 }) }),
      session({ state: 'planned', attendance: [{ group: 'media', total: 99, women: null, disabled: null }] }),
      session({ state: 'cancelled', tests: tests({ postCount: 50, postMean: '10' }) }),
    ]);
    expect([sums.held, sums.planned, sums.came]).toEqual([2, 1, 0]);
    expect([sums.postMean?.toString(), sums.preMean, sums.passed]).toEqual(['65', null, { count: 15, of: 40 }]);
  });

  test('a share is of those somebody looked at, and never more than all of them', () => {
    const row = fc
      .record({
        group: fc.constantFrom(...GROUP_CODES),
        total: fc.nat(500),
        women: fc.option(fc.nat(500), { nil: null }),
        disabled: fc.option(fc.nat(500), { nil: null }),
      })
      .map(
        ({ group, total, women, disabled }): Attendance => ({
          ...{ group, total },
          ...{
            women: women === null ? null : Math.min(women, total),
            disabled: disabled === null ? null : Math.min(disabled, total),
          },
        }),
      );
    let partly = 0;
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 5 }), { maxLength: 4 }), (sessions) => {
        const sums = sumsOf(sessions.map((attendance) => session({ attendance })));
        const rows = sessions.flat();
        const known = rows.filter(({ women }) => women !== null);
        if (known.length > 0 && known.length < rows.length) partly += 1;
        expect(sums.women.of).toBe(known.reduce((all, { total }) => all + total, 0));
        expect(sums.women.count).toBeLessThanOrEqual(sums.women.of);
        expect(sums.women.of).toBeLessThanOrEqual(sums.came);
        expect(sums.groups.reduce((all, { total }) => all + total, 0)).toBe(sums.came);
      }),
    );
    expect(partly).toBeGreaterThan(10);
  });
});
