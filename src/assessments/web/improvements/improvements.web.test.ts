import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PositionKind } from '../../../directory/index.ts';
import { personWith } from '../../actions/field.test-support.ts';
import { bestAnswer, makeRound, publishRound, type TestRound } from '../../actions/published.test-support.ts';
import { itemsOf } from '../../store/item-lists.ts';
import { AtDesk, PNG, type RoundsTest, roundsTest } from '../rounds/rounds.test-support.ts';

const LIST = '/desk/improvements';

let test_: RoundsTest;
let round: TestRound;
let health: AtDesk;
let schools: AtDesk;
let coordinator: AtDesk;
let checker: AtDesk;
let assessor: AtDesk;
let elsewhere: AtDesk;

beforeAll(async () => {
  test_ = await roundsTest();
  const { t } = test_;
  round = await makeRound(t, {
    ...{ code: 'uji-butir', servedBy: 'ori.bali', instrument: 'penilaian-2023', year: 2023 },
    agencies: { '51.05': ['51.05.dinkes', '51.05.disdik'] },
    answer: ({ indicator, unit }) => (indicator.code === 'biaya' && unit ? '1' : bestAnswer(indicator)),
  });
  await publishRound(t, round);
  const at = async (kind: PositionKind, code: string, language: 'id' | 'en' = 'id') =>
    new AtDesk(test_, (await personWith(t, kind, code)).personId, language);
  health = await at('liaison-officer', '51.05.dinkes');
  schools = await at('liaison-officer', '51.05.disdik');
  coordinator = await at('agency-coordinator', '51.05', 'en');
  checker = await at('assessment-checker', 'ori.bali');
  assessor = await at('assessor', 'ori.bali');
  elsewhere = await at('agency-coordinator', '51.71');
});
afterAll(() => test_.t.close());

/** The item of the health office, the first unit. */
async function itemPath(): Promise<string> {
  const { lines } = await itemsOf(test_.t.db, { assessmentId: round.assessments[0]?.id ?? '' });
  const item = lines.find(({ unitNo }) => unitNo === 1);
  if (!item) throw new Error('no item');
  return `${LIST}/${item.id}`;
}

/** A form that no page offers, with what every form of this browser carries. */
const forged = async (desk: AtDesk, action: string) =>
  (await desk.get('/assessments')).html.replace('action="/sign-out"', `action="${action}"`);

/** A page without its markup. */
const said = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&[a-z0-9#]+;/g, ' ')
    .replace(/\s+/g, ' ');

describe('improvement items at the desk', () => {
  test('each side finds its own, from the page of assessments on; others find nothing', async () => {
    const path = await itemPath();
    for (const desk of [health, coordinator, checker]) {
      expect((await desk.get('/desk/assessments')).html).toContain(`href="${LIST}"`);
      expect((await desk.get(LIST)).html).toContain(`href="${path}"`);
      expect((await desk.get(path)).status).toBe(200);
    }
    // Another office of the same government has its own list, another government an empty one, an assessor none.
    expect((await schools.get(LIST)).html).not.toContain(path);
    expect((await elsewhere.get(LIST)).html).toContain('Tidak ada butir');
    expect((await assessor.get(LIST)).status).toBe(404);
    expect((await assessor.get('/desk/assessments')).html).not.toContain(LIST);
    for (const desk of [schools, elsewhere, assessor]) expect((await desk.get(path)).status).toBe(404);
    for (const desk of [schools, elsewhere, assessor]) {
      const html = await forged(desk, `${path}/report`);
      expect((await desk.submitFiles(`${path}/report`, { note: 'Sudah', revision: '0' }, [], { html })).status).toBe(404);
      expect((await desk.get(`${path}/report`)).status).toBe(404);
    }
    expect((await health.get(`${LIST}/00000000-0000-0000-0000-000000000000`)).status).toBe(404);
  });

  test('the office says what it did and shows it; without words, or with a file that is none, what was typed stays', async () => {
    const path = await itemPath();
    const form = `${path}/report`;
    const silent = await health.submitFiles(form, { note: ' ' }, [], { page: path });
    expect(silent.status).toBe(422);
    expect(silent.html).toContain('href="#note-report"');
    expect(silent.html).toContain('Tulis apa yang sudah dikerjakan.');
    // The language changed on that page, or the page loaded again: there is a page, not a dead end.
    expect(await health.get(form)).toMatchObject({ status: 302, location: path });
    const broken = new File([new Uint8Array([0x4d, 0x5a, 0, 0, 1, 2, 3])], 'papan.png', { type: 'image/png' });
    const refused = await health.submitFiles(form, { note: 'Papan biaya dipasang' }, [broken], { page: path });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('>Papan biaya dipasang</textarea>');
    expect(refused.html).toContain('href="#files"');
    expect((await health.get(path)).html).toContain('Belum dimulai');
    const photo = new File([PNG], 'papan.png', { type: 'image/png' });
    const done = await health.submitFiles(form, { note: 'Papan biaya dipasang' }, [photo], { page: path });
    expect([done.status, done.location]).toEqual([303, path]);
    const shown = await health.get(path);
    expect(said(shown.html)).toMatch(/Dilaporkan selesai.*Papan biaya dipasang.*Bukti 1/);
    // The office that reports does not confirm.
    expect(shown.html).toContain('Tidak ada langkah yang dapat Anda ambil sekarang.');
    const html = await forged(health, `${path}/confirm`);
    const itself = await health.submitFiles(`${path}/confirm`, { note: '', revision: '1' }, [], { html });
    expect(itself.status).toBe(409);
    expect((await health.get(path)).html).toContain('Dilaporkan selesai');
    const file = /href="([^"]*\/files\/[^"]*)"/.exec(shown.html)?.[1] ?? '';
    expect((await checker.get(file)).status).toBe(200);
    for (const desk of [schools, elsewhere, assessor]) expect((await desk.get(file)).status).toBe(404);
  });

  test('the Ombudsman returns it with a reason, the office reports again, the Ombudsman confirms', async () => {
    const path = await itemPath();
    expect((await checker.get(`${LIST}?state=reported`)).html).toContain(path);
    const asked = await checker.get(path);
    const silent = await checker.submit(`${path}/send-back`, { note: '' }, path);
    expect(silent.status).toBe(422);
    expect((await checker.submit(`${path}/send-back`, { note: 'Fotonya belum terbaca' }, path)).status).toBe(303);
    expect(said((await health.get(path)).html)).toMatch(/Sedang dikerjakan.*Fotonya belum terbaca/);
    const again = await health.submitFiles(`${path}/report`, { note: 'Foto diganti' }, [], { page: path });
    expect(again.status).toBe(303);
    // A page opened before does not decide about what it has not shown.
    const late = await checker.submitFiles(`${path}/confirm`, { note: '' }, [], { html: asked.html });
    expect(late.status).toBe(409);
    expect((await checker.submit(`${path}/confirm`, { note: '' }, path)).status).toBe(303);
    expect(said((await coordinator.get(path)).html)).toMatch(/Done, confirmed/);
    expect((await health.get(`${LIST}?state=open`)).html).not.toContain(path);
    expect(said((await checker.get('/assessments/uji-butir')).html)).toContain('Selesai, dikonfirmasi: 1');
  });
});
