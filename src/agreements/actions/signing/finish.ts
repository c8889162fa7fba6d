/**
 * What follows a signature: the next ones are asked, and when it was the last one the agreement is signed. Called in the transaction of whoever signed,
 * confirmed a paper, or let a commitment take effect.
 */
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { move } from '../../rules/move.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { completionOf, isComplete } from '../../rules/signing/turn.ts';
import { filesOf, markFilePublic, markFileReplaced } from '../../store/files.ts';
import { closeRound, lastRound, type Round, signaturesOf } from '../../store/signing/rounds.ts';
import { changeAgreementIn } from '../change.ts';
import { recordFileIn } from '../files/attach-file.ts';
import { preparersOf, signatoryPeople, tell } from './tell.ts';

/** The one who completes a signing is nobody: it follows from the last signature. */
const COMPLETER: Actor = { kind: 'system', errand: 'agreements.complete-signing' };

/** @param actor who gave the signature or confirmed the paper: the signed document is filed under their name */
export async function finishIn(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  agreement: Agreement,
): Promise<Result<Agreement, AgreementRefusal>> {
  const round = await lastRound(tx, agreement.id);
  if (!round) return refuse('agreement.not-now');
  let now = agreement;
  if (isComplete(agreement)) {
    await closeRound(tx, agreement.id, round.no, { outcome: 'complete', at: tools.clock.now() });
    if (agreement.state === 'signing') {
      const completed = await completeIn(tools, tx, agreement, round);
      if (!completed.ok) return completed;
      now = completed.value;
    }
  }
  if (now.state === 'signed') await fileSigned(tools, tx, actor, now, round);
  return ok(now);
}

function completeIn(tools: Tools, tx: Tx, agreement: Agreement, round: Round): Promise<Result<Agreement, AgreementRefusal>> {
  return changeAgreementIn(tools, tx, COMPLETER, { agreementId: agreement.id, version: null }, async (current, { at }) => {
    const completion = completionOf(current);
    if (!completion.ok) return completion;
    const moved = move(current, 'complete-signing', COMPLETER, { met: ['all-signed'] });
    if (!moved.ok) return moved;
    const people = [...signatoryPeople(current), ...(await preparersOf(tx, current, dayOf(at, current.zone)))];
    await tell(tools, tx, current, { purpose: 'agreement.sign-complete', stage: `round-${round.no}`, people });
    const { type, payload } = moved.value.event;
    const { signedOn, inForceFrom, evidence } = completion.value;
    const more = { round: round.no, signedOn: String(signedOn), inForceFrom: String(inForceFrom), evidence };
    return ok({ next: { ...moved.value.agreement, ...completion.value }, events: [{ type, payload: { ...payload, ...more } }] });
  });
}

/**
 * The newest sealed file is the signed document; an older one of the same agreement gives way to it. It names every signatory, so that it is for everybody only
 * once nobody is missing: the names of those who have not signed a commitment in effect stay with its parties.
 */
async function fileSigned(tools: Tools, tx: Tx, actor: Actor, agreement: Agreement, round: Round): Promise<void> {
  const newest = (await signaturesOf(tx, agreement.id, round.no)).at(-1);
  if (!newest) return;
  const isPublic = isComplete(agreement);
  const before = (await filesOf(tx, agreement.id)).filter(({ kind, replacedBy }) => kind === 'signed' && replacedBy === null);
  const same = before.find(({ sha256 }) => sha256 === newest.file.sha256);
  if (same) {
    if (isPublic && !same.isPublic) await markFilePublic(tx, agreement.id, same.id, true);
    return;
  }
  const order = { agreementId: agreement.id, kind: 'signed' as const, partId: null, title: '', isPublic };
  const { key, size, sha256 } = newest.file;
  const stored = { key, kind: 'document' as const, mediaType: 'application/pdf', extension: '.pdf', size, sha256 };
  const file = await recordFileIn(tools, tx, actor, order, stored);
  for (const { id } of before) await markFileReplaced(tx, agreement.id, id, file.id);
}
