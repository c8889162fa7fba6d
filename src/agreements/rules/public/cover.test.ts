import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAgreement, day } from '../agreement.test-support.ts';
import type { Agreement } from '../agreement.ts';
import { bindsOn } from '../in-force.ts';
import { COVERING_KINDS } from '../kinds.ts';
import { coverSpells, spellOn, uncoveredUntil } from './cover.ts';

const memo = (from: string, until: string | null, given: Partial<Agreement> = {}) =>
  anAgreement({ inForceFrom: day(from), inForceUntil: until === null ? null : day(until), ...given });
const said = (gaps: readonly { from: unknown; until: unknown; days: number }[]) =>
  gaps.map(({ from, until, days }) => `${from} ${until} ${days}`);

describe('which days nothing covers', () => {
  test('days between two memoranda are named, and those since the last one', () => {
    const two = [memo('2015-01-01', '2019-12-31'), memo('2020-03-01', '2025-02-28')];
    expect(said(uncoveredUntil(two, day('2026-01-10')))).toEqual(['2020-01-01 2020-02-29 60', '2025-03-01 2026-01-10 316']);
  });
  test('overlap and touching leave no gap; one without an end covers for good', () => {
    const touching = [memo('2015-01-01', '2019-12-31'), memo('2020-01-01', '2020-12-31'), memo('2020-06-01', null)];
    expect(uncoveredUntil(touching, day('2090-01-01'))).toEqual([]);
    expect(coverSpells(touching)).toEqual([{ from: day('2015-01-01'), until: null }]);
  });
  test('what was ended early covers until the day before; plans and drafts cover nothing', () => {
    const ended = memo('2024-01-01', '2028-12-31', { state: 'ended', endedOn: day('2025-01-01'), endReason: 'x' });
    expect(said(uncoveredUntil([ended], day('2025-01-03')))).toEqual(['2025-01-01 2025-01-03 3']);
    expect(
      coverSpells([memo('2024-01-01', null, { kind: 'rencana-kerja' }), memo('2024-01-01', null, { state: 'draft' })]),
    ).toEqual([]);
    expect(uncoveredUntil([], day('2025-01-03'))).toEqual([]);
  });
});

test('a day is in a gap exactly when no memorandum binds on it', () => {
  const START = day('2020-01-01');
  const count = fc.integer({ min: 0, max: 120 });
  let gaps = 0;
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          from: count,
          length: count,
          endedAfter: fc.option(count, { nil: null }),
          kind: fc.constantFrom('pks' as const, ...COVERING_KINDS),
        }),
        { minLength: 1, maxLength: 5 },
      ),
      (given) => {
        const all = given.map(({ from, length, endedAfter, kind }) => {
          const begins = START.add({ days: from });
          return anAgreement({
            ...{
              kind,
              inForceFrom: begins,
              inForceUntil: begins.add({ days: length }),
              state: endedAfter === null ? 'signed' : 'ended',
            },
            endedOn: endedAfter === null ? null : begins.add({ days: endedAfter }),
          });
        });
        const spells = coverSpells(all);
        const first = spells[0]?.from;
        if (!first) return;
        const to = START.add({ days: 300 });
        const found = uncoveredUntil(all, to);
        for (let on = first; on.until(to).sign >= 0; on = on.add({ days: 1 })) {
          const binds = all.some((one) => COVERING_KINDS.includes(one.kind) && bindsOn(one, on));
          const inGap = found.some((gap) => gap.from.until(on).sign >= 0 && on.until(gap.until).sign >= 0);
          if (inGap === binds) throw new Error(`${on}: gap ${inGap}, binds ${binds}`);
          if ((spellOn(spells, on) !== undefined) !== binds) throw new Error(`${on}: spell`);
          if (inGap) gaps += 1;
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(gaps).toBeGreaterThan(1000);
});
