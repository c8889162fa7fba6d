import { type Hit, hitsOf } from './findings.ts';

/** Letters before the number, by registration area (Samsat): B for greater Jakarta, DK for Bali, BP for Kepulauan Riau. */
const AREAS = 'A[ABDEG]?|B[ABDEGHKLMNPRT]?|D[ABCDEGHKLMNPRTSW]?|E[ABD]?|F|G|H|K[BHTU]?|L|M|N|P[ABGSTV]?|R|S|T|W|Z';

/** Letters after a number that are a unit and not a plate. */
const UNITS = 'KM|CM|MM|KG|GR|ML|CC|KV|KVA|KW|KWH|MB|GB|TB|MBPS|WIB|WITA|WIT|JAM|HARI|ORANG|JT|RB|DPI|HP|PS|PK';

/** With capitals, anywhere: DK 1234 AB. */
const PRINTED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<hit>(?:${AREAS})[ -]?\\d{2,4}[ -]?(?!(?:${UNITS})(?!\\p{L}))[A-Z]{2,3})(?![\\p{L}\\p{N}])`,
  'gu',
);

/** In any case and with one letter, when the text says that a plate follows. */
const NAMED = new RegExp(
  `(?:pelat|plat|nopol|no\\.? ?pol\\.?|nomor polisi|dk nomor|bernomor|ber-?plat)[ .:=]{0,3}(?:nomor|no\\.?|polisi|kendaraan|mobil|motor)?[ .:=]{0,3}(?<hit>(?:${AREAS})[ -]?\\d{1,4}[ -]?[a-z]{1,3})(?![\\p{L}\\p{N}])`,
  'giu',
);

export function plateHits(text: string): Hit[] {
  return [PRINTED, NAMED].flatMap((pattern) => hitsOf('plate', text, pattern));
}
