import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealParticulars } from '../../../identity/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { moveObligation } from '../../actions/obligations/move.ts';
import { openedCase } from '../../cast.test-support.ts';
import { issuedOnCase } from '../../obligations.test-support.ts';
import type { Case } from '../../rules/case.ts';
import type { Obligation } from '../../rules/obligations/obligation.ts';
import { slugOf } from '../../rules/obligations/publication.ts';
import { type ObligationsTest, obligationsTest } from './obligations.test-support.ts';

let o: ObligationsTest;
let file: Case;
let owed: Obligation;
const TITLE = 'Penundaan surat rujukan (contoh)';
const SUMMARY = 'Dinas menunda surat rujukan tanpa alasan (contoh).';
const NAME = 'Wayan Rahasia Contohwati';
const SECRETS = [NAME, 'Contohwati', 'Surat rujukan tidak diberikan', 'tiga kali datang'];

beforeAll(async () => {
  o = await obligationsTest();
  file = await openedCase(o.t, { secret: true });
  // What a sealed LHP would have concluded; its own tests are the findings'.
  await sql`UPDATE casework.cases SET conclusion = 'found' WHERE id = ${file.id}`.execute(o.t.ownerDb);
  await inTransaction(o.t.tools, (tx) =>
    sealParticulars(o.t.tools, tx, { caseId: file.id, particulars: { name: NAME }, idCopy: undefined }),
  );
  owed = await issuedOnCase(o.t, await o.officer('head'), file.id);
  const target = { obligationId: owed.id, version: null };
  await moveObligation(o.t.tools, await o.officer('liaison'), {
    ...target,
    action: 'report',
    text: 'Laporan rahasia dinas (contoh).',
  });
  const verdict = { ...target, action: 'carried-out', text: 'Alasan dalam (contoh).', lookedAt: 'Surat' } as const;
  expect(await moveObligation(o.t.tools, await o.officer('resolver'), verdict)).toMatchObject({ ok: true });
});
afterAll(() => o.t.close());

describe('compliance in public', () => {
  test('anyone finds the agency by name, the count instead of a percentage of few, and the rows without a word', async () => {
    for (const language of ['id', 'en'] as const) {
      const visitor = o.at('nobody', language);
      const list = await visitor.get('/ombudsman/compliance');
      expect(list.status).toBe(200);
      expect(list.html).toContain('/ombudsman/compliance/51.05?year=2026');
      const agency = await visitor.get('/ombudsman/compliance/51.05?year=2026&show=counted');
      expect(agency.text).toContain(language === 'id' ? '1 dari 1 dilaksanakan' : '1 of 1 carried out');
      expect(agency.text).not.toMatch(/100(,0|\.0)?\s?%/);
      const csv = await visitor.get('/ombudsman/compliance/51.05/rows.csv?year=2026');
      expect(csv.html.split('\r\n').filter(Boolean)).toHaveLength(2);
      expect(csv.html).toContain(';Tindakan korektif;');
      for (const shown of [list, agency, csv]) {
        for (const word of [...SECRETS, file.number, owed.text, 'Laporan rahasia dinas', 'Alasan dalam']) {
          expect(shown.html).not.toContain(word);
        }
      }
    }
    expect((await o.at('nobody').get('/ombudsman/compliance/99.99')).status).toBe(404);
    expect((await o.at('nobody').get('/ombudsman/compliance?year=abc&after=x')).status).toBe(200);
    expect((await o.at('nobody').get('/ombudsman/offices')).text).toContain('Bali');
  });
});

describe('the figures of an office', () => {
  test('are broken down in public to the same sums, and lead to the year-end notes once these are published', async () => {
    const { html, text } = await o.at('nobody').get('/ombudsman/offices?year=2026');
    const received = Number(/#received">\s*(\d+)/.exec(html)?.[1]);
    const table = /<section id="received">[\s\S]*?(<tbody[\s\S]*?<\/tbody>)/.exec(html)?.[1] ?? '';
    const counts = [...table.matchAll(/<td[^>]*>\s*(\d+)\s*<\/td>/g)].map(([, count]) => Number(count));
    expect(received).toBeGreaterThan(0);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(received);
    expect(text).toContain('Belum selesai pada akhir kurun: jenis akses');
    expect(html).not.toContain('/ombudsman/year-notes/');
    await sql`
      INSERT INTO casework.year_notes (office_id, year, state, version, figures, approved_by, approved_at, published_at)
      SELECT id, 2026, 'published', 3, '{}', ${(await o.officer('head')).personId}, now(), now() FROM directory.agencies
      WHERE code = 'ori.bali'`.execute(o.t.ownerDb);
    expect((await o.at('nobody').get('/ombudsman/offices?year=2026')).html).toContain('/ombudsman/year-notes/ori.bali/2026.pdf');
  });
});

describe('what is published of a case', () => {
  const slug = () => slugOf(file.number);
  const path = () => `/desk/cases/${file.id}/publication`;
  const draft = (fields: Record<string, string>, by: 'examiner' | 'resolver' | 'head' = 'resolver') =>
    o.at(by).send(path(), `${path()}/draft`, {
      kind: 'finding',
      title: TITLE,
      summary: SUMMARY,
      actions: 'Menerbitkan surat.',
      ...fields,
    });

  test('a text that names the reporter is refused, one that looks like personal data must have been looked at', async () => {
    const named = await draft({ summary: `Laporan ${NAME} benar.` });
    expect([named.status, named.text.includes('menunjuk Pelapor')]).toEqual([422, true]);
    expect(named.html).toContain(`Laporan ${NAME} benar.</textarea>`);
    const marked = await draft({ summary: 'Hubungi 0812-3456-7890 (contoh).' });
    expect([marked.status, marked.html.includes('name="kept"'), marked.text.includes('0812-3456-7890')]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await draft({ title: '' })).status).toBe(422);
    expect((await o.at('nobody').get(`/ombudsman/findings/${slug()}`)).status).toBe(404);
  });

  test('one writes, another head publishes, a reason takes it back', async () => {
    expect((await draft({}, 'head')).status).toBe(303);
    expect((await o.at('head').get(path())).text).toContain('orang lain yang menerbitkannya');
    // Written anew by the resolver: now the head may.
    expect((await draft({})).status).toBe(303);
    expect((await o.at('nobody').get('/ombudsman/findings')).text).not.toContain(TITLE);
    expect((await o.at('head').send(path(), `${path()}/publish`, {})).status).toBe(303);
    for (const address of ['/ombudsman/findings', `/ombudsman/findings/${slug()}`, '/ombudsman/findings.atom']) {
      const shown = await o.at('nobody').get(address);
      expect(shown.html).toContain(TITLE);
      for (const word of [...SECRETS, owed.text, 'Laporan rahasia dinas', 'Alasan dalam', file.id]) {
        expect(shown.html).not.toContain(word);
      }
    }
    expect((await o.at('nobody').get(`/ombudsman/findings/${slug()}`)).text).toContain('Dilaksanakan');
    // The row behind the figure now leads here.
    expect((await o.at('nobody').get('/ombudsman/compliance/51.05?year=2026')).html).toContain(`/ombudsman/findings/${slug()}`);
    expect((await o.at('head').send(path(), `${path()}/withdraw`, { reason: ' ' })).status).toBe(422);
    expect((await o.at('head').send(path(), `${path()}/withdraw`, { reason: 'Keliru (contoh).' })).status).toBe(303);
    const gone = await o.at('nobody').get(`/ombudsman/findings/${slug()}`);
    expect([gone.status, gone.text.includes(TITLE), gone.text.includes('Keliru')]).toEqual([410, false, false]);
  });

  test('the agency and strangers find no form to publish with', async () => {
    for (const name of ['liaison', 'coordinator'] as const) expect((await o.at(name).get(path())).status).toBe(404);
  });
});
