/** Allegations and the evidence linked to them. */
import type { Selectable } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { type Allegation, type FindingsSummary, summarise } from '../../rules/examination/allegation.ts';
import type { Stance } from '../../rules/examination/evidence.ts';
import type { ExaminationTables } from './tables.ts';

/** All allegations of a case by number. */
export async function allegationsOf(db: Db | Tx, caseId: string): Promise<Allegation[]> {
  const rows = await db
    .withTables<ExaminationTables>()
    .selectFrom('casework.allegations')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('no')
    .execute();
  return rows.map(toAllegation);
}

/** How they ended: for the LHP, reports and reviews. */
export async function findingsSummary(db: Db | Tx, caseId: string): Promise<FindingsSummary> {
  return summarise(await allegationsOf(db, caseId));
}

export async function insertAllegation(tx: Tx, caseId: string, allegation: Allegation): Promise<void> {
  await tx
    .withTables<ExaminationTables>()
    .insertInto('casework.allegations')
    .values({
      case_id: caseId,
      id: allegation.id,
      no: allegation.no,
      raised_stage: allegation.raisedStage,
      raised_at: allegation.raisedAt.toString(),
      raised_by: allegation.raisedBy,
      ...changing(allegation),
    })
    .execute();
}

export async function saveAllegation(tx: Tx, caseId: string, allegation: Allegation): Promise<void> {
  await tx
    .withTables<ExaminationTables>()
    .updateTable('casework.allegations')
    .set(changing(allegation))
    .where('case_id', '=', caseId)
    .where('id', '=', allegation.id)
    .execute();
}

export interface EvidenceLink {
  readonly allegationId: string;
  readonly evidenceId: string;
  readonly no: number;
  readonly stance: Stance;
  readonly note: string;
}

/** Which evidence speaks for or against which allegation now. */
export async function evidenceLinksOf(db: Db | Tx, caseId: string): Promise<EvidenceLink[]> {
  const rows = await db
    .withTables<ExaminationTables>()
    .selectFrom('casework.evidence_links')
    .distinctOn(['allegation_id', 'evidence_id'])
    .select(['allegation_id', 'evidence_id', 'no', 'stance', 'note'])
    .where('case_id', '=', caseId)
    .orderBy('allegation_id')
    .orderBy('evidence_id')
    .orderBy('no', 'desc')
    .execute();
  return rows.map((row) => ({
    allegationId: row.allegation_id,
    evidenceId: row.evidence_id,
    no: row.no,
    stance: row.stance,
    note: row.note,
  }));
}

export async function insertLink(
  tx: Tx,
  caseId: string,
  link: EvidenceLink & { readonly at: string; readonly by: string },
): Promise<void> {
  await tx
    .withTables<ExaminationTables>()
    .insertInto('casework.evidence_links')
    .values({
      case_id: caseId,
      allegation_id: link.allegationId,
      evidence_id: link.evidenceId,
      no: link.no,
      stance: link.stance,
      note: link.note,
      at: link.at,
      by: link.by,
    })
    .execute();
}

function changing(allegation: Allegation) {
  return {
    form: allegation.form,
    respondent_id: allegation.respondentId,
    description: allegation.description,
    finding: allegation.finding,
    reason: allegation.reason,
    judged_at: allegation.judgedAt?.toString() ?? null,
    judged_by: allegation.judgedBy,
  };
}

function toAllegation(row: Selectable<ExaminationTables['casework.allegations']>): Allegation {
  return {
    id: row.id,
    no: row.no,
    form: row.form,
    respondentId: row.respondent_id,
    description: row.description,
    raisedStage: row.raised_stage,
    raisedAt: row.raised_at,
    raisedBy: row.raised_by,
    finding: row.finding,
    reason: row.reason,
    judgedAt: row.judged_at,
    judgedBy: row.judged_by,
  };
}
