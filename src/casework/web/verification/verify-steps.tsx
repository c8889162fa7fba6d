/** The verifier's next steps on a case, above its requirements. */
import { Button, ButtonGroup, Form, Hidden, LinkButton, TextArea } from '../../../design/index.ts';
import { lawBook } from '../../../law/index.ts';
import { runningClock } from '../../rules/case.ts';
import { possibleActions } from '../../rules/permissions.ts';
import { areAnswered, isFormalMet, type Standing } from '../../rules/verification/checks.ts';
import type { OpenedCase } from '../opened.tsx';
import { CaseDeadline } from '../telling/case-deadline.tsx';
import type { Typed } from './check-list.tsx';
import type { VerificationWords } from './words.ts';

export async function VerifySteps(props: {
  opened: OpenedCase;
  words: VerificationWords;
  standings: readonly Standing[];
  typed: Typed | undefined;
}) {
  const { opened, words, standings, typed } = props;
  const { tools, file, actor, path, language, now } = opened;
  const may = possibleActions(file, actor);
  const clock = file.stage === 'completing' ? runningClock(file, 'stage') : undefined;
  const canAny = (['pass-formal', 'ask-completion', 'complete', 'submit-to-plenary', 'revive'] as const).some((each) =>
    may.includes(each),
  );
  if (!canAny && !clock) return null;
  return (
    <section>
      <h2>{words.checks.steps}</h2>
      {clock && (
        <>
          <p>{words.checks.waitingUntil}</p>
          <CaseDeadline clock={clock} file={file} book={await lawBook(tools)} language={language} now={now} />
        </>
      )}
      {may.includes('pass-formal') &&
        (isFormalMet(standings) ? (
          <Form action={`${path}/checks/pass`}>
            <Hidden name="version" value={String(file.version)} />
            <Button name="pass" value="yes">
              {words.checks.pass}
            </Button>
          </Form>
        ) : (
          <p id="pass">{words.checks.passNotYet}</p>
        ))}
      <ButtonGroup>
        {may.includes('ask-completion') && (
          <LinkButton href={`${path}/checks/ask`} kind="secondary">
            {words.checks.toAsk}
          </LinkButton>
        )}
        {may.includes('complete') && <LinkButton href={`${path}/checks/answer`}>{words.checks.toPaper}</LinkButton>}
        {may.includes('submit-to-plenary') && areAnswered(file, standings) && (
          <LinkButton href={`${path}/checks/submit`} {...(file.stage === 'formal' ? { kind: 'secondary' as const } : {})}>
            {words.checks.toSubmit}
          </LinkButton>
        )}
      </ButtonGroup>
      {may.includes('submit-to-plenary') && !areAnswered(file, standings) && (
        <p>{file.stage === 'formal' ? words.checks.submitEarly : words.checks.submitNotYet}</p>
      )}
      {may.includes('revive') && (
        <Form action={`${path}/checks/revive`}>
          <p>{words.checks.reviveLead}</p>
          <Hidden name="version" value={String(file.version)} />
          <TextArea name="reason" label={words.reason} rows={3} value={typeof typed?.reason === 'string' ? typed.reason : ''} />
          <Button>{words.checks.revive}</Button>
        </Form>
      )}
    </section>
  );
}
