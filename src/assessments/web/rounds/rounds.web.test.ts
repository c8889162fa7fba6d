import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messagesFor } from '../../../messages/index.ts';
import { personWith } from '../../actions/field.test-support.ts';
import { fill, good, idOf, nameProducts, openedRound, type RoundCast, roundCast } from '../../actions/round.test-support.ts';
import { assessmentsOfRound, loadAssessment } from '../../store/assessments.ts';
import { repliesOf } from '../../store/replies.ts';
import { loadRoundByCode } from '../../store/rounds.ts';
import { sheetsOf } from '../../store/sheets.ts';
import { AtDesk, PNG, type RoundsTest, roundsTest } from './rounds.test-support.ts';

let test_: RoundsTest;
let cast: RoundCast;
beforeAll(async () => {
  test_ = await roundsTest();
  cast = await roundCast(test_.t);
});
afterAll(() => test_.t.close());

const at = (player: keyof RoundCast, language: 'id' | 'en' = 'id') => new AtDesk(test_, cast[player].personId, language);
const day = (name: string, text: string) => {
  const [year = '', month = '', of = ''] = text.split('-');
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year };
};

const HEALTH = 2;
const SHORT = 'biaya';

const ROUND = '/desk/assessments/rounds/cerita-2026';

describe('a round from the plan to publication, page by page', () => {
  let assessmentId = '';
  const page = () => `/desk/assessments/${assessmentId}`;

  test('the plan: wrong first, then right, with everything typed kept', async () => {
    const manager = at('manager');
    const typed = {
      title: 'Penilaian Bali 2026 (contoh)',
      code: 'Cerita 2026',
      year: '2026',
      ...day('startsOn', '2026-03-01'),
      ...day('endsOn', '2026-02-01'),
      instrument: 'kepatuhan-2021/1',
      ownerAgencyId: await idOf(test_.t, 'ori'),
      seed: 'benih cerita 2026',
      secondRatingPercent: '25',
      replyDays: '5',
    };
    const wrong = await manager.submit('/desk/assessments/rounds/new', typed);
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Tulis kode putaran dengan huruf kecil');
    expect(wrong.html).toContain('hari selesai tidak boleh sebelum hari mulai');
    expect(wrong.html).toContain('value="Penilaian Bali 2026 (contoh)"');
    expect(wrong.html).toContain('Ketetapan bawaan Tuntas');
    const right = await manager.submit('/desk/assessments/rounds/new', {
      ...typed,
      code: 'cerita-2026',
      ...day('endsOn', '2026-06-30'),
      ...day('selfAssessmentUntil', '2026-03-31'),
    });
    expect([right.status, right.location]).toEqual([303, ROUND]);
  });

  test('agencies with the units they would get, then the units with a reason', async () => {
    const manager = at('manager');
    const offered = await manager.get(`${ROUND}/agencies?kind=regency-government&region=51`);
    expect(offered.html).toContain('Dinas Kesehatan Kabupaten Klungkung');
    // Of five of the eight regencies the directory knows no offices: that is said, not hidden.
    expect(offered.html).toContain('diperlukan 1, di direktori ada 0');
    const path = `${ROUND}/agencies?kind=regency-government&region=51`;
    const added = await manager.submit(path, { agency: await idOf(test_.t, '51.05') });
    expect(added.status).toBe(303);
    const round = await loadRoundByCode(test_.t.db, 'cerita-2026');
    [{ id: assessmentId } = { id: '' }] = await assessmentsOfRound(test_.t.db, round?.id ?? '');
    const units = `${ROUND}/units/${assessmentId}`;
    const rsud = await idOf(test_.t, '51.05.dinkes.rsud');
    const without = await manager.submit(`${units}/add`, { office: rsud, locus: '', reason: '' }, units);
    expect(without.status).toBe(422);
    expect(without.html).toContain('Tulis alasannya');
    const withReason = { office: rsud, locus: '', reason: 'Banyak laporan tentang antrean' };
    expect((await manager.submit(`${units}/add`, withReason, units)).status).toBe(303);
    expect((await manager.get(units)).html).toContain('Ditambahkan: Banyak laporan tentang antrean');
    const removed = await manager.submit(`${units}/remove`, { unit: '5', removeReason: 'Keliru' }, units);
    expect(removed.status).toBe(303);
  });

  test('draw, team, open; nobody with a tie can be chosen', async () => {
    const manager = at('manager');
    const early = await manager.submit(`${ROUND}/open`, {}, ROUND);
    expect(early.status).toBe(409);
    expect(early.html).toContain('Undi lagi produk');
    // Reloaded, or read in the other language.
    const again = await manager.get(`${ROUND}/open`);
    expect([again.status, again.location]).toEqual([303, ROUND]);
    expect((await manager.submit(`${ROUND}/draw`, {}, ROUND)).status).toBe(303);
    expect((await manager.get(ROUND)).html).toMatch(/Diundi: 4 unit, 8 lembar, 1 unit dinilai ganda/);
    const tied = await personWith(test_.t, 'assessor', 'ori.bali');
    const ties = `/desk/assessments/ties?q=${encodeURIComponent('Dinas Kesehatan Kabupaten Klungkung')}`;
    const declare = new AtDesk(test_, tied.personId);
    const dinkes = await idOf(test_.t, '51.05.dinkes');
    expect((await declare.submit(ties, { agency: dinkes })).html).toContain('Pilih jenis hubungannya');
    expect((await declare.submit(ties, { agency: dinkes, kind: 'family' })).status).toBe(303);
    const team = await manager.get(`${ROUND}/team`);
    expect(team.html).toContain(`${tied.name} (Ada hubungan yang dinyatakan`);
    expect(team.html).not.toContain(`value="${tied.personId}"`);
    const [drawn] = await sheetsOf(test_.t.db, assessmentId, { rating: 2 });
    const forced = { [`first-${assessmentId}-1`]: tied.personId };
    expect((await manager.submit(`${ROUND}/team`, forced)).status).toBe(403);
    const chosen = {
      [`all-${assessmentId}`]: cast.assessor.personId,
      [`second-${assessmentId}-${drawn?.unitNo}`]: cast.second.personId,
    };
    expect((await manager.submit(`${ROUND}/team`, chosen)).status).toBe(303);
    expect((await manager.submit(`${ROUND}/open`, {}, ROUND)).status).toBe(303);
    const open = await manager.get(ROUND);
    expect(open.html).toContain('Berjalan');
    expect(open.html).toContain(`href="${ROUND}/scores"`);
  });

  test('the self-assessment is offered to the office, nothing else of the assessment is', async () => {
    const side = await at('liaison').get('/desk/assessments');
    expect(side.html).toContain(`${page()}/self`);
    const self = await at('liaison').get(`${page()}/self`);
    expect(self.html).toContain(`/field/${assessmentId}/${HEALTH}`);
    expect(self.html).not.toContain(`/field/${assessmentId}/1"`);
    for (const player of ['liaison', 'coordinator', 'leader'] as const) {
      expect((await at(player).get(page())).status).toBe(404);
      expect((await at(player).get(`${page()}/reply`)).status).toBe(404);
    }
    expect((await at('leader').get(`${page()}/self`)).status).toBe(404);
  });

  test('incomplete is not submitted, and the page says where', async () => {
    const assessor = at('assessor');
    const shown = await assessor.get(page());
    expect(shown.html).toContain('Belum lengkap');
    const refused = await assessor.get(`${page()}/step/submit`);
    expect(refused.html).toContain('Penilaian belum lengkap');
    expect(refused.html).toContain(`/field/${assessmentId}/1/1/1`);
    expect(refused.html).not.toContain(`action="${page()}/step/submit"`);
    await nameProducts(test_.t, assessmentId);
    const value = (indicator: { code: string }, { unitNo }: { unitNo: number }) =>
      unitNo === HEALTH && indicator.code === SHORT ? '0' : good(indicator as never);
    await fill(test_.t, assessmentId, { value });
    await fill(test_.t, assessmentId, { rating: 2, value });
    expect((await assessor.submit(`${page()}/step/submit`, {})).status).toBe(303);
  });

  test('the checker returns with a reason, then checks; the moderator compares, moderates, notifies', async () => {
    const checker = at('checker');
    const back = await checker.submit(`${page()}/step/return`, { reason: ' ' });
    expect(back.status).toBe(422);
    expect((await checker.submit(`${page()}/step/return`, { reason: 'Foto papan biaya kabur.' })).status).toBe(303);
    expect((await at('manager').get(page())).html).toContain('Foto papan biaya kabur.');
    expect((await at('assessor').submit(`${page()}/step/submit`, {})).status).toBe(303);
    expect((await at('assessor').get(`${page()}/step/check`)).status).toBe(404);
    const unit = await checker.get(`${page()}/units/${HEALTH}`);
    expect(unit.html).toContain('Layanan (contoh)');
    expect(unit.html).toMatch(/Biaya atau tarif: 0,00/);
    expect(unit.html).toContain('/field/evidence/');
    expect((await at('assessor').get(`${page()}/units/${HEALTH}`)).status).toBe(404);
    expect((await checker.submit(`${page()}/step/check`, {})).status).toBe(303);
    const manager = at('manager');
    const compared = await manager.get(page());
    expect(compared.html).toContain('Bandingkan dengan unit sejenis');
    expect((await manager.submit(`${page()}/step/moderate`, {})).status).toBe(303);
    const before = await manager.get(`${page()}/step/notify`);
    expect(before.html).toContain('5 hari kerja sejak diberitahukan');
    test_.t.setNow('2026-03-17T15:00:00+08:00');
    expect((await manager.submit(`${page()}/step/notify`, {})).status).toBe(303);
    const told = await messagesFor(test_.t.db, { kind: 'assessment', id: assessmentId });
    expect(
      told
        .filter((one) => one.purpose === 'assessment.notified')
        .map((one) => one.recipient.id)
        .sort(),
    ).toEqual([cast.coordinator.personId, cast.leader.personId, cast.liaison.personId].sort());
  });

  test('the agency reads what falls short and replies; each office only for itself', async () => {
    const liaison = at('liaison');
    const result = await liaison.get(`${page()}/reply`);
    expect(result.html).toContain('Biaya atau tarif');
    expect(result.html).toContain('Yang perlu diperbaiki:');
    expect(result.html).toContain('Hasil sementara');
    expect(result.html).not.toContain('Dinas Pendidikan');
    expect(result.html).not.toContain(cast.assessor.name);
    const evidence = /\/field\/evidence\/[0-9a-f-]{36}/.exec(result.html)?.[0];
    expect(evidence).toBeDefined();
    const form = `${page()}/reply/${HEALTH}/${SHORT}`;
    expect((await liaison.get(`${page()}/reply/1/${SHORT}`)).status).toBe(404);
    // No button may send the reply before it is meant: files go with it, in one sending.
    expect((await liaison.get(form)).html).not.toContain('name="upload"');
    expect((await liaison.submitFiles(form, { text: '' }, [])).status).toBe(422);
    const bad = await liaison.submitFiles(form, { text: 'Papan biaya ada.' }, [new File(['<script>'], 'x.png')]);
    expect(bad.status).toBe(422);
    expect(bad.html).toContain('Papan biaya ada.');
    const photo = new File([PNG], 'papan.png', { type: 'image/png' });
    expect((await liaison.submitFiles(form, { text: 'Papan biaya ada di lobi.' }, [photo])).status).toBe(303);
    const kept = await liaison.get(`${page()}/reply`);
    expect(kept.html).toContain('Papan biaya ada di lobi.');
    const file = /\/desk\/assessments\/[0-9a-f-]{36}\/reply-files\/[0-9a-f-]{36}/.exec(kept.html)?.[0] ?? '';
    expect((await liaison.get(file)).status).toBe(200);
    expect((await at('manager').get(file)).status).toBe(200);
    const other = await personWith(test_.t, 'liaison-officer', '51.05.disdik');
    expect((await new AtDesk(test_, other.personId).get(file)).status).toBe(404);
    expect((await new AtDesk(test_, other.personId).get(`${page()}/reply`)).html).not.toContain('Papan biaya ada di lobi.');
  });

  test('both sides on one page, the answers put right, and both scores told', async () => {
    const manager = at('manager');
    const [reply] = await repliesOf(test_.t.db, assessmentId);
    const decide = `${page()}/replies/${reply?.id}`;
    const shown = await manager.get(decide);
    expect(shown.html).toContain('Kata instansi');
    expect(shown.html).toContain('Temuan penilai');
    expect((await manager.submit(decide, { decision: 'accepted', reasons: 'Papan terlihat pada foto.' })).html).toContain(
      'mengubah paling sedikit satu jawaban',
    );
    const products = (await sheetsOf(test_.t.db, assessmentId, { unitNo: HEALTH, rating: 1 })).filter(
      (one) => one.kind === 'product',
    );
    const corrected = Object.fromEntries(products.map((one) => [`answer-${one.sheetNo}`, 'yes']));
    const done = await manager.submit(decide, { decision: 'accepted', reasons: 'Papan terlihat pada foto.', ...corrected });
    expect(done.status).toBe(303);
    const told = await at('coordinator').get(`${page()}/reply`);
    expect(told.html).not.toContain('masih kurang');
    expect(await repliesOf(test_.t.db, assessmentId)).toMatchObject([{ state: 'accepted' }]);
    expect((await manager.get(decide)).html).toMatch(/Nilai instansi sebelum keputusan [\d,]+, sesudahnya 100,00/);
    expect((await at('checker').get(decide)).html).not.toContain('name="decision"');
  });

  test('late is late; waived is not waited for; the head publishes, and corrects with a decree', async () => {
    const due = (await loadAssessment(test_.t.db, assessmentId))?.replyDueAt;
    expect((await at('manager').get(`${page()}/step/finalise`)).html).toContain('Masa sanggah masih berjalan');
    expect((await at('liaison').get(`${page()}/reply`)).html).not.toContain('/reply/waive');
    test_.t.setNow(due?.add({ seconds: 1 }).toString() ?? '');
    const late = await at('liaison').get(`${page()}/reply/${HEALTH}/persyaratan`);
    expect(late.html).toContain('Masa sanggah sudah berakhir');
    expect((await at('manager').submit(`${page()}/step/finalise`, {})).status).toBe(303);
    expect((await at('manager').get(`${page()}/step/publish`)).status).toBe(404);
    expect((await at('head').submit(`${page()}/step/publish`, { decree: '12/2026 (contoh)' })).status).toBe(303);
    const head = at('head');
    const correction = `${page()}/correction?unit=${HEALTH}`;
    const [product] = (await sheetsOf(test_.t.db, assessmentId, { unitNo: HEALTH, rating: 1 })).filter(
      (one) => one.kind === 'product',
    );
    const answer = { [`answer-${product?.sheetNo}-persyaratan`]: 'no' };
    const wrong = await head.submitFiles(correction, { ...answer, reason: 'Papan keliru dibaca.', decree: '' }, []);
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Papan keliru dibaca.');
    const right = await head.submitFiles(
      correction,
      { ...answer, reason: 'Papan keliru dibaca.', decree: '15/2026 (contoh)' },
      [],
    );
    expect(right.status).toBe(303);
    expect((await at('coordinator').get(`${page()}/reply`)).html).toContain('versi 2 setelah koreksi');
    expect((await at('manager').get(ROUND)).html).toContain('Penilaian ganda: 100%');
    expect((await at('manager').submit(`${ROUND}/end`, {}, ROUND)).status).toBe(303);
  });
});

describe('who finds what', () => {
  test('visitors are asked to sign in, wherever', async () => {
    const visitor = new AtDesk(test_, '');
    for (const path of ['/desk/assessments', '/desk/assessments/rounds/cerita-2026', '/desk/assessments/ties'])
      expect((await visitor.get(path)).location).toBe(`/sign-in?return=${encodeURIComponent(path)}`);
  });

  test('the plan is for planners; an assessor of elsewhere sees no score', async () => {
    for (const path of ['/desk/assessments/rounds/new', `${ROUND}/plan`, `${ROUND}/agencies`, `${ROUND}/team`])
      for (const player of ['assessor', 'checker', 'coordinator'] as const)
        expect((await at(player).get(path)).status, path).toBe(404);
    expect((await at('coordinator').get(ROUND)).status).toBe(404);
    const kepri = new AtDesk(test_, (await personWith(test_.t, 'assessment-checker', 'ori.kepulauan-riau')).personId);
    const seen = await kepri.get(ROUND);
    expect(seen.status).toBe(200);
    expect(seen.html).not.toMatch(/99,\d\d|100,00/);
  });

  test('someone else was faster: told so, nothing lost', async () => {
    const { assessments } = await openedRound(test_.t, cast, { code: 'lebih-cepat' });
    const path = `/desk/assessments/${assessments[0]?.id}`;
    await nameProducts(test_.t, assessments[0]?.id ?? '');
    await fill(test_.t, assessments[0]?.id ?? '');
    await fill(test_.t, assessments[0]?.id ?? '', { rating: 2 });
    expect((await at('assessor').submit(`${path}/step/submit`, {})).status).toBe(303);
    const stale = await at('checker').submit(`${path}/step/return`, { revision: '1', reason: 'Alasan yang ditulis lama.' });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('Alasan yang ditulis lama.');
  });

  test('an address that is none', async () => {
    const manager = at('manager');
    const nobody = '00000000-0000-7000-8000-000000000000';
    for (const path of [
      `/desk/assessments/${nobody}`,
      `/desk/assessments/${nobody}/reply`,
      '/desk/assessments/rounds/tidak-ada',
      '/desk/assessments/bukan',
    ])
      expect((await manager.get(path)).status, path).toBe(404);
  });

  test('every page in English too', async () => {
    const english = await at('manager', 'en').get(ROUND);
    expect(english.html).toContain('Ended');
    expect(english.html).not.toMatch(/Penilaian ganda|Instansi dalam putaran/);
  });
});
