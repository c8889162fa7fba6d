import type { WebContext } from '../../../platform/http/env.ts';
import { isRegionCode } from '../../rules/region.ts';
import { regionsIn, searchRegions, withChains } from '../../store/regions.ts';

const AN_HOUR = { 'Cache-Control': 'public, max-age=3600' } as const;

/**
 * GET /regions/options: for islands that narrow a place down. `?parent=51.05` lists what lies directly in a region (without it the
 * provinces), `?q=gelgel` finds by words. Answers `{ options: [{ code, name, chain, level }] }`.
 */
export async function regionOptions(c: WebContext): Promise<Response> {
  const { db } = c.get('tools');
  const q = c.req.query('q');
  const parent = c.req.query('parent') ?? '';
  if (parent !== '' && !isRegionCode(parent)) return c.json({ options: [] }, 200, AN_HOUR);
  const regions =
    q === undefined
      ? await withChains(db, await regionsIn(db, parent === '' ? null : parent))
      : await searchRegions(db, q.slice(0, 200));
  const options = regions.map(({ code, name, chain, level }) => ({ code, name, chain, level }));
  return c.json({ options }, 200, AN_HOUR);
}
