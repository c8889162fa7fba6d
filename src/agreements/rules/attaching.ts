/** What may be attached to an agreement and by whom, and who may open it. Pure. */
import type { Actor } from '../../kernel/actor.ts';
import type { Label } from '../../kernel/language.ts';
import type { Agreement } from './agreement.ts';
import { mayPrepare } from './permissions.ts';
import type { AgreementRefusal } from './refusals.ts';
import { isComplete } from './signing/turn.ts';
import { isInside, isPublic, seeingPositions } from './visibility.ts';

export const FILE_TITLE_LIMIT = 200;

/** Of the reason for which a file is taken back, in characters. */
export const CLOSING_REASON_LIMIT = 500;

export const FILE_KIND_LABELS = {
  scan: { id: 'Pindaian naskah bertanda tangan', en: 'Scan of the signed paper' },
  signed: { id: 'Naskah bertanda tangan', en: 'Signed document' },
  annex: { id: 'Lampiran', en: 'Annex' },
  minutes: { id: 'Notulen', en: 'Minutes' },
  evaluation: { id: 'Evaluasi', en: 'Evaluation' },
  evidence: { id: 'Bukti dukung', en: 'Evidence' },
  other: { id: 'Berkas lain', en: 'Other file' },
} as const satisfies Record<string, Label>;
export type FileKindOfAgreement = keyof typeof FILE_KIND_LABELS;

/** Papers that must be read page by page, and stay what they were: PDF alone. */
const PDF_ONLY: readonly FileKindOfAgreement[] = ['scan', 'signed', 'minutes', 'evaluation'];

export function mustBePdf(kind: FileKindOfAgreement): boolean {
  return PDF_ONLY.includes(kind);
}

const WORKING = ['agreement.prepare', 'agreement.sign', 'agreement.progress', 'agreement.confirm'] as const;

/** What stands in the way of attaching it; areas ask more of theirs. The signed paper and annexes are for whoever prepares the agreement. */
export function refusalToAttach(
  agreement: Agreement,
  actor: Actor,
  order: { readonly kind: FileKindOfAgreement; readonly title: string; readonly isPublic?: boolean },
): AgreementRefusal | undefined {
  if (!isInside(actor, agreement)) return 'agreement.absent';
  if (agreement.state === 'dropped') return 'agreement.not-now';
  const works = seeingPositions(actor, agreement).some(({ capabilities }) => WORKING.some((each) => capabilities.includes(each)));
  // What everybody may read is given out by whoever answers for the whole document.
  const needsKeeper = order.isPublic === true || order.kind === 'annex' || order.kind === 'scan' || order.kind === 'signed';
  if (needsKeeper ? !mayPrepare(actor, agreement) : !works) return 'agreement.not-yours';
  return order.title.length > FILE_TITLE_LIMIT ? 'agreement.text-too-long' : undefined;
}

export interface GivenOut {
  readonly kind: FileKindOfAgreement;
  readonly isPublic: boolean;
  readonly confirmedBy: string | null;
  readonly replacedBy: string | null;
}

/** Whether a file of a public agreement is for everybody: given out, not replaced, and a scan only once a second person has compared it with the paper. */
export function isGivenOut({ kind, isPublic: open, confirmedBy, replacedBy }: GivenOut): boolean {
  return open && replacedBy === null && (kind !== 'scan' || confirmedBy !== null);
}

/** Insiders open everything; the public what was given out of a signed agreement. */
export function mayOpenFile(actor: Actor, agreement: Agreement, file: GivenOut): boolean {
  return isInside(actor, agreement) || (isPublic(agreement) && isGivenOut(file));
}

/** Files of the document itself, which its keeper opens to everybody and closes again; minutes and evaluations are opened by what they record. */
const OPENED_BY_KEEPER: readonly FileKindOfAgreement[] = ['scan', 'signed', 'annex', 'other'];

/** Evidence is opened when the other side confirms it, may be taken back where it shows too much, and then be opened again where that was a mistake. */
const CLOSED_BY_KEEPER: readonly FileKindOfAgreement[] = [...OPENED_BY_KEEPER, 'evidence'];

/**
 * Whether the keeper may open a file to everybody, or take it back from them.
 *
 * @param offered the confirmed reports whose evidence its owner offered to the public, by id: no other evidence is opened
 */
export function mayTurnFile(
  actor: Actor,
  agreement: Agreement,
  file: GivenOut & { readonly partId: string | null },
  open: boolean,
  offered: ReadonlySet<string>,
): boolean {
  if (agreement.state === 'dropped' || file.replacedBy !== null || file.isPublic === open) return false;
  // It names those who have not signed yet.
  if (open && file.kind === 'signed' && !isComplete(agreement)) return false;
  const isOffered = file.kind === 'evidence' && file.partId !== null && offered.has(file.partId);
  return mayPrepare(actor, agreement) && (isOffered || (open ? OPENED_BY_KEEPER : CLOSED_BY_KEEPER).includes(file.kind));
}
