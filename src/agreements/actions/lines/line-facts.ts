/** What rules need to know of the ids orders name: three queries for any number of lines. */
import { agenciesByIds, peopleByIds } from '../../../directory/index.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { LineOrder } from '../../rules/lines/line-order.ts';
import type { LineFacts } from '../../rules/lines/promise.ts';
import { programmes } from '../../store/programmes.ts';

export async function lineFacts(db: Db | Tx, orders: readonly LineOrder[]): Promise<LineFacts> {
  const agencies = await agenciesByIds(
    db,
    orders.flatMap(({ owner, other, supportingIds = [] }) => [
      owner.agencyId,
      ...(other ? [other.agencyId] : []),
      ...supportingIds,
    ]),
  );
  const named = orders.flatMap(({ owner, other }) => [owner.personId, other?.personId]).filter((id) => typeof id === 'string');
  const people = await peopleByIds(db, named);
  return {
    programmes: new Set((await programmes(db)).map(({ code }) => code)),
    paths: new Map([...agencies].map(([id, { path }]) => [id, path])),
    people: new Set(people.keys()),
  };
}
