import type { RefusalKind } from '../../kernel/result.ts';

const STATUS = { invalid: 422, conflict: 409, forbidden: 403, absent: 404, busy: 429 } as const satisfies Record<
  RefusalKind,
  number
>;

/** The HTTP status a refusal of the domain is answered with. */
export function refusalStatus(kind: RefusalKind): 403 | 404 | 409 | 422 | 429 {
  return STATUS[kind];
}
