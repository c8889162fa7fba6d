/** Making an agreement, and changing what is not signed yet: what must hold of its parts. Pure. */
import { type Result, refuse } from '../../kernel/result.ts';
import { type Day, Temporal } from '../../kernel/time.ts';
import type { Agreement, Capacity, Party } from './agreement.ts';
import { type AgreementKind, agreementKind, COVERING_KINDS } from './kinds.ts';
import type { AgreementRefusal } from './refusals.ts';

export const TITLE_LIMIT = 300;
export const TEXT_LIMIT = 10_000;

/** What is wrong with it as it stands, all of it at once; empty = nothing. `field` is the name of the form's field. */
export interface Flaw {
  readonly field: string;
  readonly code: AgreementRefusal;
}

/** Whether days stand in their order: signed, in force from, until. Days that are missing are in order. */
export function daysInOrder({
  signedOn,
  inForceFrom,
  inForceUntil,
}: Pick<Agreement, 'signedOn' | 'inForceFrom' | 'inForceUntil'>): boolean {
  const given = [signedOn, inForceFrom, inForceUntil].filter((day): day is Day => day !== null);
  return given.every((day, index) => index === 0 || Temporal.PlainDate.compare(given[index - 1] as Day, day) <= 0);
}

/** @param today no agreement was signed after it */
export function flawsOf(agreement: Agreement, known: { readonly programmes: readonly string[] }, today: Day): readonly Flaw[] {
  const flaws: Flaw[] = [];
  const flaw = (field: string, code: AgreementRefusal) => flaws.push({ field, code });
  const kind = agreementKind(agreement.kind);
  if (agreement.title.trim() === '') flaw('title', 'agreement.title-missing');
  if (agreement.title.length > TITLE_LIMIT) flaw('title', 'agreement.text-too-long');
  for (const field of ['basis', 'purpose', 'source'] as const)
    if (agreement[field].length > TEXT_LIMIT) flaw(field, 'agreement.text-too-long');
  if (agreement.programmes.some((code) => !known.programmes.includes(code))) flaw('programmes', 'agreement.programme-unknown');
  if (new Set(agreement.parties.map(({ agencyId, name }) => agencyId ?? name)).size < agreement.parties.length)
    flaw('parties', 'agreement.party-twice');
  if (!daysInOrder(agreement)) flaw('inForceFrom', 'agreement.days-out-of-order');
  if (agreement.signedOn !== null && Temporal.PlainDate.compare(agreement.signedOn, today) > 0)
    flaw('signedOn', 'agreement.signed-in-future');
  if (kind.hasLines && agreement.yearFrom === null) flaw('yearFrom', 'agreement.year-wrong');
  if (agreement.yearFrom !== null && agreement.yearUntil !== null && agreement.yearFrom > agreement.yearUntil)
    flaw('yearUntil', 'agreement.year-wrong');
  return flaws;
}

/** What an agreement needs before it can be settled, signed or recorded as signed: parties of every side, and programmes. */
export function missingFacts(agreement: Agreement): readonly Flaw[] {
  const kind = agreementKind(agreement.kind);
  const sides = new Set(agreement.parties.map(({ side }) => side));
  const flaws: Flaw[] = [];
  if (!sides.has('government') || (kind.withOmbudsman && !sides.has('ombudsman')))
    flaws.push({ field: 'parties', code: 'agreement.parties-missing' });
  if (agreement.programmes.length === 0 && !kind.manyHands)
    flaws.push({ field: 'programmes', code: 'agreement.programmes-missing' });
  return flaws;
}

/** What an agreement can be made under: a memorandum that shares a government with it. */
export function fitsParent(child: Pick<Agreement, 'kind' | 'parties'>, parent: Agreement): Result<null, AgreementRefusal> {
  const under: readonly string[] = agreementKind(child.kind).under;
  const governments = new Set(parent.parties.map(({ governmentId }) => governmentId));
  const shares = child.parties.some(({ side, governmentId }) => side === 'government' && governments.has(governmentId));
  return under.includes(parent.kind) && shares ? { ok: true, value: null } : refuse('agreement.parent-wrong');
}

/** Whether a government, or another body beside the Ombudsman, is a party of both: nobody follows an agreement of strangers. */
export function sharesBody(one: Pick<Agreement, 'parties'>, other: Pick<Agreement, 'parties'>): boolean {
  const theirs = new Set(bodiesOf(other));
  return bodiesOf(one).some((body) => theirs.has(body));
}

/** Governments by id, bodies the directory does not know by name; not the Ombudsman. */
function bodiesOf({ parties }: Pick<Agreement, 'parties'>): readonly (string | null)[] {
  return parties
    .filter(({ side }) => side !== 'ombudsman')
    .map(({ side, governmentId, name }) => (side === 'government' ? governmentId : name));
}

/** What can follow what: its own kind, and one memorandum the other, whatever it is called. */
export function followsKind(next: AgreementKind, before: AgreementKind): boolean {
  return next === before || (COVERING_KINDS.includes(next) && COVERING_KINDS.includes(before));
}

/** Whether two would follow the same agreement for the same body: of several governments each may go on in one of its own, but in one only. */
export function followsTwice(
  before: Pick<Agreement, 'parties'>,
  one: Pick<Agreement, 'parties'>,
  other: Pick<Agreement, 'parties'>,
): boolean {
  const others = new Set(bodiesOf(other));
  const theirs = new Set(bodiesOf(one).filter((body) => others.has(body)));
  return bodiesOf(before).some((body) => theirs.has(body));
}

/** Whether every government and other body of an agreement goes on in one of those that follow it. */
export function isWhollyFollowed(before: Pick<Agreement, 'parties'>, after: readonly Pick<Agreement, 'parties'>[]): boolean {
  const followed = new Set(after.flatMap(bodiesOf));
  return after.length > 0 && bodiesOf(before).every((body) => followed.has(body));
}

export interface PartyOrder {
  readonly agencyId: string | null;
  /** For a body the directory does not know; else its name of the directory stands. */
  readonly name: string;
  readonly ownNumber: string;
}

export interface SignatoryOrder {
  /** Place of the party in the order of parties, 1 = the first; `null` = a witness of no party. */
  readonly party: number | null;
  readonly ordinal: number;
  readonly capacity: Capacity;
  readonly position: string;
  readonly name: string;
  readonly personId: string | null;
}

/** The party a side's officer would mean by its agency. */
export function partyOfAgency(parties: readonly Party[], agencyId: string): Party | undefined {
  return parties.find((party) => party.agencyId === agencyId);
}
