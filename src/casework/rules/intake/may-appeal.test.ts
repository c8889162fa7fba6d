import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMPLAINT_STATUSES } from '../../../complaints/rules/complaint.transitions.ts';
import { type Moment, Temporal } from '../../../kernel/time.ts';
import { AGENCY_CLOCKS, type AppealFacts, mayAppeal } from './may-appeal.ts';

const now = Temporal.Instant.from('2026-03-10T04:00:00Z');
const FRESH: AppealFacts = {
  status: 'in-progress',
  outcome: null,
  objections: 0,
  returns: 0,
  returnsBorne: 2,
  running: [{ kind: 'finish', dueAt: now.add({ hours: 48 }) }],
  earlier: 'none',
};
const ask = (change: Partial<AppealFacts>, at: Moment = now) => mayAppeal({ ...FRESH, ...change }, at);

describe('bringing a complaint to the Ombudsman', () => {
  test('must wait while the agency has time, and says until when', () => {
    expect(ask({})).toEqual({ may: false, why: 'running', from: now.add({ hours: 48 }) });
    const running = [...FRESH.running, { kind: 'follow-up' as const, dueAt: now.add({ hours: 5 }) }];
    expect(ask({ running })).toEqual({ may: false, why: 'running', from: now.add({ hours: 5 }) });
    expect(ask({ running: [] })).toEqual({ may: false, why: 'running', from: null });
  });

  test('is open from the moment a deadline of an agency has passed', () => {
    const dueAt = now.subtract({ seconds: 1 });
    expect(ask({ running: [{ kind: 'verify', dueAt }] })).toEqual({
      may: true,
      reasons: [{ code: 'deadline-passed', clock: 'verify', dueAt }],
    });
    expect(ask({ running: [{ kind: 'verify', dueAt: now }] })).toMatchObject({ may: false });
  });

  test('is open to whoever objected, was closed by silence or not reached, or whose complaint was set aside', () => {
    expect(ask({ objections: 1 })).toMatchObject({ may: true, reasons: [{ code: 'objected' }] });
    const closed = { status: 'closed', running: [] } as const;
    expect(ask({ ...closed, outcome: 'silence' })).toMatchObject({ reasons: [{ code: 'closed-by-silence' }] });
    expect(ask({ ...closed, outcome: 'unreachable' })).toMatchObject({ reasons: [{ code: 'closed-unreachable' }] });
    expect(ask({ status: 'archived', running: [] })).toMatchObject({ reasons: [{ code: 'set-aside' }] });
  });

  test('is open when nobody wants the complaint, but not once an office works on it', () => {
    expect(ask({ status: 'returned', returns: 2 })).toMatchObject({ reasons: [{ code: 'returned-often', times: 2 }] });
    expect(ask({ status: 'in-progress', returns: 2 })).toMatchObject({ may: false });
    expect(ask({ status: 'returned', returns: 1 })).toMatchObject({ may: false });
  });

  test('is closed to whoever said that it is solved, and waits while a word of the complainant is waited for', () => {
    expect(ask({ status: 'closed', outcome: 'confirmed', running: [], objections: 3 })).toMatchObject({ why: 'solved' });
    expect(ask({ status: 'awaiting-complainant', running: [] })).toMatchObject({ why: 'your-turn', from: null });
    expect(ask({ status: 'on-hold', running: [] })).toMatchObject({ why: 'your-turn' });
  });

  test('is one open case for one complaint; a case that ended ended, unless it may come back', () => {
    const late = { running: [{ kind: 'finish' as const, dueAt: now.subtract({ hours: 1 }) }] };
    expect(ask({ ...late, earlier: 'open' })).toMatchObject({ may: false, why: 'open' });
    expect(ask({ ...late, earlier: 'ended' })).toMatchObject({ may: false, why: 'ended' });
    expect(ask({ ...late, earlier: 'may-return' })).toMatchObject({ may: true });
  });
});

const facts: fc.Arbitrary<AppealFacts> = fc.record({
  status: fc.constantFrom(...COMPLAINT_STATUSES),
  outcome: fc.constantFrom(null, null, 'confirmed' as const, 'silence' as const, 'unreachable' as const),
  objections: fc.constantFrom(0, 0, 0, 1),
  returns: fc.constantFrom(0, 0, 1, 2, 3),
  returnsBorne: fc.constant(2),
  running: fc.array(
    fc.record({
      kind: fc.constantFrom(...AGENCY_CLOCKS),
      dueAt: fc.integer({ min: -15, max: 100 }).map((hours) => now.add({ hours })),
    }),
    { maxLength: 3 },
  ),
  earlier: fc.constantFrom('none', 'none', 'none', 'open', 'ended', 'may-return'),
});

describe('whatever a complaint has been through', () => {
  test('a day that is named is kept: not before, and surely right after, if nothing else happens', () => {
    let named = 0;
    fc.assert(
      fc.property(facts, (given) => {
        const answer = mayAppeal(given, now);
        if (answer.may || answer.from === null) return;
        named += 1;
        expect(mayAppeal(given, answer.from).may).toBe(false);
        expect(mayAppeal(given, answer.from.add({ milliseconds: 1 })).may).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(named).toBeGreaterThan(50);
  });

  test('the way that is open stays open as time passes', () => {
    let open = 0;
    fc.assert(
      fc.property(facts, fc.nat(1000), (given, hours) => {
        if (!mayAppeal(given, now).may) return;
        open += 1;
        expect(mayAppeal(given, now.add({ hours })).may).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(open).toBeGreaterThan(200);
  });

  test('an open way has a reason, and never beside an open case or a confirmed end', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const answer = mayAppeal(given, now);
        if (answer.may) expect(answer.reasons.length).toBeGreaterThan(0);
        if (given.earlier === 'open' || given.earlier === 'ended' || given.outcome === 'confirmed')
          expect(answer.may).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
