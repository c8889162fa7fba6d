/**
 * Whose turn it is to sign. Signatories sign in the order of their numbers, those with the same number in any order; whoever declines stops the ones after
 * them, except in a text of many hands, which each signs for themselves. Pure.
 */
import { type Actor, positionsWith } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf, type Moment, Temporal, type Zone } from '../../../kernel/time.ts';
import { type Agreement, type Evidence, partyOf, type Signatory, type SigningMethod } from '../agreement.ts';
import { agreementKind } from '../kinds.ts';
import type { AgreementRefusal } from '../refusals.ts';
import { signsForOtherSide } from './hands.ts';

export const SIGNER_STATES = ['signed', 'declined', 'asked', 'waiting'] as const;
export type SignerState = (typeof SIGNER_STATES)[number];

export function signerState(one: Pick<Signatory, 'signedAt' | 'declinedAt' | 'askedAt'>): SignerState {
  if (one.signedAt !== null) return 'signed';
  if (one.declinedAt !== null) return 'declined';
  return one.askedAt !== null ? 'asked' : 'waiting';
}

export const hasSigned = ({ signedAt }: Pick<Signatory, 'signedAt'>): boolean => signedAt !== null;

type Signed = Pick<Agreement, 'kind' | 'signatories'>;

/** The number whose turn it is; `null` = nobody is left. */
export function turnOf(agreement: Signed): number | null {
  const { manyHands } = agreementKind(agreement.kind);
  const open = agreement.signatories.filter((one) => !hasSigned(one) && !(manyHands && one.declinedAt !== null));
  return open.length === 0 ? null : Math.min(...open.map(({ ordinal }) => ordinal));
}

/** Whether somebody may sign now by the order. Whoever declined may think again while their number has its turn. */
export function isTheirTurn(agreement: Signed, signatory: Signatory): boolean {
  const turn = turnOf(agreement);
  return !hasSigned(signatory) && (turn === null || signatory.ordinal <= turn);
}

/** Those whose turn has come are asked, with the moment from which they count as asked. @returns whom to tell */
export function askNext(agreement: Agreement, at: Moment): { readonly next: Agreement; readonly asked: readonly Signatory[] } {
  const turn = turnOf(agreement);
  const isNew = (one: Signatory) => one.ordinal === turn && one.askedAt === null && !hasSigned(one);
  const signatories = agreement.signatories.map((one) => (isNew(one) ? { ...one, askedAt: at } : one));
  return { next: { ...agreement, signatories }, asked: agreement.signatories.filter(isNew) };
}

/** Everybody has signed. */
export function isComplete({ signatories }: Pick<Agreement, 'signatories'>): boolean {
  return signatories.length > 0 && signatories.every(hasSigned);
}

/** Who has been asked and has not signed, with the moment since when; declined ones too. */
export function notSigned({ signatories }: Pick<Agreement, 'signatories'>): readonly Signatory[] {
  return signatories.filter((one) => !hasSigned(one));
}

/** While a round may still be worked on: until it ends; of a text of many hands also after it took effect. */
export function hasOpenRound(agreement: Pick<Agreement, 'kind' | 'state' | 'signatories'>): boolean {
  if (agreement.state === 'signing') return true;
  return agreement.state === 'signed' && agreementKind(agreement.kind).manyHands && !isComplete(agreement);
}

/** Whether it may be signed on a day: in an open round, and not after its term, when a signature would promise nothing any more. */
export function isOpenToSign(agreement: Pick<Agreement, 'kind' | 'state' | 'signatories' | 'inForceUntil'>, day: Day): boolean {
  return hasOpenRound(agreement) && !isTermOver(agreement, day);
}

function isTermOver({ inForceUntil }: Pick<Agreement, 'inForceUntil'>, day: Day): boolean {
  return inForceUntil !== null && Temporal.PlainDate.compare(inForceUntil, day) < 0;
}

/** What stands in the way of signing in the application for one signatory, on a day. */
export function refusalToSign(
  actor: Actor,
  agreement: Agreement,
  signatory: Signatory | undefined,
  day: Day,
): AgreementRefusal | undefined {
  if (!signatory || actor.kind !== 'officer' || signatory.personId !== actor.personId) return 'agreement.not-asked-to-sign';
  if (hasSigned(signatory)) return 'agreement.signed-already';
  if (!hasOpenRound(agreement)) return 'agreement.not-now';
  if (!isOpenToSign(agreement, day)) return 'agreement.sign-after-term';
  if (!holdsOffice(actor, agreement, signatory)) return 'agreement.office-over';
  if (signsForOtherSide(agreement, signatory)) return 'agreement.signatory-other-side';
  return isTheirTurn(agreement, signatory) ? undefined : 'agreement.not-your-turn';
}

/** Whoever signs for a party holds an office that signs, at the party or above it: who has moved to another office signs for that one. */
export function holdsOffice(
  actor: Actor,
  agreement: Pick<Agreement, 'parties'>,
  { partyId }: Pick<Signatory, 'partyId'>,
): boolean {
  const party = partyOf(agreement, partyId);
  return positionsWith(actor, 'agreement.sign').some(({ agencyId }) => !party || party.agencyPath.includes(agencyId));
}

export interface Signing {
  readonly method: SigningMethod;
  readonly at: Moment;
  readonly uploadedBy?: string;
  readonly confirmedBy?: string;
}

/** Marks signatories as having signed; who declined before has thought again. */
export function withSignatures(agreement: Agreement, ids: readonly string[], signing: Signing): Agreement {
  const signatories = agreement.signatories.map((one) =>
    ids.includes(one.id)
      ? {
          ...one,
          ...{ askedAt: one.askedAt ?? signing.at, method: signing.method, signedAt: signing.at, declinedAt: null },
          ...{ uploadedBy: signing.uploadedBy ?? null, confirmedBy: signing.confirmedBy ?? null },
        }
      : one,
  );
  return { ...agreement, signatories };
}

/** Nobody has signed: what stopping a round, and opening one, leave behind. */
export function withoutSignatures(agreement: Agreement): Agreement {
  const none = { askedAt: null, method: null, signedAt: null, uploadedBy: null, confirmedBy: null, declinedAt: null };
  return { ...agreement, signatories: agreement.signatories.map((one) => ({ ...one, ...none })) };
}

/** Names on a paper come in the order of signing: nobody is on it before those who sign earlier. */
export function paperFits(agreement: Signed, ids: readonly string[]): boolean {
  const chosen = agreement.signatories.filter(({ id }) => ids.includes(id));
  if (chosen.length !== ids.length || chosen.some(hasSigned)) return false;
  if (agreementKind(agreement.kind).manyHands) return true;
  const last = Math.max(...chosen.map(({ ordinal }) => ordinal));
  return agreement.signatories.every((one) => one.ordinal >= last || hasSigned(one) || ids.includes(one.id));
}

/** A day on paper as a moment: noon of that day, where the agreement is. */
export function noonOf(day: Day, zone: Zone): Moment {
  return day.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant();
}

/**
 * The days and the kind of proof of an agreement that everybody (or, of many hands, those who did) signed. It is signed on the day of the last signature,
 * and never in force before it.
 */
export function completionOf(
  agreement: Agreement,
): Result<Pick<Agreement, 'signedOn' | 'inForceFrom' | 'evidence'>, AgreementRefusal> {
  const signed = agreement.signatories.filter(hasSigned);
  if (signed.length === 0) return refuse('agreement.nobody-signed');
  const days = signed.map(({ signedAt }) => dayOf(signedAt as Moment, agreement.zone));
  const signedOn = days.reduce((last, day) => (Temporal.PlainDate.compare(day, last) > 0 ? day : last));
  const { inForceFrom: planned, inForceUntil } = agreement;
  const inForceFrom = planned === null || Temporal.PlainDate.compare(planned, signedOn) < 0 ? signedOn : planned;
  if (inForceUntil !== null && Temporal.PlainDate.compare(inForceUntil, inForceFrom) < 0) return refuse('agreement.term-over');
  const methods = new Set(signed.map(({ method }) => method));
  const evidence: Evidence = methods.size > 1 ? 'mixed' : methods.has('paper') ? 'paper' : 'application';
  return { ok: true, value: { signedOn, inForceFrom, evidence } };
}
