/**
 * Signing in the application. The code from the phone is asked before (web/signing); here a seal is appended to the file of the one who signed before. The
 * sealing happens outside the transaction; whoever was overtaken by another signature seals again over the newer file, so that of two who sign at once
 * neither is lost.
 */
import { createHash } from 'node:crypto';
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { dayOf, type Moment } from '../../../kernel/time.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import { type Signer, sealPdf, trialSigner } from '../../../platform/documents/index.ts';
import { putSealed, readSealed } from '../../../platform/files/seal.ts';
import { removeFile } from '../../../platform/files/take-file.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement, Signatory } from '../../rules/agreement.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { askNext, refusalToSign, withSignatures } from '../../rules/signing/turn.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { insertSignature, lastRound, papersOf, type SealedFile, signaturesOf } from '../../store/signing/rounds.ts';
import { changeAgreementIn } from '../change.ts';
import { finishIn } from './finish.ts';
import { tell } from './tell.ts';

export interface SignOrder {
  readonly agreementId: string;
  readonly signatoryId: string;
  /** SHA-256 of the document that was put before them: nobody signs another one than they could read. */
  readonly sha256: string;
}

/** Files with more seals than this (platform/documents: 64) count as damaged; more hands than that sign the rest on paper. */
const MOST_SEALS = 60;

/** More at once than ever sign one text. */
const MOST_TRIES = 40;

class Overtaken extends Error {}

/** What stands in the way, asked before a code of the phone is spent. */
export async function refusalToSignNow(tools: Tools, actor: Actor, order: SignOrder): Promise<AgreementRefusal | undefined> {
  const agreement = await loadAgreement(tools.db, order.agreementId);
  return agreement ? judge(tools.db, actor, agreement, order, tools.clock.now()) : 'agreement.absent';
}

/** @param signer the installation's trial signer, or whoever certifies in its place */
export async function signAgreement(
  tools: Tools,
  actor: Actor,
  order: SignOrder,
  signer?: Signer,
): Promise<Result<Agreement, AgreementRefusal>> {
  const sealer = signer ?? (await trialSigner(tools));
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const sealed = await sealNext(tools, actor, order, sealer);
    if (!sealed.ok) return sealed;
    try {
      const done = await record(tools, actor, order, sealed.value);
      if (!done.ok) await removeFile(tools, sealed.value.file.key);
      return done;
    } catch (error) {
      await removeFile(tools, sealed.value.file.key);
      if (!(error instanceof Overtaken)) throw error;
    }
  }
  throw new Error('a signature was overtaken by others again and again');
}

interface Sealed {
  readonly round: number;
  readonly ordinal: number;
  readonly file: SealedFile;
}

async function sealNext(tools: Tools, actor: Actor, order: SignOrder, signer: Signer): Promise<Result<Sealed, AgreementRefusal>> {
  const agreement = await loadAgreement(tools.db, order.agreementId);
  if (!agreement) return refuse('agreement.absent');
  const refusal = await judge(tools.db, actor, agreement, order, tools.clock.now());
  if (refusal) return refuse(refusal);
  const round = await lastRound(tools.db, agreement.id);
  const signatory = agreement.signatories.find(({ id }) => id === order.signatoryId);
  if (!round || !signatory) return refuse('agreement.not-now');
  const before = await signaturesOf(tools.db, agreement.id, round.no);
  const ordinal = before.length + 1;
  const pdf = await readSealed(tools, (before.at(-1)?.file ?? round.file).key);
  const sealed = await sealPdf(pdf, signer, {
    reason: `Segel percobaan: ${roleOf(signatory)}`,
    ...(agreement.place === '' ? {} : { location: agreement.place }),
    ...{ at: tools.clock.now(), field: `Tanda tangan ${ordinal}` },
  });
  const key = `agreements/${agreement.id}/${tools.random.id()}.pdf`;
  await putSealed(tools, key, sealed);
  const sha256 = createHash('sha256').update(sealed).digest('hex');
  return ok({ round: round.no, ordinal, file: { key, size: sealed.length, sha256 } });
}

const roleOf = ({ position, capacity }: Signatory): string => (capacity === 'witnesses' ? `${position}, saksi` : position);

function record(tools: Tools, actor: Actor, order: SignOrder, sealed: Sealed): Promise<Result<Agreement, AgreementRefusal>> {
  return orRollBack(tools, async (tx) => {
    const target = { agreementId: order.agreementId, version: null };
    const changed = await changeAgreementIn(tools, tx, actor, target, async (agreement, { at }, inside) => {
      const refusal = await judge(inside, actor, agreement, order, at);
      if (refusal) return refuse(refusal);
      const round = await lastRound(inside, agreement.id);
      if (!round || actor.kind !== 'officer') return refuse('agreement.not-now');
      const isNext = (await signaturesOf(inside, agreement.id, round.no)).length + 1 === sealed.ordinal;
      if (round.no !== sealed.round || !isNext) throw new Overtaken();
      const { ordinal, file } = sealed;
      await insertSignature(inside, round, { ordinal, signatoryId: order.signatoryId, personId: actor.personId, file, at });
      const signed = withSignatures(agreement, [order.signatoryId], { method: 'application', at });
      const { next, asked } = askNext(signed, at);
      const people = asked.flatMap(({ personId }) => (personId === null ? [] : [personId]));
      await tell(tools, inside, agreement, { purpose: 'agreement.sign-asked', stage: `round-${round.no}`, people });
      const payload = {
        ...{ round: round.no, signatory: order.signatoryId, method: 'application', seal: ordinal },
        ...{ document: order.sha256, sha256: file.sha256, asked: asked.map(({ id }) => id) },
      };
      return ok({ next, events: [{ type: 'signing-signed', payload }] });
    });
    return changed.ok ? finishIn(tools, tx, actor, changed.value) : changed;
  });
}

async function judge(
  db: Parameters<typeof lastRound>[0],
  actor: Actor,
  agreement: Agreement,
  order: SignOrder,
  at: Moment,
): Promise<AgreementRefusal | undefined> {
  const signatory = agreement.signatories.find(({ id }) => id === order.signatoryId);
  const refusal = refusalToSign(actor, agreement, signatory, dayOf(at, agreement.zone));
  if (refusal) return refusal;
  const round = await lastRound(db, agreement.id);
  if (!round || round.closedAt !== null) return 'agreement.not-now';
  if (round.file.sha256 !== order.sha256) return 'agreement.moved-on';
  if ((await signaturesOf(db, agreement.id, round.no)).length >= MOST_SEALS) return 'agreement.seals-full';
  // Their name is on a scan that waits to be compared: signed once is enough.
  const onPaper = (await papersOf(db, agreement.id, round.no)).some(
    ({ outcome, signatoryIds }) => outcome === null && signatoryIds.includes(order.signatoryId),
  );
  return onPaper ? 'agreement.on-paper-already' : undefined;
}
