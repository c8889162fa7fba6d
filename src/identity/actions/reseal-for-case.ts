import { actorReference } from '../../kernel/actor.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import { type Contact, waysToReach } from '../rules/contact.ts';
import { checkLook, type Look } from '../rules/look.ts';
import type { IdentityRefusal } from '../rules/refusals.ts';
import { insertAccess } from '../store/accesses.ts';
import { openRecord, sealRecord } from '../store/record-seal.ts';
import { insertSealedPart, loadSealed, replaceContact } from '../store/sealed-records.ts';

/** Both parts of a complaint may be taken along; which ones is what the complainant consented to. */
export type CarriedPart = 'contact' | 'original';

/**
 * Seals what a complainant gave with a complaint once more under the id of the case it became: another key, another record, so that
 * each can be erased alone and the Ombudsman's readers need no way into the complaint. Recorded as a look at the complaint, whose
 * complainant asked for it. Nothing that is opened leaves this room.
 *
 * @param look of the complaint, its actor the complainant  @returns the parts that were there
 */
export async function resealForCase(
  tools: Pick<Tools, 'keys' | 'random' | 'clock'>,
  tx: Tx,
  look: Look & { readonly caseId: string; readonly parts: readonly CarriedPart[] },
): Promise<Result<readonly CarriedPart[], IdentityRefusal>> {
  const checked = checkLook(look);
  if (!checked.ok) return checked;
  const at = tools.clock.now();
  const carried: CarriedPart[] = [];
  for (const part of look.parts) {
    const record = await loadSealed(tx, look.complaintId, part);
    if (record === undefined) continue;
    const access = { complaintId: look.complaintId, part, act: 'read', purpose: checked.value, at } as const;
    await insertAccess(tx, { id: tools.random.id(), actor: actorReference(look.actor), ...access });
    const content = openRecord(tools, look.complaintId, part, record);
    const sealed = sealRecord(tools, look.caseId, part, content);
    if (part === 'contact') {
      await replaceContact(tx, look.caseId, { ...sealed, ways: waysToReach(content as Contact) }, at);
    } else await insertSealedPart(tx, look.caseId, part, sealed, at);
    carried.push(part);
  }
  return ok(carried);
}
