import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statePicture } from '../../../kernel/state-picture.ts';
import { Temporal } from '../../../kernel/time.ts';
import {
  aLine,
  anAgreement,
  BADUNG,
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
import type { LightRule } from '../light.ts';
import { makeAgenda, nextPeriodEnd, sinceSigningNotes, TOPIC_KINDS } from './agenda.ts';
import {
  EMPTY_WORDS,
  evaluationNumber,
  flawsOfWords,
  isToBePublished,
  type Spoken,
  yearProposed,
  yearsToEvaluate,
} from './evaluation.ts';
import { countsOf, FIGURE_KEYS, linesBehind } from './figures.ts';
import { minutesNumber } from './minutes.ts';
import { periodLabel, periodOf, proposedReviews, RHYTHMS } from './periods.ts';
import { readDocumentNumber } from './recorded-document.ts';
import { DECISION_STATES, REVIEW_STATES, REVIEW_TRANSITIONS } from './review.transitions.ts';
import { type LineSnapshot, snapshotOf } from './snapshot.ts';
import { answersFor, speaksFor, voicesOf } from './voices.ts';

const RULE: LightRule = { green: 90, yellow: 60, staleDays: 90 };
const plan = anAgreement({
  kind: 'rencana-kerja',
  code: 'RK-2026-0001',
  yearFrom: 2026,
  yearUntil: 2026,
  inForceUntil: day('2026-12-31'),
});

describe('the sides of an agreement', () => {
  test('are one voice for each tree, and the office that follows has one where it is no party', () => {
    expect(voicesOf(plan).map(({ root }) => root)).toEqual([ROOT, KLUNGKUNG]);
    const office = newId();
    const many = anAgreement({
      kind: 'komitmen',
      parties: [1, 2, 3].map((n) => party({ side: 'government', agencyPath: [KLUNGKUNG, n === 1 ? office : newId()] }, n)),
    });
    expect(voicesOf(many)).toMatchObject([
      { root: KLUNGKUNG, agencyId: office, partyIds: many.parties.map(({ id }) => id) },
      { root: ROOT, agencyId: BALI, partyIds: [] },
    ]);
  });

  test('never answer themselves: whoever holds a position on the writing side answers for nobody', () => {
    const bali = officerWith(held([ROOT, BALI], ['agreement.prepare', 'agreement.confirm']));
    const both = officerWith(held([ROOT, BALI], ['agreement.confirm']), held([KLUNGKUNG], ['agreement.confirm']));
    const neighbour = officerWith(held([BADUNG], ['agreement.confirm']));
    expect(speaksFor(bali, plan)).toEqual([ROOT]);
    expect(answersFor(bali, plan, KLUNGKUNG)).toEqual([ROOT]);
    expect(answersFor(bali, plan, ROOT)).toEqual([]);
    expect(answersFor(both, plan, KLUNGKUNG)).toEqual([]);
    expect(speaksFor(neighbour, plan)).toEqual([]);
  });
});

describe('periods', () => {
  test('are calendar quarters, halves and years, cut to the days the agreement binds', () => {
    expect(periodOf('quarter', day('2026-05-17'))).toEqual({ from: day('2026-04-01'), until: day('2026-06-30') });
    expect(periodOf('half', day('2026-07-01'))).toEqual({ from: day('2026-07-01'), until: day('2026-12-31') });
    expect(periodLabel('quarter', periodOf('quarter', day('2026-12-31'))).id).toBe('Triwulan IV 2026');
    expect(periodLabel('half', { from: day('2026-01-05'), until: day('2026-06-30') }).id).toBe('Semester I 2026');
  });

  test('are proposed once they are over or nearly, until a review holds them', () => {
    const proposed = (on: string, taken: { from: Temporal.PlainDate; until: Temporal.PlainDate }[] = []) =>
      proposedReviews(plan, 'quarter', taken, day(on), 21).map(({ until, isLate }) => `${until} ${isLate}`);
    expect(proposed('2026-02-10')).toEqual([]);
    expect(proposed('2026-03-12')).toEqual(['2026-03-31 false']);
    expect(proposed('2026-04-21')).toEqual(['2026-03-31 false']);
    expect(proposed('2026-04-22')).toEqual(['2026-03-31 true']);
    expect(proposed('2026-07-02', [{ from: day('2026-01-05'), until: day('2026-03-31') }])).toEqual(['2026-06-30 false']);
    expect(proposed('2027-03-01').at(-1)).toBe('2026-12-31 true');
  });

  test('follow one another without a hole or an overlap, whatever the term', () => {
    let seen = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 20, max: 1500 }),
        fc.constantFrom(...RHYTHMS),
        (start, length, rhythm) => {
          const from = day('2024-01-01').add({ days: start });
          const until = from.add({ days: length });
          const all = proposedReviews(
            { inForceFrom: from, inForceUntil: until, endedOn: null },
            rhythm,
            [],
            until.add({ days: 400 }),
            21,
          );
          for (const [index, period] of all.entries()) {
            expect(Temporal.PlainDate.compare(period.from, period.until)).toBeLessThan(0);
            const next = all[index + 1];
            if (next) expect(period.until.add({ days: 1 }).equals(next.from)).toBe(true);
            seen += 1;
          }
          // Only a first or last piece of less than two weeks is left out.
          if (all.length > 0)
            expect((all.at(-1) as { until: Temporal.PlainDate }).until.until(until).total('day')).toBeLessThan(14);
        },
      ),
    );
    expect(seen).toBeGreaterThan(200);
  });
});

describe('the table of a review', () => {
  test('lists the states of the database', () => {
    const sql = readFileSync(new URL('../../../../db/migrations/0046-agreement-reviews.sql', import.meta.url), 'utf8');
    const checks = [...sql.matchAll(/state\s+text NOT NULL CHECK \(state IN \(([^)]*)\)/g)].map(([, list]) =>
      (list as string).split(',').map((state) => state.trim().replaceAll("'", '')),
    );
    expect(checks[0]).toEqual([...REVIEW_STATES]);
    expect(checks[1]).toEqual([...DECISION_STATES]);
  });

  test('is drawn in the README as it is', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(readme).toContain(statePicture(REVIEW_TRANSITIONS));
  });

  test('leads from every open state to an end, and minutes are never confirmed by their writer', () => {
    for (const state of REVIEW_STATES.filter((one) => one !== 'cancelled'))
      expect(REVIEW_TRANSITIONS.some(({ from }) => from === state)).toBe(true);
    for (const { action, by } of REVIEW_TRANSITIONS)
      if (action === 'confirm' || action === 'confirm-last' || action === 'ask-correction') expect(by).toBe('other');
  });
});

const history = {
  plan: plan.code,
  zone: plan.zone,
  owner: 'Dinas Kesehatan',
  shifts: [],
  changes: [],
  reports: 0,
  lastReportOn: null,
};
const snap = (line: Parameters<typeof aLine>[1], more: Partial<typeof history> = {}, on = '2026-07-10'): LineSnapshot =>
  snapshotOf(aLine(plan, line), { ...history, ...more }, day(on), RULE);

describe('figures', () => {
  test('count exactly the lines behind them, in whole and per programme', () => {
    const lines = [
      snap({ ordinal: 1, state: 'done', confirmed: { amount: '8', on: day('2026-06-01') } }, {
        reports: 2,
        lastReportOn: '2026-06-01',
      } as never),
      snap({ ordinal: 2, state: 'running' }),
      snap({ ordinal: 3, state: 'running', dueOn: day('2026-05-01'), programme: 'competence' }),
      snap({ ordinal: 4, state: 'dropped' }),
      snap({ ordinal: 5, state: 'reported', reported: { amount: '8', on: day('2026-07-01') } }, {
        reports: 1,
        lastReportOn: '2026-07-01',
      } as never),
    ];
    const all = countsOf(lines, '2026-07-10');
    expect(all).toMatchObject({ lines: 4, done: 1, red: 2, 'past-due': 1, 'to-confirm': 1, dropped: 1, silent: 2 });
    for (const figure of FIGURE_KEYS) {
      const parts = ['prevention', 'competence'].map((code) => linesBehind(lines, figure, '2026-07-10', code).length);
      expect(
        parts.reduce((a, b) => a + b, 0),
        figure,
      ).toBe(all[figure]);
      expect(linesBehind(lines, figure, '2026-07-10')).toHaveLength(all[figure]);
    }
  });
});

test('a report waits for its answer whatever the percentages round to, and a day later counts as a new one', () => {
  const of = (reported: string, confirmed: string, on = '2026-07-02') =>
    snap({
      ...{ state: 'running', targets: [null, null, null, '1000'], startsOn: day('2026-01-05') },
      ...{ reported: { amount: reported, on: day(on) }, confirmed: { amount: confirmed, on: day('2026-06-01') } },
    });
  const [little, none, again] = [of('304', '301'), of('301', '301', '2026-06-01'), of('301', '301')];
  expect([little.reported, little.confirmed]).toEqual([30, 30]);
  expect([little, none, again].map(({ awaits }) => awaits)).toEqual([true, false, true]);
  expect(countsOf([little, none, again], '2026-07-10')['to-confirm']).toBe(2);
  expect(countsOf([snap({ state: 'reported', reported: null })], '2026-07-10')['to-confirm']).toBe(1);
});

describe('an agenda', () => {
  const agenda = makeAgenda({
    ...{ today: day('2026-07-10'), period: { from: day('2026-04-01'), until: day('2026-06-30') } },
    nextUntil: nextPeriodEnd({ from: day('2026-04-01'), until: day('2026-06-30') }),
    agreement: { ...plan, programmes: ['prevention', 'data-exchange'], inForceUntil: day('2026-12-31') },
    lines: [
      snap({ ordinal: 1, state: 'running', dueOn: day('2026-06-15') }),
      snap({
        ordinal: 2,
        state: 'planned',
        startsOn: day('2026-08-01'),
        dueOn: day('2026-09-15'),
        targets: [null, null, '1', null],
      }),
      snap({ ordinal: 3, state: 'reported', reported: { amount: '8', on: day('2026-06-20') }, isPriority: true }, {
        reports: 1,
        lastReportOn: '2026-06-20',
        shifts: [{ from: '2026-05-01', to: '2026-12-15', on: '2026-05-02', reason: 'anggaran' }],
      } as never),
    ],
    programmes: new Map([['data-exchange', { id: 'Pertukaran data', en: 'Data' }]]),
    decisions: [{ review: 1, ordinal: 2, text: 'Tunjuk narahubung', who: 'Sekda', dueOn: '2026-05-01', isReported: true }],
    points: [{ text: 'Pelatihan bersama', who: 'Klungkung' }],
    ...{ rule: RULE, warnDays: { long: 180, yearly: 180 }, departed: new Set<string>() },
  });

  test('brings up what is open, late, waiting, moved, next, idle, unnamed and running out', () => {
    const kinds = Map.groupBy(agenda.topics, ({ kind }) => kind);
    expect(kinds.get('open-decision')?.[0]).toMatchObject({ text: 'Tunjuk narahubung', decision: { isReported: true } });
    expect(kinds.get('red')?.map(({ line }) => line?.ordinal)).toEqual([1]);
    expect(kinds.get('to-confirm')?.map(({ line }) => line?.ordinal)).toEqual([3]);
    expect(kinds.get('shifted')?.map(({ line }) => line?.ordinal)).toEqual([3]);
    expect(kinds.get('next')?.map(({ line }) => line?.ordinal)).toEqual([2]);
    expect(kinds.get('idle-programme')?.map(({ programme }) => programme)).toEqual(['data-exchange']);
    expect(kinds.get('no-focal-point')).toHaveLength(2);
    expect(kinds.get('lapsing')?.[0]?.dueOn).toBe('2026-12-31');
    expect(kinds.get('point')?.[0]?.text).toBe('Pelatihan bersama');
  });

  test('tells what was withdrawn, changed or added after the signing in the period in which it happened, and why', () => {
    const grounds = {
      ...{ today: day('2026-07-10'), nextUntil: day('2026-09-30'), agreement: { ...plan, programmes: [] } },
      ...{
        programmes: new Map(),
        decisions: [],
        points: [],
        rule: RULE,
        warnDays: { long: 180, yearly: 180 },
        departed: new Set<string>(),
      },
    };
    const changes = [{ on: '2026-05-05', fields: ['target4' as const], reason: 'Anggaran dipotong' }];
    const stateAt = Temporal.Instant.from('2026-05-20T02:00:00Z');
    const withdrawn = { state: 'dropped' as const, stateAt, isWithdrawn: true, stateNote: 'Gedungnya dijual' };
    const lines = [
      snap({ ordinal: 1, ...withdrawn }),
      snap({ ordinal: 2 }, { changes } as never),
      snap({ ordinal: 3, joinedAt: stateAt }),
      snap({ ordinal: 4, state: 'done', stateAt, confirmed: { amount: '4', on: day('2026-05-20') } }),
    ];
    const of = (from: string, until: string) => makeAgenda({ ...grounds, lines, period: { from: day(from), until: day(until) } });
    const agenda = of('2026-04-01', '2026-06-30');
    const told = (kind: string) => agenda.topics.filter((topic) => topic.kind === kind);
    expect(
      ['withdrawn', 'changed', 'joined', 'done', 'yellow'].map((kind) => told(kind).map(({ line }) => line?.ordinal)),
    ).toEqual([...[[1], [2], [3], [4], []]]);
    const notes = agenda.topics.flatMap((topic) => sinceSigningNotes(topic, agenda, 'id'));
    expect(notes).toEqual(['Gedungnya dijual', 'Target triwulan IV: Anggaran dipotong']);
    expect(agenda.all).toMatchObject({ lines: 3, done: 0, short: 1 });
    const later = of('2026-07-01', '2026-09-30').topics.map(({ kind }) => kind);
    expect(later.some((kind) => ['withdrawn', 'changed', 'joined'].includes(kind))).toBe(false);
  });

  test('tells a line as done in the period in which the other side confirmed it, and in no other', () => {
    const done = snap({ state: 'done', stateAt: Temporal.Instant.from('2026-07-20T17:30:00Z') }, {
      ...{ reports: 1, lastReportOn: '2026-06-20' },
    } as never);
    // Half past one on the clocks of Bali: the day after in UTC.
    expect(done.stateOn).toBe('2026-07-21');
    const seen = ['2026-04-01', '2026-07-01', '2026-10-01'].map((first) => {
      const period = periodOf('quarter', day(first));
      const { topics } = makeAgenda({
        ...{ today: day('2026-12-01'), period, nextUntil: nextPeriodEnd(period), agreement: plan, lines: [done] },
        ...{
          programmes: new Map(),
          decisions: [],
          points: [],
          rule: RULE,
          warnDays: { long: 0, yearly: 0 },
          departed: new Set<string>(),
        },
      });
      return topics.filter(({ kind }) => kind === 'done').length;
    });
    expect(seen).toEqual([0, 1, 0]);
  });

  test('names a party whose focal point has left the office', () => {
    const focalPoints = plan.parties.map(({ id }, index) => ({
      ...{ id: `p${index}`, partyId: id, agencyId: null, position: 'Asisten (contoh)', personId: 'x', officeMail: '' },
      ...{ since: day('2026-01-05'), until: null },
    }));
    const period = { from: day('2026-01-01'), until: day('2026-03-31') };
    const lacking = (departed: ReadonlySet<string>) =>
      makeAgenda({
        ...{ today: day('2026-03-31'), period, nextUntil: nextPeriodEnd(period), agreement: { ...plan, focalPoints }, lines: [] },
        ...{ programmes: new Map(), decisions: [], points: [], rule: RULE, warnDays: { long: 0, yearly: 0 }, departed },
      })
        .topics.filter(({ kind }) => kind === 'no-focal-point')
        .map(({ text }) => text);
    expect(lacking(new Set())).toEqual([]);
    expect(lacking(new Set(['p1']))).toEqual([plan.parties[1]?.name]);
  });

  test('keeps its order and survives being kept as JSON', () => {
    const order = agenda.topics.map(({ kind }) => TOPIC_KINDS.indexOf(kind));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(JSON.parse(JSON.stringify(agenda))).toEqual(agenda);
  });
});

describe('an evaluation', () => {
  const spoken = (root: string): Spoken => ({ root, version: 1, words: EMPTY_WORDS, savedAt: START, spokenAt: START });
  const on = (roots: string[], today: string) =>
    isToBePublished({ spoken: roots.map(spoken), wordsDueOn: day('2027-02-10') }, ['a', 'b'], day(today));

  test('is published when both sides have spoken, or one alone past the days of the other, never without a word', () => {
    expect(on(['a', 'b'], '2027-01-20')).toBe(true);
    expect(on(['a'], '2027-02-10')).toBe(false);
    expect(on(['a'], '2027-02-11')).toBe(true);
    expect(on([], '2027-06-01')).toBe(false);
  });

  test('a kept word is not a spoken one', () => {
    const kept = { ...spoken('b'), spokenAt: null };
    expect(isToBePublished({ spoken: [spoken('a'), kept], wordsDueOn: day('2027-02-10') }, ['a', 'b'], day('2027-01-20'))).toBe(
      false,
    );
  });

  test('wants a recommendation for every programme and a word and recommendation for the whole', () => {
    expect(flawsOfWords(EMPTY_WORDS, ['prevention']).map(({ field }) => field)).toEqual([
      'recommendation-prevention',
      'overall',
      'recommendation',
    ]);
    const whole = {
      overall: 'Baik',
      recommendation: 'renew' as const,
      programmes: { prevention: { text: '', recommendation: 'continue' as const } },
    };
    expect(flawsOfWords(whole, ['prevention'])).toEqual([]);
  });

  test('is there for every year of the term that has begun', () => {
    const memorandum = anAgreement({ inForceFrom: day('2024-05-01'), inForceUntil: day('2029-04-30') });
    expect(yearsToEvaluate(memorandum, day('2026-03-01'))).toEqual([2024, 2025, 2026]);
    expect(yearsToEvaluate(memorandum, day('2033-03-01'))).toEqual([2024, 2025, 2026, 2027, 2028, 2029]);
  });
});

test('the year proposed for an evaluation is the newest one that is over and was not evaluated', () => {
  const memorandum = anAgreement({ inForceFrom: day('2024-05-01'), inForceUntil: day('2026-10-31') });
  const proposed = (evaluated: number[], on: string) => yearProposed(memorandum, evaluated, day(on));
  expect([proposed([], '2026-03-01'), proposed([2025], '2026-03-01'), proposed([2024, 2025], '2026-03-01')]).toEqual([
    2025, 2024, 2026,
  ]);
  // The last year of the term is over with the term.
  expect([proposed([], '2026-10-31'), proposed([], '2026-11-01'), proposed([2024, 2025, 2026], '2026-11-01')]).toEqual([
    2025, 2026, 2026,
  ]);
  expect(yearProposed(anAgreement({ inForceFrom: day('2027-01-01') }), [], day('2026-03-01'))).toBeUndefined();
});

test('numbers tell a correction from what it corrects', () => {
  expect(minutesNumber('RK-2026-0001', 2, 1, 2026)).toBe('02/NTB/RK-2026-0001/2026');
  expect(minutesNumber('RK-2026-0001', 2, 3, 2027)).toBe('02-P2/NTB/RK-2026-0001/2027');
});

test('the number of a document is read back as somebody typed it, and nothing else is a number', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 2020, max: 2099 }),
      fc.constantFrom('RK-2026-0001', 'NK-2031-00012', 'RAD-2026-0009'),
      (ordinal, edition, year, code) => {
        const [minutes, evaluation] = [minutesNumber(code, ordinal, edition, year), evaluationNumber(code, year, edition)];
        expect(readDocumentNumber(` ${minutes.toLowerCase().replaceAll('/', ' / ')} `)).toEqual({
          kind: 'minutes',
          number: minutes,
          code,
        });
        expect(readDocumentNumber(evaluation)).toEqual({ kind: 'evaluation', number: evaluation, code });
      },
    ),
  );
  for (const none of [
    '',
    'SPP-2024-0042',
    'EV-2026',
    'EV-2026-P0/RK-2026-0001',
    `02/NTB/${'9'.repeat(80)}`,
    "EV-2026/RK-2026-0001'--",
  ])
    expect(readDocumentNumber(none), none).toBeUndefined();
});
