/** Who may do what with a grant, and the only ways its state changes. Pure. */
import type { Actor } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Agreement, Party } from '../agreement.ts';
import { mayPrepare, partiesSpokenFor } from '../permissions.ts';
import type { AgreementRefusal } from '../refusals.ts';
import { GRANT_TRANSITIONS, type GrantAction, type GrantTransition } from './grant.transitions.ts';
import { concernedParties, type Grant, partiesWaitedFor } from './grant.ts';

/** Grants are written for an agreement that stands or is being made. */
export function mayDraftGrant(actor: Actor, agreement: Agreement): boolean {
  return agreement.state !== 'ended' && agreement.state !== 'dropped' && preparingParty(actor, agreement) !== undefined;
}

/** The party somebody prepares for: their own; else, for who keeps the agreement, its first party. */
export function preparingParty(actor: Actor, agreement: Agreement): Party | undefined {
  const own = partiesSpokenFor(actor, agreement, 'agreement.prepare')[0];
  return own ?? (mayPrepare(actor, agreement) ? agreement.parties.find(({ agencyId }) => agencyId !== null) : undefined);
}

/** The side that prepares it, and who keeps the agreement. */
function isPreparing(actor: Actor, agreement: Agreement, grant: Grant): boolean {
  return speaksForPreparer(actor, agreement, grant) || mayPrepare(actor, agreement);
}

function speaksForPreparer(actor: Actor, agreement: Agreement, grant: Grant): boolean {
  return partiesSpokenFor(actor, agreement, 'agreement.prepare').some(({ id }) => id === grant.preparingPartyId);
}

export function mayChangeGrant(actor: Actor, agreement: Agreement, grant: Grant): boolean {
  return grant.state === 'draft' && mayDraftGrant(actor, agreement) && isPreparing(actor, agreement, grant);
}

/**
 * The parties somebody may say yes for now. Personal data needs those who sign for the party; other data also those who prepare for it. Nobody says yes
 * for two parties.
 */
export function consentsOpenTo(actor: Actor, agreement: Agreement, grant: Grant): readonly Party[] {
  if (grant.state !== 'offered' || actor.kind !== 'officer') return [];
  if (agreement.state === 'ended' || agreement.state === 'dropped') return [];
  if (grant.consents.some(({ personId }) => personId === actor.personId)) return [];
  const spoken = speakers(actor, agreement, grant.personal === 'none');
  return partiesWaitedFor(grant, agreement).filter(({ id }) => spoken.includes(id));
}

function speakers(actor: Actor, agreement: Agreement, alsoPreparers: boolean): readonly string[] {
  const signing = partiesSpokenFor(actor, agreement, 'agreement.sign');
  const preparing = alsoPreparers ? partiesSpokenFor(actor, agreement, 'agreement.prepare') : [];
  return [...signing, ...preparing].map(({ id }) => id);
}

function isAllowed(actor: Actor, agreement: Agreement, grant: Grant, line: GrantTransition): boolean {
  if (line.by === 'system') return actor.kind === 'system';
  if (line.by === 'preparer') return isPreparing(actor, agreement, grant);
  if (line.action === 'consent') return consentsOpenTo(actor, agreement, grant).length > 0;
  // Sending back and stopping protect people: whoever speaks for a party concerned may, and who keeps the agreement.
  const spoken = speakers(actor, agreement, true);
  // Whoever offered it takes it back instead.
  if (line.action === 'decline' && speaksForPreparer(actor, agreement, grant)) return false;
  return mayPrepare(actor, agreement) || concernedParties(grant).some((id) => spoken.includes(id));
}

/** What the actor may do with it now. */
export function grantActions(actor: Actor, agreement: Agreement, grant: Grant): readonly GrantTransition[] {
  return GRANT_TRANSITIONS.filter((line) => line.from === grant.state && isAllowed(actor, agreement, grant, line));
}

export interface GrantStep {
  readonly action: GrantAction;
  readonly reason?: string;
  /** Of a consent: for which party. */
  readonly partyId?: string;
}

export interface GrantMoved {
  readonly grant: Grant;
  readonly events: readonly { readonly type: string; readonly payload: Readonly<Record<string, string | number>> }[];
}

/** One step, and what follows from it by itself: the last yes completes it. */
export function moveGrant(
  grant: Grant,
  agreement: Agreement,
  actor: Actor,
  step: GrantStep,
  circumstances: { readonly at: Moment; readonly today: Day },
): Result<GrantMoved, AgreementRefusal> {
  const line = GRANT_TRANSITIONS.find(({ from, action }) => from === grant.state && action === step.action);
  if (!line) return refuse('agreement.not-now');
  if (step.action === 'consent') {
    if (actor.kind === 'officer' && grant.consents.some(({ personId }) => personId === actor.personId))
      return refuse('agreement.same-person');
  }
  if (!isAllowed(actor, agreement, grant, line)) return refuse('agreement.not-yours');
  const reason = step.reason?.trim() ?? '';
  if (line.needsReason && reason === '') return refuse('agreement.reason-missing');
  const { at, today } = circumstances;
  const event = {
    type: `grant-${step.action}`,
    payload: { grant: grant.id, ordinal: grant.ordinal, from: line.from, to: line.to, reason },
  };
  switch (step.action) {
    case 'offer': {
      const offered: Grant = {
        ...grant,
        state: 'offered',
        offers: grant.offers + 1,
        offeredAt: at,
        returnedReason: null,
        consents: [],
      };
      // Offering is saying yes, where the one who offers may say it for their side.
      const own = consentsOpenTo(actor, agreement, offered)[0];
      const said = own && consented(offered, agreement, actor, own.id, at);
      return { ok: true, value: { grant: said?.grant ?? offered, events: [event, ...(said?.events ?? [])] } };
    }
    case 'take-back':
      return { ok: true, value: { grant: { ...grant, state: 'draft', offeredAt: null, consents: [] }, events: [event] } };
    case 'decline':
      return {
        ok: true,
        value: { grant: { ...grant, state: 'draft', offeredAt: null, consents: [], returnedReason: reason }, events: [event] },
      };
    case 'withdraw':
      return { ok: true, value: { grant: { ...grant, state: 'withdrawn', endReason: reason }, events: [event] } };
    case 'end':
      return { ok: true, value: { grant: { ...grant, state: 'ended', endedOn: today, endReason: reason }, events: [event] } };
    case 'consent': {
      const party = consentsOpenTo(actor, agreement, grant).find(({ id }) => id === step.partyId);
      return party ? { ok: true, value: consented(grant, agreement, actor, party.id, at) } : refuse('agreement.not-yours');
    }
    default:
      return refuse('agreement.not-now');
  }
}

/** One yes more; the last one completes it. */
function consented(grant: Grant, agreement: Agreement, actor: Actor, partyId: string, at: Moment): GrantMoved {
  if (actor.kind !== 'officer') return { grant, events: [] };
  const next: Grant = { ...grant, consents: [...grant.consents, { partyId, personId: actor.personId, at }] };
  const payload = { grant: grant.id, ordinal: grant.ordinal, from: 'offered' };
  const said = { type: 'grant-consent', payload: { ...payload, to: 'offered', party: partyId } };
  if (partiesWaitedFor(next, agreement).length > 0) return { grant: next, events: [said] };
  const completed = { type: 'grant-complete', payload: { ...payload, to: 'agreed' } };
  return { grant: { ...next, state: 'agreed', agreedAt: at }, events: [said, completed] };
}
