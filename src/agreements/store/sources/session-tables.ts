/** The shape of the tables of sessions (db/migrations/0045-agreement-sources.sql). */

import type { Publication } from '../../rules/sources/question.ts';
import type { AttendanceGroup, SessionState } from '../../rules/sources/session.ts';
import type { DateColumn, MaybeTimestamp, Timestamp } from '../tables.ts';

export interface SessionsTable {
  agreement_id: string;
  line_id: string;
  id: string;
  version: number;
  ordinal: number;
  state: SessionState;
  state_note: string | null;
  topic: string;
  starts_on: DateColumn;
  ends_on: DateColumn;
  place: string;
  summary: string;
  invited: number | null;
  pre_count: number | null;
  pre_mean: string | null;
  post_count: number | null;
  post_mean: string | null;
  pass_mark: string | null;
  passed: number | null;
  author: string;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface SessionGroupsTable {
  agreement_id: string;
  session_id: string;
  grp: AttendanceGroup;
  total: number;
  women: number | null;
  disabled: number | null;
}

export interface SessionReviewersTable {
  agreement_id: string;
  session_id: string;
  id: string;
  ordinal: number;
  institution: string;
  role: string;
  came: boolean | null;
}

export interface SessionQuestionsTable {
  agreement_id: string;
  session_id: string;
  id: string;
  version: number;
  at: Timestamp;
  author: string;
  reviewer_id: string | null;
  question: string;
  answer: string | null;
  answered_by: string | null;
  answered_at: MaybeTimestamp;
  agency_id: string | null;
  publication: Publication;
  decided_by: string | null;
  decided_at: MaybeTimestamp;
  decided_for: string | null;
  reason: string | null;
}

export type SessionTables = {
  'agreements.sessions': SessionsTable;
  'agreements.session_groups': SessionGroupsTable;
  'agreements.session_reviewers': SessionReviewersTable;
  'agreements.session_questions': SessionQuestionsTable;
};
