/** Every day: whoever is to meet soon, to carry out a decision, to confirm minutes or to hand in words is reminded once, and evaluations whose days are over are published. */
import { holdersOf } from '../../../directory/index.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { eachOnItsOwn } from '../../../platform/jobs/each-on-its-own.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { reviewNumbersOn } from '../../rules/reviews/numbers.ts';
import { waitsFor } from '../../rules/reviews/review.ts';
import { voicesOf } from '../../rules/reviews/voices.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { evaluationsDue, loadEvaluation } from '../../store/reviews/evaluations.ts';
import {
  type DueDecision,
  decisionsDue,
  minutesWaiting,
  reviewsMeeting,
  reviewsUncalled,
} from '../../store/reviews/reminders.ts';
import { reviewForUpdate } from '../../store/reviews/reviews.ts';
import { publishIfOver } from './evaluate.ts';
import { makeEvaluationFile } from './evaluation-file.ts';
import { peopleOfSides, tell } from './tell.ts';

const BATCH = 200;
/** What was to be done longer ago was reminded of on its day, and is not asked for every day for ever. */
const DAYS_BACK = 60;
const FIRST = '00000000-0000-0000-0000-000000000000';
const BY = { kind: 'system', errand: 'agreements.remind-reviews' } as const;

/** Every row, each by itself: one that fails keeps no other from being told. */
function inBatches<Row extends { readonly id: string }>(
  tools: Tools,
  read: (after: string, limit: number) => Promise<readonly Row[]>,
  each: (row: Row) => Promise<void>,
): Promise<void> {
  const rows = async function* () {
    for (let after = FIRST; ; ) {
      const batch = await read(after, BATCH);
      yield* batch;
      const last = batch.at(-1);
      if (!last || batch.length < BATCH) return;
      after = last.id;
    }
  };
  return eachOnItsOwn(tools, rows(), each);
}

/** The widest day there is: what is due is asked again in the zone of each agreement. */
const latest = (tools: Tools): Day => dayOf(tools.clock.now(), 'Asia/Jayapura');

export async function remindOfReviews(tools: Tools): Promise<void> {
  const today = latest(tools);
  const numbers = reviewNumbersOn(await lawBook(tools), today);
  const from = today.subtract({ days: DAYS_BACK });
  const tellings = [
    () =>
      inBatches(
        tools,
        (after, limit) => reviewsMeeting(tools.db, today, today.add({ days: numbers.reviewReminder }), after, limit),
        (row) => remindOfMeeting(tools, row),
      ),
    () =>
      inBatches(
        tools,
        (after, limit) => reviewsUncalled(tools.db, from, today.add({ days: numbers.reviewCall }), after, limit),
        (row) => remindToCall(tools, row),
      ),
    () =>
      inBatches(
        tools,
        (after, limit) =>
          minutesWaiting(tools.db, tools.clock.now().subtract({ hours: 24 * numbers.minutesReminder }), after, limit),
        (row) => remindOfMinutes(tools, row),
      ),
    () =>
      inBatches(
        tools,
        (after, limit) => evaluationsDue(tools.db, today.add({ days: numbers.evaluationReminder }), after, limit),
        (row) => remindOfWords(tools, row),
      ),
    () =>
      inBatches(
        tools,
        (after, limit) => decisionsDue(tools.db, from, today.add({ days: numbers.decisionReminder }), after, limit),
        (row) => remindOfDecision(tools, row),
      ),
  ];
  await eachOnItsOwn(tools, tellings, (telling) => telling());
}

interface Row {
  readonly agreementId: string;
  readonly id: string;
}

function remindOfMeeting(tools: Tools, { agreementId, id }: Row): Promise<void> {
  return inTransaction(tools, async (tx) => {
    const agreement = await loadAgreement(tx, agreementId);
    const review = agreement && (await reviewForUpdate(tx, agreementId, id));
    if (agreement?.state !== 'signed' || review?.state !== 'called') return;
    const roots = voicesOf(agreement).map(({ root }) => root);
    const people = await peopleOfSides(tx, agreement, roots, dayOf(tools.clock.now(), agreement.zone));
    await tell(tools, tx, BY, people, {
      ...{ purpose: 'agreement.review-reminder', object: { kind: 'agreement-review', id }, stage: `near:${review.meetsOn}` },
      details: { code: agreement.code, review: review.ordinal, on: review.meetsOn.toString(), at: review.meetsAt },
    });
  });
}

/** The side that planned it: nobody is invited and no agenda frozen before it calls the review. */
function remindToCall(tools: Tools, { agreementId, id }: Row): Promise<void> {
  return inTransaction(tools, async (tx) => {
    const agreement = await loadAgreement(tx, agreementId);
    const review = agreement && (await reviewForUpdate(tx, agreementId, id));
    if (agreement?.state !== 'signed' || review?.state !== 'planned') return;
    const people = await peopleOfSides(tx, agreement, [review.secretaryRoot], dayOf(tools.clock.now(), agreement.zone));
    await tell(tools, tx, BY, people, {
      ...{ purpose: 'agreement.review-uncalled', object: { kind: 'agreement-review', id }, stage: `uncalled:${review.meetsOn}` },
      details: { code: agreement.code, review: review.ordinal, on: review.meetsOn.toString(), at: review.meetsAt },
    });
  });
}

/** Whoever reports for the office that carries it out or for the next one above that has somebody; else who keeps the agreement. */
async function carriersOf(tx: Tx, agreement: Agreement, ownerPath: readonly string[], today: Day): Promise<readonly string[]> {
  const ladder = [
    ...ownerPath.toReversed().map((agencyId) => ({ agencyId, capability: 'agreement.progress' as const })),
    ...agreement.keeperPath.toReversed().map((agencyId) => ({ agencyId, capability: 'agreement.prepare' as const })),
  ];
  for (const { agencyId, capability } of ladder) {
    const people = await holdersOf(tx, agencyId, capability, today);
    if (people.length > 0) return people;
  }
  return [];
}

/** Once before and once after the day. */
function remindOfDecision(tools: Tools, { agreementId, id, dueOn, review, ownerPath }: DueDecision): Promise<void> {
  return inTransaction(tools, async (tx) => {
    const agreement = await loadAgreement(tx, agreementId);
    if (agreement?.state !== 'signed') return;
    const today = dayOf(tools.clock.now(), agreement.zone);
    const people = new Set(await carriersOf(tx, agreement, ownerPath, today));
    await tell(tools, tx, BY, people, {
      ...{ purpose: 'agreement.decision-due', object: { kind: 'agreement-decision', id } },
      stage: `${dueOn.until(today).sign > 0 ? 'past' : 'near'}:${dueOn}`,
      details: { code: agreement.code, review, due: dueOn.toString() },
    });
  });
}

function remindOfMinutes(tools: Tools, { agreementId, id }: Row): Promise<void> {
  return inTransaction(tools, async (tx) => {
    const agreement = await loadAgreement(tx, agreementId);
    const review = agreement && (await reviewForUpdate(tx, agreementId, id));
    const minutes = review?.minutes.at(-1);
    if (!agreement || review?.state !== 'minuted' || !minutes) return;
    const people = await peopleOfSides(tx, agreement, waitsFor(review), dayOf(tools.clock.now(), agreement.zone));
    await tell(tools, tx, BY, people, {
      ...{ purpose: 'agreement.minutes-reminder', object: { kind: 'agreement-review', id }, stage: `waits:${minutes.edition}` },
      details: { code: agreement.code, review: review.ordinal, number: minutes.number },
    });
  });
}

function remindOfWords(tools: Tools, { agreementId, id }: Row): Promise<void> {
  return inTransaction(tools, async (tx) => {
    const agreement = await loadAgreement(tx, agreementId);
    const evaluation = agreement && (await loadEvaluation(tx, agreementId, id));
    if (!agreement || evaluation?.state !== 'open') return;
    const today = dayOf(tools.clock.now(), agreement.zone);
    if (today.until(evaluation.wordsDueOn).sign < 0) return;
    const silent = voicesOf(agreement)
      .map(({ root }) => root)
      .filter((root) => !evaluation.spoken.some((one) => one.root === root && one.spokenAt !== null));
    await tell(tools, tx, BY, await peopleOfSides(tx, agreement, silent, today), {
      ...{ purpose: 'agreement.evaluation-reminder', object: { kind: 'agreement-evaluation', id }, stage: 'near' },
      details: { code: agreement.code, year: String(evaluation.year), due: evaluation.wordsDueOn.toString() },
    });
  });
}

/** Evaluations where a side stayed silent past its days and another one spoke. */
export async function closeSilentEvaluations(tools: Tools): Promise<void> {
  await inBatches(
    tools,
    (after, limit) => evaluationsDue(tools.db, latest(tools), after, limit),
    async ({ agreementId, id }) => {
      const target = { agreementId, evaluationId: id };
      const published = await publishIfOver(tools, target);
      if (published.ok) await makeEvaluationFile(tools, target);
    },
  );
}
