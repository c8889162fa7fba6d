/**
 * A report to the Ombudsman while it is being written: what was typed, exactly as it was typed. Whether it is right is asked anew each time
 * (`check-answers.ts`), so that nothing typed is lost for being wrong.
 */
import type { AccessKind } from '../case.ts';

/** What somebody comes for. A tip names nobody, not even to the Ombudsman. */
export const INTAKE_KINDS = ['report', 'consultation', 'tip', 'copy'] as const;
export type IntakeKind = (typeof INTAKE_KINDS)[number];

/** Who fills in: the complainant of a complaint, somebody who comes directly, or an officer for one. */
export type IntakeMode = 'complaint' | 'direct' | 'desk';

/** How somebody whom an officer writes for has come. */
export const DESK_CHANNELS = ['counter', 'telephone', 'letter', 'email'] as const;
export type DeskChannel = (typeof DESK_CHANNELS)[number];

export const ANSWER_FIELDS = [
  'kind',
  'title',
  'account',
  'day',
  'month',
  'year',
  'region',
  'place',
  'agency',
  'respondent',
  'complained',
  'complainedHow',
  'court',
  'reported',
  'loss',
  'wish',
  'secret',
  'name',
  'birthPlace',
  'bornDay',
  'bornMonth',
  'bornYear',
  'maritalStatus',
  'occupation',
  'address',
  'email',
  'phone',
  'consent',
  // An officer's
  'office',
  'channel',
  'receivedDay',
  'receivedMonth',
  'receivedYear',
  'rapid',
  'emergency',
  'threat-to-life',
  'right-to-life',
  'rapidReason',
  'advice',
  'done',
] as const;
export type AnswerField = (typeof ANSWER_FIELDS)[number];
export type Answers = Readonly<Record<AnswerField, string>>;

export const NO_ANSWERS: Answers = Object.fromEntries(ANSWER_FIELDS.map((field) => [field, ''])) as Answers;

export const UNKNOWN_AGENCY = '-';
export const NO_REGION = '-';

/** The questions, one subject a page. */
export const INTAKE_STEPS = ['arrival', 'kind', 'story', 'where', 'agency', 'before', 'wish', 'you', 'files'] as const;
export type IntakeStep = (typeof INTAKE_STEPS)[number];

const STEPS: Readonly<Record<IntakeKind, readonly IntakeStep[]>> = {
  report: ['kind', 'story', 'where', 'agency', 'before', 'wish', 'you', 'files'],
  consultation: ['kind', 'story', 'where', 'you'],
  tip: ['kind', 'story', 'where', 'agency', 'files'],
  copy: ['kind', 'story', 'where', 'agency', 'you', 'files'],
};

/** A complaint has told what happened, where and who; only what is missing is asked. */
const FROM_COMPLAINT: Readonly<Record<IntakeKind, readonly IntakeStep[]>> = {
  report: ['wish', 'you'],
  consultation: ['wish'],
  tip: [],
  copy: [],
};

export function kindOf(answers: Pick<Answers, 'kind'>): IntakeKind {
  return INTAKE_KINDS.find((kind) => kind === answers.kind) ?? 'report';
}

/** The questions in their order. */
export function stepsOf(answers: Pick<Answers, 'kind'>, mode: IntakeMode): readonly IntakeStep[] {
  if (mode === 'complaint') return FROM_COMPLAINT[kindOf(answers)];
  return mode === 'desk' ? ['arrival', ...STEPS[kindOf(answers)]] : STEPS[kindOf(answers)];
}

/** The access kind a case of these answers is registered under. A tip is no report: it waits with the consultations for who prevents. */
export function accessOf(answers: Pick<Answers, 'kind' | 'rapid'>, mode: IntakeMode): AccessKind {
  const kind = kindOf(answers);
  if (kind === 'copy') return 'COPY';
  if (kind !== 'report') return 'KNL';
  return mode === 'desk' && answers.rapid === 'yes' ? 'RCO' : 'LM';
}
