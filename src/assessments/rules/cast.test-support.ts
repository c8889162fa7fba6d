/** A small cast for the rules of rounds: an assessment of a regency with two units, and people with positions. */
import type { Capability, HeldPosition, Officer } from '../../kernel/actor.ts';
import { Temporal } from '../../kernel/time.ts';
import type { Stage } from './assessment.transitions.ts';
import type { Assessment, SheetRow, Taken, Unit } from './assessment.ts';

export const at = (text: string) => Temporal.Instant.from(text);
export const NOW = at('2026-03-17T10:00:00+08:00');

export const ORI = 'ori';
export const ORI_BALI = 'ori.bali';
export const KLUNGKUNG = '51.05';

export function position(agencyPath: readonly string[], ...capabilities: Capability[]): HeldPosition {
  return {
    positionId: `jabatan ${agencyPath.join(' ')} ${capabilities.join(' ')}`,
    kind: 'contoh',
    agencyId: agencyPath.at(-1) as string,
    governmentId: agencyPath[0] as string,
    agencyPath,
    capabilities,
    regionCode: null,
  };
}

export function officer(personId: string, ...positions: HeldPosition[]): Officer {
  return { kind: 'officer', personId, name: `${personId} (contoh)`, positions };
}

export function unit(no: number, office: string, more: Partial<Unit> = {}): Unit {
  return {
    no,
    agencyId: `51.05.${office}`,
    agencyPath: [KLUNGKUNG, `51.05.${office}`],
    name: office,
    locus: { id: office, en: office },
    addedReason: null,
    assessorId: 'penilai',
    secondAssessorId: no === 1 ? 'penilai2' : null,
    ...more,
  };
}

export const taken = (by: string, when = NOW): Taken => ({ by, at: when });

export function assessment(stage: Stage, more: Partial<Assessment> = {}): Assessment {
  return {
    id: 'penilaian klungkung',
    roundId: 'bali-2026',
    agencyId: KLUNGKUNG,
    agencyPath: [KLUNGKUNG],
    agencyKind: 'regency-government',
    regionCode: KLUNGKUNG,
    ombudsmanOfficeId: ORI_BALI,
    stage,
    revision: 1,
    submitted: null,
    checked: null,
    moderated: null,
    notified: null,
    replyDueAt: null,
    repliesWaived: null,
    finalised: null,
    published: null,
    publishedVersion: 0,
    units: [unit(1, 'dinkes'), unit(2, 'disdik')],
    ...more,
  };
}

export function sheet(unitNo: number, sheetNo: number, kind: SheetRow['kind'], more: Partial<SheetRow> = {}): SheetRow {
  return {
    unitNo,
    rating: 1,
    sheetNo,
    kind,
    serviceId: null,
    serviceName: kind === 'product' ? 'Layanan (contoh)' : null,
    quota: null,
    done: true,
    filledBy: 'penilai',
    filledAt: NOW,
    revision: 1,
    ...more,
  };
}
