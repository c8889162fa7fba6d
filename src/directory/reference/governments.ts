import type { AgencyKind } from '../rules/agency.ts';
import { JAKARTA } from '../rules/category.ts';
import type { AgencySeed } from './agency-seed.ts';

/** Names that do not follow the pattern 'Pemerintah Provinsi X'. */
const PROVINCE_NAMES: Readonly<Record<string, readonly [name: string, shortName: string]>> = {
  '11': ['Pemerintah Aceh', 'Pemerintah Aceh'],
  '31': ['Pemerintah Provinsi Daerah Khusus Ibukota Jakarta', 'Pemprov DKI Jakarta'],
  '34': ['Pemerintah Daerah Daerah Istimewa Yogyakarta', 'Pemda DIY'],
};

/** Governments that write their own name otherwise than the region register does. */
const OWN_WRITING: Readonly<Record<string, string>> = {
  '21.72': 'Kota Tanjungpinang',
};

function localGovernment(code: string, regionName: string): AgencySeed {
  const place = OWN_WRITING[code] ?? regionName;
  const isCity = place.startsWith('Kota ');
  const kind: AgencyKind = isCity ? 'city-government' : 'regency-government';
  const shortName = isCity ? place.replace(/^Kota /, 'Pemkot ') : place.replace(/^Kabupaten /, 'Pemkab ');
  return { code, kind, name: `Pemerintah ${place}`, shortName, parent: null, region: code, nameConfirmed: true };
}

/** Name and short name of the city or regency a Jakarta unit administers. */
function jakartaUnit(code: string, regionName: string): AgencySeed {
  const shortName = regionName.replace('Kota Administrasi ', 'Pemkot Adm. ').replace('Kabupaten Administrasi ', 'Pemkab Adm. ');
  return {
    code,
    kind: 'administrative-unit',
    name: `Pemerintah ${regionName}`,
    shortName,
    parent: JAKARTA,
    region: code,
    nameConfirmed: true,
  };
}

/**
 * The government of every autonomous province, regency and city, each the root of its own tree: they are autonomous, a province
 * is not above its regencies (UU 23/2014 Pasal 2). Jakarta's six units stand in Jakarta's tree.
 */
export function governments(
  provinces: readonly { code: string; name: string }[],
  regencies: readonly { code: string; name: string }[],
): AgencySeed[] {
  const ofProvinces = provinces.map(({ code, name }): AgencySeed => {
    const [full, short] = PROVINCE_NAMES[code] ?? [`Pemerintah Provinsi ${name}`, `Pemprov ${name}`];
    return { code, kind: 'province-government', name: full, shortName: short, parent: null, region: code, nameConfirmed: true };
  });
  const below = regencies.map(({ code, name }) =>
    code.startsWith(`${JAKARTA}.`) ? jakartaUnit(code, name) : localGovernment(code, name),
  );
  return [...ofProvinces, ...below];
}
