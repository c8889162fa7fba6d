/** Tables of drafting and signing (0042). */
import type { ColumnType } from 'kysely';
import type { Zone } from '../../../kernel/time.ts';
import type { CeremonyItem } from '../../rules/signing/ceremony.ts';
import type { TextSection } from '../../rules/signing/text.ts';
import type { DateColumn, MaybeDate, MaybeTimestamp, Timestamp } from '../tables.ts';

type JsonOf<T> = ColumnType<T, string, string>;

export interface TextVersionsTable {
  agreement_id: string;
  no: number;
  sections: JsonOf<readonly TextSection[]>;
  changed: string[];
  author: string;
  at: Timestamp;
}

export interface TextCommentsTable {
  agreement_id: string;
  id: string;
  section: string;
  text_no: number;
  answers_to: string | null;
  body: string;
  author: string;
  agency_id: string;
  at: Timestamp;
  settled_by: string | null;
  settled_at: MaybeTimestamp;
}

export interface TextConsentsTable {
  agreement_id: string;
  text_no: number;
  party_id: string;
  person_id: string;
  at: Timestamp;
}

export interface SigningsTable {
  agreement_id: string;
  no: number;
  text_no: number;
  sections: JsonOf<readonly TextSection[]>;
  file_key: string;
  size: number;
  sha256: string;
  planned_on: MaybeDate;
  opened_by: string;
  opened_at: Timestamp;
  in_effect_at: MaybeTimestamp;
  closed_at: MaybeTimestamp;
  outcome: 'complete' | 'stopped' | null;
  reason: string | null;
}

export interface SignaturesTable {
  agreement_id: string;
  signing_no: number;
  ordinal: number;
  signatory_id: string;
  person_id: string;
  file_key: string;
  size: number;
  sha256: string;
  at: Timestamp;
}

export interface DeclinesTable {
  agreement_id: string;
  signing_no: number;
  signatory_id: string;
  at: Timestamp;
  reason: string;
}

export type PaperOutcome = 'confirmed' | 'rejected' | 'void';

export interface PaperSignaturesTable {
  agreement_id: string;
  signing_no: number;
  id: string;
  file_id: string;
  signatory_ids: string[];
  signed_on: DateColumn;
  uploaded_by: string;
  uploaded_at: Timestamp;
  judged_by: string | null;
  judged_at: MaybeTimestamp;
  outcome: PaperOutcome | null;
  reason: string | null;
}

export interface CeremoniesTable {
  id: string;
  version: number;
  keeper_id: string;
  keeper_path: string[];
  title: string;
  on_day: DateColumn;
  place: string;
  zone: Zone;
  items: JsonOf<readonly CeremonyItem[]>;
  press_words: string;
  published_at: MaybeTimestamp;
  created_by: string;
  created_at: Timestamp;
  updated_at: Timestamp;
  is_example: boolean;
}

export interface CeremonyAgreementsTable {
  ceremony_id: string;
  agreement_id: string;
  ordinal: number;
}

export type SigningTables = {
  'agreements.text_versions': TextVersionsTable;
  'agreements.text_comments': TextCommentsTable;
  'agreements.text_consents': TextConsentsTable;
  'agreements.signings': SigningsTable;
  'agreements.signatures': SignaturesTable;
  'agreements.declines': DeclinesTable;
  'agreements.paper_signatures': PaperSignaturesTable;
  'agreements.ceremonies': CeremoniesTable;
  'agreements.ceremony_agreements': CeremonyAgreementsTable;
};
