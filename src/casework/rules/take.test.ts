import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import {
  aCase,
  BALI,
  circumstancesOf,
  EVERYBODY,
  held,
  KEPRI,
  newId,
  officerWith,
  onTeam,
  ROOT,
  START,
} from './case.test-support.ts';
import { CASE_TRANSITIONS, type CaseAction, type Need, OUTCOMES, STAGES, type Stage } from './case.transitions.ts';
import { ACCESS_KINDS, type Case, runningClock } from './case.ts';
import { caseStep, openLines } from './permissions.ts';
import { STAGE_DEADLINES } from './stage-deadlines.ts';
import { take } from './take.ts';
import { waitingFor } from './waiting.ts';

const ALL_NEEDS = [...new Set(CASE_TRANSITIONS.flatMap((line) => line.needs ?? []))] as Need[];
const SYSTEM: Actor = { kind: 'system', errand: 'test' };

/** Whoever may take the line. */
function actorFor(file: Case, action: CaseAction): Actor {
  const line = openLines(file).find((each) => each.action === action);
  if (line?.by === 'system') return SYSTEM;
  if (line?.by === 'reporter') return { kind: 'complainant', complaintId: file.id };
  return EVERYBODY;
}

function step(file: Case, action: CaseAction, openObligations = 0, seen = false) {
  return take(file, action, circumstancesOf({ actor: actorFor(file, action), openObligations }), {
    reason: 'karena perlu (contoh)',
    met: ALL_NEEDS,
    openObligationsSeen: seen,
  });
}

/** A walk: at every state one of the open steps is taken; `choices` says which. */
const AFTER_LHP: readonly Stage[] = ['monitoring', 'resolution', 'recommending', 'recommendation', 'further-steps'];
const at = (stage: Stage) =>
  aCase({ stage, conclusion: AFTER_LHP.includes(stage) ? 'found' : stage === 'comment' ? 'not-found' : null });
const NOT_CLOSED = STAGES.filter((stage) => stage !== 'closed');
/** Where walks begin: every stage, and the plenary also once something was found. */
const STARTS: readonly Case[] = [...NOT_CLOSED.map(at), aCase({ stage: 'plenary', conclusion: 'found' })];
/** Every step of every stage once: chance alone may leave one out. */
const EACH_STEP = STARTS.flatMap((first) =>
  openLines(first).map((_, choice): [{ first: Case; choices: number[]; open: number }] => [
    { first, choices: [choice], open: 0 },
  ]),
);
const walk = fc.record({
  // Later stages are far from the door: walks begin anywhere.
  first: fc.oneof(
    fc.constantFrom(...ACCESS_KINDS).map((access) => aCase({ access })),
    fc.constantFrom(...STARTS),
  ),
  choices: fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 30 }),
  open: fc.nat({ max: 2 }),
});

describe('on every walk through the table', () => {
  test('a case that is not closed has exactly one running stage clock, of the rule its stage names', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(walk, ({ first, choices }) => {
        let file = onTeam(first, EVERYBODY, 'lead');
        for (const choice of choices) {
          const lines = openLines(file);
          const line = lines[choice % Math.max(1, lines.length)];
          if (!line) break;
          const done = step(file, line.action, 0, true);
          expect(done.ok, `${file.stage} ${line.action}`).toBe(true);
          if (!done.ok) break;
          file = done.value.file;
          reached.add(file.stage);
          const running = file.clocks.filter((clock) => clock.kind === 'stage' && clock.stoppedAt === null);
          const deadline = STAGE_DEADLINES[file.stage];
          if ('rule' in deadline) {
            expect(running.map((clock) => clock.limit.rule)).toEqual([deadline.rule]);
            expect(waitingFor(file).length).toBeGreaterThan(0);
          } else {
            expect(deadline.none.id).not.toBe('');
            expect(running).toEqual([]);
          }
          expect(file.closedAt !== null && file.outcome !== null).toBe(file.stage === 'closed');
        }
      }),
      { numRuns: 400 + EACH_STEP.length, examples: EACH_STEP },
    );
    expect([...STAGES].filter((stage) => !reached.has(stage) && !['rapid', 'consultation', 'noted'].includes(stage))).toEqual([]);
  });

  test('none closes with an obligation open that nobody has seen, and closing says how many there were', () => {
    let refused = 0;
    fc.assert(
      fc.property(walk, ({ first, choices, open }) => {
        let file = onTeam(first, EVERYBODY, 'lead');
        for (const choice of choices) {
          const lines = openLines(file);
          const line = lines[choice % Math.max(1, lines.length)];
          if (!line) break;
          const unseen = step(file, line.action, open, false);
          if (unseen.ok) {
            expect(unseen.value.file.stage === 'closed' && open > 0).toBe(false);
          } else {
            expect(unseen.refusal).toBe('case.open-obligations');
            refused += 1;
          }
          const seen = step(file, line.action, open, true);
          if (!seen.ok) throw new Error(seen.refusal);
          if (seen.value.file.stage === 'closed' && open > 0) expect(seen.value.event.payload.openObligations).toBe(open);
          file = seen.value.file;
        }
      }),
      { numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(20);
  });

  test('procedure, number, office, complaint and the secrecy of the identity stay as they were', () => {
    fc.assert(
      fc.property(walk, fc.boolean(), ({ first: any, choices }, secret) => {
        const first = onTeam({ ...any, secret, ruleSet: 'PO 26/2017' }, EVERYBODY, 'lead');
        let file = first;
        for (const choice of choices) {
          const lines = openLines(file);
          const line = lines[choice % Math.max(1, lines.length)];
          const done = line && step(file, line.action, 0, true);
          if (!done?.ok) break;
          file = done.value.file;
          expect([file.ruleSet, file.number, file.officeId, file.complaintId, file.secret, file.registeredAt]).toEqual([
            first.ruleSet,
            first.number,
            first.officeId,
            first.complaintId,
            first.secret,
            first.registeredAt,
          ]);
        }
      }),
    );
  });
});

describe('a step', () => {
  test('is refused without what it needs, each need with its own words', () => {
    for (const line of CASE_TRANSITIONS) {
      for (const need of line.needs ?? []) {
        const file = onTeam(
          aCase({
            stage: line.from,
            ...(line.from === 'closed' ? { outcome: line.action === 'revive' ? 'withdrawn' : 'corrected' } : {}),
            conclusion: line.action === 'decide-recommend' ? 'found' : null,
          }),
          EVERYBODY,
          'lead',
        );
        const met = ALL_NEEDS.filter((each) => each !== need);
        const done = take(file, line.action, circumstancesOf({ actor: actorFor(file, line.action) }), {
          reason: need === 'reason' ? '  ' : 'ada',
          met,
        });
        // Another line of the same action may not ask for it: then somebody else is the one who may.
        if (done.ok) expect(openLines(file).filter((each) => each.action === line.action).length).toBeGreaterThan(1);
        else expect(done.refusal).not.toBe('case.not-now');
      }
    }
  });

  test('belongs to who is at the office or above it: another office, or nobody on the team, is refused', () => {
    const verifier = officerWith(held([ROOT, BALI], ['case.verify']));
    const elsewhere = officerWith(held([ROOT, KEPRI], ['case.verify']));
    const above = officerWith(held([ROOT], ['case.verify']));
    const file = aCase();
    expect(caseStep(file, 'pass-formal', verifier)?.standing).toBeDefined();
    expect(caseStep(file, 'pass-formal', above)?.standing).toBeDefined();
    expect(caseStep(file, 'pass-formal', elsewhere)?.standing).toBeUndefined();
    const examiner = officerWith(held([ROOT, BALI], ['case.examine']));
    const examined = aCase({ stage: 'examination' });
    expect(caseStep(examined, 'finish-examination', examiner)?.standing).toBeUndefined();
    expect(caseStep(onTeam(examined, examiner, 'lead'), 'finish-examination', examiner)?.standing).toBeDefined();
  });

  test('of signing a recommendation is the head office\u2019s alone', () => {
    const file = aCase({ stage: 'recommending', conclusion: 'found' });
    const office = officerWith(held([ROOT, BALI], ['case.recommend', 'case.decide']));
    const chair = officerWith(held([ROOT], ['case.recommend', 'case.decide']));
    expect(caseStep(file, 'sign-recommendation', office)?.standing).toBeUndefined();
    expect(caseStep(file, 'sign-recommendation', chair)?.standing).toBeDefined();
  });

  test('a report that waits for completion goes back to where it was asked', () => {
    for (const stage of ['formal', 'material'] as const) {
      const asked = step(aCase({ stage }), 'ask-completion');
      if (!asked.ok) throw new Error(asked.refusal);
      const back = step(asked.value.file, 'complete');
      expect(back.ok && back.value.file.stage).toBe(stage);
    }
  });

  test('an obligation\u2019s clock runs on when the case closes, every other one stops', () => {
    const { law } = circumstancesOf();
    const base = onTeam(aCase({ stage: 'monitoring', conclusion: 'found' }), EVERYBODY, 'lead');
    const part = (kind: 'obligation' | 'request') => ({
      id: newId(),
      kind,
      partId: newId(),
      startedAt: START,
      limit: law.limit('case.corrective'),
      pauses: [],
      stoppedAt: null,
      ...law.due(START, law.limit('case.corrective'), []),
    });
    const file = { ...base, clocks: [...base.clocks, part('obligation'), part('request')] };
    const closed = step(file, 'close-corrected', 1, true);
    if (!closed.ok) throw new Error(closed.refusal);
    const running = closed.value.file.clocks.filter((clock) => clock.stoppedAt === null).map((clock) => clock.kind);
    expect(running).toEqual(['obligation']);
    expect(runningClock(closed.value.file, 'stage')).toBeUndefined();
  });

  test('every outcome can be reached', () => {
    const given = new Set(CASE_TRANSITIONS.map((line) => line.outcome));
    given.add('examination-ended');
    expect([...OUTCOMES].filter((outcome) => !given.has(outcome))).toEqual([]);
  });
});
