import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor, HeldPosition } from '../../kernel/actor.ts';
import { Temporal } from '../../kernel/time.ts';
import type { Agency } from './agency.ts';
import { fits, judgeAppointment, mayGive } from './appoint.ts';
import { asHeld, covers, overlap, type Position } from './held.ts';
import { POSITION_KINDS, type PositionKind, positionKind, touchesComplaints } from './positions.ts';

const KINDS = Object.keys(POSITION_KINDS) as PositionKind[];
const START = Temporal.PlainDate.from('2026-01-01');

const day = fc.integer({ min: 0, max: 60 }).map((days) => START.add({ days }));
const term = fc.tuple(day, fc.option(fc.integer({ min: 0, max: 40 }))).map(([startsOn, length]) => ({
  startsOn,
  endsOn: length === null ? null : startsOn.add({ days: length }),
}));

function agency(code: string, path: readonly string[]): Agency {
  return {
    id: path.at(-1) ?? '',
    code,
    kind: 'opd',
    name: code,
    shortName: code,
    parentId: path.at(-2) ?? null,
    governmentId: path[0] ?? '',
    path,
    regionCode: null,
    functions: [],
    isCoordinatorDesk: false,
    nameConfirmed: true,
    nameNote: null,
    validFrom: null,
    validUntil: null,
  };
}

const AGENCIES = [
  agency('51.05', ['k']),
  agency('51.05.dinkes', ['k', 'kd']),
  agency('51.71', ['d']),
  agency('kemenpanrb', ['n']),
  agency('ori', ['o']),
  agency('ori.bali', ['o', 'ob']),
];

function officer(...positions: HeldPosition[]): Actor {
  return { kind: 'officer', personId: 'someone', name: '', positions };
}

describe('what positions give', () => {
  test('the system administrator has no capability on complaints or identities, and nobody who has one keeps the system', () => {
    for (const kind of KINDS) {
      const { capabilities } = positionKind(kind);
      const keepsSystem = capabilities.some((one) => ['system.manage', 'directory.manage', 'law.manage'].includes(one));
      expect(keepsSystem && capabilities.some(touchesComplaints), kind).toBe(false);
    }
    expect(positionKind('system-admin').capabilities.filter(touchesComplaints)).toEqual([]);
  });

  test('who assesses reads no complaint; the supervisor only reads; leaders read and sign', () => {
    for (const kind of ['assessor', 'assessment-checker', 'assessment-manager'] as const) {
      expect(positionKind(kind).capabilities.filter(touchesComplaints), kind).toEqual([]);
    }
    expect(positionKind('supervisor').capabilities).toEqual([
      'complaint.read',
      'assessment.read',
      'case.owed-read',
      'agreement.read',
    ]);
    for (const kind of ['regional-leader', 'regional-secretary'] as const) {
      expect(positionKind(kind).capabilities, kind).toEqual([
        'complaint.read',
        'assessment.read',
        'case.owed-read',
        'agreement.sign',
        'agreement.read',
      ]);
    }
  });

  test('whatever is appointed in whatever order, no day finds both sides in one person', () => {
    const wish = fc.record({ kind: fc.constantFrom(...KINDS), startsOn: day, at: fc.constantFrom(...AGENCIES) });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 8 }), (wishes) => {
        const held: Position[] = [];
        for (const { kind, startsOn, at } of wishes) {
          const judged = judgeAppointment({ kind: 'system', errand: 'test' }, { personId: 'p', kind, startsOn }, at, held);
          if (!judged.ok) continue;
          held.push({
            id: `${held.length}`,
            personId: 'p',
            kind,
            agencyId: at.id,
            decreeNumber: '1',
            decreeOn: START,
            startsOn,
            endsOn: null,
          });
        }
        for (let days = 0; days <= 61; days++) {
          const on = START.add({ days });
          const capabilities = held.filter((one) => covers(one, on)).flatMap((one) => positionKind(one.kind).capabilities);
          expect(capabilities.includes('system.manage') && capabilities.some(touchesComplaints)).toBe(false);
        }
      }),
    );
  });
});

describe('who gives positions', () => {
  test('without people.manage at the agency or above it nobody gives anything', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.constantFrom(...AGENCIES),
        fc.constantFrom(...KINDS),
        fc.constantFrom(...AGENCIES),
        (own, where, given, at) => {
          const actor = officer(asHeld({ id: 'x', kind: own }, where));
          const reaches = at.path.includes(where.id) || positionKind(own).capabilities.includes('directory.manage');
          const manages = positionKind(own).capabilities.includes('people.manage');
          if (mayGive(actor, given, at)) expect(reaches && manages).toBe(true);
          if (mayGive(actor, given, at) && positionKind(given).givenBy === 'directory') {
            expect(positionKind(own).capabilities).toContain('directory.manage');
          }
        },
      ),
    );
  });

  test('every kind can be held somewhere', () => {
    for (const kind of KINDS)
      expect(
        AGENCIES.some((at) => fits(kind, at)),
        kind,
      ).toBe(true);
  });
});

describe('terms', () => {
  test('two terms overlap exactly when some day is in both', () => {
    fc.assert(
      fc.property(term, term, (a, b) => {
        const shared = Array.from({ length: 110 }, (_, days) => START.add({ days })).some((on) => covers(a, on) && covers(b, on));
        expect(overlap(a, b) && isNonEmpty(a) && isNonEmpty(b)).toBe(shared);
      }),
    );
  });
});

function isNonEmpty({ startsOn, endsOn }: { startsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate | null }): boolean {
  return endsOn === null || startsOn.until(endsOn).sign > 0;
}
