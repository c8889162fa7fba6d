/** Reports of progress, delays and changes of a line: rows that only grow, but for the word of the other side. */
import { type Selectable, sql } from 'kysely';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Amount } from '../../rules/line.ts';
import type { UpdateState } from '../../rules/lines/report.ts';
import type { AgreementTables, ShiftsTable, UpdatesTable } from '../tables.ts';

export interface Update {
  readonly agreementId: string;
  readonly lineId: string;
  readonly id: string;
  readonly asOf: Day;
  readonly achieved: Amount;
  readonly text: string;
  /** Reported as done. */
  readonly isLast: boolean;
  /** `person:ID`. */
  readonly author: string;
  readonly agencyId: string | null;
  readonly at: Moment;
  readonly state: UpdateState;
  readonly judgedBy: string | null;
  readonly judgedAt: Moment | null;
  readonly judgedText: string | null;
  /** Its evidence is offered to the public; shown once the report is confirmed. */
  readonly forPublic: boolean;
  /** Of a last report below the final target: why it ends there; '' = none was needed. */
  readonly shortfall: string;
}

export interface Shift {
  readonly id: string;
  readonly lineId: string;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly reason: string;
  readonly author: string;
  readonly at: Moment;
}

type Tables = Omit<AgreementTables, 'agreements.updates'> & {
  'agreements.updates': UpdatesTable & { for_public: boolean; shortfall: string };
};
const tables = (db: Db | Tx) => db.withTables<Tables>();

export async function insertUpdate(tx: Tx, update: Update): Promise<void> {
  await tables(tx)
    .insertInto('agreements.updates')
    .values({
      ...{ agreement_id: update.agreementId, line_id: update.lineId, id: update.id, as_of: update.asOf.toString() },
      ...{ achieved: update.achieved, text: update.text, is_last: update.isLast, author: update.author },
      ...{ agency_id: update.agencyId, at: update.at.toString(), state: update.state, for_public: update.forPublic },
      shortfall: update.shortfall,
    })
    .execute();
}

/** Which line each report of a plan is about: its number, by the id of the report. */
export async function linesOfUpdates(db: Db | Tx, agreementId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tables(db)
    .selectFrom('agreements.updates as u')
    .innerJoin('agreements.lines as l', (join) =>
      join.onRef('l.agreement_id', '=', 'u.agreement_id').onRef('l.id', '=', 'u.line_id'),
    )
    .where('u.agreement_id', '=', agreementId)
    .select(['u.id', 'l.ordinal'])
    .execute();
  return new Map(rows.map(({ id, ordinal }) => [id, ordinal]));
}

/** Confirmed reports whose evidence was offered to the public, by id. */
export async function offeredReports(db: Db | Tx, agreementId: string): Promise<ReadonlySet<string>> {
  const rows = await tables(db)
    .selectFrom('agreements.updates')
    .where('agreement_id', '=', agreementId)
    .where('state', '=', 'confirmed')
    .where('for_public', '=', true)
    .select('id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** All reports of a line, the oldest first. */
export async function updatesOf(db: Db | Tx, agreementId: string, lineId: string): Promise<readonly Update[]> {
  const rows = await tables(db)
    .selectFrom('agreements.updates')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('line_id', '=', lineId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(toUpdate);
}

/** The word of the other side on every report that waits (or of its author, who withdraws it). */
export async function judgeUpdates(
  tx: Tx,
  line: { readonly agreementId: string; readonly id: string },
  ids: readonly string[],
  judged: { readonly state: Exclude<UpdateState, 'reported'>; readonly by: string; readonly at: Moment; readonly text: string },
): Promise<void> {
  if (ids.length === 0) return;
  await tables(tx)
    .updateTable('agreements.updates')
    .set({
      state: judged.state,
      judged_by: judged.by,
      judged_at: judged.at.toString(),
      judged_text: judged.text === '' ? null : judged.text,
    })
    .where('agreement_id', '=', line.agreementId)
    .where('line_id', '=', line.id)
    .where('id', 'in', ids)
    .where('state', '=', 'reported')
    .execute();
}

/** Evidence of confirmed reports that its owner offered to the public is given out; of reports that were sent back it is not. */
export async function publishEvidence(tx: Tx, agreementId: string, updateIds: readonly string[]): Promise<void> {
  if (updateIds.length === 0) return;
  await tables(tx)
    .updateTable('agreements.files')
    .set({ is_public: true })
    .where('agreement_id', '=', agreementId)
    .where('part_id', 'in', updateIds)
    .where('kind', '=', 'evidence')
    .execute();
}

/** Files of evidence of reports that stand, and of the line itself. */
export async function countEvidence(tx: Tx, agreementId: string, lineId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM agreements.files f
    WHERE f.agreement_id = ${agreementId}::uuid AND f.kind = 'evidence' AND f.replaced_by IS NULL
      AND (f.part_id = ${lineId}::uuid OR f.part_id IN (
        SELECT u.id FROM agreements.updates u
        WHERE u.agreement_id = ${agreementId}::uuid AND u.line_id = ${lineId}::uuid AND u.state IN ('reported', 'confirmed')))`.execute(
    tx as Db,
  );
  return rows[0]?.count ?? 0;
}

export async function insertShift(
  tx: Tx,
  line: { readonly agreementId: string; readonly id: string },
  shift: Omit<Shift, 'lineId'>,
): Promise<void> {
  await insertShifts(tx, line.agreementId, [{ ...shift, lineId: line.id }]);
}

export async function insertShifts(tx: Tx, agreementId: string, shifts: readonly Shift[]): Promise<void> {
  if (shifts.length === 0) return;
  const rows = shifts.map((shift) => ({
    ...{ agreement_id: agreementId, line_id: shift.lineId, id: shift.id, from_day: shift.fromDay.toString() },
    ...{ to_day: shift.toDay.toString(), reason: shift.reason, author: shift.author, at: shift.at.toString() },
  }));
  await tables(tx).insertInto('agreements.shifts').values(rows).execute();
}

/** Delays of a line, or of every line of a plan, the oldest first. */
export async function shiftsOf(db: Db | Tx, agreementId: string, lineId?: string): Promise<readonly Shift[]> {
  let query = tables(db).selectFrom('agreements.shifts').selectAll().where('agreement_id', '=', agreementId);
  if (lineId !== undefined) query = query.where('line_id', '=', lineId);
  return (await query.orderBy('at').orderBy('id').execute()).map(toShift);
}

function toUpdate(row: Selectable<Tables['agreements.updates']>): Update {
  return {
    ...{
      agreementId: row.agreement_id,
      lineId: row.line_id,
      id: row.id,
      asOf: row.as_of,
      achieved: row.achieved,
      text: row.text,
    },
    ...{
      isLast: row.is_last,
      author: row.author,
      agencyId: row.agency_id,
      at: row.at,
      state: row.state,
      judgedBy: row.judged_by,
    },
    ...{ judgedAt: row.judged_at, judgedText: row.judged_text, forPublic: row.for_public },
    shortfall: row.shortfall,
  };
}

function toShift(row: Selectable<ShiftsTable>): Shift {
  return {
    ...{ id: row.id, lineId: row.line_id, fromDay: row.from_day, toDay: row.to_day, reason: row.reason },
    ...{ author: row.author, at: row.at },
  };
}
