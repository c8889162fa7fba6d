/** Refusals on a page: their texts stand in the summary and at the inputs they are about, with the status of their kind. */
import type { FieldError } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { FIELD_REFUSALS, type RefusalCode } from '../../rules/field-refusals.ts';

export interface Refused {
  readonly errors: readonly FieldError[];
  readonly status: number;
}

export const NOT_REFUSED: Refused = { errors: [], status: 200 };

/** @param fields which input each refusal is about; `otherwise` for all others */
export function refused(
  codes: readonly RefusalCode[],
  language: Language,
  fields: Partial<Record<RefusalCode, string>> & { readonly otherwise: string },
): Refused {
  const [first] = codes;
  return {
    errors: codes.map((code) => ({ field: fields[code] ?? fields.otherwise, message: FIELD_REFUSALS[code][language] })),
    status: first ? refusalStatus(FIELD_REFUSALS[first].kind) : 422,
  };
}
