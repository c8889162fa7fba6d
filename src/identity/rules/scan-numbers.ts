/**
 * Long numbers in a text: NIK, telephone, account. One walk over the digits; at each place where a number may begin the
 * kinds are tried in that order, so that a number is one finding.
 */
import type { FindingKind, Hit } from './findings.ts';
import { isPlausibleNik } from './nik.ts';

const at = (source: string): RegExp => new RegExp(source, 'iuy');

const NIK = at('\\d(?:[ .\\-_/]{0,2}\\d){15}(?!\\d)');

const ACCOUNT_WORDS =
  'rek|rekening|norek|va|virtual account|kartu|bca|bri|bni|mandiri|bsi|btn|bpd|bjb|cimb|danamon|permata|gopay|ovo|shopeepay|linkaja|bpjs|kis|kk|npwp|nip|sim|paspor|passport|pelanggan|idpel|meteran';
const PHONE_WORDS = 'hp|h\\.p|wa|whats ?app|telp|tlp|tel|telepon|telpon|telephone|phone|handphone|hape|ponsel|kontak|cp';
/** The words that say what kind of number follows, with what may stand between. */
const LEADS: readonly (readonly [FindingKind, RegExp])[] = [
  ['nik', /(?<![\p{L}\p{N}])(?:nik|ktp|e-ktp)(?![\p{L}\p{N}])[^\d\n]{0,20}$/iu],
  ['account', new RegExp(`(?<![\\p{L}\\p{N}])(?:${ACCOUNT_WORDS})(?![\\p{L}\\p{N}])[^\\d\\n]{0,25}$`, 'iu')],
  ['phone', new RegExp(`(?<![\\p{L}\\p{N}])(?:${PHONE_WORDS})(?![\\p{L}\\p{N}])[^\\d\\n]{0,20}$`, 'iu')],
];
const LED = at('[+(]{0,2}\\d(?:[ .\\-()]{0,3}\\d){5,24}(?!\\d)');

const PHONES = [
  at('\\(?(?:\\+|00)[ (]{0,2}[1-9]\\d{0,2}(?:[ .\\-()]{0,3}\\d){7,12}(?!\\d)'),
  at('\\(?0[ .\\-()]{0,2}[2-9](?:[ .\\-()]{0,2}\\d){7,11}(?!\\d)'),
  at('62[ .\\-()]{0,2}[2-9](?:[ .\\-()]{0,2}\\d){7,11}(?!\\d)'),
  at('8[1-9]\\d[ -]?\\d{3,4}[ -]?\\d{3,5}(?!\\d)'),
];

const ACCOUNTS = [
  at('\\d{2}\\.\\d{3}\\.\\d{3}\\.\\d-\\d{3}\\.\\d{3}(?!\\d)'), // NPWP as it is printed
  at('\\d{10,}'),
  at('\\d{3,5}(?:[ -]\\d{3,5}){3,}(?!\\d)'), // in groups, as on cards and receipts
];

const MONEY_BEFORE = /(?:rp|idr|usd|\$)\.? ?$/iu;
const MONEY_AFTER = /^(?:,\d\d?)?(?:,-)? ?(?:rupiah|ribu|juta|miliar|triliun)(?!\p{L})/iu;
const THOUSANDS = /^[1-9]\d{0,2}(?:\.\d{3})+$/;
/** A date or opening hours: not a number, however many digits they have together. */
const TIMES = [
  at('(?:0?[1-9]|[12]\\d|3[01])([-./ ])(?:0?[1-9]|1[0-2])\\1(?:19|20)\\d\\d(?!\\d)'),
  at('(?:19|20)\\d\\d([-./ ])(?:0?[1-9]|1[0-2])\\1(?:0?[1-9]|[12]\\d|3[01])(?!\\d)'),
  at('[0-2]?\\d[.:][0-5]\\d ?- ?[0-2]?\\d[.:][0-5]\\d(?!\\d)'),
];
const DECIMAL = /^0\.\d+$/;
const YEARS = /^(?:19|20)\d\d(?:[ -](?:19|20)\d\d)+$/;
/** How a tracking number of ours is written. It names a complaint, not a person. */
const TRACKING_NUMBER = /^[1-79]\d{2}-\d{3}-\d{4}$/;

const DIGIT_WORDS = /(?<!\p{L})(?:(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)[ ,.-]{0,3}){9,}/giu;

function isOrdinary(number: string, text: string, from: number): boolean {
  if (DECIMAL.test(number) || YEARS.test(number) || THOUSANDS.test(number)) return true;
  return (
    MONEY_BEFORE.test(text.slice(Math.max(0, from - 6), from)) ||
    MONEY_AFTER.test(text.slice(from + number.length, from + number.length + 16))
  );
}

function timeAt(text: string, from: number): number {
  for (const pattern of TIMES) {
    pattern.lastIndex = from;
    const found = pattern.exec(text)?.[0].length;
    if (found !== undefined) return found;
  }
  return 0;
}

function match(pattern: RegExp, text: string, from: number): string | undefined {
  pattern.lastIndex = from;
  const found = pattern.exec(text)?.[0];
  return found !== undefined && !isOrdinary(found, text, from) ? found : undefined;
}

function nikAt(text: string, from: number): Hit | undefined {
  const nik = match(NIK, text, from);
  return nik !== undefined && isPlausibleNik(nik.replace(/\D/g, '')) ? { kind: 'nik', from, to: from + nik.length } : undefined;
}

function otherNumberAt(text: string, from: number): Hit | undefined {
  const hit = (kind: FindingKind, number: string): Hit => ({ kind, from, to: from + number.length });
  const before = text.slice(Math.max(0, from - 45), from);
  const lead = LEADS.find(([, words]) => words.test(before))?.[0];
  const led = lead === undefined ? undefined : match(LED, text, from);
  if (lead !== undefined && led !== undefined) return hit(lead, led);
  for (const pattern of PHONES) {
    const phone = match(pattern, text, from);
    if (phone !== undefined) return hit('phone', phone);
  }
  for (const pattern of ACCOUNTS) {
    const account = match(pattern, text, from);
    if (account !== undefined && !TRACKING_NUMBER.test(account)) return hit('account', account);
  }
  return undefined;
}

export function numberHits(text: string): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < text.length; at++) {
    // A number begins at a digit no digit stands before, or at the + or bracket of its prefix.
    if (!/[\d+(]/.test(text[at] as string) || /\d/.test(text[at - 1] ?? '')) continue;
    const nik = nikAt(text, at);
    const time = nik === undefined ? timeAt(text, at) : 0;
    const hit = nik ?? (time > 0 ? undefined : otherNumberAt(text, at));
    if (hit !== undefined) hits.push(hit);
    at = Math.max(at, (hit?.to ?? at + time) - 1);
  }
  for (const words of text.matchAll(DIGIT_WORDS)) {
    hits.push({ kind: 'phone', from: words.index, to: words.index + words[0].trimEnd().length });
  }
  return hits;
}
