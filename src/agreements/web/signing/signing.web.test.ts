import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ASSETS_FOLDER } from '../../../design/assets.ts';
import { statusPages } from '../../../design/index.ts';
import { actorFor, examplePersonId } from '../../../directory/index.ts';
import { mountSignIn } from '../../../directory/web/sign-in/routes.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import { composePdf, knownCertificates, verifySeal } from '../../../platform/documents/index.ts';
import { readSealed } from '../../../platform/files/seal.ts';
import { createApp } from '../../../platform/http/app.ts';
import { loadAssets } from '../../../platform/http/assets.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { exampleAccounts, signedInPersonId } from '../../../platform/sign-in/index.ts';
import { signInTables } from '../../../platform/sign-in/tables.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { Visitor } from '../../../platform/testing/visitor.ts';
import { confirmFile } from '../../actions/files/confirm-file.ts';
import {
  openedForSigning,
  present,
  signatoryOf,
  writtenCommitment,
  writtenMemorandum,
} from '../../actions/signing/signing.test-support.ts';
import { CAST, type Cast, type CastName, castOf, draftedAgreement } from '../../cast.test-support.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import { hasSigned } from '../../rules/signing/turn.ts';
import { filesOf } from '../../store/files.ts';
import { plannedDay } from '../../store/signing/ceremonies.ts';
import { lastRound, papersOf, signaturesOf } from '../../store/signing/rounds.ts';
import { mountPublic } from '../public/routes.ts';
import { Browser } from '../register/register.test-support.ts';
import { mountRegister } from '../register/routes.ts';
import { mountSigning } from './routes.ts';

let t: TestDatabase;
let who: Cast;
let app: WebRoutes;
let scan: File;

beforeAll(async () => {
  t = await testDatabase({ settings: { rateLimitFactor: 1000 } });
  who = await castOf(t);
  app = createApp(t.tools, {
    pages: statusPages,
    assets: await loadAssets(ASSETS_FOLDER),
    mount(routes) {
      mountSignIn(routes);
      mountSigning(routes);
      mountRegister(routes);
      mountPublic(routes);
    },
    async actorOf(c): Promise<Actor> {
      // Signing needs a session with its phone; whoever only reads and writes comes with a header.
      const personId = (await signedInPersonId(c)) ?? c.req.header('X-Test-Person');
      const today = dayOf(t.tools.clock.now(), 'Asia/Jakarta');
      return (personId && (await actorFor(t.db, personId, today))) || { kind: 'visitor' };
    },
  });
  const bytes = await composePdf({
    ...{ title: 'Pindaian (contoh)', lang: 'id', author: 'Tuntas', at: new Date('2026-03-17T02:00:00Z') },
    blocks: [{ kind: 'heading', level: 1, text: 'Naskah bertanda tangan (contoh)' }],
  });
  scan = new File([new Uint8Array(bytes)], 'naskah.pdf', { type: 'application/pdf' });
});
afterAll(() => t.close());

const at = (name: CastName | 'nobody', language: 'id' | 'en' = 'id') => {
  const person: Record<string, string> = name === 'nobody' ? {} : { 'X-Test-Person': examplePersonId(CAST[name]) };
  return new Browser(new Visitor(app, { ...person, 'Accept-Language': language }));
};

/** The phone of an example account: each code is good once, so time goes on for the next. */
async function codeOf(name: CastName): Promise<string> {
  t.setNow(t.tools.clock.now().add({ seconds: 60 }).toString());
  const code = (await exampleAccounts(t.tools)).find(({ email }) => email === CAST[name])?.code;
  if (!code) throw new Error(`no code of ${name}`);
  return code;
}

/** Somebody in a browser of their own, signed in with password and phone. */
async function signedIn(name: CastName): Promise<Browser> {
  const browser = new Browser(new Visitor(app, { 'Accept-Language': 'id' }));
  await enter(browser, name);
  return browser;
}

async function enter(browser: Browser, name: CastName): Promise<void> {
  const first = await browser.send('/sign-in', '/sign-in', { email: CAST[name], password: 'layanan publik tuntas' });
  const done = await browser.send(first.location ?? '', '/sign-in/code', { code: await codeOf(name) });
  expect(done.status, done.text).toBe(303);
}

const pathOf = ({ code }: Pick<Agreement, 'code'>, section: string) => `/desk/agreements/${code}/${section}`;
const openMemorandum = async () => openedForSigning(t, await who('preventer'), await writtenMemorandum(t, who));

describe('drafting', () => {
  test('the text begins from its template, is commented by the other side, answered, changed and agreed', async () => {
    const agreement = await writtenMemorandum(t, who);
    const text = pathOf(agreement, 'text');
    const [writer, other] = [at('preventer'), at('coordinator')];
    const shown = await writer.get(text);
    expect(shown.text).toContain('Pasal 1 \u00b7 Dasar hukum');
    expect(shown.text).toContain('Undang-Undang Nomor 37 Tahun 2008 (contoh)');
    expect(shown.text).toContain('sampai dengan 16 Maret 2031');
    expect(shown.html).not.toContain('{maksud}');
    expect((await other.get(text)).html).not.toContain('/sections/');
    expect((await at('outsider').get(text)).status).toBe(404);

    const empty = await other.send(text, `${text}/comment/ruang-lingkup`, { 'body-comment-ruang-lingkup': '  ' });
    expect(empty.status).toBe(422);
    const said = await other.send(text, `${text}/comment/ruang-lingkup`, {
      'body-comment-ruang-lingkup': 'Mohon ditambah pelatihan petugas.',
    });
    expect(said.status).toBe(303);
    const commented = await writer.get(text);
    expect(commented.text).toContain('Mohon ditambah pelatihan petugas.');
    expect(commented.text).toContain('1 tanggapan terbuka');
    const id = /id="c-([0-9a-f-]{36})"/.exec(commented.html)?.[1] ?? '';
    const settle = await writer.send(text, `${text}/answer/${id}`, {
      [`body-answer-${id}`]: 'Ditambahkan di Pasal 3.',
      [`then-answer-${id}`]: 'settle',
    });
    expect(settle.status).toBe(303);
    expect((await other.get(text)).text).toContain('Tidak ada tanggapan terbuka');

    const own = `${text}/sections/ruang-lingkup`;
    const edited = await writer.send(own, own, { body: 'Ruang lingkup:\n\n{ruang-lingkup}\n\nTermasuk pelatihan petugas.' });
    expect(edited.status).toBe(303);
    const versions = await other.get(`${text}/versions?from=1&to=2`);
    expect(versions.html).toMatch(/<ins>[^<]*pelatihan petugas/);
    const agreed = await other.send(text, `${text}/consent`, {});
    expect(agreed.status).toBe(303);
    expect((await writer.get(text)).text).toContain('Kabupaten Klungkung: Setuju');
  });

  test('two who change one section at once: the second sees both and loses nothing; different sections are in nobody\u2019s way', async () => {
    const agreement = await writtenMemorandum(t, who);
    const own = `${pathOf(agreement, 'text')}/sections/pembiayaan`;
    const [one, second] = [at('preventer'), at('head')];
    const stale = (await second.get(own)).html;
    const otherSection = `${pathOf(agreement, 'text')}/sections/perubahan`;
    const staleOther = (await second.get(otherSection)).html;
    expect((await one.send(own, own, { body: 'Ditanggung Pihak Kesatu.' })).status).toBe(303);
    const late = await second.sendFrom(stale, own, { body: 'Ditanggung Pihak Kedua.' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('Ditanggung Pihak Kedua.');
    expect(late.html).toMatch(/<del>[^<]*Kesatu/);
    expect((await second.sendFrom(late.html, own, { body: 'Ditanggung bersama.' })).status).toBe(303);
    expect((await second.sendFrom(staleOther, otherSection, { body: 'Perubahan dibuat tertulis.' })).status).toBe(303);
    const now = await one.get(pathOf(agreement, 'text'));
    expect(now.text).toContain('Ditanggung bersama.');
    expect(now.text).toContain('Perubahan dibuat tertulis.');
  });

  test('a word in braces that nobody knows keeps it from being settled, and is named', async () => {
    const agreement = await writtenMemorandum(t, who);
    const text = pathOf(agreement, 'text');
    const own = `${text}/sections/pembiayaan`;
    await at('preventer').send(own, own, { body: 'Dibayar menurut {anggaran-rahasia}.' });
    expect((await at('preventer').get(text)).text).toContain('{anggaran-rahasia}');
    const step = `/desk/agreements/${agreement.code}/steps/settle`;
    const refused = await at('preventer').send(step, step, {});
    expect(refused.status).toBe(409);
    expect(refused.text).toContain(AGREEMENT_REFUSALS['agreement.not-ready'].id);
  });

  test('sections are added, moved and removed; an earlier version comes back as a new one; the draft says on its face what it is', async () => {
    const agreement = await writtenMemorandum(t, who);
    const text = pathOf(agreement, 'text');
    const writer = at('preventer');
    const none = await writer.send(`${text}/sections/new`, `${text}/sections/new`, { heading: '', body: '' });
    expect(none.status).toBe(422);
    const added = await writer.send(`${text}/sections/new`, `${text}/sections/new`, {
      ...{ heading: 'Publikasi', body: 'Hasilnya diumumkan.', kind: 'article', after: 'maksud' },
    });
    expect(added.status).toBe(303);
    const shown = await writer.get(text);
    expect(shown.text).toContain('Pasal 3 \u00b7 Publikasi');
    const key = /sections\/(b[0-9a-f-]{36})/.exec(shown.html)?.[1] ?? '';
    await writer.send(`${text}/sections/${key}`, `${text}/sections/${key}/move`, { way: 'up' });
    expect((await writer.get(text)).text).toContain('Pasal 2 \u00b7 Publikasi');
    await writer.send(`${text}/sections/${key}`, `${text}/sections/${key}/remove`, {});
    expect((await writer.get(text)).text).not.toContain('Publikasi');
    const back = await writer.send(`${text}/versions?from=2&to=4`, `${text}/versions/2/restore`, {});
    expect(back.status).toBe(303);
    expect((await writer.get(text)).text).toContain('Pasal 3 \u00b7 Publikasi');
    const draft = await writer.raw(`${text}/draft.pdf`);
    expect([draft.status, draft.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
    expect((await at('outsider').raw(`${text}/draft.pdf`)).status).toBe(404);
  });
});

describe('signing in the application', () => {
  test('page by page: wrong codes first, a code counts once, and a session that ends while signing loses nothing', {
    timeout: 120_000,
  }, async () => {
    const agreement = await openMemorandum();
    const signing = pathOf(agreement, 'signing');
    const head = await signedIn('head');
    const { id } = signatoryOf(agreement, 'Kepala Perwakilan');
    const [code, read] = [`code-sign-${id}`, `read-sign-${id}`];
    const action = `${signing}/sign/${id}`;
    const page = await head.get(signing);
    expect(page.text).toContain('Anda menandatangani sebagai Kepala Perwakilan');
    expect(page.text).toContain('diminta sejak');
    expect(page.text).not.toContain('Menunggu giliran Anda');

    const unread = await head.send(signing, action, { [code]: '123456' });
    expect([unread.status, unread.text.includes(AGREEMENT_REFUSALS['agreement.not-read'].id)]).toEqual([422, true]);
    const wrong = await head.send(signing, action, { [read]: 'yes', [code]: '000000' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Kode tidak cocok');
    expect(wrong.html).toMatch(new RegExp(`name="${read}"[^>]*checked`));
    expect(wrong.html).not.toContain('000000');
    const missing = await head.send(signing, action, { [read]: 'yes', [code]: '' });
    expect(missing.text).toContain(AGREEMENT_REFUSALS['agreement.totp-missing'].id);

    await signInTables(t.ownerDb).deleteFrom('sign_in.sessions').execute();
    const form = page.html;
    const expired = await head.sendFrom(form, action, { [read]: 'yes', [code]: await codeOf('head') });
    expect(expired.status).toBe(303);
    expect(expired.location).toContain('/sign-in?return=');
    const kept = decodeURIComponent(/return=([^&]*)/.exec(expired.location ?? '')?.[1] ?? '');
    expect((await present(t, agreement)).signatories.some(hasSigned)).toBe(false);
    await enter(head, 'head');
    const offered = await head.get(kept);
    expect(offered.html).toContain(`action="${action}"`);
    expect(offered.text).not.toMatch(/[0-9a-f]{12}/);
    const again = await head.sendFrom(offered.html, action, {});
    expect(again.status).toBe(422);
    expect(again.text).toContain(AGREEMENT_REFUSALS['agreement.totp-missing'].id);
    expect(again.html).toMatch(new RegExp(`name="${read}"[^>]*checked`));
    const good = await codeOf('head');
    const signed = await head.sendFrom(again.html, action, { [code]: good });
    expect([signed.status, signed.location]).toEqual([303, signing]);
    expect(signatoryOf(await present(t, agreement), 'Kepala Perwakilan').method).toBe('application');

    const twice = await head.sendFrom(again.html, action, { [code]: good, extra: 'x' });
    expect(twice.status).toBe(303);
    const other = await openMemorandum();
    const otherSigning = pathOf(other, 'signing');
    const otherId = signatoryOf(other, 'Kepala Perwakilan').id;
    const used = await head.send(otherSigning, `${otherSigning}/sign/${otherId}`, {
      [`read-sign-${otherId}`]: 'yes',
      [`code-sign-${otherId}`]: good,
    });
    expect(used.text).toContain('Kode ini sudah dipakai');
    expect((await present(t, other)).signatories.some(hasSigned)).toBe(false);
  });

  test('the witness waits for the others, then completes it; the sealed document can be downloaded and verified', {
    timeout: 120_000,
  }, async () => {
    const agreement = await openMemorandum();
    const signing = pathOf(agreement, 'signing');
    const sign = async (name: CastName, position: string) => {
      const browser = await signedIn(name);
      const { id } = signatoryOf(agreement, position);
      return browser.send(signing, `${signing}/sign/${id}`, {
        [`read-sign-${id}`]: 'yes',
        [`code-sign-${id}`]: await codeOf(name),
      });
    };
    const early = await signedIn('leader');
    expect((await early.get(signing)).text).toContain('Belum giliran Anda');
    for (const [name, position] of [
      ['secretary', 'Sekretaris Daerah'],
      ['head', 'Kepala Perwakilan'],
      ['leader', 'Bupati'],
    ] as const)
      expect((await sign(name, position)).status, name).toBe(303);
    expect((await present(t, agreement)).state).toBe('signed');
    const download = await at('coordinator').raw(`${signing}/sealed.pdf`);
    const pdf = new Uint8Array(await download.arrayBuffer());
    const verdict = await verifySeal(pdf, await knownCertificates(t.tools));
    expect([verdict.state, verdict.seals.length]).toEqual(['intact', 3]);
    expect((await at('nobody').raw(`${signing}/sealed.pdf`)).status).toBe(303);
    const verify = async (bytes: Uint8Array) => {
      const file = new File([new Uint8Array(bytes)], 'dokumen.pdf', { type: 'application/pdf' });
      return (await at('nobody').send('/agreements/verify', '/agreements/verify', {}, { file })).text;
    };
    expect(await verify(pdf)).toContain('tercatat, tidak berubah, dan yang terbaru');
    const round = await lastRound(t.db, agreement.id);
    const [first] = await signaturesOf(t.db, agreement.id, 1);
    expect(await verify(await readSealed(t.tools, first?.file.key ?? ''))).toContain('sesudahnya ada yang menandatangani lagi');
    expect(await verify(await readSealed(t.tools, round?.file.key ?? ''))).toContain('tanpa tanda tangan');
    const changed = Buffer.from(pdf);
    changed[2000] = (changed[2000] ?? 0) ^ 1;
    expect(await verify(changed)).toContain('Isi berkas ini berubah sesudah disegel');
    expect(await verify(Buffer.from('bukan pdf'))).toMatch(/tidak dapat dibaca sebagai PDF|tidak tercatat/);
    const shown = await at('nobody').get(`/agreements/${agreement.code}`);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Sekretaris Daerah');
  });

  test('several documents of one day are signed with one code', async () => {
    const [first, second] = [await openMemorandum(), await openMemorandum()];
    const browser = await signedIn('secretary');
    const mine = '/desk/agreements/signing';
    const page = await browser.get(mine);
    for (const { code } of [first, second]) expect(page.text).toContain(code);
    const ids = [first, second].map((one) => signatoryOf(one, 'Sekretaris Daerah').id);
    const nobody = await browser.sendFrom(page.html, mine, { chosen: [], read: 'yes', code: '123456' });
    expect(nobody.status).toBe(422);
    const signed = await browser.sendFrom(page.html, mine, { chosen: ids, read: 'yes', code: await codeOf('secretary') });
    expect([signed.status, signed.location]).toEqual([303, mine]);
    for (const one of [first, second]) expect(signatoryOf(await present(t, one), 'Sekretaris Daerah').signedAt).not.toBeNull();
  });

  test('whoever declines says why; the other side reads it, the public does not', async () => {
    const agreement = await openMemorandum();
    const signing = pathOf(agreement, 'signing');
    const { id } = signatoryOf(agreement, 'Kepala Perwakilan');
    const silent = await at('head').send(signing, `${signing}/decline/${id}`, {});
    expect(silent.status).toBe(422);
    const said = await at('head').send(signing, `${signing}/decline/${id}`, {
      [`reason-decline-${id}`]: 'Pasal 5 belum dibahas.',
    });
    expect(said.status).toBe(303);
    expect((await at('coordinator').get(signing)).text).toContain('Alasan: Pasal 5 belum dibahas.');
    expect((await at('preventer').send(signing, `${signing}/again/${id}`, {})).status).toBe(303);
    const stop = await at('preventer').send(signing, `${signing}/stop`, { 'reason-stop': 'Pasal 5 dibahas lagi.' });
    expect(stop.status).toBe(303);
    const shown = await at('coordinator').get(signing);
    expect(shown.text).toContain('Pasal 5 dibahas lagi.');
  });
});

describe('the paper way on its pages', () => {
  test('a scan that is no PDF is refused with everything typed kept; the right one is compared by a second person', async () => {
    const agreement = await openMemorandum();
    const signing = pathOf(agreement, 'signing');
    const coordinator = at('coordinator');
    const typed = {
      ...{
        'who-paper': agreement.signatories.map(({ id }) => id),
        'on-paper-day': '16',
        'on-paper-month': '3',
        'on-paper-year': '2026',
      },
    };
    const wrong = await coordinator.send(signing, `${signing}/paper`, typed, {
      'file-paper': new File(['bukan pdf'], 'naskah.pdf', { type: 'application/pdf' }),
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain(AGREEMENT_REFUSALS['agreement.scan-no-pdf'].id);
    expect(wrong.html).toMatch(/name="on-paper-year"[^>]*value="2026"/);
    expect(wrong.html.match(/name="who-paper"[^>]*checked/g)).toHaveLength(3);
    const right = await coordinator.send(signing, `${signing}/paper`, typed, { 'file-paper': scan });
    expect(right.status).toBe(303);
    const [paper] = await papersOf(t.db, agreement.id);
    expect((await coordinator.get(signing)).text).toContain('orang lain yang mencocokkan');
    // Comparing it among the files would not count the signatures; nothing is given out before.
    const order = { agreementId: agreement.id, fileId: paper?.fileId ?? '' };
    expect(await confirmFile(t.tools, await who('preventer'), order)).toMatchObject({ refusal: 'agreement.compare-at-signing' });
    expect((await filesOf(t.db, agreement.id)).map(({ isPublic }) => isPublic)).toEqual([false]);
    const confirmed = await at('preventer').send(signing, `${signing}/confirm/${paper?.id}`, {});
    expect(confirmed.status).toBe(303);
    const signed = await present(t, agreement);
    expect([signed.state, signed.evidence, String(signed.signedOn)]).toEqual(['signed', 'paper', '2026-03-16']);
    expect((await at('nobody').raw(`/agreements/${agreement.code}/files/${paper?.fileId}`)).status).toBe(200);
  });
});

describe('commitments and ceremonies in public', () => {
  test('everybody sees who has signed a commitment and who has not', async () => {
    const coordinator = await who('coordinator');
    const codes = ['51.05.dinkes', '51.05.disdik'];
    const people = new Map(codes.map((code) => [code, examplePersonId(`kepala-${code.split('.').at(-1)}@klungkung.example`)]));
    const agreement = await openedForSigning(t, coordinator, await writtenCommitment(t, coordinator, codes, people));
    const list = await at('nobody').get('/agreements/commitments');
    expect(list.text).toContain('0 dari 2 menandatangani');
    expect(list.text).toContain('Kepala 51.05.dinkes');
    expect((await lastRound(t.db, agreement.id))?.outcome).toBeNull();
    expect(list.text).toContain('diminta sejak');
    expect(list.text).not.toContain('Yang sudah menandatangani');
    await sql`UPDATE agreements.signatories SET method = 'paper', signed_at = '2026-03-12T02:00:00Z'
      WHERE agreement_id = ${agreement.id}::uuid AND ordinal = (SELECT min(ordinal) FROM agreements.signatories WHERE agreement_id = ${agreement.id}::uuid)
        AND position = 'Kepala 51.05.dinkes'`.execute(t.ownerDb);
    const later = (await at('nobody').get('/agreements/commitments')).text;
    expect(later).toMatch(/1 dari 2 menandatangani\s*Yang sudah menandatangani\s*Kepala 51\.05\.dinkes \([^)]+\), 12 Mar 2026/);
    expect(later).toMatch(/Kepala 51\.05\.disdik \([^)]+\), diminta sejak \d+ \w+ 2026/);
  });

  test('the sheet has a proposed order, is printed, and the press page opens only when it is opened', async () => {
    const agreement = await openMemorandum();
    const list = '/desk/agreements/ceremonies';
    const by = at('preventer');
    const wrong = await by.send(`${list}/new`, `${list}/new`, { title: 'Penandatanganan (contoh)', documents: 'NK-1999-0001' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('NK-1999-0001');
    const typed = {
      ...{ title: 'Penandatanganan bersama (contoh)', documents: agreement.code, place: 'Balai Budaya', press: 'Terima kasih.' },
      ...{ 'on-day': '20', 'on-month': '3', 'on-year': '2026' },
    };
    expect((await by.send(`${list}/new`, `${list}/new`, { ...typed, items: 'jam sembilan' })).status).toBe(422);
    const made = await by.send(`${list}/new`, `${list}/new`, typed);
    expect(made.status, made.text).toBe(303);
    const sheet = await by.get(made.location ?? '');
    expect(sheet.text).toContain('09.00');
    expect(sheet.text).toContain('Bupati');
    expect((await by.get(list)).text).toContain('Penandatanganan bersama (contoh)');
    const pdf = await by.raw(`${made.location}/sheet.pdf`);
    expect(pdf.headers.get('Content-Type')).toBe('application/pdf');
    const press = `/agreements/ceremonies/${made.location?.split('/').at(-1)}`;
    expect((await at('nobody').get(press)).status).toBe(404);
    await by.send(made.location ?? '', `${made.location}/publish`, {});
    const shown = await at('nobody', 'en').get(press);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Terima kasih.');
    expect(shown.text).toMatch(/Signatures of 2 signatories\s+0/);
    expect(shown.text).toContain('Bali');
    expect((await at('outsider').get(made.location ?? '')).status).toBe(404);
    // Whoever reads the signed document finds the way to it.
    await sql`UPDATE agreements.agreements SET state = 'signed', signed_on = '2026-03-16', in_force_from = '2026-03-16',
      evidence = 'application' WHERE id = ${agreement.id}::uuid`.execute(t.ownerDb);
    expect((await at('nobody').get(`/agreements/${agreement.code}`)).html).toContain(`href="${press}"`);
  });

  test('the press page keeps drafts to itself, and a day is set by whoever prepares the document', async () => {
    const agreement = await openMemorandum();
    const draft = await draftedAgreement(t, await who('preventer'), { title: 'Rahasia sampai selesai (contoh)' });
    const new_ = '/desk/agreements/ceremonies/new';
    const typed = {
      ...{ title: 'Dua naskah (contoh)', documents: `${agreement.code}\n${draft.code}` },
      ...{ 'on-day': '21', 'on-month': '3', 'on-year': '2026' },
    };
    const others = await at('coordinator').send(new_, new_, typed);
    expect(others.status).toBe(422);
    expect(others.text).toContain('disiapkan instansi lain');
    const by = at('preventer');
    const made = await by.send(new_, new_, typed);
    await by.send(made.location ?? '', `${made.location}/publish`, {});
    const press = `/agreements/ceremonies/${made.location?.split('/').at(-1)}`;
    const shown = await at('nobody').get(press);
    expect(shown.text).not.toContain('Rahasia sampai selesai');
    expect(shown.text).toMatch(/Dokumen\s+1 /);
    expect(shown.text).not.toContain('belum ditampilkan');
    expect((await by.get(press)).text).toContain('1 dokumen belum ditampilkan');
    // A day that somebody else had set in an earlier time says nothing about when it is signed.
    expect(String(await plannedDay(t.db, agreement.id))).toBe('2026-03-21');
    const other = (await who('coordinator')).positions[0]?.agencyId;
    await sql`UPDATE agreements.ceremonies SET keeper_id = ${other}::uuid`.execute(t.db);
    expect(await plannedDay(t.db, agreement.id)).toBeNull();
  });
});
