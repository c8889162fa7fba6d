import { PDF } from '@libpdf/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { has, judge } from '../testing/outside-tools.ts';
import { everything } from './compose-pdf.examples.ts';
import { composePdf } from './compose-pdf.ts';
import type { Block, Document } from './model.ts';

const document = (blocks: readonly Block[], more: Partial<Document> = {}): Document => ({
  title: 'Uji',
  lang: 'id',
  author: 'Tuntas',
  at: new Date('2026-03-17T02:00:00Z'),
  blocks,
  ...more,
});

const latin = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');

/** The words of each page, read by another library than the one that wrote them. */
async function words(pdf: Uint8Array): Promise<string[]> {
  const file = await PDF.load(pdf);
  return file.getPages().map((page) => page.extractText().text);
}

describe('a composed document', () => {
  test('declares PDF/A-2b, its language and its title, and ties colours to sRGB', async () => {
    const text = latin(await composePdf(everything()));
    expect(text).toMatch(/^%PDF-1\.7/);
    expect(text).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(text).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(text).toContain('/S /GTS_PDFA1');
    expect(text).toContain('/Lang (id)');
    expect(text).toContain('/DisplayDocTitle true');
  });

  test('keeps its metadata well-formed when the title holds characters of XML', async () => {
    const text = latin(await composePdf(everything()));
    expect(text).toContain('Contoh dokumen: &lt;tajuk&gt; &amp; uji</rdf:li>');
    expect(text).toContain('(Contoh dokumen: <tajuk> & uji)');
  });

  test('has a structure that can be read aloud: headings, lists, tables with heads, figures with words, links', async () => {
    const text = latin(await composePdf(everything()));
    expect(text).toContain('/Marked true');
    expect(text).toContain('/StructTreeRoot');
    for (const type of [
      'Document',
      'H1',
      'H2',
      'P',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'Table',
      'Caption',
      'THead',
      'TBody',
      'TR',
      'TH',
      'TD',
      'Figure',
      'Link',
    ]) {
      expect(text, type).toContain(`/S /${type}\n`);
    }
    expect(text).toContain('/Scope /Column');
    expect(text).toContain('/Scope /Row');
    expect(text).toContain('/Alt (Kode QR menuju halaman pemeriksaan)');
  });

  test('embeds every typeface with its meaning in Unicode', async () => {
    const text = latin(await composePdf(everything()));
    const fonts = text.match(/\/Subtype \/Type0/g) ?? [];
    expect(fonts.length).toBeGreaterThanOrEqual(3);
    expect(text.match(/\/ToUnicode \d+ 0 R/g)).toHaveLength(fonts.length);
    expect(text.match(/\/FontFile2 \d+ 0 R/g)).toHaveLength(fonts.length);
    expect(text).not.toContain('/Subtype /Type1');
  });

  test('is the same bytes for the same content and moment, and others for another', async () => {
    const [one, again, later] = await Promise.all([
      composePdf(everything()),
      composePdf(everything()),
      composePdf(everything({ at: new Date('2027-01-01T00:00:00Z') })),
    ]);
    expect(Buffer.from(one).equals(again)).toBe(true);
    expect(Buffer.from(one).equals(later)).toBe(false);
  });

  test('shows the head of a long table on every page, and no row twice', async () => {
    const pages = await words(await composePdf(everything({ rows: 150 })));
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages.slice(0, -1)) expect(page).toContain('Catatan');
    const rows = pages.join('\n').match(/Indikator \d+:/g) ?? [];
    expect(rows).toHaveLength(150);
    expect(new Set(rows).size).toBe(150);
  });

  test('numbers its pages', async () => {
    const pages = await words(await composePdf(everything({ rows: 60 })));
    for (const [index, page] of pages.entries()) expect(page).toContain(`Halaman ${index + 1} dari ${pages.length}`);
  });

  test('goes on over pages when one cell, or one word, is longer than a page', async () => {
    const long = 'sangatpanjang'.repeat(1500);
    const pdf = await composePdf(
      document([
        {
          kind: 'table',
          columns: [
            { title: 'A', width: 1 },
            { title: 'B', width: 1 },
          ],
          rows: [
            [long, 'x'],
            ['akhir', 'y'],
          ],
        },
        { kind: 'paragraph', text: long },
        { kind: 'note', text: long },
      ]),
    );
    const pages = await words(pdf);
    expect(pages.length).toBeGreaterThan(8);
    // Three times 1500, but for those that the head of a new page stands in.
    expect(
      pages
        .join('')
        .replaceAll(/\s/g, '')
        .match(/sangatpanjang/g)?.length,
    ).toBeGreaterThan(4450);
    expect(pages.join('')).toContain('akhir');
  });

  test('carries files inside, and then declares PDF/A-3b', async () => {
    const content = Buffer.from('{"angka":1}');
    const attachments = [{ name: 'data.json', mediaType: 'application/json', content, description: 'Data' }];
    const pdf = await composePdf(document([{ kind: 'heading', level: 1, text: 'A' }], { attachments }));
    expect(latin(pdf)).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(latin(pdf)).toContain('/AFRelationship /Data');
    const file = await PDF.load(pdf);
    expect(Buffer.from(file.getAttachment('data.json') ?? []).toString()).toBe('{"angka":1}');
  });

  test('shows a sign for what no typeface holds, and drops what cannot be seen', async () => {
    const [page] = await words(
      await composePdf(document([{ kind: 'paragraph', text: 'a\u0000b\u200bc \u{1F600} \ud800d \u1B05' }])),
    );
    expect(page?.trim()).toBe('abc \u25a1 d \u25a1');
  });

  test('takes any text without failing', async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 6, max: 30 }), async (text, size) => {
        seen += 1;
        const pdf = await composePdf(
          document([
            { kind: 'paragraph', text, size },
            { kind: 'table', columns: [{ title: text, width: 1 }], rows: [[text]] },
            { kind: 'badge', text, fill: 'primary', colour: 'white' },
          ]),
        );
        expect(latin(pdf).trimEnd().endsWith('%%EOF')).toBe(true);
      }),
      { numRuns: 40 },
    );
    expect(seen).toBeGreaterThanOrEqual(40);
  });

  test.skipIf(!has('qpdf'))('is found sound by qpdf', async () => {
    for (const layout of ['portrait', 'landscape'] as const) {
      const pdf = await composePdf({ ...everything({ rows: 200 }), layout });
      expect(judge('qpdf', pdf, '--check', '$')).toContain('No syntax or stream encoding errors');
    }
  });

  test.skipIf(!has('pdfinfo'))('is taken by poppler for tagged, in A4', async () => {
    const said = judge('pdfinfo', await composePdf({ ...everything(), layout: 'landscape' }), '$');
    expect(said).toMatch(/Tagged:\s+yes/);
    expect(said).toMatch(/841\.89 x 595\.28 pts \(A4\)/);
  });
});
