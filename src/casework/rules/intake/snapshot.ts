/**
 * The file of a complaint as it stood when it was brought to the Ombudsman: what its complainant could read, frozen. Nothing of who the
 * complainant is belongs here, and of an anonymous or secret one every text has gone through `mask`.
 *
 * Bargain: what an agency kept to itself (internal notes) is not the complainant's to hand over and is not in it.
 */
import type { Clock, Complaint, TimelineItem } from '../../../complaints/index.ts';
import { type Moment, Temporal } from '../../../kernel/time.ts';
import type { Delivery } from '../../../messages/index.ts';

export interface SnapshotItem {
  readonly seq: number;
  readonly type: string;
  /** ISO moment. */
  readonly at: string;
  readonly fromAgencyId: string | null;
  readonly toAgencyId: string | null;
  readonly outcome: string | null;
  readonly count: string | null;
  readonly entry: { readonly id: string; readonly kind: string; readonly text: string; readonly agencyId: string | null } | null;
}

export interface SnapshotClock {
  readonly kind: string;
  readonly rule: string;
  readonly limit: string;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly stoppedAt: string | null;
  readonly pauses: number;
  readonly isProvisional: boolean;
  /** How long after its due moment it was when it stopped, or by now; `null` = in time. Whole minutes. */
  readonly lateMinutes: number | null;
}

/** What was told to the complainant, and what became of it: no address. */
export interface SnapshotMessage {
  readonly stage: string;
  readonly state: string;
  readonly createdAt: string;
  readonly sentAt: string | null;
}

export interface SnapshotFile {
  readonly id: string;
  readonly entryId: string | null;
  readonly mediaType: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly by: 'complainant' | 'officer';
  readonly isProof: boolean;
}

export interface Snapshot {
  readonly form: 1;
  readonly trackingNumber: string;
  readonly class: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly ruleSet: string;
  readonly filedAt: string;
  readonly takenAt: string;
  readonly anonymous: boolean;
  readonly confidential: boolean;
  readonly title: string;
  readonly description: string;
  readonly place: string | null;
  readonly occurredOn: string | null;
  readonly regionCode: string | null;
  readonly zone: string;
  readonly addressedAgencyId: string | null;
  readonly officeIds: readonly string[];
  readonly returns: number;
  readonly objections: number;
  readonly reopenings: number;
  readonly timeline: readonly SnapshotItem[];
  readonly clocks: readonly SnapshotClock[];
  readonly messages: readonly SnapshotMessage[];
  readonly files: readonly SnapshotFile[];
}

export interface SnapshotFacts {
  readonly complaint: Complaint;
  readonly status: string;
  readonly timeline: readonly TimelineItem[];
  readonly messages: readonly Delivery[];
  readonly files: readonly SnapshotFile[];
}

/** @param mask takes identifiers out of a text the complainant wrote; the same text when the identity is no secret */
export function snapshotOf(facts: SnapshotFacts, now: Moment, mask: (text: string) => string): Snapshot {
  const { complaint } = facts;
  return {
    form: 1,
    trackingNumber: complaint.trackingNumber,
    class: complaint.class,
    status: facts.status,
    outcome: complaint.outcome,
    ruleSet: complaint.ruleSet,
    filedAt: complaint.filedAt.toString(),
    takenAt: now.toString(),
    anonymous: complaint.anonymous,
    confidential: complaint.confidential,
    title: mask(complaint.title),
    description: mask(complaint.description),
    place: complaint.place === null ? null : mask(complaint.place),
    occurredOn: complaint.occurredOn?.toString() ?? null,
    regionCode: complaint.regionCode,
    zone: complaint.zone,
    addressedAgencyId: complaint.addressedAgencyId,
    officeIds: complaint.parts.map((part) => part.agencyId),
    returns: complaint.returns,
    objections: complaint.objections,
    reopenings: complaint.reopenings,
    timeline: facts.timeline.map((item) => itemOf(item, mask)),
    clocks: complaint.clocks.map((clock) => clockOf(clock, now)),
    messages: facts.messages
      .filter((message) => message.recipient.kind === 'complainant')
      .map((message) => ({
        stage: message.stage.split(':')[0] ?? '',
        state: message.state,
        createdAt: message.createdAt.toString(),
        sentAt: message.sentAt?.toString() ?? null,
      })),
    files: facts.files,
  };
}

function itemOf(item: TimelineItem, mask: (text: string) => string): SnapshotItem {
  const { entry } = item;
  const count = item.payload.count;
  return {
    seq: item.seq,
    type: item.type,
    at: item.at.toString(),
    fromAgencyId: item.fromAgencyId,
    toAgencyId: item.toAgencyId,
    outcome: item.outcome,
    count: count === undefined || count === null ? null : String(count),
    // Also what an office wrote: it may address the complainant by name.
    entry: entry && { id: entry.id, kind: entry.kind, text: mask(entry.text), agencyId: entry.agencyId },
  };
}

function clockOf(clock: Clock, now: Moment): SnapshotClock {
  const isPaused = clock.stoppedAt === null && clock.pauses.at(-1)?.to === null;
  const until = clock.stoppedAt ?? now;
  const late = Temporal.Instant.compare(until, clock.dueAt) > 0 && !isPaused;
  return {
    kind: clock.kind,
    rule: clock.limit.rule,
    limit: `${clock.limit.value} ${clock.limit.unit}`,
    startedAt: clock.startedAt.toString(),
    dueAt: clock.dueAt.toString(),
    stoppedAt: clock.stoppedAt?.toString() ?? null,
    pauses: clock.pauses.length,
    isProvisional: clock.isProvisional,
    lateMinutes: late ? Math.floor((until.epochMilliseconds - clock.dueAt.epochMilliseconds) / 60_000) : null,
  };
}

/** The items again as the complaints room tells them. */
export function timelineOf(snapshot: Snapshot): TimelineItem[] {
  return snapshot.timeline.map(({ count, entry, ...item }) => ({
    ...item,
    at: Temporal.Instant.from(item.at),
    payload: count === null ? {} : { count },
    entry: entry && ({ ...entry, audience: 'parties', governmentId: null } as TimelineItem['entry']),
  }));
}
