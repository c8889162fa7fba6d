/** The tables of the schema `services` (db/migrations/0012-services.sql), as Kysely sees them. */
import type { ColumnType } from 'kysely';
import type { Day, Moment } from '../../kernel/time.ts';
import type { ServiceField } from '../rules/fields.ts';
import type { KeptScan } from '../rules/scan.ts';
import type { ServiceChannel, VersionState } from '../rules/service.ts';
import type { Standard } from '../rules/standard.ts';

type At = ColumnType<Moment, string, string>;
type MaybeAt = ColumnType<Moment | null, string | null, string | null>;
type MaybeDay = ColumnType<Day | null, string | null, string | null>;
type DayColumn = ColumnType<Day, string, string>;
/** Written as JSON text, read as a value. */
type Json<T> = ColumnType<T, string, string>;
type MaybeJson<T> = ColumnType<T | null, string | null, string | null>;

export interface ServicesTable {
  id: string;
  number: string;
  agency_id: string;
  agency_path: string[];
  government_id: string;
  region_code: string | null;
  name_key: string;
  created_at: At;
}

export interface VersionsTable {
  service_id: string;
  version: number;
  state: VersionState;
  name: string;
  field: ServiceField;
  channel: ServiceChannel;
  online_address: string;
  decree_number: string;
  decree_on: MaybeDay;
  owner_position: string;
  standard: Json<Standard>;
  stated: number;
  stated_delivery: number;
  missing: string[];
  valid_from: MaybeDay;
  withdrawn_on: MaybeDay;
  withdrawn_reason: ColumnType<string, string | undefined, string>;
  note: string;
  published_at: MaybeAt;
  revision: number;
  updated_at: At;
  search: string;
  words: ColumnType<unknown, never, never>;
}

export interface ChartersTable {
  id: string;
  agency_id: string;
  agency_path: string[];
  version: number;
  state: VersionState;
  body: string;
  signatory_name: string;
  signatory_position: string;
  signed_on: MaybeDay;
  valid_from: MaybeDay;
  withdrawn_on: MaybeDay;
  withdrawn_reason: ColumnType<string, string | undefined, string>;
  file: MaybeJson<KeptScan>;
  published_at: MaybeAt;
  revision: number;
  updated_at: At;
}

export interface ProceduresTable {
  id: string;
  version: number;
  agency_id: string;
  agency_path: string[];
  number: string;
  title: string;
  owner_position: string;
  effective_on: DayColumn;
  review_on: DayColumn;
  service_id: string | null;
  file: MaybeJson<KeptScan>;
  is_latest: boolean;
  is_retired: ColumnType<boolean, boolean | undefined, boolean>;
  revision: number;
  updated_at: At;
}

export interface ImportsTable {
  id: string;
  person_id: string;
  sha256: string;
  store_key: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  rows: number;
  done: ColumnType<number, number | undefined, number>;
  created: ColumnType<number, number | undefined, number>;
  changed: ColumnType<number, number | undefined, number>;
  unchanged: ColumnType<number, number | undefined, number>;
  problem: string | null;
  asked_at: At;
  ended_at: ColumnType<Moment | null, string | null | undefined, string | null>;
}

export type ServiceTables = {
  'services.services': ServicesTable;
  'services.versions': VersionsTable;
  'services.charters': ChartersTable;
  'services.procedures': ProceduresTable;
  'services.imports': ImportsTable;
};
