import type { Tx } from '../../database/database.ts';
import type { Tools } from '../../tools.ts';
import { accountAddress } from './accounts.ts';

/** What can happen to an account that its owner must hear of, in case it was not the owner. */
export type AccountChange = 'password-changed' | 'password-reset' | 'phone-changed' | 'backup-codes-made' | 'invited-again';

/** Tells the owner of an account what happened to it. Silent when the person has no open account. */
export async function tellOfChange(tools: Tools, tx: Tx, personId: string, change: AccountChange): Promise<void> {
  if ((await accountAddress(tx, personId)) === undefined) return;
  await tools.post(tx, {
    purpose: 'sign-in.changed',
    object: { kind: 'account', id: personId },
    recipient: { kind: 'person', id: personId },
    // Every change is told, also the second of its kind.
    stage: tools.random.id(),
    details: { change, at: tools.clock.now().toString() },
  });
}
