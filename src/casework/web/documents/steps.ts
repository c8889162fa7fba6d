/** The steps on a document, as forms arrive. */
import { dateParts, dayFromParts, seeOther } from '../../../design/index.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { type DraftTarget, discardDraft, returnDraft, reviewDocument } from '../../actions/documents/draft-document.ts';
import type { DocumentProblem } from '../../actions/documents/problem.ts';
import { recordReceipt } from '../../actions/documents/receive-document.ts';
import { sealDocument } from '../../actions/documents/seal-document.ts';
import { sendDocument } from '../../actions/documents/send-document.ts';
import type { CaseDocument, DeliveryWay } from '../../rules/documents/document.ts';
import { documentPage } from './document-page.tsx';
import type { DocumentPlace } from './place.ts';
import { refusedDocument } from './refused.ts';

/** Each try tells passages that may repeat a reporter: nobody guesses by sealing again and again. */
const SEALS_AN_HOUR = 60;

type Done = { readonly ok: true; readonly value: CaseDocument } | { readonly ok: false; readonly refusal: DocumentProblem };

async function answer(
  place: DocumentPlace,
  done: Done,
  said: (document: CaseDocument) => string,
  typed: Readonly<Record<string, string>> = {},
  otherwise = 'steps',
): Promise<Response> {
  const { c, own, path, document, language } = place;
  if (done.ok) return seeOther(c, done.value.state === 'discarded' ? path : own, said(done.value));
  if (done.refusal.code === 'case.document-absent') return c.notFound();
  const kind = document.kind === 'answer' ? {} : { kind: document.kind };
  return documentPage(place, { refused: refusedDocument(done.refusal, language, { ...kind, otherwise }), typed });
}

function target(place: DocumentPlace): DraftTarget {
  const text = readForm(place.c).text('revision');
  return { documentId: place.document.id, revision: /^\d{1,9}$/.test(text) ? Number(text) : 0 };
}

export async function review(place: DocumentPlace): Promise<Response> {
  return answer(place, await reviewDocument(place.tools, place.actor, target(place)), () => place.words.page.reviewed);
}

export async function giveBack(place: DocumentPlace): Promise<Response> {
  return answer(place, await returnDraft(place.tools, place.actor, target(place)), () => place.words.page.returned);
}

export async function discard(place: DocumentPlace): Promise<Response> {
  return answer(place, await discardDraft(place.tools, place.actor, target(place)), () => place.words.page.discarded);
}

export async function seal(place: DocumentPlace): Promise<Response> {
  const { c, tools, actor, now, words } = place;
  const asks = { bucket: 'case-document-seal', key: actor.personId, limit: SEALS_AN_HOUR, windowSeconds: 3600, now };
  const { allowed, retryAfterSeconds } = await allow(tools, asks);
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  const looked = readForm(c).text('looked') === 'yes';
  return answer(place, await sealDocument(tools, actor, { ...target(place), looked }), (one) =>
    words.page.sealed(one.number ?? ''),
  );
}

export async function send(place: DocumentPlace): Promise<Response> {
  const { c, tools, actor, words, document } = place;
  const form = readForm(c);
  const ways: Record<number, DeliveryWay> = {};
  for (const { no } of document.recipients) {
    const way = form.text(`way-${no}`);
    if (way === 'system' || way === 'post' || way === 'hand') ways[no] = way;
  }
  return answer(place, await sendDocument(tools, actor, { ...target(place), ways }), () => words.page.sent);
}

export async function receipt(place: DocumentPlace): Promise<Response> {
  const { c, tools, actor, words } = place;
  const form = readForm(c);
  const typed = { step: 'receipt', ...(form.typed() as Record<string, string>) };
  const on = dayFromParts(dateParts(form.typed(), 'on'));
  if (!on) return answer(place, { ok: false, refusal: { code: 'case.receipt-day' } }, () => '', typed, 'on');
  const [slip] = form.uploads('slip').filter(({ size }) => size > 0);
  const done = await recordReceipt(tools, actor, {
    ...target(place),
    recipientNo: Number(form.text('recipient')) || 0,
    outcome: form.text('outcome') === 'returned' ? 'returned' : 'received',
    on,
    reason: form.text('reason'),
    slip: await slip?.bytes(),
  });
  const otherwise = done.ok ? '' : done.refusal.file ? 'slip' : done.refusal.code === 'case.receipt-day' ? 'on' : 'reason';
  return answer(place, done, () => words.page.recordedNow, typed, otherwise);
}
