import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Officer } from '../../../kernel/actor.ts';
import { readEvents } from '../../../platform/audit/index.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type CastName, castOf } from '../../cast.test-support.ts';
import { respondentsOf, runningClock } from '../../rules/case.ts';
import { documentsOf, loadDocument } from '../../store/documents/documents.ts';
import { commentsOf } from '../../store/findings/comments.ts';
import { issuedLhp, lhpInMaking, lhpsOf } from '../../store/findings/lhps.ts';
import { obligationsOf, stepsOf } from '../../store/obligations/obligations.ts';
import { reviseDraft } from '../documents/draft-document.ts';
import { sealDocument } from '../documents/seal-document.ts';
import { caseNow } from '../examination/examination.test-support.ts';
import { finishExamination } from '../examination/finish-examination.ts';
import { changeTeam } from '../verification/change-team.ts';
import { commentOnLhp, decideOnComment } from './comment-on-lhp.ts';
import { issuedCase, reportingCase, revisionNow, sentAndOpened, value, writtenLhp } from './findings.test-support.ts';
import { formerActions } from './former-actions.ts';
import { handInLhp, issueLhp, reviewLhp, sealLhp, takeBackLhp } from './hand-in-lhp.ts';
import { addAction, beginLhp, concludeLhp, saveLhpSection } from './write-lhp.ts';

let t: TestDatabase;
let officer: (name: CastName) => Promise<Officer>;

beforeAll(async () => {
  t = await testDatabase();
  t.setNow('2026-03-16T09:00:00+08:00');
  officer = await castOf(t);
});
beforeEach(() => t.setNow('2026-03-16T09:00:00+08:00'));
afterAll(() => t.close());

describe('an LHP that is written', () => {
  test('is handed in only when nothing is missing, and written on only before', async () => {
    const { id } = await reportingCase(t, officer);
    const target = { caseId: id, version: null };
    const examiner = await officer('examiner');
    value(await beginLhp(t.tools, examiner, target));
    expect(await handInLhp(t.tools, examiner, target)).toEqual({ ok: false, refusal: 'case.lhp-incomplete' });
    await writtenLhp(t, officer, id);
    value(await handInLhp(t.tools, examiner, target));
    expect(await concludeLhp(t.tools, examiner, target, { conclusion: 'ended', endedReason: 'x' })).toEqual({
      ok: false,
      refusal: 'case.lhp-handed-in',
    });
    const order = { caseId: id, section: 'opinion', text: 'lain', baseRevision: 1 } as const;
    expect(await saveLhpSection(t.tools, examiner, order)).toEqual({ ok: false, refusal: 'case.lhp-handed-in' });
  });

  test('a conclusion that does not follow from the allegations cannot be handed in', async () => {
    const { id } = await reportingCase(t, officer, { finding: 'not-found' });
    await writtenLhp(t, officer, id, 'found');
    expect(await handInLhp(t.tools, await officer('examiner'), { caseId: id, version: null })).toEqual({
      ok: false,
      refusal: 'case.lhp-incomplete',
    });
  });

  test('nobody outside the team and the office writes or sees it', async () => {
    const { id } = await reportingCase(t, officer);
    const target = { caseId: id, version: null };
    expect(await beginLhp(t.tools, await officer('resolver'), target)).toEqual({ ok: false, refusal: 'case.not-yours' });
    expect(await beginLhp(t.tools, await officer('liaison'), target)).toEqual({ ok: false, refusal: 'case.absent' });
  });

  test('two who save one text at once lose nothing', async () => {
    const { id } = await reportingCase(t, officer);
    const [one, two] = [await officer('examiner'), await officer('secondExaminer')];
    value(await beginLhp(t.tools, one, { caseId: id, version: null }));
    const order = { caseId: id, section: 'opinion', baseRevision: 0 } as const;
    const [first, second] = await Promise.all([
      saveLhpSection(t.tools, one, { ...order, text: 'Pendapat pertama' }),
      saveLhpSection(t.tools, two, { ...order, text: 'Pendapat kedua' }),
    ]);
    const outcomes = [value(first).outcome, value(second).outcome];
    expect(outcomes.sort()).toEqual(['beside', 'saved']);
  });
});

describe('an LHP that was handed in', () => {
  test('is reviewed by nobody whose words are in it, by rule and by the database', async () => {
    const { id } = await reportingCase(t, officer);
    await writtenLhp(t, officer, id);
    const second = await officer('secondExaminer');
    value(
      await saveLhpSection(t.tools, second, {
        caseId: id,
        section: 'opinion',
        text: 'Pendapat rekan (contoh).',
        baseRevision: 1,
      }),
    );
    value(await handInLhp(t.tools, await officer('examiner'), { caseId: id, version: null }));
    const revision = await revisionNow(t, id);
    for (const who of ['examiner', 'secondExaminer'] as const) {
      expect(await reviewLhp(t.tools, await officer(who), { caseId: id, revision })).toEqual({
        ok: false,
        refusal: { code: 'case.lhp-own-review' },
      });
    }
    const lhp = await lhpInMaking(t.db, id);
    await expect(
      sql`UPDATE casework.lhps SET reviewed_by = ${second.personId} WHERE id = ${lhp?.id}`.execute(t.db),
    ).rejects.toThrow(/lhps_check|violates check/);
    expect((await reviewLhp(t.tools, await officer('resolver'), { caseId: id, revision })).ok).toBe(true);
  });

  test('is not issued before it is sealed, nor when its document says something else', async () => {
    const { id } = await reportingCase(t, officer);
    await writtenLhp(t, officer, id);
    const [examiner, head] = [await officer('examiner'), await officer('head')];
    const target = { caseId: id, version: null };
    value(await handInLhp(t.tools, examiner, target));
    expect(await issueLhp(t.tools, head, target)).toEqual({ ok: false, refusal: 'case.lhp-not-sealed' });
    const document = await loadDocument(t.db, (await lhpInMaking(t.db, id))?.documentId ?? '');
    if (!document) throw new Error('no document');
    const fields = { ...document.fields, opinion: 'Pendapat lain (contoh).' };
    value(await reviseDraft(t.tools, examiner, { documentId: document.id, revision: document.revision, fields }));
    const now = { caseId: id, revision: await revisionNow(t, id) };
    expect(await reviewLhp(t.tools, await officer('resolver'), now)).toEqual({
      ok: false,
      refusal: { code: 'case.lhp-changed' },
    });
    // Taken back and handed in again, it goes its way.
    value(await takeBackLhp(t.tools, examiner, target));
    expect((await loadDocument(t.db, document.id))?.state).toBe('discarded');
    expect((await issuedCase(t, officer, id)).stage).toBe('monitoring');
  });
});

describe('an LHP that is issued', () => {
  test('moves the case on, makes corrective actions into obligations, and is never changed', async () => {
    const { id } = await reportingCase(t, officer);
    await writtenLhp(t, officer, id);
    const file = await issuedCase(t, officer, id);
    expect([file.stage, file.conclusion]).toEqual(['monitoring', 'found']);
    const lhp = await issuedLhp(t.db, id);
    const owed = await obligationsOf(t.db, { caseId: id });
    expect(owed.map((one) => [one.kind, one.state, one.documentId])).toEqual([['corrective-action', 'issued', lhp?.documentId]]);
    expect(lhp?.actions[0]?.obligationId).toBe(owed[0]?.id);
    await expect(sql`UPDATE casework.lhps SET conclusion = 'ended' WHERE id = ${lhp?.id}`.execute(t.db)).rejects.toThrow(
      /never changed/,
    );
    await expect(sql`DELETE FROM casework.lhp_actions WHERE lhp_id = ${lhp?.id}`.execute(t.db)).rejects.toThrow(/stays/);
    const events = (await readEvents(t.db, id)).map((event) => event.type);
    expect(events.slice(-2)).toEqual(['issue-found', 'obligation-issue']);
    expect((await documentsOf(t.db, id)).map(({ kind }) => kind)).toContain('findings-notice');
  });

  test('the receipt begins the time of the stage and of what is owed', async () => {
    const { id } = await reportingCase(t, officer);
    await writtenLhp(t, officer, id);
    await issuedCase(t, officer, id);
    t.setNow('2026-03-26T10:00:00+08:00');
    await sentAndOpened(t, await officer('head'), await officer('liaison'), id, 'findings-report');
    const file = await caseNow(t, id);
    const [owed] = await obligationsOf(t.db, { caseId: id });
    expect(owed?.state).toBe('received');
    expect(owed?.receivedAt?.toString()).toBe('2026-03-26T02:00:00Z');
    expect(runningClock(file, 'stage')?.startedAt.toString()).toBe('2026-03-26T02:00:00Z');
    expect(runningClock(file, 'obligation', owed?.id)?.dueAt.toString()).toBe(runningClock(file, 'stage')?.dueAt.toString());
    expect(owed?.dueAt.toString()).toBe(runningClock(file, 'stage')?.dueAt.toString());
    expect((await issuedLhp(t.db, id))?.receivedAt?.toString()).toBe('2026-03-26T02:00:00Z');
  });

  test('a corrective action with another limit keeps it, also from the receipt', async () => {
    const { id } = await reportingCase(t, officer);
    const examiner = await officer('examiner');
    await writtenLhp(t, officer, id);
    const order = {
      respondentId: respondentsOf(await caseNow(t, id))[0]?.id ?? '',
      text: 'Menghubungi pasien',
      evidenceAsked: 'Catatan panggilan',
    };
    const target = { caseId: id, version: null };
    const without = { value: 3, unit: 'hk', reason: ' ' } as const;
    expect(await addAction(t.tools, examiner, target, { ...order, otherLimit: without })).toEqual({
      ok: false,
      refusal: 'case.limit-reason-missing',
    });
    value(await addAction(t.tools, examiner, target, { ...order, otherLimit: { ...without, reason: 'mendesak' } }));
    await issuedCase(t, officer, id);
    t.setNow('2026-03-30T10:00:00+08:00');
    await sentAndOpened(t, await officer('head'), await officer('liaison'), id, 'findings-report');
    const owed = await obligationsOf(t.db, { caseId: id });
    // Three working days from Monday 30 March: 31 March, 1 and 2 April.
    expect(owed[1]?.dueAt.toString()).toBe('2026-04-02T15:59:59Z');
    expect(owed[0]?.dueAt.toString()).not.toBe(owed[1]?.dueAt.toString());
  });
});

describe('a head who writes the LHP', () => {
  test('hands it in as a member of the team, and never seals their own words: the head above does', async () => {
    const { id } = await reportingCase(t, officer);
    await writtenLhp(t, officer, id);
    const [head, chair, reviewer] = [await officer('head'), await officer('chair'), await officer('resolver')];
    const target = { caseId: id, version: null };
    value(await concludeLhp(t.tools, head, target, { conclusion: 'found', endedReason: '' }));
    expect(await handInLhp(t.tools, head, target)).toEqual({ ok: false, refusal: 'case.lhp-hand-in-team' });
    const examiner = await officer('examiner');
    const team = { lead: examiner.personId, examiners: [], verifier: head.personId, resolver: '' };
    value(
      await changeTeam(t.tools, head, target, { ...team, reason: 'Ikut memeriksa (contoh).', task: '', from: '', until: '' }),
    );
    value(await handInLhp(t.tools, head, target));
    const revision = () => revisionNow(t, id);
    expect(await reviewLhp(t.tools, head, { caseId: id, revision: await revision() })).toMatchObject({
      refusal: { code: 'case.lhp-own-review' },
    });
    value(await reviewLhp(t.tools, reviewer, { caseId: id, revision: await revision() }));
    expect(await sealLhp(t.tools, head, { caseId: id, revision: await revision(), looked: true })).toMatchObject({
      refusal: { code: 'case.lhp-own-seal' },
    });
    value(await sealLhp(t.tools, chair, { caseId: id, revision: await revision(), looked: true }));
    expect(value(await issueLhp(t.tools, chair, target)).stage).toBe('monitoring');
  });

  test('cannot have what they sealed past the page of the LHP issued either', async () => {
    const { id } = await reportingCase(t, officer);
    await writtenLhp(t, officer, id);
    const [examiner, head] = [await officer('examiner'), await officer('head')];
    const target = { caseId: id, version: null };
    value(await concludeLhp(t.tools, head, target, { conclusion: 'found', endedReason: '' }));
    value(await handInLhp(t.tools, examiner, target));
    value(await reviewLhp(t.tools, await officer('resolver'), { caseId: id, revision: await revisionNow(t, id) }));
    const documentId = (await lhpInMaking(t.db, id))?.documentId ?? '';
    value(await sealDocument(t.tools, head, { documentId, revision: await revisionNow(t, id), looked: true }));
    expect(await issueLhp(t.tools, head, target)).toEqual({ ok: false, refusal: 'case.lhp-own-seal' });
  });
});

describe('the comment of the reporter', () => {
  const reporter = (id: string) => ({ kind: 'complainant', complaintId: id }) as const;

  test('good new evidence has the case examined again; the next LHP is another version, the first one stays', async () => {
    const { id } = await reportingCase(t, officer, { finding: 'not-found' });
    await writtenLhp(t, officer, id, 'not-found');
    expect((await issuedCase(t, officer, id)).stage).toBe('comment');
    value(await commentOnLhp(t.tools, reporter(id), { caseId: id, text: 'Saya punya saksi (contoh).', files: [] }));
    const head = await officer('head');
    const entryId = (await commentsOf(t.db, id))[0]?.entryId ?? '';
    const decided = { entryId, decision: 're-examined', reason: 'Saksi baru', evidence: '' } as const;
    const target = { caseId: id, version: null };
    expect(await decideOnComment(t.tools, head, target, decided)).toEqual({ ok: false, refusal: 'case.new-evidence-missing' });
    const again = value(await decideOnComment(t.tools, head, target, { ...decided, evidence: 'Keterangan saksi 2' }));
    expect([again.stage, again.conclusion]).toEqual(['examination', null]);
    expect(await decideOnComment(t.tools, head, target, decided)).toEqual({ ok: false, refusal: 'case.not-now' });
    const [only] = await lhpsOf(t.db, id);
    expect(only?.state).toBe('issued');
  });

  test('a re-examination leaves no former corrective action by silence: each is kept or withdrawn with its reason when the new LHP is issued', async () => {
    const { id } = await reportingCase(t, officer);
    await writtenLhp(t, officer, id);
    const [examiner, reviewer, head] = [await officer('examiner'), await officer('resolver'), await officer('head')];
    const target = { caseId: id, version: null };
    value(
      await addAction(t.tools, examiner, target, {
        respondentId: (await caseNow(t, id)).respondents[0]?.id ?? '',
        text: 'Membuka loket rujukan (contoh)',
        evidenceAsked: 'Foto loket',
        otherLimit: null,
      }),
    );
    await issuedCase(t, officer, id);
    const before = await formerActions(t.db, id);
    expect(before).toHaveLength(2);
    value(await commentOnLhp(t.tools, reporter(id), { caseId: id, text: 'Saya punya saksi (contoh).', files: [] }));
    const entryId = (await commentsOf(t.db, id))[0]?.entryId ?? '';
    const decided = { entryId, decision: 're-examined', reason: 'Saksi baru', evidence: 'Keterangan saksi 2' } as const;
    value(await decideOnComment(t.tools, head, target, decided));
    value(await finishExamination(t.tools, examiner, { caseId: id, version: (await caseNow(t, id)).version }));
    await writtenLhp(t, officer, id);
    value(await handInLhp(t.tools, examiner, target));
    value(await reviewLhp(t.tools, reviewer, { caseId: id, revision: await revisionNow(t, id) }));
    value(await sealLhp(t.tools, head, { caseId: id, revision: await revisionNow(t, id), looked: true }));
    const [first, second] = before.map(({ id: obligationId }) => obligationId);
    const keep = { obligationId: first ?? '', choice: 'keep', reason: '' } as const;
    const withdraw = { obligationId: second ?? '', choice: 'withdraw', reason: '' } as const;
    for (const answers of [[], [keep]])
      expect(await issueLhp(t.tools, head, target, answers)).toEqual({ ok: false, refusal: 'case.former-actions-undecided' });
    expect(await issueLhp(t.tools, head, target, [keep, withdraw])).toEqual({ ok: false, refusal: 'case.former-reason-missing' });
    expect((await lhpInMaking(t.db, id))?.state).toBe('submitted');
    const reason = 'Loket sudah tidak diperlukan (contoh).';
    const issued = value(await issueLhp(t.tools, head, target, [keep, { ...withdraw, reason }]));
    expect(issued.stage).toBe('monitoring');
    const owed = await obligationsOf(t.db, { caseId: id });
    const stateOf = (one: string | undefined) => owed.find((each) => each.id === one)?.state;
    expect([stateOf(first), stateOf(second)]).toEqual(['issued', 'withdrawn']);
    expect(owed).toHaveLength(3);
    const running = issued.clocks.filter((clock) => clock.kind === 'obligation' && clock.stoppedAt === null);
    expect(running.map(({ partId }) => partId)).not.toContain(second);
    expect(running).toHaveLength(2);
    const last = (await stepsOf(t.db, second ?? '')).at(-1);
    expect(last?.kind).toBe('withdraw');
    expect(last?.text).toMatch(/^Digantikan LHP 000\d\/LHP\/.* Loket sudah tidak diperlukan/);
  });

  test('comes in time or not at all, and an undecided one keeps the case open', async () => {
    const { id } = await reportingCase(t, officer, { finding: 'not-found' });
    await writtenLhp(t, officer, id, 'not-found');
    await issuedCase(t, officer, id);
    value(await commentOnLhp(t.tools, reporter(id), { caseId: id, text: 'Saya tidak setuju (contoh).', files: [] }));
    t.setNow('2026-04-20T09:00:00+08:00');
    expect(await commentOnLhp(t.tools, reporter(id), { caseId: id, text: 'Terlambat', files: [] })).toEqual({
      ok: false,
      refusal: 'case.comment-over',
    });
    const entryId = (await commentsOf(t.db, id))[0]?.entryId ?? '';
    const noted = { entryId, decision: 'noted', reason: 'Bukan bukti baru (contoh).', evidence: '' } as const;
    const closed = value(await decideOnComment(t.tools, await officer('head'), { caseId: id, version: null }, noted));
    expect([closed.stage, closed.outcome]).toEqual(['closed', 'no-maladministration']);
  });
});
