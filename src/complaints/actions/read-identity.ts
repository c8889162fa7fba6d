/**
 * Who complained, asked by an officer: the rule of visibility decides, the room `identity` records the look and opens the seal.
 */
import { type Contact, type OriginalWords, readOriginal, revealIdentity } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Tools } from '../../platform/tools.ts';
import { maySeeIdentity } from '../rules/visibility.ts';
import { loadComplaint } from '../store/complaints.ts';

export interface Look {
  readonly complaintId: string;
  /** Why, in the officer's words; kept with the look. */
  readonly purpose: string;
}

export type LookRefusal =
  | 'complaint.absent'
  | 'complaint.not-yours'
  | 'complaint.reason-missing'
  | 'identity.nothing'
  | 'identity.erased';

type IdentityLook = typeof revealIdentity | typeof readOriginal;

async function lookAt(tools: Tools, actor: Actor, look: Look, open: IdentityLook): Promise<Result<unknown, LookRefusal>> {
  return inTransaction(tools, async (tx) => {
    const complaint = await loadComplaint(tx, look.complaintId);
    if (!complaint) return refuse('complaint.absent');
    const allowed = maySeeIdentity(complaint, actor);
    if (!allowed) return refuse('complaint.not-yours');
    if (look.purpose.trim() === '') return refuse('complaint.reason-missing');
    const opened = await open(tools, tx, { complaintId: complaint.id, actor, purpose: look.purpose, allowed });
    if (opened.ok) return opened;
    return refuse(opened.refusal === 'erased' ? 'identity.erased' : 'identity.nothing');
  });
}

export function readIdentity(tools: Tools, actor: Actor, look: Look) {
  return lookAt(tools, actor, look, revealIdentity) as Promise<Result<Contact, LookRefusal>>;
}

/** The complainant's own words as they were sent, before any masking or correction. */
export function readOriginalWords(tools: Tools, actor: Actor, look: Look) {
  return lookAt(tools, actor, look, readOriginal) as Promise<Result<OriginalWords, LookRefusal>>;
}
