import type { Zone } from '../../kernel/time.ts';

/**
 * Civil zone per province.
 *
 * Source: Keputusan Presiden 41/1987 on the division of Indonesia into three time zones, in force since 1 January 1988. It names the
 * provinces of its day; later ones (Gorontalo, Sulawesi Barat, Kalimantan Utara, Maluku Utara, those of Papua and of Sumatra and
 * Java) keep the zone of the province they were taken from. No province is divided between two zones.
 */
const PROVINCES: Readonly<Record<Zone, readonly string[]>> = {
  // Sumatra, Java and Madura, West and Central Kalimantan
  'Asia/Jakarta': '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 61 62'.split(' '),
  // Bali, Nusa Tenggara, South, East and North Kalimantan, Sulawesi
  'Asia/Makassar': '51 52 53 63 64 65 71 72 73 74 75 76'.split(' '),
  // Maluku and Papua
  'Asia/Jayapura': '81 82 91 92 93 94 95 96'.split(' '),
};

export const ZONE_SOURCE = 'Keppres 41/1987';

const ZONE_OF = new Map<string, Zone>(
  (Object.entries(PROVINCES) as [Zone, readonly string[]][]).flatMap(([zone, codes]) =>
    codes.map((code) => [code, zone] as const),
  ),
);

/**
 * The civil zone of a region code of any level.
 * Throws for a province that is not in the table: a new province must be entered here before its regions are loaded.
 */
export function zoneOfRegion(code: string): Zone {
  const zone = ZONE_OF.get(code.slice(0, 2));
  if (zone === undefined) throw new Error(`no civil zone is known for province ${code.slice(0, 2)}`);
  return zone;
}
