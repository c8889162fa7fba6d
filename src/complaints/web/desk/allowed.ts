/** What this officer may do with the complaint now: asked of the rules, by the names the pages use. */
import type { DeskAction, PartAction } from '../../rules/complaint.transitions.ts';
import type { Part } from '../../rules/complaint.ts';
import { guardDesk, guardPart } from '../../rules/guards.ts';
import { mayNote } from '../../rules/handling.ts';
import { possibleDeskActions, possiblePartActions } from '../../rules/permissions.ts';
import type { RefusalCode } from '../../rules/refusals.ts';
import { mayRelease } from '../../rules/releasing.ts';
import { maySeeIdentity } from '../../rules/visibility.ts';
import type { Opened } from './opened.tsx';
import type { StepName } from './words.id.ts';

export function guardOfDesk(action: DeskAction) {
  return ({ complaint, actor, nationalDeskId }: Opened): RefusalCode | undefined => {
    const guarded = guardDesk(complaint, action, actor);
    if ('code' in guarded) return guarded.code;
    // Above the national desk there is nobody to send a complaint up to.
    return action === 'send-up' && guarded.standing.position?.agencyId === nationalDeskId ? 'complaint.not-now' : undefined;
  };
}

export function guardOfPart(action: PartAction) {
  return ({ complaint, actor }: Opened, part: Part | null): RefusalCode | undefined => {
    if (!part) return 'complaint.not-now';
    const guarded = guardPart(complaint, part, action, actor);
    if ('code' in guarded) return guarded.code;
    return action === 'return' && part.binding ? 'complaint.binding' : undefined;
  };
}

/** In the order an officer would think of them. */
const OF_DESK: readonly (DeskAction & StepName)[] = ['forward', 'correct', 'ask-back', 'send-up', 'archive', 'restore', 'reopen'];
const OF_PART: readonly (PartAction & StepName)[] = [
  'follow-up',
  'reply',
  'propose',
  'withdraw',
  'pass-on',
  'return',
  'redirect',
  'excuse',
];

export function deskSteps(opened: Opened): StepName[] {
  const possible = possibleDeskActions(opened.complaint, opened.actor);
  return OF_DESK.filter((action) => possible.includes(action) && guardOfDesk(action)(opened) === undefined);
}

export function partSteps({ complaint, actor }: Opened, part: Part): StepName[] {
  const possible = possiblePartActions(complaint, part, actor);
  return OF_PART.filter((action) => possible.includes(action));
}

/** Steps that no table of transitions knows, because they change no state. */
export function otherSteps(opened: Opened): ('release' | 'identity' | 'note')[] {
  const { complaint, actor } = opened;
  return [
    ...(mayRelease(complaint, actor) ? (['release'] as const) : []),
    ...(mayNote(complaint, actor) ? (['note'] as const) : []),
    ...(maySeeIdentity(complaint, actor) ? (['identity'] as const) : []),
  ];
}
