import type { ColumnType } from 'kysely';
import type { Day, Moment, Zone } from '../../kernel/time.ts';
import type { AgencyKind } from '../rules/agency.ts';
import type { Reach } from '../rules/category.ts';
import type { PositionKind } from '../rules/positions.ts';
import type { RegionKind, RegionLevel } from '../rules/region.ts';

type DayColumn = ColumnType<Day, string, string>;
type MaybeDay = ColumnType<Day | null, string | null, string | null>;
type MomentColumn = ColumnType<Moment, string, string>;

export interface RegionRow {
  code: string;
  level: RegionLevel;
  kind: RegionKind;
  name: string;
  parent_code: string | null;
  zone: Zone;
  search: ColumnType<never, string, string>;
  valid_from: MaybeDay;
  valid_until: MaybeDay;
}

export interface AgencyRow {
  id: string;
  code: string;
  kind: AgencyKind;
  name: string;
  short_name: string;
  parent_id: string | null;
  government_id: string;
  path: string[];
  region_code: string | null;
  functions: string[];
  is_coordinator_desk: boolean;
  name_confirmed: boolean;
  name_note: string | null;
  kept_by: 'reference' | 'people';
  search: ColumnType<never, string, string>;
  valid_from: MaybeDay;
  valid_until: MaybeDay;
}

export interface CategoryRow {
  code: string;
  parent_code: string | null;
  label_id: string;
  label_en: string;
  rank: number;
  valid_from: MaybeDay;
  valid_until: MaybeDay;
  note: string | null;
}

export interface CompetenceRow {
  category_code: string;
  rank: number;
  reach: Reach;
  office: string | null;
  reason_id: string;
  reason_en: string;
}

export interface PersonRow {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  is_example: ColumnType<boolean, boolean | undefined, boolean>;
  created_at: MomentColumn;
}

export interface PositionRow {
  id: string;
  person_id: string;
  kind: PositionKind;
  agency_id: string;
  decree_number: string;
  decree_on: DayColumn;
  starts_on: DayColumn;
  ends_on: ColumnType<Day | null, string | null | undefined, string | null>;
  end_reason: string | null;
  successor_id: string | null;
  handed_over_at: ColumnType<Moment | null, string | null | undefined, string | null>;
  created_at: MomentColumn;
}

export interface ChangeRow {
  id: string;
  rank: ColumnType<number, never, never>;
  at: MomentColumn;
  actor: string;
  subject_kind: 'person' | 'position' | 'agency';
  subject_id: string;
  what: ChangeKind;
  why: string;
  details: ColumnType<Readonly<Record<string, unknown>>, string, never>;
}

export type ChangeKind = 'invited' | 'appointed' | 'ended' | 'handed-over' | 'opened' | 'changed' | 'closed';

export type DirectoryTables = {
  'directory.regions': RegionRow;
  'directory.agencies': AgencyRow;
  'directory.service_areas': { agency_id: string; region_code: string };
  'directory.categories': CategoryRow;
  'directory.competences': CompetenceRow;
  'directory.people': PersonRow;
  'directory.positions': PositionRow;
  'directory.changes': ChangeRow;
};
