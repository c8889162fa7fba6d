import { loadReference as assessments } from '../assessments/index.ts';
import { loadReference as directory } from '../directory/index.ts';
import { loadReference as law } from '../law/index.ts';
import type { Db } from '../platform/database/database.ts';

export interface LoadedReference {
  readonly what: string;
  readonly count: number;
}

type Loader = (db: Db) => Promise<readonly LoadedReference[]>;

/** In this order: a later room's rows may point at an earlier one's. */
const LOADERS: readonly Loader[] = [law, directory, assessments];

/**
 * Fills in what the law and the map say (parameters, holidays, regions, agencies, categories, instruments), after every migration and by
 * the owner's role. Does nothing where the tables already hold it.
 *
 * @returns how many rows of what are there now
 */
export async function loadReference(db: Db): Promise<LoadedReference[]> {
  const loaded: LoadedReference[] = [];
  for (const load of LOADERS) loaded.push(...(await load(db)));
  return loaded;
}
