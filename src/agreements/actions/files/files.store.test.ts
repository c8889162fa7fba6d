import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEvents } from '../../../platform/audit/index.ts';
import { composePdf } from '../../../platform/documents/index.ts';
import { readSealed } from '../../../platform/files/seal.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type Cast, castOf, draftedAgreement } from '../../cast.test-support.ts';
import { mayOpenFile } from '../../rules/attaching.ts';
import { filesOf } from '../../store/files.ts';
import { plannedLine, signedPlan } from '../lines/plan.test-support.ts';
import { type AttachOrder, attachFile } from './attach-file.ts';
import { confirmFile } from './confirm-file.ts';
import { turnFile } from './turn-file.ts';

let t: TestDatabase;
let who: Cast;
let pdf: Uint8Array;

beforeAll(async () => {
  t = await testDatabase();
  who = await castOf(t);
  pdf = await composePdf({
    ...{ title: 'Pindaian (contoh)', lang: 'id', author: 'Tuntas', at: new Date('2026-03-17T02:00:00Z') },
    blocks: [{ kind: 'heading', level: 1, text: 'Naskah (contoh)' }],
  });
});
afterAll(() => t.close());

const upload = (bytes: Uint8Array) => ({ bytes: async () => bytes });
const order = (agreementId: string, given: Partial<AttachOrder> = {}): AttachOrder => ({
  ...{ agreementId, kind: 'scan', partId: null, title: '', isPublic: true, upload: upload(pdf) },
  ...given,
});

describe('a file of an agreement', () => {
  test('is kept byte for byte, with its row and its event', async () => {
    const agreement = await draftedAgreement(t, await who('preventer'));
    const file = await attachFile(t.tools, await who('preventer'), order(agreement.id));
    if (!file.ok) throw new Error(file.refusal);
    expect(file.value).toMatchObject({ kind: 'scan', title: 'Pindaian naskah bertanda tangan', mediaType: 'application/pdf' });
    expect(Buffer.compare(await readSealed(t.tools, file.value.fileKey), pdf)).toBe(0);
    expect(await filesOf(t.db, agreement.id)).toEqual([file.value]);
  });

  test('a scan that is no PDF is refused, whatever it calls itself, and leaves nothing', async () => {
    const agreement = await draftedAgreement(t, await who('preventer'));
    const broken = [
      Buffer.from('bukan pdf'),
      Buffer.from('%PDF-1.7\nhanya kepala'),
      Buffer.from('GIF89a%PDF-1.7'),
      pdf.subarray(0, 40),
    ];
    for (const bytes of broken)
      expect(await attachFile(t.tools, await who('head'), order(agreement.id, { upload: upload(bytes) }))).toMatchObject({
        ok: false,
        refusal: 'agreement.scan-no-pdf',
      });
    const empty = await attachFile(t.tools, await who('head'), order(agreement.id, { upload: upload(Buffer.alloc(0)) }));
    expect(empty).toMatchObject({ refusal: 'file-empty' });
    expect(await filesOf(t.db, agreement.id)).toEqual([]);
  });

  test('only whoever prepares it attaches the signed paper, the other side attaches other files, an outsider none', async () => {
    const agreement = await draftedAgreement(t, await who('preventer'));
    const attempt = async (name: Parameters<Cast>[0], kind: AttachOrder['kind']) => {
      const done = await attachFile(t.tools, await who(name), order(agreement.id, { kind, isPublic: false }));
      return done.ok ? 'ok' : done.refusal;
    };
    expect(await attempt('coordinator', 'scan')).toBe('agreement.not-yours');
    expect(await attempt('coordinator', 'other')).toBe('ok');
    expect(await attempt('outsider', 'other')).toBe('agreement.absent');
  });

  test('whoever uploaded a scan does not confirm it; another one does, once', async () => {
    const agreement = await draftedAgreement(t, await who('preventer'));
    const file = await attachFile(t.tools, await who('preventer'), order(agreement.id));
    if (!file.ok) throw new Error(file.refusal);
    const confirm = async (name: Parameters<Cast>[0]) => {
      const done = await confirmFile(t.tools, await who(name), { agreementId: agreement.id, fileId: file.value.id });
      return done.ok ? 'ok' : done.refusal;
    };
    expect(await confirm('preventer')).toBe('agreement.same-person');
    expect(await confirm('coordinator')).toBe('ok');
    expect(await confirm('head')).toBe('agreement.not-now');
  });

  test('is public only when it was given out of a signed agreement', async () => {
    const agreement = await draftedAgreement(t, await who('preventer'));
    const signed = { ...agreement, state: 'signed' as const };
    const visitor = { kind: 'visitor' as const };
    const annex = { kind: 'annex' as const, isPublic: true, confirmedBy: null, replacedBy: null };
    expect(mayOpenFile(visitor, agreement, annex)).toBe(false);
    expect(mayOpenFile(visitor, signed, annex)).toBe(true);
    expect(mayOpenFile(visitor, signed, { ...annex, isPublic: false })).toBe(false);
    expect(mayOpenFile(visitor, signed, { ...annex, replacedBy: 'x' })).toBe(false);
    const scan = { ...annex, kind: 'scan' as const };
    expect(mayOpenFile(visitor, signed, scan)).toBe(false);
    expect(mayOpenFile(visitor, signed, { ...scan, confirmedBy: 'somebody' })).toBe(true);
    expect(mayOpenFile(await who('coordinator'), signed, { ...annex, isPublic: false, replacedBy: 'x' })).toBe(true);
  });

  test('is given out by the keeper alone, who may take it back and open it again', async () => {
    const agreement = await draftedAgreement(t, await who('preventer'));
    const attempt = async (name: Parameters<Cast>[0], isPublic: boolean) => {
      const done = await attachFile(t.tools, await who(name), order(agreement.id, { kind: 'other', isPublic }));
      return done.ok ? done.value.id : done.refusal;
    };
    expect(await attempt('coordinator', true)).toBe('agreement.not-yours');
    const fileId = await attempt('coordinator', false);
    const turn = async (name: Parameters<Cast>[0], open: boolean, reason = 'Memuat terlalu banyak (contoh)') => {
      const done = await turnFile(t.tools, await who(name), { agreementId: agreement.id, fileId, open, reason });
      return done.ok ? (await filesOf(t.db, agreement.id)).map(({ isPublic }) => isPublic).join() : done.refusal;
    };
    expect(await turn('coordinator', true)).toBe('agreement.not-yours');
    expect(await turn('head', false)).toBe('agreement.not-now');
    expect(await turn('head', true)).toBe('true');
    expect(await turn('preventer', false, ' ')).toBe('agreement.reason-missing');
    expect(await turn('preventer', false, 'Memuat NIK 5105014107900001')).toBe('agreement.personal-data');
    expect(await turn('preventer', false)).toBe('false');
    expect(await turn('preventer', true)).toBe('true');
    expect(
      (await readEvents(t.db, agreement.id)).map(({ type }) => type).filter((type) => type.startsWith('agreement-file-')),
    ).toEqual([...['agreement-file-added', 'agreement-file-opened', 'agreement-file-closed', 'agreement-file-opened']]);
  });

  test('of evidence, the keeper opens again what was offered and confirmed, and no other', async () => {
    const plan = await signedPlan(t, who);
    const line = await plannedLine(t, who, plan);
    const evidenceOf = async (state: 'confirmed' | 'returned', offered: boolean) => {
      const [report, file] = [t.tools.random.id(), t.tools.random.id()];
      await sql`INSERT INTO agreements.updates (agreement_id, line_id, id, as_of, achieved, text, is_last, author, agency_id, at, state, for_public, judged_by, judged_at)
        VALUES (${plan.id}, ${line.id}, ${report}, '2026-03-01', 2, 'contoh', false, 'person:x', ${line.owner.agencyId}, now(), ${state}, ${offered}, 'person:y', now())`.execute(
        t.ownerDb,
      );
      await sql`INSERT INTO agreements.files (agreement_id, id, kind, part_id, title, file_key, media_type, extension, size, sha256, is_public, added_by, added_at)
        VALUES (${plan.id}, ${file}, 'evidence', ${report}, 'Bukti (contoh)', 'k', 'application/pdf', '.pdf', 10, 'x', true, ${plan.id}, now())`.execute(
        t.ownerDb,
      );
      return file;
    };
    const backAndForth = async (fileId: string) => {
      const one = { agreementId: plan.id, fileId };
      const closed = await turnFile(t.tools, await who('preventer'), { ...one, open: false, reason: 'Salah berkas (contoh)' });
      const opened = await turnFile(t.tools, await who('preventer'), { ...one, open: true });
      return [closed.ok, opened.ok ? 'opened' : opened.refusal];
    };
    expect(await backAndForth(await evidenceOf('confirmed', true))).toEqual([true, 'opened']);
    expect(await backAndForth(await evidenceOf('confirmed', false))).toEqual([true, 'agreement.not-now']);
    expect(await backAndForth(await evidenceOf('returned', true))).toEqual([true, 'agreement.not-now']);
    const reasons = (await readEvents(t.db, plan.id)).flatMap(({ type, content }) =>
      type === 'agreement-file-closed' && 'payload' in content ? [(content.payload as { reason?: string }).reason] : [],
    );
    expect(new Set(reasons)).toEqual(new Set(['Salah berkas (contoh)']));
  });
});
