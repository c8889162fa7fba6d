import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AtDesk, appoint, type DeskTest, deskTest, filed, fresh, idOf } from './desk.test-support.ts';

let test_: DeskTest;
let coordinator: AtDesk;
let pupr: AtDesk;

beforeAll(async () => {
  test_ = await deskTest();
  coordinator = new AtDesk(test_, (await appoint(test_, '51.05', 'agency-coordinator')).personId);
  pupr = new AtDesk(test_, (await appoint(test_, '51.05.pupr', 'liaison-officer')).personId);
});
afterAll(() => test_.close());

type Stage = 'received' | 'archived' | 'forwarded' | 'in-progress' | 'proposed' | 'returned';

/** A complaint at the stage at which a form can be sent. */
async function at(stage: Stage) {
  const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05') });
  const path = `/desk/complaints/${complaint.trackingNumber}`;
  const part = async () => `${path}/parts/${(await fresh(test_, complaint.id)).parts[0]?.id}`;
  const done = async (sent: Promise<{ status: number }>) => expect((await sent).status).toBe(303);
  if (stage === 'archived') await done(coordinator.submit(`${path}/archive`, { code: 'test', note: 'Percobaan.' }));
  if (['received', 'archived'].includes(stage)) return { complaint, path, part: path };
  await done(coordinator.submit(`${path}/forward`, { office: await idOf(test_, '51.05.pupr') }));
  const address = await part();
  if (stage === 'returned') await done(pupr.submit(`${address}/return`, { reason: 'Bukan wewenang kami sama sekali.' }));
  if (['in-progress', 'proposed'].includes(stage)) {
    await done(pupr.submit(`${address}/follow-up`, { text: 'Ditinjau besok.', confirmed: 'yes' }));
  }
  if (stage === 'proposed') {
    await done(pupr.submit(`${address}/propose`, { text: 'Sudah ditambal pada 18 Maret.', confirmed: 'yes' }));
  }
  return { complaint, path, part: address };
}

const LONG = 'a'.repeat(10_001);
const SCRIPT = '"><script>alert(1)</script>';
const NO_ID = ['nonsense', "'; drop table complaints.parts; --", '00000000-0000-7000-8000-000000000000'];

interface Row {
  readonly who: 'coordinator' | 'pupr';
  readonly stage: Stage;
  readonly form: string;
  readonly part?: true;
  /** A form that would go through. */
  readonly good: Readonly<Record<string, string>>;
  /** The field that takes text. */
  readonly text: string;
  readonly bad?: readonly Readonly<Record<string, string>>[];
}

const CORRECT = { title: 'Judul lain', class: 'complaint', supervisory: 'open', category: '', reason: 'Diperbaiki.' };
const PUBLIC = { title: 'Judul publik', description: 'Isi untuk publik.' };

const FORMS: readonly Row[] = [
  {
    who: 'coordinator',
    stage: 'received',
    form: 'correct',
    good: CORRECT,
    text: 'title',
    bad: [
      { ...CORRECT, class: 'crime' },
      { ...CORRECT, class: 'aspiration', supervisory: 'yes' },
      { ...CORRECT, supervisory: 'maybe' },
      { ...CORRECT, category: 'no-such' },
      { ...CORRECT, category: SCRIPT },
      { ...CORRECT, title: 'abc' },
      { ...CORRECT, title: 'x'.repeat(151) },
    ],
  },
  {
    who: 'coordinator',
    stage: 'received',
    form: 'ask-back',
    good: { question: 'Di mana?', reason: 'Belum jelas.' },
    text: 'question',
  },
  {
    who: 'coordinator',
    stage: 'received',
    form: 'archive',
    good: { code: 'test', note: 'Percobaan.' },
    text: 'note',
    bad: [{ code: 'toString', note: 'x' }],
  },
  { who: 'coordinator', stage: 'archived', form: 'restore', good: { reason: 'Keliru.' }, text: 'reason' },
  { who: 'coordinator', stage: 'received', form: 'send-up', good: { reason: 'Bukan wewenang kabupaten.' }, text: 'reason' },
  { who: 'coordinator', stage: 'received', form: 'note', good: { text: 'Catatan.' }, text: 'text' },
  { who: 'coordinator', stage: 'received', form: 'forward', good: {}, text: 'note', bad: NO_ID.map((office) => ({ office })) },
  { who: 'coordinator', stage: 'received', form: 'release', good: PUBLIC, text: 'description', bad: [{ ...PUBLIC, title: '' }] },
  {
    who: 'coordinator',
    stage: 'received',
    form: 'identity',
    good: {},
    text: 'purpose',
    bad: [
      { what: 'everything', purpose: 'Ingin tahu saja.' },
      { what: 'contact', purpose: ' ' },
    ],
  },
  {
    who: 'coordinator',
    stage: 'forwarded',
    part: true,
    form: 'pass-on',
    good: {},
    text: 'note',
    bad: NO_ID.map((office) => ({ office })),
  },
  {
    who: 'coordinator',
    stage: 'returned',
    part: true,
    form: 'redirect',
    good: {},
    text: 'note',
    bad: NO_ID.map((office) => ({ office })),
  },
  {
    who: 'coordinator',
    stage: 'returned',
    part: true,
    form: 'excuse',
    good: { reason: 'Memang bukan urusannya.' },
    text: 'reason',
  },
  { who: 'pupr', stage: 'forwarded', part: true, form: 'return', good: { reason: 'Bukan urusan dinas kami.' }, text: 'reason' },
  { who: 'pupr', stage: 'forwarded', part: true, form: 'follow-up', good: { text: 'Ditinjau.', confirmed: 'yes' }, text: 'text' },
  { who: 'pupr', stage: 'in-progress', part: true, form: 'reply', good: { text: 'Jawaban.', confirmed: 'yes' }, text: 'text' },
  {
    who: 'pupr',
    stage: 'in-progress',
    part: true,
    form: 'propose',
    good: { text: 'Sudah ditambal aspal.', confirmed: 'yes' },
    text: 'text',
    bad: [{ text: 'Selesai.', confirmed: 'yes' }],
  },
  { who: 'pupr', stage: 'proposed', part: true, form: 'withdraw', good: { text: 'Belum.' }, text: 'text' },
];

describe.each(FORMS)('$form', ({ who, stage, form, part, good, text, bad = [] }) => {
  test('answers every hostile input, changes nothing, and keeps what was typed', async () => {
    const officer = who === 'coordinator' ? coordinator : pupr;
    const here = await at(stage);
    const path = `${part ? here.part : here.path}/${form}`;
    const hidden = await officer.hidden(path);
    const before = (await fresh(test_, here.complaint.id)).version;
    const send = async (fields: Readonly<Record<string, string | readonly string[]>>, without = '') => {
      const { [without]: _gone, ...rest } = hidden;
      return officer.send(path, { ...rest, _once: '', ...fields });
    };

    for (const fields of [{}, { [text]: '' }, { ...good, [text]: LONG }, ...bad]) {
      const answer = await send(fields);
      expect([409, 422], JSON.stringify(fields).slice(0, 200)).toContain(answer.status);
      expect(answer.text).toContain('govuk-error-summary');
    }
    const kept = await send({ ...good, [text]: SCRIPT, version: '0' });
    expect([409, 422, 200]).toContain(kept.status);
    expect(kept.text).not.toContain('<script>alert');
    if (form !== 'identity') expect(kept.text).toMatch(/(&quot;|")&gt;&lt;script&gt;alert\(1\)/);
    for (const version of ['', '-1', '1e9', '99999999999999999999', 'NaN', '0']) {
      if (form === 'identity') break;
      expect([409, 422], version).toContain((await send({ ...good, version })).status);
    }
    expect((await send({ ...good, [text]: ['a', 'b'] })).status).toBe(400);
    expect((await send({ ...good, [text]: 'nul\0' })).status).toBe(400);
    expect((await send({ ...good, [text]: 'a'.repeat(300_000) })).status).toBe(413);
    expect((await send(good, '_csrf')).status).toBe(403);
    expect((await send({ ...good, _csrf: 'forged' })).status).toBe(403);
    expect((await fresh(test_, here.complaint.id)).version).toBe(before);

    const sent = Object.keys(good).length > 0 ? await send({ ...good, confirmed: good.confirmed ?? '' }) : undefined;
    if (sent) expect(sent.status).toBe(303);
  });
});

test('files of the wrong kind, empty ones and too many are refused by themselves, the text stays', async () => {
  const here = await at('in-progress');
  const path = `${here.part}/reply`;
  const hidden = { ...(await pupr.hidden(path)), _once: '' };
  const text = 'Tulisan yang tidak boleh hilang.';
  const page = await pupr.sendFiles(path, { ...hidden, text }, [new File(['<html><script>alert(1)</script>'], 'a.html')]);
  expect(page.status).toBe(422);
  expect(page.text).toContain(text);
  expect(page.text).toContain('Jenis berkas ini tidak dapat diterima');
  const empty = await pupr.sendFiles(path, { ...hidden, text }, [new File([], '')]);
  expect(empty.status).toBe(200);
  const many = Array.from({ length: 12 }, (_, index) => new File([`Surat ${index}`], `${index}.txt`));
  const tooMany = await pupr.sendFiles(path, { ...hidden, text }, many);
  expect(tooMany.status).toBe(422);
  expect(tooMany.text).toContain('Paling banyak 10 berkas');
  const other = await pupr.sendFiles(path, { ...hidden, text, draft: '00000000-0000-7000-8000-000000000000' }, []);
  expect(other.status).toBe(200);
  expect((await pupr.sendFiles(`${here.path}/note`, { ...hidden, text }, [new File(['x'], 'x.txt')])).status).toBe(400);
});

test('a draft of files is its officer’s and its complaint’s alone', async () => {
  const [one, two] = [await at('in-progress'), await at('in-progress')];
  const upload = await pupr.sendFiles(
    `${one.part}/reply`,
    { ...(await pupr.hidden(`${one.part}/reply`)), _once: '', text: 'x', upload: 'yes' },
    [new File(['Surat.'], 'surat.txt')],
  );
  const draft = /name="draft" value="([^"]*)"/.exec(upload.text)?.[1] ?? '';
  expect(upload.text).toContain('Berkas 1');
  expect(draft).toMatch(/^[0-9a-f-]{36}$/);
  const elsewhere = await pupr.send(`${two.part}/reply`, {
    ...(await pupr.hidden(`${two.part}/reply`)),
    draft,
    upload: 'yes',
    text: 'x',
  });
  expect(elsewhere.text).not.toContain('Berkas 1');
  const remove = /name="remove" value="([^"]*)"/.exec(upload.text)?.[1] ?? '';
  const gone = await pupr.send(`${one.part}/reply`, { ...(await pupr.hidden(`${one.part}/reply`)), draft, remove, text: 'x' });
  expect(gone.text).not.toContain('Berkas 1');
});
