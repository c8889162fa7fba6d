import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../kernel/language.ts';
import { Temporal } from '../../../kernel/time.ts';
import { workbook } from '../../../platform/tables/workbook.ts';
import {
  aLine,
  anAgreement,
  BALI,
  day,
  HEALTH,
  held,
  KLUNGKUNG,
  officerWith,
  party,
  ROOT,
} from '../../rules/agreement.test-support.ts';
import type { Line } from '../../rules/line.ts';
import { differences, type FileRow, type PlanNow } from '../../rules/tables/difference.ts';
import { type TableLists, withOwnNames } from '../../rules/tables/lists.ts';
import { planCsv } from './plan-csv.ts';
import { planWorkbook } from './plan-workbook.ts';
import { readTable, TABLE_BYTES } from './read-table.ts';

/** The files themselves: what is written is what is read back, and what is no table says how to mend it. */

const AT = Temporal.Instant.from('2026-06-01T09:00:00+08:00');
const parties = [
  party({ side: 'ombudsman', agencyPath: [ROOT, BALI] }, 1),
  party({ side: 'government', agencyPath: [KLUNGKUNG] }, 2),
];
const agreement = anAgreement({
  kind: 'rencana-kerja',
  code: 'RK-2026-0001',
  state: 'draft',
  yearFrom: 2026,
  yearUntil: 2026,
  parties,
});
const agencies = [
  { id: BALI, code: 'ori.bali', name: 'Perwakilan Ombudsman Bali', path: [ROOT, BALI] },
  { id: KLUNGKUNG, code: '51.05', name: 'Kabupaten Klungkung', path: [KLUNGKUNG] },
  { id: HEALTH, code: '51.05.dinkes', name: 'Dinas Kesehatan', path: [KLUNGKUNG, HEALTH] },
];
const lists: TableLists = {
  agencies: withOwnNames(agencies.map(({ id, code, name }) => ({ id, code, name, isOffered: true }))),
  programmes: [
    { code: 'prevention', label: { id: 'Pencegahan maladministrasi', en: 'Prevention of maladministration' }, isOffered: true },
  ],
};
const plan = (lines: readonly Line[]) => ({ agreement, lines, lists });
const now = (lines: readonly Line[]): PlanNow => ({
  ...{
    agreement,
    lines,
    lists,
    today: day('2026-06-01'),
    base: () => undefined,
    reports: () => [],
    added: new Map(),
    kept: new Map(),
  },
  actor: officerWith(held([ROOT, BALI], ['agreement.prepare'])),
  facts: { programmes: new Set(['prevention']), paths: new Map(agencies.map(({ id, path }) => [id, path])), people: new Set() },
});

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replaceAll('\0', '')),
  fc.constantFrom(
    '=1+1',
    '+62 361',
    '@a',
    '-',
    "'=x",
    '_x0041_',
    '<&">',
    'a;b',
    'a"b',
    'a\nb',
    ' \t',
    '1.250',
    '31/03/2026',
    'ya',
    '#REF!',
  ),
);
const amount = fc.option(
  fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => String(n / 1000)),
  { nil: null },
);
const someLines = fc.array(
  fc.record({
    ...{
      activity: nasty.map((text) => `k${text}`),
      output: nasty,
      indicator: nasty,
      unit: nasty,
      place: nasty,
      evidenceAsked: nasty,
    },
    ...{ baseline: amount, targets: fc.tuple(amount, amount, amount, amount), supportingIds: fc.subarray([KLUNGKUNG, HEALTH]) },
    budgetAmount: fc.option(fc.bigInt({ min: 0n, max: 10n ** 17n }).map(String), { nil: null }),
    ...{ isPriority: fc.boolean(), direction: fc.constantFrom('up' as const, 'down' as const) },
  }),
  { minLength: 1, maxLength: 5 },
);

async function rowsIn(bytes: Uint8Array): Promise<readonly FileRow[]> {
  const read = await readTable(bytes);
  if (!read.ok) throw new Error(read.refusal);
  return read.value.rows;
}

describe('a plan that is handed out and brought back unchanged', () => {
  it.each(['xlsx', 'csv'] as const)('as %s changes nothing, whatever its lines say', async (format) => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(someLines, fc.constantFrom(...LANGUAGES), async (given, language) => {
        const lines = given.map((each, index) => aLine(agreement, { ...each, ordinal: index + 1, state: 'planned' }));
        const bytes =
          format === 'xlsx' ? await planWorkbook(plan(lines), language, AT) : Buffer.from(planCsv(plan(lines), language));
        const found = differences(await rowsIn(bytes), now(lines));
        seen += found.length;
        expect(found.map(({ kind, cells, line }) => [kind, cells, line?.id])).toEqual(lines.map(({ id }) => ['same', [], id]));
      }),
      { numRuns: format === 'xlsx' ? 60 : 200 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  it('keeps days as days and amounts as numbers in a workbook, and says in it how it is filled in', async () => {
    const { readXlsx } = await import('hucre/xlsx');
    const { sheets } = await readXlsx(await planWorkbook(plan([aLine(agreement)]), 'id', AT), { readStyles: true });
    expect(sheets.map(({ name }) => name)).toEqual(['Rencana kerja', 'Petunjuk', 'Daftar']);
    const [heads, row] = sheets[0]?.rows ?? [];
    const cell = (title: string) => row?.[heads?.indexOf(title) ?? -1];
    expect([cell('Tenggat'), cell('Target s.d. triwulan IV'), cell('Anggaran (Rp)'), cell('Kunci baris')]).toEqual([
      new Date('2026-12-15T00:00:00Z'),
      8,
      25_000_000,
      'RK-2026-0001/1/1',
    ]);
    const owner = sheets[0]?.dataValidations?.find(({ errorTitle }) => errorTitle === 'Penanggung jawab');
    expect(owner).toMatchObject({ type: 'list', formula1: expect.stringContaining("'Daftar'!") });
    expect(sheets[2]?.rows.flat()).toContain('Dinas Kesehatan');
    expect(JSON.stringify(sheets[1]?.rows)).toContain('01/06/2026 pukul 09:00 WITA');
  });
});

describe('a file', () => {
  const refusal = async (bytes: Uint8Array) => {
    const read = await readTable(bytes);
    return read.ok ? 'read' : read.refusal;
  };
  const csv = (text: string) => Buffer.from(text);

  it('that is no table, is empty, damaged, too big or of unknown headings says so', async () => {
    expect(await refusal(csv('%PDF-1.7\n'))).toBe('agreement.table-no-table');
    expect(await refusal(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3]))).toBe('agreement.table-no-table');
    expect(await refusal(Buffer.from('Kegiatan;Tenggat\nPelatihan \x96 dua;1/2/2026', 'latin1'))).toBe(
      'agreement.table-not-utf8',
    );
    expect(await refusal(csv('Kegiatan;Tenggat\n"Pelatihan;1/2/2026'))).toBe('agreement.table-not-csv');
    expect(await refusal(csv('Nama;Alamat\na;b'))).toBe('agreement.table-no-headings');
    expect(await refusal(csv('Kegiatan;Tenggat;kegiatan\na;b;c'))).toBe('agreement.table-heading-twice');
    expect(await refusal(csv('Kegiatan;Tenggat\n;\n \n'))).toBe('agreement.table-empty');
    expect(await refusal(csv(''))).toBe('agreement.table-empty');
    expect(await refusal(new Uint8Array(TABLE_BYTES + 1))).toBe('agreement.table-too-big');
    expect(await refusal(csv(`Kegiatan;Tenggat\n${'a;1/2/2026\n'.repeat(2300)}`))).toBe('agreement.table-too-long');
    const whole = await planWorkbook(plan([aLine(agreement)]), 'id', AT);
    expect(await refusal(whole.subarray(0, whole.length - 400))).toBe('agreement.table-damaged');
  });

  it('is read with its title above, its columns in any order, its own columns beside, and either delimiter', async () => {
    const read = await readTable(csv('Rencana kita\n\nTenggat,Catatan,Kegiatan\n1/2/2026,penting,Pelatihan\n'));
    expect(read).toEqual({
      ok: true,
      value: { format: 'csv', ignored: ['Catatan'], rows: [{ row: 4, cells: { dueOn: '1/2/2026', activity: 'Pelatihan' } }] },
    });
  });

  it('of several sheets is read at the one with the plan; a hidden one is not looked at', async () => {
    const columns = ['Kegiatan', 'Tenggat'].map((title) => ({ title, width: 10 }));
    const bytes = await workbook(
      [
        { name: 'Catatan', columns: [{ title: 'Catatan', width: 10 }], rows: [['rapat']] },
        { name: 'Isi', columns, rows: [['Pelatihan', new Date('2026-02-01T00:00:00Z')]] },
      ],
      { title: 'a', description: 'b' },
    );
    expect(await rowsIn(bytes)).toEqual([{ row: 2, cells: { activity: 'Pelatihan', dueOn: { day: '2026-02-01' } } }]);
  });
});
