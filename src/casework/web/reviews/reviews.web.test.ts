import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeYear } from '../../actions/reviews/reviews.test-support.ts';
import { openedCase } from '../../cast.test-support.ts';
import { findClustersErrand } from '../../errands/reviews/find-clusters.ts';
import { type ObligationsTest, obligationsTest } from '../obligations/obligations.test-support.ts';

const LIST = '/desk/reviews';

let pages: ObligationsTest;
let candidate: string;

beforeAll(async () => {
  pages = await obligationsTest();
  pages.t.setNow('2026-03-16T10:00:00+08:00');
  const planted = await writeYear(pages.t, '2026-03-16', { many: 30, confidential: 2 });
  // One was told to the Ombudsman, one is public; of the others nobody here may read a word.
  const [secret, , told] = planted;
  await sql`UPDATE complaints.complaints SET title = 'CANARY KENARI', description = 'CANARY KENARI ' || description WHERE id = ${secret}`.execute(
    pages.t.db,
  );
  await sql`UPDATE complaints.complaints SET title = 'Diketahui Ombudsman (contoh)',
    ombudsman_office_id = (SELECT id FROM directory.agencies WHERE code = 'ori.bali') WHERE id = ${told}`.execute(pages.t.db);
});
afterAll(() => pages.t.close());

describe('possible recurring problems', () => {
  test('are not there before anybody looked, and a search can be asked for once an hour', async () => {
    const desk = pages.at('preventer');
    const before = await desk.get(LIST);
    expect(before.status).toBe(200);
    expect(before.text).toContain('Tidak ada yang perlu dinilai');
    expect(await desk.send(LIST, `${LIST}/search`, {})).toMatchObject({ status: 303, location: LIST });
    const again = await desk.send(LIST, `${LIST}/search`, {});
    expect(again.status).toBe(429);
    expect(again.text).toContain('baru saja diminta');
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'casework.find-clusters'`.execute(
      pages.t.ownerDb,
    );
    expect(rows[0]?.n).toBe(1);
    await findClustersErrand(pages.t.tools, {});
  });

  test('are explained with their reports, in both languages, to those who may see them', async () => {
    const list = await pages.at('preventer').get(LIST);
    candidate = /href="\/desk\/reviews\/([0-9a-f-]{36})"/.exec(list.html)?.[1] ?? '';
    expect(candidate).not.toBe('');
    const page = await pages.at('preventer').get(`${LIST}/${candidate}`);
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/\d+ laporan dengan kata-kata seperti .* padahal biasanya/);
    expect(page.text).toContain('“suket”');
    const english = await pages.at('examiner', 'en').get(`${LIST}/${candidate}`);
    expect(english.text).toMatch(/\d+ reports with words such as .* were to be expected/);
    expect(english.text).toContain('What is done is decided by a prevention assistant');
    expect(english.html).not.toContain(`/desk/reviews/${candidate}/dismiss`);
    expect((await pages.at('examiner').get(`${LIST}/${candidate}/dismiss`)).location).toBe(`${LIST}/${candidate}`);
  });

  test('show of each report only what the reader may read: never a word of a confidential one', async () => {
    await sql`UPDATE complaints.complaints SET public_title = 'Dapat dibaca umum (contoh)', public_description = 'x', released_at = filed_at
      WHERE id IN (SELECT r.id FROM casework.cluster_rows r JOIN complaints.complaints c ON c.id = r.id
        WHERE NOT c.confidential AND c.ombudsman_office_id IS NULL ORDER BY r.id DESC LIMIT 1)`.execute(pages.t.db);
    const desk = pages.at('preventer');
    const first = await desk.get(`${LIST}/${candidate}`);
    const next = /href="(\/desk\/reviews\/[^"]*after=[^"#]*)/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(next).not.toBe('');
    const second = await desk.get(next);
    const text = first.text + second.text;
    expect(text).toContain('Diketahui Ombudsman (contoh)');
    expect(text).toContain('Dapat dibaca umum (contoh)');
    expect(text).toContain('Laporan yang isinya tidak dapat Anda baca');
    expect(text.toLowerCase()).not.toContain('canary');
    expect(text.toLowerCase()).not.toContain('kenari');
    expect(text).not.toContain('Tidak bisa cetak KTP (contoh)');
  });

  test('do not exist for the government they are about, for its officers and for visitors', async () => {
    for (const name of ['coordinator', 'liaison', 'leader', 'counter'] as const) {
      for (const path of [LIST, `${LIST}/${candidate}`, `${LIST}/files`, `${LIST}/${candidate}/dismiss`])
        expect((await pages.at(name).get(path)).status, `${name} ${path}`).toBe(404);
    }
    expect((await pages.at('nobody').get(`${LIST}/${candidate}`)).status).toBe(303);
    for (const path of [`${LIST}/x`, `${LIST}/files/x`, `${LIST}/00000000-0000-7000-8000-000000000000`])
      expect((await pages.at('preventer').get(path)).status).toBe(404);
  });

  test('are set aside only with a reason, and what was typed stays', async () => {
    const path = `${LIST}/${candidate}/dismiss`;
    const refused = await pages.at('preventer').send(path, path, { reason: '   ' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Tuliskan alasannya.');
  });
});

describe('a review', () => {
  let file: string;

  test('is opened from a candidate', async () => {
    const path = `${LIST}/${candidate}/review`;
    const untitled = await pages.at('preventer').send(path, path, { title: ' ' });
    expect(untitled.status).toBe(422);
    const stale = await pages.at('preventer').get(path);
    const opened = await pages.at('preventer').send(path, path, { title: 'Blangko di Klungkung (contoh)' });
    expect(opened.status).toBe(303);
    file = opened.location ?? '';
    expect(file).toMatch(/^\/desk\/reviews\/files\/[0-9a-f-]{36}$/);
    expect(stale.status).toBe(200);
    expect((await pages.at('head').get(path)).location).toBe(`${LIST}/${candidate}`);
    const page = await pages.at('preventer').get(file);
    expect(page.text).toContain('Blangko di Klungkung (contoh)');
    expect(page.text).toContain('Deteksi');
    expect(page.text).toContain('belum dipastikan');
    expect((await pages.at('preventer').get(`${LIST}/${candidate}`)).text).toContain('Ditindaklanjuti oleh');
    expect((await pages.at('chair', 'en').get(`${LIST}/files`)).text).toContain('Blangko di Klungkung (contoh)');
  });

  test('is written by two at once without losing a word, and moves on step by step', async () => {
    const problem = `${file}/sections/problem`;
    const mine = (await pages.at('preventer').get(problem)).html;
    const desk = pages.at('head');
    expect((await desk.send(problem, problem, { text: 'Cetak KTP terhenti sejak Januari.' })).status).toBe(303);
    const writer = pages.at('preventer');
    await writer.get(problem);
    const late = await writer.sendFrom(
      (await writer.get(problem)).html.replace(/name="revision" value="\d+"/, 'name="revision" value="0"'),
      problem,
      { text: 'Blangko kosong sejak Februari.' },
    );
    expect(mine).toContain('name="revision" value="0"');
    expect(late.status).toBe(409);
    expect(late.text).toContain('Cetak KTP terhenti sejak Januari.');
    expect(late.text).toContain('Blangko kosong sejak Februari.');

    expect((await writer.send(`${file}/steps/analyse`, `${file}/steps/analyse`, {})).location).toBe(file);
    expect((await writer.get(`${file}/steps/give-lha`)).location).toBe(file);
    const early = await desk.send(`${file}/steps/give-lha`, `${file}/steps/give-lha`, {});
    expect(early.status).toBe(409);
    expect(early.text).toContain('LHA) belum ditulis');
    const lha = `${file}/sections/lha`;
    expect((await writer.send(lha, lha, { text: 'Persediaan dua bulan.' })).status).toBe(303);
    const dropped = await desk.send(`${file}/steps/drop`, `${file}/steps/drop`, { reason: '' });
    expect(dropped.status).toBe(422);
    expect((await desk.send(`${file}/steps/give-lha`, `${file}/steps/give-lha`, {})).location).toBe(file);
    expect((await writer.get(file)).text).toContain('tiap saran mempunyai tenggatnya sendiri');
  });

  test('has suggestions that the agency does not see before they are given', async () => {
    const path = `${file}/suggest`;
    const writer = pages.at('preventer');
    const empty = await writer.send(path, path, {
      text: ' ',
      kind: 'suggestion',
      agency: agencyIn((await writer.get(path)).html),
    });
    expect(empty.status).toBe(422);
    const outside = await writer.send(path, path, {
      text: 'x',
      kind: 'suggestion',
      agency: '00000000-0000-7000-8000-000000000000',
    });
    expect(outside.status).toBe(422);
    const given = await writer.send(path, path, {
      ...{ text: 'Sediakan blangko dua bulan (contoh).', kind: 'suggestion', evidence: 'Kartu persediaan' },
      agency: agencyIn((await writer.get(path)).html),
    });
    expect(given).toMatchObject({ status: 303, location: `${file}#suggestions` });
    expect((await writer.get(file)).text).toContain('Sediakan blangko dua bulan (contoh).');
    expect((await pages.at('coordinator').get('/desk/owed')).text).not.toContain('Sediakan blangko dua bulan (contoh).');

    // One that was written by mistake is taken back before anybody outside has seen it.
    await writer.send(path, path, {
      text: 'Salah tulis (contoh).',
      kind: 'suggestion',
      agency: agencyIn((await writer.get(path)).html),
    });
    const takeBack = `${file}/suggestions/2/take-back`;
    expect((await writer.send(file, takeBack, {})).status).toBe(303);
    expect((await writer.get(file)).text).not.toContain('Salah tulis (contoh).');
  });

  test('gives them with a report that is drafted by one button, reviewed, sealed and sent', async () => {
    const writer = pages.at('preventer');
    const page = await writer.get(file);
    expect(page.text).toContain('Susun naskah LHA');
    const form = page.html.slice(page.html.indexOf(`action="${file}/lha"`) - 200);
    const drafted = await writer.sendFrom(form, `${file}/lha`, {});
    expect(drafted.status).toBe(303);
    const own = drafted.location ?? '';
    expect(own.startsWith(`${file}/documents/`)).toBe(true);
    const draft = await writer.get(own);
    for (const said of ['Cetak KTP terhenti sejak Januari.', 'Persediaan dua bulan.', 'Sediakan blangko dua bulan (contoh).'])
      expect(draft.text).toContain(said);
    // Pressed twice: the one in the making stays alone, and the page no longer offers another.
    await writer.sendFrom(form, `${file}/lha`, {});
    const once = await writer.get(file);
    expect(once.html.split(`href="${file}/documents/`).length - 1).toBe(1);
    expect(once.text).not.toContain('Susun naskah LHA');
    expect((await writer.get(`${file}/documents`)).html.split(`href="${file}/documents/0`).length - 1).toBe(1);
    expect((await writer.sendFrom(page.html, `${file}/suggestions/1/take-back`, {})).status).toBe(409);

    expect((await pages.at('examiner').send(own, `${own}/review`, {})).status).toBe(303);
    const head = pages.at('head');
    const sealed = await head.send(own, `${own}/seal`, { looked: 'yes' });
    expect(sealed.status, sealed.text).toBe(303);
    expect((await pages.at('coordinator').get('/desk/owed')).text).not.toContain('Sediakan blangko dua bulan (contoh).');
    const toSend = await head.get(own);
    const ways = Object.fromEntries([...toSend.html.matchAll(/name="(way-\d+)"/g)].map(([, name]) => [name ?? '', 'post']));
    expect((await head.send(own, `${own}/send`, ways)).status).toBe(303);
    expect((await pages.at('coordinator').get('/desk/owed')).text).toContain('Sediakan blangko dua bulan (contoh).');
    const after = await writer.get(file);
    expect(after.text).toMatch(/\/LHA\//);
    expect(after.html).toContain('/desk/obligations/');
    expect(after.text).not.toContain('Susun naskah LHA');
  });

  test('is worked on by named officers of the office', async () => {
    const head = pages.at('head');
    const { html } = await head.get(file);
    const option = /<option value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
    const form = html.slice(html.indexOf('name="does" value="add"') - 800);
    expect(form).toContain('name="person"');
    const added = await head.sendFrom(html.slice(html.lastIndexOf('<form', html.indexOf('value="add"'))), `${file}/members`, {
      person: option,
    });
    expect(added).toMatchObject({ status: 303, location: file });
    expect((await head.get(file)).html.split('value="end"').length - 1).toBe(2);
  });
});

describe('files similar to a case', () => {
  test('are those the officer sees, with why; and nobody else finds the page', async () => {
    const one = await openedCase(pages.t);
    const other = await openedCase(pages.t, { title: 'Rujukan puskesmas ditolak (contoh)' });
    const path = `/desk/cases/${one.id}/similar`;
    const page = await pages.at('verifier').get(path);
    expect(page.status).toBe(200);
    expect(page.html).toContain(`/desk/cases/${other.id}`);
    expect(page.text).toContain('kantor sama');
    expect((await pages.at('verifier').get(`/desk/cases/${one.id}`)).html).toContain(path);
    expect((await pages.at('liaison').get(path)).status).toBe(404);
  });
});

function agencyIn(html: string): string {
  return (
    /<option value="([0-9a-f-]{36})" selected/.exec(html)?.[1] ??
    /<option[^>]*selected[^>]*value="([0-9a-f-]{36})"/.exec(html)?.[1] ??
    ''
  );
}

describe('a problem that is always there', () => {
  test('says so, month by month, against other offices, and what has no category says that', async () => {
    const always = await obligationsTest();
    try {
      always.t.setNow('2026-03-16T10:00:00+08:00');
      await writeYear(always.t, '2026-03-16', { many: 30, steady: true, category: null });
      await findClustersErrand(always.t.tools, {});
      const list = await always.at('preventer').get(LIST);
      expect(list.text).toContain('Terus ada');
      const id = /href="\/desk\/reviews\/([0-9a-f-]{36})"/.exec(list.html)?.[1] ?? '';
      const page = await always.at('preventer').get(`${LIST}/${id}`);
      expect(page.text).toMatch(/dalam \d+ dari 13 rentang empat pekan/);
      expect(page.text).toContain('tidak berkategori');
      expect(page.text).toContain('Laporan per bulan');
      expect(page.text).toContain('Juli 2025');
      const english = await always.at('preventer', 'en').get(`${LIST}/${id}`);
      expect(english.text).toMatch(/in \d+ of the 13 four-week parts/);
      expect(english.text).toContain('July 2025');
      const done = await always
        .at('preventer')
        .send(`${LIST}/${id}/review`, `${LIST}/${id}/review`, { title: 'Blangko kosong sepanjang tahun (contoh)' });
      expect(done.status).toBe(303);
      expect((await always.at('preventer').get(done.location ?? '')).text).toContain('Blangko kosong sepanjang tahun');
    } finally {
      await always.t.close();
    }
  });
});
