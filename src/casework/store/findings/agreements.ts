/** Agreements with their versions, promises and consents. */
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Agreement, AgreementPromise, AgreementState, Consent } from '../../rules/findings/agreement.ts';
import type { SessionWay } from '../../rules/findings/session.ts';
import type { FindingsTables } from './tables.ts';

const tables = (db: Db | Tx) => (db as Db).withTables<FindingsTables>();

/** In the order they were begun. */
export async function agreementsOf(db: Db | Tx, caseId: string): Promise<Agreement[]> {
  const rows = await tables(db)
    .selectFrom('casework.agreements')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('begun_at')
    .execute();
  if (rows.length === 0) return [];
  const versions = await tables(db)
    .selectFrom('casework.agreement_versions')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('no')
    .execute();
  const promises = await tables(db)
    .selectFrom('casework.agreement_promises')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('no')
    .execute();
  const consents = await tables(db)
    .selectFrom('casework.agreement_consents')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    way: row.way,
    state: row.state,
    begunAt: row.begun_at,
    agreedAt: row.agreed_at,
    documentId: row.document_id,
    reason: row.reason,
    versions: versions
      .filter((one) => one.agreement_id === row.id)
      .map((one) => ({
        no: one.no,
        text: one.text,
        writtenAt: one.written_at,
        promises: promises
          .filter((each) => each.agreement_id === row.id && each.version_no === one.no)
          .map((each) => ({
            id: each.id,
            no: each.no,
            side: each.side,
            text: each.text,
            dueOn: each.due_on,
            verdict: each.verdict,
            evidence: each.evidence,
          })),
      })),
    consents: consents.filter((one) => one.agreement_id === row.id).map(toConsent),
  }));
}

function toConsent(row: {
  version_no: number;
  party: string;
  how: Consent['how'];
  at: Moment;
  note: string;
  file_key: string | null;
  file_media_type: string | null;
  file_extension: string | null;
  file_bytes: number | null;
  file_sha256: string | null;
}): Consent {
  const { file_key: key, file_media_type: mediaType, file_extension: extension, file_bytes: bytes, file_sha256: sha256 } = row;
  const isWhole = key !== null && mediaType !== null && extension !== null && bytes !== null && sha256 !== null;
  return {
    versionNo: row.version_no,
    party: row.party,
    how: row.how,
    at: row.at,
    note: row.note,
    scan: isWhole ? { key, mediaType, extension, bytes, sha256 } : null,
  };
}

export async function insertAgreement(
  tx: Tx,
  agreement: { readonly caseId: string; readonly id: string; readonly way: SessionWay; readonly at: Moment },
): Promise<void> {
  await tables(tx)
    .insertInto('casework.agreements')
    .values({
      case_id: agreement.caseId,
      id: agreement.id,
      way: agreement.way,
      state: 'negotiating',
      begun_at: agreement.at.toString(),
    })
    .execute();
}

export async function insertVersion(
  tx: Tx,
  agreement: Pick<Agreement, 'caseId' | 'id'>,
  version: {
    readonly no: number;
    readonly text: string;
    readonly promises: readonly {
      readonly id: string;
      readonly side: 'reporter' | 'respondent';
      readonly text: string;
      readonly dueOn: Day;
    }[];
    readonly by: string;
    readonly at: Moment;
  },
): Promise<void> {
  const key = { case_id: agreement.caseId, agreement_id: agreement.id };
  await tables(tx)
    .insertInto('casework.agreement_versions')
    .values({ ...key, no: version.no, text: version.text, written_by: version.by, written_at: version.at.toString() })
    .execute();
  if (version.promises.length === 0) return;
  await tables(tx)
    .insertInto('casework.agreement_promises')
    .values(
      version.promises.map((promise, index) => ({
        ...key,
        version_no: version.no,
        id: promise.id,
        no: index + 1,
        side: promise.side,
        text: promise.text,
        due_on: promise.dueOn.toString(),
      })),
    )
    .execute();
}

export async function insertConsent(
  tx: Tx,
  agreement: Pick<Agreement, 'caseId' | 'id'>,
  consent: Consent,
  recordedBy: string,
): Promise<void> {
  await tables(tx)
    .insertInto('casework.agreement_consents')
    .values({
      case_id: agreement.caseId,
      agreement_id: agreement.id,
      version_no: consent.versionNo,
      party: consent.party,
      how: consent.how,
      at: consent.at.toString(),
      recorded_by: recordedBy,
      note: consent.note,
      file_key: consent.scan?.key ?? null,
      file_media_type: consent.scan?.mediaType ?? null,
      file_extension: consent.scan?.extension ?? null,
      file_bytes: consent.scan?.bytes ?? null,
      file_sha256: consent.scan?.sha256 ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function saveAgreement(
  tx: Tx,
  agreement: Pick<Agreement, 'caseId' | 'id'>,
  given: {
    readonly state: AgreementState;
    readonly agreedAt?: Moment;
    readonly documentId?: string;
    readonly reason?: string;
  },
): Promise<void> {
  await tables(tx)
    .updateTable('casework.agreements')
    .set({
      state: given.state,
      ...(given.agreedAt ? { agreed_at: given.agreedAt.toString() } : {}),
      ...(given.documentId ? { document_id: given.documentId } : {}),
      ...(given.reason ? { reason: given.reason } : {}),
    })
    .where('case_id', '=', agreement.caseId)
    .where('id', '=', agreement.id)
    .execute();
}

/** A promise by its own id: whose it is, and whether it was judged. */
export async function promiseById(
  db: Db | Tx,
  caseId: string,
  id: string,
): Promise<Pick<AgreementPromise, 'side' | 'verdict'> | undefined> {
  return tables(db)
    .selectFrom('casework.agreement_promises')
    .select(['side', 'verdict'])
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function judgePromise(
  tx: Tx,
  agreement: Pick<Agreement, 'caseId' | 'id'>,
  versionNo: number,
  no: number,
  judged: { readonly verdict: 'kept' | 'not-kept'; readonly evidence: string; readonly by: string; readonly at: Moment },
): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('casework.agreement_promises')
    .set({ verdict: judged.verdict, evidence: judged.evidence, judged_by: judged.by, judged_at: judged.at.toString() })
    .where('case_id', '=', agreement.caseId)
    .where('agreement_id', '=', agreement.id)
    .where('version_no', '=', versionNo)
    .where('no', '=', no)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
