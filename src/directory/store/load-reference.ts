import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { shippedAgencies } from '../reference/agencies.ts';
import { CATEGORIES } from '../reference/categories.ts';
import { COMPETENCES } from '../reference/competences.ts';
import { DIGESTS } from '../reference/digests.ts';
import { REGION_EDITION } from '../reference/region-history.ts';
import { type RegionSeed, readRegions } from '../reference/regions.ts';
import { saveAgencies } from './load-agencies.ts';
import { flatCategories, saveCategories } from './load-categories.ts';
import { saveRegions } from './load-regions.ts';
import { loadOnce } from './reference-loads.ts';

/**
 * Fills or updates regions, agencies, categories and competences. By the owner's role, after every migration; unchanged sets are skipped
 * without reading them.
 *
 * @returns how many of what are in force now
 */
export async function loadReference(db: Db): Promise<{ what: string; count: number }[]> {
  let read: Promise<RegionSeed[]> | undefined;
  const regions = () => {
    read ??= readRegions();
    return read;
  };
  await loadOnce(db, {
    what: 'regions',
    edition: REGION_EDITION.decree,
    fingerprint: DIGESTS.regions,
    async load(tx) {
      const all = await regions();
      await saveRegions(tx, all, REGION_EDITION.on);
      return all.length;
    },
  });
  await loadOnce(db, {
    what: 'agencies',
    edition: DIGESTS.agencies,
    fingerprint: DIGESTS.agencies,
    async load(tx) {
      const all = shippedAgencies(await regions());
      await saveAgencies(tx, all);
      return all.length;
    },
  });
  await loadOnce(db, {
    what: 'categories',
    edition: DIGESTS.categories,
    fingerprint: DIGESTS.categories,
    async load(tx) {
      await saveCategories(tx, CATEGORIES, COMPETENCES);
      return flatCategories(CATEGORIES).length;
    },
  });
  return countLoaded(db);
}

async function countLoaded(db: Db): Promise<{ what: string; count: number }[]> {
  const { rows } = await sql<{ what: string; count: number }>`
    SELECT CASE level WHEN 'province' THEN 'provinces' WHEN 'regency' THEN 'regencies and cities'
                      WHEN 'district' THEN 'districts' ELSE 'villages' END AS what,
           count(*) AS count
      FROM directory.regions WHERE valid_until IS NULL GROUP BY level
    UNION ALL SELECT 'agencies', count(*) FROM directory.agencies WHERE valid_until IS NULL
    UNION ALL SELECT 'categories', count(*) FROM directory.categories WHERE valid_until IS NULL
    UNION ALL SELECT 'competences', count(*) FROM directory.competences
    ORDER BY 2 DESC`.execute(db);
  return rows;
}
