/** What the complaint is: its flags explained, the working text with its files, and the facts. */
import { SummaryList, Tag, Time } from '../../../design/index.ts';
import { ARCHIVE_REASON_LABELS, CHANNEL_LABELS } from '../../rules/labels.ts';
import { FileList } from '../telling/files.tsx';
import type { Telling } from './telling.ts';

/** What makes this complaint different from others, each with what it means for the officer. */
export function Flags({ at }: { at: Telling }) {
  const { complaint, words, names, file } = at;
  // About the national desk's own ministry the Ombudsman looks on from the first day, without any deadline missed.
  const isEscalated = file.timeline.some((item) => item.type === 'escalated');
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
      {complaint.publicText && (
        <p>
          <a href={`/complaints/${complaint.trackingNumber}`}>{words.asThePublic}</a>
        </p>
      )}
      {complaint.ombudsmanOfficeId && (
        <p>
          <Tag tone="danger">{words.flags.escalated.tag}</Tag>{' '}
          {isEscalated
            ? words.escalatedTo(names.agency(complaint.ombudsmanOfficeId))
            : words.overseenBy(names.agency(complaint.ombudsmanOfficeId))}
        </p>
      )}
    </>
  );
}

/** The working text and what came with it. */
export function Told({ at }: { at: Telling }) {
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

export function Facts({ at, earlier }: { at: Telling; earlier: { path: string; number: string } | undefined }) {
  const { complaint, words, language, names } = at;
  const { location } = complaint;
  const service = names.service(complaint.serviceId);
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
        service && { key: words.serviceKey, value: <a href={`/services/${service.number}`}>{service.name}</a> },
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
