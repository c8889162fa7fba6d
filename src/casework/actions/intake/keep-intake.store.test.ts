import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeFile } from '../../../platform/files/take-file.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { expireIntakeDrafts } from './expire-drafts.ts';
import { discardIntake, type EMPTY_INTAKE, INTAKE_DRAFT_DAYS, type IntakeFile, keepIntake, readIntake } from './keep-intake.ts';

const SECRET = 'a secret that only this browser has';

describe('a report being written', () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase();
  });
  afterAll(() => t.close());

  const wrote = (account: string) => (draft: typeof EMPTY_INTAKE) => ({ ...draft, answers: { ...draft.answers, account } });
  const attached = async (): Promise<IntakeFile> => {
    const taken = await takeFile(t.tools, Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF'));
    if (!taken.ok) throw new Error(taken.refusal);
    const { key, mediaType, size, sha256 } = taken.value;
    const rest = { isImage: false, thumbnailKey: null, width: null, height: null };
    return { id: t.tools.random.id(), name: 'surat.pdf', mediaType, bytes: size, sha256, storeKey: key, ...rest };
  };
  const isKept = async ({ storeKey }: IntakeFile) => {
    try {
      (await t.tools.files.get(storeKey)).destroy();
      return true;
    } catch {
      return false;
    }
  };

  it('is read by its own secret alone, and lies in the database as nothing anyone can read', async () => {
    await keepIntake(t.tools, SECRET, wrote('Cerita yang belum selesai'));
    expect((await readIntake(t.tools, SECRET))?.draft.answers.account).toBe('Cerita yang belum selesai');
    expect(await readIntake(t.tools, 'a secret that another browser has')).toBeUndefined();
    const { rows } = await t.pool.query<{ row: string }>('select d::text as row from casework.intake_drafts d');
    expect(rows.map(({ row }) => row).join()).not.toContain('Cerita');
  });

  it('loses nothing to two tabs that write at once', async () => {
    const secret = `${SECRET} 2`;
    await keepIntake(t.tools, secret, (draft) => draft);
    await Promise.all([
      keepIntake(t.tools, secret, wrote('Uraian')),
      keepIntake(t.tools, secret, (draft) => ({ ...draft, answers: { ...draft.answers, title: 'Judul' } })),
    ]);
    expect((await readIntake(t.tools, secret))?.draft.answers).toMatchObject({ account: 'Uraian', title: 'Judul' });
  });

  it('takes its files along when it is thrown away, when one is removed, and when its time is over', async () => {
    const [removed, thrown, expired] = [await attached(), await attached(), await attached()];
    const secret = `${SECRET} 3`;
    await keepIntake(t.tools, secret, (draft) => ({ ...draft, files: [removed, thrown] }));
    await keepIntake(t.tools, secret, (draft) => ({ ...draft, files: draft.files.slice(1) }));
    expect([await isKept(removed), await isKept(thrown)]).toEqual([false, true]);
    await discardIntake(t.tools, secret);
    expect(await isKept(thrown)).toBe(false);
    await keepIntake(t.tools, secret, (draft) => ({ ...draft, idCopy: expired }));
    t.setNow(
      t.tools.clock
        .now()
        .add({ hours: 24 * INTAKE_DRAFT_DAYS + 1 })
        .toString(),
    );
    expect(await readIntake(t.tools, secret)).toBeUndefined();
    expect(await isKept(expired)).toBe(true);
    await expireIntakeDrafts(t.tools);
    expect(await isKept(expired)).toBe(false);
    expect(await t.pool.query('select 1 from casework.intake_drafts')).toMatchObject({ rowCount: 0 });
  });
});
