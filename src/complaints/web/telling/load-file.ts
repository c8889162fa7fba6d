/** Everything a page about one complaint tells, loaded once and already reduced to what this reader may know. */
import type { Actor } from '../../../kernel/actor.ts';
import { readEvents } from '../../../platform/audit/index.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Complaint } from '../../rules/complaint.ts';
import type { Json } from '../../rules/decision.ts';
import { type TimelineItem, timelineFor } from '../../rules/timeline.ts';
import { mayReadFile } from '../../rules/visibility.ts';
import { type ComplaintFile, filesOf } from '../../store/files.ts';
import { entriesOf } from '../../store/timeline.ts';

export interface LoadedFile {
  readonly timeline: readonly TimelineItem[];
  /** Only those the reader may open. */
  readonly files: readonly ComplaintFile[];
  /** How many more there are. */
  readonly hiddenFiles: number;
}

export async function loadFile(db: Db, complaint: Complaint, actor: Actor): Promise<LoadedFile> {
  const [events, entries, files] = await Promise.all([
    readEvents(db, complaint.id),
    entriesOf(db, complaint.id),
    filesOf(db, complaint.id),
  ]);
  const recorded = events.map((event) => ({
    seq: event.seq,
    type: event.type,
    at: event.at,
    payload: event.content.state === 'kept' ? (event.content.payload as { readonly [key: string]: Json }) : null,
  }));
  const readable = files.filter((file) => mayReadFile(complaint, file, actor));
  return {
    timeline: timelineFor(complaint, recorded, entries, actor),
    files: readable,
    hiddenFiles: files.length - readable.length,
  };
}

/** Agencies and regions the timeline speaks of. */
export function agenciesOf(complaint: Complaint, timeline: readonly TimelineItem[]): (string | null)[] {
  return [
    complaint.deskAgencyId,
    complaint.addressedAgencyId,
    complaint.ombudsmanOfficeId,
    ...complaint.parts.flatMap((part) => [part.agencyId, part.governmentId]),
    ...timeline.flatMap((item) => [item.fromAgencyId, item.toAgencyId]),
  ];
}
