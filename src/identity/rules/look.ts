import type { Actor } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { IdentityRefusal } from './refusals.ts';

/** Someone asks for a sealed part of one complaint. */
export interface Look {
  readonly complaintId: string;
  readonly actor: Actor;
  /** Why, in the asker's words or as the name of a step. Recorded; auditors read it. */
  readonly purpose: string;
  /** The answer of the complaints room's visibility rule for this actor and complaint. This room never widens it. */
  readonly allowed: boolean;
}

/** Whether a look may happen at all: allowed by the visibility rule, for a stated purpose, by someone who can be named. */
export function checkLook({ complaintId, actor, purpose, allowed }: Look): Result<string, IdentityRefusal> {
  const isStranger = actor.kind === 'visitor' || (actor.kind === 'complainant' && actor.complaintId !== complaintId);
  if (!allowed || isStranger) return refuse('not-allowed');
  const stated = purpose.trim();
  return stated === '' ? refuse('purpose-missing') : ok(stated);
}
