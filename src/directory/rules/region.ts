import type { Day, Zone } from '../../kernel/time.ts';

/** Levels of administrative regions, from wide to narrow. The dotted code tells the level by its length. */
export const REGION_LEVELS = ['province', 'regency', 'district', 'village'] as const;
export type RegionLevel = (typeof REGION_LEVELS)[number];

/** What the region is called in law; the Indonesian word is the identifier because it has no exact English one. */
export const REGION_KINDS = [
  'provinsi',
  'kabupaten',
  'kota',
  'kabupaten-administrasi',
  'kota-administrasi',
  'kecamatan',
  'distrik',
  'kelurahan',
  'desa',
  'desa-adat',
] as const;
export type RegionKind = (typeof REGION_KINDS)[number];

export interface Region {
  /** Dotted Kemendagri code: '51', '51.05', '51.05.01', '51.05.01.2001'. */
  readonly code: string;
  readonly level: RegionLevel;
  readonly kind: RegionKind;
  /** As written by itself: 'Bali', 'Kabupaten Klungkung', 'Nusa Penida', 'Sakti'. */
  readonly name: string;
  readonly parentCode: string | null;
  /** Civil zone of the province: deadlines of complaints about this place end at the end of its day. */
  readonly zone: Zone;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
}

const CODE = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;

export function isRegionCode(text: string): boolean {
  return CODE.test(text);
}

/** The level a code is of, `undefined` when it is no region code. */
export function levelOf(code: string): RegionLevel | undefined {
  return isRegionCode(code) ? REGION_LEVELS[code.split('.').length - 1] : undefined;
}

/** The code itself and its ancestors, narrow to wide: '51.05.01' gives ['51.05.01', '51.05', '51']. */
export function codeAndAncestors(code: string): string[] {
  const parts = code.split('.');
  return parts.map((_, taken) => parts.slice(0, parts.length - taken).join('.'));
}

/** The part of a code that names the region of a level: ('51.05.01', 'province') gives '51'; `undefined` when the code is wider. */
export function codeAt(code: string, level: RegionLevel): string | undefined {
  const wanted = REGION_LEVELS.indexOf(level) + 1;
  const parts = code.split('.');
  return parts.length < wanted ? undefined : parts.slice(0, wanted).join('.');
}

/** Whether `inner` is `outer` or lies in it. */
export function liesIn(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`);
}

/** The provinces of Papua, where a kecamatan is called *distrik* (UU 21/2001, special autonomy). */
const PAPUA = ['91', '92', '93', '94', '95', '96'];

/**
 * The kind of a region, from the markers in the data itself: a regency's name says Kabupaten or Kota (and Administrasi in
 * Jakarta), a village's last four digits start with 1 (kelurahan), 2 (desa) or 3 (desa adat).
 * Throws on a name or code that carries no known marker: that is a fault of the data set, to be seen when it is loaded.
 */
export function kindOf(code: string, name: string): RegionKind {
  switch (levelOf(code)) {
    case 'province':
      return 'provinsi';
    case 'regency':
      if (name.startsWith('Kabupaten Administrasi ')) return 'kabupaten-administrasi';
      if (name.startsWith('Kota Administrasi ')) return 'kota-administrasi';
      if (name.startsWith('Kabupaten ')) return 'kabupaten';
      if (name.startsWith('Kota ')) return 'kota';
      break;
    case 'district':
      return PAPUA.includes(code.slice(0, 2)) ? 'distrik' : 'kecamatan';
    case 'village':
      if (code.charAt(9) === '1') return 'kelurahan';
      if (code.charAt(9) === '2') return 'desa';
      if (code.charAt(9) === '3') return 'desa-adat';
      break;
    default:
  }
  throw new Error(`region ${code} carries no marker of its kind`);
}

const BEFORE_NAME: Readonly<Record<RegionKind, string>> = {
  provinsi: 'Provinsi ',
  kabupaten: '',
  kota: '',
  'kabupaten-administrasi': '',
  'kota-administrasi': '',
  kecamatan: 'Kec. ',
  distrik: 'Distrik ',
  kelurahan: 'Kelurahan ',
  desa: 'Desa ',
  'desa-adat': 'Desa Adat ',
};

/** The name with the word of its kind: 'Desa Sakti', 'Kec. Nusa Penida', 'Kabupaten Klungkung', 'Provinsi Bali'. */
export function regionTitle(region: Pick<Region, 'kind' | 'name'>): string {
  return `${BEFORE_NAME[region.kind]}${region.name}`;
}

/** 'Desa Sakti, Kec. Nusa Penida, Kabupaten Klungkung, Provinsi Bali'; regions in any order. */
export function chainText(regions: readonly Pick<Region, 'code' | 'kind' | 'name'>[]): string {
  return [...regions]
    .sort((a, b) => b.code.length - a.code.length)
    .map(regionTitle)
    .join(', ');
}
