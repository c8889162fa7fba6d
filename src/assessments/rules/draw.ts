/**
 * Draws that anyone can repeat.
 *
 * Every candidate gets a ticket: the SHA-256 of `seed`, what is drawn, and the candidate's key, joined by line feeds, in lower-case
 * hexadecimal. The candidates with the lowest tickets are drawn. So a draw depends on nothing but the published seed and the keys:
 * not on the order of the list, on the machine or on the moment; and a candidate more changes nothing among the others.
 *
 *     printf '%s\n%s\n%s' bali-2026-contoh 'unit 51.05 puskesmas' 51.05.dinkes.puskesmas-dawan-1 | sha256sum
 *
 * Keys: codes of agencies (`51.05.dinkes`), numbers of services (seven digits). Purposes: `purposeOf` below.
 */
import { createHash } from 'node:crypto';

export function ticket(seed: string, purpose: string, key: string): string {
  return createHash('sha256').update(`${seed}\n${purpose}\n${key}`).digest('hex');
}

/** The `count` candidates with the lowest tickets, lowest first; all of them when there are fewer. Keys are taken to be unique. */
export function draw<T>(candidates: readonly T[], count: number, seed: string, purpose: string, keyOf: (one: T) => string): T[] {
  return candidates
    .map((one) => ({ one, ticket: ticket(seed, purpose, keyOf(one)) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : 0))
    .slice(0, Math.max(0, count))
    .map(({ one }) => one);
}

/** How many of `total` are a sample of so many per cent: rounded up, so that a sample that is wanted is never empty. */
export function sampleSize(total: number, percent: number): number {
  return Math.ceil((total * percent) / 100);
}

/** What a draw is for, as it stands in the ticket. */
export const purposeOf = {
  /** Units of a kind in an agency: `unit 51.05 puskesmas`. */
  units: (agencyCode: string, office: string) => `unit ${agencyCode} ${office}`,
  /** Products of a unit: `product 51.05.dinkes`. */
  products: (unitCode: string) => `product ${unitCode}`,
  /** The units that are rated twice; key: `51.05 51.05.dinkes` (agency and unit). */
  secondRating: 'second-rating',
} as const;
