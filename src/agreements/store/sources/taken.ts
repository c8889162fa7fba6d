/** Lines an improvement item or an obligation became, dropped ones too: what was begun and given up is told as well. */
import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { Line } from '../../rules/line.ts';
import { toLine } from '../rows.ts';
import type { AgreementTables } from '../tables.ts';

export type SourceId = { readonly itemId: string } | { readonly obligationId: string };

export async function linesFromSource(db: Db, source: SourceId): Promise<readonly Line[]> {
  const query = db.withTables<AgreementTables>().selectFrom('agreements.lines').selectAll();
  const rows = await ('itemId' in source
    ? query.where('item_id', '=', source.itemId)
    : query.where('obligation_id', '=', source.obligationId)
  )
    .orderBy(sql`(state = 'dropped')`)
    .orderBy('state_at', 'desc')
    .execute();
  return rows.map(toLine);
}
