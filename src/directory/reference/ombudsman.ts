import type { AgencySeed } from './agency-seed.ts';

/** Province code, slug, name as the office carries it. One office for each of the 34 provinces of before 2022. */
const OFFICES: readonly (readonly [province: string, slug: string, name: string])[] = [
  ['11', 'aceh', 'Aceh'],
  ['12', 'sumatera-utara', 'Sumatera Utara'],
  ['13', 'sumatera-barat', 'Sumatera Barat'],
  ['14', 'riau', 'Riau'],
  ['15', 'jambi', 'Jambi'],
  ['16', 'sumatera-selatan', 'Sumatera Selatan'],
  ['17', 'bengkulu', 'Bengkulu'],
  ['18', 'lampung', 'Lampung'],
  ['19', 'kepulauan-bangka-belitung', 'Kepulauan Bangka Belitung'],
  ['21', 'kepulauan-riau', 'Kepulauan Riau'],
  ['31', 'jakarta-raya', 'Jakarta Raya'],
  ['32', 'jawa-barat', 'Jawa Barat'],
  ['33', 'jawa-tengah', 'Jawa Tengah'],
  ['34', 'yogyakarta', 'Daerah Istimewa Yogyakarta'],
  ['35', 'jawa-timur', 'Jawa Timur'],
  ['36', 'banten', 'Banten'],
  ['51', 'bali', 'Bali'],
  ['52', 'nusa-tenggara-barat', 'Nusa Tenggara Barat'],
  ['53', 'nusa-tenggara-timur', 'Nusa Tenggara Timur'],
  ['61', 'kalimantan-barat', 'Kalimantan Barat'],
  ['62', 'kalimantan-tengah', 'Kalimantan Tengah'],
  ['63', 'kalimantan-selatan', 'Kalimantan Selatan'],
  ['64', 'kalimantan-timur', 'Kalimantan Timur'],
  ['65', 'kalimantan-utara', 'Kalimantan Utara'],
  ['71', 'sulawesi-utara', 'Sulawesi Utara'],
  ['72', 'sulawesi-tengah', 'Sulawesi Tengah'],
  ['73', 'sulawesi-selatan', 'Sulawesi Selatan'],
  ['74', 'sulawesi-tenggara', 'Sulawesi Tenggara'],
  ['75', 'gorontalo', 'Gorontalo'],
  ['76', 'sulawesi-barat', 'Sulawesi Barat'],
  ['81', 'maluku', 'Maluku'],
  ['82', 'maluku-utara', 'Maluku Utara'],
  ['91', 'papua', 'Papua'],
  ['92', 'papua-barat', 'Papua Barat'],
];

/**
 * Areas beyond the office's own province. Jakarta Raya serves Bogor, Depok and Bekasi too (opened February 2018, Antara 12 Mar 2018);
 * the four provinces made in Papua in 2022 have no office of their own yet, the office of the former province serves them (unconfirmed).
 */
const FURTHER_AREAS: Readonly<Record<string, readonly string[]>> = {
  'jakarta-raya': ['32.01', '32.71', '32.16', '32.75', '32.76'],
  papua: ['93', '94', '95'],
  'papua-barat': ['96'],
};

export function ombudsmanOffices(): AgencySeed[] {
  const head: AgencySeed = {
    code: 'ori',
    kind: 'ombudsman',
    name: 'Ombudsman Republik Indonesia',
    shortName: 'Ombudsman RI',
    parent: null,
    region: null,
    nameConfirmed: true,
    nameNote: 'UU 37/2008',
  };
  const offices = OFFICES.map(([province, slug, name]): AgencySeed => {
    const further = FURTHER_AREAS[slug] ?? [];
    return {
      code: `ori.${slug}`,
      kind: 'ombudsman-office',
      name: `Ombudsman RI Perwakilan ${name}`,
      shortName: `Ombudsman ${name}`,
      parent: 'ori',
      region: province,
      serves: [province, ...further],
      nameConfirmed: true,
      ...(further.length > 0 ? { nameNote: 'Wilayah kerja di luar provinsinya sendiri perlu dicocokkan.' } : {}),
    };
  });
  return [head, ...offices];
}
