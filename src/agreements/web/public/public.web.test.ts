import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plannedLine, signedPlan } from '../../actions/lines/plan.test-support.ts';
import { agencyIdOf, draftedAgreement } from '../../cast.test-support.ts';
import { day } from '../../rules/agreement.test-support.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import { loadAgreementByCode } from '../../store/agreements.ts';
import { type RegisterTest, registerTest } from '../register/register.test-support.ts';
import { agreementsOf } from './blocks.tsx';

let r: RegisterTest;
let plan: Agreement;
let draft: Agreement;
let old: Agreement;
let kept: Line;
let late: Line;

/** As if it had been signed, in these days. */
async function signedIn(agreement: Agreement, from: string, until: string): Promise<void> {
  await sql`UPDATE agreements.agreements SET state = 'signed', signed_on = ${from}::date, in_force_from = ${from}::date,
    in_force_until = ${until}::date, evidence = 'record' WHERE id = ${agreement.id}::uuid`.execute(r.t.ownerDb);
}

beforeAll(async () => {
  r = await registerTest();
  r.t.setNow('2026-06-16T10:00:00+08:00');
  const head = await r.who('head');
  old = await draftedAgreement(r.t, head, { title: 'Nota lama (contoh)' });
  await signedIn(old, '2020-01-01', '2024-12-31');
  const memo = await draftedAgreement(r.t, head, { title: 'Nota baru (contoh)', predecessorId: old.id });
  await signedIn(memo, '2025-02-01', '2030-01-31');
  draft = await draftedAgreement(r.t, head, { title: 'Konsep rahasia (contoh)' });
  plan = await signedPlan(r.t, r.who);
  kept = await plannedLine(r.t, r.who, plan, {
    activity: 'Menyusun SOP aduan (contoh)',
    dueOn: day('2026-03-31'),
    targets: ['4'],
    isPriority: true,
  });
  late = await plannedLine(r.t, r.who, plan, {
    activity: 'Melatih petugas loket (contoh)',
    dueOn: day('2026-05-31'),
    targets: ['1', '2'],
  });
  await plannedLine(r.t, r.who, plan, { activity: 'Memperbaiki loket (contoh)' });
  await sql`UPDATE agreements.lines SET state = 'done', reported = 4, reported_on = '2026-03-20', confirmed = 4, confirmed_on = '2026-03-20'
    WHERE id = ${kept.id}::uuid`.execute(r.t.ownerDb);
  const update = (id: string, state: string, text: string) =>
    sql`
    INSERT INTO agreements.updates (agreement_id, line_id, id, as_of, achieved, text, is_last, author, at, state, judged_by, judged_at)
    VALUES (${plan.id}, ${kept.id}, ${id}, '2026-03-20', 4, ${text}, true, 'person:a', '2026-03-21T00:00:00Z', ${state}, 'person:b', '2026-03-22T00:00:00Z')`.execute(
      r.t.ownerDb,
    );
  await update(r.t.tools.random.id(), 'confirmed', 'Empat SOP ditetapkan (contoh).');
  await update(r.t.tools.random.id(), 'returned', 'Laporan yang dikembalikan (contoh).');
  await sql`UPDATE agreements.lines SET due_on = '2026-06-01' WHERE id = ${late.id}::uuid`.execute(r.t.ownerDb);
  await sql`INSERT INTO agreements.shifts (agreement_id, line_id, id, from_day, to_day, reason, author, at)
    VALUES (${plan.id}, ${late.id}, ${r.t.tools.random.id()}, '2026-05-31', '2026-06-01', 'Pelatih berhalangan (contoh).', 'person:a', now())`.execute(
    r.t.ownerDb,
  );
});
afterAll(() => r.t.close());

describe('the public register', () => {
  test('names what is signed and never a draft, in both languages, with filters that mean nothing left out', async () => {
    for (const language of ['id', 'en'] as const) {
      const list = await r.at('nobody', language).get('/agreements');
      expect(list.status).toBe(200);
      for (const title of ['Nota lama (contoh)', 'Nota baru (contoh)', 'Rencana kerja 2026 (contoh)'])
        expect(list.text).toContain(title);
      expect(list.html).not.toContain(draft.title);
      expect(list.html).not.toContain(draft.code);
    }
    const lapsed = await r.at('nobody').get('/agreements?standing=lapsed&kind=nota-kesepakatan&region=51&year=2020&q=nota');
    expect([lapsed.text.includes('Nota lama'), lapsed.text.includes('Nota baru')]).toEqual([true, false]);
    expect((await r.at('nobody').get('/agreements?region=52')).text).toContain('Tidak ada yang cocok');
    const nonsense = await r.at('nobody').get('/agreements?standing=x&kind=y&year=abc&region=..&programme=z&agency=9.9&after=q');
    expect([nonsense.status, nonsense.text.includes('Nota baru')]).toEqual([200, true]);
  });

  test('answers word searches as often as a person types, and says when it was too often', async () => {
    await sql`DELETE FROM platform.rate_limits`.execute(r.t.ownerDb);
    const asked = await Promise.all(Array.from({ length: 125 }, () => r.at('nobody').get('/agreements?q=nota')));
    const without = await r.at('nobody').get('/agreements');
    await sql`DELETE FROM platform.rate_limits`.execute(r.t.ownerDb);
    const answered = Map.groupBy(asked, ({ status }) => status);
    expect([answered.get(200)?.length, answered.get(429)?.length]).toEqual([120, 5]);
    expect(without.status).toBe(200);
  });

  test('is paged by key without losing or repeating one', async () => {
    const seen: string[] = [];
    for (let i = 0; i < 30; i += 1)
      await signedIn(
        await draftedAgreement(r.t, await r.who('head'), { title: `Nota ${i} (contoh)` }),
        '2019-05-05',
        '2019-06-06',
      );
    for (let path: string | undefined = '/agreements'; path; ) {
      const { html } = await r.at('nobody').get(path);
      seen.push(...[...html.matchAll(/href="\/agreements\/([A-Z]+-\d+-\d+)"/g)].map(([, code]) => code as string));
      path =
        /href="(\/agreements\?after=[^"]+)" rel="next"/.exec(html)?.[1] ??
        /rel="next"[^>]*href="(\/agreements\?after=[^"]+)"/.exec(html)?.[1];
    }
    expect([seen.length, new Set(seen).size]).toEqual([33, 33]);
    const csv = await r.at('nobody').get('/agreements.csv');
    expect(csv.html.split('\r\n').filter(Boolean)).toHaveLength(34);
    expect(csv.html).not.toContain(draft.title);
  });
});

describe('the page of an agreement and of its lines', () => {
  test('says how far it is with the rule, what is late and what comes next', async () => {
    const shown = await r.at('nobody').get(`/agreements/${plan.code}`);
    expect(shown.status).toBe(200);
    // Four of four, nothing and nothing: a third, cut off.
    expect(shown.text).toContain('33%');
    for (const said of [
      'rata-rata bagian target akhir',
      'Melatih petugas loket',
      'Memperbaiki loket',
      'Tidak ada narahubung yang dapat dihubungi',
    ])
      expect(shown.text).toContain(said);
    const memo = (await r.at('nobody').get('/agreements?q=baru')).html;
    const code = /href="\/agreements\/(NK-\d+-\d+)"/.exec(memo)?.[1];
    expect((await r.at('nobody').get(`/agreements/${code}`)).text).toMatch(
      /1 Jan 2025 sampai 31 Jan 2025 \(31 hari\)|\(31 hari\)/,
    );
  });

  test('a draft and nonsense are nowhere', async () => {
    for (const path of [
      draft.code,
      `${draft.code}/lines`,
      `${draft.code}/lines/1`,
      'NK-2099-0001',
      'x',
      `${plan.code}/lines/99`,
      `${plan.code}/grants/1`,
    ])
      expect([path, (await r.at('nobody').get(`/agreements/${path}`)).status]).toEqual([path, 404]);
  });

  test('a line shows confirmed reports and moved days, never what was sent back', async () => {
    const done = await r.at('nobody').get(`/agreements/${plan.code}/lines/${kept.ordinal}`);
    expect(done.text).toContain('Empat SOP ditetapkan (contoh).');
    expect(done.html).not.toContain('Laporan yang dikembalikan');
    const moved = await r.at('nobody').get(`/agreements/${plan.code}/lines/${late.ordinal}`);
    expect(moved.text).toContain('Pelatih berhalangan (contoh).');
    expect(moved.text).toContain('semula 31 Mei 2026');
    const red = await r.at('nobody').get(`/agreements/${plan.code}/lines?light=red&programme=prevention`);
    expect([red.text.includes('Melatih petugas'), red.text.includes('Menyusun SOP')]).toEqual([true, false]);
    expect((await r.at('nobody').get(`/agreements/${plan.code}/lines?light=x&programme=y&after=-1`)).status).toBe(200);
  });
});

describe('the page of a government', () => {
  test('names days nothing covered, and counts promises whose rows are behind every number', async () => {
    const shown = await r.at('nobody').get('/agreements/governments/51.05');
    expect(shown.text).toContain('Hari ini tercakup nota kesepakatan, sampai 31 Jan 2030');
    expect(shown.text).toContain('1 Jan 2025 sampai 31 Jan 2025 (31 hari)');
    expect(shown.text).toMatch(
      /3 Dijanjikan 1 Ditepati tepat waktu 0 Ditepati, terlambat 0 Tidak terlaksana 1 Lewat tenggat 0 Menunggu konfirmasi 1 Berjalan/,
    );
    expect(shown.text).toContain('jangan dijadikan perbandingan');
    const only = await r.at('nobody').get('/agreements/governments/51.05?fate=late');
    expect([only.text.includes('Melatih petugas'), only.text.includes('Menyusun SOP')]).toEqual([true, false]);
    const csv = await r.at('nobody').get('/agreements/governments/51.05/promises.csv?fate=kept');
    expect(csv.html.split('\r\n').filter(Boolean)).toHaveLength(2);
  });

  test('an office shows its own promises and leads to its government; a government without any says so; the Ombudsman has none', async () => {
    const office = await r.at('nobody').get('/agreements/governments/51.05.dinkes');
    expect(office.html).toContain('href="/agreements/governments/51.05"');
    expect((await r.at('nobody').get('/agreements/governments/51.03')).text).toContain('Belum ada catatan nota kesepakatan');
    for (const code of ['ori.bali', 'ori', '99.99', '%2e%2e'])
      expect([code, (await r.at('nobody').get(`/agreements/governments/${code}`)).status]).toEqual([code, 404]);
  });
});

describe('how far, what comes next and what proves it', () => {
  const given = { isPublic: randomUUID(), kept: randomUUID(), returned: randomUUID() };
  let memo: Agreement;

  beforeAll(async () => {
    const put = (id: string, title: string, isPublic: boolean, partId: string) =>
      sql`INSERT INTO agreements.files (agreement_id, id, kind, part_id, title, file_key, media_type, extension, size, sha256, is_public, added_by, added_at)
        VALUES (${plan.id}, ${id}, 'evidence', ${partId}, ${title}, 'k', 'application/pdf', '.pdf', 1000, 'x', ${isPublic}, ${id}, '2026-03-21T00:00:00Z')`.execute(
        r.t.ownerDb,
      );
    const { rows } = await sql<{ id: string; state: string }>`SELECT id, state FROM agreements.updates`.execute(r.t.ownerDb);
    const of = (state: string) => rows.find((one) => one.state === state)?.id ?? '';
    await put(given.isPublic, 'Keputusan SOP (contoh)', true, of('confirmed'));
    await put(given.kept, 'Daftar hadir (contoh)', false, kept.id);
    await put(given.returned, 'Lampiran dikembalikan (contoh)', true, of('returned'));
    await sql`UPDATE agreements.lines SET evidence_count = 2 WHERE id = ${kept.id}::uuid`.execute(r.t.ownerDb);
    const found = await loadAgreementByCode(r.t.db, (await codeOf('Nota baru (contoh)')) ?? '');
    memo = found as Agreement;
    await sql`UPDATE agreements.agreements SET parent_id = ${memo.id}::uuid WHERE id = ${plan.id}::uuid`.execute(r.t.ownerDb);
  });

  async function codeOf(title: string): Promise<string | undefined> {
    const { rows } = await sql<{ code: string }>`SELECT code FROM agreements.agreements WHERE title = ${title}`.execute(
      r.t.ownerDb,
    );
    return rows[0]?.code;
  }

  test.each(['id', 'en'] as const)(
    'the page of a government tells percent, evidence and next day by programme (%s)',
    async (language) => {
      for (const code of ['51.05', '51.05.dinkes']) {
        const { text, html } = await r.at('nobody', language).get(`/agreements/governments/${code}`);
        expect([code, text.includes('33%')]).toEqual([code, true]);
        expect(text).toContain(language === 'id' ? '1 dari 3 baris' : '1 of 3 lines');
        expect(text).toContain(language === 'id' ? 'Tenggat berikutnya' : 'Next due days');
        expect(html).toContain(`href="/agreements/governments/${code}?current=yes&amp;programme=prevention#promises-rows"`);
        expect(text).toContain('Keputusan SOP (contoh)');
        for (const hidden of ['Daftar hadir', 'Lampiran dikembalikan']) expect(text).not.toContain(hidden);
      }
      expect((await r.at('nobody', language).get('/agreements/governments/51.03')).text).toContain(
        language === 'id' ? 'tidak ada rencana berlaku dengan baris' : 'No plan in force today',
      );
    },
  );

  test('a number leads to just its lines, and says what it leaves out', async () => {
    const at = (query: string) => r.at('nobody').get(`/agreements/governments/51.05?${query}`);
    const none = await at('current=yes&programme=competence');
    expect([none.text.includes('Tidak ada baris yang cocok'), none.text.includes('Hanya dari rencana yang berlaku')]).toEqual([
      true,
      true,
    ]);
    const moved = await at('moved=yes');
    expect(rowsOf(moved.html)).toEqual(['Melatih petugas loket (contoh)']);
    expect(rowsOf((await at('priority=yes')).html)).toEqual(['Menyusun SOP aduan (contoh)']);
    expect(rowsOf((await at('light=green')).html)).toEqual(['Menyusun SOP aduan (contoh)']);
    r.t.setNow('2027-06-16T10:00:00+08:00');
    const later = await at('current=yes');
    expect([rowsOf(later.html), later.text.includes('tidak ada rencana berlaku dengan baris')]).toEqual([[], true]);
    r.t.setNow('2026-06-16T10:00:00+08:00');
    const csv = await r.at('nobody').get('/agreements/governments/51.05/promises.csv?moved=yes');
    expect(csv.html.split('\r\n').filter(Boolean)).toHaveLength(2);
  });

  /** The activities listed behind the numbers. */
  const rowsOf = (html: string) => {
    const from = html.indexOf('id="promises-rows"');
    return [...html.slice(from, html.indexOf('<h2', from)).matchAll(/lines\/\d+">([^<]+)<\/a>/g)].map(([, activity]) => activity);
  };

  test('a memorandum tells how far what was made under it is, and which programme has nothing yet', async () => {
    await sql`UPDATE agreements.agreements SET programmes = '{prevention,competence}' WHERE id = ${memo.id}::uuid`.execute(
      r.t.ownerDb,
    );
    const { text, html } = await r.at('nobody').get(`/agreements/${memo.code}`);
    for (const said of ['33%', 'belum ada baris rencana', 'Keputusan SOP (contoh)', 'Melatih petugas loket (contoh)'])
      expect(text).toContain(said);
    expect(html).toContain(`href="/agreements/${memo.code}/promises?programme=prevention"`);
    const behind = await r.at('nobody').get(`/agreements/${memo.code}/promises?programme=prevention&fate=late`);
    expect([behind.text.includes('Melatih petugas'), behind.text.includes('Menyusun SOP')]).toEqual([true, false]);
    expect((await r.at('nobody').get(`/agreements/${memo.code}/promises?programme=competence`)).text).toContain(
      'Tidak ada baris yang cocok',
    );
    for (const path of ['promises', 'evidence'])
      expect((await r.at('nobody').get(`/agreements/${draft.code}/${path}`)).status).toBe(404);
  });

  test('all evidence is listed, paged by key, without what is not open', async () => {
    for (let i = 0; i < 35; i += 1)
      await sql`INSERT INTO agreements.files (agreement_id, id, kind, part_id, title, file_key, media_type, extension, size, sha256, is_public, added_by, added_at)
        VALUES (${plan.id}, ${r.t.tools.random.id()}, 'evidence', ${late.id}, ${`Foto ${i} (contoh)`}, 'k', 'image/png', '.png', 1000, 'x', true, ${plan.id},
          timestamptz '2026-04-01T00:00:00Z' - ${i} * interval '1 hour')`.execute(r.t.ownerDb);
    for (const start of [`/agreements/governments/51.05`, `/agreements/${memo.code}`]) {
      expect((await r.at('nobody').get(start)).text).toContain('Lihat semua 36 berkas bukti');
      const seen: string[] = [];
      for (let path: string | undefined = `${start}/evidence`; path; ) {
        const { html, text } = await r.at('nobody').get(path);
        expect(text).not.toContain('Daftar hadir');
        seen.push(...[...html.matchAll(/files\/([0-9a-f-]{36})"/g)].map(([, id]) => id as string));
        path = /href="([^"]+evidence\?after=[^"]+)"/.exec(html)?.[1];
      }
      expect([seen.length, new Set(seen).size]).toEqual([36, 36]);
      // The newest first, whatever order they were made in.
      expect((await r.at('nobody').get(`${start}/evidence`)).text).toMatch(
        /Foto 0 \(contoh\).*Foto 1 \(contoh\).*Foto 2 \(contoh\)/,
      );
    }
  });
});

describe('the page of leaders', () => {
  test('opens for those who lead a government or an office, and for no one else', async () => {
    for (const name of ['leader', 'secretary', 'officeHead', 'coordinator', 'liaison'] as const)
      expect([name, (await r.at(name).get('/desk/leader')).status]).toEqual([name, 200]);
    for (const name of ['head', 'preventer', 'verifier'] as const)
      expect([name, (await r.at(name).get('/desk/leader')).status]).toEqual([name, 404]);
    expect((await r.at('nobody').get('/desk/leader')).location).toContain('/sign-in');
    expect((await r.at('officeHead').get('/desk/leader?agency=51.05')).status).toBe(404);
    expect((await r.at('officeHead').get('/desk/leader')).text).toContain('Dinas Kesehatan');
  });

  test('each light leads to as many lines as it counts', async () => {
    const { html } = await r.at('leader').get('/desk/leader');
    const told = [...html.matchAll(/href="([^"]*light=(?:green|yellow|red|none)[^"]*)">(\d+) /g)];
    expect(told.map(([, , count]) => Number(count)).reduce((a, b) => a + b)).toBe(3);
    for (const [, href, count] of told) {
      const rows = (await r.at('leader').get((href as string).replace(/#.*/, ''))).html;
      const from = rows.indexOf('id="promises-rows"');
      const listed = rows.slice(from, rows.indexOf('<h2', from)).match(/lines\/\d+">/g) ?? [];
      expect([href, listed.length]).toEqual([href, Number(count)]);
    }
  });

  test('the block on the page of an agency counts what binds on the day', async () => {
    const klungkung = await agencyIdOf(r.t, '51.05');
    const { tools } = r.t;
    expect((await agreementsOf(tools, klungkung, day('2026-06-16'))).inForce).toBe(2);
    expect((await agreementsOf(tools, klungkung, day('2023-06-16'))).inForce).toBe(1);
    expect((await agreementsOf(tools, await agencyIdOf(r.t, '51.03'), day('2026-06-16'))).inForce).toBe(0);
  });

  test('says what is late, the priorities, and that what changed since proves nothing', async () => {
    for (const language of ['id', 'en'] as const) {
      const { text, html } = await r.at('leader', language).get('/desk/leader');
      for (const said of ['Melatih petugas loket', 'Menyusun SOP aduan']) expect(text).toContain(said);
      expect(text).toContain(language === 'id' ? 'Ini bukan bukti sebab-akibat' : 'This is no proof of cause');
      expect(text).toContain('Nota baru (contoh)');
      expect(html).toContain(`/desk/agreements/${plan.code}/lines/${late.ordinal}`);
    }
    const rows = await r.at('leader').get('/desk/leader/rows?measure=first-follow-up&period=since');
    expect(rows.status).toBe(200);
    for (const wrong of ['measure=x', 'measure=channel-use', 'measure=first-follow-up&agency=ori.bali'])
      expect([wrong, (await r.at('leader').get(`/desk/leader/rows?${wrong}`)).status]).toEqual([wrong, 404]);
  });
});
