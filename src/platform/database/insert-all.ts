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

/** A statement as it was written for insertions of the same tables, columns and numbers of rows. */
interface Written {
  readonly columns: readonly (readonly string[])[];
  readonly text: string;
}

const written = new Map<string, Written>();
const MOST_WRITTEN = 200;

/**
 * Inserts rows of several tables in one statement, which is one round trip. They may refer to each other: foreign keys are checked
 * at the statement's end. An insertion without rows is left out.
 *
 * Written without Kysely's builder, which takes longer over a wide table than the insert does.
 *
 * @throws TypeError when rows of one insertion differ in their columns
 */
export async function insertAll(tx: Tx, insertions: readonly Insertion[]): Promise<void> {
  const filled = insertions.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return;
  const { columns, text } = statementFor(filled);
  const values = filled.flatMap(({ table, rows }, index) => rows.flatMap((row) => valuesOf(table, row, columns[index] ?? [])));
  await tx.executeQuery(CompiledQuery.raw(text, values));
}

function statementFor(insertions: readonly Insertion[]): Written {
  const shape = insertions.map(({ table, rows }) => `${table} ${rows.length}`).join();
  const columns = insertions.map(({ rows }) => Object.keys(rows[0] ?? {}));
  const known = written.get(shape);
  if (known && columns.every((names, index) => isSame(names, known.columns[index] ?? []))) return known;
  const now = { columns, text: write(insertions, columns) };
  if (written.size < MOST_WRITTEN) written.set(shape, now);
  return now;
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, index) => name === b[index]);

function write(insertions: readonly Insertion[], columns: Written['columns']): string {
  let place = 0;
  const statements = insertions.map(({ table, rows }, index) => {
    const names = columns[index] ?? [];
    const tuples = rows.map(() => `(${names.map(() => `$${++place}`).join(', ')})`);
    return `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES ${tuples.join(', ')}`;
  });
  const before = statements.slice(0, -1).map((statement, index) => `insertion_${index} AS (${statement})`);
  return `${before.length === 0 ? '' : `WITH ${before.join(', ')} `}${statements.at(-1)}`;
}

function valuesOf(table: string, row: Insertion['rows'][number], columns: readonly string[]): unknown[] {
  const values = columns.map((column) => row[column]);
  if (Object.keys(row).length !== columns.length || values.includes(undefined)) {
    throw new TypeError(`rows of ${table} differ in their columns`);
  }
  return values;
}
