/** A service of an office, and the versions of its standard. */
import type { Label } from '../../kernel/language.ts';
import type { Day, Moment } from '../../kernel/time.ts';
import { SERVICE_FIELDS, type ServiceField } from './fields.ts';
import type { Standard } from './standard.ts';

export const SERVICE_CHANNELS = {
  counter: { id: 'Loket/tatap muka', en: 'At the counter' },
  online: { id: 'Daring', en: 'Online' },
  both: { id: 'Loket dan daring', en: 'Counter and online' },
} as const satisfies Record<string, Label>;

export type ServiceChannel = keyof typeof SERVICE_CHANNELS;

export function isServiceChannel(text: string): text is ServiceChannel {
  return Object.hasOwn(SERVICE_CHANNELS, text);
}

export function isServiceField(text: string): text is ServiceField {
  return Object.hasOwn(SERVICE_FIELDS, text);
}

/** Whether the service can be had without going anywhere: it counts for the digital share. */
export function isDigital(channel: ServiceChannel): boolean {
  return channel !== 'counter';
}

/** What a version says besides the 14 components. */
export interface ServiceParticulars {
  readonly name: string;
  readonly field: ServiceField;
  readonly channel: ServiceChannel;
  /** https address where the service is applied for; '' when it is at the counter only. */
  readonly onlineAddress: string;
  /** SK that lays the standard down; '' when there is none yet. */
  readonly decreeNumber: string;
  readonly decreeOn: Day | null;
  /** Who answers for the standard: a position; '' = the head of the office. */
  readonly ownerPosition: string;
}

export interface ServiceContent extends ServiceParticulars {
  readonly standard: Standard;
}

/** Where it is kept; what never changes from version to version. */
export interface Service {
  readonly id: string;
  /** Seven digits, for addresses and the counter. */
  readonly number: string;
  readonly agencyId: string;
  /** Ids from the root of the tree down to the office. */
  readonly agencyPath: readonly string[];
  readonly governmentId: string;
  readonly regionCode: string | null;
}

export interface ServiceVersion extends ServiceContent {
  readonly serviceId: string;
  readonly version: number;
  readonly state: VersionState;
  /** First day in force; `null` for a draft. */
  readonly validFrom: Day | null;
  /** First day no longer offered; `null` unless withdrawn. */
  readonly withdrawnOn: Day | null;
  readonly withdrawnReason: string;
  /** Why it differs from the version before. */
  readonly note: string;
  readonly publishedAt: Moment | null;
  /** Counts changes of a draft, so that two who edit at once notice. */
  readonly revision: number;
  readonly updatedAt: Moment;
}

export type VersionState = 'draft' | 'published' | 'withdrawn';

/**
 * The version in force on a day: of those published (or withdrawn later than that day) whose first day has come, the one that began
 * last. A draft is never in force. `undefined` when the service is not offered that day.
 */
export function versionOn(versions: readonly ServiceVersion[], day: Day): ServiceVersion | undefined {
  const begun = versions.filter((one) => one.state !== 'draft' && one.validFrom !== null && isReached(one.validFrom, day));
  const last = begun.toSorted((a, b) => order(a, b)).at(-1);
  return last && (last.withdrawnOn === null || !isReached(last.withdrawnOn, day)) ? last : undefined;
}

const isReached = (on: Day, day: Day) => on.until(day).sign >= 0;

function order(a: ServiceVersion, b: ServiceVersion): number {
  const byDay = a.validFrom === null || b.validFrom === null ? 0 : b.validFrom.until(a.validFrom).sign;
  return byDay || a.version - b.version;
}
