import { describe, expect, test } from 'vitest';
import { aCase, BALI, HEALTH, held, KEPRI, KLUNGKUNG, newId, officerWith, onTeam, ROOT, START } from './case.test-support.ts';
import { ENTRY_AUDIENCES } from './decision.ts';
import { isExcluded, mayReadAudience, maySeeReporter, viewOf } from './visibility.ts';

const examiner = officerWith(held([ROOT, BALI], ['case.examine', 'case.deliberate', 'identity.read']));
const head = officerWith(held([ROOT, BALI], ['case.decide', 'case.verify', 'identity.read']));
const counter = officerWith(held([ROOT, BALI], ['case.intake']));
const respondent = officerWith(held([KLUNGKUNG, HEALTH], ['case.answer', 'identity.read', 'complaint.read']));

describe('a case', () => {
  test('is seen by its office and the offices above it, by no other office and by nobody of the respondent', () => {
    const file = aCase();
    expect(viewOf(file, head)).toBe('officer');
    expect(viewOf(file, officerWith(held([ROOT], ['case.decide'])))).toBe('officer');
    expect(viewOf(file, officerWith(held([ROOT, KEPRI], ['case.decide'])))).toBeNull();
    expect(viewOf(file, respondent)).toBeNull();
    expect(viewOf(file, { kind: 'visitor' })).toBeNull();
  });

  test('is not seen through another chair by who also sits in the respondent\u2019s government', () => {
    const both = officerWith(held([ROOT, BALI], ['case.decide']), held([KLUNGKUNG], ['complaint.read']));
    expect(isExcluded(aCase(), both)).toBe(true);
    expect(viewOf(aCase(), both)).toBeNull();
  });

  test('is lost from sight at once for who is excluded by name, relation or unit, and comes back when that is lifted', () => {
    const by = { id: newId(), reason: 'saudara (contoh)', declaredBy: 'person:x', at: START, liftedAt: null };
    const named = { ...by, kind: 'relation' as const, personId: examiner.personId, agencyId: null };
    const unit = { ...by, kind: 'unit' as const, personId: null, agencyId: BALI };
    expect(viewOf(aCase({ exclusions: [named] }), examiner)).toBeNull();
    expect(viewOf(aCase({ exclusions: [named] }), head)).toBe('officer');
    expect(viewOf(aCase({ exclusions: [unit] }), head)).toBeNull();
    expect(viewOf(aCase({ exclusions: [{ ...named, liftedAt: START }] }), examiner)).toBe('officer');
  });

  test('the reporter reads what is for reporters, whether the code was of the case or of the complaint; internal opinions never', () => {
    const complaintId = newId();
    const file = aCase({ complaintId });
    for (const id of [file.id, complaintId]) {
      const reporter = { kind: 'complainant', complaintId: id } as const;
      expect(ENTRY_AUDIENCES.filter((audience) => mayReadAudience(file, audience, reporter))).toEqual([
        'reporter',
        'parties',
        'public',
      ]);
    }
    expect(viewOf(file, { kind: 'complainant', complaintId: newId() })).toBeNull();
  });

  test('who recorded it at the counter sees how it goes on, not what the officers think of it', () => {
    const file = aCase({ registeredByPersonId: counter.personId });
    expect(viewOf(file, counter)).toBe('officer');
    expect(mayReadAudience(file, 'internal', counter)).toBe(false);
    expect(mayReadAudience(file, 'internal', examiner)).toBe(true);
  });
});

describe('who reported', () => {
  test('may be asked for by those who verify or lead, and by the team; not by every examiner of the office', () => {
    const file = aCase({ secret: true });
    expect(maySeeReporter(file, head)).toBe(true);
    expect(maySeeReporter(file, examiner)).toBe(false);
    expect(maySeeReporter(onTeam(file, examiner, 'lead'), examiner)).toBe(true);
    expect(maySeeReporter(file, officerWith(held([ROOT, BALI], ['case.decide'])))).toBe(false);
  });

  test('is told to nobody of the respondent, secret or not', () => {
    for (const secret of [true, false]) expect(maySeeReporter(aCase({ secret }), respondent)).toBe(false);
  });
});
