import { agencySearch } from '../rules/agency-search.ts';
import { levelOf, type RegionLevel } from '../rules/region.ts';
import { type AgencySeed, agencyId } from './agency-seed.ts';
import { BALI } from './bali.ts';
import { branchOffices } from './branches.ts';
import { governments } from './governments.ts';
import { KEPULAUAN_RIAU } from './kepulauan-riau.ts';
import { localOffices, placesAsAgencies } from './local-offices.ts';
import { nationalAgencies } from './national.ts';
import { ombudsmanOffices } from './ombudsman.ts';
import type { RegionSeed } from './regions.ts';

export interface PlacedAgency extends AgencySeed {
  readonly id: string;
  readonly parentId: string | null;
  readonly path: readonly string[];
  /** Text of a tsvector. */
  readonly search: string;
}

/** All agencies of the first load, parents before children, with ids and paths. Throws when a parent is missing or a code is twice there. */
export function shippedAgencies(regions: readonly RegionSeed[]): PlacedAgency[] {
  const at = (level: RegionLevel) => regions.filter((region) => levelOf(region.code) === level);
  const provinces = at('province');
  const districts = at('district');
  const villages = at('village');
  const examples = [...BALI, ...KEPULAUAN_RIAU];
  const seeds: AgencySeed[] = [
    ...governments(provinces, at('regency')),
    ...nationalAgencies(),
    ...ombudsmanOffices(),
    ...examples.flatMap(localOffices),
    ...examples.filter(({ region }) => region.length > 2).flatMap(({ region }) => placesAsAgencies(region, districts, villages)),
    ...branchOffices(),
  ];
  return place(seeds, new Map(provinces.map(({ code, name }) => [code, name])));
}

function place(seeds: readonly AgencySeed[], provinceNames: ReadonlyMap<string, string>): PlacedAgency[] {
  const placed = new Map<string, PlacedAgency>();
  for (const seed of seeds) {
    if (placed.has(seed.code)) throw new Error(`agency ${seed.code} is listed twice`);
    const parent = seed.parent === null ? undefined : placed.get(seed.parent);
    if (seed.parent !== null && parent === undefined)
      throw new Error(`agency ${seed.code} comes before its parent ${seed.parent}`);
    const id = agencyId(seed.code);
    placed.set(seed.code, {
      ...seed,
      id,
      parentId: parent?.id ?? null,
      path: [...(parent?.path ?? []), id],
      search: agencySearch(seed, parent, provinceNames.get(seed.region?.slice(0, 2) ?? '')),
    });
  }
  return [...placed.values()];
}
