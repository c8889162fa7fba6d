/** Questions of a session with their answers, and who decides that they are published. */
import type { Child } from 'hono/jsx';
import {
  Button,
  Card,
  Checkbox,
  Details,
  type FieldErrors,
  Form,
  formatDay,
  Hidden,
  Radios,
  Select,
  StatusTag,
  TextArea,
  type Tone,
} from '../../../design/index.ts';
import { agenciesByIds } from '../../../directory/index.ts';
import { actorReference } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import { mayDecide, PUBLICATION_LABELS, type Publication, type Question } from '../../rules/sources/question.ts';
import { SESSION_LIMITS } from '../../rules/sources/session-flaws.ts';
import { questionsOf } from '../../store/sources/questions.ts';
import type { OpenedSession } from './session-pages.tsx';

/** A form of the page that was refused: which one, what was typed, why. */
export interface AgainAt {
  readonly part: 'cancel' | 'ask' | `answer-${string}` | `decide-${string}`;
  readonly texts: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly status: 403 | 409 | undefined;
}

const TONES: Readonly<Record<Publication, Tone>> = { undecided: 'neutral', published: 'success', withheld: 'warning' };

interface Props {
  readonly opened: OpenedSession;
  readonly again: AgainAt | undefined;
  readonly least: number;
}

export async function Questions({ opened, again }: Props): Promise<Child> {
  const { tools, session, words } = opened;
  const questions = await questionsOf(tools.db, session.id);
  const names = await agenciesByIds(
    tools.db,
    questions.flatMap(({ answer, decided }) => [answer?.agencyId, decided?.forAgencyId].filter((id) => typeof id === 'string')),
  );
  return (
    <section>
      <h2>{words.questions}</h2>
      <p>{words.publicationRule}</p>
      {questions.length === 0 && <p>{words.questionsNone}</p>}
      {questions.map((question, index) => (
        <QuestionCard
          opened={opened}
          again={again}
          question={question}
          number={index + 1}
          nameOf={(id) => (id === null ? '' : (names.get(id)?.name ?? ''))}
        />
      ))}
      {opened.mayWrite && <AskForm opened={opened} again={again} />}
    </section>
  );
}

export function askedBy(session: OpenedSession['session'], question: Pick<Question, 'reviewerId'>, floor: string): string {
  const reviewer = session.reviewers.find(({ id }) => id === question.reviewerId);
  return reviewer ? `${reviewer.role}, ${reviewer.institution}` : floor;
}

interface CardProps {
  readonly opened: OpenedSession;
  readonly again: AgainAt | undefined;
  readonly question: Question;
  readonly number: number;
  readonly nameOf: (agencyId: string | null) => string;
}

function QuestionCard(props: CardProps): Child {
  const { opened, question, number, nameOf } = props;
  const { actor, agreement, line, session, words, language } = opened;
  const { decided, answer } = question;
  return (
    <Card title={`${number}. ${words.question}`}>
      <p class="tuntas-preserve">{question.question}</p>
      <p class="govuk-hint">{words.from(askedBy(session, question, words.floor))}</p>
      <p>
        <strong>{answer ? words.answerBy(nameOf(answer.agencyId)) : words.answer}</strong>
      </p>
      <p class="tuntas-preserve">{answer?.text ?? words.noAnswer}</p>
      <p>
        {words.publication}:{' '}
        <StatusTag label={PUBLICATION_LABELS[question.publication][language]} tone={TONES[question.publication]} />
      </p>
      {decided && (
        <p class="govuk-hint">
          {words.decidedFor(nameOf(decided.forAgencyId), formatDay(dayOf(decided.at, agreement.zone), language, 'short'))}{' '}
          {decided.reason}
        </p>
      )}
      {opened.mayWrite && <AnswerForm {...props} />}
      {mayDecide(actor, agreement, line) && answer !== null && answer.by !== actorReference(actor) && <DecisionForm {...props} />}
    </Card>
  );
}

/** Errors name the fields of their own form; inputs of several forms on one page need ids of their own. */
function errorsAt(again: AgainAt | undefined, part: AgainAt['part'], field: string): FieldErrors {
  return again?.part === part
    ? again.errors.filter((each) => each.field === `${field}-${part}`).map((each) => ({ ...each, field }))
    : [];
}

function AnswerForm({ opened, again, question }: CardProps): Child {
  const { sessionPath, words } = opened;
  const part = `answer-${question.id}` as const;
  const isAgain = again?.part === part;
  return (
    <Details summary={question.answer ? words.rewriteAnswer : words.writeAnswer} open={isAgain || question.answer === null}>
      <Form action={`${sessionPath}/answer`}>
        <Hidden name="question" value={question.id} />
        <Hidden name="version" value={String(question.version)} />
        <TextArea
          name="answer"
          id={`answer-${part}`}
          label={words.answer}
          hint={question.answer ? words.rewriteHint : undefined}
          value={isAgain ? again.texts.answer : (question.answer?.text ?? '')}
          rows={4}
          maxCharacters={SESSION_LIMITS.answer}
          errors={errorsAt(again, part, 'answer')}
        />
        <Button kind="secondary">{words.saveAnswer}</Button>
      </Form>
    </Details>
  );
}

function DecisionForm({ opened, again, question }: CardProps): Child {
  const { sessionPath, words } = opened;
  const part = `decide-${question.id}` as const;
  const texts = again?.part === part ? again.texts : {};
  return (
    <Details summary={words.decide} open={again?.part === part || question.publication === 'undecided'}>
      <Form action={`${sessionPath}/publication`}>
        <Hidden name="question" value={question.id} />
        <Hidden name="version" value={String(question.version)} />
        <Radios
          name="decision"
          id={`decision-${part}`}
          label={words.whichDecision}
          choices={[
            { value: 'publish', label: words.publish },
            { value: 'withhold', label: words.withhold },
          ]}
          value={texts.decision ?? ''}
          errors={errorsAt(again, part, 'decision')}
        />
        <Checkbox
          name="checked"
          id={`checked-${part}`}
          label={words.checked}
          checked={texts.checked === 'yes'}
          errors={errorsAt(again, part, 'checked')}
        />
        <TextArea
          name="reason"
          id={`reason-${part}`}
          label={words.withholdReason}
          value={texts.reason ?? ''}
          rows={2}
          maxCharacters={SESSION_LIMITS.reason}
          errors={errorsAt(again, part, 'reason')}
          optional
        />
        <Button kind="secondary">{words.saveDecision}</Button>
      </Form>
    </Details>
  );
}

function AskForm({ opened, again }: { readonly opened: OpenedSession; readonly again: AgainAt | undefined }): Child {
  const { session, sessionPath, words } = opened;
  const texts = again?.part === 'ask' ? again.texts : {};
  return (
    <Card title={words.ask}>
      <Form action={`${sessionPath}/questions`}>
        {session.reviewers.length > 0 && (
          <Select
            name="reviewer"
            label={words.askedBy}
            emptyLabel={words.floor}
            options={session.reviewers.map(({ id, role, institution }) => ({ value: id, label: `${role}, ${institution}` }))}
            value={texts.reviewer ?? ''}
          />
        )}
        <TextArea
          name="question"
          id="question-ask"
          label={words.question}
          hint={words.askHint}
          value={texts.question ?? ''}
          rows={3}
          maxCharacters={SESSION_LIMITS.question}
          errors={errorsAt(again, 'ask', 'question')}
        />
        <Button kind="secondary">{words.saveQuestion}</Button>
      </Form>
    </Card>
  );
}
