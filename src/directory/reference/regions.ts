import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';
import { codeAndAncestors, kindOf, type RegionKind } from '../rules/region.ts';
import { properName } from '../rules/region-name.ts';
import { indexWords, searchVector } from '../rules/search-words.ts';
import { zoneOfRegion } from '../rules/zones.ts';
import { REGION_ALIASES, REGION_STARTS } from './region-history.ts';

export interface RegionSeed {
  readonly code: string;
  readonly kind: RegionKind;
  readonly name: string;
  readonly zone: string;
  /** Text of a tsvector. */
  readonly search: string;
  readonly from: string | null;
}

/** Every region of the package, wide to narrow, names in proper writing. Takes about half a second. */
export async function readRegions(): Promise<RegionSeed[]> {
  const [provinces, regencies, districts, villages] = await Promise.all([
    getProvinces(),
    getRegencies(),
    getDistricts(),
    getVillages(),
  ]);
  const known = new Map<string, Set<string>>();
  return [...provinces, ...regencies, ...districts, ...villages].map(({ code, name: raw }) => {
    const name = properName(raw);
    const kind = kindOf(code, name);
    const [, ...ancestors] = codeAndAncestors(code);
    const own = indexWords(name.replace(/^(Kabupaten|Kota)( Administrasi)? /, ''), REGION_ALIASES[code] ?? '');
    if (code.length < VILLAGE_LENGTH) known.set(code, own);
    const above = ancestors.flatMap((ancestor) => [...(known.get(ancestor) ?? [])]);
    return {
      code,
      kind,
      name,
      zone: zoneOfRegion(code),
      search: searchVector([...own, ...kind.split('-')], above),
      from: REGION_STARTS[code.slice(0, 2)]?.on ?? null,
    };
  });
}

const VILLAGE_LENGTH = '51.05.01.2001'.length;
