import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import { anAgreement, BALI, day, HEALTH, KLUNGKUNG, newId, party, ROOT } from '../agreement.test-support.ts';
import type { Agreement } from '../agreement.ts';
import { promiseOf } from '../lines/promise.ts';
import { fitsPlan, proposal, type Source } from './proposal.ts';

const PROGRAMMES = ['faster-settlement', 'prevention', 'data-exchange', 'competence'];
const owner = { agencyId: HEALTH, path: [KLUNGKUNG, HEALTH], name: 'Dinas (contoh)', position: '' };
const item = (given: Partial<Source> = {}): Source =>
  ({
    ...{ kind: 'item', id: newId(), asked: 'Pasang papan biaya.', indicator: 'Biaya', score: '45,00', year: 2025, owner },
    ...{ dueOn: day('2026-11-30'), isOpen: true },
    ...given,
  }) as Source;
const obligation: Source = {
  ...{ kind: 'obligation', id: newId(), name: 'Tindakan korektif 2', owner, dueOn: day('2026-06-30'), isOpen: true },
};
const plan = (given: Partial<Agreement> = {}): Agreement =>
  anAgreement({
    ...{ kind: 'rencana-kerja', yearFrom: 2026, yearUntil: 2026, programmes: PROGRAMMES, inForceUntil: day('2026-12-31') },
    ...given,
  });

describe('the line a source is proposed to become', () => {
  test('says what the result asks, with the score it starts from; the Ombudsman confirms', () => {
    const order = proposal(item(), plan(), day('2026-03-02'), PROGRAMMES);
    expect(order).toMatchObject({ activity: 'Pasang papan biaya.', programme: 'prevention', owner: { agencyId: HEALTH } });
    expect(order.indicator).toContain('45,00');
    expect(order.other?.agencyId).toBe(BALI);
    expect([order.startsOn, order.dueOn].map(String)).toEqual(['2026-03-02', '2026-11-30']);
  });

  test('of an obligation names it and tells nothing of it', () => {
    const order = proposal(obligation, plan(), day('2026-03-02'), PROGRAMMES);
    expect(order.activity).toBe('Melaksanakan tindakan korektif 2 Ombudsman');
    expect(order).toMatchObject({ programme: 'faster-settlement', obligationId: obligation.id });
    expect(order.itemId).toBeUndefined();
  });

  test('takes the first programme of a plan that has not the fitting one, and a factor only where lines have any', () => {
    expect(proposal(item(), plan({ programmes: ['competence'] }), day('2026-03-02'), PROGRAMMES).programme).toBe('competence');
    expect(proposal(item(), plan(), day('2026-03-02'), PROGRAMMES).factor).toBeNull();
    expect(proposal(item(), plan({ kind: 'rad' }), day('2026-03-02'), PROGRAMMES).factor).toBe('sop');
  });

  test('is confirmed by nobody named where the Ombudsman is no party, or the owner is its own office', () => {
    const alone = plan({ kind: 'rad', parties: [party({ side: 'government', agencyPath: [KLUNGKUNG] }, 1)] });
    expect(proposal(item(), alone, day('2026-03-02'), PROGRAMMES).other).toBeNull();
    const own = item({ owner: { agencyId: BALI, path: [ROOT, BALI], name: 'x', position: '' } });
    expect(proposal(own, plan(), day('2026-03-02'), PROGRAMMES).other).toBeNull();
  });

  test('fits a plan whose party is its office or above it', () => {
    expect(fitsPlan(plan(), item())).toBe(true);
    expect(fitsPlan(plan(), item({ owner: { ...owner, path: [newId(), newId()] } }))).toBe(false);
  });

  test('is never refused for what it proposes by itself, whatever the days', () => {
    let over = 0;
    const days = fc.integer({ min: -500, max: 500 }).map((count) => day('2026-06-01').add({ days: count }));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 364 }), fc.string({ minLength: 1, maxLength: 900 }), (dueOn, count, asked) => {
        fc.pre(asked.trim() !== '');
        const today = day('2026-01-01').add({ days: count });
        const source = item({ dueOn, asked });
        if (Temporal.PlainDate.compare(dueOn, today) < 0) over += 1;
        const agreement = plan();
        const facts = {
          programmes: new Set(PROGRAMMES),
          paths: new Map([
            [HEALTH, [KLUNGKUNG, HEALTH]],
            [BALI, [ROOT, BALI]],
          ]),
          people: new Set<string>(),
        };
        const promised = promiseOf(proposal(source, agreement, today, PROGRAMMES), agreement, facts);
        expect(promised.ok ? [] : promised.refusal).toEqual([]);
      }),
    );
    expect(over).toBeGreaterThan(10);
  });
});
