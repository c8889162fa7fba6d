import { isUuid } from '../../kernel/ids.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { ErrandList } from '../../platform/jobs/errands.ts';
import type { Tools } from '../../platform/tools.ts';
import { completeEnding } from '../actions/complete-ending.ts';
import type { DirectorySlots } from '../actions/slots.ts';

const NAME = 'directory.complete-ending';

/**
 * What this room does later: hand over the work of those whose last day has passed.
 *
 * @param slotsFor the slots, made with the tools the errand is given
 */
export function directoryErrands(slotsFor: (tools: Tools) => DirectorySlots): ErrandList {
  return {
    async [NAME](tools, payload) {
      const positionId = (payload as { positionId?: unknown } | null)?.positionId;
      if (typeof positionId !== 'string' || !isUuid(positionId)) throw new TypeError(`${NAME}: no position`);
      await inTransaction(tools, (tx) =>
        completeEnding(tools, slotsFor(tools), tx, { kind: 'system', errand: NAME }, positionId),
      );
    },
  };
}
