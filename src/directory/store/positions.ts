import type { Selectable } from 'kysely';
import { isUuid } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Position } from '../rules/held.ts';
import type { DirectoryTables, PositionRow } from './tables.ts';

const POSITION_COLUMNS = ['id', 'person_id', 'kind', 'agency_id', 'decree_number', 'decree_on', 'starts_on', 'ends_on'] as const;

export function toPosition(row: Pick<Selectable<PositionRow>, (typeof POSITION_COLUMNS)[number]>): Position {
  return {
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    agencyId: row.agency_id,
    decreeNumber: row.decree_number,
    decreeOn: row.decree_on,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  };
}

/** Every position on record, past and coming ones too. */
export async function positionsOf(db: Db, personId: string): Promise<Position[]> {
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('directory.positions')
    .select(POSITION_COLUMNS)
    .where('person_id', '=', personId)
    .orderBy('starts_on')
    .orderBy('id')
    .execute();
  return rows.map(toPosition);
}

export async function positionById(db: Db, id: string): Promise<Position | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await db
    .withTables<DirectoryTables>()
    .selectFrom('directory.positions')
    .select(POSITION_COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toPosition(row);
}

export async function lockPosition(tx: Tx, id: string): Promise<Position | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await tx
    .withTables<DirectoryTables>()
    .selectFrom('directory.positions')
    .select(POSITION_COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toPosition(row);
}

export async function insertPosition(tx: Tx, position: Position, at: string): Promise<void> {
  await tx
    .withTables<DirectoryTables>()
    .insertInto('directory.positions')
    .values({
      id: position.id,
      person_id: position.personId,
      kind: position.kind,
      agency_id: position.agencyId,
      decree_number: position.decreeNumber,
      decree_on: position.decreeOn.toString(),
      starts_on: position.startsOn.toString(),
      ends_on: null,
      end_reason: null,
      successor_id: null,
      created_at: at,
    })
    .execute();
}

export async function saveEnding(
  tx: Tx,
  positionId: string,
  ending: { readonly endsOn: string; readonly reason: string; readonly successorId: string | null },
): Promise<void> {
  await tx
    .withTables<DirectoryTables>()
    .updateTable('directory.positions')
    .set({ ends_on: ending.endsOn, end_reason: ending.reason, successor_id: ending.successorId })
    .where('id', '=', positionId)
    .execute();
}

export interface RecordedEnding {
  readonly position: Position;
  readonly endsOn: Day;
  readonly reason: string;
  readonly successorId: string | null;
  readonly handedOver: boolean;
}

/** A position that has been ended, locked until the transaction is over; `undefined` for one that has not. */
export async function endingOf(tx: Tx, positionId: string): Promise<RecordedEnding | undefined> {
  const row = await tx
    .withTables<DirectoryTables>()
    .selectFrom('directory.positions')
    .select([...POSITION_COLUMNS, 'end_reason', 'successor_id', 'handed_over_at'])
    .where('id', '=', positionId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined || row.ends_on === null) return undefined;
  return {
    position: toPosition(row),
    endsOn: row.ends_on,
    reason: row.end_reason ?? '',
    successorId: row.successor_id,
    handedOver: row.handed_over_at !== null,
  };
}

/** @param at ISO instant */
export async function markHandedOver(tx: Tx, positionId: string, at: string): Promise<void> {
  await tx
    .withTables<DirectoryTables>()
    .updateTable('directory.positions')
    .set({ handed_over_at: at })
    .where('id', '=', positionId)
    .execute();
}
