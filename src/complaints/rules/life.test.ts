import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { type Moment, Temporal } from '../../kernel/time.ts';
import {
  assistantOmbudsman,
  circumstances,
  complainantOf,
  describeComplaint,
  filed,
  nationalDesk,
  OFFICERS,
  OFFICES,
  START,
  system,
} from './cast.test-support.ts';
import { isRunning } from './clocks.ts';
import { COMPLAINT_STATUSES, DESK_TRANSITIONS, PART_TRANSITIONS } from './complaint.transitions.ts';
import type { Complaint } from './complaint.ts';
import type { Decided } from './decision.ts';
import { confirm, lapse, object, reopen } from './ending.ts';
import { excuse, forward, type Office, passOn, redirect, returnPart, sendUp } from './forwarding.ts';
import { followUp, propose, reply, withdraw } from './handling.ts';
import { possibleDeskActions, possiblePartActions } from './permissions.ts';
import { deskStateOf, statusOf } from './status.ts';
import { archive, askBack, correct, lapseHold, supplyFacts, unarchive } from './verification.ts';
import { waitingFor } from './waiting.ts';

const REASON = 'Bukan kewenangan kami menurut pembagian urusan.';
const WORK = 'Lubang ditambal dengan aspal panas tanggal 18 Maret.';

/** Something somebody may try: most tries are refused, the rest walk through the life. */
type Try = (complaint: Complaint, actor: Actor, at: Moment) => Decided;

/** Few offices, so that lives come to their end. */
const WALKED = [OFFICES[0], OFFICES[2], OFFICES[6]] as readonly Office[];

/** Steps that lead towards the end; a third of the turns prefer them. */
const ONWARD = ['followUp', 'propose', 'confirm', 'lapse', 'reopen'];

const pick = <T>(values: readonly T[], n: number): T | undefined => values[n % Math.max(values.length, 1)];

function tries(n: number, office: Office): Readonly<Record<string, Try>> {
  const partId = (complaint: Complaint) => pick(complaint.parts, n)?.id ?? 'none';
  return {
    correct: (c, a, at) => correct(c, { supervisory: n % 2 === 0, reason: REASON }, circumstances(a, at)),
    askBack: (c, a, at) => askBack(c, { question: 'Di mana tepatnya?', reason: REASON }, circumstances(a, at)),
    supplyFacts: (c, a, at) => supplyFacts(c, { text: 'Di depan pasar.' }, circumstances(a, at)),
    lapseHold: (c, a, at) => lapseHold(c, circumstances(a, at)),
    archive: (c, a, at) => archive(c, { reason: 'too-general', note: REASON }, circumstances(a, at)),
    unarchive: (c, a, at) => unarchive(c, { text: REASON, nationalDesk }, circumstances(a, at)),
    forward: (c, a, at) => forward(c, { offices: [office], note: '', nationalDesk }, circumstances(a, at)),
    sendUp: (c, a, at) => sendUp(c, { reason: REASON, nationalDesk }, circumstances(a, at)),
    passOn: (c, a, at) => passOn(c, { partId: partId(c), office, note: '' }, circumstances(a, at)),
    returnPart: (c, a, at) => returnPart(c, { partId: partId(c), reason: REASON, nationalDesk }, circumstances(a, at)),
    redirect: (c, a, at) => redirect(c, { partId: partId(c), office, note: '', nationalDesk }, circumstances(a, at)),
    excuse: (c, a, at) => excuse(c, { partId: partId(c), reason: REASON }, circumstances(a, at)),
    followUp: (c, a, at) => followUp(c, { partId: partId(c), text: WORK }, circumstances(a, at)),
    reply: (c, a, at) => reply(c, { partId: partId(c), text: WORK }, circumstances(a, at)),
    propose: (c, a, at) => propose(c, { partId: partId(c), text: WORK }, circumstances(a, at)),
    withdraw: (c, a, at) => withdraw(c, { partId: partId(c), text: REASON }, circumstances(a, at)),
    confirm: (c, a, at) => confirm(c, { text: '' }, circumstances(a, at)),
    object: (c, a, at) => object(c, { text: 'Belum diperbaiki.' }, circumstances(a, at)),
    lapse: (c, a, at) => lapse(c, { couldKnow: n % 2 === 0 }, circumstances(a, at)),
    reopen: (c, a, at) => reopen(c, { text: 'Berlubang lagi.' }, circumstances(a, at)),
  };
}

interface Step {
  readonly name: string;
  readonly before: Complaint;
  readonly after: Complaint;
  readonly events: readonly string[];
}

interface Seed {
  readonly who: number;
  readonly office: number;
  readonly n: number;
  readonly hours: number;
  readonly action: number;
}

/** One random life: at each turn somebody who may do something does one of the things they may. */
function live(seeds: readonly Seed[]): Step[] {
  let complaint = filed();
  let at = START;
  const steps: Step[] = [];
  for (const seed of seeds) {
    at = at.add({ hours: seed.hours });
    const office = pick(WALKED, seed.office) as Office;
    const actors: Actor[] = [...OFFICERS, complainantOf(complaint), system];
    const allowed = actors.flatMap((actor) =>
      Object.entries(tries(seed.n, office)).flatMap(([name, attempt]) => {
        const decided = attempt(complaint, actor, at);
        return decided.ok ? [{ name, decided: decided.value }] : [];
      }),
    );
    // First which step, then by whom: otherwise the many ways to forward crowd out the rest.
    const names = [...new Set(allowed.map((each) => each.name))];
    const onward = names.filter((each) => ONWARD.includes(each));
    const name = pick(seed.n % 3 === 0 && onward.length > 0 ? onward : names, seed.action);
    const chosen = pick(
      allowed.filter((each) => each.name === name),
      seed.who,
    );
    if (!chosen) continue;
    steps.push({
      name: chosen.name,
      before: complaint,
      after: chosen.decided.complaint,
      events: chosen.decided.events.map((event) => event.type),
    });
    complaint = chosen.decided.complaint;
  }
  return steps;
}

/** The same lives each time: whether they visit everything must not be left to chance. */
const FIXED = { numRuns: 400, seed: 20260317 };

const seeds = fc.array(
  fc.record({
    who: fc.nat(99),
    office: fc.nat(99),
    n: fc.nat(99),
    hours: fc.oneof(fc.integer({ min: 1, max: 48 }), fc.integer({ min: 241, max: 600 })),
    action: fc.nat(999),
  }),
  { minLength: 1, maxLength: 60 },
);

function everyStep(claim: (step: Step) => void, runs: { numRuns: number; seed?: number } = { numRuns: 200 }): void {
  fc.assert(
    fc.property(seeds, (each) => {
      for (const step of live(each)) claim(step);
    }),
    runs,
  );
}

describe('the life of a complaint', () => {
  test('no path loses a deadline: while it is alive a clock runs, or waits for the complainant', () => {
    everyStep(({ name, after }) => {
      if (after.stage === 'closed' || after.stage === 'archived') {
        expect(after.clocks.some(isRunning), `${name}: ${describeComplaint(after)}`).toBe(false);
      } else {
        expect(after.clocks.some(isRunning), `${name}: ${describeComplaint(after)}`).toBe(true);
      }
    });
  });

  test('no path reaches a state that nobody can leave', () => {
    everyStep(({ name, after }) => {
      const actors: Actor[] = [...OFFICERS, complainantOf(after), system];
      const ways = actors.flatMap((actor) => [
        ...possibleDeskActions(after, actor).filter((action) => action !== 'correct'),
        ...after.parts.flatMap((part) => possiblePartActions(after, part, actor)),
      ]);
      expect(ways.length, `${name}: ${describeComplaint(after)}`).toBeGreaterThan(0);
    });
  });

  test('forwarding, passing on, returning and redirecting never move a due moment', () => {
    everyStep(({ name, before, after }) => {
      if (!['forward', 'passOn', 'returnPart', 'redirect', 'sendUp', 'excuse'].includes(name)) return;
      for (const clock of before.clocks) {
        const same = after.clocks.find((each) => each.id === clock.id);
        expect(same?.dueAt.toString(), `${name} moved ${clock.kind}`).toBe(clock.dueAt.toString());
      }
    });
  });

  test('a due moment moves only with an event that says so', () => {
    everyStep(({ name, before, after, events }) => {
      const moved = before.clocks.some((clock) => !after.clocks.find((each) => each.id === clock.id)?.dueAt.equals(clock.dueAt));
      expect(events.includes('deadline-moved'), name).toBe(moved);
    });
  });

  test('a clock never disappears and its start never changes', () => {
    everyStep(({ before, after }) => {
      for (const clock of before.clocks) {
        expect(after.clocks.find((each) => each.id === clock.id)?.startedAt.toString()).toBe(clock.startedAt.toString());
      }
    });
  });

  test('closed always has one of the three outcomes, and only closed has one', () => {
    everyStep(({ after }) => {
      expect(after.outcome !== null).toBe(after.stage === 'closed');
      expect(after.endedAt !== null).toBe(after.stage === 'closed' || after.stage === 'archived');
    });
  });

  test('whatever is alive and not waiting for the complainant waits for somebody who can act', () => {
    everyStep(({ name, after }) => {
      const status = statusOf(after);
      if (['closed', 'archived', 'on-hold', 'awaiting-complainant'].includes(status)) return;
      const lines = waitingFor(after);
      expect(lines.length, `${name}: ${describeComplaint(after)}`).toBeGreaterThan(0);
      for (const line of lines) expect(line.dueAt).toBeInstanceOf(Temporal.Instant);
    });
  });

  test('every step is a line of the transition tables', () => {
    everyStep(({ before, after }) => {
      const from = deskStateOf(before);
      const to = deskStateOf(after);
      const deskLine = DESK_TRANSITIONS.some((line) => line.from === from && line.to === to);
      const partLine = after.parts.some((part) => {
        const old = before.parts.find((each) => each.id === part.id);
        return old !== undefined && PART_TRANSITIONS.some((line) => line.from === old.state && line.to === part.state);
      });
      expect(deskLine || partLine, `${from} -> ${to}`).toBe(true);
    });
  });

  test('these random lives visit every status and take every step, so that the claims above mean something', () => {
    const statuses = new Set<string>();
    const names = new Set<string>();
    everyStep(({ name, after }) => {
      statuses.add(statusOf(after));
      names.add(name);
    }, FIXED);
    expect([...statuses].sort()).toEqual([...COMPLAINT_STATUSES].sort());
    expect(Object.keys(tries(0, OFFICES[0] as Office)).filter((name) => !names.has(name))).toEqual([]);
  });

  test('an officer without a capability for complaints never decides anything', () => {
    const outsider: Actor = assistantOmbudsman;
    const complaint = filed();
    for (const [name, attempt] of Object.entries(tries(1, OFFICES[2] as Office))) {
      expect(attempt(complaint, outsider, START).ok, name).toBe(false);
    }
  });
});
