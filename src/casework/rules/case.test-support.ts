/** A case and people for tests of rules, without a database. */
import type { Capability, HeldPosition, Officer } from '../../kernel/actor.ts';
import { uuidV7 } from '../../kernel/ids.ts';
import { Temporal } from '../../kernel/time.ts';
import { shippedLawBook, startClock } from '../../law/index.ts';
import { surroundingsOf } from '../actions/surroundings.ts';
import type { Case, TeamRole } from './case.ts';
import type { Circumstances } from './decision.ts';
import { FIRST_STAGE, STAGE_DEADLINES } from './stage-deadlines.ts';

let made = 0;
export const newId = (): string => {
  made += 1;
  const bytes = new Uint8Array(10);
  new DataView(bytes.buffer).setUint32(6, made);
  return uuidV7(1_770_000_000_000 + made, bytes);
};

export const START = Temporal.Instant.from('2026-03-16T09:00:00+08:00');
export const ROOT = newId();
export const BALI = newId();
export const KEPRI = newId();
export const KLUNGKUNG = newId();
export const HEALTH = newId();

const LEGAL = { ruleSet: 'PO 58/2023', registeredAt: START, zone: 'Asia/Makassar', regionCode: '51.05' } as const;
const book = shippedLawBook();

export function aCase(given: Partial<Case> = {}): Case {
  const access = given.access ?? 'LM';
  const stage = given.stage ?? FIRST_STAGE[access];
  const deadline = STAGE_DEADLINES[stage];
  const { law } = surroundingsOf(book, LEGAL);
  return {
    id: newId(),
    number: `0001/${access}/III/2026/DPS`,
    version: 1,
    access,
    ruleSet: 'PO 58/2023',
    stage,
    resumeStage: stage === 'completing' ? 'formal' : null,
    officeId: BALI,
    officePath: [ROOT, BALI],
    registeredAt: START,
    receivedOn: Temporal.PlainDate.from('2026-03-16'),
    channel: 'web',
    registeredByPersonId: null,
    complaintId: null,
    reviewId: null,
    continuesId: null,
    secret: false,
    tip: false,
    title: 'Surat rujukan tidak diberikan (contoh)',
    account: 'Sudah tiga kali datang (contoh).',
    loss: null,
    wish: null,
    occurredOn: null,
    regionCode: '51.05',
    zone: 'Asia/Makassar',
    categoryCode: null,
    serviceId: null,
    rapidCriteria: access === 'RCO' ? ['emergency'] : [],
    respondents: [
      {
        id: newId(),
        agencyId: HEALTH,
        governmentId: KLUNGKUNG,
        agencyPath: [KLUNGKUNG, HEALTH],
        position: 'Kepala Dinas Kesehatan',
        superiorAgencyId: KLUNGKUNG,
        superiorPosition: 'Bupati',
        addedAt: START,
        removedAt: null,
      },
    ],
    team: [],
    exclusions: [],
    clocks: 'rule' in deadline ? [startClock(newId(), 'stage', null, deadline.rule, START, law)] : [],
    conclusion: null,
    outcome: stage === 'closed' ? 'corrected' : null,
    closedAt: stage === 'closed' ? START : null,
    isExample: false,
    ...given,
  };
}

export function onTeam(file: Case, person: Officer, role: TeamRole): Case {
  return { ...file, team: [...file.team, { personId: person.personId, role, since: START, until: null }] };
}

export function held(agencyPath: readonly string[], capabilities: readonly Capability[]): HeldPosition {
  return {
    positionId: newId(),
    kind: 'generated',
    agencyId: agencyPath.at(-1) as string,
    governmentId: agencyPath[0] as string,
    agencyPath,
    capabilities,
    regionCode: null,
  };
}

export function officerWith(...positions: readonly HeldPosition[]): Officer {
  return { kind: 'officer', personId: newId(), name: 'Petugas (contoh)', positions };
}

/** Everything at once: for walking the table, not for asking who may. */
export const EVERYBODY = officerWith(
  held(
    [ROOT],
    ['case.intake', 'case.verify', 'case.deliberate', 'case.decide', 'case.examine', 'case.resolve', 'case.recommend'],
  ),
);

export function circumstancesOf(given: Partial<Circumstances> = {}): Circumstances {
  return { at: START, actor: EVERYBODY, law: surroundingsOf(book, LEGAL).law, newId, openObligations: 0, ...given };
}

export const TIMES = surroundingsOf(book, LEGAL).times;
