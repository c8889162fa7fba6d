/**
 * Minutes get their number and what they say is fixed in one transaction; the file is made after it. A process that dies in between leaves a number
 * without a file: the errand makes it, and so does whoever opens the page again.
 */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { dayOf, Temporal } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import { composePdf, sealPdf, trialSigner } from '../../../platform/documents/index.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { agreementKind } from '../../rules/kinds.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { type MinutesContent, minutesNumber, sealable } from '../../rules/reviews/minutes.ts';
import { periodLabel } from '../../rules/reviews/periods.ts';
import { type Minutes, type Review, waitsFor } from '../../rules/reviews/review.ts';
import { moveReview } from '../../rules/reviews/review-steps.ts';
import { answersFor, voicesOf } from '../../rules/reviews/voices.ts';
import { TRIAL_WORDS } from '../../rules/trial-seal.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { insertFile, markFileReplaced } from '../../store/files.ts';
import { loadLine } from '../../store/lines.ts';
import { publishFile } from '../../store/reviews/publish-file.ts';
import {
  insertMinutes,
  insertWord,
  reviewByOrdinal,
  reviewForUpdate,
  reviewsOf,
  saveMinutesFile,
} from '../../store/reviews/reviews.ts';
import { append } from '../../store/save.ts';
import { keepOrRemove, storeOwnPdf } from '../files/attach-file.ts';
import { changeReview, type ReviewTarget } from './change-review.ts';
import { gapsInWords } from './gaps.ts';
import { minutesDocument } from './minutes-document.ts';
import { voiceNames } from './names.ts';
import { ownerNames } from './review-agenda.ts';
import { peopleOfSides, tell } from './tell.ts';

export const FINISH_MINUTES = 'agreements.finish-minutes';

type Answer = Promise<Result<Review, AgreementRefusal>>;

/** Opens transactions of its own: call it outside yours. @returns the review with its sealed minutes */
export async function sealMinutes(tools: Tools, actor: Actor, target: ReviewTarget): Answer {
  const numbered = await changeReview(tools, actor, target, async (review, agreement, { at }, tx) => {
    if (actor.kind !== 'officer') return refuse('agreement.not-yours');
    const moved = moveReview(review, agreement, 'seal', { actor, text: '' });
    if (!moved.ok) return moved;
    const may = sealable(review);
    if (!may.ok) return may;
    const edition = (review.minutes.at(-1)?.edition ?? 0) + 1;
    const reason = edition === 1 ? null : (review.stateNote ?? '');
    const year = dayOf(at, agreement.zone).year;
    const number = minutesNumber(agreement.code, review.ordinal, edition, year);
    const content = await contentOf(tools, tx, agreement, review, { number, reason });
    const minutes: Minutes = {
      ...{ edition, number, content, reason, sealedBy: actor.personId, sealedRoot: review.secretaryRoot },
      ...{ numberedAt: at, fileId: null, words: [] },
    };
    await insertMinutes(tx, review, minutes);
    const payload = { agreement: agreement.id, review: review.id, edition };
    await enqueue(tx, { errand: FINISH_MINUTES, payload, key: `minutes ${review.id} ${edition}` });
    const others = voicesOf(agreement)
      .map(({ root }) => root)
      .filter((root) => root !== review.secretaryRoot);
    await tell(tools, tx, actor, await peopleOfSides(tx, agreement, others, dayOf(at, agreement.zone)), {
      ...{ purpose: 'agreement.minutes-sealed', object: { kind: 'agreement-review', id: review.id }, stage: `sealed:${edition}` },
      details: { code: agreement.code, review: review.ordinal, number },
    });
    const { event } = moved.value;
    return ok({ review: moved.value.review, events: [{ ...event, payload: { ...event.payload, number, edition } }] });
  });
  if (!numbered.ok) return numbered;
  await makeMinutesFile(tools, numbered.value.agreementId, numbered.value.id);
  const done = await reviewByOrdinal(tools.db, numbered.value.agreementId, numbered.value.ordinal);
  return ok(done ?? numbered.value);
}

async function contentOf(
  tools: Tools,
  tx: Tx,
  agreement: Agreement,
  review: Review,
  { number, reason }: { readonly number: string; readonly reason: string | null },
): Promise<MinutesContent> {
  const at = tools.clock.now();
  if (!review.agenda) throw new Error('minutes of a review that was never called');
  const names = await voiceNames(tx, agreement);
  const decisions = review.decisions.filter(({ state }) => state !== 'withdrawn');
  const owner = await ownerNames(tx, decisions);
  const before = review.minutes.at(-1);
  const plans = new Map<string, string>();
  for (const { line } of decisions) {
    const plan = line && !plans.has(line.id) ? await lineName(tx, line.agreementId, line.id) : undefined;
    if (line && plan) plans.set(line.id, plan);
  }
  return {
    ...{ number, at: at.toString(), place: review.place, meetsOn: review.meetsOn.toString(), meetsAt: review.meetsAt },
    ...{ zone: agreement.zone, ordinal: review.ordinal, period: periodLabel(review.rhythm, review.period).id },
    agreement: {
      ...{ code: agreement.code, title: agreement.title, kind: agreementKind(agreement.kind).label.id },
      isExample: agreement.isExample,
    },
    parties: agreement.parties.map(({ name }) => name),
    writer: names.get(review.secretaryRoot) ?? '',
    attendance: review.attendance.map(({ institution, position, people, presence }) => ({
      institution,
      position,
      people,
      presence,
    })),
    agenda: review.agenda,
    discussion: review.discussion,
    decisions: decisions.map((decision) => ({
      ...{ ordinal: decision.ordinal, text: decision.text, owner: owner(decision), dueOn: decision.dueOn.toString() },
      line: decision.line ? (plans.get(decision.line.id) ?? null) : null,
    })),
    gaps: (await gapsInWords(tx, agreement, dayOf(at, agreement.zone))).map(({ id }) => id),
    replaces: before && reason !== null ? { number: before.number, reason } : null,
  };
}

async function lineName(tx: Tx, agreementId: string, lineId: string): Promise<string | undefined> {
  const [plan, line] = [await loadAgreement(tx, agreementId), await loadLine(tx, lineId)];
  return plan && line && `${plan.code} baris ${line.ordinal}`;
}

/** Makes the files of all editions that have none; safe to run again after a crash at any point, by two at once too. */
export async function makeMinutesFile(tools: Tools, agreementId: string, reviewId: string): Promise<void> {
  const agreement = await loadAgreement(tools.db, agreementId);
  const review = agreement && (await reviewsOf(tools.db, agreement.id)).find(({ id }) => id === reviewId);
  if (!agreement || !review) return;
  for (const minutes of review.minutes.filter(({ fileId }) => fileId === null)) await makeFile(tools, agreement, review, minutes);
}

async function makeFile(tools: Tools, agreement: Agreement, review: Review, minutes: Minutes): Promise<void> {
  const pdf = await sealPdf(await composePdf(minutesDocument(minutes.content)), await trialSigner(tools), {
    reason: `${TRIAL_WORDS} ${minutes.number}`,
    location: minutes.content.place === '' ? agreement.place : minutes.content.place,
    at: Temporal.Instant.from(minutes.content.at),
    field: 'Segel 1',
  });
  const stored = await storeOwnPdf(tools, pdf);
  const at = tools.clock.now();
  const made = await keepOrRemove(tools, [stored], () =>
    orRollBack<null, 'faster'>(tools, async (tx) => {
      const now = await reviewForUpdate(tx, agreement.id, review.id);
      const fileId = tools.random.id();
      if (!now || !(await saveMinutesFile(tx, now, minutes.edition, fileId, at))) return refuse('faster');
      const isPublic = now.state === 'confirmed' && now.minutesPublic;
      await insertFile(tx, {
        ...{ id: fileId, agreementId: agreement.id, kind: 'minutes', partId: review.id, title: `Notulen ${minutes.number}` },
        ...{
          fileKey: stored.key,
          thumbnailKey: null,
          mediaType: stored.mediaType,
          extension: stored.extension,
          size: stored.size,
        },
        ...{ sha256: stored.sha256, isPublic, addedBy: minutes.sealedBy, addedAt: at },
        ...{ confirmedBy: null, confirmedAt: null, replacedBy: null },
      });
      const before = now.minutes.find(({ edition }) => edition === minutes.edition - 1);
      if (before?.fileId) await markFileReplaced(tx, agreement.id, before.fileId, fileId);
      const payload = { review: review.id, number: minutes.number, sha256: stored.sha256 };
      await append(tools, tx, agreement.id, [{ type: 'review-minutes-made', payload }], {
        at,
        actor: { kind: 'system', errand: FINISH_MINUTES },
      });
      return ok(null);
    }),
  );
  if (!made.ok) tools.log.info({ review: review.id }, 'minutes were made by another process meanwhile');
}

/** Another side stands by the minutes. When the last of those who came has, they are confirmed, and public if they were meant to be. */
export function confirmMinutes(tools: Tools, actor: Actor, target: ReviewTarget): Answer {
  return changeReview(tools, actor, target, async (review, agreement, { at }, tx) => {
    const mine = answersFor(actor, agreement, review.secretaryRoot).filter((root) => waitsFor(review).includes(root));
    const isLast = waitsFor(review).every((root) => mine.includes(root));
    const moved = moveReview(review, agreement, isLast ? 'confirm-last' : 'confirm', { actor, text: '' });
    if (!moved.ok) return moved;
    const minutes = review.minutes.at(-1) as Minutes;
    for (const root of mine)
      await insertWord(tx, review, {
        ...{ edition: minutes.edition, root, verdict: 'confirmed', text: '', author: actorReference(actor), at },
      });
    if (isLast && review.minutesPublic && minutes.fileId !== null) await publishFile(tx, agreement.id, minutes.fileId);
    const { event } = moved.value;
    return ok({ review: moved.value.review, events: [{ ...event, payload: { ...event.payload, number: minutes.number } }] });
  });
}

/** Another side asks to correct the minutes: they are opened again, the sealed edition stays, the next one says what it takes the place of. */
export function askCorrection(tools: Tools, actor: Actor, target: ReviewTarget, text: string): Answer {
  return changeReview(tools, actor, target, async (review, agreement, { at }, tx) => {
    const moved = moveReview(review, agreement, 'ask-correction', { actor, text });
    if (!moved.ok) return moved;
    const minutes = review.minutes.at(-1) as Minutes;
    const [root] = answersFor(actor, agreement, review.secretaryRoot).filter((one) => waitsFor(review).includes(one));
    if (root === undefined) return refuse('agreement.not-yours');
    await insertWord(tx, review, {
      ...{ edition: minutes.edition, root, verdict: 'correct', text: text.trim(), author: actorReference(actor), at },
    });
    await tell(tools, tx, actor, await peopleOfSides(tx, agreement, [review.secretaryRoot], dayOf(at, agreement.zone)), {
      ...{ purpose: 'agreement.minutes-correct', object: { kind: 'agreement-review', id: review.id } },
      ...{
        stage: `correct:${minutes.edition}`,
        details: { code: agreement.code, review: review.ordinal, number: minutes.number },
      },
    });
    const { event } = moved.value;
    return ok({ review: moved.value.review, events: [{ ...event, payload: { ...event.payload, number: minutes.number } }] });
  });
}

/** The side that wrote them finds a mistake itself, also after they were confirmed. */
export function correctMinutes(tools: Tools, actor: Actor, target: ReviewTarget, reason: string): Answer {
  return changeReview(tools, actor, target, (review, agreement) => {
    const moved = moveReview(review, agreement, 'correct', { actor, text: reason });
    return moved.ok ? ok({ review: moved.value.review, events: [moved.value.event] }) : moved;
  });
}
