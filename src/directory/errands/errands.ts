import { isUuid } from '../../kernel/ids.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { ErrandList } from '../../platform/jobs/errands.ts';
import { completeEnding } from '../actions/complete-ending.ts';
import type { DirectorySlots } from '../actions/slots.ts';

const NAME = 'directory.complete-ending';

/** What this room does later: hand over the work of those whose last day has passed. */
export function directoryErrands(slots: DirectorySlots): ErrandList {
  return {
    async [NAME](tools, payload) {
      const positionId = (payload as { positionId?: unknown } | null)?.positionId;
      if (typeof positionId !== 'string' || !isUuid(positionId)) throw new TypeError(`${NAME}: no position`);
      await inTransaction(tools, (tx) => completeEnding(tools, slots, tx, { kind: 'system', errand: NAME }, positionId));
    },
  };
}
