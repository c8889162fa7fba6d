/**
 * Who may see and do what on a round and on an assessment. Pages, actions, lists (store/visible.ts) and the field form ask here.
 *
 * The Ombudsman's positions act by region: an office on the agencies it serves, the head office on all. An assessor reaches only what
 * is assigned. The assessed agency reads its own result from the notification on; a liaison officer only the own unit and those below.
 */
import { type Actor, type Capability, type HeldPosition, positionsWith } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/time.ts';
import { OPEN_STAGES, SHOWN_TO_AGENCY, STAGE_TRANSITIONS, type StageAction } from './assessment.transitions.ts';
import type { Assessment, Rating, Round, Unit } from './assessment.ts';

/** How far a capability reaches. */
export type Reach =
  | 'region' // assessments of agencies the position's Ombudsman office serves; the head office: all
  | 'assigned' // units this person assesses, first or second
  | 'tree' // the agency is the position's own or below it, from the notification on
  | 'unit'; // a unit is the position's own office or below it, from the notification on

export const VISIBILITY: readonly { readonly capability: Capability; readonly reach: Reach }[] = [
  { capability: 'assessment.plan', reach: 'region' },
  { capability: 'assessment.check', reach: 'region' },
  { capability: 'assessment.moderate', reach: 'region' },
  { capability: 'assessment.publish', reach: 'region' },
  { capability: 'assessment.assess', reach: 'assigned' },
  { capability: 'assessment.answer', reach: 'tree' },
  { capability: 'assessment.read', reach: 'tree' },
  { capability: 'assessment.answer', reach: 'unit' },
];

type Placed = Pick<Assessment, 'agencyId' | 'agencyPath' | 'ombudsmanOfficeId' | 'stage' | 'units'>;

/** The head office: the root of the Ombudsman's tree. */
const isHeadOffice = (held: HeldPosition) => held.agencyId === held.governmentId;

export function servesRegionOf(held: HeldPosition, assessment: Pick<Assessment, 'ombudsmanOfficeId'>): boolean {
  return isHeadOffice(held) || held.agencyId === assessment.ombudsmanOfficeId;
}

function standsAbove(held: HeldPosition, path: readonly string[]): boolean {
  return path.includes(held.agencyId);
}

export const isShownToAgency = (assessment: Pick<Assessment, 'stage'>) => SHOWN_TO_AGENCY.includes(assessment.stage);

const isAssigned = (unit: Unit, personId: string) => unit.assessorId === personId || unit.secondAssessorId === personId;

/** As whom an actor meets an assessment; the first that fits, the widest first. `null` = as if it did not exist. */
export type View =
  | { readonly as: 'ombudsman' }
  | { readonly as: 'assessor'; readonly unitNos: readonly number[] }
  | { readonly as: 'agency' }
  | { readonly as: 'unit'; readonly unitNos: readonly number[] }
  | null;

export function viewOf(actor: Actor, assessment: Placed): View {
  if (actor.kind !== 'officer') return null;
  const by = (reach: Reach) =>
    VISIBILITY.filter((line) => line.reach === reach).flatMap((line) => positionsWith(actor, line.capability));
  if (by('region').some((held) => servesRegionOf(held, assessment))) return { as: 'ombudsman' };
  const assigned = assessment.units.filter((unit) => isAssigned(unit, actor.personId)).map((unit) => unit.no);
  if (by('assigned').length > 0 && assigned.length > 0) return { as: 'assessor', unitNos: assigned };
  if (!isShownToAgency(assessment)) return null;
  if (by('tree').some((held) => standsAbove(held, assessment.agencyPath))) return { as: 'agency' };
  const own = unitsOfOffice(by('unit'), assessment);
  return own.length > 0 ? { as: 'unit', unitNos: own } : null;
}

function unitsOfOffice(positions: readonly HeldPosition[], assessment: Placed): readonly number[] {
  return assessment.units.filter((unit) => positions.some((held) => standsAbove(held, unit.agencyPath))).map((unit) => unit.no);
}

/** Plan the round, open and end it. */
export function mayPlan(actor: Actor, round: Pick<Round, 'ownerPath'>): boolean {
  return positionsWith(actor, 'assessment.plan').some((held) => standsAbove(held, round.ownerPath));
}

/** See that a round exists, and how far it is: whoever works on assessments for the Ombudsman. */
export function mayReadRounds(actor: Actor): boolean {
  return VISIBILITY.some(
    ({ capability, reach }) => (reach === 'region' || reach === 'assigned') && positionsWith(actor, capability).length > 0,
  );
}

/** Whether the actor's capability for a step reaches this assessment. What the step needs besides: stage-guards.ts. */
export function mayTake(actor: Actor, assessment: Placed, action: StageAction): boolean {
  const lines = STAGE_TRANSITIONS.filter((line) => line.from === assessment.stage && line.action === action);
  return lines.some(({ by }) => mayActWith(actor, assessment, by));
}

export function mayActWith(actor: Actor, assessment: Placed, capability: Capability): boolean {
  if (actor.kind !== 'officer') return false;
  const held = positionsWith(actor, capability);
  if (capability === 'assessment.assess')
    return held.length > 0 && assessment.units.some((unit) => unit.assessorId === actor.personId);
  if (capability === 'assessment.answer') return answerableUnits(actor, assessment).length > 0;
  return held.some((each) => servesRegionOf(each, assessment));
}

/** The units (0 = the agency itself) the actor may answer for, as the assessed side. */
export function answerableUnits(actor: Actor, assessment: Placed): readonly number[] {
  const held = positionsWith(actor, 'assessment.answer');
  const whole = held.some((each) => standsAbove(each, assessment.agencyPath));
  return whole ? [0, ...assessment.units.map((unit) => unit.no)] : unitsOfOffice(held, assessment);
}

/** Say for the whole agency that it has no (further) reply. */
export function maySpeakForAgency(actor: Actor, assessment: Placed): boolean {
  return answerableUnits(actor, assessment).includes(0);
}

/**
 * Whether the actor may write on the sheets of a unit under a rating now: assessors on what is assigned to them while the round is
 * open and the assessment a draft, the office itself on its self-assessment until its last day. The sheet of the agency (unit 0)
 * belongs to the first assessors.
 */
export function mayFill(
  actor: Actor,
  round: Pick<Round, 'state' | 'selfAssessmentUntil'>,
  assessment: Placed,
  sheet: { readonly unitNo: number; readonly rating: Rating },
  today: Day,
): boolean {
  if (actor.kind !== 'officer' || round.state !== 'open' || !OPEN_STAGES.includes(assessment.stage)) return false;
  if (sheet.rating === 0) {
    const { selfAssessmentUntil: until } = round;
    return until !== null && today.until(until).sign >= 0 && answerableUnits(actor, assessment).includes(sheet.unitNo);
  }
  if (positionsWith(actor, 'assessment.assess').length === 0) return false;
  const mine = (unit: Unit) => (sheet.rating === 1 ? unit.assessorId : unit.secondAssessorId) === actor.personId;
  return assessment.units.some((unit) => (sheet.unitNo === 0 ? sheet.rating === 1 : unit.no === sheet.unitNo) && mine(unit));
}

/** Whether the actor may read what is written on a sheet. The two raters do not see each other's answers while they rate. */
export function mayReadSheet(
  actor: Actor,
  assessment: Placed,
  sheet: { readonly unitNo: number; readonly rating: Rating },
): boolean {
  if (actor.kind !== 'officer') return false;
  const view = viewOf(actor, assessment);
  if (view?.as === 'ombudsman') return true;
  if (sheet.rating === 0) return answerableUnits(actor, assessment).includes(sheet.unitNo);
  if (view?.as !== 'assessor') return false;
  return assessment.units.some((unit) => {
    if (sheet.unitNo !== 0 && unit.no !== sheet.unitNo) return false;
    return (sheet.rating === 1 ? unit.assessorId : unit.secondAssessorId) === actor.personId;
  });
}

/**
 * Whether the actor may look at the evidence behind an answer. The assessed side sees what its result rests on from the notification on;
 * there is none of people asked.
 */
export function mayReadEvidence(
  actor: Actor,
  assessment: Placed,
  sheet: { readonly unitNo: number; readonly rating: Rating },
): boolean {
  if (mayReadSheet(actor, assessment, sheet)) return true;
  const view = viewOf(actor, assessment);
  if (sheet.rating !== 1 || !isShownToAgency(assessment)) return false;
  return view?.as === 'agency' || (view?.as === 'unit' && view.unitNos.includes(sheet.unitNo));
}

/** Whether the actor may read a reply of the assessed side: whoever decides on it, and the side it came from. */
export function mayReadReply(actor: Actor, assessment: Placed, reply: { readonly unitNo: number }): boolean {
  const view = viewOf(actor, assessment);
  if (view?.as === 'ombudsman' || view?.as === 'agency') return true;
  return view?.as === 'unit' && view.unitNos.includes(reply.unitNo);
}
