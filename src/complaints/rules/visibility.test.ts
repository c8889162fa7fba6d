import { describe, expect, test } from 'vitest';
import {
  assistantOmbudsman,
  bali,
  circumstances,
  complainantOf,
  coordinatorBadung,
  coordinatorBali,
  coordinatorKlungkung,
  counterOfficer,
  filed,
  klungkung,
  kominfo,
  leaderKlungkung,
  liaisonDinkes,
  liaisonKominfo,
  liaisonPupr,
  liaisonPuskesmas,
  national,
  nationalDesk,
  OFFICERS,
  ombudsmanBali,
  pupr,
  puskesmas,
  systemAdmin,
} from './cast.test-support.ts';
import type { Complaint } from './complaint.ts';
import type { Decided } from './decision.ts';
import { forward } from './forwarding.ts';
import { routeNew } from './routing.ts';
import { mayReadEntry, mayReadFile, maySeeIdentity, viewOf } from './visibility.ts';

function value(decided: Decided): Complaint {
  if (!decided.ok) throw new Error(decided.refusal);
  return decided.value.complaint;
}

function forwardedTo(office: typeof pupr, change: Parameters<typeof filed>[0] = {}): Complaint {
  return value(forward(filed(change), { offices: [office], note: '', nationalDesk }, circumstances(coordinatorKlungkung)));
}

describe('who sees a complaint', () => {
  test('the desk that verifies it, the leader above it and the national desk, but not a neighbouring government', () => {
    const complaint = filed();
    expect(viewOf(complaint, coordinatorKlungkung)).toBe('officer');
    expect(viewOf(complaint, leaderKlungkung)).toBe('officer');
    expect(viewOf(complaint, national)).toBe('officer');
    expect(viewOf(complaint, coordinatorBadung)).toBe(null);
    expect(viewOf(complaint, liaisonPupr)).toBe(null);
  });

  test('an office from the moment it holds a part, and no longer once it was excused', () => {
    const complaint = forwardedTo(pupr);
    expect(viewOf(complaint, liaisonPupr)).toBe('officer');
    expect(viewOf(complaint, liaisonDinkes)).toBe(null);
    const excused = { ...complaint, parts: complaint.parts.map((part) => ({ ...part, state: 'excused' as const })) };
    expect(viewOf(excused, liaisonPupr)).toBe(null);
  });

  test('an office above another in the tree reads what lies below it', () => {
    const complaint = forwardedTo(puskesmas);
    expect(viewOf(complaint, liaisonPuskesmas)).toBe('officer');
    expect(viewOf(complaint, liaisonDinkes)).toBe('officer');
    expect(viewOf(complaint, liaisonPupr)).toBe(null);
  });

  test('the system administrator and the counter officer who did not file it see nothing', () => {
    expect(viewOf(filed(), systemAdmin)).toBe(null);
    expect(viewOf(filed(), counterOfficer)).toBe(null);
    expect(viewOf(filed({ filedByPersonId: counterOfficer.personId }), counterOfficer)).toBe('officer');
  });

  test('the Ombudsman office once a deadline was escalated to it', () => {
    expect(viewOf(filed(), assistantOmbudsman)).toBe(null);
    const escalated = { ...filed(), ombudsmanOfficeId: ombudsmanBali.id };
    expect(viewOf(escalated, assistantOmbudsman)).toBe('officer');
  });

  test('the public only what a verifier has released, and a confidential complaint never', () => {
    const released = { title: 'Jalan berlubang', description: 'Teks', releasedAt: filed().filedAt };
    expect(viewOf(filed(), { kind: 'visitor' })).toBe(null);
    expect(viewOf({ ...filed(), publicText: released }, { kind: 'visitor' })).toBe('public');
    expect(viewOf({ ...filed({ confidential: true }), publicText: released }, { kind: 'visitor' })).toBe(null);
  });

  test('one receipt code opens one complaint', () => {
    const complaint = filed();
    expect(viewOf(complaint, complainantOf(complaint))).toBe('complainant');
    expect(viewOf(complaint, complainantOf(filed()))).toBe(null);
  });
});

describe('a complaint about the coordinator’s own office', () => {
  const routing = routeNew(
    {
      id: kominfo.id,
      governmentId: klungkung.id,
      isCoordinatorOffice: true,
      governmentDesk: { agencyId: klungkung.id, path: klungkung.path },
      deskAbove: { agencyId: bali.id, path: bali.path },
      isNationalDesk: false,
    },
    nationalDesk,
    'ori',
  );

  test('goes to the level above and is hidden from the coordinator, not from the office that must answer', () => {
    const complaint = filed({ addressedAgencyId: kominfo.id }, routing);
    expect(complaint.deskAgencyId).toBe(bali.id);
    expect(viewOf(complaint, coordinatorBali)).toBe('officer');
    expect(viewOf(complaint, coordinatorKlungkung)).toBe(null);
    const handled = { ...complaint, parts: forwardedTo(kominfo).parts };
    expect(viewOf(handled, liaisonKominfo)).toBe('officer');
    expect(viewOf(handled, coordinatorKlungkung)).toBe(null);
    expect(viewOf(handled, leaderKlungkung)).toBe('officer');
  });
});

describe('who may ask for the complainant’s identity', () => {
  test('of an anonymous complaint: nobody in the respondent’s government, whatever their position', () => {
    const complaint = forwardedTo(pupr, { anonymous: true });
    for (const actor of OFFICERS.filter((each) => each.positions[0]?.governmentId === klungkung.id)) {
      expect(maySeeIdentity(complaint, actor), actor.name).toBe(false);
    }
    expect(maySeeIdentity(complaint, national)).toBe(true);
  });

  test('not even through a second chair outside that government', () => {
    const complaint = forwardedTo(pupr, { anonymous: true });
    const twoChairs = { ...national, positions: [...national.positions, ...liaisonPupr.positions] };
    expect(maySeeIdentity(complaint, twoChairs)).toBe(false);
  });

  test('of an open complaint: those who handle it, not the leader, not the public', () => {
    const complaint = forwardedTo(pupr);
    expect(maySeeIdentity(complaint, liaisonPupr)).toBe(true);
    expect(maySeeIdentity(complaint, leaderKlungkung)).toBe(false);
    expect(maySeeIdentity(complaint, liaisonDinkes)).toBe(false);
    expect(maySeeIdentity(complaint, { kind: 'visitor' })).toBe(false);
  });
});

describe('files and entries', () => {
  const sealed = { isImage: false, releasedToOffices: false, releasedToPublic: false };

  test('a sealed original of an anonymous complaint reaches the respondent only when released', () => {
    const complaint = forwardedTo(pupr, { anonymous: true });
    expect(mayReadFile(complaint, sealed, liaisonPupr)).toBe(false);
    expect(mayReadFile(complaint, { ...sealed, releasedToOffices: true }, liaisonPupr)).toBe(true);
    expect(mayReadFile(complaint, sealed, national)).toBe(true);
    expect(mayReadFile(complaint, sealed, complainantOf(complaint))).toBe(true);
  });

  test('an internal note stays in the government that wrote it', () => {
    const complaint = forwardedTo(pupr);
    const note = { audience: 'internal', governmentId: klungkung.id } as const;
    expect(mayReadEntry(complaint, note, liaisonPupr)).toBe(true);
    expect(mayReadEntry(complaint, note, national)).toBe(true);
    expect(mayReadEntry(complaint, note, complainantOf(complaint))).toBe(false);
    expect(
      mayReadEntry({ ...complaint, publicText: { title: 'a', description: 'b', releasedAt: complaint.filedAt } }, note, {
        kind: 'visitor',
      }),
    ).toBe(false);
  });
});
