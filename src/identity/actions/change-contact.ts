import { actorReference } from '../../kernel/actor.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import { type Contact, waysToReach } from '../rules/contact.ts';
import { checkLook, type Look } from '../rules/look.ts';
import type { IdentityRefusal } from '../rules/refusals.ts';
import { insertAccess } from '../store/accesses.ts';
import { sealRecord } from '../store/record-seal.ts';
import { replaceContact } from '../store/sealed-records.ts';

/**
 * Puts a new contact in the place of the old one, or adds one that was missing; the old one is forgotten. Recorded like a look,
 * because whoever changes the address gets the news. To take a contact away, erase it with its basis.
 */
export async function changeContact(
  tools: Pick<Tools, 'keys' | 'random' | 'clock'>,
  tx: Tx,
  change: Look & { readonly contact: Contact },
): Promise<Result<undefined, IdentityRefusal>> {
  const checked = checkLook(change);
  if (!checked.ok) return checked;
  const { complaintId, contact, actor } = change;
  const at = tools.clock.now();
  await replaceContact(
    tx,
    complaintId,
    { ...sealRecord(tools, complaintId, 'contact', contact), ways: waysToReach(contact) },
    at,
  );
  const access = { complaintId, part: 'contact', act: 'change', purpose: checked.value, at } as const;
  await insertAccess(tx, { id: tools.random.id(), actor: actorReference(actor), ...access });
  return ok(undefined);
}
