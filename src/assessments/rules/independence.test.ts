import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Temporal } from '../../kernel/time.ts';
import { dependenceOn, type Term, type Tie } from './independence.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const TODAY = day('2026-03-17');
const HERE = 'pemerintah klungkung';
const term = (startsOn: string, endsOn: string | null, governmentId = HERE): Term => ({
  governmentId,
  startsOn: day(startsOn),
  endsOn: endsOn === null ? null : day(endsOn),
});
const tie = (endedOn: string | null, governmentId = HERE): Tie => ({
  personId: 'x',
  agencyId: 'dinkes klungkung',
  governmentId,
  kind: 'family',
  endedOn: endedOn === null ? null : day(endedOn),
});
const ask = (terms: readonly Term[], ties: readonly Tie[] = []) => dependenceOn(HERE, { terms, ties }, TODAY, 730);

describe('nobody judges a government they are tied to', () => {
  test('who holds office there, until the last day', () => {
    expect(ask([term('2020-01-01', null)])).toBe('holds-office');
    expect(ask([term('2020-01-01', '2026-03-18')])).toBe('holds-office');
  });

  test('who held office there, for as long as the parameter says', () => {
    expect(ask([term('2020-01-01', '2026-03-17')])).toBe('held-office');
    expect(ask([term('2020-01-01', '2024-03-18')])).toBe('held-office');
    expect(ask([term('2020-01-01', '2024-03-17')])).toBeUndefined();
  });

  test('who is yet to begin there is free today', () => {
    expect(ask([term('2026-03-18', null)])).toBeUndefined();
  });

  test('who declared a tie, until it ends', () => {
    expect(ask([], [tie(null)])).toBe('declared');
    expect(ask([], [tie('2026-03-18')])).toBe('declared');
    expect(ask([], [tie('2026-03-17')])).toBeUndefined();
  });

  test('ties and offices elsewhere say nothing', () => {
    fc.assert(
      fc.property(
        fc.string().filter((name) => name !== HERE),
        (elsewhere) => {
          expect(ask([term('2020-01-01', null, elsewhere)], [tie(null, elsewhere)])).toBeUndefined();
        },
      ),
    );
  });

  test('the longer the pause, the fewer are free', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 1, max: 1500 }),
        fc.integer({ min: 0, max: 1500 }),
        (ago, days, more) => {
          const terms = [term('2010-01-01', TODAY.subtract({ days: ago }).toString())];
          const short = dependenceOn(HERE, { terms, ties: [] }, TODAY, days);
          const long = dependenceOn(HERE, { terms, ties: [] }, TODAY, days + more);
          if (short !== undefined) expect(long).toBe(short);
          expect(short).toBe(ago < days ? 'held-office' : undefined);
        },
      ),
      { numRuns: 300 },
    );
  });
});
