/** The agenda of plenaries, what was decided and who was against it. */
import { type Selectable, sql } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Dissent, PlenaryDecision, PlenaryItem } from '../../rules/verification/plenary.ts';
import type { PlenaryItemsTable, VerificationTables } from './tables.ts';

function toItem(row: Selectable<PlenaryItemsTable>, dissents: readonly Dissent[]): PlenaryItem {
  return {
    plenaryId: row.plenary_id,
    caseId: row.case_id,
    ordinal: row.ordinal,
    discussion: row.discussion,
    decision: row.decision,
    reasons: row.reasons,
    members: row.members,
    present: row.present,
    excludedPersonIds: row.excluded_person_ids,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    dissents,
    version: row.version,
  };
}

/** In the order of the agenda. */
export async function itemsOf(db: Db | Tx, plenaryId: string): Promise<readonly PlenaryItem[]> {
  const tables = db.withTables<VerificationTables>();
  const rows = await tables
    .selectFrom('casework.plenary_items')
    .selectAll()
    .where('plenary_id', '=', plenaryId)
    .orderBy('ordinal')
    .orderBy('case_id')
    .execute();
  const dissents = await tables
    .selectFrom('casework.plenary_dissents')
    .selectAll()
    .where('plenary_id', '=', plenaryId)
    .orderBy('person_id')
    .execute();
  return rows.map((row) =>
    toItem(
      row,
      dissents
        .filter((each) => each.case_id === row.case_id)
        .map((each) => ({ personId: each.person_id, opinion: each.opinion })),
    ),
  );
}

/** Every plenary a case was on the agenda of, the newest first. */
export async function plenariesOfCase(
  db: Db | Tx,
  caseId: string,
): Promise<readonly (PlenaryItem & { readonly number: number; readonly year: number; readonly heldOn: string })[]> {
  const tables = db.withTables<VerificationTables>();
  const rows = await tables
    .selectFrom('casework.plenary_items as i')
    .innerJoin('casework.plenaries as p', 'p.id', 'i.plenary_id')
    .selectAll('i')
    .select(['p.number', 'p.year', 'p.held_on'])
    .where('i.case_id', '=', caseId)
    .orderBy('p.held_on', 'desc')
    .orderBy('p.number', 'desc')
    .execute();
  const dissents = await tables.selectFrom('casework.plenary_dissents').selectAll().where('case_id', '=', caseId).execute();
  return rows.map(({ number, year, held_on, ...row }) => ({
    ...toItem(
      row,
      dissents
        .filter((each) => each.plenary_id === row.plenary_id)
        .map((each) => ({ personId: each.person_id, opinion: each.opinion })),
    ),
    number,
    year,
    heldOn: held_on.toString(),
  }));
}

/** Adds a case at the end of the agenda. @returns `false` when it is on an agenda already */
export async function addItem(
  tx: Tx,
  item: { readonly plenaryId: string; readonly caseId: string; readonly by: string; readonly at: Moment },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO casework.plenary_items (case_id, plenary_id, ordinal, added_by, added_at, discussion, reasons, version)
    SELECT ${item.caseId}, ${item.plenaryId}, coalesce(max(ordinal), 0) + 1, ${item.by}, ${item.at.toString()}, '', '', 1
    FROM casework.plenary_items WHERE plenary_id = ${item.plenaryId}
    ON CONFLICT DO NOTHING`.execute(tx);
  return numAffectedRows === 1n;
}

/** @returns `false` when it was not on the agenda, or is decided */
export async function removeItem(tx: Tx, plenaryId: string, caseId: string): Promise<boolean> {
  const done = await tx
    .withTables<VerificationTables>()
    .deleteFrom('casework.plenary_items')
    .where('plenary_id', '=', plenaryId)
    .where('case_id', '=', caseId)
    .where('decision', 'is', null)
    .executeTakeFirst();
  return done.numDeletedRows === 1n;
}

/** Takes undecided cases off the agenda of a meeting that is not held. */
export async function clearAgenda(tx: Tx, plenaryId: string): Promise<void> {
  await tx
    .withTables<VerificationTables>()
    .deleteFrom('casework.plenary_items')
    .where('plenary_id', '=', plenaryId)
    .where('decision', 'is', null)
    .execute();
}

/** Puts an undecided item one place further to the front; the one before it goes one back. */
export async function moveUp(tx: Tx, plenaryId: string, caseId: string): Promise<void> {
  const items = (await itemsOf(tx, plenaryId)).filter((each) => each.decision === null);
  const at = items.findIndex((each) => each.caseId === caseId);
  const [before, own] = [items[at - 1], items[at]];
  if (!before || !own) return;
  for (const [item, ordinal] of [
    [own, before.ordinal],
    [before, own.ordinal],
  ] as const) {
    await tx
      .withTables<VerificationTables>()
      .updateTable('casework.plenary_items')
      .set({ ordinal })
      .where('plenary_id', '=', plenaryId)
      .where('case_id', '=', item.caseId)
      .execute();
  }
}

/** Keeps what was discussed. @returns `false` when somebody else wrote meanwhile, or it is decided */
export async function saveDiscussion(
  tx: Tx,
  item: Pick<PlenaryItem, 'plenaryId' | 'caseId' | 'version'>,
  discussion: string,
): Promise<boolean> {
  const done = await tx
    .withTables<VerificationTables>()
    .updateTable('casework.plenary_items')
    .set({ discussion, version: item.version + 1 })
    .where('plenary_id', '=', item.plenaryId)
    .where('case_id', '=', item.caseId)
    .where('version', '=', item.version)
    .where('decision', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export interface ItemDecision {
  readonly decision: PlenaryDecision;
  readonly discussion: string;
  readonly reasons: string;
  readonly members: number;
  readonly present: number;
  readonly excludedPersonIds: readonly string[];
  readonly dissents: readonly Dissent[];
  readonly by: string;
  readonly at: Moment;
}

/** @returns `false` when it has been decided already */
export async function saveItemDecision(tx: Tx, plenaryId: string, caseId: string, decided: ItemDecision): Promise<boolean> {
  const tables = tx.withTables<VerificationTables>();
  const done = await tables
    .updateTable('casework.plenary_items')
    .set((eb) => ({
      decision: decided.decision,
      discussion: decided.discussion,
      reasons: decided.reasons,
      members: decided.members,
      present: decided.present,
      excluded_person_ids: [...decided.excludedPersonIds],
      decided_by: decided.by,
      decided_at: decided.at.toString(),
      version: eb('version', '+', 1),
    }))
    .where('plenary_id', '=', plenaryId)
    .where('case_id', '=', caseId)
    .where('decision', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return false;
  if (decided.dissents.length > 0) {
    await tables
      .insertInto('casework.plenary_dissents')
      .values(
        decided.dissents.map((each) => ({
          case_id: caseId,
          plenary_id: plenaryId,
          person_id: each.personId,
          opinion: each.opinion,
        })),
      )
      .execute();
  }
  return true;
}

/** Cases of an office that wait for a plenary and are on no agenda, the longest waiting first. */
export async function waitingForPlenary(db: Db | Tx, officeId: string, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT c.id FROM casework.cases c
    WHERE c.office_id = ${officeId} AND c.stage = 'plenary'
      AND NOT EXISTS (SELECT FROM casework.plenary_items i WHERE i.case_id = c.id AND i.decision IS NULL)
    ORDER BY c.next_due_at NULLS LAST, c.registered_at, c.id LIMIT ${limit}`.execute(db as Db);
  return rows.map((row) => row.id);
}

/** Whether a case is on the agenda of a meeting and not decided there. */
export async function isOnAgenda(db: Db | Tx, caseId: string): Promise<boolean> {
  const row = await db
    .withTables<VerificationTables>()
    .selectFrom('casework.plenary_items')
    .select('plenary_id')
    .where('case_id', '=', caseId)
    .where('decision', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
