import type { Cluster } from '../../src/casework/rules/reviews/find-clusters.ts';
import { PLANT_KINDS, type PlantKind } from './invent.ts';
import { placeOf, type Year } from './server.ts';

export interface Verdict {
  /** Planted problems that were found: a cluster holds at least half of theirs, and they are at least half of it. */
  readonly found: number;
  /** Of each kind, `12 of 12`. */
  readonly byKind: Readonly<Record<PlantKind, string>>;
  /** Clusters that are none of them, or a second one of the same. */
  readonly wrong: number;
  /** Of the planted complaints of found problems, how many are in their cluster. */
  readonly shareOfRows: number;
  readonly missed: readonly { readonly kind: PlantKind; readonly rows: number; readonly weeks: number; readonly load: number }[];
}

export function judgeClusters(year: Year, clusters: readonly Pick<Cluster, 'rows'>[]): Verdict {
  const plantOf = new Map(year.planted.flatMap((places, plant) => places.map((place) => [place, plant] as const)));
  const found = new Map<number, number>();
  let wrong = 0;
  for (const { rows } of clusters) {
    const counts = new Map<number, number>();
    for (const { id } of rows) {
      const plant = plantOf.get(placeOf(id));
      if (plant !== undefined) counts.set(plant, (counts.get(plant) ?? 0) + 1);
    }
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    const isIt = best && best[1] * 2 >= rows.length && best[1] * 2 >= (year.planted[best[0]]?.length ?? 0);
    if (isIt && !found.has(best[0])) found.set(best[0], best[1]);
    else wrong += 1;
  }
  const planted = [...found.keys()].reduce((sum, plant) => sum + (year.planted[plant]?.length ?? 0), 0);
  return {
    found: found.size,
    byKind: Object.fromEntries(
      PLANT_KINDS.map((kind) => {
        const planted = year.plants.flatMap((plant, index) => (plant.kind === kind ? [index] : []));
        return [kind, `${planted.filter((plant) => found.has(plant)).length} of ${planted.length}`];
      }),
    ) as Record<PlantKind, string>,
    wrong,
    shareOfRows: planted === 0 ? 0 : [...found.values()].reduce((sum, each) => sum + each, 0) / planted,
    missed: year.plants
      .filter((_, plant) => !found.has(plant))
      .map(({ kind, rows, weeks, load }) => ({ kind, rows, weeks, load })),
  };
}
