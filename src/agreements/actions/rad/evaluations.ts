/** Taking the evaluation of a year, and its steps until it is public. */
import { agencyById, holdersOf, nationalDeskAgency, zoneOfRegion } from '../../../directory/index.ts';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { dayOf } from '../../../kernel/time.ts';
import { asLimit, escalationMoment, lawBook } from '../../../law/index.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type EvaluationAction, isEvaluator, moveEvaluation, type TakenEvaluation } from '../../rules/rad/evaluation.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { evaluationsOfYear, insertEvaluation, loadEvaluation, nextEdition, saveEvaluation } from '../../store/rad/evaluations.ts';
import { claimPlan } from '../../store/rad/rads.ts';
import { figuresWithRecords } from './figures.ts';
import { governmentById, reviewerOf } from './places.ts';
import { preparersOf, tell } from './tell.ts';

export const PDF_ERRAND = 'agreements.rad-evaluation-pdf';

/** Takes the figures of a government for a year, with the records behind them, and gives it time to answer. */
export function takeEvaluation(
  tools: Tools,
  actor: Actor,
  order: { readonly governmentId: string; readonly year: number; readonly isExample?: boolean },
): Promise<Result<TakenEvaluation, AgreementRefusal>> {
  return orRollBack(tools, async (tx) => {
    const government = await governmentById(tx, order.governmentId);
    const evaluator = government && (await reviewerOf(tx, government));
    if (!government || !evaluator) return refuse('agreement.party-unknown');
    if (!isEvaluator(actor, { evaluatorId: evaluator.id, level: government.level })) return refuse('agreement.not-yours');
    if (!Number.isInteger(order.year) || order.year < 2000 || order.year > 2199) return refuse('agreement.year-wrong');
    await claimPlan(tx, government.agency.id);
    const there = await evaluationsOfYear(tx, order.year, { governmentIds: [government.agency.id] });
    if (there.length > 0) return refuse('agreement.rad-evaluation-exists');
    const taken = await figuresWithRecords(tools, tx, government, order.year);
    if (!taken) return refuse('agreement.rad-year-early');
    const [at, zone, law] = [tools.clock.now(), zoneOfRegion(government.regionCode), await lawBook(tools, tx)];
    const limit = asLimit(law.parameter('agreement.rad-answer', dayOf(at, zone)));
    const evaluation: TakenEvaluation = {
      ...{ id: tools.random.id(), version: 1, governmentId: government.agency.id, year: order.year, level: government.level },
      edition: await nextEdition(tx, government.agency.id, order.year),
      ...{ evaluatorId: evaluator.id, state: 'with-government', figuresAt: at, figures: taken.figures },
      answerUntil: dayOf(escalationMoment(at, limit, zone, law.calendar(government.regionCode)), zone),
      ...{ answer: '', answeredAt: null, publishedAt: null, withdrawnAt: null, withdrawal: null, pdfKey: null, pdfSha256: null },
      isExample: order.isExample ?? false,
    };
    await insertEvaluation(tx, evaluation, actor.kind === 'officer' ? actor.personId : null, taken.rows);
    const { score, known } = taken.figures.evaluation;
    const payload = { government: evaluation.governmentId, year: evaluation.year, edition: evaluation.edition, score, known };
    await appendEvents(
      tools,
      tx,
      { kind: 'rad-evaluation', id: evaluation.id },
      [{ type: 'rad-evaluation-taken', at, actor: actorReference(actor), payload }],
      { newFile: true },
    );
    await tellOf(tools, tx, evaluation, 'taken', await preparersOf(tx, evaluation.governmentId, dayOf(at, zone)));
    return ok(evaluation);
  });
}

export interface EvaluationTarget {
  readonly evaluationId: string;
  readonly version: number;
}

export function stepEvaluation(
  tools: Tools,
  actor: Actor,
  target: EvaluationTarget,
  order: { readonly action: EvaluationAction; readonly text?: string },
): Promise<Result<TakenEvaluation, AgreementRefusal>> {
  return orRollBack(tools, async (tx) => {
    const before = isUuid(target.evaluationId) ? await loadEvaluation(tx, target.evaluationId, true) : undefined;
    const government = before && (await governmentById(tx, before.governmentId));
    if (!before || !government) return refuse('agreement.absent');
    if (before.version !== target.version) return refuse('agreement.moved-on');
    const [at, zone] = [tools.clock.now(), zoneOfRegion(government.regionCode)];
    const today = dayOf(at, zone);
    const moved = moveEvaluation(actor, before, { action: order.action, text: order.text ?? '', at, today });
    if (!moved.ok) return moved;
    const { evaluation, event } = moved.value;
    await saveEvaluation(tx, evaluation);
    const payload = {
      from: before.state,
      to: evaluation.state,
      reason: order.action === 'withdraw' ? evaluation.withdrawal : null,
    };
    await appendEvents(tools, tx, { kind: 'rad-evaluation', id: evaluation.id }, [
      { type: event, at, actor: actorReference(actor), payload },
    ]);
    const people =
      order.action === 'answer'
        ? await evaluatorsOf(tx, evaluation, today)
        : await preparersOf(tx, evaluation.governmentId, today);
    await tellOf(tools, tx, evaluation, order.action, people);
    if (order.action === 'publish')
      await enqueue(tx, { errand: PDF_ERRAND, payload: { evaluation: evaluation.id }, key: `rad evaluation ${evaluation.id}` });
    return ok({ ...evaluation, version: before.version + 1 });
  });
}

async function evaluatorsOf(tx: Tx, { level, evaluatorId }: TakenEvaluation, today: Parameters<typeof holdersOf>[3]) {
  return level === 'province'
    ? holdersOf(tx, (await nationalDeskAgency(tx)).id, 'agreement.review-rad', today)
    : preparersOf(tx, evaluatorId, today);
}

async function tellOf(
  tools: Tools,
  tx: Tx,
  evaluation: TakenEvaluation,
  what: 'taken' | EvaluationAction,
  people: readonly string[],
): Promise<void> {
  await tell(tools, tx, people, {
    ...{ purpose: 'agreement.rad-evaluation', object: { kind: 'rad-evaluation', id: evaluation.id } },
    stage: what === 'answer' ? `answer:${evaluation.version}` : what,
    details: {
      ...{ year: String(evaluation.year), what, until: evaluation.answerUntil.toString() },
      region: (await agencyById(tx, evaluation.governmentId))?.regionCode ?? '',
    },
  });
}
