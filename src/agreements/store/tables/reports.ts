/** What was reported of the lines of a plan, so that a table brought twice reports once. */
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { EarlierReport } from '../../rules/tables/report-row.ts';
import type { AgreementTables } from '../tables.ts';

/** By line, the oldest first; withdrawn ones were never said. */
export async function earlierReports(db: Db | Tx, agreementId: string): Promise<ReadonlyMap<string, readonly EarlierReport[]>> {
  const rows = await db
    .withTables<AgreementTables>()
    .selectFrom('agreements.updates')
    .select(['line_id', 'as_of', 'achieved', 'text', 'is_last'])
    .where('agreement_id', '=', agreementId)
    .where('state', '<>', 'withdrawn')
    .orderBy('at')
    .execute();
  const reports = Map.groupBy(rows, (row) => row.line_id);
  return new Map(
    [...reports].map(([lineId, each]) => [
      lineId,
      each.map((row) => ({ asOf: row.as_of, achieved: row.achieved, text: row.text, isLast: row.is_last })),
    ]),
  );
}
