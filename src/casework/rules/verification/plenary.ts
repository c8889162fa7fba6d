/**
 * The plenary (rapat pleno, PO 52/2021): a meeting closed to outsiders that decides cases with a quorum. Its life on one screen; the SQL trigger
 * `keep_plenary` holds to the same steps, compared by a test.
 */
import type { Label } from '../../../kernel/language.ts';
import type { Day, Moment, Zone } from '../../../kernel/time.ts';
import type { CaseAction } from '../case.transitions.ts';
import type { News } from '../decision.ts';

export const PLENARY_STATES = ['planned', 'open', 'minutes', 'ended', 'cancelled'] as const;
export type PlenaryState = (typeof PLENARY_STATES)[number];

export const PLENARY_STEPS = [
  { from: 'planned', action: 'open', to: 'open' },
  { from: 'planned', action: 'cancel', to: 'cancelled' },
  // Nothing more is decided: the minutes are written, reviewed and sealed.
  { from: 'open', action: 'close', to: 'minutes' },
  { from: 'minutes', action: 'end', to: 'ended' },
] as const satisfies readonly { readonly from: PlenaryState; readonly action: string; readonly to: PlenaryState }[];
export type PlenaryAction = (typeof PLENARY_STEPS)[number]['action'];

/** The state after a step; `undefined` when there is no such step from here. */
export function plenaryAfter(state: PlenaryState, action: PlenaryAction): PlenaryState | undefined {
  return PLENARY_STEPS.find((step) => step.from === state && step.action === action)?.to;
}

export const PLENARY_STATE_LABELS: Readonly<Record<PlenaryState, Label>> = {
  planned: { id: 'Direncanakan', en: 'Planned' },
  open: { id: 'Berlangsung', en: 'In session' },
  minutes: { id: 'Menunggu berita acara', en: 'Waiting for the minutes' },
  ended: { id: 'Selesai', en: 'Ended' },
  cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
};

export interface Plenary {
  readonly id: string;
  readonly officeId: string;
  /** From the root of the Ombudsman's tree to the office. */
  readonly officePath: readonly string[];
  /** Within office and year. */
  readonly number: number;
  readonly year: number;
  readonly heldOn: Day;
  /** Local time, `09:30`. */
  readonly heldAt: string;
  readonly zone: Zone;
  readonly place: string;
  readonly state: PlenaryState;
  /** Frozen at the opening; `null` before. */
  readonly quorumPercent: number | null;
  readonly openedAt: Moment | null;
  readonly closedAt: Moment | null;
  readonly endedAt: Moment | null;
  readonly cancelReason: string | null;
  readonly minutesDocumentId: string | null;
  readonly version: number;
}

export interface PlenaryMember {
  readonly personId: string;
  readonly positionKind: string;
  /** `null` until recorded. */
  readonly isPresent: boolean | null;
}

export const PLENARY_DECISIONS = ['examine', 'refuse', 'close', 'recommend', 'postpone'] as const;
export type PlenaryDecision = (typeof PLENARY_DECISIONS)[number];

/** What may be proposed to the plenary. */
export const PROPOSALS = ['examine', 'refuse', 'close'] as const;
export type Proposal = (typeof PROPOSALS)[number] | 'recommend';

export const DECISION_LABELS: Readonly<Record<PlenaryDecision, Label>> = {
  examine: { id: 'Dilanjutkan ke pemeriksaan', en: 'To be examined' },
  refuse: { id: 'Ditolak', en: 'Refused' },
  close: { id: 'Ditutup', en: 'Closed' },
  recommend: { id: 'Diterbitkan rekomendasi', en: 'A recommendation is issued' },
  postpone: { id: 'Ditunda', en: 'Postponed' },
};

/** How a decision moves the case, and what the reporter hears. */
export const DECISION_STEPS: Readonly<
  Record<PlenaryDecision, { readonly action: CaseAction; readonly news: readonly News[]; readonly needsReasons: boolean }>
> = {
  examine: { action: 'decide-examine', news: ['stage'], needsReasons: false },
  refuse: { action: 'decide-refuse', news: ['closed'], needsReasons: true },
  close: { action: 'decide-close', news: ['closed'], needsReasons: true },
  recommend: { action: 'decide-recommend', news: ['stage'], needsReasons: false },
  postpone: { action: 'postpone', news: [], needsReasons: true },
};

export interface Dissent {
  readonly personId: string;
  readonly opinion: string;
}

/** A case on the agenda. */
export interface PlenaryItem {
  readonly plenaryId: string;
  readonly caseId: string;
  readonly ordinal: number;
  readonly discussion: string;
  readonly decision: PlenaryDecision | null;
  readonly reasons: string;
  /** Of a decision: members who counted for this case, and how many of them were there. */
  readonly members: number | null;
  readonly present: number | null;
  readonly excludedPersonIds: readonly string[];
  readonly decidedBy: string | null;
  readonly decidedAt: Moment | null;
  readonly dissents: readonly Dissent[];
  readonly version: number;
}
