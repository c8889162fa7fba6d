import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Temporal } from '../../kernel/time.ts';
import { MESSAGE_STATES, MESSAGE_TRANSITIONS, may, stateAfter } from './message.transitions.ts';
import { afterFailure, SENDING_LIMITS, waitAfter } from './retrying.ts';

const now = Temporal.Instant.from('2026-03-17T02:00:00Z');

describe('trying again', () => {
  it('waits longer each time, up to the longest wait, for about two days', () => {
    const waits = Array.from({ length: SENDING_LIMITS.mostTries - 1 }, (_, index) => waitAfter(index + 1, SENDING_LIMITS));
    expect(waits.slice(0, 4)).toEqual([60, 240, 960, 3840]);
    expect(waits.at(-1)).toBe(SENDING_LIMITS.longestWaitSeconds);
    const days = waits.reduce((sum, wait) => sum + wait) / 86_400;
    expect(days).toBeGreaterThan(1.5);
    expect(days).toBeLessThan(3);
  });

  it('ends after the most tries, or at once when the mail server will never take it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.boolean(), (tries, isFinal) => {
        const next = afterFailure(tries, isFinal, now, SENDING_LIMITS);
        expect(next.action).toBe(isFinal || tries >= SENDING_LIMITS.mostTries ? 'give-up' : 'fail');
        if (next.action === 'fail') expect(Temporal.Instant.compare(next.nextTryAt, now)).toBe(1);
      }),
    );
  });
});

describe('the life of a message', () => {
  it('an action leads to one state, wherever it starts', () => {
    for (const { action, to } of MESSAGE_TRANSITIONS) expect(stateAfter(action)).toBe(to);
  });

  it('only a sent message has come to its end: every other can still be moved, by a job or by an administrator', () => {
    const leaving = new Set(MESSAGE_TRANSITIONS.map((transition) => transition.from));
    expect(MESSAGE_STATES.filter((state) => !leaving.has(state))).toEqual(['sent']);
  });

  it('what was perhaps sent is not handed over again by itself', () => {
    expect(may('hand-over', 'uncertain')).toBe(false);
    expect(may('hand-over', 'sending')).toBe(false);
    expect(may('hand-over', 'sent')).toBe(false);
  });
});
