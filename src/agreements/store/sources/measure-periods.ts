/** The own days of live measures, where a line's measure does not look at the days from its beginning to the end of its year. */
import type { Day } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Span } from '../../rules/sources/measure-period.ts';
import type { DateColumn } from '../tables.ts';

interface PeriodsTable {
  agreement_id: string;
  line_id: string;
  from_day: DateColumn;
  until_day: DateColumn;
}

type Tables = { 'agreements.measure_periods': PeriodsTable };

export async function measurePeriod(
  db: Db | Tx,
  line: { readonly agreementId: string; readonly id: string },
): Promise<Span | null> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('agreements.measure_periods')
    .select(['from_day', 'until_day'])
    .where('agreement_id', '=', line.agreementId)
    .where('line_id', '=', line.id)
    .executeTakeFirst();
  return row ? { from: row.from_day as Day, until: row.until_day as Day } : null;
}

/** @param span `null` = from the beginning of the line to the end of its year */
export async function saveMeasurePeriod(
  tx: Tx,
  line: { readonly agreementId: string; readonly id: string },
  span: Span | null,
): Promise<void> {
  const tables = tx.withTables<Tables>();
  if (span === null) {
    await tables
      .deleteFrom('agreements.measure_periods')
      .where('agreement_id', '=', line.agreementId)
      .where('line_id', '=', line.id)
      .execute();
    return;
  }
  const days = { from_day: span.from.toString(), until_day: span.until.toString() };
  await tables
    .insertInto('agreements.measure_periods')
    .values({ agreement_id: line.agreementId, line_id: line.id, ...days })
    .onConflict((conflict) => conflict.columns(['agreement_id', 'line_id']).doUpdateSet(days))
    .execute();
}
