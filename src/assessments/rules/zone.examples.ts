/**
 * Scores at every edge with what they mean, and where that comes from. Run as tests of the rules and of `tuntas zone`; shown to
 * administrators beside the instruments.
 */
export interface ZoneExample {
  readonly year: number;
  readonly score: string;
  readonly zone: 'hijau' | 'kuning' | 'merah' | null;
  readonly category: string;
  readonly label: string;
  readonly source: string;
}

const BOUNDS_OF_2019 = 'PO 22/2016, tercetak 0–50, 51–80, 81–100 (123dok.com/document/q767geky)';
const BOUNDS_OF_2021 = 'langgam.id, survei kepatuhan 2021: 0–50,99, 51,00–80,99, 81,00–100';
const BOUNDS_OF_2022 = 'kupang.antaranews.com/berita/142569 (88,00); nosakaltara.com (78)';
const BRACKETED = 'Tidak tercetak; hasil terbit mengapitnya (52,98 = D, 55,01 = C; 31,98 = E, 32,23 = D)';
const PUBLISHED_2025 = 'Hasil terbit 2025: 88,49 Tertinggi; 78,86 Tinggi; 76,82 Sedang';

function zones(year: number, source: string): readonly ZoneExample[] {
  const rows = [
    ['0', 'merah', 'rendah', 'Kepatuhan Rendah'],
    ['50.99', 'merah', 'rendah', 'Kepatuhan Rendah'],
    ['50.994', 'merah', 'rendah', 'Kepatuhan Rendah'],
    ['50.995', 'kuning', 'sedang', 'Kepatuhan Sedang'],
    ['51', 'kuning', 'sedang', 'Kepatuhan Sedang'],
    ['80.99', 'kuning', 'sedang', 'Kepatuhan Sedang'],
    ['80.9949999', 'kuning', 'sedang', 'Kepatuhan Sedang'],
    ['80.995', 'hijau', 'tinggi', 'Kepatuhan Tinggi'],
    ['81', 'hijau', 'tinggi', 'Kepatuhan Tinggi'],
    ['100', 'hijau', 'tinggi', 'Kepatuhan Tinggi'],
  ] as const;
  return rows.map(([score, zone, category, label]) => ({ year, score, zone, category, label, source }));
}

function categories(year: number): readonly ZoneExample[] {
  const rows = [
    ['0', 'merah', 'E', 'Kualitas Terendah', BRACKETED],
    ['31.99', 'merah', 'E', 'Kualitas Terendah', BRACKETED],
    ['31.994', 'merah', 'E', 'Kualitas Terendah', BRACKETED],
    ['31.995', 'merah', 'D', 'Kualitas Rendah', BRACKETED],
    ['32', 'merah', 'D', 'Kualitas Rendah', BRACKETED],
    ['53.99', 'merah', 'D', 'Kualitas Rendah', BRACKETED],
    ['53.995', 'kuning', 'C', 'Kualitas Sedang', BRACKETED],
    ['54', 'kuning', 'C', 'Kualitas Sedang', BRACKETED],
    ['77.99', 'kuning', 'C', 'Kualitas Sedang', BOUNDS_OF_2022],
    ['77.995', 'hijau', 'B', 'Kualitas Tinggi', BOUNDS_OF_2022],
    ['78', 'hijau', 'B', 'Kualitas Tinggi', BOUNDS_OF_2022],
    ['80.995', 'hijau', 'B', 'Kualitas Tinggi', BOUNDS_OF_2022],
    ['87.99', 'hijau', 'B', 'Kualitas Tinggi', BOUNDS_OF_2022],
    ['87.995', 'hijau', 'A', 'Kualitas Tertinggi', BOUNDS_OF_2022],
    ['88', 'hijau', 'A', 'Kualitas Tertinggi', BOUNDS_OF_2022],
    ['93.74', 'hijau', 'A', 'Kualitas Tertinggi', 'Batang 2024, terbit 93,74'],
    ['100', 'hijau', 'A', 'Kualitas Tertinggi', BOUNDS_OF_2022],
  ] as const;
  return rows.map(([score, zone, category, label, source]) => ({ year, score, zone, category, label, source }));
}

function opinions(year: number): readonly ZoneExample[] {
  const rows = [
    ['31.99', 'terendah', 'Kualitas Terendah'],
    ['32', 'rendah', 'Kualitas Rendah'],
    ['53.99', 'rendah', 'Kualitas Rendah'],
    ['54', 'sedang', 'Kualitas Sedang'],
    ['76.82', 'sedang', 'Kualitas Sedang'],
    ['77.99', 'sedang', 'Kualitas Sedang'],
    ['78', 'tinggi', 'Kualitas Tinggi'],
    ['78.86', 'tinggi', 'Kualitas Tinggi'],
    ['87.99', 'tinggi', 'Kualitas Tinggi'],
    ['88', 'tertinggi', 'Kualitas Tertinggi'],
    ['88.49', 'tertinggi', 'Kualitas Tertinggi'],
  ] as const;
  return rows.map(([score, category, label]) => ({ year, score, zone: null, category, label, source: PUBLISHED_2025 }));
}

export const ZONE_EXAMPLES: readonly ZoneExample[] = [
  ...zones(2017, BOUNDS_OF_2019),
  ...zones(2019, BOUNDS_OF_2019),
  ...zones(2021, BOUNDS_OF_2021),
  ...[2022, 2023, 2024].flatMap(categories),
  ...opinions(2025),
];
