import { Readable } from 'node:stream';
import { PDF } from '@libpdf/core';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencyByCode } from '../../../../directory/index.ts';
import { Temporal } from '../../../../kernel/time.ts';
import { writeCase } from '../../../actions/reports/figures/figures.test-support.ts';
import { type ReportsTest, reportsTest, textOf } from '../reports.test-support.ts';

let r: ReportsTest;
let bali: string;

beforeAll(async () => {
  r = await reportsTest();
  bali = (await agencyByCode(r.t.db, 'ori.bali'))?.id ?? '';
  for (let n = 0; n < 40; n++) {
    const registered = Temporal.Instant.from('2026-02-20T04:00:00Z').add({ hours: n * 22 });
    await writeCase(r.t, {
      ...{
        access: n % 3 === 0 ? 'KNL' : 'LM',
        channel: n % 2 === 0 ? 'web' : 'letter',
        office: 'ori.bali',
        outcome: 'corrected',
      },
      category: n % 5 === 0 ? null : 'health',
      respondents: n % 4 === 0 ? ['51.05', '51.05.dinkes'] : ['51.05.dinkes'],
      ...{
        registeredAt: registered.toString(),
        closedAt: n % 2 === 0 ? registered.add({ hours: 24 * (5 + n) }).toString() : null,
      },
    });
  }
});
afterAll(() => r.t.close());

/** Every number of a page that is a link to its rows: the address, and what it says. */
function numbersOn(html: string): { href: string; number: number }[] {
  return [...html.matchAll(/<a[^>]*href="(\/desk\/case-reports\/rows[^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].flatMap(
    ([, href = '', inner = '']) => {
      const number = /^\s*(?:<span class="tuntas-stat__value">)?\s*([\d.]+)/.exec(inner)?.[1];
      return number === undefined || inner.includes('hari') || inner.includes('%')
        ? []
        : [{ href: href.replaceAll('&amp;', '&'), number: Number(number.replaceAll('.', '')) }];
    },
  );
}

describe('the report of an office as a page', () => {
  it('is for those who work on cases there, and not there for anyone else', async () => {
    for (const name of ['head', 'verifier', 'examiner', 'preventer'] as const)
      expect((await r.as(name).get('/desk/case-reports')).status).toBe(200);
    for (const name of ['counter', 'coordinator', 'leader'] as const)
      expect((await r.as(name).get('/desk/case-reports')).status).toBe(404);
    const root = (await agencyByCode(r.t.db, 'ori'))?.id ?? '';
    expect((await r.as('head').get(`/desk/case-reports?office=${root}`)).status).toBe(404);
    expect((await r.as('chair').get(`/desk/case-reports?office=${bali}`)).status).toBe(200);
  });

  it('leads from every number to a list that counts the same', async () => {
    const head = r.as('head');
    const numbers = numbersOn(await (await head.get('/desk/case-reports?period=2026-03')).text());
    expect(numbers.length).toBeGreaterThan(12);
    expect(numbers.some(({ number }) => number > 5)).toBe(true);
    for (const { href, number } of numbers) {
      const text = textOf(await (await head.get(href)).text());
      expect([href, Number(/([\d.]+) laporan dihitung/.exec(text)?.[1])]).toEqual([href, number]);
    }
  });

  it('pages through the list without losing a case', async () => {
    const head = r.as('head');
    const seen: string[] = [];
    let href: string | undefined = '/desk/case-reports/rows?period=2026&set=received';
    while (href) {
      const html: string = await (await head.get(href)).text();
      seen.push(...[...html.matchAll(/href="\/desk\/cases\/([0-9a-f-]{36})"/g)].map(([, id = '']) => id));
      href = /<a[^>]*href="([^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(40);
    expect(new Set(seen).size).toBe(40);
  });

  it('answers an address nobody made with "not found" or the beginning, never with a fault', async () => {
    const head = r.as('head');
    for (const query of [
      'set=x',
      'set=received&by=outcome&key=corrected',
      'set=received&by=access',
      "set=received&by=access&key='",
      'by=timed&set=open',
    ]) {
      expect([query, (await head.get(`/desk/case-reports/rows?${query}`)).status]).toEqual([query, 404]);
    }
    for (const query of ['period=2026-13&set=open', 'set=open&after=x_y', 'set=open&after=2026-01-01T00:00:00Z_nope']) {
      expect([query, (await head.get(`/desk/case-reports/rows?${query}`)).status]).toEqual([query, 200]);
    }
  });

  it('tells the same in English', async () => {
    const text = textOf(await (await r.as('head', 'en').get('/desk/case-reports?period=2026-Q1')).text());
    for (const words of ['quarter I of 2026', 'Received', 'Mean time to finish', 'Undue delay'].slice(0, 3))
      expect(text).toContain(words);
    expect(text).not.toContain('Diterima');
  });
});

describe('the report of an office as files', () => {
  it('has in the spreadsheet the numbers of the page', async () => {
    const head = r.as('head');
    const page = numbersOn(await (await head.get('/desk/case-reports?period=2026-03')).text())
      .filter(({ href }) => href.includes('period=2026-03'))
      .map(({ number }) => number);
    const answer = await head.get('/desk/case-reports.xlsx?period=2026-03');
    const rows = await readSheet(Readable.from(Buffer.from(await answer.arrayBuffer())) as never);
    expect(rows[0]).toEqual(['Kelompok', 'Rincian', 'Jumlah', 'Kurun sebelumnya', 'Yang dihitung', 'Alamat barisnya']);
    const counted = rows.slice(1).filter((row) => typeof row[2] === 'number');
    expect(counted.map((row) => row[2])).toEqual(page);
    for (const [set, group, count, , , address] of counted) {
      const { pathname, search } = new URL(String(address));
      const text = textOf(await (await head.get(`${pathname}${search}`)).text());
      expect([set, group, Number(/([\d.]+) laporan dihitung/.exec(text)?.[1])]).toEqual([set, group, count]);
    }
    expect(rows.flat()).toContain('Diterima: jenis akses');
  });

  it('has in the list\u2019s spreadsheet every case of the number, days as days', async () => {
    const answer = await r.as('head').get('/desk/case-reports/rows.xlsx?period=2026&set=finished');
    const rows = await readSheet(Readable.from(Buffer.from(await answer.arrayBuffer())) as never);
    expect(rows).toHaveLength(21);
    expect(rows.slice(1).every((row) => row[4] instanceof Date && row[5] instanceof Date && typeof row[6] === 'number')).toBe(
      true,
    );
  });

  it('is a tagged PDF with the same numbers', async () => {
    const answer = await r.as('head').get('/desk/case-reports.pdf?period=2026-03');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const pdf = await PDF.load(bytes);
    const text = pdf
      .extractText()
      .map((page) => page.text)
      .join(' ');
    const { sets } = { sets: numbersOn(await (await r.as('head').get('/desk/case-reports?period=2026-03')).text()) };
    expect(text).toContain('Maret 2026');
    expect(text).toContain(String(sets[0]?.number));
    expect(Buffer.from(bytes).includes('StructTreeRoot')).toBe(true);
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/case-reports\/rows\?office=[^)]*set=received/);
  });
});
