/** `/desk/owed/{id}` and `/desk/obligations/{id}`: one obligation, its deadline explained, its history, and what may be done now. */
import {
  Breadcrumbs,
  DayText,
  Deadline,
  type FieldErrors,
  PageHeading,
  page,
  StatusTag,
  SummaryList,
  Tag,
  Time,
} from '../../../design/index.ts';
import { agenciesByIds, agenciesUnder } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { explainClock, isLate, isRunning, lawBook, nearness } from '../../../law/index.ts';
import { addressedTo } from '../../rules/documents/permissions.ts';
import { agencyClock, clocksOf, MORE_TIME_RULE, VERDICT_RULE } from '../../rules/obligations/clocks.ts';
import { OBLIGATION_STATE_LABELS } from '../../rules/obligations/obligation.transitions.ts';
import { isLateAt, OBLIGATION_KIND_LABELS } from '../../rules/obligations/obligation.ts';
import { agencyPositions } from '../../rules/obligations/permissions.ts';
import { loadDocument } from '../../store/documents/documents.ts';
import { clocksOfObligation, filesOfObligation, stepsOf } from '../../store/obligations/obligations.ts';
import { casePath } from '../opened.tsx';
import { History } from './history.tsx';
import { FOLLOWED, type OpenedObligation, OWED } from './opened.tsx';
import type { ObligationSlot } from './slot.ts';
import { type Again, Steps } from './steps.tsx';
import { STATE_TONES } from './tones.ts';

export async function obligationPage(
  opened: OpenedObligation,
  slot: ObligationSlot | undefined,
  again?: Again,
): Promise<Response> {
  const { c, tools, obligation, file, desk, path, words, language, now } = opened;
  const kind = OBLIGATION_KIND_LABELS[obligation.kind][language];
  const [steps, files, agencies, book] = await Promise.all([
    stepsOf(tools.db, obligation.id),
    filesOfObligation(tools.db, obligation.id),
    agenciesByIds(tools.db, [obligation.agencyId, ...(obligation.handlerAgencyId ? [obligation.handlerAgencyId] : [])]),
    lawBook(tools),
  ]);
  const letter = await letterOf(opened);
  const given = steps.flatMap((step) => (step.kind === 'delegate' && step.agencyId ? [step.agencyId] : []));
  const errors: FieldErrors = again?.errors ?? [];
  const title = `${kind} ${obligation.ordinal}`;
  const source = file ? words.fromCase(file.number) : words.fromReview;
  return page(
    c,
    {
      title: `${title}: ${source}`,
      before: <Breadcrumbs crumbs={[{ text: desk === OWED ? words.owedTitle : words.followedTitle, href: desk }]} />,
      errors,
      ...(again ? { status: again.status } : {}),
    },
    <>
      <PageHeading caption={source}>{title}</PageHeading>
      <p>
        <StatusTag label={OBLIGATION_STATE_LABELS[obligation.state][language]} tone={STATE_TONES[obligation.state]} />{' '}
        {obligation.asksTime && <Tag tone="accent">{words.asksTime}</Tag>}{' '}
        {obligation.judgedAt === null && isLateAt(obligation, now) && <Tag tone="danger">{words.late}</Tag>}{' '}
        {obligation.isExample && <Tag tone="neutral">{words.example}</Tag>}
      </p>
      <p class="govuk-body-l tuntas-preserve">{obligation.text}</p>
      <Deadlines opened={opened} book={book} clocks={await clocksOfObligation(tools.db, obligation)} />
      <SummaryList
        rows={[
          {
            key: words.evidenceAsked,
            value: <span class="tuntas-preserve">{obligation.evidenceAsked || words.noEvidence}</span>,
          },
          { key: words.agency, value: agencies.get(obligation.agencyId)?.name ?? '–' },
          obligation.position !== '' && { key: words.position, value: obligation.position },
          obligation.handlerAgencyId !== null && {
            key: words.handler,
            value: agencies.get(obligation.handlerAgencyId)?.name ?? '–',
          },
          { key: words.issued, value: <DayText on={dayOf(obligation.issuedAt, obligation.zone)} /> },
          {
            key: words.received,
            value: obligation.receivedAt ? <Time at={obligation.receivedAt} zone={obligation.zone} /> : words.notReceived,
          },
          obligation.judgedAt !== null && {
            key: words.judged,
            value: <Time at={obligation.judgedAt} zone={obligation.zone} />,
          },
          letter !== undefined && { key: words.letter, value: <a href={letter}>{words.openLetter}</a> },
          desk === FOLLOWED && file !== null && { key: words.source, value: <a href={casePath(file)}>{words.toCase}</a> },
        ]}
      />
      <p class="govuk-hint">{words.fair}</p>
      {await slot?.card(opened)}
      <h2>{words.steps}</h2>
      <Steps
        opened={opened}
        again={again}
        offices={await officesBelow(opened)}
        most={book.parameter(MORE_TIME_RULE, dayOf(now, obligation.zone)).value}
        asked={steps.findLast((step) => step.kind === 'ask-time')?.days ?? null}
      />
      <h2>{words.history}</h2>
      <History opened={opened} steps={steps} files={files} path={path} offices={await agenciesByIds(tools.db, given)} />
    </>,
  );
}

/** The agency's deadline, and while a report lies with the Ombudsman its own. */
function Deadlines(props: {
  opened: OpenedObligation;
  book: Awaited<ReturnType<typeof lawBook>>;
  clocks: Awaited<ReturnType<typeof clocksOfObligation>>;
}) {
  const { opened, book, clocks } = props;
  const { obligation, file, words, language, now } = opened;
  const law = {
    zone: obligation.zone,
    regionCode: file ? file.regionCode : obligation.regionCode,
    ruleSet: obligation.ruleSet,
    openedAt: file ? file.registeredAt : obligation.issuedAt,
  };
  const own = agencyClock(clocks, obligation.id);
  const verdict = clocksOf(clocks, obligation.id).find((clock) => clock.limit.rule === VERDICT_RULE && isRunning(clock));
  return (
    <>
      {[own, verdict].map(
        (clock) =>
          clock && (
            <Deadline
              label={clock === verdict ? words.verdictDeadline : words.deadline}
              dueAt={clock.dueAt}
              zone={obligation.zone}
              now={now}
              provisional={clock.isProvisional}
              distance={nearness(clock.dueAt, now, law, book, language)}
              metAt={clock.stoppedAt ?? undefined}
              metText={clock.stoppedAt ? endedText(opened, isLate(clock, now)) : undefined}
              explanation={explainClock(clock, law, sinceOf(opened, clock.limit.rule), book, language)}
            />
          ),
      )}
    </>
  );
}

function endedText({ obligation, language }: OpenedObligation, late: boolean): string {
  if (obligation.state === 'withdrawn') return language === 'en' ? 'Withdrawn' : 'Dicabut';
  if (obligation.reportedAt === null) return language === 'en' ? 'Judged' : 'Diputus';
  if (late) return language === 'en' ? 'Reported, but late' : 'Dilaporkan, tetapi terlambat';
  return language === 'en' ? 'Reported in time' : 'Dilaporkan tepat waktu';
}

function sinceOf({ obligation }: OpenedObligation, rule: string) {
  if (rule === VERDICT_RULE) return SINCE.report;
  if (rule === MORE_TIME_RULE) return SINCE.more;
  return obligation.receivedAt === null ? SINCE.sent : SINCE.received;
}

const SINCE = {
  report: { id: 'laporan disampaikan', en: 'the handing in of the report' },
  more: { id: 'tambahan waktu berlaku', en: 'the beginning of the added time' },
  sent: { id: 'kewajiban ini dikirim', en: 'the sending of this obligation' },
  received: { id: 'kewajiban ini diterima', en: 'the receipt of this obligation' },
} as const;

/** The letter it was issued with, where this officer may open it: the agency in its box, the Ombudsman in the case. */
async function letterOf({ tools, actor, obligation, desk }: OpenedObligation): Promise<string | undefined> {
  const document = obligation.documentId ? await loadDocument(tools.db, obligation.documentId) : undefined;
  if (!document) return undefined;
  if (desk === FOLLOWED) return obligation.caseId ? `${casePath({ id: obligation.caseId })}/documents/${document.id}` : undefined;
  const isSent = ['sent', 'undelivered', 'received'].includes(document.state);
  return isSent && addressedTo(document, actor).length > 0 ? `/desk/letters/${document.id}` : undefined;
}

/** Offices the work can be given to, for whoever answers above them. */
async function officesBelow({ tools, actor, obligation, desk }: OpenedObligation) {
  if (desk !== OWED) return [];
  const held = agencyPositions(obligation, actor, 'case.answer').map(({ agencyId }) => agencyId);
  const below = await Promise.all([...new Set(held)].map((id) => agenciesUnder(tools.db, id)));
  const current = obligation.handlerAgencyId ?? obligation.agencyId;
  return below.flat().filter(({ id }) => id !== current);
}
