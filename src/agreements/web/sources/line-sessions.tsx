/** The sessions of a line on its own page, and on the public one with what is to come and the answers that were published. */
import type { Child } from 'hono/jsx';
import { LinkButton } from '../../../design/index.ts';
import { agenciesByIds } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Day } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Line } from '../../rules/line.ts';
import { mayWriteSessions } from '../../rules/sources/question.ts';
import { hasSessions, SESSION_FORMS, type Session, type SessionForm } from '../../rules/sources/session.ts';
import { questionsOfSessions } from '../../store/sources/questions.ts';
import { sessionsOf } from '../../store/sources/sessions.ts';
import type { OpenedAgreement } from '../opened.tsx';
import { askedBy } from './questions.tsx';
import { ReviewerTable, SessionTable, SessionTotals } from './session-told.tsx';
import { sessionWordsIn } from './session-words.ts';

export async function lineSessions(opened: OpenedAgreement, line: Line): Promise<Child> {
  const { tools, actor, agreement, path, language } = opened;
  const sessions = await sessionsOf(tools.db, line);
  // A line that was made an activity keeps the sessions it had.
  if (!hasSessions(line.form) && sessions.length === 0) return null;
  const words = sessionWordsIn(language);
  const form: SessionForm = hasSessions(line.form) ? line.form : 'outreach';
  const base = `${path}/lines/${line.ordinal}/sessions`;
  const reading = { words, language, least: 0 };
  return (
    <section>
      <h2>{words.title[form]}</h2>
      <p>{words.sectionLead[form]}</p>
      {sessions.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <SessionTotals sessions={sessions} reading={reading} />
          <SessionTable id="sessions" sessions={sessions} reading={reading} hrefOf={({ ordinal }) => `${base}/${ordinal}`} />
        </>
      )}
      {hasSessions(line.form) && mayWriteSessions(actor, agreement, line) && (
        <LinkButton href={`${base}/new`} kind="secondary">
          {words.plan}
        </LinkButton>
      )}
    </section>
  );
}

export async function publicSessions(tools: Tools, line: Line, language: Language, today: Day): Promise<Child> {
  if (!hasSessions(line.form)) return null;
  const all = await sessionsOf(tools.db, line);
  const sessions = all.filter(({ state }) => state !== 'cancelled');
  if (sessions.length === 0) return null;
  const words = sessionWordsIn(language);
  const least = (await lawBook(tools)).parameter('agreement.measure-least', today).value;
  const reading = { words, language, least };
  const { hasReviewers, hasQuestions } = SESSION_FORMS[line.form];
  return (
    <section>
      <h2>{words.title[line.form]}</h2>
      <SessionTotals sessions={sessions} reading={reading} />
      <SessionTable id={`sessions-${line.ordinal}`} sessions={sessions} reading={reading} />
      {sessions
        .filter(({ state, summary }) => state === 'held' && summary !== '')
        .map(({ topic, summary }) => (
          <>
            <h3>{topic}</h3>
            <p class="tuntas-preserve">{summary}</p>
          </>
        ))}
      {hasReviewers &&
        sessions.map((session) => (
          <ReviewerTable id={`reviewers-${line.ordinal}-${session.ordinal}`} session={session} reading={reading} />
        ))}
      {hasQuestions && (await publishedAnswers(tools, sessions, language))}
    </section>
  );
}

/** Only what somebody else than its author has decided to publish. */
async function publishedAnswers(tools: Tools, sessions: readonly Session[], language: Language): Promise<Child> {
  const words = sessionWordsIn(language);
  const held = sessions.filter(({ state }) => state === 'held');
  const ids = held.map(({ id }) => id);
  const published = (await questionsOfSessions(tools.db, ids)).filter(({ publication }) => publication === 'published');
  if (published.length === 0) return held.length > 0 ? <p>{words.publicQuestionsNone}</p> : null;
  const names = await agenciesByIds(
    tools.db,
    published.flatMap(({ answer, decided }) => [answer?.agencyId, decided?.forAgencyId].filter((id) => typeof id === 'string')),
  );
  const nameOf = (id: string | null | undefined) => (id ? (names.get(id)?.name ?? '') : '');
  return (
    <>
      <h3>{words.questions}</h3>
      <p class="govuk-hint">{words.publicationRule}</p>
      {published.map((question) => {
        const session = held.find(({ id }) => id === question.sessionId);
        return (
          <blockquote class="govuk-inset-text">
            <p class="tuntas-preserve">
              <strong>{question.question}</strong>
            </p>
            {session && <p class="govuk-hint">{words.from(askedBy(session, question, words.floor))}</p>}
            <p>{words.answerBy(nameOf(question.answer?.agencyId))}</p>
            <p class="tuntas-preserve">{question.answer?.text}</p>
          </blockquote>
        );
      })}
    </>
  );
}
