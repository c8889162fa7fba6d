/** An agreement and those who make it, as values. Pure. */
import type { Day, Moment, Zone } from '../../kernel/time.ts';
import type { AgreementState } from './agreement.transitions.ts';
import type { AgreementKind } from './kinds.ts';

export const SIDES = ['ombudsman', 'government', 'other'] as const;
export type Side = (typeof SIDES)[number];

export interface Party {
  readonly id: string;
  readonly ordinal: number;
  readonly side: Side;
  /** `null` for a body the directory does not know. */
  readonly agencyId: string | null;
  readonly governmentId: string | null;
  readonly agencyPath: readonly string[];
  readonly name: string;
  /** The number this side has given the document; '' = none known. */
  readonly ownNumber: string;
}

export const CAPACITIES = ['signs', 'witnesses'] as const;
export type Capacity = (typeof CAPACITIES)[number];

export type SigningMethod = 'application' | 'paper' | 'record';

export interface Signatory {
  readonly id: string;
  /** `null` = a witness of no party. */
  readonly partyId: string | null;
  /** The order of signing; the same number = in any order among themselves. */
  readonly ordinal: number;
  readonly capacity: Capacity;
  readonly position: string;
  readonly name: string;
  /** Who signs in the application; `null` = on paper. */
  readonly personId: string | null;
  readonly askedAt: Moment | null;
  readonly method: SigningMethod | null;
  readonly signedAt: Moment | null;
  readonly uploadedBy: string | null;
  readonly confirmedBy: string | null;
  readonly declinedAt: Moment | null;
}

export interface FocalPoint {
  readonly id: string;
  readonly partyId: string;
  readonly agencyId: string | null;
  readonly position: string;
  readonly personId: string | null;
  readonly officeMail: string;
  readonly since: Day;
  /** The first day no longer; `null` = still. */
  readonly until: Day | null;
}

export type Evidence = 'application' | 'paper' | 'mixed' | 'record';

export interface Agreement {
  readonly id: string;
  /** NK-2026-0001, as in addresses. */
  readonly code: string;
  readonly version: number;
  readonly kind: AgreementKind;
  readonly state: AgreementState;
  readonly title: string;
  readonly basis: string;
  readonly purpose: string;
  /** Codes of programmes. */
  readonly programmes: readonly string[];
  readonly yearFrom: number | null;
  readonly yearUntil: number | null;
  /** The Ombudsman's office that follows it. */
  readonly officeId: string | null;
  readonly officePath: readonly string[];
  /** Whose officers prepare it. */
  readonly keeperId: string;
  readonly keeperPath: readonly string[];
  readonly parentId: string | null;
  readonly predecessorId: string | null;
  readonly place: string;
  readonly signedOn: Day | null;
  readonly inForceFrom: Day | null;
  /** The last day it binds; `null` = without an end. */
  readonly inForceUntil: Day | null;
  readonly endedOn: Day | null;
  readonly endReason: string | null;
  readonly evidence: Evidence | null;
  readonly source: string;
  readonly zone: Zone;
  /** The collection of action plans it was handed in to. */
  readonly collectionId: string | null;
  readonly createdBy: string | null;
  readonly createdAt: Moment;
  readonly parties: readonly Party[];
  readonly signatories: readonly Signatory[];
  readonly focalPoints: readonly FocalPoint[];
  readonly isExample: boolean;
  /** Somebody else is reviewing it: until they have, text and lines stand still. */
  readonly isUnderReview: boolean;
  /** It was reviewed and adopted here: what it says and promises changes by a new edition alone. */
  readonly isAdopted: boolean;
}

export function partyOf(agreement: Pick<Agreement, 'parties'>, id: string | null): Party | undefined {
  return agreement.parties.find((party) => party.id === id);
}

/** Every agency that is a party, each once. */
export function partyAgencies(agreement: Pick<Agreement, 'parties'>): readonly string[] {
  return [...new Set(agreement.parties.flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId])))];
}

/** The governments the parties belong to, each once; not the Ombudsman. */
export function partyGovernments(agreement: Pick<Agreement, 'parties'>): readonly string[] {
  const governments = agreement.parties.filter(({ side }) => side === 'government');
  return [...new Set(governments.flatMap(({ governmentId }) => (governmentId === null ? [] : [governmentId])))];
}

/** The governments that are parties themselves, each once: what one of their offices signs does not cover them. */
export function coveredGovernments(agreement: Pick<Agreement, 'parties'>): readonly string[] {
  const governments = agreement.parties.filter(
    ({ side, agencyId, governmentId }) => side === 'government' && agencyId === governmentId,
  );
  return [...new Set(governments.flatMap(({ agencyId }) => agencyId ?? []))];
}

/** Whom a side can be asked through on a day. */
export function focalPointsOn(agreement: Pick<Agreement, 'focalPoints'>, partyId: string, day: Day): readonly FocalPoint[] {
  return agreement.focalPoints.filter(
    (point) =>
      point.partyId === partyId && point.since.until(day).sign >= 0 && (point.until === null || point.until.until(day).sign < 0),
  );
}

/** Whether anything said to a focal point arrives: at an address of the office or with somebody who has an account. */
export function isReachable({ officeMail, personId }: Pick<FocalPoint, 'officeMail' | 'personId'>): boolean {
  return officeMail !== '' || personId !== null;
}

/**
 * Whether a focal point is reminded of everything: of lines and reports people with an account are; an address of an office is told of the end alone.
 *
 * @param departed as in `withoutFocalPoint`
 */
export function isReminded({ id, personId }: Pick<FocalPoint, 'id' | 'personId'>, departed: ReadonlySet<string>): boolean {
  return personId !== null && !departed.has(id);
}

/**
 * Parties that nobody can be asked through on a day: shown wherever the agreement is.
 *
 * @param departed ids of focal points whose person has left the office (store/register/focal-points.ts); what only an office address reaches stays
 */
export function withoutFocalPoint(
  agreement: Pick<Agreement, 'focalPoints' | 'parties'>,
  day: Day,
  departed: ReadonlySet<string>,
): readonly Party[] {
  return agreement.parties.filter(
    (party) =>
      !focalPointsOn(agreement, party.id, day).some((point) =>
        isReachable({ ...point, personId: departed.has(point.id) ? null : point.personId }),
      ),
  );
}

/**
 * Whom the public is told to ask on a day. Where a person has left, the office's address still answers, without the position that person held; nobody is
 * sent to where nobody is.
 *
 * @param departed as in `withoutFocalPoint`
 */
export function contactsOn(
  agreement: Pick<Agreement, 'focalPoints'>,
  partyId: string,
  day: Day,
  departed: ReadonlySet<string>,
): readonly FocalPoint[] {
  return focalPointsOn(agreement, partyId, day).flatMap((point) => {
    if (!departed.has(point.id)) return [point];
    return point.officeMail === '' ? [] : [{ ...point, position: '', personId: null }];
  });
}
