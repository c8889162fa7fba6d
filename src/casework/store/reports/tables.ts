/** The tables of db/migrations/0027-case-reports.sql. */
import type { ColumnType } from 'kysely';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Choice, RedactionBasis, VariantAudience } from '../../rules/reports/variant.ts';
import type { WorkGroup } from '../../rules/reports/work-groups.ts';
import type { WorkReportState } from '../../rules/reports/work-report.transitions.ts';
import type { StatementKind } from '../../rules/reports/work-report.ts';
import type { NoteHeading, YearNotesState } from '../../rules/reports/year-notes.ts';

type Timestamp = ColumnType<Moment, string, string>;
type MaybeTimestamp = ColumnType<Moment | null, string | null, string | null>;
type DateColumn = ColumnType<Day, string, string>;

/** A type, not an interface: Kysely wants an index signature. */
export type CaseReportTables = {
  'casework.variants': {
    case_id: string;
    id: string;
    title: string;
    audience: VariantAudience;
    made_by: string;
    created_at: Timestamp;
  };
  'casework.variant_choices': {
    case_id: string;
    variant_id: string;
    piece_key: string;
    choice: Choice;
    reason: string;
    basis: RedactionBasis | null;
    by_id: string;
    at: Timestamp;
    original_sha256: Buffer | null;
    store_key: string | null;
    media_type: string | null;
    bytes: number | null;
    sha256: Buffer | null;
    made_how: 'passages' | 'uploaded' | null;
    passages: number | null;
  };
  'casework.bundles': {
    case_id: string;
    id: string;
    variant_id: string | null;
    form: 'zip' | 'pdf';
    pieces: number;
    bytes: number;
    made_by: string;
    at: Timestamp;
  };
  'casework.work_reports': {
    id: string;
    office_id: string;
    person_id: string;
    month: DateColumn;
    state: WorkReportState;
    version: number;
    remarks: string;
    due_at: Timestamp;
    submitted_at: MaybeTimestamp;
    return_reason: string | null;
  };
  'casework.work_statements': {
    report_id: string;
    id: string;
    kind: StatementKind;
    work_group: WorkGroup;
    day: DateColumn;
    text: string;
  };
  'casework.work_report_steps': {
    report_id: string;
    line: number;
    action: 'submit' | 'accept' | 'return' | 'reopen';
    at: Timestamp;
    by_id: string;
    reason: string;
    content: ColumnType<{ recorded: number; statements: number; digest: string }, string, never>;
  };
  'casework.year_notes': {
    office_id: string;
    year: number;
    state: YearNotesState;
    version: number;
    figures: ColumnType<unknown, string | null, string | null>;
    approved_by: string | null;
    approved_at: MaybeTimestamp;
    published_at: MaybeTimestamp;
  };
  'casework.year_note_texts': {
    office_id: string;
    year: number;
    heading: NoteHeading;
    text: string;
  };
  'casework.year_note_appreciations': {
    office_id: string;
    year: number;
    id: string;
    kind: 'agency' | 'officer';
    agency_id: string | null;
    person_id: string | null;
    reason: string;
    rests_on: ColumnType<Readonly<Record<string, number>>, string, never>;
  };
};
