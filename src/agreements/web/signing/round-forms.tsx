/** How a round of signing ends before everybody has signed: a commitment takes effect, or the text is opened again. */
import { Button, Details, Form, Hidden, TextArea, WarningButton } from '../../../design/index.ts';
import { REASON_LIMIT } from '../../actions/signing/round-steps.ts';
import { agreementKind } from '../../rules/kinds.ts';
import { possibleActions } from '../../rules/permissions.ts';
import { hasSigned } from '../../rules/signing/turn.ts';
import { type At, input } from './shell.ts';

export function EffectForm({ at }: { at: At }) {
  const { agreement, actor, words, base, again } = at;
  const w = words.signing;
  const signed = agreement.signatories.filter(hasSigned).length;
  const isOffered = agreementKind(agreement.kind).manyHands && signed > 0;
  if (!isOffered || !possibleActions(agreement, actor).includes('take-effect')) return null;
  return (
    <Details summary={w.effectTitle} open={again?.step === 'effect'}>
      <p>{w.effectLead(agreement.signatories.length - signed)}</p>
      <Form action={`${base}/effect`}>
        <Hidden name="version" value={String(agreement.version)} />
        <TextArea
          name={input('effect', 'reason')}
          label={w.effectReason}
          value={at.typed('effect', 'reason')}
          rows={3}
          maxCharacters={REASON_LIMIT}
        />
        <Button kind="secondary">{w.effect}</Button>
      </Form>
    </Details>
  );
}

export function StopForm({ at }: { at: At }) {
  const { agreement, actor, words, base, again } = at;
  const w = words.signing;
  if (!possibleActions(agreement, actor).includes('stop-signing')) return null;
  return (
    <Details summary={w.stopTitle} open={again?.step === 'stop'}>
      <p>{w.stopLead}</p>
      <Form action={`${base}/stop`}>
        <Hidden name="version" value={String(agreement.version)} />
        <TextArea
          name={input('stop', 'reason')}
          label={w.stopReason}
          value={at.typed('stop', 'reason')}
          rows={3}
          maxCharacters={REASON_LIMIT}
        />
        <WarningButton>{w.stop}</WarningButton>
      </Form>
    </Details>
  );
}
