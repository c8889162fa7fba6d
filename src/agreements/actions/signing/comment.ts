/** Comments on the sections of a text, by either side, and their answers. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { COMMENT_LIMIT, mayComment, maySettle, officeOf, type TextComment } from '../../rules/signing/comments.ts';
import { tidy } from '../../rules/signing/text.ts';
import { commentsOf, insertComment, markSettled } from '../../store/signing/comments.ts';
import { currentText } from '../../store/signing/texts.ts';
import type { Circumstances } from '../change.ts';
import { onLocked, type Worked } from './on-locked.ts';
import { keepersOf, tell } from './tell.ts';

type Said = Promise<Result<TextComment, AgreementRefusal>>;

export function addComment(
  tools: Tools,
  actor: Actor,
  order: { readonly agreementId: string; readonly section: string; readonly body: string },
): Said {
  return onLocked<TextComment>(tools, actor, order.agreementId, async (agreement, circumstances, tx) => {
    const text = await currentText(tx, agreement.id);
    if (!text) return refuse('agreement.absent');
    if (!text.sections.some(({ key }) => key === order.section)) return refuse('agreement.section-gone');
    const said = await say(tx, agreement, circumstances, { ...order, textNo: text.no, answersTo: null });
    if (!said.ok) return said;
    await tellOther(tools, tx, agreement, circumstances, []);
    return said;
  });
}

/** Answers a comment. @param settles the answer settles it: whoever prepares the text, or the side that commented, says so */
export function answerComment(
  tools: Tools,
  actor: Actor,
  order: { readonly agreementId: string; readonly commentId: string; readonly body: string; readonly settles: boolean },
): Said {
  return onLocked<TextComment>(tools, actor, order.agreementId, async (agreement, circumstances, tx) => {
    const comment = await commentIn(tx, agreement.id, order.commentId);
    const text = await currentText(tx, agreement.id);
    if (!comment || !text) return refuse('agreement.comment-absent');
    if (comment.settledAt !== null) return refuse('agreement.not-now');
    if (order.settles && !maySettle(actor, agreement, comment)) return refuse('agreement.not-yours');
    const { section, id: answersTo } = comment;
    const said = await say(tx, agreement, circumstances, { body: order.body, section, textNo: text.no, answersTo });
    if (!said.ok) return said;
    await tellOther(tools, tx, agreement, circumstances, [comment.author]);
    if (!order.settles) return said;
    await markSettled(tx, agreement.id, comment.id, { reference: actorReference(actor), at: circumstances.at });
    return ok({ ...said.value, events: [...said.value.events, settled(comment)] });
  });
}

/** Settles a comment without a word, or opens it again. */
export function settleComment(
  tools: Tools,
  actor: Actor,
  order: { readonly agreementId: string; readonly commentId: string; readonly isSettled: boolean },
): Said {
  return onLocked<TextComment>(tools, actor, order.agreementId, async (agreement, { at }, tx) => {
    const comment = await commentIn(tx, agreement.id, order.commentId);
    if (!comment) return refuse('agreement.comment-absent');
    if (!maySettle(actor, agreement, comment)) return refuse('agreement.not-yours');
    if ((comment.settledAt !== null) === order.isSettled) return ok({ value: comment, events: [] });
    await markSettled(tx, agreement.id, comment.id, order.isSettled ? { reference: actorReference(actor), at } : null);
    const opened = { type: 'signing-comment-reopened', payload: { comment: comment.id, section: comment.section } };
    return ok({ value: comment, events: [order.isSettled ? settled(comment) : opened] });
  });
}

const settled = (comment: TextComment) => ({
  type: 'signing-comment-settled',
  payload: { comment: comment.id, section: comment.section },
});

async function commentIn(tx: Tx, agreementId: string, id: string): Promise<TextComment | undefined> {
  return (await commentsOf(tx, agreementId)).find((one) => one.id === id && one.answersTo === null);
}

async function say(
  tx: Tx,
  agreement: Agreement,
  { at, actor, newId }: Circumstances,
  order: Pick<TextComment, 'section' | 'body' | 'textNo' | 'answersTo'>,
): Promise<Result<Worked<TextComment>, AgreementRefusal>> {
  const agencyId = officeOf(actor, agreement);
  if (agencyId === undefined) return refuse('agreement.not-yours');
  if (!mayComment(actor, agreement)) return refuse('agreement.not-now');
  const body = tidy(order.body);
  if (body === '') return refuse('agreement.text-missing');
  if (body.length > COMMENT_LIMIT) return refuse('agreement.text-too-long');
  const comment: TextComment = {
    ...{ id: newId(), section: order.section, textNo: order.textNo, answersTo: order.answersTo, body },
    ...{ author: actorReference(actor), agencyId, at, settledBy: null, settledAt: null },
  };
  await insertComment(tx, agreement.id, comment);
  const type = order.answersTo === null ? 'signing-comment-added' : 'signing-comment-answered';
  const payload = { comment: comment.id, section: comment.section, version: comment.textNo, answersTo: comment.answersTo };
  return ok({ value: comment, events: [{ type, payload }] });
}

/** Whoever prepares the text and whoever is answered hears of it, once a day. */
async function tellOther(
  tools: Tools,
  tx: Tx,
  agreement: Agreement,
  { at, actor }: Circumstances,
  authors: readonly string[],
): Promise<void> {
  const day = dayOf(at, agreement.zone);
  const people = [...(await keepersOf(tx, agreement, day)), ...authors.map((author) => author.replace('person:', ''))];
  await tell(tools, tx, agreement, {
    ...{ purpose: 'agreement.text-comment', stage: day.toString() },
    people: people.filter((id) => actorReference(actor) !== `person:${id}`),
  });
}
