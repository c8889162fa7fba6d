import { describe, expect, test } from 'vitest';
import { anAgreement, day, HEALTH, KLUNGKUNG } from '../agreement.test-support.ts';
import type { LineOrder } from './line-order.ts';
import { type LineFacts, promiseOf } from './promise.ts';
import { shiftTo } from './report.ts';
import { LINE_TEMPLATES, orderOf } from './templates.ts';

const plan = anAgreement({
  ...{
    kind: 'rencana-kerja',
    state: 'draft',
    yearFrom: 2026,
    yearUntil: 2026,
    inForceFrom: null,
    inForceUntil: null,
    signedOn: null,
  },
});
const [own, government] = plan.parties;
const OMBUDSMAN = own?.agencyId as string;
const FACTS: LineFacts = {
  programmes: new Set(['faster-settlement', 'prevention', 'data-exchange', 'competence']),
  paths: new Map([
    [HEALTH, [KLUNGKUNG, HEALTH]],
    [KLUNGKUNG, [KLUNGKUNG]],
    [OMBUDSMAN, own?.agencyPath ?? []],
  ]),
  people: new Set(),
};
const ORDER: LineOrder = {
  ...{ programme: 'prevention', activity: 'Melengkapi standar pelayanan (contoh)', targets: ['2', '4', null, '8'] },
  ...{ startsOn: day('2026-01-10'), dueOn: day('2026-12-15'), owner: { agencyId: HEALTH } },
};

function flawsOf(given: Partial<LineOrder>): readonly string[] {
  const promise = promiseOf({ ...ORDER, ...given }, plan, FACTS);
  return promise.ok ? [] : promise.refusal.map(({ field, code }) => `${field} ${code}`);
}

describe('a line', () => {
  test('is owned by the party its office belongs to, and takes its year from the due day', () => {
    const promise = promiseOf(ORDER, plan, FACTS);
    expect(promise).toMatchObject({
      ok: true,
      value: { year: 2026, owner: { partyId: government?.id, agencyPath: [KLUNGKUNG, HEALTH] } },
    });
  });

  test.each([
    [{ activity: '  ' }, ['activity agreement.activity-missing']],
    [{ activity: 'x'.repeat(501) }, ['activity agreement.text-too-long']],
    [{ programme: 'lain' }, ['programme agreement.programme-unknown']],
    [{ targets: ['dua', '4'] }, ['target1 agreement.amount-wrong']],
    [{ targets: ['4', '2', null, '8'] }, ['target2 agreement.targets-out-of-order']],
    [{ baseline: '10' }, ['target1 agreement.targets-out-of-order']],
    [{ direction: 'down' as const, baseline: '10', targets: ['8', '9'] }, ['target2 agreement.targets-out-of-order']],
    [{ budgetAmount: '12.5' }, ['budgetAmount agreement.money-wrong']],
    [{ dueOn: day('2026-01-09') }, ['dueOn agreement.line-days-out-of-order']],
    [{ dueOn: null }, ['dueOn agreement.day-wrong']],
    [{ dueOn: day('2027-01-01') }, ['dueOn agreement.outside-term']],
    [{ startsOn: day('2025-12-31') }, ['startsOn agreement.outside-term']],
    [{ owner: { agencyId: 'nowhere' } }, ['owner agreement.owner-wrong']],
    [{ owner: { agencyId: HEALTH, personId: 'nobody' } }, ['owner agreement.owner-wrong']],
    [{ other: { agencyId: KLUNGKUNG } }, ['other agreement.other-is-owner']],
    [{ supportingIds: ['nowhere'] }, ['supporting agreement.supporting-unknown']],
    [{ year: 2031 }, ['year agreement.line-year']],
  ] satisfies [Partial<LineOrder>, string[]][])('%j is refused by its field', (given, flaws) => {
    expect(flawsOf(given)).toEqual(flaws);
  });

  test('says everything that is wrong with it at once', () => {
    expect(flawsOf({ activity: '', programme: '', targets: ['x'], dueOn: null })).toHaveLength(4);
  });

  test('of an action plan serves a factor', () => {
    const rad = { ...plan, kind: 'rad' as const };
    expect(promiseOf(ORDER, rad, FACTS)).toMatchObject({ ok: false, refusal: [{ field: 'factor' }] });
    expect(promiseOf({ ...ORDER, factor: 'sop' }, rad, FACTS)).toMatchObject({ ok: true });
  });

  test('is moved to a later day inside the term alone', () => {
    const line = { dueOn: day('2026-06-30') } as Parameters<typeof shiftTo>[0];
    const term = { inForceUntil: day('2026-12-31') };
    expect(shiftTo(line, term, day('2026-06-30'))).toMatchObject({ refusal: 'agreement.later-day-needed' });
    expect(shiftTo(line, term, day('2027-01-01'))).toMatchObject({ refusal: 'agreement.shift-past-term' });
    expect(shiftTo(line, term, null)).toMatchObject({ refusal: 'agreement.day-wrong' });
    expect(shiftTo(line, term, day('2026-12-31'))).toMatchObject({ ok: true });
  });
});

test('every example line is a line of a yearly plan, for each of the four programmes', () => {
  const sides = { government: KLUNGKUNG, ombudsman: OMBUDSMAN };
  for (const template of LINE_TEMPLATES) {
    const promise = promiseOf(orderOf(template, 2026, sides), plan, FACTS);
    expect(promise.ok ? [] : promise.refusal, template.code).toEqual([]);
    expect(
      template.targets.some((target) => target !== null),
      template.code,
    ).toBe(true);
  }
  expect(new Set(LINE_TEMPLATES.map(({ programme }) => programme))).toEqual(FACTS.programmes);
  expect(new Set(LINE_TEMPLATES.map(({ code }) => code)).size).toBe(LINE_TEMPLATES.length);
});
