/**
 * Filing: the complaint comes into being, with the two clocks that run from here whatever happens to it
 * (PermenPANRB 62/2018: verification, and settlement by class).
 */
import type { Day, Moment, Zone } from '../../kernel/time.ts';
import { type Clock, type ComplaintLaw, startClock } from './clocks.ts';
import type { Channel, Complaint, ComplaintClass } from './complaint.ts';
import type { Decision } from './decision.ts';
import type { Routing } from './routing.ts';

/** What the complainant wrote, already validated; identity is not part of it. */
export interface Filing {
  readonly id: string;
  readonly trackingNumber: string;
  readonly class: ComplaintClass;
  readonly channel: Channel;
  readonly filedByPersonId: string | null;
  readonly anonymous: boolean;
  readonly confidential: boolean;
  readonly regionCode: string | null;
  readonly zone: Zone;
  readonly categoryCode: string | null;
  readonly title: string;
  readonly description: string;
  readonly occurredOn: Day | null;
  readonly place: string | null;
  readonly location: { readonly lat: number; readonly lng: number } | null;
  readonly addressedAgencyId: string | null;
  readonly continuesId: string | null;
  readonly serviceId: string | null;
  readonly ruleSet: string;
}

/** The parameter that limits settlement: by class, and longer when the conduct of an official must be examined. */
export function finishRule(complaintClass: ComplaintClass, supervisory: boolean | null): string {
  if (complaintClass === 'complaint' && supervisory === true) return 'complaint.finish.complaint-supervisory';
  return `complaint.finish.${complaintClass}`;
}

export function file(filing: Filing, routing: Routing, at: Moment, law: ComplaintLaw, newId: () => string): Decision {
  const clocks: readonly Clock[] = [
    startClock(newId(), 'verify', null, 'complaint.verify', at, law),
    startClock(newId(), 'finish', null, finishRule(filing.class, null), at, law),
  ];
  const complaint: Complaint = {
    ...filing,
    version: 1,
    supervisory: filing.class === 'complaint' ? null : false,
    filedAt: at,
    deskAgencyId: routing.desk.agencyId,
    deskPath: routing.desk.path,
    isBounced: false,
    shieldedGovernmentId: routing.shieldedGovernmentId,
    respondentIds: routing.respondentIds,
    stage: 'verification',
    hold: null,
    parts: [],
    returns: 0,
    objections: 0,
    reopenings: 0,
    outcome: null,
    endedAt: null,
    archiveReason: null,
    publicText: null,
    ombudsmanOfficeId: routing.ombudsmanOfficeId,
    clocks,
  };
  return {
    complaint,
    events: [
      {
        type: 'filed',
        payload: {
          trackingNumber: filing.trackingNumber,
          class: filing.class,
          channel: filing.channel,
          region: filing.regionCode,
          addressedAgency: filing.addressedAgencyId,
          desk: routing.desk.agencyId,
          anonymous: filing.anonymous,
          confidential: filing.confidential,
          ruleSet: filing.ruleSet,
          continues: filing.continuesId,
          ...(filing.serviceId === null ? {} : { service: filing.serviceId }),
          clocks: clocks.map(clockFacts),
        },
      },
    ],
    entries: [],
    hops: [],
    news: ['filed'],
  };
}

/** A clock as an event tells it. */
export function clockFacts(clock: Clock) {
  return {
    kind: clock.kind,
    part: clock.partId,
    rule: clock.limit.rule,
    limit: `${clock.limit.value} ${clock.limit.unit}`,
    startedAt: clock.startedAt.toString(),
    dueAt: clock.dueAt.toString(),
    provisional: clock.isProvisional,
    calendarVersion: clock.calendarVersion,
  };
}
