/** Between rows and domain values. */
import type { Insertable, Selectable } from 'kysely';
import { type Moment, Temporal } from '../../kernel/time.ts';
import type { Clock } from '../rules/clocks.ts';
import { isPaused, isRunning } from '../rules/clocks.ts';
import type { Complaint, Part } from '../rules/complaint.ts';
import { statusOf } from '../rules/status.ts';
import { officeIds, readerIds } from '../rules/visibility.ts';
import type { ClocksTable, ComplaintsTable, PartsTable } from './tables.ts';

export type ComplaintRow = Omit<Selectable<ComplaintsTable>, 'words' | 'public_words'>;

const text = (at: Moment | null): string | null => at?.toString() ?? null;

export function toComplaint(
  row: ComplaintRow,
  parts: readonly Selectable<PartsTable>[],
  clocks: readonly Selectable<ClocksTable>[],
): Complaint {
  return {
    id: row.id,
    trackingNumber: row.tracking_number,
    version: row.version,
    class: row.class,
    supervisory: row.supervisory,
    ruleSet: row.rule_set,
    channel: row.channel,
    filedAt: row.filed_at,
    filedByPersonId: row.filed_by_person_id,
    anonymous: row.anonymous,
    confidential: row.confidential,
    regionCode: row.region_code,
    zone: row.zone,
    categoryCode: row.category_code,
    title: row.title,
    description: row.description,
    occurredOn: row.occurred_on,
    place: row.place,
    location: row.latitude === null || row.longitude === null ? null : { lat: row.latitude, lng: row.longitude },
    addressedAgencyId: row.addressed_agency_id,
    deskAgencyId: row.desk_agency_id,
    deskPath: row.desk_path,
    isBounced: row.is_bounced,
    shieldedGovernmentId: row.shielded_government_id,
    respondentIds: row.respondent_ids,
    stage: row.stage,
    hold: row.hold_since && {
      since: row.hold_since,
      reason: row.hold_reason ?? '',
      question: row.hold_question ?? '',
      askedByAgencyId: row.hold_by_agency_id ?? row.desk_agency_id,
    },
    parts: parts.map(toPart),
    returns: row.returns,
    objections: row.objections,
    reopenings: row.reopenings,
    outcome: row.outcome,
    endedAt: row.ended_at,
    archiveReason: row.archive_reason,
    publicText: row.released_at && {
      title: row.public_title ?? '',
      description: row.public_description ?? '',
      releasedAt: row.released_at,
    },
    ombudsmanOfficeId: row.ombudsman_office_id,
    continuesId: row.continues_id,
    serviceId: row.service_id,
    clocks: clocks.map(toClock),
  };
}

function toPart(row: Selectable<PartsTable>): Part {
  return {
    id: row.id,
    agencyId: row.agency_id,
    governmentId: row.government_id,
    agencyPath: row.agency_path,
    state: row.state,
    receivedAt: row.received_at,
    hops: row.hops,
    returnToAgencyId: row.return_to_agency_id,
    binding: row.binding,
    firstFollowUpAt: row.first_follow_up_at,
    proposal: row.proposed_at && { at: row.proposed_at, summary: row.proposal_summary ?? '' },
  };
}

export function toClock(row: Selectable<ClocksTable>): Clock {
  return {
    id: row.id,
    kind: row.kind,
    partId: row.part_id,
    startedAt: row.started_at,
    limit: { rule: row.rule, value: row.limit_value, unit: row.limit_unit },
    pauses: row.pauses.map((pause) => ({
      from: Temporal.Instant.from(pause.from),
      to: pause.to === null ? null : Temporal.Instant.from(pause.to),
    })),
    dueAt: row.due_at,
    isProvisional: row.is_provisional,
    calendarVersion: row.calendar_version,
    stoppedAt: row.stopped_at,
  };
}

/** The nearest due moment of the clocks that run. */
export function nextDueAt(clocks: readonly Clock[]): Moment | null {
  const running = clocks.filter((clock) => isRunning(clock) && !isPaused(clock) && clock.kind !== 'silence');
  return running.map((clock) => clock.dueAt).sort(Temporal.Instant.compare)[0] ?? null;
}

export function complaintRow(complaint: Complaint, at: Moment): Insertable<ComplaintsTable> {
  const { hold, publicText } = complaint;
  return {
    id: complaint.id,
    tracking_number: complaint.trackingNumber,
    version: complaint.version,
    class: complaint.class,
    supervisory: complaint.supervisory,
    rule_set: complaint.ruleSet,
    channel: complaint.channel,
    filed_at: complaint.filedAt.toString(),
    filed_by_person_id: complaint.filedByPersonId,
    anonymous: complaint.anonymous,
    confidential: complaint.confidential,
    region_code: complaint.regionCode,
    zone: complaint.zone,
    category_code: complaint.categoryCode,
    title: complaint.title,
    description: complaint.description,
    occurred_on: complaint.occurredOn?.toString() ?? null,
    place: complaint.place,
    latitude: complaint.location?.lat ?? null,
    longitude: complaint.location?.lng ?? null,
    addressed_agency_id: complaint.addressedAgencyId,
    desk_agency_id: complaint.deskAgencyId,
    desk_path: [...complaint.deskPath],
    is_bounced: complaint.isBounced,
    shielded_government_id: complaint.shieldedGovernmentId,
    respondent_ids: [...complaint.respondentIds],
    stage: complaint.stage,
    status: statusOf(complaint),
    hold_since: text(hold?.since ?? null),
    hold_reason: hold?.reason ?? null,
    hold_question: hold?.question ?? null,
    hold_by_agency_id: hold?.askedByAgencyId ?? null,
    returns: complaint.returns,
    objections: complaint.objections,
    reopenings: complaint.reopenings,
    outcome: complaint.outcome,
    ended_at: text(complaint.endedAt),
    archive_reason: complaint.archiveReason,
    public_title: publicText?.title ?? null,
    public_description: publicText?.description ?? null,
    released_at: text(publicText?.releasedAt ?? null),
    ombudsman_office_id: complaint.ombudsmanOfficeId,
    continues_id: complaint.continuesId,
    service_id: complaint.serviceId,
    next_due_at: text(nextDueAt(complaint.clocks)),
    updated_at: at.toString(),
    reader_ids: readerIds(complaint),
    office_ids: officeIds(complaint),
  };
}

export function partRow(complaintId: string, part: Part): Insertable<PartsTable> {
  return {
    complaint_id: complaintId,
    id: part.id,
    agency_id: part.agencyId,
    government_id: part.governmentId,
    agency_path: [...part.agencyPath],
    state: part.state,
    received_at: part.receivedAt.toString(),
    hops: part.hops,
    return_to_agency_id: part.returnToAgencyId,
    binding: part.binding,
    first_follow_up_at: text(part.firstFollowUpAt),
    proposed_at: text(part.proposal?.at ?? null),
    proposal_summary: part.proposal?.summary ?? null,
  };
}

/** @param nextAlert when its ladder must be looked at again, `null` when it stands still */
export function clockRow(
  complaintId: string,
  clock: Clock,
  alertsDone: number,
  nextAlert: Moment | null,
): Insertable<ClocksTable> {
  return {
    complaint_id: complaintId,
    id: clock.id,
    kind: clock.kind,
    part_id: clock.partId,
    started_at: clock.startedAt.toString(),
    rule: clock.limit.rule,
    limit_value: clock.limit.value,
    limit_unit: clock.limit.unit,
    pauses: JSON.stringify(clock.pauses.map((pause) => ({ from: pause.from.toString(), to: text(pause.to) }))),
    due_at: clock.dueAt.toString(),
    is_provisional: clock.isProvisional,
    calendar_version: clock.calendarVersion,
    stopped_at: text(clock.stoppedAt),
    alerts_done: alertsDone,
    next_alert_at: text(nextAlert),
  };
}
