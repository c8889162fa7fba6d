import { type Actor, type Capability, positionsWith } from '../../kernel/actor.ts';
import type { Label } from '../../kernel/language.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import type { Day, Moment } from '../../kernel/time.ts';
import { ITEM_TRANSITIONS, type ItemAction, type ItemState, type ItemTransition } from './item.transitions.ts';
import { servesRegionOf } from './permissions.ts';

/** An improvement that a published result asks for; work plans take it in by its id. */
export interface Item {
  readonly id: string;
  readonly assessmentId: string;
  readonly roundCode: string;
  readonly roundTitle: string;
  readonly year: number;
  readonly instrumentId: string;
  /** Of the assessed agency. */
  readonly agencyId: string;
  readonly ombudsmanOfficeId: string | null;
  /** 0 = the agency itself. */
  readonly unitNo: number;
  readonly indicator: string;
  readonly asked: Label;
  /** Two decimals. */
  readonly score: string;
  readonly ownerAgencyId: string;
  /** Ids from the root down to the owner. */
  readonly ownerPath: readonly string[];
  readonly governmentId: string;
  readonly dueOn: Day;
  readonly state: ItemState;
  readonly note: string | null;
  readonly revision: number;
  readonly changedAt: Moment;
}

export type ItemRefusal =
  | 'assessment.absent'
  | 'assessment.not-now'
  | 'assessment.moved-on'
  | 'assessment.reason-missing'
  | 'assessment.text-too-long';

export const ITEM_NOTE_LIMIT = 4000;

/** Whether a capability of the actor reaches an item: the owner's side by its tree, the Ombudsman's by region. */
export function reaches(actor: Actor, item: Pick<Item, 'ownerPath' | 'ombudsmanOfficeId'>, capability: Capability): boolean {
  const held = positionsWith(actor, capability);
  if (capability === 'assessment.answer' || capability === 'assessment.read') {
    return held.some((each) => item.ownerPath.includes(each.agencyId));
  }
  return held.some((each) => servesRegionOf(each, item));
}

const READERS: readonly Capability[] = [
  'assessment.answer',
  'assessment.read',
  'assessment.check',
  'assessment.moderate',
  'assessment.plan',
  'assessment.publish',
];

/** Whether there can be items this actor may read: the assessed side, and whoever follows results up for the Ombudsman. */
export function mayListItems(actor: Actor): boolean {
  return READERS.some((capability) => positionsWith(actor, capability).length > 0);
}

export function mayReadItem(actor: Actor, item: Pick<Item, 'ownerPath' | 'ombudsmanOfficeId'>): boolean {
  return READERS.some((capability) => reaches(actor, item, capability));
}

/** What the actor may do with it now, each action once. */
export function actionsOn(actor: Actor, item: Item): readonly ItemTransition[] {
  const open = ITEM_TRANSITIONS.filter(({ from, by }) => from === item.state && reaches(actor, item, by));
  return open.filter(({ action }, place) => open.findIndex((other) => other.action === action) === place);
}

/** The next state of an item, or why not. */
export function moveItem(
  item: Item,
  actor: Actor,
  order: { readonly action: ItemAction; readonly note: string; readonly revision: number },
): Result<{ readonly to: ItemState; readonly note: string | null }, ItemRefusal> {
  if (!mayReadItem(actor, item)) return refuse('assessment.absent');
  if (order.revision !== item.revision) return refuse('assessment.moved-on');
  const transition = actionsOn(actor, item).find(({ action }) => action === order.action);
  if (!transition) return refuse('assessment.not-now');
  const note = order.note.trim();
  if (transition.needsNote && note === '') return refuse('assessment.reason-missing');
  if (note.length > ITEM_NOTE_LIMIT) return refuse('assessment.text-too-long');
  return { ok: true, value: { to: transition.to, note: note === '' ? null : note } };
}
