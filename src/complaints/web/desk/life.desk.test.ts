import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { categoryTree, suggestOffices } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { statusOf } from '../../rules/status.ts';
import { AtDesk, appoint, type DeskTest, deskTest, filed, fresh, hiddenIn, idOf } from './desk.test-support.ts';

let test_: DeskTest;
let national: AtDesk;
let coordinator: AtDesk;
let pupr: AtDesk;
let dishub: AtDesk;
let leader: AtDesk;
let badung: AtDesk;

beforeAll(async () => {
  test_ = await deskTest();
  const at = async (code: string, kind: Parameters<typeof appoint>[2]) =>
    new AtDesk(test_, (await appoint(test_, code, kind)).personId);
  national = await at('kemenpanrb', 'national-verifier');
  coordinator = await at('51.05', 'agency-coordinator');
  pupr = await at('51.05.pupr', 'liaison-officer');
  dishub = await at('51.05.dishub', 'liaison-officer');
  leader = await at('51.05', 'regional-leader');
  badung = await at('51.03', 'agency-coordinator');
});
afterAll(() => test_.close());

const file = (complaint: { trackingNumber: string }) => `/desk/complaints/${complaint.trackingNumber}`;

/** A complaint at the public works office of Klungkung, through the desks' own forms. */
async function atPupr(change: Parameters<typeof filed>[1] = {}) {
  const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05'), ...change });
  const path = file(complaint);
  const forwarded = await coordinator.submit(`${path}/forward`, {
    office: await idOf(test_, '51.05.pupr'),
    note: 'Mohon ditangani.',
  });
  expect([forwarded.status, forwarded.location]).toEqual([303, path]);
  const part = (await fresh(test_, complaint.id)).parts[0]?.id ?? '';
  return { complaint, path, part: `${path}/parts/${part}`, partId: part };
}

async function followedUp(change: Parameters<typeof filed>[1] = {}) {
  const at = await atPupr(change);
  const sent = await pupr.submit(`${at.part}/follow-up`, { text: 'Petugas meninjau besok.', confirmed: 'yes' });
  expect(sent.status).toBe(303);
  return at;
}

describe('verification through the forms', () => {
  test('the file shows steps only to those who may take them', async () => {
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05') });
    const page = await coordinator.get(file(complaint));
    expect(page.status).toBe(200);
    for (const step of ['forward', 'correct', 'ask-back', 'archive', 'send-up', 'note', 'release', 'identity']) {
      expect(page.text, step).toContain(`${file(complaint)}/${step}"`);
    }
    const read = await leader.get(file(complaint));
    expect(read.status).toBe(200);
    expect(read.text).not.toContain(`${file(complaint)}/forward`);
    for (const other of [pupr, badung]) {
      const hidden = await other.get(file(complaint));
      const unknown = await other.get('/desk/complaints/1000000009');
      expect([hidden.status, unknown.status]).toEqual([404, 404]);
    }
  });

  test('correct: class and flag need a reason, and move the deadline', async () => {
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05') });
    const path = `${file(complaint)}/correct`;
    const fields = { title: 'Jalan rusak parah', class: 'complaint', supervisory: 'yes', category: 'infrastructure' };
    const missing = await coordinator.submit(path, { ...fields, category: '', reason: '' });
    expect(missing.status).toBe(422);
    expect(missing.text).toContain('value="Jalan rusak parah"');
    const done = await coordinator.submit(path, { ...fields, category: '', reason: 'Ada dugaan pungutan.' });
    expect(done.status).toBe(303);
    const corrected = await fresh(test_, complaint.id);
    expect([corrected.title, corrected.supervisory]).toEqual(['Jalan rusak parah', true]);
    const nothing = await coordinator.submit(path, { ...fields, category: '', reason: '' });
    expect(nothing.status).toBe(422);
  });

  test('ask back pauses, and nothing else is offered meanwhile', async () => {
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05') });
    const path = file(complaint);
    expect((await coordinator.submit(`${path}/ask-back`, { question: '', reason: 'x' })).status).toBe(422);
    expect(
      (await coordinator.submit(`${path}/ask-back`, { question: 'Di ruas mana?', reason: 'Lokasi belum jelas.' })).status,
    ).toBe(303);
    expect(statusOf(await fresh(test_, complaint.id))).toBe('on-hold');
    const page = await coordinator.get(path);
    expect(page.text).toContain('Di ruas mana?');
    expect(page.text).not.toContain(`${path}/forward"`);
    expect((await coordinator.get(`${path}/forward`)).status).toBe(409);
  });

  test('archive with code and note, restore, and the reason stays readable', async () => {
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05') });
    const path = file(complaint);
    expect((await coordinator.submit(`${path}/archive`, { note: 'Sudah ada.' })).text).toContain('Pilih alasan pengarsipan');
    expect((await coordinator.submit(`${path}/archive`, { code: 'no-such-code', note: 'Sudah ada.' })).status).toBe(422);
    expect((await coordinator.submit(`${path}/archive`, { code: 'duplicate', note: 'Sudah ada.' })).status).toBe(303);
    expect((await coordinator.get(path)).text).toContain('Sudah ada.');
    expect((await coordinator.submit(`${path}/restore`, { reason: '' })).status).toBe(422);
    expect((await coordinator.submit(`${path}/restore`, { reason: 'Ternyata berbeda.' })).status).toBe(303);
    expect(statusOf(await fresh(test_, complaint.id))).toBe('received');
  });

  test('send up goes to the national desk, which has nobody to send it up to', async () => {
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05') });
    const path = file(complaint);
    expect((await coordinator.submit(`${path}/send-up`, { reason: 'pendek' })).status).toBe(422);
    expect((await coordinator.submit(`${path}/send-up`, { reason: 'Ini jalan nasional, bukan kabupaten.' })).status).toBe(303);
    expect((await fresh(test_, complaint.id)).deskAgencyId).toBe(await idOf(test_, 'kemenpanrb'));
    expect((await national.get(`${path}/send-up`)).status).toBe(409);
  });
});

describe('forwarding through the forms', () => {
  test('the search of the directory brings the form back filled', async () => {
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05') });
    const path = `${file(complaint)}/forward`;
    const dinkes = await idOf(test_, '51.05.dinkes');
    const found = await coordinator.submit(path, { find: 'yes', q: 'perhubungan', office: dinkes, note: 'Catatan saya.' });
    expect(found.status).toBe(200);
    expect(found.text).toContain('Catatan saya.');
    expect(found.text).toContain(await idOf(test_, '51.05.dishub'));
    expect(found.text).toMatch(new RegExp(`value="${dinkes}"[^>]*checked`));
    const none = await coordinator.submit(path, { note: '' });
    expect(none.status).toBe(422);
  });

  test('offices are suggested by category and region, with why, within the own government', async () => {
    const tree = await categoryTree(test_.t.db, dayOf(test_.t.tools.clock.now(), 'Asia/Makassar'));
    const codes = tree.flatMap((branch) => [branch.code, ...branch.children.map((child) => child.code)]);
    const pupr = await idOf(test_, '51.05.pupr');
    const suggests = await Promise.all(
      codes.map(async (code) => (await suggestOffices(test_.t.db, code, '51.05')).some(({ agency }) => agency.id === pupr)),
    );
    const categoryCode = codes[suggests.indexOf(true)] ?? null;
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05'), categoryCode });
    const page = await coordinator.get(`${file(complaint)}/forward`);
    const choice = page.text.slice(page.text.indexOf(`value="${pupr}"`));
    expect(choice.slice(0, 900)).toContain('Disarankan:');
  });

  test('a coordinator cannot forward out of the own government', async () => {
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05') });
    const refused = await coordinator.submit(`${file(complaint)}/forward`, { office: await idOf(test_, '51.03.pupr') });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('pemerintahan Anda sendiri');
  });

  test('to several offices; one returns and is excused, the other goes on', async () => {
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05') });
    const path = file(complaint);
    const offices = [await idOf(test_, '51.05.pupr'), await idOf(test_, '51.05.dishub')];
    expect((await coordinator.submit(`${path}/forward`, { office: offices })).status).toBe(303);
    const parts = (await fresh(test_, complaint.id)).parts;
    const ofDishub = parts.find((part) => part.agencyId === offices[1])?.id ?? '';
    expect((await dishub.submit(`${path}/parts/${ofDishub}/return`, { reason: 'Bukan urusan perhubungan.' })).status).toBe(303);
    expect((await coordinator.submit(`${path}/parts/${ofDishub}/excuse`, { reason: 'Benar, bukan urusannya.' })).status).toBe(
      303,
    );
    expect((await fresh(test_, complaint.id)).parts.find((part) => part.id === ofDishub)?.state).toBe('excused');
  });

  test('returned, redirected, returned: then the national desk decides, and it binds', async () => {
    const { complaint, path, part } = await atPupr();
    const reason = 'Jalan ini milik provinsi.';
    expect((await pupr.submit(`${part}/return`, { reason })).status).toBe(303);
    const redirected = await coordinator.submit(`${part}/redirect`, { office: await idOf(test_, '51.05.dishub'), note: '' });
    expect(redirected.status).toBe(303);
    expect((await dishub.submit(`${part}/return`, { reason })).status).toBe(303);
    const tooLate = await coordinator.get(`${part}/redirect`);
    expect(tooLate.status).toBe(404);
    expect((await national.get('/desk?kind=arbitrate')).text).toContain(path);
    expect((await national.submit(`${part}/redirect`, { office: await idOf(test_, '51.05.pupr'), note: '' })).status).toBe(303);
    const bound = await pupr.get(`${part}/return`);
    expect(bound.status).toBe(409);
    expect(statusOf(await fresh(test_, complaint.id))).toBe('forwarded');
  });

  test('the national desk hands it to a government, whose coordinator passes it on', async () => {
    const complaint = await filed(test_);
    const path = file(complaint);
    expect((await national.submit(`${path}/forward`, { office: await idOf(test_, '51.05') })).status).toBe(303);
    const part = (await fresh(test_, complaint.id)).parts[0]?.id ?? '';
    const choices = await coordinator.get(`${path}/parts/${part}/pass-on`);
    expect(choices.text).toContain(await idOf(test_, '51.05.pupr'));
    expect(choices.text).not.toContain(await idOf(test_, '51.03.pupr'));
    expect((await coordinator.submit(`${path}/parts/${part}/pass-on`, { note: 'x' })).status).toBe(422);
    expect((await coordinator.submit(`${path}/parts/${part}/pass-on`, { office: await idOf(test_, '51.05.pupr') })).status).toBe(
      303,
    );
    expect((await pupr.get(path)).status).toBe(200);
  });
});

describe('handling through the forms', () => {
  test('a follow-up is shown before it is sent, personal data marked', async () => {
    const { complaint, part } = await atPupr();
    const preview = await pupr.submit(`${part}/follow-up`, { text: 'Hubungi 0812-3456-7890 besok.' });
    expect(preview.status).toBe(200);
    expect(preview.text).toContain('<mark>0812-3456-7890</mark>');
    expect((await fresh(test_, complaint.id)).parts[0]?.state).toBe('forwarded');
    const mend = await pupr.send(`${part}/follow-up`, { ...hiddenIn(preview.text), mend: 'yes' });
    expect(mend.text).toContain('Hubungi 0812-3456-7890 besok.</textarea>');
    const sent = await pupr.send(`${part}/follow-up`, { ...hiddenIn(preview.text), confirmed: 'yes' });
    expect(sent.status).toBe(303);
    expect((await fresh(test_, complaint.id)).parts[0]?.state).toBe('in-progress');
  });

  test('reply, propose with proof, withdraw; files survive an error and a preview', async () => {
    const { complaint, path, part } = await followedUp();
    expect((await pupr.submit(`${part}/reply`, { text: 'Akan ditambal minggu ini.', confirmed: 'yes' })).status).toBe(303);
    const hidden = await pupr.hidden(`${part}/propose`);
    const proof = new File(['Berita acara penambalan.'], 'berita acara.txt', { type: 'text/plain' });
    const short = await pupr.sendFiles(`${part}/propose`, { ...hidden, text: 'Selesai.' }, [proof]);
    expect(short.status).toBe(422);
    expect(short.text).toContain('Berkas 1');
    const text = 'Lubang ditambal aspal panas pada 18 Maret 2026.';
    const preview = await pupr.send(`${part}/propose`, { ...hiddenIn(short.text), text });
    expect(preview.text).toContain('1 berkas terlampir');
    const sent = await pupr.send(`${part}/propose`, { ...hiddenIn(preview.text), confirmed: 'yes' });
    expect(sent.status).toBe(303);
    expect(statusOf(await fresh(test_, complaint.id))).toBe('awaiting-complainant');

    const page = await coordinator.get(path);
    const href = /href="([^"]*\/files\/[^"]*)"/.exec(page.text)?.[1] ?? '';
    const download = await coordinator.get(href);
    expect([download.status, download.text]).toEqual([200, 'Berita acara penambalan.']);
    expect((await badung.get(href)).status).toBe(404);

    expect((await pupr.submit(`${part}/withdraw`, { text: '' })).status).toBe(422);
    expect((await pupr.submit(`${part}/withdraw`, { text: 'Ternyata masih bocor.' })).status).toBe(303);
    expect(statusOf(await fresh(test_, complaint.id))).toBe('in-progress');
  });

  test('an internal note stays inside the government', async () => {
    const { path } = await atPupr();
    expect((await pupr.submit(`${path}/note`, { text: 'Tunggu anggaran perubahan.' })).status).toBe(303);
    const own = await coordinator.get(path);
    expect(own.text).toContain('tuntas-message--internal');
    expect(own.text).toContain('Tunggu anggaran perubahan.');
    expect((await leader.get(`${path}/note`)).status).toBe(404);
  });

  test('steps of another office, another position or another part answer like nothing', async () => {
    const { path, part } = await atPupr();
    const hidden = await pupr.hidden(`${part}/follow-up`);
    for (const [who, address] of [
      [dishub, `${part}/follow-up`],
      [badung, `${part}/follow-up`],
      [leader, `${part}/follow-up`],
      [leader, `${path}/correct`],
      [coordinator, `${part}/follow-up`],
      [pupr, `${path}/parts/00000000-0000-7000-8000-000000000000/follow-up`],
      [pupr, `${path}/parts/nonsense/follow-up`],
    ] as const) {
      expect((await who.get(address)).status, address).toBe(404);
      const own = { ...hidden, ...(await who.hidden('/desk')) };
      expect([403, 404]).toContain((await who.send(address, { ...own, text: 'Curang.' })).status);
    }
  });

  test('a form made from an older version comes back with what was typed, and then goes through', async () => {
    const { complaint, path, part } = await atPupr();
    const stale = await pupr.hidden(`${part}/follow-up`);
    expect((await coordinator.submit(`${path}/note`, { text: 'Sementara itu.' })).status).toBe(303);
    const moved = await pupr.send(`${part}/follow-up`, { ...stale, text: 'Tulisan panjang saya.', confirmed: 'yes' });
    expect(moved.status).toBe(409);
    expect(moved.text).toContain('Tulisan panjang saya.');
    expect(moved.text).toContain('sudah diubah orang lain');
    const again = await pupr.send(`${part}/follow-up`, {
      ...hiddenIn(moved.text),
      text: 'Tulisan panjang saya.',
      confirmed: 'yes',
    });
    expect(again.status).toBe(303);
    expect((await fresh(test_, complaint.id)).parts[0]?.state).toBe('in-progress');
  });
});
