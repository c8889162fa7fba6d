import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AtDesk, PNG } from '../../../assessments/web/rounds/rounds.test-support.ts';
import { ASSETS_FOLDER } from '../../../design/assets.ts';
import { statusPages } from '../../../design/index.ts';
import { actorFor } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import { createApp } from '../../../platform/http/app.ts';
import { loadAssets } from '../../../platform/http/assets.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { caseNow } from '../../actions/examination/examination.test-support.ts';
import { finishExamination } from '../../actions/examination/finish-examination.ts';
import { commentOnLhp, decideOnComment } from '../../actions/findings/comment-on-lhp.ts';
import { issuedCase, reportingCase, revisionNow, value, writtenLhp } from '../../actions/findings/findings.test-support.ts';
import { formerActions } from '../../actions/findings/former-actions.ts';
import { handInLhp, reviewLhp, sealLhp } from '../../actions/findings/hand-in-lhp.ts';
import { type CastName, castOf } from '../../cast.test-support.ts';
import { respondentsOf } from '../../rules/case.ts';
import { LHP_SECTIONS } from '../../rules/findings/lhp.ts';
import { agreementsOf } from '../../store/findings/agreements.ts';
import { commentsOf } from '../../store/findings/comments.ts';
import { lhpInMaking } from '../../store/findings/lhps.ts';
import { obligationsOf } from '../../store/obligations/obligations.ts';
import { mountCasework } from '../routes.ts';

let t: TestDatabase;
let app: WebRoutes;
let officer: Awaited<ReturnType<typeof castOf>>;

beforeAll(async () => {
  t = await testDatabase({ settings: { rateLimitFactor: 1000 } });
  t.setNow('2026-03-16T09:00:00+08:00');
  officer = await castOf(t);
  app = createApp(t.tools, {
    pages: statusPages,
    assets: await loadAssets(ASSETS_FOLDER),
    mount: mountCasework,
    async actorOf(c): Promise<Actor> {
      const personId = c.req.header('X-Test-Person');
      const today = dayOf(t.tools.clock.now(), 'Asia/Jakarta');
      return (personId && (await actorFor(t.db, personId, today))) || { kind: 'visitor' };
    },
  });
});
afterAll(() => t.close());

const at = async (name: CastName, language: 'id' | 'en' = 'id') =>
  new AtDesk({ t, app }, (await officer(name)).personId, language);

describe('the pages of findings', () => {
  let path = '';
  let caseId = '';

  test('an LHP is written, handed in, reviewed, sealed and issued, page by page', async () => {
    const file = await reportingCase(t, officer, { secret: true });
    [caseId, path] = [file.id, `/desk/cases/${file.id}`];
    const findings = `${path}/findings`;
    const [examiner, reviewer, head] = [await at('examiner'), await at('resolver'), await at('head')];
    expect((await examiner.get(findings)).html).toContain('Yang perlu dikerjakan sekarang');
    expect((await examiner.submit(`${findings}/begin`, {}, findings)).status).toBe(303);
    for (const section of LHP_SECTIONS) {
      const own = `${findings}/text/${section}`;
      expect((await examiner.submit(own, { text: `Isi ${section} (contoh).` })).status).toBe(303);
    }
    const wrong = await examiner.submit(
      `${findings}/conclude`,
      { 'conclusion-conclude': 'ended', 'reason-conclude': ' ' },
      findings,
    );
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#reason-conclude"');
    expect((await examiner.submit(`${findings}/conclude`, { 'conclusion-conclude': 'found' }, findings)).status).toBe(303);
    const action = {
      'to-add-action': respondentsOf(file)[0]?.id ?? '',
      'text-add-action': 'Menerbitkan surat rujukan',
      'evidence-add-action': 'Salinan surat',
      'limit-add-action': 'other',
      'days-add-action': '10',
      'unit-add-action': 'hk',
    };
    const without = await examiner.submit(`${findings}/add-action`, { ...action, 'limit-reason-add-action': '' }, findings);
    expect([without.status, without.html.includes('Menerbitkan surat rujukan')]).toEqual([422, true]);
    expect(
      (await examiner.submit(`${findings}/add-action`, { ...action, 'limit-reason-add-action': 'mendesak' }, findings)).status,
    ).toBe(303);
    expect((await examiner.get(findings)).html).not.toContain('Ajukan untuk ditinjau</button>');
    const discussed = {
      'on-discuss-day': '16',
      'on-discuss-month': '3',
      'on-discuss-year': '2026',
      'who-discuss': (await officer('examiner')).personId,
      'said-discuss': 'Cukup (contoh).',
    };
    expect((await head.submit(`${findings}/discuss`, discussed, findings)).status).toBe(303);
    const preview = await examiner.get(`${findings}/preview/1`);
    expect(preview.html).toContain('Penjelasan Terlapor:');
    expect(preview.html).toContain('Tidak memberikan pelayanan');
    expect((await examiner.submit(`${findings}/hand-in`, {}, findings)).status).toBe(303);
    expect((await examiner.get(findings)).html).not.toContain(`${findings}/review"`);
    expect((await reviewer.submit(`${findings}/review`, {}, findings)).status).toBe(303);
    expect((await head.submit(`${findings}/seal`, {}, findings)).status).toBe(303);
    expect((await head.submit(`${findings}/issue`, {}, findings)).status).toBe(303);
    expect(await lhpInMaking(t.db, caseId)).toBeUndefined();
    expect((await caseNow(t, caseId)).stage).toBe('monitoring');
    expect((await head.get(findings)).html).toContain('Diterbitkan');
  });

  test('resolution: the file, a session, an agreement with a paper consent, all kept on refusal', async () => {
    const resolution = `${path}/resolution`;
    const resolver = await at('resolver');
    expect((await resolver.get(resolution)).html).toContain('Berkas dapat diserahkan ke resolusi setelah tenggatnya lewat');
    t.setNow('2026-06-01T09:00:00+08:00');
    expect((await resolver.submit(`${resolution}/hand-over`, { 'reason-hand-over': 'Waktu habis' }, resolution)).status).toBe(
      303,
    );
    const item = { 'report-handover': 'missing', 'note-report-handover': '' };
    expect((await resolver.submit(`${resolution}/handover`, item, resolution)).status).toBe(422);
    const plan = {
      'way-plan': 'mediation',
      'form-plan': 'together',
      'on-plan-day': '10',
      'on-plan-month': '6',
      'on-plan-year': '2026',
      'time-plan': '10.30',
      'place-plan': 'Ruang mediasi (contoh)',
      'mediator-plan': (await officer('resolver')).personId,
      'agenda-plan': 'Rujukan (contoh)',
    };
    const refused = await resolver.submit(`${resolution}/plan`, plan, resolution);
    expect([refused.status, refused.html.includes('Ruang mediasi (contoh)')]).toEqual([422, true]);
    expect((await resolver.submit(`${resolution}/plan`, { ...plan, 'form-plan': 'shuttle' }, resolution)).status).toBe(303);
    const shown = await resolver.get(resolution);
    expect(shown.html).toContain('Pelapor (melalui Ombudsman)');
    expect(shown.html).toContain('10.30 WITA');
    const agreement = {
      'way-write': 'mediation',
      'text-write': 'Isi kesepakatan (contoh).',
      'promise-1-write': 'Menerbitkan surat',
      'side-1-write': 'respondent',
      'due-1-write-day': '30',
      'due-1-write-month': '6',
      'due-1-write-year': '2026',
    };
    const undated = { ...agreement, 'due-1-write-day': '' };
    expect((await resolver.submit(`${resolution}/write`, undated, resolution)).status).toBe(422);
    expect((await resolver.submit(`${resolution}/write`, agreement, resolution)).status).toBe(303);
    const [written] = await agreementsOf(t.db, caseId);
    const step = `consent-${written?.id}`;
    const party = respondentsOf(await caseNow(t, caseId))[0]?.id ?? '';
    const consent = { [`party-${step}`]: party, [`how-${step}`]: 'paper', [`note-${step}`]: '' };
    const address = `${resolution}/consent/${written?.id}`;
    expect((await resolver.submitFiles(address, consent, [], { page: resolution })).status).toBe(422);
    const scan = new File([PNG], 'lembar.png', { type: 'image/png' });
    expect((await resolver.submitFiles(address, consent, [scan], { page: resolution, name: `scan-${step}` })).status).toBe(303);
    expect((await resolver.get(`${resolution}/scan/${written?.id}/1/${party}`)).status).toBe(200);
    expect((await resolver.get(`${resolution}/scan/${written?.id}/1/reporter`)).status).toBe(404);
  });

  test('closing lists what is still open and does not close before it was seen', async () => {
    const close = `${path}/close`;
    const resolver = await at('resolver');
    const page = await resolver.get(close);
    expect(page.html).toContain('Menerbitkan surat rujukan');
    const order = { 'action-close': 'close-corrected', 'reason-close': 'Selesai (contoh).' };
    expect((await resolver.submit(`${close}/close`, order, close)).status).toBe(409);
    expect((await caseNow(t, caseId)).stage).toBe('resolution');
  });

  test('after a re-examination the page asks of each former corrective action whether it stays, and keeps what was typed', async () => {
    const { id } = await reportingCase(t, officer);
    const findings = `/desk/cases/${id}/findings`;
    const target = { caseId: id, version: null };
    await writtenLhp(t, officer, id);
    await issuedCase(t, officer, id);
    await commentOnLhp(t.tools, { kind: 'complainant', complaintId: id }, { caseId: id, text: 'Ada saksi (contoh).', files: [] });
    const entryId = (await commentsOf(t.db, id))[0]?.entryId ?? '';
    const again = { entryId, decision: 're-examined', reason: 'Saksi baru', evidence: 'Keterangan saksi' } as const;
    value(await decideOnComment(t.tools, await officer('head'), target, again));
    const { version } = await caseNow(t, id);
    value(await finishExamination(t.tools, await officer('examiner'), { caseId: id, version }));
    await writtenLhp(t, officer, id);
    value(await handInLhp(t.tools, await officer('examiner'), target));
    value(await reviewLhp(t.tools, await officer('resolver'), { caseId: id, revision: await revisionNow(t, id) }));
    value(await sealLhp(t.tools, await officer('head'), { caseId: id, revision: await revisionNow(t, id), looked: true }));
    const [former] = await formerActions(t.db, id);
    const head = await at('head');
    const page = await head.get(findings);
    expect(page.html).toContain('Tindakan korektif dari hasil pemeriksaan sebelumnya');
    expect(page.html).toContain(`name="former-${former?.id}-issue"`);
    const none = await head.submit(`${findings}/issue`, {}, findings);
    expect(none.status).toBe(422);
    expect(none.html).toContain('Tentukan untuk setiap tindakan korektif sebelumnya');
    const withdraw = { [`former-${former?.id}-issue`]: 'withdraw' };
    const silent = await head.submit(`${findings}/issue`, withdraw, findings);
    expect(silent.status).toBe(422);
    expect(silent.html).toMatch(/value="withdraw"[^>]*checked/);
    const reason = { [`former-reason-${former?.id}-issue`]: 'Sudah tidak diperlukan (contoh).' };
    expect((await head.submit(`${findings}/issue`, { ...withdraw, ...reason }, findings)).status).toBe(303);
    expect((await obligationsOf(t.db, { caseId: id })).find((one) => one.id === former?.id)?.state).toBe('withdrawn');
  });

  test('every page opens in both languages, and not for the other side, the counter or visitors', async () => {
    const pages = ['findings', 'findings/preview/1', 'findings/text/opinion', 'resolution', 'recommendation', 'close'];
    const [resolver, english] = [await at('resolver'), await at('resolver', 'en')];
    for (const page of pages) {
      expect((await resolver.get(`${path}/${page}`)).status, page).toBe(200);
      const { status, html } = await english.get(`${path}/${page}`);
      expect([status, html.includes('lang="en"')], page).toEqual([200, true]);
      for (const other of ['liaison', 'coordinator', 'leader'] as const) {
        expect((await (await at(other)).get(`${path}/${page}`)).status, `${page} ${other}`).toBe(404);
      }
    }
  });
});
