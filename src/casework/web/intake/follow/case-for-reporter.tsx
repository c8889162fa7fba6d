/**
 * The Ombudsman's file as its reporter may know it: what is asked of them first, then what happens and by when, then everything that is known.
 * Stands on the page of the complaint it came from, or on a page of its own.
 */
import type { Child } from 'hono/jsx';
import { aboutFile, showTrackingNumber } from '../../../../complaints/index.ts';
import {
  AttachmentList,
  Card,
  Details,
  formatDay,
  formatMoment,
  LinkButton,
  SummaryList,
  Tag,
  Time,
  Timeline,
} from '../../../../design/index.ts';
import { agenciesByIds } from '../../../../directory/index.ts';
import {
  type GivenParticular,
  PARTICULARS_FIELDS,
  particularsGiven,
  waysToReachComplainant,
} from '../../../../identity/index.ts';
import { dayOf } from '../../../../kernel/time.ts';
import { type LawBook, lawBook } from '../../../../law/index.ts';
import { describeDelivery, messagesFor } from '../../../../messages/index.ts';
import { readEvents } from '../../../../platform/audit/index.ts';
import { lettersForReporter } from '../../../actions/documents/document-file.ts';
import { openQuestions } from '../../../actions/verification/ask-completion.ts';
import { OUTCOME_LABELS, STAGE_LABELS } from '../../../rules/case.transitions.ts';
import { respondentsOf, runningClock } from '../../../rules/case.ts';
import { ACCESS_LABELS } from '../../../rules/case-labels.ts';
import { type CaseTimelineItem, caseTimeline } from '../../../rules/case-timeline.ts';
import { ENTRY_AUDIENCES, type Json } from '../../../rules/decision.ts';
import { ANSWER_LABEL, documentKind } from '../../../rules/documents/kinds.ts';
import { inProcedure } from '../../../rules/documents/procedure-words.ts';
import { ENTRY_KINDS } from '../../../rules/entry-kinds.ts';
import { CASE_EVENT_LABELS } from '../../../rules/event-labels.ts';
import { commentClock, mayComment } from '../../../rules/findings/comment.ts';
import { OBLIGATION_STATE_LABELS } from '../../../rules/obligations/obligation.transitions.ts';
import { OBLIGATION_KIND_LABELS } from '../../../rules/obligations/obligation.ts';
import { possibleActions } from '../../../rules/permissions.ts';
import { mayReadAudience } from '../../../rules/visibility.ts';
import { type CaseFile, caseFilesOf } from '../../../store/intake/files.ts';
import { intakeOf } from '../../../store/intake/intakes.ts';
import { obligationsOf } from '../../../store/obligations/obligations.ts';
import { caseEntries } from '../../../store/timeline.ts';
import { ownAgreements } from '../../findings/own-agreements.tsx';
import { CaseDeadline } from '../../telling/case-deadline.tsx';
import type { OwnCase } from './opened.ts';

/** Files of the case that its reporter may open, in their order. */
export async function ownFiles({ tools, file, actor }: OwnCase): Promise<CaseFile[]> {
  return (await caseFilesOf(tools.db, file.id)).filter((each) => mayReadAudience(file, each.audience, actor));
}

export async function caseForReporter(own: OwnCase): Promise<Child> {
  const { tools } = own;
  const book = await lawBook(tools);
  const parts = [
    <Now own={own} book={book} />,
    await questions(own),
    comments(own, book),
    await ownAgreements(own),
    await letters(own),
    await obligations(own),
    await history(own),
    await facts(own),
    await messages(own),
    <Steps own={own} />,
  ];
  return <>{parts}</>;
}

/** What happens now, who does it, and by when. */
function Now({ own, book }: { own: OwnCase; book: LawBook }) {
  const { file, words, language, now } = own;
  const stage = runningClock(file, 'stage');
  return (
    <Card title={words.own.next} tone="accent">
      <p>
        <Tag tone={file.stage === 'closed' ? 'neutral' : 'info'}>{STAGE_LABELS[file.stage][language]}</Tag>
      </p>
      <p>{words.own.stage[file.stage]}</p>
      {file.outcome && <p>{words.own.outcome(OUTCOME_LABELS[file.outcome][language])}</p>}
      {stage && <CaseDeadline clock={stage} file={file} book={book} language={language} now={now} />}
    </Card>
  );
}

const day = (at: Parameters<typeof dayOf>[0], { file, language }: OwnCase): string => formatDay(dayOf(at, file.zone), language);

async function questions(own: OwnCase): Promise<Child> {
  const { tools, file, words, path, language } = own;
  const open = await openQuestions(tools.db, file.id);
  return open.map((question) => (
    <Card title={words.asked.title} tone="accent">
      <p class="tuntas-preserve">
        <strong>{question.text}</strong>
      </p>
      {question.requirements.length > 0 && (
        <ul>
          {question.requirements.map((each) => (
            <li>{each.label[language]}</li>
          ))}
        </ul>
      )}
      {question.dueAt && <p>{words.asked.until(day(question.dueAt, own))}</p>}
      <LinkButton href={`${path}/answer`}>{words.asked.button}</LinkButton>
    </Card>
  ));
}

function comments(own: OwnCase, book: LawBook): Child {
  const { file, words, path, language, now } = own;
  const clock = commentClock(file);
  if (!clock || !mayComment(file, now)) return null;
  return (
    <Card title={words.comment.title} tone="accent">
      <p>{words.comment.lead}</p>
      {file.stage !== 'comment' && <CaseDeadline clock={clock} file={file} book={book} language={language} now={now} />}
      <LinkButton href={`${path}/comment`}>{words.comment.button}</LinkButton>
    </Card>
  );
}

async function letters(own: OwnCase): Promise<Child> {
  const { tools, file, words, path, language } = own;
  const sent = await lettersForReporter(tools.db, file.id);
  if (sent.length === 0) return null;
  return (
    <>
      <Heading own={own}>{words.letters.title}</Heading>
      <p class="govuk-hint">{words.letters.hint}</p>
      <ul>
        {sent.map((letter) => (
          <li>
            <a href={`${path}/letters/${letter.id}`}>
              {inProcedure((letter.kind === 'answer' ? ANSWER_LABEL : documentKind(letter.kind).label)[language], file.ruleSet)}
            </a>{' '}
            {letter.number ?? ''}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the agency must do now: the reporter sees by when and what became of it, as the public will. */
async function obligations(own: OwnCase): Promise<Child> {
  const { tools, file, words, language } = own;
  const owed = await obligationsOf(tools.db, { caseId: file.id });
  if (owed.length === 0) return null;
  const agencies = await agenciesByIds(
    tools.db,
    owed.map((each) => each.agencyId),
  );
  return (
    <>
      <Heading own={own}>{words.owed.title}</Heading>
      {owed.map((each) => (
        <SummaryList
          title={`${OBLIGATION_KIND_LABELS[each.kind][language]} ${each.ordinal}`}
          rows={[
            { key: words.owed.agency, value: agencies.get(each.agencyId)?.name ?? '' },
            { key: words.owed.what, value: <span class="tuntas-preserve">{each.text}</span> },
            { key: words.owed.due, value: formatDay(dayOf(each.dueAt, each.zone), language) },
            { key: words.owed.state, value: OBLIGATION_STATE_LABELS[each.state][language] },
          ]}
        />
      ))}
    </>
  );
}

/** Who brings a report directly is nobody yet when it is registered. */
const OWN_HAND: ReadonlySet<string> = new Set(['complainant', 'visitor']);

async function history(own: OwnCase): Promise<Child> {
  const { tools, file, actor, words, language, path } = own;
  const [events, entries, files] = await Promise.all([
    readEvents(tools.db, file.id),
    caseEntries(tools.db, file.id, ENTRY_AUDIENCES),
    ownFiles(own),
  ]);
  const recorded = events.map((event) => ({
    seq: event.seq,
    type: event.type,
    at: event.at,
    actor: event.actor,
    payload: event.content.state === 'kept' ? (event.content.payload as { readonly [key: string]: Json }) : null,
  }));
  const title = (item: CaseTimelineItem) =>
    (item.type && inProcedure(CASE_EVENT_LABELS[item.type]?.[language] ?? '', file.ruleSet)) ||
    (item.entry && ENTRY_KINDS[item.entry.kind]?.[language]) ||
    '';
  const items = caseTimeline(file, recorded, entries, actor).filter((item) => title(item) !== '');
  const linked = (some: readonly CaseFile[]) => fileLinks(own, files, some, path);
  return (
    <>
      <Heading own={own}>{own.complaint ? words.own.timelineHere : words.own.timeline}</Heading>
      <Timeline
        items={items.map((item) => ({
          title: title(item),
          by: OWN_HAND.has(item.author) ? words.own.you : words.ombudsman,
          when: formatMoment(item.at, file.zone, language),
          body: item.entry && (
            <>
              <p class="tuntas-preserve">{item.entry.text}</p>
              {linked(files.filter((each) => each.entryId === item.entry?.id))}
            </>
          ),
        }))}
      />
      {file.complaintId === null && files.some((each) => each.entryId === null) && (
        <>
          <h3>{words.own.files}</h3>
          {linked(files.filter((each) => each.entryId === null))}
        </>
      )}
    </>
  );
}

function fileLinks({ words, language }: OwnCase, all: readonly CaseFile[], some: readonly CaseFile[], path: string): Child {
  if (some.length === 0) return null;
  return (
    <AttachmentList
      files={some.map((each) => ({
        name: `${words.file} ${all.indexOf(each) + 1}`,
        href: `${path}/files/${each.id}`,
        about: aboutFile(each, language),
      }))}
    />
  );
}

/** Inside the page of a complaint everything stands one level lower. */
function Heading({ own, children }: { own: OwnCase; children?: Child }) {
  return own.complaint ? <h3 class="govuk-heading-m">{children}</h3> : <h2>{children}</h2>;
}

/** The complaint's page has its own facts: there the case's are folded away. */
function Folded({ own, title, children }: { own: OwnCase; title: string; children?: Child }) {
  if (own.complaint) return <Details summary={title}>{children}</Details>;
  return (
    <>
      <h2>{title}</h2>
      {children}
    </>
  );
}

const PARTICULAR_WORDS = { bornOn: 'born', idCopy: 'idCard' } as const;

async function facts(own: OwnCase): Promise<Child> {
  const { tools, file, words, language, complaint, path } = own;
  const [intake, { given }, agencies] = await Promise.all([
    intakeOf(tools.db, file.id),
    particularsGiven(tools.db, file.id),
    agenciesByIds(tools.db, [file.officeId, ...respondentsOf(file).map((each) => each.agencyId)]),
  ]);
  const asked: readonly GivenParticular[] = [...PARTICULARS_FIELDS, 'idCopy'];
  const isReport = file.access === 'LM' || file.access === 'RCO';
  const missing = isReport && !file.tip ? asked.filter((field) => !given.includes(field)) : [];
  const nameOf = (field: GivenParticular) => {
    const key = field in PARTICULAR_WORDS ? PARTICULAR_WORDS[field as keyof typeof PARTICULAR_WORDS] : field;
    const name = String(words.you[key as keyof typeof words.you]);
    return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  };
  const respondents = [
    ...respondentsOf(file).map((each) => [each.position, agencies.get(each.agencyId)?.name].filter(Boolean).join(', ')),
    ...(respondentsOf(file).length === 0 && intake.respondentNamed ? [intake.respondentNamed] : []),
  ];
  return (
    <>
      {!complaint && (
        <>
          <h2>{words.own.story}</h2>
          <p class="tuntas-preserve">{file.account}</p>
          {file.secret && <p class="govuk-hint">{words.own.masked}</p>}
        </>
      )}
      <Folded own={own} title={words.own.facts}>
        <SummaryList
          rows={[
            { key: words.own.number, value: file.number },
            ...(complaint ? [] : [{ key: words.own.tracking, value: showTrackingNumber(own.trackingNumber) }]),
            { key: words.own.access, value: ACCESS_LABELS[file.access][language] },
            { key: words.own.office, value: agencies.get(file.officeId)?.name ?? '' },
            { key: words.own.receivedOn, value: <Time at={file.registeredAt} zone={file.zone} /> },
            ...(respondents.length > 0 ? [{ key: words.own.respondent, value: respondents.join('; ') }] : []),
            ...(file.loss ? [{ key: words.wish.loss, value: <span class="tuntas-preserve">{file.loss}</span> }] : []),
            ...(file.wish ? [{ key: words.wish.wish, value: <span class="tuntas-preserve">{file.wish}</span> }] : []),
            {
              key: words.own.visibility,
              value: file.tip ? words.own.tip : file.secret ? words.own.secretYes : words.own.secretNo,
            },
          ]}
        />
      </Folded>
      {intake.consent && (
        <Details summary={`${words.own.consented} (${formatMoment(intake.consent.at, file.zone, language)})`}>
          <p>{intake.consent.text}</p>
        </Details>
      )}
      {missing.length > 0 && file.stage !== 'closed' && (
        <p>
          {words.own.idMissing(missing.map(nameOf).join(', '))} <a href={`${path}/particulars`}>{words.own.particulars}</a>
        </p>
      )}
    </>
  );
}

async function messages(own: OwnCase): Promise<Child> {
  const { tools, file, words, language, now, path } = own;
  if (file.tip) return null;
  const told = (await messagesFor(tools.db, { kind: 'case', id: file.id })).filter(
    (each) => each.recipient.kind === 'complainant',
  );
  const ways = await waysToReachComplainant(tools.db, file.id);
  return (
    <>
      <Heading own={own}>{own.complaint ? words.own.messagesHere : words.own.messages}</Heading>
      {told.length === 0 ? (
        <p>{words.own.messagesNone}</p>
      ) : (
        <ul>
          {told.map((each) => (
            <li>{describeDelivery(each, { language, zone: file.zone, now })}</li>
          ))}
        </ul>
      )}
      <p>
        <a href={`${path}/contact`}>{ways.length > 0 ? words.own.contact : words.own.addContact}</a>
      </p>
    </>
  );
}

function Steps({ own }: { own: OwnCase }) {
  const { file, actor, words, path } = own;
  if (!possibleActions(file, actor).includes('withdraw')) return null;
  return (
    <p>
      <a href={`${path}/withdraw`}>{words.own.withdraw}</a>
    </p>
  );
}
