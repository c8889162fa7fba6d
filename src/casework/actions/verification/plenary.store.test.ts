import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Officer } from '../../../kernel/actor.ts';
import { makePost, messagesFor } from '../../../messages/index.ts';
import { readEvents } from '../../../platform/audit/index.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import type { Post } from '../../../platform/tools.ts';
import { type CastName, castOf } from '../../cast.test-support.ts';
import { PLENARY_STEPS } from '../../rules/verification/plenary.ts';
import { documentsOf, loadDocument } from '../../store/documents/documents.ts';
import { caseEntries } from '../../store/timeline.ts';
import { loadPlenary, membersOf } from '../../store/verification/plenaries.ts';
import { itemsOf, plenariesOfCase } from '../../store/verification/plenary-items.ts';
import { reviewDocument } from '../documents/draft-document.ts';
import { sealDocument } from '../documents/seal-document.ts';
import { decideItem, keepDiscussion, openItem } from './decide-item.ts';
import { recordConflict } from './declare-conflict.ts';
import { closePlenary, openPlenary, planPlenary } from './plan-plenary.ts';
import { addToAgenda, recordPresence, removeFromAgenda } from './plenary-agenda.ts';
import { endPlenary } from './plenary-minutes.ts';
import { caseAtPlenary, current, must, plannedPlenary, plenaryInSession } from './verification.test-support.ts';

let t: TestDatabase;
let officer: (name: CastName) => Promise<Officer>;
let [head, verifier, chair]: Officer[] = [];
const people = { head: () => head as Officer, verifier: () => verifier as Officer, chair: () => chair as Officer };

beforeAll(async () => {
  const given: { post?: Post } = {};
  t = await testDatabase({ post: (tx, message) => given.post?.(tx, message) ?? Promise.resolve() });
  given.post = makePost(t.tools);
  t.setNow('2026-03-16T09:00:00+08:00');
  officer = await castOf(t);
  [head, verifier, chair] = [await officer('head'), await officer('verifier'), await officer('chair')];
});
afterAll(() => t.close());

const REFUSAL = {
  decision: 'refuse',
  discussion: 'RAHASIA RAPAT (contoh)',
  reasons: 'Bukan kewenangan Ombudsman (contoh).',
  dissents: [],
};
const EXAMINE = { ...REFUSAL, decision: 'examine', reasons: '' };

describe('a plenary', () => {
  test('is numbered within office and year, and its members are those who deliberate on its day', async () => {
    const first = await plannedPlenary(t, people.head());
    const second = await plannedPlenary(t, people.head());
    expect(second.number).toBe(first.number + 1);
    const members = await membersOf(t.db, second.id);
    const names = await Promise.all(
      (['head', 'verifier', 'examiner', 'secondExaminer', 'resolver', 'preventer'] as const).map(officer),
    );
    expect(new Set(members.map((each) => each.personId))).toEqual(new Set(names.map((each) => each.personId)));
    const told = await messagesFor(t.db, { kind: 'case-plenary', id: second.id });
    expect(told).toHaveLength(members.length);
    expect(
      (await planPlenary(t.tools, people.verifier(), second.officeId, { heldOn: second.heldOn, heldAt: '9.30', place: 'x' })).ok,
    ).toBe(false);
  });

  test('decides with a quorum, moves the case, tells the reporter only of the reasons, and drafts the letter', async () => {
    const file = await caseAtPlenary(t, people.verifier());
    const plenary = await plenaryInSession(t, people.head(), [file.id]);
    const dissenter = (await officer('examiner')).personId;
    const target = { plenaryId: plenary.id, caseId: file.id };
    const done = must(
      await decideItem(t.tools, people.head(), target, {
        ...REFUSAL,
        dissents: [{ personId: dissenter, opinion: 'TIDAK SETUJU (contoh)' }],
      }),
    );
    expect([done.stage, done.outcome]).toEqual(['closed', 'refused']);
    const [item] = await itemsOf(t.db, plenary.id);
    expect(item).toMatchObject({ decision: 'refuse', members: 6, present: 6, dissents: [{ personId: dissenter }] });
    const told = (await caseEntries(t.db, file.id, ['reporter', 'parties', 'public', 'respondent'])).map((each) => each.text);
    expect(told).toContain(REFUSAL.reasons);
    expect(told.join('\n')).not.toMatch(/RAHASIA RAPAT|TIDAK SETUJU|penundaan berlarut/);
    const events = await readEvents(t.db, file.id);
    expect(JSON.stringify(events)).not.toMatch(/RAHASIA RAPAT|TIDAK SETUJU/);
    const [letter] = (await documentsOf(t.db, file.id)).filter((each) => each.kind === 'refusal-notice');
    expect(letter).toMatchObject({ state: 'draft', fields: { ground: REFUSAL.reasons } });
    expect(JSON.stringify(letter?.fields)).not.toContain('RAHASIA');
  });

  test('does not decide without one, nor before attendance is recorded; nothing of it is kept', async () => {
    const file = await caseAtPlenary(t, people.verifier());
    const { id } = await plannedPlenary(t, people.head());
    const target = { plenaryId: id, version: null };
    const item = { plenaryId: id, caseId: file.id };
    must(await addToAgenda(t.tools, people.head(), target, file.id));
    expect(await decideItem(t.tools, people.head(), item, EXAMINE)).toMatchObject({ refusal: 'case.plenary-not-now' });
    must(await openPlenary(t.tools, people.head(), target));
    expect(await decideItem(t.tools, people.head(), item, EXAMINE)).toMatchObject({ refusal: 'case.plenary-attendance' });
    // Half of six is not more than half.
    must(
      await recordPresence(
        t.tools,
        people.head(),
        target,
        [people.head(), people.verifier(), await officer('examiner')].map((each) => each.personId),
      ),
    );
    expect(await decideItem(t.tools, people.head(), item, EXAMINE)).toMatchObject({ refusal: 'case.no-quorum' });
    expect((await current(t, file.id)).stage).toBe('plenary');
    expect((await itemsOf(t.db, id))[0]).toMatchObject({ decision: null, version: 1 });
    must(await removeFromAgenda(t.tools, people.head(), target, file.id));
    must(await closePlenary(t.tools, people.head(), target));
  });

  test('decides each case once: two chairs, a double submit and two tabs at the same moment', async () => {
    for (let round = 0; round < 3; round += 1) {
      const file = await caseAtPlenary(t, people.verifier());
      const plenary = await plenaryInSession(t, people.head(), [file.id]);
      const item = { plenaryId: plenary.id, caseId: file.id };
      const outcomes = await Promise.all([
        decideItem(t.tools, people.head(), item, EXAMINE),
        decideItem(t.tools, people.chair(), item, REFUSAL),
        decideItem(t.tools, people.head(), item, EXAMINE),
        decideItem(t.tools, people.head(), item, { ...REFUSAL, decision: 'close' }),
      ]);
      expect(outcomes.filter((each) => each.ok)).toHaveLength(1);
      for (const each of outcomes) if (!each.ok) expect(each.refusal).toBe('case.already-decided');
      const moves = (await readEvents(t.db, file.id)).filter((event) => event.type.startsWith('decide-'));
      expect(moves).toHaveLength(1);
      const [decided] = await plenariesOfCase(t.db, file.id);
      expect(moves[0]?.type).toBe(`decide-${decided?.decision}`);
    }
  });

  test('the database itself refuses a second decision, also to somebody who goes past the application', async () => {
    const file = await caseAtPlenary(t, people.verifier());
    const plenary = await plenaryInSession(t, people.head(), [file.id]);
    must(await decideItem(t.tools, people.head(), { plenaryId: plenary.id, caseId: file.id }, EXAMINE));
    await expect(
      sql`UPDATE casework.plenary_items SET decision = 'refuse' WHERE case_id = ${file.id}`.execute(t.db),
    ).rejects.toThrow('a plenary decides a case once');
    await expect(sql`DELETE FROM casework.plenary_items WHERE case_id = ${file.id}`.execute(t.db)).rejects.toThrow('once');
  });

  test('a case is on one agenda at a time, also when two meetings want it at once; postponed, it may come on another', async () => {
    const file = await caseAtPlenary(t, people.verifier());
    const [one, other] = [await plenaryInSession(t, people.head(), []), await plenaryInSession(t, people.head(), [])];
    const added = await Promise.all(
      [one, other].map((each) => addToAgenda(t.tools, people.head(), { plenaryId: each.id, version: null }, file.id)),
    );
    expect(added.filter((each) => each.ok)).toHaveLength(1);
    const [first, second] = added[0]?.ok ? [one, other] : [other, one];
    const postponed = { ...REFUSAL, decision: 'postpone', reasons: 'Menunggu data (contoh).' };
    const waits = must(await decideItem(t.tools, people.head(), { plenaryId: first.id, caseId: file.id }, postponed));
    expect(waits.stage).toBe('plenary');
    must(await addToAgenda(t.tools, people.head(), { plenaryId: second.id, version: null }, file.id));
    expect(must(await decideItem(t.tools, people.head(), { plenaryId: second.id, caseId: file.id }, EXAMINE)).stage).toBe(
      'assignment',
    );
  });

  test('whoever has a conflict of interest counts on neither side, does not decide and does not find the case', async () => {
    const file = await caseAtPlenary(t, people.verifier());
    const examiner = await officer('examiner');
    must(
      await recordConflict(
        t.tools,
        examiner,
        { caseId: file.id, version: null },
        {
          kind: 'relation',
          personId: examiner.personId,
          agencyId: null,
          reason: 'Saudara bekerja di sana (contoh)',
        },
      ),
    );
    // Three of the five who count; of all six it would be half.
    const present = [people.head(), people.verifier(), await officer('resolver')].map((each) => each.personId);
    const plenary = await plenaryInSession(t, people.head(), [file.id], [...present, examiner.personId]);
    const item = { plenaryId: plenary.id, caseId: file.id };
    expect(await openItem(t.tools, t.db, examiner, item)).toBeUndefined();
    const dissent = [{ personId: examiner.personId, opinion: 'saya keberatan' }];
    expect(await decideItem(t.tools, people.head(), item, { ...EXAMINE, dissents: dissent })).toMatchObject({
      refusal: 'case.dissent-not-member',
    });
    must(await decideItem(t.tools, people.head(), item, EXAMINE));
    expect((await itemsOf(t.db, plenary.id))[0]).toMatchObject({
      members: 5,
      present: 3,
      excludedPersonIds: [examiner.personId],
    });
  });

  test('two who write the discussion at once: the second is told, the first stands', async () => {
    const file = await caseAtPlenary(t, people.verifier());
    const plenary = await plenaryInSession(t, people.head(), [file.id]);
    const item = { plenaryId: plenary.id, caseId: file.id };
    const kept = await Promise.all([
      keepDiscussion(t.tools, people.head(), item, { discussion: 'satu', version: 1 }),
      keepDiscussion(t.tools, people.verifier(), item, { discussion: 'dua', version: 1 }),
    ]);
    expect(kept.filter((each) => each.ok)).toHaveLength(1);
    expect((await itemsOf(t.db, plenary.id))[0]?.version).toBe(2);
  });

  test('ends with sealed minutes and changes no more; the chain of its file is whole', async () => {
    const file = await caseAtPlenary(t, people.verifier());
    const plenary = await plenaryInSession(t, people.head(), [file.id]);
    const target = { plenaryId: plenary.id, version: null };
    expect(await closePlenary(t.tools, people.head(), target)).toMatchObject({ refusal: 'case.plenary-open-items' });
    must(await decideItem(t.tools, people.head(), { plenaryId: plenary.id, caseId: file.id }, EXAMINE));
    const closed = must(await closePlenary(t.tools, people.head(), target));
    expect(await endPlenary(t.tools, people.head(), target)).toMatchObject({ refusal: 'case.minutes-not-sealed' });
    const minutes = await loadDocument(t.db, closed.minutesDocumentId ?? '');
    expect(minutes?.fields.course).toContain('RAHASIA RAPAT');
    expect(minutes?.fields.decisions).toContain(`${file.number}`);
    expect(minutes?.recipients).toEqual([]);
    const draft = { documentId: minutes?.id ?? '', revision: minutes?.revision ?? 0 };
    expect((await reviewDocument(t.tools, people.head(), draft)).ok).toBe(false);
    const reviewed = must(await reviewDocument(t.tools, people.verifier(), draft));
    must(await sealDocument(t.tools, people.head(), { documentId: reviewed.id, revision: reviewed.revision, looked: true }));
    must(await endPlenary(t.tools, people.head(), target));
    expect((await loadPlenary(t.db, plenary.id))?.state).toBe('ended');
    expect(await recordPresence(t.tools, people.head(), target, [])).toMatchObject({ refusal: 'case.plenary-not-now' });
    await expect(sql`UPDATE casework.plenaries SET place = 'lain' WHERE id = ${plenary.id}`.execute(t.db)).rejects.toThrow(
      'never changed',
    );
    await expect(
      sql`UPDATE casework.plenary_members SET is_present = false WHERE plenary_id = ${plenary.id}`.execute(t.db),
    ).rejects.toThrow('frozen');
    expect((await readEvents(t.db, plenary.id)).map((event) => event.type)).toEqual([
      'plenary-planned',
      'agenda-added',
      'plenary-opened',
      'attendance-recorded',
      'case-decided',
      'plenary-closed',
      'plenary-ended',
    ]);
  });

  test('the steps of the table are the steps the database allows', async () => {
    const { rows } = await sql<{ src: string }>`SELECT prosrc AS src FROM pg_proc WHERE proname = 'keep_plenary'`.execute(t.db);
    const allowed = [...(rows[0]?.src.matchAll(/\('(\w+)', '(\w+)'\)/g) ?? [])].map(([, from, to]) => `${from}-${to}`);
    const wanted: string[] = PLENARY_STEPS.map((step) => `${step.from}-${step.to}`);
    expect(allowed.filter((each) => each !== 'ended-cancelled').sort()).toEqual(wanted.sort());
  });
});
