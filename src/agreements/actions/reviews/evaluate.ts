/**
 * A yearly evaluation: the figures are frozen when it is opened, every side says its word of every programme and what it recommends, and it is
 * published when all have, or when a side stayed silent past its days.
 */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { agreementKind } from '../../rules/kinds.ts';
import { lightRuleOn } from '../../rules/numbers.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import {
  type Evaluation,
  type EvaluationContent,
  type EvaluationFigures,
  evaluationNumber,
  flawsOfWords,
  isToBePublished,
  mayHandIn,
  PROGRAMME_RECOMMENDATIONS,
  RECOMMENDATIONS,
  type SideWords,
  tooLong,
  yearsToEvaluate,
} from '../../rules/reviews/evaluation.ts';
import { countsOf } from '../../rules/reviews/figures.ts';
import { reviewNumbersOn } from '../../rules/reviews/numbers.ts';
import { periodLabel } from '../../rules/reviews/periods.ts';
import { callsFor } from '../../rules/reviews/review-steps.ts';
import { speaksFor, voicesOf } from '../../rules/reviews/voices.ts';
import { isInside } from '../../rules/visibility.ts';
import { loadAgreement, loadAgreementForUpdate } from '../../store/agreements.ts';
import { programmes } from '../../store/programmes.ts';
import {
  dropEvaluation,
  evaluationForUpdate,
  evaluationsOf,
  insertEvaluation,
  savePublished,
  saveWords,
} from '../../store/reviews/evaluations.ts';
import { plansOf, snapshotsOf } from '../../store/reviews/plan-lines.ts';
import { reviewsOf } from '../../store/reviews/reviews.ts';
import { append } from '../../store/save.ts';
import { FINISH_EVALUATION } from './evaluation-file.ts';
import { gapsInWords } from './gaps.ts';
import { voiceNames } from './names.ts';
import type { Flawed } from './plan-review.ts';
import { ownerNames } from './review-agenda.ts';
import { peopleOfSides, tell } from './tell.ts';

export interface OpenOrder {
  readonly agreementId: string;
  readonly year: number;
  /** Why a published one of that year is evaluated again; '' for the first. */
  readonly reason: string;
}

/** Freezes the figures of a year and asks every side for its words. */
export function openEvaluation(tools: Tools, actor: Actor, order: OpenOrder): Promise<Result<Evaluation, readonly Flawed[]>> {
  return orRollBack<Evaluation, readonly Flawed[]>(tools, async (tx) => {
    const no = (code: AgreementRefusal, field = 'year') => refuse([{ code, field }]);
    const agreement = await loadAgreementForUpdate(tx, order.agreementId);
    if (!agreement || !isInside(actor, agreement)) return no('agreement.absent');
    const [root] = callsFor(actor, agreement);
    if (root === undefined) return no(agreement.state === 'signed' ? 'agreement.not-yours' : 'agreement.not-now');
    const at = tools.clock.now();
    const today = dayOf(at, agreement.zone);
    if (!yearsToEvaluate(agreement, today).includes(order.year)) return no('agreement.evaluation-year');
    const all = await evaluationsOf(tx, agreement.id);
    if (all.some(({ state }) => state === 'open')) return no('agreement.evaluation-open');
    // One that was dropped was never anybody's: what follows it is the first still.
    const same = all.filter(({ year, state }) => year === order.year && state === 'published');
    const reason = order.reason.trim();
    if (same.length > 0 && reason === '') return no('agreement.reason-missing', 'reason');
    if (reason.length > 2000) return no('agreement.text-too-long', 'reason');
    const numbers = reviewNumbersOn(await lawBook(tools, tx as Db), today);
    const evaluation: Evaluation = {
      ...{ id: tools.random.id(), agreementId: agreement.id, version: 1, year: order.year, state: 'open' },
      ...{ edition: (same[0]?.edition ?? 0) + 1, reason: same.length > 0 ? reason : null },
      ...{ figures: await figuresOf(tools, tx, agreement, order.year, today), figuresAt: at },
      ...{ wordsDueOn: today.add({ days: numbers.evaluationWords }), openedBy: actorReference(actor), openedRoot: root },
      ...{ number: null, content: null, publishedAt: null, publishedBy: null, fileId: null, spoken: [] },
    };
    await insertEvaluation(tx, evaluation);
    const roots = voicesOf(agreement).map((voice) => voice.root);
    await tell(tools, tx, actor, await peopleOfSides(tx, agreement, roots, today), {
      ...{ purpose: 'agreement.evaluation-opened', object: { kind: 'agreement-evaluation', id: evaluation.id }, stage: 'opened' },
      details: { code: agreement.code, year: String(evaluation.year), due: evaluation.wordsDueOn.toString() },
    });
    const payload = {
      ...{ evaluation: evaluation.id, year: evaluation.year, edition: evaluation.edition },
      ...{ lines: evaluation.figures.lines.length, due: evaluation.wordsDueOn.toString() },
    };
    await append(tools, tx, agreement.id, [{ type: 'evaluation-opened', payload }], { at, actor });
    return ok(evaluation);
  });
}

/** The figures of a year as they are today, with the records behind each. */
export async function figuresOf(
  tools: Tools,
  db: Db | Tx,
  agreement: Agreement,
  year: number,
  today: Day,
): Promise<EvaluationFigures> {
  const rule = lightRuleOn(await lawBook(tools, db as Db), today);
  const lines = await snapshotsOf(db, await plansOf(db, agreement), today, rule, year);
  const labels = new Map((await programmes(db)).map(({ code, label }) => [code, label]));
  const codes = [...new Set([...agreement.programmes, ...lines.map(({ programme }) => programme)])];
  const reviews = (await reviewsOf(db, agreement.id)).filter(
    ({ period, state }) => period.until.year === year && state !== 'cancelled' && state !== 'planned',
  );
  // An evaluation is public: of the meetings it tells what was decided where both sides stand by the minutes and let everybody read them.
  const open = reviews.filter(({ state, minutesPublic }) => state === 'confirmed' && minutesPublic);
  const decisions = open.flatMap((review) =>
    review.decisions.filter(({ state }) => state !== 'withdrawn').map((decision) => ({ review, decision })),
  );
  const owner = await ownerNames(
    db,
    decisions.map(({ decision }) => decision),
  );
  const asOf = today.toString();
  return {
    ...{ asOf, rule, lines, all: countsOf(lines, asOf) },
    programmes: codes.map((code) => ({
      code,
      label: labels.get(code) ?? { id: code, en: code },
      counts: countsOf(lines, asOf, code),
    })),
    reviews: reviews.toReversed().map((review) => ({
      ...{ ordinal: review.ordinal, period: periodLabel(review.rhythm, review.period), meetsOn: review.meetsOn.toString() },
      ...{ state: review.state, number: review.minutes.at(-1)?.number ?? null },
    })),
    decisions: decisions.map(({ review, decision }) => ({
      ...{ review: review.ordinal, ordinal: decision.ordinal, text: decision.text, owner: owner(decision) },
      ...{ dueOn: decision.dueOn.toString(), state: decision.state },
    })),
    gaps: await gapsInWords(db, agreement, today),
  };
}

export interface EvaluationTarget {
  readonly agreementId: string;
  readonly evaluationId: string;
}

export interface WordsOrder {
  /** The side spoken for; must be one of the actor's. */
  readonly root: string;
  /** The version of these words the form was made from; 0 = none yet. */
  readonly version: number;
  readonly words: SideWords;
  /** Handed in: they change no more and are for everyone. Else kept for the side alone. */
  readonly handIn: boolean;
}

/** Keeps a side's words, or hands them in; the last word publishes the evaluation. */
export function speak(
  tools: Tools,
  actor: Actor,
  target: EvaluationTarget,
  order: WordsOrder,
): Promise<Result<Evaluation, readonly Flawed[]>> {
  return orRollBack<Evaluation, readonly Flawed[]>(tools, async (tx) => {
    const no = (code: AgreementRefusal, field = 'overall') => refuse([{ code, field }]);
    const agreement = await loadAgreement(tx, target.agreementId);
    if (!agreement || !isInside(actor, agreement)) return no('agreement.evaluation-absent');
    const evaluation = await evaluationForUpdate(tx, agreement.id, target.evaluationId);
    if (!evaluation) return no('agreement.evaluation-absent');
    if (!speaksFor(actor, agreement).includes(order.root)) return no('agreement.not-yours');
    const may = mayHandIn(evaluation, order.root);
    if (!may.ok) return no(may.refusal);
    const old = evaluation.spoken.find(({ root }) => root === order.root);
    if ((old?.version ?? 0) !== order.version) return no('agreement.review-moved-on');
    const codes = evaluation.figures.programmes.map(({ code }) => code);
    const flaws = [...unknownOf(order.words, codes), ...(order.handIn ? flawsOfWords(order.words, codes) : tooLong(order.words))];
    if (flaws.length > 0) return refuse(flaws);
    const at = tools.clock.now();
    const today = dayOf(at, agreement.zone);
    const spoken = {
      ...{ root: order.root, version: order.version + 1, words: order.words, savedAt: at },
      spokenAt: order.handIn ? at : null,
    };
    await saveWords(tx, evaluation, { ...spoken, author: actorReference(actor) });
    const now = { ...evaluation, spoken: [...evaluation.spoken.filter(({ root }) => root !== order.root), spoken] };
    if (!order.handIn) return ok(now);
    const payload = {
      evaluation: evaluation.id,
      year: evaluation.year,
      side: order.root,
      recommends: order.words.recommendation,
    };
    await append(tools, tx, agreement.id, [{ type: 'evaluation-words', payload }], { at, actor });
    const roots = voicesOf(agreement).map(({ root }) => root);
    return ok(isToBePublished(now, roots, today) ? await publishIn(tools, tx, actor, agreement, now) : now);
  });
}

/** What no form of ours sends. */
function unknownOf({ programmes: said, recommendation }: SideWords, codes: readonly string[]): readonly Flawed[] {
  const flaws: Flawed[] = [];
  for (const [code, { recommendation: one }] of Object.entries(said))
    if (!codes.includes(code) || (one !== null && !Object.hasOwn(PROGRAMME_RECOMMENDATIONS, one)))
      flaws.push({ field: `recommendation-${code}`, code: 'agreement.recommendation-unknown' });
  if (recommendation !== null && !Object.hasOwn(RECOMMENDATIONS, recommendation))
    flaws.push({ field: 'recommendation', code: 'agreement.recommendation-unknown' });
  return flaws;
}

/** Numbers it and fixes what it says; the file follows. */
async function publishIn(tools: Tools, tx: Tx, actor: Actor, agreement: Agreement, evaluation: Evaluation): Promise<Evaluation> {
  const at = tools.clock.now();
  const names = await voiceNames(tx, agreement);
  const before = (await evaluationsOf(tx, agreement.id)).find(
    ({ year, state, edition }) => year === evaluation.year && state === 'published' && edition < evaluation.edition,
  );
  const number = evaluationNumber(agreement.code, evaluation.year, evaluation.edition);
  const content: EvaluationContent = {
    ...{ number, at: at.toString(), zone: agreement.zone, year: evaluation.year, figures: evaluation.figures },
    agreement: {
      ...{ code: agreement.code, title: agreement.title, kind: agreementKind(agreement.kind).label.id },
      ...{ place: agreement.place, isExample: agreement.isExample },
    },
    parties: agreement.parties.map(({ name }) => name),
    sides: voicesOf(agreement).map(({ root }) => {
      const said = evaluation.spoken.find((one) => one.root === root && one.spokenAt !== null);
      return { root, name: names.get(root) ?? '', words: said?.words ?? null, dueOn: evaluation.wordsDueOn.toString() };
    }),
    replaces: before?.number && evaluation.reason !== null ? { number: before.number, reason: evaluation.reason } : null,
  };
  const by = actor.kind === 'officer' ? actor.personId : null;
  await savePublished(tx, evaluation, { content, by, at });
  const payload = { agreement: agreement.id, evaluation: evaluation.id };
  await enqueue(tx, { errand: FINISH_EVALUATION, payload, key: `evaluation ${evaluation.id}` });
  const roots = voicesOf(agreement).map(({ root }) => root);
  await tell(tools, tx, actor, await peopleOfSides(tx, agreement, roots, dayOf(at, agreement.zone)), {
    ...{
      purpose: 'agreement.evaluation-published',
      object: { kind: 'agreement-evaluation', id: evaluation.id },
      stage: 'published',
    },
    details: { code: agreement.code, year: String(evaluation.year), number },
  });
  const silent = content.sides.filter(({ words }) => words === null).map(({ root }) => root);
  await append(
    tools,
    tx,
    agreement.id,
    [{ type: 'evaluation-published', payload: { evaluation: evaluation.id, number, silent } }],
    {
      at,
      actor,
    },
  );
  const published = { state: 'published' as const, number, content, publishedAt: at, publishedBy: by };
  return { ...evaluation, ...published, version: evaluation.version + 1 };
}

/** What the errand does every day: publishes it where a side stayed silent past its days and another one spoke. */
export function publishIfOver(tools: Tools, target: EvaluationTarget): Promise<Result<Evaluation, AgreementRefusal>> {
  return orRollBack<Evaluation, AgreementRefusal>(tools, async (tx) => {
    const agreement = await loadAgreement(tx, target.agreementId);
    const evaluation = agreement && (await evaluationForUpdate(tx, agreement.id, target.evaluationId));
    if (!agreement || evaluation?.state !== 'open') return refuse('agreement.not-now');
    const today = dayOf(tools.clock.now(), agreement.zone);
    const roots = voicesOf(agreement).map(({ root }) => root);
    if (!isToBePublished(evaluation, roots, today)) return refuse('agreement.not-now');
    return ok(await publishIn(tools, tx, { kind: 'system', errand: 'agreements.evaluations' }, agreement, evaluation));
  });
}

/** An evaluation opened by mistake is dropped before anybody has handed in words. */
export function dropOpened(
  tools: Tools,
  actor: Actor,
  target: EvaluationTarget,
  reason: string,
): Promise<Result<Evaluation, AgreementRefusal>> {
  return orRollBack<Evaluation, AgreementRefusal>(tools, async (tx) => {
    const agreement = await loadAgreement(tx, target.agreementId);
    if (!agreement || !isInside(actor, agreement)) return refuse('agreement.evaluation-absent');
    const evaluation = await evaluationForUpdate(tx, agreement.id, target.evaluationId);
    if (!evaluation) return refuse('agreement.evaluation-absent');
    if (!callsFor(actor, agreement).includes(evaluation.openedRoot)) return refuse('agreement.not-yours');
    if (evaluation.state !== 'open' || evaluation.spoken.some(({ spokenAt }) => spokenAt !== null))
      return refuse('agreement.not-now');
    if (reason.trim() === '') return refuse('agreement.reason-missing');
    await dropEvaluation(tx, evaluation);
    const at = tools.clock.now();
    const payload = { evaluation: evaluation.id, year: evaluation.year, reason: reason.trim().slice(0, 2000) };
    await append(tools, tx, agreement.id, [{ type: 'evaluation-dropped', payload }], { at, actor });
    return ok({ ...evaluation, state: 'dropped' });
  });
}
