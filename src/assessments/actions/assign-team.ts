/** Who goes where: the first assessor of each unit, and the second where the unit was drawn to be rated twice. */
import { actorFor, holdersOf, peopleByIds } from '../../directory/index.ts';
import { type Actor, positionsWith } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Day } from '../../kernel/time.ts';
import { lawBook } from '../../law/index.ts';
import type { Tools } from '../../platform/tools.ts';
import { OPEN_STAGES } from '../rules/assessment.transitions.ts';
import { type Assessment, governmentIdOf, type Round, type Unit } from '../rules/assessment.ts';
import { dependenceOn, type Term } from '../rules/independence.ts';
import { servesRegionOf } from '../rules/permissions.ts';
import type { AssessmentRefusal } from '../rules/refusals.ts';
import { DEPENDENCE_REFUSALS } from '../rules/stage-guards.ts';
import { lockAssessment } from '../store/assessments.ts';
import { sheetsOf } from '../store/sheets.ts';
import { termsOf, tiesOf } from '../store/ties.ts';
import { saveTeam } from '../store/units.ts';
import { dependenceOf } from './independent.ts';
import { type OnRound, onRound, type RoundTarget } from './on-round.ts';
import { tellAssigned } from './tell.ts';

export interface Assignment {
  readonly assessmentId: string;
  readonly unitNo: number;
  readonly assessorId: string | null;
  readonly secondAssessorId: string | null;
}

/** Which assignment may not be, and why. */
export interface TeamRefusal {
  readonly code: AssessmentRefusal;
  readonly at: Pick<Assignment, 'assessmentId' | 'unitNo'> | null;
  readonly which: 'first' | 'second' | null;
}

/** Assigns many at once: all of them, or none and the first that may not be. While the assessment is a draft it can be changed. */
export async function assignTeam(
  tools: Tools,
  actor: Actor,
  target: RoundTarget,
  assignments: readonly Assignment[],
): Promise<Result<number, TeamRefusal>> {
  let refused: TeamRefusal | null = null;
  const done = await onRound<number>(tools, actor, target, ['planned', 'open'], async (on) => {
    let changed = 0;
    // In the order of the ids, so that two planners at once wait for each other instead of locking each other out.
    const byAssessment = Map.groupBy(assignments, (one) => one.assessmentId);
    for (const [assessmentId, ofOne] of [...byAssessment].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const assessment = await lockAssessment(on.tx, assessmentId);
      if (assessment?.roundId !== on.round.id) return refuse('assessment.absent');
      const outcome = await assignIn(tools, on, assessment, ofOne);
      if (!outcome.ok) {
        refused = outcome.refusal;
        return refuse(outcome.refusal.code);
      }
      changed += outcome.value;
    }
    if (changed === 0) return refuse('assessment.nothing-changed');
    await on.record('round.team-assigned', { units: changed });
    return ok({ value: changed });
  });
  return done.ok ? done : refuse(refused ?? { code: done.refusal, at: null, which: null });
}

async function assignIn(
  tools: Tools,
  on: OnRound,
  assessment: Assessment,
  assignments: readonly Assignment[],
): Promise<Result<number, TeamRefusal>> {
  const drawn = new Set((await sheetsOf(on.tx, assessment.id, { rating: 2 })).map((sheet) => sheet.unitNo));
  let changed = 0;
  for (const wanted of assignments) {
    const at = { assessmentId: assessment.id, unitNo: wanted.unitNo };
    const unit = assessment.units.find((one) => one.no === wanted.unitNo);
    if (!unit) return refuse<TeamRefusal>({ code: 'assessment.unit-unknown', at, which: null });
    const newcomers = newcomersOf(unit, wanted);
    if (newcomers.length === 0 && !takesSomeoneAway(unit, wanted)) continue;
    if (!OPEN_STAGES.includes(assessment.stage)) return refuse<TeamRefusal>({ code: 'assessment.not-now', at, which: null });
    if (wanted.secondAssessorId !== null && wanted.secondAssessorId === wanted.assessorId)
      return refuse<TeamRefusal>({ code: 'assessment.same-assessor-twice', at, which: 'second' });
    if (wanted.secondAssessorId !== null && !drawn.has(unit.no))
      return refuse<TeamRefusal>({ code: 'assessment.not-drawn', at, which: 'second' });
    for (const { personId, which } of newcomers) {
      const code = await refusalToSend(tools, on, assessment, personId);
      if (code) return refuse<TeamRefusal>({ code, at, which });
    }
    await saveTeam(on.tx, assessment.id, unit.no, wanted);
    await on.recordOn(assessment.id, 'unit.assigned', {
      unitNo: unit.no,
      assessor: wanted.assessorId,
      secondAssessor: wanted.secondAssessorId,
    });
    if (on.round.state === 'open')
      await tellAssigned(
        tools,
        on.tx,
        on.round,
        assessment,
        newcomers.map((one) => one.personId),
      );
    changed += 1;
  }
  return ok(changed);
}

function newcomersOf(unit: Unit, wanted: Assignment) {
  return [
    ...(wanted.assessorId !== null && wanted.assessorId !== unit.assessorId
      ? [{ personId: wanted.assessorId, which: 'first' } as const]
      : []),
    ...(wanted.secondAssessorId !== null && wanted.secondAssessorId !== unit.secondAssessorId
      ? [{ personId: wanted.secondAssessorId, which: 'second' } as const]
      : []),
  ];
}

function takesSomeoneAway(unit: Unit, wanted: Assignment): boolean {
  return (
    (wanted.assessorId === null && unit.assessorId !== null) ||
    (wanted.secondAssessorId === null && unit.secondAssessorId !== null)
  );
}

async function refusalToSend(
  tools: Tools,
  { tx, at, today }: OnRound,
  assessment: Assessment,
  personId: string,
): Promise<AssessmentRefusal | undefined> {
  const person = await actorFor(tx, personId, today);
  const assesses = person ? positionsWith(person, 'assessment.assess') : [];
  if (!assesses.some((held) => servesRegionOf(held, assessment))) return 'assessment.no-assessor';
  const dependence = await dependenceOf(tools, tx, personId, governmentIdOf(assessment), at);
  return dependence && DEPENDENCE_REFUSALS[dependence];
}

export interface Candidate {
  readonly personId: string;
  readonly name: string;
  /** Why the person may not be sent to this agency. */
  readonly objection: AssessmentRefusal | null;
}

/**
 * Who could be sent to each of these agencies: every assessor of the office that serves it and of the head office, with what speaks
 * against them. By the id of the assessment, names in order.
 */
export async function candidatesFor(
  tools: Tools,
  round: Pick<Round, 'ownerPath'>,
  assessments: readonly Pick<Assessment, 'id' | 'ombudsmanOfficeId' | 'agencyPath' | 'agencyId'>[],
  day: Day,
): Promise<ReadonlyMap<string, readonly Candidate[]>> {
  const { db } = tools;
  const headOffice = round.ownerPath[0] ?? null;
  const offices = new Set([headOffice, ...assessments.map((one) => one.ombudsmanOfficeId)]);
  const holders = new Map<string | null, readonly string[]>();
  for (const office of offices) holders.set(office, office === null ? [] : await holdersOf(db, office, 'assessment.assess', day));
  const ids = [...new Set([...holders.values()].flat())];
  const people = await peopleByIds(db, ids);
  const ties = Map.groupBy(await tiesOf(db, ids), (tie) => tie.personId);
  const terms = new Map<string, readonly Term[]>();
  for (const id of ids) terms.set(id, await termsOf(db, id));
  const { value: daysAfter } = (await lawBook(tools)).parameter('assessment.tie', day);
  const candidate = (personId: string, governmentId: string): Candidate => {
    const facts = { terms: terms.get(personId) ?? [], ties: ties.get(personId) ?? [] };
    const dependence = dependenceOn(governmentId, facts, day, daysAfter);
    return { personId, name: people.get(personId)?.name ?? '', objection: dependence ? DEPENDENCE_REFUSALS[dependence] : null };
  };
  return new Map(
    assessments.map((one) => {
      const near = new Set([...(holders.get(headOffice) ?? []), ...(holders.get(one.ombudsmanOfficeId) ?? [])]);
      const all = [...near].map((id) => candidate(id, governmentIdOf(one)));
      return [one.id, all.sort((a, b) => a.name.localeCompare(b.name, 'id'))];
    }),
  );
}
