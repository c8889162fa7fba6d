/** The tables of the schema `assessments` (db/migrations/0014-assessments.sql), as Kysely sees them. */
import type { ColumnType, Generated } from 'kysely';
import type { Day, Moment } from '../../kernel/time.ts';
import type { Stage } from '../rules/assessment.transitions.ts';
import type { Rating, RoundState } from '../rules/assessment.ts';
import type { Instrument, SheetKind, ZoneCode } from '../rules/instrument.ts';
import type { ResultNode } from '../rules/result.ts';

type At = ColumnType<Moment, string, string>;
type MaybeAt = ColumnType<Moment | null, string | null, string | null>;
type On = ColumnType<Day, string, string>;
type MaybeOn = ColumnType<Day | null, string | null, string | null>;

export interface InstrumentsTable {
  id: string;
  version: number;
  state: 'draft' | 'published' | 'retired';
  body: ColumnType<Instrument, string, string>;
  change_note: string | null;
  decided_by: string | null;
  decided_on: MaybeOn;
  revision: Generated<number>;
  created_by: string;
  created_at: At;
  edited_at: At;
  published_at: MaybeAt;
  origin: Generated<'shipped' | 'people'>;
}

export interface RoundsTable {
  id: string;
  code: string;
  title: string;
  year: number;
  starts_on: On;
  ends_on: On;
  instrument_id: string;
  instrument_version: number;
  owner_agency_id: string;
  state: RoundState;
  seed: string;
  second_rating_percent: Generated<number>;
  self_assessment_until: MaybeOn;
  reply_days: number;
  is_example: Generated<boolean>;
  revision: Generated<number>;
  created_by: string;
  created_at: At;
  opened_at: MaybeAt;
}

export interface AssessmentsTable {
  id: string;
  round_id: string;
  agency_id: string;
  agency_path: string[];
  agency_kind: string;
  region_code: string | null;
  ombudsman_office_id: string | null;
  stage: Stage;
  revision: Generated<number>;
  submitted_by: string | null;
  submitted_at: MaybeAt;
  checked_by: string | null;
  checked_at: MaybeAt;
  moderated_by: string | null;
  moderated_at: MaybeAt;
  notified_by: string | null;
  notified_at: MaybeAt;
  reply_due_at: MaybeAt;
  replies_waived_by: string | null;
  replies_waived_at: MaybeAt;
  finalised_by: string | null;
  finalised_at: MaybeAt;
  published_by: string | null;
  published_at: MaybeAt;
  published_version: Generated<number>;
}

export interface UnitsTable {
  assessment_id: string;
  unit_no: number;
  agency_id: string;
  name: string;
  locus_id: string;
  locus_en: string;
  added_reason: string | null;
  assessor_id: string | null;
  second_assessor_id: string | null;
}

export interface TiesTable {
  person_id: string;
  agency_id: string;
  kind: 'family' | 'worked-there' | 'business' | 'other';
  declared_at: At;
  ended_on: MaybeOn;
}

export type { Rating };

export interface SheetsTable {
  assessment_id: string;
  unit_no: number;
  rating: Rating;
  sheet_no: number;
  kind: SheetKind;
  service_id: string | null;
  service_name: string | null;
  quota: string | null;
  done: Generated<boolean>;
  filled_by: string | null;
  filled_at: MaybeAt;
  revision: Generated<number>;
}

export interface AnswersTable {
  assessment_id: string;
  unit_no: number;
  rating: Rating;
  sheet_no: number;
  indicator: string;
  value: string | null;
  note: string | null;
  revision: Generated<number>;
}

export interface EvidenceTable {
  id: string;
  assessment_id: string;
  unit_no: number;
  rating: Rating;
  sheet_no: number;
  indicator: string;
  file_key: string;
  thumbnail_key: string | null;
  media_type: string;
  extension: string;
  size: number;
  sha256: string;
  sent_sha256: string;
  taken_at: MaybeAt;
  latitude: number | null;
  longitude: number | null;
  caption: string | null;
  added_by: string;
  received_at: At;
  withdrawn_at: MaybeAt;
}

export interface ConflictsTable {
  id: string;
  assessment_id: string;
  unit_no: number;
  rating: Rating;
  sheet_no: number;
  indicator: string;
  device_value: string | null;
  device_note: string | null;
  device_clears: Generated<boolean>;
  base_revision: number;
  server_revision: number;
  server_value: string | null;
  server_note: string | null;
  written_at: MaybeAt;
  received_at: At;
  received_from: string;
  resolved_at: MaybeAt;
  resolved_by: string | null;
  kept: 'server' | 'device' | null;
}

export interface DeviceOperationsTable {
  id: string;
  person_id: string;
  assessment_id: string;
  outcome: ColumnType<unknown, string, never>;
  received_at: At;
}

export interface SecondaryTable {
  agency_id: string;
  year: number;
  measure: string;
  value: string | null;
  source: string;
  rows_at: string | null;
  pushed_by: string;
  pushed_at: At;
}

export interface ResultsTable {
  assessment_id: string;
  version: number;
  unit_no: number;
  exact: string | null;
  score: string | null;
  category: string | null;
  zone: ZoneCode | null;
  label_id: string | null;
  label_en: string | null;
  complete: boolean;
  nodes: ColumnType<readonly ResultNode[], string, string>;
  computed_at: At;
}

export interface ScoringsTable {
  round_id: string;
  done: number;
  total: number;
  asked_by: string | null;
  started_at: At;
  moved_at: At;
  ended_at: MaybeAt;
}

export interface PublicationsTable {
  assessment_id: string;
  version: number;
  published_at: At;
  published_by: string;
  reason: string | null;
  decree: string | null;
  raw_sha256: string;
}

export interface RawDataTable {
  assessment_id: string;
  version: number;
  body: string;
  result: string;
}

export type ReplyState = 'open' | 'accepted' | 'partly' | 'rejected' | 'withdrawn';

export interface RepliesTable {
  id: string;
  assessment_id: string;
  unit_no: number;
  indicator: string;
  text: string;
  replied_by: string;
  replied_at: At;
  state: ReplyState;
  decision: string | null;
  decided_by: string | null;
  decided_at: MaybeAt;
  score_before: string | null;
  score_after: string | null;
}

interface FileColumns {
  id: string;
  file_key: string;
  thumbnail_key: string | null;
  media_type: string;
  extension: string;
  size: number;
  sha256: string;
}

export interface ReplyFilesTable extends FileColumns {
  reply_id: string;
}

export type ItemState = 'open' | 'in-progress' | 'reported' | 'confirmed' | 'dropped';

export interface ItemsTable {
  id: string;
  assessment_id: string;
  unit_no: number;
  indicator: string;
  asked_id: string;
  asked_en: string;
  score: string;
  owner_agency_id: string;
  government_id: string;
  due_on: On;
  state: ItemState;
  state_note: string | null;
  revision: Generated<number>;
  created_at: At;
  changed_at: At;
}

export interface ItemFilesTable extends FileColumns {
  item_id: string;
  added_by: string;
  added_at: At;
}

export interface HistoricalTable {
  id: string;
  agency_id: string;
  year: number;
  score: string | null;
  zone: ZoneCode | null;
  category: string | null;
  source: string;
  note: string | null;
  doubts: string[];
  imported_by: string;
  imported_at: At;
}

export type AssessmentTables = {
  'assessments.instruments': InstrumentsTable;
  'assessments.rounds': RoundsTable;
  'assessments.assessments': AssessmentsTable;
  'assessments.units': UnitsTable;
  'assessments.ties': TiesTable;
  'assessments.sheets': SheetsTable;
  'assessments.answers': AnswersTable;
  'assessments.evidence': EvidenceTable;
  'assessments.conflicts': ConflictsTable;
  'assessments.device_operations': DeviceOperationsTable;
  'assessments.secondary': SecondaryTable;
  'assessments.results': ResultsTable;
  'assessments.scorings': ScoringsTable;
  'assessments.publications': PublicationsTable;
  'assessments.raw_data': RawDataTable;
  'assessments.replies': RepliesTable;
  'assessments.reply_files': ReplyFilesTable;
  'assessments.items': ItemsTable;
  'assessments.item_files': ItemFilesTable;
  'assessments.historical': HistoricalTable;
};
