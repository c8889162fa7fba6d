import type { Language } from '../../kernel/language.ts';
import type { Unit } from './parameters.ts';

/** A number with its unit, never apart: `14 hari kerja`, `1 working day`, `Ya`. */
export function tellValue(value: number, unit: Unit, language: Language): string {
  if (unit === 'yes-no') return value === 1 ? { id: 'Ya', en: 'Yes' }[language] : { id: 'Tidak', en: 'No' }[language];
  if (language === 'id') return `${value} ${INDONESIAN[unit]}`;
  return `${value} ${ENGLISH[unit]}${value === 1 || unit === 'percent' ? '' : 's'}`;
}

const INDONESIAN = { hk: 'hari kerja', day: 'hari', hour: 'jam', year: 'tahun', percent: 'persen', times: 'kali' } as const;
const ENGLISH = { hk: 'working day', day: 'day', hour: 'hour', year: 'year', percent: 'percent', times: 'time' } as const;
