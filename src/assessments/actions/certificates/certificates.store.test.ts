import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agencyByCode } from '../../../directory/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import { readEvents } from '../../../platform/audit/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { twinSigner } from '../../../platform/documents/index.ts';
import { has, judge, render } from '../../../platform/documents/testing/outside-tools.ts';
import { readQr } from '../../../platform/documents/testing/read-qr.ts';
import { readSealed } from '../../../platform/files/seal.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import type { Certificate } from '../../rules/certificates/certificate.ts';
import { readCertificateNumber } from '../../rules/certificates/number.ts';
import { certificateById, certificatesOf } from '../../store/certificates/certificates.ts';
import { batchById, countCertificates } from '../../store/certificates/round.ts';
import { publishOne } from '../published.test-support.ts';
import { issueCertificate, replaceCertificate, revokeCertificate } from './certificate-of.ts';
import { publishedRound, UNITS } from './certificates.test-support.ts';
import { askForCertificates, issueBatch } from './issue-certificates.ts';
import { makeCertificate, openSigners } from './make-certificate.ts';
import { numberCertificate } from './number-certificate.ts';
import { verifyFile, verifyNumber, verifyTwinText } from './verify-certificate.ts';

let t: TestDatabase;
let head: Officer;
beforeAll(async () => {
  t = await testDatabase();
  head = await officer('ori', ['assessment.publish']);
});
afterAll(() => t.close());

async function officer(code: string, capabilities: Officer['positions'][number]['capabilities']): Promise<Officer> {
  const agency = await agencyByCode(t.db, code);
  if (!agency) throw new Error(`no agency ${code}`);
  const position = {
    positionId: t.tools.random.id(),
    kind: 'ombudsman-head',
    agencyId: agency.id,
    governmentId: agency.governmentId,
    agencyPath: agency.path,
    capabilities,
    regionCode: agency.regionCode,
  };
  return { kind: 'officer', personId: t.tools.random.id(), name: 'Kepala (contoh)', positions: [position] };
}

async function issued(year = 2024): Promise<Certificate> {
  const round = await publishedRound(t, { year });
  return must(await issueCertificate(t.tools, head, round.assessments[0]?.id ?? ''));
}

function must<T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (!result.ok) throw new Error(`refused: ${String(result.refusal)}`);
  return result.value;
}

const pdfOf = (certificate: Certificate) => readSealed(t.tools, certificate.file?.key ?? '');
const numberOf = (certificate: Certificate) =>
  readCertificateNumber(certificate.number) as NonNullable<ReturnType<typeof readCertificateNumber>>;

describe('an issued certificate', () => {
  test('is valid by its number, by its code, by its file and by its twin', async () => {
    const one = await issued();
    expect(one.state).toBe('valid');
    expect((await verifyNumber(t.tools, numberOf(one), null)).verdict).toBe('valid');
    expect(await verifyNumber(t.tools, numberOf(one), one.checkCode)).toMatchObject({ verdict: 'valid', notes: [] });
    const pdf = await pdfOf(one);
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(one.file?.sha256);
    expect(await verifyFile(t.tools, pdf)).toMatchObject({ verdict: 'valid', notes: ['same-file'], reasons: [] });
    expect((await verifyTwinText(t.tools, one.file?.twin ?? '')).verdict).toBe('valid');
  });

  test('says everything that belongs on it', async () => {
    const { content } = await issued();
    expect(content).toMatchObject({
      year: 2024,
      agency: { code: '51.05' },
      result: { version: 1, zone: 'hijau', shade: 'dark', zoneText: { id: 'hijau pekat' } },
      signatory: { id: 'Ketua Ombudsman Republik Indonesia' },
      place: 'Jakarta',
      issuedOn: '2026-03-17',
      isExample: true,
      template: { version: 0, isConfirmed: false },
    });
    expect(content.basis.length).toBeGreaterThan(0);
    expect(content.defaults.count).toBeGreaterThan(10);
  });

  test.skipIf(!has('pdftoppm'))('bears a QR code that is read back from the printed page and leads to it', async () => {
    const one = await issued();
    const read = await readQr(render(await pdfOf(one), 150), 1754);
    expect(read).toBe(`http://localhost:3000/verify/${one.number}?k=${one.checkCode}`);
  });

  test.skipIf(!has('pdftotext'))(
    'is one page that says in words what its colours say, and that its seal is a trial',
    async () => {
      const pdf = await pdfOf(await issued());
      expect(judge('pdfinfo', pdf, '$')).toMatch(/Pages:\s+1\n/);
      const text = judge('pdftotext', pdf, '-layout', '$', '-');
      for (const words of [
        'Kabupaten Klungkung',
        'Zona hijau pekat',
        'Kategori A',
        'Segel percobaan',
        'not a certified',
        'CONTOH',
        'SPP-2024-',
      ]) {
        expect(text, words).toContain(words);
      }
    },
  );

  test.skipIf(!has('pdfsig') || !has('qpdf'))('is accepted by pdfsig and qpdf', async () => {
    const pdf = await pdfOf(await issued());
    expect(judge('pdfsig', pdf, '-nocert', '$')).toContain('Signature is Valid.');
    expect(judge('pdfsig', pdf, '-nocert', '$')).toContain('Total document signed');
    expect(judge('qpdf', pdf, '--check', '$')).toContain('No syntax or stream encoding errors');
  });

  test('leaves its events in the audit record', async () => {
    const one = await issued();
    const types: string[] = [];
    for (const event of await readEvents(t.db, one.id)) types.push(event.type);
    expect(types).toEqual(['certificate.numbered', 'certificate.issued']);
  });

  test('is issued once: a second one is refused, also at the same moment', async () => {
    const round = await publishedRound(t);
    const id = round.assessments[0]?.id ?? '';
    const answers = await Promise.all([1, 2, 3].map(() => issueCertificate(t.tools, head, id)));
    const numbers = new Set(answers.flatMap((answer) => (answer.ok ? [answer.value.number] : [])));
    expect(numbers.size).toBe(1);
    expect(await certificatesOf(t.db, id)).toHaveLength(1);
    expect(await issueCertificate(t.tools, head, id)).toEqual({ ok: false, refusal: 'certificate.alive-already' });
  });

  test('is refused where nothing is published, and absent for who may not publish there', async () => {
    const round = await publishedRound(t);
    const id = round.assessments[0]?.id ?? '';
    const checker = await officer('ori', ['assessment.check']);
    const elsewhere = await officer('ori.bali', ['assessment.publish']);
    for (const actor of [checker, elsewhere]) {
      expect(await issueCertificate(t.tools, actor, id)).toEqual({ ok: false, refusal: 'certificate.absent' });
    }
    await t.ownerDb
      .withTables<{ 'assessments.assessments': { id: string; stage: string; published_version: number } }>()
      .updateTable('assessments.assessments')
      .set({ stage: 'final', published_version: 0 })
      .where('id', '=', id)
      .execute();
    expect(await issueCertificate(t.tools, head, id)).toEqual({ ok: false, refusal: 'certificate.not-published' });
  });
});

describe('a forged certificate is unmasked', () => {
  test('one byte of it changed: altered, with what the register says beside it', async () => {
    const one = await issued();
    const pdf = Buffer.from(await pdfOf(one));
    for (const at of [100, Math.floor(pdf.length / 3), Math.floor(pdf.length / 2), pdf.length - 10]) {
      const forged = Buffer.from(pdf);
      forged[at] = (forged[at] as number) ^ 1;
      const finding = await verifyFile(t.tools, forged);
      expect(finding.verdict, String(at)).toBe('altered');
      expect(finding.certificate?.number).toBe(one.number);
      expect(finding.reasons.length).toBeGreaterThan(0);
    }
  });

  test('a number that was never given: unknown', async () => {
    expect(await verifyNumber(t.tools, { year: 2024, seq: 999_999 }, null)).toMatchObject({
      verdict: 'unknown',
      certificate: null,
    });
  });

  test('the code of another certificate under a number: unknown', async () => {
    const [one, other] = [await issued(), await issued()];
    expect(await verifyNumber(t.tools, numberOf(one), other.checkCode)).toMatchObject({
      verdict: 'unknown',
      notes: ['code-differs'],
    });
  });

  test('sealed by our own key but not in the register: not valid', async () => {
    const one = await issued();
    const { sealPdf, trialSigner } = await import('../../../platform/documents/index.ts');
    const again = await sealPdf(await pdfOf(one), await trialSigner(t.tools), {
      reason: 'x',
      at: t.tools.clock.now(),
      field: 'Lain',
    });
    expect((await verifyFile(t.tools, again)).verdict).toBe('altered');
  });

  test('a twin with a better score, signed by our own key: not valid; with one character changed: altered', async () => {
    const one = await issued();
    const twin = one.file?.twin ?? '';
    const signer = await twinSigner(t.tools);
    const payload = JSON.parse(Buffer.from(twin.split('.')[1] ?? '', 'base64url').toString());
    const better = await signer.sign({
      id: payload.id,
      type: payload.type[1],
      issuer: payload.issuer,
      validFrom: payload.validFrom,
      subject: { ...payload.credentialSubject, result: { score: '100.00' } },
    });
    expect(await verifyTwinText(t.tools, better)).toMatchObject({ verdict: 'unknown', notes: ['twin-differs'] });
    expect(
      (
        await verifyTwinText(
          t.tools,
          twin.replace(/.(?=.{90}$)/, (c) => (c === 'A' ? 'B' : 'A')),
        )
      ).verdict,
    ).toBe('altered');
  });
});

describe('a certificate that ends', () => {
  test('revoked: everyone is told so with the reason, whatever they bring', async () => {
    const one = await issued();
    const revoked = must(await revokeCertificate(t.tools, head, { certificateId: one.id, reason: ' Salah  hitung ' }));
    expect(revoked.end?.reason).toBe('Salah hitung');
    const findings = [
      await verifyNumber(t.tools, numberOf(one), one.checkCode),
      await verifyFile(t.tools, await pdfOf(one)),
      await verifyTwinText(t.tools, one.file?.twin ?? ''),
    ];
    expect(findings.map(({ verdict }) => verdict)).toEqual(['revoked', 'revoked', 'revoked']);
    expect(await revokeCertificate(t.tools, head, { certificateId: one.id, reason: 'x' })).toEqual({
      ok: false,
      refusal: 'certificate.not-valid',
    });
  });

  test('replaced after a correction: the old names the new, the new certifies the corrected result', async () => {
    const one = await issued();
    await publishOne(t, one.assessmentId, 'Jawaban diperbaiki setelah sanggah');
    expect((await verifyNumber(t.tools, numberOf(one), one.checkCode)).notes).toEqual(['corrected']);
    const next = must(await replaceCertificate(t.tools, head, { certificateId: one.id, reason: 'Hasil dikoreksi' }));
    expect(next.content.result.version).toBe(2);
    const old = await verifyNumber(t.tools, numberOf(one), one.checkCode);
    expect(old).toMatchObject({ verdict: 'replaced', successor: { number: next.number } });
    expect((await verifyNumber(t.tools, numberOf(next), next.checkCode)).verdict).toBe('valid');
    expect(await replaceCertificate(t.tools, head, { certificateId: one.id, reason: 'lagi' })).toEqual({
      ok: false,
      refusal: 'certificate.not-valid',
    });
  });

  test('reissued after it was revoked: it stays revoked and names its successor', async () => {
    const one = await issued();
    must(await revokeCertificate(t.tools, head, { certificateId: one.id, reason: 'Salah nama' }));
    const next = must(await replaceCertificate(t.tools, head, { certificateId: one.id, reason: 'Nama diperbaiki' }));
    expect(await verifyNumber(t.tools, numberOf(one), null)).toMatchObject({
      verdict: 'revoked',
      successor: { number: next.number },
    });
  });

  test('without a reason, or by who may not, it does not end', async () => {
    const one = await issued();
    expect(await revokeCertificate(t.tools, head, { certificateId: one.id, reason: '  ' })).toEqual({
      ok: false,
      refusal: 'certificate.reason-missing',
    });
    expect(await revokeCertificate(t.tools, head, { certificateId: one.id, reason: 'x'.repeat(501) })).toEqual({
      ok: false,
      refusal: 'certificate.reason-long',
    });
    const stranger = await officer('ori', ['assessment.moderate']);
    expect(await revokeCertificate(t.tools, stranger, { certificateId: one.id, reason: 'x' })).toEqual({
      ok: false,
      refusal: 'certificate.absent',
    });
    expect((await certificateById(t.db, one.id))?.state).toBe('valid');
  });

  test('the database itself refuses to change what was issued, or to let it go', async () => {
    const one = await issued();
    const refused = (text: string) => expect(t.pool.query(text, [one.id])).rejects.toThrow();
    await refused("UPDATE assessments.certificates SET twin = 'x' WHERE id = $1");
    await refused("UPDATE assessments.certificates SET content = '{}' WHERE id = $1");
    await refused("UPDATE assessments.certificates SET state = 'in-making' WHERE id = $1");
    await refused('DELETE FROM assessments.certificates WHERE id = $1');
  });
});

describe('a bulk issue', () => {
  const codes = ['51.01', '51.02', '51.03', '51.04', '51.05', '51.06', '51.07', '51.08', '51.71', '51'];

  test('killed anywhere and run again gives each agency one certificate, numbered without gaps', async () => {
    const round = await publishedRound(t, {
      year: 2023,
      instrument: 'penilaian-2023',
      agencies: Object.fromEntries(codes.map((code) => [code, UNITS])),
    });
    const { batchId } = must(await askForCertificates(t.tools, head, { roundId: round.roundId, offices: null }));
    expect(await askForCertificates(t.tools, head, { roundId: round.roundId, offices: null })).toEqual({
      ok: false,
      refusal: 'certificate.batch-running',
    });

    // Dies after the third, as a killed process does; then with a number given and no file made.
    const dying = (left: number) => () => {
      if (--left < 0) throw new Error('killed');
    };
    await expect(issueBatch(t.tools, batchId, dying(2))).rejects.toThrow('killed');
    expect((await batchById(t.db, batchId))?.done).toBe(3);
    const next = round.assessments.map(({ id }) => id).toSorted()[3] ?? '';
    await inTransaction(t.tools, (tx) =>
      numberCertificate(t.tools, tx, { assessmentId: next, by: head.personId, replacesId: null }),
    );
    expect((await countCertificates(t.db, round.roundId, null)).valid).toBe(3);

    await Promise.all([issueBatch(t.tools, batchId), issueBatch(t.tools, batchId)]);
    const all = await Promise.all(round.assessments.map(({ id }) => certificatesOf(t.db, id)));
    expect(all.map((of) => of.length)).toEqual(codes.map(() => 1));
    expect(all.flat().every((one) => one.state === 'valid')).toBe(true);
    const seqs = all.flat().map((one) => numberOf(one).seq);
    expect(seqs.toSorted((a, b) => a - b)).toEqual(codes.map((_code, index) => index + 1));
    expect((await batchById(t.db, batchId))?.endedAt).not.toBeNull();
    expect(await askForCertificates(t.tools, head, { roundId: round.roundId, offices: null })).toEqual({
      ok: false,
      refusal: 'certificate.nothing-to-issue',
    });
  });

  test('a number whose file was made twice at once is one certificate', async () => {
    const round = await publishedRound(t);
    const order = { assessmentId: round.assessments[0]?.id ?? '', by: head.personId, replacesId: null };
    const numbered = must(await inTransaction(t.tools, (tx) => numberCertificate(t.tools, tx, order)));
    const signers = await openSigners(t.tools);
    await Promise.all([makeCertificate(t.tools, signers, numbered), makeCertificate(t.tools, signers, numbered)]);
    const one = (await certificateById(t.db, numbered.id)) as Certificate;
    expect(await verifyFile(t.tools, await pdfOf(one))).toMatchObject({ verdict: 'valid' });
  });
});
