/** The shape of casework.sections (db/migrations/0022-case-examination.sql). */
import type { ColumnType } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';

export type SectionTables = {
  'casework.sections': {
    subject_id: string;
    document: string;
    section: string;
    revision: number;
    subject_kind: 'case' | 'review';
    base_revision: number;
    text: string;
    is_aside: boolean;
    author: string;
    at: ColumnType<Moment, string, never>;
  };
};
