/** Small things to do on a case, each with an owner and a day. */
import type { Label } from '../../../kernel/language.ts';
import { type Day, dayOf, type Moment, Temporal, type Zone } from '../../../kernel/time.ts';

export const TASK_STATES = ['open', 'done', 'dropped'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const TASK_STATE_LABELS: Readonly<Record<TaskState, Label>> = {
  open: { id: 'Belum selesai', en: 'To do' },
  done: { id: 'Selesai', en: 'Done' },
  dropped: { id: 'Tidak perlu lagi', en: 'Not needed any more' },
};

export interface CaseTask {
  readonly caseId: string;
  readonly id: string;
  /** `template/row` of a procedure; `null` = typed. */
  readonly template: string | null;
  readonly title: string;
  readonly ownerId: string;
  readonly dueOn: Day | null;
  /** References: `person:ID`. */
  readonly createdBy: string;
  readonly createdAt: Moment;
  readonly state: TaskState;
  readonly stateAt: Moment;
  readonly stateBy: string;
  readonly note: string;
}

/** The longest a title may be, in characters. */
export const LONGEST_TITLE = 300;

/** Whether an open task's day lies before today. */
export function isTaskLate(task: Pick<CaseTask, 'dueOn' | 'state'>, now: Moment, zone: Zone): boolean {
  return task.state === 'open' && task.dueOn !== null && Temporal.PlainDate.compare(task.dueOn, dayOf(now, zone)) < 0;
}
