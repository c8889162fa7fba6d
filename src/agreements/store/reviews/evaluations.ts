/** Yearly evaluations in and out, with the words of every side. */
import type { Selectable } from 'kysely';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Evaluation, EvaluationContent, Spoken } from '../../rules/reviews/evaluation.ts';
import type { ReviewTables } from './tables.ts';

const tables = (db: Db | Tx) => db.withTables<ReviewTables>();
type Row = Selectable<ReviewTables['agreements.evaluations']>;

/** Of an agreement, the newest year and edition first. */
export async function evaluationsOf(db: Db | Tx, agreementId: string): Promise<readonly Evaluation[]> {
  const rows = await tables(db)
    .selectFrom('agreements.evaluations')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('year', 'desc')
    .orderBy('edition', 'desc')
    .execute();
  return wholeEvaluations(db, rows);
}

export async function loadEvaluation(db: Db | Tx, agreementId: string, id: string): Promise<Evaluation | undefined> {
  const rows = await tables(db)
    .selectFrom('agreements.evaluations')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('id', '=', id)
    .execute();
  return (await wholeEvaluations(db, rows))[0];
}

export async function evaluationForUpdate(tx: Tx, agreementId: string, id: string): Promise<Evaluation | undefined> {
  const rows = await tables(tx)
    .selectFrom('agreements.evaluations')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return (await wholeEvaluations(tx, rows))[0];
}

async function wholeEvaluations(db: Db | Tx, rows: readonly Row[]): Promise<readonly Evaluation[]> {
  if (rows.length === 0) return [];
  const words = await tables(db)
    .selectFrom('agreements.evaluation_words')
    .selectAll()
    .where(
      'evaluation_id',
      'in',
      rows.map(({ id }) => id),
    )
    .where('agreement_id', '=', (rows[0] as Row).agreement_id)
    .orderBy('root')
    .execute();
  return rows.map(
    (row): Evaluation => ({
      ...{ id: row.id, agreementId: row.agreement_id, version: row.version, year: row.year, edition: row.edition },
      ...{ state: row.state, reason: row.reason, figures: row.figures, figuresAt: row.figures_at },
      ...{ wordsDueOn: row.words_due_on, openedBy: row.opened_by, openedRoot: row.opened_root, number: row.number },
      ...{ content: row.content, publishedAt: row.published_at, publishedBy: row.published_by, fileId: row.file_id },
      spoken: words
        .filter(({ evaluation_id }) => evaluation_id === row.id)
        .map(
          (each): Spoken => ({
            ...{ root: each.root, version: each.version, words: each.words, savedAt: each.saved_at, spokenAt: each.spoken_at },
          }),
        ),
    }),
  );
}

export async function insertEvaluation(tx: Tx, evaluation: Evaluation): Promise<void> {
  await tables(tx)
    .insertInto('agreements.evaluations')
    .values({
      ...{ agreement_id: evaluation.agreementId, id: evaluation.id, version: evaluation.version, year: evaluation.year },
      ...{ edition: evaluation.edition, state: evaluation.state, reason: evaluation.reason },
      ...{ figures: JSON.stringify(evaluation.figures), figures_at: evaluation.figuresAt.toString() },
      ...{ words_due_on: evaluation.wordsDueOn.toString(), opened_by: evaluation.openedBy, opened_root: evaluation.openedRoot },
      ...{ number: null, content: null, published_at: null, published_by: null, file_id: null },
    })
    .execute();
}

export async function dropEvaluation(tx: Tx, { agreementId, id, version }: Evaluation): Promise<void> {
  await tables(tx)
    .updateTable('agreements.evaluations')
    .set({ state: 'dropped', version: version + 1 })
    .where('agreement_id', '=', agreementId)
    .where('id', '=', id)
    .execute();
}

export async function savePublished(
  tx: Tx,
  { agreementId, id, version }: Evaluation,
  published: { readonly content: EvaluationContent; readonly by: string | null; readonly at: Moment },
): Promise<void> {
  await tables(tx)
    .updateTable('agreements.evaluations')
    .set({
      ...{ state: 'published', version: version + 1, number: published.content.number },
      ...{ content: JSON.stringify(published.content), published_at: published.at.toString(), published_by: published.by },
    })
    .where('agreement_id', '=', agreementId)
    .where('id', '=', id)
    .execute();
}

/** @returns false = somebody else was faster; their file stays */
export async function saveEvaluationFile(
  tx: Tx,
  { agreementId, id }: Pick<Evaluation, 'agreementId' | 'id'>,
  fileId: string,
): Promise<boolean> {
  const done = await tables(tx)
    .updateTable('agreements.evaluations')
    .set({ file_id: fileId })
    .where('agreement_id', '=', agreementId)
    .where('id', '=', id)
    .where('file_id', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function saveWords(
  tx: Tx,
  { agreementId, id }: Pick<Evaluation, 'agreementId' | 'id'>,
  spoken: Spoken & { readonly author: string },
): Promise<void> {
  const columns = {
    ...{ version: spoken.version, words: JSON.stringify(spoken.words), author: spoken.author },
    ...{ saved_at: spoken.savedAt.toString(), spoken_at: spoken.spokenAt?.toString() ?? null },
  };
  await tables(tx)
    .insertInto('agreements.evaluation_words')
    .values({ agreement_id: agreementId, evaluation_id: id, root: spoken.root, ...columns })
    .onConflict((conflict) => conflict.columns(['agreement_id', 'evaluation_id', 'root']).doUpdateSet(columns))
    .execute();
}

/** Open ones whose days for words end on or before a day, in batches by key. */
export async function evaluationsDue(
  db: Db | Tx,
  until: Day,
  after: string,
  limit: number,
): Promise<readonly { readonly agreementId: string; readonly id: string; readonly wordsDueOn: Day }[]> {
  const rows = await tables(db)
    .selectFrom('agreements.evaluations')
    .select(['agreement_id', 'id', 'words_due_on'])
    .where('state', '=', 'open')
    .where('words_due_on', '<=', until.toString() as never)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ agreementId: row.agreement_id, id: row.id, wordsDueOn: row.words_due_on }));
}
