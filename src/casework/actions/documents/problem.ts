import type { FileRefusal } from '../../../platform/files/take-file.ts';
import type { Passage } from '../../rules/documents/passages.ts';
import type { FieldFault } from '../../rules/documents/read-fields.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import type { PresentHolder } from './in-office.ts';

/** Why something about a document was refused, with what the page shows beside the sentence. */
export interface DocumentProblem {
  readonly code: CaseRefusal;
  /** Of `case.document-incomplete`. */
  readonly faults?: readonly FieldFault[];
  /** Of `case.passage-...`: which passages. */
  readonly passages?: readonly Passage[];
  /** Of `case.addressee-left`: who holds the office now. */
  readonly holders?: readonly PresentHolder[];
  /** Why a file was not taken. */
  readonly file?: FileRefusal;
}

export type DocumentAnswer<T> = Promise<
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: DocumentProblem }
>;

export function problem(
  code: CaseRefusal,
  more: Omit<DocumentProblem, 'code'> = {},
): { readonly ok: false; readonly refusal: DocumentProblem } {
  return { ok: false, refusal: { code, ...more } };
}
