/** A refusal of the rules on a page: its text stands in the summary and at the input it is about, with the status of its kind. */
import type { FieldError } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { REFUSALS, type RefusalCode } from '../../rules/refusals.ts';

export interface Refused {
  readonly errors: readonly FieldError[];
  readonly status: number;
}

/** @param fields which input each refusal is about; `otherwise` for all others */
export function refused(
  code: RefusalCode,
  language: Language,
  fields: Partial<Record<RefusalCode, string>> & { readonly otherwise: string },
): Refused {
  const { kind } = REFUSALS[code];
  return {
    errors: [{ field: fields[code] ?? fields.otherwise, message: REFUSALS[code][language] }],
    status: refusalStatus(kind),
  };
}
