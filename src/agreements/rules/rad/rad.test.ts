import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { statePicture } from '../../../kernel/state-picture.ts';
import { Temporal } from '../../../kernel/time.ts';
import {
  aLine,
  anAgreement,
  BALI,
  day,
  held,
  KLUNGKUNG,
  newId,
  officerWith,
  party,
  ROOT,
  START,
} from '../agreement.test-support.ts';
import type { Line } from '../line.ts';
import { agreementStep, mayEdit, mayEditLines } from '../permissions.ts';
import { caughtUp, isUnjudged } from './caught-up.ts';
import { reminderStageOn, standingOfAsked, tallyOf } from './collection.ts';
import { type EvaluationFacts, evaluate, peerStandings, pointsOfDays, pointsText } from './evaluate.ts';
import { EVALUATION_TRANSITIONS } from './evaluation.ts';
import { radEventLabels } from './event-labels.ts';
import { yearsWithoutLine } from './handing-in.ts';
import { type EvaluationRule, INDICATORS } from './indicators.ts';
import { radMails } from './mails.ts';
import { publicSinceOf } from './public-standing.ts';
import { RAD_STATES, RAD_TRANSITIONS, UNDER_REVIEW } from './rad.transitions.ts';
import { moveRad, type Rad, radActions, radSides } from './rad.ts';
import { tellFacts } from './tell-figures.ts';

const PROVINCE = newId();
const MINISTRY = newId();
const COORDINATOR = ['agreement.prepare', 'agreement.confirm'] as const;
const government = officerWith(held([KLUNGKUNG], COORDINATOR));
const province = officerWith(held([PROVINCE], COORDINATOR));
const ministry = officerWith(held([MINISTRY], ['agreement.review-rad']));
const ombudsman = officerWith(held([ROOT, BALI], COORDINATOR));

const plan = anAgreement({
  ...{
    kind: 'rad',
    state: 'draft',
    keeperId: KLUNGKUNG,
    keeperPath: [KLUNGKUNG],
    signedOn: null,
    inForceFrom: null,
    evidence: null,
  },
  parties: [party({ side: 'government', agencyPath: [KLUNGKUNG] }, 1), party({ side: 'government', agencyPath: [PROVINCE] }, 2)],
});
const rad: Rad = {
  ...{
    agreementId: plan.id,
    governmentId: KLUNGKUNG,
    level: 'regency',
    provinceId: PROVINCE,
    collectionId: null,
    templateId: null,
  },
  ...{ state: 'drafting', stateAt: START, handIns: 0, firstHandedInAt: null, handedInAt: null, gaps: {}, decreeNumber: '' },
};

describe('the way of an action plan', () => {
  test('leads from every state but the last two to an end', () => {
    for (const state of RAD_STATES)
      expect([state, RAD_TRANSITIONS.some(({ from }) => from === state)]).toEqual([
        state,
        state !== 'adopted' && state !== 'dropped',
      ]);
    const reached = new Set(['drafting', ...RAD_TRANSITIONS.map(({ to }) => to)]);
    expect([...reached].sort()).toEqual([...RAD_STATES].sort());
  });

  test('gives each side its own steps alone, and nobody the review of their own plan', () => {
    expect(radSides(government, plan, rad)).toEqual(['government']);
    expect(radSides(province, plan, rad)).toEqual(['province']);
    expect(radSides(ministry, plan, rad)).toEqual(['ministry']);
    expect(radSides(ombudsman, plan, rad)).toEqual([]);
    const both = officerWith(held([KLUNGKUNG], COORDINATOR), held([PROVINCE], COORDINATOR));
    expect(radSides(both, plan, rad)).toEqual(['government']);
    expect(radActions(province, plan, { ...rad, state: 'with-province' })).toEqual(['return', 'accept']);
    expect(radActions(government, plan, { ...rad, state: 'with-province' })).toEqual(['take-back']);
    expect(radActions(ministry, plan, { ...rad, state: 'with-province' })).toEqual([]);
    // Recorded or dropped elsewhere: nothing is left to do.
    expect(radActions(province, { ...plan, state: 'signed' }, { ...rad, state: 'with-province' })).toEqual([]);
  });

  test('never skips the province of a regency, whatever is pressed in whatever order', () => {
    let adoptions = 0;
    const who = [government, province, ministry, ombudsman];
    const actions = [...new Set(RAD_TRANSITIONS.map(({ action }) => action))];
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 8, maxLength: 30 }), (choices) => {
        let now: Rad = rad;
        const walked: string[] = [];
        for (const choice of choices) {
          const met = ['complete', 'answered', 'words', 'decree'] as const;
          const open = who.flatMap((actor) =>
            actions.flatMap((action) => {
              const done = moveRad(actor, plan, now, { action, at: START, reason: 'contoh', met });
              return done.ok && action !== 'drop' ? [done.value] : [];
            }),
          );
          const taken = open[choice % open.length];
          if (!taken) break;
          expect(taken.isUnderReview).toBe(UNDER_REVIEW.includes(taken.rad.state));
          walked.push(`${taken.side}:${taken.event.type}`);
          now = taken.rad;
        }
        if (now.state !== 'adopted') return;
        adoptions += 1;
        expect(walked.lastIndexOf('province:rad-accept')).toBeGreaterThan(walked.lastIndexOf('government:rad-hand-in'));
        expect(walked.lastIndexOf('ministry:rad-accept')).toBeGreaterThan(walked.lastIndexOf('province:rad-accept'));
      }),
      { numRuns: 500 },
    );
    expect(adoptions).toBeGreaterThan(20);
  });

  test('asks for what a step needs', () => {
    const refused = (state: Rad['state'], actor: typeof government, action: 'hand-in' | 'return' | 'adopt' | 'drop') => {
      const done = moveRad(actor, plan, { ...rad, state }, { action, at: START });
      return done.ok ? 'ok' : done.refusal;
    };
    expect(refused('drafting', government, 'hand-in')).toBe('agreement.rad-incomplete');
    expect(refused('with-province', province, 'return')).toBe('agreement.rad-words-missing');
    expect(refused('accepted', government, 'adopt')).toBe('agreement.rad-decree-missing');
    expect(refused('drafting', government, 'drop')).toBe('agreement.reason-missing');
    expect(refused('adopted', government, 'adopt')).toBe('agreement.not-now');
  });

  test('stands still for everybody while it is reviewed, and takes no step of a signing', () => {
    const reviewed = { ...plan, isUnderReview: true };
    expect([mayEdit(government, plan), mayEditLines(government, plan)]).toEqual([true, true]);
    expect([mayEdit(government, reviewed), mayEditLines(government, reviewed)]).toEqual([false, false]);
    expect(agreementStep(reviewed, 'record', government)).toBeUndefined();
    expect(agreementStep(plan, 'circulate', government)).toBeUndefined();
    expect(agreementStep(plan, 'record', government)?.allowed).toBe(true);
  });
});

test('in public the day a plan came stays the day it came, whatever its reviewers did since', () => {
  const [came, later] = [Temporal.Instant.from('2026-04-01T02:00:00Z'), Temporal.Instant.from('2026-05-01T02:00:00Z')];
  const since = (state: Rad['state']) => publicSinceOf({ state, stateAt: later, firstHandedInAt: came }).toString();
  for (const state of ['with-province', 'with-ministry', 'returned'] as const) expect(since(state)).toBe(came.toString());
  for (const state of ['accepted', 'adopted'] as const) expect(since(state)).toBe(later.toString());
});

describe('the lines of an action plan', () => {
  const plan = anAgreement({ kind: 'rad', yearFrom: 2026, yearUntil: 2028 });

  test('of several years are missing in the years nobody works in, until one is there', () => {
    const first = aLine(plan, { startsOn: day('2026-01-01'), dueOn: day('2026-12-15') });
    const long = aLine(plan, { startsOn: day('2026-11-01'), dueOn: day('2027-02-01') });
    expect(yearsWithoutLine([first], plan)).toEqual([2027, 2028]);
    expect(yearsWithoutLine([first, long], plan)).toEqual([2028]);
    expect(yearsWithoutLine([first, { ...long, state: 'dropped' }], plan)).toEqual([2027, 2028]);
    expect(yearsWithoutLine([first], { yearFrom: 2026, yearUntil: null })).toEqual([]);
    // A plan without any line is told so as a whole.
    expect(yearsWithoutLine([], plan)).toEqual([]);
  });

  const told = { at: START, code: 'RAD-2026-0001' };
  const at = (amount: string) => ({ amount, on: day('2026-06-01') });
  const earlier = (given: Partial<Line>) => aLine(plan, { targets: ['2', '4', '6', '8'], ...given });
  const next = (given: Partial<Line> = {}) => earlier({ state: 'planned', ...given });

  test('of a new edition begin where the confirmed work stands, and ask no more for what is behind', () => {
    const line = next();
    expect(caughtUp(line, earlier({}), told)).toBe(line);
    expect(caughtUp(line, earlier({ confirmed: at('5') }), told)).toMatchObject({
      ...{ state: 'planned', baseline: '5', targets: [null, null, '6', '8'] },
    });
    const falling = { direction: 'down', baseline: '9', targets: ['7', '5', null, '2'] } as const;
    expect(caughtUp(next(falling), earlier({ ...falling, confirmed: at('6') }), told).targets).toEqual([null, '5', null, '2']);
    // Counted in something else it begins where the edition says.
    const other = next({ unit: 'orang' });
    expect(caughtUp(other, earlier({ confirmed: at('5') }), told)).toBe(other);
    // The day promised first stays, however the edition moves it.
    const moved = caughtUp(next({ firstDueOn: day('2027-03-01') }), earlier({}), told);
    expect(moved.firstDueOn.toString()).toBe('2026-12-15');
  });

  test('are not promised again once they are done, unless the edition asks for more', () => {
    const done = earlier({ state: 'done', confirmed: at('8'), reported: at('8') });
    expect(caughtUp(next(), done, told)).toMatchObject({ state: 'dropped', isWithdrawn: false, stateAt: START });
    expect(caughtUp(next(), done, told).stateNote).toContain(told.code);
    expect(caughtUp(next({ targets: [null, null, null, '10'] }), done, told)).toMatchObject({ state: 'planned', baseline: '8' });
    // Ended short: what is left is still promised.
    expect(caughtUp(next(), { ...done, confirmed: at('7') }, told)).toMatchObject({ state: 'planned', baseline: '7' });
  });

  test('wait for a word of the other side once somebody has reported', () => {
    const unjudged = (given: Partial<Line>) => isUnjudged(earlier(given));
    expect(unjudged({})).toBe(false);
    expect(unjudged({ reported: at('5') })).toBe(true);
    expect(unjudged({ reported: at('5'), confirmed: at('5') })).toBe(false);
    expect(unjudged({ state: 'reported', reported: at('8'), confirmed: at('8') })).toBe(true);
    expect(unjudged({ state: 'not-done', reported: at('5') })).toBe(false);
  });
});

describe('who has handed in', () => {
  const due = { dueOn: day('2026-04-30'), zone: 'Asia/Makassar' } as const;
  const asked = (state: Rad['state'] | null, first: string | null = null) => ({
    excusedAt: null,
    rad:
      state === null
        ? null
        : {
            ...{ agreementId: plan.id, code: 'RAD-2026-0001', state, stateAt: START, lines: 3 },
            firstHandedInAt: first === null ? null : Temporal.Instant.from(first),
          },
  });

  test('is late from the day after the last one, and no longer once it is handed in', () => {
    expect(standingOfAsked(asked('drafting'), due, day('2026-04-30')).daysLate).toBe(0);
    expect(standingOfAsked(asked('drafting'), due, day('2026-05-03'))).toMatchObject({
      state: 'drafting',
      daysLate: 3,
      hasHandedIn: false,
    });
    expect(standingOfAsked(asked('with-province', '2026-05-02T02:00:00Z'), due, day('2026-05-09'))).toMatchObject({
      ...{ state: 'handed-in', daysLate: 0, cameLate: true },
    });
    // The last minute of the last day is in time, in the zone of the collection.
    expect(standingOfAsked(asked('with-province', '2026-04-30T15:59:00Z'), due, day('2026-05-09')).cameLate).toBe(false);
    expect(standingOfAsked({ ...asked(null), excusedAt: START }, due, day('2026-06-01'))).toMatchObject({
      state: 'excused',
      daysLate: 0,
    });
    // Taken back: not handed in any more.
    expect(standingOfAsked(asked('drafting', '2026-04-01T02:00:00Z'), due, day('2026-05-03')).hasHandedIn).toBe(false);
  });

  test('is counted without those who were let off', () => {
    const all = [
      asked(null),
      asked('returned', '2026-04-01T02:00:00Z'),
      asked('adopted', '2026-04-01T02:00:00Z'),
      { ...asked(null), excusedAt: START },
    ];
    expect(tallyOf(all.map((each) => standingOfAsked(each, due, day('2026-05-03'))))).toEqual({
      ...{ asked: 3, handedIn: 2, accepted: 1, adopted: 1, late: 1 },
    });
  });

  test('is reminded before, on the way past, and up to the leaders', () => {
    const on = (text: string) => reminderStageOn(day('2026-04-30'), day(text), [14, 3], 7);
    expect(['2026-04-15', '2026-04-16', '2026-04-27', '2026-04-30', '2026-05-01', '2026-05-06', '2026-05-07'].map(on)).toEqual([
      ...[null, 'first', 'second', 'second', 'due', 'due', 'past'],
    ]);
  });
});

const RULE: EvaluationRule = {
  weights: { 'team-decree': 15, 'account-active': 10, 'followed-up': 25, 'first-follow-up': 20, answers: 20, 'action-plan': 10 },
  ...{
    leastWeight: 60,
    followUpNorm: 5,
    followUpZero: 3,
    archivedCounts: false,
    planAccepted: 80,
    planHandedIn: 50,
    activeDays: 30,
    leastCases: 10,
  },
};
const FACTS: EvaluationFacts = {
  ...{ hasCoordinator: true, decreeOnFile: true, accountActive: true, plan: 'adopted', asked: 'past' },
  followedUp: { hits: 89, cases: 200, archived: 15 },
  firstFollowUp: { days: 63, cases: 10, waiting: 2, overdue: 1 },
  answers: { accepted: 9, contested: 1, silent: 5 },
};

describe('an evaluation', () => {
  test('is worked out as on paper', () => {
    const { points, score, known } = evaluate(FACTS, RULE);
    // 6.3 working days with a limit of 5 and nothing at 15: (15 - 6.3) / 10 = 87 points.
    expect(Object.fromEntries(points.map((each) => [each.indicator, each.points]))).toEqual({
      ...{
        'team-decree': '100',
        'account-active': '100',
        'followed-up': '89/2',
        'first-follow-up': '87',
        answers: '90',
        'action-plan': '100',
      },
    });
    // 15 + 10 + 44.5*.25 + 87*.2 + 90*.2 + 10 = 81.525
    expect([score && pointsText(score, 'id'), known]).toEqual(['81,5', 100]);
    const withArchived = evaluate(FACTS, { ...RULE, archivedCounts: true });
    expect(withArchived.points.find(({ indicator }) => indicator === 'followed-up')?.points).toBe(
      new Fraction(8900, 215).toFraction(),
    );
  });

  test('leaves out what is not known together with its weight, and says nothing on too little', () => {
    const silent = {
      ...FACTS,
      followedUp: { hits: 0, cases: 0, archived: 0 },
      firstFollowUp: { days: 0, cases: 0, waiting: 0, overdue: 0 },
    };
    expect(evaluate(silent, RULE)).toMatchObject({ known: 55, score: null });
    expect(evaluate(silent, { ...RULE, leastWeight: 50 }).score).toBe(
      new Fraction(15 + 10 + 18 + 10).div(55).mul(100).toFraction(),
    );
    const nobody = evaluate({ ...FACTS, hasCoordinator: false, decreeOnFile: false }, RULE);
    expect(nobody.points.filter(({ points }) => points === null).map(({ indicator }) => indicator)).toEqual([
      'team-decree',
      'account-active',
    ]);
  });

  test('gives few cases no points, and tells the public no more than that they are few', () => {
    const given = {
      ...FACTS,
      followedUp: { hits: 3, cases: 7, archived: 1 },
      firstFollowUp: { days: 17, cases: 6, waiting: 2, overdue: 1 },
      answers: { accepted: 4, contested: 3, silent: 2 },
    };
    expect(evaluate(given, RULE)).toMatchObject({ known: 35, score: null });
    expect(evaluate(given, { ...RULE, leastCases: 6 }).points.every(({ points }) => points !== null)).toBe(true);
    for (const indicator of ['followed-up', 'first-follow-up', 'answers'] as const) {
      const tell = (viewer: 'inside' | 'public', language: 'id' | 'en') =>
        tellFacts(indicator, given, { rule: RULE, language, viewer });
      expect(tell('public', 'id')).toBe('Terlalu sedikit untuk dinilai, kurang dari 10 kasus');
      expect(tell('public', 'en')).toBe('Too few to judge by, fewer than 10 cases');
      // Whoever works with the figures is told the counts, and no share or mean either.
      expect(tell('inside', 'id')).toMatch(/^[346] .*: terlalu sedikit/);
      expect(tell('inside', 'id')).not.toMatch(/%|Rata-rata/);
      // Enough of them: both are told the same.
      expect(tellFacts(indicator, FACTS, { rule: RULE, language: 'id', viewer: 'public' })).toMatch(/%|Rata-rata 6,3/);
    }
  });

  test('counts a plan that was asked for as missing once its last day is past, not before', () => {
    const points = (asked: EvaluationFacts['asked']) =>
      evaluate({ ...FACTS, plan: null, asked }, RULE).points.find(({ indicator }) => indicator === 'action-plan')?.points;
    expect((['no', 'open', 'past'] as const).map(points)).toEqual([null, null, '0']);
    const told = (asked: EvaluationFacts['asked']) =>
      tellFacts('action-plan', { ...FACTS, plan: 'drafting', asked }, { rule: RULE, language: 'id', viewer: 'public' });
    expect(new Set((['no', 'open', 'past'] as const).map(told)).size).toBe(3);
  });

  const facts = fc.record({
    hasCoordinator: fc.boolean(),
    decreeOnFile: fc.boolean(),
    accountActive: fc.option(fc.boolean(), { nil: null }),
    followedUp: fc
      .tuple(fc.nat(50), fc.nat(50), fc.nat(50))
      .map(([hits, more, archived]) => ({ hits, cases: hits + more, archived })),
    firstFollowUp: fc.record({ days: fc.nat(500), cases: fc.nat(30), waiting: fc.nat(9), overdue: fc.nat(9) }),
    answers: fc.record({ accepted: fc.nat(20), contested: fc.nat(20), silent: fc.nat(20) }),
    plan: fc.option(fc.constantFrom(...RAD_STATES), { nil: null }),
    asked: fc.constantFrom<EvaluationFacts['asked'][]>('no', 'open', 'past'),
  });

  test('stays between 0 and 100, and taking a known indicator away never makes it count as zero', () => {
    let scored = 0;
    fc.assert(
      fc.property(facts, (given) => {
        const { points, score, known } = evaluate(given, RULE);
        expect(points.map(({ indicator }) => indicator)).toEqual([...INDICATORS]);
        const seen = points.filter((each) => each.points !== null);
        expect(known).toBe(seen.reduce((sum, { weight }) => sum + weight, 0));
        for (const each of seen)
          expect(new Fraction(each.points as string).gte(0) && new Fraction(each.points as string).lte(100)).toBe(true);
        if (score === null) return;
        scored += 1;
        const all = seen.map((each) => new Fraction(each.points as string).valueOf());
        const value = new Fraction(score).valueOf();
        // A mean of what is known lies among what is known: nothing unknown pulls it down.
        expect(value).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
      }),
      { numRuns: 2000 },
    );
    expect(scored).toBeGreaterThan(500);
  });

  test('gives no more points for more days', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (one, two) => {
        const [few, many] = one <= two ? [one, two] : [two, one];
        expect(pointsOfDays(new Fraction(few).div(10), RULE).gte(pointsOfDays(new Fraction(many).div(10), RULE))).toBe(true);
      }),
    );
  });

  test('stands beside the median of its own kind, and says when the group is small', () => {
    const peer = (governmentId: string, kind: string, score: string | null) => ({ governmentId, kind, score });
    const peers = [
      peer('a', 'city', '80'),
      peer('b', 'city', '60'),
      peer('c', 'city', '70'),
      peer('d', 'regency', '10'),
      peer('e', 'city', null),
    ];
    const standings = peerStandings(peers);
    expect(standings.get('a')).toEqual({ of: 3, median: '70', side: 'above', isSmall: true });
    expect(standings.get('c')).toMatchObject({ side: 'at' });
    expect([...standings.keys()].sort()).toEqual(['a', 'b', 'c']);
  });
});

test('the README draws both tables as they are, and every step has words on the history page', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  expect(readme).toContain(statePicture(RAD_TRANSITIONS));
  expect(readme).toContain(statePicture(EVALUATION_TRANSITIONS));
  const steps = [
    ...RAD_TRANSITIONS.map(({ action }) => `rad-${action}`),
    ...EVALUATION_TRANSITIONS.map(({ action }) => `rad-evaluation-${action}`),
  ];
  expect(steps.filter((type) => !Object.hasOwn(radEventLabels, type))).toEqual([]);
});

test('every mail can be written in both languages, names what it is about and where to look, and no person', () => {
  const details = {
    ...{
      title: 'RAD 2026 (contoh)',
      dueOn: '2026-04-30',
      code: 'RAD-2026-0001',
      state: 'returned',
      year: '2026',
      until: '2026-05-15',
    },
    region: '51.05',
  };
  let written = 0;
  for (const [purpose, template] of Object.entries(radMails))
    for (const language of ['id', 'en'] as const)
      for (const stage of ['first', 'second', 'due', 'past'])
        for (const what of ['taken', 'answer', 'publish', 'withdraw']) {
          const links = { to: (path: string) => `https://contoh.example${path}`, own: undefined };
          const { subject, text } = template(language, { ...details, stage, what }, links);
          expect([
            purpose,
            subject.includes('\n'),
            /undefined|NaN/.test(text),
            text.includes('https://contoh.example/desk/agreements/'),
          ]).toEqual([...[purpose, false, false, true]]);
          written += 1;
        }
  expect(written).toBe(Object.keys(radMails).length * 32);
});
