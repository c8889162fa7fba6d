import { CompiledQuery, type Insertable } from 'kysely';
import type { Tx } from './database.ts';

/** New rows of one table. All have the same columns. */
export interface Insertion {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** `const into = insertionsInto<ComplaintTables>()`, then `into('complaints.clocks', rows)`: checked against the tables' types. */
export function insertionsInto<Tables>() {
  return <Table extends keyof Tables & string>(table: Table, rows: readonly Insertable<Tables[Table]>[]): Insertion => ({
    table,
    rows: rows as Insertion['rows'],
  });
}

/**
 * Inserts rows of several tables in one statement, which is one round trip. They may refer to each other: foreign keys are checked
 * at the statement's end. An insertion without rows is left out.
 *
 * Written without Kysely's builder, which takes longer over a wide table than the insert does.
 *
 * @throws TypeError when rows of one insertion differ in their columns
 */
export async function insertAll(tx: Tx, insertions: readonly Insertion[]): Promise<void> {
  const values: unknown[] = [];
  const statements = insertions.filter(({ rows }) => rows.length > 0).map((insertion) => statementFor(insertion, values));
  const last = statements.pop();
  if (last === undefined) return;
  const before = statements.map((statement, index) => `insertion_${index} AS (${statement})`);
  const text = before.length === 0 ? last : `WITH ${before.join(', ')} ${last}`;
  await tx.executeQuery(CompiledQuery.raw(text, values));
}

/** @param values takes in the values in the order of their places */
function statementFor({ table, rows }: Insertion, values: unknown[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const tuples = rows.map((row) => {
    if (Object.keys(row).length !== columns.length) throw new TypeError(`rows of ${table} differ in their columns`);
    const places = columns.map((column) => {
      if (row[column] === undefined) throw new TypeError(`a row of ${table} has no ${column}`);
      return `$${values.push(row[column])}`;
    });
    return `(${places.join(', ')})`;
  });
  return `INSERT INTO ${table} ("${columns.join('", "')}") VALUES ${tuples.join(', ')}`;
}
