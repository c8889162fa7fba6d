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

export function emailHits(text: string): Hit[] {
  return [PLAIN, BRACKETED, SPOKEN].flatMap((pattern) => hitsOf('email', text, pattern));
}
