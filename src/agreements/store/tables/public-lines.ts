/** The lines of a plan a page at a time, in the order of their numbers: for files that are longer than memory should hold. */
import type { Db } from '../../../platform/database/database.ts';
import type { Line } from '../../rules/line.ts';
import { toLine } from '../rows.ts';
import type { AgreementTables } from '../tables.ts';

const PAGE = 500;

/** What was promised: with the lines withdrawn after the signing, without those dropped before it. */
export async function* linesInPages(db: Db, agreementId: string): AsyncGenerator<readonly Line[]> {
  for (let after = 0; ; ) {
    const rows = await db
      .withTables<AgreementTables>()
      .selectFrom('agreements.lines')
      .selectAll()
      .where('agreement_id', '=', agreementId)
      .where('ordinal', '>', after)
      .where((is) => is.or([is('state', '<>', 'dropped'), is('is_withdrawn', '=', true)]))
      .orderBy('ordinal')
      .limit(PAGE)
      .execute();
    if (rows.length > 0) yield rows.map(toLine);
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.ordinal ?? after;
  }
}
