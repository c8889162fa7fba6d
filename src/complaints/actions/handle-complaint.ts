/** The office's work. What is allowed: rules/handling.ts. Files that go with a text are kept in the same transaction. */
import { type Actor, actorReference } from '../../kernel/actor.ts';
import type { Tools } from '../../platform/tools.ts';
import { followUp, note, type PartOrder, propose, reply, withdraw } from '../rules/handling.ts';
import { deleteDraft } from '../store/drafts.ts';
import { type AcceptedFile, insertFiles } from '../store/files.ts';
import { decide, type Rule, type Target } from './decide.ts';

/** Runs a rule and keeps the files with the entry it made; a refused order keeps nothing. */
export function withFiles(
  actor: Actor,
  files: readonly AcceptedFile[],
  isProof: boolean,
  rule: Rule,
  draftId: string | null = null,
): Rule {
  return async (complaint, circumstances, tx) => {
    const decided = await rule(complaint, circumstances, tx);
    if (decided.ok && files.length > 0) {
      const entryId = decided.value.entries[0]?.id ?? null;
      await insertFiles(tx, files, {
        complaintId: complaint.id,
        entryId,
        author: actorReference(actor),
        isProof,
        at: circumstances.at,
      });
      // In the same transaction: a draft that outlived it would take the bytes with it when it expires.
      if (draftId) await deleteDraft(tx, draftId);
    }
    return decided;
  };
}

export interface HandlingOrder extends PartOrder {
  readonly files: readonly AcceptedFile[];
  /** The draft the files were kept under until now. */
  readonly draftId?: string | null;
}

function handle(tools: Tools, actor: Actor, target: Target, order: HandlingOrder, rule: typeof followUp, isProof = false) {
  return decide(
    tools,
    actor,
    target,
    withFiles(
      actor,
      order.files,
      isProof,
      (complaint, circumstances) => rule(complaint, order, circumstances),
      order.draftId ?? null,
    ),
  );
}

export function followUpPart(tools: Tools, actor: Actor, target: Target, order: HandlingOrder) {
  return handle(tools, actor, target, order, followUp);
}

export function replyOnPart(tools: Tools, actor: Actor, target: Target, order: HandlingOrder) {
  return handle(tools, actor, target, order, reply);
}

/** Proposes to close; its files are the proof of what was done. */
export function proposeClosing(tools: Tools, actor: Actor, target: Target, order: HandlingOrder) {
  return handle(tools, actor, target, order, propose, true);
}

export function withdrawProposal(tools: Tools, actor: Actor, target: Target, order: PartOrder) {
  return handle(tools, actor, target, { ...order, files: [] }, withdraw);
}

/** An internal note of the writer's own government. */
export function noteOnComplaint(tools: Tools, actor: Actor, target: Target, order: { readonly text: string }) {
  return decide(tools, actor, target, (complaint, circumstances) => note(complaint, order, circumstances));
}
