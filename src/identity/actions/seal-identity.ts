import type { Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import { type Contact, waysToReach } from '../rules/contact.ts';
import type { OriginalWords } from '../rules/original.ts';
import { sealRecord } from '../store/record-seal.ts';
import { insertSealed } from '../store/sealed-records.ts';

/**
 * Seals who filed a complaint and what they wrote, in one statement of the caller's transaction.
 *
 * @param given `contact` as `checkContact` returned it; `undefined` when none was given
 * @throws a unique violation when this complaint is sealed already
 */
export async function sealIdentity(
  tools: Pick<Tools, 'keys' | 'random' | 'clock'>,
  tx: Tx,
  given: { readonly complaintId: string; readonly contact: Contact | undefined; readonly original: OriginalWords },
): Promise<void> {
  const { complaintId, contact, original } = given;
  const sealed = {
    contact: contact && { ...sealRecord(tools, complaintId, 'contact', contact), ways: waysToReach(contact) },
    original: sealRecord(tools, complaintId, 'original', original),
  };
  await insertSealed(tx, complaintId, sealed, tools.clock.now());
}
