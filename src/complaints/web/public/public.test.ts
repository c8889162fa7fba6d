import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agencyByCode } from '../../../directory/index.ts';
import { letTimePass, PUBLIC_WORDS, release, STAGES } from '../../../life.test-support.ts';
import { Visitor } from '../../../platform/testing/visitor.ts';
import { trackingNumber } from '../../rules/tracking-number.ts';
import { figures, figuresByOffice } from '../../store/figures.ts';
import { alike, type FollowTest, followTest, headersOf } from '../follow/testing.ts';

/** Identity is random strings, so that finding one anywhere is no accident. */
const CANARY = { name: 'Zxqwi Vrkpaltu', email: 'zxqwi.vrkpaltu@kanari.example', phone: '+628199887766' };
const OWN_WORDS = `Saya ${CANARY.name}, ${CANARY.email}, 0819 9887 766, menunggu empat jam di puskesmas.`;

let house: FollowTest;
let visitor: Visitor;
const released: Record<string, string> = {};
const hidden: Record<string, string> = {};

beforeAll(async () => {
  house = await followTest();
  house.t.setNow('2026-04-06T09:00:00+08:00');
  for (const stage of Object.keys(STAGES)) {
    const filed = await house.file({ anonymous: true, contact: CANARY, description: OWN_WORDS, title: `Antrean ${CANARY.name}` });
    await STAGES[stage]?.(house.t, filed.complaintId, OWN_WORDS);
    await release(house.t, filed.complaintId, { ...PUBLIC_WORDS, title: `Antrean puskesmas (${stage})` });
    released[stage] = filed.trackingNumber;
  }
  hidden.confidential = (await house.file({ confidential: true, contact: CANARY })).trackingNumber;
  hidden.unreleased = (await house.file({ contact: CANARY })).trackingNumber;
  hidden.unknown = trackingNumber(house.t.tools.random.bytes(8));
  visitor = new Visitor(house.app);
  await visitor.get('/');
});
afterAll(() => house.t.close());

const text = async (path: string) => (await visitor.get(path)).text();

/** Follows the list to its end, as a reader would. */
async function numbersOf(path: string): Promise<string[]> {
  const numbers: string[] = [];
  for (let next: string | undefined = path; next; ) {
    const html: string = await text(next);
    numbers.push(...[...html.matchAll(/href="\/complaints\/(\d{10})"/g)].map((match) => match[1] ?? ''));
    next = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  }
  return numbers;
}

describe('a complaint the public may not read', () => {
  test.each(['', '/proof.json', '/files/0199c7a0-0000-7000-8000-000000000000', '/files/x/thumbnail'])(
    'answers exactly like an unknown number%s',
    async (rest) => {
      const answers = await Promise.all(
        Object.values(hidden).map(async (number) => {
          const answer = await visitor.get(`/complaints/${number}${rest}`);
          return { status: answer.status, headers: headersOf(answer), html: alike(await answer.text(), number) };
        }),
      );
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(answers[0]?.status).toBe(404);
    },
  );

  test('is in no list, feed or search', async () => {
    const found = await numbersOf('/complaints');
    expect(found.toSorted()).toEqual(Object.values(released).toSorted());
    const feed = await text('/complaints.atom');
    for (const number of Object.values(hidden)) {
      expect(feed).not.toContain(number);
      expect(await numbersOf(`/complaints?q=${number}`)).toEqual([]);
    }
  });
});

test('no identity of a complainant stands on any public page, feed or proof', async () => {
  const pages = ['/', '/complaints', '/complaints.atom', '/agencies/51.05', '/agencies/51.05.dinkes', '/open-data'];
  for (const number of Object.values(released)) pages.push(`/complaints/${number}`, `/complaints/${number}/proof.json`);
  for (const page of pages) {
    const html = await text(page);
    expect(html.length, page).toBeGreaterThan(200);
    expect([page, html.match(/zxqwi|vrkpaltu|kanari|99887766|9887 766/i)]).toEqual([page, null]);
  }
});

test('nothing said between complainant and agency, and no internal note, is on a public page', async () => {
  for (const [stage, number] of Object.entries(released)) {
    const html = await text(`/complaints/${number}`);
    expect([
      stage,
      html.match(/Catatan internal kantor|Kapan tepatnya|Bukan tugas kantor|Mohon ditangani|empat jam di puskesmas/),
    ]).toEqual([stage, null]);
  }
});

describe('a released complaint', () => {
  test('says honestly how it stands', async () => {
    expect(await text(`/complaints/${released.confirmed}`)).toContain('Selesai, dibenarkan pelapor');
    expect(await text(`/complaints/${released.archived}`)).toContain('Terlalu umum untuk ditindaklanjuti');
    expect(await text(`/complaints/${released.objected}`)).toContain('disanggah pelapor 1 kali');
  });

  test('has one address for search engines, its agencies as links and a proof that holds', async () => {
    const number = released['in-progress'];
    const answer = await visitor.get(`/complaints/${number?.slice(0, 3)}-${number?.slice(3, 6)}-${number?.slice(6)}`);
    expect(answer.headers.get('Link')).toBe(`<http://localhost:3000/complaints/${number}>; rel="canonical"`);
    const html = await answer.text();
    expect(html).toContain('href="/agencies/51.05.dinkes"');
    expect(html).not.toContain('name="robots" content="noindex"');
    expect(JSON.parse(await text(`/complaints/${number}/proof.json`))).toHaveProperty('format');
  });

  test('in English has no Indonesian word of ours', async () => {
    const english = new Visitor(house.app, { 'Accept-Language': 'en' });
    const html = await (await english.get(`/complaints/${released.confirmed}`)).text();
    expect(html).toContain('Closed, confirmed by the complainant');
    expect(html).not.toMatch(/Tenggat|Riwayat|Pengaduan Anda|Yang menangani/);
  });
});

describe('the list', () => {
  test.each([
    ['q=antrean', 12],
    ['q=menunggu', 12],
    // A stem: "pemeriksaan" finds "diperiksa".
    ['q=pemeriksaan', 12],
    ['q=gajah', 0],
    ['status=closed', 1],
    ['status=closed&status=archived', 2],
    ['outcome=confirmed', 1],
    ['outcome=silence', 0],
    ['class=complaint', 12],
    ['class=aspiration', 0],
    ['region=51', 12],
    ['region=51.05', 12],
    ['region=21', 0],
    ['agency=51.05.dinkes', 7],
    ['agency=51.71', 0],
    ['from=2026-04-06&until=2026-04-06', 12],
    ['from-day=7&from-month=4&from-year=2026', 0],
    ['until=2026-04-05', 0],
    // What means nothing is left out, as if it had not been asked.
    ['region=99.99&status=solved&category=none&agency=none', 12],
  ])('%s finds %i', async (query, count) => {
    expect(Object.keys(STAGES)).toHaveLength(12);
    const found = await numbersOf(`/complaints?${query}`);
    expect(new Set(found).size).toBe(found.length);
    expect(found).toHaveLength(count);
  });

  test.each([
    ['from-day=31&from-month=2&from-year=2026', 422],
    ['from=2026-05-01&until=2026-04-01', 422],
    ['after=garbage', 200],
    [`after=${Buffer.from('["2026-04-06T01:00:00Z","x"]').toString('base64url')}`, 200],
    [`q=${'%22%20OR%20'.repeat(60)}`, 200],
    ['q=%27%3B%20DROP%20TABLE', 200],
    [`q=${encodeURIComponent('<script>alert(1)</script>')}`, 200],
    ['q=%00', 400],
    ['q=%ff', 200],
    ['status=closed&status=closed&region=51&region=52', 200],
  ])('%s is answered with %i', async (query, status) => {
    const answer = await visitor.get(`/complaints?${query}`);
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain('<script>alert');
  });

  test('pages on by key and comes back', async () => {
    for (let more = 0; more < 10; more += 1) {
      const filed = await house.file({ class: 'aspiration', regionCode: '21' });
      await release(house.t, filed.complaintId, { ...PUBLIC_WORDS, title: `Usul ${more}` });
    }
    const found = await numbersOf('/complaints');
    expect(found).toHaveLength(22);
    expect(new Set(found).size).toBe(22);
  });
});

test('the feed is XML with its entries, the same filter and safe titles', async () => {
  const filed = await house.file();
  await release(house.t, filed.complaintId, { ...PUBLIC_WORDS, title: 'Loket <b>"A" & B</b>' });
  const answer = await visitor.get('/complaints.atom?region=51');
  const xml = await answer.text();
  expect(answer.headers.get('Content-Type')).toContain('application/atom+xml');
  expect(xml).toContain('<title>Loket &lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;</title>');
  expect(xml.match(/<entry>/g)).toHaveLength(13);
  expect(xml).toContain('href="http://localhost:3000/complaints.atom?region=51"');
  expect(await text('/complaints.atom?region=91')).not.toContain('<entry>');
});

test('every figure has as many lines behind its link as it says can be read', async () => {
  await letTimePass(house.t, ['2026-06-20T09:00:00+08:00']);
  for (const [page, agency] of [
    ['/', null],
    ['/agencies/51.05', '51.05'],
    ['/agencies/51.05.dinkes', '51.05.dinkes'],
    ['/agencies/51.71', '51.71'],
  ] as const) {
    const html = await text(page);
    const tiles = [
      ...html.matchAll(/stat__link" href="([^"]+)"><span[^>]*>([\d.]+)<\/span>[\s\S]*?stat__note">([\d.]+) dapat dibaca/g),
    ];
    expect(tiles, page).toHaveLength(7);
    for (const [, href = '', value, readable] of tiles) {
      expect([page, href, await numbersOf(href.replaceAll('&amp;', '&'))]).toEqual([
        page,
        href,
        expect.objectContaining({ length: Number(readable) }),
      ]);
      expect(Number(value)).toBeGreaterThanOrEqual(Number(readable));
    }
    if (agency === null) {
      const counted = await figures(house.t.db, null, house.t.tools.clock.now());
      expect(Number(tiles[0]?.[2])).toBe(counted.total);
      // The two hidden ones are counted as well.
      expect(counted.total - counted.released).toBe(2);
    } else {
      const now = house.t.tools.clock.now();
      const id = (await agencyByCode(house.t.db, agency))?.id as string;
      const [one, many] = [await figures(house.t.db, id, now), await figuresByOffice(house.t.db, [id], now)];
      expect(many.get(id)).toEqual(one.total === 0 ? undefined : { total: one.total, overdue: one.overdue });
    }
  }
});
