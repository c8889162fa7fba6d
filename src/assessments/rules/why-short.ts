import type { Label } from '../../kernel/language.ts';
import { shareOf } from './answer-kinds.ts';
import { tellAnswer } from './answer-words.ts';
import { type Indicator, PEOPLE_SHEETS, type SheetKind } from './instrument.ts';
import { rational } from './rational.ts';
import { answersIn, type RawUnit, SMALL_GROUP } from './raw-data.ts';

/** Who was asked, in the plural. */
const PEOPLE: Readonly<Partial<Record<SheetKind, Label>>> = {
  officer: { id: 'petugas', en: 'officers' },
  'complaint-officer': { id: 'petugas pengaduan', en: 'complaint officers' },
  user: { id: 'pengguna', en: 'users' },
};

/** So many products are named one by one. */
const NAMED = 8;

/**
 * Why an indicator falls short, from the published raw data: which products were judged how, or how many people answered what; the
 * worst first. Answers of fewer than five people are not told apart: their own office would know whose they are.
 */
export function whyShort(indicator: Indicator, unit: RawUnit): readonly Label[] {
  if (PEOPLE_SHEETS.includes(indicator.from)) return [ofPeople(indicator, unit)];
  const sheets = unit.sheets
    .filter(({ kind, answers }) => kind === indicator.from && Object.hasOwn(answers, indicator.code))
    .map((sheet) => ({ sheet, value: sheet.answers[indicator.code] ?? null }))
    .filter(({ value }) => value !== null && share(indicator, value) < 1)
    .sort((a, b) => share(indicator, a.value ?? '0') - share(indicator, b.value ?? '0'));
  const pushed = unit.secondary.find((one) => one.indicator === indicator.code);
  if (sheets.length === 0 && pushed) {
    const answer = tellAnswer(indicator.answer, pushed.value);
    return [{ id: `${answer.id}, menurut ${pushed.source}`, en: `${answer.en}, by ${pushed.source}` }];
  }
  const told = sheets.slice(0, NAMED).map(({ sheet, value }): Label => {
    const answer = tellAnswer(indicator.answer, value);
    const files = sheet.evidence[indicator.code]?.length ?? 0;
    const evidence = files > 0 ? { id: ` (${files} bukti)`, en: ` (${files} pieces of evidence)` } : { id: '', en: '' };
    if (sheet.kind !== 'product') return { id: `${answer.id}${evidence.id}`, en: `${answer.en}${evidence.en}` };
    const name = sheet.service ?? `${sheet.sheet}`;
    return { id: `${name}: ${answer.id}${evidence.id}`, en: `${name}: ${answer.en}${evidence.en}` };
  });
  const more = sheets.length - told.length;
  return more > 0 ? [...told, { id: `dan ${more} lainnya`, en: `and ${more} more` }] : told;
}

function ofPeople(indicator: Indicator, unit: RawUnit): Label {
  const tally = unit.tallies[indicator.code];
  const all = answersIn(tally);
  const people = PEOPLE[indicator.from] ?? { id: 'orang', en: 'people' };
  if (all < SMALL_GROUP) {
    return {
      id: `Menurut ${all} ${people.id}; kelompok kecil, jawabannya tidak diuraikan.`,
      en: `By ${all} ${people.en}; a small group, so their answers are not told apart.`,
    };
  }
  const counts = [...(tally?.counts ?? [])].sort(([a], [b]) => share(indicator, a) - share(indicator, b));
  const parts = (language: 'id' | 'en') =>
    counts.map(([value, many]) => `${many} × "${tellAnswer(indicator.answer, value)[language]}"`).join(', ');
  return { id: `Dari ${all} ${people.id}: ${parts('id')}.`, en: `Of ${all} ${people.en}: ${parts('en')}.` };
}

function share(indicator: Indicator, value: string): number {
  return shareOf(indicator.answer, rational(value)).valueOf();
}
