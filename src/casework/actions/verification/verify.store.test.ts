import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agencyByCode } from '../../../directory/index.ts';
import { sealIdentity, sealParticulars } from '../../../identity/index.ts';
import type { Actor, Officer } from '../../../kernel/actor.ts';
import { Temporal } from '../../../kernel/time.ts';
import { isRunning } from '../../../law/index.ts';
import { readEvents } from '../../../platform/audit/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type CastName, castOf, openedCase } from '../../cast.test-support.ts';
import { caseDeadlinesErrand } from '../../errands/deadlines.ts';
import { runningClock, teamOf } from '../../rules/case.ts';
import { viewOf } from '../../rules/visibility.ts';
import { documentsOf } from '../../store/documents/documents.ts';
import { caseEntries } from '../../store/timeline.ts';
import { checksOf } from '../../store/verification/checks.ts';
import { completionsOf } from '../../store/verification/completions.ts';
import { similarCases } from '../../store/verification/similar-cases.ts';
import { transfersOf } from '../../store/verification/transfers.ts';
import { answerChecks } from './answer-checks.ts';
import { answerQuestion, askCompletion, openQuestions } from './ask-completion.ts';
import { changeTeam, type TeamOrder } from './change-team.ts';
import { decideItem } from './decide-item.ts';
import { liftConflict, recordConflict } from './declare-conflict.ts';
import { gatherChecks } from './gather-checks.ts';
import { answerTransfer, proposeTransfer, transferFor, waitingTransfers } from './transfer-case.ts';
import { allMet, caseAtPlenary, current, must, plenaryInSession } from './verification.test-support.ts';
import { passFormal, reviveCase, submitToPlenary } from './verify-case.ts';

let t: TestDatabase;
let officer: (name: CastName) => Promise<Officer>;
const NOW = '2026-03-16T09:00:00+08:00';

beforeAll(async () => {
  t = await testDatabase();
  t.setNow(NOW);
  officer = await castOf(t);
});
afterAll(() => t.close());

const any = (caseId: string) => ({ caseId, version: null });
const standing = async (caseId: string, code: string) => {
  const { standings } = await gatherChecks(t.tools, t.db, await current(t, caseId));
  const found = standings.find((each) => each.requirement.code === code);
  if (!found) throw new Error(code);
  return found;
};

/** A report of somebody who gave a name alone. */
async function reported(secret = false) {
  const file = await openedCase(t, {
    secret,
    occurredOn: Temporal.PlainDate.from('2025-12-01'),
    wish: 'Surat rujukan diberikan (contoh)',
  });
  await inTransaction(t.tools, async (tx) => {
    const original = { title: 'Aduan', description: 'Kata-kata sendiri (contoh)', place: null } as never;
    const contact = { name: 'Wayan Rahasia Canari', phone: '+6281299988877' };
    await sealIdentity(t.tools, tx, { complaintId: file.id, contact, original });
    await sealParticulars(t.tools, tx, { caseId: file.id, particulars: { name: contact.name }, idCopy: undefined });
  });
  return file;
}
const reporter = (caseId: string): Actor => ({ kind: 'complainant', complaintId: caseId });

describe('requirements of a case', () => {
  test('are computed from what was given, without reading it; the verifier answers the rest, and every answer stays', async () => {
    const { id } = await reported();
    expect(await standing(id, 'name')).toMatchObject({ answer: 'met', check: null });
    expect((await standing(id, 'address')).answer).toBe('not-met');
    const verifier = await officer('verifier');
    const answer = { requirement: 'address', answer: 'met' as const, note: 'Tertulis di KTP (contoh)', seen: '' };
    expect(await answerChecks(t.tools, verifier, id, [answer])).toEqual({ ok: true, value: 1 });
    expect(await standing(id, 'address')).toMatchObject({
      answer: 'met',
      check: { way: 'overruled', author: `person:${verifier.personId}` },
    });
    // Made from the page before that answer.
    const late = await answerChecks(t.tools, await officer('head'), id, [{ ...answer, answer: 'not-met', note: 'tidak ada' }]);
    expect(late).toEqual({ ok: false, refusal: { code: 'case.check-moved-on', requirement: 'address' } });
    const [seen] = await checksOf(t.db, id);
    must(
      await answerChecks(t.tools, await officer('head'), id, [
        { ...answer, answer: 'not-met', note: 'tidak terbaca', seen: seen?.id ?? '' },
      ]),
    );
    expect((await standing(id, 'address')).history.map((each) => each.answer)).toEqual(['not-met', 'met']);
    expect(JSON.stringify(await readEvents(t.db, id))).not.toContain('tidak terbaca');
  });

  test('of two verifiers who answer the same at the same moment one is told; of different ones both are kept', async () => {
    const { id } = await reported();
    const [verifier, head] = [await officer('verifier'), await officer('head')];
    const say = (who: Officer, requirement: string, answer: 'met' | 'not-met') =>
      answerChecks(t.tools, who, id, [{ requirement, answer, note: 'dilihat (contoh)', seen: '' }]);
    const same = await Promise.all([say(verifier, 'account', 'met'), say(head, 'account', 'not-met')]);
    expect(same.filter((each) => each.ok)).toHaveLength(1);
    const other = await Promise.all([say(verifier, 'standing', 'met'), say(head, 'jurisdiction', 'met')]);
    expect(other.every((each) => each.ok)).toBe(true);
  });

  test('an examiner and the respondent answer nothing', async () => {
    const { id } = await reported();
    const order = [{ requirement: 'account', answer: 'met' as const, note: '', seen: '' }];
    expect(await answerChecks(t.tools, await officer('examiner'), id, order)).toMatchObject({
      refusal: { code: 'case.not-yours' },
    });
    expect(await answerChecks(t.tools, await officer('coordinator'), id, order)).toMatchObject({
      refusal: { code: 'case.absent' },
    });
  });

  test('formal verification passes only when all of them are met, the plenary is asked only when all are answered; what was computed is frozen', async () => {
    const { id } = await reported();
    const verifier = await officer('verifier');
    expect(await passFormal(t.tools, verifier, any(id))).toMatchObject({ refusal: 'case.formal-not-met' });
    await allMet(t, verifier, id);
    expect(must(await passFormal(t.tools, verifier, any(id))).stage).toBe('material');
    const frozen = (await checksOf(t.db, id)).filter((each) => each.way === 'computed');
    expect(frozen.map((each) => each.requirement)).toContain('name');
    expect(frozen.find((each) => each.requirement === 'event-age')?.facts).toMatchObject([
      { kind: 'event-age', lastDay: '2027-12-01' },
    ]);
    const proposal = { proposal: 'refuse', reasons: 'Bukan kewenangan (contoh)' };
    expect(await submitToPlenary(t.tools, verifier, any(id), { ...proposal, proposal: 'apa' })).toMatchObject({
      refusal: 'case.proposal-missing',
    });
    expect(must(await submitToPlenary(t.tools, verifier, any(id), proposal)).stage).toBe('plenary');
    const told = (await caseEntries(t.db, id, ['reporter', 'parties', 'public'])).map((each) => each.text);
    expect(told.join()).not.toContain('Bukan kewenangan');
  });

  test('similar cases are offered from among those the verifier may see, the nearest in words', async () => {
    const one = await openedCase(t, {
      title: 'Ambulans puskesmas tidak datang (contoh)',
      account: 'Ambulans dipanggil dua kali, tidak datang.',
    });
    const same = await openedCase(t, {
      title: "Panggilan ambulans tak dijawab 'puskesmas' \\ (contoh)",
      account: 'Ambulans tidak pernah datang.',
    });
    const other = await openedCase(t, { title: 'Pungutan parkir (contoh)', account: 'Tarif berbeda dari karcis.' });
    const found = (await similarCases(t.db, one, await officer('verifier'))).map((each) => each.id);
    expect(found).toContain(same.id);
    expect(found).not.toContain(other.id);
    expect((await similarCases(t.db, same, await officer('verifier'))).map((each) => each.id)).toContain(one.id);
    expect(await similarCases(t.db, one, await officer('coordinator'))).toEqual([]);
  });
});

describe('asking back', () => {
  const ask = async (id: string) =>
    must(
      await askCompletion(t.tools, await officer('verifier'), any(id), {
        requirements: ['address', 'loss', 'jurisdiction'],
        text: 'Mohon tulis alamat dan kerugian (contoh).',
      }),
    );

  test('asks only what the reporter can mend, runs the clock of the law and drafts the letter', async () => {
    const { id } = await reported();
    const asked = await ask(id);
    expect(asked.stage).toBe('completing');
    expect(runningClock(asked, 'stage')?.limit).toEqual({ rule: 'case.complete', value: 30, unit: 'day' });
    const [question] = await openQuestions(t.db, id);
    expect(question?.requirements.map((each) => each.code)).toEqual(['address', 'loss']);
    expect(question?.dueAt?.toString()).toBe('2026-04-15T15:59:59Z');
    const [letter] = await documentsOf(t.db, id);
    expect(letter).toMatchObject({ kind: 'incomplete-notice', state: 'draft', partId: question?.id });
    expect(
      await askCompletion(t.tools, await officer('verifier'), any(id), { requirements: ['loss'], text: 'lagi' }),
    ).toMatchObject({ refusal: 'case.not-now' });
  });

  test('the answer of a reporter whose identity is secret is masked, fills what was missing, and brings the report back to where it was', async () => {
    const { id } = await reported(true);
    await ask(id);
    const [question] = await openQuestions(t.db, id);
    const answer = {
      caseId: id,
      questionId: question?.id ?? '',
      text: 'Saya Wayan Rahasia Canari, 081299988877, alamat menyusul.',
      files: [],
      facts: { loss: 'Ongkos Rp200.000' },
    };
    expect(await answerQuestion(t.tools, { kind: 'complainant', complaintId: question?.id ?? '' }, answer)).toMatchObject({
      refusal: 'case.absent',
    });
    const done = must(await answerQuestion(t.tools, reporter(id), answer));
    expect([done.stage, done.loss]).toEqual(['formal', 'Ongkos Rp200.000']);
    const [text] = (await caseEntries(t.db, id, ['reporter'])).filter((each) => each.kind === 'facts').map((each) => each.text);
    expect(text).not.toMatch(/Canari|81299988877/);
    expect((await standing(id, 'loss')).answer).toBe('met');
    expect(await openQuestions(t.db, id)).toEqual([]);
    expect(await answerQuestion(t.tools, reporter(id), answer)).toMatchObject({ refusal: 'case.not-now' });
  });

  test('what a verifier had judged is open again once it was completed; on paper it needs how it came', async () => {
    const { id } = await reported();
    const verifier = await officer('verifier');
    must(
      await answerChecks(t.tools, verifier, id, [
        { requirement: 'account', answer: 'not-met', note: 'Terlalu singkat (contoh)', seen: '' },
      ]),
    );
    must(await askCompletion(t.tools, verifier, any(id), { requirements: ['account'], text: 'Ceritakan lebih rinci (contoh).' }));
    const [question] = await openQuestions(t.db, id);
    const paper = { caseId: id, questionId: question?.id ?? '', text: 'Surat tambahan (contoh)', files: [] };
    expect(await answerQuestion(t.tools, verifier, paper)).toMatchObject({ refusal: 'case.reason-missing' });
    must(await answerQuestion(t.tools, verifier, { ...paper, reason: 'Surat 20 Maret, diantar (contoh)' }));
    expect((await standing(id, 'account')).answer).toBe('open');
    expect((await completionsOf(t.db, id))[0]).toMatchObject({ answeredBy: `person:${verifier.personId}` });
  });

  test('silence closes it as deemed withdrawn after thirty days and not before; nothing is deleted, and it is revived with a reason', async () => {
    const { id } = await reported();
    await ask(id);
    t.setNow('2026-04-15T23:59:00+08:00');
    await caseDeadlinesErrand(t.tools);
    expect((await current(t, id)).stage).toBe('completing');
    t.setNow('2026-04-16T00:00:30+08:00');
    await caseDeadlinesErrand(t.tools);
    const lapsed = await current(t, id);
    expect([lapsed.stage, lapsed.outcome]).toEqual(['closed', 'deemed-withdrawn']);
    expect(await openQuestions(t.db, id)).toEqual([]);
    expect(await completionsOf(t.db, id)).toHaveLength(1);
    const verifier = await officer('verifier');
    expect(await reviveCase(t.tools, verifier, any(id), ' ')).toMatchObject({ refusal: 'case.reason-missing' });
    const alive = must(await reviveCase(t.tools, verifier, any(id), 'Pelapor sakit, surat keterangan ada (contoh)'));
    expect([alive.stage, alive.outcome, alive.number]).toEqual(['formal', null, lapsed.number]);
    t.setNow(NOW);
  });
});

const NOBODY: TeamOrder = { lead: '', examiners: [], verifier: '', resolver: '', reason: '', task: '', from: '', until: '' };

async function assigned(): Promise<string> {
  const file = await caseAtPlenary(t, await officer('verifier'));
  const plenary = await plenaryInSession(t, await officer('head'), [file.id]);
  const order = { decision: 'examine', discussion: '', reasons: '', dissents: [] };
  must(await decideItem(t.tools, await officer('head'), { plenaryId: plenary.id, caseId: file.id }, order));
  const lead = (await officer('examiner')).personId;
  const team = { ...NOBODY, lead, task: 'Memeriksa laporan (contoh)', from: '2026-03-16', until: '2026-04-30' };
  must(await changeTeam(t.tools, await officer('head'), any(file.id), team));
  return file.id;
}

describe('the team', () => {
  test('is assigned by the head: the examination begins, the letter is drafted, the examiner is told', async () => {
    const id = await assigned();
    const file = await current(t, id);
    expect(file.stage).toBe('examination');
    expect(teamOf(file, 'lead').map((each) => each.personId)).toEqual([(await officer('examiner')).personId]);
    const [letter] = (await documentsOf(t.db, id)).filter((each) => each.kind === 'assignment');
    expect(letter?.fields).toMatchObject({ task: 'Memeriksa laporan (contoh)', until: '2026-04-30' });
    expect(letter?.fields.assigned).toContain('ketua tim pemeriksa');
  });

  test('examiners are replaced with a reason; whoever does not hold the position, or has a conflict, cannot be chosen', async () => {
    const id = await assigned();
    const head = await officer('head');
    const second = (await officer('secondExaminer')).personId;
    expect(await changeTeam(t.tools, head, any(id), { ...NOBODY, lead: second })).toMatchObject({
      refusal: 'case.reason-missing',
    });
    const outsider = { ...NOBODY, lead: (await officer('coordinator')).personId, reason: 'ganti' };
    expect(await changeTeam(t.tools, head, any(id), outsider)).toMatchObject({ refusal: 'case.team-person' });
    const clock = runningClock(await current(t, id), 'stage');
    const changed = must(await changeTeam(t.tools, head, any(id), { ...NOBODY, lead: second, reason: 'Beban kerja (contoh)' }));
    expect(teamOf(changed).map((each) => each.personId)).toEqual([second]);
    expect(changed.team).toHaveLength(2);
    expect(runningClock(changed, 'stage')?.dueAt).toEqual(clock?.dueAt);
    must(
      await recordConflict(t.tools, await officer('secondExaminer'), any(id), {
        kind: 'relation',
        personId: second,
        agencyId: null,
        reason: 'Ipar (contoh)',
      }),
    );
    expect(await changeTeam(t.tools, head, any(id), { ...NOBODY, lead: second, reason: 'ganti' })).toMatchObject({
      refusal: 'case.team-conflict',
    });
    expect(await changeTeam(t.tools, await officer('examiner'), any(id), { ...NOBODY, lead: second, reason: 'x' })).toMatchObject(
      { refusal: 'case.not-yours' },
    );
  });

  test('whoever declares a conflict leaves the team and loses sight of the case at once; lifted by the head, they see it again', async () => {
    const id = await assigned();
    const examiner = await officer('examiner');
    const own = { kind: 'relation' as const, personId: examiner.personId, agencyId: null, reason: 'Saudara kandung (contoh)' };
    const resolver = await officer('resolver');
    expect(await recordConflict(t.tools, resolver, any(id), own)).toMatchObject({ refusal: 'case.not-yours' });
    const shut = must(await recordConflict(t.tools, examiner, any(id), own));
    expect(teamOf(shut)).toEqual([]);
    expect(viewOf(shut, examiner)).toBeNull();
    expect(await recordConflict(t.tools, examiner, any(id), own)).toMatchObject({ refusal: 'case.absent' });
    const [exclusion] = shut.exclusions;
    const lifted = must(
      await liftConflict(t.tools, await officer('head'), any(id), {
        exclusionId: exclusion?.id ?? '',
        reason: 'Salah catat (contoh)',
      }),
    );
    expect(viewOf(lifted, examiner)).toBe('officer');
    expect(teamOf(lifted)).toEqual([]);
  });
});

describe('a transfer', () => {
  const order = async (reason = 'Terlapor instansi pusat (contoh)') => ({
    toOfficeId: (await agencyByCode(t.db, 'ori'))?.id ?? '',
    reason,
    agreedWith: 'Kepala Keasistenan (contoh)',
    agreedOn: Temporal.PlainDate.from('2026-03-13'),
    agreement: 'Ditangani pusat (contoh)',
  });

  test('waits for the other office, which sees what it needs; accepted, number and deadline stay and the team does not', async () => {
    const id = await assigned();
    const before = await current(t, id);
    const due = runningClock(before, 'stage')?.dueAt;
    const [head, chair] = [await officer('head'), await officer('chair')];
    expect(await proposeTransfer(t.tools, head, any(id), { ...(await order()), agreedWith: '' })).toMatchObject({
      refusal: 'case.transfer-coordination',
    });
    expect(await proposeTransfer(t.tools, head, any(id), { ...(await order()), toOfficeId: before.officeId })).toMatchObject({
      refusal: 'case.transfer-office',
    });
    must(await proposeTransfer(t.tools, head, any(id), await order()));
    expect((await current(t, id)).officeId).toBe(before.officeId);
    expect(await proposeTransfer(t.tools, head, any(id), await order())).toMatchObject({ refusal: 'case.transfer-open' });
    const [waiting] = await waitingTransfers(t.db, chair, 10);
    expect(waiting?.transfer).toMatchObject({ caseId: id, kind: 'office-to-centre' });
    expect(await waitingTransfers(t.db, head, 10)).toEqual([]);
    const asked = waiting?.transfer ?? { id: '', caseId: '' };
    expect(await transferFor(t.db, await officer('coordinator'), asked.id)).toBeUndefined();
    expect(await answerTransfer(t.tools, head, asked, { accepts: true, reason: '' })).toMatchObject({ refusal: 'case.absent' });
    t.setNow('2026-03-17T09:00:00+08:00');
    const answers = await Promise.all([
      answerTransfer(t.tools, chair, asked, { accepts: true, reason: '' }),
      answerTransfer(t.tools, chair, asked, { accepts: false, reason: 'Tidak sempat (contoh)' }),
    ]);
    expect(answers.filter((each) => each.ok)).toHaveLength(1);
    const state = (await transfersOf(t.db, id))[0]?.state;
    const moved = await current(t, id);
    if (state === 'accepted') {
      expect(moved.officeId).not.toBe(before.officeId);
      expect(moved.number).toBe(before.number);
      expect(teamOf(moved)).toEqual([]);
      expect(viewOf(moved, head)).toBeNull();
    } else expect(moved.officeId).toBe(before.officeId);
    expect(due).toBeDefined();
    t.setNow(NOW);
  });

  test('in the middle of an examination gives no new time: the clock runs on when the new office assigns', async () => {
    const id = await assigned();
    const due = runningClock(await current(t, id), 'stage')?.dueAt;
    const [head, chair] = [await officer('head'), await officer('chair')];
    must(await proposeTransfer(t.tools, chair, any(id), await order()));
    const [waiting] = (await waitingTransfers(t.db, chair, 10)).filter((each) => each.file.id === id);
    t.setNow('2026-03-26T09:00:00+08:00');
    const there = must(
      await answerTransfer(t.tools, chair, waiting?.transfer ?? { id: '', caseId: '' }, { accepts: true, reason: '' }),
    );
    expect(there.stage).toBe('assignment');
    expect(viewOf(there, head)).toBeNull();
    // Back again: the centre hands it to the office of Bali, where there are examiners.
    const bali = {
      ...(await order()),
      toOfficeId: (await agencyByCode(t.db, 'ori.bali'))?.id ?? '',
      agreedOn: Temporal.PlainDate.from('2026-03-25'),
    };
    must(await proposeTransfer(t.tools, chair, any(id), bali));
    const [back] = (await waitingTransfers(t.db, head, 10)).filter((each) => each.file.id === id);
    expect(back?.transfer.kind).toBe('assign-to-office');
    must(await answerTransfer(t.tools, head, back?.transfer ?? { id: '', caseId: '' }, { accepts: true, reason: '' }));
    const lead = (await officer('examiner')).personId;
    const again = must(await changeTeam(t.tools, head, any(id), { ...NOBODY, lead }));
    expect(again.stage).toBe('examination');
    expect(runningClock(again, 'stage')?.dueAt).toEqual(due);
    expect(again.clocks.filter((each) => each.kind === 'stage' && isRunning(each))).toHaveLength(1);
    expect((await readEvents(t.db, id)).map((event) => event.type)).toContain('clock-continued');
    t.setNow(NOW);
  });

  test('declined with a reason, it stays where it is', async () => {
    const id = await assigned();
    const chair = await officer('chair');
    must(await proposeTransfer(t.tools, await officer('head'), any(id), await order()));
    const [waiting] = (await waitingTransfers(t.db, chair, 10)).filter((each) => each.file.id === id);
    const asked = waiting?.transfer ?? { id: '', caseId: '' };
    expect(await answerTransfer(t.tools, chair, asked, { accepts: false, reason: '' })).toMatchObject({
      refusal: 'case.reason-missing',
    });
    const stays = must(await answerTransfer(t.tools, chair, asked, { accepts: false, reason: 'Bukan bidang kami (contoh)' }));
    expect(stays.stage).toBe('examination');
    expect(teamOf(stays)).toHaveLength(1);
    expect((await transfersOf(t.db, id))[0]).toMatchObject({ state: 'declined', decisionReason: 'Bukan bidang kami (contoh)' });
  });
});
