import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../../../actions/decide.ts';
import { openedCase } from '../../../cast.test-support.ts';
import { decision } from '../../../rules/decision.ts';
import { take } from '../../../rules/take.ts';
import { type ReportsTest, reportsTest, textOf } from '../reports.test-support.ts';

let r: ReportsTest;
let person: string;

beforeAll(async () => {
  r = await reportsTest();
  const verifier = await r.officer('verifier');
  person = verifier.personId;
  r.t.setNow('2026-03-17T10:00:00+08:00');
  for (let n = 0; n < 3; n++) {
    const { id } = await openedCase(r.t);
    await decide(r.t.tools, verifier, { caseId: id, version: null }, (file, circumstances) => {
      const taken = take(file, 'pass-formal', circumstances, { met: ['formal-met'] });
      return taken.ok ? decision(taken.value.file, { events: [taken.value.event] }) : taken;
    });
  }
  r.t.setNow('2026-04-02T09:00:00+08:00');
});
afterAll(() => r.t.close());

const MARCH = '/desk/work-reports/2026-03';

describe('a work report through its pages', () => {
  it('shows what was recorded, with the steps behind the number', async () => {
    const verifier = r.as('verifier');
    const html = await (await verifier.get(MARCH)).text();
    expect(textOf(html)).toContain('Verifikasi laporan');
    const href = /href="([^"]*rows\/verification[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const rows = await (await verifier.get(href)).text();
    expect(rows.match(/Syarat formil terpenuhi|formil/gi)?.length).toBeGreaterThanOrEqual(3);
    expect(rows.match(/href="\/desk\/cases\/[0-9a-f-]{36}\/timeline"/g)).toHaveLength(3);
    expect(textOf(rows)).not.toContain('pass-formal');
  });

  it('is added to, handed in, returned with a reason, mended and accepted', async () => {
    const [verifier, head] = [r.as('verifier'), r.as('head')];
    const statement = {
      kind: 'addition',
      group: 'prevention',
      'on-day': '12',
      'on-month': '3',
      'on-year': '2026',
      text: 'Sosialisasi (contoh).',
    };
    expect((await verifier.submit(`${MARCH}/statements`, { ...statement, version: '1' }, MARCH)).status).toBe(303);
    expect((await verifier.submit(`${MARCH}/remarks`, { remarks: 'Bulan ramai.', version: '2' }, MARCH)).status).toBe(303);
    expect((await verifier.submit(`${MARCH}/submit`, { version: '3' }, MARCH)).status).toBe(303);
    const theirs = `${MARCH}?person=${person}`;
    const office = /name="version"/.test(await (await head.get(theirs)).text());
    expect(office).toBe(true);
    const refused = await head.submit(`${MARCH}/return?person=${person}`, { version: '4', reason: ' ' }, theirs);
    expect(refused.status).toBe(422);
    expect(
      (await head.submit(`${MARCH}/return?person=${person}`, { version: '4', reason: 'Sebut pesertanya.' }, theirs)).status,
    ).toBe(303);
    const seen = textOf(await (await verifier.get(MARCH)).text());
    expect(seen).toContain('Sebut pesertanya.');
    expect(seen).toContain('Sosialisasi (contoh).');
    expect((await verifier.submit(`${MARCH}/submit`, { version: '5' }, MARCH)).status).toBe(303);
    expect((await head.submit(`${MARCH}/accept?person=${person}`, { version: '6' }, theirs)).status).toBe(303);
    expect(textOf(await (await head.get('/desk/work-reports?month=2026-03')).text())).toContain('Diterima');
  });

  it('keeps a statement that was refused, and tells who comes late that the report has moved on', async () => {
    const examiner = r.as('examiner');
    const wrong = {
      kind: 'addition',
      group: 'other',
      'on-day': '31',
      'on-month': '2',
      'on-year': '2026',
      text: 'Rapat luar kantor (contoh).',
      version: '1',
    };
    const refused = await examiner.submit(`${MARCH}/statements`, wrong, MARCH);
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain('Rapat luar kantor (contoh).');
    expect(html).toContain('value="31"');
    const late = await examiner.submit(`${MARCH}/remarks`, { remarks: 'Tulisan saya.', version: '7' }, MARCH);
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Tulisan saya.');
  });

  it('loses no word to another button of the page', async () => {
    const resolver = r.as('resolver');
    const begun = {
      'on-day': '9',
      'on-month': '3',
      'on-year': '2026',
      kind: 'addition',
      group: 'other',
      text: 'Rapat (contoh).',
    };
    const remarks = 'Catatan yang diketik lebih dulu.';
    const held = await resolver.submit(`${MARCH}/submit`, { ...begun, remarks, version: '1' }, MARCH);
    expect(held.status).toBe(422);
    const kept = textOf(await held.text());
    for (const words of ['Rapat (contoh).', remarks, 'belum menambahkannya']) expect(kept).toContain(words);
    expect((await resolver.submit(`${MARCH}/statements`, { ...begun, remarks, version: '1' }, MARCH)).status).toBe(303);
    const html = await (await resolver.get(MARCH)).text();
    expect(textOf(html)).toContain(remarks);
    const statement = /name="statement" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const removed = await resolver.submit(`${MARCH}/remove`, {
      ...begun,
      text: 'Lain (contoh).',
      remarks,
      statement,
      version: '2',
    });
    expect(removed.status).toBe(422);
    expect(textOf(await removed.text())).toContain('Lain (contoh).');
    expect((await resolver.submit(`${MARCH}/remove`, { remarks, statement, version: '2' }, MARCH)).status).toBe(303);
    expect(textOf(await (await resolver.get(MARCH)).text())).not.toContain('Rapat (contoh).');
    expect((await resolver.submit(`${MARCH}/submit`, { remarks: 'Selesai.', version: '3' }, MARCH)).status).toBe(303);
    const done = textOf(await (await resolver.get(MARCH)).text());
    expect(done).toContain('Selesai.');
    expect(done).not.toContain('Serahkan laporan kerja');
    const head = textOf(await (await r.as('head').get('/desk/work-reports?month=2026-04')).text());
    expect(head).toMatch(/Menunggu pemeriksaan Anda\s+\S[^:]*Maret 2026\s*: 1/);
  });

  it('is nobody else\u2019s: not a colleague\u2019s, not of a month to come, not of the counter', async () => {
    expect((await r.as('examiner').get(`${MARCH}?person=${person}`)).status).toBe(404);
    expect((await r.as('verifier').get('/desk/work-reports/2026-05')).status).toBe(404);
    expect((await r.as('counter').get('/desk/work-reports')).status).toBe(404);
    expect((await r.as('liaison').get(`${MARCH}?person=${person}`)).status).toBe(404);
    expect(textOf(await (await r.as('head').get('/desk/work-reports/2026-04')).text())).toContain('setelah bulannya berakhir');
  });
});
