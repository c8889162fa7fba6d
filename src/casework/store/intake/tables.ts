/** The tables of db/migrations/0026-case-intake.sql that lie in the schema `casework`, as Kysely sees them. */
import type { ColumnType } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';

type At = ColumnType<Moment, string, string>;
type MaybeAt = ColumnType<Moment | null, string | null, string | null>;

export interface IntakesTable {
  case_id: string;
  complained: boolean | null;
  complained_how: string | null;
  before_court: boolean | null;
  reported_before: boolean | null;
  respondent_named: string | null;
  place: string | null;
  rapid_reason: string | null;
  advice: string | null;
  consent_version: string | null;
  consent_language: Language | null;
  consent_text: string | null;
  consented_at: MaybeAt;
}

export type IntakeTables = {
  'casework.intake_drafts': { id: string; sealed: Uint8Array; file_keys: string[]; updated_at: At; expires_at: At };
  'casework.submissions': { key_hash: Uint8Array; case_id: string; at: At };
  'casework.receipts': {
    case_id: string;
    tracking_number: string;
    code_hash: Uint8Array;
    confirmed_at: MaybeAt;
    last_seen_at: MaybeAt;
  };
  'casework.intakes': IntakesTable;
  'casework.carried_over': { case_id: string; complaint_id: string; snapshot: string; digest: Uint8Array; at: At };
};
