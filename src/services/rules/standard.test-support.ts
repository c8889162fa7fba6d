/** Standards for tests: any at all, and one that says everything. */
import fc from 'fast-check';
import { normalStandard } from './normal-standard.ts';
import { COMPLAINT_CHANNELS, DURATION_UNITS, type Standard } from './standard.ts';

const line = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    '-',
    'ada',
    '=1+1',
    '@SUM(A1)',
    "'=x",
    'Fotokopi KTP',
    'a: b',
    'Rp5: x',
    'Menurut hati',
    'Petugas: dia',
    '; ","',
  ),
);
const lines = fc.array(line, { maxLength: 5 });
const text = fc.array(line, { maxLength: 3 }).map((all) => all.join('\n'));

/** In normal form, as everything that is kept. */
export const anyStandard: fc.Arbitrary<Standard> = fc
  .record({
    requirements: fc.oneof(
      fc.constant({ kind: 'not-stated' as const }),
      fc.constant({ kind: 'none' as const }),
      lines.map((all) => ({ kind: 'list' as const, lines: all })),
    ),
    procedure: lines,
    duration: fc.oneof(
      fc.constant({ kind: 'not-stated' as const }),
      fc.record({
        kind: fc.constant('stated' as const),
        value: fc.integer({ min: 1, max: 10_000 }),
        unit: fc.constantFrom(...DURATION_UNITS),
        note: line,
      }),
    ),
    fee: fc.oneof(
      fc.constant({ kind: 'not-stated' as const }),
      fc.constant({ kind: 'free' as const }),
      line.map((citation) => ({ kind: 'regulation' as const, citation })),
      fc
        .array(fc.record({ what: line, rupiah: fc.integer({ min: 1, max: 100_000_000_000 }) }), { maxLength: 4 })
        .map((items) => ({ kind: 'amounts' as const, items })),
    ),
    product: text,
    complaintHandling: fc.record({
      channels: fc.array(fc.record({ kind: fc.constantFrom(...COMPLAINT_CHANNELS), value: line }), { maxLength: 4 }),
      officerPosition: line,
      days: fc.option(fc.integer({ min: 0, max: 100_000 })),
    }),
    legalBasis: lines,
    facilities: lines,
    competence: text,
    supervision: text,
    staffCount: fc.option(fc.integer({ min: 0, max: 100_000 })),
    serviceGuarantee: text,
    safetyGuarantee: text,
    evaluation: text,
  })
  .map(normalStandard);

export const WHOLE_STANDARD: Standard = {
  requirements: { kind: 'list', lines: ['Fotokopi KTP', 'Surat pengantar dari desa'] },
  procedure: ['Pemohon menyerahkan berkas di loket', 'Petugas memeriksa berkas', 'Pemohon menerima dokumen'],
  duration: { kind: 'stated', value: 3, unit: 'working-day', note: '' },
  fee: { kind: 'free' },
  product: 'Kartu identitas anak',
  complaintHandling: {
    channels: [{ kind: 'phone', value: '(0366) 000000' }],
    officerPosition: 'Kepala Seksi Pengaduan',
    days: 5,
  },
  legalBasis: ['UU 25/2009 tentang Pelayanan Publik'],
  facilities: ['Ruang tunggu dengan jalur kursi roda'],
  competence: 'Memahami peraturan administrasi kependudukan',
  supervision: 'Kepala bidang memeriksa setiap minggu',
  staffCount: 4,
  serviceGuarantee: 'Berkas lengkap selesai tepat waktu',
  safetyGuarantee: 'Dokumen dicetak pada blangko resmi',
  evaluation: 'Setiap semester',
};
