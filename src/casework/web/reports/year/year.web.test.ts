import { PDF } from '@libpdf/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencyByCode } from '../../../../directory/index.ts';
import { writeCase } from '../../../actions/reports/figures/figures.test-support.ts';
import { ageBucket } from '../../../rules/reports/load.ts';
import { type ReportsTest, reportsTest, textOf } from '../reports.test-support.ts';

let r: ReportsTest;
let lead: string;
let dinkes: string;

beforeAll(async () => {
  r = await reportsTest();
  lead = (await r.officer('examiner')).personId;
  dinkes = (await agencyByCode(r.t.db, '51.05.dinkes'))?.id ?? '';
  for (let n = 0; n < 6; n++) {
    await writeCase(r.t, {
      ...{
        access: 'LM',
        channel: 'web',
        category: null,
        respondents: ['51.05.dinkes'],
        office: 'ori.bali',
        outcome: n < 4 ? 'corrected' : 'no-maladministration',
      },
      ...{ registeredAt: `2025-0${n + 2}-03T02:00:00Z`, closedAt: `2025-0${n + 3}-01T02:00:00Z`, leadPersonId: lead },
    });
  }
  // Open on 2 April 2026: a few days, two months and a year old.
  for (const [day, leadPersonId] of [
    ['2026-03-30', lead],
    ['2026-02-01', lead],
    ['2025-04-01', undefined],
  ] as const) {
    await writeCase(r.t, {
      ...{
        access: 'LM',
        channel: 'web',
        category: null,
        respondents: [],
        office: 'ori.bali',
        outcome: null,
        stage: 'examination',
      },
      ...{ registeredAt: `${day}T02:00:00Z`, closedAt: null, ...(leadPersonId && { leadPersonId }) },
    });
  }
});
afterAll(() => r.t.close());

const NOTES = '/desk/year-notes/2025';
const version = async (name: 'head' | 'examiner') =>
  /name="version" value="(\d+)"/.exec(await (await r.as(name).get(NOTES)).text())?.[1] ?? '';

describe('year-end notes', () => {
  it('are written by whoever works there, with an appreciation that rests on reports', async () => {
    const examiner = r.as('examiner');
    expect((await examiner.submit(`${NOTES}/texts`, { version: '1', opening: 'Tahun yang ramai (contoh).' }, NOTES)).status).toBe(
      303,
    );
    const order = { version: await version('examiner'), subject: `agency:${dinkes}`, reason: 'Selalu menjawab tepat waktu.' };
    expect((await examiner.submit(`${NOTES}/appreciations`, order, NOTES)).status).toBe(303);
    const html = await (await examiner.get(NOTES)).text();
    expect(textOf(html)).toContain('4 dari 6 laporan');
    const href = /href="([^"]*\/rows[^"]*kind=agency[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await (await examiner.get(href)).text()).match(/href="\/desk\/cases\/[0-9a-f-]{36}"/g)).toHaveLength(4);
    const unfounded = {
      version: await version('examiner'),
      subject: `agency:${(await agencyByCode(r.t.db, '51.05.pupr'))?.id}`,
      reason: 'Baik.',
    };
    const refused = await examiner.submit(`${NOTES}/appreciations`, unfounded, NOTES);
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain('Tidak ada catatan pada tahun ini');
  });

  it('lose no word to another button of the page, nor to somebody who saved in between', async () => {
    const [examiner, head] = [r.as('examiner'), r.as('head')];
    const before = await version('examiner');
    const typed = { version: before, obstacles: 'Hujan panjang (contoh).', subject: '', reason: 'Belum selesai ditulis.' };
    const refused = await examiner.submit(`${NOTES}/appreciations`, typed, NOTES);
    expect(refused.status).toBe(422);
    const page = textOf(await refused.text());
    expect(page).toContain('Hujan panjang (contoh).');
    expect(page).toContain('Belum selesai ditulis.');
    expect((await head.submit(`${NOTES}/texts`, { version: before, obstacles: 'Jalan putus (contoh).' }, NOTES)).status).toBe(
      303,
    );
    const late = await examiner.submit(`${NOTES}/texts`, typed, NOTES);
    expect(late.status).toBe(409);
    const both = textOf(await late.text());
    expect(both).toContain('Hujan panjang (contoh).');
    expect(both).toContain('Jalan putus (contoh).');
    const held = await head.submit(`${NOTES}/appreciations`, {
      ...{ version: await version('head'), 'next-year': 'Lebih cepat (contoh).' },
      ...{ subject: `officer:${lead}`, reason: 'Tertib.' },
    });
    expect(held.status).toBe(303);
    expect(textOf(await (await head.get(NOTES)).text())).toContain('Lebih cepat (contoh).');
  });

  it('lead from each figure to as many rows', async () => {
    const head = r.as('head');
    const html = await (await head.get(NOTES)).text();
    const links = [...html.matchAll(/href="([^"]*case-reports\/rows[^"]*)">\s*(\d+)/g)];
    expect(links).toHaveLength(6);
    // The last three are days and a share.
    for (const [, href = '', number] of links.slice(0, 3)) {
      const text = textOf(await (await head.get(href.replaceAll('&amp;', '&'))).text());
      expect([href, /(\d+) laporan dihitung/.exec(text)?.[1]]).toEqual([href, number]);
    }
  });

  it('are approved by the head alone, with figures that no longer move, and stay unseen by the public until published', async () => {
    const [head, visitor] = [r.as('head'), r.as('liaison')];
    expect((await r.as('examiner').submit(`${NOTES}/approve`, { version: await version('examiner') }, NOTES)).status).toBe(409);
    const [now] = [await version('head')];
    expect((await head.submit(`${NOTES}/approve`, { version: now }, NOTES)).status).toBe(303);
    const address = '/ombudsman/year-notes/ori.bali/2025.pdf';
    expect((await visitor.get(address)).status).toBe(404);
    await r.t.pool.query(
      "UPDATE casework.cases SET closed_at = '2024-05-01T00:00:00Z' WHERE id = (SELECT id FROM casework.cases WHERE stage = 'closed' LIMIT 1)",
    );
    expect((await head.submit(`${NOTES}/publish`, { version: String(Number(now) + 1) }, NOTES)).status).toBe(303);
    const answer = await visitor.get(address);
    expect(answer.status).toBe(200);
    const pdf = await PDF.load(new Uint8Array(await answer.arrayBuffer()));
    const text = pdf
      .extractText()
      .map((page) => page.text)
      .join(' ')
      .replaceAll(/\s+/g, ' ');
    for (const words of [
      'Catatan akhir tahun 2025',
      'Tahun yang ramai (contoh).',
      'Selalu menjawab tepat waktu.',
      '4 dari 6 laporan',
      'Disetujui head (contoh)',
    ]) {
      expect(text).toContain(words);
    }
    // Five by now, but six when it was approved.
    expect(textOf(await (await head.get(NOTES)).text())).toMatch(/Diselesaikan 6 Diselesaikan 0/);
  });

  it('cannot be approved for a year that is not over, and are not there for a year to come', async () => {
    const text = textOf(await (await r.as('head').get('/desk/year-notes/2026')).text());
    expect(text).toContain('setelah tahunnya berakhir');
    expect((await r.as('head').get('/desk/year-notes/2027')).status).toBe(404);
    expect((await r.as('counter').get(NOTES)).status).toBe(404);
  });
});

describe('the load of an office', () => {
  it('leads from each number to as many cases, and divides ages as the rule does', async () => {
    const head = r.as('head');
    const html = await (await head.get('/desk/case-load')).text();
    const links = [
      ...html.matchAll(/<a[^>]*href="(\/desk\/case-load\/rows[^"]*)"[^>]*>\s*(?:<span class="tuntas-stat__value">)?(\d+)/g),
    ];
    expect(links.length).toBeGreaterThan(8);
    for (const [, href = '', number] of links) {
      const text = textOf(await (await head.get(href.replaceAll('&amp;', '&'))).text());
      expect([href, /(\d+) laporan dihitung/.exec(text)?.[1]]).toEqual([href, number]);
    }
    const buckets = new Set([3, 60, 366].map(ageBucket));
    for (const bucket of buckets) expect(html).toContain(`age=${bucket}`);
    expect(textOf(html)).toContain('Belum ada penanggung jawab');
  });

  it('answers an address nobody made with "not found"', async () => {
    for (const query of ['stage=x', 'age=9', "officer='", 'age=0-30&stage=']) {
      expect([query, (await r.as('head').get(`/desk/case-load/rows?${query}`)).status]).toEqual([query, 404]);
    }
  });
});
