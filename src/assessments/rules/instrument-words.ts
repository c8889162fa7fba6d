import type { Label, Language } from '../../kernel/language.ts';
import { type Basis, cite } from '../../law/index.ts';
import type { AnswerKind } from './answer-kinds.ts';
import type { Indicator, Level, SheetKind } from './instrument.ts';
import { numberText } from './score-text.ts';

/** The parts of an instrument in words, for its pages, its differences and its forms. */

export const LEVEL_NAMES: Readonly<Record<Level, Label>> = {
  agency: { id: 'instansi', en: 'agency' },
  unit: { id: 'unit', en: 'unit' },
  dimension: { id: 'dimensi', en: 'dimension' },
  variable: { id: 'variabel', en: 'variable' },
  indicator: { id: 'indikator', en: 'indicator' },
};

/** Who or what is asked, and by which means. */
export const SHEET_MEANS: Readonly<Record<SheetKind, Label>> = {
  product: { id: 'Pengamatan dokumen setiap produk layanan', en: 'Documents of each service product, observed' },
  unit: { id: 'Pengamatan unit dan data sekunder', en: 'The unit observed, and secondary data' },
  officer: { id: 'Wawancara petugas', en: 'Interviews of officers' },
  'complaint-officer': { id: 'Wawancara petugas pengaduan', en: 'Interviews of complaint officers' },
  user: { id: 'Wawancara pengguna', en: 'Interviews of users' },
  agency: { id: 'Data instansi', en: 'Data of the agency' },
};

export const EVIDENCE_NAMES: Readonly<Record<Indicator['evidence'], Label>> = {
  none: { id: 'tanpa bukti', en: 'no evidence' },
  optional: { id: 'bukti bila ada', en: 'evidence if there is any' },
  required: { id: 'bukti wajib', en: 'evidence required' },
};

export const PER_NAMES: Readonly<Record<'unit' | 'agency', Label>> = {
  unit: { id: 'diukur di setiap unit', en: 'measured in every unit' },
  agency: { id: 'diukur sekali untuk instansi', en: 'measured once for the agency' },
};

export const ROLE_NAMES: Readonly<Record<'score' | 'qualifier', Label>> = {
  score: { id: 'bagian dari nilai', en: 'part of the score' },
  qualifier: { id: 'di luar nilai, melengkapi label', en: 'outside the score, adds to the label' },
};

/** How an indicator is answered: `0 sampai 3`, `ya atau tidak`, `1 sampai 4 (rendah lebih baik)`. */
export function answerText(answer: AnswerKind): Label {
  switch (answer.kind) {
    case 'yes-no':
      return answer.good === 'yes'
        ? { id: 'ya atau tidak', en: 'yes or no' }
        : { id: 'ya atau tidak ("tidak" lebih baik)', en: 'yes or no ("no" is better)' };
    case 'interval':
      return { id: `0 sampai ${answer.max}`, en: `0 to ${answer.max}` };
    case 'scale': {
      const good = answer.good === 'high' ? { id: 'tinggi', en: 'high' } : { id: 'rendah', en: 'low' };
      return {
        id: `skala ${answer.min} sampai ${answer.max} (${good.id} lebih baik)`,
        en: `scale of ${answer.min} to ${answer.max} (${good.en} is better)`,
      };
    }
    case 'share': {
      const good = answer.good === 'high' ? { id: 'tinggi', en: 'high' } : { id: 'rendah', en: 'low' };
      return { id: `persen, 0 sampai 100 (${good.id} lebih baik)`, en: `per cent, 0 to 100 (${good.en} is better)` };
    }
    case 'number':
      return {
        id: `bilangan dalam ${answer.unit.id}; ${plain(answer.worst, 'id')} = 0, ${plain(answer.best, 'id')} = 100`,
        en: `number in ${answer.unit.en}; ${plain(answer.worst, 'en')} = 0, ${plain(answer.best, 'en')} = 100`,
      };
    case 'choice': {
      const options = (language: Language) =>
        answer.options.map((option) => `${option.label[language]} (${plain(option.points, language)})`).join('; ');
      return { id: `pilihan: ${options('id')}`, en: `choice: ${options('en')}` };
    }
  }
}

/** `21,85%`; a fraction that does not end, `100/6`, as `≈ 16,67%`. */
export function weightText(weight: string, language: Language): string {
  const text = plain(weight, language);
  return text.endsWith('…') ? `≈ ${text.slice(0, -1)}%` : `${text}%`;
}

/** A number as people read it; what cannot be read, as it was written (drafts hold such). */
export function plain(written: string, language: Language): string {
  return /^-?\d+(\.\d+)?(\/[1-9]\d*)?$/.test(written) ? numberText(written, language) : written;
}

export function citations(basis: readonly Basis[]): Label {
  return { id: basis.map((one) => cite(one).id).join('; '), en: basis.map((one) => cite(one).en).join('; ') };
}

export function yearsText({ from, until }: { readonly from: number; readonly until: number | null }): Label {
  if (until === null) return { id: `sejak ${from}`, en: `since ${from}` };
  return from === until ? { id: `${from}`, en: `${from}` } : { id: `${from} sampai ${until}`, en: `${from} to ${until}` };
}
