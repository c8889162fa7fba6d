import type { Label } from '../../kernel/language.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { isZone, type Moment, Temporal, ZONES, type Zone, zoneAbbreviation } from '../../kernel/time.ts';
import { type Due, dueMoment, isLimit, type Limit, type LimitUnit } from './due.ts';
import type { LawBook } from './law-book.ts';

/** A question for a due moment as someone types it. */
export interface TypedQuestion {
  readonly from: string;
  readonly limit: string;
  readonly zone: string;
  /** Dotted region code; empty = national days only. */
  readonly region: string;
}

export interface WrongQuestion {
  readonly field: keyof TypedQuestion;
  readonly text: Label;
}

/** Answers a typed question, or says which part of it cannot be read and how to write it. */
export function answerQuestion(typed: TypedQuestion, book: LawBook): Result<Due, WrongQuestion> {
  const zone = readZone(typed.zone);
  if (!zone)
    return wrong(
      'zone',
      typed.zone,
      'Asia/Jakarta, Asia/Makassar, Asia/Jayapura',
      'bukan zona waktu Indonesia',
      'is no Indonesian time zone',
    );
  const from = readMoment(typed.from);
  if (!from)
    return wrong(
      'from',
      typed.from,
      '2026-03-17T10:00:00+08:00',
      'bukan waktu lengkap dengan selisih UTC',
      'is no moment with its UTC offset',
    );
  const limit = readLimit(typed.limit);
  if (!limit) return wrong('limit', typed.limit, '5hk, 60 hari, 24h', 'bukan batas waktu', 'is no time limit');
  const region = typed.region.trim();
  if (region !== '' && !REGION.test(region))
    return wrong('region', region, '51, 51.05', 'bukan kode wilayah', 'is no region code');
  return ok(dueMoment({ from, limit, zone, calendar: book.calendar(region || null) }));
}

function wrong(field: keyof TypedQuestion, given: string, examples: string, id: string, en: string) {
  const shown = given.trim().slice(0, 60);
  return refuse({
    field,
    text:
      shown === ''
        ? { id: `${field} kosong. Contoh: ${examples}.`, en: `${field} is empty. Examples: ${examples}.` }
        : { id: `${field}: "${shown}" ${id}. Contoh: ${examples}.`, en: `${field}: "${shown}" ${en}. Examples: ${examples}.` },
  });
}

const REGION = /^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/;

/** `Asia/Makassar` or `WITA`. */
export function readZone(text: string): Zone | null {
  const given = text.trim();
  if (isZone(given)) return given;
  return ZONES.find((zone) => zoneAbbreviation(zone) === given.toUpperCase()) ?? null;
}

const UNIT_WORDS: readonly (readonly [LimitUnit, readonly string[]])[] = [
  ['hk', ['hk', 'hari kerja', 'wd', 'working day', 'working days']],
  ['day', ['d', 'hari', 'day', 'days']],
  ['hour', ['h', 'jam', 'hour', 'hours']],
];

/** `5hk`, `14 hari kerja`, `60 hari`, `60d`, `24h`, `24 jam`. */
export function readLimit(text: string): Limit | null {
  const [, number = '', word = ''] = /^(\d{1,6})\s*([a-z ]+)$/.exec(text.trim().toLowerCase()) ?? [];
  const unit = UNIT_WORDS.find(([, words]) => words.includes(word.replace(/\s+/g, ' ')))?.[0];
  if (!unit) return null;
  const limit = { value: Number(number), unit };
  return isLimit(limit) ? limit : null;
}

const YEAR_2200 = Date.UTC(2200, 0, 1);

/** An ISO moment with its offset, within years a calendar makes sense for. */
function readMoment(text: string): Moment | null {
  try {
    const at = Temporal.Instant.from(text.trim());
    return at.epochMilliseconds >= 0 && at.epochMilliseconds < YEAR_2200 ? at : null;
  } catch {
    return null;
  }
}
