/** A joint review as a value. Pure. */
import type { Label } from '../../../kernel/language.ts';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { AgendaContent } from './agenda.ts';
import type { MinutesContent } from './minutes.ts';
import type { Period, Rhythm } from './periods.ts';
import type { DecisionState, ReviewState } from './review.transitions.ts';

export interface Review {
  readonly id: string;
  readonly agreementId: string;
  readonly version: number;
  readonly ordinal: number;
  readonly rhythm: Rhythm;
  readonly period: Period;
  readonly state: ReviewState;
  readonly meetsOn: Day;
  /** '09.00'; '' = not set. */
  readonly meetsAt: string;
  readonly place: string;
  /** The side that calls it and writes its minutes. */
  readonly secretaryRoot: string;
  readonly agenda: AgendaContent | null;
  readonly agendaAt: Moment | null;
  readonly discussion: string;
  readonly minutesPublic: boolean;
  readonly stateNote: string | null;
  readonly createdBy: string;
  readonly createdAt: Moment;
  readonly updatedAt: Moment;
  readonly attendance: readonly Attendee[];
  readonly decisions: readonly ReviewDecision[];
  /** The editions of the minutes, the newest last. */
  readonly minutes: readonly Minutes[];
}

export const PRESENCES = ['present', 'represented', 'absent'] as const;
export type Presence = (typeof PRESENCES)[number];

export const PRESENCE_LABELS: Readonly<Record<Presence, Label>> = {
  present: { id: 'Hadir', en: 'Present' },
  represented: { id: 'Diwakili', en: 'Represented' },
  absent: { id: 'Tidak hadir', en: 'Absent' },
};

export interface Attendee {
  readonly id: string;
  /** The side it came for; `null` = a guest. */
  readonly root: string | null;
  readonly institution: string;
  readonly position: string;
  readonly people: number;
  readonly presence: Presence;
}

export interface ReviewPoint {
  readonly id: string;
  readonly root: string;
  readonly text: string;
  readonly author: string;
  readonly at: Moment;
}

export interface ReviewDecision {
  readonly id: string;
  readonly reviewId: string;
  readonly agreementId: string;
  readonly version: number;
  readonly ordinal: number;
  readonly text: string;
  readonly owner: {
    readonly partyId: string;
    readonly agencyId: string;
    readonly agencyPath: readonly string[];
    readonly position: string;
  };
  readonly dueOn: Day;
  readonly state: DecisionState;
  readonly stateNote: string | null;
  readonly stateBy: string;
  readonly stateAt: Moment;
  readonly line: { readonly id: string; readonly agreementId: string } | null;
}

export interface Minutes {
  readonly edition: number;
  readonly number: string;
  readonly content: MinutesContent;
  /** Why it takes the place of the one before it. */
  readonly reason: string | null;
  readonly sealedBy: string;
  readonly sealedRoot: string;
  readonly numberedAt: Moment;
  /** `null` = the file is still being made. */
  readonly fileId: string | null;
  readonly words: readonly MinutesWord[];
}

export interface MinutesWord {
  readonly root: string;
  readonly verdict: 'confirmed' | 'correct';
  readonly text: string;
  readonly at: Moment;
}

/** The sides that came, or were represented. */
export function sidesPresent(attendance: readonly Attendee[]): ReadonlySet<string> {
  return new Set(attendance.flatMap(({ root, presence }) => (root !== null && presence !== 'absent' ? [root] : [])));
}

/** The sides whose confirmation the newest minutes wait for: those who came, but the writer. */
export function waitsFor({
  minutes,
  attendance,
  secretaryRoot,
}: Pick<Review, 'minutes' | 'attendance' | 'secretaryRoot'>): readonly string[] {
  const latest = minutes.at(-1);
  if (!latest) return [];
  const came = [...sidesPresent(attendance)].filter((root) => root !== secretaryRoot);
  return came.filter((root) => !latest.words.some((word) => word.root === root && word.verdict === 'confirmed'));
}

export const REVIEW_LIMITS = { text: 4000, discussion: 20_000, short: 200, decisions: 60, attendance: 80, points: 60 } as const;
