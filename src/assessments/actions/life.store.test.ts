import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Officer } from '../../kernel/actor.ts';
import { importHolidays, lawBook } from '../../law/index.ts';
import { readEvents } from '../../platform/audit/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import type { OutgoingMessage } from '../../platform/tools.ts';
import { replyRemindersErrand } from '../errands/reply-reminders.ts';
import type { Stage } from '../rules/assessment.transitions.ts';
import { loadAssessment, lockAssessment } from '../store/assessments.ts';
import { repliesOf } from '../store/replies.ts';
import { resultOf } from '../store/results.ts';
import { sheetsOf } from '../store/sheets.ts';
import { correctResult } from './correct-result.ts';
import { decideReply } from './decide-reply.ts';
import { declareTie } from './declare-tie.ts';
import { personWith } from './field.test-support.ts';
import { moveStage, type StageStep } from './move-stage.ts';
import { endRound } from './open-round.ts';
import { fileReply, waiveReplies, withdrawReply } from './reply.ts';
import { allowed, fill, good, idOf, nameProducts, openedRound, type RoundCast, roundCast } from './round.test-support.ts';

let t: TestDatabase;
let cast: RoundCast;
const posted: OutgoingMessage[] = [];
beforeAll(async () => {
  t = await testDatabase({
    post: async (_tx, message) => {
      posted.push(message);
    },
  });
  cast = await roundCast(t);
});
afterAll(() => t.close());

let rounds = 0;
/** A round of one regency in the field, everything filled in; one indicator falls short in the health office. */
async function filled(): Promise<string> {
  rounds += 1;
  t.setNow('2026-03-17T10:00:00+08:00');
  const { assessments } = await openedRound(t, cast, { code: `hidup-${rounds}` });
  const id = assessments[0]?.id ?? '';
  await nameProducts(t, id);
  const value = (indicator: { code: string }, at: { unitNo: number }) =>
    at.unitNo === HEALTH && indicator.code === short ? '0' : good(indicator as never);
  await fill(t, id, { value });
  await fill(t, id, { rating: 2, value });
  return id;
}
const short = 'biaya';
/** The health office, whose liaison officer plays here. */
const HEALTH = 2;

const move = (actor: Officer, assessmentId: string, action: StageStep, more: { reason?: string; revision?: number } = {}) =>
  moveStage(t.tools, actor, { assessmentId, revision: null, action, ...more });

async function refusals(actor: Officer, assessmentId: string, action: StageStep, more = {}) {
  const done = await move(actor, assessmentId, action, more);
  return done.ok ? [] : done.refusal.codes;
}

const stageOf = async (id: string): Promise<Stage | undefined> => (await loadAssessment(t.db, id))?.stage;

/** As far as the notification, by different people. */
async function notified(): Promise<string> {
  const id = await filled();
  allowed(await move(cast.assessor, id, 'submit'));
  allowed(await move(cast.checker, id, 'check'));
  t.setNow('2026-03-17T14:00:00+08:00');
  allowed(await move(cast.manager, id, 'moderate'));
  allowed(await move(cast.manager, id, 'notify'));
  return id;
}

const reply = (assessmentId: string, more: object = {}) => ({
  assessmentId,
  revision: null,
  unitNo: HEALTH,
  indicator: short,
  text: 'Papan biaya ada di lobi, lihat foto.',
  files: [PNG],
  ...more,
});

/** The smallest picture there is. */
const PNG = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
);

async function sheetsWith(id: string, unitNo = HEALTH) {
  return (await sheetsOf(t.db, id, { unitNo, rating: 1 })).filter((sheet) => sheet.kind === 'product');
}

describe('from the field to publication', () => {
  test('a whole round by different people', async () => {
    const id = await filled();
    posted.length = 0;
    allowed(await move(cast.assessor, id, 'submit'));
    allowed(await move(cast.checker, id, 'check'));
    allowed(await move(cast.manager, id, 'moderate'));
    const toldBefore = posted.length;
    allowed(await move(cast.manager, id, 'notify'));
    expect(toldBefore).toBe(0);
    expect(posted.map((one) => one.recipient.id).sort()).toEqual(
      [cast.coordinator.personId, cast.leader.personId, cast.liaison.personId].sort(),
    );
    const afterNotify = await loadAssessment(t.db, id);
    // The end of the day in Bali; which day, the calendar says.
    expect(afterNotify?.replyDueAt?.toZonedDateTimeISO('Asia/Makassar').toPlainTime().toString()).toBe('23:59:59');
    expect(posted[0]?.details.dueOn).toBe(afterNotify?.replyDueAt?.toZonedDateTimeISO('Asia/Makassar').toPlainDate().toString());
    allowed(await waiveReplies(t.tools, cast.coordinator, { assessmentId: id, revision: null }));
    allowed(await move(cast.manager, id, 'finalise'));
    allowed(await move(cast.head, id, 'publish'));
    const published = await loadAssessment(t.db, id);
    expect(published).toMatchObject({ stage: 'published', publishedVersion: 1 });
    const [line] = await resultOf(t.db, id, 1);
    expect(Number(line?.score)).toBeGreaterThan(90);
    expect((await readEvents(t.db, id)).map((event) => event.type).filter((type) => type.startsWith('assessment.'))).toEqual([
      'assessment.planned',
      'assessment.submit',
      'assessment.check',
      'assessment.moderate',
      'assessment.notify',
      'assessment.finalise',
      'assessment.result-frozen',
      'assessment.publish',
    ]);
    allowed(await endRound(t.tools, cast.manager, { roundId: published?.roundId ?? '', revision: null }));
  });

  test('what is incomplete is not submitted, and it is said exactly where', async () => {
    t.setNow('2026-03-17T10:00:00+08:00');
    rounds += 1;
    const { assessments } = await openedRound(t, cast, { code: `hidup-${rounds}`, secondRatingPercent: '0' });
    const id = assessments[0]?.id ?? '';
    await fill(t, id, {
      value: (indicator, at) => (at.unitNo === 2 && at.sheetNo === 1 && indicator.code === short ? undefined : good(indicator)),
    });
    const done = await move(cast.assessor, id, 'submit');
    expect(done).toMatchObject({ ok: false, refusal: { codes: ['assessment.incomplete'] } });
    const missing = done.ok ? [] : done.refusal.missing;
    expect(missing.filter((one) => one.lack === 'no-answer')).toEqual([
      { lack: 'no-answer', unitNo: 2, rating: 1, sheetNo: 1, indicator: short },
    ]);
    expect(missing.filter((one) => one.lack === 'no-product')).toHaveLength(8);
    expect(await stageOf(id)).toBe('draft');
  });

  test('each step by whom it belongs to, none by who watches over themselves', async () => {
    const id = await filled();
    expect(await refusals(cast.second, id, 'submit')).toEqual(['assessment.not-yours']);
    expect(await refusals(cast.checker, id, 'submit')).toEqual(['assessment.not-yours']);
    expect(await refusals(cast.coordinator, id, 'submit')).toEqual(['assessment.absent']);
    allowed(await move(cast.assessor, id, 'submit'));
    expect(await refusals(cast.assessor, id, 'check')).toEqual(['assessment.not-yours']);
    // The same person in another chair is still the same person.
    const twoChairs: Officer = { ...cast.checker, personId: cast.assessor.personId };
    expect(await refusals(twoChairs, id, 'check')).toEqual(['assessment.maker']);
    allowed(await move(cast.checker, id, 'check'));
    const checksAndModerates: Officer = { ...cast.manager, personId: cast.checker.personId };
    expect(await refusals(checksAndModerates, id, 'moderate')).toEqual(['assessment.same-person']);
    allowed(await move(cast.manager, id, 'moderate'));
    allowed(await move(cast.manager, id, 'notify'));
    allowed(await waiveReplies(t.tools, cast.coordinator, { assessmentId: id, revision: null }));
    allowed(await move(cast.manager, id, 'finalise'));
    const headWho = (other: Officer): Officer => ({ ...cast.head, personId: other.personId });
    expect(await refusals(headWho(cast.assessor), id, 'publish')).toEqual(['assessment.maker']);
    expect(await refusals(headWho(cast.checker), id, 'publish')).toEqual(['assessment.same-person']);
    allowed(await move(cast.head, id, 'publish'));
  });

  test('somebody with a tie takes no step', async () => {
    const id = await filled();
    allowed(await move(cast.assessor, id, 'submit'));
    const tied = await personWith(t, 'assessment-checker', 'ori.bali');
    allowed(
      await declareTie(t.tools, cast.manager, { personId: tied.personId, agencyId: await idOf(t, '51.05'), kind: 'business' }),
    );
    expect(await refusals(tied, id, 'check')).toEqual(['assessment.tied']);
  });

  test('what is returned goes back to its makers with a reason, and begins again', async () => {
    const id = await filled();
    allowed(await move(cast.assessor, id, 'submit'));
    expect(await refusals(cast.checker, id, 'return', { reason: '' })).toEqual(['assessment.reason-missing']);
    posted.length = 0;
    allowed(await move(cast.checker, id, 'return', { reason: 'Foto papan biaya tidak terbaca.' }));
    expect(posted.map((one) => one.recipient.id).sort()).toEqual([cast.assessor.personId, cast.second.personId].sort());
    expect(JSON.stringify(posted)).not.toContain('papan biaya');
    expect(await loadAssessment(t.db, id)).toMatchObject({ stage: 'draft', submitted: null });
    allowed(await move(cast.assessor, id, 'submit'));
  });

  test('who acts on what was there before is told that it has moved on', async () => {
    const id = await filled();
    const seen = (await loadAssessment(t.db, id))?.revision ?? 0;
    allowed(await move(cast.assessor, id, 'submit', { revision: seen }));
    expect(await refusals(cast.checker, id, 'check', { revision: seen })).toEqual(['assessment.moved-on']);
  });

  test('of two who check at once one is told so', async () => {
    const id = await filled();
    allowed(await move(cast.assessor, id, 'submit'));
    const both = await Promise.all([move(cast.checker, id, 'check'), move(cast.checker, id, 'check')]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
  });
});

describe('the right of reply', () => {
  test('a reply that is accepted changes answer and score, and both scores are kept', async () => {
    const id = await notified();
    const before = (await resultOf(t.db, id, 0))[0]?.score;
    posted.length = 0;
    const replyId = allowed(await fileReply(t.tools, cast.liaison, reply(id)));
    expect(await stageOf(id)).toBe('in-reply');
    expect(posted.map((one) => [one.purpose, one.recipient.id])).toEqual([['assessment.reply-filed', cast.manager.personId]]);
    expect(await refusals(cast.manager, id, 'finalise')).toEqual(['assessment.replies-open']);
    const [first, second] = await sheetsWith(id);
    const decide = (actor: Officer, more: object) =>
      decideReply(t.tools, actor, {
        assessmentId: id,
        revision: null,
        replyId,
        decision: 'accepted',
        reasons: 'Papan biaya memang ada.',
        corrections: [
          { sheetNo: first?.sheetNo ?? 0, value: 'yes' },
          { sheetNo: second?.sheetNo ?? 0, value: 'yes' },
        ],
        ...more,
      });
    const codes = async (actor: Officer, more: object) => {
      const done = await decide(actor, more);
      return done.ok ? [] : done.refusal.codes;
    };
    expect(await codes(cast.coordinator, {})).toEqual(['assessment.not-yours']);
    expect(await codes(cast.checker, {})).toEqual(['assessment.not-yours']);
    expect(await codes({ ...cast.manager, personId: cast.assessor.personId }, {})).toEqual(['assessment.maker']);
    expect(await codes(cast.manager, { reasons: ' ' })).toEqual(['assessment.reason-missing']);
    expect(await codes(cast.manager, { decision: 'mungkin' })).toEqual(['assessment.decision-missing']);
    expect(await codes(cast.manager, { corrections: [] })).toEqual(['assessment.correction-missing']);
    expect(await codes(cast.manager, { decision: 'rejected' })).toEqual(['assessment.correction-without-acceptance']);
    expect(await codes(cast.manager, { corrections: [{ sheetNo: first?.sheetNo ?? 0, value: '7' }] })).toEqual([
      'assessment.answer-out-of-scale',
    ]);
    expect((await resultOf(t.db, id, 0))[0]?.score).toBe(before);
    const decided = allowed(await decide(cast.manager, {}));
    expect(decided.scoreBefore).toBe(before);
    expect(Number(decided.scoreAfter)).toBeGreaterThan(Number(before));
    expect(await repliesOf(t.db, id)).toMatchObject([
      { state: 'accepted', decidedBy: cast.manager.personId, scoreBefore: before, scoreAfter: decided.scoreAfter },
    ]);
    expect(await codes(cast.manager, {})).toEqual(['assessment.reply-unknown']);
    // Time still runs, and the agency has not said that it is satisfied.
    expect(await refusals(cast.manager, id, 'finalise')).toEqual(['assessment.reply-time-runs']);
    allowed(await waiveReplies(t.tools, cast.coordinator, { assessmentId: id, revision: null }));
    allowed(await move(cast.manager, id, 'finalise'));
  });

  test('a reply that is rejected leaves the score alone', async () => {
    const id = await notified();
    const replyId = allowed(await fileReply(t.tools, cast.coordinator, reply(id)));
    const before = (await resultOf(t.db, id, 0))[0]?.score;
    const order = {
      assessmentId: id,
      revision: null,
      replyId,
      decision: 'rejected',
      reasons: 'Foto dari tahun lalu.',
      corrections: [],
    };
    expect(allowed(await decideReply(t.tools, cast.manager, order))).toEqual({ scoreBefore: before, scoreAfter: before });
  });

  test('only for what is one’s own, once at a time, and in time', async () => {
    const id = await notified();
    const codes = async (actor: Officer, more: object = {}) => {
      const done = await fileReply(t.tools, actor, reply(id, more));
      return done.ok ? [] : done.refusal.codes;
    };
    expect(await codes(cast.liaison, { unitNo: 1 })).toEqual(['assessment.absent']);
    expect(await codes(cast.leader)).toEqual(['assessment.absent']);
    expect(await codes(cast.assessor)).toEqual(['assessment.absent']);
    expect(await codes(cast.liaison, { text: ' ' })).toEqual(['assessment.reply-text-missing']);
    expect(await codes(cast.liaison, { indicator: 'tidak-ada' })).toEqual(['assessment.unit-unknown']);
    expect(await codes(cast.liaison, { files: [new TextEncoder().encode('<script>')] })).toEqual(['assessment.file-refused']);
    expect(await codes(cast.liaison)).toEqual([]);
    expect(await codes(cast.coordinator)).toEqual(['assessment.reply-open-already']);
    const [open] = await repliesOf(t.db, id);
    const target = { assessmentId: id, revision: null, replyId: open?.id ?? '' };
    allowed(await withdrawReply(t.tools, cast.liaison, target));
    expect(await withdrawReply(t.tools, cast.liaison, target)).toMatchObject({
      refusal: { codes: ['assessment.reply-unknown'] },
    });
    expect(await codes(cast.coordinator)).toEqual([]);
    const due = (await loadAssessment(t.db, id))?.replyDueAt;
    t.setNow(due?.toString() ?? '');
    expect(await codes(cast.coordinator, { indicator: 'persyaratan' })).toEqual([]);
    t.setNow(due?.add({ seconds: 1 }).toString() ?? '');
    expect(await codes(cast.coordinator, { indicator: 'produk' })).toEqual(['assessment.reply-time-over']);
    expect(await waiveReplies(t.tools, cast.coordinator, { assessmentId: id, revision: null })).toMatchObject({
      refusal: { codes: ['assessment.reply-time-over'] },
    });
  });

  test('silence is an answer when the time is over', async () => {
    const id = await notified();
    expect(await refusals(cast.manager, id, 'finalise')).toEqual(['assessment.reply-time-runs']);
    t.setNow((await loadAssessment(t.db, id))?.replyDueAt?.add({ seconds: 1 }).toString() ?? '');
    allowed(await move(cast.manager, id, 'finalise'));
  });

  test('those who answer are reminded one working day before, each once for each occasion', async () => {
    const id = await notified();
    const due = (await loadAssessment(t.db, id))?.replyDueAt;
    posted.length = 0;
    const mine = () => posted.filter((one) => one.object.id === id);
    await replyRemindersErrand(t.tools);
    expect(mine()).toEqual([]);
    t.setNow(due?.subtract({ hours: 1 }).toString() ?? '');
    await replyRemindersErrand(t.tools);
    expect(
      mine()
        .map((one) => one.recipient.id)
        .sort(),
    ).toEqual([cast.coordinator.personId, cast.liaison.personId].sort());
    await replyRemindersErrand(t.tools);
    // The ledger keeps a second post of the same key from being told: purpose, object, recipient and stage are the same.
    expect(new Set(mine().map((one) => `${one.purpose} ${one.object.id} ${one.recipient.id} ${one.stage}`)).size).toBe(2);
    posted.length = 0;
    allowed(await waiveReplies(t.tools, cast.coordinator, { assessmentId: id, revision: null }));
    await replyRemindersErrand(t.tools);
    expect(mine()).toEqual([]);
  });
});

describe('days off that are decreed while the time for replies runs', () => {
  test('make it longer, tell the agency, and are in the record', async () => {
    const id = await notified();
    const before = (await loadAssessment(t.db, id))?.replyDueAt;
    const book = await lawBook(t.tools);
    const admin = await personWith(t, 'system-admin', 'kemenpanrb');
    const imported = await importHolidays(t.tools, admin, {
      text: `date,kind,what,region,basis\n${before?.toZonedDateTimeISO('Asia/Makassar').toPlainDate()},additional,Hari libur baru (contoh),,Keputusan contoh 1/2026\n`,
      skb: ['9/2026', '9/2026', '9/2026'],
      edition: book.edition,
      reason: 'Ditetapkan kemudian',
    });
    expect(imported, JSON.stringify(imported)).toMatchObject({ ok: true });
    posted.length = 0;
    await replyRemindersErrand(t.tools);
    const after = (await loadAssessment(t.db, id))?.replyDueAt;
    expect(after?.epochMilliseconds).toBeGreaterThan(before?.epochMilliseconds ?? 0);
    const mine = posted.filter((one) => one.object.id === id && one.purpose === 'assessment.reply-moved');
    expect(mine.map((one) => one.recipient.id).sort()).toEqual(
      [cast.coordinator.personId, cast.leader.personId, cast.liaison.personId].sort(),
    );
    await replyRemindersErrand(t.tools);
    expect((await readEvents(t.db, id)).filter((event) => event.type === 'reply.due-moved')).toHaveLength(1);
  });
});

describe('a published result', () => {
  async function published(): Promise<string> {
    const id = await notified();
    allowed(await waiveReplies(t.tools, cast.coordinator, { assessmentId: id, revision: null }));
    allowed(await move(cast.manager, id, 'finalise'));
    allowed(await move(cast.head, id, 'publish'));
    return id;
  }

  test('changes only by a published correction, and the earlier version stays', async () => {
    const id = await published();
    const first = (await resultOf(t.db, id, 1))[0]?.score;
    const [sheet] = await sheetsWith(id);
    const order = {
      assessmentId: id,
      revision: null,
      reason: 'Salah ketik pada lembar produk pertama.',
      decree: 'Keputusan Ketua 12/2026 (contoh)',
      corrections: [{ unitNo: HEALTH, sheetNo: sheet?.sheetNo ?? 0, indicator: short, value: 'yes' }],
      files: [],
    };
    const codes = async (actor: Officer, more: object = {}) => {
      const done = await correctResult(t.tools, actor, { ...order, ...more });
      return done.ok ? [] : done.refusal.codes;
    };
    expect(await codes(cast.manager)).toEqual(['assessment.not-yours']);
    expect(await codes(cast.head, { reason: '' })).toEqual(['assessment.reason-missing']);
    expect(await codes(cast.head, { decree: ' ' })).toEqual(['assessment.decree-missing']);
    expect(await codes(cast.head, { corrections: [] })).toEqual(['assessment.nothing-changed']);
    expect(await codes({ ...cast.head, personId: cast.checker.personId })).toEqual(['assessment.same-person']);
    expect(await codes(cast.head, { corrections: [{ ...order.corrections[0], value: '' }] })).toEqual([
      'assessment.correction-missing',
    ]);
    expect(await codes(cast.head, { corrections: [{ ...order.corrections[0], unitNo: 9 }] })).toEqual([
      'assessment.indicator-unknown',
    ]);
    posted.length = 0;
    expect(allowed(await correctResult(t.tools, cast.head, order))).toBe(2);
    expect(posted.every((one) => one.purpose === 'assessment.corrected')).toBe(true);
    expect((await resultOf(t.db, id, 1))[0]?.score).toBe(first);
    expect(Number((await resultOf(t.db, id, 2))[0]?.score)).toBeGreaterThan(Number(first));
    expect(await loadAssessment(t.db, id)).toMatchObject({ stage: 'published', publishedVersion: 2 });
    // The same head may have to correct again.
    const back = { ...order.corrections[0], value: 'no' };
    expect(await codes(cast.head, { corrections: [back] })).toEqual([]);
    const events = (await readEvents(t.db, id)).filter((event) => event.type === 'assessment.correct');
    expect(events).toHaveLength(2);
  });

  test('the row refuses by itself what no step would do', async () => {
    const id = await published();
    const assessment = await t.db.transaction().execute((tx) => lockAssessment(tx, id));
    const wrong = t.ownerDb
      .withTables<{ 'assessments.assessments': Record<string, unknown> }>()
      .updateTable('assessments.assessments')
      .set({ published_by: assessment?.checked?.by })
      .where('id', '=', id)
      .execute();
    await expect(wrong).rejects.toThrow(/check constraint/);
  });
});
