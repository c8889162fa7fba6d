/** An action plan's way as a value, and the only way its state changes. Pure. */
import type { Actor, Capability, HeldPosition } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Agreement } from '../agreement.ts';
import type { Factor } from '../kinds.ts';
import { mayPrepare } from '../permissions.ts';
import type { AgreementRefusal } from '../refusals.ts';
import {
  RAD_TRANSITIONS,
  type RadAction,
  type RadLevel,
  type RadNeed,
  type RadSide,
  type RadState,
  type RadTransition,
  UNDER_REVIEW,
} from './rad.transitions.ts';

/** The first year of the road map of SP4N 2020-2024 (PermenPANRB 46/2020): no action plan is older, and no page leads further back. */
export const FIRST_RAD_YEAR = 2020;

export interface Rad {
  readonly agreementId: string;
  readonly governmentId: string;
  readonly level: RadLevel;
  /** The government of the province that reviews it first; `null` for the plan of a province. */
  readonly provinceId: string | null;
  readonly collectionId: string | null;
  readonly templateId: string | null;
  readonly state: RadState;
  readonly stateAt: Moment;
  /** How many times it was handed in. */
  readonly handIns: number;
  readonly firstHandedInAt: Moment | null;
  readonly handedInAt: Moment | null;
  /** Why a factor has no line. */
  readonly gaps: Readonly<Partial<Record<Factor, string>>>;
  readonly decreeNumber: string;
}

function held(actor: Actor, capability: Capability): readonly HeldPosition[] {
  return actor.kind === 'officer' ? actor.positions.filter(({ capabilities }) => capabilities.includes(capability)) : [];
}

/** On which sides of a plan somebody stands. Nobody reviews the plan of their own government. */
export function radSides(actor: Actor, agreement: Agreement, rad: Rad): readonly RadSide[] {
  const sides: RadSide[] = [];
  const isOwn = actor.kind === 'officer' && actor.positions.some(({ governmentId }) => governmentId === rad.governmentId);
  if (mayPrepare(actor, agreement)) sides.push('government');
  if (isOwn) return sides;
  if (rad.provinceId !== null && held(actor, 'agreement.confirm').some(({ agencyId }) => agencyId === rad.provinceId))
    sides.push('province');
  if (held(actor, 'agreement.review-rad').length > 0) sides.push('ministry');
  return sides;
}

function fits(rad: Rad, line: RadTransition): boolean {
  return line.from === rad.state && (line.of === undefined || line.of === rad.level);
}

/** Steps open to this actor now, each once. A plan that was recorded or dropped elsewhere takes none. */
export function radActions(actor: Actor, agreement: Agreement, rad: Rad): readonly RadAction[] {
  if (agreement.state !== 'draft') return [];
  const sides = radSides(actor, agreement, rad);
  return RAD_TRANSITIONS.filter((line) => fits(rad, line) && sides.includes(line.by)).map(({ action }) => action);
}

/** Who has to do something about it now; `null` = nobody, it is over. */
export function waitsFor(state: RadState): RadSide | null {
  return RAD_TRANSITIONS.find((line) => line.from === state && line.action !== 'take-back')?.by ?? null;
}

const UNMET: Readonly<Record<RadNeed, AgreementRefusal>> = {
  complete: 'agreement.rad-incomplete',
  answered: 'agreement.rad-unanswered',
  words: 'agreement.rad-words-missing',
  decree: 'agreement.rad-decree-missing',
  reason: 'agreement.reason-missing',
};

export interface RadMove {
  readonly action: RadAction;
  readonly at: Moment;
  readonly reason?: string;
  readonly met?: readonly RadNeed[];
}

export interface RadMoved {
  readonly rad: Rad;
  readonly isUnderReview: boolean;
  readonly side: RadSide;
  readonly event: {
    readonly type: string;
    readonly payload: {
      readonly from: string;
      readonly to: string;
      readonly by: string;
      readonly reason: string;
      readonly handIn: number;
    };
  };
}

export function moveRad(
  actor: Actor,
  agreement: Agreement,
  rad: Rad,
  { action, at, reason = '', met = [] }: RadMove,
): Result<RadMoved, AgreementRefusal> {
  const line =
    agreement.state === 'draft' ? RAD_TRANSITIONS.find((each) => fits(rad, each) && each.action === action) : undefined;
  if (!line) return refuse('agreement.not-now');
  if (!radSides(actor, agreement, rad).includes(line.by)) return refuse('agreement.not-yours');
  const why = reason.trim();
  for (const need of line.needs ?? []) {
    const isMet = need === 'reason' ? why !== '' : met.includes(need);
    if (!isMet) return refuse(UNMET[need]);
  }
  const handed =
    action === 'hand-in' ? { handIns: rad.handIns + 1, firstHandedInAt: rad.firstHandedInAt ?? at, handedInAt: at } : {};
  return {
    ok: true,
    value: {
      rad: { ...rad, ...handed, state: line.to, stateAt: at },
      isUnderReview: UNDER_REVIEW.includes(line.to),
      side: line.by,
      event: {
        type: `rad-${action}`,
        payload: { from: line.from, to: line.to, by: line.by, reason: why, handIn: rad.handIns + (action === 'hand-in' ? 1 : 0) },
      },
    },
  };
}
