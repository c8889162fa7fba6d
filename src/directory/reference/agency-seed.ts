import { createHash } from 'node:crypto';
import type { AgencyKind } from '../rules/agency.ts';

/** One agency of the shipped directory. The parent is named by code and must come earlier in the list. */
export interface AgencySeed {
  readonly code: string;
  readonly kind: AgencyKind;
  readonly name: string;
  readonly shortName: string;
  readonly parent: string | null;
  readonly region: string | null;
  readonly functions?: readonly string[];
  readonly desk?: boolean;
  /** Regions served, where that is not simply `region`. */
  readonly serves?: readonly string[];
  /** `true` only when the name was checked against a decree or the agency's own pages. */
  readonly nameConfirmed?: boolean;
  readonly nameNote?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
}

/** Name space of our agency ids (RFC 9562 version 5). Never change it: ids of agencies are made from it. */
const NAME_SPACE = Buffer.from('6f1d7c2e8b0b5a4c9d3e1f2a3b4c5d6e', 'hex');

/** The stable id of an agency: version 5 UUID of its code, the same in every installation. */
export function agencyId(code: string): string {
  const hash = createHash('sha1').update(NAME_SPACE).update(code).digest().subarray(0, 16);
  hash[6] = 0x50 | ((hash[6] ?? 0) & 0x0f);
  hash[8] = 0x80 | ((hash[8] ?? 0) & 0x3f);
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
