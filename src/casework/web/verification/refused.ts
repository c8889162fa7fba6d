/** A refusal on a page: the sentence at the input it is about, with the status of its kind. */
import type { FieldErrors } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { CASE_REFUSALS, type CaseRefusal } from '../../rules/refusals.ts';

export interface Refused {
  readonly errors: FieldErrors;
  readonly status: 403 | 409 | 422;
}

/** @param field the input the refusal is about */
export function refused(code: CaseRefusal, language: Language, field: string): Refused {
  const text = CASE_REFUSALS[code];
  const status = text.kind === 'forbidden' ? 403 : text.kind === 'invalid' ? 422 : 409;
  return { errors: [{ field, message: text[language] }], status };
}
