/**
 * The stages of one agency's assessment on one screen. Buttons, the permission check, the picture in the README and the SQL CHECK
 * come from here or are compared with it by a test.
 *
 * `by` = the capability needed; `needs` = what a rule asks besides (rules/stage-guards.ts).
 */
import type { Capability } from '../../kernel/actor.ts';
import type { Label } from '../../kernel/language.ts';

export const STAGES = ['draft', 'submitted', 'checked', 'moderated', 'notified', 'in-reply', 'final', 'published'] as const;
export type Stage = (typeof STAGES)[number];

export type StageAction = 'submit' | 'return' | 'check' | 'moderate' | 'notify' | 'reply' | 'finalise' | 'publish' | 'correct';

export type Guard =
  | 'complete' // every sheet is answered, evidence is there, no conflict is open
  | 'other-person' // not one of the makers, and not whoever took the step this one watches over
  | 'reason'
  | 'within-reply-time'
  | 'replies-decided' // none open, and the time for replies has passed or the agency has said that it has none
  | 'round-open';

export interface StageTransition {
  readonly from: Stage;
  readonly action: StageAction;
  readonly to: Stage;
  readonly by: Capability;
  readonly needs: readonly Guard[];
}

export const STAGE_TRANSITIONS: readonly StageTransition[] = [
  { from: 'draft', action: 'submit', to: 'submitted', by: 'assessment.assess', needs: ['round-open', 'complete'] },
  { from: 'submitted', action: 'return', to: 'draft', by: 'assessment.check', needs: ['reason'] },
  { from: 'submitted', action: 'check', to: 'checked', by: 'assessment.check', needs: ['complete', 'other-person'] },
  { from: 'checked', action: 'return', to: 'draft', by: 'assessment.moderate', needs: ['reason'] },
  { from: 'checked', action: 'moderate', to: 'moderated', by: 'assessment.moderate', needs: ['complete', 'other-person'] },
  { from: 'moderated', action: 'return', to: 'draft', by: 'assessment.moderate', needs: ['reason'] },
  { from: 'moderated', action: 'notify', to: 'notified', by: 'assessment.moderate', needs: [] },
  { from: 'notified', action: 'reply', to: 'in-reply', by: 'assessment.answer', needs: ['within-reply-time'] },
  { from: 'in-reply', action: 'reply', to: 'in-reply', by: 'assessment.answer', needs: ['within-reply-time'] },
  { from: 'notified', action: 'finalise', to: 'final', by: 'assessment.moderate', needs: ['complete', 'replies-decided'] },
  { from: 'in-reply', action: 'finalise', to: 'final', by: 'assessment.moderate', needs: ['complete', 'replies-decided'] },
  { from: 'final', action: 'publish', to: 'published', by: 'assessment.publish', needs: ['complete', 'other-person'] },
  {
    from: 'published',
    action: 'correct',
    to: 'published',
    by: 'assessment.publish',
    needs: ['complete', 'reason', 'other-person'],
  },
];

export const STAGE_LABELS: Readonly<Record<Stage, Label>> = {
  draft: { id: 'Sedang diisi', en: 'Being filled in' },
  submitted: { id: 'Diajukan', en: 'Submitted' },
  checked: { id: 'Diperiksa', en: 'Checked' },
  moderated: { id: 'Dimoderasi', en: 'Moderated' },
  notified: { id: 'Diberitahukan, masa sanggah', en: 'Notified, open for replies' },
  'in-reply': { id: 'Disanggah', en: 'Replied to' },
  final: { id: 'Final', en: 'Final' },
  published: { id: 'Terbit', en: 'Published' },
};

/** Stages in which assessors may still write. */
export const OPEN_STAGES: readonly Stage[] = ['draft'];

/** What the assessed agency may see of its own result before publication. */
export const SHOWN_TO_AGENCY: readonly Stage[] = ['notified', 'in-reply', 'final', 'published'];
