/** The reporter's comments on the LHP, and what the head decides on each. */
import { Card, Radios, StatusTag, TextArea, Time } from '../../../design/index.ts';
import { commentOpen } from '../../actions/findings/comment-on-lhp.ts';
import { standingsWith } from '../../rules/permissions.ts';
import type { LhpView } from './lhp-page.tsx';
import { StepForm } from './parts.tsx';
import { input } from './shell.ts';

export function CommentsSection({ view }: { view: LhpView }) {
  const { at, comments, lhps } = view;
  const { words, file, actor, now } = at;
  if (!lhps.some((one) => one.issuedAt !== null)) return null;
  const open = commentOpen(file, now);
  const isHead = standingsWith(file, actor, 'case.decide').length > 0;
  const mayDecide = isHead && (file.stage === 'comment' || file.stage === 'monitoring');
  return (
    <>
      <h2 id="comments">{words.comment.title}</h2>
      {comments.length === 0 && <p>{words.comment.none}</p>}
      {open && (
        <p>
          {open.until ? words.comment.open : words.comment.openUnread} {open.until && <Time at={open.until} zone={file.zone} />}
        </p>
      )}
      {comments.map((comment) => (
        <Card>
          <p>
            <Time at={comment.at} zone={file.zone} />{' '}
            <StatusTag
              label={
                comment.decision === null
                  ? words.comment.waits
                  : comment.decision === 'noted'
                    ? words.comment.noted
                    : words.comment.reExamined
              }
              tone={comment.decision === null ? 'warning' : 'neutral'}
            />
          </p>
          <p class="tuntas-preserve">{comment.text}</p>
          {comment.decision !== null && (
            <p class="tuntas-preserve">
              <strong>{words.reason}:</strong> {comment.reason}
              {comment.evidence && `\n${comment.evidence}`}
            </p>
          )}
          {comment.decision === null && mayDecide && <Decide view={view} entryId={comment.entryId} />}
        </Card>
      ))}
    </>
  );
}

function Decide({ view, entryId }: { view: LhpView; entryId: string }) {
  const { at } = view;
  const { words } = at;
  const step = `comment-${entryId}`;
  return (
    <StepForm at={at} step="comment" line={entryId} button={words.comment.button}>
      <Radios
        name={input(step, 'decision')}
        label={words.comment.decide}
        value={at.typed(step, 'decision')}
        choices={[
          { value: 'noted', label: words.comment.noted, hint: words.comment.notedHint },
          {
            value: 're-examined',
            label: words.comment.reExamined,
            hint: words.comment.reExaminedHint,
            conditional: (
              <TextArea
                name={input(step, 'evidence')}
                label={words.comment.evidence}
                rows={3}
                value={at.typed(step, 'evidence')}
              />
            ),
          },
        ]}
      />
      <TextArea
        name={input(step, 'reason')}
        label={words.reason}
        hint={words.comment.reasonHint}
        rows={3}
        value={at.typed(step, 'reason')}
      />
    </StepForm>
  );
}
