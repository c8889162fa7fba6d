/**
 * What a service standard says, as values. "Not stated" is a value of its own everywhere: free of charge, no requirement and
 * silence are three different things (UU 25/2009 art. 21, PermenPANRB 15/2014).
 */

/** Lines, or the statement that nothing has to be brought. */
export type Requirements =
  | { readonly kind: 'not-stated' }
  | { readonly kind: 'none' }
  | { readonly kind: 'list'; readonly lines: readonly string[] };

export const DURATION_UNITS = ['working-day', 'day', 'hour', 'minute'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

/** How long it takes from complete papers to the product. `note` says what it depends on. */
export type ServiceDuration =
  | { readonly kind: 'not-stated' }
  | { readonly kind: 'stated'; readonly value: number; readonly unit: DurationUnit; readonly note: string };

/** An amount in whole rupiah, and what it is for. */
export interface FeeItem {
  readonly what: string;
  readonly rupiah: number;
}

export type Fee =
  | { readonly kind: 'not-stated' }
  | { readonly kind: 'free' }
  | { readonly kind: 'amounts'; readonly items: readonly FeeItem[] }
  | { readonly kind: 'regulation'; readonly citation: string };

export const COMPLAINT_CHANNELS = ['phone', 'mail', 'web', 'counter'] as const;
export type ComplaintChannelKind = (typeof COMPLAINT_CHANNELS)[number];

export interface ComplaintChannel {
  readonly kind: ComplaintChannelKind;
  /** Number, address or place, as people read it. */
  readonly value: string;
}

/** Where to complain about the service, who looks after it, and within how many working days it is answered. */
export interface ComplaintHandling {
  readonly channels: readonly ComplaintChannel[];
  /** A position, never a person. */
  readonly officerPosition: string;
  /** Working days; `null` when not stated. */
  readonly days: number | null;
}

/** The 14 components; texts are '' and lists are empty when not stated. */
export interface Standard {
  readonly requirements: Requirements;
  readonly procedure: readonly string[];
  readonly duration: ServiceDuration;
  readonly fee: Fee;
  readonly product: string;
  readonly complaintHandling: ComplaintHandling;
  readonly legalBasis: readonly string[];
  readonly facilities: readonly string[];
  readonly competence: string;
  readonly supervision: string;
  /** People who carry the service out; `null` when not stated. */
  readonly staffCount: number | null;
  readonly serviceGuarantee: string;
  readonly safetyGuarantee: string;
  readonly evaluation: string;
}

export const EMPTY_STANDARD: Standard = {
  requirements: { kind: 'not-stated' },
  procedure: [],
  duration: { kind: 'not-stated' },
  fee: { kind: 'not-stated' },
  product: '',
  complaintHandling: { channels: [], officerPosition: '', days: null },
  legalBasis: [],
  facilities: [],
  competence: '',
  supervision: '',
  staffCount: null,
  serviceGuarantee: '',
  safetyGuarantee: '',
  evaluation: '',
};
