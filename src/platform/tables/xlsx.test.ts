import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { type XlsxSheet, xlsxStream } from './xlsx.ts';

async function reread(sheet: XlsxSheet) {
  const bytes = await buffer((await xlsxStream(sheet)) as never);
  return readSheet(Readable.from(bytes) as never);
}

describe('tables as XLSX', () => {
  it('come back from another library as they went in', async () => {
    const rows = await reread({
      name: 'Laporan: 2026/03 [Bali]',
      columns: [
        { title: 'Uraian' },
        { title: 'Jumlah' },
        { title: 'Rata-rata', shows: 'decimal' },
        { title: 'Hari', shows: 'day' },
      ],
      rows: [
        ['Penundaan berlarut <&> "x"', 12, 48.25, new Date('2026-03-17T00:00:00Z')],
        ['Kosong', null, 0, null],
      ],
    });
    expect(rows).toEqual([
      ['Uraian', 'Jumlah', 'Rata-rata', 'Hari'],
      ['Penundaan berlarut <&> "x"', 12, 48.25, new Date('2026-03-17T00:00:00Z')],
      ['Kosong', null, 0, null],
    ]);
  });

  it('never turn a text into a formula, and survive characters that XML cannot hold', async () => {
    const rows = await reread({ name: 'A', columns: [{ title: 'Teks' }], rows: [['=1+1'], ['+62 361'], ['a\u0001b']] });
    expect(rows.slice(1)).toEqual([['=1+1'], ['+62 361'], ['a\ufffdb']]);
  });

  it('pull rows only as they are read, and end the rows when the reader goes away', async () => {
    let pulled = 0;
    let isEnded = false;
    async function* endless() {
      try {
        for (;;) yield [`baris ${pulled++} ${Math.sin(pulled)}`];
      } finally {
        isEnded = true;
      }
    }
    const reader = (await xlsxStream({ name: 'A', columns: [{ title: 'Teks' }], rows: endless() })).getReader();
    for (let chunk = 0; chunk < 6; chunk++) await reader.read();
    expect(pulled).toBeLessThan(100_000);
    await reader.cancel();
    expect(isEnded).toBe(true);
  });
});
