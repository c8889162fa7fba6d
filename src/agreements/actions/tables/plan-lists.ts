/** What the cells of a plan's table can be chosen from: its programmes, its parties and the offices below them, and whatever its lines name already. */
import { type Agency, agenciesByIds, agenciesUnder } from '../../../directory/index.ts';
import { type Day, Temporal } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import type { LineFacts } from '../../rules/lines/promise.ts';
import { type TableLists, withOwnNames } from '../../rules/tables/lists.ts';
import { type Programme, programmes } from '../../store/programmes.ts';

export interface PlanLists {
  readonly lists: TableLists;
  /** What rules need to know of the ids a table can name: all of them are on its lists. */
  readonly facts: LineFacts;
}

export async function planLists(db: Db | Tx, agreement: Agreement, lines: readonly Line[], today: Day): Promise<PlanLists> {
  const own = agreement.parties.flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId]));
  const offered = new Map<string, Agency>();
  for (const id of own) for (const agency of await agenciesUnder(db, id)) offered.set(agency.id, agency);
  const named = lines.flatMap(({ owner, other, supportingIds }) => [owner.agencyId, other?.agencyId ?? '', ...supportingIds]);
  const others = await agenciesByIds(
    db,
    named.filter((id) => !offered.has(id)),
  );
  const known = await programmes(db);
  const agencies = [...offered.values(), ...others.values()];
  return {
    lists: {
      programmes: known.map((programme) => ({ ...programme, isOffered: isOffered(programme, agreement, today) })),
      agencies: withOwnNames(agencies.map(({ id, code, name }) => ({ id, code, name, isOffered: offered.has(id) }))),
    },
    facts: {
      programmes: new Set(known.map(({ code }) => code)),
      paths: new Map(agencies.map(({ id, path }) => [id, path])),
      // A table names no people: those that stand in lines stay there.
      people: new Set(
        lines.flatMap(({ owner, other }) => [owner.personId, other?.personId]).filter((id) => typeof id === 'string'),
      ),
    },
  };
}

/** A plan's own programmes, those of every plan where it names none. */
function isOffered({ code, validUntil }: Programme, { programmes: own }: Agreement, today: Day): boolean {
  const isOver = validUntil !== null && Temporal.PlainDate.compare(validUntil, today) <= 0;
  return !isOver && (own.length === 0 || own.includes(code));
}
