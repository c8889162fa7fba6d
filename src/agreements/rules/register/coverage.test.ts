import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../agreement.test-support.ts';
import { bindsOn } from '../in-force.ts';
import { type Cover, coveredUntil, coverOf, coverSentence, type GovernmentFacts, isCovered, provinceCover } from './coverage.ts';

const KEPRI: readonly GovernmentFacts[] = [
  ['21', 'Pemerintah Provinsi Kepulauan Riau'],
  ['21.01', 'Pemerintah Kabupaten Bintan'],
  ['21.02', 'Pemerintah Kabupaten Karimun'],
  ['21.03', 'Pemerintah Kabupaten Natuna'],
  ['21.04', 'Pemerintah Kabupaten Lingga'],
  ['21.05', 'Pemerintah Kabupaten Kepulauan Anambas'],
  ['21.71', 'Pemerintah Kota Batam'],
  ['21.72', 'Pemerintah Kota Tanjungpinang'],
].map(([code = '', name = '']) => ({ id: code, code, name, isProvince: code === '21' }));

const TODAY = day('2026-03-17');
const NUMBERS = { warnings: [180, 90] as const, staleDays: 90 };
const memorandum = (governmentId: string, given: Partial<Cover> = {}): Cover => ({
  ...{
    id: `m-${governmentId}`,
    governmentId,
    code: 'NK-2025-0001',
    kind: 'nota-kesepakatan',
    title: 'Nota (contoh)',
    state: 'signed',
  },
  ...{ inForceFrom: day('2025-09-15'), inForceUntil: day('2030-09-14'), endedOn: null, programmes: ['prevention'] },
  ...given,
});
const board = (covers: readonly Cover[], on = TODAY) =>
  KEPRI.map((government) =>
    coverOf(
      government,
      covers.filter(({ governmentId }) => governmentId === government.id),
      [],
      on,
      NUMBERS,
    ),
  );
const allBut = (...codes: readonly string[]) =>
  KEPRI.filter(({ code }) => !codes.includes(code)).map(({ code }) => memorandum(code));

describe('the facts of the Riau Islands', () => {
  test('six of seven and the province: Bintan is named as having no record', () => {
    const covers = board(allBut('21.01'));
    expect(provinceCover(covers)).toMatchObject({ covered: 6, all: 7, isProvinceCovered: true });
    expect(coverSentence('Kepulauan Riau', covers, 'en')).toBe(
      'The province and 6 of 7 regencies/cities of Kepulauan Riau covered, no record for Kabupaten Bintan.',
    );
    expect(coverSentence('Kepulauan Riau', covers, 'id')).toBe(
      'Provinsi dan 6 dari 7 kabupaten/kota di Kepulauan Riau tercakup, belum ada catatan untuk Kabupaten Bintan.',
    );
  });

  test('all covered is said once Bintan is recorded', () => {
    expect(coverSentence('Kepulauan Riau', board(allBut()), 'en')).toBe(
      'All covered: the province and all 7 regencies/cities of Kepulauan Riau.',
    );
    expect(coverSentence('Kepulauan Riau', board(allBut()), 'id')).toBe(
      'Semua tercakup: provinsi dan 7 kabupaten/kota di Kepulauan Riau.',
    );
  });

  test('what is over is told apart from what was never recorded, and the province from its regencies', () => {
    const over = board([...allBut('21', '21.01', '21.71'), memorandum('21.71', { inForceUntil: day('2026-01-31') })]);
    expect(coverSentence('Kepulauan Riau', over, 'en')).toBe(
      '5 of 7 regencies/cities of Kepulauan Riau covered, no record for Provinsi Kepulauan Riau, Kabupaten Bintan; the last one is over for Kota Batam.',
    );
  });
});

test('until when, and how near the end is', () => {
  const [government] = KEPRI as [GovernmentFacts];
  const standing = (until: string | null, more: Partial<Cover> = {}) =>
    coverOf(government, [memorandum('21', { inForceUntil: until === null ? null : day(until), ...more })], [], TODAY, NUMBERS);
  expect(standing(null)).toMatchObject({ standing: 'covered', left: null });
  expect(standing('2026-09-14')).toMatchObject({ standing: 'covered', left: 181 });
  expect(standing('2026-09-13')).toMatchObject({ standing: 'lapsing', left: 180 });
  expect(standing('2026-06-15')).toMatchObject({ standing: 'lapsing-soon', left: 90 });
  expect(standing('2026-03-17')).toMatchObject({ standing: 'lapsing-soon', left: 0 });
  expect(standing('2026-03-16')).toMatchObject({ standing: 'lapsed', left: null });
  expect(standing('2030-01-01', { inForceFrom: day('2026-03-18') })).toMatchObject({ standing: 'upcoming' });
  expect(standing('2030-01-01', { state: 'ended', endedOn: day('2026-03-17') })).toMatchObject({ standing: 'lapsed' });
  // Ended from a later day on: that day counts, not the term.
  expect(standing('2030-01-01', { state: 'ended', endedOn: day('2026-04-17') })).toMatchObject({
    standing: 'lapsing-soon',
    left: 30,
  });
  const two = coverOf(
    government,
    [memorandum('21', { inForceUntil: day('2026-04-01') }), memorandum('21', { id: 'b', inForceUntil: day('2029-01-01') })],
    [],
    TODAY,
    NUMBERS,
  );
  expect(two).toMatchObject({ standing: 'covered', by: { id: 'b' } });
  expect(two.inForce).toHaveLength(2);
});

test('a memorandum that is signed already and begins where the other ends goes on covering: nothing lapses', () => {
  const [government] = KEPRI as [GovernmentFacts];
  const first = memorandum('21', { inForceUntil: day('2026-04-01') });
  const of = (...more: readonly Cover[]) => coverOf(government, [first, ...more], [], TODAY, NUMBERS);
  const next = (from: string) => memorandum('21', { id: 'next', inForceFrom: day(from), inForceUntil: day('2031-03-31') });
  expect(of()).toMatchObject({ standing: 'lapsing-soon', left: 15, until: day('2026-04-01') });
  expect(of(next('2026-04-02'))).toMatchObject({ standing: 'covered', by: first, until: day('2031-03-31'), gaps: [] });
  // A day between them that nothing covers ends it all the same.
  expect(of(next('2026-04-03'))).toMatchObject({ standing: 'lapsing-soon', left: 15, until: day('2026-04-01') });
  expect(of(next('2026-04-03')).gaps).toHaveLength(1);
  expect(coveredUntil(of(next('2026-04-02')))?.toString()).toBe('2031-03-31');
});

test('a promised programme lies still until something is begun, proven, and reported of again', () => {
  const [government] = KEPRI as [GovernmentFacts];
  const of = (activity?: { lines: number; active: number; evidenced: number; open?: number; lastOn?: string }) =>
    coverOf(
      government,
      [memorandum('21')],
      activity
        ? [
            {
              ...{ governmentId: '21', programme: 'prevention', open: 1, ...activity },
              lastOn: activity.lastOn ? day(activity.lastOn) : null,
            },
          ]
        : [],
      TODAY,
      NUMBERS,
    ).programmes[0];
  expect(of()).toMatchObject({ standing: 'no-lines', lines: 0, evidenced: 0 });
  expect(of({ lines: 3, active: 0, evidenced: 0 })?.standing).toBe('no-activity');
  expect(of({ lines: 3, active: 1, evidenced: 0, lastOn: '2026-03-01' })?.standing).toBe('no-evidence');
  expect(of({ lines: 3, active: 2, evidenced: 1, lastOn: '2026-03-01' })).toMatchObject({
    ...{ standing: 'evidenced', lines: 3, evidenced: 1 },
  });
  // Ninety days without a report are not yet too many; the next day they are, unless everything is done.
  expect(of({ lines: 3, active: 2, evidenced: 1, lastOn: '2025-12-17' })?.standing).toBe('evidenced');
  expect(of({ lines: 3, active: 2, evidenced: 1, lastOn: '2025-12-16' })?.standing).toBe('stale');
  expect(of({ lines: 3, active: 3, evidenced: 3, open: 0, lastOn: '2025-12-16' })?.standing).toBe('evidenced');
});

test('a government counts as covered exactly when one of its memoranda binds, and all are covered exactly when none is missing', () => {
  const term = fc.record({
    government: fc.constantFrom(...KEPRI.map(({ code }) => code)),
    from: fc.integer({ min: -400, max: 400 }),
    length: fc.option(fc.integer({ min: 0, max: 800 }), { nil: null }),
    endsAfter: fc.option(fc.integer({ min: -300, max: 300 }), { nil: null }),
  });
  let [covered, all] = [0, 0];
  fc.assert(
    fc.property(fc.array(term, { maxLength: 24 }), fc.boolean(), (terms, isFull) => {
      const some = terms.map(({ government, from, length, endsAfter }, index) => {
        const inForceFrom = TODAY.add({ days: from });
        const ended = endsAfter === null ? {} : { state: 'ended' as const, endedOn: TODAY.add({ days: endsAfter }) };
        return memorandum(government, {
          ...{ id: `${index}`, inForceFrom, inForceUntil: length === null ? null : inForceFrom.add({ days: length }), ...ended },
        });
      });
      const covers = isFull ? [...some, ...allBut()] : some;
      const seen = board(covers);
      for (const one of seen) {
        const binds = covers.some((cover) => cover.governmentId === one.government.id && bindsOn(cover, TODAY));
        expect(isCovered(one)).toBe(binds);
        if (binds) covered += 1;
      }
      const said = coverSentence('Kepulauan Riau', seen, 'en').startsWith('All covered');
      expect(said).toBe(seen.every(isCovered));
      if (said) all += 1;
    }),
    { numRuns: 400 },
  );
  expect(covered).toBeGreaterThan(100);
  expect(all).toBeGreaterThan(100);
  expect(all).toBeLessThan(400);
});
