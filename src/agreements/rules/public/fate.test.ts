import { describe, expect, test } from 'vitest';
import { aLine, anAgreement, day } from '../agreement.test-support.ts';
import type { Line } from '../line.ts';
import { fateOf } from './fate.ts';

const agreement = anAgreement();
const at = (amount: string, on = '2026-06-20') => ({ amount, on: day(on) });
const fate = (given: Partial<Line>, today = '2026-07-01', ended: string | null = null) =>
  fateOf(
    aLine(agreement, given),
    { zone: agreement.zone, state: ended ? 'ended' : 'signed', endedOn: ended ? day(ended) : null },
    day(today),
  );
const done = { state: 'done' as const, confirmed: at('8'), reported: at('8') };

describe('what became of a promise', () => {
  test.each([
    ['in time', done, 'kept'],
    ['after the day promised first', { ...done, reported: at('8', '2026-12-16'), dueOn: day('2027-02-01') }, 'kept-late'],
    ['done and confirmed, but below its target', { ...done, confirmed: at('7.9') }, 'short'],
    ['judged as not carried out', { state: 'not-done' as const }, 'not-kept'],
    ['reported', { state: 'reported' as const }, 'reported'],
    ['not due yet', {}, 'running'],
    ['past due', { dueOn: day('2026-06-30') }, 'late'],
    ['dropped after the signing', { state: 'dropped' as const, isWithdrawn: true }, 'withdrawn'],
    ['dropped before it: never promised', { state: 'dropped' as const }, null],
  ] as const)('%s', (_, given, expected) => {
    expect(fate(given)).toBe(expected);
  });

  test('nothing becomes late after its agreement was ended; what was late by then stays so', () => {
    expect(fate({}, '2027-01-01', '2026-06-01')).toBe('withdrawn');
    expect(fate({ dueOn: day('2026-06-01') }, '2027-01-01', '2026-06-01')).toBe('withdrawn');
    expect(fate({ dueOn: day('2026-05-31') }, '2027-01-01', '2026-06-01')).toBe('late');
    expect(fate(done, '2027-01-01', '2026-06-01')).toBe('kept');
  });
});
