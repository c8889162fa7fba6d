/** Meetings of the plenary and their members. */
import { type Selectable, sql } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Plenary, PlenaryMember } from '../../rules/verification/plenary.ts';
import type { PlenariesTable, VerificationTables } from './tables.ts';

function toPlenary(row: Selectable<PlenariesTable>): Plenary {
  return {
    id: row.id,
    officeId: row.office_id,
    officePath: row.office_path,
    number: row.number,
    year: row.year,
    heldOn: row.held_on,
    heldAt: row.held_at,
    zone: row.zone,
    place: row.place,
    state: row.state,
    quorumPercent: row.quorum_percent,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    endedAt: row.ended_at,
    cancelReason: row.cancel_reason,
    minutesDocumentId: row.minutes_document_id,
    version: row.version,
  };
}

export async function loadPlenary(db: Db | Tx, id: string): Promise<Plenary | undefined> {
  const row = await db
    .withTables<VerificationTables>()
    .selectFrom('casework.plenaries')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toPlenary(row);
}

/** Locks the meeting until the transaction ends: attendance, agenda, decisions and the end of it wait for one another. */
export async function loadPlenaryForUpdate(tx: Tx, id: string): Promise<Plenary | undefined> {
  const row = await tx
    .withTables<VerificationTables>()
    .selectFrom('casework.plenaries')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toPlenary(row);
}

/** The next number of an office in a year. Held until the transaction ends, so that two meetings planned at once get two numbers. */
export async function nextPlenaryNumber(tx: Tx, officeId: string, year: number): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`plenary ${officeId} ${year}`}, 0))`.execute(tx);
  const row = await tx
    .withTables<VerificationTables>()
    .selectFrom('casework.plenaries')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('office_id', '=', officeId)
    .where('year', '=', year)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

export async function insertPlenary(tx: Tx, plenary: Plenary, by: string, at: Moment): Promise<void> {
  await tx
    .withTables<VerificationTables>()
    .insertInto('casework.plenaries')
    .values({
      id: plenary.id,
      office_id: plenary.officeId,
      office_path: [...plenary.officePath],
      number: plenary.number,
      year: plenary.year,
      held_on: plenary.heldOn.toString(),
      held_at: plenary.heldAt,
      zone: plenary.zone,
      place: plenary.place,
      state: plenary.state,
      quorum_percent: null,
      planned_by: by,
      planned_at: at.toString(),
      opened_by: null,
      opened_at: null,
      closed_by: null,
      closed_at: null,
      ended_by: null,
      ended_at: null,
      cancel_reason: null,
      minutes_document_id: null,
      version: 1,
    })
    .execute();
}

type Change = Partial<
  Pick<
    PlenariesTable,
    | 'state'
    | 'place'
    | 'held_at'
    | 'quorum_percent'
    | 'opened_by'
    | 'closed_by'
    | 'ended_by'
    | 'cancel_reason'
    | 'minutes_document_id'
  > & { held_on: string; opened_at: string; closed_at: string; ended_at: string }
>;

/** Counts the version up. Call with the meeting locked. */
export async function updatePlenary(tx: Tx, plenary: Plenary, change: Change): Promise<void> {
  await tx
    .withTables<VerificationTables>()
    .updateTable('casework.plenaries')
    .set({ ...change, version: plenary.version + 1 })
    .where('id', '=', plenary.id)
    .execute();
}

export async function membersOf(db: Db | Tx, plenaryId: string): Promise<readonly PlenaryMember[]> {
  const rows = await db
    .withTables<VerificationTables>()
    .selectFrom('casework.plenary_members')
    .select(['person_id', 'position_kind', 'is_present'])
    .where('plenary_id', '=', plenaryId)
    .orderBy('position_kind')
    .orderBy('person_id')
    .execute();
  return rows.map((row) => ({ personId: row.person_id, positionKind: row.position_kind, isPresent: row.is_present }));
}

/** Puts these members in the place of those before. Only while the meeting is planned; the database refuses it later. */
export async function replaceMembers(
  tx: Tx,
  plenaryId: string,
  members: readonly Pick<PlenaryMember, 'personId' | 'positionKind'>[],
): Promise<void> {
  const tables = tx.withTables<VerificationTables>();
  await tables.deleteFrom('casework.plenary_members').where('plenary_id', '=', plenaryId).execute();
  if (members.length === 0) return;
  await tables
    .insertInto('casework.plenary_members')
    .values(
      members.map((each) => ({
        plenary_id: plenaryId,
        person_id: each.personId,
        position_kind: each.positionKind,
        is_present: null,
        recorded_at: null,
        recorded_by: null,
      })),
    )
    .execute();
}

export async function recordAttendance(
  tx: Tx,
  plenaryId: string,
  attendance: readonly { readonly personId: string; readonly isPresent: boolean }[],
  by: string,
  at: Moment,
): Promise<void> {
  for (const { personId, isPresent } of attendance) {
    await tx
      .withTables<VerificationTables>()
      .updateTable('casework.plenary_members')
      .set({ is_present: isPresent, recorded_at: at.toString(), recorded_by: by })
      .where('plenary_id', '=', plenaryId)
      .where('person_id', '=', personId)
      .execute();
  }
}

/** A place in the list: the day and id of the last meeting shown. */
export interface PlenaryCursor {
  readonly heldOn: string;
  readonly id: string;
}

/** Meetings of these offices, the latest first. */
export async function plenariesOf(
  db: Db | Tx,
  officeIds: readonly string[],
  { after, limit }: { readonly after: PlenaryCursor | undefined; readonly limit: number },
): Promise<readonly Plenary[]> {
  if (officeIds.length === 0) return [];
  const rows = await db
    .withTables<VerificationTables>()
    .selectFrom('casework.plenaries')
    .selectAll()
    .where('office_id', '=', sql<string>`ANY (${[...officeIds]}::uuid[])`)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(held_on, id) < (${after?.heldOn ?? ''}::date, ${after?.id ?? ''}::uuid)`),
    )
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toPlenary);
}
