/** The table of services as CSV: its columns, and how a cell is kept from being run as a formula by a spreadsheet. */
import { COMPONENT_CODES, COMPONENTS, type ComponentCode } from './components.ts';

/** Columns that say which service it is, and its particulars. `instansi` is for the eye. */
export const PARTICULAR_COLUMNS = [
  'nomor',
  'kode_instansi',
  'instansi',
  'nama_layanan',
  'bidang',
  'kanal',
  'alamat_daring',
  'nomor_sk',
  'tanggal_sk',
  'penanggung_jawab',
] as const;

export const COMPONENT_COLUMNS: Readonly<Record<ComponentCode, string>> = {
  requirements: 'persyaratan',
  procedure: 'prosedur',
  duration: 'jangka_waktu',
  fee: 'biaya',
  product: 'produk',
  complaintHandling: 'pengaduan',
  legalBasis: 'dasar_hukum',
  facilities: 'sarana_prasarana',
  competence: 'kompetensi_pelaksana',
  supervision: 'pengawasan_internal',
  staffCount: 'jumlah_pelaksana',
  serviceGuarantee: 'jaminan_pelayanan',
  safetyGuarantee: 'jaminan_keamanan',
  evaluation: 'evaluasi_kinerja',
};

/** Told by the record, ignored when read back. */
export const TOLD_COLUMNS = ['versi', 'status', 'berlaku_mulai', 'komponen_dinyatakan'] as const;

/** Without these a row says nothing. */
export const REQUIRED_COLUMNS = ['kode_instansi', 'nama_layanan', 'bidang', 'kanal'] as const;

export const OFFICER_COLUMNS: readonly string[] = [
  ...PARTICULAR_COLUMNS,
  ...COMPONENT_CODES.map((code) => COMPONENT_COLUMNS[code]),
  ...TOLD_COLUMNS,
];

export const PUBLIC_COLUMNS: readonly string[] = [
  ...PARTICULAR_COLUMNS.filter((column) => column !== 'penanggung_jawab'),
  ...COMPONENT_CODES.filter((code) => COMPONENTS[code].side === 'delivery').map((code) => COMPONENT_COLUMNS[code]),
  ...TOLD_COLUMNS,
];

/** A cell a spreadsheet would run: = + - @, their full-width forms, tab and carriage return; also one that was guarded before. */
const WOULD_RUN = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** Puts an apostrophe before a cell that would be run; `unguarded` takes it off again, so that nothing is lost on the way. */
export function guarded(cell: string): string {
  return WOULD_RUN.test(cell) ? `'${cell}` : cell;
}

export function unguarded(cell: string): string {
  return cell.startsWith("'") && WOULD_RUN.test(cell.slice(1)) ? cell.slice(1) : cell;
}

export interface HeaderProblem {
  readonly kind: 'unknown' | 'missing' | 'double';
  readonly column: string;
}

/** What is wrong with the names of the columns; nothing when the table can be read. */
export function problemsOfHeader(columns: readonly string[]): HeaderProblem[] {
  const known = new Set(OFFICER_COLUMNS);
  return [
    ...columns.filter((column) => !known.has(column)).map((column) => ({ kind: 'unknown' as const, column })),
    ...REQUIRED_COLUMNS.filter((column) => !columns.includes(column)).map((column) => ({ kind: 'missing' as const, column })),
    ...[...new Set(columns.filter((column, index) => columns.indexOf(column) !== index))].map((column) => ({
      kind: 'double' as const,
      column,
    })),
  ];
}

/** Semicolons as Indonesian spreadsheets write them, commas, or tabs: whichever the line of names has most of. */
export function delimiterOf(header: string): ';' | ',' | '\t' {
  const bare = header.replaceAll(/"[^"]*"/g, '');
  const count = (mark: string) => bare.split(mark).length - 1;
  return count(';') >= Math.max(count(','), count('\t')) ? ';' : count('\t') > count(',') ? '\t' : ',';
}
