import { describe, expect, test } from 'vitest';
import { Temporal } from '../../kernel/time.ts';
import { STAGES } from './assessment.transitions.ts';
import { assessment, KLUNGKUNG, ORI, ORI_BALI, officer, position, unit } from './cast.test-support.ts';
import { answerableUnits, mayFill, mayPlan, mayReadSheet, mayTake, viewOf } from './permissions.ts';

const manager = officer('moderator', position([ORI], 'assessment.plan', 'assessment.moderate'));
const checker = officer('pemeriksa', position([ORI, ORI_BALI], 'assessment.check'));
const elsewhere = officer(
  'pemeriksa kepri',
  position([ORI, 'ori.kepri'], 'assessment.check', 'assessment.moderate', 'assessment.publish'),
);
const assessor = officer('penilai', position([ORI, ORI_BALI], 'assessment.assess'));
const second = officer('penilai2', position([ORI, ORI_BALI], 'assessment.assess'));
const stranger = officer('penilai3', position([ORI, ORI_BALI], 'assessment.assess'));
const coordinator = officer('koordinator', position([KLUNGKUNG], 'assessment.answer', 'service.manage'));
const leader = officer('bupati', position([KLUNGKUNG], 'assessment.read', 'complaint.read'));
const liaison = officer('dinkes', position([KLUNGKUNG, '51.05.dinkes'], 'assessment.answer'));
const neighbour = officer('badung', position(['51.03'], 'assessment.answer', 'assessment.read'));

describe('who sees an assessment', () => {
  test('the offices of the Ombudsman by region, the head office all', () => {
    expect(viewOf(manager, assessment('draft'))).toEqual({ as: 'ombudsman' });
    expect(viewOf(checker, assessment('draft'))).toEqual({ as: 'ombudsman' });
    for (const stage of STAGES) expect(viewOf(elsewhere, assessment(stage))).toBeNull();
    expect(viewOf(checker, assessment('draft', { ombudsmanOfficeId: 'ori.kepri' }))).toBeNull();
  });

  test('an assessor only what is assigned', () => {
    expect(viewOf(assessor, assessment('draft'))).toEqual({ as: 'assessor', unitNos: [1, 2] });
    expect(viewOf(second, assessment('draft'))).toEqual({ as: 'assessor', unitNos: [1] });
    expect(viewOf(stranger, assessment('draft'))).toBeNull();
  });

  test('the assessed side from the notification on, its own alone, a liaison officer the own unit', () => {
    for (const stage of STAGES) {
      const shown = ['notified', 'in-reply', 'final', 'published'].includes(stage);
      expect(viewOf(coordinator, assessment(stage)), stage).toEqual(shown ? { as: 'agency' } : null);
      expect(viewOf(leader, assessment(stage)), stage).toEqual(shown ? { as: 'agency' } : null);
      expect(viewOf(liaison, assessment(stage)), stage).toEqual(shown ? { as: 'unit', unitNos: [1] } : null);
      expect(viewOf(neighbour, assessment(stage)), stage).toBeNull();
    }
  });

  test('a health office answers for its puskesmas too', () => {
    const puskesmas = unit(3, 'pkm', { agencyPath: [KLUNGKUNG, '51.05.dinkes', '51.05.pkm'] });
    const wider = assessment('notified', { units: [unit(1, 'dinkes'), unit(2, 'disdik'), puskesmas] });
    expect(answerableUnits(liaison, wider)).toEqual([1, 3]);
    expect(answerableUnits(coordinator, wider)).toEqual([0, 1, 2, 3]);
    expect(answerableUnits(leader, wider)).toEqual([]);
  });

  test('visitors and complainants see nothing', () => {
    expect(viewOf({ kind: 'visitor' }, assessment('published'))).toBeNull();
    expect(viewOf({ kind: 'complainant', complaintId: 'x' }, assessment('published'))).toBeNull();
  });
});

describe('who takes which step', () => {
  test('as the table says, where the position reaches', () => {
    expect(mayTake(assessor, assessment('draft'), 'submit')).toBe(true);
    // The second rater submits nothing.
    expect(mayTake(second, assessment('draft'), 'submit')).toBe(false);
    expect(mayTake(checker, assessment('submitted'), 'check')).toBe(true);
    expect(mayTake(elsewhere, assessment('submitted'), 'check')).toBe(false);
    expect(mayTake(manager, assessment('submitted'), 'check')).toBe(false);
    expect(mayTake(manager, assessment('checked'), 'moderate')).toBe(true);
    expect(mayTake(coordinator, assessment('notified'), 'reply')).toBe(true);
    expect(mayTake(neighbour, assessment('notified'), 'reply')).toBe(false);
    expect(mayTake(manager, assessment('final'), 'publish')).toBe(false);
  });

  test('a round is planned at its owner or above', () => {
    expect(mayPlan(manager, { ownerPath: [ORI, ORI_BALI] })).toBe(true);
    const bali = officer('x', position([ORI, ORI_BALI], 'assessment.plan'));
    expect(mayPlan(bali, { ownerPath: [ORI] })).toBe(false);
    expect(mayPlan(bali, { ownerPath: [ORI, ORI_BALI] })).toBe(true);
  });
});

describe('who writes on a sheet', () => {
  const today = Temporal.PlainDate.from('2026-03-17');
  const open = { state: 'open', selfAssessmentUntil: today } as const;

  test('each rater the own rating, while the round is open and the assessment a draft', () => {
    expect(mayFill(assessor, open, assessment('draft'), { unitNo: 1, rating: 1 }, today)).toBe(true);
    expect(mayFill(assessor, open, assessment('draft'), { unitNo: 1, rating: 2 }, today)).toBe(false);
    expect(mayFill(second, open, assessment('draft'), { unitNo: 1, rating: 2 }, today)).toBe(true);
    expect(mayFill(second, open, assessment('draft'), { unitNo: 2, rating: 2 }, today)).toBe(false);
    expect(mayFill(assessor, open, assessment('draft'), { unitNo: 0, rating: 1 }, today)).toBe(true);
    expect(mayFill(second, open, assessment('draft'), { unitNo: 0, rating: 1 }, today)).toBe(false);
    expect(mayFill(assessor, open, assessment('submitted'), { unitNo: 1, rating: 1 }, today)).toBe(false);
    expect(mayFill(assessor, { ...open, state: 'planned' }, assessment('draft'), { unitNo: 1, rating: 1 }, today)).toBe(false);
    expect(mayFill(checker, open, assessment('draft'), { unitNo: 1, rating: 1 }, today)).toBe(false);
  });

  test('the office rates itself until the last day, and only itself', () => {
    expect(mayFill(liaison, open, assessment('draft'), { unitNo: 1, rating: 0 }, today)).toBe(true);
    expect(mayFill(liaison, open, assessment('draft'), { unitNo: 2, rating: 0 }, today)).toBe(false);
    expect(mayFill(coordinator, open, assessment('draft'), { unitNo: 2, rating: 0 }, today)).toBe(true);
    expect(mayFill(liaison, open, assessment('draft'), { unitNo: 1, rating: 0 }, today.add({ days: 1 }))).toBe(false);
    expect(mayFill(liaison, { ...open, selfAssessmentUntil: null }, assessment('draft'), { unitNo: 1, rating: 0 }, today)).toBe(
      false,
    );
    expect(mayFill(assessor, open, assessment('draft'), { unitNo: 1, rating: 0 }, today)).toBe(false);
  });

  test('two raters do not read each other, nor the office them', () => {
    expect(mayReadSheet(assessor, assessment('draft'), { unitNo: 1, rating: 2 })).toBe(false);
    expect(mayReadSheet(second, assessment('draft'), { unitNo: 1, rating: 1 })).toBe(false);
    expect(mayReadSheet(liaison, assessment('draft'), { unitNo: 1, rating: 1 })).toBe(false);
    expect(mayReadSheet(liaison, assessment('draft'), { unitNo: 1, rating: 0 })).toBe(true);
    expect(mayReadSheet(checker, assessment('draft'), { unitNo: 1, rating: 2 })).toBe(true);
  });
});
