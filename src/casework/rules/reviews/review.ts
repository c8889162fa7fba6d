/** What a review file (kajian) is, who may do what on it, and its steps. Plain values; nobody who complained occurs here. */
import { type Actor, type Capability, type HeldPosition, positionsWith } from '../../../kernel/actor.ts';
import type { Label } from '../../../kernel/language.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Moment, Zone } from '../../../kernel/time.ts';
import { type Clock, type FileLaw, startClock, stopClock } from '../../../law/index.ts';
import type { CaseRefusal } from '../refusals.ts';
import {
  REVIEW_DEADLINES,
  REVIEW_TRANSITIONS,
  type ReviewAction,
  type ReviewNeed,
  type ReviewStage,
  type ReviewTransition,
} from './review.transitions.ts';

export type ReviewClock = Clock<'stage'>;

export interface ReviewMember {
  readonly personId: string;
  readonly since: Moment;
  readonly until: Moment | null;
}

export interface Review {
  readonly id: string;
  /** `0003/KAJIAN/III/2026/DPS` */
  readonly number: string;
  readonly version: number;
  readonly officeId: string;
  readonly officePath: readonly string[];
  /** The agency it is about. */
  readonly agencyId: string;
  readonly agencyPath: readonly string[];
  readonly governmentId: string;
  /** The candidate it was opened from. */
  readonly clusterId: string | null;
  readonly title: string;
  readonly categoryCode: string | null;
  readonly place: string;
  readonly zone: Zone;
  readonly stage: ReviewStage;
  readonly stageSince: Moment;
  readonly openedAt: Moment;
  readonly openedBy: string;
  readonly endedAt: Moment | null;
  readonly reason: string | null;
  readonly lhaAt: Moment | null;
  readonly clocks: readonly ReviewClock[];
  readonly members: readonly ReviewMember[];
  readonly isExample: boolean;
}

export function membersOf(review: Pick<Review, 'members'>): readonly ReviewMember[] {
  return review.members.filter((each) => each.until === null);
}

/** What is written in a review, and from which stage on. */
export const REVIEW_SECTIONS = ['problem', 'sources', 'causes', 'standards', 'lha', 'progress'] as const;
export type ReviewSection = (typeof REVIEW_SECTIONS)[number];

/** The name of the document the sections belong to. */
export const REVIEW_DOCUMENT = 'review';

export const SECTION_STAGES: Readonly<Record<ReviewSection, ReviewStage>> = {
  problem: 'detection',
  sources: 'detection',
  causes: 'analysis',
  standards: 'analysis',
  lha: 'analysis',
  progress: 'treatment',
};

export const SECTION_LABELS: Readonly<Record<ReviewSection, Label>> = {
  problem: { id: 'Masalah yang terdeteksi', en: 'The problem detected' },
  sources: { id: 'Data dan sumber', en: 'Data and sources' },
  causes: { id: 'Sebab', en: 'Causes' },
  standards: { id: 'Aturan dan standar layanan', en: 'Rules and standards' },
  lha: { id: 'Laporan Hasil Analisis (LHA)', en: 'Report of the analysis (LHA)' },
  progress: { id: 'Pelaksanaan saran', en: 'How the suggestions are carried out' },
};

export function isReviewSection(text: string): text is ReviewSection {
  return (REVIEW_SECTIONS as readonly string[]).includes(text);
}

const ORDER: Readonly<Record<ReviewStage, number>> = { detection: 0, analysis: 1, treatment: 2, finished: 3, dropped: 3 };

/** Sections of the present stage and of those before; an LHA that was given is not rewritten unless the review goes back. */
export function openSections(review: Pick<Review, 'stage'>): readonly ReviewSection[] {
  return REVIEW_SECTIONS.filter((section) => ORDER[SECTION_STAGES[section]] <= ORDER[review.stage]);
}

/** What this room shows of recurring problems: a candidate or a review of an office of the Ombudsman. */
export interface Seen {
  readonly officePath: readonly string[];
  readonly governmentId: string;
}

/** Who reads candidates and reviews: those who prevent, decide and deliberate, at the office or above it. */
export const READERS: readonly Capability[] = ['case.review', 'case.decide', 'case.deliberate'];

/** Positions with one of the capabilities at the office or above. Nobody reads what is about a government they have a chair in. */
export function positionsOn(seen: Seen, actor: Actor, capabilities: readonly Capability[] = READERS): readonly HeldPosition[] {
  if (actor.kind !== 'officer' || actor.positions.some((held) => held.governmentId === seen.governmentId)) return [];
  return capabilities.flatMap((capability) =>
    positionsWith(actor, capability).filter((held) => seen.officePath.includes(held.agencyId)),
  );
}

export function maySee(seen: Seen, actor: Actor): boolean {
  return positionsOn(seen, actor).length > 0;
}

/** Whether the actor may work on it: dismiss, open, write, name members, issue suggestions. */
export function mayReview(seen: Seen, actor: Actor): boolean {
  return positionsOn(seen, actor, ['case.review', 'case.decide']).length > 0;
}

export function isEnded(review: Pick<Review, 'stage'>): boolean {
  return review.stage === 'finished' || review.stage === 'dropped';
}

export function mayWriteSection(review: Review, section: ReviewSection, actor: Actor): boolean {
  if (isEnded(review) || !openSections(review).includes(section)) return false;
  if (section !== 'progress' && review.stage === 'treatment') return false;
  return mayReview(review, actor);
}

/** Suggestions are written with the analysis; they are given with the LHA, once that is approved. */
export function maySuggest(review: Review, actor: Actor): boolean {
  return (review.stage === 'analysis' || review.stage === 'treatment') && mayReview(review, actor);
}

export function reviewLines(review: Review, actor: Actor): readonly ReviewTransition[] {
  return REVIEW_TRANSITIONS.filter((line) => line.from === review.stage && positionsOn(review, actor, [line.by]).length > 0);
}

export interface ReviewCircumstances {
  readonly at: Moment;
  readonly actor: Actor;
  readonly law: FileLaw;
  readonly newId: () => string;
}

/** @param met needs the caller has looked at, inside the same transaction */
export function takeReview(
  review: Review,
  action: ReviewAction,
  { at, actor, law, newId }: ReviewCircumstances,
  { reason, met }: { readonly reason: string; readonly met: readonly ReviewNeed[] },
): Result<Review, CaseRefusal> {
  const line = REVIEW_TRANSITIONS.find((each) => each.from === review.stage && each.action === action);
  if (!line) return refuse('case.review-moved-on');
  if (positionsOn(review, actor, [line.by]).length === 0) return refuse('case.not-yours');
  for (const need of line.needs) {
    if (need === 'reason' ? reason.trim() === '' : !met.includes(need)) return refuse(NEED_REFUSALS[need]);
  }
  const stopped = review.clocks.map((clock) => (clock.stoppedAt === null ? stopClock(clock, at) : clock));
  const deadline = REVIEW_DEADLINES[line.to];
  return ok({
    ...review,
    stage: line.to,
    stageSince: at,
    endedAt: line.to === 'finished' || line.to === 'dropped' ? at : null,
    reason: reason.trim() === '' ? null : reason.trim(),
    lhaAt: action === 'give-lha' ? at : action === 'back-to-analysis' ? null : review.lhaAt,
    clocks: 'rule' in deadline ? [...stopped, startClock(newId(), 'stage', null, deadline.rule, at, law)] : stopped,
  });
}

const NEED_REFUSALS: Readonly<Record<ReviewNeed, CaseRefusal>> = {
  reason: 'case.reason-missing',
  'problem-written': 'case.review-problem-missing',
  'lha-written': 'case.review-lha-missing',
  'suggestions-judged': 'case.review-suggestions-open',
};

/** Whether an officer reads this area at all: somewhere, not of a particular office. */
export function mayReadReviews(actor: Actor): boolean {
  return READERS.some((capability) => positionsWith(actor, capability).length > 0);
}
