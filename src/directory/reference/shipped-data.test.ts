import { beforeAll, expect, test } from 'vitest';
import { properName } from '../rules/region-name.ts';
import { flatCategories } from '../store/load-categories.ts';
import { shippedAgencies } from './agencies.ts';
import { CATEGORIES } from './categories.ts';
import { COMPETENCES } from './competences.ts';
import { DIGESTS, digestOf } from './digests.ts';
import { type RegionSeed, readRegions } from './regions.ts';

let regions: RegionSeed[];
beforeAll(async () => {
  regions = await readRegions();
});

test('the digests stand for the data as shipped: a changed set is loaded again at the next start', () => {
  expect({
    regions: digestOf(regions),
    agencies: digestOf(shippedAgencies(regions)),
    categories: digestOf([flatCategories(CATEGORIES), COMPETENCES]),
  }).toEqual(DIGESTS);
});

test('no region is shouted or carries the slips of its source', () => {
  const wrong = regions.filter(
    ({ name }) => name !== properName(name) || (/ {2}|["*’]|^.{5,}$/.test(name) && !/[a-z]/.test(name)),
  );
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

test('the same office is nowhere shipped under two names, and no two agencies of one government share one', () => {
  const agencies = shippedAgencies(regions);
  const names = new Map<string, string>();
  const twins = agencies.filter(({ name, path, code }) => {
    const key = `${path[0]} ${code.split('.').slice(0, -1).join('.')} ${name}`;
    const twin = names.has(key);
    names.set(key, code);
    return twin;
  });
  expect(twins.map(({ code }) => code)).toEqual([]);
});
