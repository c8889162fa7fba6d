/**
 * The short code of each office of the Ombudsman, as the last part of a number: `0123/LM/III/2026/DPS`. The offices name themselves by the city
 * they sit in, and date their letters from there. The codes are ours where no published number of that office was found, so none is confirmed.
 */
const OFFICE_CODES: Readonly<Record<string, readonly [code: string, city: string]>> = {
  ori: ['JKT', 'Jakarta'],
  'ori.aceh': ['BNA', 'Banda Aceh'],
  'ori.sumatera-utara': ['MDN', 'Medan'],
  'ori.sumatera-barat': ['PDG', 'Padang'],
  'ori.riau': ['PBR', 'Pekanbaru'],
  'ori.jambi': ['JMB', 'Jambi'],
  'ori.sumatera-selatan': ['PLG', 'Palembang'],
  'ori.bengkulu': ['BKL', 'Bengkulu'],
  'ori.lampung': ['BDL', 'Bandar Lampung'],
  'ori.kepulauan-bangka-belitung': ['PGK', 'Pangkalpinang'],
  'ori.kepulauan-riau': ['BTM', 'Batam'],
  'ori.jakarta-raya': ['JKR', 'Jakarta'],
  'ori.jawa-barat': ['BDG', 'Bandung'],
  'ori.jawa-tengah': ['SMG', 'Semarang'],
  'ori.yogyakarta': ['YYK', 'Yogyakarta'],
  'ori.jawa-timur': ['SBY', 'Surabaya'],
  'ori.banten': ['SRG', 'Serang'],
  'ori.bali': ['DPS', 'Denpasar'],
  'ori.nusa-tenggara-barat': ['MTR', 'Mataram'],
  'ori.nusa-tenggara-timur': ['KPG', 'Kupang'],
  'ori.kalimantan-barat': ['PTK', 'Pontianak'],
  'ori.kalimantan-tengah': ['PLK', 'Palangka Raya'],
  'ori.kalimantan-selatan': ['BJM', 'Banjarmasin'],
  'ori.kalimantan-timur': ['BPN', 'Balikpapan'],
  'ori.kalimantan-utara': ['TRK', 'Tarakan'],
  'ori.sulawesi-utara': ['MDO', 'Manado'],
  'ori.sulawesi-tengah': ['PAL', 'Palu'],
  'ori.sulawesi-selatan': ['MKS', 'Makassar'],
  'ori.sulawesi-tenggara': ['KDI', 'Kendari'],
  'ori.gorontalo': ['GTO', 'Gorontalo'],
  'ori.sulawesi-barat': ['MAM', 'Mamuju'],
  'ori.maluku': ['AMB', 'Ambon'],
  'ori.maluku-utara': ['TTE', 'Ternate'],
  'ori.papua': ['JPR', 'Jayapura'],
  'ori.papua-barat': ['MKW', 'Manokwari'],
};

/**
 * @param agencyCode the directory's code of an office of the Ombudsman ('ori.bali')
 * @returns three letters for the shipped offices; for an office opened later, the letters of its own code, so that a number can always be given
 */
export function officeCode(agencyCode: string): string {
  const known = OFFICE_CODES[agencyCode];
  if (known !== undefined) return known[0];
  const last = agencyCode.split('.').at(-1) ?? agencyCode;
  return last.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/** The city an office dates its letters from; `undefined` for one we do not know. */
export function officeCity(agencyCode: string): string | undefined {
  return OFFICE_CODES[agencyCode]?.[1];
}

/** All shipped codes by agency code, for the test that holds them against the directory. */
export const SHIPPED_OFFICE_CODES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(OFFICE_CODES).map(([agency, [code]]) => [agency, code]),
);
