/** The question the exchange asks before anything leaves: does a grant cover this? */
import { agencyById } from '../../../directory/index.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { type Coverage, grantCovers } from '../../rules/grants/covers.ts';
import { grantsAbout } from '../../store/grants/asking.ts';

export interface GrantQuestion {
  readonly dataSet: string;
  readonly fields: readonly string[];
  /** The agency whose data it is, and the one that asks for it. */
  readonly giverId: string;
  readonly recipientId: string;
  readonly purpose: string;
  /** The day where the giver is. */
  readonly day: Day;
}

export async function askGrant(db: Db | Tx, question: GrantQuestion): Promise<Coverage> {
  const giverPath = (await agencyById(db, question.giverId))?.path ?? [];
  const ask = { ...question, giverPath };
  return grantCovers(await grantsAbout(db, ask), ask);
}
