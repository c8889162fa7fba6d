import { expect, test } from 'vitest';
import { anAgreement, day } from '../agreement.test-support.ts';
import { coverGaps } from './cover-gaps.ts';

const memorandum = (from: string, until: string | null, kind: 'nota-kesepakatan' | 'rencana-kerja' = 'nota-kesepakatan') =>
  anAgreement({ kind, signedOn: day(from), inForceFrom: day(from), inForceUntil: until === null ? null : day(until) });

test('days that none of the memoranda of a government covers are named: behind, running and ahead', () => {
  const first = memorandum('2018-01-01', '2022-12-31');
  const second = memorandum('2023-01-11', '2025-06-30');
  const said = (covers: Parameters<typeof coverGaps>[0], on: string) =>
    coverGaps(covers, day(on)).map(({ from, to, days, isForeseen }) => `${from} ${to} ${days} ${isForeseen}`);
  expect(said([first, second], '2024-01-01')).toEqual(['2023-01-01 2023-01-10 10 false']);
  // Longer ago than two years it is left to the page of the government.
  expect(said([first, second], '2025-03-01')).toEqual([]);
  expect(said([first, second], '2025-07-10')).toEqual(['2025-07-01 null 10 false']);
  const third = memorandum('2025-08-01', null);
  expect(said([first, second, third], '2025-06-01')).toEqual(['2025-07-01 2025-07-31 31 true']);
  expect(said([first, second, third], '2025-07-10')).toEqual(['2025-07-01 2025-07-31 31 false']);
});

test('a plan covers nothing, one that overlaps leaves nothing, and who was never covered was promised nothing', () => {
  const first = memorandum('2020-01-01', '2024-12-31');
  expect(coverGaps([first, memorandum('2025-01-01', '2025-12-31', 'rencana-kerja')], day('2025-02-01'))).toHaveLength(1);
  expect(coverGaps([first, memorandum('2024-06-01', null)], day('2025-02-01'))).toEqual([]);
  expect(coverGaps([], day('2025-02-01'))).toEqual([]);
});
