import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import type { CaseClock } from '../case.ts';
import { CUSTODY_ACTS, EVIDENCE_KINDS, EVIDENCE_NATURES } from './evidence.ts';
import { FORM_CODES } from './forms.ts';
import { STEP_ACTIONS, STEP_STATES, STEP_TRANSITIONS, stepLine, stepPicture, UNDER_WAY } from './step.transitions.ts';
import { followLetter, moveStep, precedentOf, type Step } from './step.ts';
import { STEP_KIND_DATA, STEP_KINDS, type StepKind } from './step-kinds.ts';
import { leavesTime, suggestSteps } from './suggest-steps.ts';

const root = join(import.meta.dirname, '../../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const at = (text: string) => Temporal.Instant.from(text);
const NOW = at('2026-03-17T02:00:00Z');

function stepOf(kind: StepKind, more: Partial<Step> = {}): Step {
  return {
    id: `${kind}-id`,
    no: 1,
    kind,
    state: 'planned',
    about: 'Alasan penolakan rujukan (contoh)',
    respondentId: 'respondent',
    addressee: '',
    personId: null,
    ownerId: 'owner',
    plannedOn: null,
    heldAt: null,
    place: '',
    isAnnounced: true,
    basedOnId: null,
    documentId: null,
    minutesId: null,
    way: '',
    result: '',
    reason: '',
    createdBy: 'person:owner',
    createdAt: NOW,
    sentAt: null,
    receivedAt: null,
    settledAt: null,
    endedAt: null,
    isMissed: false,
    ...more,
  };
}

const clockOf = (partId: string, dueAt: string): CaseClock => ({
  id: `${partId}-clock`,
  kind: 'request',
  partId,
  startedAt: at('2026-03-01T00:00:00Z'),
  limit: { rule: 'case.explanation', value: 14, unit: 'day' },
  pauses: [],
  dueAt: at(dueAt),
  isProvisional: false,
  calendarVersion: 1,
  stoppedAt: null,
});

describe('the table', () => {
  test('the README draws it as it is', () => {
    expect(read('src/casework/README.md')).toContain(stepPicture());
  });

  test('the database knows the same states, kinds, forms, kinds of evidence and acts of custody', () => {
    const sql = read('db/migrations/0022-case-examination.sql').replaceAll(/\s+/g, ' ');
    const list = (values: readonly string[]) => `(${values.map((each) => `'${each}'`).join(', ')})`;
    expect(sql).toContain(`state IN ${list(STEP_STATES)}`);
    expect(sql).toContain(`kind IN ${list(STEP_KINDS)}`);
    expect(sql).toContain(`form IN ${list(FORM_CODES)}`);
    expect(sql).toContain(`kind IN ${list(EVIDENCE_KINDS)}`);
    expect(sql).toContain(`nature IN ${list(EVIDENCE_NATURES)}`);
    expect(sql).toContain(`act IN ${list(CUSTODY_ACTS)}`);
  });

  test('every kind of step can be carried to its end from the plan, and can be cancelled while under way', () => {
    for (const kind of STEP_KINDS) {
      const { mode } = STEP_KIND_DATA[kind];
      const reached = new Set(['planned']);
      for (let size = 0; size !== reached.size; ) {
        size = reached.size;
        for (const line of STEP_TRANSITIONS) if (line.modes.includes(mode) && reached.has(line.from)) reached.add(line.to);
      }
      expect([...reached], kind).toEqual(expect.arrayContaining(['done', 'missed', 'cancelled']));
      for (const state of UNDER_WAY) expect(stepLine(state, 'cancel', mode), `${kind} ${state}`).toBeDefined();
    }
  });

  test('no move leaves the table, whatever is asked of a step in whatever state', () => {
    let moved = 0;
    const facts = { at: NOW, clock: undefined, result: 'ada', reason: 'ada', way: 'diantar' };
    fc.assert(
      fc.property(
        fc.constantFrom(...STEP_KINDS),
        fc.constantFrom(...STEP_STATES),
        fc.array(fc.constantFrom(...STEP_ACTIONS), { maxLength: 6 }),
        (kind, state, actions) => {
          let step = stepOf(kind, { state, heldAt: at('2026-03-16T02:00:00Z') });
          for (const action of actions) {
            const line = stepLine(step.state, action, STEP_KIND_DATA[kind].mode);
            const next = moveStep(step, action, facts);
            if (next.ok) moved++;
            expect(next.ok ? next.value.state : 'refused').toBe(next.ok ? line?.to : 'refused');
            expect(next.ok && (next.value.state === 'done' || next.value.state === 'cancelled')).toBe(
              next.ok && next.value.endedAt !== null,
            );
            if (next.ok) step = next.value;
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect(moved).toBeGreaterThan(50);
  });
});

describe('what a step needs', () => {
  test('an explanation is missed only after its time is over, and a late answer undoes that', () => {
    const step = stepOf('clarification', { state: 'received', receivedAt: at('2026-03-02T02:00:00Z') });
    const early = moveStep(step, 'miss', { at: NOW, clock: clockOf(step.id, '2026-03-18T15:59:59Z') });
    expect(early).toEqual({ ok: false, refusal: 'case.step-not-over' });
    const missed = moveStep(step, 'miss', { at: NOW, clock: clockOf(step.id, '2026-03-16T15:59:59Z') });
    expect(missed).toMatchObject({ ok: true, value: { state: 'missed', isMissed: true } });
    if (!missed.ok) return;
    expect(moveStep(missed.value, 'answer', { at: NOW, clock: undefined })).toMatchObject({
      ok: true,
      value: { state: 'answered', isMissed: false },
    });
    const done = moveStep(missed.value, 'finish', { at: NOW, clock: undefined, result: 'Tidak ada jawaban.' });
    expect(done).toMatchObject({ ok: true, value: { state: 'done', isMissed: true } });
  });

  test('a letter that went another way says which; it is not received before it was sent', () => {
    const step = stepOf('documents');
    expect(moveStep(step, 'send', { at: NOW, clock: undefined })).toEqual({ ok: false, refusal: 'case.step-way-missing' });
    const sent = moveStep(step, 'send', { at: NOW, clock: undefined, way: 'kurir' });
    if (!sent.ok) throw new Error(sent.refusal);
    const before = { at: NOW, clock: undefined, way: 'tanda terima', happenedAt: at('2026-03-10T04:00:00Z') };
    expect(moveStep(sent.value, 'receive', before)).toEqual({ ok: false, refusal: 'case.received-before-sent' });
    const later = { at: NOW, clock: undefined, way: 'tanda terima', happenedAt: at('2026-03-18T04:00:00Z') };
    expect(moveStep(sent.value, 'receive', later)).toEqual({ ok: false, refusal: 'case.day-in-future' });
  });

  test('the register of documents tells what became of the letter', () => {
    const fate = { sentAt: at('2026-03-10T00:00:00Z'), receivedAt: at('2026-03-11T00:00:00Z'), answeredAt: null };
    expect(followLetter(stepOf('documents'), fate)).toMatchObject({ state: 'received', receivedAt: fate.receivedAt });
    const answered = { ...fate, answeredAt: NOW };
    expect(followLetter(stepOf('documents'), answered)).toMatchObject({ state: 'answered', settledAt: NOW });
    expect(followLetter(stepOf('documents', { state: 'missed', isMissed: true }), answered)).toMatchObject({
      state: 'answered',
      isMissed: false,
    });
    // Somebody who writes back instead of coming has not come.
    expect(followLetter(stepOf('summons-1'), answered).state).toBe('received');
    expect(followLetter(stepOf('documents', { state: 'done' }), answered).state).toBe('done');
  });
});

describe('what may follow', () => {
  test('a second request only after the first was missed by the same addressee, and once', () => {
    const first = stepOf('clarification', { state: 'missed', isMissed: true });
    expect(precedentOf('clarification-second', [first], { respondentId: 'respondent', addressee: '' }, 3)).toBe(first);
    expect(precedentOf('clarification-second', [first], { respondentId: 'somebody-else', addressee: '' }, 3)).toBeUndefined();
    expect(precedentOf('clarification-second', [{ ...first, isMissed: false }], first, 3)).toBeUndefined();
    const second = stepOf('clarification-second', { basedOnId: first.id });
    expect(precedentOf('clarification-second', [first, second], first, 3)).toBeUndefined();
    expect(precedentOf('clarification-second', [first, { ...second, state: 'cancelled' }], first, 3)).toBe(first);
  });

  test('suggestions: wait, record, follow, assistance after as many summonses as the law says, waived', () => {
    const waiting = stepOf('clarification', { state: 'received' });
    const clock = clockOf(waiting.id, '2026-03-18T15:59:59Z');
    const facts = { now: NOW, summonsCount: 3 };
    expect(suggestSteps([waiting], [clock], facts)).toEqual([
      { kind: 'wait', step: waiting, next: 'clarification-second', from: at('2026-03-18T16:00:00Z') },
    ]);
    expect(suggestSteps([waiting], [clock], { ...facts, now: at('2026-03-19T00:00:00Z') })[0]?.kind).toBe('record');
    const missed = (kind: StepKind) => stepOf(kind, { state: 'missed', isMissed: true });
    const nexts = (kind: StepKind, summonsCount = 3) =>
      suggestSteps([missed(kind)], [], { now: NOW, summonsCount }).map((each) => ('next' in each ? each.next : each.kind));
    expect(nexts('clarification')).toEqual(['clarification-second']);
    expect(nexts('clarification-second')).toEqual(['waived']);
    expect(nexts('summons-1')).toEqual(['summons-2']);
    expect(nexts('summons-3')).toEqual(['assistance']);
    expect(nexts('summons-2', 2)).toEqual(['assistance']);
    expect(nexts('documents')).toEqual([]);
  });

  test('a summons leaves the days the law wants', () => {
    const earliest = at('2026-03-20T15:59:59Z');
    expect(leavesTime(at('2026-03-20T01:00:00Z'), earliest, 'Asia/Makassar')).toBe(true);
    expect(leavesTime(at('2026-03-19T15:00:00Z'), earliest, 'Asia/Makassar')).toBe(false);
  });
});
