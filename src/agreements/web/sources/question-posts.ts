/** What is sent from the questions of a session: a question, an answer, a decision on publication. */
import { seeOther } from '../../../design/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { answerQuestion, askQuestion, decidePublication, type QuestionResult } from '../../actions/sources/questions.ts';
import { AGREEMENT_REFUSALS, type AgreementRefusal } from '../../rules/refusals.ts';
import { versionOf } from '../opened.tsx';
import type { AgainAt } from './questions.tsx';
import type { OpenedSession } from './session-pages.tsx';

type OnSession = (answer: (opened: OpenedSession) => Response | Promise<Response>) => (c: WebContext) => Promise<Response>;
type SessionPage = (opened: OpenedSession, again?: AgainAt) => Promise<Response>;

export function mountQuestions<const Path extends string>(
  app: WebRoutes,
  path: Path,
  onSession: OnSession,
  page: SessionPage,
): void {
  app.post(
    `${path}/questions`,
    onSession(async (opened) => {
      const { c, tools, actor, session, words } = opened;
      const form = readForm(c);
      const texts = { question: form.text('question'), reviewer: form.text('reviewer') };
      const order = { question: texts.question, reviewerId: isUuid(texts.reviewer) ? texts.reviewer : null };
      const done = await askQuestion(tools, actor, session.id, order);
      return answered(opened, page, done, { part: 'ask', texts, field: 'question', said: words.done.asked });
    }),
  );
  app.post(
    `${path}/answer`,
    onSession(async (opened) => {
      const { c, tools, actor, words } = opened;
      const form = readForm(c);
      const texts = { answer: form.text('answer') };
      const target = targetOf(opened, form.text('question'), form.text('version'));
      const done = await answerQuestion(tools, actor, target, texts.answer);
      return answered(opened, page, done, {
        part: `answer-${target.questionId}`,
        texts,
        field: 'answer',
        said: words.done.answered,
      });
    }),
  );
  app.post(
    `${path}/publication`,
    onSession(async (opened) => {
      const { c, tools, actor, words } = opened;
      const form = readForm(c);
      const texts = { decision: form.text('decision'), checked: form.text('checked'), reason: form.text('reason') };
      const target = targetOf(opened, form.text('question'), form.text('version'));
      const sent = { part: `decide-${target.questionId}`, texts, field: 'decision' } as const;
      if (texts.decision !== 'publish' && texts.decision !== 'withhold')
        return answered(opened, page, { ok: false, refusal: 'agreement.decision-missing' }, { ...sent, said: '' });
      const publish = texts.decision === 'publish';
      const done = await decidePublication(tools, actor, target, {
        publish,
        checked: texts.checked === 'yes',
        reason: texts.reason,
      });
      return answered(opened, page, done, { ...sent, said: publish ? words.done.published : words.done.withheld });
    }),
  );
}

function targetOf({ session }: OpenedSession, question: string, version: string) {
  // An id that is none finds nothing; the action says so.
  const questionId = isUuid(question) ? question : session.id;
  return { sessionId: session.id, questionId, version: versionOf(version) };
}

const FIELD_OF: Readonly<Partial<Record<AgreementRefusal, string>>> = {
  'agreement.not-checked': 'checked',
  'agreement.reason-missing': 'reason',
};

async function answered(
  opened: OpenedSession,
  page: SessionPage,
  done: QuestionResult,
  sent: { readonly part: AgainAt['part']; readonly texts: AgainAt['texts']; readonly field: string; readonly said: string },
): Promise<Response> {
  const { c, language, sessionPath } = opened;
  if (done.ok) return seeOther(c, sessionPath, sent.said);
  const { kind, [language]: message } = AGREEMENT_REFUSALS[done.refusal];
  const status = refusalStatus(kind);
  if (status === 404) return c.notFound();
  const field = `${FIELD_OF[done.refusal] ?? sent.field}-${sent.part}`;
  return page(opened, {
    ...{ part: sent.part, texts: sent.texts, errors: [{ field, message }] },
    status: status === 403 || status === 409 ? status : undefined,
  });
}
