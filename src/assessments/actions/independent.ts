/** Whether somebody may judge a government today: asked of positions and declared ties. */
import type { Moment } from '../../kernel/time.ts';
import { dayOf } from '../../kernel/time.ts';
import { lawBook } from '../../law/index.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import { type Dependence, dependenceOn } from '../rules/independence.ts';
import { termsOf, tiesOf } from '../store/ties.ts';

/** `undefined` = nothing speaks against it. */
export async function dependenceOf(
  tools: Tools,
  db: Db | Tx,
  personId: string,
  governmentId: string,
  now: Moment,
): Promise<Dependence | undefined> {
  const today = dayOf(now, 'Asia/Jakarta');
  const facts = { terms: await termsOf(db, personId), ties: await tiesOf(db, [personId]) };
  const { value } = (await lawBook(tools, db)).parameter('assessment.tie', today);
  return dependenceOn(governmentId, facts, today, value);
}
