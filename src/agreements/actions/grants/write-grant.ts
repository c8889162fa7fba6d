/** Preparing a grant and changing its draft. */
import { agenciesByIds } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { partyOf } from '../../rules/agreement.ts';
import type { Flaw } from '../../rules/draft.ts';
import { type GrantOrder, grantContent, type ResolvedRecipient } from '../../rules/grants/draft-grant.ts';
import type { Grant } from '../../rules/grants/grant.ts';
import { mayChangeGrant, mayDraftGrant, preparingParty } from '../../rules/grants/grant-steps.ts';
import { isInside } from '../../rules/visibility.ts';
import { loadAgreementForUpdate } from '../../store/agreements.ts';
import { insertGrant, loadGrantForUpdate, nextGrantOrdinal, saveGrant } from '../../store/grants/grants.ts';
import { append } from '../../store/save.ts';

const ABSENT: readonly Flaw[] = [{ field: '', code: 'agreement.grant-absent' }];

/** @returns the draft, or every flaw at once; nothing is written then */
export function draftGrant(
  tools: Tools,
  actor: Actor,
  agreementId: string,
  order: GrantOrder,
  options: { readonly isExample?: boolean } = {},
): Promise<Result<Grant, readonly Flaw[]>> {
  return orRollBack(tools, async (tx) => {
    const agreement = await loadAgreementForUpdate(tx, agreementId);
    if (!agreement || !isInside(actor, agreement)) return refuse(ABSENT);
    const party = preparingParty(actor, agreement);
    if (!party || !mayDraftGrant(actor, agreement)) return refuse<readonly Flaw[]>([{ field: '', code: 'agreement.not-yours' }]);
    const content = grantContent(order, await resolvedRecipients(tx, agreement, order), agreement);
    if (!content.ok) return content;
    const at = tools.clock.now();
    const grant: Grant = {
      ...content.value,
      ...{ id: tools.random.id(), agreementId, ordinal: await nextGrantOrdinal(tx, agreementId), version: 1, state: 'draft' },
      ...{ preparingPartyId: party.id, createdBy: actor.kind === 'officer' ? actor.personId : null, createdAt: at },
      ...{ offers: 0, offeredAt: null, agreedAt: null, endedOn: null, endReason: null, returnedReason: null, consents: [] },
      isExample: options.isExample ?? agreement.isExample,
    };
    await insertGrant(tx, grant);
    await append(tools, tx, agreementId, [{ type: 'grant-drafted', payload: told(grant) }], { at, actor });
    return { ok: true, value: grant };
  });
}

export function changeGrant(
  tools: Tools,
  actor: Actor,
  target: { readonly grantId: string; readonly version: number },
  order: GrantOrder,
): Promise<Result<Grant, readonly Flaw[]>> {
  return orRollBack(tools, async (tx) => {
    const grant = await loadGrantForUpdate(tx, target.grantId);
    const agreement = grant && (await loadAgreementForUpdate(tx, grant.agreementId));
    if (!grant || !agreement || !isInside(actor, agreement)) return refuse(ABSENT);
    if (grant.version !== target.version) return refuse<readonly Flaw[]>([{ field: '', code: 'agreement.grant-moved-on' }]);
    if (grant.state !== 'draft') return refuse<readonly Flaw[]>([{ field: '', code: 'agreement.not-now' }]);
    if (!mayChangeGrant(actor, agreement, grant)) return refuse<readonly Flaw[]>([{ field: '', code: 'agreement.not-yours' }]);
    const content = grantContent(order, await resolvedRecipients(tx, agreement, order), agreement);
    if (!content.ok) return content;
    const saved = await saveGrant(tx, grant, { ...grant, ...content.value });
    await append(tools, tx, agreement.id, [{ type: 'grant-changed', payload: told(saved) }], { at: tools.clock.now(), actor });
    return { ok: true, value: saved };
  });
}

/** What the event says of it: codes alone. */
const told = (grant: Grant) => ({
  ...{ grant: grant.id, ordinal: grant.ordinal, dataSet: grant.dataSet, purpose: grant.purpose, personal: grant.personal },
  ...{ fields: grant.fields.map(({ code }) => code), recipients: grant.recipients.map(({ agencyId }) => agencyId) },
  ...{ startsOn: grant.startsOn.toString(), untilOn: grant.untilOn.toString() },
});

async function resolvedRecipients(
  db: Db | Tx,
  agreement: Pick<Agreement, 'parties'>,
  order: GrantOrder,
): Promise<readonly ResolvedRecipient[]> {
  const known = await agenciesByIds(
    db,
    order.recipients.flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId])),
  );
  return order.recipients.flatMap(({ partyId, agencyId }): ResolvedRecipient[] => {
    const party = partyOf(agreement, partyId);
    if (!party) return [];
    if (agencyId === null) return [{ partyId, agencyId, agencyPath: [], name: party.name }];
    const agency = known.get(agencyId);
    return agency ? [{ partyId, agencyId, agencyPath: agency.path, name: agency.name }] : [];
  });
}
