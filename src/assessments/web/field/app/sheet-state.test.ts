import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type KeptAnswer, type ReadChange, settle } from '../../../rules/filling.ts';
import type { ConflictShape, SheetShape } from '../shapes.ts';
import {
  answerOf,
  choose,
  chosen,
  hasWaiting,
  type LocalSheet,
  markDone,
  merge,
  newSheet,
  type Obeyed,
  obeyed,
  openConflicts,
  prepare,
  refused,
  tryAgain,
  waitingAnswers,
  writeAnswer,
} from './sheet-state.ts';

const BLANK: SheetShape = {
  sheetNo: 1,
  kind: 'product',
  product: 'Layanan (contoh)',
  mayNameProduct: false,
  quota: null,
  quotaCode: null,
  done: false,
  missing: { answers: [], evidence: [], product: false },
  answers: [],
  evidence: [],
  conflicts: [],
  standard: [],
  pushed: {},
};
const REASON = { id: 'Penilaian sudah diajukan.', en: 'The assessment was submitted.' };

/** The server, as far as a sheet is concerned: the same rule, operations obeyed once, answers that may get lost on the way. */
class Server {
  answers = new Map<string, KeptAnswer>();
  conflicts: (ConflictShape & { readonly change: ReadChange })[] = [];
  readonly #known = new Map<string, Obeyed>();
  readonly #history: { readonly indicator: string; readonly value: string }[] = [];
  #revision = 0;

  obey(sheet: LocalSheet): Obeyed {
    const { sending } = sheet;
    if (!sending) throw new Error('nothing is on its way');
    const known = this.#known.get(sending.id);
    if (known) return known;
    const accepted: { indicator: string; revision: number }[] = [];
    for (const sent of sending.changes) {
      const change: ReadChange = { ...sent, clears: sent.value === null };
      const present = this.answers.get(change.indicator);
      const fate = settle(present, change);
      if (fate === 'conflict') this.keepBoth(change);
      else
        accepted.push({
          indicator: change.indicator,
          revision: fate === 'write' ? this.write(change) : (present?.revision ?? 0),
        });
    }
    const said = { accepted, conflicts: this.shown(), done: sending.done ?? false, missing: BLANK.missing };
    this.#known.set(sending.id, said);
    return said;
  }

  write({ indicator, value, note, clears }: Pick<ReadChange, 'indicator' | 'value' | 'note' | 'clears'>): number {
    this.#revision += 1;
    this.#history.push({ indicator, value: clears ? '' : (value ?? '') });
    if (clears) this.answers.delete(indicator);
    else this.answers.set(indicator, { indicator, value, note, revision: this.#revision });
    return clears ? 0 : this.#revision;
  }

  /** Every value an answer has had, and "none" from the start. */
  everWritten(indicator: string): string[] {
    return ['', ...this.#history.filter((each) => each.indicator === indicator).map((each) => each.value)];
  }

  keepBoth(change: ReadChange): void {
    const device = change.clears ? null : { value: change.value ?? '', note: change.note };
    const at = '2026-03-17T02:00:00Z';
    const { indicator } = change;
    const id = `conflict ${this.conflicts.length}`;
    this.conflicts.push({ id, indicator, device, server: null, revision: 0, writtenAt: null, receivedAt: at, change });
  }

  shown(): ConflictShape[] {
    return this.conflicts.map(({ change: _change, ...conflict }) => {
      const present = this.answers.get(conflict.indicator);
      const server = present ? { value: present.value ?? '', note: present.note } : null;
      return { ...conflict, server, revision: present?.revision ?? 0 };
    });
  }

  shape(): SheetShape {
    const answers = [...this.answers.values()].map((answer) => ({ ...answer, value: answer.value ?? '' }));
    return { ...BLANK, answers, conflicts: this.shown() };
  }
}

const AT = '2026-03-17T02:00:00Z';
const write = (sheet: LocalSheet, code: string, value: string, note = '') => writeAnswer(sheet, code, { value, note }, AT);

describe('an answer on the device', () => {
  test('waits until the server has it, and goes with the revision it was written on', () => {
    const server = new Server();
    let sheet = write(newSheet(server.shape()), 'biaya', '2', ' papan ');
    expect(waitingAnswers(sheet)).toBe(1);
    sheet = prepare(sheet, 'op-1', false);
    expect(sheet.sending?.changes).toEqual([{ indicator: 'biaya', value: '2', note: 'papan', baseRevision: 0, version: 1 }]);
    sheet = obeyed(sheet, server.obey(sheet));
    expect(hasWaiting(sheet)).toBe(false);
    expect(answerOf(sheet, 'biaya').base.revision).toBe(1);
  });

  test('that is changed while it is on its way goes once more', () => {
    const server = new Server();
    let sheet = prepare(write(newSheet(server.shape()), 'biaya', '2'), 'op-1', false);
    sheet = write(sheet, 'biaya', '3');
    sheet = obeyed(sheet, server.obey(sheet));
    expect(waitingAnswers(sheet)).toBe(1);
    sheet = prepare(sheet, 'op-2', false);
    sheet = obeyed(sheet, server.obey(sheet));
    expect(server.answers.get('biaya')?.value).toBe('3');
    expect(server.conflicts).toEqual([]);
  });

  test('that was changed on the server too is shown beside it, and the one that is chosen counts', () => {
    const server = new Server();
    let sheet = write(newSheet(server.shape()), 'biaya', '2');
    server.write({ indicator: 'biaya', value: '3', note: null, clears: false });
    sheet = prepare(sheet, 'op-1', false);
    sheet = obeyed(sheet, server.obey(sheet));
    expect(openConflicts(sheet)).toMatchObject([{ device: { value: '2' }, server: { value: '3' } }]);
    expect(answerOf(sheet, 'biaya')).toMatchObject({ value: '3', waits: false });
    const resolution = { id: 'r', conflictId: 'conflict 0', indicator: 'biaya', kept: 'device', seenRevision: 1 } as const;
    sheet = chosen(choose(sheet, resolution), resolution, 2);
    expect(answerOf(sheet, 'biaya')).toMatchObject({ value: '2', base: { value: '2', revision: 2 } });
    expect(sheet.conflicts).toEqual([]);
  });

  test('refused stays, with the reason; alone when it alone was wrong', () => {
    let sheet = prepare(write(write(newSheet(BLANK), 'biaya', '9'), 'produk', '1'), 'op-1', false);
    sheet = refused(sheet, REASON, 'biaya');
    expect(answerOf(sheet, 'biaya').refused).toEqual(REASON);
    sheet = prepare(sheet, 'op-2', false);
    expect(sheet.sending?.changes.map(({ indicator }) => indicator)).toEqual(['produk']);
    sheet = refused(sheet, REASON, null);
    expect(prepare(sheet, 'op-3', false)).toBe(sheet);
    expect(waitingAnswers(sheet)).toBe(2);
    sheet = prepare(tryAgain(sheet), 'op-3', false);
    expect(sheet.sending?.changes).toHaveLength(2);
  });

  test('is not sent while it is only a note; "done" goes last, after the files', () => {
    const sheet = markDone(write(newSheet(BLANK), 'biaya', '', 'lihat nanti'), true);
    expect(prepare(sheet, 'op-1', true).sending).toBeNull();
    expect(prepare(sheet, 'op-1', false).sending).toMatchObject({ changes: [], done: true });
  });
});

/** Days in the field, in any order: answers, a server that changes too, replies that get lost, sessions that end, tasks loaded anew. */
type Step =
  | { readonly do: 'write' | 'elsewhere'; readonly code: string; readonly clears: boolean }
  | { readonly do: 'send' | 'reply-lost' | 'refused' | 'try-again' | 'pull' | 'killed' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom('write' as const, 'elsewhere' as const),
    code: fc.constantFrom('a', 'b', 'c'),
    clears: fc.boolean(),
  }),
  fc.record({ do: fc.constantFrom('send', 'reply-lost', 'refused', 'try-again', 'pull', 'killed') }),
) as fc.Arbitrary<Step>;

test('whatever happens in the field, the last answer given is on the server in the end, as the answer or beside it', () => {
  let steps = 0;
  let conflicts = 0;
  const field = fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (days) => {
    const server = new Server();
    let sheet = newSheet(server.shape());
    let operations = 0;
    const last = new Map<string, string>();
    const send = (heard: boolean) => {
      operations += 1;
      sheet = prepare(sheet, `op-${operations}`, false);
      if (sheet.sending === null || sheet.sending.refused !== null) return;
      const said = server.obey(sheet);
      if (heard) sheet = obeyed(sheet, said);
    };
    for (const each of days) {
      steps += 1;
      // No value comes twice, so that none can be mistaken for another.
      const value = 'clears' in each && !each.clears ? String(steps) : '';
      if (each.do === 'write') {
        const before = answerOf(sheet, each.code).value;
        sheet = write(sheet, each.code, value);
        // Writing what stands there already says nothing new.
        if (before !== value) last.set(each.code, value);
      } else if (each.do === 'elsewhere') {
        server.write({ indicator: each.code, value: value || null, note: null, clears: value === '' });
      } else if (each.do === 'send') send(true);
      else if (each.do === 'reply-lost') send(false);
      else if (each.do === 'refused') {
        operations += 1;
        sheet = refused(prepare(sheet, `op-${operations}`, false), REASON, null);
      } else if (each.do === 'try-again') sheet = tryAgain(sheet);
      else if (each.do === 'pull') sheet = merge(sheet, server.shape());
      // Everything was written down at once: what is read back is the same.
      else sheet = JSON.parse(JSON.stringify(sheet));
      const told = new Set(server.conflicts.map((conflict) => conflict.indicator));
      for (const [code, given] of last) {
        const answer = answerOf(sheet, code);
        expect(answer.value === given || !answer.waits || told.has(code), 'nothing that waits changes by itself').toBe(true);
      }
    }
    for (let round = 0; round < 4; round += 1) {
      sheet = tryAgain(sheet);
      send(true);
    }
    conflicts += server.conflicts.length;
    expect(hasWaiting(sheet)).toBe(false);
    for (const [code, value] of last) {
      const beside = server.conflicts.filter((each) => each.indicator === code).map((each) => each.device?.value ?? '');
      const history = server.everWritten(code);
      expect([...history, ...beside], `${code}: ${value}`).toContain(value);
    }
  });
  fc.assert(field, { numRuns: 400 });
  expect(steps).toBeGreaterThan(4000);
  expect(conflicts).toBeGreaterThan(100);
});
