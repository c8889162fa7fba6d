/** The tables of db/migrations/0020-case-verification.sql, as Kysely sees them. */
import type { ColumnType, Generated } from 'kysely';
import type { Day, Moment, Zone } from '../../../kernel/time.ts';
import type { Stage } from '../../rules/case.transitions.ts';
import type { Answer, CheckWay } from '../../rules/verification/checks.ts';
import type { Fact } from '../../rules/verification/compute-checks.ts';
import type { PlenaryDecision, PlenaryState, Proposal } from '../../rules/verification/plenary.ts';
import type { TransferKind, TransferState } from '../../rules/verification/transfer-kinds.ts';

type At = ColumnType<Moment, string, string>;
type MaybeAt = ColumnType<Moment | null, string | null, string | null>;
type On = ColumnType<Day, string, string>;

export interface ChecksTable {
  case_id: string;
  id: string;
  ordinal: number;
  requirement: string;
  answer: Answer;
  way: CheckWay;
  note: string;
  facts: ColumnType<Fact[], string, string>;
  author: string;
  at: At;
}

export interface CompletionsTable {
  case_id: string;
  id: string;
  requirements: string[];
  text: string;
  asked_at: At;
  asked_by: string;
  answered_at: MaybeAt;
  answered_by: string | null;
  answer_entry_id: string | null;
}

export interface PlenariesTable {
  id: string;
  office_id: string;
  office_path: string[];
  number: number;
  year: number;
  held_on: On;
  held_at: string;
  zone: Zone;
  place: string;
  state: PlenaryState;
  quorum_percent: number | null;
  planned_by: string;
  planned_at: At;
  opened_by: string | null;
  opened_at: MaybeAt;
  closed_by: string | null;
  closed_at: MaybeAt;
  ended_by: string | null;
  ended_at: MaybeAt;
  cancel_reason: string | null;
  minutes_document_id: string | null;
  version: number;
}

export interface PlenaryItemsTable {
  case_id: string;
  plenary_id: string;
  ordinal: number;
  added_by: string;
  added_at: At;
  discussion: string;
  decision: PlenaryDecision | null;
  reasons: string;
  members: number | null;
  present: number | null;
  excluded_person_ids: Generated<string[]>;
  decided_by: string | null;
  decided_at: MaybeAt;
  version: number;
}

export interface TransfersTable {
  case_id: string;
  id: string;
  kind: TransferKind;
  from_office_id: string;
  to_office_id: string;
  from_stage: Stage;
  reason: string;
  agreed_with: string;
  agreed_on: On;
  agreement: string;
  proposed_by: string;
  proposed_at: At;
  state: TransferState;
  decided_by: string | null;
  decided_at: MaybeAt;
  decision_reason: string;
}

export type VerificationTables = {
  'casework.checks': ChecksTable;
  'casework.completions': CompletionsTable;
  'casework.proposals': { case_id: string; id: string; proposal: Proposal; reasons: string; author: string; at: At };
  'casework.plenaries': PlenariesTable;
  'casework.plenary_members': {
    plenary_id: string;
    person_id: string;
    position_kind: string;
    is_present: boolean | null;
    recorded_at: MaybeAt;
    recorded_by: string | null;
  };
  'casework.plenary_items': PlenaryItemsTable;
  'casework.plenary_dissents': { case_id: string; plenary_id: string; person_id: string; opinion: string };
  'casework.transfers': TransfersTable;
};
