/** The shape of the core tables of schema agreements (db/migrations/0040-agreements.sql); areas describe theirs beside their stores. */
import type { ColumnType, Generated } from 'kysely';
import type { Day, Moment, Zone } from '../../kernel/time.ts';
import type { AgreementState } from '../rules/agreement.transitions.ts';
import type { Capacity, Evidence, Side, SigningMethod } from '../rules/agreement.ts';
import type { AgreementKind, Factor, LineForm } from '../rules/kinds.ts';
import type { LineState } from '../rules/line.transitions.ts';
import type { Direction } from '../rules/line.ts';
import type { UpdateState } from '../rules/lines/report.ts';

export type Timestamp = ColumnType<Moment, string, string>;
export type MaybeTimestamp = ColumnType<Moment | null, string | null, string | null>;
export type DateColumn = ColumnType<Day, string, string>;
export type MaybeDate = ColumnType<Day | null, string | null, string | null>;

export interface ProgrammesTable {
  code: string;
  label_id: string;
  label_en: string;
  ordinal: number;
  valid_from: MaybeDate;
  valid_until: MaybeDate;
  is_shipped: boolean;
}

export interface AgreementsTable {
  id: string;
  code: string;
  version: number;
  kind: AgreementKind;
  state: AgreementState;
  title: string;
  basis: string;
  purpose: string;
  programmes: string[];
  year_from: number | null;
  year_until: number | null;
  office_id: string | null;
  office_path: string[];
  keeper_id: string;
  keeper_path: string[];
  parent_id: string | null;
  predecessor_id: string | null;
  place: string;
  signed_on: MaybeDate;
  in_force_from: MaybeDate;
  in_force_until: MaybeDate;
  ended_on: MaybeDate;
  end_reason: string | null;
  evidence: Evidence | null;
  source: string;
  zone: Zone;
  collection_id: string | null;
  created_by: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
  party_ids: string[];
  government_ids: string[];
  is_example: boolean;
  is_under_review: Generated<boolean>;
  is_adopted: Generated<boolean>;
  words: ColumnType<string, never, never>;
}

export interface NumbersTable {
  kind: AgreementKind;
  year: number;
  last: number;
}

export interface PartiesTable {
  agreement_id: string;
  id: string;
  ordinal: number;
  side: Side;
  agency_id: string | null;
  government_id: string | null;
  agency_path: string[];
  name: string;
  own_number: string;
}

export interface SignatoriesTable {
  agreement_id: string;
  id: string;
  party_id: string | null;
  ordinal: number;
  capacity: Capacity;
  position: string;
  name: string;
  person_id: string | null;
  asked_at: MaybeTimestamp;
  method: SigningMethod | null;
  signed_at: MaybeTimestamp;
  uploaded_by: string | null;
  confirmed_by: string | null;
  declined_at: MaybeTimestamp;
}

export interface FocalPointsTable {
  agreement_id: string;
  id: string;
  party_id: string;
  agency_id: string | null;
  position: string;
  person_id: string | null;
  office_mail: string;
  since: DateColumn;
  until: MaybeDate;
}

export type AgreementFileKind = 'scan' | 'signed' | 'annex' | 'minutes' | 'evaluation' | 'evidence' | 'other';

export interface AgreementFilesTable {
  agreement_id: string;
  id: string;
  kind: AgreementFileKind;
  part_id: string | null;
  title: string;
  file_key: string;
  thumbnail_key: string | null;
  media_type: string;
  extension: string;
  size: number;
  sha256: string;
  is_public: boolean;
  added_by: string;
  added_at: Timestamp;
  confirmed_by: string | null;
  confirmed_at: MaybeTimestamp;
  replaced_by: string | null;
}

export interface LinesTable {
  agreement_id: string;
  id: string;
  version: number;
  ordinal: number;
  year: number;
  programme: string;
  factor: Factor | null;
  form: LineForm;
  activity: string;
  output: string;
  indicator: string;
  unit: string;
  baseline: string | null;
  target_1: string | null;
  target_2: string | null;
  target_3: string | null;
  target_4: string | null;
  direction: Direction;
  budget_source: string;
  budget_amount: string | null;
  place: string;
  starts_on: DateColumn;
  due_on: DateColumn;
  first_due_on: DateColumn;
  owner_party_id: string;
  owner_agency_id: string;
  owner_path: string[];
  owner_position: string;
  owner_person_id: string | null;
  other_party_id: string | null;
  other_agency_id: string | null;
  other_path: string[];
  other_position: string;
  other_person_id: string | null;
  supporting_ids: string[];
  evidence_asked: string;
  is_priority: boolean;
  item_id: string | null;
  obligation_id: string | null;
  decision_id: string | null;
  measure: string | null;
  measure_agency_id: string | null;
  state: LineState;
  state_at: Timestamp;
  state_note: string | null;
  is_withdrawn: Generated<boolean>;
  joined_at: ColumnType<Moment | null, string | null | undefined, string | null>;
  confirmed: string | null;
  confirmed_on: MaybeDate;
  reported: string | null;
  reported_on: MaybeDate;
  evidence_count: number;
  updated_at: Timestamp;
}

export interface UpdatesTable {
  agreement_id: string;
  line_id: string;
  id: string;
  as_of: DateColumn;
  achieved: string;
  text: string;
  is_last: boolean;
  author: string;
  agency_id: string | null;
  at: Timestamp;
  state: UpdateState;
  judged_by: string | null;
  judged_at: MaybeTimestamp;
  judged_text: string | null;
}

export interface ShiftsTable {
  agreement_id: string;
  line_id: string;
  id: string;
  from_day: DateColumn;
  to_day: DateColumn;
  reason: string;
  author: string;
  at: Timestamp;
}

export type AgreementTables = {
  'agreements.programmes': ProgrammesTable;
  'agreements.agreements': AgreementsTable;
  'agreements.numbers': NumbersTable;
  'agreements.parties': PartiesTable;
  'agreements.signatories': SignatoriesTable;
  'agreements.focal_points': FocalPointsTable;
  'agreements.files': AgreementFilesTable;
  'agreements.lines': LinesTable;
  'agreements.updates': UpdatesTable;
  'agreements.shifts': ShiftsTable;
};
