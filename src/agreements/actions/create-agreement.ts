/** Beginning an agreement: as an empty draft from the form, from a row of a CSV, as the renewal of another one, or as an action plan of a collection. */
import { sql } from 'kysely';
import { agencyById, ombudsmanOfficeFor, zoneOfRegion } from '../../directory/index.ts';
import { type Actor, positionsWith } from '../../kernel/actor.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import type { Tx } from '../../platform/database/database.ts';
import { orRollBack } from '../../platform/database/or-roll-back.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Agreement, FocalPoint, Signatory } from '../rules/agreement.ts';
import { fitsParent, flawsOf, followsKind, followsTwice, type PartyOrder, sharesBody } from '../rules/draft.ts';
import type { AgreementKind } from '../rules/kinds.ts';
import type { AgreementRefusal } from '../rules/refusals.ts';
import { agreementsAfter, loadAgreement, nextCode } from '../store/agreements.ts';
import { programmes } from '../store/programmes.ts';
import { type AgreementEvent, insertAgreement } from '../store/save.ts';
import { isOmbudsman, resolveParties } from './resolve-parties.ts';

export interface AgreementOrder {
  readonly kind: AgreementKind;
  readonly title: string;
  readonly basis?: string;
  readonly purpose?: string;
  readonly programmes: readonly string[];
  readonly parties: readonly PartyOrder[];
  readonly yearFrom?: number | null;
  readonly yearUntil?: number | null;
  readonly place?: string;
  readonly signedOn?: Day | null;
  readonly inForceFrom?: Day | null;
  readonly inForceUntil?: Day | null;
  readonly parentId?: string | null;
  readonly predecessorId?: string | null;
  readonly collectionId?: string | null;
  readonly source?: string;
  /** Whose officers prepare it: one of the actor's agencies. */
  readonly keeperId: string;
  readonly isExample?: boolean;
}

export interface Refused {
  readonly code: AgreementRefusal;
  /** The form's field it is about. */
  readonly field: string;
}

/** @returns the draft, or every flaw at once; nothing is written then */
export function createAgreement(
  tools: Tools,
  actor: Actor,
  order: AgreementOrder,
): Promise<Result<Agreement, readonly Refused[]>> {
  return orRollBack(tools, (tx) => createAgreementIn(tools, tx, actor, order));
}

/** The same inside a transaction that is already open; the caller rolls back on a refusal. */
export async function createAgreementIn(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  order: AgreementOrder,
  parts: AgreementParts = {},
): Promise<Result<Agreement, readonly Refused[]>> {
  const prepared = await prepareAgreement(tools, tx, actor, order, parts);
  if (!prepared.ok) return prepared;
  return { ok: true, value: await numberAgreement(tools, tx, actor, prepared.value) };
}

export interface AgreementParts {
  readonly signatories?: readonly Signatory[];
  readonly focalPoints?: readonly FocalPoint[];
}

/** The draft as it would be, without a code; writes nothing, so that a table can be tried. */
export async function prepareAgreement(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  order: AgreementOrder,
  parts: AgreementParts = {},
): Promise<Result<Agreement, readonly Refused[]>> {
  const keeper = await agencyById(tx, order.keeperId);
  const mayKeep =
    actor.kind === 'system' || positionsWith(actor, 'agreement.prepare').some(({ agencyId }) => keeper?.path.includes(agencyId));
  if (!keeper || !mayKeep) return refuse([{ code: 'agreement.not-yours', field: 'keeperId' }]);
  const newId = () => tools.random.id();
  const resolved = await resolveParties(tx, order.parties, newId);
  if (!resolved.ok) return refuse([{ code: resolved.refusal, field: 'parties' }]);
  const parties = resolved.value;
  // Nobody enters what others have signed; an office of the Ombudsman keeps the register of its region.
  const isConcerned =
    actor.kind === 'system' ||
    isOmbudsman(keeper) ||
    parties.some(
      ({ agencyId, agencyPath }) => agencyPath.includes(keeper.id) || (agencyId !== null && keeper.path.includes(agencyId)),
    );
  if (!isConcerned) return refuse([{ code: 'agreement.keeper-no-party', field: 'keeperId' }]);
  const government = parties.find(({ side }) => side === 'government');
  const region = government?.governmentId
    ? ((await agencyById(tx, government.governmentId))?.regionCode ?? null)
    : keeper.regionCode;
  const own = parties.find(({ side }) => side === 'ombudsman');
  const office = own?.agencyId ? await agencyById(tx, own.agencyId) : await ombudsmanOfficeFor(tx, region);
  const at = tools.clock.now();
  const zone = region === null ? 'Asia/Jakarta' : zoneOfRegion(region);
  const today = dayOf(at, zone);
  const agreement: Agreement = {
    ...{ id: newId(), code: '', version: 1, kind: order.kind, state: 'draft', title: order.title.trim() },
    ...{ basis: order.basis?.trim() ?? '', purpose: order.purpose?.trim() ?? '', programmes: [...new Set(order.programmes)] },
    ...{ yearFrom: order.yearFrom ?? null, yearUntil: order.yearUntil ?? order.yearFrom ?? null },
    ...{ officeId: office?.id ?? null, officePath: office?.path ?? [], keeperId: keeper.id, keeperPath: keeper.path },
    ...{ parentId: order.parentId ?? null, predecessorId: order.predecessorId ?? null, collectionId: order.collectionId ?? null },
    ...{ place: order.place?.trim() ?? '', signedOn: order.signedOn ?? null, inForceFrom: order.inForceFrom ?? null },
    ...{
      inForceUntil: order.inForceUntil ?? null,
      endedOn: null,
      endReason: null,
      evidence: null,
      source: order.source?.trim() ?? '',
    },
    ...{ zone, createdBy: actor.kind === 'officer' ? actor.personId : null, createdAt: at, parties },
    ...{ signatories: parts.signatories ?? [], focalPoints: parts.focalPoints ?? [], isExample: order.isExample ?? false },
    isUnderReview: false,
    isAdopted: false,
  };
  const flaws = flawsOf(agreement, { programmes: (await programmes(tx)).map(({ code }) => code) }, today);
  if (flaws.length > 0) return refuse(flaws);
  const related = await fitsRelations(tx, agreement);
  if (related) return refuse([related]);
  return { ok: true, value: agreement };
}

/**
 * Gives a prepared agreement its code and writes it.
 *
 * @param events what happened with it besides being begun
 */
export async function numberAgreement(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  agreement: Agreement,
  events: readonly AgreementEvent[] = [],
): Promise<Agreement> {
  const at = agreement.createdAt;
  const year = (agreement.signedOn ?? dayOf(at, agreement.zone)).year;
  const numbered = { ...agreement, code: await nextCode(tx, agreement.kind, year) };
  await insertAgreement(
    tools,
    tx,
    numbered,
    [
      {
        type: 'agreement-created',
        payload: {
          kind: numbered.kind,
          code: numbered.code,
          parties: numbered.parties.map(({ agencyId }) => agencyId),
          predecessor: numbered.predecessorId,
        },
      },
      ...events,
    ],
    { at, actor },
  );
  return numbered;
}

/** What is wrong with what it is made under or follows; nothing when both fit. */
export async function fitsRelations(tx: Tx, agreement: Agreement): Promise<Refused | undefined> {
  if (agreement.parentId !== null) {
    const parent = await loadAgreement(tx, agreement.parentId);
    if (!parent || !fitsParent(agreement, parent).ok) return { code: 'agreement.parent-wrong', field: 'parentId' };
  }
  if (agreement.predecessorId !== null) {
    // Of two that would follow the same one at once the second waits here, and then finds the first.
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`agreement successor ${agreement.predecessorId}`}, 0))`.execute(tx);
    const before = await loadAgreement(tx, agreement.predecessorId);
    if (!before || !followsKind(agreement.kind, before.kind) || before.id === agreement.id || !sharesBody(agreement, before))
      return { code: 'agreement.predecessor-wrong', field: 'predecessorId' };
    const others = await agreementsAfter(tx, before.id);
    const followers = others.filter(({ id, predecessorId }) => predecessorId === before.id && id !== agreement.id);
    if (followers.some((other) => followsTwice(before, agreement, other)))
      return { code: 'agreement.predecessor-wrong', field: 'predecessorId' };
  }
  return undefined;
}
