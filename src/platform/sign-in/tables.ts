import { type ColumnType, type Generated, type RawBuilder, sql } from 'kysely';
import type { Language } from '../../kernel/language.ts';
import type { Day, Moment } from '../../kernel/time.ts';
import type { Db } from '../database/database.ts';

type Instant = ColumnType<Moment, string, string>;
type MaybeInstant = ColumnType<Moment | null, string | null | undefined, string | null>;

/** The tables of the schema `sign_in`; what each is for stands in `db/migrations/0004-sign-in.sql`. */
export type SignInTables = {
  'sign_in.accounts': {
    person_id: string;
    email: string;
    password_hash: string;
    password_set_at: Instant;
    totp_secret: Buffer;
    totp_last_step: number;
    next_totp_secret: Buffer | null;
    next_totp_until: MaybeInstant;
    is_example: Generated<boolean>;
    language: Generated<Language>;
    created_at: Instant;
    closed_at: MaybeInstant;
  };
  'sign_in.example_accounts': {
    person_id: string;
    password: string;
    description_id: string;
    description_en: string;
    position: number;
  };
  'sign_in.backup_codes': {
    person_id: string;
    set_id: string;
    made_at: Instant;
    kept_at: MaybeInstant;
    used: Generated<number[]>;
  };
  'sign_in.challenges': { token_hash: Buffer; person_id: string; failures: Generated<number>; expires_at: Instant };
  'sign_in.sessions': {
    id: string;
    token_hash: Buffer;
    person_id: string;
    device: string | null;
    started_at: Instant;
    last_used_at: Instant;
    expires_at: Instant;
  };
  'sign_in.invitations': {
    id: string;
    person_id: string;
    email: string;
    invited_by: string | null;
    token_hash: Buffer;
    created_at: Instant;
    expires_at: Instant;
    password_hash: string | null;
    totp_secret: Buffer | null;
    accepted_at: MaybeInstant;
    withdrawn_at: MaybeInstant;
  };
  'sign_in.password_resets': {
    id: string;
    person_id: string;
    token_hash: Buffer;
    created_at: Instant;
    expires_at: Instant;
  };
  'sign_in.sign_in_days': { person_id: string; on_day: ColumnType<Day, string, string> };
  'sign_in.kept_forms': { id: string; visit_hash: Buffer; sealed: Buffer; expires_at: Instant };
};

/** The same connection or transaction, with this schema's tables in view. */
export function signInTables(db: Db) {
  return db.withTables<SignInTables>();
}

/** A moment to compare a column with: columns read as moments and are written as text. */
export function moment(at: Moment): RawBuilder<Moment> {
  return sql<Moment>`${at.toString()}::timestamptz`;
}
