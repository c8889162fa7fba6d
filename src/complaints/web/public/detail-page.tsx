/**
 * `GET /complaints/{number}`: a released complaint as everyone may read it. A confidential one, one not released and an unknown number are
 * the same answer after the same question to the database.
 */
import {
  Breadcrumbs,
  Columns,
  DayText,
  PageHeading,
  page,
  SummaryList,
  Time,
  Timeline,
  WarningText,
} from '../../../design/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { lawBook, nearness } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { isLate } from '../../rules/clocks.ts';
import type { Complaint, PublicText } from '../../rules/complaint.ts';
import { CHANNEL_LABELS, CLASS_LABELS, CLOCK_LABELS } from '../../rules/labels.ts';
import { activeParts, statusOf } from '../../rules/status.ts';
import { readTrackingNumber } from '../../rules/tracking-number.ts';
import { viewOf } from '../../rules/visibility.ts';
import { loadByTrackingNumber } from '../../store/complaints.ts';
import { publicList } from '../../store/lists.ts';
import { ClockDeadline, shownClocks } from '../telling/deadlines.tsx';
import { answerFileOf, FileList } from '../telling/files.tsx';
import { agenciesOf, loadFile } from '../telling/load-file.ts';
import { type Names, namesFor } from '../telling/names.ts';
import { proofForReader } from '../telling/proof.ts';
import { NumberCaption, StandingTag, standingMeaning } from '../telling/status.tsx';
import { timelineItems } from '../telling/timeline.tsx';
import { wordsIn } from './words.ts';

const ANYONE: Actor = { kind: 'visitor' };

/** The complaint of a number if everyone may read it. Decided by one query that finds nothing in all other cases alike. */
async function released(db: Db, typed: string): Promise<(Complaint & { readonly publicText: PublicText }) | undefined> {
  const number = readTrackingNumber(typed);
  if (!number) return undefined;
  const { lines } = await publicList(db, { words: number }, { limit: 1 });
  const complaint = lines[0] && (await loadByTrackingNumber(db, lines[0].trackingNumber));
  if (!complaint?.publicText || viewOf(complaint, ANYONE) !== 'public') return undefined;
  return { ...complaint, publicText: complaint.publicText };
}

export async function detailPage(c: WebContext): Promise<Response> {
  const tools = c.get('tools');
  const { db, settings } = tools;
  const language = c.get('language');
  const words = wordsIn(language);
  const now = tools.clock.now();
  const complaint = await released(db, c.req.param('trackingNumber') ?? '');
  if (!complaint) return c.notFound();
  const { timeline, files, hiddenFiles } = await loadFile(db, complaint, ANYONE);
  const names = await namesFor(db, language, {
    agencies: agenciesOf(complaint, timeline),
    regions: [complaint.regionCode],
    categories: [complaint.categoryCode],
  });
  const { zone, publicText, trackingNumber } = complaint;
  const path = `/complaints/${trackingNumber}`;
  const book = await lawBook(tools);
  const standing = { status: statusOf(complaint), outcome: complaint.outcome };
  const late = shownClocks(complaint.clocks).filter((clock) => clock.stoppedAt === null && isLate(clock, now));
  const shownFiles = (entryId: string | null) =>
    files.filter((file) =>
      entryId === null ? !timeline.some((item) => item.entry?.id === file.entryId) : file.entryId === entryId,
    );
  const fileList = (entryId: string | null) => (
    <FileList files={shownFiles(entryId)} among={files} base={`${path}/files`} language={language} />
  );
  const counts = words.counts(complaint.objections, complaint.reopenings);

  return page(
    c,
    {
      title: publicText.title,
      description: publicText.description.slice(0, 160).replace(/\s+/g, ' '),
      robots: 'index',
      before: <Breadcrumbs crumbs={[{ text: words.toList, href: '/complaints' }]} />,
      headers: { Link: `<${settings.baseUrl}${path}>; rel="canonical"` },
    },
    <Columns
      aside={
        <>
          <h2 class="govuk-heading-m">{words.deadlines}</h2>
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
          <h2 class="govuk-heading-m">{words.mine}</h2>
          <p>
            <a href={`/follow?number=${trackingNumber}`} rel="nofollow">
              {words.mineLink}
            </a>
          </p>
        </>
      }
    >
      <PageHeading caption={<NumberCaption text={words.complaintNumber} trackingNumber={trackingNumber} />}>
        {publicText.title}
      </PageHeading>
      <p>
        <StandingTag standing={standing} language={language} />
      </p>
      <p class="govuk-body-l">{standingMeaning(standing, language)}</p>
      {late.length > 0 && (
        <>
          <WarningText>
            {late
              .map((clock) => `${CLOCK_LABELS[clock.kind][language]}: ${nearness(clock.dueAt, now, complaint, book, language)}`)
              .join('; ')}
          </WarningText>
          <p>
            {words.lateText} {words.lateFollow}
          </p>
        </>
      )}
      <h2>{words.whatWasSaid}</h2>
      <p class="tuntas-preserve">{publicText.description}</p>
      <p class="govuk-hint">{words.releasedNote}</p>
      {(files.length > 0 || hiddenFiles > 0) && (
        <>
          <h2>{words.files}</h2>
          {fileList(null)}
          {hiddenFiles > 0 && <p class="govuk-hint">{words.hiddenFiles}</p>}
        </>
      )}
      <h2>{words.facts}</h2>
      <SummaryList
        rows={[
          { key: words.class, value: CLASS_LABELS[complaint.class][language] },
          { key: words.place, value: names.region(complaint.regionCode) || words.noPlace },
          complaint.categoryCode !== null && { key: words.category, value: names.category(complaint.categoryCode) },
          { key: words.handledBy, value: <Handlers complaint={complaint} names={names} verifying={words.addressed} /> },
          complaint.ombudsmanOfficeId !== null && { key: words.ombudsman, value: names.agency(complaint.ombudsmanOfficeId) },
          { key: words.channel, value: CHANNEL_LABELS[complaint.channel][language] },
          { key: words.filedAt, value: <Time at={complaint.filedAt} zone={zone} /> },
          { key: words.releasedAt, value: <DayText on={publicText.releasedAt.toZonedDateTimeISO(zone).toPlainDate()} /> },
          counts !== '' && { key: words.course, value: counts },
        ]}
      />
      <h2>{words.timeline}</h2>
      <p class="govuk-hint">{words.timelineLead}</p>
      <Timeline items={timelineItems(timeline, { names, language, zone, filesOf: fileList })} />
      <h2>{words.proof}</h2>
      <p>
        {words.proofText} <a href={`${path}/proof.json`}>{words.proofLink}</a>. <a href="/audit">{words.proofHow}</a>.
      </p>
    </Columns>,
  );
}

/** The offices that have it now; the desk while nobody has. */
function Handlers(props: { complaint: Complaint; names: Names; verifying: string }) {
  const { complaint, names, verifying } = props;
  const offices = activeParts(complaint).map((part) => names.agencyOf(part.agencyId));
  const desk = offices.length === 0 ? names.agencyOf(complaint.deskAgencyId) : undefined;
  return (
    <>
      {desk && `${verifying}: `}
      {[...offices, desk]
        .filter((agency) => agency !== undefined)
        .map((agency, index) => (
          <>
            {index > 0 && ', '}
            <a href={`/agencies/${agency.code}`}>{agency.name}</a>
          </>
        ))}
    </>
  );
}

export function publicFile(thumbnail: boolean) {
  return async (c: WebContext): Promise<Response> => {
    const { db } = c.get('tools');
    const complaint = await released(db, c.req.param('trackingNumber') ?? '');
    if (!complaint) return c.notFound();
    const { files } = await loadFile(db, complaint, ANYONE);
    return answerFileOf(c, complaint.trackingNumber, files, { id: c.req.param('file') ?? '', thumbnail });
  };
}

export async function publicProof(c: WebContext): Promise<Response> {
  const { db } = c.get('tools');
  const complaint = await released(db, c.req.param('trackingNumber') ?? '');
  const proof = complaint && (await proofForReader(db, complaint, 'public'));
  if (!proof) return c.notFound();
  return c.json(proof, 200, { 'Content-Disposition': `attachment; filename="${complaint.trackingNumber}-proof.json"` });
}
