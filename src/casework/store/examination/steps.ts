/**
 * Examination steps in and out. Reading looks at the letters too: what the register of documents knows of a step's letter (sent, received,
 * answered) needs no second record, so nobody else reads casework.steps.
 */
import { type Selectable, sql } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { followLetter, type LetterFate, type Step } from '../../rules/examination/step.ts';
import type { ExaminationTables } from './tables.ts';

/** All steps of a case by number, each as it stands once its letter is looked at. */
export async function stepsOf(db: Db | Tx, caseId: string): Promise<Step[]> {
  const rows = await db
    .withTables<ExaminationTables>()
    .selectFrom('casework.steps')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('no')
    .execute();
  const fates = await lettersOf(db, caseId);
  return rows.map((row) => followLetter(toStep(row), row.document_id ? fates.get(row.document_id) : undefined));
}

/** What became of every letter that belongs to a step of the case, by document. A receipt counts once the addressee's own is known. */
async function lettersOf(db: Db | Tx, caseId: string): Promise<Map<string, LetterFate>> {
  const { rows } = await sql<{
    document_id: string;
    sent_at: Moment | null;
    received_at: Moment | null;
    answered_at: Moment | null;
  }>`
    SELECT s.document_id,
      (SELECT min(v.sent_at) FROM casework.document_deliveries v
        WHERE v.subject_id = s.case_id AND v.document_id = s.document_id AND v.recipient_no = 1) AS sent_at,
      d.received_at,
      (SELECT min(a.received_at) FROM casework.documents a
        WHERE a.based_on_id = s.document_id AND a.direction = 'in' AND a.state = 'received') AS answered_at
    FROM casework.steps s JOIN casework.documents d ON d.subject_id = s.case_id AND d.id = s.document_id
    WHERE s.case_id = ${caseId}`.execute(db as Db);
  return new Map(
    rows.map((row) => [row.document_id, { sentAt: row.sent_at, receivedAt: row.received_at, answeredAt: row.answered_at }]),
  );
}

export async function insertStep(tx: Tx, caseId: string, step: Step): Promise<void> {
  await tx
    .withTables<ExaminationTables>()
    .insertInto('casework.steps')
    .values({
      case_id: caseId,
      id: step.id,
      no: step.no,
      kind: step.kind,
      based_on_id: step.basedOnId,
      created_by: step.createdBy,
      created_at: step.createdAt.toString(),
      ...changing(step),
    })
    .execute();
}

/** The next state of a step that was read with its case locked. */
export async function saveStep(tx: Tx, caseId: string, step: Step): Promise<void> {
  await tx
    .withTables<ExaminationTables>()
    .updateTable('casework.steps')
    .set(changing(step))
    .where('case_id', '=', caseId)
    .where('id', '=', step.id)
    .execute();
}

function changing(step: Step) {
  return {
    state: step.state,
    about: step.about,
    respondent_id: step.respondentId,
    addressee: step.addressee,
    person_id: step.personId,
    owner_id: step.ownerId,
    planned_on: step.plannedOn?.toString() ?? null,
    held_at: step.heldAt?.toString() ?? null,
    place: step.place,
    is_announced: step.isAnnounced,
    document_id: step.documentId,
    minutes_id: step.minutesId,
    way: step.way,
    result: step.result,
    reason: step.reason,
    sent_at: step.sentAt?.toString() ?? null,
    received_at: step.receivedAt?.toString() ?? null,
    settled_at: step.settledAt?.toString() ?? null,
    ended_at: step.endedAt?.toString() ?? null,
    is_missed: step.isMissed,
  };
}

function toStep(row: Selectable<ExaminationTables['casework.steps']>): Step {
  return {
    id: row.id,
    no: row.no,
    kind: row.kind,
    state: row.state,
    about: row.about,
    respondentId: row.respondent_id,
    addressee: row.addressee,
    personId: row.person_id,
    ownerId: row.owner_id,
    plannedOn: row.planned_on,
    heldAt: row.held_at,
    place: row.place,
    isAnnounced: row.is_announced,
    basedOnId: row.based_on_id,
    documentId: row.document_id,
    minutesId: row.minutes_id,
    way: row.way,
    result: row.result,
    reason: row.reason,
    createdBy: row.created_by,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    receivedAt: row.received_at,
    settledAt: row.settled_at,
    endedAt: row.ended_at,
    isMissed: row.is_missed,
  };
}
