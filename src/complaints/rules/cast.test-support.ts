/**
 * The recurring cast of this room's tests: a small country with a national desk, the province of Bali, two regencies with offices,
 * the people who work there, and a law whose days are all working days (the real calendar has its own tests in the room law).
 */
import type { Capability, HeldPosition, Officer } from '../../kernel/actor.ts';
import { type Moment, Temporal } from '../../kernel/time.ts';
import type { ComplaintLaw, Limit } from './clocks.ts';
import type { Complaint } from './complaint.ts';
import type { Circumstances } from './decision.ts';
import { type Filing, file } from './filing.ts';
import type { Office } from './forwarding.ts';
import type { Desk, Routing } from './routing.ts';
import { showTrackingNumber, trackingNumber } from './tracking-number.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

function office(n: number, ...above: Office[]): Office {
  const path = [...above.map((each) => each.id), id(n)];
  return { id: id(n), governmentId: path[0] ?? id(n), path };
}

export const kemenpanrb = office(1);
export const bali = office(10);
export const klungkung = office(20);
export const kominfo = office(21, klungkung);
export const pupr = office(22, klungkung);
export const dinkes = office(23, klungkung);
export const puskesmas = office(24, klungkung, dinkes);
export const badung = office(30);
export const badungPupr = office(31, badung);
export const ombudsmanBali = office(41, office(40));

export const OFFICES = [klungkung, kominfo, pupr, dinkes, puskesmas, badung, badungPupr, bali];

export const nationalDesk: Desk = { agencyId: kemenpanrb.id, path: kemenpanrb.path };
export const klungkungDesk: Desk = { agencyId: klungkung.id, path: klungkung.path };

let people = 100;

export function officer(at: Office, kind: string, ...capabilities: Capability[]): Officer {
  const position: HeldPosition = {
    positionId: id(people++),
    kind,
    agencyId: at.id,
    governmentId: at.governmentId,
    agencyPath: at.path,
    capabilities,
    regionCode: null,
  };
  return { kind: 'officer', personId: id(people++), name: `${kind} (contoh)`, positions: [position] };
}

const COORDINATOR: Capability[] = ['complaint.verify', 'complaint.forward', 'complaint.read', 'identity.read'];
const LIAISON: Capability[] = ['complaint.follow-up', 'complaint.read', 'identity.read'];

export const national = officer(
  kemenpanrb,
  'national-verifier',
  'complaint.verify',
  'complaint.arbitrate',
  'complaint.forward',
  'complaint.read',
  'identity.read',
);
export const coordinatorKlungkung = officer(klungkung, 'agency-coordinator', ...COORDINATOR);
export const coordinatorBadung = officer(badung, 'agency-coordinator', ...COORDINATOR);
export const coordinatorBali = officer(bali, 'agency-coordinator', ...COORDINATOR);
export const liaisonPupr = officer(pupr, 'liaison-officer', ...LIAISON);
export const liaisonDinkes = officer(dinkes, 'liaison-officer', ...LIAISON);
export const liaisonPuskesmas = officer(puskesmas, 'liaison-officer', ...LIAISON);
export const liaisonKominfo = officer(kominfo, 'liaison-officer', ...LIAISON);
export const liaisonBadungPupr = officer(badungPupr, 'liaison-officer', ...LIAISON);
export const assistantOmbudsman = officer(ombudsmanBali, 'ombudsman-assistant', 'complaint.oversee', 'identity.read');
export const leaderKlungkung = officer(klungkung, 'regional-leader', 'complaint.read');
export const counterOfficer = officer(ombudsmanBali, 'counter-officer', 'complaint.file-for-citizen');
export const systemAdmin = officer(
  kemenpanrb,
  'system-admin',
  'people.manage',
  'directory.manage',
  'law.manage',
  'system.manage',
);

export const OFFICERS: readonly Officer[] = [
  national,
  coordinatorKlungkung,
  coordinatorBadung,
  coordinatorBali,
  liaisonPupr,
  liaisonDinkes,
  liaisonPuskesmas,
  liaisonKominfo,
  liaisonBadungPupr,
  assistantOmbudsman,
  leaderKlungkung,
  counterOfficer,
  systemAdmin,
];

const LIMITS: Readonly<Record<string, number>> = {
  'complaint.verify': 3,
  'complaint.follow-up': 5,
  'complaint.finish.complaint': 14,
  'complaint.finish.complaint-supervisory': 60,
  'complaint.finish.aspiration': 5,
  'complaint.finish.information-request': 5,
  'complaint.silence': 10,
  'complaint.hold-max': 10,
  'complaint.arbitrate': 1,
  'complaint.reopen-window': 30,
};

/** Every day works, days are 24 hours: enough for rules that must not know a calendar. */
export const plainLaw: ComplaintLaw = {
  limit: (rule): Limit => ({ rule, value: LIMITS[rule] ?? 1, unit: 'hk' }),
  count: (rule) => (rule === 'complaint.returns-before-arbitration' ? 2 : 0),
  due(from, limit, pauses) {
    const paused = pauses.reduce(
      (sum, pause) => sum + (pause.to ? pause.to.epochMilliseconds - pause.from.epochMilliseconds : 0),
      0,
    );
    return { dueAt: from.add({ hours: 24 * limit.value, milliseconds: paused }), isProvisional: false, calendarVersion: 1 };
  },
};

export const START: Moment = Temporal.Instant.from('2026-03-16T01:00:00Z');

let made = 1000;
export const newId = (): string => id(made++);

export function circumstances(actor: Circumstances['actor'], at: Moment = START): Circumstances {
  return { at, actor, law: plainLaw, newId };
}

export const complainantOf = (complaint: Complaint) => ({ kind: 'complainant', complaintId: complaint.id }) as const;
export const system = { kind: 'system', errand: 'complaints.alerts' } as const;

/** A pothole in Klungkung, filed with the regency, unless told otherwise. */
export function filed(
  change: Partial<Filing> = {},
  routing: Routing = { desk: klungkungDesk, shieldedGovernmentId: null, respondentIds: [klungkung.id], ombudsmanOfficeId: null },
): Complaint {
  const filing: Filing = {
    id: newId(),
    trackingNumber: trackingNumber(new Uint8Array([0, 0, 0, 0, 0, 0, 3, 7])),
    class: 'complaint',
    channel: 'web',
    filedByPersonId: null,
    anonymous: false,
    confidential: false,
    regionCode: '51.05',
    zone: 'Asia/Makassar',
    categoryCode: null,
    title: 'Jalan berlubang di depan pasar',
    description: 'Sudah tiga minggu jalan di depan pasar berlubang dan belum diperbaiki.',
    occurredOn: null,
    place: null,
    location: null,
    addressedAgencyId: klungkung.id,
    continuesId: null,
    serviceId: null,
    ruleSet: 'SP4N 5/2025',
    ...change,
  };
  return file(filing, routing, START, plainLaw, newId).complaint;
}

/** For messages of failing tests. */
export function describeComplaint(complaint: Complaint): string {
  return `${showTrackingNumber(complaint.trackingNumber)} ${complaint.stage} ${complaint.parts.map((part) => part.state).join(',')}`;
}
