/** The shape of the core tables of schema casework (db/migrations/0019-casework.sql); areas describe theirs beside their stores. */
import type { ColumnType, Generated } from 'kysely';
import type { Day, Moment, Zone } from '../../kernel/time.ts';
import type { CaseRuleSet } from '../../law/index.ts';
import type { Outcome, Stage } from '../rules/case.transitions.ts';
import type { AccessKind, CaseChannel, CaseClockKind, Conclusion, Exclusion, RapidCriterion, TeamRole } from '../rules/case.ts';
import type { EntryAudience } from '../rules/decision.ts';

type Timestamp = ColumnType<Moment, string, string>;
type MaybeTimestamp = ColumnType<Moment | null, string | null, string | null>;
type Date = ColumnType<Day, string, string>;
type MaybeDate = ColumnType<Day | null, string | null, string | null>;

export interface CasesTable {
  id: string;
  number: string;
  version: number;
  access: AccessKind;
  rule_set: CaseRuleSet;
  stage: Stage;
  resume_stage: 'formal' | 'material' | null;
  office_id: string;
  office_path: string[];
  registered_at: Timestamp;
  received_on: Date;
  channel: CaseChannel;
  registered_by_person_id: string | null;
  complaint_id: string | null;
  review_id: string | null;
  continues_id: string | null;
  secret: boolean;
  tip: boolean;
  title: string;
  account: string;
  loss: string | null;
  wish: string | null;
  occurred_on: MaybeDate;
  region_code: string | null;
  zone: Zone;
  category_code: string | null;
  service_id: string | null;
  rapid_criteria: RapidCriterion[];
  conclusion: Conclusion | null;
  outcome: Outcome | null;
  closed_at: MaybeTimestamp;
  next_due_at: MaybeTimestamp;
  updated_at: Timestamp;
  lead_person_id: string | null;
  respondent_ids: string[];
  team_ids: string[];
  excluded_person_ids: string[];
  excluded_agency_ids: string[];
  is_example: boolean;
  words: ColumnType<string, never, never>;
}

export interface RespondentsTable {
  case_id: string;
  id: string;
  agency_id: string;
  government_id: string;
  agency_path: string[];
  position: string;
  superior_agency_id: string | null;
  superior_position: string;
  added_at: Timestamp;
  removed_at: MaybeTimestamp;
}

export interface TeamTable {
  case_id: string;
  person_id: string;
  role: TeamRole;
  since: Timestamp;
  until: MaybeTimestamp;
}

export interface ExclusionsTable {
  case_id: string;
  id: string;
  kind: Exclusion['kind'];
  person_id: string | null;
  agency_id: string | null;
  reason: string;
  declared_by: string;
  at: Timestamp;
  lifted_at: MaybeTimestamp;
}

export interface CaseClocksTable {
  case_id: string;
  id: string;
  kind: CaseClockKind;
  part_id: string | null;
  started_at: Timestamp;
  rule: string;
  limit_value: number;
  limit_unit: 'hk' | 'day' | 'hour';
  pauses: ColumnType<{ from: string; to: string | null }[], string, string>;
  due_at: Timestamp;
  is_provisional: boolean;
  calendar_version: number;
  stopped_at: MaybeTimestamp;
  alerts_done: Generated<number>;
  next_alert_at: MaybeTimestamp;
}

export interface CaseWaitingTable {
  case_id: string;
  line: number;
  kind: string;
  part_id: string | null;
  office_id: string;
  person_id: string | null;
  capabilities: string[];
  due_at: Timestamp;
}

export interface CaseEntriesTable {
  case_id: string;
  id: string;
  kind: string;
  audience: EntryAudience;
  at: Timestamp;
  text: string;
  part_id: string | null;
  agency_id: string | null;
  author: string;
}

export interface CaseFilesTable {
  case_id: string;
  id: string;
  entry_id: string | null;
  audience: Exclude<EntryAudience, 'public'>;
  at: Timestamp;
  author: string;
  media_type: string;
  is_image: boolean;
  bytes: number;
  sha256: Buffer;
  store_key: string;
  thumbnail_key: string | null;
  width: number | null;
  height: number | null;
}

/** A type, not an interface: Kysely wants an index signature. */
export type CaseTables = {
  'casework.cases': CasesTable;
  'casework.respondents': RespondentsTable;
  'casework.team': TeamTable;
  'casework.exclusions': ExclusionsTable;
  'casework.clocks': CaseClocksTable;
  'casework.waiting': CaseWaitingTable;
  'casework.entries': CaseEntriesTable;
  'casework.files': CaseFilesTable;
};
