import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../kernel/language.ts';
import { aLine, anAgreement, BALI, day, HEALTH, held, KLUNGKUNG, officerWith, party, ROOT } from '../agreement.test-support.ts';
import type { Agreement } from '../agreement.ts';
import type { Line } from '../line.ts';
import { cellsOfLine, keyOf, type RawCell, showCell } from './cells.ts';
import { COLUMNS, type ColumnCode, columnOfHeading, columnsOf } from './columns.ts';
import { differences, type FileRow, type PlanNow, type RowDifference } from './difference.ts';
import { orderOf, withChanges } from './judge-row.ts';
import type { TableLists } from './lists.ts';
import { withOwnNames } from './lists.ts';
import { readCell } from './read-cell.ts';

const keeper = () => officerWith(held([ROOT, BALI], ['agreement.prepare', 'agreement.confirm']));
const liaison = () => officerWith(held([KLUNGKUNG, HEALTH], ['agreement.progress']));

const agencies = [
  { id: BALI, code: 'ori.bali', name: 'Perwakilan Ombudsman Bali', path: [ROOT, BALI] },
  { id: KLUNGKUNG, code: '51.05', name: 'Kabupaten Klungkung', path: [KLUNGKUNG] },
  { id: HEALTH, code: '51.05.dinkes', name: 'Dinas Kesehatan', path: [KLUNGKUNG, HEALTH] },
];
const lists: TableLists = {
  agencies: withOwnNames(agencies.map(({ id, code, name }) => ({ id, code, name, isOffered: true }))),
  programmes: [
    { code: 'prevention', label: { id: 'Pencegahan maladministrasi', en: 'Prevention of maladministration' }, isOffered: true },
    { code: 'competence', label: { id: 'Peningkatan kompetensi SDM', en: 'Competence of staff' }, isOffered: true },
  ],
};

function aPlan(given: Partial<Agreement> = {}): Agreement {
  const parties = [
    party({ side: 'ombudsman', agencyPath: [ROOT, BALI] }, 1),
    party({ side: 'government', agencyPath: [KLUNGKUNG] }, 2),
  ];
  return anAgreement({
    kind: 'rencana-kerja',
    code: 'RK-2026-0001',
    yearFrom: 2026,
    yearUntil: 2026,
    state: 'draft',
    parties,
    ...given,
  });
}

interface Situation extends Partial<PlanNow> {
  readonly lines: readonly Line[];
}

function planNow(agreement: Agreement, { lines, ...given }: Situation): PlanNow {
  return {
    ...{ agreement, lines, lists, actor: keeper(), today: day('2026-06-01'), base: () => undefined, reports: () => [] },
    ...{ added: new Map(), kept: new Map() },
    facts: {
      programmes: new Set(lists.programmes.map(({ code }) => code)),
      paths: new Map(agencies.map(({ id, path }) => [id, path])),
      people: new Set(),
    },
    ...given,
  };
}

/** The row a line is handed out as, with what is written into it. */
function rowOf(agreement: Agreement, line: Line, written: Readonly<Partial<Record<ColumnCode, RawCell>>> = {}, row = 2): FileRow {
  const shown = Object.entries(cellsOfLine(line)).map(([code, value = '']) => [
    code,
    showCell(code as ColumnCode, value, lists, 'id'),
  ]);
  return { row, cells: { ...Object.fromEntries(shown), key: keyOf(agreement.code, line), ...written } };
}

const only = (rows: readonly RowDifference[]): RowDifference => {
  expect(rows).toHaveLength(1);
  return rows[0] as RowDifference;
};
const told = (row: RowDifference) => row.cells.map(({ column, state, file, flaw }) => [column, state, flaw ?? file]);

describe('columns', () => {
  it('have a heading of their own in each language, and are known by either, whatever happened to dots and line breaks', () => {
    for (const { code, title } of COLUMNS) {
      expect(columnOfHeading(title.id)).toBe(code);
      expect(columnOfHeading(`  ${title.en.toUpperCase().replaceAll(' ', '\n')} `)).toBe(code);
    }
    for (const language of LANGUAGES) expect(new Set(COLUMNS.map(({ title }) => title[language])).size).toBe(COLUMNS.length);
    expect(columnOfHeading('Catatan saya')).toBeUndefined();
  });
});

describe('a cell', () => {
  const read = (code: ColumnCode, raw: RawCell, monthFirst = false) => {
    const value = readCell(code, raw, { lists, monthFirst });
    return value.ok ? value.value : value.refusal;
  };
  it.each([
    ['target1', 12.5, '12.5'],
    ['target1', '12,5', '12.5'],
    ['target1', 0.1 + 0.2, '0.3'],
    ['target1', '1.250', 'agreement.cell-thousands'],
    ['target1', 'dua belas', 'agreement.amount-wrong'],
    ['target1', '12 layanan', 'agreement.amount-wrong'],
    ['budgetAmount', 25_000_000, '25000000'],
    ['budgetAmount', 'Rp25.000.000,00', '25000000'],
    ['budgetAmount', '25 juta', 'agreement.money-wrong'],
    ['budgetAmount', 1.5, 'agreement.money-wrong'],
    ['dueOn', { day: '2026-03-31' }, '2026-03-31'],
    ['dueOn', '31/03/2026', '2026-03-31'],
    ['dueOn', '31-3-2026', '2026-03-31'],
    ['dueOn', '31 Maret 2026', '2026-03-31'],
    ['dueOn', '31 March 2026', '2026-03-31'],
    ['dueOn', 46112, '2026-03-31'],
    ['dueOn', 2026, 'agreement.cell-day'],
    ['dueOn', '31/02/2026', 'agreement.cell-day'],
    ['dueOn', '31/03/26', 'agreement.cell-day'],
    ['dueOn', 'akhir Maret', 'agreement.cell-day'],
    ['owner', 'dinas  kesehatan', HEALTH],
    ['owner', '51.05.dinkes', HEALTH],
    ['owner', 'Dinas Perikanan', 'agreement.cell-agency'],
    ['supporting', 'Kabupaten Klungkung; Dinas Kesehatan;', [KLUNGKUNG, HEALTH].toSorted().join(';')],
    ['supporting', 'Dinas Kesehatan; entah', 'agreement.cell-agency'],
    ['programme', 'pencegahan MALADMINISTRASI', 'prevention'],
    ['programme', 'Competence of staff', 'competence'],
    ['programme', 'Lain-lain', 'agreement.cell-choice'],
    ['form', '', 'activity'],
    ['isPriority', 'Ya', 'yes'],
    ['isPriority', true, 'yes'],
    ['isPriority', 'mungkin', 'agreement.cell-yes-no'],
    ['target2', '#REF!', 'agreement.cell-error'],
    ['year', 2026, '2026'],
    ['year', 'dua', 'agreement.year-wrong'],
  ] as const)('%s: %j is %s', (code, raw, value) => expect(read(code, raw)).toBe(value));

  it('with a day that a month-first file could mean in two ways is no day', () => {
    expect(read('dueOn', '03/04/2026', true)).toBe('agreement.cell-month-first');
    expect(read('dueOn', '2026-04-03', true)).toBe('2026-04-03');
  });

  it('whose agency has a namesake says which', () => {
    const two = withOwnNames(['a', 'b'].map((code) => ({ id: code, code, name: 'Dinas Kesehatan', isOffered: true })));
    expect(two.map(({ name }) => name)).toEqual(['Dinas Kesehatan (a)', 'Dinas Kesehatan (b)']);
    const alike = { lists: { ...lists, agencies: two }, monthFirst: false };
    expect(readCell('owner', 'Dinas Kesehatan', alike)).toEqual({ ok: false, refusal: 'agreement.cell-agency-several' });
    expect(readCell('owner', 'Dinas Kesehatan (b)', alike)).toEqual({ ok: true, value: 'b' });
  });
});

const amounts = fc.option(
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => String(n / 1000)),
  { nil: null },
);
const texts = fc.string({ unit: 'grapheme', maxLength: 40 });
const days = fc.integer({ min: 0, max: 364 }).map((n) => day('2026-01-01').add({ days: n }));
const lines = fc.record({
  ...{
    activity: texts.map((text) => `k${text}`),
    output: texts,
    indicator: texts,
    unit: texts,
    place: texts,
    budgetSource: texts,
  },
  ...{ evidenceAsked: texts, baseline: amounts, targets: fc.tuple(amounts, amounts, amounts, amounts) },
  budgetAmount: fc.option(fc.bigInt({ min: 0n, max: 10n ** 17n }).map(String), { nil: null }),
  ...{ startsOn: days, dueOn: days, isPriority: fc.boolean(), direction: fc.constantFrom('up' as const, 'down' as const) },
  ...{ programme: fc.constantFrom('prevention', 'competence'), form: fc.constantFrom('activity' as const, 'training' as const) },
  supportingIds: fc.subarray([KLUNGKUNG, HEALTH, BALI]),
  version: fc.integer({ min: 1, max: 9 }),
});

describe('an unchanged table', () => {
  it('changes nothing, in either language, however its lines were changed since, whatever they say', () => {
    let seen = 0;
    fc.assert(
      fc.property(lines, lines, fc.constantFrom(...LANGUAGES), (then, now, language) => {
        const agreement = aPlan();
        const before = aLine(agreement, { ...then, state: 'planned' } as Partial<Line>);
        const after = { ...before, ...now, version: before.version + 1 } as Line;
        const shown = Object.entries(cellsOfLine(before)).map(([code, value = '']) => [
          code,
          showCell(code as ColumnCode, value, lists, language),
        ]);
        const row = { row: 2, cells: { ...Object.fromEntries(shown), key: keyOf(agreement.code, before) } };
        seen++;
        for (const line of [before, after]) {
          const found = differences(
            [row],
            planNow(agreement, {
              lines: [line],
              base: (_, version) => (version === before.version ? cellsOfLine(before) : undefined),
            }),
          );
          expect(only(found).cells).toEqual([]);
          expect(only(found).kind).toBe('same');
        }
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThanOrEqual(300);
  });
});

describe('a changed cell', () => {
  const agreement = aPlan();
  const line = aLine(agreement, { state: 'planned' });

  it('is a change, with what it was and what it will be', () => {
    const row = only(
      differences(
        [rowOf(agreement, line, { target4: 10, unit: 'loket', activity: '  ' })],
        planNow(agreement, { lines: [line] }),
      ),
    );
    expect(told(row)).toEqual([
      ['activity', 'wrong', 'agreement.activity-missing'],
      ['unit', 'change', 'loket'],
      ['target4', 'change', '10'],
    ]);
    expect(row.cells.at(-1)).toMatchObject({ before: '8', now: '8' });
  });

  it('that somebody else changed too is a conflict; what others changed and the file left alone stays theirs', () => {
    const now: Line = { ...line, version: 2, unit: 'unit', place: 'Semarapura', targets: ['2', '4', '6', '10'] };
    const plan = planNow(agreement, { lines: [now], base: () => cellsOfLine(line) });
    const row = only(differences([rowOf(agreement, line, { unit: 'loket', target4: '10', indicator: 'Loket' })], plan));
    expect(told(row)).toEqual([
      ['indicator', 'change', 'Loket'],
      ['unit', 'conflict', 'loket'],
    ]);
    expect(row.cells[1]).toMatchObject({ before: 'layanan', now: 'unit' });
  });

  it('of a version nobody was handed could be anybody’s, so it is a conflict', () => {
    const now: Line = { ...line, version: 7 };
    const row = only(
      differences([rowOf(agreement, { ...line, version: 3 }, { unit: 'loket' })], planNow(agreement, { lines: [now] })),
    );
    expect(told(row)).toEqual([['unit', 'conflict', 'loket']]);
    expect(row.cells[0]?.before).toBeNull();
  });

  it('whose conflict was settled for what the line says is settled until that changes again', () => {
    const now: Line = { ...line, version: 2, unit: 'unit' };
    const plan = { lines: [now], base: () => cellsOfLine(line), kept: new Map([['2/unit', 'unit']]) };
    const row = rowOf(agreement, line, { unit: 'loket' });
    expect(only(differences([row], planNow(agreement, plan))).kind).toBe('same');
    expect(only(differences([row], planNow(agreement, { ...plan, lines: [{ ...now, unit: 'meja' }] }))).kind).toBe('changed');
  });

  it('that makes another one wrong says which', () => {
    const row = only(differences([rowOf(agreement, line, { target2: 9 })], planNow(agreement, { lines: [line] })));
    expect(row.cells).toMatchObject([
      { column: 'target2', state: 'wrong', flaw: 'agreement.targets-out-of-order', about: 'target3' },
    ]);
  });

  it.each([
    [{ target1: 'lima' }, 'target1', 'agreement.amount-wrong'],
    [{ target4: 1 }, 'target4', 'agreement.targets-out-of-order'],
    [{ dueOn: { day: '2027-03-01' } }, 'dueOn', 'agreement.outside-term'],
    [{ dueOn: '01/01/2026' }, 'dueOn', 'agreement.line-days-out-of-order'],
    [{ owner: 'Dinas Perikanan' }, 'owner', 'agreement.cell-agency'],
    [{ other: 'Dinas Kesehatan' }, 'other', 'agreement.other-is-owner'],
    [{ budgetAmount: 'banyak' }, 'budgetAmount', 'agreement.money-wrong'],
  ] as const)('%j is told at its cell', (written, column, code) => {
    // The plan's last day is that of its agreement: the year alone.
    const yearly = aPlan({ inForceFrom: day('2026-01-01'), inForceUntil: day('2026-12-31'), parties: agreement.parties });
    const row = only(differences([rowOf(yearly, line, written)], planNow(yearly, { lines: [line] })));
    expect(row.cells).toMatchObject([{ column, state: 'wrong', flaw: code }]);
  });

  it('is not for whoever does not prepare the plan, nor for a line that is over', () => {
    const changed = rowOf(agreement, line, { unit: 'loket' });
    expect(told(only(differences([changed], planNow(agreement, { lines: [line], actor: liaison() }))))).toEqual([
      ['unit', 'wrong', 'agreement.cell-not-yours'],
    ]);
    const signing = { ...agreement, state: 'signing' as const };
    expect(told(only(differences([rowOf(signing, line, { unit: 'loket' })], planNow(signing, { lines: [line] }))))).toEqual([
      ['unit', 'wrong', 'agreement.cell-not-now'],
    ]);
    const done: Line = { ...line, state: 'done' };
    expect(told(only(differences([changed], planNow(agreement, { lines: [done] }))))).toEqual([
      ['unit', 'wrong', 'agreement.cell-line-closed'],
    ]);
  });
});

describe('a file whose days have their month first somewhere', () => {
  it('has no day that could be two; what it left alone is untouched', () => {
    const agreement = aPlan();
    const [a, b] = [
      aLine(agreement, { state: 'planned' }),
      aLine(agreement, { state: 'planned', ordinal: 2, startsOn: day('2026-04-03') }),
    ];
    const rows = [rowOf(agreement, a, { startsOn: '3/31/2026', dueOn: '05/06/2026' }, 2), rowOf(agreement, b, {}, 3)];
    const [first, second] = differences(rows, planNow(agreement, { lines: [a, b] }));
    expect(told(first as RowDifference)).toEqual([
      ['startsOn', 'wrong', 'agreement.cell-month-first'],
      ['dueOn', 'wrong', 'agreement.cell-month-first'],
    ]);
    expect(second?.kind).toBe('same');
  });
});

describe('a row', () => {
  const agreement = aPlan();
  const line = aLine(agreement, { state: 'planned' });
  const fresh = {
    key: '',
    activity: 'Pelatihan petugas',
    programme: 'Peningkatan kompetensi SDM',
    owner: 'Dinas Kesehatan',
    startsOn: '01/02/2026',
    dueOn: '30/06/2026',
  };
  const find = (rows: readonly FileRow[], given: Partial<Situation> = {}) =>
    differences(rows, planNow(agreement, { lines: [line], ...given }));

  it('without a key is a new line, and says which cells it still needs', () => {
    expect(only(find([{ row: 3, cells: fresh }])).kind).toBe('new');
    const bare = only(find([{ row: 3, cells: { key: '', activity: 'Pelatihan petugas' } }]));
    expect(bare.kind).toBe('wrong');
    expect(told(bare)).toContainEqual(['programme', 'wrong', 'agreement.cell-needed']);
    expect(told(bare)).toContainEqual(['dueOn', 'wrong', 'agreement.cell-needed']);
  });

  it('that became a line before, or looks like one, is not added unasked', () => {
    const added = { ...aLine(agreement), ordinal: 2 };
    expect(only(find([{ row: 3, cells: fresh }], { lines: [line, added], added: new Map([[3, added.id]]) })).kind).toBe('added');
    const twin: Line = {
      ...line,
      ordinal: 2,
      activity: 'pelatihan  Petugas.',
      programme: 'competence',
      dueOn: day('2026-07-01'),
    };
    expect(only(find([{ row: 3, cells: fresh }], { lines: [twin] }))).toMatchObject({ kind: 'twin', twinOf: { ordinal: 2 } });
    expect(
      find([
        { row: 3, cells: fresh },
        { row: 4, cells: fresh },
      ]).map(({ kind }) => kind),
    ).toEqual(['new', 'twin']);
  });

  it('with a key of another plan, a broken one, one nobody has, or one that stands there twice is wrong as a whole', () => {
    const flaws = [{ key: 'RK-2025-0009/1/1' }, { key: 'satu' }, { key: 'RK-2026-0001/99/1' }].map(
      (written) => only(find([rowOf(agreement, line, written)])).flaw,
    );
    expect(flaws).toEqual(['agreement.row-other-plan', 'agreement.row-key', 'agreement.row-unknown']);
    const twice = find([rowOf(agreement, line, {}, 2), rowOf(agreement, line, { unit: 'loket' }, 3)]);
    expect(twice.map(({ kind, flaw }) => [kind, flaw])).toEqual([
      ['same', null],
      ['wrong', 'agreement.row-twice'],
    ]);
  });

  it('of a table without keys is known by its number, but nobody knows what it said', () => {
    const { key: _, ...cells } = rowOf(agreement, line, { number: 1, unit: 'loket' }).cells;
    expect(told(only(find([{ row: 2, cells }])))).toEqual([['unit', 'conflict', 'loket']]);
  });

  it('is a new line for those alone who prepare the plan', () => {
    expect(only(find([{ row: 3, cells: fresh }], { actor: liaison() }))).toMatchObject({
      kind: 'wrong',
      flaw: 'agreement.row-not-yours',
    });
  });
});

describe('the order made from cells', () => {
  it('leaves to the last blank what the file left alone', () => {
    const agreement = aPlan();
    const line = aLine(agreement, {
      ...{
        output: 'Dua baris  \r\ndan  satu ',
        targets: ['2.50', null, null, '8.0'],
        supportingIds: [HEALTH, BALI],
        state: 'planned',
      },
      owner: { ...(aLine(agreement).owner as Line['owner']), personId: 'seseorang' },
    });
    const order = orderOf(withChanges(cellsOfLine(line), [{ column: 'target4', file: '9' }]), line);
    expect(order).toMatchObject({ output: line.output, targets: ['2.50', null, null, '9'], supportingIds: [HEALTH, BALI] });
    expect(order.owner.personId).toBe('seseorang');
    const handedOver = orderOf(withChanges(cellsOfLine(line), [{ column: 'owner', file: KLUNGKUNG }]), line);
    expect(handedOver.owner).toMatchObject({ agencyId: KLUNGKUNG, personId: null });
  });
});

describe('progress in a row', () => {
  const agreement = aPlan({ state: 'signed' });
  const line = aLine(agreement, { state: 'running', evidenceAsked: '' });
  const find = (written: Readonly<Partial<Record<ColumnCode, RawCell>>>, given: Partial<Situation> = {}) =>
    only(differences([rowOf(agreement, line, written)], planNow(agreement, { lines: [line], actor: liaison(), ...given })));

  it('is reported once: the same words, number and day were reported before', () => {
    const report = { achieved: 3, done: 'Tiga layanan lengkap', asOf: '31/05/2026' };
    expect(find(report).report).toMatchObject({ achieved: '3', isLast: false, flaws: new Map() });
    const earlier = { asOf: day('2026-05-31'), achieved: '3.0', text: 'Tiga layanan lengkap', isLast: false };
    expect(find(report, { reports: () => [earlier] }).kind).toBe('same');
    expect(find({ ...report, achieved: 4 }, { reports: () => [earlier] }).report?.achieved).toBe('4');
  });

  it('says what is missing, and is not for the other side', () => {
    expect(find({ achieved: 3 }).report?.flaws).toEqual(new Map([['done', 'agreement.report-text-missing']]));
    expect(find({ done: 'Tiga' }).report?.flaws).toEqual(new Map([['achieved', 'agreement.report-amount-missing']]));
    expect(find({ achieved: 3, done: 'Tiga', asOf: '01/07/2026' }).report?.flaws.get('asOf')).toBe('agreement.as-of-future');
    const byKeeper = find({ achieved: 3, done: 'Tiga' }, { actor: keeper() });
    expect(byKeeper.report?.flaws.get('achieved')).toBe('agreement.report-not-yours');
  });
});

describe('the plan of a kind with factors', () => {
  it('has the column of factors, others do not', () => {
    expect(columnsOf({ hasFactors: false }).some(({ code }) => code === 'factor')).toBe(false);
    expect(columnsOf({ hasFactors: true }).some(({ code }) => code === 'factor')).toBe(true);
  });
});
