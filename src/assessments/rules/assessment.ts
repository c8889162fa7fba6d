/** A round, and one agency's assessment in it. See db/migrations/0014-assessments.sql for what is kept. */
import type { Label } from '../../kernel/language.ts';
import type { Day, Moment } from '../../kernel/time.ts';
import type { Stage } from './assessment.transitions.ts';
import type { SheetKind } from './instrument.ts';

/** 1 counts, 2 = second rater of the drawn sample, 0 = self-assessment of the unit. */
export type Rating = 0 | 1 | 2;

export type RoundState = 'planned' | 'open' | 'ended';

export interface Round {
  readonly id: string;
  /** For addresses: `bali-2026`. */
  readonly code: string;
  readonly title: string;
  readonly year: number;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly instrumentId: string;
  readonly instrumentVersion: number;
  /** The office of the Ombudsman that runs it; for the whole country its root. */
  readonly ownerAgencyId: string;
  /** Ids from the root of the Ombudsman's tree down to the owner. */
  readonly ownerPath: readonly string[];
  readonly state: RoundState;
  /** What all draws come from; see draw.ts. */
  readonly seed: string;
  readonly secondRatingPercent: number;
  /** Last day of the self-assessment; `null` when the round wants none. */
  readonly selfAssessmentUntil: Day | null;
  /** Working days of the right of reply. */
  readonly replyDays: number;
  readonly isExample: boolean;
  readonly revision: number;
  readonly createdBy: string;
  readonly createdAt: Moment;
  readonly openedAt: Moment | null;
}

/** Who took a step, and when. */
export interface Taken {
  readonly by: string;
  readonly at: Moment;
}

export interface Unit {
  /** From 1. */
  readonly no: number;
  readonly agencyId: string;
  /** Where the office stands in its tree today, from the root down to itself. */
  readonly agencyPath: readonly string[];
  /** As the office was called when it was planned. */
  readonly name: string;
  readonly locus: Label;
  /** Why the planner added it though no rule asks for it. */
  readonly addedReason: string | null;
  readonly assessorId: string | null;
  readonly secondAssessorId: string | null;
}

export interface Assessment {
  readonly id: string;
  readonly roundId: string;
  readonly agencyId: string;
  /** Ids from the root of the tree down to the agency; the first is its government. */
  readonly agencyPath: readonly string[];
  readonly agencyKind: string;
  readonly regionCode: string | null;
  /** The office of the Ombudsman that serves the place; its root for national bodies. */
  readonly ombudsmanOfficeId: string | null;
  readonly stage: Stage;
  readonly revision: number;
  readonly submitted: Taken | null;
  readonly checked: Taken | null;
  readonly moderated: Taken | null;
  readonly notified: Taken | null;
  readonly replyDueAt: Moment | null;
  /** The agency has said that it has no (further) reply. */
  readonly repliesWaived: Taken | null;
  readonly finalised: Taken | null;
  readonly published: Taken | null;
  readonly publishedVersion: number;
  readonly units: readonly Unit[];
}

/** What is answered at one go. Of a person asked only the cell of the quota is known. */
export interface SheetRow {
  readonly unitNo: number;
  readonly rating: Rating;
  readonly sheetNo: number;
  readonly kind: SheetKind;
  readonly serviceId: string | null;
  /** The product as it was called when drawn; `null` until someone names it. */
  readonly serviceName: string | null;
  /** A cell of quotas.ts. */
  readonly quota: string | null;
  readonly done: boolean;
  readonly filledBy: string | null;
  readonly filledAt: Moment | null;
  readonly revision: number;
}

/** The government of the tree an assessed agency stands in. */
export function governmentIdOf(assessment: Pick<Assessment, 'agencyPath' | 'agencyId'>): string {
  return assessment.agencyPath[0] ?? assessment.agencyId;
}

export function unitOf(assessment: Pick<Assessment, 'units'>, no: number): Unit | undefined {
  return assessment.units.find((unit) => unit.no === no);
}
