import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorFor, examplePersonId, loadExamplePeople } from '../../directory/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { dayOf, Temporal } from '../../kernel/time.ts';
import { allFindings, readEvents } from '../../platform/audit/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { PENILAIAN_2024 } from '../data/penilaian.ts';
import { diffInstruments } from '../rules/instrument-diff.ts';
import { instrumentLines, instrumentRecord } from '../store/instruments.ts';
import { discardDraft, draftFromCopy, importDraft, saveDraft } from './author-instrument.ts';
import { publishInstrument, retireInstrument } from './publish-instrument.ts';
import { auditFileOf } from './record-instrument.ts';

let t: TestDatabase;
let author: Actor;
let assessor: Actor;
beforeAll(async () => {
  t = await testDatabase();
  await loadExamplePeople(t.tools);
  const today = dayOf(t.tools.clock.now(), 'Asia/Jakarta');
  const person = async (email: string) => (await actorFor(t.db, examplePersonId(email), today)) ?? { kind: 'visitor' as const };
  author = await person('koordinator-penilaian@ombudsman.example');
  assessor = await person('penilai@ombudsman-bali.example');
});
afterAll(() => t.close());

const FROM = { id: 'penilaian-2024', version: 1 };
const DECISION = {
  decidedBy: 'Keputusan Ketua Ombudsman RI 1/2026 (contoh)',
  decidedOn: Temporal.PlainDate.from('2026-03-01'),
  changeNote: 'Bobot input diperbarui (contoh).',
};

describe('the life of a version', () => {
  test('from a copy through a saving to publication, frozen, compared, audited, and retired', async () => {
    const begun = await draftFromCopy(t.tools, author, FROM, null);
    expect(begun).toEqual({ ok: true, value: { id: 'penilaian-2024', version: 2 } });
    const name = { id: 'penilaian-2024', version: 2 };
    expect(await draftFromCopy(t.tools, author, FROM, null)).toEqual({ ok: false, refusal: 'instrument.draft-exists' });

    const saved = await saveDraft(t.tools, author, {
      ...name,
      revision: 1,
      edit: (one) => ({ ...one, rounding: { agency: 2 } }),
    });
    expect(saved).toMatchObject({ ok: true, value: { revision: 2, instrument: { version: 2, rounding: { agency: 2 } } } });

    // Who has seen the first revision learns that there is a second.
    const late = await saveDraft(t.tools, author, { ...name, revision: 1, edit: (one) => ({ ...one, rounding: {} }) });
    expect(late).toEqual({ ok: false, refusal: 'instrument.moved-on' });

    const publish = (more: object) => publishInstrument(t.tools, author, { ...name, revision: 2, ...DECISION, ...more });
    expect(await publish({ revision: 1 })).toEqual({ ok: false, refusal: 'instrument.moved-on' });
    expect(await publish({ decidedBy: ' ' })).toEqual({ ok: false, refusal: 'instrument.decision-missing' });
    expect(await publish({ decidedOn: null })).toEqual({ ok: false, refusal: 'instrument.decision-missing' });
    expect(await publish({ decidedOn: Temporal.PlainDate.from('2026-03-18') })).toEqual({
      ok: false,
      refusal: 'instrument.decided-later',
    });
    expect(await publish({ changeNote: '' })).toEqual({ ok: false, refusal: 'instrument.change-note-missing' });
    expect(await publish({})).toEqual({ ok: true, value: name });

    const published = await instrumentRecord(t.db, name.id, name.version);
    expect(published).toMatchObject({ state: 'published', decidedBy: DECISION.decidedBy, changeNote: DECISION.changeNote });
    expect(diffInstruments(PENILAIAN_2024, published?.instrument ?? PENILAIAN_2024)).toHaveLength(1);
    expect(await saveDraft(t.tools, author, { ...name, revision: 2, edit: (one) => one })).toEqual({
      ok: false,
      refusal: 'instrument.not-a-draft',
    });
    expect(await discardDraft(t.tools, author, name)).toEqual({ ok: false, refusal: 'instrument.not-a-draft' });

    expect(await retireInstrument(t.tools, author, { ...name, reason: '' })).toEqual({
      ok: false,
      refusal: 'instrument.reason-missing',
    });
    expect(await retireInstrument(t.tools, author, { ...name, reason: 'Diganti (contoh)' })).toMatchObject({ ok: true });
    expect(await retireInstrument(t.tools, author, { ...name, reason: 'Lagi' })).toEqual({
      ok: false,
      refusal: 'instrument.not-published',
    });

    const events = await readEvents(t.db, auditFileOf(name.id));
    expect(events.map((one) => one.type)).toEqual([
      'instrument.drafted',
      'instrument.saved',
      'instrument.published',
      'instrument.retired',
    ]);
    expect(await allFindings(t.db)).toMatchObject([{ code: 'checked', events: 4, broken: 0 }]);
  });

  test('a draft with weights that do not add up is kept, and not published', async () => {
    const begun = await draftFromCopy(t.tools, author, FROM, 'penilaian-contoh');
    expect(begun).toEqual({ ok: true, value: { id: 'penilaian-contoh', version: 1 } });
    const name = { id: 'penilaian-contoh', version: 1 };
    const lighter = await saveDraft(t.tools, author, {
      ...name,
      revision: 1,
      edit: (one) => ({ ...one, dimensions: one.dimensions.slice(1) }),
    });
    expect(lighter.ok).toBe(true);
    expect(await publishInstrument(t.tools, author, { ...name, revision: 2, ...DECISION })).toEqual({
      ok: false,
      refusal: 'instrument.has-problems',
    });
    expect(await draftFromCopy(t.tools, author, FROM, 'penilaian-contoh')).toEqual({
      ok: false,
      refusal: 'instrument.code-taken',
    });
    expect(await discardDraft(t.tools, author, name)).toMatchObject({ ok: true });
    expect(await instrumentLines(t.db, { id: 'penilaian-contoh' })).toEqual([]);
  });

  test('an import becomes the next version of the instrument it names', async () => {
    expect(await importDraft(t.tools, author, { ...PENILAIAN_2024, id: 'impor', version: 7 })).toEqual({
      ok: true,
      value: { id: 'impor', version: 1 },
    });
    expect(await importDraft(t.tools, author, { ...PENILAIAN_2024, id: 'Impor Lain' })).toEqual({
      ok: false,
      refusal: 'instrument.code-wrong',
    });
    expect(await discardDraft(t.tools, author, { id: 'impor', version: 1 })).toMatchObject({ ok: true });
  });

  test('two who begin the same draft at once: one has it', async () => {
    const both = await Promise.all([1, 2].map(() => draftFromCopy(t.tools, author, { id: 'opini-2025', version: 1 }, null)));
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
    expect(both.find((one) => !one.ok)).toEqual({ ok: false, refusal: 'instrument.draft-exists' });
  });

  test('only assessment managers write', async () => {
    const name = { id: 'opini-2025', version: 2 };
    for (const actor of [assessor, { kind: 'visitor' } as const]) {
      expect(await draftFromCopy(t.tools, actor, FROM, 'x')).toEqual({ ok: false, refusal: 'instrument.not-yours' });
      expect(await importDraft(t.tools, actor, PENILAIAN_2024)).toEqual({ ok: false, refusal: 'instrument.not-yours' });
      expect(await saveDraft(t.tools, actor, { ...name, revision: 1, edit: (one) => one })).toEqual({
        ok: false,
        refusal: 'instrument.not-yours',
      });
      expect(await publishInstrument(t.tools, actor, { ...name, revision: 1, ...DECISION })).toEqual({
        ok: false,
        refusal: 'instrument.not-yours',
      });
      expect(await retireInstrument(t.tools, actor, { ...FROM, reason: 'x' })).toEqual({
        ok: false,
        refusal: 'instrument.not-yours',
      });
      expect(await discardDraft(t.tools, actor, name)).toEqual({ ok: false, refusal: 'instrument.not-yours' });
    }
  });
});
