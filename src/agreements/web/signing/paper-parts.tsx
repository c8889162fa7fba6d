/** Signed on paper: uploading the scan, and comparing what somebody else uploaded. */
import type { Child } from 'hono/jsx';
import {
  Button,
  Card,
  Checkboxes,
  DateInput,
  Details,
  FileUpload,
  Form,
  formatDay,
  TextArea,
  WarningButton,
} from '../../../design/index.ts';
import { mayCompare } from '../../actions/files/confirm-file.ts';
import { mayUploadPaper } from '../../actions/signing/paper.ts';
import { REASON_LIMIT } from '../../actions/signing/round-steps.ts';
import { hasSigned } from '../../rules/signing/turn.ts';
import type { Paper } from '../../store/signing/rounds.ts';
import { type At, input, stepAnchor } from './shell.ts';
import type { RoundNow } from './signing-page.tsx';

export function PaperParts({ at, now }: { at: At; now: RoundNow }): Child {
  const { agreement, actor, words } = at;
  const waiting = now.papers.filter(({ outcome }) => outcome === null);
  return (
    <>
      {waiting.length > 0 && (
        <>
          <h2>{words.signing.paperWaiting}</h2>
          {waiting.map((paper) => (
            <Waiting at={at} paper={paper} />
          ))}
        </>
      )}
      {mayUploadPaper(actor, agreement) && <Upload at={at} now={now} />}
    </>
  );
}

function Waiting({ at, paper }: { at: At; paper: Paper }) {
  const { agreement, actor, words, base, path, language, again } = at;
  const w = words.signing;
  const isOwn = paper.uploadedBy === actor.personId;
  const reject = `reject-${paper.id}`;
  const names = agreement.signatories.filter(({ id }) => paper.signatoryIds.includes(id)).map(({ position }) => position);
  return (
    <Card>
      <p>{w.paperOf(names.join(', '), formatDay(paper.signedOn, language))}</p>
      <p>
        <a href={`${path}/files/${paper.fileId}`}>{w.paperOpen}</a>
      </p>
      {isOwn ? (
        <p class="govuk-hint">{w.paperOwn}</p>
      ) : (
        mayCompare(actor, agreement) && (
          <Form action={`${base}/confirm/${paper.id}`} id={stepAnchor(`confirm-${paper.id}`)}>
            <Button>{w.paperFits}</Button>
          </Form>
        )
      )}
      {(isOwn || mayCompare(actor, agreement)) && (
        <Details summary={isOwn ? w.paperTakeBack : w.paperReject} open={again?.step === reject}>
          <Form action={`${base}/reject/${paper.id}`}>
            <TextArea
              name={input(reject, 'reason')}
              label={isOwn ? w.paperTakeBackReason : w.paperReason}
              value={at.typed(reject, 'reason')}
              rows={3}
              maxCharacters={REASON_LIMIT}
            />
            <WarningButton>{isOwn ? w.paperTakeBack : w.paperReject}</WarningButton>
          </Form>
        </Details>
      )}
    </Card>
  );
}

function Upload({ at, now }: { at: At; now: RoundNow }) {
  const { agreement, words, base, again } = at;
  const w = words.signing;
  const taken = new Set(now.papers.filter(({ outcome }) => outcome === null).flatMap(({ signatoryIds }) => signatoryIds));
  const open = agreement.signatories.filter((one) => !hasSigned(one) && !taken.has(one.id));
  if (open.length === 0) return null;
  // At first nobody is chosen but those who have no account: they can sign in no other way.
  const first = open.filter(({ personId }) => personId === null).map(({ id }) => id);
  const chosen = again?.step === 'paper' ? at.chosen('paper', 'who') : first;
  return (
    <Details summary={w.paperTitle} open={again?.step === 'paper' || first.length === open.length}>
      <p>{w.paperLead}</p>
      <Form action={`${base}/paper`} multipart>
        <Checkboxes
          name={input('paper', 'who')}
          label={w.paperWho}
          choices={open.map(({ id, position, name }) => ({
            value: id,
            label: [position, name].filter((part) => part !== '').join(', '),
          }))}
          values={[...chosen]}
        />
        <DateInput name={input('paper', 'on')} label={w.paperDay} value={at.day('paper', 'on')} />
        <FileUpload name={input('paper', 'file')} label={w.paperFile} accept=".pdf,application/pdf" single />
        <Button kind="secondary">{w.paperUpload}</Button>
      </Form>
    </Details>
  );
}
