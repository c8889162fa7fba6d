/** What may be attached to an agreement and by whom, and who may open it. Pure. */
import type { Actor } from '../../kernel/actor.ts';
import type { Label } from '../../kernel/language.ts';
import type { Agreement } from './agreement.ts';
import { mayPrepare } from './permissions.ts';
import type { AgreementRefusal } from './refusals.ts';
import { isInside, isPublic, seeingPositions } from './visibility.ts';

export const FILE_TITLE_LIMIT = 200;

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
  order: { readonly kind: FileKindOfAgreement; readonly title: string },
): AgreementRefusal | undefined {
  if (!isInside(actor, agreement)) return 'agreement.absent';
  if (agreement.state === 'dropped') return 'agreement.not-now';
  const works = seeingPositions(actor, agreement).some(({ capabilities }) => WORKING.some((each) => capabilities.includes(each)));
  const needsKeeper = order.kind === 'annex' || order.kind === 'scan' || order.kind === 'signed';
  if (needsKeeper ? !mayPrepare(actor, agreement) : !works) return 'agreement.not-yours';
  return order.title.length > FILE_TITLE_LIMIT ? 'agreement.text-too-long' : undefined;
}

/** Insiders open everything; the public what was given out of a signed agreement and not replaced. */
export function mayOpenFile(
  actor: Actor,
  agreement: Agreement,
  file: { readonly isPublic: boolean; readonly replacedBy: string | null },
): boolean {
  return isInside(actor, agreement) || (isPublic(agreement) && file.isPublic && file.replacedBy === null);
}
