import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countFor, hasQuorum, neededForQuorum } from './quorum.ts';

describe('the quorum', () => {
  test.each([
    [1, 1, true],
    [1, 2, false],
    [2, 2, true],
    [2, 3, true],
    [2, 4, false],
    [3, 4, true],
    [3, 6, false],
    [0, 0, false],
  ])('%i of %i members is %s', (present, members, reached) => {
    expect(hasQuorum({ present, members }, 50)).toBe(reached);
  });

  const meeting = fc.record({
    members: fc.uniqueArray(
      fc.record({ personId: fc.integer({ min: 0, max: 60 }).map(String), isPresent: fc.constantFrom(true, false, null) }),
      { selector: (each) => each.personId, maxLength: 40 },
    ),
    excluded: fc.uniqueArray(fc.integer({ min: 0, max: 60 }).map(String), { maxLength: 20 }),
    percent: fc.integer({ min: 0, max: 99 }),
  });

  test('is reached exactly from the number that is told as needed', () => {
    let reached = 0;
    fc.assert(
      fc.property(meeting, ({ members, percent, excluded }) => {
        const counted = countFor(members, new Set(excluded));
        const is = hasQuorum(counted, percent);
        if (is) reached += 1;
        expect(is).toBe(counted.members > 0 && counted.present >= neededForQuorum(counted.members, percent));
      }),
      { numRuns: 2000 },
    );
    expect(reached).toBeGreaterThan(50);
  });

  test('counts nobody with a conflict of interest on either side, and nobody whose attendance is unknown as present', () => {
    fc.assert(
      fc.property(meeting, ({ members, excluded }) => {
        const shut = new Set(excluded);
        const counted = countFor(members, shut);
        expect(counted).toEqual(
          countFor(
            members.filter((each) => !shut.has(each.personId)),
            new Set(),
          ),
        );
        expect(counted.present).toBeLessThanOrEqual(counted.members);
        // Whether somebody shut out is there makes no difference.
        expect(
          countFor(
            members.map((each) => (shut.has(each.personId) ? { ...each, isPresent: true } : each)),
            shut,
          ),
        ).toEqual(counted);
      }),
    );
  });
});
