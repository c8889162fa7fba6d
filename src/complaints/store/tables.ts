/** The tables of the schema `complaints` (db/migrations/0008-complaints.sql), as Kysely sees them. */
import type { ColumnType, Generated } from 'kysely';
import type { Day, Moment, Zone } from '../../kernel/time.ts';
import type { ClockKind } from '../rules/clocks.ts';
import type { ComplaintStatus, PartState } from '../rules/complaint.transitions.ts';
import type { ArchiveReason, Channel, ComplaintClass, Outcome, Stage } from '../rules/complaint.ts';
import type { EntryAudience, EntryKind, Hop } from '../rules/decision.ts';
import type { WaitingKind } from '../rules/waiting.ts';

type At = ColumnType<Moment, string, string>;
type MaybeAt = ColumnType<Moment | null, string | null, string | null>;

export interface ComplaintsTable {
  id: string;
  tracking_number: string;
  version: number;
  class: ComplaintClass;
  supervisory: boolean | null;
  rule_set: string;
  channel: Channel;
  filed_at: At;
  filed_by_person_id: string | null;
  anonymous: boolean;
  confidential: boolean;
  region_code: string | null;
  zone: Zone;
  category_code: string | null;
  title: string;
  description: string;
  occurred_on: ColumnType<Day | null, string | null, string | null>;
  place: string | null;
  latitude: number | null;
  longitude: number | null;
  addressed_agency_id: string | null;
  desk_agency_id: string;
  desk_path: string[];
  is_bounced: boolean;
  shielded_government_id: string | null;
  respondent_ids: string[];
  stage: Stage;
  status: ComplaintStatus;
  hold_since: MaybeAt;
  hold_reason: string | null;
  hold_question: string | null;
  hold_by_agency_id: string | null;
  returns: number;
  objections: number;
  reopenings: number;
  outcome: Outcome | null;
  ended_at: MaybeAt;
  archive_reason: ArchiveReason | null;
  public_title: string | null;
  public_description: string | null;
  released_at: MaybeAt;
  ombudsman_office_id: string | null;
  continues_id: string | null;
  service_id: string | null;
  next_due_at: MaybeAt;
  updated_at: At;
  reader_ids: string[];
  office_ids: string[];
  words: ColumnType<never, never, never>;
  public_words: ColumnType<never, never, never>;
}

export interface PartsTable {
  complaint_id: string;
  id: string;
  agency_id: string;
  government_id: string;
  agency_path: string[];
  state: PartState;
  received_at: At;
  hops: number;
  return_to_agency_id: string;
  binding: boolean;
  first_follow_up_at: MaybeAt;
  proposed_at: MaybeAt;
  proposal_summary: string | null;
}

export interface ClocksTable {
  complaint_id: string;
  id: string;
  kind: ClockKind;
  part_id: string | null;
  started_at: At;
  rule: string;
  limit_value: number;
  limit_unit: 'hk' | 'day' | 'hour';
  /** `[{from, to|null}]` as ISO text. */
  pauses: ColumnType<{ from: string; to: string | null }[], string, string>;
  due_at: At;
  is_provisional: boolean;
  calendar_version: number;
  stopped_at: MaybeAt;
  alerts_done: Generated<number>;
  next_alert_at: MaybeAt;
}

export interface WaitingTable {
  complaint_id: string;
  line: number;
  kind: WaitingKind;
  part_id: string | null;
  agency_id: string;
  capabilities: string[];
  due_at: At;
}

export interface EntriesTable {
  complaint_id: string;
  id: string;
  kind: EntryKind;
  audience: EntryAudience;
  at: At;
  text: string;
  part_id: string | null;
  government_id: string | null;
  agency_id: string | null;
  author: string;
}

export interface HopsTable {
  complaint_id: string;
  id: string;
  part_id: string | null;
  kind: Hop['kind'];
  from_agency_id: string;
  to_agency_id: string;
  at: At;
  author: string;
  reason: string;
}

interface FileColumns {
  id: string;
  at: At;
  media_type: string;
  is_image: boolean;
  bytes: number;
  sha256: Uint8Array;
  store_key: string;
  thumbnail_key: string | null;
  width: number | null;
  height: number | null;
}

export interface FilesTable extends FileColumns {
  complaint_id: string;
  entry_id: string | null;
  author: string;
  is_proof: Generated<boolean>;
  released_to_offices: Generated<boolean>;
  released_to_public: Generated<boolean>;
}

export interface DraftFilesTable extends FileColumns {
  draft_id: string;
}

export type ComplaintTables = {
  'complaints.complaints': ComplaintsTable;
  'complaints.parts': PartsTable;
  'complaints.clocks': ClocksTable;
  'complaints.waiting': WaitingTable;
  'complaints.entries': EntriesTable;
  'complaints.hops': HopsTable;
  'complaints.files': FilesTable;
  'complaints.receipts': { complaint_id: string; code_hash: Uint8Array; confirmed_at: MaybeAt; last_seen_at: MaybeAt };
  'complaints.submissions': { key_hash: Uint8Array; content_hash: Uint8Array; complaint_id: string; at: At };
  'complaints.drafts': { id: string; sealed: Uint8Array; updated_at: At; expires_at: At };
  'complaints.draft_files': DraftFilesTable;
};
