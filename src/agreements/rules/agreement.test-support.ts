/** Agreements, lines and people for tests of rules, without a database. */
import type { Capability, HeldPosition, Officer } from '../../kernel/actor.ts';
import { uuidV7 } from '../../kernel/ids.ts';
import { Temporal } from '../../kernel/time.ts';
import type { Agreement, Party } from './agreement.ts';
import type { Line } from './line.ts';

let made = 0;
export const newId = (): string => {
  made += 1;
  const bytes = new Uint8Array(10);
  new DataView(bytes.buffer).setUint32(6, made);
  return uuidV7(1_770_000_000_000 + made, bytes);
};

export const START = Temporal.Instant.from('2026-01-05T09:00:00+08:00');
export const day = (text: string) => Temporal.PlainDate.from(text);

export const ROOT = newId();
export const BALI = newId();
export const KLUNGKUNG = newId();
export const HEALTH = newId();
export const BADUNG = newId();

export function party(given: Partial<Party> & Pick<Party, 'side' | 'agencyPath'>, ordinal = 1): Party {
  return {
    ...{ id: newId(), ordinal, agencyId: given.agencyPath.at(-1) ?? null, governmentId: given.agencyPath[0] ?? null },
    ...{ name: `Pihak ${ordinal} (contoh)`, ownNumber: '' },
    ...given,
  };
}

export function anAgreement(given: Partial<Agreement> = {}): Agreement {
  return {
    ...{
      id: newId(),
      code: 'NK-2026-0001',
      version: 1,
      kind: 'nota-kesepakatan',
      state: 'signed',
      title: 'Sinergi pengawasan (contoh)',
    },
    ...{
      basis: '',
      purpose: '',
      programmes: ['prevention'],
      yearFrom: null,
      yearUntil: null,
      officeId: BALI,
      officePath: [ROOT, BALI],
    },
    ...{ keeperId: BALI, keeperPath: [ROOT, BALI], parentId: null, predecessorId: null, place: 'Semarapura' },
    ...{ signedOn: day('2026-01-05'), inForceFrom: day('2026-01-05'), inForceUntil: day('2031-01-04') },
    ...{ endedOn: null, endReason: null, evidence: 'record', source: '', zone: 'Asia/Makassar', collectionId: null },
    ...{
      createdBy: null,
      createdAt: START,
      signatories: [],
      focalPoints: [],
      isExample: true,
      isUnderReview: false,
      isAdopted: false,
    },
    parties: [
      party({ side: 'ombudsman', agencyPath: [ROOT, BALI] }, 1),
      party({ side: 'government', agencyPath: [KLUNGKUNG] }, 2),
    ],
    ...given,
  };
}

/** Owned by the health office of Klungkung, confirmed by the Ombudsman's office. */
export function aLine(agreement: Agreement, given: Partial<Line> = {}): Line {
  const owner = agreement.parties.find(({ side }) => side === 'government');
  return {
    ...{ id: newId(), agreementId: agreement.id, version: 1, ordinal: 1, year: 2026, programme: 'prevention', factor: null },
    ...{
      form: 'activity',
      activity: 'Melengkapi standar pelayanan (contoh)',
      output: '',
      indicator: 'Layanan lengkap',
      unit: 'layanan',
    },
    ...{
      baseline: '0',
      targets: ['2', '4', '6', '8'],
      direction: 'up',
      budgetSource: 'APBD',
      budgetAmount: '25000000',
      place: '',
    },
    ...{ startsOn: day('2026-01-10'), dueOn: day('2026-12-15'), firstDueOn: day('2026-12-15') },
    owner: {
      partyId: owner?.id ?? newId(),
      agencyId: HEALTH,
      agencyPath: [KLUNGKUNG, HEALTH],
      position: 'Kepala Dinas',
      personId: null,
    },
    ...{
      other: null,
      supportingIds: [],
      evidenceAsked: 'SK',
      isPriority: false,
      itemId: null,
      obligationId: null,
      decisionId: null,
    },
    ...{
      measure: null,
      measureAgencyId: null,
      state: 'running',
      stateAt: START,
      stateNote: null,
      confirmed: null,
      reported: null,
    },
    ...{ isWithdrawn: false, joinedAt: null, evidenceCount: 0, updatedAt: START },
    ...given,
  } as Line;
}

export function held(path: readonly string[], capabilities: readonly Capability[]): HeldPosition {
  return {
    positionId: newId(),
    kind: 'test',
    agencyId: path.at(-1) as string,
    governmentId: path[0] as string,
    agencyPath: path,
    capabilities,
    regionCode: null,
  };
}

export function officerWith(...positions: readonly HeldPosition[]): Officer {
  return { kind: 'officer', personId: newId(), name: 'Contoh', positions };
}
