import { describe, expect, test } from 'vitest';
import { aLine, anAgreement, HEALTH, KLUNGKUNG } from '../agreement.test-support.ts';
import { addresseesOf, type LineHolders, othersOf } from './addressees.ts';

const agreement = anAgreement();
const office = agreement.officePath.at(-1) as string;
const line = aLine(agreement);
const NONE: LineHolders = { progress: new Map(), confirm: new Map(), prepare: new Map(), sign: new Map() };

describe('who is told of a line', () => {
  const named = { ...line, owner: { ...line.owner, personId: 'made' } };

  test('is the officer named, while that person still holds the office there or above it', () => {
    const at = (agencyId: string, people: string[]) => ({ ...NONE, progress: new Map([[agencyId, people]]) });
    expect(addresseesOf(named, agreement, 'owner', at(HEALTH, ['made', 'nyoman']))).toEqual(['made']);
    expect(addresseesOf(named, agreement, 'owner', at(KLUNGKUNG, ['made']))).toEqual(['made']);
  });

  test('is whoever holds the office now once the officer named has left', () => {
    const holders = { ...NONE, progress: new Map([[HEALTH, ['nyoman']]]) };
    expect(addresseesOf(named, agreement, 'owner', holders)).toEqual(['nyoman']);
    expect(addresseesOf(named, agreement, 'owner', NONE)).toEqual([]);
  });

  test('when the other side stays silent is also who signs for it', () => {
    const holders = { ...NONE, sign: new Map([[office, ['kepala']]]) };
    expect(addresseesOf(line, agreement, 'other-leader', holders)).toEqual(['kepala']);
  });

  test('of a plan as a whole are the parties outside the own government', () => {
    const prepare = new Map([
      [KLUNGKUNG, ['koordinator']],
      [office, ['kepala']],
    ]);
    expect(othersOf(agreement, [KLUNGKUNG], prepare)).toEqual(['kepala']);
    expect(othersOf(agreement, [agreement.officePath[0] as string], prepare)).toEqual(['koordinator']);
  });
});
