import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import sharp from 'sharp';
import { test } from 'vitest';
import { takeFile } from '../../../platform/files/take-file.ts';
import { listen } from '../../../platform/http/server.ts';
import { launchBrowser, openPage } from '../../../platform/testing/browser.ts';
import { AtDesk, appoint, deskTest, filed, fresh, hiddenIn, idOf } from './desk.test-support.ts';

test('look', async () => {
  mkdirSync('/tmp/desk-shots', { recursive: true });
  const d = await deskTest();
  const id = async (code: string, kind: any) => (await appoint(d, code, kind)).personId;
  const nat = await id('kemenpanrb', 'national-verifier');
  const coo = await id('51.05', 'agency-coordinator');
  const pup = await id('51.05.pupr', 'liaison-officer');
  const lead = await id('51.05', 'regional-leader');
  const N = new AtDesk(d, nat);
  const C = new AtDesk(d, coo);
  const P = new AtDesk(d, pup);
  const office = await idOf(d, '51.05');
  d.t.setNow('2026-03-10T10:00:00+08:00');
  const late = await filed(d, {
    agencyId: office,
    title: 'Lampu jalan padam di Jalan Gajah Mada',
    categoryCode: 'infrastructure',
  });
  d.t.setNow('2026-03-17T10:00:00+08:00');
  const pic = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#6a8' } })
    .jpeg()
    .toBuffer();
  const keep = async (b: Uint8Array) => {
    const r = await takeFile(d.t.tools, b);
    if (!r.ok) throw r;
    const s = r.value;
    return {
      id: d.t.tools.random.id(),
      mediaType: s.mediaType,
      isImage: s.kind === 'picture',
      bytes: s.size,
      sha256: Buffer.from(s.sha256, 'hex'),
      storeKey: s.key,
      thumbnailKey: s.picture?.thumbnailKey ?? null,
      width: null,
      height: null,
    };
  };
  const anon = await filed(d, {
    anonymous: true,
    title: 'Pungutan liar di loket pelayanan',
    description:
      'Petugas loket bernama Wayan Sudarma meminta Rp50.000.\n\nNomor HP petugas 0812-3456-7890. Saya tinggal di Jalan Mawar 3.',
    contact: { name: 'Rekaan Pelapor', email: 'rekaan@contoh.example' },
    files: [await keep(pic), await keep(Buffer.from('surat'))],
  });
  const main = await filed(d, {
    agencyId: office,
    categoryCode: null,
    contact: { name: 'Rekaan Dua', phone: '+6281234567899' },
    files: [await keep(pic)],
  });
  await filed(d, { agencyId: office, class: 'information-request', title: 'Syarat mengurus akta kelahiran terlambat' });
  await filed(d, { agencyId: office, confidential: true, title: 'Dugaan penyalahgunaan bantuan sosial' });
  const dlh = await filed(d, { agencyId: office, title: 'Sampah menumpuk di pantai' });
  await C.submit(`/desk/complaints/${dlh.trackingNumber}/forward`, { office: await idOf(d, '51.05.dlh') });
  await N.submit(`/desk/complaints/${anon.trackingNumber}/forward`, {
    office: [await idOf(d, '51.05')],
    note: 'Mohon diperiksa.',
  });
  const m = `/desk/complaints/${main.trackingNumber}`;
  await C.submit(`${m}/forward`, {
    office: [await idOf(d, '51.05.pupr'), await idOf(d, '51.05.dishub')],
    note: 'Mohon ditangani bersama.',
  });
  const _part = (await fresh(d, main.id)).parts.find((_x) => true)!;
  const pp = `${m}/parts/${(await fresh(d, main.id)).parts[0]?.id}`;
  await P.submit(`${pp}/follow-up`, { text: 'Petugas meninjau lokasi besok pagi.', confirmed: 'yes' });
  await P.submit(`${m}/note`, { text: 'Anggaran pemeliharaan baru cair April.' });
  const hid = await P.hidden(`${pp}/reply`);
  const up = await P.sendFiles(`${pp}/reply`, { ...hid, text: 'Penambalan dijadwalkan 20 Maret.' }, [
    new File([new Uint8Array(pic)], 'a.jpg', { type: 'image/jpeg' }),
  ]);
  await P.send(`${pp}/reply`, { ...hiddenIn(up.text), confirmed: 'yes' });
  await C.submit(`${m}/release`, {
    title: 'Jalan berlubang di depan pasar',
    description: 'Sudah tiga minggu jalan di depan pasar berlubang.',
  });
  const server = await listen(d.app, { host: '127.0.0.1', port: 0 });
  const base = `http://127.0.0.1:${server.port}`;
  const browser = await launchBrowser();
  const only = process.env.LOOK?.split(',');
  const looks: [string, string, string][] = [
    ['desk-coordinator', coo, '/desk'],
    ['desk-unstaffed', coo, '/desk?unstaffed=yes'],
    ['desk-leader', lead, '/desk'],
    ['desk-empty', pup, '/desk?kind=work&q=takada'],
    ['list', coo, '/desk/complaints?status=received'],
    ['file-coordinator', coo, m],
    ['file-pupr', pup, m],
    ['file-anon', nat, `/desk/complaints/${anon.trackingNumber}`],
    ['forward', coo, `/desk/complaints/${late.trackingNumber}/forward`],
    ['correct', coo, `/desk/complaints/${late.trackingNumber}/correct`],
    ['archive', coo, `/desk/complaints/${late.trackingNumber}/archive`],
    ['propose', pup, `${pp}/propose`],
    ['release', nat, `/desk/complaints/${anon.trackingNumber}/release`],
    ['identity', nat, `/desk/complaints/${anon.trackingNumber}/identity`],
    ['follow-preview', pup, `${pp}/reply`],
  ];
  for (const [name, person, path] of looks) {
    if (only && !only.includes(name)) continue;
    for (const [screen, language, js] of [
      ['phone', 'id', false],
      ['desktop', 'en', true],
      ['desktop', 'id', true],
    ] as const) {
      const page = await openPage(browser, { screen, language, javaScript: js });
      await page.setExtraHTTPHeaders({ 'X-Test-Person': person });
      await page.goto(base + path);
      if (name === 'follow-preview') {
        await page.fill('#text', 'Hubungi Wayan Sudarma di 0812-3456-7890 untuk penjadwalan.');
        await page.click('.govuk-button-group button');
      }
      const wide = await page
        .evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        .catch(() => -1);
      if (wide > 0) console.log(name, screen, 'scrolls sideways', wide);
      await page.screenshot({ path: `/tmp/desk-shots/${name}-${screen}-${language}.png`, fullPage: true });
      if (js) {
        const axe = await new AxeBuilder({ page: page as never }).analyze();
        for (const v of axe.violations)
          console.log('AXE', name, language, v.impact, v.id, v.nodes.map((n) => n.html.slice(0, 140)).slice(0, 3));
      }
      await page.close();
    }
  }
  await browser.close();
  await server.close();
  await d.close();
}, 300_000);
