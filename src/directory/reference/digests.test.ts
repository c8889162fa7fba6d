import { expect, test } from 'vitest';
import { flatCategories } from '../store/load-categories.ts';
import { shippedAgencies } from './agencies.ts';
import { CATEGORIES } from './categories.ts';
import { COMPETENCES } from './competences.ts';
import { DIGESTS, digestOf } from './digests.ts';
import { readRegions } from './regions.ts';

test('the digests stand for the data as shipped: a changed set is loaded again at the next start', async () => {
  const regions = await readRegions();
  expect({
    regions: digestOf(regions),
    agencies: digestOf(shippedAgencies(regions)),
    categories: digestOf([flatCategories(CATEGORIES), COMPETENCES]),
  }).toEqual(DIGESTS);
}, 20_000);
