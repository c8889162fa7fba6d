/** Who signs and who witnesses, while the text may still change. Whoever stays keeps their id, so that what signing knows of them stays. */
import { holdersOf } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { dayOf, endOfDay } from '../../../kernel/time.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement, Signatory } from '../../rules/agreement.ts';
import type { SignatoryOrder } from '../../rules/draft.ts';
import { isHeldByEdition, mayEdit } from '../../rules/permissions.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { refusalOfHands } from '../../rules/signing/hands.ts';
import { type AgreementTarget, changeAgreement } from '../change.ts';
import { mayCorrect } from './change-facts.ts';

export const POSITION_LIMIT = 200;

export interface HandOrder extends SignatoryOrder {
  /** Who it was before; `null` = somebody new. */
  readonly id: string | null;
}

export function changeHands(
  tools: Tools,
  actor: Actor,
  target: AgreementTarget,
  orders: readonly HandOrder[],
): Promise<Result<Agreement, AgreementRefusal>> {
  return changeAgreement(tools, actor, target, async (agreement, { at, newId }, tx) => {
    const isRecord = mayCorrect(actor, agreement);
    if (!mayEdit(actor, agreement) && !isRecord)
      return refuse(isHeldByEdition(actor, agreement) ? 'agreement.rad-by-edition' : 'agreement.not-now');
    const today = dayOf(at, agreement.zone);
    const signatories: Signatory[] = [];
    for (const order of orders) {
      const party = order.party === null ? null : agreement.parties[order.party - 1];
      if (party === undefined || (party === null && order.capacity === 'signs')) return refuse('agreement.signatory-party');
      if (order.position.trim() === '') return refuse('agreement.position-missing');
      if (order.position.length > POSITION_LIMIT || order.name.length > POSITION_LIMIT) return refuse('agreement.text-too-long');
      if (order.personId !== null) {
        const agencies = party?.agencyPath ?? agreement.parties.flatMap(({ agencyPath }) => agencyPath);
        const may = await Promise.all([...new Set(agencies)].map((id) => holdersOf(tx, id, 'agreement.sign', today)));
        if (!may.some((people) => people.includes(order.personId as string))) return refuse('agreement.signatory-unknown');
      }
      const before = agreement.signatories.find(({ id }) => id === order.id);
      // Of a record the day is known, not the hour: the end of it, where the agreement is.
      const recordedAt = agreement.signedOn === null ? at : endOfDay(agreement.signedOn, agreement.zone);
      const signedAt = isRecord ? (before?.signedAt ?? recordedAt) : (before?.signedAt ?? null);
      signatories.push({
        ...{ id: before?.id ?? newId(), partyId: party?.id ?? null, ordinal: order.ordinal, capacity: order.capacity },
        ...{ position: order.position.trim(), name: order.name.trim(), personId: order.personId },
        ...{ askedAt: before?.askedAt ?? null, method: isRecord ? 'record' : (before?.method ?? null), signedAt },
        ...{
          uploadedBy: before?.uploadedBy ?? null,
          confirmedBy: before?.confirmedBy ?? null,
          declinedAt: before?.declinedAt ?? null,
        },
      });
    }
    const wrong = refusalOfHands({ parties: agreement.parties, signatories });
    if (wrong) return refuse(wrong);
    const payload = {
      signs: signatories.filter(({ capacity }) => capacity === 'signs').length,
      witnesses: signatories.filter(({ capacity }) => capacity === 'witnesses').length,
    };
    return ok({ next: { ...agreement, signatories }, events: [{ type: 'register-hands-changed', payload }] });
  });
}
