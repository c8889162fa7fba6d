/** The shape of the tables of db/migrations/0023-case-findings.sql. */
import type { ColumnType, Generated } from 'kysely';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Conclusion } from '../../rules/case.ts';
import type { AgreementState, Consent } from '../../rules/findings/agreement.ts';
import type { FurtherStep } from '../../rules/findings/further-steps.ts';
import type { HandoverAnswer, HandoverItem } from '../../rules/findings/handover.ts';
import type { LhpContent, LhpState } from '../../rules/findings/lhp.ts';
import type { RecommendationState } from '../../rules/findings/recommendation.ts';
import type { Attendance, SessionForm, SessionParty, SessionState, SessionWay } from '../../rules/findings/session.ts';

type Timestamp = ColumnType<Moment, string, string>;
type MaybeTimestamp = ColumnType<Moment | null, string | null | undefined, string | null>;
type Date = ColumnType<Day, string, string>;
type MaybeDate = ColumnType<Day | null, string | null | undefined, string | null>;
type MaybeJson = ColumnType<LhpContent | null, string | null | undefined, string | null>;

export interface LhpsTable {
  case_id: string;
  id: string;
  no: number;
  state: LhpState;
  conclusion: Conclusion | null;
  ended_reason: string;
  begun_by: string;
  begun_at: Timestamp;
  authors: string[];
  document_id: string | null;
  content: MaybeJson;
  reviewed_by: string | null;
  issued_by: string | null;
  issued_at: MaybeTimestamp;
  received_at: MaybeTimestamp;
  revision: Generated<number>;
}

export interface LhpActionsTable {
  case_id: string;
  lhp_id: string;
  no: number;
  agency_id: string;
  position: string;
  text: string;
  evidence_asked: string;
  limit_value: number | null;
  limit_unit: 'hk' | 'day' | null;
  limit_reason: string;
  obligation_id: string | null;
}

export interface LhpDiscussionsTable {
  case_id: string;
  lhp_id: string;
  id: string;
  held_on: Date;
  person_ids: string[];
  said: string;
  recorded_by: string;
  recorded_at: Timestamp;
}

export interface LhpCommentsTable {
  case_id: string;
  lhp_id: string;
  entry_id: string;
  at: Timestamp;
  decision: 'noted' | 're-examined' | null;
  reason: Generated<string>;
  evidence: Generated<string>;
  decided_by: string | null;
  decided_at: MaybeTimestamp;
}

export interface HandoverChecksTable {
  case_id: string;
  item: HandoverItem;
  answer: HandoverAnswer;
  note: string;
  checked_by: string;
  checked_at: Timestamp;
}

export interface SessionsTable {
  case_id: string;
  id: string;
  no: number;
  way: SessionWay;
  form: SessionForm;
  held_at: Timestamp;
  place: string;
  is_online: boolean;
  mediator_id: string;
  agenda: string;
  state: SessionState;
  course: Generated<string>;
  planned_by: string;
  planned_at: Timestamp;
  ended_at: MaybeTimestamp;
  minutes_document_id: string | null;
}

export interface SessionPartiesTable {
  case_id: string;
  session_id: string;
  no: number;
  side: SessionParty['side'];
  agency_id: string | null;
  position: string;
  through_ombudsman: boolean;
  attendance: Attendance | null;
  invitation_document_id: string | null;
}

export interface AgreementsTable {
  case_id: string;
  id: string;
  way: SessionWay;
  state: AgreementState;
  begun_at: Timestamp;
  agreed_at: MaybeTimestamp;
  document_id: string | null;
  reason: Generated<string>;
}

export interface AgreementVersionsTable {
  case_id: string;
  agreement_id: string;
  no: number;
  text: string;
  written_by: string;
  written_at: Timestamp;
}

export interface AgreementPromisesTable {
  id: string;
  case_id: string;
  agreement_id: string;
  version_no: number;
  no: number;
  side: 'reporter' | 'respondent';
  text: string;
  due_on: Date;
  verdict: 'kept' | 'not-kept' | null;
  evidence: Generated<string>;
  judged_by: string | null;
  judged_at: MaybeTimestamp;
}

export interface AgreementConsentsTable {
  case_id: string;
  agreement_id: string;
  version_no: number;
  party: string;
  how: Consent['how'];
  at: Timestamp;
  recorded_by: string;
  note: string;
  file_key: string | null;
  file_media_type: string | null;
  file_extension: string | null;
  file_bytes: number | null;
  file_sha256: string | null;
}

export interface RecommendationsTable {
  case_id: string;
  id: string;
  no: number;
  state: RecommendationState;
  account: string;
  examined: string;
  forms: string;
  opinion: string;
  reasons: string;
  superior_agency_id: string | null;
  superior_position: string;
  document_id: string | null;
  content: MaybeJson;
  edited_by: string;
  edited_at: Timestamp;
  signed_by: string | null;
  signed_at: MaybeTimestamp;
  received_at: MaybeTimestamp;
  revision: Generated<number>;
}

export interface RecommendationPointsTable {
  case_id: string;
  recommendation_id: string;
  no: number;
  agency_id: string;
  position: string;
  text: string;
  evidence_asked: string;
  obligation_id: string | null;
}

export interface FurtherStepsTable {
  case_id: string;
  step: FurtherStep;
  taken_on: MaybeDate;
  proof: string;
  document_id: string | null;
  why_not: string;
  recorded_by: string;
  recorded_at: Timestamp;
}

/** A type, not an interface: Kysely wants an index signature. */
export type FindingsTables = {
  'casework.lhps': LhpsTable;
  'casework.lhp_actions': LhpActionsTable;
  'casework.lhp_discussions': LhpDiscussionsTable;
  'casework.lhp_comments': LhpCommentsTable;
  'casework.handover_checks': HandoverChecksTable;
  'casework.sessions': SessionsTable;
  'casework.session_parties': SessionPartiesTable;
  'casework.agreements': AgreementsTable;
  'casework.agreement_versions': AgreementVersionsTable;
  'casework.agreement_promises': AgreementPromisesTable;
  'casework.agreement_consents': AgreementConsentsTable;
  'casework.recommendations': RecommendationsTable;
  'casework.recommendation_points': RecommendationPointsTable;
  'casework.further_steps': FurtherStepsTable;
};
