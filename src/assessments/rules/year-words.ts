import type { Label } from '../../kernel/language.ts';
import type { YearRefusal } from './zone-of-year.ts';

/** Why a year and a score give no band, and what to do. `written`: what was given, quoted back. */
export function tellYearRefusal(refusal: YearRefusal, written: { readonly year: string; readonly score: string }): Label {
  const [year, score] = [short(written.year), short(written.score)];
  switch (refusal) {
    case 'not-a-year':
      return {
        id: `"${year}" bukan tahun. Tulis empat angka, misalnya 2022.`,
        en: `"${year}" is no year. Write four digits, for example 2022.`,
      };
    case 'not-a-score':
      return {
        id: `"${score}" bukan nilai. Tulis bilangan antara 0 dan 100, misalnya 80.995.`,
        en: `"${score}" is no score. Write a number between 0 and 100, for example 80.995.`,
      };
    case 'no-round':
      return {
        id: `Pada tahun ${year} tidak ada penilaian nasional, jadi tidak ada zonanya.`,
        en: `There was no national assessment in ${year}, so there is no zone.`,
      };
    case 'before-the-first-round':
      return {
        id: `Untuk tahun ${year} tidak ada instrumen yang berlaku.`,
        en: `No instrument holds for ${year}.`,
      };
  }
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
