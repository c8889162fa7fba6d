/** What a step makes of an assessment, when nothing speaks against it (stage-guards.ts). */
import type { Moment } from '../../kernel/time.ts';
import type { StageAction } from './assessment.transitions.ts';
import type { Assessment, Taken } from './assessment.ts';
import { transitionOf } from './stage-guards.ts';

/** Steps that are told by who took them, and when. */
const TAKEN_BY = {
  submit: 'submitted',
  check: 'checked',
  moderate: 'moderated',
  notify: 'notified',
  finalise: 'finalised',
  publish: 'published',
  correct: 'published',
} as const satisfies Partial<Record<StageAction, keyof Assessment>>;

export interface StageChange {
  readonly action: StageAction;
  readonly by: string;
  readonly at: Moment;
  /** Of `notify`. */
  readonly replyDueAt?: Moment;
  /** Of `publish` and `correct`: the version that is in force from now on. */
  readonly version?: number;
}

/** The assessment after the step. One that is returned has never been submitted: its makers begin again. */
export function afterStep(assessment: Assessment, change: StageChange): Assessment {
  const line = transitionOf(assessment, change.action);
  if (!line) throw new Error(`no such step from ${assessment.stage}: ${change.action}`);
  const next: Assessment = { ...assessment, stage: line.to };
  const { action } = change;
  if (action === 'return') return { ...next, submitted: null, checked: null, moderated: null };
  // Who replies after having said that there would be none has a reply after all.
  if (action === 'reply') return { ...next, repliesWaived: null };
  const taken: Taken = { by: change.by, at: change.at };
  return {
    ...next,
    [TAKEN_BY[action]]: taken,
    ...(change.replyDueAt ? { replyDueAt: change.replyDueAt } : {}),
    ...(change.version ? { publishedVersion: change.version } : {}),
  };
}
