/** What a file somebody holds is: the signed document of an agreement, an earlier state of it, a scan, or none of ours. Pure. */
import type { FileState, SealReason } from '../../../platform/documents/index.ts';

/** A file on record, found by its digest. */
export interface RecordedFile {
  readonly code: string;
  readonly title: string;
  /** Anyone may open the page of the agreement. */
  readonly isPublic: boolean;
  readonly what: 'unsigned' | 'sealed' | 'scan';
  /** Of a sealed one: how many seals it carries, and how many the newest one does. */
  readonly seals: number;
  readonly newest: number;
  /** Its round of signing was stopped: what it carries is void. */
  readonly isVoid: boolean;
}

export type FindingKind =
  | 'signed'
  | 'earlier'
  | 'void'
  | 'unsigned'
  | 'scan'
  | 'sealed-unknown'
  | 'altered'
  | 'foreign'
  | 'unknown'
  | 'unreadable';

export interface Finding {
  readonly kind: FindingKind;
  readonly file: RecordedFile | null;
  readonly reasons: readonly SealReason[];
}

export function findingOf(state: FileState, reasons: readonly SealReason[], file: RecordedFile | null): Finding {
  return { kind: kindOf(state, file), file, reasons: state === 'intact' ? [] : reasons };
}

function kindOf(state: FileState, file: RecordedFile | null): FindingKind {
  // The very bytes are on record: what they are is known whatever the seals say of themselves.
  if (file?.what === 'scan') return 'scan';
  if (file?.isVoid) return 'void';
  if (file?.what === 'unsigned') return 'unsigned';
  if (state === 'intact') {
    if (!file) return 'sealed-unknown';
    return file.seals === file.newest ? 'signed' : 'earlier';
  }
  if (state === 'altered') return 'altered';
  if (state === 'foreign' || state === 'distrusted') return 'foreign';
  return state === 'unreadable' ? 'unreadable' : 'unknown';
}
