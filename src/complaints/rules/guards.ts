/** The questions every rule asks first. Each answers a refusal code, or `undefined` when there is nothing against it. */
import type { Actor } from '../../kernel/actor.ts';
import type { DeskAction, PartAction } from './complaint.transitions.ts';
import type { Complaint, Part } from './complaint.ts';
import { deskStep, partStep, type Standing } from './permissions.ts';
import type { RefusalCode } from './refusals.ts';

export const TEXT_LIMIT = 10_000;

export type Guarded = { readonly standing: Standing } | { readonly code: RefusalCode };

export function guardDesk(complaint: Complaint, action: DeskAction, actor: Actor): Guarded {
  const step = deskStep(complaint, action, actor);
  if (!step) return { code: 'complaint.not-now' };
  return step.standing ? { standing: step.standing } : { code: 'complaint.not-yours' };
}

export function guardPart(complaint: Complaint, part: Part, action: PartAction, actor: Actor): Guarded {
  const step = partStep(complaint, part, action, actor);
  if (!step) return { code: 'complaint.not-now' };
  return step.standing ? { standing: step.standing } : { code: 'complaint.not-yours' };
}

/** A text that must say something. */
export function guardText(text: string, missing: RefusalCode = 'complaint.text-missing', least = 1): RefusalCode | undefined {
  const length = text.trim().length;
  if (length < least) return missing;
  return length > TEXT_LIMIT ? 'complaint.text-too-long' : undefined;
}

export function partById(complaint: Complaint, partId: string): Part | undefined {
  return complaint.parts.find((part) => part.id === partId);
}

export function withPart(complaint: Complaint, part: Part): Complaint {
  return { ...complaint, parts: complaint.parts.map((each) => (each.id === part.id ? part : each)) };
}
