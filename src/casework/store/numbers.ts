/** Gapless numbers of cases and documents; see db/migrations/0021-case-documents.sql. */
import { sql } from 'kysely';
import type { Day } from '../../kernel/time.ts';
import type { Tx } from '../../platform/database/database.ts';
import { formatNumber } from '../rules/numbers.ts';
import { officeCode } from '../rules/office-codes.ts';

/**
 * The next serial (from 1) of an office, series and year. The counter's row stays locked until the transaction ends, so numbers follow one
 * another without gaps and a rolled-back one is given again: keep the transaction short, and write what is numbered in the same one.
 */
export async function nextNumber(
  tx: Tx,
  of: { readonly officeId: string; readonly series: string; readonly year: number },
): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    INSERT INTO casework.number_counters AS n (office_id, series, year, last) VALUES (${of.officeId}, ${of.series}, ${of.year}, 1)
    ON CONFLICT (office_id, series, year) DO UPDATE SET last = n.last + 1
    RETURNING last`.execute(tx);
  return (rows[0] as { last: number }).last;
}

export interface TakenNumber {
  readonly serial: number;
  readonly year: number;
  /** `0123/LM/III/2026/DPS` */
  readonly number: string;
}

/** Takes the next number of an office and writes it out. Same bargain as `nextNumber`. @param on the day in the office's zone */
export async function takeNumber(
  tx: Tx,
  of: { readonly office: { readonly id: string; readonly code: string }; readonly series: string; readonly on: Day },
): Promise<TakenNumber> {
  const serial = await nextNumber(tx, { officeId: of.office.id, series: of.series, year: of.on.year });
  const number = formatNumber({ serial, series: of.series, on: of.on, office: officeCode(of.office.code) });
  return { serial, year: of.on.year, number };
}
