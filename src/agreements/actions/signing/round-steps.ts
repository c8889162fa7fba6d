/** Opening a round of signing, stopping it, and letting a commitment take effect with those who have signed. */
import { createHash } from 'node:crypto';
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { dayOf } from '../../../kernel/time.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import { putSealed } from '../../../platform/files/seal.ts';
import { removeFile } from '../../../platform/files/take-file.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { agreementKind } from '../../rules/kinds.ts';
import { move } from '../../rules/move.ts';
import { mayPrepare } from '../../rules/permissions.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { askNext, completionOf, hasSigned, signerState, withoutSignatures } from '../../rules/signing/turn.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { plannedDay } from '../../store/signing/ceremonies.ts';
import { closeRound, insertRound, judgePaper, lastRound, markInEffect, papersOf } from '../../store/signing/rounds.ts';
import { type AgreementTarget, changeAgreement, changeAgreementIn } from '../change.ts';
import { finishIn } from './finish.ts';
import { isPrintedAlike, makeDocument, printedOf } from './make-document.ts';
import { isReady } from './readiness.ts';
import { preparersOf, tell } from './tell.ts';

type Done = Promise<Result<Agreement, AgreementRefusal>>;
export const REASON_LIMIT = 2000;

/** Puts the settled text before its signatories: the document is made once, and the first ones are asked. */
export async function openSigning(tools: Tools, actor: Actor, target: AgreementTarget): Done {
  // Made before the lock: setting a document of five hundred lines takes longer than others should wait.
  const before = await loadAgreement(tools.db, target.agreementId);
  if (!before || actor.kind !== 'officer') return refuse('agreement.absent');
  if (!mayPrepare(actor, before)) return refuse('agreement.not-yours');
  if (before.state !== 'ready') return refuse('agreement.not-now');
  const made = await makeDocument(tools, tools.db, before, false);
  if (!made) return refuse('agreement.not-ready');
  const sha256 = createHash('sha256').update(made.pdf).digest('hex');
  const key = `agreements/${before.id}/${tools.random.id()}.pdf`;
  await putSealed(tools, key, made.pdf);
  const opened = await changeAgreement(tools, actor, target, async (agreement, { at }, tx) => {
    // What was set must be what is put before them: nothing of it changed meanwhile.
    const isSame = agreement.version === before.version && isPrintedAlike(made, await printedOf(tx, agreement));
    if (!isSame) return refuse('agreement.moved-on');
    const moved = move(agreement, 'open-signing', actor, { met: (await isReady(tools, tx, agreement)) ? ['ready'] : [] });
    if (!moved.ok) return moved;
    const { next, asked } = askNext(withoutSignatures(moved.value.agreement), at);
    const no = ((await lastRound(tx, agreement.id))?.no ?? 0) + 1;
    await insertRound(tx, {
      ...{ agreementId: agreement.id, no, textNo: made.textNo, sections: made.sections },
      file: { key, size: made.pdf.length, sha256 },
      ...{ plannedOn: await plannedDay(tx, agreement.id), openedBy: actor.personId, openedAt: at },
      ...{ inEffectAt: null, closedAt: null, outcome: null, reason: null },
    });
    const people = asked.flatMap(({ personId }) => (personId === null ? [] : [personId]));
    await tell(tools, tx, agreement, { purpose: 'agreement.sign-asked', stage: `round-${no}`, people });
    const { type, payload } = moved.value.event;
    const more = { round: no, version: made.textNo, sha256, asked: asked.map(({ id }) => id) };
    return ok({ next, events: [{ type, payload: { ...payload, ...more } }] });
  });
  if (!opened.ok) await removeFile(tools, key);
  return opened;
}

/** Opens the text again: every signature of the round is void, its rows and files stay. */
export function stopSigning(tools: Tools, actor: Actor, target: AgreementTarget, reason: string): Done {
  return changeAgreement(tools, actor, target, async (agreement, { at }, tx) => {
    const why = reason.trim();
    if (why.length > REASON_LIMIT) return refuse('agreement.text-too-long');
    const moved = move(agreement, 'stop-signing', actor, { reason: why });
    if (!moved.ok) return moved;
    const round = await lastRound(tx, agreement.id);
    if (!round || actor.kind !== 'officer') return refuse('agreement.not-now');
    await closeRound(tx, agreement.id, round.no, { outcome: 'stopped', at, reason: why });
    for (const { id, outcome } of await papersOf(tx, agreement.id, round.no))
      if (outcome === null) await judgePaper(tx, agreement.id, id, { outcome: 'void', personId: actor.personId, at });
    const people = agreement.signatories
      .filter((one) => signerState(one) !== 'waiting')
      .flatMap(({ personId }) => (personId === null ? [] : [personId]));
    await tell(tools, tx, agreement, { purpose: 'agreement.sign-stopped', stage: `round-${round.no}`, people });
    const { type, payload } = moved.value.event;
    const signed = agreement.signatories.filter(hasSigned).length;
    const event = { type, payload: { ...payload, round: round.no, voided: signed } };
    return ok({ next: withoutSignatures(moved.value.agreement), events: [event] });
  });
}

/** A commitment of many hands binds those who have signed; the others stay on its list and may sign later. */
export function takeEffect(tools: Tools, actor: Actor, target: AgreementTarget, reason: string): Done {
  return orRollBack(tools, async (tx) => {
    const changed = await changeAgreementIn(tools, tx, actor, target, async (agreement, { at }, inside) => {
      if (reason.trim().length > REASON_LIMIT) return refuse('agreement.text-too-long');
      const { manyHands } = agreementKind(agreement.kind);
      const moved = move(agreement, 'take-effect', actor, { reason, met: manyHands ? ['many-hands'] : [] });
      if (!moved.ok) return moved;
      const completion = completionOf(agreement);
      if (!completion.ok) return completion;
      const round = await lastRound(inside, agreement.id);
      if (!round) return refuse('agreement.not-now');
      await markInEffect(inside, agreement.id, round.no, at);
      const signed = agreement.signatories.filter(hasSigned).length;
      const { type, payload } = moved.value.event;
      const more = { round: round.no, signed, of: agreement.signatories.length };
      const today = dayOf(at, agreement.zone);
      const people = await preparersOf(inside, agreement, today);
      await tell(tools, inside, agreement, { purpose: 'agreement.sign-missing', stage: `round-${round.no}-effect`, people });
      return ok({
        next: { ...moved.value.agreement, ...completion.value },
        events: [{ type, payload: { ...payload, ...more } }],
      });
    });
    return changed.ok ? finishIn(tools, tx, actor, changed.value) : changed;
  });
}
