/** A certificate in the register. See db/migrations/0016-certificates.sql for what is kept. */
import type { Label } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { ZoneCode } from '../instrument.ts';

/**
 * `in-making`: it has a number and no file yet. `revoked`: it counts no more. `replaced`: another took its place. A certificate that was
 * revoked stays so when another follows it.
 */
export type CertificateState = 'in-making' | 'valid' | 'revoked' | 'replaced';

/** The whole life. The database refuses any other step (0016). */
export const CERTIFICATE_TRANSITIONS = [
  { from: 'in-making', action: 'issue', to: 'valid' },
  { from: 'valid', action: 'revoke', to: 'revoked' },
  { from: 'valid', action: 'replace', to: 'replaced' },
] as const satisfies readonly { from: CertificateState; action: string; to: CertificateState }[];

export const STATE_LABELS: Readonly<Record<CertificateState, Label>> = {
  'in-making': { id: 'Sedang dibuat', en: 'Being made' },
  valid: { id: 'Berlaku', en: 'Valid' },
  revoked: { id: 'Dicabut', en: 'Revoked' },
  replaced: { id: 'Diganti', en: 'Replaced' },
};

/** What is printed, kept as it was when the number was given, so that it can be printed again to the letter. */
export interface CertificateContent {
  readonly number: string;
  readonly year: number;
  readonly agency: { readonly id: string; readonly code: string; readonly name: string };
  readonly result: {
    readonly version: number;
    /** Two decimals with a point. */
    readonly score: string;
    readonly category: string;
    readonly zone: ZoneCode | null;
    readonly shade: 'dark' | null;
    readonly zoneText: Label | null;
    readonly categoryText: Label | null;
    readonly label: Label;
  };
  readonly template: {
    readonly year: number;
    readonly category: string;
    readonly version: number;
    readonly isConfirmed: boolean;
  };
  readonly title: Label;
  readonly given: Label;
  readonly for: Label;
  readonly place: string;
  readonly signatory: Label;
  readonly instrument: { readonly id: string; readonly version: number; readonly title: Label };
  /** What score, bands and procedure rest on. */
  readonly basis: readonly Label[];
  /** What is a marked default in the bands, and how many of the instrument's numbers are. */
  readonly defaults: { readonly band: Label | null; readonly count: number };
  /** In Jakarta; ISO 8601. */
  readonly issuedOn: string;
  readonly issuedAt: string;
  readonly isExample: boolean;
  /** Where it is verified, with the check code. */
  readonly address: string;
}

export interface Certificate {
  readonly id: string;
  readonly number: string;
  readonly assessmentId: string;
  readonly resultVersion: number;
  readonly state: CertificateState;
  readonly checkCode: string;
  readonly content: CertificateContent;
  readonly issuedBy: string;
  readonly numberedAt: Moment;
  readonly file: { readonly key: string; readonly bytes: number; readonly sha256: string; readonly twin: string } | null;
  readonly replacesId: string | null;
  readonly end: { readonly by: string; readonly at: Moment; readonly reason: string } | null;
}
