/** The life of a standard's version on one screen; the SQL CHECK, the trigger that freezes and the README follow it. */
import type { Capability } from '../../kernel/actor.ts';
import type { VersionState } from './service.ts';

export type VersionAction = 'edit' | 'discard' | 'publish' | 'withdraw';

export interface VersionTransition {
  readonly from: VersionState;
  readonly action: VersionAction;
  /** `null`: the draft is gone; only its events remain. */
  readonly to: VersionState | null;
  readonly by: Capability;
}

export const VERSION_TRANSITIONS: readonly VersionTransition[] = [
  { from: 'draft', action: 'edit', to: 'draft', by: 'service.manage' },
  { from: 'draft', action: 'discard', to: null, by: 'service.manage' },
  { from: 'draft', action: 'publish', to: 'published', by: 'service.manage' },
  { from: 'published', action: 'withdraw', to: 'withdrawn', by: 'service.manage' },
];

/** Whether the table knows the step. */
export function allows(from: VersionState, action: VersionAction): boolean {
  return VERSION_TRANSITIONS.some((line) => line.from === from && line.action === action);
}
