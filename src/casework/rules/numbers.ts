/**
 * Numbers of cases and of documents: serial, series, Roman month, year, office, as in `0123/LM/III/2026/DPS`. The form is the one the Ombudsman's
 * published numbers show; that a serial starts again each year, per office and series, is ours (not confirmed).
 */
import type { Day } from '../../kernel/time.ts';

export interface NumberParts {
  /** From 1, without gaps within office, series and year. */
  readonly serial: number;
  /** Access kind of a case or group of a document's kind: capital letters, digits, hyphens. */
  readonly series: string;
  /** The day it was given, in the office's zone. */
  readonly on: Day;
  /** See `officeCode`. */
  readonly office: string;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

/** Month 1-12 in Roman numerals. */
export function romanMonth(month: number): string {
  const roman = ROMAN[month - 1];
  if (roman === undefined) throw new RangeError(`no month ${month}`);
  return roman;
}

export function formatNumber({ serial, series, on, office }: NumberParts): string {
  return `${String(serial).padStart(4, '0')}/${series}/${romanMonth(on.month)}/${on.year}/${office}`;
}

/** A number as people type it (any case, spaces, leading zeros left out), in the form it is stored in; `undefined` when it is none. */
export function readNumber(typed: string): string | undefined {
  if (typed.length > 60) return undefined;
  const text = typed.normalize('NFKC').toUpperCase().replaceAll(/\s/g, '');
  const [, serial, series, month, year, office] =
    /^(\d{1,7})\/([A-Z][A-Z0-9-]{0,11})\/([IVX]{1,4})\/(\d{4})\/([A-Z0-9]{1,30})$/.exec(text) ?? [];
  if (serial === undefined || Number(serial) === 0 || !(ROMAN as readonly string[]).includes(month ?? '')) return undefined;
  return `${String(Number(serial)).padStart(4, '0')}/${series}/${month}/${year}/${office}`;
}
