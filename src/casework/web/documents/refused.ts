/** A problem with a document as a page tells it: sentences in the summary and at the inputs they are about. */
import type { FieldError } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { FILE_REFUSALS } from '../../../platform/files/take-file.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import type { DocumentProblem } from '../../actions/documents/problem.ts';
import { type DocumentKind, documentKind } from '../../rules/documents/kinds.ts';
import { CASE_REFUSALS } from '../../rules/refusals.ts';
import { wordsIn } from './words.ts';

export interface Refused {
  readonly errors: readonly FieldError[];
  readonly status: 403 | 409 | 422;
  readonly problem: DocumentProblem;
}

/** @param otherwise the input (or the id of a form) that a sentence about the whole is at */
export function refusedDocument(
  problem: DocumentProblem,
  language: Language,
  given: { readonly kind?: DocumentKind; readonly otherwise: string },
): Refused {
  const refusal = CASE_REFUSALS[problem.code];
  const status = refusalStatus(refusal.kind) as Refused['status'];
  const words = wordsIn(language);
  const faults = (problem.faults ?? []).map(({ field, fault }) => {
    const label = given.kind ? documentKind(given.kind).fields.find(({ name }) => name === field)?.label[language] : undefined;
    return { field, message: words.faults[fault](label ?? words.answer.datedOn) };
  });
  const file = problem.file ? [{ field: given.otherwise, message: FILE_REFUSALS[problem.file][language] }] : [];
  if (faults.length > 0) return { errors: faults, status, problem };
  return { errors: file.length > 0 ? file : [{ field: given.otherwise, message: refusal[language] }], status, problem };
}
