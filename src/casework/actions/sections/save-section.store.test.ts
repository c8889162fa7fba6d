import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Officer } from '../../../kernel/actor.ts';
import { readEvents } from '../../../platform/audit/index.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { castOf, openedCase } from '../../cast.test-support.ts';
import { looseTexts } from '../../rules/sections/section.ts';
import { sectionHistory, sectionsOf } from '../../store/sections/sections.ts';
import { saveSection } from './save-section.ts';

let t: TestDatabase;
let first: Officer;
let second: Officer;

beforeAll(async () => {
  t = await testDatabase();
  const officer = await castOf(t);
  [first, second] = [await officer('examiner'), await officer('secondExaminer')];
});
afterAll(() => t.close());

const PLACE = { document: 'plan', section: 'issue' };
const save = (caseId: string, who: Officer, text: string, baseRevision: number) =>
  saveSection(t.tools, who, { caseId, ...PLACE, text, baseRevision }, () => true);

test('two who save one section at once lose no word: one is in force, the other is kept beside it', async () => {
  const file = await openedCase(t);
  const texts = ['Apakah rujukan wajib diberikan?', 'Apakah puskesmas berwenang menolak?'];
  const [one, two] = await Promise.all([save(file.id, first, texts[0] ?? '', 0), save(file.id, second, texts[1] ?? '', 0)]);
  const outcomes = [one, two].map((each) => (each.ok ? each.value.outcome : each.refusal));
  expect([...outcomes].sort()).toEqual(['beside', 'saved']);
  const history = await sectionHistory(t.db, file.id, PLACE);
  expect(history.map((each) => each.text).sort()).toEqual([...texts].sort());
  expect(looseTexts(history)).toHaveLength(1);
  // The one who came second merges: both texts stay in the history, and nothing is loose any more.
  const [loser, result] =
    one.ok && one.value.outcome === 'beside' ? [first, one.value] : [second, two.ok ? two.value : undefined];
  if (result?.outcome !== 'beside') throw new Error('nobody came second');
  const merged = await save(file.id, loser, `${result.theirs.text}\n\n${result.mine.text}`, result.theirs.revision);
  expect(merged.ok && merged.value.outcome).toBe('saved');
  const after = await sectionHistory(t.db, file.id, PLACE);
  expect(after.map((each) => each.revision)).toEqual([3, 2, 1]);
  expect(looseTexts(after)).toEqual([]);
  expect((await sectionsOf(t.db, file.id, 'plan')).get('issue')?.text).toContain(result.mine.text);
  const types = (await readEvents(t.db, file.id)).map((event) => event.type);
  expect(types).toEqual(['registered', 'section-saved', 'section-set-aside', 'section-saved']);
});

test('the same text again writes nothing, neither in force nor beside', async () => {
  const file = await openedCase(t);
  await save(file.id, first, 'Satu', 0);
  expect(await save(file.id, first, 'Satu  \n', 0)).toMatchObject({ ok: true, value: { outcome: 'unchanged' } });
  await save(file.id, second, 'Dua', 0);
  expect(await save(file.id, second, 'Dua', 0)).toMatchObject({ ok: true, value: { outcome: 'beside' } });
  expect(await sectionHistory(t.db, file.id, PLACE)).toHaveLength(2);
});

test('who may not write is refused, and nothing is kept', async () => {
  const file = await openedCase(t);
  const refused = await saveSection(t.tools, first, { caseId: file.id, ...PLACE, text: 'Satu', baseRevision: 0 }, () => false);
  expect(refused).toEqual({ ok: false, refusal: 'case.not-yours' });
  expect(await sectionHistory(t.db, file.id, PLACE)).toEqual([]);
});

test('the app can change no revision, and delete none', async () => {
  const file = await openedCase(t);
  await save(file.id, first, 'Satu', 0);
  await expect(t.pool.query('update casework.sections set text = $1', ['x'])).rejects.toThrow(/permission denied/);
  await expect(t.pool.query('delete from casework.sections')).rejects.toThrow(/permission denied/);
});
