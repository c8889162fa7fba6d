import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadExamplePeople } from '../../directory/index.ts';
import { makePost } from '../../messages/index.ts';
import { verifyAudit } from '../../platform/audit/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { piecesOf } from '../actions/reports/bundle/sources.ts';
import { loadExampleCases } from './load-example-cases.ts';
import { current } from './play-case.ts';

let t: TestDatabase;

beforeAll(async () => {
  t = await testDatabase({ post: async (tx, message) => makePost(t.tools)(tx, message) });
  t.setNow('2026-06-17T13:00:00+08:00');
  await loadExamplePeople(t.tools);
  await loadExampleCases(t.tools);
}, 300_000);
afterAll(() => t.close());

const rows = async (query: string) => (await t.pool.query(query)).rows;

test('the examples stand at as many stages as a newcomer wants to see, each with its number', async () => {
  const found = await rows(
    `select access, stage, outcome from casework.cases where access <> 'RCO' or stage <> 'closed' order by registered_at, number`,
  );
  expect(found.map((row) => [row.access, row.stage, row.outcome].filter(Boolean).join(' '))).toEqual([
    'LM recommendation',
    'LM monitoring',
    'LM comment',
    'LM examination',
    'LM closed refused',
    'IAPS assignment',
    'LM plenary',
    'KNL closed consulted',
    'LM formal',
    'RCO rapid',
  ]);
  const numbers = await rows('select number from casework.cases');
  expect(numbers.every((row) => /^\d{4}\/(LM|RCO|KNL|IAPS)\/[IVX]+\/202[56]\/[A-Z]+$/.test(row.number))).toBe(true);
});

test('what recurs was solved one by one, found together, and stands where one wants to see it', async () => {
  const solved = await rows(`select outcome from casework.cases where access = 'RCO' and stage = 'closed'`);
  expect(solved).toHaveLength(30);
  expect(new Set(solved.map(({ outcome }) => outcome)).size).toBe(1);
  const drafts = `select d.id from casework.documents d join casework.cases c on c.id = d.subject_id
    where c.access = 'RCO' and d.state not in ('discarded', 'sent', 'received')`;
  expect(await rows(drafts)).toEqual([]);
  const found =
    await rows(`select c.state, a.code, c.row_count, jsonb_array_length(c.words) as words, c.review_id is not null as review, c.case_id is not null as initiative
    from casework.clusters c join directory.agencies a on a.id = c.agency_id order by a.code`);
  expect(found.map(({ state, code, review, initiative }) => [code, state, review, initiative])).toEqual([
    ['51.03.dinsos', 'opened', false, true],
    ['51.05.dinkes', 'candidate', false, false],
    ['51.71.dinkes', 'opened', true, false],
  ]);
  for (const { row_count: many, words } of found) {
    expect(many).toBeGreaterThanOrEqual(8);
    expect(words).toBeGreaterThan(5);
  }
  const [lha] = await rows(`select number, state from casework.documents where kind = 'suggestion'`);
  expect(lha.number).toMatch(/\/LHA\//);
  expect(lha.state).toBe('received');
  const owed = await rows(`select state from casework.obligations where review_id is not null`);
  expect(owed).toEqual([{ state: 'received' }]);
});

test('the public finds a finding and a recommendation, written by one and published by another', async () => {
  const published = await rows(`select kind, state, written_by <> approved_by as apart from casework.publications order by kind`);
  expect(published).toEqual([
    { kind: 'finding', state: 'published', apart: true },
    { kind: 'recommendation', state: 'published', apart: true },
  ]);
});

test('one corrective action is carried out, one is reported, and both count for their agency', async () => {
  const owed = await rows(
    `select o.state from casework.obligations o join casework.cases c on c.id = o.case_id where c.stage = 'monitoring' order by ordinal`,
  );
  expect(owed.map((row) => row.state)).toEqual(['carried-out', 'reported']);
});

test('every meeting has ended with sealed minutes, in the order of their days; an examination stands in the middle of its letters', async () => {
  const meetings = await rows('select year * 1000 + number as number, state from casework.plenaries order by held_on');
  expect(meetings.map((row) => row.state)).toEqual(meetings.map(() => 'ended'));
  expect(meetings.length).toBeGreaterThan(3);
  const numbers = meetings.map((row) => Number(row.number));
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  const steps = await rows(
    `select s.kind, s.state, d.state as letter from casework.steps s left join casework.documents d on d.id = s.document_id order by s.no`,
  );
  expect(steps.map((row) => `${row.kind} ${row.letter}`)).toEqual(['documents received', 'clarification received']);
});

test('their record is whole', async () => {
  const findings = [];
  for await (const finding of verifyAudit(t.db)) findings.push(finding);
  expect(findings.filter((finding) => finding.grade === 'broken')).toEqual([]);
  expect(findings.length).toBeGreaterThan(0);
});

test('a case file packs what is owed, with every word and verdict of both sides', async () => {
  const [row] = await rows("select id from casework.cases where stage = 'monitoring'");
  const pieces = await piecesOf(t.tools, await current(t.tools, row.id));
  const owed = pieces.filter((piece) => piece.kind === 'obligation');
  const texts = owed.map((piece) => piece.text).join('\n');
  expect(texts).toContain('Menerbitkan surat rujukan bagi Pelapor');
  expect(texts).toContain('Sudah dilaksanakan, bukti terlampir');
  expect(texts).toContain('Salinan surat rujukan (contoh)');
  expect(new Set(pieces.map((piece) => piece.key)).size).toBe(pieces.length);
  expect(owed.every((piece) => !piece.holdsIdentity && piece.audience === 'parties')).toBe(true);
});
