/** A data-sharing grant as a value, and whether it is in force. Pure. */
import type { Label } from '../../../kernel/language.ts';
import { type Day, type Moment, Temporal } from '../../../kernel/time.ts';
import type { Agreement, Party } from '../agreement.ts';
import { bindsOn } from '../in-force.ts';
import type { DataField, Personal } from './data-sets.ts';
import type { GrantState } from './grant.transitions.ts';
import type { Afterwards, Frequency, LegalBasisCode, Purpose } from './terms.ts';

export interface GrantRecipient {
  readonly partyId: string;
  /** The party itself or an office below it; `null` for a party the directory does not know. */
  readonly agencyId: string | null;
  readonly name: string;
}

export interface GrantConsent {
  readonly partyId: string;
  readonly personId: string;
  readonly at: Moment;
}

export interface Grant {
  readonly id: string;
  readonly agreementId: string;
  /** Its number in the agreement. */
  readonly ordinal: number;
  readonly version: number;
  readonly state: GrantState;
  readonly purpose: Purpose;
  readonly purposeText: string;
  /** Code of the catalogue, or `own:...`. */
  readonly dataSet: string;
  /** Of a set of its own; '' for one of the catalogue. */
  readonly dataSetName: string;
  readonly fields: readonly DataField[];
  readonly personal: Personal;
  readonly giverPartyId: string;
  readonly giverAgencyId: string;
  readonly recipients: readonly GrantRecipient[];
  readonly startsOn: Day;
  /** The last day. */
  readonly untilOn: Day;
  readonly frequency: Frequency;
  readonly legalBasis: LegalBasisCode;
  readonly basisNote: string;
  /** How long what was received may be kept; 0 = not kept at all. */
  readonly retentionMonths: number;
  readonly afterwards: Afterwards;
  readonly safeguards: string;
  readonly impactAssessment: string;
  readonly preparingPartyId: string;
  readonly createdBy: string | null;
  readonly createdAt: Moment;
  readonly offers: number;
  readonly offeredAt: Moment | null;
  readonly agreedAt: Moment | null;
  /** The first day no longer. */
  readonly endedOn: Day | null;
  readonly endReason: string | null;
  readonly returnedReason: string | null;
  /** Of the present offer. */
  readonly consents: readonly GrantConsent[];
  readonly isExample: boolean;
}

export const GRANT_STANDINGS = ['draft', 'offered', 'withdrawn', 'waiting', 'upcoming', 'in-force', 'over', 'ended'] as const;
export type GrantStanding = (typeof GRANT_STANDINGS)[number];

export const GRANT_STANDING_LABELS: Readonly<Record<GrantStanding, Label>> = {
  draft: { id: 'Konsep', en: 'Draft' },
  offered: { id: 'Menunggu persetujuan', en: 'Waiting for a yes' },
  withdrawn: { id: 'Ditarik', en: 'Withdrawn' },
  waiting: { id: 'Tidak berlaku: kerja samanya tidak sedang berlaku', en: 'Not in force: its agreement is not in force' },
  upcoming: { id: 'Belum mulai berlaku', en: 'Not in force yet' },
  'in-force': { id: 'Berlaku', en: 'In force' },
  over: { id: 'Sudah berakhir', en: 'Over' },
  ended: { id: 'Diakhiri', en: 'Ended' },
};

/** What of an agreement decides whether its grants are in force. */
export type Binding = Pick<Agreement, 'state' | 'inForceFrom' | 'inForceUntil' | 'endedOn'>;

/** In force only when all sides agreed, within its own days, and while the agreement binds. */
export function grantStandingOn(
  grant: Pick<Grant, 'state' | 'startsOn' | 'untilOn' | 'endedOn'>,
  agreement: Binding,
  day: Day,
): GrantStanding {
  if (grant.state !== 'agreed' && grant.state !== 'ended') return grant.state;
  if (grant.endedOn !== null && Temporal.PlainDate.compare(grant.endedOn, day) <= 0) return 'ended';
  if (Temporal.PlainDate.compare(day, grant.untilOn) > 0) return 'over';
  if (Temporal.PlainDate.compare(day, grant.startsOn) < 0) return 'upcoming';
  return bindsOn(agreement, day) ? 'in-force' : 'waiting';
}

/** The parties that must say yes: who gives, and everyone who receives, each once. */
export function concernedParties(grant: Pick<Grant, 'giverPartyId' | 'recipients'>): readonly string[] {
  return [...new Set([grant.giverPartyId, ...grant.recipients.map(({ partyId }) => partyId)])];
}

/**
 * The parties that have not said yes to the present offer. A body the directory does not know has nobody here who could say it: its yes is in the signed
 * agreement, and is not waited for.
 */
export function partiesWaitedFor(grant: Grant, agreement: Pick<Agreement, 'parties'>): readonly Party[] {
  const concerned = concernedParties(grant);
  return agreement.parties.filter(
    ({ id, agencyId }) => agencyId !== null && concerned.includes(id) && !grant.consents.some(({ partyId }) => partyId === id),
  );
}

/** Grants anyone may read: agreed ones of a public agreement, also after they ended. */
export function isPublicGrant(grant: Pick<Grant, 'state'>): boolean {
  return grant.state === 'agreed' || grant.state === 'ended';
}
