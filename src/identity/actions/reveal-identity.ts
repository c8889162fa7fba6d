import { actorReference } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Contact } from '../rules/contact.ts';
import { checkLook, type Look } from '../rules/look.ts';
import type { OriginalWords } from '../rules/original.ts';
import type { IdentityRefusal } from '../rules/refusals.ts';
import { insertAccess } from '../store/accesses.ts';
import { erasuresOf } from '../store/erasures.ts';
import { openRecord } from '../store/record-seal.ts';
import { loadSealed } from '../store/sealed-records.ts';
import type { SealedPart } from '../store/tables.ts';

type LookTools = Pick<Tools, 'keys' | 'random' | 'clock'>;

/**
 * Who the complainant is. The look is recorded in the same transaction before the seal is opened: show the answer to nobody
 * until the transaction has committed.
 *
 * @throws SealBroken when the record does not open
 */
export async function revealIdentity(tools: LookTools, tx: Tx, look: Look): Promise<Result<Contact, IdentityRefusal>> {
  return (await lookAt(tools, tx, look, 'contact')) as Result<Contact, IdentityRefusal>;
}

/** The complainant's own words, recorded like `revealIdentity`. */
export async function readOriginal(tools: LookTools, tx: Tx, look: Look): Promise<Result<OriginalWords, IdentityRefusal>> {
  return (await lookAt(tools, tx, look, 'original')) as Result<OriginalWords, IdentityRefusal>;
}

/** For this room's own looks alone: records first, then opens. */
export async function lookAt(tools: LookTools, tx: Tx, look: Look, part: SealedPart): Promise<Result<unknown, IdentityRefusal>> {
  const checked = checkLook(look);
  if (!checked.ok) return checked;
  const record = await loadSealed(tx, look.complaintId, part);
  if (record === undefined) {
    const erasures = await erasuresOf(tx, look.complaintId);
    return refuse(erasures.some((erasure) => erasure.part === part) ? 'erased' : 'nothing-sealed');
  }
  await insertAccess(tx, {
    id: tools.random.id(),
    complaintId: look.complaintId,
    part,
    act: 'read',
    actor: actorReference(look.actor),
    purpose: checked.value,
    at: tools.clock.now(),
  });
  return ok(openRecord(tools, look.complaintId, part, record));
}
