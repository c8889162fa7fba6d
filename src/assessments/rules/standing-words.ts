import type { Label, Language } from '../../kernel/language.ts';
import { cite } from '../../law/index.ts';
import type { Standing } from './instrument.ts';

/** The mark of a number that is not confirmed by its source. Wherever the number is shown, so is this. */
export const MARKED_DEFAULT: Label = { id: 'Bawaan, belum dipastikan', en: 'Default, not confirmed' };

/** In one line, for PDFs and tables: `Bawaan, belum dipastikan: bobot ... (keputusan Tuntas 0020)`, or the citation alone. */
export function standingText(standing: Standing, language: Language): string {
  const basis = standing.basis && cite(standing.basis)[language];
  const note = standing.note?.[language];
  if (standing.confirmed) return [basis, note].filter(Boolean).join(' – ');
  return `${MARKED_DEFAULT[language]}${note ? `: ${note}` : ''}${basis ? ` (${basis})` : ''}`;
}
