import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import { isRegulationId } from '../../../law/index.ts';
import { STAGES } from '../case.transitions.ts';
import { ACCESS_KINDS } from '../case.ts';
import { CASE_REFUSALS } from '../refusals.ts';
import {
  ANSWERS,
  areAnswered,
  askableNow,
  type Check,
  type CheckWay,
  isFormalMet,
  judgeAnswer,
  progressOf,
  standingsOf,
} from './checks.ts';
import { computeChecks, type OnRecord } from './compute-checks.ts';
import { REQUIREMENTS, requirementsFor } from './requirements.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = Temporal.Instant.from('2026-03-16T02:00:00Z');

const COMPLETE: OnRecord = {
  file: {
    occurredOn: day('2025-11-03'),
    receivedOn: day('2026-03-16'),
    loss: 'Rp200.000',
    wish: 'Surat rujukan diberikan',
    rapidCriteria: [],
  },
  given: ['name', 'birthPlace', 'bornOn', 'maritalStatus', 'occupation', 'address', 'idCopy'],
  stated: { complained: true, beforeCourt: false, reportedBefore: false, consentedAt: at },
  carried: undefined,
  eventAgeYears: 2,
};

const LM = { access: 'LM', stage: 'formal', outcome: null, tip: false } as const;
const standing = (
  code: string,
  record: OnRecord = COMPLETE,
  checks: readonly Check[] = [],
  stage: 'formal' | 'material' | 'examination' = 'formal',
) => {
  const found = standingsOf({ stage }, requirementsFor({ ...LM, stage }), computeChecks(record), checks).find(
    (each) => each.requirement.code === code,
  );
  if (!found) throw new Error(code);
  return found;
};
const check = (requirement: string, answer: Check['answer'], way: CheckWay, id = 'c1', note = ''): Check => ({
  id,
  requirement,
  answer,
  way,
  note,
  facts: [],
  author: 'person:1',
  at,
});

describe('requirements', () => {
  test('each has both texts and a citation of the register, and its code is its own', () => {
    expect(new Set(REQUIREMENTS.map((each) => each.code)).size).toBe(REQUIREMENTS.length);
    for (const each of REQUIREMENTS) {
      for (const label of [each.label, each.hint]) {
        expect(label.id).not.toBe('');
        expect(label.en).not.toBe('');
      }
      expect(each.basis.length).toBeGreaterThan(0);
      for (const basis of each.basis) expect('regulation' in basis && isRegulationId(basis.regulation)).toBe(true);
    }
  });

  test('a report has the whole list; other kinds of access and tips have shorter ones, and nobody is asked about a reporter who is not there', () => {
    const codes = (file: Parameters<typeof requirementsFor>[0]) => requirementsFor(file).map((each) => each.code);
    const whole = codes(LM);
    expect(whole).toContain('event-age');
    expect(
      codes({ ...LM, tip: true }).some((code) => ['name', 'address', 'id-copy', 'standing', 'signature'].includes(code)),
    ).toBe(false);
    for (const access of ACCESS_KINDS.filter((each) => each !== 'LM')) {
      const stage = access === 'RCO' ? 'rapid' : access === 'IAPS' ? 'plenary' : 'consultation';
      const list = codes({ access, stage, outcome: null, tip: false });
      expect(list.length, access).toBeGreaterThan(0);
      expect(list.length, access).toBeLessThan(whole.length);
    }
    // A rapid response that was made regular is a report like others.
    expect(codes({ access: 'RCO', stage: 'formal', outcome: null, tip: false })).toEqual(whole);
  });
});

describe('what is computed', () => {
  test('a whole report: everything on record is met, the rest is left to the verifier', () => {
    const open = requirementsFor(LM)
      .map((each) => standing(each.code))
      .filter((each) => each.answer === 'open')
      .map((each) => each.requirement.code);
    expect(open).toEqual(['standing', 'account', 'complained', 'not-reported', 'jurisdiction', 'not-settled', 'agency-time']);
  });

  test('what is missing is not met, and says which field', () => {
    const record = { ...COMPLETE, given: ['name', 'bornOn'] as const };
    expect(standing('name', record).answer).toBe('met');
    expect(standing('birth', record)).toMatchObject({
      answer: 'not-met',
      computed: {
        facts: [
          { kind: 'missing', field: 'birthPlace' },
          { kind: 'given', field: 'bornOn' },
        ],
      },
    });
  });

  test('an event that is too old is not met and shows the day it would have ended; one without a day is open', () => {
    const old = { ...COMPLETE, file: { ...COMPLETE.file, occurredOn: day('2024-02-29') } };
    expect(standing('event-age', old)).toMatchObject({
      answer: 'not-met',
      computed: { facts: [{ lastDay: '2026-02-28', years: 2 }] },
    });
    expect(standing('event-age', { ...COMPLETE, file: { ...COMPLETE.file, occurredOn: null } }).answer).toBe('open');
  });

  test('a complaint that was brought over proves that the agency was asked first, and that its time is over', () => {
    const clock = {
      kind: 'finish',
      rule: 'complaint.finish.complaint',
      limit: '14 hk',
      startedAt: '2026-01-05T02:00:00Z',
      pauses: 0,
      isProvisional: false,
    };
    const carried = {
      trackingNumber: '1234567890',
      filedAt: '2026-01-05T02:00:00Z',
      outcome: null,
      objections: 0,
      clocks: [{ ...clock, dueAt: '2026-01-26T08:59:59Z', stoppedAt: null, lateMinutes: 60_000 }],
    } as unknown as NonNullable<OnRecord['carried']>;
    expect(standing('complained', { ...COMPLETE, carried }).answer).toBe('met');
    expect(standing('agency-time', { ...COMPLETE, carried }).answer).toBe('met');
    const running = { ...carried, clocks: [{ ...clock, dueAt: '2026-04-26T08:59:59Z', stoppedAt: null, lateMinutes: null }] };
    expect(standing('agency-time', { ...COMPLETE, carried: running }).answer).toBe('not-met');
    expect(standing('agency-time', { ...COMPLETE, carried: { ...running, objections: 1 } }).answer).toBe('met');
    expect(standing('complained', { ...COMPLETE, carried: { ...carried, outcome: 'confirmed' } }).answer).toBe('not-met');
  });

  test('what a reporter states about a court counts until somebody judges otherwise', () => {
    const stated = { ...COMPLETE.stated, beforeCourt: true };
    expect(standing('not-in-court', { ...COMPLETE, stated }).answer).toBe('not-met');
    expect(standing('not-in-court', { ...COMPLETE, stated: { ...stated, beforeCourt: null } }).answer).toBe('open');
  });
});

describe('answers', () => {
  test('what a verifier judged stands against what is computed, until the reporter has completed it', () => {
    const said = check('name', 'not-met', 'overruled', 'c1', 'Nama hanya inisial (contoh)');
    expect(standing('name', COMPLETE, [said]).answer).toBe('not-met');
    expect(standing('name', COMPLETE, [check('name', 'open', 'reporter', 'c2'), said]).answer).toBe('met');
  });

  test('what was frozen counts once verification is over, what is computed as long as it lasts', () => {
    const frozen = check('loss', 'met', 'computed');
    const without = { ...COMPLETE, file: { ...COMPLETE.file, loss: null } };
    expect(standing('loss', without, [frozen], 'material').answer).toBe('not-met');
    expect(standing('loss', without, [frozen], 'examination').answer).toBe('met');
  });

  test('to overrule needs a reason, so does "not met"; an answer made from an older page is told so', () => {
    const name = standing('name');
    expect(judgeAnswer(name, { answer: 'not-met', note: ' ', seen: '' })).toEqual({
      ok: false,
      refusal: 'case.check-overrule-reason',
    });
    expect(judgeAnswer(name, { answer: 'not-met', note: 'inisial', seen: '' })).toEqual({
      ok: true,
      value: { way: 'overruled' },
    });
    expect(judgeAnswer(standing('account'), { answer: 'not-met', note: '', seen: '' })).toEqual({
      ok: false,
      refusal: 'case.check-reason',
    });
    expect(judgeAnswer(standing('account'), { answer: 'met', note: '', seen: '' })).toEqual({
      ok: true,
      value: { way: 'judged' },
    });
    const judged = standing('account', COMPLETE, [check('account', 'met', 'judged')]);
    expect(judgeAnswer(judged, { answer: 'not-met', note: 'kurang jelas', seen: '' })).toEqual({
      ok: false,
      refusal: 'case.check-moved-on',
    });
    expect(judgeAnswer(judged, { answer: 'met', note: '', seen: '' })).toEqual({ ok: true, value: null });
  });

  test('whatever was answered: passed needs every formal one met, answered means none open, and only what can be mended is asked back', () => {
    const requirements = requirementsFor(LM);
    const checks = fc.array(
      fc.record({
        requirement: fc.constantFrom(...requirements.map((each) => each.code)),
        answer: fc.constantFrom(...ANSWERS),
        way: fc.constantFrom<CheckWay>('judged', 'overruled', 'computed', 'reporter'),
      }),
      { maxLength: 60 },
    );
    let passed = 0;
    const settled: fc.Arbitrary<{ requirement: string; answer: 'met'; way: 'judged' }[]> = fc.constant(
      requirements.map(({ code }) => ({ requirement: code, answer: 'met', way: 'judged' })),
    );
    fc.assert(
      fc.property(fc.oneof(checks, settled), fc.constantFrom(...STAGES), (given, stage) => {
        const rows = given.map((each, n) => check(each.requirement, each.answer, each.way, `c${n}`));
        const standings = standingsOf({ stage }, requirements, computeChecks(COMPLETE), rows);
        const progress = progressOf(standings);
        expect(progress.met).toBeLessThanOrEqual(progress.answered);
        if (isFormalMet(standings)) {
          passed += 1;
          const formal = progressOf(standings, 'formal');
          expect(formal.met).toBe(formal.total);
        }
        if (stage !== 'formal' && areAnswered({ stage }, standings)) expect(progress.answered).toBe(progress.total);
        for (const each of askableNow({ stage }, standings)) {
          expect(each.requirement.askable).toBe(true);
          expect(['open', 'not-met']).toContain(each.answer);
        }
      }),
      { numRuns: 1000 },
    );
    expect(passed).toBeGreaterThan(50);
  });

  test('every refusal of this area is in the catalogue of the room', () => {
    expect(CASE_REFUSALS).toHaveProperty(['case.no-quorum']);
    expect(CASE_REFUSALS).toHaveProperty(['case.check-moved-on']);
  });
});
