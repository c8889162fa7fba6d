import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { page, statusPages } from '../../../design/index.ts';
import { actorFor, examplePersonId, loadExamplePeople } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import { createApp } from '../../../platform/http/app.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type FormFields, Visitor } from '../../../platform/testing/visitor.ts';
import { OPINI_2025 } from '../../data/opini.ts';
import { PENILAIAN_2023 } from '../../data/penilaian.ts';
import { SHIPPED_INSTRUMENTS } from '../../data/shipped.ts';
import { exampleAnswers } from '../../rules/answers-example.ts';
import { readInstrument, writeInstrument } from '../../rules/instrument-file.ts';
import { instrumentRecord } from '../../store/instruments.ts';
import { mountInstruments } from './routes.ts';

const AUTHOR = { 'X-Test-Person': 'koordinator-penilaian@ombudsman.example' };

let t: TestDatabase;
let app: WebRoutes;
let anyone: Visitor;
let author: Visitor;
beforeAll(async () => {
  t = await testDatabase();
  await loadExamplePeople(t.tools);
  app = createApp(t.tools, {
    pages: statusPages,
    frame: page,
    mount: mountInstruments,
    async actorOf(c): Promise<Actor> {
      const email = c.req.header('X-Test-Person');
      const today = dayOf(t.tools.clock.now(), 'Asia/Jakarta');
      return (email && (await actorFor(t.db, examplePersonId(email), today))) || { kind: 'visitor' };
    },
  });
  anyone = new Visitor(app);
  author = new Visitor(app, AUTHOR);
});
afterAll(() => t.close());

const DESK = '/desk/instruments';

async function read(answer: Promise<Response>): Promise<{ status: number; html: string; location: string }> {
  const got = await answer;
  return {
    status: got.status,
    html: (await got.text()).replaceAll('&quot;', '"').replaceAll('&#39;', "'"),
    location: got.headers.get('Location') ?? '',
  };
}

/** What a browser would send when nothing on the page is changed. */
function formOf(html: string, action: string): Record<string, string | string[]> {
  const form =
    html
      .split('<form')
      .find((part) => part.includes(`action="${action}"`))
      ?.split('</form>')[0] ?? '';
  const fields: Record<string, string[]> = {};
  const put = (name: string | undefined, value: string) => {
    if (name) fields[name] = [...(fields[name] ?? []), value];
  };
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const type = attribute(tag, 'type');
    if ((type === 'checkbox' || type === 'radio') && !/\schecked/.test(tag)) continue;
    if (type !== 'file') put(attribute(tag, 'name'), (attribute(tag, 'value') ?? '').replaceAll('&amp;', '&'));
  }
  for (const [, open = '', text = ''] of form.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g))
    put(attribute(open, 'name'), text.replace(/^\n/, ''));
  for (const [, open = '', inner = ''] of form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const options = [...inner.matchAll(/<option[^>]*>/g)].map(([tag]) => tag);
    const chosen = options.find((tag) => /\sselected/.test(tag)) ?? options[0] ?? '';
    put(attribute(open, 'name'), attribute(chosen, 'value') ?? '');
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

async function fill(pagePath: string, changes: FormFields, action = pagePath) {
  const { html } = await read(author.get(pagePath));
  return read(author.send(action, { ...formOf(html, action), ...changes }));
}

describe('what everybody may read', () => {
  test('the list has every shipped instrument', async () => {
    const { status, html } = await read(anyone.get('/instruments'));
    expect(status).toBe(200);
    for (const one of SHIPPED_INSTRUMENTS) expect(html).toContain(`href="/instruments/${one.id}/${one.version}"`);
  });

  test.each(SHIPPED_INSTRUMENTS.map((one) => [one.id, one] as const))(
    '%s is shown whole, with every default marked',
    async (id, instrument) => {
      const { status, html } = await read(anyone.get(`/instruments/${id}/1`));
      expect(status).toBe(200);
      const indicators = instrument.dimensions.flatMap((one) => one.variables.flatMap((variable) => variable.indicators));
      for (const one of indicators) expect(html).toContain(one.question.id);
      const marks = html.split('Bawaan, belum dipastikan').length - 1;
      expect(marks).toBeGreaterThanOrEqual(indicators.filter((one) => !one.standing.confirmed).length);
      for (const band of instrument.bands) expect(html).toContain(band.label.id);
      const english = await read(anyone.get(`/instruments/${id}/1`, { 'Accept-Language': 'en' }));
      expect(english.html).toContain('How a score is worked out');
      expect(english.html).toContain(indicators[0]?.question.en);
    },
  );

  test('category A of 2023 is dark green by word', async () => {
    expect((await read(anyone.get('/instruments/penilaian-2023/1'))).html).toMatch(
      /tuntas-zone--dark-green.*Zona hijau pekat · Kategori A · Kualitas Tertinggi/s,
    );
  });

  test('the file is the instrument', async () => {
    const answer = await anyone.get('/instruments/opini-2025/1.json');
    expect(answer.headers.get('Content-Disposition')).toContain('opini-2025-1.json');
    expect(readInstrument(await answer.json()).instrument).toEqual(OPINI_2025);
  });

  test.each([
    '/instruments/opini-2025/2',
    '/instruments/none/1',
    '/instruments/opini-2025/0',
    '/instruments/opini-2025/x',
    '/instruments/opini-2025/2.json',
  ])('%s is not there', async (path) => {
    expect((await anyone.get(path)).status).toBe(404);
  });
});

describe('at the desk of an author', () => {
  test('nobody else finds anything', async () => {
    expect((await anyone.get(DESK)).status).toBe(303);
    const officer = new Visitor(app, { 'X-Test-Person': 'dinkes@klungkung.example' });
    for (const path of [
      DESK,
      `${DESK}/new`,
      `${DESK}/opini-2025/1`,
      `${DESK}/opini-2025/1/preview`,
      `${DESK}/opini-2025/1.json`,
    ]) {
      expect((await officer.get(path)).status).toBe(404);
    }
  });

  test('a draft is copied, hidden from others, edited part by part, tried, published and shown with its difference', async () => {
    const begun = await fill(`${DESK}/new`, { from: 'penilaian-2024@1', newId: '' });
    const draft = `${DESK}/penilaian-2024/2`;
    expect(begun).toMatchObject({ status: 303, location: draft });
    expect((await anyone.get('/instruments/penilaian-2024/2')).status).toBe(404);

    // Every part is saved as it stands, and nothing changes by that.
    const unchanged = (await instrumentRecord(t.db, 'penilaian-2024', 2))?.instrument;
    for (const part of [
      'about',
      'weights',
      'bands',
      'unit-bands',
      'qualifier',
      'fieldwork',
      'dimension/input',
      'variable/standar',
      'indicator/biaya',
      'indicator/ikm',
    ]) {
      expect(await fill(`${draft}/edit/${part}`, {}), part).toMatchObject({ status: 303 });
      expect((await instrumentRecord(t.db, 'penilaian-2024', 2))?.instrument, part).toEqual(unchanged);
    }

    // A weight that does not add up is kept and named.
    expect(await fill(`${draft}/edit/weights`, { 'weight-input': '21,70' })).toMatchObject({ status: 303 });
    const named = await read(author.get(draft));
    expect(named.html).toContain('Instrumen: bobot dimensi berjumlah 99,85, harus 100.');
    expect(named.html).not.toContain(`${draft}/publish`);
    expect(
      (
        await fill(`${draft}/publish`, {
          decidedBy: 'x',
          changeNote: 'x',
          'decidedOn-day': '1',
          'decidedOn-month': '3',
          'decidedOn-year': '2026',
        })
      ).html,
    ).toContain('Masih ada yang harus dibetulkan');
    await fill(`${draft}/edit/weights`, { 'weight-input': '21,85' });

    // A new indicator, then gone again.
    const added = await fill(`${draft}/edit/indicator/new?in=kepuasan`, {
      'name-id': 'Nilai Baru',
      weight: '0',
      'question-id': 'Apa?',
      'improvement-id': 'Perbaiki.',
      answer: 'choice',
      'choice-options': 'kurang | Kurang | Poor | 0\nbaik | Baik | | 100',
      'note-id': 'Contoh',
    });
    expect(added.status).toBe(303);
    const record = await instrumentRecord(t.db, 'penilaian-2024', 2);
    const fresh = record?.instrument.dimensions
      .flatMap((one) => one.variables.flatMap((variable) => variable.indicators))
      .find((one) => one.code === 'nilai-baru');
    expect(fresh).toMatchObject({
      name: { id: 'Nilai Baru', en: 'Nilai Baru' },
      answer: {
        kind: 'choice',
        options: [
          { code: 'kurang', points: '0' },
          { code: 'baik', label: { en: 'Baik' } },
        ],
      },
    });
    expect(await fill(`${draft}/edit/indicator/nilai-baru`, { remove: 'yes' })).toMatchObject({ status: 303 });

    // What cannot be written down at all is refused with what was typed.
    const wrong = await fill(`${draft}/edit/about`, { 'year-from': 'dulu', 'title-id': 'Judul yang diketik' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="dulu"');
    expect(wrong.html).toContain('Judul yang diketik');

    const published = await fill(`${draft}/publish`, {
      decidedBy: 'Keputusan 1/2026 (contoh)',
      changeNote: 'Batas B naik.',
      'decidedOn-day': '1',
      'decidedOn-month': '3',
      'decidedOn-year': '2026',
    });
    expect(published).toMatchObject({ status: 303, location: draft });
    const shown = await read(anyone.get('/instruments/penilaian-2024/2'));
    expect(shown.html).toContain('Perubahan dari versi sebelumnya');
    expect(shown.html).toContain('Keputusan 1/2026 (contoh)');
    expect((await author.get(`${draft}/edit/about`)).status).toBe(303);
  });

  test('two authors do not overwrite each other: the later one sees it, with everything typed', async () => {
    await fill(`${DESK}/new`, { from: 'penilaian-2023@1', newId: 'dua-penulis' });
    const about = `${DESK}/dua-penulis/1/edit/about`;
    const opened = formOf((await read(author.get(about))).html, about);
    expect(await fill(about, { 'summary-id': 'Dari yang pertama' })).toMatchObject({ status: 303 });
    const late = await read(author.send(about, { ...opened, 'title-id': 'Dari yang kedua' }));
    expect(late.status).toBe(409);
    expect(late.html).toContain('Rancangan ini disimpan orang lain');
    expect(late.html).toContain('value="Dari yang kedua"');
    expect(late.html).toMatch(/uraian: dari "Dari yang pertama" menjadi/);
    expect((await instrumentRecord(t.db, 'dua-penulis', 1))?.instrument.title.id).not.toBe('Dari yang kedua');
    // Saving once more from that page is a decision.
    expect((await read(author.send(about, formOf(late.html, about)))).status).toBe(303);
    expect((await instrumentRecord(t.db, 'dua-penulis', 1))?.instrument.title.id).toBe('Dari yang kedua');
    expect(await fill(`${DESK}/dua-penulis/1/discard`, {})).toMatchObject({ status: 303, location: DESK });
  });

  test('the preview asks every indicator and shows the trial score with the way it came about', async () => {
    const path = `${DESK}/penilaian-2023/1/preview`;
    const best = exampleAnswers(PENILAIAN_2023);
    const answers = Object.assign({}, ...(best.units[0]?.sheets ?? []).map((one) => one.answers)) as Record<string, string>;
    const typed = Object.fromEntries(Object.entries(answers).map(([code, value]) => [`answer-${code}`, String(value)]));
    const all = await fill(path, typed);
    expect(all.status).toBe(200);
    expect(all.html).toContain('<strong>100,00</strong>');
    expect(all.html).toContain('Zona hijau pekat · Kategori A');
    const some = await fill(path, { 'answer-persyaratan': '3', 'answer-ikm': '87,28' });
    expect(some.html).toMatch(/Nilai sementara: 36 indikator belum dijawab/);
    const wrong = await fill(path, { ...typed, 'answer-ikm': 'tinggi' });
    expect(wrong.html).toContain('Indeks Kepuasan Masyarakat (IKM): "tinggi". Tulis bilangan (nilai IKM).');
    expect(wrong.html).not.toContain('Nilai percobaan</h2>');
  });

  test('an instrument comes in as JSON, and what is wrong with a file is named', async () => {
    const multipart = async (json: string) => {
      const { html } = await read(author.get(`${DESK}/new`));
      const body = new FormData();
      for (const [name, value] of Object.entries({ ...formOf(html, `${DESK}/import`), json })) body.append(name, String(value));
      return read(author.fetch(`${DESK}/import`, { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin' } }));
    };
    expect(await multipart(writeInstrument({ ...OPINI_2025, id: 'opini-2027' }))).toMatchObject({
      status: 303,
      location: `${DESK}/opini-2027/1`,
    });
    expect((await instrumentRecord(t.db, 'opini-2027', 1))?.instrument).toEqual({ ...OPINI_2025, id: 'opini-2027' });
    const broken = await multipart(writeInstrument(OPINI_2025).replace('"bands"', '"bandz"'));
    expect(broken.status).toBe(422);
    expect(broken.html).toMatch(/Nama "bandz" tidak dikenal/);
    expect((await multipart('{')).html).toContain('Ini bukan JSON yang sah.');
    expect((await multipart('')).html).toContain('Pilih berkas, atau tempel isinya.');
  });

  test('a version in force is retired with a reason, and says so to everybody', async () => {
    const path = `${DESK}/kepatuhan-2019/1/retire`;
    expect((await fill(path, { reason: '' })).status).toBe(422);
    expect((await fill(path, { reason: 'Diganti (contoh)' })).status).toBe(303);
    expect((await read(anyone.get('/instruments/kepatuhan-2019/1'))).html).toContain('sudah ditarik');
  });
});
