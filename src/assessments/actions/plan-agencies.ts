/** Which agencies a round measures, and which of their units: by the rule of the instrument, changed by the planner with a reason. */
import {
  type Agency,
  agenciesUnder,
  agencyById,
  governmentOf,
  isInForce,
  listAgencies,
  ombudsmanOfficeFor,
} from '../../directory/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Day } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Assessment, Round } from '../rules/assessment.ts';
import type { Instrument } from '../rules/instrument.ts';
import { planUnits, type UnitPlan } from '../rules/loci.ts';
import type { AssessmentRefusal } from '../rules/refusals.ts';
import { agencySheets } from '../rules/sheet-plan.ts';
import { assessmentOfAgency, deleteAssessment, insertAssessment, lockAssessment } from '../store/assessments.ts';
import { instrumentVersion } from '../store/instruments.ts';
import { begunUnits, insertSheets } from '../store/sheets.ts';
import { deleteUnit, deleteUnits, insertUnits } from '../store/units.ts';
import { onRound, type RoundTarget } from './on-round.ts';

/** Kinds of agencies that are assessed as a whole. */
export const ASSESSED_KINDS = [
  'province-government',
  'regency-government',
  'city-government',
  'ministry',
  'institution',
  'vertical-office',
] as const;

export type AssessedKind = (typeof ASSESSED_KINDS)[number];

export function isAssessedKind(text: string): text is AssessedKind {
  return (ASSESSED_KINDS as readonly string[]).includes(text);
}

/** The units the instrument's rule gives an agency today, and what of it is missing. Writes nothing. */
export async function unitPlanFor(
  db: Db | Tx,
  round: Pick<Round, 'seed'>,
  instrument: Pick<Instrument, 'fieldwork'>,
  agency: Agency,
): Promise<UnitPlan> {
  const [under, body] = [await agenciesUnder(db, agency.id), await governmentOf(db, agency)];
  const below = under.filter((one) => one.id !== agency.id);
  return planUnits(instrument.fieldwork, agency, below, body.code, round.seed);
}

/** All agencies of a kind in a region, or in the country (`null`), that are in force. */
export async function agenciesOfKind(db: Db, kind: AssessedKind, regionCode: string | null): Promise<Agency[]> {
  const found: Agency[] = [];
  for (let after: string | undefined; ; ) {
    const page = await listAgencies(db, {
      limit: 200,
      after,
      filters: { kind, ...(regionCode === null ? {} : { region: regionCode }) },
    });
    found.push(...page.rows);
    if (page.next === null) return found;
    after = page.next;
  }
}

/** Puts agencies into the plan with the units of the rule. All of them or, at the first that may not be, none. */
export function addAgencies(
  tools: Tools,
  actor: Actor,
  target: RoundTarget,
  agencyIds: readonly string[],
): Promise<Result<number, AssessmentRefusal>> {
  return onRound(tools, actor, target, ['planned'], async ({ tx, round, today, record, recordOn }) => {
    const instrument = await instrumentOfRound(tx, round);
    let added = 0;
    for (const agencyId of new Set(agencyIds)) {
      const agency = await agencyById(tx, agencyId);
      const refusal = await refusalToAdd(tx, round, agency, today);
      if (refusal || !agency) return refuse(refusal ?? 'assessment.agency-unknown');
      const office = await ombudsmanOfficeFor(tx, agency.regionCode);
      const id = tools.random.id();
      const isNew = await insertAssessment(tx, {
        id,
        roundId: round.id,
        agencyId: agency.id,
        agencyPath: agency.path,
        agencyKind: agency.kind,
        regionCode: agency.regionCode,
        ombudsmanOfficeId: office.id,
      });
      if (!isNew) return refuse('assessment.agency-has-it');
      const plan = await unitPlanFor(tx, round, instrument, agency);
      const units = plan.units.map(({ office: unit, locus }, place) => ({
        no: place + 1,
        agencyId: unit.id,
        name: unit.name,
        locus,
        addedReason: null,
      }));
      await insertUnits(tx, id, units);
      await insertSheets(tx, id, 0, 1, agencySheets(instrument));
      const payload = {
        roundId: round.id,
        agencyId: agency.id,
        units: units.map(({ no, agencyId: unit }) => ({ no, agencyId: unit })),
        gaps: plan.gaps.map((gap) => (gap.gap === 'no-rule' ? 'no-rule' : `${gap.gap} ${gap.office}`)),
      };
      await recordOn(id, 'assessment.planned', payload, true);
      added += 1;
    }
    if (added === 0) return refuse('assessment.agency-unknown');
    await record('round.agencies-added', { count: added, agencyIds: [...new Set(agencyIds)] });
    return ok({ value: added });
  });
}

async function refusalToAdd(
  tx: Tx,
  round: Round,
  agency: Agency | undefined,
  today: Day,
): Promise<AssessmentRefusal | undefined> {
  if (!agency || !isInForce(agency, today)) return 'assessment.agency-unknown';
  if (!isAssessedKind(agency.kind)) return 'assessment.agency-no-government';
  const office = await ombudsmanOfficeFor(tx, agency.regionCode);
  // The head office runs rounds of the whole country, an office only of the area it serves.
  const isOwn = round.ownerPath.length === 1 || office.id === round.ownerAgencyId;
  if (!isOwn) return 'assessment.agency-outside';
  return (await assessmentOfAgency(tx, round.id, agency.id)) ? 'assessment.agency-has-it' : undefined;
}

export async function instrumentOfRound(
  db: Db | Tx,
  round: Pick<Round, 'instrumentId' | 'instrumentVersion'>,
): Promise<Instrument> {
  const instrument = await instrumentVersion(db, round.instrumentId, round.instrumentVersion);
  if (!instrument) throw new Error('the instrument of the round is not there');
  return instrument;
}

/** Takes an agency out of the plan, with everything planned for it. */
export function removeAgency(
  tools: Tools,
  actor: Actor,
  target: RoundTarget,
  assessmentId: string,
): Promise<Result<undefined, AssessmentRefusal>> {
  return onRound(tools, actor, target, ['planned'], async ({ tx, round, record, recordOn }) => {
    const assessment = await lockAssessment(tx, assessmentId);
    if (assessment?.roundId !== round.id) return refuse('assessment.absent');
    await recordOn(assessment.id, 'assessment.removed', { roundId: round.id });
    await deleteUnits(tx, assessment.id);
    await deleteAssessment(tx, assessment.id);
    await record('round.agency-removed', { assessmentId: assessment.id, agencyId: assessment.agencyId });
    return ok({ value: undefined });
  });
}

export interface UnitOrder {
  readonly assessmentId: string;
  readonly agencyId: string;
  /** The name of a locus of the instrument, `''` = an additional unit. */
  readonly locusId: string;
  readonly reason: string;
}

const ADDITIONAL = { id: 'Unit tambahan', en: 'Additional unit' };

/** Adds a unit the rule did not give: with a reason that everyone reads who reads the plan. */
export function addUnit(
  tools: Tools,
  actor: Actor,
  target: RoundTarget,
  order: UnitOrder,
): Promise<Result<undefined, AssessmentRefusal>> {
  return onRound(tools, actor, target, ['planned'], async ({ tx, round, today, recordOn }) => {
    const assessment = await lockAssessment(tx, order.assessmentId);
    if (assessment?.roundId !== round.id) return refuse('assessment.absent');
    if (order.reason.trim() === '') return refuse('assessment.reason-missing');
    const office = await agencyById(tx, order.agencyId);
    if (!office || !isInForce(office, today)) return refuse('assessment.agency-unknown');
    if (!office.path.includes(assessment.agencyId)) return refuse('assessment.unit-outside');
    if (assessment.units.some((unit) => unit.agencyId === office.id)) return refuse('assessment.unit-has-it');
    const { loci } = (await instrumentOfRound(tx, round)).fieldwork;
    const rule = loci.find((one) => one.name.id === order.locusId && one.agencyKinds.includes(assessment.agencyKind));
    const no = nextUnitNo(assessment);
    const reason = order.reason.trim().slice(0, 1000);
    await insertUnits(tx, assessment.id, [
      { no, agencyId: office.id, name: office.name, locus: rule?.name ?? ADDITIONAL, addedReason: reason },
    ]);
    await recordOn(assessment.id, 'unit.added', { unitNo: no, agencyId: office.id, reason });
    return ok({ value: undefined });
  });
}

function nextUnitNo(assessment: Pick<Assessment, 'units'>): number {
  return Math.max(0, ...assessment.units.map((unit) => unit.no)) + 1;
}

/** Takes a unit out of the plan, with a reason that stays in the record. */
export function removeUnit(
  tools: Tools,
  actor: Actor,
  target: RoundTarget,
  order: { readonly assessmentId: string; readonly unitNo: number; readonly reason: string },
): Promise<Result<undefined, AssessmentRefusal>> {
  return onRound(tools, actor, target, ['planned'], async ({ tx, round, recordOn }) => {
    const assessment = await lockAssessment(tx, order.assessmentId);
    if (assessment?.roundId !== round.id) return refuse('assessment.absent');
    const unit = assessment.units.find((one) => one.no === order.unitNo);
    if (!unit) return refuse('assessment.unit-unknown');
    if (order.reason.trim() === '') return refuse('assessment.reason-missing');
    if ((await begunUnits(tx, assessment.id)).has(unit.no)) return refuse('assessment.sheets-begun');
    await deleteUnit(tx, assessment.id, unit.no);
    const reason = order.reason.trim().slice(0, 1000);
    await recordOn(assessment.id, 'unit.removed', { unitNo: unit.no, agencyId: unit.agencyId, reason });
    return ok({ value: undefined });
  });
}
