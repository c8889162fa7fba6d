import { type Actor, actorReference } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import type { IdentityRefusal } from '../rules/refusals.ts';
import { insertErasure } from '../store/erasures.ts';
import { loadParticularsGiven } from '../store/particulars.ts';
import { deleteSealed } from '../store/sealed-records.ts';
import type { SealedPart } from '../store/tables.ts';
import { removeFileLater } from './particulars.ts';

export interface ErasureOrder {
  readonly complaintId: string;
  readonly actor: Actor;
  /** The legal basis or the request, for example `withdrawal of consent, UU 27/2022`. No personal data: it stays for ever. */
  readonly basis: string;
  /** All when not given: who someone is can be read from their words too. */
  readonly parts?: readonly SealedPart[];
}

/**
 * Forgets sealed parts for good (the data keys are deleted, so nobody can open a copy either) and leaves a tombstone that says
 * why. Who may order it is decided by the caller.
 *
 * @returns the parts erased now
 */
export async function eraseIdentity(
  tools: Pick<Tools, 'random' | 'clock'>,
  tx: Tx,
  { complaintId, actor, basis, parts = ['contact', 'original', 'particulars'] }: ErasureOrder,
): Promise<Result<readonly SealedPart[], IdentityRefusal>> {
  if (basis.trim() === '') return refuse('basis-missing');
  const erased: SealedPart[] = [];
  for (const part of parts) {
    const { idCopyKey } = part === 'particulars' ? await loadParticularsGiven(tx, complaintId) : { idCopyKey: null };
    if (!(await deleteSealed(tx, complaintId, part))) continue;
    const tombstone = { complaintId, part, actor: actorReference(actor), basis: basis.trim(), at: tools.clock.now() };
    await insertErasure(tx, { id: tools.random.id(), ...tombstone });
    if (idCopyKey !== null) await removeFileLater(tx, idCopyKey);
    erased.push(part);
  }
  return erased.length === 0 ? refuse('nothing-sealed') : ok(erased);
}
