/**
 * The short code of each office of the Ombudsman, as the last part of a number: `0123/LM/III/2026/DPS`. The offices name themselves by the city
 * they sit in. The codes are ours where no published number of that office was found, so none is confirmed.
 */
const OFFICE_CODES: Readonly<Record<string, string>> = {
  ori: 'JKT',
  'ori.aceh': 'BNA',
  'ori.sumatera-utara': 'MDN',
  'ori.sumatera-barat': 'PDG',
  'ori.riau': 'PBR',
  'ori.jambi': 'JMB',
  'ori.sumatera-selatan': 'PLG',
  'ori.bengkulu': 'BKL',
  'ori.lampung': 'BDL',
  'ori.kepulauan-bangka-belitung': 'PGK',
  'ori.kepulauan-riau': 'BTM',
  'ori.jakarta-raya': 'JKR',
  'ori.jawa-barat': 'BDG',
  'ori.jawa-tengah': 'SMG',
  'ori.yogyakarta': 'YYK',
  'ori.jawa-timur': 'SBY',
  'ori.banten': 'SRG',
  'ori.bali': 'DPS',
  'ori.nusa-tenggara-barat': 'MTR',
  'ori.nusa-tenggara-timur': 'KPG',
  'ori.kalimantan-barat': 'PTK',
  'ori.kalimantan-tengah': 'PLK',
  'ori.kalimantan-selatan': 'BJM',
  'ori.kalimantan-timur': 'BPN',
  'ori.kalimantan-utara': 'TRK',
  'ori.sulawesi-utara': 'MDO',
  'ori.sulawesi-tengah': 'PAL',
  'ori.sulawesi-selatan': 'MKS',
  'ori.sulawesi-tenggara': 'KDI',
  'ori.gorontalo': 'GTO',
  'ori.sulawesi-barat': 'MAM',
  'ori.maluku': 'AMB',
  'ori.maluku-utara': 'TTE',
  'ori.papua': 'JPR',
  'ori.papua-barat': 'MKW',
};

/**
 * @param agencyCode the directory's code of an office of the Ombudsman ('ori.bali')
 * @returns three letters for the shipped offices; for an office opened later, the letters of its own code, so that a number can always be given
 */
export function officeCode(agencyCode: string): string {
  const known = OFFICE_CODES[agencyCode];
  if (known !== undefined) return known;
  const last = agencyCode.split('.').at(-1) ?? agencyCode;
  return last.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/** All shipped codes by agency code, for the test that holds them against the directory. */
export const SHIPPED_OFFICE_CODES = OFFICE_CODES;
