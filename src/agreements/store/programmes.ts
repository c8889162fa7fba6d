/** The programmes agreements are about, as shared codes. */
import type { Label } from '../../kernel/language.ts';
import type { Day } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { AgreementTables } from './tables.ts';

export interface Programme {
  readonly code: string;
  readonly label: Label;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
}

/** Every programme there is or was, in its order. */
export async function programmes(db: Db | Tx): Promise<readonly Programme[]> {
  const rows = await db
    .withTables<AgreementTables>()
    .selectFrom('agreements.programmes')
    .selectAll()
    .orderBy('ordinal')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    label: { id: row.label_id, en: row.label_en },
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  }));
}
