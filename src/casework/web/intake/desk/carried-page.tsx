/** `/desk/cases/:id/complaint`: the complaint's file as it was when it was brought, and what was said when the case came in. */
import {
  aboutFile,
  CLOCK_LABELS,
  downloadName,
  namesFor,
  OUTCOME_LABELS,
  STATUS_LABELS,
  showTrackingNumber,
  timelineItems,
} from '../../../../complaints/index.ts';
import { AttachmentList, formatDay, formatMoment, SummaryList, Table, Timeline } from '../../../../design/index.ts';
import { dayOf, Temporal, type Zone } from '../../../../kernel/time.ts';
import { openFile } from '../../../../platform/files/take-file.ts';
import { answerFile } from '../../../../platform/http/answer-file.ts';
import { type SnapshotClock, timelineOf } from '../../../rules/intake/snapshot.ts';
import { mayReadAudience } from '../../../rules/visibility.ts';
import { carriedOver } from '../../../store/intake/carried-over.ts';
import { caseFilesOf } from '../../../store/intake/files.ts';
import { type Intake, intakeOf } from '../../../store/intake/intakes.ts';
import { casePage } from '../../case-frame.tsx';
import type { OpenedCase } from '../../opened.tsx';
import { type IntakeWords, wordsIn } from '../words.ts';

export async function carriedPage(opened: OpenedCase): Promise<Response> {
  const { tools, file, language, path } = opened;
  const words = wordsIn(language);
  const [carried, intake, files] = await Promise.all([
    carriedOver(tools.db, file.id),
    intakeOf(tools.db, file.id),
    readable(opened),
  ]);
  const snapshot = carried?.snapshot;
  const timeline = snapshot ? timelineOf(snapshot) : [];
  const names = await namesFor(tools.db, language, {
    agencies: [...timeline.flatMap((item) => [item.fromAgencyId, item.toAgencyId]), ...(snapshot?.officeIds ?? [])],
    regions: [],
    categories: [],
    services: [],
  });
  return casePage(
    opened,
    'overview',
    snapshot ? words.desk.carriedTitle : words.desk.statements,
    <>
      {snapshot && carried && (
        <>
          <p>
            {words.desk.carriedLead(showTrackingNumber(snapshot.trackingNumber), formatMoment(carried.at, file.zone, language))}
          </p>
          <p>
            {STATUS_LABELS[snapshot.status as keyof typeof STATUS_LABELS][language]}
            {snapshot.outcome && `: ${OUTCOME_LABELS[snapshot.outcome as keyof typeof OUTCOME_LABELS][language]}`}
          </p>
          <p class="tuntas-preserve">{snapshot.description}</p>
          <Clocks clocks={snapshot.clocks} zone={file.zone} opened={opened} words={words} />
          <h2>{words.own.timeline}</h2>
          <Timeline items={timelineItems(timeline, { names, language, zone: file.zone })} />
          <p class="govuk-hint">
            {words.desk.digest}: <code class="tuntas-break">{carried.digest}</code>
          </p>
        </>
      )}
      {files.length > 0 && (
        <>
          <h2>{words.own.files}</h2>
          <AttachmentList
            files={files.map((each, index) => ({
              name: `${words.file} ${index + 1}`,
              href: `${path}/complaint/files/${each.id}`,
              about: `${aboutFile(each, language)}, SHA-256 ${Buffer.from(each.sha256).toString('hex').slice(0, 12)}…`,
            }))}
          />
        </>
      )}
      <h2>{words.desk.statements}</h2>
      <Statements intake={intake} words={words} opened={opened} />
    </>,
    { wide: true },
  );
}

async function readable({ tools, file, actor }: OpenedCase) {
  return (await caseFilesOf(tools.db, file.id)).filter((each) => mayReadAudience(file, each.audience, actor));
}

/** One of the files that came with the case or with what its reporter wrote. */
export async function carriedFile(opened: OpenedCase): Promise<Response> {
  const { c, tools, file } = opened;
  const files = await readable(opened);
  const position = files.findIndex((each) => each.id === c.req.param('file')) + 1;
  const asked = files[position - 1];
  if (!asked) return c.notFound();
  const name = downloadName(file.number.replaceAll('/', '-'), position, asked.mediaType);
  const stream = await openFile(tools, asked.storeKey);
  return answerFile(c, { stream, mediaType: asked.mediaType, size: asked.bytes, name, inline: asked.isImage });
}

function Clocks(props: { clocks: readonly SnapshotClock[]; zone: Zone; opened: OpenedCase; words: IntakeWords }) {
  const { clocks, zone, opened, words } = props;
  const { language } = opened;
  const day = (at: string) => formatDay(dayOf(Temporal.Instant.from(at), zone), language);
  const late = (minutes: number | null) =>
    minutes === null ? words.desk.onTime : words.desk.lateText(Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60));
  return (
    <Table
      id="clocks"
      caption={words.desk.clock}
      captionSize="m"
      stacked
      columns={[words.desk.clock, words.desk.due, words.desk.stopped, words.desk.lateness].map((label) => ({ label }))}
      rows={clocks.map((clock) => [
        CLOCK_LABELS[clock.kind as keyof typeof CLOCK_LABELS][language],
        day(clock.dueAt),
        clock.stoppedAt === null ? words.desk.running : day(clock.stoppedAt),
        late(clock.lateMinutes),
      ])}
    />
  );
}

function Statements({ intake, words, opened }: { intake: Intake; words: IntakeWords; opened: OpenedCase }) {
  const yesNo = (said: boolean | null) => (said === null ? words.desk.notSaid : said ? words.yes : words.no);
  const text = (key: string, value: string | null) =>
    value === null ? [] : [{ key, value: <span class="tuntas-preserve">{value}</span> }];
  const { consent } = intake;
  return (
    <SummaryList
      rows={[
        { key: words.desk.complained, value: yesNo(intake.complained) },
        ...text(words.before.complainedHow, intake.complainedHow),
        { key: words.desk.court, value: yesNo(intake.beforeCourt) },
        { key: words.desk.reported, value: yesNo(intake.reportedBefore) },
        ...text(words.desk.place, intake.place),
        ...text(words.desk.respondentNamed, intake.respondentNamed),
        ...text(words.desk.rapidReason, intake.rapidReason),
        ...text(words.desk.advice, intake.advice),
        ...(consent
          ? text(words.desk.consent, `${consent.text} (${formatMoment(consent.at, opened.file.zone, opened.language)})`)
          : []),
      ]}
    />
  );
}
