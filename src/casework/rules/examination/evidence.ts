/** The register of evidence: numbered items with the digest of what was handed in, and where each has been since. */
import type { Label } from '../../../kernel/language.ts';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { CaseRefusal } from '../refusals.ts';

export const EVIDENCE_KINDS = ['document', 'picture', 'recording', 'object', 'statement'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const EVIDENCE_KIND_LABELS: Readonly<Record<EvidenceKind, Label>> = {
  document: { id: 'Surat atau dokumen', en: 'Document' },
  picture: { id: 'Foto atau gambar', en: 'Picture' },
  recording: { id: 'Rekaman suara atau video', en: 'Sound or video recording' },
  object: { id: 'Barang', en: 'Object' },
  statement: { id: 'Keterangan', en: 'Statement' },
};

/** Bukti formil dan/atau materiil (PO 26/2017). */
export const EVIDENCE_NATURES = ['formal', 'material'] as const;
export type EvidenceNature = (typeof EVIDENCE_NATURES)[number];

export const EVIDENCE_NATURE_LABELS: Readonly<Record<EvidenceNature, Label>> = {
  formal: { id: 'Bukti formil', en: 'Formal evidence' },
  material: { id: 'Bukti materiil', en: 'Material evidence' },
};

export const CUSTODY_ACTS = ['received', 'copied', 'moved', 'handed-over', 'examined', 'returned', 'sealed', 'checked'] as const;
export type CustodyAct = (typeof CUSTODY_ACTS)[number];

export const CUSTODY_LABELS: Readonly<Record<CustodyAct, Label>> = {
  received: { id: 'Diterima', en: 'Received' },
  copied: { id: 'Disalin', en: 'Copied' },
  moved: { id: 'Dipindahkan', en: 'Moved' },
  'handed-over': { id: 'Diserahkan kepada', en: 'Handed over to' },
  examined: { id: 'Diperiksa', en: 'Examined' },
  returned: { id: 'Dikembalikan', en: 'Returned' },
  sealed: { id: 'Disegel', en: 'Sealed' },
  checked: { id: 'Keutuhan berkas diperiksa', en: 'Integrity of the file checked' },
};

/** What people record; the receipt and the checks are recorded by the system. */
export const RECORDED_ACTS = CUSTODY_ACTS.filter((act) => act !== 'received' && act !== 'checked');

/** Acts that say to whom or whither. */
export const WITH_PARTY: readonly CustodyAct[] = ['copied', 'moved', 'handed-over', 'returned'];

export type Stance = 'for' | 'against' | 'none';

export const STANCE_LABELS: Readonly<Record<Exclude<Stance, 'none'>, Label>> = {
  for: { id: 'Mendukung dugaan', en: 'For the allegation' },
  against: { id: 'Melemahkan dugaan', en: 'Against the allegation' },
};

export interface EvidenceFile {
  readonly mediaType: string;
  /** With the dot. */
  readonly extension: string;
  /** Of the bytes as they were handed in. */
  readonly bytes: number;
  /** Of the same bytes, hexadecimal. */
  readonly sha256: string;
  readonly fileKey: string;
  /** A copy of a picture without what the camera wrote into it. */
  readonly shownKey: string | null;
  readonly thumbnailKey: string | null;
}

export interface EvidenceItem {
  readonly id: string;
  /** Bukti 1, 2, 3 within the case. */
  readonly no: number;
  readonly kind: EvidenceKind;
  readonly nature: EvidenceNature;
  readonly description: string;
  /** Who gave it, as a position ("saksi 1"), never a name. */
  readonly source: string;
  readonly stepId: string | null;
  readonly documentId: string | null;
  readonly caseFileId: string | null;
  /** The file of an agency's answer; `documentId` is the answer. */
  readonly answerFileId: string | null;
  readonly receivedOn: Day;
  readonly receivedHow: string;
  readonly keptAt: string;
  /** A reference: `person:ID`. */
  readonly takenBy: string;
  readonly takenAt: Moment;
  readonly file: EvidenceFile | null;
}

/** A file that lies in the case already and is not evidence yet. */
export interface OfferedFile {
  readonly id: string;
  /** Brought over from the complaint, sent by the reporter or somebody of the complaint's side, or with an agency's answer to a letter. */
  readonly from: 'complaint' | 'reporter' | 'answer';
  /** `null` when whoever sent it is the reporter. */
  readonly author: string | null;
  readonly audience: 'internal' | 'reporter' | 'respondent' | 'parties';
  readonly at: Moment;
  /** Of an answer: which it came with, the letter it answers, and the step that letter belongs to. */
  readonly documentId: string | null;
  readonly letterNumber: string | null;
  readonly stepId: string | null;
  readonly file: EvidenceFile;
}

export interface CustodyLine {
  readonly no: number;
  readonly act: CustodyAct;
  readonly at: Moment;
  readonly onDay: Day;
  /** A reference: `person:ID`. */
  readonly by: string;
  readonly party: string;
  readonly reason: string;
  readonly isIntact: boolean | null;
}

/** What keeps a line from being added to a chain of custody. What was returned is not here any more: only a new receipt would bring it back. */
export function refusalToRecord(
  chain: readonly Pick<CustodyLine, 'act'>[],
  line: { readonly act: CustodyAct; readonly party: string; readonly reason: string },
): CaseRefusal | undefined {
  if (line.reason.trim() === '') return 'case.reason-missing';
  if (WITH_PARTY.includes(line.act) && line.party.trim() === '') return 'case.custody-party-missing';
  if (chain.some((each) => each.act === 'returned')) return 'case.evidence-returned';
  return undefined;
}

/** Which kind a file is most likely, to begin with. */
export function kindOfMedia(mediaType: string): EvidenceKind {
  if (mediaType.startsWith('image/')) return 'picture';
  if (mediaType.startsWith('audio/') || mediaType.startsWith('video/')) return 'recording';
  return 'document';
}
