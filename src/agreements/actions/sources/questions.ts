/** Questions of a session: written down, answered, and published or withheld by somebody else than who answered. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import { partyAbove } from '../../rules/lines/promise.ts';
import { keeperPositions } from '../../rules/permissions.ts';
import { hasPersonalData } from '../../rules/public-text.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { mayWriteSessions, type Question, refusalToDecide } from '../../rules/sources/question.ts';
import { hasSessions, SESSION_FORMS, type Session } from '../../rules/sources/session.ts';
import { SESSION_LIMITS } from '../../rules/sources/session-flaws.ts';
import { isInside } from '../../rules/visibility.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { loadLine } from '../../store/lines.ts';
import { append } from '../../store/save.ts';
import { insertQuestion, lockQuestion, questionsOf, saveQuestion } from '../../store/sources/questions.ts';
import { lockSession } from '../../store/sources/sessions.ts';

export type QuestionResult = Result<Question, AgreementRefusal>;

export interface QuestionTarget {
  readonly sessionId: string;
  readonly questionId: string;
  readonly version: number;
}

export function askQuestion(
  tools: Tools,
  actor: Actor,
  sessionId: string,
  order: { readonly question: string; readonly reviewerId: string | null },
): Promise<QuestionResult> {
  return orRollBack<Question, AgreementRefusal>(tools, async (tx) => {
    const opened = await openedSession(tx, actor, sessionId);
    if (!opened.ok) return opened;
    const { agreement, line, session } = opened.value;
    if (!mayWriteSessions(actor, agreement, line)) return refuse('agreement.not-yours');
    const wrong = wrongText(order.question, SESSION_LIMITS.question);
    if (wrong) return refuse(wrong);
    if (order.reviewerId !== null && !session.reviewers.some(({ id }) => id === order.reviewerId))
      return refuse('agreement.session-absent');
    if ((await questionsOf(tx, sessionId)).length >= SESSION_LIMITS.questions) return refuse('agreement.too-many-questions');
    const at = tools.clock.now();
    const question: Question = {
      ...{ id: tools.random.id(), agreementId: agreement.id, sessionId, version: 1, at, author: actorReference(actor) },
      ...{ reviewerId: order.reviewerId, question: order.question.trim(), answer: null, publication: 'undecided', decided: null },
    };
    await insertQuestion(tx, question);
    const payload = { session: sessionId, question: question.id };
    await append(tools, tx, agreement.id, [{ type: 'sources-question-asked', payload }], { at, actor });
    return { ok: true, value: question };
  });
}

/** An answer written anew is not published any longer: what was decided on was another text. */
export function answerQuestion(tools: Tools, actor: Actor, target: QuestionTarget, text: string): Promise<QuestionResult> {
  return change(tools, actor, target, ({ agreement, line, session, question }) => {
    if (!mayWriteSessions(actor, agreement, line)) return refuse('agreement.not-yours');
    if (session.state === 'cancelled') return refuse('agreement.not-now');
    const wrong = wrongText(text, SESSION_LIMITS.answer);
    if (wrong) return refuse(wrong);
    const answer = { text: text.trim(), by: actorReference(actor), at: tools.clock.now(), agencyId: line.owner.agencyId };
    const next: Question = { ...question, answer, publication: 'undecided', decided: null };
    return { ok: true, value: { next, event: 'sources-question-answered' } };
  });
}

/**
 * @param publish `false` = it stays inside, with a reason
 * @param checked whoever publishes says to have looked that nobody is named
 */
export function decidePublication(
  tools: Tools,
  actor: Actor,
  target: QuestionTarget,
  order: { readonly publish: boolean; readonly checked: boolean; readonly reason: string },
): Promise<QuestionResult> {
  return change(tools, actor, target, ({ agreement, line, session, question }) => {
    const refused = refusalToDecide(actor, agreement, line, question, order.publish);
    if (refused) return refuse(refused);
    // Published is what was answered at a session that took place.
    if (session.state === 'cancelled' || (order.publish && session.state !== 'held')) return refuse('agreement.not-now');
    const reason = order.reason.trim();
    if (order.publish) {
      if (!order.checked) return refuse('agreement.not-checked');
      if (hasPersonalData(`${question.question}\n${question.answer?.text ?? ''}`)) return refuse('agreement.personal-data');
    } else {
      if (reason === '') return refuse('agreement.reason-missing');
      if (reason.length > SESSION_LIMITS.reason) return refuse('agreement.text-too-long');
    }
    const decided = {
      ...{ by: actorReference(actor), at: tools.clock.now(), forAgencyId: agencyOf(actor, agreement) },
      reason: order.publish ? null : reason,
    };
    const next: Question = { ...question, publication: order.publish ? 'published' : 'withheld', decided };
    return { ok: true, value: { next, event: order.publish ? 'sources-answer-published' : 'sources-answer-withheld' } };
  });
}

/** The agency somebody decides for: where they keep the agreement, else their own party's. */
function agencyOf(actor: Actor, agreement: Agreement): string | null {
  const [keeping] = keeperPositions(actor, agreement);
  if (keeping) return keeping.agencyId;
  if (actor.kind !== 'officer') return null;
  const position = actor.positions.find(({ agencyPath }) => partyAbove(agreement.parties, agencyPath) !== undefined);
  return position?.agencyId ?? null;
}

interface Opened {
  readonly agreement: Agreement;
  readonly line: Line;
  readonly session: Session;
}

async function openedSession(tx: Tx, actor: Actor, sessionId: string): Promise<Result<Opened, AgreementRefusal>> {
  const session = await lockSession(tx, sessionId);
  const line = session && (await loadLine(tx, session.lineId));
  const agreement = line && (await loadAgreement(tx, line.agreementId));
  if (!session || !line || !agreement || !isInside(actor, agreement)) return refuse('agreement.session-absent');
  if (!hasSessions(line.form) || !SESSION_FORMS[line.form].hasQuestions) return refuse('agreement.not-now');
  return { ok: true, value: { agreement, line, session } };
}

function change(
  tools: Tools,
  actor: Actor,
  target: QuestionTarget,
  rule: (
    opened: Opened & { readonly question: Question },
  ) => Result<{ readonly next: Question; readonly event: string }, AgreementRefusal>,
): Promise<QuestionResult> {
  return orRollBack<Question, AgreementRefusal>(tools, async (tx) => {
    const opened = await openedSession(tx, actor, target.sessionId);
    if (!opened.ok) return opened;
    const question = await lockQuestion(tx, target.sessionId, target.questionId);
    if (!question) return refuse('agreement.session-absent');
    if (question.version !== target.version) return refuse('agreement.session-moved-on');
    const decided = rule({ ...opened.value, question });
    if (!decided.ok) return decided;
    const { next, event } = decided.value;
    await saveQuestion(tx, question, next);
    const payload = { session: target.sessionId, question: question.id };
    await append(tools, tx, opened.value.agreement.id, [{ type: event, payload }], { at: tools.clock.now(), actor });
    return { ok: true, value: { ...next, version: question.version + 1 } };
  });
}

function wrongText(text: string, limit: number): AgreementRefusal | undefined {
  if (text.trim() === '') return 'agreement.text-missing';
  return text.length > limit ? 'agreement.text-too-long' : undefined;
}
