/**
 * How the offices of a regional government are written down, and how they become agencies.
 *
 * Names of offices (nomenklatur) differ from government to government and change with each reorganisation: what is written here is
 * general knowledge of 2024-2025 unless marked as confirmed, and says so where an administrator reads it.
 */
import type { AgencySeed } from './agency-seed.ts';

export interface Office {
  /** What it does, and the last part of its code; several when one office does the work of two: 'dishub dlh'. */
  readonly does: string;
  /** Without the place: 'Dinas Kesehatan'. */
  readonly name: string;
  readonly shortName: string;
  /** Where the name was seen. Set = confirmed. */
  readonly seen?: string;
}

export interface Unit {
  /** Last part of the code. */
  readonly slug: string;
  readonly name: string;
  /** Regions served, as full codes. */
  readonly serves?: readonly string[];
  readonly seen?: string;
}

export interface LocalGovernment {
  readonly region: string;
  /** As it stands in the names of the offices: 'Kabupaten Klungkung'. */
  readonly place: string;
  /** As it stands in short names: 'Klungkung'. */
  readonly near: string;
  readonly offices: readonly Office[];
  /** Community health centres below the health office. */
  readonly puskesmas: readonly Unit[];
  /** Hospitals: special units of the health office (PP 72/2019). */
  readonly hospitals: readonly Unit[];
  /** Enterprises the region owns, by function. */
  readonly enterprises?: readonly Office[];
}

const TO_CHECK = 'Nomenklatur menurut pengetahuan umum; cocokkan dengan perda susunan perangkat daerah.';

function confirmation(seen: string | undefined): Pick<AgencySeed, 'nameConfirmed' | 'nameNote'> {
  return seen === undefined ? { nameConfirmed: false, nameNote: TO_CHECK } : { nameConfirmed: true, nameNote: seen };
}

/** Offices that every regency and city has under the same name. */
export const COMMON_OFFICES: readonly Office[] = [
  { does: 'dukcapil', name: 'Dinas Kependudukan dan Pencatatan Sipil', shortName: 'Disdukcapil' },
  { does: 'dpmptsp', name: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', shortName: 'DPMPTSP' },
  { does: 'satpolpp', name: 'Satuan Polisi Pamong Praja', shortName: 'Satpol PP' },
];

function kindOf(office: Office): AgencySeed['kind'] {
  return office.does === 'inspektorat' ? 'inspectorate' : 'opd';
}

/** All agencies below one government, parents first. The office that does `kominfo` is the coordinator's own desk. */
export function localOffices(government: LocalGovernment): AgencySeed[] {
  const { region, place, near } = government;
  const offices = government.offices.map((office): AgencySeed => {
    const functions = office.does.split(' ');
    return {
      code: `${region}.${functions[0]}`,
      kind: kindOf(office),
      name: `${office.name} ${place}`,
      shortName: `${office.shortName} ${near}`,
      parent: region,
      region,
      functions,
      desk: functions.includes('kominfo'),
      ...confirmation(office.seen),
    };
  });
  const enterprises = (government.enterprises ?? []).map(
    (office): AgencySeed => ({
      code: `${region}.${office.does}`,
      kind: 'bumd',
      name: office.name,
      shortName: office.shortName,
      parent: region,
      region,
      functions: [office.does],
      ...confirmation(office.seen),
    }),
  );
  const health = `${region}.dinkes`;
  const puskesmas = government.puskesmas.map(
    (unit): AgencySeed => ({
      code: `${health}.puskesmas-${unit.slug}`,
      kind: 'upt',
      name: `UPTD Puskesmas ${unit.name} ${place}`,
      shortName: `Puskesmas ${unit.name}`,
      parent: health,
      region,
      functions: ['puskesmas'],
      ...(unit.serves === undefined ? {} : { serves: unit.serves }),
      ...confirmation(unit.seen),
    }),
  );
  const hospitals = government.hospitals.map(
    (unit): AgencySeed => ({
      code: `${health}.${unit.slug}`,
      kind: 'upt',
      name: unit.name,
      shortName: unit.name,
      parent: health,
      region,
      functions: ['rsud'],
      ...confirmation(unit.seen),
    }),
  );
  return [...offices, ...enterprises, ...puskesmas, ...hospitals];
}

/**
 * The kecamatan, kelurahan and desa of a regency as agencies, from the region data itself: their codes are the region codes.
 * A desa governs itself (UU 6/2014) yet stands here in the regency's tree, because the regency guides it and is the respondent in SP4N.
 */
export function placesAsAgencies(
  region: string,
  districts: readonly { code: string; name: string }[],
  villages: readonly { code: string; name: string }[],
): AgencySeed[] {
  const ofDistricts = districts
    .filter(({ code }) => code.startsWith(`${region}.`))
    .map(
      ({ code, name }): AgencySeed => ({
        code,
        kind: 'district-office',
        name: `Kecamatan ${name}`,
        shortName: `Kec. ${name}`,
        parent: region,
        region: code,
        nameConfirmed: true,
      }),
    );
  const ofVillages = villages
    .filter(({ code }) => code.startsWith(`${region}.`))
    .map(({ code, name }): AgencySeed => {
      const isKelurahan = code.charAt(9) === '1';
      return {
        code,
        kind: isKelurahan ? 'kelurahan' : 'village',
        name: isKelurahan ? `Kelurahan ${name}` : `Pemerintah Desa ${name}`,
        shortName: isKelurahan ? `Kel. ${name}` : `Desa ${name}`,
        parent: code.slice(0, 8),
        region: code,
        nameConfirmed: true,
      };
    });
  return [...ofDistricts, ...ofVillages];
}
