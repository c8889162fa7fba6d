import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { personWith, sheetOfKind } from '../../actions/field.test-support.ts';
import { fillSheet } from '../../actions/fill-sheet.ts';
import { pushSecondary } from '../../actions/push-secondary.ts';
import { questionsOn } from '../../rules/walk.ts';
import { answersOf } from '../../store/answers.ts';
import { openConflictsOf } from '../../store/conflicts.ts';
import { evidenceOf } from '../../store/evidence.ts';
import { loadSheet } from '../../store/sheets.ts';
import { type FieldWebTest, fieldWebTest, InField } from './field.test-support.ts';
import type { FieldPackage, FileAnswer, OperationsAnswer } from './sync-shapes.ts';
import { id as words } from './words.id.ts';

let house: FieldWebTest;
let assessor: InField;
beforeAll(async () => {
  house = await fieldWebTest({ rateLimitFactor: 1000 });
});
beforeEach(() => {
  assessor = new InField(house, house.assessor.personId);
});
afterAll(() => house.close());

const paper = (text = 'Surat keputusan tentang standar pelayanan.') => new File([text], 'sk.txt', { type: 'text/plain' });
const sheetAt = (unit: number, rating: number, sheetNo: number) => `/field/${house.assessmentId}/${unit}/${rating}/${sheetNo}`;
const keyAt = (unitNo: number, sheetNo: number, rating: 0 | 1 | 2 = 1) => ({
  assessmentId: house.assessmentId,
  unitNo,
  rating,
  sheetNo,
});
const firstUserSheet = () => sheetOfKind(house, 'user');

describe('the ordinary form', () => {
  test('leads from my assignments to a sheet, keeps what is answered, and goes on to the next', async () => {
    const mine = await assessor.get('/field');
    expect(mine.text).toContain('Dinas Kesehatan');
    expect(mine.text).toContain(words.progress(0, 39));
    const unit = await assessor.get(`/field/${house.assessmentId}/1`);
    expect(unit.text).toContain('Perempuan, 17–30 tahun');
    expect(unit.text).toContain('0/5');
    const path = sheetAt(1, 1, 1);
    const saved = await assessor.submit(path, { 'a-persyaratan': '2', 'n-persyaratan': 'Papan di loket', go: 'next' });
    expect([saved.status, saved.location]).toEqual([303, sheetAt(1, 1, 2)]);
    const again = await assessor.get(path);
    expect(again.text).toMatch(/value="2"[^>]*checked/);
    expect(again.text).toContain('Papan di loket');
  });

  test('shows a number that another room pushed, with the way to its rows', async () => {
    const { rows } = await house.t.pool.query<{ agency_id: string; year: number }>(
      `SELECT u.agency_id, r.year FROM assessments.units u JOIN assessments.assessments a ON a.id = u.assessment_id
       JOIN assessments.rounds r ON r.id = a.round_id WHERE u.assessment_id = $1 AND u.unit_no = 1`,
      [house.assessmentId],
    );
    const [unit] = rows;
    await inTransaction(house.t.tools, (tx) =>
      pushSecondary(house.t.tools, tx, {
        ...{ agencyId: unit?.agency_id ?? '', year: unit?.year ?? 0, measure: 'surveys.ikm', value: '88', pushedBy: 'surveys' },
        ...{ source: 'SKM (contoh)', rowsAt: '/surveys/contoh' },
      }),
    );
    const pages = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((no) => assessor.get(sheetAt(1, 1, no))));
    const shown = pages.filter(({ text }) => text.includes('SKM (contoh)'));
    expect(shown).toHaveLength(1);
    expect(shown[0]?.text).toContain(`<a href="/surveys/contoh">${words.sheet.pushedRows}</a>`);
  });

  test('shows an error at its question with everything that was typed, and keeps nothing of it', async () => {
    const path = sheetAt(1, 1, 2);
    const answer = await assessor.submit(path, { 'a-biaya': '7', 'a-produk': '1', 'n-produk': 'x'.repeat(2001), go: 'stay' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('x'.repeat(2001));
    expect(answer.text).toContain('href="#a-biaya"');
    expect(answer.text).toContain('href="#n-produk"');
    expect(await answersOf(house.t.db, keyAt(1, 2))).toEqual([]);
  });

  test('says what is missing when a sheet is to be done, and keeps the rest', async () => {
    const path = sheetAt(1, 1, 2);
    const answer = await assessor.submit(path, { 'a-biaya': '2', go: 'done' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words.sheet.missingAnswer('Persyaratan pelayanan'));
    expect(answer.text).toContain('href="#e-biaya"');
    expect(await answersOf(house.t.db, keyAt(1, 2))).toMatchObject([{ indicator: 'biaya', value: '2' }]);
  });

  test('keeps files one by one, whatever else is wrong, and lets each be withdrawn', async () => {
    const path = sheetAt(1, 1, 2);
    const wrong = await assessor.submit(path, { 'a-biaya': '9', 'c-biaya': 'Papan tarif', go: 'stay' }, { 'e-biaya': paper() });
    expect(wrong.status).toBe(422);
    const [kept] = await evidenceOf(house.t.db, keyAt(1, 2));
    expect(kept).toMatchObject({ indicator: 'biaya', caption: 'Papan tarif', takenAt: null, place: null });
    const file = await assessor.get(`/field/evidence/${kept?.id}`);
    expect([file.status, file.headers.get('Content-Disposition')]).toEqual([200, expect.stringContaining('attachment')]);
    expect((await new InField(house, house.second.personId).get(`/field/evidence/${kept?.id}`)).status).toBe(404);
    expect((await assessor.submit(path, { withdraw: kept?.id ?? '', go: '' })).status).toBe(303);
    expect(await evidenceOf(house.t.db, keyAt(1, 2))).toEqual([]);
    const odd = await assessor.submit(path, { go: 'stay' }, { 'e-biaya': new File(['<html>'], 'jahat.html') });
    expect([odd.status, odd.text.includes('jahat.html')]).toEqual([422, true]);
  });

  test('sends only what was touched, so a page left open writes nothing over', async () => {
    const path = sheetAt(2, 1, 1);
    const key = keyAt(2, 1);
    const change = (indicator: string, value: string, baseRevision: number) => ({ indicator, value, note: null, baseRevision });
    await fillSheet(house.t.tools, house.assessor, { ...key, changes: [change('biaya', '1', 0), change('produk', '1', 0)] });
    const open = (await assessor.get(path)).text;
    const [{ revision = 0 } = {}] = await answersOf(house.t.db, key);
    await fillSheet(house.t.tools, house.assessor, { ...key, changes: [change('biaya', '3', revision)] });
    const { fieldsOf } = await import('./field.test-support.ts');
    const form = fieldsOf(/<form[^>]*method="post"[\s\S]*?<\/form>/.exec(open.slice(open.indexOf('enctype') - 200))?.[0] ?? '');
    expect(form['a-biaya']).toBe('1');
    const saved = await assessor.post(path, { ...form, 'a-produk': '2', go: 'stay' });
    expect([saved.status, saved.location]).toEqual([303, path]);
    const values = Object.fromEntries((await answersOf(house.t.db, key)).map(({ indicator, value }) => [indicator, value]));
    expect(values).toMatchObject({ biaya: '3', produk: '2' });
    // Touched on both sides: both are kept, and the page of differences asks.
    const both = await assessor.post(path, { ...form, 'a-biaya': '0', go: 'stay' });
    expect(both.location).toBe(`/field/${house.assessmentId}/conflicts`);
    const pair = await assessor.get(both.location ?? '');
    expect(pair.text).toContain('3 · Lengkap');
    expect(pair.text).toContain('0 · Tidak ada sama sekali');
    const [conflict] = await openConflictsOf(house.t.db, house.assessmentId);
    const choice = `${both.location}/${conflict?.id}`;
    const stale = await assessor.submit(choice, { kept: 'device', seen: '999' }, {}, both.location ?? '');
    expect(stale.status).toBe(409);
    expect((await assessor.submit(choice, { kept: 'device' }, {}, both.location ?? '')).status).toBe(303);
    expect((await answersOf(house.t.db, key)).find(({ indicator }) => indicator === 'biaya')?.value).toBe('0');
  });

  test('offers no note and no file where people are asked, and shows the first rating to no second rater', async () => {
    const user = await firstUserSheet();
    const page = await assessor.get(sheetAt(1, 1, user.sheetNo));
    expect(page.text).toContain(words.unit.anonymous);
    expect(page.text).not.toMatch(/<textarea|type="file"/);
    const second = new InField(house, house.second.personId);
    expect((await second.get(sheetAt(1, 1, 1))).status).toBe(404);
    const own = await second.get(sheetAt(1, 2, 1));
    expect(own.text).toContain(words.secondHint);
    expect(own.text).not.toContain('Papan di loket');
    expect((await assessor.get(sheetAt(1, 2, 1))).status).toBe(404);
  });

  test('lets the office assess itself until the last day, and hides everything from everyone else', async () => {
    const office = new InField(house, house.office.personId);
    expect((await office.get('/field')).text).toContain(words.rating[0]);
    expect((await office.submit(sheetAt(1, 0, 1), { 'a-biaya': '3', go: 'stay' })).status).toBe(303);
    expect((await office.get(`/field/${house.assessmentId}/2`)).status).toBe(404);
    const citizen = new InField(house, null);
    expect((await citizen.get('/field')).location).toMatch(/^\/sign-in/);
    const stranger = new InField(house, (await personWith(house.t, 'assessor', 'ori')).personId);
    const hidden = [`/field/${house.assessmentId}/1`, sheetAt(1, 1, 1), `/field/${house.assessmentId}/conflicts`];
    for (const path of hidden) expect((await stranger.get(path)).status, path).toBe(404);
    for (const path of ['/field/nonsense/1', `/field/${house.assessmentId}/99`, sheetAt(1, 1, 999), '/field/evidence/x']) {
      expect((await assessor.get(path)).status, path).toBe(404);
    }
  });
});

describe('what a device sends', () => {
  const fill = (given: Record<string, unknown> = {}) => ({
    kind: 'fill',
    id: house.t.tools.random.id(),
    ...keyAt(2, 2),
    changes: [],
    done: null,
    product: null,
    writtenAt: '2026-03-14T01:00:00Z',
    ...given,
  });
  const change = (indicator: string, value: string | null, baseRevision = 0) => ({ indicator, value, note: null, baseRevision });
  const send = async (operations: readonly unknown[], who = assessor) => {
    const { status, body } = await who.sync('operations', { operations: JSON.stringify(operations) });
    return { status, results: (body as OperationsAnswer).results };
  };

  test('is answered operation by operation: taken, kept beside another, refused with the reason', async () => {
    const submitted = { ...fill({ changes: [change('biaya', '2')] }), rating: 2 };
    const { status, results } = await send([
      fill({ changes: [change('biaya', '2'), change('produk', '1')] }),
      fill({ changes: [change('biaya', '1', 0), change('moto', '3')] }),
      fill({ changes: [change('visi-misi', '9')] }),
      submitted,
    ]);
    expect(status).toBe(200);
    expect(results).toMatchObject([
      { outcome: 'accepted', accepted: [{ indicator: 'biaya' }, { indicator: 'produk' }] },
      { outcome: 'conflict', accepted: [{ indicator: 'moto' }], conflicts: [{ device: { value: '1' }, server: { value: '2' } }] },
      { outcome: 'refused', code: 'assessment.answer-out-of-scale', indicator: 'visi-misi' },
      { outcome: 'refused', code: 'assessment.not-your-sheet', reason: { id: expect.any(String), en: expect.any(String) } },
    ]);
    const [, conflict] = results as [unknown, { conflicts: readonly { id: string; revision: number }[] }];
    const [{ id: conflictId, revision } = { id: '', revision: 0 }] = conflict.conflicts;
    const resolve = {
      kind: 'resolve',
      id: house.t.tools.random.id(),
      ...keyAt(2, 2),
      conflictId,
      kept: 'server',
      seenRevision: revision,
    };
    expect((await send([resolve])).results).toMatchObject([{ outcome: 'chosen', revision }]);
  });

  test('is obeyed once, also when the answer was not heard', async () => {
    const operation = fill({ ...keyAt(2, 1), sheetNo: 1, changes: [change('atribut', '2')] });
    const first = await send([operation]);
    expect((await send([operation, operation])).results).toEqual([...first.results, ...first.results]);
  });

  test('is refused as a whole when it is malformed, too much, signed out or from elsewhere', async () => {
    const bad = [[], 'x', [{}], [fill({ id: 'no-id' })], Array.from({ length: 101 }, () => fill()), [fill({ unitNo: -1 })]];
    for (const operations of bad)
      expect((await send(operations as unknown[])).status, JSON.stringify(operations).slice(0, 60)).toBe(400);
    expect((await assessor.sync('operations', { operations: '{' })).status).toBe(400);
    const nobody = new InField(house, null);
    expect((await send([fill()], nobody)).status).toBe(401);
    expect((await nobody.get('/field/sync/assignments', { Accept: 'application/json' })).status).toBe(401);
    expect(JSON.parse((await nobody.get('/field/sync/session')).text)).toMatchObject({ signedIn: false, person: null });
    const forged = await assessor.visitor.fetch('/field/sync/operations', {
      method: 'POST',
      body: new URLSearchParams({ operations: '[]', _csrf: 'x' }).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
    });
    expect(forged.status).toBe(403);
  });

  test('files arrive with time, place and fingerprint, once; a damaged one is refused', async () => {
    const text = 'Foto papan pengumuman.';
    const about = (given: Record<string, unknown> = {}) => ({
      ...keyAt(2, 2),
      indicator: 'persyaratan',
      sha256: createHash('sha256').update(text).digest('hex'),
      takenAt: '2026-03-15T02:00:00Z',
      latitude: -8.53,
      longitude: 115.4,
      caption: 'Papan',
      ...given,
    });
    const put = async (id: string, given = {}) => {
      const answer = await assessor.sync(`files/${id}`, { about: JSON.stringify(about({ id, ...given })) }, paper(text));
      return { status: answer.status, body: answer.body as FileAnswer };
    };
    const id = house.t.tools.random.id();
    const added = await put(id);
    expect(added.body).toMatchObject({ outcome: 'accepted' });
    expect((await put(id)).body).toEqual(added.body);
    expect(await evidenceOf(house.t.db, keyAt(2, 2))).toMatchObject([
      { caption: 'Papan', place: { latitude: -8.53, longitude: 115.4 }, sentSha256: about().sha256 },
    ]);
    const damaged = await put(house.t.tools.random.id(), { sha256: '0'.repeat(64) });
    expect(damaged.body).toMatchObject({ outcome: 'refused', code: 'assessment.file-damaged' });
    expect((await put(house.t.tools.random.id(), { id })).status).toBe(400);
    expect((await put('nonsense')).status).toBe(400);
  });

  test('"done" is granted when nothing is missing, with what is missing otherwise', async () => {
    const user = await sheetOfKind(house, 'user', 1, 2);
    const [question] = questionsOn(house.instrument, 'user');
    const empty = await send([fill({ ...user, done: true })]);
    expect(empty.results).toMatchObject([
      { outcome: 'accepted', done: false, missing: { answers: expect.arrayContaining(['penundaan']) } },
    ]);
    const asked = await send([fill({ ...user, changes: [change(question?.indicator.code ?? '', '1')], done: true })]);
    expect(asked.results).toMatchObject([{ outcome: 'accepted', done: true }]);
    expect(await loadSheet(house.t.db, house.assessmentId, user)).toMatchObject({ done: true });
  });
});

test('the package for the field holds the assignments of one person and no one else’s, in a size that goes over a slow line', async () => {
  const read = async (who: InField) => JSON.parse((await who.get('/field/sync/assignments')).text) as FieldPackage;
  const own = await read(assessor);
  expect(own.units.map(({ unitNo, rating }) => [unitNo, rating])).toEqual([
    [1, 1],
    [2, 1],
  ]);
  const second = await read(new InField(house, house.second.personId));
  expect(second.units.every(({ rating }) => rating === 2)).toBe(true);
  expect(second.person).not.toBe(own.person);
  const text = JSON.stringify(own);
  expect(text).not.toContain(house.assessor.personId);
  expect(text).not.toContain(house.assessor.name);
  expect(gzipSync(text).length).toBeLessThan(30_000);
});

describe('the shell of the app', () => {
  test('holds nothing of anybody, names all it needs, and weighs little', async () => {
    const page = await assessor.get('/field/app');
    expect(page.text).not.toContain(house.assessor.name);
    expect(page.text).not.toMatch(/_csrf|csrf/);
    expect(page.text).toContain('/field/manifest.webmanifest');
    const manifest = JSON.parse((await assessor.get('/field/manifest.webmanifest')).text);
    expect(manifest).toMatchObject({ start_url: '/field/app', scope: '/field/', display: 'standalone' });
    const icons = (manifest.icons as { src: string }[]).map(({ src }) => src);
    const worker = await assessor.get('/field/worker.js');
    expect(worker.headers.get('Content-Type')).toMatch(/javascript/);
    const [, list = '[]'] = /^self\.SHELL=(\[.*?\]);/.exec(worker.text) ?? [];
    let bytes = 0;
    for (const path of new Set([...(JSON.parse(list) as string[]), ...icons])) {
      const file = await assessor.get(path);
      expect(file.status, path).toBe(200);
      if (path.includes('field-app')) bytes = gzipSync(file.text).length;
    }
    expect(bytes).toBeGreaterThan(5000);
    expect(bytes).toBeLessThan(60_000);
  });
});
