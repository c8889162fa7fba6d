/** A reply as both sides read it: text, files, and what was decided with which reasons. */
import { type Attachment, AttachmentList, StatusTag, Time, type Tone } from '../../../design/index.ts';
import { zoneOfAssessment } from '../../actions/reply-time.ts';
import { rational } from '../../rules/rational.ts';
import { scoreText } from '../../rules/score-text.ts';
import type { Reply } from '../../store/replies.ts';
import type { AskedAssessment } from './opened.tsx';

const TONES: Readonly<Record<Reply['state'], Tone>> = {
  open: 'warning',
  accepted: 'success',
  partly: 'info',
  rejected: 'neutral',
  withdrawn: 'neutral',
};

export function ReplyTag({ reply, asked }: { reply: Reply; asked: Pick<AskedAssessment, 'words'> }) {
  return <StatusTag label={asked.words.replies.states[reply.state]} tone={TONES[reply.state]} />;
}

export function ReplyText({ reply, asked }: { reply: Reply; asked: AskedAssessment }) {
  const { words, path, language, assessment } = asked;
  const files = reply.files.map((file, index): Attachment => {
    const href = `${path}/reply-files/${file.id}`;
    const thumbnail = file.thumbnailKey ? { src: `${href}/thumbnail`, alt: words.found.thumbnail(index + 1) } : undefined;
    const about = words.found.fingerprint(file.sha256.slice(0, 12));
    return { name: words.replies.file(index + 1), href, about, ...(thumbnail ? { thumbnail } : {}) };
  });
  const score = (text: string | null) => (text ? scoreText(rational(text), language) : '–');
  const zone = zoneOfAssessment(assessment);
  return (
    <div class="tuntas-reply">
      <p>
        <ReplyTag reply={reply} asked={asked} /> <Time at={reply.repliedAt} zone={zone} />
      </p>
      <p class="tuntas-preserve">{reply.text}</p>
      {files.length > 0 && <AttachmentList files={files} />}
      {reply.decision && reply.decidedAt && (
        <>
          <p>
            <strong>{words.replies.reasons}</strong> <Time at={reply.decidedAt} zone={zone} />
          </p>
          <p class="tuntas-preserve">{reply.decision}</p>
          <p>{words.replies.scores(score(reply.scoreBefore), score(reply.scoreAfter))}</p>
        </>
      )}
    </div>
  );
}
