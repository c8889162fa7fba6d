/** What the public may read: a text of its own, scanned for personal data, and files one by one. */

import { scanPersonalData } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/result.ts';
import type { Tools } from '../../platform/tools.ts';
import { decision } from '../rules/decision.ts';
import { reopen } from '../rules/ending.ts';
import { mayRelease, releaseText, withdrawText } from '../rules/releasing.ts';
import { mayReadFile } from '../rules/visibility.ts';
import { filesOf, setRelease } from '../store/files.ts';
import { decide, type Target } from './decide.ts';

export function releaseComplaint(
  tools: Tools,
  actor: Actor,
  target: Target,
  order: { readonly title: string; readonly description: string; readonly checked: boolean },
) {
  const findings = scanPersonalData(`${order.title}\n${order.description}`).length;
  return decide(tools, actor, target, (complaint, circumstances) =>
    releaseText(complaint, { ...order, findings }, circumstances),
  );
}

export function withdrawRelease(tools: Tools, actor: Actor, target: Target, order: { readonly reason: string }) {
  return decide(tools, actor, target, (complaint, circumstances) => withdrawText(complaint, order, circumstances));
}

/** Releases one file to the public or, sealed originals of anonymous complaints, to the offices that handle it. */
export function releaseFile(
  tools: Tools,
  actor: Actor,
  target: Target,
  order: { readonly fileId: string; readonly toPublic?: boolean; readonly toOffices?: boolean },
) {
  return decide(tools, actor, target, async (complaint, _circumstances, tx) => {
    if (!mayRelease(complaint, actor)) return refuse('complaint.not-yours');
    if (order.toPublic && complaint.confidential) return refuse('complaint.confidential');
    if (order.toPublic && !complaint.publicText) return refuse('complaint.not-released');
    const { fileId, ...release } = order;
    const file = (await filesOf(tx, complaint.id)).find((each) => each.id === fileId);
    // Whoever may not read a file may not release it either.
    if (!file || !mayReadFile(complaint, file, actor)) return refuse('complaint.file-unknown');
    if (!(await setRelease(tx, complaint.id, fileId, release))) return refuse('complaint.file-unknown');
    return decision(complaint, { events: [{ type: 'file-release-changed', payload: { file: fileId, ...release } }] });
  });
}

/** The desk reopens a closed complaint, with its reason. */
export function reopenAtDesk(tools: Tools, actor: Actor, target: Target, order: { readonly text: string }) {
  return decide(tools, actor, target, (complaint, circumstances) => reopen(complaint, order, circumstances));
}
