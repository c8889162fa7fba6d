/** The facts of the coverage board: every regional government with what covers it. */
import { type Agency, listAgencies } from '../../../directory/index.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
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

/** @param province code of the province; without it the whole country */
export async function coverageBoard(tools: Pick<Tools, 'db' | 'clock'>, province?: string): Promise<Board> {
  const { db } = tools;
  const [law, lists] = await Promise.all([
    lawBook(tools),
    Promise.all(
      KINDS.map((kind) => listAgencies(db, { limit: MOST, filters: { kind, ...(province ? { region: province } : {}) } })),
    ),
  ]);
  const day = dayOf(tools.clock.now(), 'Asia/Jakarta');
  const governments = lists
    .flatMap(({ rows }) => rows)
    .filter(({ code }) => province === undefined || code.slice(0, 2) === province);
  const ids = province === undefined ? null : governments.map(({ id }) => id);
  const [covers, activities] = await Promise.all([coversOf(db, ids), activityOf(db, ids, day)]);
  const byGovernment = Map.groupBy(covers, ({ governmentId }) => governmentId);
  const active = Map.groupBy(activities, ({ governmentId }) => governmentId);
  const warnings = lapseWarningsOn(law, day);
  return {
    day,
    warnings,
    covers: governments
      .toSorted((a, b) => a.code.localeCompare(b.code))
      .map((agency) => coverOf(factsOf(agency), byGovernment.get(agency.id) ?? [], active.get(agency.id) ?? [], day, warnings)),
  };
}

function factsOf({ id, code, name, kind }: Agency): GovernmentFacts {
  return { id, code, name, isProvince: kind === 'province-government' };
}
