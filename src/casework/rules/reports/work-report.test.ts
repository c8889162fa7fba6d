import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import { CASE_TRANSITIONS } from '../case.transitions.ts';
import { REVIEW_TRANSITIONS } from '../reviews/review.transitions.ts';
import { grouped, groupOf, isSaidElsewhere, WORK_FILE_KINDS, WORK_GROUPS } from './work-groups.ts';
import { workLabel } from './work-labels.ts';
import { officeOfWork, workingOffices } from './work-office.ts';
import { WORK_REPORT_STATES, WORK_REPORT_TRANSITIONS } from './work-report.transitions.ts';
import { mayTake, state, step, takeBack, type WorkReport, write } from './work-report.ts';

const at = Temporal.Instant.from('2026-04-02T02:00:00Z');
const author = { personId: 'a', isSuperior: false };
const head = { personId: 'h', isSuperior: true };

const draft: WorkReport = {
  ...{ id: '1', officeId: 'o', personId: 'a', month: Temporal.PlainDate.from('2026-03-01'), state: 'draft', version: 3 },
  ...{ remarks: '', statements: [], dueAt: at, submittedAt: null, returnReason: null },
};

const given = (action: 'submit' | 'accept' | 'return' | 'reopen', version: number, reason = '') => ({
  action,
  version,
  reason,
  isMonthOver: true,
  at,
});

function having(...steps: (readonly ['submit' | 'accept' | 'return' | 'reopen', typeof author, string?])[]): WorkReport {
  return steps.reduce((report, [action, who, reason]) => {
    const done = step(report, who, given(action, report.version, reason));
    if (!done.ok) throw new Error(done.refusal);
    return done.value;
  }, draft);
}

describe('a monthly work report', () => {
  it('is handed in by its author, returned with a reason, mended, handed in again and accepted', () => {
    const returned = having(['submit', author], ['return', head, 'Kunjungan tanggal 5 belum disebut.']);
    expect([returned.state, returned.returnReason]).toEqual(['returned', 'Kunjungan tanggal 5 belum disebut.']);
    const mended = write(returned, author, { version: returned.version, remarks: ' Sudah ditambahkan. ' });
    expect(mended.ok && mended.value.remarks).toBe('Sudah ditambahkan.');
    const accepted = having(['submit', author], ['return', head, 'Lengkapi.'], ['submit', author], ['accept', head]);
    expect([accepted.state, accepted.returnReason, accepted.submittedAt]).toEqual(['accepted', null, at]);
  });

  it('is returned and reopened only with a reason', () => {
    for (const [report, action] of [
      [having(['submit', author]), 'return'],
      [having(['submit', author], ['accept', head]), 'reopen'],
    ] as const) {
      expect(step(report, head, given(action, report.version, ' '))).toEqual({ ok: false, refusal: 'case.reason-missing' });
    }
  });

  it('cannot be handed in before the month is over, nor by anybody else', () => {
    expect(step(draft, author, { ...given('submit', 3), isMonthOver: false })).toEqual({
      ok: false,
      refusal: 'case.work-report-month-running',
    });
    expect(step(draft, head, given('submit', 3))).toEqual({ ok: false, refusal: 'case.work-report-not-yours' });
    expect(step(draft, author, given('submit', 2))).toEqual({ ok: false, refusal: 'case.moved-on' });
  });

  it('is never checked by its own author, whatever they lead', () => {
    const own = { personId: 'a', isSuperior: true };
    const submitted = having(['submit', author]);
    for (const action of ['accept', 'return'] as const) expect(mayTake(submitted, action, own)).toBe(false);
    expect(mayTake(submitted, 'accept', head)).toBe(true);
  });

  it('takes own statements of its month, and none once it is handed in', () => {
    const statement = {
      id: 's',
      kind: 'addition',
      group: 'prevention',
      on: Temporal.PlainDate.from('2026-03-05'),
      text: 'Sosialisasi (contoh).',
    } as const;
    const stated = state(draft, author, { version: 3, statement });
    if (!stated.ok) throw new Error(stated.refusal);
    expect(stated.value.statements).toEqual([statement]);
    expect(takeBack(stated.value, author, { version: 4, statementId: 's' })).toMatchObject({
      ok: true,
      value: { statements: [], version: 5 },
    });
    const outside = { ...statement, on: Temporal.PlainDate.from('2026-04-01') };
    expect(state(draft, author, { version: 3, statement: outside })).toEqual({
      ok: false,
      refusal: 'case.work-report-outside-month',
    });
    const submitted = having(['submit', author]);
    expect(state(submitted, author, { version: submitted.version, statement })).toEqual({
      ok: false,
      refusal: 'case.work-report-not-now',
    });
    expect(state(draft, head, { version: 3, statement })).toEqual({ ok: false, refusal: 'case.work-report-not-yours' });
  });

  it('reaches every state from a draft, and from every state somebody can go on', () => {
    const reached = new Set(['draft', ...WORK_REPORT_TRANSITIONS.map(({ to }) => to)]);
    expect([...reached].sort()).toEqual([...WORK_REPORT_STATES].sort());
    for (const each of WORK_REPORT_STATES) expect(WORK_REPORT_TRANSITIONS.some(({ from }) => from === each)).toBe(true);
  });
});

describe('which work an event counts as', () => {
  it('is known for every step of the table of cases that an officer takes', () => {
    const officers = CASE_TRANSITIONS.filter(({ by }) => by.startsWith('case.'));
    expect(officers.filter(({ action }) => groupOf('case', action) === 'other').map(({ action }) => action)).toEqual([]);
    expect(officers.length).toBeGreaterThan(30);
  });

  it('is one step only, though several files tell of it', () => {
    const one = { count: 1 };
    const decided = [
      { kind: 'case', type: 'decide-examine', ...one },
      { kind: 'case', type: 'plenary-decided', ...one },
      { kind: 'case-plenary', type: 'case-decided', ...one },
      { kind: 'case-document', type: 'document.numbered', ...one },
      { kind: 'case-document', type: 'document.sealed', ...one },
    ];
    expect(grouped(decided).map(({ group, count }) => [group, count])).toEqual([
      ['plenary', 1],
      ['letters', 1],
    ]);
  });

  it('covers every kind of file that the actions of the room write to, and each of their events has words', () => {
    const home = join(import.meta.dirname, '../..');
    const sources = (readdirSync(join(home, 'actions'), { recursive: true }) as string[])
      .filter((name) => name.endsWith('.ts') && !/test/.test(name) && !/^reports\//.test(name))
      .map((name) => ({ name, text: readFileSync(join(home, 'actions', name), 'utf8') }));
    const written = /appendEvents\([^;]*?kind: '([a-z-]+)'|const (?:DOCUMENT_EVENTS|PLENARY_FILE) = '([a-z-]+)'/g;
    const kinds = sources.flatMap(({ text }) => [...text.matchAll(written)].map((one) => one[1] ?? one[2]));
    expect(new Set([...kinds, 'case'])).toEqual(new Set(WORK_FILE_KINDS.filter((kind) => kind !== 'complaint')));
    const own = sources
      .filter(({ name }) => /^documents\/|plenary|reviews\//.test(name))
      .flatMap(({ text }) => [...text.matchAll(/type: '([a-z.-]+)'/g)].map((one) => one[1] ?? ''))
      .filter((type) => /[.-]/.test(type));
    expect(own.length).toBeGreaterThan(20);
    const told = new Set(REVIEW_TRANSITIONS.map(({ action }) => `review-${action}`));
    expect([...own, ...told].filter((type) => !workLabel(type) && !isSaidElsewhere(type))).toEqual([]);
  });

  it('loses no event, whatever its type', () => {
    const counts = fc.array(
      fc.record({ kind: fc.constantFrom('review', 'complaint', 'obligation', 'x'), type: fc.string(), count: fc.nat(50) }),
    );
    fc.assert(
      fc.property(counts, (each) => {
        const groups = grouped(each);
        const sum = (list: readonly { count: number }[]) => list.reduce((total, { count }) => total + count, 0);
        expect(sum(groups)).toBe(sum(each));
        expect(groups.flatMap(({ types }) => types)).toHaveLength(each.length);
        expect(groups.every(({ group }) => WORK_GROUPS.includes(group))).toBe(true);
      }),
    );
  });
});

describe('at which office work counts', () => {
  const day = (text: string) => Temporal.PlainDate.from(text);
  const held = (agencyId: string, from: string, until: string | null, kind: 'ombudsman-assistant' | 'counter-officer') => ({
    ...{ id: `${agencyId}${from}`, personId: 'a', kind, agencyId, decreeNumber: 'SK', decreeOn: day(from) },
    ...{ startsOn: day(from), endsOn: until === null ? null : day(until) },
  });

  it('asks for positions of casework in the month, and forgets no one who left within it', () => {
    const positions = [
      held('new', '2026-03-11', null, 'ombudsman-assistant'),
      held('old', '2025-01-02', '2026-03-11', 'ombudsman-assistant'),
      held('gone', '2025-01-01', '2026-03-01', 'ombudsman-assistant'),
      held('later', '2026-04-01', null, 'ombudsman-assistant'),
      held('counter', '2025-01-01', null, 'counter-officer'),
    ];
    expect(workingOffices(positions, day('2026-03-01'))).toEqual(['old', 'new']);
  });

  it('is the nearest office held, and for a file of none of them the one held longest: every step once', () => {
    expect(officeOfWork(['root', 'bali'], ['root', 'bali'])).toBe('bali');
    expect(officeOfWork(['root', 'ntb'], ['bali', 'root'])).toBe('root');
    expect(officeOfWork(['root', 'ntb'], ['bali', 'ntt'])).toBe('bali');
    expect(officeOfWork([], ['bali', 'ntt'])).toBe('bali');
  });
});
