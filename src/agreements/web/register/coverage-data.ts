/** The facts of the coverage board: every regional government with what covers it. */
import { type Agency, listAgencies } from '../../../directory/index.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { lapseWarningsOn } from '../../rules/numbers.ts';
import { coverOf, type GovernmentCover, type GovernmentFacts } from '../../rules/register/coverage.ts';
import { activityOf, coversOf } from '../../store/register/coverage.ts';

const KINDS = ['province-government', 'regency-government', 'city-government'] as const;
/** Above the number of regencies there are. */
const MOST = 1000;

export interface Board {
  readonly day: Day;
  readonly warnings: readonly [number, number];
  readonly covers: readonly GovernmentCover[];
}

export const provinceOf = ({ government }: GovernmentCover): string => government.code.slice(0, 2);

/** How old the list of governments may be: it changes by law, not by the hour. */
const A_QUARTER_MINUTE = 15_000;
const lists = new WeakMap<Db, { readonly until: number; readonly governments: Promise<readonly GovernmentFacts[]> }>();

/** Every regional government in force, by code; a process asks the directory for it a few times a minute. */
function allGovernments(db: Db): Promise<readonly GovernmentFacts[]> {
  const kept = lists.get(db);
  if (kept && kept.until > performance.now()) return kept.governments;
  const governments = Promise.all(KINDS.map((kind) => listAgencies(db, { limit: MOST, filters: { kind } }))).then((found) =>
    found
      .flatMap(({ rows }) => rows)
      .map(factsOf)
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  );
  lists.set(db, { until: performance.now() + A_QUARTER_MINUTE, governments });
  // What failed is not kept.
  governments.catch(() => lists.delete(db));
  return governments;
}

/** @param province code of the province; without it the whole country */
export async function coverageBoard(tools: Pick<Tools, 'db' | 'clock'>, province?: string): Promise<Board> {
  const { db } = tools;
  const [law, all] = await Promise.all([lawBook(tools), allGovernments(db)]);
  const day = dayOf(tools.clock.now(), 'Asia/Jakarta');
  const governments = province === undefined ? all : all.filter(({ code }) => code.slice(0, 2) === province);
  const ids = province === undefined ? null : governments.map(({ id }) => id);
  const [covers, activities] = await Promise.all([coversOf(db, ids), activityOf(db, ids, day)]);
  const byGovernment = Map.groupBy(covers, ({ governmentId }) => governmentId);
  const active = Map.groupBy(activities, ({ governmentId }) => governmentId);
  const warnings = lapseWarningsOn(law, day);
  return {
    ...{ day, warnings },
    covers: governments.map((government) =>
      coverOf(government, byGovernment.get(government.id) ?? [], active.get(government.id) ?? [], day, warnings),
    ),
  };
}

function factsOf({ id, code, name, kind }: Agency): GovernmentFacts {
  return { id, code, name, isProvince: kind === 'province-government' };
}
