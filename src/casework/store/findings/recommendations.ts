/** Recommendations with their points. */
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Recommendation, RecommendationPoint, RecommendationText } from '../../rules/findings/recommendation.ts';
import type { FindingsTables } from './tables.ts';

const tables = (db: Db | Tx) => (db as Db).withTables<FindingsTables>();

/** The newest first. */
export async function recommendationsOf(db: Db | Tx, caseId: string): Promise<Recommendation[]> {
  const rows = await tables(db)
    .selectFrom('casework.recommendations')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('no', 'desc')
    .execute();
  if (rows.length === 0) return [];
  const points = await tables(db)
    .selectFrom('casework.recommendation_points')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('no')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    no: row.no,
    state: row.state,
    texts: { account: row.account, examined: row.examined, forms: row.forms, opinion: row.opinion, reasons: row.reasons },
    superiorAgencyId: row.superior_agency_id,
    superiorPosition: row.superior_position,
    documentId: row.document_id,
    content: row.content,
    editedBy: row.edited_by,
    signedAt: row.signed_at,
    receivedAt: row.received_at,
    revision: row.revision,
    points: points
      .filter((one) => one.recommendation_id === row.id)
      .map((one) => ({
        no: one.no,
        agencyId: one.agency_id,
        position: one.position,
        text: one.text,
        evidenceAsked: one.evidence_asked,
        obligationId: one.obligation_id,
      })),
  }));
}

export async function insertRecommendation(
  tx: Tx,
  one: {
    readonly caseId: string;
    readonly id: string;
    readonly no: number;
    readonly texts: Readonly<Record<RecommendationText, string>>;
    readonly superiorAgencyId: string | null;
    readonly superiorPosition: string;
    readonly by: string;
    readonly at: Moment;
  },
): Promise<void> {
  await tables(tx)
    .insertInto('casework.recommendations')
    .values({
      case_id: one.caseId,
      id: one.id,
      no: one.no,
      state: 'draft',
      ...one.texts,
      superior_agency_id: one.superiorAgencyId,
      superior_position: one.superiorPosition,
      edited_by: one.by,
      edited_at: one.at.toString(),
    })
    .execute();
}

const update = (tx: Tx, one: Pick<Recommendation, 'caseId' | 'id'>) =>
  tables(tx).updateTable('casework.recommendations').where('case_id', '=', one.caseId).where('id', '=', one.id);

export async function saveRecommendationTexts(
  tx: Tx,
  one: Recommendation,
  typed: {
    readonly texts: Readonly<Record<RecommendationText, string>>;
    readonly superiorAgencyId: string | null;
    readonly superiorPosition: string;
    readonly by: string;
    readonly at: Moment;
  },
): Promise<void> {
  await update(tx, one)
    .set((eb) => ({
      ...typed.texts,
      superior_agency_id: typed.superiorAgencyId,
      superior_position: typed.superiorPosition,
      edited_by: typed.by,
      edited_at: typed.at.toString(),
      revision: eb('revision', '+', 1),
    }))
    .execute();
}

export async function insertPoint(tx: Tx, one: Recommendation, point: RecommendationPoint): Promise<void> {
  await tables(tx)
    .insertInto('casework.recommendation_points')
    .values({
      case_id: one.caseId,
      recommendation_id: one.id,
      no: point.no,
      agency_id: point.agencyId,
      position: point.position,
      text: point.text,
      evidence_asked: point.evidenceAsked,
      obligation_id: null,
    })
    .execute();
}

export async function deletePoint(tx: Tx, one: Recommendation, no: number): Promise<void> {
  await tables(tx)
    .deleteFrom('casework.recommendation_points')
    .where('case_id', '=', one.caseId)
    .where('recommendation_id', '=', one.id)
    .where('no', '=', no)
    .execute();
}

export async function saveRecommendationSubmitted(
  tx: Tx,
  one: Recommendation,
  given: { readonly documentId: string; readonly content: Readonly<Record<string, string>> } | null,
): Promise<void> {
  await update(tx, one)
    .set((eb) => ({
      state: given ? 'submitted' : 'draft',
      document_id: given?.documentId ?? null,
      content: given ? JSON.stringify(given.content) : null,
      revision: eb('revision', '+', 1),
    }))
    .execute();
}

export async function linkPoint(tx: Tx, one: Recommendation, no: number, obligationId: string): Promise<void> {
  await tables(tx)
    .updateTable('casework.recommendation_points')
    .set({ obligation_id: obligationId })
    .where('case_id', '=', one.caseId)
    .where('recommendation_id', '=', one.id)
    .where('no', '=', no)
    .execute();
}

export async function saveSigned(
  tx: Tx,
  one: Recommendation,
  given: { readonly by: string; readonly at: Moment; readonly receivedAt: Moment | null },
): Promise<void> {
  await update(tx, one)
    .set((eb) => ({
      state: 'signed',
      signed_by: given.by,
      signed_at: given.at.toString(),
      received_at: given.receivedAt?.toString() ?? null,
      revision: eb('revision', '+', 1),
    }))
    .execute();
}

export async function saveRecommendationReceived(tx: Tx, documentId: string, at: Moment): Promise<string | undefined> {
  const row = await tables(tx)
    .updateTable('casework.recommendations')
    .set({ received_at: at.toString() })
    .where('document_id', '=', documentId)
    .where('signed_at', 'is not', null)
    .where('received_at', 'is', null)
    .returning('case_id')
    .executeTakeFirst();
  return row?.case_id;
}
