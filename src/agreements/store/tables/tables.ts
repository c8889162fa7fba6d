/** The shape of the tables of the exchange (db/migrations/0044-agreement-tables.sql). */
import type { ColumnType } from 'kysely';
import type { RawCell } from '../../rules/tables/cells.ts';
import type { Cells, ColumnCode } from '../../rules/tables/columns.ts';
import type { MaybeTimestamp, Timestamp } from '../tables.ts';

export interface LineBasesTable {
  agreement_id: string;
  line_id: string;
  version: number;
  cells: ColumnType<Cells, string, never>;
}

export type ImportFormat = 'csv' | 'xlsx';
export type ImportState = 'open' | 'accepted' | 'discarded';

export interface ImportsTable {
  agreement_id: string;
  id: string;
  person_id: string;
  format: ImportFormat;
  sha256: string;
  size: number;
  file_key: string | null;
  state: ImportState;
  rows: number;
  ignored: string[];
  changed: ColumnType<number, number | undefined, number>;
  added: ColumnType<number, number | undefined, number>;
  reported: ColumnType<number, number | undefined, number>;
  received_at: Timestamp;
  ended_at: MaybeTimestamp;
}

type RowCells = Readonly<Partial<Record<ColumnCode, RawCell>>>;

export interface ImportRowsTable {
  agreement_id: string;
  import_id: string;
  row: number;
  cells: ColumnType<RowCells | null, string, string | null>;
  line_id: string | null;
  kept: ColumnType<Cells, string | undefined, string>;
}

export type ExchangeTables = {
  'agreements.line_bases': LineBasesTable;
  'agreements.plan_imports': ImportsTable;
  'agreements.plan_import_rows': ImportRowsTable;
};
