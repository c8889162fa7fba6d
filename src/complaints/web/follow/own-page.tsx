/** `/follow/{number}`: one's own complaint, whole. First what is asked of one, then what happens, then everything that is known. */
import { Button, Columns, DayText, Form, PageHeading, page, SummaryList, Time, Timeline } from '../../../design/index.ts';
import { waysToReachComplainant } from '../../../identity/index.ts';
import { lawBook } from '../../../law/index.ts';
import { type Delivery, describeDelivery, messagesFor } from '../../../messages/index.ts';
import { CHANNEL_LABELS, CLASS_LABELS } from '../../rules/labels.ts';
import { statusOf } from '../../rules/status.ts';
import { markSeen } from '../../store/receipts.ts';
import { ClockDeadline, shownClocks } from '../telling/deadlines.tsx';
import { FileList } from '../telling/files.tsx';
import { agenciesOf, loadFile } from '../telling/load-file.ts';
import { type Names, namesFor } from '../telling/names.ts';
import { NumberCaption, StandingTag, standingMeaning } from '../telling/status.tsx';
import { timelineItems } from '../telling/timeline.tsx';
import { Lateness } from './lateness.tsx';
import type { Opened } from './opened.ts';
import type { FollowSlot } from './slot.ts';
import { WhatNext } from './what-next.tsx';

export async function ownPage(opened: Opened, slot?: FollowSlot): Promise<Response> {
  const { c, tools, language, words, now, complaint, actor, path } = opened;
  const { db } = tools;
  await markSeen(db, complaint.id, now);
  const [{ timeline, files }, messages, ways, book] = await Promise.all([
    loadFile(db, complaint, actor),
    messagesFor(db, { kind: 'complaint', id: complaint.id }),
    waysToReachComplainant(db, complaint.id),
    lawBook(tools),
  ]);
  const names = await namesFor(db, language, {
    agencies: [...agenciesOf(complaint, timeline), complaint.hold?.askedByAgencyId ?? null],
    regions: [complaint.regionCode],
    categories: [complaint.categoryCode],
    services: [complaint.serviceId],
  });
  const standing = { status: statusOf(complaint), outcome: complaint.outcome };
  const onTimeline = new Set(timeline.flatMap((item) => (item.entry ? [item.entry.id] : [])));
  const filesAt = (entryId: string) => (
    <FileList files={files.filter((file) => file.entryId === entryId)} among={files} base={`${path}/files`} language={language} />
  );
  const filed = files.filter((file) => file.entryId === null || !onTimeline.has(file.entryId));

  return page(
    c,
    { title: `${complaint.title} (${opened.shownNumber})` },
    <Columns>
      <PageHeading caption={<NumberCaption text={words.complaintNumber} trackingNumber={complaint.trackingNumber} />}>
        {complaint.title}
      </PageHeading>
      <p>
        <StandingTag standing={standing} language={language} />
      </p>
      <p class="govuk-body-l">{standingMeaning(standing, language)}</p>
      <WhatNext matter={{ opened, names, book, files }} />
      <Lateness opened={opened} book={book} names={names} messages={messages} wayBelow={slot !== undefined} />
      {await slot?.card(opened)}

      <h2>{words.deadlines}</h2>
      {shownClocks(complaint.clocks).map((clock) => (
        <ClockDeadline
          clock={clock}
          complaint={complaint}
          book={book}
          language={language}
          now={now}
          about={names.agency(complaint.parts.find((part) => part.id === clock.partId)?.agencyId ?? null) || undefined}
        />
      ))}

      <h2>{words.timeline}</h2>
      <p class="govuk-hint">{words.timelineLead}</p>
      <Timeline items={timelineItems(timeline, { names, language, zone: complaint.zone, filesOf: filesAt })} />

      <h2>{words.ownText}</h2>
      <p class="tuntas-preserve">{complaint.description}</p>
      {complaint.anonymous && <p class="govuk-hint">{words.maskedNote}</p>}
      <FileList files={filed} among={files} base={`${path}/files`} language={language} />

      <h2>{words.facts}</h2>
      <Facts opened={opened} names={names} hasIdentity={ways.length > 0} />

      <h2>{words.messages}</h2>
      <Messages opened={opened} messages={messages} byEmail={ways.includes('email')} byPhone={ways.includes('phone')} />

      <h2>{words.keep}</h2>
      <p>{words.printHint}</p>
      <p>
        <a href={`${path}/proof.json`}>{words.proof}</a>. <a href="/audit">{words.proofHow}</a>
      </p>
      <p>{words.leaveText}</p>
      <Form action={`${path}/leave`}>
        <Button kind="secondary">{words.leave}</Button>
      </Form>
    </Columns>,
  );
}

function Facts({ opened, names, hasIdentity }: { opened: Opened; names: Names; hasIdentity: boolean }) {
  const { complaint, language, words } = opened;
  const service = names.service(complaint.serviceId);
  const place = [complaint.place, names.region(complaint.regionCode)].filter(Boolean).join(', ');
  return (
    <SummaryList
      rows={[
        { key: words.kind, value: CLASS_LABELS[complaint.class][language] },
        { key: words.place, value: place || words.noPlace },
        complaint.occurredOn !== null && { key: words.occurredOn, value: <DayText on={complaint.occurredOn} /> },
        complaint.categoryCode !== null && { key: words.category, value: names.category(complaint.categoryCode) },
        complaint.addressedAgencyId !== null && { key: words.addressed, value: names.agency(complaint.addressedAgencyId) },
        service && { key: words.service, value: <a href={`/services/${service.number}`}>{service.name}</a> },
        complaint.continuesId !== null && { key: words.continues, value: words.yes },
        { key: words.channel, value: CHANNEL_LABELS[complaint.channel][language] },
        { key: words.filedAt, value: <Time at={complaint.filedAt} zone={complaint.zone} /> },
        { key: words.visibility, value: <Readers opened={opened} hasIdentity={hasIdentity} /> },
      ]}
    />
  );
}

function Readers({ opened: { complaint, words }, hasIdentity }: { opened: Opened; hasIdentity: boolean }) {
  return (
    <>
      <p>{complaint.anonymous ? words.anonymous : hasIdentity ? words.named : words.noIdentity}</p>
      <p>
        {complaint.confidential ? (
          words.confidential
        ) : complaint.publicText ? (
          <>
            {words.released} <a href={`/complaints/${complaint.trackingNumber}`}>{words.releasedLink}</a>
          </>
        ) : (
          words.notReleased
        )}
      </p>
    </>
  );
}

/** What was told to the complainant, as the ledger has it: what about, and what became of it. */
function Messages(props: { opened: Opened; messages: readonly Delivery[]; byEmail: boolean; byPhone: boolean }) {
  const { opened, byEmail, byPhone } = props;
  const { words, language, now, complaint, path } = opened;
  const own = props.messages.filter((each) => each.recipient.kind === 'complainant');
  const about = (stage: string) => words.news[stage.split(':')[0] ?? ''] ?? words.someNews;
  return (
    <>
      <p>{byEmail ? words.messagesByEmail : byPhone ? words.messagesByPhone : words.messagesNoContact}</p>
      {own.length === 0 ? (
        <p>{words.messagesNone}</p>
      ) : (
        <ul>
          {own.map((delivery) => (
            <li>
              {about(delivery.stage)}: {describeDelivery(delivery, { language, zone: complaint.zone, now })}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`${path}/contact`}>{byEmail || byPhone ? words.changeContact : words.addContact}</a>
      </p>
    </>
  );
}
