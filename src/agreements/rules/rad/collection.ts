/** A province (or the ministry) asks for action plans by a day: who has handed in, who has not and since when. Pure. */
import type { Actor } from '../../../kernel/actor.ts';
import type { Label } from '../../../kernel/language.ts';
import { type Day, dayOf, type Moment, Temporal, type Zone } from '../../../kernel/time.ts';
import { HANDED_IN, type RadLevel, type RadState } from './rad.transitions.ts';

export interface Collection {
  readonly id: string;
  readonly version: number;
  readonly openerId: string;
  /** Whose plans it asks for. */
  readonly level: RadLevel;
  readonly regionCode: string | null;
  readonly title: string;
  readonly note: string;
  readonly yearFrom: number;
  readonly yearUntil: number;
  readonly templateId: string | null;
  readonly dueOn: Day;
  readonly firstDueOn: Day;
  readonly zone: Zone;
  readonly openedAt: Moment;
  readonly closedAt: Moment | null;
  readonly isExample: boolean;
}

/** One government that was asked. */
export interface Asked {
  readonly governmentId: string;
  readonly askedAt: Moment;
  readonly excusedAt: Moment | null;
  readonly excuse: string | null;
  /** Its plan, once there is one. */
  readonly rad: {
    readonly agreementId: string;
    readonly code: string;
    readonly state: RadState;
    readonly stateAt: Moment;
    readonly firstHandedInAt: Moment | null;
    readonly lines: number;
  } | null;
}

export const ASKED_STATES = ['excused', 'not-begun', 'drafting', 'handed-in', 'returned', 'accepted', 'adopted'] as const;
export type AskedState = (typeof ASKED_STATES)[number];

export const ASKED_STATE_LABELS: Readonly<Record<AskedState, Label>> = {
  excused: { id: 'Dikecualikan', en: 'Let off' },
  'not-begun': { id: 'Belum mulai', en: 'Not begun' },
  drafting: { id: 'Sedang menyusun', en: 'Drafting' },
  'handed-in': { id: 'Sudah menyerahkan', en: 'Handed in' },
  returned: { id: 'Diperbaiki', en: 'Being improved' },
  accepted: { id: 'Disetujui', en: 'Accepted' },
  adopted: { id: 'Ditetapkan', en: 'Adopted' },
};

export interface AskedStanding {
  readonly state: AskedState;
  readonly hasHandedIn: boolean;
  /** Days past the due day without a plan handed in; 0 = in time, or handed in. */
  readonly daysLate: number;
  /** It came, but after the day. */
  readonly cameLate: boolean;
}

export function standingOfAsked(
  { excusedAt, rad }: Pick<Asked, 'excusedAt' | 'rad'>,
  { dueOn, zone }: Pick<Collection, 'dueOn' | 'zone'>,
  today: Day,
): AskedStanding {
  const first = rad?.firstHandedInAt ?? null;
  const hasHandedIn = rad !== null && first !== null && HANDED_IN.includes(rad.state);
  const cameLate = first !== null && Temporal.PlainDate.compare(dayOf(first, zone), dueOn) > 0;
  const late = dueOn.until(today, { largestUnit: 'day' }).days;
  const state = excusedAt !== null ? 'excused' : stateOfPlan(rad);
  return { state, hasHandedIn, cameLate, daysLate: hasHandedIn || state === 'excused' || late <= 0 ? 0 : late };
}

function stateOfPlan(rad: Asked['rad']): AskedState {
  if (rad === null || rad.state === 'dropped') return 'not-begun';
  switch (rad.state) {
    case 'drafting':
      return 'drafting';
    case 'with-province':
    case 'with-ministry':
      return 'handed-in';
    default:
      return rad.state;
  }
}

/** How a collection stands in numbers. Who was let off is not among those asked. */
export function tallyOf(standings: readonly AskedStanding[]): {
  readonly asked: number;
  readonly handedIn: number;
  readonly accepted: number;
  readonly adopted: number;
  readonly late: number;
} {
  const asked = standings.filter(({ state }) => state !== 'excused');
  const among = (...states: AskedState[]) => asked.filter(({ state }) => states.includes(state)).length;
  return {
    asked: asked.length,
    handedIn: asked.filter(({ hasHandedIn }) => hasHandedIn).length,
    accepted: among('accepted', 'adopted'),
    adopted: among('adopted'),
    late: asked.filter(({ daysLate }) => daysLate > 0).length,
  };
}

/** Governments for whose plans somebody opens collections and takes decisions: own provinces; `ministry` = all provinces. */
export function collectingPlaces(actor: Actor): { readonly provinceIds: readonly string[]; readonly isMinistry: boolean } {
  const positions = actor.kind === 'officer' ? actor.positions : [];
  return {
    provinceIds: positions
      .filter(
        ({ capabilities, agencyId, governmentId, regionCode }) =>
          capabilities.includes('agreement.prepare') && agencyId === governmentId && /^\d\d$/.test(regionCode ?? ''),
      )
      .map(({ agencyId }) => agencyId),
    isMinistry: positions.some(({ capabilities }) => capabilities.includes('agreement.review-rad')),
  };
}

export function mayKeepCollection(actor: Actor, { openerId, level }: Pick<Collection, 'openerId' | 'level'>): boolean {
  const { provinceIds, isMinistry } = collectingPlaces(actor);
  return level === 'province' ? isMinistry : provinceIds.includes(openerId);
}

/** Which reminder is due on a day; each is told once for each government and due day. */
export type ReminderStage = 'first' | 'second' | 'due' | 'past';

/** @param lead days before the due day, the earlier first; @param past days after it at which its leaders hear of it */
export function reminderStageOn(dueOn: Day, today: Day, lead: readonly [number, number], past: number): ReminderStage | null {
  const left = today.until(dueOn, { largestUnit: 'day' }).days;
  if (left <= -past) return 'past';
  if (left < 0) return 'due';
  if (left <= lead[1]) return 'second';
  return left <= lead[0] ? 'first' : null;
}
