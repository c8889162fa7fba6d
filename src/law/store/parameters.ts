import type { Db, Tx } from '../../platform/database/database.ts';
import type { Parameter } from '../rules/parameters.ts';
import type { LawTables } from './tables.ts';

/** All rows up to an edition, in order of entry. */
export async function parameterRows(db: Db, edition: number): Promise<Parameter[]> {
  const rows = await db
    .withTables<LawTables>()
    .selectFrom('law.parameters')
    .selectAll()
    .where('edition', '<=', edition)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    rule: row.rule,
    value: Number(row.value),
    unit: row.unit,
    basis: row.basis,
    from: row.from_on.toString(),
    until: row.until_on?.toString() ?? null,
    confirmed: row.confirmed,
    ruleSet: row.rule_set,
    note: row.note,
    origin: row.origin,
  }));
}

export async function addParameter(tx: Tx, edition: number, row: Parameter): Promise<void> {
  await tx
    .withTables<LawTables>()
    .insertInto('law.parameters')
    .values({
      edition,
      rule: row.rule,
      rule_set: row.ruleSet,
      value: row.value,
      unit: row.unit,
      basis: JSON.stringify(row.basis),
      from_on: row.from,
      until_on: row.until,
      confirmed: row.confirmed,
      note: row.note && JSON.stringify(row.note),
      origin: row.origin,
    })
    .execute();
}
