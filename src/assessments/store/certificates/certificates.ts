/** The register of certificates. */
import { type Selectable, sql } from 'kysely';
import { isUuid } from '../../../kernel/ids.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Certificate } from '../../rules/certificates/certificate.ts';
import type { CertificateTables } from './tables.ts';

type Row = Selectable<CertificateTables['assessments.certificates']>;

function toCertificate(row: Row): Certificate {
  const { pdf_key: key, pdf_bytes: bytes, pdf_sha256: sha256, twin, ended_by: by, ended_at: at, ended_reason: reason } = row;
  return {
    id: row.id,
    number: row.number,
    assessmentId: row.assessment_id,
    resultVersion: row.result_version,
    state: row.state,
    checkCode: row.check_code,
    content: row.content,
    issuedBy: row.issued_by,
    numberedAt: row.numbered_at,
    file: key === null || bytes === null || sha256 === null || twin === null ? null : { key, bytes, sha256, twin },
    replacesId: row.replaces_id,
    end: by === null || at === null || reason === null ? null : { by, at, reason },
  };
}

const certificates = (db: Db | Tx) => db.withTables<CertificateTables>().selectFrom('assessments.certificates').selectAll();

export async function certificateById(db: Db | Tx, id: string): Promise<Certificate | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await certificates(db).where('id', '=', id).executeTakeFirst();
  return row && toCertificate(row);
}

export async function certificateByNumber(db: Db, number: string): Promise<Certificate | undefined> {
  const row = await certificates(db).where('number', '=', number).executeTakeFirst();
  return row && toCertificate(row);
}

/** The certificate whose file has this digest (SHA-256, hexadecimal). */
export async function certificateByDigest(db: Db, sha256: string): Promise<Certificate | undefined> {
  const row = await certificates(db).where('pdf_sha256', '=', sha256).executeTakeFirst();
  return row && toCertificate(row);
}

/** The one that took the place of another. */
export async function successorOf(db: Db, id: string): Promise<Certificate | undefined> {
  const row = await certificates(db).where('replaces_id', '=', id).executeTakeFirst();
  return row && toCertificate(row);
}

/** All certificates of an assessment, the newest first: all are of one year, so their count tells. */
export async function certificatesOf(db: Db | Tx, assessmentId: string): Promise<readonly Certificate[]> {
  const rows = await certificates(db).where('assessment_id', '=', assessmentId).orderBy('seq', 'desc').execute();
  return rows.map(toCertificate);
}

/** The one that is valid or being made, if there is one. */
export async function aliveOf(tx: Tx, assessmentId: string): Promise<Certificate | undefined> {
  const row = await certificates(tx)
    .where('assessment_id', '=', assessmentId)
    .where('state', 'in', ['in-making', 'valid'])
    .executeTakeFirst();
  return row && toCertificate(row);
}

/**
 * The next number of a year. The row stays locked until the transaction ends, so numbers follow one another without gaps: keep it short,
 * and insert the certificate in the same transaction.
 */
export async function nextNumber(tx: Tx, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    INSERT INTO assessments.certificate_numbers AS n (year, last) VALUES (${year}, 1)
    ON CONFLICT (year) DO UPDATE SET last = n.last + 1
    RETURNING last`.execute(tx);
  return (rows[0] as { last: number }).last;
}

export type NewCertificate = Pick<
  Certificate,
  'id' | 'number' | 'assessmentId' | 'resultVersion' | 'checkCode' | 'content' | 'issuedBy' | 'numberedAt' | 'replacesId'
> & { readonly year: number; readonly seq: number };

export async function insertCertificate(tx: Tx, one: NewCertificate): Promise<void> {
  await tx
    .withTables<CertificateTables>()
    .insertInto('assessments.certificates')
    .values({
      id: one.id,
      year: one.year,
      seq: one.seq,
      number: one.number,
      assessment_id: one.assessmentId,
      result_version: one.resultVersion,
      state: 'in-making',
      check_code: one.checkCode,
      content: JSON.stringify(one.content),
      issued_by: one.issuedBy,
      numbered_at: one.numberedAt.toString(),
      replaces_id: one.replacesId,
    })
    .execute();
}

/** @returns `false` when somebody else has made its file meanwhile */
export async function saveMade(tx: Tx, id: string, file: NonNullable<Certificate['file']>, at: Moment): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .withTables<CertificateTables>()
    .updateTable('assessments.certificates')
    .set({
      state: 'valid',
      issued_at: at.toString(),
      pdf_key: file.key,
      pdf_bytes: file.bytes,
      pdf_sha256: file.sha256,
      twin: file.twin,
    })
    .where('id', '=', id)
    .where('state', '=', 'in-making')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns `false` when it was not valid any more */
export async function saveEnd(
  tx: Tx,
  id: string,
  state: 'revoked' | 'replaced',
  end: NonNullable<Certificate['end']>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .withTables<CertificateTables>()
    .updateTable('assessments.certificates')
    .set({ state, ended_by: end.by, ended_at: end.at.toString(), ended_reason: end.reason })
    .where('id', '=', id)
    .where('state', '=', 'valid')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
