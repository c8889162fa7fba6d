/**
 * What a complaint (pengaduan) is. Plain values: rules take one and return the next one, the store keeps it.
 *
 * Who the complainant is does not occur here and must never be added: it lives in the room `identity`.
 * The words here (`title`, `description`) are the *working text*: for an anonymous complaint identifiers are already masked
 * out of it, the complainant's own words are sealed in `identity`.
 */
import type { Day, Moment, Zone } from '../../kernel/time.ts';
import type { Clock } from './clocks.ts';
import type { ComplaintStatus, PartState } from './complaint.transitions.ts';

/** What the complainant files. The official classes of PermenPANRB 62/2018 Bab VI. */
export const COMPLAINT_CLASSES = ['complaint', 'aspiration', 'information-request'] as const;
export type ComplaintClass = (typeof COMPLAINT_CLASSES)[number];

/** The way a complaint came in. `pojok` is the walk-in counter. */
export const CHANNELS = ['web', 'api', 'pojok', 'telephone', 'letter', 'sms', 'whatsapp', 'email', 'social'] as const;
export type Channel = (typeof CHANNELS)[number];

/** How a closed complaint ended; statistics always tell the three apart. */
export const OUTCOMES = ['confirmed', 'silence', 'unreachable'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a complaint was set aside without being handled. A code table (domain: the official list is unconfirmed). */
export const ARCHIVE_REASONS = [
  'too-general',
  'not-government',
  'misaddressed',
  'duplicate',
  'hateful',
  'out-of-scope',
  'no-answer',
  'test',
] as const;
export type ArchiveReason = (typeof ARCHIVE_REASONS)[number];

/** Where the complaint is in its life, coarser than its status. */
export type Stage = 'verification' | 'handling' | 'closed' | 'archived';

/** Facts asked back from the complainant; meanwhile the clocks are paused. */
export interface Hold {
  readonly since: Moment;
  readonly reason: string;
  readonly question: string;
  /** The agency that asked. */
  readonly askedByAgencyId: string;
}

/** One office's share of a complaint. */
export interface Part {
  readonly id: string;
  /** The office that holds it now. */
  readonly agencyId: string;
  /** The root of that office's government: the respondent. */
  readonly governmentId: string;
  /** From the root of the tree to the office itself. */
  readonly agencyPath: readonly string[];
  readonly state: PartState;
  /** When the present holder received it; the follow-up clock runs from here. */
  readonly receivedAt: Moment;
  /** How many times it was handed to an office. */
  readonly hops: number;
  /** The desk that hears of it when the office returns it. */
  readonly returnToAgencyId: string;
  /** Decided by the national desk after too many returns: cannot be returned again. */
  readonly binding: boolean;
  readonly firstFollowUpAt: Moment | null;
  /** What was done, as proposed to the complainant. */
  readonly proposal: { readonly at: Moment; readonly summary: string } | null;
}

/** What the public may read, written or approved by a verifier. Nothing is public before. */
export interface PublicText {
  readonly title: string;
  readonly description: string;
  readonly releasedAt: Moment;
}

export interface Complaint {
  readonly id: string;
  /** Ten digits, the last one a check digit. Not secret, not guessable in order. */
  readonly trackingNumber: string;
  /** Counts saves; a form that was made from an older one is told so. */
  readonly version: number;
  readonly class: ComplaintClass;
  /** Berkadar pengawasan: the conduct of an official must be examined. `null` until the verifier has said. */
  readonly supervisory: boolean | null;
  /** The rule-set it is judged by for its whole life, for example `sp4n-62-2018`. */
  readonly ruleSet: string;
  readonly channel: Channel;
  readonly filedAt: Moment;
  /** The officer at the counter who filed it for the complainant. */
  readonly filedByPersonId: string | null;
  /** Identity hidden from the respondent's whole government tree and from the public. */
  readonly anonymous: boolean;
  /** The public reads nothing, not even that it exists. */
  readonly confidential: boolean;
  /** Where it happened (dotted Kemendagri code); fixes zone and calendar at filing. */
  readonly regionCode: string | null;
  readonly zone: Zone;
  readonly categoryCode: string | null;
  readonly title: string;
  readonly description: string;
  readonly occurredOn: Day | null;
  readonly place: string | null;
  readonly location: { readonly lat: number; readonly lng: number } | null;
  /** Whom the complainant named; `null` = "I don't know". */
  readonly addressedAgencyId: string | null;
  /** The desk that verifies and redirects: a government's coordinator or the national desk. */
  readonly deskAgencyId: string;
  readonly deskPath: readonly string[];
  /** The desk sent it up as not theirs and nobody has it yet. */
  readonly isBounced: boolean;
  /** The coordinator of this government may not see it: it is about the coordinator's own office. */
  readonly shieldedGovernmentId: string | null;
  /** Every government that was ever addressed: none of them learns an anonymous complainant's identity. */
  readonly respondentIds: readonly string[];
  readonly stage: Stage;
  readonly hold: Hold | null;
  readonly parts: readonly Part[];
  /** How many times a desk or an office said "not ours". */
  readonly returns: number;
  readonly objections: number;
  readonly reopenings: number;
  readonly outcome: Outcome | null;
  readonly endedAt: Moment | null;
  readonly archiveReason: ArchiveReason | null;
  readonly publicText: PublicText | null;
  /** The Ombudsman office that was told because a deadline passed without an answer. */
  readonly ombudsmanOfficeId: string | null;
  /** An earlier complaint this one carries on (its receipt code was lost, for example). */
  readonly continuesId: string | null;
  /** The service of an office it is about, when the complainant came from there. */
  readonly serviceId: string | null;
  readonly clocks: readonly Clock[];
}

/** What a complaint's lists and headings show; derived, see `status.ts`. */
export type StatusOf = (complaint: Complaint) => ComplaintStatus;
