import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeFile } from '../../../platform/files/take-file.ts';
import type { AcceptedFile } from '../../store/files.ts';
import { AtDesk, appoint, type DeskTest, deskTest, filed, fresh, idOf } from './desk.test-support.ts';

let test_: DeskTest;
let national: AtDesk;
let coordinator: AtDesk;
let pupr: AtDesk;

beforeAll(async () => {
  test_ = await deskTest();
  const at = async (code: string, kind: Parameters<typeof appoint>[2]) =>
    new AtDesk(test_, (await appoint(test_, code, kind)).personId);
  national = await at('kemenpanrb', 'national-verifier');
  coordinator = await at('51.05', 'agency-coordinator');
  pupr = await at('51.05.pupr', 'liaison-officer');
});
afterAll(() => test_.close());

const file = (complaint: { trackingNumber: string }) => `/desk/complaints/${complaint.trackingNumber}`;

async function kept(bytes: Uint8Array): Promise<AcceptedFile> {
  const taken = await takeFile(test_.t.tools, bytes);
  if (!taken.ok) throw new Error(taken.refusal);
  const stored = taken.value;
  return {
    id: test_.t.tools.random.id(),
    mediaType: stored.mediaType,
    isImage: stored.kind === 'picture',
    bytes: stored.size,
    sha256: Buffer.from(stored.sha256, 'hex'),
    storeKey: stored.key,
    thumbnailKey: stored.picture?.thumbnailKey ?? null,
    width: stored.picture?.width ?? null,
    height: stored.picture?.height ?? null,
  };
}

const picture = async () =>
  kept(
    await sharp({ create: { width: 300, height: 200, channels: 3, background: '#356' } })
      .jpeg()
      .toBuffer(),
  );
const letter = () => kept(Buffer.from('Surat dengan nama penulisnya.'));

const CONTACT = { name: 'Rekaan Zxqvb Pelapor', email: 'zxqvb@contoh.example', phone: '+6281234567890' };

describe('releasing to the public', () => {
  test('a text with findings needs the tick; what was typed stays, findings are marked', async () => {
    const complaint = await filed(test_, {
      agencyId: await idOf(test_, '51.05'),
      description: 'Jalan berlubang, hubungi saya di 0812-3456-7890 untuk foto.',
    });
    const path = `${file(complaint)}/release`;
    const first = await coordinator.get(path);
    expect(first.text).toMatch(/<textarea[^>]*>[^<]*\[disamarkan\]/);
    const typed = { title: 'Jalan berlubang', description: 'Hubungi 0812-3456-7890.' };
    const refused = await coordinator.submit(path, typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('<mark>0812-3456-7890</mark>');
    expect((await fresh(test_, complaint.id)).publicText).toBeNull();
    expect((await coordinator.submit(path, { ...typed, checked: 'yes' })).status).toBe(303);
    expect((await fresh(test_, complaint.id)).publicText?.title).toBe('Jalan berlubang');
    expect((await coordinator.submit(`${path}/withdraw`, { reason: '' }, path)).status).toBe(422);
    expect((await coordinator.submit(`${path}/withdraw`, { reason: 'Nomor telepon ikut terbit.' }, path)).status).toBe(303);
    expect((await fresh(test_, complaint.id)).publicText).toBeNull();
  });

  test('a confidential complaint says why not, and refuses a forged form', async () => {
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05'), confidential: true });
    const path = `${file(complaint)}/release`;
    const page = await coordinator.get(path);
    expect(page.text).toContain('tidak dapat diterbitkan');
    const hidden = await coordinator.hidden(`${file(complaint)}/note`);
    const forged = await coordinator.send(path, { ...hidden, title: 'Jalan berlubang', description: 'Isi.', checked: 'yes' });
    expect(forged.status).toBe(409);
  });

  test('an office does not find the page', async () => {
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05') });
    await coordinator.submit(`${file(complaint)}/forward`, { office: await idOf(test_, '51.05.pupr') });
    expect((await pupr.get(`${file(complaint)}/release`)).status).toBe(404);
  });

  test('files one by one; sealed originals of anonymous complaints only when an outsider opens them', async () => {
    const complaint = await filed(test_, { anonymous: true, contact: CONTACT, files: [await picture(), await letter()] });
    const path = file(complaint);
    await national.submit(`${path}/forward`, { office: await idOf(test_, '51.05.pupr') });
    const before = await pupr.get(path);
    expect(before.text).toContain('1 berkas tidak ditampilkan');
    const shown = [...before.text.matchAll(/href="([^"]*\/files\/[^"]*)"/g)].map((match) => match[1] ?? '');
    expect(shown).toHaveLength(1);
    const thumbnail = await pupr.get(`${shown[0]}/thumbnail`);
    expect([thumbnail.status, thumbnail.headers.get('Content-Type')]).toEqual([200, 'image/jpeg']);
    expect(thumbnail.headers.get('Content-Security-Policy')).toContain('sandbox');

    const release = await national.get(`${path}/release`);
    const ids = [...release.text.matchAll(/action="[^"]*\/release\/files\/([^"]*)"/g)].map((match) => match[1] ?? '');
    const document = ids.find((id) => !shown[0]?.includes(id)) ?? '';
    expect((await pupr.get(`${path}/files/${document}`)).status).toBe(404);
    const version = String((await fresh(test_, complaint.id)).version);
    const hidden = { ...(await national.hidden(`${path}/release`)), version };
    const early = await national.send(`${path}/release/files/${document}`, { ...hidden, to: 'public', on: 'yes' });
    expect(early.status).toBe(409);
    expect((await national.send(`${path}/release/files/${document}`, { ...hidden, to: 'offices', on: 'yes' })).status).toBe(303);
    expect((await pupr.get(`${path}/files/${document}`)).text).toBe('Surat dengan nama penulisnya.');
    expect((await national.send(`${path}/release/files/nonsense`, { ...hidden, to: 'offices', on: 'yes' })).status).toBe(422);
  });
});

describe('who complained', () => {
  test('is shown once with a purpose, kept out of caches, and every look is listed', async () => {
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05'), contact: CONTACT });
    const path = `${file(complaint)}/identity`;
    expect((await coordinator.get(file(complaint))).text).not.toContain('Zxqvb');
    const without = await coordinator.submit(path, { what: 'contact', purpose: '' });
    expect(without.status).toBe(422);
    expect(without.text).not.toContain('Zxqvb');
    const looked = await coordinator.submit(path, { what: 'contact', purpose: 'Meninjau lokasi bersama pelapor.' });
    expect(looked.status).toBe(200);
    expect(looked.headers.get('Cache-Control')).toContain('no-store');
    expect(looked.text).toContain(CONTACT.name);
    expect(looked.text).toContain('Pembukaan ini sudah dicatat');
    const again = await coordinator.get(path);
    expect(again.text).not.toContain('Zxqvb');
    expect(again.text).toContain('Meninjau lokasi bersama pelapor.');
    expect((await coordinator.submit(path, { what: 'original', purpose: 'Membandingkan teks.' })).text).toContain('depan pasar');
  });

  test('of an anonymous complaint nobody in the respondent’s tree finds even the page', async () => {
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05'), anonymous: true, contact: CONTACT });
    const path = `${file(complaint)}/identity`;
    expect((await coordinator.get(path)).status).toBe(404);
    const hidden = await coordinator.hidden(`${file(complaint)}/note`);
    expect((await coordinator.send(path, { ...hidden, what: 'contact', purpose: 'Ingin tahu.' })).status).toBe(404);
    expect((await national.submit(path, { what: 'contact', purpose: 'Permintaan hukum.' })).text).toContain(CONTACT.name);
  });

  test('a complainant who left nothing has nothing to show', async () => {
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05') });
    const answer = await coordinator.submit(`${file(complaint)}/identity`, { what: 'contact', purpose: 'Menghubungi pelapor.' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('tidak meninggalkan identitas');
  });
});

test('the proof is for readers of the complaint, and closes what they may not know', async () => {
  const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05') });
  await coordinator.submit(`${file(complaint)}/note`, { text: 'Catatan rahasia kantor.' });
  const proof = await coordinator.get(`${file(complaint)}/proof.json`);
  const { format, events } = JSON.parse(proof.text);
  expect([format, events.length]).toEqual(['tuntas-audit-proof/1', 2]);
  expect((await pupr.get(`${file(complaint)}/proof.json`)).status).toBe(404);
});
