/** Whether the readiness list of an agreement is complete, asked in the transaction of the step. */
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { missingFacts } from '../../rules/draft.ts';

export function isReadyIn(_tools: Tools): (tx: Tx, agreement: Agreement) => Promise<boolean> {
  return async (_tx, agreement) => missingFacts(agreement).length === 0;
}
