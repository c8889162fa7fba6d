/** Narahubung: whom each side asks about the agreement. Each side names its own, the keeper any. */
import { actorFor, agencyById } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Agreement, type FocalPoint, type Party, partyOf } from '../../rules/agreement.ts';
import { mayNameFocalPoint } from '../../rules/permissions.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { type AgreementTarget, changeAgreement } from '../change.ts';
import { POSITION_LIMIT } from './change-hands.ts';

export interface FocalPointOrder {
  readonly partyId: string;
  /** The unit; `null` = the party itself. */
  readonly agencyId: string | null;
  readonly position: string;
  readonly personId: string | null;
  /** An address of the office; '' = none. */
  readonly officeMail: string;
  /** `null` = from today on. */
  readonly since: Day | null;
}

const MAIL = /^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[a-z]{2,}$/i;

export function nameFocalPoint(
  tools: Tools,
  actor: Actor,
  target: AgreementTarget,
  order: FocalPointOrder,
): Promise<Result<Agreement, AgreementRefusal>> {
  return changeAgreement(tools, actor, target, async (agreement, { at, newId }, tx) => {
    const party = partyOf(agreement, order.partyId);
    if (!party || !mayNameFocalPoint(actor, agreement, order.partyId)) return refuse('agreement.not-yours');
    if (order.position.trim() === '') return refuse('agreement.position-missing');
    if (order.position.length > POSITION_LIMIT) return refuse('agreement.text-too-long');
    const mail = order.officeMail.trim();
    if (mail !== '' && (!MAIL.test(mail) || mail.length > POSITION_LIMIT)) return refuse('agreement.mail-wrong');
    const unit = order.agencyId === null ? null : await agencyById(tx, order.agencyId);
    if (mail === '' && order.personId === null) return refuse('agreement.focal-unreachable');
    // A party of the directory is asked through its own tree.
    if (
      unit === undefined ||
      (unit && party.agencyId !== null && unit.governmentId !== party.governmentId && !unit.path.includes(party.agencyId))
    )
      return refuse('agreement.party-unknown');
    if (order.personId !== null && !(await worksFor(tx, order.personId, party, dayOf(at, agreement.zone))))
      return refuse('agreement.person-unknown');
    const point: FocalPoint = {
      ...{ id: newId(), partyId: party.id, agencyId: unit?.id ?? party.agencyId, position: order.position.trim() },
      ...{ personId: order.personId, officeMail: mail, since: order.since ?? dayOf(at, agreement.zone), until: null },
    };
    const payload = { point: point.id, party: party.id, agency: point.agencyId, since: point.since.toString() };
    return ok({
      next: { ...agreement, focalPoints: [...agreement.focalPoints, point] },
      events: [{ type: 'register-focal-point-named', payload }],
    });
  });
}

/** Whether somebody holds a position in the tree of a party. */
async function worksFor(tx: Tx, personId: string, party: Party, day: Day): Promise<boolean> {
  const person = await actorFor(tx, personId, day);
  return person?.positions.some(({ governmentId }) => governmentId === party.governmentId) === true;
}

/** @param until the first day no longer; a focal point who had not begun by then is taken out */
export function endFocalPoint(
  tools: Tools,
  actor: Actor,
  target: AgreementTarget,
  pointId: string,
  until: Day | null,
): Promise<Result<Agreement, AgreementRefusal>> {
  return changeAgreement(tools, actor, target, (agreement, { at }) => {
    const point = agreement.focalPoints.find(({ id }) => id === pointId);
    if (!point || !mayNameFocalPoint(actor, agreement, point.partyId)) return refuse('agreement.not-yours');
    const day = until ?? dayOf(at, agreement.zone);
    const focalPoints = agreement.focalPoints.flatMap((each) => {
      if (each.id !== pointId) return [each];
      return each.since.until(day).sign > 0 ? [{ ...each, until: day }] : [];
    });
    const payload = { point: point.id, party: point.partyId, until: day.toString() };
    return ok({ next: { ...agreement, focalPoints }, events: [{ type: 'register-focal-point-ended', payload }] });
  });
}
