import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addLine } from '../../actions/lines/add-line.ts';
import { editLine } from '../../actions/lines/edit-line.ts';
import { judgeReport } from '../../actions/lines/judge-report.ts';
import { dropLine } from '../../actions/lines/move-line.ts';
import { nameOfficer } from '../../actions/lines/name-officers.ts';
import { anOrder, draftedPlan, plannedLine, sign } from '../../actions/lines/plan.test-support.ts';
import { reportProgress } from '../../actions/lines/report-progress.ts';
import { day } from '../../rules/agreement.test-support.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import { type RegisterTest, registerTest } from '../register/register.test-support.ts';

/** Everybody can see what became of a plan after it was signed. */

let r: RegisterTest;
let plan: Agreement;
let withdrawn: Line;
let lowered: Line;
let short: Line;
let later: Line;
let never: Line;

beforeAll(async () => {
  r = await registerTest();
  r.t.setNow('2026-06-16T10:00:00+08:00');
  const { t, who } = r;
  const clerk = await who('preventer');
  plan = await draftedPlan(t, who);
  const make = (activity: string, given = {}) => plannedLine(t, who, plan, { activity, ...given });
  withdrawn = await make('Membangun loket (contoh)', { isPriority: true });
  lowered = await make('Melatih petugas (contoh)');
  short = await make('Menyusun standar (contoh)', { evidenceAsked: '' });
  never = await make('Salah ketik (contoh)');
  expect((await dropLine(t.tools, clerk, { lineId: never.id, version: null }, 'Salah ketik')).ok).toBe(true);
  await sign(t, plan.id);
  await sql`UPDATE agreements.agreements SET evidence = 'application' WHERE id = ${plan.id}::uuid`.execute(t.ownerDb);
  const at = (line: Line) => ({ lineId: line.id, version: null });
  expect((await dropLine(t.tools, clerk, at(withdrawn), 'Gedungnya dijual (contoh)')).ok).toBe(true);
  const lower = await anOrder(t, { activity: 'Melatih petugas (contoh)', targets: ['1', '2', '3', '4'] });
  expect((await editLine(t.tools, clerk, at(lowered), lower, 'Anggaran dipotong (contoh)')).ok).toBe(true);
  expect((await nameOfficer(t.tools, await who('liaison'), at(lowered), 'owner', (await who('liaison')).personId)).ok).toBe(true);
  const said = { asOf: day('2026-06-01'), text: 'Enam layanan (contoh)', isLast: true, forPublic: false, evidence: [] };
  const shortfall = 'Dua layanan pindah ke provinsi (contoh)';
  expect((await reportProgress(t.tools, await who('liaison'), at(short), { ...said, achieved: '6', shortfall })).ok).toBe(true);
  expect((await judgeReport(t.tools, await who('head'), at(short), { verdict: 'confirm', text: '' })).ok).toBe(true);
  const order = await anOrder(t, { activity: 'Kegiatan baru (contoh)' });
  const added = await addLine(t.tools, clerk, { agreementId: plan.id, version: null }, order);
  if (!added.ok) throw new Error('not added');
  later = added.value;
});
afterAll(() => r.t.close());

const page = async (path: string, language: 'id' | 'en' = 'id') =>
  r.at('nobody', language).get(`/agreements/${plan.code}${path}`);

describe('after the signing', () => {
  test('a line that was withdrawn stays in the list and on its page, with its day and reason; one dropped before it is nowhere', async () => {
    const list = (await page('/lines')).text;
    for (const said of ['Membangun loket', 'Dibatalkan setelah ditandatangani', 'Ditambahkan setelah ditandatangani'])
      expect(list).toContain(said);
    expect(list).toContain('Isinya diubah setelah ditandatangani');
    expect(list).not.toContain('Salah ketik');
    const own = (await page(`/lines/${withdrawn.ordinal}`)).text;
    expect(own).toContain('Dibatalkan pada 16 Jun 2026');
    expect(own).toContain('Gedungnya dijual (contoh)');
    expect((await page(`/lines/${withdrawn.ordinal}`, 'en')).text).toContain('Withdrawn on 16 Jun 2026');
    expect((await page(`/lines/${never.ordinal}`)).status).toBe(404);
    expect((await page('/lines?light=none')).text).not.toContain('Membangun loket');
    expect((await page(`/lines/${later.ordinal}`)).text).toContain('Ditambahkan setelah ditandatangani');
  });

  test('a change is told with what was before, what is now and why; who reports it by name is not', async () => {
    const { text, html } = await page(`/lines/${lowered.ordinal}`);
    expect(text).toContain('Yang diubah setelah ditandatangani');
    expect(text).toContain('Anggaran dipotong (contoh)');
    expect(text).toMatch(/Target triwulan IV 8 4/);
    expect(html).not.toContain('Petugas yang melapor');
  });

  test('what ended below its target is not kept, whoever agreed', async () => {
    const own = (await page(`/lines/${short.ordinal}`)).text;
    expect(own).toContain('Kuning');
    expect(own).toContain('Diakhiri di bawah target');
    expect(own).toContain('Dua layanan pindah ke provinsi (contoh)');
    const government = (await r.at('nobody').get('/agreements/governments/51.05')).text;
    expect(government).toMatch(/4 Dijanjikan/);
    expect(government).toMatch(/0 Ditepati tepat waktu/);
    expect(government).toMatch(/1 Diakhiri di bawah target/);
    expect(government).toMatch(/1 Dibatalkan setelah ditandatangani/);
    // Three quarters of one line of three; the withdrawn one is told beside it.
    const whole = (await page('')).text;
    expect(whole).toContain('25%');
    expect(whole).toContain('1 dibatalkan setelah ditandatangani');
  });
});
