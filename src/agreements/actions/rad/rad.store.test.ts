import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import { makePost, messagesFor } from '../../../messages/index.ts';
import { readEvents } from '../../../platform/audit/index.ts';
import type { Db } from '../../../platform/database/database.ts';
import { composePdf, knownCertificates, verifySeal } from '../../../platform/documents/index.ts';
import { readSealed } from '../../../platform/files/seal.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { agencyIdOf, type Cast, castOf } from '../../cast.test-support.ts';
import { remindOfPlans } from '../../errands/rad.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import type { LineOrder } from '../../rules/lines/line-order.ts';
import { mayEditLines } from '../../rules/permissions.ts';
import { RAD_STATES } from '../../rules/rad/rad.transitions.ts';
import { mayRenew } from '../../rules/reviews/renewal.ts';
import { isPublic } from '../../rules/visibility.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { filesOf } from '../../store/files.ts';
import { linesOf } from '../../store/lines.ts';
import { promisesOf } from '../../store/public/promises.ts';
import { askedIn, askedInEach, collectionsOf, loadCollection } from '../../store/rad/collections.ts';
import { evaluationRows, evaluationsOf, loadEvaluation } from '../../store/rad/evaluations.ts';
import { loadRad, notesOf, plansOf, plansWaiting } from '../../store/rad/rads.ts';
import { templates } from '../../store/rad/templates.ts';
import { carriedFrom } from '../../store/reviews/renewals.ts';
import { addLine } from '../lines/add-line.ts';
import { editLine } from '../lines/edit-line.ts';
import { judgeReport } from '../lines/judge-report.ts';
import { dropLine, startLine } from '../lines/move-line.ts';
import { reportProgress } from '../lines/report-progress.ts';
import { recordSigned } from '../record-signed.ts';
import { changeFacts, mayCorrect } from '../register/change-facts.ts';
import { changeHands } from '../register/change-hands.ts';
import { beginEdition, sameLine } from './amend-adopted.ts';
import { beginRad } from './begin-rad.ts';
import { closeCollection, excuseGovernment, extendCollection, openCollection, remindNow } from './collections.ts';
import { addTeamDecree } from './decrees.ts';
import { stepEvaluation, takeEvaluation } from './evaluations.ts';
import { figuresWithRecords, liveFigures, planThatCounts } from './figures.ts';
import { makeEvaluationPdf } from './make-pdf.ts';
import { governmentById, governmentsBelow } from './places.ts';
import { adoptRad, stepRad } from './step-rad.ts';
import { addTemplateLine, beginTemplate, settleTemplate, type TemplateLineOrder } from './templates.ts';

let t: TestDatabase;
let who: Cast;
let pdf: Uint8Array;
let bali: string;
let klungkung: string;
let badung: string;
let templateId: string;

const day = (text: string) => Temporal.PlainDate.from(text);
const upload = (bytes: Uint8Array) => ({ bytes: async () => bytes });
const sure = <T>(done: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
};
const any = (agreementId: string) => ({ agreementId, version: null });

beforeAll(async () => {
  const given: { post?: ReturnType<typeof makePost> } = {};
  t = await testDatabase({ post: (tx, message) => given.post?.(tx, message) ?? Promise.resolve() });
  given.post = makePost(t.tools);
  t.setNow('2026-03-02T09:00:00+08:00');
  who = await castOf(t);
  [bali, klungkung, badung] = [await agencyIdOf(t, '51'), await agencyIdOf(t, '51.05'), await agencyIdOf(t, '51.03')];
  templateId = (await templates(t.db))[0]?.id ?? '';
  pdf = await composePdf({
    ...{ title: 'SK (contoh)', lang: 'id', author: 'Tuntas', at: new Date('2026-03-17T02:00:00Z') },
    blocks: [{ kind: 'heading', level: 1, text: 'Keputusan (contoh)' }],
  });
});
afterAll(() => t.close());

async function opened(governmentIds: readonly string[], dueOn = '2026-04-30', year = 2026) {
  return sure(
    await openCollection(t.tools, await who('province'), {
      ...{ openerId: bali, title: `RAD ${year} (contoh)`, note: '', yearFrom: year, yearUntil: year, templateId },
      ...{ dueOn: day(dueOn), governmentIds },
    }),
  );
}

async function begun(year: number, collectionId: string | null = null) {
  return sure(
    await beginRad(t.tools, await who('coordinator'), {
      ...{ governmentId: klungkung, yearFrom: year, yearUntil: year, templateId, collectionId },
    }),
  );
}

const waitingFor = async (reviewer: Parameters<typeof plansWaiting>[1]) =>
  (await plansWaiting(t.db, reviewer, { limit: 50 })).lines;

const stagesOf = async (id: string) =>
  (await messagesFor(t.db, { kind: 'rad-collection', id })).map(({ stage }) => stage.split(':')[0]);

describe('an action plan', () => {
  test('goes from the template through province and ministry to a decree, and is public from then on', async () => {
    const collection = await opened([klungkung, badung]);
    const plan = await begun(2026, collection.id);
    const lines = await linesOf(t.db, plan.id);
    expect(new Set(lines.map(({ factor }) => factor))).toEqual(new Set(['sop', 'participation', 'staff', 'technology']));
    expect(lines.every(({ owner, other }) => owner.agencyPath[0] === klungkung && other?.agencyId === bali)).toBe(true);
    const agreementId = plan.id;
    const handedIn = await stepRad(
      t.tools,
      await who('coordinator'),
      { agreementId, version: plan.version },
      { action: 'hand-in' },
    );
    expect(sure(handedIn).isUnderReview).toBe(true);
    expect((await waitingFor({ provinceIds: [bali], isMinistry: false })).map(({ code }) => code)).toContain(plan.code);

    // While it is with the province nothing of it moves, and its own people cannot review it.
    const late = await addLine(t.tools, await who('coordinator'), any(agreementId), {
      ...{
        programme: 'prevention',
        factor: 'sop',
        activity: 'Menyelip (contoh)',
        startsOn: day('2026-05-01'),
        dueOn: day('2026-06-01'),
      },
      owner: { agencyId: klungkung },
    });
    expect(late).toMatchObject({ ok: false });
    expect(await stepRad(t.tools, await who('coordinator'), any(agreementId), { action: 'accept' })).toMatchObject({
      refusal: [{ code: 'agreement.not-yours' }],
    });
    expect(await stepRad(t.tools, await who('verifier'), any(agreementId), { action: 'accept' })).toMatchObject({
      refusal: [{ code: 'agreement.not-yours' }],
    });
    expect(await stepRad(t.tools, await who('outsider'), any(agreementId), { action: 'accept' })).toMatchObject({
      refusal: [{ code: 'agreement.absent' }],
    });

    // Sent back with a note on one line and one on the whole; both must be answered.
    const lineId = lines[0]?.id ?? '';
    expect(
      await stepRad(t.tools, await who('province'), any(agreementId), { action: 'return', notes: [{ lineId, text: '  ' }] }),
    ).toMatchObject({
      refusal: [{ code: 'agreement.rad-words-missing' }],
    });
    sure(
      await stepRad(t.tools, await who('province'), any(agreementId), {
        action: 'return',
        notes: [
          { lineId, text: 'Sebutkan nomor SK lama (contoh).' },
          { lineId: null, text: 'Lengkapi target (contoh).' },
        ],
      }),
    );
    const notes = await notesOf(t.db, agreementId);
    expect(notes.map((note) => [note.step, note.lineId === null])).toEqual([
      ['province', false],
      ['province', true],
    ]);
    const [first, second] = notes.map(({ id }) => id) as [string, string];
    expect(
      await stepRad(t.tools, await who('coordinator'), any(agreementId), {
        action: 'hand-in',
        answers: { [first]: 'Sudah (contoh).' },
      }),
    ).toMatchObject({ refusal: [{ code: 'agreement.rad-unanswered', field: `answer-${second}` }] });
    sure(
      await stepRad(t.tools, await who('coordinator'), any(agreementId), {
        action: 'hand-in',
        answers: { [first]: 'Sudah (contoh).', [second]: 'Sudah juga (contoh).' },
      }),
    );
    sure(await stepRad(t.tools, await who('province'), any(agreementId), { action: 'accept' }));
    expect((await waitingFor({ provinceIds: [], isMinistry: true })).map(({ code }) => code)).toContain(plan.code);
    sure(await stepRad(t.tools, await who('verifier'), any(agreementId), { action: 'accept' }));

    // Adopted: a decree that is no PDF is refused, one of tomorrow as well.
    t.setNow('2026-04-01T09:00:00+08:00');
    const adopt = async (change: object) =>
      adoptRad(t.tools, await who('coordinator'), any(agreementId), {
        ...{ number: '100/HK/2026 (contoh)', decidedOn: day('2026-03-30'), inForceFrom: null, upload: upload(pdf) },
        ...change,
      });
    expect(await adopt({ upload: upload(Buffer.from('bukan pdf')) })).toMatchObject({
      refusal: [{ code: 'agreement.scan-no-pdf' }],
    });
    expect(await adopt({ decidedOn: day('2026-04-02') })).toMatchObject({ refusal: [{ code: 'agreement.signed-in-future' }] });
    expect(await adopt({ inForceFrom: day('2026-03-01') })).toMatchObject({ refusal: [{ code: 'agreement.days-out-of-order' }] });
    expect(await filesOf(t.db, agreementId)).toEqual([]);
    const adopted = sure(await adopt({}));
    expect(isPublic(adopted)).toBe(true);
    expect([adopted.evidence, adopted.inForceUntil?.toString(), adopted.parties[0]?.ownNumber]).toEqual([
      'record',
      '2026-12-31',
      '100/HK/2026 (contoh)',
    ]);
    expect((await filesOf(t.db, agreementId)).map(({ kind, isPublic: open }) => [kind, open])).toEqual([['scan', true]]);
    const types = (await readEvents(t.db, agreementId)).map(({ type }) => type).filter((type) => type.startsWith('rad-'));
    expect(types).toEqual(['rad-begun', 'rad-hand-in', 'rad-return', 'rad-hand-in', 'rad-accept', 'rad-accept', 'rad-adopt']);
    expect((await loadRad(t.db, agreementId))?.handIns).toBe(2);

    // The regency that is missing is named, the other is not.
    const asked = await askedIn(t.db, (await loadCollection(t.db, collection.id)) as typeof collection);
    expect(asked.find(({ governmentId }) => governmentId === badung)?.rad).toBeNull();
    expect(asked.find(({ governmentId }) => governmentId === klungkung)?.rad?.state).toBe('adopted');
  });

  test('that is adopted is not changed around its review: neither lines nor facts, while progress goes on', async () => {
    const coordinator = await who('coordinator');
    const [found] = (await plansOf(t.db, [klungkung], 2026)).filter(({ state }) => state === 'adopted');
    const plan = (await loadAgreement(t.db, found?.agreementId ?? '')) as Agreement;
    const lines = await linesOf(t.db, plan.id);
    const [line] = lines as [Line];
    expect([mayEditLines(coordinator, plan), mayCorrect(coordinator, plan)]).toEqual([false, false]);
    const order: LineOrder = { ...sameLine(line), targets: [null, null, null, '1'] };
    const why = 'Dipermudah (contoh)';
    const held = 'agreement.rad-by-edition';
    expect([
      await addLine(t.tools, coordinator, any(plan.id), order),
      await editLine(t.tools, coordinator, { lineId: line.id, version: line.version }, order, why),
      await dropLine(t.tools, coordinator, { lineId: line.id, version: line.version }, why),
      await changeHands(t.tools, coordinator, any(plan.id), []),
      await changeFacts(t.tools, coordinator, any(plan.id), { ...plan, parties: [], inForceUntil: day('2027-12-31') }, why),
    ]).toMatchObject([
      { refusal: [{ code: held }] },
      { refusal: [{ code: held }] },
      { refusal: held },
      { refusal: held },
      { refusal: [{ code: held }] },
    ]);
    const after = await loadAgreement(t.db, plan.id);
    expect([await linesOf(t.db, plan.id), after?.version]).toEqual([lines, plan.version]);
    // Whoever owns a line still begins it, and others are not told of editions they cannot begin.
    expect(await startLine(t.tools, coordinator, { lineId: line.id, version: line.version })).toMatchObject({ ok: true });
    expect(await dropLine(t.tools, await who('province'), { lineId: line.id, version: null }, why)).toMatchObject({
      refusal: 'agreement.not-yours',
    });
  });

  test('needs a line, and a reason for every factor that has none', async () => {
    const plan = sure(
      await beginRad(t.tools, await who('coordinator'), {
        ...{ governmentId: klungkung, yearFrom: 2030, yearUntil: 2030, templateId: null, collectionId: null },
      }),
    );
    expect(await stepRad(t.tools, await who('coordinator'), any(plan.id), { action: 'hand-in' })).toMatchObject({
      refusal: [{ code: 'agreement.rad-no-lines' }],
    });
    sure(
      await addLine(t.tools, await who('coordinator'), any(plan.id), {
        ...{ programme: 'prevention', factor: 'sop', activity: 'Menyusun SOP (contoh)', owner: { agencyId: klungkung } },
        ...{ startsOn: day('2030-01-01'), dueOn: day('2030-06-01') },
      }),
    );
    const bare = await stepRad(t.tools, await who('coordinator'), any(plan.id), { action: 'hand-in' });
    expect(bare.ok ? [] : bare.refusal.map(({ field }) => field)).toEqual(['gap-participation', 'gap-staff', 'gap-technology']);
    const why = 'Sudah terlaksana tahun lalu (contoh).';
    sure(
      await stepRad(t.tools, await who('coordinator'), any(plan.id), {
        ...{ action: 'hand-in', gaps: { participation: why, staff: why, technology: why } },
      }),
    );
    expect((await loadRad(t.db, plan.id))?.gaps).toEqual({ participation: why, staff: why, technology: why });
    sure(await stepRad(t.tools, await who('coordinator'), any(plan.id), { action: 'take-back' }));
    expect((await loadAgreement(t.db, plan.id))?.isUnderReview).toBe(false);
    expect(await stepRad(t.tools, await who('coordinator'), any(plan.id), { action: 'drop' })).toMatchObject({
      refusal: [{ code: 'agreement.reason-missing' }],
    });
    sure(await stepRad(t.tools, await who('coordinator'), any(plan.id), { action: 'drop', reason: 'Salah tahun (contoh)' }));
    expect((await plansOf(t.db, [klungkung], 2030)).length).toBe(0);
  });

  test('is not recorded around its review, nor renewed as if there were none', async () => {
    const plan = await begun(2033);
    const order = {
      signedOn: day('2026-03-01'),
      inForceFrom: day('2026-03-01'),
      inForceUntil: null,
      place: '',
      source: 'Arsip (contoh)',
    };
    const coordinator = await who('coordinator');
    expect(await recordSigned(t.tools, coordinator, any(plan.id), { ...order, hasScan: false })).toMatchObject({
      refusal: [{ code: 'agreement.rad-by-decree' }],
    });
    expect((await loadAgreement(t.db, plan.id))?.state).toBe('draft');
    const [adopted] = (await plansOf(t.db, [klungkung], 2026)).filter(({ state }) => state === 'adopted');
    const old = await loadAgreement(t.db, adopted?.agreementId ?? '');
    expect(old && mayRenew(coordinator, old, false)).toMatchObject({ refusal: 'agreement.rad-begin-anew' });
  });

  test('that is adopted changes by a new edition, which takes its place on the day it begins and not before', async () => {
    t.setNow('2026-06-01T09:00:00+08:00');
    const coordinator = await who('coordinator');
    const [plan] = (await plansOf(t.db, [klungkung], 2026)).filter(({ state }) => state === 'adopted');
    const before = plan?.agreementId ?? '';
    expect(await beginEdition(t.tools, coordinator, any(before), '  ')).toMatchObject({
      refusal: [{ code: 'agreement.reason-missing', field: 'reason' }],
    });
    expect(await beginEdition(t.tools, await who('province'), any(before), 'x')).toMatchObject({
      refusal: [{ code: 'agreement.not-yours' }],
    });
    const both = await Promise.all([1, 2].map(() => beginEdition(t.tools, coordinator, any(before), 'Target berubah (contoh)')));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: [{ code: 'agreement.rad-exists' }] });
    const edition = sure(both.find(({ ok }) => ok) as (typeof both)[number]);
    const [old, now] = [await linesOf(t.db, before), await linesOf(t.db, edition.id)];
    expect(now.map(({ activity, targets, dueOn }) => [activity, targets, dueOn.toString()])).toEqual(
      old.map(({ activity, targets, dueOn }) => [activity, targets, dueOn.toString()]),
    );
    // The plan goes on meanwhile: one line is done, one is part of the way, and one is reported and not confirmed yet.
    const [first, second, third] = old.toSorted((a, b) => Number(b.targets[3]) - Number(a.targets[3])) as [Line, Line, Line];
    expect(Number(second.targets[3])).toBeGreaterThan(1);
    const report = async ({ id, targets }: Line, part: boolean) =>
      sure(
        await reportProgress(
          t.tools,
          coordinator,
          { lineId: id, version: null },
          {
            ...{ asOf: day('2026-05-30'), achieved: part ? '1' : (targets[3] ?? ''), text: 'Berjalan (contoh)' },
            ...{ isLast: !part, forPublic: false, evidence: [upload(pdf)] },
          },
        ),
      );
    const judge = async ({ id }: Line, verdict: 'confirm' | 'return') =>
      sure(await judgeReport(t.tools, await who('province'), { lineId: id, version: null }, { verdict, text: 'Ya (contoh)' }));
    await report(first, false);
    await judge(first, 'confirm');
    await report(second, true);
    await judge(second, 'confirm');
    await report(third, true);
    // Drafting and reviewing it changes nothing of what holds.
    expect(planThatCounts(await plansOf(t.db, [klungkung], 2026))?.agreementId).toBe(before);
    sure(await stepRad(t.tools, coordinator, any(edition.id), { action: 'hand-in' }));
    sure(await stepRad(t.tools, await who('province'), any(edition.id), { action: 'accept' }));
    sure(await stepRad(t.tools, await who('verifier'), any(edition.id), { action: 'accept' }));
    expect((await loadAgreement(t.db, before))?.state).toBe('signed');
    const decree = { number: '200/HK/2026 (contoh)', decidedOn: day('2026-06-01'), upload: upload(pdf) };
    for (const wrong of ['2026-06-15', '2026-03-30'])
      expect(await adoptRad(t.tools, coordinator, any(edition.id), { ...decree, inForceFrom: day(wrong) })).toMatchObject({
        ok: false,
      });
    expect((await loadAgreement(t.db, before))?.state).toBe('signed');
    const adopt = () => adoptRad(t.tools, coordinator, any(edition.id), { ...decree, inForceFrom: day('2026-06-01') });
    expect(await adopt()).toMatchObject({ refusal: [{ code: 'agreement.rad-lines-wait', field: 'step' }] });
    expect((await linesOf(t.db, edition.id)).every(({ state }) => state === 'planned')).toBe(true);
    await judge(third, 'return');
    sure(await adopt());
    // What was done is not promised again, what is part of the way begins there, what was sent back begins where it began.
    const goesOn = new Map((await linesOf(t.db, edition.id)).map((line) => [line.activity, line]));
    expect([first, second, third].map(({ activity }) => goesOn.get(activity))).toMatchObject([
      { state: 'dropped', isWithdrawn: false, stateNote: expect.stringContaining(plan?.code ?? 'none') },
      { state: 'planned', baseline: '1', targets: second.targets },
      { state: 'planned', baseline: third.baseline, targets: third.targets },
    ]);
    expect((await carriedFrom(t.db, before)).has(first.id)).toBe(false);
    // Each promise is counted once: what was done where it was done, what goes on where it goes on.
    const counted = async (id: string) => promisesOf(t.db, { agreementIds: [id] }, day('2026-06-02'));
    expect([(await counted(before)).total, (await counted(before)).by.kept]).toEqual([1, 1]);
    expect((await counted(edition.id)).total).toBe(old.length - 1);
    const together = await promisesOf(t.db, { agencyId: klungkung, agreementIds: [before, edition.id] }, day('2026-06-02'));
    expect([together.total, together.by.withdrawn]).toEqual([old.length, 0]);
    const ended = await loadAgreement(t.db, before);
    expect([ended?.state, ended?.endedOn?.toString(), ended?.endReason]).toEqual([
      'ended',
      '2026-06-01',
      `Diganti edisi baru ${edition.code}`,
    ]);
    expect(planThatCounts(await plansOf(t.db, [klungkung], 2026))?.agreementId).toBe(edition.id);
    // The next change follows the new edition; the old one is over.
    expect(await beginEdition(t.tools, coordinator, any(before), 'x')).toMatchObject({
      refusal: [{ code: 'agreement.not-now' }],
    });
    sure(await beginEdition(t.tools, coordinator, any(edition.id), 'Perubahan kedua (contoh)'));
  });

  test('two who begin the plan of one year at once make one', async () => {
    const order = { governmentId: klungkung, yearFrom: 2031, yearUntil: 2031, templateId, collectionId: null };
    const actor = await who('coordinator');
    const done = await Promise.all([beginRad(t.tools, actor, order), beginRad(t.tools, actor, order)]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(done.find(({ ok }) => !ok)).toMatchObject({ refusal: [{ code: 'agreement.rad-exists' }] });
    expect(await beginRad(t.tools, await who('province'), { ...order, yearFrom: 2032, yearUntil: 2032 })).toMatchObject({
      ok: false,
    });
    expect(await beginRad(t.tools, actor, { ...order, yearFrom: 2034, yearUntil: 2033 })).toMatchObject({
      refusal: [{ code: 'agreement.year-wrong' }],
    });
  });

  test('of a province goes to the ministry at once', async () => {
    const plan = sure(
      await beginRad(t.tools, await who('province'), {
        ...{ governmentId: bali, yearFrom: 2026, yearUntil: 2026, templateId, collectionId: null },
      }),
    );
    sure(await stepRad(t.tools, await who('province'), any(plan.id), { action: 'hand-in' }));
    expect((await loadRad(t.db, plan.id))?.state).toBe('with-ministry');
    expect(await stepRad(t.tools, await who('province'), any(plan.id), { action: 'accept' })).toMatchObject({
      refusal: [{ code: 'agreement.not-yours' }],
    });
    sure(
      await stepRad(t.tools, await who('verifier'), any(plan.id), {
        action: 'return',
        notes: [{ lineId: null, text: 'Lengkapi (contoh).' }],
      }),
    );
  });

  test('knows the states that the tables allow', async () => {
    const { rows } = await sql<{ text: string }>`
      SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conrelid = 'agreements.rads'::regclass AND contype = 'c'
        AND pg_get_constraintdef(oid) LIKE '%with-province%'`.execute(t.ownerDb as Db);
    const listed = [...(rows[0]?.text ?? '').matchAll(/'([a-z-]+)'/g)].map(([, state]) => state);
    expect(listed.sort()).toEqual([...RAD_STATES].sort());
  });
});

describe('a collection', () => {
  test('reminds who has not handed in, each stage once, and their leaders once it is past', async () => {
    t.setNow('2026-05-04T09:00:00+08:00');
    const collection = await opened([klungkung, badung], '2026-06-30', 2027);
    expect(await stagesOf(collection.id)).toEqual(['asked', 'asked']);
    const at = async (on: string) => {
      t.setNow(`${on}T09:30:00+08:00`);
      await Promise.all([remindOfPlans(t.tools), remindOfPlans(t.tools)]);
    };
    for (const on of ['2026-05-10', '2026-06-20', '2026-06-20', '2026-06-28', '2026-07-01', '2026-07-08', '2026-07-09'])
      await at(on);
    const stages = Object.groupBy(await stagesOf(collection.id), (stage) => stage ?? '');
    expect([stages.first?.length, stages.second?.length, stages.due?.length]).toEqual([2, 2, 2]);
    // Klungkung has a leader, a secretary; both governments have a coordinator.
    expect(stages.past?.length).toBe(4);
    const before = (await stagesOf(collection.id)).length;
    sure(await remindNow(t.tools, await who('province'), collection.id));
    sure(await remindNow(t.tools, await who('province'), collection.id));
    expect((await stagesOf(collection.id)).length).toBe(before + 2);
    expect(await remindNow(t.tools, await who('coordinator'), collection.id)).toMatchObject({
      refusal: 'agreement.rad-collection-absent',
    });
  });

  test('keeps the first day when it is moved, lets a government off with a reason, and closes', async () => {
    t.setNow('2026-08-03T09:00:00+08:00');
    const collection = await opened([klungkung, badung], '2026-08-31', 2028);
    const target = { collectionId: collection.id, version: 1 };
    const province = await who('province');
    expect(await extendCollection(t.tools, province, target, day('2026-08-30'), 'x')).toMatchObject({
      refusal: 'agreement.later-day-needed',
    });
    expect(await extendCollection(t.tools, province, target, day('2026-09-15'), ' ')).toMatchObject({
      refusal: 'agreement.reason-missing',
    });
    const moved = sure(await extendCollection(t.tools, province, target, day('2026-09-15'), 'Banyak libur (contoh)'));
    expect([moved.firstDueOn.toString(), moved.dueOn.toString(), moved.version]).toEqual(['2026-08-31', '2026-09-15', 2]);
    expect(await closeCollection(t.tools, province, target, true)).toMatchObject({ refusal: 'agreement.moved-on' });
    sure(await excuseGovernment(t.tools, province, { ...target, version: 2 }, badung, 'Baru berganti struktur (contoh)'));
    expect((await askedIn(t.db, moved)).find(({ governmentId }) => governmentId === badung)?.excuse).toContain('struktur');
    sure(await closeCollection(t.tools, province, { ...target, version: 3 }, true));
    expect(await remindNow(t.tools, province, collection.id)).toMatchObject({ refusal: 'agreement.not-now' });
    expect(
      await openCollection(t.tools, province, {
        ...{ openerId: bali, title: '', note: '', yearFrom: 2026, yearUntil: 2025, templateId: null, dueOn: day('2026-08-03') },
        governmentIds: [await agencyIdOf(t, '21.71')],
      }),
    ).toMatchObject({
      refusal: [
        { code: 'agreement.title-missing' },
        { code: 'agreement.year-wrong' },
        { code: 'agreement.rad-due-past' },
        { code: 'agreement.party-unknown' },
      ],
    });
  });

  test('is one of a list that is paged by key, nothing twice and nothing left out', async () => {
    t.setNow('2026-08-04T09:00:00+08:00');
    for (const year of [2040, 2041, 2042]) await opened([klungkung], '2026-12-31', year);
    const all = (await collectionsOf(t.db, [bali], { limit: 100 })).lines.map(({ id }) => id);
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const { lines, next } = await collectionsOf(t.db, [bali], { after, limit: 2 });
      seen.push(...lines.map(({ id }) => id));
      if (next === null) break;
      after = next;
    }
    expect(seen).toEqual(all);
    expect(all.length).toBeGreaterThan(3);
    // Asked about together, each is told what it is told alone.
    const together = await askedInEach(t.db, all);
    for (const id of all) expect(together.get(id)).toEqual(await askedIn(t.db, { id }));
  });

  test('of a province asks its regencies and cities alone', async () => {
    const below = await governmentsBelow(t.db, '51');
    expect(below).toHaveLength(9);
    expect(await governmentsBelow(t.db, '21')).toHaveLength(7);
    expect(
      await openCollection(t.tools, await who('coordinator'), {
        ...{ openerId: klungkung, title: 'x', note: '', yearFrom: 2026, yearUntil: 2026, templateId: null },
        ...{ dueOn: day('2027-01-01'), governmentIds: [klungkung] },
      }),
    ).toMatchObject({ refusal: [{ code: 'agreement.not-yours' }] });
  });
});

describe('a template', () => {
  test('begins as a copy, is published with every factor, and never changes from then on', async () => {
    const province = await who('province');
    const empty = sure(await beginTemplate(t.tools, province, { title: 'Kosong (contoh)', note: '', copyOf: null }));
    expect(await settleTemplate(t.tools, province, { templateId: empty.id, version: 1 }, 'published')).toMatchObject({
      refusal: [{ code: 'agreement.rad-template-empty' }],
    });
    const stolen = { title: 'Salinan (contoh)', note: '', copyOf: empty.id };
    expect(await beginTemplate(t.tools, await who('verifier'), stolen)).toMatchObject({
      refusal: [{ code: 'agreement.rad-template-absent' }],
    });
    const copy = sure(await beginTemplate(t.tools, province, { title: 'Bali (contoh)', note: '', copyOf: templateId }));
    const line: TemplateLineOrder = {
      ...{
        factor: 'staff',
        programme: 'competence',
        form: 'training',
        activity: 'Uji petugas (contoh)',
        output: '',
        indicator: 'Lulus',
      },
      ...{ unit: 'orang', target: '10', direction: 'up', evidenceAsked: '', responsible: '' },
    };
    expect(await addTemplateLine(t.tools, await who('coordinator'), { templateId: copy.id, version: 1 }, line)).toMatchObject({
      refusal: [{ code: 'agreement.rad-template-absent' }],
    });
    const added = sure(await addTemplateLine(t.tools, province, { templateId: copy.id, version: 1 }, line));
    expect(added.lines.at(-1)).toMatchObject({ activity: 'Uji petugas (contoh)', ordinal: 10 });
    const published = sure(await settleTemplate(t.tools, province, { templateId: copy.id, version: 2 }, 'published'));
    expect(await addTemplateLine(t.tools, province, { templateId: copy.id, version: published.version }, line)).toMatchObject({
      refusal: [{ code: 'agreement.not-now' }],
    });
    // Nobody changes what is shipped.
    expect(await settleTemplate(t.tools, await who('verifier'), { templateId, version: 1 }, 'retired')).toMatchObject({
      ok: false,
    });
  });
});

describe('the evaluation of a government', () => {
  test('counts nothing as zero that is not known, and is taken with the records behind it', async () => {
    t.setNow('2026-12-01T09:00:00+08:00');
    const government = (await governmentById(t.db, badung)) as NonNullable<Awaited<ReturnType<typeof governmentById>>>;
    const live = await liveFigures(t.tools, government, 2026);
    expect(live?.facts).toMatchObject({
      hasCoordinator: true,
      accountActive: null,
      followedUp: { cases: 0 },
      asked: 'past',
      plan: null,
    });
    expect(live?.evaluation.points.filter(({ points }) => points === null).map(({ indicator }) => indicator)).toEqual([
      'account-active',
      'followed-up',
      'first-follow-up',
      'answers',
    ]);
    expect(live?.evaluation).toMatchObject({ score: null, known: 25 });
    expect(await liveFigures(t.tools, government, 2027)).toBeUndefined();
    const withRecords = await figuresWithRecords(t.tools, t.db, government, 2026);
    expect(withRecords?.figures).toEqual(live);
  });

  test('is answered before it is public, sealed, withdrawn with a reason, and taken again as a new edition', async () => {
    t.setNow('2026-12-02T09:00:00+08:00');
    const coordinator = await who('coordinator');
    const decree = {
      governmentId: klungkung,
      zone: 'Asia/Makassar',
      number: '7/2026 (contoh)',
      decidedOn: day('2026-02-02'),
      validUntil: null,
    } as const;
    expect(await addTeamDecree(t.tools, coordinator, { ...decree, upload: upload(Buffer.from('x')) })).toMatchObject({
      refusal: [{ code: 'agreement.scan-no-pdf' }],
    });
    sure(await addTeamDecree(t.tools, coordinator, { ...decree, upload: upload(pdf) }));
    expect(await takeEvaluation(t.tools, coordinator, { governmentId: klungkung, year: 2026 })).toMatchObject({
      refusal: 'agreement.not-yours',
    });
    const province = await who('province');
    const order = { governmentId: klungkung, year: 2026 };
    const both = await Promise.all([takeEvaluation(t.tools, province, order), takeEvaluation(t.tools, province, order)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const [taken] = await evaluationsOf(t.db, klungkung);
    if (!taken) throw new Error('nothing was taken');
    expect(taken.answerUntil.toString()).toBe('2026-12-16');
    expect(
      (await evaluationRows(t.db, taken.id, 'team-decree', { after: 0, limit: 5 })).map(({ facts }) => facts.number),
    ).toEqual(['7/2026 (contoh)']);
    expect((await evaluationRows(t.db, taken.id, 'action-plan', { after: 0, limit: 5 })).map(({ facts }) => facts.state)).toEqual(
      ['adopted'],
    );
    const target = (version: number) => ({ evaluationId: taken.id, version });
    expect(await stepEvaluation(t.tools, province, target(1), { action: 'publish' })).toMatchObject({
      refusal: 'agreement.rad-answer-time',
    });
    expect(await stepEvaluation(t.tools, province, target(1), { action: 'answer', text: 'x' })).toMatchObject({
      refusal: 'agreement.not-yours',
    });
    sure(await stepEvaluation(t.tools, coordinator, target(1), { action: 'answer', text: 'Kami menambah petugas (contoh).' }));
    sure(await stepEvaluation(t.tools, province, target(2), { action: 'publish' }));
    await makeEvaluationPdf(t.tools, taken.id);
    await makeEvaluationPdf(t.tools, taken.id);
    const published = await loadEvaluation(t.db, taken.id);
    const bytes = await readSealed(t.tools, published?.pdfKey ?? '');
    expect((await verifySeal(bytes, await knownCertificates(t.tools))).state).toBe('intact');
    // What changes afterwards does not move what was taken.
    const before = JSON.stringify(published?.figures);
    sure(await addTeamDecree(t.tools, coordinator, { ...decree, number: '8/2026 (contoh)', upload: upload(pdf) }));
    expect(JSON.stringify((await loadEvaluation(t.db, taken.id))?.figures)).toBe(before);
    expect(await stepEvaluation(t.tools, province, target(3), { action: 'withdraw', text: '' })).toMatchObject({
      refusal: 'agreement.reason-missing',
    });
    sure(await stepEvaluation(t.tools, province, target(3), { action: 'withdraw', text: 'SK yang salah (contoh)' }));
    const again = sure(await takeEvaluation(t.tools, province, order));
    expect(again.edition).toBe(2);
    expect((await evaluationsOf(t.db, klungkung)).map(({ edition, state }) => [edition, state])).toEqual([
      [2, 'with-government'],
      [1, 'withdrawn'],
    ]);
    t.setNow('2026-12-30T09:00:00+08:00');
    sure(await stepEvaluation(t.tools, province, { evaluationId: again.id, version: 1 }, { action: 'publish' }));
  });
});
