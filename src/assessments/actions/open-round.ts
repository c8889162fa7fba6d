/** A plan becomes a round that is worked on, and at last a round that has ended. */
import { holdersOf } from '../../directory/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { endOfDay } from '../../kernel/time.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Assessment, Round, SheetRow } from '../rules/assessment.ts';
import type { AssessmentRefusal } from '../rules/refusals.ts';
import { isRatedAgain } from '../rules/sheet-plan.ts';
import { assessmentsOfRound } from '../store/assessments.ts';
import { deleteSheets, insertSheets, sheetsOf } from '../store/sheets.ts';
import { codesOf, keyOf, unitsRatedTwice } from './draw-sheets.ts';
import { type OnRound, onRound, type RoundTarget } from './on-round.ts';
import { zoneOfAssessment } from './reply-time.ts';
import { tell, tellAssigned } from './tell.ts';

/**
 * Opens a planned round: every unit has its sheets and its people, the sample is that of the plan as it is now. Opens the
 * self-assessment, when the round wants one, and tells everyone who has something to do.
 */
export function openRound(tools: Tools, actor: Actor, target: RoundTarget): Promise<Result<undefined, AssessmentRefusal>> {
  return onRound(tools, actor, target, ['planned'], async (on) => {
    const { tx, round, at, record } = on;
    const assessments = await assessmentsOfRound(tx, round.id);
    if (assessments.length === 0 || assessments.some((one) => one.units.length === 0)) return refuse('assessment.round-empty');
    const twice = unitsRatedTwice(round, assessments, await codesOf(tx, assessments));
    for (const assessment of assessments) {
      const sheets = await sheetsOf(tx, assessment.id);
      const refusal = refusalToOpen(assessment, sheets, twice);
      if (refusal) return refuse(refusal);
      if (round.selfAssessmentUntil !== null) await openSelfAssessment(on, assessment, sheets);
    }
    const opened: Round = { ...round, state: 'open', openedAt: at };
    for (const assessment of assessments) {
      const people = assessment.units.flatMap((unit) => [unit.assessorId, unit.secondAssessorId]).filter((id) => id !== null);
      await tellAssigned(tools, tx, opened, assessment, people);
      await tellSelfAssessment(tools, on, assessment);
    }
    await record('round.opened', { assessments: assessments.length, seed: round.seed });
    return ok({ round: opened, value: undefined });
  });
}

function refusalToOpen(
  assessment: Assessment,
  sheets: readonly SheetRow[],
  twice: ReadonlySet<string>,
): AssessmentRefusal | undefined {
  for (const unit of assessment.units) {
    const has = (rating: number) => sheets.some((sheet) => sheet.unitNo === unit.no && sheet.rating === rating);
    const isTwice = twice.has(keyOf(assessment, unit));
    if (!has(1) || has(2) !== isTwice) return 'assessment.draw-again';
    if (unit.assessorId === null || (isTwice && unit.secondAssessorId === null)) return 'assessment.round-without-team';
  }
  return undefined;
}

/** The unit rates itself on the same products and documents; what it says is kept apart and compared later. */
async function openSelfAssessment({ tx }: OnRound, assessment: Assessment, sheets: readonly SheetRow[]): Promise<void> {
  await deleteSheets(tx, assessment.id, { rating: 0 });
  const again = sheets.filter((sheet) => sheet.rating === 1 && isRatedAgain(sheet.kind, 0));
  for (const [unitNo, own] of Map.groupBy(again, (sheet) => sheet.unitNo)) await insertSheets(tx, assessment.id, unitNo, 0, own);
}

async function tellSelfAssessment(tools: Tools, { tx, round, today }: OnRound, assessment: Assessment): Promise<void> {
  if (round.selfAssessmentUntil === null) return;
  const offices = [...assessment.agencyPath, ...assessment.units.map((unit) => unit.agencyId)];
  const people = new Set<string>();
  for (const office of new Set(offices)) for (const id of await holdersOf(tx, office, 'assessment.answer', today)) people.add(id);
  const dueAt = endOfDay(round.selfAssessmentUntil, zoneOfAssessment(assessment));
  await tell(tools, tx, round, assessment, people, { purpose: 'assessment.self-assessment', stage: 'opened', dueAt });
}

/** Ends a round whose results are all published. Corrections remain possible. */
export function endRound(tools: Tools, actor: Actor, target: RoundTarget): Promise<Result<undefined, AssessmentRefusal>> {
  return onRound(tools, actor, target, ['open'], async ({ tx, round, record }) => {
    const assessments = await assessmentsOfRound(tx, round.id);
    if (assessments.some((one) => one.stage !== 'published')) return refuse('assessment.round-unfinished');
    await record('round.ended', { assessments: assessments.length });
    return ok({ round: { ...round, state: 'ended' as const }, value: undefined });
  });
}
