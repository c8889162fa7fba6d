/**
 * The whole life of a review file (kajian) on one screen: deteksi, analisis, perlakuan pelaksanaan saran (PO 41/2019). Its articles were not
 * found; who takes which step is a decision of the house (0024). Buttons and permission checks come from here; the SQL CHECK lists the same
 * stages, compared by a test.
 */
import type { Capability } from '../../../kernel/actor.ts';
import type { Label } from '../../../kernel/language.ts';
import type { ParameterRule } from '../../../law/index.ts';

export const REVIEW_STAGES = ['detection', 'analysis', 'treatment', 'finished', 'dropped'] as const;
export type ReviewStage = (typeof REVIEW_STAGES)[number];

export type ReviewAction = 'analyse' | 'give-lha' | 'back-to-analysis' | 'finish' | 'drop';

/** `problem-written`, `lha-written` = the section has a text; `suggestions-judged` = no suggestion is still open. */
export type ReviewNeed = 'reason' | 'problem-written' | 'lha-written' | 'suggestions-judged';

export interface ReviewTransition {
  readonly from: ReviewStage;
  readonly action: ReviewAction;
  readonly to: ReviewStage;
  readonly by: Capability;
  readonly needs: readonly ReviewNeed[];
}

export const REVIEW_TRANSITIONS: readonly ReviewTransition[] = [
  { from: 'detection', action: 'analyse', to: 'analysis', by: 'case.review', needs: ['problem-written'] },
  { from: 'detection', action: 'drop', to: 'dropped', by: 'case.decide', needs: ['reason'] },
  // The head answers for what leaves the house.
  { from: 'analysis', action: 'give-lha', to: 'treatment', by: 'case.decide', needs: ['lha-written'] },
  { from: 'analysis', action: 'drop', to: 'dropped', by: 'case.decide', needs: ['reason'] },
  { from: 'treatment', action: 'back-to-analysis', to: 'analysis', by: 'case.decide', needs: ['reason'] },
  { from: 'treatment', action: 'finish', to: 'finished', by: 'case.decide', needs: ['suggestions-judged'] },
];

export type ReviewDeadline = { readonly rule: ParameterRule } | { readonly none: Label };

const ENDED: Label = { id: 'Tidak ada tenggat: kajian sudah berakhir.', en: 'No deadline: the review has ended.' };

/** Each stage's deadline, or an explicit "none by law". A stage without a line does not compile. */
export const REVIEW_DEADLINES: Readonly<Record<ReviewStage, ReviewDeadline>> = {
  detection: { rule: 'case.review-detection' },
  analysis: { rule: 'case.review-analysis' },
  treatment: {
    none: {
      id: 'Tidak ada tenggat menurut peraturan untuk tahap ini: tiap saran mempunyai tenggatnya sendiri.',
      en: 'None by law for this stage: each suggestion has a deadline of its own.',
    },
  },
  finished: { none: ENDED },
  dropped: { none: ENDED },
};

export const REVIEW_STAGE_LABELS: Readonly<Record<ReviewStage, Label>> = {
  detection: { id: 'Deteksi', en: 'Detection' },
  analysis: { id: 'Analisis', en: 'Analysis' },
  treatment: { id: 'Perlakuan pelaksanaan saran', en: 'Treatment of the suggestions' },
  finished: { id: 'Selesai', en: 'Finished' },
  dropped: { id: 'Tidak dilanjutkan', en: 'Not continued' },
};

export const REVIEW_ACTION_LABELS: Readonly<Record<ReviewAction, Label>> = {
  analyse: { id: 'Mulai analisis', en: 'Begin the analysis' },
  'give-lha': { id: 'Sahkan LHA dan lanjut ke saran', en: 'Approve the LHA and go on to the suggestions' },
  'back-to-analysis': { id: 'Kembalikan ke analisis', en: 'Back to the analysis' },
  finish: { id: 'Selesaikan kajian', en: 'Finish the review' },
  drop: { id: 'Jangan lanjutkan', en: 'Do not continue' },
};

export function isReviewAction(text: string): text is ReviewAction {
  return Object.hasOwn(REVIEW_ACTION_LABELS, text);
}
