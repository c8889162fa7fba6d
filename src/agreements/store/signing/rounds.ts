/** Rounds of signing, the chain of sealed files of each, declined ones and papers. */
import type { Selectable } from 'kysely';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { TextSection } from '../../rules/signing/text.ts';
import type { PaperOutcome, PaperSignaturesTable, SigningsTable, SigningTables } from './tables.ts';

export interface Round {
  readonly agreementId: string;
  readonly no: number;
  readonly textNo: number;
  /** The text as it is signed. */
  readonly sections: readonly TextSection[];
  readonly file: SealedFile;
  readonly plannedOn: Day | null;
  readonly openedBy: string;
  readonly openedAt: Moment;
  readonly inEffectAt: Moment | null;
  readonly closedAt: Moment | null;
  readonly outcome: 'complete' | 'stopped' | null;
  readonly reason: string | null;
}

export interface SealedFile {
  readonly key: string;
  readonly size: number;
  readonly sha256: string;
}

export interface Signature {
  readonly ordinal: number;
  readonly signatoryId: string;
  readonly personId: string;
  readonly file: SealedFile;
  readonly at: Moment;
}

export interface Paper {
  readonly id: string;
  readonly fileId: string;
  readonly signingNo: number;
  readonly signatoryIds: readonly string[];
  readonly signedOn: Day;
  readonly uploadedBy: string;
  readonly uploadedAt: Moment;
  readonly judgedBy: string | null;
  readonly judgedAt: Moment | null;
  readonly outcome: PaperOutcome | null;
  readonly reason: string | null;
}

export interface Decline {
  readonly signatoryId: string;
  readonly at: Moment;
  readonly reason: string;
}

const tables = (db: Db | Tx) => db.withTables<SigningTables>();

/** The newest round, open or closed. */
export async function lastRound(db: Db | Tx, agreementId: string): Promise<Round | undefined> {
  const row = await tables(db)
    .selectFrom('agreements.signings')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toRound(row);
}

export async function roundsOf(db: Db | Tx, agreementId: string): Promise<readonly Round[]> {
  const rows = await tables(db)
    .selectFrom('agreements.signings')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('no')
    .execute();
  return rows.map(toRound);
}

export async function insertRound(tx: Tx, round: Round): Promise<void> {
  await tables(tx)
    .insertInto('agreements.signings')
    .values({
      ...{ agreement_id: round.agreementId, no: round.no, text_no: round.textNo, sections: JSON.stringify(round.sections) },
      ...{ file_key: round.file.key, size: round.file.size, sha256: round.file.sha256 },
      ...{ planned_on: round.plannedOn?.toString() ?? null, opened_by: round.openedBy, opened_at: round.openedAt.toString() },
      ...{ in_effect_at: null, closed_at: null, outcome: null, reason: null },
    })
    .execute();
}

export async function closeRound(
  tx: Tx,
  agreementId: string,
  no: number,
  end: { readonly outcome: 'complete' | 'stopped'; readonly at: Moment; readonly reason?: string },
): Promise<void> {
  await tables(tx)
    .updateTable('agreements.signings')
    .set({ closed_at: end.at.toString(), outcome: end.outcome, reason: end.reason ?? null })
    .where('agreement_id', '=', agreementId)
    .where('no', '=', no)
    .execute();
}

export async function markInEffect(tx: Tx, agreementId: string, no: number, at: Moment): Promise<void> {
  await tables(tx)
    .updateTable('agreements.signings')
    .set({ in_effect_at: at.toString() })
    .where('agreement_id', '=', agreementId)
    .where('no', '=', no)
    .execute();
}

/** Signatures given in the application in a round, the first one first. */
export async function signaturesOf(db: Db | Tx, agreementId: string, signingNo: number): Promise<readonly Signature[]> {
  const rows = await tables(db)
    .selectFrom('agreements.signatures')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('signing_no', '=', signingNo)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    ...{ ordinal: row.ordinal, signatoryId: row.signatory_id, personId: row.person_id, at: row.at },
    file: { key: row.file_key, size: row.size, sha256: row.sha256 },
  }));
}

export async function insertSignature(tx: Tx, round: Pick<Round, 'agreementId' | 'no'>, signature: Signature): Promise<void> {
  await tables(tx)
    .insertInto('agreements.signatures')
    .values({
      ...{ agreement_id: round.agreementId, signing_no: round.no, ordinal: signature.ordinal },
      ...{ signatory_id: signature.signatoryId, person_id: signature.personId, at: signature.at.toString() },
      ...{ file_key: signature.file.key, size: signature.file.size, sha256: signature.file.sha256 },
    })
    .execute();
}

export async function insertDecline(tx: Tx, round: Pick<Round, 'agreementId' | 'no'>, decline: Decline): Promise<void> {
  await tables(tx)
    .insertInto('agreements.declines')
    .values({
      ...{ agreement_id: round.agreementId, signing_no: round.no, signatory_id: decline.signatoryId },
      ...{ at: decline.at.toString(), reason: decline.reason },
    })
    .execute();
}

export async function declinesOf(db: Db | Tx, agreementId: string, signingNo: number): Promise<readonly Decline[]> {
  const rows = await tables(db)
    .selectFrom('agreements.declines')
    .select(['signatory_id', 'at', 'reason'])
    .where('agreement_id', '=', agreementId)
    .where('signing_no', '=', signingNo)
    .orderBy('at')
    .execute();
  return rows.map(({ signatory_id, at, reason }) => ({ signatoryId: signatory_id, at, reason }));
}

/** Papers of a round in the order they came, judged ones too. */
export async function papersOf(db: Db | Tx, agreementId: string, signingNo?: number): Promise<readonly Paper[]> {
  let query = tables(db).selectFrom('agreements.paper_signatures').selectAll().where('agreement_id', '=', agreementId);
  if (signingNo !== undefined) query = query.where('signing_no', '=', signingNo);
  return (await query.orderBy('id').execute()).map(toPaper);
}

export async function insertPaper(tx: Tx, agreementId: string, paper: Paper): Promise<void> {
  await tables(tx)
    .insertInto('agreements.paper_signatures')
    .values({
      ...{ agreement_id: agreementId, signing_no: paper.signingNo, id: paper.id, file_id: paper.fileId },
      ...{ signatory_ids: [...paper.signatoryIds], signed_on: paper.signedOn.toString(), uploaded_by: paper.uploadedBy },
      ...{ uploaded_at: paper.uploadedAt.toString(), judged_by: null, judged_at: null, outcome: null, reason: null },
    })
    .execute();
}

export async function judgePaper(
  tx: Tx,
  agreementId: string,
  id: string,
  verdict: { readonly outcome: PaperOutcome; readonly personId: string; readonly at: Moment; readonly reason?: string },
): Promise<void> {
  await tables(tx)
    .updateTable('agreements.paper_signatures')
    .set({
      ...{ judged_by: verdict.personId, judged_at: verdict.at.toString(), outcome: verdict.outcome },
      reason: verdict.reason ?? null,
    })
    .where('agreement_id', '=', agreementId)
    .where('id', '=', id)
    .execute();
}

function toRound(row: Selectable<SigningsTable>): Round {
  return {
    ...{ agreementId: row.agreement_id, no: row.no, textNo: row.text_no, sections: row.sections },
    file: { key: row.file_key, size: row.size, sha256: row.sha256 },
    ...{ plannedOn: row.planned_on, openedBy: row.opened_by, openedAt: row.opened_at, inEffectAt: row.in_effect_at },
    ...{ closedAt: row.closed_at, outcome: row.outcome, reason: row.reason },
  };
}

function toPaper(row: Selectable<PaperSignaturesTable>): Paper {
  return {
    ...{ id: row.id, fileId: row.file_id, signingNo: row.signing_no, signatoryIds: row.signatory_ids },
    ...{ signedOn: row.signed_on, uploadedBy: row.uploaded_by, uploadedAt: row.uploaded_at },
    ...{ judgedBy: row.judged_by, judgedAt: row.judged_at, outcome: row.outcome, reason: row.reason },
  };
}
