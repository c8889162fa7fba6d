import type { ColumnType } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { CertificateContent, CertificateState } from '../../rules/certificates/certificate.ts';
import type { CertificateTemplate } from '../../rules/certificates/template.ts';

type At = ColumnType<Moment, string, never>;
type MaybeAt = ColumnType<Moment | null, string | null, string | null>;

export type CertificateTables = {
  'assessments.certificate_templates': {
    year: number;
    category: string;
    version: number;
    body: ColumnType<Omit<CertificateTemplate, 'year' | 'category' | 'version'>, string, never>;
    decided_by: string;
    published_by: string;
    published_at: At;
  };
  'assessments.certificate_numbers': { year: number; last: number };
  'assessments.certificates': {
    id: string;
    year: number;
    seq: number;
    number: string;
    assessment_id: string;
    result_version: number;
    state: CertificateState;
    check_code: string;
    content: ColumnType<CertificateContent, string, never>;
    issued_by: string;
    numbered_at: At;
    issued_at: MaybeAt;
    pdf_key: string | null;
    pdf_bytes: number | null;
    pdf_sha256: string | null;
    twin: string | null;
    replaces_id: string | null;
    ended_by: string | null;
    ended_at: MaybeAt;
    ended_reason: string | null;
  };
  'assessments.certificate_batches': {
    id: string;
    round_id: string;
    asked_by: string;
    offices: string[] | null;
    total: number;
    done: number;
    started_at: At;
    moved_at: ColumnType<Moment, string, string>;
    ended_at: MaybeAt;
  };
};
