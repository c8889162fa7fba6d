/** How a letter tells its limit: it runs from receipt, so it names no day. */
import { cite, type Parameter } from '../../../law/index.ts';

const UNITS: Readonly<Partial<Record<Parameter['unit'], string>>> = { hk: 'hari kerja', day: 'hari', hour: 'jam' };

/** Small numbers are written out too, as official letters do. */
const WORDS: Readonly<Record<number, string>> = {
  3: 'tiga',
  5: 'lima',
  7: 'tujuh',
  10: 'sepuluh',
  14: 'empat belas',
  21: 'dua puluh satu',
  30: 'tiga puluh',
  60: 'enam puluh',
  90: 'sembilan puluh',
};

/**
 * `14 (empat belas) hari sejak surat ini diterima (UU 37/2008 Pasal 33)`. A number that is a default of ours is told as set by the office: a letter
 * must not cite a law that does not say it.
 */
export function tellLimit({ value, unit, basis }: Pick<Parameter, 'value' | 'unit' | 'basis'>): string {
  const words = WORDS[value] === undefined ? '' : ` (${WORDS[value]})`;
  const ground = 'regulation' in basis ? cite(basis).id : 'tenggat yang ditetapkan kantor ini';
  return `${value}${words} ${UNITS[unit] ?? unit} sejak surat ini diterima (${ground})`;
}
