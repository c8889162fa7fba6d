/** One step in the life of a grant: saved with its event, and told to the side that must act next, in one transaction. */
import { holdersOf } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement, Party } from '../../rules/agreement.ts';
import { focalPointsOn, partyOf } from '../../rules/agreement.ts';
import { concernedParties, type Grant, partiesWaitedFor } from '../../rules/grants/grant.ts';
import { type GrantStep, moveGrant } from '../../rules/grants/grant-steps.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { isInside } from '../../rules/visibility.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { loadGrantForUpdate, saveGrant } from '../../store/grants/grants.ts';
import { append } from '../../store/save.ts';

/** @returns the grant as it stands then, or the refusal; nothing is written then */
export function takeGrantStep(
  tools: Tools,
  actor: Actor,
  target: { readonly grantId: string; readonly version: number | null },
  step: GrantStep,
): Promise<Result<Grant, AgreementRefusal>> {
  return orRollBack(tools, async (tx) => {
    const grant = await loadGrantForUpdate(tx, target.grantId);
    const agreement = grant && (await loadAgreement(tx, grant.agreementId));
    if (!grant || !agreement || !isInside(actor, agreement)) return refuse<AgreementRefusal>('agreement.grant-absent');
    if (target.version !== null && target.version !== grant.version) return refuse<AgreementRefusal>('agreement.grant-moved-on');
    const at = tools.clock.now();
    const moved = moveGrant(grant, agreement, actor, step, { at, today: dayOf(at, agreement.zone) });
    if (!moved.ok) return moved;
    const saved = await saveGrant(tx, grant, moved.value.grant);
    await append(tools, tx, agreement.id, moved.value.events, { at, actor });
    for (const { type } of moved.value.events) await tell(tools, tx, agreement, saved, type, actor);
    return { ok: true, value: saved };
  });
}

const TOLD: Readonly<Record<string, { readonly purpose: string; readonly to: 'waited-for' | 'preparer' | 'concerned' }>> = {
  'grant-offer': { purpose: 'agreement.grant-offered', to: 'waited-for' },
  'grant-decline': { purpose: 'agreement.grant-returned', to: 'preparer' },
  'grant-complete': { purpose: 'agreement.grant-agreed', to: 'concerned' },
  'grant-end': { purpose: 'agreement.grant-ended', to: 'concerned' },
};

async function tell(tools: Tools, tx: Tx, agreement: Agreement, grant: Grant, event: string, actor: Actor): Promise<void> {
  const told = TOLD[event];
  if (!told) return;
  const parties: readonly (Party | undefined)[] =
    told.to === 'waited-for'
      ? partiesWaitedFor(grant, agreement)
      : (told.to === 'preparer' ? [grant.preparingPartyId] : concernedParties(grant)).map((id) => partyOf(agreement, id));
  const people = new Set<string>();
  for (const party of parties) for (const id of await peopleOf(tools, tx, agreement, party, told.to)) people.add(id);
  if (actor.kind === 'officer') people.delete(actor.personId);
  for (const id of people)
    await tools.post(tx, {
      purpose: told.purpose,
      object: { kind: 'grant', id: grant.id },
      recipient: { kind: 'person', id },
      stage: `${event}:${grant.offers}`,
      details: { code: agreement.code, ordinal: String(grant.ordinal) },
    });
}

/** Who signs and who prepares for a party, and its focal points. */
async function peopleOf(
  tools: Tools,
  tx: Tx,
  agreement: Agreement,
  party: Party | undefined,
  to: 'waited-for' | 'preparer' | 'concerned',
): Promise<readonly string[]> {
  if (!party?.agencyId) return [];
  const day = dayOf(tools.clock.now(), agreement.zone);
  const points = focalPointsOn(agreement, party.id, day).flatMap(({ personId }) => (personId === null ? [] : [personId]));
  const preparing = await holdersOf(tx, party.agencyId, 'agreement.prepare', day);
  const signing = to === 'waited-for' ? await holdersOf(tx, party.agencyId, 'agreement.sign', day) : [];
  return [...points, ...preparing, ...signing];
}
