/** The table of agreements as CSV: its columns, and how a cell is kept from being run as a formula by a spreadsheet. */
import type { Label } from '../../../kernel/language.ts';

/** In the order of the table. What they hold is told to whoever fills the table in. */
export const TABLE_COLUMNS = {
  kode: {
    id: 'Kode di aplikasi ini. Kosongkan untuk dokumen baru.',
    en: 'The code in this application. Leave empty for a new document.',
  },
  jenis: {
    id: 'Nota kesepakatan, Nota kesepahaman, Rencana kerja, PKS, Komitmen, atau RAD.',
    en: 'Nota kesepakatan, Nota kesepahaman, Rencana kerja, PKS, Komitmen or RAD.',
  },
  judul: { id: 'Judul dokumen.', en: 'The title.' },
  kode_pihak: {
    id: 'Kode instansi para pihak menurut urutan naskah, misalnya ori.kepulauan-riau|21.01. Pihak di luar direktori ditulis dengan bintang: *Universitas Contoh.',
    en: 'Codes of the parties in the order of the text, for example ori.kepulauan-riau|21.01. A body outside the directory is written with a star: *Universitas Contoh.',
  },
  nama_pihak: { id: 'Hanya keterangan, tidak dibaca.', en: 'For the eye, not read.' },
  nomor_dokumen: {
    id: 'Nomor dari setiap pihak menurut urutan yang sama; kosong bila tidak diketahui.',
    en: 'The number of each party in the same order; empty when not known.',
  },
  ruang_lingkup: {
    id: 'Nama atau kode ruang lingkup, dipisahkan |.',
    en: 'Names or codes of programmes, separated by |.',
  },
  tahun_mulai: { id: 'Tahun rencana; kosong untuk nota kesepakatan.', en: 'Year of the plan; empty for a memorandum.' },
  tahun_akhir: { id: 'Tahun terakhir rencana.', en: 'Last year of the plan.' },
  tempat: { id: 'Tempat penandatanganan.', en: 'Place of signing.' },
  tanggal_tanda_tangan: { id: 'Misalnya 2025-09-15.', en: 'For example 2025-09-15.' },
  mulai_berlaku: { id: 'Hari pertama berlaku.', en: 'First day in force.' },
  berlaku_sampai: {
    id: 'Hari terakhir berlaku; kosong bila tanpa batas waktu.',
    en: 'Last day in force; empty when without an end.',
  },
  penanda_tangan: {
    id: 'Jabatan: nama, untuk setiap pihak menurut urutan yang sama.',
    en: 'Position: name, for each party in the same order.',
  },
  saksi: { id: 'Jabatan: nama, dipisahkan |.', en: 'Position: name, separated by |.' },
  narahubung: {
    id: 'Jabatan <surel kantor>, untuk setiap pihak menurut urutan yang sama.',
    en: 'Position <office mail>, for each party in the same order.',
  },
  dasar: { id: 'Dasar hukum.', en: 'Legal basis.' },
  tujuan: { id: 'Maksud dan tujuan.', en: 'Purpose.' },
  kode_induk: { id: 'Kode nota kesepakatan yang dilaksanakan.', en: 'Code of the memorandum it carries out.' },
  kode_pendahulu: { id: 'Kode dokumen yang dilanjutkan.', en: 'Code of the document it continues.' },
  kode_penyimpan: {
    id: 'Kode instansi yang menyimpan; kosong = instansi Anda.',
    en: 'Code of the agency that keeps it; empty = yours.',
  },
  sumber: { id: 'Dari mana data ini berasal.', en: 'Where the facts come from.' },
  berkas_pindaian: { id: 'Nama berkas PDF yang akan diunggah kemudian.', en: 'Name of the PDF that will be uploaded later.' },
  keadaan: { id: 'Hanya keterangan, tidak dibaca.', en: 'For the eye, not read.' },
} as const satisfies Record<string, Label>;

export type TableColumn = keyof typeof TABLE_COLUMNS;
export const TABLE_COLUMN_NAMES = Object.keys(TABLE_COLUMNS) as TableColumn[];

/** Told by the record, ignored when read back. */
export const TOLD_COLUMNS: readonly TableColumn[] = ['nama_pihak', 'keadaan'];

/** Without these a row says nothing. */
export const REQUIRED_COLUMNS: readonly TableColumn[] = [
  'jenis',
  'judul',
  'kode_pihak',
  'tanggal_tanda_tangan',
  'mulai_berlaku',
  'sumber',
];

export const MOST_ROWS = 1000;

/** A cell a spreadsheet would run: = + - @, their full-width forms, tab and carriage return; also one that was guarded before. */
const WOULD_RUN = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

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

export function headerProblems(columns: readonly string[]): readonly HeaderProblem[] {
  const known: readonly string[] = TABLE_COLUMN_NAMES;
  return [
    ...columns.filter((column) => !known.includes(column)).map((column) => ({ kind: 'unknown' as const, column })),
    ...REQUIRED_COLUMNS.filter((column) => !columns.includes(column)).map((column) => ({ kind: 'missing' as const, column })),
    ...[...new Set(columns.filter((column, index) => columns.indexOf(column) !== index))].map((column) => ({
      kind: 'double' as const,
      column,
    })),
  ];
}
