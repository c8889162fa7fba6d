/** The part of the page that asks something of the complainant, or says that nothing is asked. One card for each state there is. */
import { ButtonGroup, Card, formatDay, LinkButton } from '../../../design/index.ts';
import { dayOf, type Moment, Temporal } from '../../../kernel/time.ts';
import { type LawBook, tellValue } from '../../../law/index.ts';
import { surroundingsOf } from '../../actions/surroundings.ts';
import { runningClock } from '../../rules/clock-changes.ts';
import type { Part } from '../../rules/complaint.ts';
import { ARCHIVE_REASON_LABELS } from '../../rules/labels.ts';
import { activeParts, statusOf } from '../../rules/status.ts';
import type { ComplaintFile } from '../../store/files.ts';
import { FileList } from '../telling/files.tsx';
import type { Names } from '../telling/names.ts';
import type { Opened } from './opened.ts';
import { STEPS } from './steps.tsx';

export interface Matter {
  readonly opened: Opened;
  readonly names: Names;
  readonly book: LawBook;
  readonly files: readonly ComplaintFile[];
}

export function WhatNext({ matter }: { matter: Matter }) {
  const { complaint, actor, words } = matter.opened;
  const may = (name: keyof typeof STEPS) => STEPS[name].isPossible(complaint, actor);
  return (
    <>
      <Card title={words.whatNext} tone="accent">
        <p>{words.next[statusOf(complaint)]}</p>
        <WhoHasIt matter={matter} />
      </Card>
      {may('facts') && <Question matter={matter} />}
      {(may('confirm') || may('object')) && <Proposal matter={matter} />}
      {may('reopen') && <Reopening matter={matter} />}
      {may('contest') && <Contesting matter={matter} />}
    </>
  );
}

function WhoHasIt({ matter: { opened, names } }: { matter: Matter }) {
  const { complaint, words } = opened;
  const offices = activeParts(complaint).map((part) => names.agencyOf(part.agencyId));
  if (complaint.stage === 'archived') return null;
  return (
    <>
      <p>
        <strong>{complaint.stage === 'closed' ? words.whoHadIt : words.whoHasIt}</strong>
      </p>
      {offices.length === 0 ? (
        <p>{words.deskHasIt(names.agency(complaint.deskAgencyId))}</p>
      ) : (
        <ul>
          {offices.map((office) => (
            <li>{office && <a href={`/agencies/${office.code}`}>{office.name}</a>}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const day = (at: Moment, { complaint, language }: Opened): string => formatDay(dayOf(at, complaint.zone), language);

function Question({ matter: { opened, names } }: { matter: Matter }) {
  const { complaint, words, path } = opened;
  const { hold } = complaint;
  const until = runningClock(complaint, { kind: 'hold' })?.dueAt;
  if (!hold) return null;
  return (
    <Card title={words.questionTitle} tone="accent">
      <p>{words.questionFrom(names.agency(hold.askedByAgencyId))}</p>
      <p class="tuntas-preserve">
        <strong>{hold.question}</strong>
      </p>
      {until && <p>{words.questionUntil(day(until, opened))}</p>}
      <LinkButton href={`${path}/facts`}>{words.answerButton}</LinkButton>
    </Card>
  );
}

function Proposal({ matter }: { matter: Matter }) {
  const { opened, names, files } = matter;
  const { complaint, actor, words, language, path } = opened;
  const parts = activeParts(complaint);
  const proposed = parts.filter((part) => part.state === 'awaiting-complainant');
  const open = parts.filter((part) => part.state !== 'awaiting-complainant');
  const office = (part: Part) => names.agency(part.agencyId);
  const list = (some: readonly Part[]) => some.map(office).join(', ');
  const proof = files.filter((file) => file.isProof);
  const silence = runningClock(complaint, { kind: 'silence' });
  return (
    <Card title={words.proposalTitle} tone="accent">
      {proposed.map((part) => (
        <>
          <p>{words.proposalFrom(office(part))}</p>
          <p class="tuntas-preserve">
            <strong>{part.proposal?.summary}</strong>
          </p>
        </>
      ))}
      {proof.length > 0 && (
        <>
          <p>{words.proposalProof}</p>
          <FileList files={proof} among={files} base={`${path}/files`} language={language} />
        </>
      )}
      {open.length > 0 && <p>{words.oneOfSeveral(list(proposed), list(open))}</p>}
      <ButtonGroup>
        {STEPS.confirm.isPossible(complaint, actor) && <LinkButton href={`${path}/confirm`}>{words.confirmButton}</LinkButton>}
        <LinkButton href={`${path}/object`} kind="secondary">
          {words.objectButton}
        </LinkButton>
      </ButtonGroup>
      {silence && (
        <p>{words.silence(day(silence.dueAt, opened), tellValue(silence.limit.value, silence.limit.unit, language))}</p>
      )}
    </Card>
  );
}

function Reopening({ matter: { opened, book } }: { matter: Matter }) {
  const { complaint, words, path, now } = opened;
  const until = reopenUntil(opened, book);
  const over = until !== null && Temporal.Instant.compare(now, until) > 0;
  return (
    <Card title={words.reopenTitle}>
      {over ? (
        <>
          <p>{words.reopenOver}</p>
          <LinkButton href={`/complaints/new?continues=${complaint.trackingNumber}`} kind="secondary">
            {words.newLinked}
          </LinkButton>
        </>
      ) : (
        <>
          <p>
            {words.reopenText} {until ? words.reopenUntil(day(until, opened)) : words.reopenAlways}
          </p>
          <LinkButton href={`${path}/reopen`} kind="secondary">
            {words.reopenButton}
          </LinkButton>
        </>
      )}
    </Card>
  );
}

/** Until when a confirmed complaint may be reopened; `null` = for ever, nobody has agreed to anything. */
function reopenUntil({ complaint }: Opened, book: LawBook): Moment | null {
  if (complaint.outcome !== 'confirmed' || !complaint.endedAt) return null;
  const { law } = surroundingsOf(book, complaint);
  return law.due(complaint.endedAt, law.limit('complaint.reopen-window'), []).dueAt;
}

function Contesting({ matter: { opened } }: { matter: Matter }) {
  const { complaint, words, language, path } = opened;
  const reason = complaint.archiveReason && ARCHIVE_REASON_LABELS[complaint.archiveReason][language];
  return (
    <Card title={words.contestTitle} tone="accent">
      {reason && <p>{words.contestReason(reason)}</p>}
      <p>{words.contestText}</p>
      <LinkButton href={`${path}/contest`} kind="secondary">
        {words.contestButton}
      </LinkButton>
    </Card>
  );
}
