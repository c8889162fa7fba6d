/** One's own signature: the document, the code from the phone, and the way to say no. */
import {
  Button,
  Card,
  Checkbox,
  Details,
  Form,
  Hidden,
  InsetText,
  TextArea,
  TextInput,
  WarningButton,
} from '../../../design/index.ts';
import { REASON_LIMIT } from '../../actions/signing/round-steps.ts';
import type { Signatory } from '../../rules/agreement.ts';
import { hasSigned, isTheirTurn, signerState } from '../../rules/signing/turn.ts';
import { documentMark } from './document-mark.ts';
import { ExampleCode } from './example-code.tsx';
import { type At, input } from './shell.ts';
import type { RoundNow } from './signing-page.tsx';

export function MySignature({ at, now }: { at: At; now: RoundNow }) {
  const { agreement, actor } = at;
  const mine = agreement.signatories.filter((one) => one.personId === actor.personId && !hasSigned(one));
  return (
    <>
      {mine.map((one) => (
        <Mine at={at} one={one} now={now} />
      ))}
    </>
  );
}

function Mine({ at, one, now }: { at: At; one: Signatory; now: RoundNow }) {
  const { agreement, words, base, again } = at;
  const w = words.signing;
  const [sign, decline] = [`sign-${one.id}`, `decline-${one.id}`];
  return (
    <Card title={w.mineTitle} tone="accent">
      <p>{w.mineLead(one.position)}</p>
      {isTheirTurn(agreement, one) ? (
        <>
          <p>
            <a href={`${base}/document.pdf`}>{w.read}</a>
          </p>
          <Form action={`${base}/sign/${one.id}`}>
            <Hidden name="document" value={documentMark(now.round.file.sha256)} />
            <Checkbox name={input(sign, 'read')} label={w.haveRead} checked={at.typed(sign, 'read') === 'yes'} />
            <TextInput
              name={input(sign, 'code')}
              label={w.code}
              hint={w.codeHint}
              inputmode="numeric"
              autocomplete="one-time-code"
              width={10}
              code
            />
            <ExampleCode tools={at.tools} actor={at.actor} language={at.language} />
            <Button>{w.sign}</Button>
          </Form>
        </>
      ) : (
        <InsetText>{w.notYourTurn}</InsetText>
      )}
      {signerState(one) !== 'declined' && (
        <Details summary={w.declineTitle} open={again?.step === decline}>
          <Form action={`${base}/decline/${one.id}`}>
            <TextArea
              name={input(decline, 'reason')}
              label={w.declineReason}
              hint={w.declineHint}
              value={at.typed(decline, 'reason')}
              rows={4}
              maxCharacters={REASON_LIMIT}
            />
            <WarningButton>{w.decline}</WarningButton>
          </Form>
        </Details>
      )}
    </Card>
  );
}
