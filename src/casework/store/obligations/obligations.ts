/** Obligations in and out. Loading does not ask who may see them: rules/obligations/permissions.ts decides. */
import { sql } from 'kysely';
import { isUuid } from '../../../kernel/ids.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { CaseClock } from '../../rules/case.ts';
import type { Obligation } from '../../rules/obligations/obligation.ts';
import type { ObligationStep } from '../../rules/obligations/steps.ts';
import { clockRow, toClock } from '../rows.ts';
import { obligationRow, stepRow, toObligation, toReviewClock, toStep } from './rows.ts';
import type { ObligationFilesTable, ObligationTables } from './tables.ts';

export async function obligationById(db: Db | Tx, id: string): Promise<Obligation | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await db
    .withTables<ObligationTables>()
    .selectFrom('casework.obligations')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toObligation(row);
}

/** Locks the row until the transaction ends. Of a case: lock the case first. */
export async function lockObligation(tx: Tx, id: string): Promise<Obligation | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await tx
    .withTables<ObligationTables>()
    .selectFrom('casework.obligations')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toObligation(row);
}

/** Of a case or of a review, as they are numbered. */
export async function obligationsOf(
  db: Db | Tx,
  of: { readonly caseId: string } | { readonly reviewId: string },
): Promise<readonly Obligation[]> {
  const query = db.withTables<ObligationTables>().selectFrom('casework.obligations').selectAll().orderBy('ordinal');
  const rows = await ('caseId' in of
    ? query.where('case_id', '=', of.caseId)
    : query.where('review_id', '=', of.reviewId)
  ).execute();
  return rows.map(toObligation);
}

/** The next number within its case or review. The caller holds the lock of the case or review; the unique index watches. */
export async function nextOrdinal(tx: Tx, subjectId: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    SELECT COALESCE(max(ordinal), 0)::int + 1 AS next FROM casework.obligations
    WHERE COALESCE(case_id, review_id) = ${subjectId}::uuid`.execute(tx);
  return rows[0]?.next ?? 1;
}

export async function insertObligation(tx: Tx, obligation: Obligation, step: ObligationStep): Promise<void> {
  await tx.withTables<ObligationTables>().insertInto('casework.obligations').values(obligationRow(obligation)).execute();
  await insertStep(tx, obligation.id, step);
}

/** The next version of an obligation that was locked in this transaction. */
export async function saveObligation(tx: Tx, obligation: Obligation): Promise<void> {
  const { id, ...row } = obligationRow(obligation);
  await tx.withTables<ObligationTables>().updateTable('casework.obligations').set(row).where('id', '=', id).execute();
}

export async function insertStep(tx: Tx, obligationId: string, step: ObligationStep): Promise<void> {
  await tx.withTables<ObligationTables>().insertInto('casework.obligation_steps').values(stepRow(obligationId, step)).execute();
}

export async function insertFiles(tx: Tx, files: readonly ObligationFilesTable[]): Promise<void> {
  if (files.length === 0) return;
  await tx
    .withTables<ObligationTables>()
    .insertInto('casework.obligation_files')
    .values([...files])
    .execute();
}

/** From the first to the latest. */
export async function stepsOf(db: Db | Tx, obligationId: string): Promise<readonly ObligationStep[]> {
  const rows = await db
    .withTables<ObligationTables>()
    .selectFrom('casework.obligation_steps')
    .selectAll()
    .where('obligation_id', '=', obligationId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(toStep);
}

export function filesOfObligation(db: Db | Tx, obligationId: string): Promise<ObligationFilesTable[]> {
  return db
    .withTables<ObligationTables>()
    .selectFrom('casework.obligation_files')
    .selectAll()
    .where('obligation_id', '=', obligationId)
    .orderBy('id')
    .execute();
}

/** Every clock an obligation has had: of a case those of the case's clocks, else its own; in the order they began. */
export async function clocksOfObligation(
  db: Db | Tx,
  obligation: Pick<Obligation, 'id' | 'caseId'>,
): Promise<readonly CaseClock[]> {
  const tables = db.withTables<ObligationTables>();
  if (obligation.caseId !== null) {
    const rows = await tables
      .selectFrom('casework.clocks')
      .selectAll()
      .where('case_id', '=', obligation.caseId)
      .where('kind', '=', 'obligation')
      .where('part_id', '=', obligation.id)
      .orderBy('id')
      .execute();
    return rows.map(toClock);
  }
  const rows = await tables
    .selectFrom('casework.obligation_clocks')
    .selectAll()
    .where('obligation_id', '=', obligation.id)
    .orderBy('id')
    .execute();
  return rows.map(toReviewClock);
}

/**
 * Clocks of a review's obligation; those of a case are saved with the case.
 * @param nextAlert when the ladder of a clock must be looked at, `null` when it stands still
 */
export async function saveReviewClocks(
  tx: Tx,
  obligationId: string,
  clocks: readonly CaseClock[],
  nextAlert: (clock: CaseClock) => Moment | null,
): Promise<void> {
  for (const clock of clocks) {
    const { case_id: _, part_id: __, id, ...columns } = clockRow(obligationId, clock, nextAlert(clock));
    await tx
      .withTables<ObligationTables>()
      .insertInto('casework.obligation_clocks')
      .values({ obligation_id: obligationId, id, ...columns })
      .onConflict((conflict) => conflict.columns(['obligation_id', 'id']).doUpdateSet(columns))
      .execute();
  }
}

/** Who wrote the report that stands, as a reference; `null` when none does. */
export async function standingReport(tx: Tx, obligation: Pick<Obligation, 'id' | 'reportedAt'>): Promise<string | null> {
  if (obligation.reportedAt === null) return null;
  const row = await tx
    .withTables<ObligationTables>()
    .selectFrom('casework.obligation_steps')
    .select('author')
    .where('obligation_id', '=', obligation.id)
    .where('kind', '=', 'report')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.author ?? null;
}
