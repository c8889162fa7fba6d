/**
 * Names in running Indonesian text, found by the words that announce them. A name without such a word cannot be told from a
 * place or an office, so this is a help for the person who reads the text, who decides.
 */
import type { Hit } from './findings.ts';
import { FUNCTION_WORDS, TITLES } from './ordinary-words.ts';

const LONGEST_NAME = 5;
const WORD = /[ ]{0,2}(\p{L}[\p{L}'-]*)(\.?)/uy;

interface Announcement {
  readonly pattern: RegExp;
  /** How many words at most may be a name although they are not written with a capital. */
  readonly lowerCase: number;
  readonly fewestWords: number;
  /** The name must end its line. */
  readonly endsLine?: boolean;
}

const EDGE = '(?<![\\p{L}\\p{N}])';
const HONORIFICS =
  'bapak|bpk|pak|ibu|bu|saudara|saudari|sdr|sdri|tuan|tn|nyonya|ny|nona|mbak|mas|kakak|kak|bang|om|tante|bli|mbok|jro|haji|hajah|hj|kh|kiai|ustadz|ustaz|ustadzah|pendeta|pdt|romo|drs|dra|dr|prof|ir|mr|mrs|ms';

const ANNOUNCEMENTS: readonly Announcement[] = [
  {
    pattern: new RegExp(
      `${EDGE}(?:nama(?: lengkap)? (?:saya|aku|kami|pelapor|pemohon|ibu|ayah|anak|suami|istri)(?: saya)?(?: (?:adalah|ialah|yaitu))?|nama(?: lengkap)? ?[:=]|(?:saya|aku) bernama|perkenalkan,? (?:nama )?saya|my name is|atas nama|a\\. ?n\\.|a/n|(?<=[ (])an\\.) ?[:=]? ?`,
      'giu',
    ),
    lowerCase: 3,
    fewestWords: 1,
  },
  { pattern: new RegExp(`${EDGE}bernama ?[:=]? ?`, 'giu'), lowerCase: 0, fewestWords: 1 },
  { pattern: new RegExp(`${EDGE}(?:(?:${HONORIFICS})(?:\\. ?| |/)){1,4}`, 'giu'), lowerCase: 0, fewestWords: 1 },
  { pattern: new RegExp(`${EDGE}saya,? `, 'giu'), lowerCase: 0, fewestWords: 2 },
  {
    pattern: new RegExp(
      `${EDGE}(?:hormat (?:saya|kami)|tertanda|ttd|terima ?kasih|salam|wassalam\\p{L}*|pelapor)[ .,:!]{0,3}\\n\\s{0,4}`,
      'giu',
    ),
    lowerCase: 0,
    fewestWords: 1,
    endsLine: true,
  },
  { pattern: new RegExp(`${EDGE}(?:hormat (?:saya|kami)|tertanda|ttd)[.,:]{0,2} `, 'giu'), lowerCase: 0, fewestWords: 1 },
];

/** "Jl. Ir. Soekarno", "RSUD Dr. Soetomo": named after somebody, but a place. */
const PLACE_BEFORE =
  /(?:^|[^\p{L}])(?:jl|jln|jalan|gang|gg|rs|rsud|rsup|rsu|rumah sakit|bandara|stadion|universitas|taman|gedung|masjid|puskesmas|lapangan|pelabuhan|jembatan|monumen|pasar|patung|makam)\.? {0,2}$/iu;

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
const isShouted = (word: string): boolean => word.length > 2 && word === word.toUpperCase();

/** Where the name that begins at `from` ends, or `undefined` when none does. */
function nameEnd(text: string, from: number, { lowerCase, fewestWords, endsLine }: Announcement): number | undefined {
  const taken: string[] = [];
  let end = from;
  let firstInLowerCase = false;
  while (taken.length < LONGEST_NAME) {
    WORD.lastIndex = end;
    const found = WORD.exec(text);
    const word = found?.[1];
    if (found === null || word === undefined) break;
    const lower = word.toLowerCase();
    if (FUNCTION_WORDS.has(lower) && !(isCapital(word) && word.length === 1)) break;
    if (TITLES.has(lower)) break;
    if (taken.length === 0) firstInLowerCase = !isCapital(word);
    const joins = lower === 'bin' || lower === 'binti';
    if (!isCapital(word) && !joins && !(firstInLowerCase && taken.length < lowerCase)) break;
    if (firstInLowerCase && /^(?:di|ter|ber|mem|men|meng|meny)\p{L}{4,}/u.test(lower)) break;
    taken.push(word);
    // A full stop belongs to an initial ("M. Yusuf"); after a longer word it ends the sentence.
    const initial = word.length <= 2;
    end = WORD.lastIndex - (found[2] === '.' && !initial ? 1 : 0);
    if (found[2] === '.' && !initial) break;
  }
  if (taken.length < fewestWords || taken.every((word) => word.length < 2)) return undefined;
  // "SAYA WARGA DESA": in a shouted sentence capitals say nothing, so only an announced name counts.
  if (fewestWords > 1 && taken.every(isShouted)) return undefined;
  if (endsLine && !/^[ .,]*(?:\n|$)/.test(text.slice(end, end + 40))) return undefined;
  return end;
}

export function nameHits(text: string): Hit[] {
  return ANNOUNCEMENTS.flatMap((announcement) => {
    const hits: Hit[] = [];
    for (const found of text.matchAll(announcement.pattern)) {
      if (PLACE_BEFORE.test(text.slice(Math.max(0, found.index - 20), found.index))) continue;
      const from = found.index + found[0].length;
      const to = nameEnd(text, from, announcement);
      if (to !== undefined) hits.push({ kind: 'name', from: from + (/^ */.exec(text.slice(from, to))?.[0].length ?? 0), to });
    }
    return hits;
  });
}
