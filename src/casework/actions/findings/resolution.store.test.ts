import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealIdentity } from '../../../identity/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import { Temporal } from '../../../kernel/time.ts';
import { makePost, messagesFor } from '../../../messages/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type CastName, castOf } from '../../cast.test-support.ts';
import { caseDeadlinesErrand } from '../../errands/deadlines.ts';
import { type Case, respondentsOf, teamOf } from '../../rules/case.ts';
import { decision } from '../../rules/decision.ts';
import { HANDOVER_ITEMS } from '../../rules/findings/handover.ts';
import { take } from '../../rules/take.ts';
import { mayReadAudience } from '../../rules/visibility.ts';
import { documentsOf } from '../../store/documents/documents.ts';
import { agreementsOf } from '../../store/findings/agreements.ts';
import { recommendationsOf } from '../../store/findings/recommendations.ts';
import { sessionsOf } from '../../store/findings/sessions.ts';
import { obligationsOf } from '../../store/obligations/obligations.ts';
import { decide } from '../decide.ts';
import { reviewDocument } from '../documents/draft-document.ts';
import { caseNow } from '../examination/examination.test-support.ts';
import { moveObligation } from '../obligations/move.ts';
import { closeCase } from './close-case.ts';
import { issuedCase, reportingCase, sentAndOpened, value, writtenLhp } from './findings.test-support.ts';
import { planSession, recordProposal, recordSession } from './hold-session.ts';
import { checkHandover, handToResolution, returnFile } from './monitor.ts';
import {
  agreementsForReporter,
  consentAsReporter,
  giveUpAgreement,
  judgeAgreementPromise,
  recordConsent,
  writeAgreement,
} from './negotiate-agreement.ts';
import {
  addPoint,
  beginRecommendation,
  handInRecommendation,
  judgeRecommendation,
  proposeRecommendation,
  sealRecommendation,
  signRecommendation,
  writeRecommendation,
} from './recommend.ts';
import { recordFurtherStep } from './take-further-step.ts';

let t: TestDatabase;
let officer: (name: CastName) => Promise<Officer>;
let resolver: Officer;

beforeAll(async () => {
  t = await testDatabase({ post: async (tx, message) => makePost(t.tools)(tx, message) });
  t.setNow('2026-03-16T09:00:00+08:00');
  officer = await castOf(t);
  resolver = await officer('resolver');
});
afterAll(() => t.close());

const now = (id: string) => ({ caseId: id, version: null });

/** A case in which something was found, received by the respondent on 16 March. */
async function monitored(secret = false): Promise<string> {
  t.setNow('2026-03-16T09:00:00+08:00');
  const { id } = await reportingCase(t, officer, { secret });
  await writtenLhp(t, officer, id);
  await issuedCase(t, officer, id);
  await sentAndOpened(t, await officer('head'), await officer('liaison'), id, 'findings-report');
  return id;
}

async function judged(id: string, action: 'carried-out' | 'not-carried-out'): Promise<void> {
  for (const { id: obligationId, judgedAt } of await obligationsOf(t.db, { caseId: id })) {
    if (judgedAt !== null) continue;
    value(
      await moveObligation(t.tools, resolver, {
        obligationId,
        version: null,
        action,
        text: 'Sesuai bukti (contoh).',
        lookedAt: 'Surat',
        days: null,
      }),
    );
  }
}

async function inResolution(secret = false): Promise<string> {
  const id = await monitored(secret);
  t.setNow('2026-05-20T09:00:00+08:00');
  value(await handToResolution(t.tools, resolver, now(id), 'Waktu habis (contoh).'));
  return id;
}

describe('monitoring', () => {
  test('a case closes as corrected only when every action was carried out', async () => {
    const id = await monitored();
    const order = { action: 'close-corrected', reason: 'Sudah dilaksanakan (contoh).', openObligationsSeen: true } as const;
    expect(await closeCase(t.tools, resolver, now(id), order)).toEqual({ ok: false, refusal: 'case.actions-open' });
    expect(await handToResolution(t.tools, resolver, now(id), 'terlalu awal')).toEqual({
      ok: false,
      refusal: 'case.monitoring-runs',
    });
    await judged(id, 'carried-out');
    const closed = value(await closeCase(t.tools, resolver, now(id), order));
    expect([closed.stage, closed.outcome]).toEqual(['closed', 'corrected']);
    const letters = (await documentsOf(t.db, id)).filter(({ kind }) => kind === 'closing-letter');
    expect(letters.map(({ recipients }) => recipients.map(({ kind }) => kind).join()).sort()).toEqual(['reporter', 'respondent']);
  });

  test('after the deadline the file goes to resolution, and comes back when something is missing', async () => {
    const id = await inResolution();
    const file = await caseNow(t, id);
    expect([file.stage, teamOf(file, 'resolver')[0]?.personId]).toEqual(['resolution', resolver.personId]);
    expect(await returnFile(t.tools, resolver, now(id), 'kurang')).toEqual({ ok: false, refusal: 'case.handover-open' });
    const all = new Map(HANDOVER_ITEMS.map((item) => [item, { answer: 'present', note: '' } as const]));
    value(await checkHandover(t.tools, resolver, now(id), all));
    expect(await returnFile(t.tools, resolver, now(id), 'kurang')).toEqual({ ok: false, refusal: 'case.handover-complete' });
    const missing = new Map([['receipt', { answer: 'missing', note: '' }]] as const);
    expect(await checkHandover(t.tools, resolver, now(id), missing)).toEqual({ ok: false, refusal: 'case.reason-missing' });
    value(
      await checkHandover(
        t.tools,
        resolver,
        now(id),
        new Map([['receipt', { answer: 'missing', note: 'resi hilang' }]] as const),
      ),
    );
    expect(value(await returnFile(t.tools, resolver, now(id), 'Bukti terima belum ada (contoh).')).stage).toBe('monitoring');
  });
});

describe('a session', () => {
  const order = {
    way: 'mediation',
    form: 'shuttle',
    heldAt: Temporal.Instant.from('2026-06-02T02:00:00Z'),
    place: 'Ruang mediasi',
    isOnline: false,
    agenda: 'Surat rujukan (contoh)',
    others: ['Kepala puskesmas'],
  } as const;

  test('of a secret reporter is a shuttle; each side is invited by a letter of its own', async () => {
    const id = await inResolution(true);
    const mediatorId = resolver.personId;
    const together = { ...order, mediatorId, form: 'together' } as const;
    expect(await planSession(t.tools, resolver, now(id), together, [mediatorId])).toEqual({
      ok: false,
      refusal: 'case.session-shuttle',
    });
    expect(await planSession(t.tools, resolver, now(id), { ...order, mediatorId }, [])).toEqual({
      ok: false,
      refusal: 'case.person-missing',
    });
    const past = { ...order, mediatorId, heldAt: Temporal.Instant.from('2026-05-01T02:00:00Z') };
    expect(await planSession(t.tools, resolver, now(id), past, [mediatorId])).toEqual({
      ok: false,
      refusal: 'case.session-past',
    });
    value(await planSession(t.tools, resolver, now(id), { ...order, mediatorId }, [mediatorId]));
    const [session] = await sessionsOf(t.db, id);
    expect(session?.parties.map(({ side, throughOmbudsman }) => [side, throughOmbudsman])).toEqual([
      ['reporter', true],
      ['respondent', false],
      ['other', false],
    ]);
    const letters = (await documentsOf(t.db, id)).filter(({ kind }) => kind === 'session-invitation');
    expect(letters.map(({ recipients }) => recipients.map(({ kind }) => kind).join()).sort()).toEqual(['reporter', 'respondent']);
    const some = {
      sessionId: session?.id ?? '',
      course: 'Bergantian (contoh).',
      result: 'Sepakat',
      attendance: new Map([[1, 'present']] as const),
    };
    expect(await recordSession(t.tools, resolver, now(id), some)).toEqual({ ok: false, refusal: 'case.attendance-missing' });
    const attendance = new Map([
      [1, 'present'],
      [2, 'represented'],
      [3, 'absent'],
    ] as const);
    value(await recordSession(t.tools, resolver, now(id), { ...some, attendance }));
    const minutes = (await documentsOf(t.db, id)).find(({ kind }) => kind === 'session-minutes');
    expect(minutes?.fields.present).toBe('Pelapor (melalui Ombudsman)\nKepala Dinas Kesehatan');
  });

  test('what one side proposes is for that side and the officers alone', async () => {
    const id = await inResolution();
    value(await recordProposal(t.tools, resolver, now(id), { side: 'respondent', text: 'Usul dinas (contoh).' }));
    const file = await caseNow(t, id);
    expect(mayReadAudience(file, 'respondent', { kind: 'complainant', complaintId: id })).toBe(false);
    expect(mayReadAudience(file, 'respondent', resolver)).toBe(true);
  });
});

describe('an agreement', () => {
  const version = (baseNo: number, text = 'Isi kesepakatan (contoh).') => ({
    way: 'conciliation' as const,
    text,
    baseNo,
    promises: [{ side: 'respondent' as const, text: 'Menerbitkan surat rujukan', dueOn: Temporal.PlainDate.from('2026-06-10') }],
  });

  test('needs everybody\u2019s consent to the same version; a new version asks for all of them again', async () => {
    const id = await inResolution();
    const reporter = { kind: 'complainant', complaintId: id } as const;
    expect(await writeAgreement(t.tools, resolver, now(id), { ...version(0), promises: [] })).toEqual({
      ok: false,
      refusal: 'case.promise-missing',
    });
    value(await writeAgreement(t.tools, resolver, now(id), version(0)));
    const [shown] = await agreementsForReporter(t.db, id);
    const agreementId = shown?.id ?? '';
    value(await consentAsReporter(t.tools, reporter, { caseId: id, agreementId, versionNo: 1 }));
    value(await writeAgreement(t.tools, resolver, now(id), version(1, 'Isi baru (contoh).')));
    expect(await consentAsReporter(t.tools, reporter, { caseId: id, agreementId, versionNo: 1 })).toEqual({
      ok: false,
      refusal: 'case.agreement-moved-on',
    });
    const [again] = await agreementsForReporter(t.db, id);
    expect([again?.newest.no, again?.consentedAt, again?.isOpen]).toEqual([2, null, true]);
    value(await consentAsReporter(t.tools, reporter, { caseId: id, agreementId, versionNo: 2 }));
    const party = respondentsOf(await caseNow(t, id))[0]?.id ?? '';
    const rest = { agreementId, versionNo: 2, party, note: '', scan: null };
    expect(await recordConsent(t.tools, resolver, now(id), { ...rest, how: 'paper' })).toEqual({
      ok: false,
      refusal: { code: 'case.scan-missing' },
    });
    value(await recordConsent(t.tools, resolver, now(id), { ...rest, how: 'said', note: 'Lewat telepon (contoh)' }));
    expect((await agreementsOf(t.db, id))[0]?.state).toBe('agreed');
    expect(await writeAgreement(t.tools, resolver, now(id), version(2))).toEqual({
      ok: false,
      refusal: 'case.agreement-settled',
    });

    // Watched until it is kept; what the LHP asked for is still owed and must be seen.
    const order = { action: 'close-settled', reason: 'Kesepakatan dijalankan (contoh).', openObligationsSeen: false } as const;
    expect(await closeCase(t.tools, resolver, now(id), order)).toEqual({ ok: false, refusal: 'case.agreement-missing' });
    value(
      await judgeAgreementPromise(t.tools, resolver, now(id), {
        agreementId,
        no: 1,
        verdict: 'kept',
        evidence: 'Surat diterima (contoh).',
      }),
    );
    expect(await closeCase(t.tools, resolver, now(id), order)).toEqual({ ok: false, refusal: 'case.open-obligations' });
    expect(value(await closeCase(t.tools, resolver, now(id), { ...order, openObligationsSeen: true })).outcome).toBe('settled');
    expect((await agreementsOf(t.db, id))[0]?.state).toBe('kept');
  });
});

describe('a promise of an agreement', () => {
  /** Agreed on 1 June or so: the respondent promises for the 10th, the reporter for the 12th. */
  async function agreed(): Promise<{ readonly id: string; readonly agreementId: string }> {
    const id = await inResolution();
    const day = (text: string) => Temporal.PlainDate.from(text);
    const promises = [
      { side: 'respondent' as const, text: 'Menerbitkan surat rujukan', dueOn: day('2026-06-10') },
      { side: 'reporter' as const, text: 'Mencabut aduan di tempat lain', dueOn: day('2026-06-12') },
    ];
    value(await writeAgreement(t.tools, resolver, now(id), { way: 'conciliation', text: 'Isi (contoh).', baseNo: 0, promises }));
    const agreementId = (await agreementsOf(t.db, id))[0]?.id ?? '';
    const party = respondentsOf(await caseNow(t, id))[0]?.id ?? '';
    for (const each of ['reporter', party]) {
      const order = { agreementId, versionNo: 1, party: each, how: 'said', note: 'Lisan (contoh)', scan: null } as const;
      expect((await caseNow(t, id)).clocks.filter(({ kind }) => kind === 'promise')).toEqual([]);
      value(await recordConsent(t.tools, resolver, now(id), order));
    }
    return { id, agreementId };
  }
  const running = async (id: string) =>
    (await caseNow(t, id)).clocks.filter(({ kind, stoppedAt }) => kind === 'promise' && stoppedAt === null);
  const told = async (id: string) =>
    (await messagesFor(t.db, { kind: 'case', id })).filter(({ stage }) => /^promise:|^overdue:/.test(stage));

  test('has a clock to the end of its own day; whoever promised is reminded, the resolver told when it has passed', async () => {
    const { id, agreementId } = await agreed();
    await inTransaction(t.tools, (tx) =>
      sealIdentity(t.tools, tx, {
        complaintId: id,
        contact: { name: 'Made Pelapor Contoh', email: 'made@contoh.example' },
        original: { title: 'x', description: 'x' } as never,
      }),
    );
    expect((await running(id)).map(({ dueAt }) => dueAt.toZonedDateTimeISO('Asia/Makassar').toString().slice(0, 19))).toEqual([
      '2026-06-10T23:59:59',
      '2026-06-12T23:59:59',
    ]);
    const liaison = await officer('liaison');
    const clocks = await running(id);
    const of = async (index: number) => (await told(id)).filter(({ stage }) => stage.includes(clocks[index]?.id ?? 'none'));
    t.setNow('2026-06-09T10:00:00+08:00');
    await caseDeadlinesErrand(t.tools);
    const first = await of(0);
    expect(first.map(({ purpose }) => purpose)).toEqual(first.map(() => 'case.promise-reminder'));
    expect(first.map(({ recipient }) => recipient)).toContainEqual({ kind: 'person', id: liaison.personId });
    t.setNow('2026-06-11T10:00:00+08:00');
    await caseDeadlinesErrand(t.tools);
    expect((await of(1)).map(({ purpose, recipient }) => [purpose, recipient.kind])).toEqual([['case.news', 'complainant']]);
    const late = (await of(0)).filter(({ stage }) => stage.startsWith('overdue:'));
    expect(late.map(({ purpose, recipient }) => [purpose, recipient])).toEqual([
      ['case.escalation', { kind: 'person', id: resolver.personId }],
    ]);
    const judged = { agreementId, no: 1, verdict: 'not-kept', evidence: 'Belum ada surat (contoh).' } as const;
    value(await judgeAgreementPromise(t.tools, resolver, now(id), judged));
    expect((await running(id)).map(({ id: clock }) => clock)).toEqual([clocks[1]?.id]);
    value(await giveUpAgreement(t.tools, resolver, now(id), { agreementId, reason: 'Tidak dijalankan (contoh).' }));
    expect(await running(id)).toEqual([]);
    const before = (await told(id)).length;
    t.setNow('2026-06-20T10:00:00+08:00');
    await caseDeadlinesErrand(t.tools);
    expect((await told(id)).length).toBe(before);
  });

  test('ends when the matter goes on to the plenary', async () => {
    const { id } = await agreed();
    expect(await running(id)).toHaveLength(2);
    await decidedToRecommend(id);
    expect(await running(id)).toEqual([]);
  });
});

/** The plenary decides for a recommendation. */
async function decidedToRecommend(id: string): Promise<Case> {
  value(await proposeRecommendation(t.tools, resolver, now(id), 'Resolusi tidak berhasil (contoh).'));
  return value(
    await decide(t.tools, await officer('head'), now(id), (file, circumstances) => {
      const taken = take(file, 'decide-recommend', circumstances, { met: ['plenary-decided'] });
      return taken.ok ? decision(taken.value.file, { events: [taken.value.event] }) : taken;
    }),
  );
}

describe('a recommendation', () => {
  test('from the plenary to its outcome: complete, signed by the chair alone, judged by its points, then the further steps', async () => {
    const id = await inResolution();
    await decidedToRecommend(id);
    value(await beginRecommendation(t.tools, resolver, now(id)));
    const [draft] = await recommendationsOf(t.db, id);
    expect(draft?.texts.account).toBe('Isi account versi 1 (contoh).');
    expect(draft?.texts.forms).toBe('Tidak memberikan pelayanan');
    expect(await handInRecommendation(t.tools, resolver, now(id))).toEqual({
      ok: false,
      refusal: 'case.recommendation-incomplete',
    });
    const file = await caseNow(t, id);
    const [respondent] = respondentsOf(file);
    const texts = { ...(draft?.texts as NonNullable<typeof draft>['texts']), reasons: 'Maladministrasi masih ada (contoh).' };
    const superior = { superiorAgencyId: respondent?.governmentId ?? null, superiorPosition: 'Bupati Klungkung' };
    value(await writeRecommendation(t.tools, resolver, now(id), { texts, ...superior }));
    const point = { to: respondent?.id ?? '', text: 'Terbitkan surat rujukan', evidenceAsked: 'Salinan surat' };
    value(await addPoint(t.tools, resolver, now(id), point));
    value(await handInRecommendation(t.tools, resolver, now(id)));
    const [handedIn] = await recommendationsOf(t.db, id);
    const documentId = handedIn?.documentId ?? '';
    const revision = async () => (await documentsOf(t.db, id)).find((one) => one.id === documentId)?.revision ?? 0;
    value(await reviewDocument(t.tools, await officer('examiner'), { documentId, revision: await revision() }));
    const [head, chair] = [await officer('head'), await officer('chair')];
    expect((await sealRecommendation(t.tools, head, { caseId: id, revision: await revision(), looked: true })).ok).toBe(false);
    expect(await signRecommendation(t.tools, chair, now(id))).toEqual({ ok: false, refusal: 'case.recommendation-not-sealed' });
    value(await sealRecommendation(t.tools, chair, { caseId: id, revision: await revision(), looked: true }));
    expect(await signRecommendation(t.tools, head, now(id))).toEqual({ ok: false, refusal: 'case.not-yours' });
    const signed = value(await signRecommendation(t.tools, chair, now(id)));
    expect(signed.stage).toBe('recommendation');

    const judge = { reason: 'Menurut butirnya (contoh).', openObligationsSeen: false };
    expect(await judgeRecommendation(t.tools, resolver, now(id), judge)).toEqual({ ok: false, refusal: 'case.points-open' });
    t.setNow('2026-09-20T09:00:00+08:00');
    await judged(id, 'not-carried-out');
    expect(value(await judgeRecommendation(t.tools, resolver, now(id), judge)).stage).toBe('further-steps');

    const conclude = { action: 'conclude-not', reason: 'Tidak dilaksanakan (contoh).', openObligationsSeen: false } as const;
    expect(await closeCase(t.tools, head, now(id), { ...conclude, action: 'conclude-partly' })).toEqual({
      ok: false,
      refusal: 'case.points-open',
    });
    expect(await closeCase(t.tools, head, now(id), conclude)).toEqual({ ok: false, refusal: 'case.steps-missing' });
    const taken = { takenOn: null, proof: '', documentId: null, whyNot: 'Sudah pensiun (contoh).' };
    value(await recordFurtherStep(t.tools, resolver, now(id), { ...taken, step: 'sanction' }));
    value(await recordFurtherStep(t.tools, resolver, now(id), { ...taken, step: 'publication' }));
    const day = Temporal.PlainDate.from('2026-09-18');
    const report = { step: 'dpr-president', takenOn: day, proof: '', documentId: null, whyNot: '' } as const;
    expect(await recordFurtherStep(t.tools, resolver, now(id), report)).toEqual({
      ok: false,
      refusal: 'case.step-proof-missing',
    });
    value(await recordFurtherStep(t.tools, resolver, now(id), { ...report, proof: 'Surat nomor 1 (contoh)' }));
    expect(value(await closeCase(t.tools, head, now(id), conclude)).outcome).toBe('recommendation-not');
  });
});
