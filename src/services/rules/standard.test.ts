import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Temporal } from '../../kernel/time.ts';
import { completeness, sumCounts } from './completeness.ts';
import { COMPONENT_CODES, COMPONENTS, DELIVERY_CODES, INTERNAL_CODES } from './components.ts';
import { compareLines, differenceOf } from './difference.ts';
import { normalStandard } from './normal-standard.ts';
import { readComponent, readRupiah } from './read-component.ts';
import { type ServiceContent, type ServiceVersion, versionOn } from './service.ts';
import { anyStandard, WHOLE_STANDARD } from './standard.test-support.ts';
import { EMPTY_STANDARD, type Standard } from './standard.ts';
import { delimiterOf, guarded, problemsOfHeader, unguarded } from './table-columns.ts';
import { cellsOf, contentOfCells } from './table-row.ts';
import { tellComponent, tellRupiah } from './tell-component.ts';

const stateOf = (change: Partial<Standard>, code: keyof Standard) => {
  const found = completeness({ ...EMPTY_STANDARD, ...change }).components.find((one) => one.code === code);
  return [found?.state, ...(found?.why ?? [])].join(' ');
};

describe('the components', () => {
  test('are fourteen, six of them for the public, each with an own article', () => {
    expect([COMPONENT_CODES.length, DELIVERY_CODES.length, INTERNAL_CODES.length]).toEqual([14, 6, 8]);
    expect(new Set(COMPONENT_CODES.map((code) => JSON.stringify(COMPONENTS[code].basis))).size).toBe(14);
  });
});

describe('completeness', () => {
  test('nothing is stated of an empty standard, everything of a whole one', () => {
    expect(completeness(EMPTY_STANDARD).all).toEqual({ stated: 0, of: 14 });
    expect(completeness(WHOLE_STANDARD)).toMatchObject({
      all: { stated: 14, of: 14 },
      delivery: { stated: 6, of: 6 },
      missing: [],
    });
  });

  test('tells free of charge, nothing required and silence apart', () => {
    expect(stateOf({ fee: { kind: 'free' } }, 'fee')).toBe('stated');
    expect(stateOf({ fee: { kind: 'not-stated' } }, 'fee')).toBe('not-stated');
    expect(stateOf({ fee: { kind: 'amounts', items: [] } }, 'fee')).toBe('not-stated');
    expect(stateOf({ requirements: { kind: 'none' } }, 'requirements')).toBe('stated');
    expect(stateOf({ requirements: { kind: 'list', lines: [' '] } }, 'requirements')).toBe('not-stated');
  });

  test('says why something is incomplete', () => {
    expect(stateOf({ fee: { kind: 'amounts', items: [{ what: '', rupiah: 5000 }] } }, 'fee')).toBe(
      'incomplete fee-purpose-missing',
    );
    expect(stateOf({ procedure: ['Datang'] }, 'procedure')).toBe('incomplete one-step-only');
    expect(stateOf({ product: 'Sesuai ketentuan yang berlaku.' }, 'product')).toBe('incomplete placeholder-only');
    expect(stateOf({ legalBasis: ['-', 'n/a'] }, 'legalBasis')).toBe('incomplete placeholder-only');
    expect(stateOf({ staffCount: 0 }, 'staffCount')).toBe('incomplete no-staff');
    const handling = { channels: [{ kind: 'phone' as const, value: '123' }], officerPosition: '', days: null };
    expect(stateOf({ complaintHandling: handling }, 'complaintHandling')).toBe('incomplete officer-missing days-missing');
  });

  test('counts exactly: stated, incomplete and not stated are all fourteen, and the missing are the rest', () => {
    let incomplete = 0;
    fc.assert(
      fc.property(anyStandard, (standard) => {
        const { all, delivery, components, missing } = completeness(standard);
        incomplete += components.filter(({ state }) => state === 'incomplete').length;
        expect(components.map(({ code }) => code)).toEqual(COMPONENT_CODES);
        expect(all.stated + missing.length).toBe(14);
        expect(delivery.stated).toBeLessThanOrEqual(Math.min(6, all.stated));
        for (const { state, why } of components) expect(why.length > 0).toBe(state === 'incomplete');
      }),
    );
    expect(incomplete).toBeGreaterThan(20);
  });

  test('filling in one component never lowers the count', () => {
    fc.assert(
      fc.property(anyStandard, fc.constantFrom(...COMPONENT_CODES), (standard, code) => {
        const filled = { ...standard, [code]: WHOLE_STANDARD[code] };
        expect(completeness(filled).all.stated).toBeGreaterThanOrEqual(completeness(standard).all.stated);
      }),
    );
  });

  test('sums are exact', () => {
    expect(sumCounts([])).toEqual({ stated: 0, of: 0 });
    expect(
      sumCounts([
        { stated: 3, of: 14 },
        { stated: 14, of: 14 },
      ]),
    ).toEqual({ stated: 17, of: 28 });
  });
});

const particulars = {
  name: 'Kartu identitas anak',
  field: 'civil-registry',
  channel: 'counter',
  onlineAddress: '',
  decreeNumber: '',
  decreeOn: null,
  ownerPosition: '',
} as const;
const contentWith = (standard: Standard): ServiceContent => ({ ...particulars, standard });
const versionWith = (change: Partial<ServiceVersion>): ServiceVersion => ({
  ...contentWith(WHOLE_STANDARD),
  serviceId: 'x',
  version: 1,
  state: 'published',
  validFrom: Temporal.PlainDate.from('2026-01-01'),
  withdrawnOn: null,
  withdrawnReason: '',
  note: '',
  publishedAt: null,
  revision: 1,
  updatedAt: Temporal.Instant.from('2026-01-01T00:00:00Z'),
  ...change,
});

describe('a standard as text', () => {
  test('every component reads back as it was told', () => {
    let told = 0;
    fc.assert(
      fc.property(anyStandard, fc.constantFrom(...COMPONENT_CODES), (standard, code) => {
        const lines = tellComponent(code, standard, 'id');
        const read = readComponent(code, lines.join('\n'));
        expect(read.ok && read.value[code]).toEqual(standard[code]);
        told += lines.length;
      }),
      { numRuns: 500 },
    );
    expect(told).toBeGreaterThan(300);
  });

  test('is in its normal form after one pass', () => {
    fc.assert(
      fc.property(anyStandard, (standard) => {
        expect(normalStandard(standard)).toEqual(standard);
      }),
    );
  });

  test('writes rupiah as each language does, and reads them', () => {
    expect([tellRupiah(1_250_000, 'id'), tellRupiah(500, 'id'), tellRupiah(25_000, 'en')]).toEqual([
      'Rp1.250.000',
      'Rp500',
      'Rp25,000',
    ]);
    expect(['25.000', '25000', 'Rp 25.000', '2.50', '25,5', '0', '-5', '1.0000'].map(readRupiah)).toEqual([
      25_000,
      25_000,
      25_000,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a row of the table', () => {
  const service = { number: '1000001', agencyCode: '51.05.dukcapil', agencyName: 'Dinas' };

  test('says the same when it comes back', () => {
    fc.assert(
      fc.property(anyStandard, (standard) => {
        const version = versionWith({ standard });
        const { content } = contentOfCells(cellsOf(service, version, 0), undefined);
        expect(content).toEqual(contentWith(standard));
      }),
      { numRuns: 300 },
    );
  });

  test('has no cell that a spreadsheet would run, and guarding loses nothing', () => {
    const start = fc.constantFrom('', "'", "''", '=', '+', '-', '@', '\t', '\r', '＝', "'=", 'a');
    fc.assert(
      fc.property(start, fc.string(), (first, rest) => {
        const cell = first + rest;
        expect(guarded(cell)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
        expect(unguarded(guarded(cell))).toBe(cell);
      }),
    );
  });

  test('leaves alone what the table has no column for, and empties what an empty cell says', () => {
    const before = contentWith(WHOLE_STANDARD);
    const cells = { nama_layanan: 'KIA', bidang: 'kesehatan', kanal: 'Daring', alamat_daring: 'https://x.example', produk: '' };
    const { content, problems } = contentOfCells(cells, before);
    expect(problems).toEqual([]);
    expect(content).toEqual({
      ...before,
      name: 'KIA',
      field: 'health',
      channel: 'online',
      onlineAddress: 'https://x.example',
      standard: { ...WHOLE_STANDARD, product: '' },
    });
  });

  test('names the columns that are wrong', () => {
    const cells = {
      nama_layanan: '',
      bidang: 'sihir',
      kanal: 'Daring',
      alamat_daring: 'javascript:alert(1)',
      tanggal_sk: '31/02/2025',
      jangka_waktu: 'sebentar',
      biaya: 'Rp -5',
      jumlah_pelaksana: '-1',
    };
    const { problems } = contentOfCells(cells, undefined);
    expect(problems.map(({ column }) => column).toSorted()).toEqual(
      ['nama_layanan', 'bidang', 'alamat_daring', 'tanggal_sk', 'jangka_waktu', 'biaya', 'jumlah_pelaksana'].toSorted(),
    );
  });

  test('the line of names tells unknown, missing and doubled columns, and which mark parts them', () => {
    expect(problemsOfHeader(['kode_instansi', 'nama_layanan', 'bidang', 'bidang', 'hantu'])).toEqual([
      { kind: 'unknown', column: 'hantu' },
      { kind: 'missing', column: 'kanal' },
      { kind: 'double', column: 'bidang' },
    ]);
    expect(['a;b;c', 'a,b,c', 'a\tb', '"a;b;c",d,e'].map(delimiterOf)).toEqual([';', ',', '\t', ',']);
  });
});

describe('versions', () => {
  const day = (text: string) => Temporal.PlainDate.from(text);

  test('the one in force is the last whose day has come, until it is withdrawn', () => {
    const first = versionWith({ version: 1, validFrom: day('2026-01-01'), withdrawnOn: day('2026-05-01'), state: 'withdrawn' });
    const second = versionWith({ version: 2, validFrom: day('2026-03-01'), withdrawnOn: day('2026-05-01'), state: 'withdrawn' });
    const draft = versionWith({ version: 3, state: 'draft', validFrom: null });
    const all = [draft, second, first];
    const on = (text: string) => versionOn(all, day(text))?.version;
    expect(['2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01', '2026-04-30', '2026-05-01'].map(on)).toEqual([
      undefined,
      1,
      1,
      2,
      2,
      undefined,
    ]);
  });

  test('differences show what came and what went, line by line', () => {
    const after = contentWith({
      ...WHOLE_STANDARD,
      procedure: [WHOLE_STANDARD.procedure[0] ?? '', 'Bayar', 'Pemohon menerima dokumen'],
    });
    expect(differenceOf(contentWith(WHOLE_STANDARD), after, 'id')).toEqual([
      {
        what: 'procedure',
        lines: [
          { kind: 'same', text: 'Pemohon menyerahkan berkas di loket' },
          { kind: 'removed', text: 'Petugas memeriksa berkas' },
          { kind: 'added', text: 'Bayar' },
          { kind: 'same', text: 'Pemohon menerima dokumen' },
        ],
      },
    ]);
  });

  test('a difference gives back both sides', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const changes = compareLines(before, after);
        const without = (kind: string) => changes.filter((change) => change.kind !== kind).map(({ text }) => text);
        expect(without('added')).toEqual(before);
        expect(without('removed')).toEqual(after);
      }),
    );
  });
});
