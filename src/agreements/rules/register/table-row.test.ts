import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAgreement, day, newId, party } from '../agreement.test-support.ts';
import { KINDS } from '../kinds.ts';
import { headerProblems, REQUIRED_COLUMNS, TABLE_COLUMN_NAMES } from './table-columns.ts';
import { cellsOf, differences, readRow, rowOf, type TableRow } from './table-row.ts';

const PROGRAMMES = new Map([
  ['prevention', 'prevention'],
  ['pencegahan maladministrasi', 'prevention'],
  ['competence', 'competence'],
]);
const TOLD = { names: ['Ombudsman', 'Kabupaten'], standing: 'Berlaku' };

// Whatever people type, without the two signs that separate parts and what a line cannot hold.
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom('=SUM(A1)', '+62', '-', '@x', "'a", 'Sekretaris', 'Daerah', 'é', '1/NK', '"x";y', '7,5'),
      fc.string({ minLength: 1, maxLength: 8 }),
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) =>
    parts
      .join(' ')
      .replaceAll(/[|:<>+*\0\s]+/g, ' ')
      .trim(),
  )
  .filter((text) => text !== '');
const maybe = (text: fc.Arbitrary<string>) => fc.option(text, { nil: '' });
const aDay = fc.integer({ min: 0, max: 9000 }).map((days) => day('2010-01-01').add({ days }));
const hand = fc.record({ position: words, name: maybe(words) });
const rows: fc.Arbitrary<TableRow> = fc.record({
  ...{ code: fc.constantFrom('', 'NK-2025-0001'), kind: fc.constantFrom(...KINDS), title: words },
  parties: fc.array(
    fc.oneof(
      fc.record({
        ...{ code: fc.constantFrom('ori.bali', '51.05', '51.05.dinkes'), name: fc.constant(''), ownNumber: maybe(words) },
        ...{ signatories: fc.array(hand, { maxLength: 2 }) },
        focalPoint: fc.option(fc.record({ position: words, officeMail: fc.constantFrom('', 'kantor@contoh.go.id') }), {
          nil: null,
        }),
      }),
      fc.record({
        ...{
          code: fc.constant(null),
          name: words,
          ownNumber: fc.constant(''),
          signatories: fc.constant([]),
          focalPoint: fc.constant(null),
        },
      }),
    ),
    { minLength: 1, maxLength: 4 },
  ),
  programmes: fc.subarray(['competence', 'prevention']),
  ...{
    yearFrom: fc.option(fc.integer({ min: 2000, max: 2199 }), { nil: null }),
    yearUntil: fc.option(fc.integer({ min: 2000, max: 2199 }), { nil: null }),
  },
  ...{ place: maybe(words), signedOn: fc.option(aDay, { nil: null }), inForceFrom: fc.option(aDay, { nil: null }) },
  ...{
    inForceUntil: fc.option(aDay, { nil: null }),
    witnesses: fc.array(hand, { maxLength: 2 }),
    basis: maybe(words),
    purpose: maybe(words),
  },
  ...{
    parentCode: fc.constantFrom('', 'NK-2020-0001'),
    predecessorCode: fc.constant(''),
    keeperCode: fc.constantFrom('', 'ori.bali'),
  },
  ...{ source: maybe(words), scanName: fc.constantFrom('', 'naskah.pdf') },
});

describe('a row of the table', () => {
  test('read back says what was written, whatever was typed', () => {
    let guardedCells = 0;
    fc.assert(
      fc.property(rows, (row) => {
        const cells = cellsOf(row, TOLD);
        for (const cell of Object.values(cells)) {
          expect(cell).not.toMatch(/^[=+\-@\t\r]/);
          if (cell.startsWith("'")) guardedCells += 1;
        }
        expect(readRow(cells, PROGRAMMES)).toEqual({ row, problems: [] });
        expect(differences(row, readRow(cells, PROGRAMMES).row as TableRow, TABLE_COLUMN_NAMES)).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(guardedCells).toBeGreaterThan(20);
  });

  test('is read as people write it: names of kinds and programmes, days the other way round', () => {
    const read = readRow(
      {
        ...{ jenis: 'nota kesepakatan', judul: '  Sinergi   pengawasan ', kode_pihak: ' ORI.Bali | 51.05 |* Universitas Contoh' },
        ...{
          ruang_lingkup: 'Pencegahan Maladministrasi|competence',
          tanggal_tanda_tangan: '15/9/2025',
          mulai_berlaku: '15-09-2025',
        },
        penanda_tangan: 'Kepala Perwakilan: Ni Contoh, S.H.|Bupati|Rektor + Dekan: Contoh',
      },
      PROGRAMMES,
    );
    expect(read.problems).toEqual([]);
    expect(read.row).toMatchObject({
      kind: 'nota-kesepakatan',
      title: 'Sinergi pengawasan',
      programmes: ['competence', 'prevention'],
    });
    expect(read.row?.parties.map(({ code, name, signatories }) => [code, name, signatories.length])).toEqual([
      ['ori.bali', '', 1],
      ['51.05', '', 1],
      [null, 'Universitas Contoh', 2],
    ]);
    expect(read.row?.signedOn).toEqual(day('2025-09-15'));
    for (const [text, kind] of [
      ['RAD', 'rad'],
      ['Perjanjian kerja sama', 'pks'],
      ['NP', 'nota-kesepahaman'],
    ])
      expect(readRow({ jenis: text as string, kode_pihak: '51' }, PROGRAMMES).row?.kind).toBe(kind);
  });

  test('says of each cell what is wrong with it', () => {
    const { problems } = readRow(
      {
        ...{
          jenis: 'sumpah',
          kode_pihak: 'ori.bali|51.05',
          nomor_dokumen: 'satu',
          ruang_lingkup: 'sepak bola',
          tahun_mulai: '26',
        },
        ...{ tanggal_tanda_tangan: '31-02-2025', mulai_berlaku: 'besok' },
      },
      PROGRAMMES,
    );
    expect(problems.map(({ column, code }) => `${column} ${code}`).toSorted()).toEqual([
      'jenis agreement.kind-unknown',
      'nomor_dokumen agreement.import-list-wrong',
      'ruang_lingkup agreement.programme-unknown',
    ]);
    const dated = readRow(
      { jenis: 'NK', tahun_mulai: '26', tanggal_tanda_tangan: '31-02-2025', mulai_berlaku: 'besok' },
      PROGRAMMES,
    );
    expect(dated.problems.map(({ column }) => column)).toEqual(['tahun_mulai', 'tanggal_tanda_tangan', 'mulai_berlaku']);
  });

  test('of an agreement names each side by its code, with who signed and whom one asks', () => {
    const parties = [
      party({ side: 'ombudsman', agencyPath: [newId()] }, 1),
      party({ side: 'government', agencyPath: [newId()] }, 2),
    ];
    const point = {
      id: newId(),
      agencyId: null,
      position: 'Kepala Bagian',
      personId: null,
      officeMail: 'a@contoh.go.id',
      since: day('2026-01-05'),
    };
    const agreement = anAgreement({
      parties,
      focalPoints: [
        { ...point, partyId: parties[1]?.id as string, until: null },
        { ...point, id: newId(), partyId: parties[0]?.id as string, until: day('2026-02-01') },
      ],
    });
    const row = rowOf(agreement, {
      agency: (id) => (id === parties[0]?.agencyId ? 'ori.bali' : '51.05'),
      agreement: () => '',
      scanName: '',
    });
    expect(row.parties.map(({ code, focalPoint }) => [code, focalPoint?.position])).toEqual([
      ['ori.bali', undefined],
      ['51.05', 'Kepala Bagian'],
    ]);
    expect(cellsOf(row, TOLD)).toMatchObject({ kode_pihak: 'ori.bali|51.05', narahubung: '|Kepala Bagian <a@contoh.go.id>' });
  });
});

test('a table without a column it needs, with one it does not know or twice the same, is refused by name', () => {
  expect(headerProblems(TABLE_COLUMN_NAMES)).toEqual([]);
  expect(headerProblems(REQUIRED_COLUMNS)).toEqual([]);
  expect(headerProblems([...REQUIRED_COLUMNS.slice(1), 'judul', 'warna'])).toEqual([
    { kind: 'unknown', column: 'warna' },
    { kind: 'missing', column: 'jenis' },
    { kind: 'double', column: 'judul' },
  ]);
});
