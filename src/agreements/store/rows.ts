/** Between rows and domain values. */
import type { Insertable, Selectable } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import {
  type Agreement,
  type FocalPoint,
  type Party,
  partyAgencies,
  partyGovernments,
  type Signatory,
} from '../rules/agreement.ts';
import type { Achieved, Line, Responsible } from '../rules/line.ts';
import type { AgreementsTable, FocalPointsTable, LinesTable, PartiesTable, SignatoriesTable } from './tables.ts';

export type AgreementRow = Omit<Selectable<AgreementsTable>, 'words' | 'updated_at' | 'party_ids' | 'government_ids'>;

export interface AgreementParts {
  readonly parties: readonly Party[];
  readonly signatories: readonly Signatory[];
  readonly focalPoints: readonly FocalPoint[];
}

const text = (at: { toString(): string } | null): string | null => at?.toString() ?? null;

export function toAgreement(row: AgreementRow, parts: AgreementParts): Agreement {
  return {
    id: row.id,
    code: row.code,
    version: row.version,
    kind: row.kind,
    state: row.state,
    title: row.title,
    basis: row.basis,
    purpose: row.purpose,
    programmes: row.programmes,
    yearFrom: row.year_from,
    yearUntil: row.year_until,
    officeId: row.office_id,
    officePath: row.office_path,
    keeperId: row.keeper_id,
    keeperPath: row.keeper_path,
    parentId: row.parent_id,
    predecessorId: row.predecessor_id,
    place: row.place,
    signedOn: row.signed_on,
    inForceFrom: row.in_force_from,
    inForceUntil: row.in_force_until,
    endedOn: row.ended_on,
    endReason: row.end_reason,
    evidence: row.evidence,
    source: row.source,
    zone: row.zone,
    collectionId: row.collection_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    isExample: row.is_example,
    isUnderReview: row.is_under_review,
    isAdopted: row.is_adopted,
    ...parts,
  };
}

export function agreementRow(agreement: Agreement, at: Moment): Insertable<AgreementsTable> {
  return {
    id: agreement.id,
    code: agreement.code,
    version: agreement.version,
    kind: agreement.kind,
    state: agreement.state,
    title: agreement.title,
    basis: agreement.basis,
    purpose: agreement.purpose,
    programmes: [...agreement.programmes],
    year_from: agreement.yearFrom,
    year_until: agreement.yearUntil,
    office_id: agreement.officeId,
    office_path: [...agreement.officePath],
    keeper_id: agreement.keeperId,
    keeper_path: [...agreement.keeperPath],
    parent_id: agreement.parentId,
    predecessor_id: agreement.predecessorId,
    place: agreement.place,
    signed_on: text(agreement.signedOn),
    in_force_from: text(agreement.inForceFrom),
    in_force_until: text(agreement.inForceUntil),
    ended_on: text(agreement.endedOn),
    end_reason: agreement.endReason,
    evidence: agreement.evidence,
    source: agreement.source,
    zone: agreement.zone,
    collection_id: agreement.collectionId,
    created_by: agreement.createdBy,
    created_at: agreement.createdAt.toString(),
    updated_at: at.toString(),
    party_ids: [...partyAgencies(agreement)],
    government_ids: [...partyGovernments(agreement)],
    is_example: agreement.isExample,
    is_under_review: agreement.isUnderReview,
    is_adopted: agreement.isAdopted,
  };
}

export function toParty(row: Selectable<PartiesTable>): Party {
  return {
    id: row.id,
    ordinal: row.ordinal,
    side: row.side,
    agencyId: row.agency_id,
    governmentId: row.government_id,
    agencyPath: row.agency_path,
    name: row.name,
    ownNumber: row.own_number,
  };
}

export function partyRow(agreementId: string, party: Party): Insertable<PartiesTable> {
  return {
    agreement_id: agreementId,
    id: party.id,
    ordinal: party.ordinal,
    side: party.side,
    agency_id: party.agencyId,
    government_id: party.governmentId,
    agency_path: [...party.agencyPath],
    name: party.name,
    own_number: party.ownNumber,
  };
}

export function toSignatory(row: Selectable<SignatoriesTable>): Signatory {
  return {
    id: row.id,
    partyId: row.party_id,
    ordinal: row.ordinal,
    capacity: row.capacity,
    position: row.position,
    name: row.name,
    personId: row.person_id,
    askedAt: row.asked_at,
    method: row.method,
    signedAt: row.signed_at,
    uploadedBy: row.uploaded_by,
    confirmedBy: row.confirmed_by,
    declinedAt: row.declined_at,
  };
}

export function signatoryRow(agreementId: string, signatory: Signatory): Insertable<SignatoriesTable> {
  return {
    agreement_id: agreementId,
    id: signatory.id,
    party_id: signatory.partyId,
    ordinal: signatory.ordinal,
    capacity: signatory.capacity,
    position: signatory.position,
    name: signatory.name,
    person_id: signatory.personId,
    asked_at: text(signatory.askedAt),
    method: signatory.method,
    signed_at: text(signatory.signedAt),
    uploaded_by: signatory.uploadedBy,
    confirmed_by: signatory.confirmedBy,
    declined_at: text(signatory.declinedAt),
  };
}

export function toFocalPoint(row: Selectable<FocalPointsTable>): FocalPoint {
  return {
    id: row.id,
    partyId: row.party_id,
    agencyId: row.agency_id,
    position: row.position,
    personId: row.person_id,
    officeMail: row.office_mail,
    since: row.since,
    until: row.until,
  };
}

export function focalPointRow(agreementId: string, point: FocalPoint): Insertable<FocalPointsTable> {
  return {
    agreement_id: agreementId,
    id: point.id,
    party_id: point.partyId,
    agency_id: point.agencyId,
    position: point.position,
    person_id: point.personId,
    office_mail: point.officeMail,
    since: point.since.toString(),
    until: text(point.until),
  };
}

export function toLine(row: Selectable<LinesTable>): Line {
  return {
    id: row.id,
    agreementId: row.agreement_id,
    version: row.version,
    ordinal: row.ordinal,
    year: row.year,
    programme: row.programme,
    factor: row.factor,
    form: row.form,
    activity: row.activity,
    output: row.output,
    indicator: row.indicator,
    unit: row.unit,
    baseline: row.baseline,
    targets: [row.target_1, row.target_2, row.target_3, row.target_4],
    direction: row.direction,
    budgetSource: row.budget_source,
    budgetAmount: row.budget_amount,
    place: row.place,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    firstDueOn: row.first_due_on,
    owner: {
      partyId: row.owner_party_id,
      agencyId: row.owner_agency_id,
      agencyPath: row.owner_path,
      position: row.owner_position,
      personId: row.owner_person_id,
    },
    other: otherOf(row),
    supportingIds: row.supporting_ids,
    evidenceAsked: row.evidence_asked,
    isPriority: row.is_priority,
    itemId: row.item_id,
    obligationId: row.obligation_id,
    decisionId: row.decision_id,
    measure: row.measure,
    measureAgencyId: row.measure_agency_id,
    state: row.state,
    stateAt: row.state_at,
    stateNote: row.state_note,
    isWithdrawn: row.is_withdrawn,
    joinedAt: row.joined_at,
    confirmed: achieved(row.confirmed, row.confirmed_on),
    reported: achieved(row.reported, row.reported_on),
    evidenceCount: row.evidence_count,
    updatedAt: row.updated_at,
  };
}

function otherOf(row: Selectable<LinesTable>): Responsible | null {
  if (row.other_party_id === null || row.other_agency_id === null) return null;
  return {
    partyId: row.other_party_id,
    agencyId: row.other_agency_id,
    agencyPath: row.other_path,
    position: row.other_position,
    personId: row.other_person_id,
  };
}

function achieved(amount: string | null, on: Achieved['on'] | null): Achieved | null {
  return amount === null || on === null ? null : { amount, on };
}

export function lineRow(line: Line, at: Moment): Insertable<LinesTable> {
  const [target_1, target_2, target_3, target_4] = line.targets;
  return {
    agreement_id: line.agreementId,
    id: line.id,
    version: line.version,
    ordinal: line.ordinal,
    year: line.year,
    programme: line.programme,
    factor: line.factor,
    form: line.form,
    activity: line.activity,
    output: line.output,
    indicator: line.indicator,
    unit: line.unit,
    baseline: line.baseline,
    ...{ target_1, target_2, target_3, target_4 },
    direction: line.direction,
    budget_source: line.budgetSource,
    budget_amount: line.budgetAmount,
    place: line.place,
    starts_on: line.startsOn.toString(),
    due_on: line.dueOn.toString(),
    first_due_on: line.firstDueOn.toString(),
    owner_party_id: line.owner.partyId,
    owner_agency_id: line.owner.agencyId,
    owner_path: [...line.owner.agencyPath],
    owner_position: line.owner.position,
    owner_person_id: line.owner.personId,
    other_party_id: line.other?.partyId ?? null,
    other_agency_id: line.other?.agencyId ?? null,
    other_path: [...(line.other?.agencyPath ?? [])],
    other_position: line.other?.position ?? '',
    other_person_id: line.other?.personId ?? null,
    supporting_ids: [...line.supportingIds],
    evidence_asked: line.evidenceAsked,
    is_priority: line.isPriority,
    item_id: line.itemId,
    obligation_id: line.obligationId,
    decision_id: line.decisionId,
    measure: line.measure,
    measure_agency_id: line.measureAgencyId,
    state: line.state,
    state_at: line.stateAt.toString(),
    state_note: line.stateNote,
    is_withdrawn: line.isWithdrawn,
    joined_at: text(line.joinedAt),
    confirmed: line.confirmed?.amount ?? null,
    confirmed_on: text(line.confirmed?.on ?? null),
    reported: line.reported?.amount ?? null,
    reported_on: text(line.reported?.on ?? null),
    evidence_count: line.evidenceCount,
    updated_at: at.toString(),
  };
}
