/** What each side proposed in the negotiation: entries of the case for that side alone. */
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { CaseTables } from '../tables.ts';

export interface Proposal {
  readonly id: string;
  readonly side: 'reporter' | 'respondent';
  readonly at: Moment;
  readonly text: string;
}

export async function proposalsOf(db: Db | Tx, caseId: string): Promise<Proposal[]> {
  const rows = await (db as Db)
    .withTables<CaseTables>()
    .selectFrom('casework.entries')
    .select(['id', 'audience', 'at', 'text'])
    .where('case_id', '=', caseId)
    .where('kind', '=', 'session-proposal')
    .orderBy('at')
    .execute();
  return rows.flatMap(({ audience, ...rest }) =>
    audience === 'reporter' || audience === 'respondent' ? [{ ...rest, side: audience }] : [],
  );
}
