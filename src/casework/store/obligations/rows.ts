/** Between rows and domain values. */
import type { Insertable, Selectable } from 'kysely';
import { isParameterRule } from '../../../law/index.ts';
import type { CaseClock } from '../../rules/case.ts';
import type { Obligation } from '../../rules/obligations/obligation.ts';
import type { ObligationStep } from '../../rules/obligations/steps.ts';
import { toClock } from '../rows.ts';
import type { ObligationClocksTable, ObligationStepsTable, ObligationsTable } from './tables.ts';

export function toObligation(row: Selectable<ObligationsTable>): Obligation {
  if (!isParameterRule(row.rule)) throw new Error('an obligation with a rule the law does not know');
  return {
    id: row.id,
    caseId: row.case_id,
    reviewId: row.review_id,
    kind: row.kind,
    ordinal: row.ordinal,
    agencyId: row.agency_id,
    governmentId: row.government_id,
    agencyPath: row.agency_path,
    handlerAgencyId: row.handler_agency_id,
    handlerPath: row.handler_path,
    officeId: row.office_id,
    officePath: row.office_path,
    position: row.position,
    text: row.text,
    evidenceAsked: row.evidence_asked,
    documentId: row.document_id,
    issuedAt: row.issued_at,
    receivedAt: row.received_at,
    rule: row.rule,
    ruleSet: row.rule_set,
    dueAt: row.due_at,
    zone: row.zone,
    regionCode: row.region_code,
    state: row.state,
    stateAt: row.state_at,
    reportedAt: row.reported_at,
    judgedAt: row.judged_at,
    asksTime: row.asks_time,
    isPublic: row.is_public,
    version: row.version,
    isExample: row.is_example,
  };
}

export function obligationRow(obligation: Obligation): Insertable<ObligationsTable> {
  return {
    id: obligation.id,
    case_id: obligation.caseId,
    review_id: obligation.reviewId,
    kind: obligation.kind,
    ordinal: obligation.ordinal,
    agency_id: obligation.agencyId,
    government_id: obligation.governmentId,
    agency_path: [...obligation.agencyPath],
    handler_agency_id: obligation.handlerAgencyId,
    handler_path: [...obligation.handlerPath],
    office_id: obligation.officeId,
    office_path: [...obligation.officePath],
    position: obligation.position,
    text: obligation.text,
    evidence_asked: obligation.evidenceAsked,
    document_id: obligation.documentId,
    issued_at: obligation.issuedAt.toString(),
    received_at: obligation.receivedAt?.toString() ?? null,
    rule: obligation.rule,
    rule_set: obligation.ruleSet,
    due_at: obligation.dueAt.toString(),
    zone: obligation.zone,
    region_code: obligation.regionCode,
    state: obligation.state,
    state_at: obligation.stateAt.toString(),
    reported_at: obligation.reportedAt?.toString() ?? null,
    judged_at: obligation.judgedAt?.toString() ?? null,
    asks_time: obligation.asksTime,
    is_public: obligation.isPublic,
    version: obligation.version,
    is_example: obligation.isExample,
  };
}

export function toStep(row: Selectable<ObligationStepsTable>): ObligationStep {
  return {
    id: row.id,
    kind: row.kind,
    at: row.at,
    author: row.author,
    side: row.side,
    text: row.text,
    lookedAt: row.looked_at,
    days: row.days,
    dueBefore: row.due_before,
    dueAfter: row.due_after,
    agencyId: row.agency_id,
  };
}

export function stepRow(obligationId: string, step: ObligationStep): Insertable<ObligationStepsTable> {
  return {
    obligation_id: obligationId,
    id: step.id,
    kind: step.kind,
    at: step.at.toString(),
    author: step.author,
    side: step.side,
    text: step.text,
    looked_at: step.lookedAt,
    days: step.days,
    due_before: step.dueBefore?.toString() ?? null,
    due_after: step.dueAfter?.toString() ?? null,
    agency_id: step.agencyId,
  };
}

/** A clock of a review's obligation. */
export function toReviewClock({ obligation_id, ...row }: Selectable<ObligationClocksTable>): CaseClock {
  return toClock({ ...row, case_id: obligation_id, part_id: obligation_id });
}
