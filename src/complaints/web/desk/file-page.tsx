/** `/desk/complaints/:trackingNumber`: the complaint's file, for those who handle it or may read it. */
import { Breadcrumbs, Columns, InsetText, PageHeading, page, Tag, Timeline } from '../../../design/index.ts';
import { lawBook, nearness, nearnessTone } from '../../../law/index.ts';
import { messagesFor } from '../../../messages/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { isPaused, isRunning } from '../../rules/clocks.ts';
import { CLASS_LABELS, CLOCK_LABELS } from '../../rules/labels.ts';
import { statusOf } from '../../rules/status.ts';
import { showTrackingNumber } from '../../rules/tracking-number.ts';
import { loadComplaint } from '../../store/complaints.ts';
import { ClockDeadline, shownClocks } from '../telling/deadlines.tsx';
import { agenciesOf, loadFile } from '../telling/load-file.ts';
import { namesFor } from '../telling/names.ts';
import { StandingTag, standingMeaning } from '../telling/status.tsx';
import { timelineItems } from '../telling/timeline.tsx';
import { Correspondence } from './correspondence.tsx';
import { Facts, Flags, Told } from './file-facts.tsx';
import { Messages } from './file-messages.tsx';
import { Parts } from './file-parts.tsx';
import { NextSteps } from './next-steps.tsx';
import { type Opened, onComplaint, pathOf } from './opened.tsx';
import type { Telling } from './telling.ts';

export function mountFilePage(app: WebRoutes): void {
  app.get('/desk/complaints/:trackingNumber', onComplaint(filePage));
}

async function filePage(opened: Opened): Promise<Response> {
  const { c, tools, complaint, actor, language, words, now } = opened;
  const [file, book, deliveries, earlier] = await Promise.all([
    loadFile(tools.db, complaint, actor),
    lawBook(tools),
    messagesFor(tools.db, { kind: 'complaint', id: complaint.id }),
    complaint.continuesId ? loadComplaint(tools.db, complaint.continuesId) : undefined,
  ]);
  const names = await namesFor(tools.db, language, {
    agencies: [
      ...agenciesOf(complaint, file.timeline),
      ...file.timeline.map((item) => item.entry?.agencyId ?? null),
      complaint.hold?.askedByAgencyId ?? null,
      ...complaint.parts.map((part) => part.returnToAgencyId),
    ],
    regions: [complaint.regionCode],
    categories: [complaint.categoryCode],
    services: [complaint.serviceId],
  });
  const at: Telling = { ...opened, file, names };
  const standing = { status: statusOf(complaint), outcome: complaint.outcome };
  const clocks = shownClocks(complaint.clocks);
  const ordered = [...clocks.filter(isRunning), ...clocks.filter((clock) => !isRunning(clock))];
  const nearest = clocks
    .filter((clock) => isRunning(clock) && !isPaused(clock))
    .sort((a, b) => a.dueAt.epochMilliseconds - b.dueAt.epochMilliseconds)[0];
  const officeOf = (partId: string | null) => names.agency(complaint.parts.find((part) => part.id === partId)?.agencyId ?? null);
  return page(
    c,
    {
      title: `${showTrackingNumber(complaint.trackingNumber)} ${complaint.title}`,
      wide: true,
      before: (
        <Breadcrumbs
          crumbs={[
            { text: words.deskTitle, href: '/desk' },
            { text: words.listTitle, href: '/desk/complaints' },
          ]}
        />
      ),
    },
    <>
      <PageHeading
        caption={`${words.complaintNumber(showTrackingNumber(complaint.trackingNumber))} · ${CLASS_LABELS[complaint.class][language]}`}
      >
        {complaint.title}
      </PageHeading>
      <p>
        <StandingTag standing={standing} language={language} /> {standingMeaning(standing, language)}
      </p>
      {nearest && (
        <p>
          <Tag tone={nearnessTone(nearest.dueAt, now, complaint, book)}>
            {CLOCK_LABELS[nearest.kind][language]}: {nearness(nearest.dueAt, now, complaint, book, language)}
          </Tag>{' '}
          <a href="#deadlines">{words.allDeadlines}</a>
        </p>
      )}
      <Flags at={at} />
      <Columns
        aside={
          <>
            <h2 id="deadlines">{words.deadlines}</h2>
            {ordered.map((clock) => (
              <ClockDeadline
                clock={clock}
                complaint={complaint}
                book={book}
                language={language}
                now={now}
                about={officeOf(clock.partId) || undefined}
              />
            ))}
          </>
        }
      >
        <NextSteps opened={opened} names={names} />
        {complaint.hold && (
          <InsetText>
            <p>{words.onHold(names.agency(complaint.hold.askedByAgencyId))}</p>
            <p class="tuntas-preserve">{complaint.hold.question}</p>
          </InsetText>
        )}
        <Told at={at} />
        <Facts at={at} earlier={earlier && { path: pathOf(earlier), number: showTrackingNumber(earlier.trackingNumber) }} />
        <Parts at={at} />
        <Correspondence opened={at} file={file} names={names} />
        <h2>{words.history}</h2>
        <Timeline
          items={timelineItems(
            file.timeline.map((item) => ({ ...item, entry: null })),
            { names, language, zone: complaint.zone },
          )}
        />
        <Messages deliveries={deliveries} at={at} />
        <p>
          <a href={`${at.path}/similar`}>{words.similarLink}</a>
        </p>
        <p>
          {words.proofLead} <a href={`${at.path}/proof.json`}>{words.proofLink}</a>. <a href="/audit">{words.proofHow}</a>
        </p>
      </Columns>
    </>,
  );
}
