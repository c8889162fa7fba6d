import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { statePicture } from '../../kernel/state-picture.ts';
import { aLine, anAgreement, BADUNG, BALI, day, HEALTH, held, KLUNGKUNG, officerWith, ROOT } from './agreement.test-support.ts';
import { AGREEMENT_STATES, AGREEMENT_TRANSITIONS } from './agreement.transitions.ts';
import { withoutFocalPoint } from './agreement.ts';
import { bindsOn, daysLeft, gapBetween, standingOn } from './in-force.ts';
import { AGREEMENT_KINDS, type AgreementKind, KINDS } from './kinds.ts';
import { LINE_STATES, LINE_TRANSITIONS } from './line.transitions.ts';
import { move } from './move.ts';
import { lineActions, possibleActions } from './permissions.ts';

const migration = readFileSync(join(import.meta.dirname, '../../../db/migrations/0040-agreements.sql'), 'utf8');
const checked = (pattern: RegExp) => [...(pattern.exec(migration)?.[1] ?? '').matchAll(/'([a-z-]+)'/g)].map((match) => match[1]);

test('the database knows the same kinds and states', () => {
  expect(checked(/kind +text NOT NULL CHECK \(kind IN \(('nota[^)]+)\)/)).toEqual(KINDS);
  expect(checked(/state +text NOT NULL CHECK \(state IN \(('draft[^)]+)\)/)).toEqual([...AGREEMENT_STATES]);
  expect(checked(/state +text NOT NULL CHECK \(state IN \(('planned[^)]+)\)/)).toEqual([...LINE_STATES]);
});

test('the README draws the transition tables as they are', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  expect(readme).toContain(statePicture(AGREEMENT_TRANSITIONS));
  expect(readme).toContain(statePicture(LINE_TRANSITIONS));
});

test('what a kind is made under is a kind', () => {
  for (const { under } of Object.values(AGREEMENT_KINDS)) for (const kind of under) expect(KINDS).toContain(kind);
});

test('every state can be reached, and left unless it is a last one', () => {
  const last = ['ended', 'dropped'];
  for (const state of AGREEMENT_STATES) {
    if (state !== 'draft')
      expect(
        AGREEMENT_TRANSITIONS.some(({ to }) => to === state),
        state,
      ).toBe(true);
    expect(
      AGREEMENT_TRANSITIONS.some(({ from }) => from === state),
      state,
    ).toBe(!last.includes(state));
  }
  for (const state of LINE_STATES)
    expect(
      LINE_TRANSITIONS.some(({ from }) => from === state),
      state,
    ).toBe(state !== 'dropped');
});

describe('in force is a question put to the days', () => {
  const WARN = { long: 180, yearly: 90 };
  const agreement = anAgreement({ inForceFrom: day('2026-02-01'), inForceUntil: day('2026-12-31') });
  test.each([
    ['2026-01-31', 'upcoming'],
    ['2026-02-01', 'in-force'],
    ['2026-07-03', 'in-force'],
    ['2026-07-04', 'lapsing'],
    ['2026-12-31', 'lapsing'],
    ['2027-01-01', 'lapsed'],
  ] as const)('on %s it is %s', (on, standing) => {
    expect(standingOn(agreement, day(on), WARN)).toBe(standing);
  });

  test('a document about a year is lapsing later than one about several', () => {
    const standing = (kind: AgreementKind) => standingOn({ ...agreement, kind }, day('2026-08-01'), WARN);
    for (const kind of ['rencana-kerja', 'komitmen', 'rad'] as const) expect(standing(kind), kind).toBe('in-force');
    for (const kind of ['nota-kesepakatan', 'nota-kesepahaman', 'pks'] as const) expect(standing(kind), kind).toBe('lapsing');
    expect(standingOn({ ...agreement, kind: 'rencana-kerja' }, day('2026-10-02'), WARN)).toBe('lapsing');
    expect(standingOn({ ...agreement, kind: 'rencana-kerja' }, day('2026-10-01'), WARN)).toBe('in-force');
  });

  test('it binds exactly when it is in force or lapsing', () => {
    const ends = { state: 'ended' as const, endedOn: day('2026-05-01') };
    for (const each of [
      agreement,
      { ...agreement, inForceUntil: null },
      { ...agreement, ...ends },
      { ...agreement, state: 'draft' as const },
    ])
      for (const on of ['2026-01-31', '2026-02-01', '2026-04-30', '2026-05-01', '2026-12-31', '2027-01-01'])
        expect(bindsOn(each, day(on)), `${each.state} on ${on}`).toBe(
          ['in-force', 'lapsing'].includes(standingOn(each, day(on), WARN)),
        );
  });

  test('without an end it never lapses; ended before its time it ends on that day', () => {
    expect(standingOn({ ...agreement, inForceUntil: null }, day('2090-01-01'), WARN)).toBe('in-force');
    expect(daysLeft({ inForceUntil: null }, day('2026-01-01'))).toBeNull();
    const ended = { ...agreement, state: 'ended' as const, endedOn: day('2026-05-01') };
    expect([standingOn(ended, day('2026-04-30'), WARN), standingOn(ended, day('2026-05-01'), WARN)]).toEqual([
      'in-force',
      'ended',
    ]);
  });

  test('the days nothing covers between two of them are named', () => {
    const gap = (from: string) => gapBetween(agreement, { inForceFrom: day(from) });
    expect(gap('2027-01-01')).toBeNull();
    expect(gap('2026-11-01')).toBeNull();
    expect(gap('2027-01-11')).toEqual({ from: day('2027-01-01'), to: day('2027-01-10'), days: 10 });
  });
});

describe('who may do what', () => {
  const keeper = officerWith(held([ROOT, BALI], ['agreement.prepare', 'agreement.confirm', 'agreement.progress']));
  const chief = officerWith(held([ROOT], ['agreement.prepare']));
  const coordinator = officerWith(held([KLUNGKUNG], ['agreement.prepare', 'agreement.progress', 'agreement.confirm']));
  const health = officerWith(held([KLUNGKUNG, HEALTH], ['agreement.progress']));
  const stranger = officerWith(held([BADUNG], ['agreement.prepare', 'agreement.progress', 'agreement.confirm']));

  test('the keeper and whoever stands above it prepare, no other party and no stranger', () => {
    const draft = anAgreement({ state: 'draft' });
    expect(possibleActions(draft, keeper)).toEqual(['circulate', 'settle', 'record', 'drop']);
    expect(possibleActions(draft, chief)).toEqual(possibleActions(draft, keeper));
    expect(possibleActions(draft, coordinator)).toEqual([]);
    expect(possibleActions(draft, stranger)).toEqual([]);
  });

  test('a step asks for what the table says', () => {
    const draft = anAgreement({ state: 'draft' });
    expect(move(draft, 'settle', keeper)).toEqual({ ok: false, refusal: 'agreement.not-ready' });
    expect(move(draft, 'drop', keeper, { reason: ' ' })).toEqual({ ok: false, refusal: 'agreement.reason-missing' });
    expect(move(draft, 'settle', coordinator, { met: ['ready'] })).toEqual({ ok: false, refusal: 'agreement.not-yours' });
    expect(move(draft, 'end', keeper)).toEqual({ ok: false, refusal: 'agreement.not-now' });
    expect(move(draft, 'settle', keeper, { met: ['ready'] })).toMatchObject({
      ok: true,
      value: { agreement: { state: 'ready' } },
    });
  });

  test('the owner reports and the other side confirms: nobody both', () => {
    const agreement = anAgreement({ kind: 'rencana-kerja' });
    const running = aLine(agreement, { reported: { amount: '2', on: day('2026-03-30') } });
    const names = (actor: typeof keeper) => lineActions(actor, agreement, running).map(({ action }) => action);
    expect(names(health)).toEqual(['report', 'report-last', 'withdraw']);
    expect(names(coordinator)).toEqual(['report', 'report-last', 'withdraw']);
    expect(names(keeper)).toEqual(['confirm', 'return', 'judge-not-done', 'drop']);
    expect(names(stranger)).toEqual([]);
    const both = officerWith(...keeper.positions, ...health.positions);
    expect(lineActions(both, agreement, running).map(({ action }) => action)).not.toContain('confirm');
  });

  test('a line is dropped only while the plan may change', () => {
    const drops = (given: Parameters<typeof anAgreement>[0]) => {
      const agreement = anAgreement({ kind: 'rencana-kerja', ...given });
      return lineActions(keeper, agreement, aLine(agreement)).some(({ action }) => action === 'drop');
    };
    expect((['draft', 'commenting', 'signed'] as const).map((state) => drops({ state }))).toEqual([true, true, true]);
    expect(drops({ state: 'signing' }), 'what they sign stands in its annex').toBe(false);
    expect(drops({ state: 'ended' }), 'what was not kept stays to be seen').toBe(false);
    expect(drops({ state: 'draft', isUnderReview: true })).toBe(false);
  });

  test('what is not signed is not carried out', () => {
    const draft = anAgreement({ state: 'commenting' });
    expect(lineActions(health, draft, aLine(draft))).toEqual([]);
  });
});

test('a side that nobody can be asked through is named', () => {
  const agreement = anAgreement();
  const [ombudsman, government] = agreement.parties;
  const point = {
    id: 'x',
    partyId: ombudsman?.id as string,
    agencyId: null,
    position: 'Asisten',
    personId: null,
    officeMail: 'organisasi@klungkung.example',
  };
  const named = { ...agreement, focalPoints: [{ ...point, since: day('2026-01-05'), until: day('2026-06-01') }] };
  expect(withoutFocalPoint(named, day('2026-05-31'), new Set())).toEqual([government]);
  expect(withoutFocalPoint(named, day('2026-06-01'), new Set())).toEqual([ombudsman, government]);
  // A name alone reaches nobody, and nobody reaches whoever has left the office.
  const givenTo = (given: { officeMail: string; personId: string | null }) => ({
    ...{ ...agreement, focalPoints: named.focalPoints.map((each) => ({ ...each, ...given })) },
  });
  const lacking = (given: Parameters<typeof givenTo>[0], departed: ReadonlySet<string> = new Set()) =>
    withoutFocalPoint(givenTo(given), day('2026-05-31'), departed).length;
  expect(lacking({ officeMail: '', personId: null })).toBe(2);
  expect(lacking({ officeMail: '', personId: 'p' })).toBe(1);
  expect(lacking({ officeMail: '', personId: 'p' }, new Set(['x']))).toBe(2);
  expect(lacking({ officeMail: 'a@b.example', personId: 'p' }, new Set(['x']))).toBe(1);
});
