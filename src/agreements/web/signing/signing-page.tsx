/** `/desk/agreements/:code/signing`: who has signed and who has not since when, one's own signature, paper, and how the round goes on or ends. */
import type { Child } from 'hono/jsx';
import {
  Button,
  Card,
  Columns,
  EmptyState,
  Form,
  formatDay,
  formatMoment,
  Hidden,
  LinkButton,
  Table,
  Tag,
  type Tone,
  WarningText,
} from '../../../design/index.ts';
import { dayOf, type Moment } from '../../../kernel/time.ts';
import { readinessOf } from '../../actions/signing/readiness.ts';
import type { Signatory } from '../../rules/agreement.ts';
import { partyOf } from '../../rules/agreement.ts';
import { mayEdit, mayPrepare, possibleActions } from '../../rules/permissions.ts';
import { hasOpenRound, hasSigned, isOpenToSign, type SignerState, signerState } from '../../rules/signing/turn.ts';
import { ceremonyOf } from '../../store/signing/ceremonies.ts';
import {
  type Decline,
  declinesOf,
  lastRound,
  type Paper,
  papersOf,
  type Round,
  roundsOf,
  signaturesOf,
} from '../../store/signing/rounds.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { MySignature } from './my-signature.tsx';
import { PaperParts } from './paper-parts.tsx';
import { Readiness } from './readiness-list.tsx';
import { EffectForm, StopForm } from './round-forms.tsx';
import { type At, stepAnchor } from './shell.ts';

export const SIGNER_TONES: Readonly<Record<SignerState, Tone>> = {
  signed: 'success',
  declined: 'danger',
  asked: 'warning',
  waiting: 'neutral',
};

export interface RoundNow {
  readonly round: Round;
  readonly seals: number;
  readonly declines: readonly Decline[];
  readonly papers: readonly Paper[];
}

export async function signingPage(at: At): Promise<Response> {
  const { agreement, tools, words, again } = at;
  const round = await lastRound(tools.db, agreement.id);
  const isShown = round && (agreement.state === 'signing' || round.outcome !== 'stopped');
  const now: RoundNow | undefined = isShown
    ? {
        round,
        seals: (await signaturesOf(tools.db, agreement.id, round.no)).length,
        declines: await declinesOf(tools.db, agreement.id, round.no),
        papers: await papersOf(tools.db, agreement.id, round.no),
      }
    : undefined;
  return agreementPage(at, 'signing', words.signing.title, await body(at, now), {
    wide: true,
    ...(again ? { errors: again.errors, status: again.status } : {}),
  });
}

async function body(at: At, now: RoundNow | undefined): Promise<Child> {
  const { agreement, actor, words, path, today } = at;
  const signed = agreement.signatories.filter(hasSigned).length;
  return (
    <Columns aside={await Aside({ at, now })}>
      {now && isOpenToSign(agreement, today) && <MySignature at={at} now={now} />}
      {now && hasOpenRound(agreement) && !isOpenToSign(agreement, today) && <WarningText>{words.signing.afterTerm}</WarningText>}
      {agreement.signatories.length === 0 ? (
        <EmptyState
          title={agreement.evidence === 'record' ? words.signing.recorded : words.signing.noSignatories}
          action={mayEdit(actor, agreement) && <LinkButton href={`${path}/hands`}>{words.signing.addSignatories}</LinkButton>}
        />
      ) : (
        <>
          {now && (
            <p>
              {signed === agreement.signatories.length
                ? words.signing.complete
                : words.signing.count(signed, agreement.signatories.length)}
            </p>
          )}
          <Signatories at={at} now={now} />
        </>
      )}
      {now && hasOpenRound(agreement) && (
        <>
          <PaperParts at={at} now={now} />
          <EffectForm at={at} />
          <StopForm at={at} />
        </>
      )}
      {await EarlierRounds({ at })}
    </Columns>
  );
}

function Signatories({ at, now }: { at: At; now: RoundNow | undefined }) {
  const { agreement, words } = at;
  const w = words.signing;
  // Where everybody signs in whatever order there is none to show.
  const isOrdered = new Set(agreement.signatories.map(({ ordinal }) => ordinal)).size > 1;
  return (
    <Table
      id="signatories"
      caption={w.list}
      stacked
      columns={[{ label: w.who }, { label: w.capacity }, { label: w.state }]}
      rows={[...agreement.signatories]
        .sort((one, other) => one.ordinal - other.ordinal)
        .map((one) => [
          <>
            <strong>{isOrdered ? `${one.ordinal}. ${one.position}` : one.position}</strong>
            {one.name !== '' && (
              <>
                <br />
                {one.name}
              </>
            )}
            <br />
            <span class="govuk-hint">{partyOf(agreement, one.partyId)?.name ?? ''}</span>
          </>,
          w.capacities[one.capacity],
          <StateOf at={at} one={one} now={now} />,
        ])}
    />
  );
}

function StateOf({ at, one, now }: { at: At; one: Signatory; now: RoundNow | undefined }) {
  const { agreement, actor, words, base, language } = at;
  const w = words.signing;
  const state = signerState(one);
  if (!now && state !== 'signed') return <span class="govuk-hint">{one.personId === null ? w.noAccount : ''}</span>;
  const decline = now?.declines.findLast(({ signatoryId }) => signatoryId === one.id);
  const waiting = now?.papers.some(({ outcome, signatoryIds }) => outcome === null && signatoryIds.includes(one.id));
  return (
    <>
      <Tag tone={SIGNER_TONES[state]}>{w.states[state]}</Tag>
      <br />
      {state === 'signed' && one.signedAt && (
        <span>{`${w.signedAt(signedWhen(at, one, one.signedAt))}, ${one.method === 'paper' ? w.onPaper : w.inApp}`}</span>
      )}
      {state === 'asked' && one.askedAt && (
        <span>{w.askedSince(formatMoment(one.askedAt, agreement.zone, language), daysSince(at, one.askedAt))}</span>
      )}
      {state === 'asked' && one.personId === null && <span class="govuk-hint">{` \u00b7 ${w.noAccount}`}</span>}
      {waiting && <span class="govuk-hint">{` \u00b7 ${w.onScan}`}</span>}
      {state === 'declined' && decline && <span>{w.declinedBecause(decline.reason)}</span>}
      {state === 'declined' && mayPrepare(actor, agreement) && isOpenToSign(agreement, at.today) && (
        <Form action={`${base}/again/${one.id}`} id={stepAnchor(`again-${one.id}`)}>
          <Button kind="secondary">
            {w.askAgain}
            <span class="govuk-visually-hidden"> {one.position}</span>
          </Button>
        </Form>
      )}
    </>
  );
}

/** Of paper the day alone is known. */
function signedWhen({ agreement, language }: At, { method }: Signatory, at: Moment): string {
  return method === 'paper' ? formatDay(dayOf(at, agreement.zone), language) : formatMoment(at, agreement.zone, language);
}

function daysSince({ agreement, today }: At, at: Moment): number {
  return dayOf(at, agreement.zone).until(today, { largestUnit: 'day' }).days;
}

async function Aside({ at, now }: { at: At; now: RoundNow | undefined }): Promise<Child> {
  const { agreement, actor, tools, words, base, today, language } = at;
  const w = words.signing;
  const ceremony = await ceremonyOf(tools.db, agreement.id);
  const opens = possibleActions(agreement, actor).includes('open-signing');
  const isBefore = ['draft', 'commenting', 'ready'].includes(agreement.state);
  return (
    <>
      {opens && (
        <Card title={w.openTitle} tone="accent">
          <p>{w.openLead}</p>
          <Form action={`${base}/open`} id={stepAnchor('open')}>
            <Hidden name="version" value={String(agreement.version)} />
            <Button>{w.open}</Button>
          </Form>
        </Card>
      )}
      {isBefore && !opens && <p>{w.notYet}</p>}
      {isBefore && <Readiness opened={at} points={await readinessOf(tools.db, agreement, today)} words={words} />}
      {now && (
        <Card title={w.documentTitle}>
          <p>
            <a href={`${base}/document.pdf`}>{w.read}</a>
          </p>
          {now.seals > 0 && (
            <p>
              <a href={`${base}/sealed.pdf`}>{w.latest}</a>
            </p>
          )}
          <p class="govuk-hint">{w.trial}</p>
        </Card>
      )}
      {(ceremony || (mayPrepare(actor, agreement) && (isBefore || isOpenToSign(agreement, today)))) &&
        agreement.state !== 'dropped' && (
          <Card title={w.ceremony}>
            {ceremony ? (
              <p>
                {mayPrepare(actor, agreement) ? (
                  <a href={`/desk/agreements/ceremonies/${ceremony.id}`}>{ceremony.title}</a>
                ) : (
                  ceremony.title
                )}
                <br />
                {formatDay(ceremony.onDay, language)}
              </p>
            ) : (
              <LinkButton href={`/desk/agreements/ceremonies/new?document=${agreement.code}`} kind="secondary">
                {w.planCeremony}
              </LinkButton>
            )}
          </Card>
        )}
    </>
  );
}

async function EarlierRounds({ at }: { at: At }): Promise<Child> {
  const { agreement, tools, words, base, language } = at;
  const w = words.signing;
  const stopped = (await roundsOf(tools.db, agreement.id)).filter(({ outcome }) => outcome === 'stopped');
  if (stopped.length === 0) return null;
  return (
    <>
      <h2>{w.rounds}</h2>
      <ul class="govuk-list">
        {stopped.map((round) => (
          <li>
            <a href={`${base}/document.pdf?round=${round.no}`}>
              {w.round(round.no, formatMoment(round.openedAt, agreement.zone, language))}
            </a>
            {'. '}
            {round.closedAt && w.roundStopped(formatMoment(round.closedAt, agreement.zone, language), round.reason ?? '')}
          </li>
        ))}
      </ul>
    </>
  );
}
