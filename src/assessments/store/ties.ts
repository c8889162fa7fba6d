/** Declared ties, and positions held: what independence is judged from. */
import { type Selectable, sql } from 'kysely';
import { agenciesByIds, positionsOf } from '../../directory/index.ts';
import type { Day, Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Term, Tie, TieKind } from '../rules/independence.ts';
import type { AssessmentTables, TiesTable } from './tables.ts';

/** A tie with the moment it was declared. */
export interface DeclaredTie extends Tie {
  readonly declaredAt: Moment;
}

export async function tiesOf(db: Db | Tx, personIds: readonly string[]): Promise<readonly DeclaredTie[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.ties')
    .selectAll()
    .where('person_id', '=', sql<string>`ANY (${[...personIds]}::uuid[])`)
    .orderBy('declared_at')
    .orderBy('agency_id')
    .execute();
  return withGovernments(db, rows);
}

/** Everyone's, the latest first. */
export async function allTies(db: Db, limit: number): Promise<readonly DeclaredTie[]> {
  const rows = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.ties')
    .selectAll()
    .orderBy('declared_at', 'desc')
    .orderBy('person_id')
    .orderBy('agency_id')
    .limit(limit)
    .execute();
  return withGovernments(db, rows);
}

async function withGovernments(db: Db | Tx, rows: readonly Selectable<TiesTable>[]): Promise<readonly DeclaredTie[]> {
  const agencies = await agenciesByIds(
    db,
    rows.map((row) => row.agency_id),
  );
  return rows.map((row) => ({
    personId: row.person_id,
    agencyId: row.agency_id,
    governmentId: agencies.get(row.agency_id)?.governmentId ?? row.agency_id,
    kind: row.kind,
    endedOn: row.ended_on,
    declaredAt: row.declared_at,
  }));
}

/** Declares a tie; one that had ended begins again. */
export async function saveTie(
  tx: Tx,
  tie: { readonly personId: string; readonly agencyId: string; readonly kind: TieKind },
  at: Moment,
): Promise<void> {
  const columns = { kind: tie.kind, declared_at: at.toString(), ended_on: null };
  await tx
    .withTables<AssessmentTables>()
    .insertInto('assessments.ties')
    .values({ person_id: tie.personId, agency_id: tie.agencyId, ...columns })
    .onConflict((conflict) => conflict.columns(['person_id', 'agency_id']).doUpdateSet(columns))
    .execute();
}

/** @returns `false` when there was none that lasts */
export async function endTie(tx: Tx, tie: { readonly personId: string; readonly agencyId: string }, on: Day): Promise<boolean> {
  const ended = await tx
    .withTables<AssessmentTables>()
    .updateTable('assessments.ties')
    .set({ ended_on: on.toString() })
    .where('person_id', '=', tie.personId)
    .where('agency_id', '=', tie.agencyId)
    .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>', sql<Day>`${on.toString()}::date`)]))
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

/** Every position of a person on record, by the government it was held in. */
export async function termsOf(db: Db | Tx, personId: string): Promise<readonly Term[]> {
  const positions = await positionsOf(db, personId);
  const agencies = await agenciesByIds(
    db,
    positions.map((position) => position.agencyId),
  );
  return positions.map((position) => ({
    governmentId: agencies.get(position.agencyId)?.governmentId ?? position.agencyId,
    startsOn: position.startsOn,
    endsOn: position.endsOn,
  }));
}
