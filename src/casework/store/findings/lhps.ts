/** Versions of the LHP with their corrective actions. Their texts are sections (`document` = `lhp:NO`). */
import type { Selectable } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Conclusion } from '../../rules/case.ts';
import type { Lhp, LhpAction, LhpContent } from '../../rules/findings/lhp.ts';
import type { FindingsTables, LhpActionsTable, LhpsTable } from './tables.ts';

const tables = (db: Db | Tx) => (db as Db).withTables<FindingsTables>();

function toAction(row: Selectable<LhpActionsTable>): LhpAction {
  return {
    no: row.no,
    agencyId: row.agency_id,
    position: row.position,
    text: row.text,
    evidenceAsked: row.evidence_asked,
    otherLimit:
      row.limit_value === null || row.limit_unit === null
        ? null
        : { value: row.limit_value, unit: row.limit_unit, reason: row.limit_reason },
    obligationId: row.obligation_id,
  };
}

function toLhp(row: Selectable<LhpsTable>, actions: readonly LhpAction[]): Lhp {
  return {
    id: row.id,
    caseId: row.case_id,
    no: row.no,
    state: row.state,
    conclusion: row.conclusion,
    endedReason: row.ended_reason,
    begunAt: row.begun_at,
    authors: row.authors,
    documentId: row.document_id,
    content: row.content,
    reviewedBy: row.reviewed_by,
    issuedAt: row.issued_at,
    receivedAt: row.received_at,
    revision: row.revision,
    actions,
  };
}

/** Every version, the newest first. */
export async function lhpsOf(db: Db | Tx, caseId: string): Promise<Lhp[]> {
  const rows = await tables(db)
    .selectFrom('casework.lhps')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('no', 'desc')
    .execute();
  if (rows.length === 0) return [];
  const actions = await tables(db)
    .selectFrom('casework.lhp_actions')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('no')
    .execute();
  return rows.map((row) =>
    toLhp(
      row,
      actions.filter((one) => one.lhp_id === row.id).map((one) => toAction(one)),
    ),
  );
}

/** The version that is being written or has been handed in. The case's row is locked by whoever changes it. */
export async function lhpInMaking(db: Db | Tx, caseId: string): Promise<Lhp | undefined> {
  return (await lhpsOf(db, caseId)).find((one) => one.issuedAt === null);
}

/** The version that stands: the last one issued. */
export async function issuedLhp(db: Db | Tx, caseId: string): Promise<Lhp | undefined> {
  return (await lhpsOf(db, caseId)).find((one) => one.issuedAt !== null);
}

export async function insertLhp(
  tx: Tx,
  lhp: { readonly caseId: string; readonly id: string; readonly no: number; readonly by: string; readonly at: Moment },
): Promise<void> {
  await tables(tx)
    .insertInto('casework.lhps')
    .values({
      case_id: lhp.caseId,
      id: lhp.id,
      no: lhp.no,
      state: 'draft',
      begun_by: lhp.by,
      begun_at: lhp.at.toString(),
      authors: [lhp.by],
      ended_reason: '',
    })
    .execute();
}

const update = (tx: Tx, lhp: Pick<Lhp, 'caseId' | 'id'>) =>
  tables(tx).updateTable('casework.lhps').where('case_id', '=', lhp.caseId).where('id', '=', lhp.id);

export async function saveConclusion(
  tx: Tx,
  lhp: Lhp,
  typed: { readonly conclusion: Conclusion; readonly endedReason: string; readonly by: string },
): Promise<void> {
  await update(tx, lhp)
    .set((eb) => ({
      conclusion: typed.conclusion,
      ended_reason: typed.endedReason,
      authors: [...new Set([...lhp.authors, typed.by])],
      revision: eb('revision', '+', 1),
    }))
    .execute();
}

export async function insertAction(tx: Tx, lhp: Lhp, action: LhpAction, by: string): Promise<void> {
  await tables(tx)
    .insertInto('casework.lhp_actions')
    .values({
      case_id: lhp.caseId,
      lhp_id: lhp.id,
      no: action.no,
      agency_id: action.agencyId,
      position: action.position,
      text: action.text,
      evidence_asked: action.evidenceAsked,
      limit_value: action.otherLimit?.value ?? null,
      limit_unit: action.otherLimit?.unit ?? null,
      limit_reason: action.otherLimit?.reason ?? '',
      obligation_id: null,
    })
    .execute();
  await update(tx, lhp)
    .set((eb) => ({ authors: [...new Set([...lhp.authors, by])], revision: eb('revision', '+', 1) }))
    .execute();
}

export async function deleteAction(tx: Tx, lhp: Lhp, no: number): Promise<void> {
  await tables(tx)
    .deleteFrom('casework.lhp_actions')
    .where('case_id', '=', lhp.caseId)
    .where('lhp_id', '=', lhp.id)
    .where('no', '=', no)
    .execute();
  await update(tx, lhp)
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .execute();
}

/** Handed in: from now on its document is what is reviewed and sealed. */
export async function saveSubmitted(
  tx: Tx,
  lhp: Lhp,
  given: { readonly documentId: string; readonly content: LhpContent; readonly authors: readonly string[] },
): Promise<void> {
  await update(tx, lhp)
    .set((eb) => ({
      state: 'submitted',
      document_id: given.documentId,
      content: JSON.stringify(given.content),
      authors: [...given.authors],
      revision: eb('revision', '+', 1),
    }))
    .execute();
}

export async function saveTakenBack(tx: Tx, lhp: Lhp): Promise<void> {
  await update(tx, lhp)
    .set((eb) => ({ state: 'draft', document_id: null, content: null, revision: eb('revision', '+', 1) }))
    .execute();
}

export async function linkObligation(tx: Tx, lhp: Lhp, no: number, obligationId: string): Promise<void> {
  await tables(tx)
    .updateTable('casework.lhp_actions')
    .set({ obligation_id: obligationId })
    .where('case_id', '=', lhp.caseId)
    .where('lhp_id', '=', lhp.id)
    .where('no', '=', no)
    .execute();
}

/** Issued: the version before it is replaced. */
export async function saveIssued(
  tx: Tx,
  lhp: Lhp,
  given: { readonly reviewedBy: string; readonly by: string; readonly at: Moment; readonly receivedAt: Moment | null },
): Promise<void> {
  await tables(tx)
    .updateTable('casework.lhps')
    .set({ state: 'replaced' })
    .where('case_id', '=', lhp.caseId)
    .where('state', '=', 'issued')
    .execute();
  await update(tx, lhp)
    .set((eb) => ({
      state: 'issued',
      reviewed_by: given.reviewedBy,
      issued_by: given.by,
      issued_at: given.at.toString(),
      received_at: given.receivedAt?.toString() ?? null,
      revision: eb('revision', '+', 1),
    }))
    .execute();
}

/** Notes the receipt. @returns the case and version it belongs to */
export async function saveLhpReceived(
  tx: Tx,
  documentId: string,
  at: Moment,
): Promise<{ readonly caseId: string; readonly lhpId: string } | undefined> {
  const row = await tables(tx)
    .updateTable('casework.lhps')
    .set({ received_at: at.toString() })
    .where('document_id', '=', documentId)
    .where('issued_at', 'is not', null)
    .where('received_at', 'is', null)
    .returning(['case_id', 'id'])
    .executeTakeFirst();
  return row && { caseId: row.case_id, lhpId: row.id };
}
