/** The shape of casework.obligations (0019) and of the tables of db/migrations/0024-case-obligations.sql. */
import type { ColumnType } from 'kysely';
import type { Moment, Zone } from '../../../kernel/time.ts';
import type { CaseRuleSet } from '../../../law/index.ts';
import type { ObligationState } from '../../rules/obligations/obligation.transitions.ts';
import type { ObligationKind } from '../../rules/obligations/obligation.ts';
import type { StepKind } from '../../rules/obligations/steps.ts';
import type { CaseClocksTable, CasesTable } from '../tables.ts';

type Timestamp = ColumnType<Moment, string, string>;
type MaybeTimestamp = ColumnType<Moment | null, string | null, string | null>;

export interface ObligationsTable {
  id: string;
  case_id: string | null;
  review_id: string | null;
  kind: ObligationKind;
  ordinal: number;
  agency_id: string;
  government_id: string;
  agency_path: string[];
  handler_agency_id: string | null;
  handler_path: string[];
  office_id: string;
  office_path: string[];
  position: string;
  text: string;
  evidence_asked: string;
  document_id: string | null;
  issued_at: Timestamp;
  received_at: MaybeTimestamp;
  rule: string;
  rule_set: CaseRuleSet;
  due_at: Timestamp;
  zone: Zone;
  region_code: string | null;
  state: ObligationState;
  state_at: Timestamp;
  reported_at: MaybeTimestamp;
  judged_at: MaybeTimestamp;
  asks_time: boolean;
  is_public: boolean;
  version: number;
  is_example: boolean;
}

export interface ObligationStepsTable {
  obligation_id: string;
  id: string;
  kind: StepKind;
  at: Timestamp;
  author: string;
  side: 'agency' | 'ombudsman' | 'system';
  text: string;
  looked_at: string | null;
  days: number | null;
  due_before: MaybeTimestamp;
  due_after: MaybeTimestamp;
  agency_id: string | null;
}

export interface ObligationFilesTable {
  obligation_id: string;
  id: string;
  step_id: string;
  media_type: string;
  extension: string;
  bytes: number;
  sha256: string;
  store_key: string;
  thumbnail_key: string | null;
}

export type ObligationClocksTable = Omit<CaseClocksTable, 'case_id' | 'part_id'> & { obligation_id: string };

export interface PublicationsTable {
  case_id: string;
  id: string;
  slug: string;
  state: 'draft' | 'published' | 'withdrawn';
  kind: 'finding' | 'recommendation';
  title: string;
  summary: string;
  actions: string;
  written_by: string;
  written_at: Timestamp;
  approved_by: string | null;
  published_at: MaybeTimestamp;
  withdrawn_at: MaybeTimestamp;
  reason: string | null;
  version: number;
}

/** A type, not an interface: Kysely wants an index signature. */
export type ObligationTables = {
  'casework.obligations': ObligationsTable;
  'casework.obligation_steps': ObligationStepsTable;
  'casework.obligation_files': ObligationFilesTable;
  'casework.obligation_clocks': ObligationClocksTable;
  'casework.publications': PublicationsTable;
  'casework.cases': CasesTable;
  'casework.clocks': CaseClocksTable;
};
