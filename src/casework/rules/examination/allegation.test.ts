import { describe, expect, test } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import { type Allegation, type Finding, refusalToFind, refusalToFinish, summarise } from './allegation.ts';
import { FORM_CODES, FORMS } from './forms.ts';
import { PROCEDURES } from './procedures.ts';

const at = Temporal.Instant.from('2026-03-17T02:00:00Z');
const allegation = (finding: Finding | null): Allegation => ({
  id: 'a',
  no: 1,
  form: 'a',
  respondentId: 'r',
  description: 'Rujukan ditunda (contoh)',
  raisedStage: 'examination',
  raisedAt: at,
  raisedBy: 'person:x',
  finding,
  reason: '',
  judgedAt: null,
  judgedBy: null,
});

describe('findings', () => {
  test('"found" rests on evidence, and every finding on a reason', () => {
    expect(refusalToFind('found', 'Terbukti.', 0)).toBe('case.found-without-evidence');
    expect(refusalToFind('found', 'Terbukti.', 1)).toBeUndefined();
    expect(refusalToFind('not-examined', '  ', 1)).toBe('case.reason-missing');
    expect(refusalToFind('not-found', 'Sesuai SOP.', 0)).toBeUndefined();
  });

  test('the examination ends when every allegation is judged and no step is under way', () => {
    expect(refusalToFinish([], 0)).toBe('case.no-allegation');
    expect(refusalToFinish([allegation('found'), allegation(null)], 0)).toBe('case.allegations-open');
    expect(refusalToFinish([allegation('found')], 1)).toBe('case.steps-under-way');
    expect(refusalToFinish([allegation('not-examined')], 0)).toBeUndefined();
  });

  test('one form found is maladministration found; nothing examined is an examination ended', () => {
    expect(summarise([allegation('not-found'), allegation('found')]).conclusion).toBe('found');
    expect(summarise([allegation('not-found'), allegation('not-examined')]).conclusion).toBe('not-found');
    expect(summarise([allegation('not-examined')]).conclusion).toBe('ended');
    expect(summarise([allegation('found'), allegation(null)]).conclusion).toBeNull();
    expect(summarise([]).conclusion).toBeNull();
  });
});

test('the forms are ten, a to j, each with its own words in both languages', () => {
  expect(FORM_CODES.join('')).toBe('abcdefghij');
  for (const language of ['id', 'en'] as const) {
    expect(new Set(FORM_CODES.map((code) => FORMS[code].label[language])).size).toBe(10);
    expect(new Set(FORM_CODES.map((code) => FORMS[code].meaning[language])).size).toBe(10);
  }
});

test('a procedure has no row twice', () => {
  for (const { rows } of Object.values(PROCEDURES)) {
    expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(1);
  }
});
