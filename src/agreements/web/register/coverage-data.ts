/** The facts of the coverage board: every regional government with what covers it. */
import { type Agency, listAgencies, zoneOfRegion } from '../../../directory/index.ts';
import { type Day, dayOf, type Moment, ZONES, type Zone } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { lapseWarningsOn, lightRuleOn } from '../../rules/numbers.ts';
import { type CoverNumbers, coverOf, type GovernmentCover, type GovernmentFacts } from '../../rules/register/coverage.ts';
import { activityOf, coverageMark, coversOf } from '../../store/register/coverage.ts';

const KINDS = ['province-government', 'regency-government', 'city-government'] as const;
/** Above the number of regencies there are. */
const MOST = 1000;

export interface Board {
  readonly day: Day;
  readonly warnings: readonly [number, number];
  /** Days without a report after which a programme lies still. */
  readonly staleDays: number;
  readonly covers: readonly GovernmentCover[];
}

export const provinceOf = ({ government }: GovernmentCover): string => government.code.slice(0, 2);

type LocatedGovernment = GovernmentFacts & { readonly zone: Zone };

/** How old the list of governments may be: it changes by law, not by the hour. */
const A_QUARTER_MINUTE = 15_000;
const lists = new WeakMap<Db, { readonly until: number; readonly governments: Promise<readonly LocatedGovernment[]> }>();

/** Every regional government in force, by code; a process asks the directory for it a few times a minute. */
function allGovernments(db: Db): Promise<readonly LocatedGovernment[]> {
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

/** What is kept of the country until an agreement, a line, a government, a number or the day changes. */
interface Kept {
  readonly mark: string;
  readonly governments: readonly LocatedGovernment[];
  readonly covers: Promise<readonly GovernmentCover[]>;
}
const kept = new WeakMap<Db, Kept>();

/**
 * The board as it is now. It is put together once for all who ask (pages, JSON, CSV, press): a change is seen at once, and whoever asks meanwhile waits for
 * the same answer.
 *
 * @param province code of the province; without it the whole country
 */
export async function coverageBoard(tools: Pick<Tools, 'db' | 'clock'>, province?: string): Promise<Board> {
  const { db } = tools;
  const now = tools.clock.now();
  const [law, governments, mark] = await Promise.all([lawBook(tools), allGovernments(db), coverageMark(db)]);
  const day = dayOf(now, province === undefined ? 'Asia/Jakarta' : zoneOfRegion(province));
  const numbers = { warnings: lapseWarningsOn(law, day), staleDays: lightRuleOn(law, day).staleDays };
  const days = new Map(ZONES.map((zone) => [zone, dayOf(now, zone)]));
  const full = JSON.stringify([mark, [...days.values()].map(String), numbers]);
  let board = kept.get(db);
  if (board?.mark !== full || board.governments !== governments) {
    board = { mark: full, governments, covers: coversNow(db, governments, now, days, numbers) };
    kept.set(db, board);
    // What failed is not kept.
    board.covers.catch(() => kept.delete(db));
  }
  const covers = await board.covers;
  return {
    ...{ day, ...numbers },
    covers: province === undefined ? covers : covers.filter((cover) => provinceOf(cover) === province),
  };
}

async function coversNow(
  db: Db,
  governments: readonly LocatedGovernment[],
  now: Moment,
  days: ReadonlyMap<Zone, Day>,
  numbers: CoverNumbers,
): Promise<readonly GovernmentCover[]> {
  const [covers, activities] = await Promise.all([coversOf(db), activityOf(db, now)]);
  const byGovernment = Map.groupBy(covers, ({ governmentId }) => governmentId);
  const active = Map.groupBy(activities, ({ governmentId }) => governmentId);
  // Each government on the day it is there: in the east the last day of a memorandum is over first.
  return governments.map(({ zone, ...government }) =>
    coverOf(government, byGovernment.get(government.id) ?? [], active.get(government.id) ?? [], days.get(zone) as Day, numbers),
  );
}

function factsOf({ id, code, name, kind, regionCode }: Agency): LocatedGovernment {
  const zone = regionCode === null ? 'Asia/Jakarta' : zoneOfRegion(regionCode);
  return { id, code, name, isProvince: kind === 'province-government', zone };
}
