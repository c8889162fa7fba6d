import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agencyById } from '../../directory/index.ts';
import { readEvents } from '../../platform/audit/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import type { OutgoingMessage } from '../../platform/tools.ts';
import { draw, purposeOf, sampleSize } from '../rules/draw.ts';
import { assessmentsOfRound } from '../store/assessments.ts';
import { listRounds, loadRound } from '../store/rounds.ts';
import { progressOf, sheetsOf } from '../store/sheets.ts';
import { assignTeam, candidatesFor } from './assign-team.ts';
import { declareTie, endDeclaredTie } from './declare-tie.ts';
import { drawSheets } from './draw-sheets.ts';
import { personWith } from './field.test-support.ts';
import { endRound, openRound } from './open-round.ts';
import { addAgencies, addUnit, agenciesOfKind, removeAgency, removeUnit } from './plan-agencies.ts';
import { editRound, planRound } from './plan-round.ts';
import { allowed, day, fill, idOf, ORDER, openedRound, plannedRound, type RoundCast, roundCast } from './round.test-support.ts';

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
const nextCode = () => {
  rounds += 1;
  return `rencana-${rounds}`;
};
const now = (roundId: string) => ({ roundId, revision: null });
const events = async (id: string) => (await readEvents(t.db, id)).map((event) => event.type);

describe('planning a round', () => {
  test('a regency gets its seven loci, with the puskesmas the seed draws', async () => {
    const roundId = await plannedRound(t, cast, { code: nextCode(), instrument: 'penilaian-2023/1' }, ['51.05']);
    const [assessment] = await assessmentsOfRound(t.db, roundId);
    expect(assessment?.units).toHaveLength(7);
    const drawn = (assessment?.units ?? []).filter((unit) => unit.locus.id === 'Puskesmas');
    const codes = await Promise.all(drawn.map(async (unit) => (await agencyById(t.db, unit.agencyId))?.code));
    const all = 'klungkung-1 klungkung-2 dawan-1 dawan-2 banjarangkan-1 banjarangkan-2 nusa-penida-1 nusa-penida-2 nusa-penida-3'
      .split(' ')
      .map((slug) => `51.05.dinkes.puskesmas-${slug}`);
    expect(codes).toEqual(draw(all, 2, ORDER.seed, purposeOf.units('51.05', 'puskesmas'), (code) => code));
    expect(await events(roundId)).toEqual(['round.planned', 'round.agencies-added']);
    expect(await events(assessment?.id ?? '')).toEqual(['assessment.planned']);
  });

  test('reply days come from the law where the planner says nothing', async () => {
    const roundId = await plannedRound(t, cast, { code: nextCode() }, []);
    expect((await loadRound(t.db, roundId))?.replyDays).toBe(5);
    const longer = await plannedRound(t, cast, { code: nextCode(), replyDays: '14' }, []);
    expect((await loadRound(t.db, longer))?.replyDays).toBe(14);
  });

  test('everything that is wrong with what was typed is told at once, and nothing is written', async () => {
    const before = (await listRounds(t.db, { limit: 100 })).lines.length;
    const order = {
      ...ORDER,
      code: 'Bali 2026',
      title: ' ',
      endsOn: day('2026-02-01'),
      replyDays: '90',
      ownerAgencyId: await idOf(t, '51.05'),
    };
    const done = await planRound(t.tools, cast.manager, order);
    expect(done.ok ? [] : done.refusal.map((one) => one.field).sort()).toEqual(
      ['code', 'endsOn', 'ownerAgencyId', 'replyDays', 'title'].sort(),
    );
    expect((await listRounds(t.db, { limit: 100 })).lines.length).toBe(before);
  });

  test('only who plans may, only published instruments, no code twice', async () => {
    const ownerAgencyId = await idOf(t, 'ori');
    for (const actor of [cast.assessor, cast.head, cast.coordinator])
      expect(await planRound(t.tools, actor, { ...ORDER, code: nextCode(), ownerAgencyId })).toMatchObject({ ok: false });
    const unknown = await planRound(t.tools, cast.manager, {
      ...ORDER,
      code: nextCode(),
      instrument: 'tidak-ada/1',
      ownerAgencyId,
    });
    expect(unknown).toMatchObject({ refusal: [{ field: 'instrument' }] });
    const code = nextCode();
    await plannedRound(t, cast, { code }, []);
    const twice = await planRound(t.tools, cast.manager, { ...ORDER, code, ownerAgencyId });
    expect(twice).toEqual({ ok: false, refusal: [{ field: 'code', code: 'assessment.code-taken' }] });
  });

  test('all regencies of a province at once; none when one may not be', async () => {
    const roundId = await plannedRound(t, cast, { code: nextCode() }, []);
    const regencies = await agenciesOfKind(t.db, 'regency-government', '51');
    expect(regencies.length).toBe(8);
    const ids = regencies.map((one) => one.id);
    const withOffice = await addAgencies(t.tools, cast.manager, now(roundId), [...ids, await idOf(t, '51.05.dinkes')]);
    expect(withOffice).toEqual({ ok: false, refusal: 'assessment.agency-no-government' });
    expect(await assessmentsOfRound(t.db, roundId)).toEqual([]);
    expect(allowed(await addAgencies(t.tools, cast.manager, now(roundId), ids))).toBe(8);
    expect(await addAgencies(t.tools, cast.manager, now(roundId), ids.slice(0, 1))).toEqual({
      ok: false,
      refusal: 'assessment.agency-has-it',
    });
  });

  test('a regional office plans only in the area it serves', async () => {
    const planner = await personWith(t, 'assessment-manager', 'ori.bali');
    const ownerAgencyId = await idOf(t, 'ori.bali');
    const roundId = allowed(await planRound(t.tools, planner, { ...ORDER, code: nextCode(), ownerAgencyId }));
    expect(allowed(await addAgencies(t.tools, planner, now(roundId), [await idOf(t, '51.05')]))).toBe(1);
    expect(await addAgencies(t.tools, planner, now(roundId), [await idOf(t, '21.71')])).toEqual({
      ok: false,
      refusal: 'assessment.agency-outside',
    });
    const [assessment] = await assessmentsOfRound(t.db, roundId);
    expect(assessment?.ombudsmanOfficeId).toBe(ownerAgencyId);
  });

  test('units are added and removed with a reason; numbers are not given twice', async () => {
    const roundId = await plannedRound(t, cast, { code: nextCode() }, ['51.05']);
    const [assessment] = await assessmentsOfRound(t.db, roundId);
    const id = assessment?.id ?? '';
    const rsud = await idOf(t, '51.05.dinkes.rsud');
    const order = { assessmentId: id, agencyId: rsud, locusId: '', reason: 'Banyak laporan tentang antrean' };
    expect(await addUnit(t.tools, cast.manager, now(roundId), { ...order, reason: ' ' })).toMatchObject({
      refusal: 'assessment.reason-missing',
    });
    expect(
      await addUnit(t.tools, cast.manager, now(roundId), { ...order, agencyId: await idOf(t, '51.03.dinkes') }),
    ).toMatchObject({
      refusal: 'assessment.unit-outside',
    });
    allowed(await addUnit(t.tools, cast.manager, now(roundId), order));
    expect(await addUnit(t.tools, cast.manager, now(roundId), order)).toMatchObject({ refusal: 'assessment.unit-has-it' });
    const [added] = await assessmentsOfRound(t.db, roundId);
    expect(added?.units.at(-1)).toMatchObject({ no: 5, agencyId: rsud, addedReason: 'Banyak laporan tentang antrean' });
    allowed(await removeUnit(t.tools, cast.manager, now(roundId), { assessmentId: id, unitNo: 2, reason: 'Sedang direnovasi' }));
    const [removed] = await assessmentsOfRound(t.db, roundId);
    expect(removed?.units.map((unit) => unit.no)).toEqual([1, 3, 4, 5]);
    allowed(await removeAgency(t.tools, cast.manager, now(roundId), id));
    expect(await assessmentsOfRound(t.db, roundId)).toEqual([]);
    expect(await events(id)).toEqual(['assessment.planned', 'unit.added', 'unit.removed', 'assessment.removed']);
  });

  test('the seed stays once units were drawn with it', async () => {
    const code = nextCode();
    const roundId = await plannedRound(t, cast, { code }, ['51.05']);
    const changed = await editRound(t.tools, cast.manager, now(roundId), { ...ORDER, code, seed: 'benih yang lebih disukai' });
    expect(changed).toEqual({ ok: false, refusal: [{ field: '', code: 'assessment.plan-begun' }] });
    allowed(await editRound(t.tools, cast.manager, now(roundId), { ...ORDER, code, title: 'Nama baru (contoh)' }));
    expect((await loadRound(t.db, roundId))?.title).toBe('Nama baru (contoh)');
  });

  test('who planned from an older revision is told so', async () => {
    const roundId = await plannedRound(t, cast, { code: nextCode() }, ['51.05']);
    const done = await drawSheets(t.tools, cast.manager, { roundId, revision: 1 });
    expect(done).toEqual({ ok: false, refusal: 'assessment.moved-on' });
  });
});

describe('the draw', () => {
  test('makes the sheets of the field work, and the same again', async () => {
    const roundId = await plannedRound(t, cast, { code: nextCode(), instrument: 'penilaian-2023/1', secondRatingPercent: '20' }, [
      '51.05',
      '51.03',
    ]);
    const drawn = allowed(await drawSheets(t.tools, cast.manager, now(roundId)));
    expect(drawn).toMatchObject({ units: 14, ratedTwice: sampleSize(14, 20), unnamedProducts: 28 });
    const all = async () => Promise.all((await assessmentsOfRound(t.db, roundId)).map((one) => sheetsOf(t.db, one.id)));
    const before = await all();
    const kinds = Map.groupBy(
      before[0]?.filter((sheet) => sheet.unitNo === 1 && sheet.rating === 1) ?? [],
      (sheet) => sheet.kind,
    );
    expect(Object.fromEntries([...kinds].map(([kind, sheets]) => [kind, sheets.length]))).toEqual({
      product: 2,
      unit: 1,
      officer: 4,
      'complaint-officer': 2,
      user: 30,
    });
    allowed(await drawSheets(t.tools, cast.manager, now(roundId)));
    expect(await all()).toEqual(before);
    const second = before.flat().filter((sheet) => sheet.rating === 2);
    expect(new Set(second.map((sheet) => sheet.kind))).toEqual(new Set(['product', 'unit']));
  });

  test('a round opens when everything is drawn and everyone assigned, and tells them', async () => {
    const roundId = await plannedRound(t, cast, { code: nextCode(), selfAssessmentUntil: day('2026-03-31') }, ['51.05']);
    expect(await openRound(t.tools, cast.manager, now(roundId))).toMatchObject({ refusal: 'assessment.draw-again' });
    allowed(await drawSheets(t.tools, cast.manager, now(roundId)));
    expect(await openRound(t.tools, cast.manager, now(roundId))).toMatchObject({ refusal: 'assessment.round-without-team' });
    const [assessment] = await assessmentsOfRound(t.db, roundId);
    const id = assessment?.id ?? '';
    const [twice] = await sheetsOf(t.db, id, { rating: 2 });
    const all = (assessment?.units ?? []).map((unit) => ({
      assessmentId: id,
      unitNo: unit.no,
      assessorId: cast.assessor.personId,
      secondAssessorId: unit.no === twice?.unitNo ? cast.second.personId : null,
    }));
    allowed(await assignTeam(t.tools, cast.manager, now(roundId), all));
    allowed(await addAgencies(t.tools, cast.manager, now(roundId), [await idOf(t, '51.02')]));
    expect(await openRound(t.tools, cast.manager, now(roundId))).toMatchObject({ refusal: 'assessment.draw-again' });
    const other = (await assessmentsOfRound(t.db, roundId)).find((one) => one.id !== id);
    allowed(await removeAgency(t.tools, cast.manager, now(roundId), other?.id ?? ''));
    posted.length = 0;
    allowed(await openRound(t.tools, cast.manager, now(roundId)));
    expect((await loadRound(t.db, roundId))?.state).toBe('open');
    const told = (purpose: string) =>
      posted
        .filter((one) => one.purpose === purpose)
        .map((one) => one.recipient.id)
        .sort();
    expect(told('assessment.assigned')).toEqual([cast.assessor.personId, cast.second.personId].sort());
    expect(told('assessment.self-assessment')).toEqual([cast.coordinator.personId, cast.liaison.personId].sort());
    const progress = await progressOf(t.db, [id]);
    expect(progress.map((one) => [one.rating, one.sheets]).sort()).toEqual([
      [0, 8],
      [1, 8],
      [2, 2],
    ]);
    expect(await openRound(t.tools, cast.manager, now(roundId))).toMatchObject({ refusal: 'assessment.round-not-planned' });
    expect(await endRound(t.tools, cast.manager, now(roundId))).toMatchObject({ refusal: 'assessment.round-unfinished' });
  });
});

describe('teams and ties', () => {
  test('nobody is sent who is no assessor of the place, is tied to it, or would rate twice', async () => {
    const roundId = await plannedRound(t, cast, { code: nextCode(), secondRatingPercent: '100' }, ['51.05']);
    allowed(await drawSheets(t.tools, cast.manager, now(roundId)));
    const [assessment] = await assessmentsOfRound(t.db, roundId);
    const assign = (assessorId: string | null, secondAssessorId: string | null = null) =>
      assignTeam(t.tools, cast.manager, now(roundId), [
        { assessmentId: assessment?.id ?? '', unitNo: 1, assessorId, secondAssessorId },
      ]);
    const refusal = async (first: string | null, second: string | null = null) => {
      const done = await assign(first, second);
      return done.ok ? 'ok' : [done.refusal.code, done.refusal.which];
    };
    const kepri = await personWith(t, 'assessor', 'ori.kepulauan-riau');
    expect(await refusal(cast.checker.personId)).toEqual(['assessment.no-assessor', 'first']);
    expect(await refusal(kepri.personId)).toEqual(['assessment.no-assessor', 'first']);
    expect(await refusal(cast.assessor.personId, cast.assessor.personId)).toEqual(['assessment.same-assessor-twice', 'second']);
    const tied = await personWith(t, 'assessor', 'ori.bali');
    allowed(
      await declareTie(t.tools, tied, { personId: tied.personId, agencyId: await idOf(t, '51.05.disdik'), kind: 'family' }),
    );
    // A tie to one office is one to the whole government.
    expect(await refusal(tied.personId)).toEqual(['assessment.tied', 'first']);
    const people =
      (
        await candidatesFor(t.tools, { ownerPath: [await idOf(t, 'ori')] }, assessment ? [assessment] : [], day('2026-03-17'))
      ).get(assessment?.id ?? '') ?? [];
    expect(people.find((one) => one.personId === tied.personId)?.objection).toBe('assessment.tied');
    expect(people.find((one) => one.personId === cast.assessor.personId)?.objection).toBeNull();
    expect(people.some((one) => one.personId === kepri.personId)).toBe(false);
    expect(await refusal(cast.assessor.personId, cast.second.personId)).toBe('ok');
    expect(await refusal(cast.assessor.personId, cast.second.personId)).toEqual(['assessment.nothing-changed', null]);
  });

  test('who held office in a government does not assess it', async () => {
    const roundId = await plannedRound(t, cast, { code: nextCode() }, ['51.05']);
    allowed(await drawSheets(t.tools, cast.manager, now(roundId)));
    const [assessment] = await assessmentsOfRound(t.db, roundId);
    const former = await personWith(t, 'assessor', 'ori.bali');
    await t.ownerDb
      .withTables<{ 'directory.positions': Record<string, unknown> }>()
      .insertInto('directory.positions')
      .values({
        id: t.tools.random.id(),
        person_id: former.personId,
        kind: 'liaison-officer',
        agency_id: await idOf(t, '51.05.dukcapil'),
        decree_number: 'SK lama',
        decree_on: '2020-01-01',
        starts_on: '2020-01-02',
        ends_on: '2025-01-01',
        end_reason: 'Pindah',
        created_at: '2020-01-01T00:00:00Z',
      })
      .execute();
    const done = await assignTeam(t.tools, cast.manager, now(roundId), [
      { assessmentId: assessment?.id ?? '', unitNo: 1, assessorId: former.personId, secondAssessorId: null },
    ]);
    expect(done).toMatchObject({ ok: false, refusal: { code: 'assessment.former-government' } });
  });

  test('who declares a tie is taken off, and does not end it alone', async () => {
    const tied = await personWith(t, 'assessor', 'ori.bali');
    const { assessments } = await openedRound(t, { ...cast, assessor: tied }, { code: nextCode() });
    const [assessment] = assessments;
    const agencyId = await idOf(t, '51.05.dinkes');
    expect(allowed(await declareTie(t.tools, tied, { personId: tied.personId, agencyId, kind: 'worked-there' }))).toBe(4);
    const [after] = await assessmentsOfRound(t.db, assessment?.roundId ?? '');
    expect(after?.units.map((unit) => unit.assessorId)).toEqual([null, null, null, null]);
    expect((await events(assessment?.id ?? '')).filter((type) => type === 'unit.taken-off')).toHaveLength(4);
    const end = { personId: tied.personId, agencyId, reason: 'Sudah tidak ada hubungan' };
    expect(await endDeclaredTie(t.tools, tied, end)).toMatchObject({ refusal: 'assessment.absent' });
    expect(await endDeclaredTie(t.tools, cast.manager, { ...end, reason: '' })).toMatchObject({
      refusal: 'assessment.reason-missing',
    });
    allowed(await endDeclaredTie(t.tools, cast.manager, end));
    expect(await endDeclaredTie(t.tools, cast.manager, end)).toMatchObject({ refusal: 'assessment.nothing-changed' });
    expect(await events(tied.personId)).toEqual(['tie.declared', 'tie.ended']);
  });

  test('nobody declares for others but the planner', async () => {
    const order = { personId: cast.second.personId, agencyId: await idOf(t, '51.03'), kind: 'business' };
    expect(await declareTie(t.tools, cast.assessor, order)).toMatchObject({ refusal: 'assessment.not-yours' });
    expect(await declareTie(t.tools, cast.coordinator, order)).toMatchObject({ refusal: 'assessment.absent' });
    expect(await declareTie(t.tools, cast.manager, { ...order, kind: 'sahabat' })).toMatchObject({
      refusal: 'assessment.tie-kind-missing',
    });
    allowed(await declareTie(t.tools, cast.manager, order));
  });

  test('once sheets are begun the unit stays in the plan', async () => {
    const roundId = await plannedRound(t, cast, { code: nextCode() }, ['51.05']);
    allowed(await drawSheets(t.tools, cast.manager, now(roundId)));
    const [assessment] = await assessmentsOfRound(t.db, roundId);
    await fill(t, assessment?.id ?? '');
    const removed = await removeUnit(t.tools, cast.manager, now(roundId), {
      assessmentId: assessment?.id ?? '',
      unitNo: 1,
      reason: 'x',
    });
    expect(removed).toMatchObject({ refusal: 'assessment.sheets-begun' });
    expect(await drawSheets(t.tools, cast.manager, now(roundId))).toMatchObject({ refusal: 'assessment.sheets-begun' });
  });
});
