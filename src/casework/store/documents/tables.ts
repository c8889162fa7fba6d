/** The shape of db/migrations/0021-case-documents.sql. */
import type { ColumnType } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { DocumentState } from '../../rules/documents/document.transitions.ts';
import type { AddresseeKind, DeliveryWay, SubjectKind } from '../../rules/documents/document.ts';
import type { DocumentKind } from '../../rules/documents/kinds.ts';
import type { LetterContent } from '../../rules/documents/letter-content.ts';

type At = ColumnType<Moment, string, never>;
type Changed = ColumnType<Moment, string, string>;
type MaybeAt = ColumnType<Moment | null, string | null, string | null>;

export type DocumentTables = {
  'casework.documents': {
    subject_id: string;
    id: string;
    subject_kind: SubjectKind;
    direction: 'out' | 'in';
    kind: DocumentKind | 'answer';
    state: DocumentState;
    revision: number;
    office_id: string;
    template_version: number;
    fields: ColumnType<Readonly<Record<string, string>>, string, string>;
    based_on_id: string | null;
    replaces_id: string | null;
    part_id: string | null;
    drafted_by: string;
    drafted_at: At;
    edited_by: string;
    edited_at: Changed;
    reviewed_by: string | null;
    reviewed_at: MaybeAt;
    series: string | null;
    year: number | null;
    serial: number | null;
    number: string | null;
    numbered_at: MaybeAt;
    sealed_by: string | null;
    content: ColumnType<LetterContent | null, string | null, string | null>;
    sealed_at: MaybeAt;
    pdf_key: string | null;
    pdf_bytes: number | null;
    pdf_sha256: string | null;
    received_at: MaybeAt;
  };
  'casework.document_recipients': {
    subject_id: string;
    document_id: string;
    no: number;
    kind: AddresseeKind;
    agency_id: string | null;
    agency_path: string[];
    position: string;
    person_id: string | null;
    name: string;
  };
  'casework.document_deliveries': {
    subject_id: string;
    document_id: string;
    recipient_no: number;
    attempt: number;
    way: DeliveryWay;
    sent_at: At;
    sent_by: string;
    outcome: 'received' | 'returned' | null;
    how: 'opened' | 'recorded' | null;
    outcome_at: MaybeAt;
    outcome_by: string | null;
    reason: string | null;
  };
  'casework.document_inbox': {
    reader_id: string;
    sent_at: At;
    document_id: string;
    subject_id: string;
    recipient_no: number;
  };
  'casework.document_files': {
    subject_id: string;
    id: string;
    document_id: string;
    purpose: 'answer' | 'slip';
    media_type: string;
    extension: string;
    bytes: number;
    sha256: string;
    file_key: string;
    thumbnail_key: string | null;
    added_by: string;
    added_at: At;
  };
};
