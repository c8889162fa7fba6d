import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFile, type StoredFile, takeFile } from '../../platform/files/take-file.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { expireDraftsErrand } from '../errands/drafts.ts';
import { EMPTY_DRAFT } from '../rules/draft.ts';
import { filesOf } from '../store/files.ts';
import { type FilingOrder, fileComplaint, filedWith } from './file-complaint.ts';
import {
  addDraftFile,
  discardDraft,
  dropDraftFile,
  filesOfDraft,
  filingSecret,
  type KeptDraft,
  keepDraft,
  readDraft,
} from './keep-draft.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const CANARY = 'Wayan Rekaan Seratus';
let secrets = 0;
function newSecret(): string {
  secrets += 1;
  return `a browser's own secret, number ${secrets}`;
}

const VISITOR = { kind: 'visitor' } as const;

async function storedText(text: string): Promise<StoredFile> {
  const taken = await takeFile(t.tools, Buffer.from(text));
  if (!taken.ok) throw new Error(taken.refusal);
  return taken.value;
}

async function orderOf(kept: KeptDraft): Promise<FilingOrder> {
  return {
    class: 'complaint',
    channel: 'web',
    title: 'Jalan berlubang di depan pasar',
    description: kept.draft.description,
    regionCode: '51.05',
    categoryCode: null,
    occurredOn: null,
    place: null,
    location: null,
    agencyId: null,
    anonymous: false,
    confidential: false,
    contact: undefined,
    continuesId: null,
    files: await filesOfDraft(t.tools, kept),
    draft: kept.sealed,
  };
}

async function draftRows() {
  const { rows } = await sql<{ row: string }>`
    select d::text as row from complaints.drafts d union all select f::text from complaints.draft_files f`.execute(t.ownerDb);
  return rows.map((each) => each.row).join('\n');
}

describe('a draft', () => {
  test('keeps what was typed for whoever has its secret, and for nobody else', async () => {
    const secret = newSecret();
    await keepDraft(t.tools, secret, (draft) => ({ ...draft, name: CANARY, email: 'wayan@rekaan.example' }));
    expect((await readDraft(t.tools, secret))?.draft).toEqual({ ...EMPTY_DRAFT, name: CANARY, email: 'wayan@rekaan.example' });
    expect(await readDraft(t.tools, newSecret())).toBeUndefined();
    const rows = await draftRows();
    expect(rows).not.toContain(CANARY);
    expect(rows).not.toContain(Buffer.from(CANARY).toString('hex'));
    expect(rows).not.toContain(secret);
  });

  test('does not open under another secret, were its row found', async () => {
    const [mine, other] = [newSecret(), newSecret()];
    const kept = await keepDraft(t.tools, mine, (draft) => ({ ...draft, name: CANARY }));
    const theirs = await keepDraft(t.tools, other, (draft) => draft);
    await sql`update complaints.drafts set sealed = ${kept.sealed.sealed} where id = ${theirs.sealed.id}`.execute(t.db);
    expect(await readDraft(t.tools, other)).toBeUndefined();
  });

  test('loses nothing when several tabs write at once, the first of them too', async () => {
    const secret = newSecret();
    const fields = ['title', 'description', 'place', 'name', 'email', 'phone'] as const;
    await Promise.all(fields.map((field) => keepDraft(t.tools, secret, (draft) => ({ ...draft, [field]: field }))));
    const draft = (await readDraft(t.tools, secret))?.draft;
    expect(fields.map((field) => draft?.[field])).toEqual(fields);
  });

  test('is gone after seven days without its writer, and a new one begins empty', async () => {
    t.setNow('2026-03-17T10:00:00+08:00');
    const secret = newSecret();
    await keepDraft(t.tools, secret, (draft) => ({ ...draft, name: CANARY }));
    const stored = await storedText('isi dokumen');
    await addDraftFile(t.tools, secret, { name: 'ktp.txt', stored, most: 10 });
    t.setNow('2026-03-24T09:59:00+08:00');
    expect(await readDraft(t.tools, secret)).toBeDefined();
    t.setNow('2026-03-24T10:01:00+08:00');
    expect(await readDraft(t.tools, secret)).toBeUndefined();
    const anew = await keepDraft(t.tools, secret, (draft) => ({ ...draft, title: 'Baru' }));
    expect(anew.draft).toEqual({ ...EMPTY_DRAFT, title: 'Baru' });
    await expect(openFile(t.tools, stored.key)).rejects.toThrow();
    t.setNow('2026-03-17T10:00:00+08:00');
  });

  test('thrown away, takes its files with it', async () => {
    const secret = newSecret();
    await keepDraft(t.tools, secret, (draft) => draft);
    const stored = await storedText('isi dokumen');
    await addDraftFile(t.tools, secret, { name: 'surat.txt', stored, most: 10 });
    await discardDraft(t.tools, secret);
    expect(await readDraft(t.tools, secret)).toBeUndefined();
    await expect(openFile(t.tools, stored.key)).rejects.toThrow();
  });

  test('takes no more files than one complaint may have, also when they come at once', async () => {
    const secret = newSecret();
    await keepDraft(t.tools, secret, (draft) => draft);
    const outcomes = await Promise.all(
      ['satu', 'dua', 'tiga', 'empat'].map(async (text) =>
        addDraftFile(t.tools, secret, { name: `${text}.txt`, stored: await storedText(text), most: 3 }),
      ),
    );
    expect(outcomes.filter((each) => !each.ok)).toEqual([{ ok: false, refusal: 'too-many' }]);
    const kept = await readDraft(t.tools, secret);
    expect(kept?.draft.files).toHaveLength(3);
    const [first] = kept?.draft.files ?? [];
    await dropDraftFile(t.tools, secret, first?.id ?? '');
    await dropDraftFile(t.tools, secret, first?.id ?? '');
    const later = await readDraft(t.tools, secret);
    expect(later?.draft.files).toHaveLength(2);
    expect(later && (await filesOfDraft(t.tools, later))).toHaveLength(2);
  });

  test('that is not there takes no file', async () => {
    const stored = await storedText('isi');
    expect(await addDraftFile(t.tools, newSecret(), { name: 'x', stored, most: 3 })).toEqual({ ok: false, refusal: 'gone' });
  });
});

describe('filing a draft', () => {
  const STORY = { description: 'Sudah tiga minggu jalan di depan pasar berlubang.' };

  test('takes the draft away and keeps its files with the complaint, also past the draft’s days', async () => {
    t.setNow('2026-03-17T10:00:00+08:00');
    const secret = newSecret();
    await keepDraft(t.tools, secret, (draft) => ({ ...draft, ...STORY }));
    const stored = await storedText('bukti');
    await addDraftFile(t.tools, secret, { name: 'bukti.txt', stored, most: 10 });
    const kept = (await readDraft(t.tools, secret)) as KeptDraft;
    const filed = await fileComplaint(t.tools, VISITOR, await orderOf(kept), filingSecret(t.tools, secret));
    if (!filed.ok) throw new Error(filed.refusal);
    expect(await readDraft(t.tools, secret)).toBeUndefined();
    t.setNow('2026-04-17T10:00:00+08:00');
    await expireDraftsErrand(t.tools);
    const [file] = await filesOf(t.db, filed.value.complaintId);
    expect(file?.storeKey).toBe(stored.key);
    await expect(openFile(t.tools, stored.key)).resolves.toBeDefined();
    t.setNow('2026-03-17T10:00:00+08:00');
  });

  test('again, with the draft gone, finds the same number and code', async () => {
    const secret = filingSecret(t.tools, newSecret());
    expect(await filedWith(t.tools, secret)).toBeUndefined();
    const browser = newSecret();
    const kept = await keepDraft(t.tools, browser, (draft) => ({ ...draft, ...STORY }));
    const filed = await fileComplaint(t.tools, VISITOR, await orderOf(kept), secret);
    if (!filed.ok) throw new Error(filed.refusal);
    expect(await filedWith(t.tools, secret)).toEqual({ ...filed.value, isRepeat: true });
  });

  test('files nothing when it was changed after it was read', async () => {
    const browser = newSecret();
    const kept = await keepDraft(t.tools, browser, (draft) => ({ ...draft, ...STORY }));
    await keepDraft(t.tools, browser, (draft) => ({ ...draft, title: 'Diubah di tab lain' }));
    const secret = filingSecret(t.tools, browser);
    const order = await orderOf(kept);
    expect(await fileComplaint(t.tools, VISITOR, order, secret)).toEqual({ ok: false, refusal: 'filing.draft-changed' });
    expect(await filedWith(t.tools, secret)).toBeUndefined();
    expect((await readDraft(t.tools, browser))?.draft.title).toBe('Diubah di tab lain');
  });

  test('by four clicks at once is one complaint', async () => {
    const browser = newSecret();
    const kept = await keepDraft(t.tools, browser, (draft) => ({ ...draft, ...STORY }));
    const order = await orderOf(kept);
    const all = await Promise.all([1, 2, 3, 4].map(() => fileComplaint(t.tools, VISITOR, order, filingSecret(t.tools, browser))));
    expect(new Set(all.map((each) => (each.ok ? each.value.trackingNumber : each.refusal))).size).toBe(1);
    expect(all.every((each) => each.ok)).toBe(true);
  });
});
