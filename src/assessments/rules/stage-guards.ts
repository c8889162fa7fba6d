/**
 * What a step needs besides a capability: the `needs` of STAGE_TRANSITIONS, each answered from facts. All that speaks against a step
 * is returned, so that nobody mends one thing only to hear of the next.
 */
import type { Moment } from '../../kernel/time.ts';
import { Temporal } from '../../kernel/time.ts';
import { type Guard, STAGE_TRANSITIONS, type StageAction, type StageTransition } from './assessment.transitions.ts';
import type { Assessment, Round, SheetRow } from './assessment.ts';
import type { Dependence } from './independence.ts';
import type { Missing } from './missing.ts';
import type { AssessmentRefusal } from './refusals.ts';

/** The transition a step takes from where the assessment stands; `undefined` = not possible now. */
export function transitionOf(assessment: Pick<Assessment, 'stage'>, action: StageAction): StageTransition | undefined {
  return STAGE_TRANSITIONS.find((line) => line.from === assessment.stage && line.action === action);
}

/** Steps the table knows from here. */
export function stepsFrom(assessment: Pick<Assessment, 'stage'>): readonly StageAction[] {
  return STAGE_TRANSITIONS.filter((line) => line.from === assessment.stage).map((line) => line.action);
}

/**
 * Everyone who made the answers: those assigned, who submitted, who wrote on a sheet. Whoever wrote on one after the submission decided
 * a reply or corrected a published result: they may not publish what they changed, but may correct a second time.
 */
export function makersOf(
  assessment: Pick<Assessment, 'units' | 'submitted'>,
  sheets: readonly Pick<SheetRow, 'rating' | 'filledBy' | 'filledAt'>[],
  action: StageAction,
): ReadonlySet<string> {
  const isLater = (at: Moment | null) =>
    assessment.submitted !== null && at !== null && Temporal.Instant.compare(at, assessment.submitted.at) > 0;
  const written = sheets.filter((sheet) => sheet.rating !== 0 && (action !== 'correct' || !isLater(sheet.filledAt)));
  const people = [
    ...assessment.units.flatMap((unit) => [unit.assessorId, unit.secondAssessorId]),
    ...written.map((sheet) => sheet.filledBy),
    assessment.submitted?.by ?? null,
  ];
  return new Set(people.filter((id) => id !== null));
}

/** Whose step this one watches over: they may not take it themselves, whatever positions they hold. */
const WATCHES: Readonly<Partial<Record<StageAction, readonly ('submitted' | 'checked' | 'moderated' | 'finalised')[]>>> = {
  check: ['submitted'],
  moderate: ['submitted', 'checked'],
  publish: ['submitted', 'checked', 'moderated', 'finalised'],
  correct: ['submitted', 'checked', 'moderated', 'finalised'],
};

export interface GuardFacts {
  readonly round: Pick<Round, 'state'>;
  readonly personId: string;
  readonly makers: ReadonlySet<string>;
  readonly missing: readonly Missing[];
  /** Why the person may not judge this government; not asked of the assessed side. */
  readonly dependence: Dependence | undefined;
  readonly openReplies: number;
  readonly reason: string;
  readonly now: Moment;
}

const GUARDS: Readonly<
  Record<Guard, (assessment: Assessment, action: StageAction, facts: GuardFacts) => AssessmentRefusal | undefined>
> = {
  complete: (_assessment, _action, { missing }) => (missing.length > 0 ? 'assessment.incomplete' : undefined),
  'other-person': (assessment, action, { personId, makers }) => {
    if (makers.has(personId)) return 'assessment.maker';
    const watched = (WATCHES[action] ?? []).some((step) => assessment[step]?.by === personId);
    return watched ? 'assessment.same-person' : undefined;
  },
  reason: (_assessment, _action, { reason }) => (reason.trim() === '' ? 'assessment.reason-missing' : undefined),
  'within-reply-time': (assessment, _action, { now }) =>
    isReplyTimeOver(assessment, now) ? 'assessment.reply-time-over' : undefined,
  'replies-decided': (assessment, _action, { openReplies, now }) => {
    if (openReplies > 0) return 'assessment.replies-open';
    return assessment.repliesWaived || isReplyTimeOver(assessment, now) ? undefined : 'assessment.reply-time-runs';
  },
  'round-open': (_assessment, _action, { round }) => (round.state === 'open' ? undefined : 'assessment.round-not-open'),
};

/** The last moment of the due day still counts. */
export function isReplyTimeOver(assessment: Pick<Assessment, 'replyDueAt'>, now: Moment): boolean {
  return assessment.replyDueAt === null || Temporal.Instant.compare(now, assessment.replyDueAt) > 0;
}

/** Everything that speaks against the step, in the order of the table. Empty = it may be taken. */
export function objectionsTo(assessment: Assessment, action: StageAction, facts: GuardFacts): readonly AssessmentRefusal[] {
  const line = transitionOf(assessment, action);
  if (!line) return ['assessment.not-now'];
  const judges = line.by !== 'assessment.answer';
  const own = judges && facts.dependence ? [DEPENDENCE_REFUSALS[facts.dependence]] : [];
  return [...own, ...line.needs.flatMap((guard) => GUARDS[guard](assessment, action, facts) ?? [])];
}

export const DEPENDENCE_REFUSALS: Readonly<Record<Dependence, AssessmentRefusal>> = {
  'holds-office': 'assessment.own-government',
  'held-office': 'assessment.former-government',
  declared: 'assessment.tied',
};
