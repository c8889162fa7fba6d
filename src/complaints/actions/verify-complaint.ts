/** Verification at the desk. Each action loads, decides by its rule and saves; see rules/verification.ts for what is allowed. */
import type { Actor } from '../../kernel/actor.ts';
import type { Tools } from '../../platform/tools.ts';
import type { ArchiveReason } from '../rules/complaint.ts';
import { archive, askBack, type Correction, correct, unarchive } from '../rules/verification.ts';
import { decide, type Target } from './decide.ts';
import { nationalDesk } from './offices.ts';

export function correctComplaint(tools: Tools, actor: Actor, target: Target, correction: Correction) {
  return decide(tools, actor, target, (complaint, circumstances) => correct(complaint, correction, circumstances));
}

export function askComplainant(
  tools: Tools,
  actor: Actor,
  target: Target,
  order: { readonly question: string; readonly reason: string },
) {
  return decide(tools, actor, target, (complaint, circumstances) => askBack(complaint, order, circumstances));
}

export function archiveComplaint(
  tools: Tools,
  actor: Actor,
  target: Target,
  order: { readonly reason: ArchiveReason; readonly note: string },
) {
  return decide(tools, actor, target, (complaint, circumstances) => archive(complaint, order, circumstances));
}

/** Back from the archive: by the desk. (The complainant's way is `contestArchive`.) */
export async function restoreComplaint(tools: Tools, actor: Actor, target: Target, order: { readonly text: string }) {
  const desk = await nationalDesk(tools);
  return decide(tools, actor, target, (complaint, circumstances) =>
    unarchive(complaint, { ...order, nationalDesk: desk }, circumstances),
  );
}
