import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PENILAIAN_2023 } from '../data/penilaian.ts';
import type { SheetRow } from './assessment.ts';
import { sheet, unit } from './cast.test-support.ts';
import { PEOPLE_SHEETS } from './instrument.ts';
import { type AnswerFact, type Findings, lacksEvidence, missingOf } from './missing.ts';
import { questionsOn } from './walk.ts';

const KINDS = ['product', 'unit', 'officer', 'complaint-officer', 'user'] as const;

function full(): { sheets: SheetRow[]; answers: AnswerFact[] } {
  const sheets = [1, 2].flatMap((unitNo) => KINDS.map((kind, place) => sheet(unitNo, place + 1, kind)));
  const answers = sheets.flatMap((one) =>
    questionsOn(PENILAIAN_2023, one.kind).map(({ indicator }) => ({
      unitNo: one.unitNo,
      rating: one.rating,
      sheetNo: one.sheetNo,
      indicator: indicator.code,
      value: '1',
      hasNote: false,
      evidence: indicator.evidence === 'required' ? 1 : 0,
    })),
  );
  return { sheets, answers };
}

const units = { units: [unit(1, 'dinkes', { secondAssessorId: null }), unit(2, 'disdik')] };
const ask = (findings: Partial<Findings>) =>
  missingOf(PENILAIAN_2023, units, { sheets: [], answers: [], conflicts: [], ...findings });

describe('what is missing', () => {
  test('nothing, when all is there', () => {
    expect(ask(full())).toEqual([]);
  });

  test('any answer taken away is named, with its place, unless a person left it out', () => {
    let seen = 0;
    const { sheets, answers } = full();
    fc.assert(
      fc.property(fc.nat(answers.length - 1), (place) => {
        const gone = answers[place] as AnswerFact;
        const missing = ask({ sheets, answers: answers.filter((one) => one !== gone) });
        const kind = sheets.find((one) => one.unitNo === gone.unitNo && one.sheetNo === gone.sheetNo)?.kind ?? 'unit';
        const person = PEOPLE_SHEETS.includes(kind) && questionsOn(PENILAIAN_2023, kind).length > 1;
        const { unitNo, sheetNo, indicator } = gone;
        expect(missing).toEqual(person ? [] : [{ lack: 'no-answer', unitNo, rating: 1, sheetNo, indicator }]);
        if (!person) seen += 1;
      }),
      { numRuns: 200 },
    );
    expect(seen).toBeGreaterThan(30);
  });

  test('a sheet of a person without any answer is missing', () => {
    const { sheets, answers } = full();
    const user = sheets.find((one) => one.kind === 'user') as SheetRow;
    const missing = ask({ sheets, answers: answers.filter((one) => one.unitNo !== user.unitNo || one.sheetNo !== user.sheetNo) });
    expect(new Set(missing.map((one) => one.lack))).toEqual(new Set(['no-answer']));
    expect(missing.length).toBe(questionsOn(PENILAIAN_2023, 'user').length);
  });

  test('a sheet that is not done, a product without a name, a conflict that is open', () => {
    const { sheets, answers } = full();
    const [first, ...others] = sheets as [SheetRow, ...SheetRow[]];
    const open = { unitNo: 2, rating: 1, sheetNo: 1, indicator: 'biaya' } as const;
    const missing = ask({ sheets: [{ ...first, done: false, serviceName: null }, ...others], answers, conflicts: [open] });
    expect(missing.map((one) => one.lack)).toEqual(['no-product', 'not-done', 'conflict']);
  });

  test('a unit without anyone or without sheets, and an assessment without units', () => {
    const none = missingOf(PENILAIAN_2023, { units: [] }, { sheets: [], answers: [], conflicts: [] });
    expect(none.map((one) => one.lack)).toEqual(['no-units']);
    const empty = { units: [unit(1, 'dinkes', { assessorId: null, secondAssessorId: null })] };
    expect(missingOf(PENILAIAN_2023, empty, { sheets: [], answers: [], conflicts: [] }).map((one) => one.lack)).toEqual([
      'no-assessor',
      'no-sheet',
    ]);
  });

  test('the drawn second rating belongs to what is asked, the self-assessment never', () => {
    const { sheets, answers } = full();
    const again = sheet(1, 1, 'product', { rating: 2, done: false });
    const own = sheet(1, 1, 'product', { rating: 0, done: false });
    const missing = ask({ sheets: [...sheets, again, own], answers });
    expect(new Set(missing.map((one) => one.rating))).toEqual(new Set([2]));
    expect(missing.some((one) => one.lack === 'no-second-assessor')).toBe(true);
    expect(missing.some((one) => one.lack === 'no-evidence')).toBe(false);
  });

  test('what another room has pushed needs no answer', () => {
    const { sheets, answers } = full();
    const measured = questionsOn(PENILAIAN_2023, 'unit').find(({ indicator }) => indicator.measure !== null)?.indicator;
    if (!measured) throw new Error('the instrument has no secondary data');
    const without = answers.filter((one) => one.indicator !== measured.code);
    expect(ask({ sheets, answers: without }).map((one) => one.indicator)).toEqual([measured.code, measured.code]);
    const pushed = new Set([1, 2].map((no) => `${no} ${measured.measure}`));
    expect(ask({ sheets, answers: without, pushed })).toEqual([]);
  });
});

describe('evidence', () => {
  const indicator = questionsOn(PENILAIAN_2023, 'product').find((place) => place.indicator.evidence === 'required')?.indicator;
  if (!indicator) throw new Error('no such indicator');
  const lacks = (value: string | null, hasNote: boolean, evidence: number) =>
    lacksEvidence(indicator, { value, hasNote, evidence });

  test('is asked of what is there; of what is absent a note is enough', () => {
    expect(lacks('2', true, 0)).toBe(true);
    expect(lacks('2', false, 1)).toBe(false);
    expect(lacks('0', false, 0)).toBe(true);
    expect(lacks('0', true, 0)).toBe(false);
    expect(lacks(null, false, 0)).toBe(false);
  });
});
