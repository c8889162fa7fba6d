/** A verdict on a round file in words: what differs, where exactly, what was expected and what was found. */
import type { Label } from '../../kernel/language.ts';
import { decimalText, readRational } from './rational.ts';
import type { Difference, RawFault } from './recompute.ts';
import type { FileFault } from './verify-round.ts';

const LEVELS: Readonly<Record<Difference['level'], Label>> = {
  agency: { id: 'instansi', en: 'agency' },
  unit: { id: 'unit', en: 'unit' },
  dimension: { id: 'dimensi', en: 'dimension' },
  variable: { id: 'variabel', en: 'variable' },
  indicator: { id: 'indikator', en: 'indicator' },
};

const WHATS: Readonly<Record<Difference['what'], Label>> = {
  score: { id: 'nilai', en: 'score' },
  answered: { id: 'jumlah jawaban', en: 'number of answers' },
  category: { id: 'kategori', en: 'category' },
  zone: { id: 'zona', en: 'zone' },
  label: { id: 'predikat', en: 'label' },
  complete: { id: 'kelengkapan', en: 'completeness' },
  there: { id: 'keberadaan', en: 'presence' },
};

const NOTHING: Label = { id: 'tidak ada', en: 'nothing' };

/** `Pemerintah Kabupaten Klungkung, Dinas Kesehatan, indikator "biaya": nilai seharusnya 33,33, tertulis 66,67`. */
export function differenceText(difference: Difference): Label {
  const { level, what, code } = difference;
  const at = placeText(difference.agencyName, difference.unit, difference.unitName);
  const [expected, found] = numbers(difference);
  const part = (language: 'id' | 'en') => (code === null ? '' : `, ${LEVELS[level][language]} "${code}"`);
  return {
    id: `${at}${part('id')}: ${WHATS[what].id} seharusnya ${shown(expected, 'id')}, tertulis ${shown(found, 'id')}`,
    en: `${at}${part('en')}: ${WHATS[what].en} should be ${shown(expected, 'en')}, is given as ${shown(found, 'en')}`,
  };
}

function placeText(agency: string, unit: number, unitName: string): string {
  return unit === 0 ? agency : `${agency}, ${unitName} (${unit})`;
}

/** Two decimals where they tell the two apart, the exact numbers where not. */
function numbers({ what, expected, found }: Difference): readonly [string | null, string | null] {
  if (what !== 'score') return [expected, found];
  const [a, b] = [expected, found].map((text) => {
    const value = text === null ? undefined : readRational(text);
    return value ? decimalText(value) : text;
  });
  return a === b ? [expected, found] : [a ?? null, b ?? null];
}

function shown(text: string | null, language: 'id' | 'en'): string {
  if (text === null) return NOTHING[language];
  return language === 'id' ? text.replace('.', ',') : text;
}

const FAULTS: Readonly<Record<FileFault['code'] | RawFault['code'], Label>> = {
  'not-json': { id: 'baris ini bukan JSON', en: 'this line is not JSON' },
  'no-header': { id: 'berkas tidak diawali keterangan putaran', en: 'the file does not begin with its round' },
  'unknown-format': { id: 'keterangan putaran tidak terbaca', en: 'the description of the round cannot be read' },
  'instrument-unsound': { id: 'instrumen di dalam berkas tidak sah', en: 'the instrument in the file is not sound' },
  'unreadable-line': { id: 'baris ini tidak berbentuk seperti seharusnya', en: 'this line is not shaped as it should be' },
  'other-round': { id: 'data dari putaran lain', en: 'data of another round' },
  hash: { id: 'sidik data mentah tidak cocok', en: 'the hash of the raw data does not fit' },
  'file-hash': { id: 'sidik seluruh berkas tidak cocok', en: 'the hash of the whole file does not fit' },
  'no-result': { id: 'data mentah tanpa hasil terbit', en: 'raw data without a published result' },
  'no-raw-data': { id: 'hasil terbit tanpa data mentahnya', en: 'a published result without its raw data' },
  twice: { id: 'instansi ini muncul dua kali', en: 'this agency is there twice' },
  count: { id: 'jumlah instansi tidak sesuai', en: 'the number of agencies does not fit' },
  'no-end': { id: 'berkas terpotong: baris penutup tidak ada', en: 'the file is cut off: its last line is missing' },
  'after-end': { id: 'masih ada isi sesudah baris penutup', en: 'there is more after the last line' },
  'unknown-indicator': { id: 'indikator tidak ada di instrumen', en: 'the instrument has no such indicator' },
  'wrong-level': { id: 'indikator tidak diukur di tempat ini', en: 'the indicator is not measured here' },
  'answer-out-of-scale': { id: 'jawaban di luar skala', en: 'an answer out of scale' },
  'must-apply': { id: 'jawaban "tidak berlaku" tidak diperbolehkan', en: 'the answer "does not apply" is not allowed' },
  'not-the-sum-of-sheets': {
    id: 'hitungan tidak sama dengan lembar pengamatannya',
    en: 'the count is not the sum of its sheets',
  },
};

export function faultText(fault: FileFault | RawFault): Label {
  const { id, en } = FAULTS[fault.code];
  const at = 'unit' in fault ? `${placeText(fault.agencyName, fault.unit, fault.unitName)}, "${fault.indicator}"` : fault.agency;
  const line = 'line' in fault ? { id: `baris ${fault.line}`, en: `line ${fault.line}` } : { id: '', en: '' };
  const values = (language: 'id' | 'en') => {
    if (fault.expected === null && fault.found === null) return '';
    if (fault.expected === null) return ` (${fault.found})`;
    return language === 'id'
      ? `: seharusnya ${fault.expected}, tertulis ${fault.found ?? NOTHING.id}`
      : `: should be ${fault.expected}, is given as ${fault.found ?? NOTHING.en}`;
  };
  return {
    id: `${[line.id, at].filter(Boolean).join(', ')}: ${id}${values('id')}`,
    en: `${[line.en, at].filter(Boolean).join(', ')}: ${en}${values('en')}`,
  };
}
