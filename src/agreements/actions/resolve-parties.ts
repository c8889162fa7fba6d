/** Parties as the directory knows them. */
import { agenciesByIds } from '../../directory/index.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Party } from '../rules/agreement.ts';
import type { PartyOrder } from '../rules/draft.ts';
import type { AgreementRefusal } from '../rules/refusals.ts';

const OMBUDSMAN_KINDS: readonly string[] = ['ombudsman', 'ombudsman-office'];

export function isOmbudsman({ kind }: { readonly kind: string }): boolean {
  return OMBUDSMAN_KINDS.includes(kind);
}

/**
 * @param before parties as they were: who stays a party keeps its id, so that signatories, focal points and lines stay with it
 */
export async function resolveParties(
  tx: Tx,
  orders: readonly PartyOrder[],
  newId: () => string,
  before: readonly Party[] = [],
): Promise<Result<readonly Party[], AgreementRefusal>> {
  const known = await agenciesByIds(
    tx,
    orders.flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId])),
  );
  const parties: Party[] = [];
  for (const [index, order] of orders.entries()) {
    const ordinal = index + 1;
    const ownNumber = order.ownNumber.trim();
    if (order.agencyId === null) {
      const name = order.name.trim();
      if (name === '') return refuse('agreement.party-unknown');
      const id = before.find((party) => party.agencyId === null && party.name === name)?.id ?? newId();
      parties.push({ id, ordinal, side: 'other', agencyId: null, governmentId: null, agencyPath: [], name, ownNumber });
      continue;
    }
    const agency = known.get(order.agencyId);
    if (!agency) return refuse('agreement.party-unknown');
    parties.push({
      id: before.find((party) => party.agencyId === agency.id)?.id ?? newId(),
      ordinal,
      side: isOmbudsman(agency) ? 'ombudsman' : 'government',
      agencyId: agency.id,
      governmentId: agency.governmentId,
      agencyPath: agency.path,
      name: agency.name,
      ownNumber,
    });
  }
  return { ok: true, value: parties };
}
