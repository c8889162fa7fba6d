/** Between rows and domain values. */
import type { Insertable, Selectable } from 'kysely';
import { type Moment, Temporal } from '../../kernel/time.ts';
import { isPaused, isRunning } from '../../law/index.ts';
import {
  type Case,
  type CaseClock,
  type Exclusion,
  leadOf,
  type Respondent,
  respondentsOf,
  type TeamMember,
  teamOf,
} from '../rules/case.ts';
import { excludedAgencyIds, excludedPersonIds } from '../rules/visibility.ts';
import type { CaseClocksTable, CasesTable, ExclusionsTable, RespondentsTable, TeamTable } from './tables.ts';

export type CaseRow = Omit<Selectable<CasesTable>, 'words'>;

const text = (at: Moment | null): string | null => at?.toString() ?? null;

export interface CaseParts {
  readonly respondents: readonly Selectable<RespondentsTable>[];
  readonly team: readonly Selectable<TeamTable>[];
  readonly exclusions: readonly Selectable<ExclusionsTable>[];
  readonly clocks: readonly Selectable<CaseClocksTable>[];
}

export function toCase(row: CaseRow, parts: CaseParts): Case {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    access: row.access,
    ruleSet: row.rule_set,
    stage: row.stage,
    resumeStage: row.resume_stage,
    officeId: row.office_id,
    officePath: row.office_path,
    registeredAt: row.registered_at,
    receivedOn: row.received_on,
    channel: row.channel,
    registeredByPersonId: row.registered_by_person_id,
    complaintId: row.complaint_id,
    reviewId: row.review_id,
    continuesId: row.continues_id,
    secret: row.secret,
    tip: row.tip,
    title: row.title,
    account: row.account,
    loss: row.loss,
    wish: row.wish,
    occurredOn: row.occurred_on,
    regionCode: row.region_code,
    zone: row.zone,
    categoryCode: row.category_code,
    serviceId: row.service_id,
    rapidCriteria: row.rapid_criteria,
    respondents: parts.respondents.map(toRespondent),
    team: parts.team.map(toMember),
    exclusions: parts.exclusions.map(toExclusion),
    clocks: parts.clocks.map(toClock),
    conclusion: row.conclusion,
    outcome: row.outcome,
    closedAt: row.closed_at,
    isExample: row.is_example,
  };
}

function toRespondent(row: Selectable<RespondentsTable>): Respondent {
  return {
    id: row.id,
    agencyId: row.agency_id,
    governmentId: row.government_id,
    agencyPath: row.agency_path,
    position: row.position,
    superiorAgencyId: row.superior_agency_id,
    superiorPosition: row.superior_position,
    addedAt: row.added_at,
    removedAt: row.removed_at,
  };
}

function toMember(row: Selectable<TeamTable>): TeamMember {
  return { personId: row.person_id, role: row.role, since: row.since, until: row.until };
}

function toExclusion(row: Selectable<ExclusionsTable>): Exclusion {
  return {
    id: row.id,
    kind: row.kind,
    personId: row.person_id,
    agencyId: row.agency_id,
    reason: row.reason,
    declaredBy: row.declared_by,
    at: row.at,
    liftedAt: row.lifted_at,
  };
}

export function toClock(row: Selectable<CaseClocksTable>): CaseClock {
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
export function nextDueAt(clocks: readonly CaseClock[]): Moment | null {
  const running = clocks.filter((clock) => isRunning(clock) && !isPaused(clock));
  return running.map((clock) => clock.dueAt).sort(Temporal.Instant.compare)[0] ?? null;
}

export function caseRow(file: Case, at: Moment): Insertable<CasesTable> {
  return {
    id: file.id,
    number: file.number,
    version: file.version,
    access: file.access,
    rule_set: file.ruleSet,
    stage: file.stage,
    resume_stage: file.resumeStage,
    office_id: file.officeId,
    office_path: [...file.officePath],
    registered_at: file.registeredAt.toString(),
    received_on: file.receivedOn.toString(),
    channel: file.channel,
    registered_by_person_id: file.registeredByPersonId,
    complaint_id: file.complaintId,
    review_id: file.reviewId,
    continues_id: file.continuesId,
    secret: file.secret,
    tip: file.tip,
    title: file.title,
    account: file.account,
    loss: file.loss,
    wish: file.wish,
    occurred_on: file.occurredOn?.toString() ?? null,
    region_code: file.regionCode,
    zone: file.zone,
    category_code: file.categoryCode,
    service_id: file.serviceId,
    rapid_criteria: [...file.rapidCriteria],
    conclusion: file.conclusion,
    outcome: file.outcome,
    closed_at: text(file.closedAt),
    next_due_at: text(nextDueAt(file.clocks)),
    updated_at: at.toString(),
    lead_person_id: leadOf(file),
    respondent_ids: [...new Set(respondentsOf(file).flatMap((each) => [each.agencyId, each.governmentId]))],
    team_ids: [...new Set(teamOf(file).map((each) => each.personId))],
    excluded_person_ids: excludedPersonIds(file),
    excluded_agency_ids: excludedAgencyIds(file),
    is_example: file.isExample,
  };
}

export function respondentRow(caseId: string, respondent: Respondent): Insertable<RespondentsTable> {
  return {
    case_id: caseId,
    id: respondent.id,
    agency_id: respondent.agencyId,
    government_id: respondent.governmentId,
    agency_path: [...respondent.agencyPath],
    position: respondent.position,
    superior_agency_id: respondent.superiorAgencyId,
    superior_position: respondent.superiorPosition,
    added_at: respondent.addedAt.toString(),
    removed_at: text(respondent.removedAt),
  };
}

export function memberRow(caseId: string, member: TeamMember): Insertable<TeamTable> {
  return {
    case_id: caseId,
    person_id: member.personId,
    role: member.role,
    since: member.since.toString(),
    until: text(member.until),
  };
}

export function exclusionRow(caseId: string, exclusion: Exclusion): Insertable<ExclusionsTable> {
  return {
    case_id: caseId,
    id: exclusion.id,
    kind: exclusion.kind,
    person_id: exclusion.personId,
    agency_id: exclusion.agencyId,
    reason: exclusion.reason,
    declared_by: exclusion.declaredBy,
    at: exclusion.at.toString(),
    lifted_at: text(exclusion.liftedAt),
  };
}

/** @param nextAlert when its ladder must be looked at again, `null` when it stands still */
export function clockRow(caseId: string, clock: CaseClock, nextAlert: Moment | null): Insertable<CaseClocksTable> {
  return {
    case_id: caseId,
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
    alerts_done: 0,
    next_alert_at: text(nextAlert),
  };
}
