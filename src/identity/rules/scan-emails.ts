import { type Hit, hitsOf } from './findings.ts';

// Every repetition is bounded and every pattern starts at the edge of a word: a text of 20 000 letters costs no more than its length.
const LOCAL = "(?<![\\p{L}\\p{N}._%+'~-])[\\p{L}\\p{N}._%+'~-]{1,64}";
const LABEL = '[\\p{L}\\p{N}-]{1,63}';
const DOT = '(?:\\.(?=\\S)| \\.(?=\\S)| \\. | ?[(\\[{] ?(?:dot|titik|\\.) ?[)\\]}] ?)';
const TAIL = '(?![\\p{L}\\p{N}])';

/** name@domain, also with a space beside the @ or the dot. */
const PLAIN = new RegExp(`${LOCAL} ?@ ?(?:${LABEL}${DOT}){1,8}\\p{L}{2,24}${TAIL}`, 'giu');

/** name (at) domain (dot) com */
const BRACKETED = new RegExp(
  `${LOCAL} ?[(\\[{] ?(?:at|et|@) ?[)\\]}] ?(?:${LABEL}(?:${DOT}| (?:dot|titik) )){1,8}\\p{L}{2,24}${TAIL}`,
  'giu',
);

/** name at gmail dot com, name di gmail titik com: only with a well-known mail house, because "at" and "di" are ordinary words. */
const HOUSE = '(?:gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|icloud|proton|protonmail|zoho|mail)';
const SPOKEN = new RegExp(
  `${LOCAL} (?:at|et|di|@) ?${HOUSE}(?:${DOT}| (?:dot|titik) )(?:com|co|net|id|me)(?:${DOT}id)?${TAIL}`,
  'giu',
);

/** What a text must hold for a pattern to be worth its time: most texts hold none of it. */
const PATTERNS: readonly (readonly [RegExp, RegExp])[] = [
  [/@/, PLAIN],
  [/[([{] ?(?:at|et|@)/i, BRACKETED],
  [new RegExp(HOUSE, 'i'), SPOKEN],
];

export function emailHits(text: string): Hit[] {
  return PATTERNS.flatMap(([sign, pattern]) => (sign.test(text) ? hitsOf('email', text, pattern) : []));
}
