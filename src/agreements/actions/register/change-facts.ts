/** Changing what an agreement says about itself: while it is a draft, and afterwards what somebody entered wrongly from the files. */
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf, endOfDay } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { flawsOf, missingFacts, type PartyOrder } from '../../rules/draft.ts';
import type { Grant } from '../../rules/grants/grant.ts';
import { isHeldByEdition, mayEdit, mayPrepare } from '../../rules/permissions.ts';
import { recordConflict } from '../../rules/register/same-record.ts';
import { grantsOf } from '../../store/grants/grants.ts';
import { linesOf } from '../../store/lines.ts';
import { programmes } from '../../store/programmes.ts';
import { recordsLike } from '../../store/register/records.ts';
import { type AgreementTarget, changeAgreementIn } from '../change.ts';
import { fitsRelations, type Refused } from '../create-agreement.ts';
import { resolveParties } from '../resolve-parties.ts';

export interface FactsOrder {
  readonly title: string;
  readonly basis: string;
  readonly purpose: string;
  readonly programmes: readonly string[];
  readonly parties: readonly PartyOrder[];
  readonly yearFrom: number | null;
  readonly yearUntil: number | null;
  readonly place: string;
  readonly signedOn: Day | null;
  readonly inForceFrom: Day | null;
  readonly inForceUntil: Day | null;
  readonly parentId: string | null;
  readonly predecessorId: string | null;
  readonly source: string;
}

/** Whether the facts of a signed agreement may be set right: it was entered from the files, and nobody signed, reviewed or adopted it here. */
export function mayCorrect(actor: Actor, agreement: Agreement): boolean {
  return agreement.state === 'signed' && agreement.evidence === 'record' && !agreement.isAdopted && mayPrepare(actor, agreement);
}

/**
 * @param reason why, for a record that is set right; a draft needs none
 * @returns the agreement, or every flaw at once
 */
export async function changeFacts(
  tools: Tools,
  actor: Actor,
  target: AgreementTarget,
  order: FactsOrder,
  reason = '',
): Promise<Result<Agreement, readonly Refused[]>> {
  return orRollBack<Agreement, readonly Refused[]>(tools, async (tx) => {
    let flaws: readonly Refused[] = [];
    const changed = await changeAgreementIn(tools, tx, actor, target, async (agreement, { at, newId }) => {
      const isDraft = mayEdit(actor, agreement);
      if (!isDraft && !mayCorrect(actor, agreement))
        return refuse(isHeldByEdition(actor, agreement) ? 'agreement.rad-by-edition' : 'agreement.not-now');
      if (!isDraft && reason.trim() === '') {
        flaws = [{ code: 'agreement.reason-missing', field: 'reason' }];
        return refuse('agreement.reason-missing');
      }
      const resolved = await resolveParties(tx, order.parties, newId, agreement.parties);
      if (!resolved.ok) {
        flaws = [{ code: resolved.refusal, field: 'parties' }];
        return refuse(resolved.refusal);
      }
      const next = withFacts(agreement, order, resolved.value);
      flaws = await flawsNow(tx, agreement, next, dayOf(at, agreement.zone));
      const first = flaws[0];
      if (first) return refuse(first.code);
      const what = changedFields(agreement, next);
      const type = isDraft ? 'register-facts-changed' : 'register-record-corrected';
      return ok({ next, events: [{ type, payload: { fields: what, reason: reason.trim() } }] });
    });
    if (changed.ok) return changed;
    return refuse(flaws.length > 0 ? flaws : [{ code: changed.refusal, field: '' }]);
  });
}

/** Signatories and focal points of a party that is gone go with it. */
function withFacts(agreement: Agreement, order: FactsOrder, parties: Agreement['parties']): Agreement {
  const isThere = (id: string | null) => id === null || parties.some((party) => party.id === id);
  return {
    ...agreement,
    ...{ title: order.title.trim(), basis: order.basis.trim(), purpose: order.purpose.trim(), place: order.place.trim() },
    ...{ programmes: [...new Set(order.programmes)], yearFrom: order.yearFrom, yearUntil: order.yearUntil ?? order.yearFrom },
    ...{ signedOn: order.signedOn, inForceFrom: order.inForceFrom, inForceUntil: order.inForceUntil },
    ...{ parentId: order.parentId, predecessorId: order.predecessorId, source: order.source.trim(), parties },
    signatories: agreement.signatories
      .filter(({ partyId }) => isThere(partyId))
      .map((each) => {
        // Whoever signed a paper that is on record signed on its day: set right with it.
        const isOfRecord = each.method === 'record' && order.signedOn !== null;
        return isOfRecord ? { ...each, signedAt: endOfDay(order.signedOn as Day, agreement.zone) } : each;
      }),
    focalPoints: agreement.focalPoints.filter(({ partyId }) => isThere(partyId)),
  };
}

async function flawsNow(tx: Tx, before: Agreement, next: Agreement, today: Day): Promise<readonly Refused[]> {
  const flaws: Refused[] = [...flawsOf(next, { programmes: (await programmes(tx)).map(({ code }) => code) }, today)];
  if (before.state === 'signed') {
    flaws.push(...missingFacts(next));
    if (next.signedOn === null) flaws.push({ code: 'agreement.day-wrong', field: 'signedOn' });
    if (next.inForceFrom === null) flaws.push({ code: 'agreement.day-wrong', field: 'inForceFrom' });
    // Set right, it must not become the record of a paper that is on record already.
    if (recordConflict(next, await recordsLike(tx, next))) flaws.push({ code: 'agreement.recorded-already', field: 'signedOn' });
  }
  const gone = before.parties.filter(({ id }) => !next.parties.some((party) => party.id === id));
  if (gone.length > 0) {
    const lines = await linesOf(tx, before.id);
    const holds = gone.some(({ id }) => lines.some(({ owner, other }) => owner.partyId === id || other?.partyId === id));
    if (holds) flaws.push({ code: 'agreement.party-has-lines', field: 'parties' });
    const grants = await grantsOf(tx, before.id);
    const isNamed = gone.some(({ id }) => grants.some((grant) => partiesOf(grant).includes(id)));
    if (isNamed) flaws.push({ code: 'agreement.party-has-grants', field: 'parties' });
  }
  const related = await fitsRelations(tx, next);
  return related ? [...flaws, related] : flaws;
}

/** Every party a grant names: who gives, who prepared it, who may have the data, who said yes. Grants are never deleted, withdrawn ones neither. */
function partiesOf(grant: Grant): readonly string[] {
  const named = [...grant.recipients, ...grant.consents].map(({ partyId }) => partyId);
  return [grant.giverPartyId, grant.preparingPartyId, ...named];
}

const FIELDS = [
  'title',
  'basis',
  'purpose',
  'programmes',
  'parties',
  'yearFrom',
  'yearUntil',
  'place',
  'signedOn',
  'inForceFrom',
  'inForceUntil',
  'parentId',
  'predecessorId',
  'source',
] as const;

/** Names of what differs; the values stand in the row, and who was a party in the parties. */
function changedFields(before: Agreement, next: Agreement): string[] {
  const said = (value: unknown) => JSON.stringify(value);
  return FIELDS.filter((field) => said(before[field]) !== said(next[field]));
}
