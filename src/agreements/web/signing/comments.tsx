/** Comments on a section with their answers, and the forms to comment, answer and settle. */
import { Button, Details, Form, formatMoment, Tag, TextArea } from '../../../design/index.ts';
import { actorReference } from '../../../kernel/actor.ts';
import { COMMENT_LIMIT, mayComment, maySettle, type TextComment, type Thread } from '../../rules/signing/comments.ts';
import { type At, input, stepAnchor } from './shell.ts';

type OfficeName = (agencyId: string) => string;

export function Threads({ at, threads, officeName }: { at: At; threads: readonly Thread[]; officeName: OfficeName }) {
  return (
    <>
      {threads.map((thread) => (
        <OneThread at={at} thread={thread} officeName={officeName} />
      ))}
    </>
  );
}

function OneThread({ at, thread, officeName }: { at: At; thread: Thread; officeName: OfficeName }) {
  const { words, base, actor, agreement, again } = at;
  const { comment, answers } = thread;
  const isOpen = comment.settledAt === null;
  const settles = maySettle(actor, agreement, comment);
  const answer = `answer-${comment.id}`;
  const settle = `${isOpen ? 'settle' : 'reopen'}-${comment.id}`;
  return (
    <div class="govuk-inset-text" id={`c-${comment.id}`}>
      <p>
        <Tag tone={isOpen ? 'warning' : 'success'}>{isOpen ? words.comment.open : words.comment.done}</Tag>
      </p>
      <Said at={at} comment={comment} officeName={officeName} />
      {answers.map((one) => (
        <Said at={at} comment={one} officeName={officeName} />
      ))}
      {isOpen && mayComment(actor, agreement) && (
        <Details summary={words.comment.answer} open={again?.step === answer}>
          <Form action={`${base}/answer/${comment.id}`}>
            <TextArea
              name={input(answer, 'body')}
              label={words.comment.answerBody}
              value={at.typed(answer, 'body')}
              rows={3}
              maxCharacters={COMMENT_LIMIT}
            />
            <div class="govuk-button-group">
              <Button kind="secondary" name={input(answer, 'then')} value="open">
                {words.comment.sendAnswer}
              </Button>
              {settles && (
                <Button kind="secondary" name={input(answer, 'then')} value="settle">
                  {words.comment.answerAndSettle}
                </Button>
              )}
            </div>
          </Form>
        </Details>
      )}
      {settles && (
        <Form action={`${base}/${isOpen ? 'settle' : 'reopen'}/${comment.id}`} id={stepAnchor(settle)}>
          <Button kind="secondary">{isOpen ? words.comment.settle : words.comment.reopen}</Button>
        </Form>
      )}
    </div>
  );
}

function Said({ at, comment, officeName }: { at: At; comment: TextComment; officeName: OfficeName }) {
  const { words, agreement, language, actor } = at;
  const isOwn = comment.author === actorReference(actor);
  const who = [officeName(comment.agencyId), isOwn ? words.comment.you : ''].filter((part) => part !== '').join(', ');
  return (
    <>
      <p class="govuk-hint">
        {who} {'\u00b7'} {formatMoment(comment.at, agreement.zone, language)} {'\u00b7'} {words.comment.onVersion(comment.textNo)}
      </p>
      <p class="tuntas-preserve">{comment.body}</p>
    </>
  );
}

export function CommentForm({ at, section }: { at: At; section: string }) {
  const { words, base } = at;
  const step = `comment-${section}`;
  return (
    <Form action={`${base}/comment/${section}`}>
      <TextArea
        name={input(step, 'body')}
        label={words.comment.body}
        hint={words.comment.bodyHint}
        value={at.typed(step, 'body')}
        rows={4}
        maxCharacters={COMMENT_LIMIT}
      />
      <Button kind="secondary">{words.comment.send}</Button>
    </Form>
  );
}
