import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endPosition } from '../../../directory/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import { Temporal } from '../../../kernel/time.ts';
import { makePost, messagesFor } from '../../../messages/index.ts';
import { readEvents } from '../../../platform/audit/index.ts';
import { knownCertificates, verifySeal } from '../../../platform/documents/index.ts';
import { has, judge } from '../../../platform/documents/testing/outside-tools.ts';
import { readSealed } from '../../../platform/files/seal.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import type { Post } from '../../../platform/tools.ts';
import { castOf } from '../../cast.test-support.ts';
import { runningClock } from '../../rules/case.ts';
import { DOCUMENT_STATES, DOCUMENT_TRANSITIONS } from '../../rules/documents/document.transitions.ts';
import type { CaseDocument } from '../../rules/documents/document.ts';
import { deliveryState, lastDelivery } from '../../rules/documents/document.ts';
import { loadCase } from '../../store/cases.ts';
import { answersTo, documentsOf, loadDocument } from '../../store/documents/documents.ts';
import { filesOfDocument } from '../../store/documents/files.ts';
import { inboxOf } from '../../store/documents/inbox.ts';
import { addAnswerFile, answerLetter, keepAnswer } from './answer-letter.ts';
import { documentFile, lettersForReporter } from './document-file.ts';
import {
  caseInExamination,
  dinkes,
  type Hands,
  must,
  openedReview,
  reviewedDraft,
  sealed,
  typedFor,
} from './documents.test-support.ts';
import { discardDraft, draftDocument, reviewDocument, reviseDraft } from './draft-document.ts';
import { finishDocument } from './make-file.ts';
import { openLetter, openReporterLetter, recordReceipt } from './receive-document.ts';
import { sealDocument } from './seal-document.ts';
import { sendDocument } from './send-document.ts';

let t: TestDatabase;
let who: Awaited<ReturnType<typeof castOf>>;
let hands: Hands;
let examiner: Officer;
beforeAll(async () => {
  const given: { post?: Post } = {};
  t = await testDatabase({ post: (tx, message) => given.post?.(tx, message) ?? Promise.resolve() });
  given.post = makePost(t.tools);
  who = await castOf(t);
  examiner = await who('examiner');
  hands = { drafter: examiner, reviewer: await who('secondExaminer'), sealer: await who('head') };
});
afterAll(() => t.close());

const at = (document: CaseDocument) => ({ documentId: document.id, revision: document.revision });
const request = async (fileId: string, more = {}) => sealed(t, { id: fileId }, 'clarification-request', hands, more);
const sent = async (fileId: string, more = {}) =>
  must(await sendDocument(t.tools, hands.sealer, { ...at(await request(fileId, more)), ways: { 1: 'system' } }));

describe('a draft', () => {
  test('is reviewed by somebody else than who wrote it, and one that is changed is reviewed again', async () => {
    const file = await caseInExamination(t, examiner);
    const order = {
      subject: { kind: 'case', id: file.id },
      kind: 'clarification-request',
      addressees: [await dinkes(t)],
    } as const;
    const draft = must(await draftDocument(t.tools, examiner, { ...order, fields: typedFor(order.kind) }));
    expect(await reviewDocument(t.tools, examiner, at(draft))).toMatchObject({ refusal: { code: 'case.document-not-yours' } });
    const reviewed = must(await reviewDocument(t.tools, hands.reviewer, at(draft)));
    expect(reviewed).toMatchObject({ state: 'reviewed', reviewedBy: hands.reviewer.personId, number: null });
    const again = must(await reviseDraft(t.tools, examiner, { ...at(reviewed), fields: typedFor(order.kind, 'Lain.') }));
    expect(again).toMatchObject({ state: 'draft', reviewedBy: null });
    expect(await sealDocument(t.tools, hands.sealer, at(again))).toMatchObject({ refusal: { code: 'case.document-not-now' } });
    expect(await reviseDraft(t.tools, examiner, { ...at(reviewed), fields: {} })).toMatchObject({
      refusal: { code: 'case.document-moved-on' },
    });
  });

  test('that lacks something is told what, and is not sealed', async () => {
    const file = await caseInExamination(t, examiner);
    const draft = must(
      await draftDocument(t.tools, examiner, {
        subject: { kind: 'case', id: file.id },
        kind: 'summons-1',
        fields: { heldAt: '10.00' },
        addressees: [await dinkes(t)],
      }),
    );
    const refused = await reviewDocument(t.tools, hands.reviewer, at(draft));
    expect(refused).toMatchObject({ refusal: { code: 'case.document-incomplete' } });
    if (!refused.ok) expect(refused.refusal.faults?.map(({ field }) => field)).toEqual(['heldOn', 'place', 'about']);
  });

  test('is made by nobody outside: the verifier not in examination, the agency never, another office neither', async () => {
    const file = await caseInExamination(t, examiner);
    const order = { subject: { kind: 'case', id: file.id }, kind: 'clarification-request', fields: {}, addressees: [] } as const;
    for (const name of ['verifier', 'secondExaminer'] as const) {
      expect(await draftDocument(t.tools, await who(name), order)).toMatchObject({
        refusal: { code: 'case.document-not-yours' },
      });
    }
    for (const name of ['coordinator', 'liaison', 'leader'] as const) {
      expect(await draftDocument(t.tools, await who(name), order)).toMatchObject({ refusal: { code: 'case.document-absent' } });
    }
  });

  test('that is thrown away leaves no number behind', async () => {
    const file = await caseInExamination(t, examiner);
    const reviewed = await reviewedDraft(t, file, 'clarification-request', hands);
    expect(must(await discardDraft(t.tools, examiner, at(reviewed)))).toMatchObject({ state: 'discarded', number: null });
  });
});

describe('a sealed document', () => {
  test('has a number, a file that its seal vouches for, and says that the seal is a trial', async () => {
    const file = await caseInExamination(t, examiner);
    const one = await request(file.id);
    expect(one.number).toMatch(/^\d{4}\/PPT\/III\/2026\/DPS$/);
    expect(one).toMatchObject({ state: 'sealed', sealedBy: hands.sealer.personId });
    const pdf = await readSealed(t.tools, one.file?.key ?? '');
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(one.file?.sha256);
    expect((await verifySeal(pdf, await knownCertificates(t.tools))).state).toBe('intact');
    const changed = Buffer.from(pdf);
    changed[500] = (changed[500] as number) ^ 1;
    expect((await verifySeal(changed, await knownCertificates(t.tools))).state).not.toBe('intact');
  });

  test.skipIf(!has('pdftotext') || !has('pdfsig'))('reads as a letter, and pdfsig accepts its seal', async () => {
    const file = await caseInExamination(t, examiner);
    const one = await request(file.id);
    const pdf = await readSealed(t.tools, one.file?.key ?? '');
    const text = judge('pdftotext', pdf, '-layout', '$', '-').replaceAll(/\s+/g, ' ');
    for (const words of [
      'OMBUDSMAN REPUBLIK INDONESIA',
      'PERWAKILAN BALI',
      one.number ?? '',
      'Denpasar, 17 Maret 2026',
      'Kepala Dinas Kesehatan',
      file.number,
      '14 (empat belas) hari sejak surat ini diterima (UU 37/2008 Pasal 33)',
      'Segel percobaan',
      'CONTOH',
    ]) {
      expect(text, words).toContain(words);
    }
    expect(judge('pdfsig', pdf, '-nocert', '$')).toContain('Signature is Valid.');
  });

  test('is never changed: not by us, not by the database', async () => {
    const file = await caseInExamination(t, examiner);
    const one = await request(file.id);
    expect(
      await reviseDraft(t.tools, examiner, { ...at(one), fields: typedFor('clarification-request', 'Diubah.') }),
    ).toMatchObject({
      refusal: { code: 'case.document-not-now' },
    });
    for (const change of [sql`fields = '{}'`, sql`content = '{}'`, sql`pdf_sha256 = repeat('0', 64)`, sql`state = 'draft'`]) {
      await expect(sql`UPDATE casework.documents SET ${change} WHERE id = ${one.id}`.execute(t.ownerDb)).rejects.toThrow();
    }
    await expect(sql`DELETE FROM casework.document_recipients WHERE document_id = ${one.id}`.execute(t.db)).rejects.toThrow();
  });

  test('is mended by a new one that takes its place', async () => {
    const file = await caseInExamination(t, examiner);
    const old = await sent(file.id);
    must(await openLetter(t.tools, await who('liaison'), old.id));
    expect(runningClock((await loadCase(t.db, file.id)) as never, 'request', old.id)).toBeDefined();
    const next = await sealed(t, file, 'clarification-request', hands, { replacesId: old.id });
    expect(next.replacesId).toBe(old.id);
    expect((await loadDocument(t.db, old.id))?.state).toBe('superseded');
    expect(runningClock((await loadCase(t.db, file.id)) as never, 'request', old.id)).toBeUndefined();
    const order = { subject: { kind: 'case', id: file.id }, kind: 'clarification-request', fields: {}, addressees: [] } as const;
    expect(await draftDocument(t.tools, examiner, { ...order, replacesId: old.id })).toMatchObject({
      refusal: { code: 'case.document-absent' },
    });
  });

  test('numbers follow one another without gaps when many are sealed at once and some are refused', async () => {
    const file = await caseInExamination(t, examiner);
    const drafts = await Promise.all(
      Array.from({ length: 8 }, () => reviewedDraft(t, file, 'superior-notice', { ...hands, drafter: examiner })),
    );
    const answers = await Promise.all([
      ...drafts.map((one) => sealDocument(t.tools, hands.sealer, at(one))),
      // Two clicks, and somebody who may not: none of them takes a number.
      ...drafts.slice(0, 3).map((one) => sealDocument(t.tools, hands.sealer, at(one))),
      ...drafts.slice(0, 3).map((one) => sealDocument(t.tools, examiner, at(one))),
    ]);
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(8);
    const numbers = (await Promise.all(drafts.map((one) => loadDocument(t.db, one.id)))).map((one) =>
      Number(one?.number?.slice(0, 4)),
    );
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 8 }, (_, index) => index + 1));
  });

  test('whose maker died in between is finished under the number it has, also by two at once', async () => {
    const file = await caseInExamination(t, examiner);
    const reviewed = await reviewedDraft(t, file, 'superior-notice', hands);
    const { files } = t.tools;
    const dying = { ...t.tools, files: { ...files, put: () => Promise.reject(new Error('power cut')) } };
    await expect(sealDocument(dying, hands.sealer, at(reviewed))).rejects.toThrow('power cut');
    const left = await loadDocument(t.db, reviewed.id);
    expect(left).toMatchObject({ state: 'numbered', file: null });
    await Promise.all([finishDocument(t.tools, reviewed.id), finishDocument(t.tools, reviewed.id)]);
    const done = await loadDocument(t.db, reviewed.id);
    expect(done).toMatchObject({ state: 'sealed', number: left?.number });
    const types = [];
    for (const event of await readEvents(t.db, reviewed.id)) types.push(event.type);
    expect(types).toEqual(['document.drafted', 'document.reviewed', 'document.numbered', 'document.sealed']);
  });
});

describe('personal data', () => {
  const passagesIn = async (secret: boolean, text: string, looked = false) => {
    const file = await caseInExamination(t, examiner, { secret });
    const draft = await reviewedDraft(t, file, 'clarification-request', hands, {
      fields: typedFor('clarification-request', text),
      addressees: [await dinkes(t)],
    });
    return sealDocument(t.tools, hands.sealer, { ...at(draft), looked });
  };

  test('of a secret reporter keeps a document from being sealed, whatever the sealer says', async () => {
    for (const text of [
      'Menurut Wayan Rahasia Canari hal itu benar.',
      'Hubungi 0812-9998-8877.',
      'Ia tinggal di Jalan Burung Kenari Nomor 77, Semarapura.',
    ]) {
      for (const looked of [false, true]) {
        const refused = await passagesIn(true, text, looked);
        expect(refused, text).toMatchObject({ refusal: { code: 'case.passage-of-reporter' } });
        if (!refused.ok) expect(refused.refusal.passages?.[0]).toMatchObject({ field: 'ground', certain: true });
      }
    }
  });

  test('that may be nothing is looked at first, passage by passage', async () => {
    const refused = await passagesIn(false, 'Nomor kantor 0361-222333 dan NIK 5105011203850001.');
    expect(refused).toMatchObject({ refusal: { code: 'case.passage-to-look-at' } });
    if (!refused.ok) expect(refused.refusal.passages?.map(({ kind }) => kind)).toContain('nik');
    expect((await passagesIn(false, 'Nomor kantor 0361-222333.', true)).ok).toBe(true);
  });
});

describe('a letter that is sent', () => {
  test('lies in the box of the agency, whose officers are told, and its first opening is the proof of receipt', async () => {
    const file = await caseInExamination(t, examiner);
    const letter = await sent(file.id);
    const [liaison, coordinator] = [await who('liaison'), await who('coordinator')];
    const told = (await messagesFor(t.db, { kind: 'case-document', id: letter.id })).map(({ recipient }) => recipient.id);
    expect(told).toEqual(expect.arrayContaining([liaison.personId, coordinator.personId]));
    expect(await openLetter(t.tools, await who('leader'), letter.id)).toMatchObject({
      refusal: { code: 'case.document-absent' },
    });

    t.setNow('2026-03-18T09:00:00+08:00');
    const opened = must(await openLetter(t.tools, liaison, letter.id));
    expect(opened.state).toBe('received');
    expect(lastDelivery(opened, 1)?.outcome).toMatchObject({
      outcome: 'received',
      how: 'opened',
      by: `person:${liaison.personId}`,
    });
    t.setNow('2026-03-19T09:00:00+08:00');
    const again = must(await openLetter(t.tools, coordinator, letter.id));
    expect(lastDelivery(again, 1)?.outcome?.at.toString()).toBe('2026-03-18T01:00:00Z');
    await expect(
      sql`UPDATE casework.document_deliveries SET outcome_at = now() WHERE document_id = ${letter.id}`.execute(t.ownerDb),
    ).rejects.toThrow();

    const clock = runningClock((await loadCase(t.db, file.id)) as never, 'request', letter.id);
    expect(clock?.startedAt.toString()).toBe('2026-03-18T01:00:00Z');
    expect(clock?.dueAt.toZonedDateTimeISO('Asia/Makassar').toPlainDate().toString()).toBe('2026-04-01');
    t.setNow('2026-03-17T10:00:00+08:00');
  });

  test('on paper is received by what the sender records, with reason and slip, between sending and today', async () => {
    const file = await caseInExamination(t, examiner);
    const letter = must(await sendDocument(t.tools, hands.sealer, { ...at(await request(file.id)), ways: { 1: 'post' } }));
    t.setNow('2026-03-20T10:00:00+08:00');
    const record = { ...at(letter), recipientNo: 1, outcome: 'received', on: Temporal.PlainDate.from('2026-03-19') } as const;
    expect(await recordReceipt(t.tools, hands.drafter, { ...record, reason: ' ' })).toMatchObject({
      refusal: { code: 'case.receipt-reason' },
    });
    const early = { ...record, on: Temporal.PlainDate.from('2026-03-16'), reason: 'Resi 123' };
    expect(await recordReceipt(t.tools, hands.drafter, early)).toMatchObject({ refusal: { code: 'case.receipt-day' } });
    const slip = Buffer.from('%PDF-1.7\n%%EOF\n');
    const done = must(await recordReceipt(t.tools, hands.drafter, { ...record, reason: 'Resi 123 (contoh)', slip }));
    expect(done.state).toBe('received');
    expect(lastDelivery(done, 1)?.outcome).toMatchObject({ how: 'recorded', reason: 'Resi 123 (contoh)' });
    expect(await filesOfDocument(t.db, done.id)).toMatchObject([{ purpose: 'slip' }]);
    const clock = runningClock((await loadCase(t.db, file.id)) as never, 'request', letter.id);
    expect(clock?.startedAt.toString()).toBe('2026-03-19T04:00:00Z');
    t.setNow('2026-03-17T10:00:00+08:00');
  });

  test('that came back is sent again', async () => {
    const file = await caseInExamination(t, examiner);
    const letter = must(await sendDocument(t.tools, hands.sealer, { ...at(await request(file.id)), ways: { 1: 'post' } }));
    const back = must(
      await recordReceipt(t.tools, hands.drafter, {
        ...at(letter),
        recipientNo: 1,
        outcome: 'returned',
        on: Temporal.PlainDate.from('2026-03-17'),
        reason: 'Alamat pindah',
      }),
    );
    expect([back.state, deliveryState(back, 1)]).toEqual(['undelivered', 'returned']);
    const again = must(await sendDocument(t.tools, hands.sealer, { ...at(back), ways: { 1: 'system' } }));
    expect([again.state, lastDelivery(again, 1)?.attempt]).toEqual(['sent', 2]);
    expect(must(await openLetter(t.tools, await who('liaison'), letter.id)).state).toBe('received');
  });

  test('that was recorded as returned and is opened here all the same was received', async () => {
    const file = await caseInExamination(t, examiner);
    const letter = await sent(file.id);
    const on = Temporal.PlainDate.from('2026-03-17');
    const record = { ...at(letter), recipientNo: 1, outcome: 'returned', on, reason: 'Keliru dicatat' } as const;
    expect(must(await recordReceipt(t.tools, hands.drafter, record)).state).toBe('undelivered');
    const opened = must(await openLetter(t.tools, await who('liaison'), letter.id));
    expect([opened.state, deliveryState(opened, 1), lastDelivery(opened, 1)?.attempt]).toEqual(['received', 'received', 2]);
  });

  test('by this system needs somebody there who opens letters', async () => {
    const file = await caseInExamination(t, examiner);
    const police = await reviewedDraft(t, file, 'police-assistance', hands);
    const one = must(await sealDocument(t.tools, hands.sealer, { ...at(police), looked: true }));
    expect(await sendDocument(t.tools, hands.sealer, { ...at(one), ways: { 1: 'system' } })).toMatchObject({
      refusal: { code: 'case.delivery-way' },
    });
    expect((await sendDocument(t.tools, hands.sealer, { ...at(one), ways: { 1: 'hand' } })).ok).toBe(true);
  });

  test('is found newest first, page by page, and only by who is addressed', async () => {
    const file = await caseInExamination(t, examiner);
    const first = await sent(file.id);
    t.setNow('2026-03-17T11:00:00+08:00');
    const second = await sent(file.id);
    const [agency] = (await who('liaison')).positions;
    const page = await inboxOf(t.db, [agency?.agencyId ?? ''], { after: null, limit: 1 });
    expect(page.lines.map(({ documentId }) => documentId)).toEqual([second.id]);
    const rest = await inboxOf(t.db, [agency?.agencyId ?? ''], { after: page.next, limit: 100 });
    expect(rest.lines.map(({ documentId }) => documentId)).toContain(first.id);
    expect(rest.lines.map(({ documentId }) => documentId)).not.toContain(second.id);
    const elsewhere = await inboxOf(t.db, [t.tools.random.id()], { after: null, limit: 10 });
    expect(elsewhere.lines).toEqual([]);
    t.setNow('2026-03-17T10:00:00+08:00');
  });

  test('its file is handed to officers of the case and to nobody else', async () => {
    const file = await caseInExamination(t, examiner);
    const letter = await sent(file.id);
    for (const [name, expected] of [
      ['examiner', true],
      ['head', true],
      ['liaison', false],
      ['counter', false],
    ] as const) {
      const handed = await documentFile(t.tools, await who(name), file.id, letter.id);
      expect(handed !== undefined, name).toBe(expected);
      await handed?.stream.toArray();
    }
    expect(await documentFile(t.tools, await who('examiner'), t.tools.random.id(), letter.id)).toBeUndefined();
  });
});

describe('a summons to somebody who left', () => {
  test('is noticed when it is sealed and when it is sent, and the present holder is named', async () => {
    const file = await caseInExamination(t, examiner);
    const liaison = await who('liaison');
    const toLiaison = [await dinkes(t, { personId: liaison.personId })];
    const draft = await reviewedDraft(t, file, 'summons-1', hands, { addressees: toLiaison });
    const already = await sealed(t, file, 'summons-1', hands, { addressees: toLiaison });
    const [{ positionId = '' } = {}] = liaison.positions;
    const coordinator = await who('coordinator');
    must(
      await endPosition(t.tools, { handOver: async () => ({ moved: 0 }) }, coordinator, {
        positionId,
        endsOn: Temporal.PlainDate.from('2026-03-17'),
        reason: 'Mutasi (contoh)',
        successorId: null,
      }),
    );
    const notSealed = await sealDocument(t.tools, hands.sealer, at(draft));
    expect(notSealed).toMatchObject({ refusal: { code: 'case.addressee-left' } });
    if (!notSealed.ok) expect(notSealed.refusal.holders?.map(({ personId }) => personId)).toContain(coordinator.personId);
    expect((await loadDocument(t.db, draft.id))?.number).toBeNull();
    const notSent = await sendDocument(t.tools, hands.sealer, { ...at(already), ways: { 1: 'hand' } });
    expect(notSent).toMatchObject({ refusal: { code: 'case.addressee-left' } });
    expect((await loadDocument(t.db, already.id))?.deliveries).toEqual([]);
  });
});

describe('an answer', () => {
  test('is kept while it is written, gets its number when it is sent, and stops the clock', async () => {
    const file = await caseInExamination(t, examiner);
    const letter = await sent(file.id);
    const coordinator = await who('coordinator');
    must(await openLetter(t.tools, coordinator, letter.id));
    expect(await answerLetter(t.tools, coordinator, letter.id)).toMatchObject({ refusal: { code: 'case.answer-empty' } });
    const text = { text: 'Rujukan diberikan hari ini (contoh).', senderNumber: '440/12/Dinkes (contoh)', datedOn: '2026-03-17' };
    must(await keepAnswer(t.tools, coordinator, { letterId: letter.id, ...text }));
    const added = must(
      await addAnswerFile(t.tools, coordinator, { letterId: letter.id, bytes: Buffer.from('%PDF-1.7\n%%EOF\n') }),
    );
    expect(await answersTo(t.db, letter.id)).toEqual([]);
    expect(await addAnswerFile(t.tools, coordinator, { letterId: letter.id, bytes: Buffer.from('MZ\0\0') })).toMatchObject({
      refusal: { file: 'file-type-not-accepted' },
    });
    const answer = must(await answerLetter(t.tools, coordinator, letter.id));
    expect(answer).toMatchObject({ direction: 'in', state: 'received', fields: text, basedOnId: letter.id });
    expect(answer.number).toMatch(/^\d{4}\/SM\/III\/2026\/DPS$/);
    expect((await filesOfDocument(t.db, answer.id)).map(({ sha256 }) => sha256)).toEqual([added.sha256]);
    expect((await documentsOf(t.db, file.id)).map(({ id }) => id)).toContain(answer.id);
    expect(runningClock((await loadCase(t.db, file.id)) as never, 'request', letter.id)).toBeUndefined();
    const told = (await messagesFor(t.db, { kind: 'case-document', id: letter.id })).map(({ recipient }) => recipient.id);
    expect(told).toContain(examiner.personId);
    await expect(sql`DELETE FROM casework.document_files WHERE id = ${added.id}`.execute(t.db)).rejects.toThrow();
  });

  test('is not taken from who is not addressed, nor to a letter that was replaced', async () => {
    const file = await caseInExamination(t, examiner);
    const letter = await sent(file.id);
    expect(
      await keepAnswer(t.tools, await who('leader'), { letterId: letter.id, text: 'x', senderNumber: '', datedOn: '' }),
    ).toMatchObject({
      refusal: { code: 'case.document-absent' },
    });
    await sealed(t, file, 'clarification-request', hands, { replacesId: letter.id });
    expect(
      await keepAnswer(t.tools, await who('coordinator'), { letterId: letter.id, text: 'x', senderNumber: '', datedOn: '' }),
    ).toMatchObject({
      refusal: { code: 'case.answer-not-asked' },
    });
  });
});

describe('a letter to the reporter', () => {
  test('lies on their own page, and their opening it is the receipt', async () => {
    const file = await caseInExamination(t, examiner);
    const verifier = await who('verifier');
    const receipt = await reviewedDraft(t, file, 'registration-receipt', { ...hands, drafter: verifier });
    const one = must(await sealDocument(t.tools, verifier, { ...at(receipt), looked: true }));
    expect(await lettersForReporter(t.db, file.id)).toEqual([]);
    expect(await openReporterLetter(t.tools, file.id, one.id)).toMatchObject({ refusal: { code: 'case.document-absent' } });
    must(await sendDocument(t.tools, verifier, { ...at(one), ways: { 1: 'system' } }));
    expect((await lettersForReporter(t.db, file.id)).map(({ id }) => id)).toEqual([one.id]);
    expect(await openReporterLetter(t.tools, t.tools.random.id(), one.id)).toMatchObject({
      refusal: { code: 'case.document-absent' },
    });
    const opened = must(await openReporterLetter(t.tools, file.id, one.id));
    expect([opened.state, lastDelivery(opened, 1)?.outcome?.by]).toEqual(['received', 'complainant']);
    for (const name of ['coordinator', 'liaison'] as const) {
      expect(await openLetter(t.tools, await who(name), one.id)).toMatchObject({ refusal: { code: 'case.document-absent' } });
    }
  });

  test('never goes to somebody else as a copy, and a letter to an agency never to the reporter', async () => {
    const file = await caseInExamination(t, examiner);
    const reporter = { kind: 'reporter', agencyId: null, position: '', personId: null, name: '' } as const;
    const order = { subject: { kind: 'case', id: file.id }, kind: 'clarification-request', fields: {} } as const;
    for (const addressees of [[reporter], [await dinkes(t), reporter]]) {
      expect(await draftDocument(t.tools, examiner, { ...order, addressees })).toMatchObject({
        refusal: { code: 'case.addressee-kind' },
      });
    }
  });
});

describe('a letter of a review', () => {
  test('is drafted by who reviews, names the review, and is answered like any other', async () => {
    const preventer = await who('preventer');
    const reviewId = await openedReview(t, examiner);
    const reviewed = { drafter: preventer, reviewer: examiner, sealer: hands.sealer };
    const agency = await dinkes(t);
    const subject = { kind: 'review', id: reviewId } as const;
    const draft = must(
      await draftDocument(t.tools, preventer, {
        subject,
        kind: 'document-request',
        fields: typedFor('document-request'),
        addressees: [{ ...agency, position: 'Pimpinan' }],
      }),
    );
    expect(
      await draftDocument(t.tools, preventer, { subject, kind: 'findings-report', fields: {}, addressees: [] }),
    ).toMatchObject({
      refusal: { code: 'case.document-not-yours' },
    });
    const ready = must(await reviewDocument(t.tools, reviewed.reviewer, at(draft)));
    const one = must(await sealDocument(t.tools, reviewed.sealer, { ...at(ready), looked: true }));
    expect(JSON.stringify(one.content)).toContain('Kajian Nomor 0001/KAJIAN/III/2026/DPS');
    must(await sendDocument(t.tools, reviewed.sealer, { ...at(one), ways: { 1: 'system' } }));
    const coordinator = await who('coordinator');
    expect(must(await openLetter(t.tools, coordinator, one.id)).state).toBe('received');
    must(await keepAnswer(t.tools, coordinator, { letterId: one.id, text: 'Jawaban (contoh)', senderNumber: '', datedOn: '' }));
    expect(must(await answerLetter(t.tools, coordinator, one.id)).state).toBe('received');
  });
});

test('the database knows the same steps as the table', async () => {
  const { rows } = await sql<{ body: string }>`SELECT prosrc AS body FROM pg_proc WHERE proname = 'keep_document'`.execute(
    t.ownerDb,
  );
  const listed = [...(rows[0]?.body ?? '').matchAll(/\('([a-z]+)', '([a-z]+)'\)/g)].map(([, from, to]) => `${from} ${to}`);
  const steps = new Set(
    DOCUMENT_TRANSITIONS.filter(({ from, to }) => String(from) !== to).map(({ from, to }) => `${from} ${to}`),
  );
  expect(new Set(listed.filter((one) => one !== 'draft received'))).toEqual(steps);
  const check = await sql<{ definition: string }>`
    SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'documents_state_check'`.execute(t.ownerDb);
  for (const state of DOCUMENT_STATES) expect(check.rows[0]?.definition).toContain(`'${state}'`);
});
