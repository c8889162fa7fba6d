/** A candidate in one sentence or two: how many, of what, against how many expected, and what it was compared with. */
import type { Language } from '../../../kernel/language.ts';
import type { Candidate } from './candidate.ts';

/** Names as the reader knows them; days already written out. */
export interface ExplainWith {
  readonly agency: string;
  readonly from: string;
  readonly until: string;
}

const MOST_WORDS = 5;

type Explained = Pick<Candidate, 'kind' | 'categoryCode' | 'parts' | 'rows' | 'words' | 'expected' | 'otherWeeks' | 'elsewhere'>;

/** “blangko”, “suket”, “cetak”; empty when none may be shown. */
export function topicWords({ words }: Pick<Candidate, 'words'>, most = MOST_WORDS): string {
  return words
    .slice(0, most)
    .map(({ word }) => `“${word}”`)
    .join(', ');
}

function count(expected: number, language: Language): string {
  if (expected < 1) return language === 'en' ? 'less than 1' : 'kurang dari 1';
  const rounded = Math.round(expected);
  return language === 'en' ? `about ${rounded}` : `sekitar ${rounded}`;
}

/** "menerima 3 laporan serupa" */
function had(many: number): string {
  return many === 0 ? 'tidak menerima laporan serupa' : `menerima ${many} laporan serupa`;
}

export function explainCandidate(candidate: Explained, names: ExplainWith, language: Language): string {
  const told = candidate.kind === 'steady' ? explainSteady(candidate, names, language) : explainSurge(candidate, names, language);
  return candidate.categoryCode === '' ? `${told} ${WITHOUT_CATEGORY[language]}` : told;
}

const WITHOUT_CATEGORY = {
  id: 'Sebagian besar laporan ini tidak berkategori atau kategorinya berbeda-beda; karena itu dikelompokkan menurut kantor, wilayah, dan kata-katanya.',
  en: 'Most of these reports have no category, or not the same one; they were put together by office, place and words.',
};

/** What comes month after month has no other time to be compared with, so other offices are. */
function explainSteady(candidate: Explained, { agency, from, until }: ExplainWith, language: Language): string {
  const words = topicWords(candidate);
  const { rows, elsewhere } = candidate;
  const usual = count(candidate.expected, language);
  const { having, of } = candidate.parts ?? { having: 0, of: 0 };
  if (language === 'en') {
    const topic = words === '' ? 'with words in common that may not be shown here' : `with words such as ${words}`;
    return `${rows} reports ${topic} about ${agency} came between ${from} and ${until}, without a peak: in ${having} of the ${of} four-week parts of the year there was at least one. An office of the same kind of work that is complained about as much had ${usual} in the same year (all other offices together: ${elsewhere === 0 ? 'none' : elsewhere}). Even though offices differ, by chance this happens less often than once in a million.`;
  }
  const topic = words === '' ? 'dengan kata-kata sama yang tidak dapat ditampilkan' : `dengan kata-kata seperti ${words}`;
  return `${rows} laporan ${topic} tentang ${agency} masuk antara ${from} dan ${until} tanpa puncak: dalam ${having} dari ${of} rentang empat pekan setahun terakhir selalu ada yang melaporkannya. Kantor sejenis dengan jumlah laporan sebanyak itu menerima ${usual} dalam tahun yang sama (semua kantor lain bersama-sama ${had(elsewhere)}). Walaupun tiap kantor berbeda, kemungkinan terjadi karena kebetulan kurang dari satu banding sejuta.`;
}

/** Some weeks against all others, of this office and elsewhere. */
function explainSurge(candidate: Explained, { agency, from, until }: ExplainWith, language: Language): string {
  const words = topicWords(candidate);
  const { rows, otherWeeks, elsewhere } = candidate;
  const usual = count(candidate.expected, language);
  if (language === 'en') {
    const topic = words === '' ? 'with words in common that may not be shown here' : `with words such as ${words}`;
    return `${rows} reports ${topic} about ${agency} came between ${from} and ${until}; ${usual} were to be expected in that time. In all other weeks of the year this office had ${otherWeeks === 0 ? 'none' : otherWeeks} like them, and all other offices in these weeks ${elsewhere === 0 ? 'none' : elsewhere}. By chance this happens less often than once in a million.`;
  }
  const topic = words === '' ? 'dengan kata-kata sama yang tidak dapat ditampilkan' : `dengan kata-kata seperti ${words}`;
  return `${rows} laporan ${topic} tentang ${agency} masuk antara ${from} dan ${until}, padahal biasanya ${usual} dalam waktu selama itu. Pada semua pekan lain dalam setahun kantor ini ${had(otherWeeks)}, dan semua kantor lain pada pekan yang sama ${had(elsewhere)}. Kemungkinan terjadi karena kebetulan kurang dari satu banding sejuta.`;
}

/** The words by which one complaint belongs, as they may be shown. */
export function rowWords({ words }: Pick<Candidate, 'words'>, stems: readonly string[]): readonly string[] {
  const own = new Set(stems);
  return words.filter(({ stem }) => own.has(stem)).map(({ word }) => word);
}
