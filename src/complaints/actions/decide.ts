/**
 * The shell around every rule: load and lock, decide, save row and events, tell the complainant. One transaction, one complaint.
 */

import { hasContact } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import { lawBook } from '../../law/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Complaint } from '../rules/complaint.ts';
import type { Circumstances, Decided, News } from '../rules/decision.ts';
import type { RefusalCode } from '../rules/refusals.ts';
import { loadComplaintForUpdate } from '../store/complaints.ts';
import { saveDecision } from '../store/save.ts';
import { surroundingsOf } from './surroundings.ts';

export interface Target {
  readonly complaintId: string;
  /** The version the form was made from; `null` = whatever it is now (errands, the complainant's own word). */
  readonly version: number | null;
}

export type Rule = (complaint: Complaint, circumstances: Circumstances, tx: Tx) => Decided | Promise<Decided>;

/** @returns the saved complaint, or the refusal; nothing is written then */
export function decide(tools: Tools, actor: Actor, target: Target, rule: Rule): Promise<Result<Complaint, RefusalCode>> {
  return inTransaction(tools, (tx) => decideIn(tools, tx, actor, target, rule));
}

/** The same inside a transaction that is already open. */
export async function decideIn(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  target: Target,
  rule: Rule,
): Promise<Result<Complaint, RefusalCode>> {
  const complaint = await loadComplaintForUpdate(tx, target.complaintId);
  if (!complaint) return refuse('complaint.absent');
  if (target.version !== null && target.version !== complaint.version) return refuse('complaint.moved-on');
  const at = tools.clock.now();
  const { law, times } = surroundingsOf(await lawBook(tools, tx), complaint);
  const decided = await rule(complaint, { at, actor, law, newId: () => tools.random.id() }, tx);
  if (!decided.ok) return decided;
  const saved = await saveDecision(tools, tx, complaint, decided.value, { at, actor, times });
  if (actor.kind !== 'complainant') await tellComplainant(tools, tx, saved, decided.value.news);
  return { ok: true, value: saved };
}

/** Only that there is news: the message carries the number and nothing else. */
export async function tellComplainant(tools: Tools, tx: Tx, complaint: Complaint, news: readonly News[]): Promise<void> {
  // Nobody to write to: number and receipt code are the only way then, and the complainant knows it.
  if (news.length === 0 || !(await hasContact(tx, complaint.id))) return;
  await postNews(tools, tx, complaint, news);
}

/** The same for someone who is known to have left a contact. */
export async function postNews(tools: Tools, tx: Tx, complaint: Complaint, news: readonly News[]): Promise<void> {
  const latest = news.at(-1);
  if (!latest) return;
  await tools.post(tx, {
    purpose: 'complaint.news',
    object: { kind: 'complaint', id: complaint.id },
    recipient: { kind: 'complainant', id: complaint.id },
    stage: `${latest}:${complaint.version}`,
    details: { trackingNumber: complaint.trackingNumber },
  });
}
