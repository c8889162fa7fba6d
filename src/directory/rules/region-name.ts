/** Capitals that stay: Roman numerals and abbreviations that Indonesian writes in capitals. */
const KEPT_CAPITALS = /^(?=[IVXLC])X{0,3}(IX|IV|V?I{0,3})$|^(DKI|DI|DIY|UPT|SP|SKP|HTI|TNI|RI|PT)$/;

function isShouted(name: string): boolean {
  return /[A-Z]/.test(name) && !/[a-z]/.test(name);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * A region's name in proper Indonesian writing: 'KABUPATEN KLUNGKUNG' becomes 'Kabupaten Klungkung', 'Timang gajah' becomes
 * 'Timang Gajah', 'D.I. YOGYAKARTA' keeps D.I.; typing slips of the source (doubled spaces, a double quote for an apostrophe,
 * stray asterisks) are mended. Names that are already mixed keep their inner capitals.
 */
export function properName(raw: string): string {
  const mended = raw
    .replace(/[\u00a0\s]+/g, ' ')
    .replace(/["’`]+/g, "'")
    .replace(/\*/g, '')
    .replace(/ ?, ?/g, ', ')
    .trim();
  const shouted = isShouted(mended);
  return mended
    .split(' ')
    .map((word) => {
      // "2 x 11 Kayu Tanam": the multiplication sign of a name is not a word.
      if (word === 'x') return word;
      if (!shouted || KEPT_CAPITALS.test(word) || word.includes('.')) return capitalised(word);
      return word
        .toLowerCase()
        .replace(/(^|[-(/])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
    })
    .join(' ');
}
