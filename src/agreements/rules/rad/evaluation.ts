/**
 * A yearly evaluation that was taken: its figures do not move, the government answers before anything is public, a mistake is withdrawn with a reason
 * and taken again as a new edition. Pure.
 */
import type { Actor } from '../../../kernel/actor.ts';
import type { Label } from '../../../kernel/language.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { type Day, type Moment, Temporal } from '../../../kernel/time.ts';
import type { AgreementRefusal } from '../refusals.ts';
import { collectingPlaces } from './collection.ts';
import type { Evaluation, EvaluationFacts } from './evaluate.ts';
import type { EvaluationRule } from './indicators.ts';
import type { RadLevel } from './rad.transitions.ts';

export const EVALUATION_STATES = ['with-government', 'answered', 'published', 'withdrawn'] as const;
export type EvaluationState = (typeof EVALUATION_STATES)[number];
export type EvaluationAction = 'answer' | 'publish' | 'withdraw';

export interface EvaluationTransition {
  readonly from: EvaluationState;
  readonly action: EvaluationAction;
  readonly to: EvaluationState;
  readonly by: 'government' | 'evaluator';
  /** `answer-over` = the days for an answer are over. */
  readonly needs?: readonly ('text' | 'answer-over')[];
}

export const EVALUATION_TRANSITIONS: readonly EvaluationTransition[] = [
  { from: 'with-government', action: 'answer', to: 'answered', by: 'government', needs: ['text'] },
  { from: 'answered', action: 'answer', to: 'answered', by: 'government', needs: ['text'] },
  { from: 'answered', action: 'publish', to: 'published', by: 'evaluator' },
  { from: 'with-government', action: 'publish', to: 'published', by: 'evaluator', needs: ['answer-over'] },
  { from: 'with-government', action: 'withdraw', to: 'withdrawn', by: 'evaluator', needs: ['text'] },
  { from: 'answered', action: 'withdraw', to: 'withdrawn', by: 'evaluator', needs: ['text'] },
  { from: 'published', action: 'withdraw', to: 'withdrawn', by: 'evaluator', needs: ['text'] },
];

export const EVALUATION_STATE_LABELS: Readonly<Record<EvaluationState, Label>> = {
  'with-government': { id: 'Menunggu tanggapan pemerintah daerah', en: 'The government may answer' },
  answered: { id: 'Ditanggapi, siap diumumkan', en: 'Answered, to be published' },
  published: { id: 'Diumumkan', en: 'Published' },
  withdrawn: { id: 'Ditarik', en: 'Withdrawn' },
};

export const ANSWER_LIMIT = 4000;

/** As it was on the day: facts, the numbers of the law, and what they came to. */
export interface Figures {
  readonly facts: EvaluationFacts;
  readonly rule: EvaluationRule;
  readonly evaluation: Evaluation;
  /** Span of the complaints counted, ISO days, both included. */
  readonly from: string;
  readonly until: string;
}

export interface TakenEvaluation {
  readonly id: string;
  readonly version: number;
  readonly governmentId: string;
  readonly year: number;
  readonly edition: number;
  readonly level: RadLevel;
  readonly evaluatorId: string;
  readonly state: EvaluationState;
  readonly figuresAt: Moment;
  readonly figures: Figures;
  readonly answerUntil: Day;
  readonly answer: string;
  readonly answeredAt: Moment | null;
  readonly publishedAt: Moment | null;
  readonly withdrawnAt: Moment | null;
  readonly withdrawal: string | null;
  readonly pdfKey: string | null;
  readonly pdfSha256: string | null;
  readonly isExample: boolean;
}

type Judged = Pick<TakenEvaluation, 'governmentId' | 'evaluatorId' | 'level'>;

export function isEvaluator(actor: Actor, { evaluatorId, level }: Pick<Judged, 'evaluatorId' | 'level'>): boolean {
  const { provinceIds, isMinistry } = collectingPlaces(actor);
  return level === 'province' ? isMinistry : provinceIds.includes(evaluatorId);
}

/** Whoever speaks for the government: prepares agreements at its root. */
export function speaksFor(actor: Actor, governmentId: string): boolean {
  return (
    actor.kind === 'officer' &&
    actor.positions.some(({ capabilities, agencyId }) => capabilities.includes('agreement.prepare') && agencyId === governmentId)
  );
}

export function evaluationActions(actor: Actor, evaluation: TakenEvaluation, today: Day): readonly EvaluationAction[] {
  return EVALUATION_TRANSITIONS.filter(
    (line) =>
      line.from === evaluation.state &&
      (line.by === 'government' ? speaksFor(actor, evaluation.governmentId) : isEvaluator(actor, evaluation)) &&
      (!line.needs?.includes('answer-over') || isOver(evaluation, today)),
  ).map(({ action }) => action);
}

const isOver = ({ answerUntil }: TakenEvaluation, today: Day) => Temporal.PlainDate.compare(today, answerUntil) > 0;

export function moveEvaluation(
  actor: Actor,
  evaluation: TakenEvaluation,
  {
    action,
    text = '',
    at,
    today,
  }: { readonly action: EvaluationAction; readonly text?: string; readonly at: Moment; readonly today: Day },
): Result<{ readonly evaluation: TakenEvaluation; readonly event: string }, AgreementRefusal> {
  const line = EVALUATION_TRANSITIONS.find((each) => each.from === evaluation.state && each.action === action);
  if (!line) return refuse('agreement.not-now');
  const isTheirs = line.by === 'government' ? speaksFor(actor, evaluation.governmentId) : isEvaluator(actor, evaluation);
  if (!isTheirs) return refuse('agreement.not-yours');
  const words = text.trim();
  if (line.needs?.includes('text') && words === '')
    return refuse(action === 'answer' ? 'agreement.text-missing' : 'agreement.reason-missing');
  if (words.length > ANSWER_LIMIT) return refuse('agreement.text-too-long');
  if (line.needs?.includes('answer-over') && !isOver(evaluation, today)) return refuse('agreement.rad-answer-time');
  const change =
    action === 'answer'
      ? { answer: words, answeredAt: at }
      : action === 'publish'
        ? { publishedAt: at }
        : { withdrawnAt: at, withdrawal: words };
  return { ok: true, value: { evaluation: { ...evaluation, ...change, state: line.to }, event: `rad-evaluation-${action}` } };
}
