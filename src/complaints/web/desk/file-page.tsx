/** `/desk/complaints/:trackingNumber`: the complaint's file, for those who handle it or may read it. */
import {
  Breadcrumbs,
  Columns,
  InsetText,
  PageHeading,
  page,
  SummaryList,
  Table,
  Tag,
  Time,
  Timeline,
} from '../../../design/index.ts';
import { lawBook } from '../../../law/index.ts';
import { type Delivery, describeDelivery, messagesFor } from '../../../messages/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { isPaused, isRunning } from '../../rules/clocks.ts';
import type { Part } from '../../rules/complaint.ts';
import { ARCHIVE_REASON_LABELS, CHANNEL_LABELS, CLASS_LABELS, CLOCK_LABELS, PART_STATE_LABELS } from '../../rules/labels.ts';
import { statusOf } from '../../rules/status.ts';
import { showTrackingNumber } from '../../rules/tracking-number.ts';
import { loadComplaint } from '../../store/complaints.ts';
import { ClockDeadline, nearness, nearnessTone, shownClocks } from '../telling/deadlines.tsx';
import { FileList } from '../telling/files.tsx';
import { agenciesOf, type LoadedFile, loadFile } from '../telling/load-file.ts';
import { type Names, namesFor } from '../telling/names.ts';
import { StandingTag, standingMeaning } from '../telling/status.tsx';
import { timelineItems } from '../telling/timeline.tsx';
import { Correspondence } from './correspondence.tsx';
import { NextSteps, PartSteps } from './next-steps.tsx';
import { type Opened, onComplaint, pathOf } from './opened.tsx';

export function mountFilePage(app: WebRoutes): void {
  app.get('/desk/complaints/:trackingNumber', onComplaint(filePage));
}

interface Telling extends Opened {
  readonly file: LoadedFile;
  readonly names: Names;
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
          {words.proofLead} <a href={`${at.path}/proof.json`}>{words.proofLink}</a>. <a href="/audit">{words.proofHow}</a>
        </p>
      </Columns>
    </>,
  );
}

/** What makes this complaint different from others, each with what it means for the officer. */
function Flags({ at }: { at: Telling }) {
  const { complaint, words, names } = at;
  const flags = [
    complaint.anonymous && words.flags.anonymous,
    complaint.confidential && words.flags.confidential,
    complaint.supervisory && words.flags.supervisory,
    complaint.shieldedGovernmentId !== null && words.flags.shielded,
    complaint.publicText !== null && words.flags.released,
  ].filter((flag): flag is { tag: string; meaning: string } => Boolean(flag));
  return (
    <>
      {flags.map((flag) => (
        <p>
          <Tag tone="accent">{flag.tag}</Tag> {flag.meaning}
        </p>
      ))}
      {complaint.ombudsmanOfficeId && (
        <p>
          <Tag tone="danger">{words.flags.escalated.tag}</Tag> {words.escalatedTo(names.agency(complaint.ombudsmanOfficeId))}
        </p>
      )}
    </>
  );
}

/** The working text and what came with it. */
function Told({ at }: { at: Telling }) {
  const { complaint, words, language, file, path } = at;
  const own = file.files.filter((each) => each.entryId === null);
  return (
    <section>
      <h2>{words.whatHappened}</h2>
      <p class="tuntas-preserve">{complaint.description}</p>
      {complaint.anonymous && <p class="govuk-hint">{words.workingMasked}</p>}
      {(own.length > 0 || file.hiddenFiles > 0) && <h3>{words.filesOfComplainant}</h3>}
      <FileList files={own} among={file.files} base={`${path}/files`} language={language} />
      {file.hiddenFiles > 0 && <p class="govuk-hint">{words.hiddenFiles(file.hiddenFiles)}</p>}
    </section>
  );
}

function Facts({ at, earlier }: { at: Telling; earlier: { path: string; number: string } | undefined }) {
  const { complaint, words, language, names } = at;
  const { location } = complaint;
  return (
    <SummaryList
      title={words.facts}
      rows={[
        { key: words.filedKey, value: <Time at={complaint.filedAt} zone={complaint.zone} /> },
        { key: words.channelFilter, value: CHANNEL_LABELS[complaint.channel][language] },
        {
          key: words.regionFilter,
          value: names.region(complaint.regionCode) || words.notGiven,
        },
        complaint.place ? { key: words.placeKey, value: complaint.place } : null,
        location && {
          key: words.locationKey,
          value: `${location.lat.toFixed(5)}, ${location.lng.toFixed(5)}`,
        },
        complaint.occurredOn && { key: words.occurredKey, value: words.day(complaint.occurredOn) },
        { key: words.categoryLabel, value: names.category(complaint.categoryCode) || words.noCategory },
        { key: words.addressedKey, value: names.agency(complaint.addressedAgencyId) || words.addressedNobody },
        { key: words.deskKey, value: names.agency(complaint.deskAgencyId) },
        complaint.archiveReason && {
          key: words.archiveCode,
          value: ARCHIVE_REASON_LABELS[complaint.archiveReason][language],
        },
        complaint.returns > 0 && { key: words.returnsKey, value: words.times(complaint.returns) },
        complaint.objections > 0 && { key: words.objectionsKey, value: words.times(complaint.objections) },
        complaint.reopenings > 0 && { key: words.reopeningsKey, value: words.times(complaint.reopenings) },
        earlier && { key: words.continuesKey, value: <a href={earlier.path}>{earlier.number}</a> },
      ]}
    />
  );
}

function Parts({ at }: { at: Telling }) {
  const { complaint, words } = at;
  if (complaint.parts.length === 0) return null;
  return (
    <section>
      <h2>{words.partsHeading}</h2>
      {complaint.parts.length > 1 && <p>{words.partsLead}</p>}
      {complaint.parts.map((part) => (
        <OnePart at={at} part={part} />
      ))}
    </section>
  );
}

function OnePart({ at, part }: { at: Telling; part: Part }) {
  const { complaint, words, language, names } = at;
  return (
    <div id={`part-${part.id}`}>
      <SummaryList
        title={names.agency(part.agencyId)}
        rows={[
          { key: words.statusFilter, value: PART_STATE_LABELS[part.state][language] },
          { key: words.governmentKey, value: names.agency(part.governmentId) },
          { key: words.receivedKey, value: <Time at={part.receivedAt} zone={complaint.zone} /> },
          { key: words.hopsKey, value: words.hops(part.hops) },
          part.state === 'returned' && { key: words.returnedToKey, value: names.agency(part.returnToAgencyId) },
          part.firstFollowUpAt && {
            key: words.firstFollowUpKey,
            value: <Time at={part.firstFollowUpAt} zone={complaint.zone} />,
          },
          part.binding && { key: words.bindingKey, value: words.bindingMeaning },
        ]}
      />
      <PartSteps opened={at} part={part} office={names.agency(part.agencyId)} />
    </div>
  );
}

/** What was told to whom, as the ledger of messages has it. Never an address or a name. */
function Messages({ deliveries, at }: { deliveries: readonly Delivery[]; at: Telling }) {
  const { words, language, complaint, now } = at;
  return (
    <section>
      <h2>{words.messagesHeading}</h2>
      {deliveries.length === 0 ? (
        <p>{words.noMessages}</p>
      ) : (
        <Table
          id="messages"
          caption={words.messagesCaption}
          captionSize="hidden"
          columns={[words.messageWhat, words.messageTo, words.messageState].map((label) => ({ label }))}
          rows={deliveries.map((delivery) => [
            words.purposes[delivery.purpose] ?? words.purposes.other ?? '',
            delivery.recipient.kind === 'complainant' ? words.theComplainant : words.anOfficer,
            describeDelivery(delivery, { language, zone: complaint.zone, now }),
          ])}
          stacked
        />
      )}
    </section>
  );
}
