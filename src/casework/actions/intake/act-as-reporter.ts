/** What the reporter does on their own page. Each calls the rule of the area it belongs to; words of a secret reporter are masked first. */
import {
  type Contact,
  changeContact,
  changeParticulars,
  type GivenParticulars,
  type IdentityRefusal,
  maskOwnWords,
} from '../../../identity/index.ts';
import type { Complainant } from '../../../kernel/actor.ts';
import type { Result } from '../../../kernel/result.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import { withdrawReport } from '../../rules/intake/withdraw.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { decide } from '../decide.ts';
import { type CommentOrder, commentOnLhp } from '../findings/comment-on-lhp.ts';

/** Takes the report back, with the reason. */
export function withdrawOwnReport(tools: Tools, actor: Complainant, reason: string): Promise<Result<Case, CaseRefusal>> {
  return decide(tools, actor, { caseId: actor.complaintId, version: null }, async (file, circumstances, tx) => {
    const words = file.secret ? await maskOwnWords(tools, tx, { complaintId: file.id, text: reason }) : reason;
    return withdrawReport(words)(file, circumstances);
  });
}

/** Comments on the LHP within its time. */
export async function commentAsReporter(
  tools: Tools,
  actor: Complainant,
  file: Case,
  word: Pick<CommentOrder, 'text' | 'files'>,
): Promise<Result<Case, CaseRefusal>> {
  const text = file.secret ? await maskOwnWords(tools, tools.db, { complaintId: file.id, text: word.text }) : word.text;
  return commentOnLhp(tools, actor, { caseId: file.id, text, files: word.files });
}

/** Adds to the particulars or changes them; recorded like a look. */
export function changeOwnParticulars(
  tools: Tools,
  actor: Complainant,
  given: GivenParticulars,
): Promise<Result<undefined, IdentityRefusal>> {
  const look = { complaintId: actor.complaintId, actor, purpose: 'dilengkapi Pelapor', allowed: true };
  return inTransaction(tools, (tx) => changeParticulars(tools, tx, { ...look, ...given }));
}

/** Puts a new contact in the place of the old one. */
export function changeOwnContact(
  tools: Tools,
  actor: Complainant,
  contact: Contact,
): Promise<Result<undefined, IdentityRefusal>> {
  const look = { complaintId: actor.complaintId, actor, purpose: 'diubah Pelapor', allowed: true };
  return inTransaction(tools, (tx) => changeContact(tools, tx, { ...look, contact }));
}
