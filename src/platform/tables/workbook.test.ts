import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readWorkbook, type WorkbookLimits } from './read-workbook.ts';
import { workbook } from './workbook.ts';
import type { XlsxCell } from './xlsx.ts';

const LIMITS: WorkbookLimits = { unpackedBytes: 20_000_000, rows: 100, columns: 30 };
const about = { title: 'Rencana kerja', description: 'Contoh' };

const made = (rows: readonly (readonly XlsxCell[])[]) =>
  workbook(
    [
      {
        ...{ name: 'Rencana', frozenColumns: 1, spareRows: 10, rows },
        columns: [
          { title: 'Kegiatan', width: 30, wraps: true },
          { title: 'Tenggat', width: 12, shows: 'day' },
          {
            title: 'Bentuk',
            width: 12,
            choices: { sheet: 'Daftar', column: 1, count: 3 },
            hint: 'Pilih dari daftar.',
            notListed: 'Tidak ada.',
          },
        ],
        notes: [{ row: 0, column: 2, text: 'Pilih dari daftar' }],
      },
      {
        name: 'Daftar',
        columns: ['A', 'Bentuk'].map((title) => ({ title, width: 10 })),
        rows: [
          [null, 'Kegiatan'],
          [null, 'Pelatihan'],
          [null, 'Sosialisasi'],
        ],
      },
    ],
    about,
  );

async function reread(bytes: Uint8Array, limits = LIMITS) {
  const read = await readWorkbook(bytes, limits);
  if (!read.ok) throw new Error(read.refusal);
  return read.value;
}

const refusalOf = async (bytes: Uint8Array, limits = LIMITS) => {
  const read = await readWorkbook(bytes, limits);
  return read.ok ? 'read' : read.refusal;
};

describe('a workbook', () => {
  it('comes back as it went in', async () => {
    const rows = [
      ['=1+1 <&>', new Date('2026-03-31T00:00:00Z'), 'Kegiatan'],
      ['dua\nbaris', null, 'x'],
      ['_x0041_ tanpa huruf A', null, null],
    ];
    const [plan, lists] = await reread(await made(rows));
    expect(plan?.rows).toEqual([['Kegiatan', 'Tenggat', 'Bentuk'], rows[0], rows[1], [rows[2]?.[0]]]);
    expect(lists?.rows.map((row) => row[1])).toEqual(['Bentuk', 'Kegiatan', 'Pelatihan', 'Sosialisasi']);
  });

  it('has drop-downs over its rows and the spare ones, taken from the other sheet, and a note at its cell', async () => {
    const { readXlsx } = await import('hucre/xlsx');
    const { sheets } = await readXlsx(await made([['a', null, 'b']]), { readStyles: true });
    expect(sheets[0]?.dataValidations).toMatchObject([
      {
        type: 'list',
        range: 'C2:C12',
        formula1: "'Daftar'!$B$2:$B$4",
        errorStyle: 'warning',
        inputMessage: 'Pilih dari daftar.',
      },
    ]);
    expect(sheets[0]?.cells?.get('1,2')?.comment?.text).toBe('Pilih dari daftar');
  });
});

describe('a workbook from outside', () => {
  it('that is locked by a password, of the old format, or none at all is told apart', async () => {
    const { writeXlsx } = await import('hucre/xlsx');
    const locked = await writeXlsx({
      sheets: [{ name: 'A', rows: [['a']] }],
      encryption: { password: 'rahasia', spinCount: 1000 },
    });
    expect(await refusalOf(locked)).toBe('locked');
    const old = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from('Workbook', 'utf16le'),
    ]);
    expect(await refusalOf(old)).toBe('old');
    expect(await refusalOf(Buffer.from('%PDF-1.7'))).toBe('other');
    expect(await refusalOf(new Uint8Array())).toBe('other');
  });

  it('that is cut short, or has one byte wrong in its middle, is damaged and never half read', async () => {
    const whole = await made([['Menyusun standar pelayanan', new Date('2026-03-31T00:00:00Z'), 'Kegiatan']]);
    for (const share of [0.2, 0.5, 0.9, 0.999])
      expect(await refusalOf(whole.subarray(0, Math.floor(whole.length * share)))).toBe('damaged');
    const { unzipSync, zipSync } = await import('fflate');
    const parts = unzipSync(whole);
    delete parts['xl/workbook.xml'];
    expect(await refusalOf(zipSync(parts))).toBe('damaged');
    expect(await refusalOf(zipSync({ 'catatan.txt': Buffer.from('bukan tabel') }))).toBe('damaged');
  });

  it('that would unpack to far more than it weighs is refused before it is unpacked', async () => {
    const { unzipSync, zipSync } = await import('fflate');
    const parts = unzipSync(await made([['a', null, null]]));
    const bomb = zipSync({ ...parts, 'xl/media/a.bin': new Uint8Array(30_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusalOf(bomb)).toBe('too-big');
    expect(await refusalOf(lying(bomb, 'xl/media/a.bin'))).not.toBe('read');
  });

  it('with formulas that nobody has calculated says so, and does not take them for empty cells', async () => {
    const cells = new Map([
      ['1,0', { formula: '1+2' }],
      ['1,1', { formula: 'IF(TRUE,"","x")', formulaResult: '' }],
      ['1,2', { formula: '1+2', formulaResult: 3 }],
    ]);
    const bytes = await writeXlsx({ sheets: [{ name: 'Rencana', rows: [['a', 'b', 'c']], cells }] });
    const read = await readWorkbook(bytes, LIMITS);
    expect(read.ok && read.value[0]?.rows).toEqual([
      ['a', 'b', 'c'],
      ['#VALUE!', '', 3],
    ]);
  });

  it('with a cell in its farthest corner costs no more than any other', async () => {
    const { unzipSync, zipSync, strFromU8, strToU8 } = await import('fflate');
    const parts = unzipSync(await made([['a', null, null]]));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array);
    const far = sheet.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>');
    const started = performance.now();
    const [plan] = await reread(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(far) }));
    expect(plan?.rows).toEqual([['Kegiatan', 'Tenggat', 'Bentuk'], ['a']]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

/** The same archive whose directory says that an entry unpacks to nothing. */
function lying(archive: Uint8Array, name: string): Uint8Array {
  const copy = Buffer.from(archive);
  const central = copy.lastIndexOf(name) - 46;
  expect(copy.readUInt32LE(central)).toBe(0x02014b50);
  copy.writeUInt32LE(0, central + 24);
  return copy;
}
