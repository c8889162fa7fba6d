/** Secondary data: numbers that other rooms and offices have already, by agency and year of the round. */
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { AssessmentTables } from './tables.ts';

export interface SecondaryNumber {
  /** The agency or unit it is about. */
  readonly agencyId: string;
  /** Year of the round it counts in. */
  readonly year: number;
  /** As indicators name it: `surveys.ikm`, `casework.compliance`. */
  readonly measure: string;
  /** Exact decimal, `null` = there is nothing to judge. */
  readonly value: string | null;
  /** Where it comes from, for people. */
  readonly source: string;
  /** Address of the page with the rows behind it. */
  readonly rowsAt: string | null;
  /** The room or errand that pushes, or `person:` and an id. */
  readonly pushedBy: string;
  readonly pushedAt: string;
}

export interface SecondaryValue {
  readonly value: string | null;
  readonly source: string;
  readonly rowsAt: string | null;
}

/** Keeps the latest number of a measure. Results that are published do not move; those that are open take it in when next computed. */
export async function saveSecondary(tx: Tx, number: SecondaryNumber): Promise<void> {
  const columns = {
    value: number.value,
    source: number.source,
    rows_at: number.rowsAt,
    pushed_by: number.pushedBy,
    pushed_at: number.pushedAt,
  };
  await tx
    .withTables<AssessmentTables>()
    .insertInto('assessments.secondary')
    .values({ agency_id: number.agencyId, year: number.year, measure: number.measure, ...columns })
    .onConflict((conflict) => conflict.columns(['agency_id', 'year', 'measure']).doUpdateSet(columns))
    .execute();
}

/** By agency, then by measure. Values as exact text without idle noughts, as answers are kept. */
export async function secondaryOf(
  db: Db,
  agencyIds: readonly string[],
  year: number,
  measures: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, SecondaryValue>>> {
  if (measures.length === 0) return new Map();
  const rows = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.secondary')
    .select(['agency_id', 'measure', sql<string | null>`trim_scale(value)::text`.as('value'), 'source', 'rows_at'])
    .where('agency_id', '=', sql<string>`ANY (${[...new Set(agencyIds)]}::uuid[])`)
    .where('year', '=', year)
    .where('measure', '=', sql<string>`ANY (${measures}::text[])`)
    .execute();
  const found = new Map<string, Map<string, SecondaryValue>>();
  for (const row of rows) {
    const ofAgency = found.get(row.agency_id) ?? new Map<string, SecondaryValue>();
    found.set(row.agency_id, ofAgency.set(row.measure, { value: row.value, source: row.source, rowsAt: row.rows_at }));
  }
  return found;
}
