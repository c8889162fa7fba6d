import type { Label } from '../../kernel/language.ts';
import type { AnswerKind } from './answer-kinds.ts';
import { offered } from './answer-kinds.ts';
import type { Instrument, SheetKind } from './instrument.ts';
import type { TallyProblem } from './tally.ts';
import { placesByCode } from './walk.ts';

/** Kinds of sheets in words. */
export const SHEET_NAMES: Readonly<Record<SheetKind, Label>> = {
  product: { id: 'lembar produk', en: 'product sheet' },
  unit: { id: 'lembar unit', en: 'unit sheet' },
  officer: { id: 'lembar petugas', en: 'officer sheet' },
  'complaint-officer': { id: 'lembar petugas pengaduan', en: 'complaint officer sheet' },
  user: { id: 'lembar pengguna', en: 'user sheet' },
  agency: { id: 'lembar instansi', en: 'agency sheet' },
};

/** A problem of an answers file: where it stands, and what to do. */
export function tellTallyProblem(instrument: Instrument, problem: TallyProblem): Label {
  const place = problem.indicator === null ? undefined : placesByCode(instrument).get(problem.indicator);
  const where = [
    problem.unit,
    problem.sheet && `${SHEET_NAMES[problem.sheet].id} ${problem.sheetNumber} (${problem.sheet})`,
    place && `${place.indicator.name.id} (${problem.indicator})`,
  ];
  const whereEn = [
    problem.unit,
    problem.sheet && `${SHEET_NAMES[problem.sheet].en} ${problem.sheetNumber}`,
    place && `${place.indicator.name.en} (${problem.indicator})`,
  ];
  const what = whatToDo(problem, place?.indicator.answer, place?.indicator.from);
  return {
    id: `${where.filter(Boolean).join(' › ') || 'instansi'}: ${what.id}`,
    en: `${whereEn.filter(Boolean).join(' › ') || 'agency'}: ${what.en}`,
  };
}

function whatToDo({ problem, written, indicator }: TallyProblem, answer?: AnswerKind, from?: SheetKind): Label {
  const text = (written ?? '').length > 60 ? `${(written ?? '').slice(0, 60)}…` : written;
  const wanted = answer ? wantedAnswer(answer) : { id: '', en: '' };
  switch (problem) {
    case 'unknown-indicator':
      return {
        id: `indikator "${indicator?.slice(0, 60)}" tidak ada dalam instrumen ini. Betulkan kodenya atau hapus.`,
        en: `there is no indicator "${indicator?.slice(0, 60)}" in this instrument. Mend its code or remove it.`,
      };
    case 'wrong-sheet':
      return {
        id: `dijawab pada ${from ? SHEET_NAMES[from].id : 'lembar lain'} (${from}). Pindahkan ke sana.`,
        en: `answered on the ${from ? SHEET_NAMES[from].en : 'other sheet'} (${from}). Move it there.`,
      };
    case 'wrong-level':
      return from === 'agency'
        ? {
            id: 'dijawab sekali untuk instansi. Pindahkan ke "sheets" di luar unit.',
            en: 'answered once for the agency. Move it to "sheets" outside the units.',
          }
        : { id: 'dijawab di setiap unit. Pindahkan ke "units".', en: 'answered in each unit. Move it into "units".' };
    case 'must-apply':
      return {
        id: `harus dijawab; "n/a" tidak berlaku di sini. ${wanted.id}`,
        en: `must be answered; "n/a" is not possible here. ${wanted.en}`,
      };
    case 'unit-twice':
      return {
        id: 'unit ini ada dua kali. Gabungkan lembarnya atau beri nama lain.',
        en: 'this unit is there twice. Join its sheets or rename one.',
      };
    case 'not-a-number':
      return { id: `"${text}" bukan bilangan. ${wanted.id}`, en: `"${text}" is no number. ${wanted.en}` };
    case 'not-whole':
      return { id: `"${text}" bukan bilangan bulat. ${wanted.id}`, en: `"${text}" is no whole number. ${wanted.en}` };
    case 'out-of-scale':
      return { id: `"${text}" di luar skala. ${wanted.id}`, en: `"${text}" is out of scale. ${wanted.en}` };
    case 'unknown-option':
      return { id: `"${text}" bukan salah satu pilihan. ${wanted.id}`, en: `"${text}" is none of the choices. ${wanted.en}` };
  }
}

/** What may be written as an answer: `Tulis bilangan bulat 0 sampai 3.` */
export function wantedAnswer(answer: AnswerKind): Label {
  switch (answer.kind) {
    case 'yes-no':
      return { id: 'Tulis yes atau no.', en: 'Write yes or no.' };
    case 'choice': {
      const codes = offered(answer).join(', ');
      return { id: `Tulis salah satu: ${codes}.`, en: `Write one of: ${codes}.` };
    }
    case 'interval':
    case 'scale': {
      const steps = offered(answer);
      return {
        id: `Tulis bilangan bulat ${steps[0]} sampai ${steps.at(-1)}.`,
        en: `Write a whole number from ${steps[0]} to ${steps.at(-1)}.`,
      };
    }
    case 'share':
      return { id: 'Tulis persentase 0 sampai 100.', en: 'Write a percentage from 0 to 100.' };
    case 'number':
      return { id: `Tulis bilangan (${answer.unit.id}).`, en: `Write a number (${answer.unit.en}).` };
  }
}
