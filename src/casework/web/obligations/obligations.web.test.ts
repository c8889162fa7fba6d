import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openedCase } from '../../cast.test-support.ts';
import { issuedOnCase, issuedOnReview } from '../../obligations.test-support.ts';
import type { Case } from '../../rules/case.ts';
import type { Obligation } from '../../rules/obligations/obligation.ts';
import { OWED_VIEWS } from '../../store/obligations/lists.ts';
import { filesOfObligation, obligationById } from '../../store/obligations/obligations.ts';
import { type ObligationsTest, obligationsTest } from './obligations.test-support.ts';
import { owedLines } from './owed-lines.ts';

let o: ObligationsTest;
let file: Case;
let mine: Obligation;
const PDF = new File([new TextEncoder().encode('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n')], 'a.pdf', {
  type: 'application/pdf',
});

beforeAll(async () => {
  o = await obligationsTest();
  file = await openedCase(o.t, { secret: true });
  mine = await issuedOnCase(o.t, await o.officer('head'), file.id);
});
afterAll(() => o.t.close());

describe('what we owe', () => {
  test('the agency finds it, without a word of the case; others find nothing', async () => {
    for (const name of ['liaison', 'coordinator', 'leader'] as const) {
      const list = await o.at(name).get('/desk/owed');
      expect(list.status).toBe(200);
      expect(list.html).toContain(`/desk/owed/${mine.id}`);
      const one = await o.at(name).get(`/desk/owed/${mine.id}`);
      expect(one.text).toContain(file.number);
      expect(one.text).toContain('Tenggat pelaksanaan');
      for (const page of [list, one]) {
        expect(page.text).not.toContain(file.title);
        expect(page.text).not.toContain(file.account);
        expect(page.html).not.toContain(`/desk/cases/${file.id}`);
      }
    }
    expect((await o.at('resolver').get('/desk/owed')).status).toBe(404);
    expect((await o.at('resolver').get(`/desk/owed/${mine.id}`)).status).toBe(404);
    expect((await o.at('liaison').get(`/desk/obligations/${mine.id}`)).status).toBe(404);
    expect((await o.at('liaison').get('/desk/obligations')).status).toBe(404);
    expect((await o.at('nobody').get('/desk/owed')).status).toBe(303);
  });

  test('every view says how many it has, obligations and improvement items together', async () => {
    const actor = await o.officer('liaison');
    for (const view of OWED_VIEWS) {
      const page = await o.at('liaison').get(`/desk/owed?view=${view}`);
      const { lines } = await owedLines(o.t.db, actor, { view }, o.t.tools.clock.now(), { limit: 1000 });
      const count = /aria-current="page"[\s\S]*?(\d+)\s*<\/span>/.exec(page.html)?.[1];
      expect([view, count]).toEqual([view, String(lines.length)]);
    }
  });

  test('who only reads is offered no step', async () => {
    expect((await o.at('leader').get(`/desk/owed/${mine.id}`)).text).toContain('Tidak ada langkah yang dapat Anda ambil');
  });

  test('a report without words keeps what was typed; a broken file leaves nothing; a whole one is kept with its digest', async () => {
    const [path, desk] = [`/desk/owed/${mine.id}`, o.at('liaison')];
    const silent = await desk.send(path, `${path}/report`, { text: ' ' }, [PDF]);
    expect(silent.status).toBe(422);
    expect(silent.html).toContain('href="#text-report"');
    expect(silent.text).toContain('1 berkas yang tadi Anda pilih perlu dipilih lagi');
    const broken = new File([new Uint8Array([0x4d, 0x5a, 0, 0, 1])], 'b.png', { type: 'image/png' });
    const refused = await desk.send(path, `${path}/report`, { text: 'Surat terbit (contoh)' }, [broken]);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Surat terbit (contoh)</textarea>');
    expect(await filesOfObligation(o.t.db, mine.id)).toEqual([]);
    const done = await desk.send(path, `${path}/report`, { text: 'Surat terbit (contoh)' }, [PDF]);
    expect([done.status, done.location]).toEqual([303, path]);
    const [kept] = await filesOfObligation(o.t.db, mine.id);
    const page = await desk.get(path);
    expect(page.text).toContain(kept?.sha256.slice(0, 16));
    expect((await desk.get(`${path}/files/${kept?.id}`)).status).toBe(200);
    expect((await o.at('leader').get(`${path}/files/${kept?.id}`)).status).toBe(200);
    expect((await o.at('resolver').get(`/desk/obligations/${mine.id}/files/${kept?.id}`)).status).toBe(200);
    expect((await o.at('resolver').get(`${path}/files/${kept?.id}`)).status).toBe(404);
  });

  test('the Ombudsman judges it; a page opened before is told that things moved', async () => {
    const [path, desk] = [`/desk/obligations/${mine.id}`, o.at('resolver')];
    expect((await desk.get('/desk/obligations?view=waiting')).html).toContain(path);
    const page = (await desk.get(path)).html;
    const late = await o.at('head').send(path, `${path}/return`, { text: 'Tanda tangan belum ada (contoh).' });
    expect(late.status).toBe(303);
    const old = await desk.sendFrom(page, `${path}/carried-out`, { text: 'Sesuai.', lookedAt: 'Surat' });
    expect([old.status, old.text.includes('sudah berubah sejak Anda membukanya')]).toEqual([409, true]);
    await o.at('liaison').send(`/desk/owed/${mine.id}`, `/desk/owed/${mine.id}/report`, { text: 'Dilengkapi (contoh).' });
    const unseen = await desk.send(path, `${path}/carried-out`, { text: 'Sesuai.', lookedAt: '' });
    expect([unseen.status, unseen.html.includes('href="#lookedAt-carried-out"')]).toEqual([422, true]);
    const done = await desk.send(path, `${path}/carried-out`, { text: 'Sesuai.', lookedAt: 'Surat' });
    expect(done.status).toBe(303);
    expect((await o.at('liaison', 'en').get(`/desk/owed/${mine.id}`)).text).toContain('Carried out');
    expect((await o.at('head').get(`/desk/cases/${file.id}/obligations`)).html).toContain(path);
  });

  test('more time is asked by the agency and decided by the Ombudsman', async () => {
    const other = await issuedOnReview(o.t, await o.officer('preventer'));
    const path = `/desk/owed/${other.id}`;
    expect((await o.at('liaison').send(path, `${path}/ask-time`, { text: 'Anggaran (contoh)', days: 'lima' })).status).toBe(422);
    expect((await o.at('liaison').send(path, `${path}/ask-time`, { text: 'Anggaran (contoh)', days: '5' })).status).toBe(303);
    const theirs = `/desk/obligations/${other.id}`;
    const decided = await o.at('preventer').send(theirs, `${theirs}/grant-time`, { text: 'Wajar (contoh)', days: '5' });
    expect(decided.status).toBe(303);
    const after = await obligationById(o.t.db, other.id);
    expect(after?.dueAt.epochMilliseconds).toBeGreaterThan(other.dueAt.epochMilliseconds);
    expect((await o.at('liaison').get(path)).text).toContain('Tambahan waktu disetujui');
  });
});
