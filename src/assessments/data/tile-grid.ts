/**
 * Where each region stands in the tile grid. The layout is our own: it follows the map roughly, one square for each region, whatever its
 * size; it holds no boundaries. `column` and `row` count from 1.
 */
export interface TilePlace {
  readonly column: number;
  readonly row: number;
}

export const PROVINCE_COLUMNS = 14;

/** By code of the province, with the short name that fits a tile. */
export const PROVINCE_TILES: Readonly<Record<string, TilePlace & { readonly short: string }>> = {
  '11': { short: 'Aceh', column: 1, row: 1 },
  '12': { short: 'Sumut', column: 1, row: 2 },
  '14': { short: 'Riau', column: 2, row: 2 },
  '21': { short: 'Kepri', column: 3, row: 2 },
  '13': { short: 'Sumbar', column: 1, row: 3 },
  '15': { short: 'Jambi', column: 2, row: 3 },
  '19': { short: 'Babel', column: 3, row: 3 },
  '17': { short: 'Bengkulu', column: 1, row: 4 },
  '16': { short: 'Sumsel', column: 2, row: 4 },
  '18': { short: 'Lampung', column: 2, row: 5 },
  '31': { short: 'Jakarta', column: 3, row: 5 },
  '36': { short: 'Banten', column: 2, row: 6 },
  '32': { short: 'Jabar', column: 3, row: 6 },
  '33': { short: 'Jateng', column: 4, row: 6 },
  '34': { short: 'DIY', column: 4, row: 7 },
  '35': { short: 'Jatim', column: 5, row: 6 },
  '51': { short: 'Bali', column: 6, row: 6 },
  '52': { short: 'NTB', column: 7, row: 6 },
  '53': { short: 'NTT', column: 8, row: 6 },
  '61': { short: 'Kalbar', column: 5, row: 3 },
  '62': { short: 'Kalteng', column: 6, row: 3 },
  '63': { short: 'Kalsel', column: 6, row: 4 },
  '64': { short: 'Kaltim', column: 7, row: 3 },
  '65': { short: 'Kaltara', column: 7, row: 2 },
  '71': { short: 'Sulut', column: 10, row: 2 },
  '75': { short: 'Gorontalo', column: 9, row: 2 },
  '72': { short: 'Sulteng', column: 9, row: 3 },
  '76': { short: 'Sulbar', column: 8, row: 4 },
  '74': { short: 'Sultra', column: 9, row: 4 },
  '73': { short: 'Sulsel', column: 8, row: 5 },
  '82': { short: 'Malut', column: 11, row: 3 },
  '81': { short: 'Maluku', column: 11, row: 4 },
  '96': { short: 'PBD', column: 12, row: 3 },
  '92': { short: 'Papbar', column: 13, row: 3 },
  '91': { short: 'Papua', column: 14, row: 3 },
  '94': { short: 'Papteng', column: 13, row: 4 },
  '95': { short: 'Papeg', column: 14, row: 4 },
  '93': { short: 'Papsel', column: 14, row: 5 },
};

export const REGENCY_COLUMNS = 8;

/** Inside a province, where somebody has laid them out. */
const LAID_OUT: Readonly<Record<string, TilePlace>> = {
  // Bali, from west to east
  '51.08': { column: 3, row: 1 },
  '51.01': { column: 1, row: 2 },
  '51.02': { column: 2, row: 2 },
  '51.03': { column: 3, row: 2 },
  '51.06': { column: 4, row: 2 },
  '51.07': { column: 5, row: 2 },
  '51.71': { column: 3, row: 3 },
  '51.04': { column: 4, row: 3 },
  '51.05': { column: 5, row: 3 },
  // Kepulauan Riau, from Karimun to Natuna
  '21.02': { column: 1, row: 3 },
  '21.71': { column: 2, row: 3 },
  '21.01': { column: 3, row: 3 },
  '21.72': { column: 3, row: 4 },
  '21.04': { column: 3, row: 5 },
  '21.05': { column: 5, row: 2 },
  '21.03': { column: 6, row: 1 },
};

/** The tiles of a province's regencies and cities: as laid out, else row by row in the order of their codes. */
export function regencyTiles(codes: readonly string[]): ReadonlyMap<string, TilePlace> {
  const isLaidOut = codes.every((code) => LAID_OUT[code] !== undefined);
  return new Map(
    [...codes].sort().map((code, place): [string, TilePlace] => [
      code,
      (isLaidOut ? LAID_OUT[code] : undefined) ?? {
        column: (place % REGENCY_COLUMNS) + 1,
        row: Math.floor(place / REGENCY_COLUMNS) + 1,
      },
    ]),
  );
}
