/** The tables of db/migrations/0025-reviews.sql and 0028-steady-problems.sql, as Kysely sees them. */
import type { ColumnType } from 'kysely';
import type { Day, Moment, Zone } from '../../../kernel/time.ts';
import type { CandidateState, ShownWord } from '../../rules/reviews/candidate.ts';
import type { ClusterKind } from '../../rules/reviews/found.ts';
import type { ReviewStage } from '../../rules/reviews/review.transitions.ts';
import type { RowSource } from '../../rules/reviews/rows.ts';

type At = ColumnType<Moment, string, string>;
type MaybeAt = ColumnType<Moment | null, string | null, string | null>;
type On = ColumnType<Day, string, string>;

export interface SearchesTable {
  id: string;
  office_id: string | null;
  asked_by: string;
  asked_at: At;
  from_on: On;
  until_on: On;
  finished_at: MaybeAt;
  rows_read: number | null;
  clusters_found: number | null;
}

export interface ClustersTable {
  id: string;
  version: number;
  office_id: string;
  office_path: string[];
  agency_id: string;
  government_id: string;
  service_id: string | null;
  category_code: string;
  kind: ClusterKind;
  parts_having: number | null;
  parts_of: number | null;
  place: string;
  from_on: On;
  until_on: On;
  row_count: number;
  expected: number;
  other_weeks: number;
  elsewhere: number;
  log_chance: number;
  words: ColumnType<ShownWord[], string, string>;
  state: CandidateState;
  first_found_at: At;
  last_found_at: At;
  settled_at: MaybeAt;
  settled_by: string | null;
  reason: string | null;
  dismissed_rows: number | null;
  review_id: string | null;
  case_id: string | null;
  told_at: MaybeAt;
  told_count: number | null;
  is_example: ColumnType<boolean, boolean | undefined, boolean>;
}

export interface ClusterRowsTable {
  cluster_id: string;
  source: RowSource;
  id: string;
  filed_on: On;
  stems: string[];
}

export interface ReviewsTable {
  id: string;
  number: string;
  version: number;
  office_id: string;
  office_path: string[];
  agency_id: string;
  agency_path: string[];
  government_id: string;
  cluster_id: string | null;
  title: string;
  category_code: string | null;
  place: string;
  zone: Zone;
  stage: ReviewStage;
  stage_since: At;
  opened_at: At;
  opened_by: string;
  ended_at: MaybeAt;
  reason: string | null;
  lha_at: MaybeAt;
  is_example: boolean;
}

export interface ReviewClocksTable {
  review_id: string;
  id: string;
  stage: string;
  started_at: At;
  rule: string;
  limit_value: number;
  limit_unit: 'hk' | 'day' | 'hour';
  due_at: At;
  is_provisional: boolean;
  calendar_version: number;
  stopped_at: MaybeAt;
  alerts_done: ColumnType<number, number | undefined, number>;
  next_alert_at: MaybeAt;
}

export interface ReviewMembersTable {
  review_id: string;
  person_id: string;
  since: At;
  until: MaybeAt;
}

export type ReviewTables = {
  'casework.searches': SearchesTable;
  'casework.clusters': ClustersTable;
  'casework.cluster_rows': ClusterRowsTable;
  'casework.reviews': ReviewsTable;
  'casework.review_clocks': ReviewClocksTable;
  'casework.review_members': ReviewMembersTable;
};
