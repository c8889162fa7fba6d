/** The shape of the tables of db/migrations/0048-grants.sql. */
import type { ColumnType } from 'kysely';
import type { DataField, Personal } from '../../rules/grants/data-sets.ts';
import type { GrantState } from '../../rules/grants/grant.transitions.ts';
import type { Afterwards, Frequency, LegalBasisCode, Purpose } from '../../rules/grants/terms.ts';
import type { DateColumn, MaybeDate, MaybeTimestamp, Timestamp } from '../tables.ts';

export interface GrantsTable {
  id: string;
  agreement_id: string;
  ordinal: number;
  version: number;
  state: GrantState;
  purpose: Purpose;
  purpose_text: string;
  data_set: string;
  data_set_name: string;
  fields: ColumnType<readonly DataField[], string, string>;
  field_codes: string[];
  personal: Personal;
  giver_party_id: string;
  giver_agency_id: string;
  starts_on: DateColumn;
  until_on: DateColumn;
  frequency: Frequency;
  legal_basis: LegalBasisCode;
  basis_note: string;
  retention_months: number;
  afterwards: Afterwards;
  safeguards: string;
  impact_assessment: string;
  preparing_party_id: string;
  offers: number;
  created_by: string | null;
  created_at: Timestamp;
  offered_at: MaybeTimestamp;
  agreed_at: MaybeTimestamp;
  ended_on: MaybeDate;
  end_reason: string | null;
  returned_reason: string | null;
  is_example: boolean;
}

export interface GrantRecipientsTable {
  grant_id: string;
  ordinal: number;
  agreement_id: string;
  party_id: string;
  agency_id: string | null;
  name: string;
}

export interface GrantConsentsTable {
  grant_id: string;
  agreement_id: string;
  party_id: string;
  offer: number;
  person_id: string;
  at: Timestamp;
}

export type GrantTables = {
  'agreements.grants': GrantsTable;
  'agreements.grant_recipients': GrantRecipientsTable;
  'agreements.grant_consents': GrantConsentsTable;
};
