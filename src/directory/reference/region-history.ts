/**
 * First days of regions that came after the rest. Everything else was there before our records begin.
 * A prefix counts for the province and everything below it: their codes are as young as the province.
 */
export const REGION_STARTS: Readonly<Record<string, { readonly on: string; readonly basis: string }>> = {
  '65': { on: '2012-11-16', basis: 'UU 20/2012 (Kalimantan Utara)' },
  '93': { on: '2022-07-25', basis: 'UU 14/2022 (Papua Selatan)' },
  '94': { on: '2022-07-25', basis: 'UU 15/2022 (Papua Tengah)' },
  '95': { on: '2022-07-25', basis: 'UU 16/2022 (Papua Pegunungan)' },
  '96': { on: '2022-12-08', basis: 'UU 29/2022 (Papua Barat Daya)' },
};

/**
 * The decree the shipped edition of the data follows, and its day: codes that a later edition adds or drops begin or end
 * on that edition's day. The day of Kepmendagri 300.2.2-2430/2025 was not found; the first of July 2025 stands in for it.
 */
export const REGION_EDITION = { decree: 'Kepmendagri 300.2.2-2430/2025', on: '2025-07-01', dayConfirmed: false };

/** Other names under which people look for a region: abbreviations and everyday names. */
export const REGION_ALIASES: Readonly<Record<string, string>> = {
  '11': 'Nanggroe Aceh Darussalam NAD',
  '12': 'Sumut',
  '13': 'Sumbar',
  '16': 'Sumsel',
  '19': 'Babel Bangka',
  '21': 'Kepri',
  '31': 'DKI Jakarta DKJ Daerah Khusus Jakarta',
  '32': 'Jabar',
  '33': 'Jateng',
  '34': 'DI Yogyakarta DIY Jogja',
  '35': 'Jatim',
  '52': 'NTB',
  '53': 'NTT',
  '61': 'Kalbar',
  '62': 'Kalteng',
  '63': 'Kalsel',
  '64': 'Kaltim',
  '65': 'Kaltara',
  '71': 'Sulut',
  '72': 'Sulteng',
  '73': 'Sulsel',
  '74': 'Sultra',
  '76': 'Sulbar',
  '82': 'Malut',
  '21.05': 'Anambas',
  '33.72': 'Solo',
  '34.71': 'Jogja',
  '73.71': 'Ujung Pandang',
};
