import type { Label, Language } from '../../kernel/language.ts';
import type { Instrument } from './instrument.ts';
import type { InstrumentProblem } from './instrument-problem.ts';
import { readRational } from './rational.ts';
import { numberText } from './score-text.ts';
import { SHEET_NAMES } from './tally-words.ts';

/** A problem of an instrument with where it stands and what to do: `Dimensi: bobot berjumlah 99,85, harus 100.` */
export function tellInstrumentProblem(instrument: Instrument, problem: InstrumentProblem): Label {
  const what = whatIsWrong(problem);
  const where = placeText(instrument, problem.where);
  return { id: `${where.id}: ${what.id}`, en: `${where.en}: ${what.en}` };
}

/** Codes told as names, as far as there are any: `Input › Kompetensi pelaksana`. */
export function placeText(instrument: Instrument, where: readonly string[]): Label {
  const [first, second, third] = where;
  if (first === undefined) return { id: 'Instrumen', en: 'Instrument' };
  if (first === 'fieldwork') return { id: 'Pekerjaan lapangan', en: 'Fieldwork' };
  const dimension = instrument.dimensions.find((one) => one.code === first);
  if (!dimension) {
    const band = [...instrument.bands, ...(instrument.unitBands ?? [])].find((one) => one.category === where.at(-1));
    const name = band?.label ?? { id: where.join(' › '), en: where.join(' › ') };
    return { id: `Rentang ${name.id}`, en: `Band ${name.en}` };
  }
  const variable = dimension.variables.find((one) => one.code === second);
  const indicator = variable?.indicators.find((one) => one.code === third);
  const parts = [dimension, variable, indicator].flatMap((one) => (one ? [one] : []));
  const told = (language: Language) =>
    parts.map((one) => one.name[language].trim() || one.name.id.trim() || one.code).join(' › ');
  return { id: told('id'), en: told('en') };
}

/** What the weights that do not add up belong to. */
function siblings(where: readonly string[]): Label {
  if (where.length === 0) return { id: 'dimensi', en: 'dimensions' };
  return where.length === 1 ? { id: 'variabel', en: 'variables' } : { id: 'indikator', en: 'indicators' };
}

function whatIsWrong({ problem, where, detail }: InstrumentProblem): Label {
  const told = detail ?? '';
  switch (problem) {
    case 'weights-do-not-add-up': {
      const level = siblings(where);
      return {
        id: `bobot ${level.id} berjumlah ${readRational(told) ? numberText(told, 'id') : told}, harus 100.`,
        en: `the weights of its ${level.en} add up to ${readRational(told) ? numberText(told, 'en') : told}, they must be 100.`,
      };
    }
    case 'weight-unreadable':
      return {
        id: `bobot "${told}" bukan bilangan. Tulis misalnya 21.85 atau 100/6.`,
        en: `the weight "${told}" is no number. Write 21.85 or 100/6.`,
      };
    case 'weight-negative':
      return { id: `bobot ${told} kurang dari nol.`, en: `the weight ${told} is below zero.` };
    case 'code-twice':
      return {
        id: `kode "${told}" dipakai dua kali. Beri kode lain.`,
        en: `the code "${told}" is used twice. Give one another code.`,
      };
    case 'code-unreadable':
      return {
        id: `kode "${told}" hanya boleh berisi huruf kecil, angka, dan tanda hubung.`,
        en: `the code "${told}" may hold only lower-case letters, digits and hyphens.`,
      };
    case 'nothing-inside':
      return { id: 'masih kosong. Tambahkan isinya atau hapus.', en: 'nothing in it yet. Add something or remove it.' };
    case 'name-missing':
    case 'text-missing': {
      const language = told === 'en' ? { id: 'bahasa Inggris', en: 'English' } : { id: 'bahasa Indonesia', en: 'Indonesian' };
      return problem === 'name-missing'
        ? { id: `nama dalam ${language.id} belum diisi.`, en: `the name in ${language.en} is missing.` }
        : {
            id: `pertanyaan, uraian, atau perbaikan dalam ${language.id} belum diisi.`,
            en: `a question, summary or improvement in ${language.en} is missing.`,
          };
    }
    case 'scale-empty':
      return {
        id: 'skala jawaban tidak memberi pilihan. Tentukan sedikitnya dua jawaban yang berbeda, paling banyak 21.',
        en: 'the scale offers no choice. Give at least two different answers, at most 21.',
      };
    case 'points-out-of-range':
      return { id: 'angka pilihan harus antara 0 dan 100.', en: 'the points of the choices must lie between 0 and 100.' };
    case 'best-is-not-reached':
      return {
        id: 'tidak ada pilihan bernilai 100, jadi nilai penuh tidak tercapai.',
        en: 'no choice gives 100, so the full score cannot be reached.',
      };
    case 'bands-do-not-start-at-zero':
      return { id: 'rentang terendah harus mulai dari 0.', en: 'the lowest band must start at 0.' };
    case 'band-unreadable':
      return {
        id: `batas "${told}" harus bilangan antara 0 dan 100 dengan paling banyak dua desimal.`,
        en: `the bound "${told}" must be a number between 0 and 100 with at most two decimals.`,
      };
    case 'band-twice':
      return { id: 'dua rentang mulai dari nilai yang sama.', en: 'two bands start at the same score.' };
    case 'qualifier-unknown':
      return {
        id: 'pelengkap label dan dimensi yang dibacanya tidak cocok: dimensi itu harus berperan pelengkap dan diukur sekali untuk instansi.',
        en: "the label's addition and the dimension it reads do not match: it must be of that role and measured once for the agency.",
      };
    case 'qualifier-weighs':
      return {
        id: `dimensi di luar nilai harus berbobot 0, bukan ${told}.`,
        en: `a dimension outside the score must weigh 0, not ${told}.`,
      };
    case 'step-unreadable':
      return {
        id: `ambang "${told}" harus antara 0 dan 100 dan punya kata-kata.`,
        en: `the step "${told}" must lie between 0 and 100 and have words.`,
      };
    case 'wrong-sheet-for-level':
      return {
        id: 'yang diukur sekali untuk instansi dijawab pada lembar instansi, yang lain tidak.',
        en: 'what is measured once for the agency is answered on its sheet, anything else is not.',
      };
    case 'no-sheet-planned': {
      const sheet = SHEET_NAMES[told as keyof typeof SHEET_NAMES] ?? { id: told, en: told };
      return {
        id: `jumlah ${sheet.id} belum ditentukan, padahal ada indikatornya.`,
        en: `no number of ${sheet.en}s is planned, though it has indicators.`,
      };
    }
    case 'count-out-of-range':
      return {
        id: `jumlah ${told} harus bilangan bulat, paling banyak 1000.`,
        en: `the count ${told} must be a whole number of at most 1000.`,
      };
    case 'years-reversed':
      return { id: `tahun terakhir mendahului tahun pertama (${told}).`, en: `the last year comes before the first (${told}).` };
    case 'decimals-out-of-range':
      return {
        id: `desimal pembulatan harus 0 sampai 6, bukan ${told}.`,
        en: `the decimals to round to must be 0 to 6, not ${told}.`,
      };
    case 'threshold-unreadable':
      return {
        id: `ambang kekurangan "${told}" harus antara 0 dan 100.`,
        en: `the threshold of a shortfall "${told}" must lie between 0 and 100.`,
      };
    case 'no-basis':
      return { id: 'dasar hukum belum disebut.', en: 'its legal basis is not named.' };
    case 'confirmed-without-basis':
      return { id: 'ditandai pasti tetapi sumbernya tidak disebut.', en: 'marked as confirmed, but its source is not named.' };
    case 'default-without-note':
      return {
        id: 'ditandai belum pasti tetapi tidak dijelaskan mengapa.',
        en: 'marked as not confirmed, but nothing says why.',
      };
  }
}
