/** Yearly evaluations with their figures, and the records behind each number, as they were on the day they were taken. */
import { type Selectable, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { TakenEvaluation } from '../../rules/rad/evaluation.ts';
import type { Indicator } from '../../rules/rad/indicators.ts';
import type { RadTables } from './tables.ts';

const on = (db: Db | Tx) => db.withTables<RadTables>();

function toEvaluation(row: Selectable<RadTables['agreements.rad_evaluations']>): TakenEvaluation {
  return {
    ...{
      id: row.id,
      version: row.version,
      governmentId: row.government_id,
      year: row.year,
      edition: row.edition,
      level: row.level,
    },
    ...{ evaluatorId: row.evaluator_id, state: row.state, figuresAt: row.figures_at, figures: row.figures },
    ...{ answerUntil: row.answer_until, answer: row.answer, answeredAt: row.answered_at, publishedAt: row.published_at },
    ...{ withdrawnAt: row.withdrawn_at, withdrawal: row.withdrawal, pdfKey: row.pdf_key, pdfSha256: row.pdf_sha256 },
    isExample: row.is_example,
  };
}

export async function loadEvaluation(db: Db | Tx, id: string, lock = false): Promise<TakenEvaluation | undefined> {
  const query = on(db).selectFrom('agreements.rad_evaluations').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && toEvaluation(row);
}

/** Of a government, every year and edition, the newest first. */
export async function evaluationsOf(db: Db | Tx, governmentId: string): Promise<readonly TakenEvaluation[]> {
  const rows = await on(db)
    .selectFrom('agreements.rad_evaluations')
    .selectAll()
    .where('government_id', '=', governmentId)
    .orderBy('year', 'desc')
    .orderBy('edition', 'desc')
    .execute();
  return rows.map(toEvaluation);
}

/** Those of a year that were not withdrawn; of some governments, or of all. */
export async function evaluationsOfYear(
  db: Db | Tx,
  year: number,
  asked: { readonly governmentIds?: readonly string[]; readonly publishedOnly?: boolean } = {},
): Promise<readonly TakenEvaluation[]> {
  const { governmentIds, publishedOnly = false } = asked;
  if (governmentIds?.length === 0) return [];
  const rows = await on(db)
    .selectFrom('agreements.rad_evaluations')
    .selectAll()
    .where('year', '=', year)
    .where('state', '<>', 'withdrawn')
    .$if(publishedOnly, (query) => query.where('state', '=', 'published'))
    .$if(governmentIds !== undefined, (query) => query.where('government_id', 'in', [...(governmentIds ?? [])]))
    .orderBy('government_id')
    .execute();
  return rows.map(toEvaluation);
}

/** Years with a published evaluation, the newest first. */
export async function evaluatedYears(db: Db | Tx): Promise<readonly number[]> {
  const rows = await on(db)
    .selectFrom('agreements.rad_evaluations')
    .select('year')
    .distinct()
    .where('state', '=', 'published')
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ year }) => year);
}

export interface EvaluationRow {
  readonly indicator: Indicator;
  readonly kind: 'complaint' | 'decree' | 'account' | 'plan' | 'line';
  readonly ref: string | null;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

export async function nextEdition(tx: Tx, governmentId: string, year: number): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    SELECT coalesce(max(edition), 0) + 1 AS next FROM agreements.rad_evaluations
    WHERE government_id = ${governmentId}::uuid AND year = ${year}`.execute(tx as Db);
  return rows[0]?.next ?? 1;
}

const AT_A_TIME = 5000;

export async function insertEvaluation(
  tx: Tx,
  evaluation: TakenEvaluation,
  frozenBy: string | null,
  rows: readonly EvaluationRow[],
): Promise<void> {
  await on(tx)
    .insertInto('agreements.rad_evaluations')
    .values({
      ...{ id: evaluation.id, government_id: evaluation.governmentId, year: evaluation.year, edition: evaluation.edition },
      ...{ level: evaluation.level, evaluator_id: evaluation.evaluatorId, state: evaluation.state, frozen_by: frozenBy },
      ...{ figures_at: evaluation.figuresAt.toString(), figures: JSON.stringify(evaluation.figures), answer: evaluation.answer },
      ...{ answer_until: evaluation.answerUntil.toString(), answered_at: null, published_at: null, withdrawn_at: null },
      ...{ withdrawal: null, pdf_key: null, pdf_sha256: null, is_example: evaluation.isExample },
    })
    .execute();
  for (let from = 0; from < rows.length; from += AT_A_TIME) {
    const some = rows.slice(from, from + AT_A_TIME).map((row, index) => ({ ...row, ordinal: from + index + 1 }));
    await sql`
      INSERT INTO agreements.rad_evaluation_rows (evaluation_id, indicator, ordinal, kind, ref, facts)
      SELECT ${evaluation.id}::uuid, r.indicator, r.ordinal, r.kind, r.ref, r.facts
      FROM jsonb_to_recordset(${JSON.stringify(some)}::jsonb) AS r (indicator text, ordinal int, kind text, ref uuid, facts jsonb)`.execute(
      tx as Db,
    );
  }
}

/** The next version of an evaluation that was loaded for update. */
export async function saveEvaluation(tx: Tx, evaluation: TakenEvaluation): Promise<void> {
  await on(tx)
    .updateTable('agreements.rad_evaluations')
    .set({
      ...{ version: evaluation.version + 1, state: evaluation.state, answer: evaluation.answer },
      answered_at: evaluation.answeredAt?.toString() ?? null,
      published_at: evaluation.publishedAt?.toString() ?? null,
      ...{ withdrawn_at: evaluation.withdrawnAt?.toString() ?? null, withdrawal: evaluation.withdrawal },
    })
    .where('id', '=', evaluation.id)
    .execute();
}

/** The sealed file of a published evaluation: written once. @returns whether it was written */
export async function keepPdf(tx: Tx, id: string, key: string, sha256: string): Promise<boolean> {
  const row = await on(tx)
    .updateTable('agreements.rad_evaluations')
    .set({ pdf_key: key, pdf_sha256: sha256 })
    .where('id', '=', id)
    .where('pdf_key', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export interface KeptRow extends EvaluationRow {
  readonly ordinal: number;
}

/** The records behind one number, in their order. */
export async function evaluationRows(
  db: Db | Tx,
  evaluationId: string,
  indicator: Indicator,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly KeptRow[]> {
  const rows = await on(db)
    .selectFrom('agreements.rad_evaluation_rows')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .where('indicator', '=', indicator)
    .where('ordinal', '>', page.after)
    .orderBy('ordinal')
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({ indicator, ordinal: row.ordinal, kind: row.kind, ref: row.ref, facts: row.facts }));
}

/** Published ones whose file is not made yet. */
export async function withoutPdf(db: Db | Tx): Promise<readonly string[]> {
  const rows = await on(db)
    .selectFrom('agreements.rad_evaluations')
    .select('id')
    .where('state', '=', 'published')
    .where('pdf_key', 'is', null)
    .orderBy('published_at')
    .limit(100)
    .execute();
  return rows.map(({ id }) => id);
}
