/** The steps of a joint review: buttons of its page, and small pages where a reason, a day or a list is asked for. */
import {
  Button,
  type DateParts,
  dateParts,
  dayFromParts,
  Form,
  Hidden,
  partsOfDay,
  seeOther,
  TextArea,
  WarningText,
} from '../../../design/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Result } from '../../../kernel/result.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import {
  addPoint,
  callReview,
  cancelReview,
  holdReview,
  moveMeeting,
  takePointBack,
  writeDiscussion,
} from '../../actions/reviews/hold-review.ts';
import { readHour } from '../../actions/reviews/plan-review.ts';
import { askCorrection, confirmMinutes, correctMinutes, sealMinutes } from '../../actions/reviews/seal-minutes.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { REVIEW_LIMITS, type Review } from '../../rules/reviews/review.ts';
import { reviewActions } from '../../rules/reviews/review-steps.ts';
import { versionOf } from '../opened.tsx';
import { MeetingInputs } from './list-page.tsx';
import { type Again, again, type OpenedReview, stepPage } from './opened-review.tsx';
import { reviewPage } from './review-page.tsx';

const targetOf = ({ agreement, review, c }: OpenedReview) => ({
  agreementId: agreement.id,
  reviewId: review.id,
  version: versionOf(readForm(c).text('version')),
});

function settled(
  opened: OpenedReview,
  done: Result<Review, AgreementRefusal>,
  said: (review: Review) => string,
  anchor = '',
): Response | Promise<Response> {
  if (done.ok) return seeOther(opened.c, `${opened.here}${anchor}`, said(done.value));
  const errors = again(opened, [{ field: 'next', code: done.refusal }]);
  return errors ? reviewPage(opened, errors) : opened.c.notFound();
}

export async function call(opened: OpenedReview) {
  return settled(opened, await callReview(opened.tools, opened.actor, targetOf(opened)), () => opened.words.review.called);
}

export async function hold(opened: OpenedReview) {
  return settled(
    opened,
    await holdReview(opened.tools, opened.actor, targetOf(opened)),
    () => opened.words.review.held,
    '#attendance',
  );
}

export async function seal(opened: OpenedReview) {
  return settled(
    opened,
    await sealMinutes(opened.tools, opened.actor, targetOf(opened)),
    (review) => opened.words.review.sealed(review.minutes.at(-1)?.number ?? ''),
    '#minutes',
  );
}

export async function confirm(opened: OpenedReview) {
  return settled(opened, await confirmMinutes(opened.tools, opened.actor, targetOf(opened)), () => opened.words.review.confirmed);
}

export async function bringPoint(opened: OpenedReview) {
  const point = readForm(opened.c).text('point');
  const done = await addPoint(opened.tools, opened.actor, { ...targetOf(opened), version: null }, point);
  if (done.ok) return seeOther(opened.c, `${opened.here}#points`, opened.words.review.pointAdded);
  const errors = again(opened, [{ field: 'point', code: done.refusal }]);
  return errors ? reviewPage(opened, errors, { point }) : opened.c.notFound();
}

export async function withdraw(opened: OpenedReview) {
  const id = opened.c.req.param('point') ?? '';
  if (!isUuid(id)) return opened.c.notFound();
  const done = await takePointBack(opened.tools, opened.actor, { ...targetOf(opened), version: null }, id);
  return settled(opened, done, () => opened.words.review.pointTaken, '#points');
}

export async function keepDiscussion(opened: OpenedReview) {
  const form = readForm(opened.c);
  const discussion = form.text('discussion');
  const done = await writeDiscussion(opened.tools, opened.actor, targetOf(opened), {
    discussion,
    minutesPublic: form.text('minutesPublic') === 'yes',
  });
  if (done.ok) return seeOther(opened.c, `${opened.here}#discussion-part`, opened.words.review.kept);
  const errors = again(opened, [{ field: 'discussion', code: done.refusal }]);
  return errors ? reviewPage(opened, errors, { discussion }) : opened.c.notFound();
}

const REASONED = {
  cancel: { act: cancelReview, words: 'cancel' },
  'ask-correction': { act: askCorrection, words: 'askCorrection' },
  correct: { act: correctMinutes, words: 'correct' },
} as const;
export type Reasoned = keyof typeof REASONED;

function reasonedWords({ words }: OpenedReview, step: Reasoned) {
  const w = words.review;
  return {
    cancel: { title: w.cancel, why: w.cancelWhy, done: w.cancelled },
    'ask-correction': { title: w.askCorrection, why: w.askCorrectionWhy, done: w.asked },
    correct: { title: w.correct, why: w.correctWhy, done: w.corrected },
  }[step];
}

export function reasonPage(opened: OpenedReview, step: Reasoned): Response | Promise<Response> {
  const { review, agreement, actor, c, here } = opened;
  if (!reviewActions(actor, agreement, review).some(({ action }) => action === step)) return c.redirect(here);
  return reasonForm(opened, step, '', review.version);
}

export async function reasonStep(opened: OpenedReview, step: Reasoned): Promise<Response> {
  const reason = readForm(opened.c).text('reason');
  const target = targetOf(opened);
  const done = await REASONED[step].act(opened.tools, opened.actor, target, reason);
  if (done.ok) return seeOther(opened.c, opened.here, reasonedWords(opened, step).done);
  const errors = again(opened, [{ field: 'reason', code: done.refusal }]);
  return errors ? reasonForm(opened, step, reason, target.version ?? 0, errors) : opened.c.notFound();
}

function reasonForm(opened: OpenedReview, step: Reasoned, reason: string, version: number, errors?: Again): Promise<Response> {
  const { words, here, review } = opened;
  const told = reasonedWords(opened, step);
  return stepPage(
    opened,
    { title: told.title, back: here, caption: words.reviews.nth(review.ordinal), errors },
    <Form action={`${here}/${step}`}>
      <Hidden name="version" value={String(version)} />
      {step === 'cancel' ? <WarningText>{told.why}</WarningText> : <p>{told.why}</p>}
      <TextArea name="reason" label={words.review.reason} value={reason} rows={5} maxCharacters={REVIEW_LIMITS.text} />
      <Button kind={step === 'cancel' ? 'warning' : 'primary'}>{told.title}</Button>
    </Form>,
  );
}

interface TypedMove {
  readonly meetsOn: DateParts;
  readonly meetsAt: string;
  readonly place: string;
  readonly reason: string;
  readonly version: number;
}

export function movePage(opened: OpenedReview): Response | Promise<Response> {
  const { review, agreement, actor, c, here } = opened;
  if (!reviewActions(actor, agreement, review).some(({ action }) => action === 'move')) return c.redirect(here);
  const { meetsOn, meetsAt, place, version } = review;
  return moveForm(opened, { meetsOn: partsOfDay(meetsOn), meetsAt, place, version, reason: '' });
}

export async function moveStep(opened: OpenedReview): Promise<Response> {
  const form = readForm(opened.c);
  const typed: TypedMove = {
    ...{ meetsOn: dateParts(form.typed(), 'meetsOn'), meetsAt: form.text('meetsAt'), place: form.text('place') },
    ...{ reason: form.text('reason'), version: versionOf(form.text('version')) },
  };
  const order = {
    meetsOn: dayFromParts(typed.meetsOn) ?? null,
    meetsAt: readHour(typed.meetsAt),
    place: typed.place,
    reason: typed.reason,
  };
  const done = await moveMeeting(opened.tools, opened.actor, targetOf(opened), order);
  if (done.ok) return seeOther(opened.c, opened.here, opened.words.review.moved);
  const fields: Partial<Record<AgreementRefusal, string>> = {
    'agreement.reason-missing': 'reason',
    'agreement.meets-at-wrong': 'meetsAt',
    'agreement.text-too-long': 'place',
  };
  const errors = again(opened, [{ field: fields[done.refusal] ?? 'meetsOn', code: done.refusal }]);
  return errors ? moveForm(opened, typed, errors) : opened.c.notFound();
}

function moveForm(opened: OpenedReview, typed: TypedMove, errors?: Again): Promise<Response> {
  const { words, here, review } = opened;
  const w = words.review;
  return stepPage(
    opened,
    { title: w.move, back: here, caption: words.reviews.nth(review.ordinal), errors },
    <Form action={`${here}/move`}>
      <Hidden name="version" value={String(typed.version)} />
      <MeetingInputs opened={opened} typed={typed} />
      {review.state === 'called' && (
        <TextArea name="reason" label={w.moveReason} hint={w.moveReasonHint} value={typed.reason} rows={3} />
      )}
      <Button>{w.move}</Button>
    </Form>,
  );
}
