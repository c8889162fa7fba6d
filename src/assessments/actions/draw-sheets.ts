/** The draw: products of every unit, cells of the quotas, and the sample that is rated twice. Repeatable from the seed (rules/draw.ts). */
import { agenciesByIds } from '../../directory/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Tools } from '../../platform/tools.ts';
import { servicesOf } from '../../services/index.ts';
import type { Assessment, Round, Unit } from '../rules/assessment.ts';
import { draw, purposeOf, sampleSize } from '../rules/draw.ts';
import type { Instrument, LocusRule } from '../rules/instrument.ts';
import type { AssessmentRefusal } from '../rules/refusals.ts';
import { isRatedAgain, planSheets } from '../rules/sheet-plan.ts';
import { assessmentsOfRound } from '../store/assessments.ts';
import { begunUnits, deleteSheets, insertSheets } from '../store/sheets.ts';
import { saveTeam } from '../store/units.ts';
import { type OnRound, onRound, type RoundTarget } from './on-round.ts';
import { instrumentOfRound } from './plan-agencies.ts';

export interface Drawn {
  readonly units: number;
  readonly sheets: number;
  /** Units that are rated twice. */
  readonly ratedTwice: number;
  /** Products asked for that the offices have not published; named in the field. */
  readonly unnamedProducts: number;
}

/** Draws for the whole round. Again gives the same, unless the plan, the directory or the published services have changed. */
export function drawSheets(tools: Tools, actor: Actor, target: RoundTarget): Promise<Result<Drawn, AssessmentRefusal>> {
  return onRound(tools, actor, target, ['planned'], async (on) => {
    const { tx, round, today, record } = on;
    const instrument = await instrumentOfRound(tx, round);
    const assessments = await assessmentsOfRound(tx, round.id);
    const codes = await codesOf(tx, assessments);
    const twice = unitsRatedTwice(round, assessments, codes);
    let [units, sheets, unnamedProducts] = [0, 0, 0];
    for (const assessment of assessments) {
      if ((await begunUnits(tx, assessment.id)).size > 0) return refuse('assessment.sheets-begun');
      for (const unit of assessment.units) {
        const code = codes.get(unit.agencyId) ?? unit.agencyId;
        const products = await servicesOf(tx, unit.agencyId, today);
        const rule = ruleOf(instrument, assessment, unit);
        const plan = planSheets(instrument, { code, rule }, products, round.seed);
        await deleteSheets(tx, assessment.id, { unitNo: unit.no });
        await insertSheets(tx, assessment.id, unit.no, 1, plan.sheets);
        const isTwice = twice.has(keyOf(assessment, unit));
        if (isTwice) {
          const again = plan.sheets.filter((sheet) => isRatedAgain(sheet.kind, 2));
          await insertSheets(tx, assessment.id, unit.no, 2, again);
        } else if (unit.secondAssessorId !== null) {
          await saveTeam(tx, assessment.id, unit.no, { ...unit, secondAssessorId: null });
        }
        units += 1;
        sheets += plan.sheets.length;
        unnamedProducts += plan.unnamedProducts;
      }
    }
    if (units === 0) return refuse('assessment.round-empty');
    const drawn: Drawn = { units, sheets, ratedTwice: twice.size, unnamedProducts };
    await record('round.drawn', { seed: round.seed, ...drawn });
    return ok({ value: drawn });
  });
}

/** The rule a unit stands for: by the name of its locus. */
function ruleOf(instrument: Instrument, assessment: Assessment, unit: Unit): LocusRule | null {
  return (
    instrument.fieldwork.loci.find(
      (rule) => rule.name.id === unit.locus.id && rule.agencyKinds.includes(assessment.agencyKind),
    ) ?? null
  );
}

export async function codesOf(tx: OnRound['tx'], assessments: readonly Assessment[]): Promise<ReadonlyMap<string, string>> {
  const ids = assessments.flatMap((one) => [one.agencyId, ...one.units.map((unit) => unit.agencyId)]);
  const agencies = await agenciesByIds(tx, ids);
  return new Map([...agencies].map(([id, agency]) => [id, agency.code]));
}

/** A unit in the whole round: assessment and number. */
export const keyOf = (assessment: Pick<Assessment, 'id'>, unit: Pick<Unit, 'no'>) => `${assessment.id} ${unit.no}`;

/** The sample of a plan; the same as long as the plan is the same. */
export function unitsRatedTwice(
  round: Pick<Round, 'seed' | 'secondRatingPercent'>,
  assessments: readonly Assessment[],
  codes: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const units = assessments.flatMap((assessment) =>
    assessment.units.map((unit) => ({
      key: keyOf(assessment, unit),
      codes: `${codes.get(assessment.agencyId) ?? assessment.agencyId} ${codes.get(unit.agencyId) ?? unit.agencyId}`,
    })),
  );
  const size = sampleSize(units.length, round.secondRatingPercent);
  return new Set(draw(units, size, round.seed, purposeOf.secondRating, (unit) => unit.codes).map((unit) => unit.key));
}
