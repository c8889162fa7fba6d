/**
 * The columns of a plan as a table, as data: what is downloaded, filled in offline and read back. A code is the name of the field a flaw of a line
 * names (rules/lines/promise.ts), so that what is wrong is told at its cell. Pure.
 */
import type { Label } from '../../../kernel/language.ts';

export type ColumnKind =
  | 'key'
  | 'number'
  | 'year'
  | 'text'
  | 'amount'
  | 'money'
  | 'day'
  | 'choice'
  | 'agency'
  | 'agencies'
  | 'yes-no';

/** `line` = what is promised; `why` = why it is changed; `report` = progress as its owner says it, empty when downloaded; `told` = only to be read. */
export type ColumnUse = 'line' | 'why' | 'report' | 'told';

export interface Column {
  readonly code: string;
  readonly title: Label;
  readonly kind: ColumnKind;
  readonly use: ColumnUse;
  /** In characters, for a spreadsheet. */
  readonly width: number;
  /** What to write, for the sheet of instructions. */
  readonly how: Label;
  /** A new line needs it. */
  readonly needed?: true;
  /** Only plans of a kind with factors have it. */
  readonly ofFactors?: true;
}

const ONLY_READ: Label = {
  id: 'Hanya untuk dibaca. Perubahan di kolom ini tidak dibaca.',
  en: 'For reading only. What is changed in this column is not read.',
};
const CUMULATIVE: Label = {
  id: 'Angka tanpa satuan, kumulatif sejak awal tahun. Kosong = belum ada yang jatuh tempo.',
  en: 'A number without its unit, cumulative since the beginning of the year. Empty = nothing is due by then.',
};
const CHOOSE: Label = { id: 'Pilih dari daftar di sel.', en: 'Choose from the list in the cell.' };

export const COLUMNS = [
  {
    ...{ code: 'key', kind: 'key', use: 'told', width: 20, title: { id: 'Kunci baris', en: 'Line key' } },
    how: {
      id: 'Jangan diubah. Dari sini diketahui baris mana yang Anda ubah. Kosongkan untuk baris baru.',
      en: 'Leave as it is. It says which line you changed. Leave it empty for a new line.',
    },
  },
  { ...{ code: 'number', kind: 'number', use: 'told', width: 6, title: { id: 'No.', en: 'No.' } }, how: ONLY_READ },
  {
    ...{ code: 'activity', kind: 'text', use: 'line', width: 44, needed: true, title: { id: 'Kegiatan', en: 'Activity' } },
    how: { id: 'Apa yang dikerjakan, satu kegiatan per baris.', en: 'What is to be done, one activity a line.' },
  },
  {
    ...{ code: 'programme', kind: 'choice', use: 'line', width: 30, needed: true },
    ...{ title: { id: 'Ruang lingkup', en: 'Programme' }, how: CHOOSE },
  },
  {
    ...{ code: 'factor', kind: 'choice', use: 'line', width: 24, needed: true, ofFactors: true },
    ...{ title: { id: 'Faktor keberhasilan', en: 'Factor of success' }, how: CHOOSE },
  },
  {
    ...{ code: 'form', kind: 'choice', use: 'line', width: 16, title: { id: 'Bentuk', en: 'Form' } },
    how: { id: 'Pilih dari daftar di sel. Kosong = kegiatan.', en: 'Choose from the list in the cell. Empty = activity.' },
  },
  {
    ...{ code: 'year', kind: 'year', use: 'line', width: 8, title: { id: 'Tahun', en: 'Year' } },
    how: {
      id: 'Tahun target, empat angka. Kosong = tahun tenggat.',
      en: 'The year of the targets, four digits. Empty = that of the due day.',
    },
  },
  {
    ...{ code: 'output', kind: 'text', use: 'line', width: 34, title: { id: 'Keluaran', en: 'Output' } },
    how: { id: 'Apa yang dihasilkan.', en: 'What comes of it.' },
  },
  {
    ...{ code: 'indicator', kind: 'text', use: 'line', width: 30, title: { id: 'Indikator', en: 'Indicator' } },
    how: { id: 'Apa yang dihitung.', en: 'What is counted.' },
  },
  {
    ...{ code: 'unit', kind: 'text', use: 'line', width: 14, title: { id: 'Satuan', en: 'Unit' } },
    how: { id: 'Satuan indikator: layanan, orang, persen.', en: 'The unit of the indicator: services, people, per cent.' },
  },
  {
    ...{ code: 'direction', kind: 'choice', use: 'line', width: 24, title: { id: 'Arah', en: 'Direction' } },
    how: {
      id: 'Apakah makin besar atau makin kecil yang lebih baik. Kosong = makin besar makin baik.',
      en: 'Whether more is better or less. Empty = the more the better.',
    },
  },
  {
    ...{ code: 'baseline', kind: 'amount', use: 'line', width: 12, title: { id: 'Nilai awal', en: 'Baseline' } },
    how: { id: 'Angka sebelum kegiatan dimulai.', en: 'The number before the activity begins.' },
  },
  target(1, 'I'),
  target(2, 'II'),
  target(3, 'III'),
  target(4, 'IV'),
  {
    ...{ code: 'startsOn', kind: 'day', use: 'line', width: 13, needed: true, title: { id: 'Mulai', en: 'Begins' } },
    how: { id: 'Tanggal, misalnya 31/03/2026.', en: 'A day, for example 31/03/2026.' },
  },
  {
    ...{ code: 'dueOn', kind: 'day', use: 'line', width: 13, needed: true, title: { id: 'Tenggat', en: 'Due' } },
    how: {
      id: 'Tanggal, misalnya 30/11/2026.',
      en: 'A day, for example 30/11/2026.',
    },
  },
  {
    ...{ code: 'owner', kind: 'agency', use: 'line', width: 34, needed: true },
    title: { id: 'Penanggung jawab', en: 'Responsible' },
    how: {
      id: 'Instansi yang melaksanakan: pihak dalam dokumen atau unit di bawahnya. Pilih dari daftar di sel.',
      en: 'The agency that carries it out: a party or an office below one. Choose from the list in the cell.',
    },
  },
  {
    ...{ code: 'ownerPosition', kind: 'text', use: 'line', width: 24 },
    title: { id: 'Jabatan penanggung jawab', en: 'Position responsible' },
    how: { id: 'Jabatannya, bukan nama orang: Kepala Dinas.', en: 'The position, not a person: Head of office.' },
  },
  {
    ...{ code: 'other', kind: 'agency', use: 'line', width: 34 },
    title: { id: 'Yang mengonfirmasi', en: 'Who confirms' },
    how: {
      id: 'Instansi pihak lain yang mengonfirmasi. Kosong = pihak-pihak lain dalam dokumen.',
      en: 'The agency of the other side that confirms. Empty = the other parties.',
    },
  },
  {
    ...{ code: 'otherPosition', kind: 'text', use: 'line', width: 24 },
    title: { id: 'Jabatan yang mengonfirmasi', en: 'Position that confirms' },
    how: { id: 'Jabatannya, bukan nama orang.', en: 'The position, not a person.' },
  },
  {
    ...{ code: 'supporting', kind: 'agencies', use: 'line', width: 34 },
    title: { id: 'Instansi pendukung', en: 'Supporting offices' },
    how: {
      id: 'Nama instansi persis seperti di lembar daftar, dipisahkan titik koma.',
      en: 'Names of agencies exactly as on the sheet of lists, separated by semicolons.',
    },
  },
  {
    ...{ code: 'place', kind: 'text', use: 'line', width: 20, title: { id: 'Tempat', en: 'Place' } },
    how: { id: 'Bila kegiatan ada tempatnya.', en: 'When the activity has a place.' },
  },
  {
    ...{ code: 'budgetSource', kind: 'text', use: 'line', width: 20, title: { id: 'Sumber anggaran', en: 'Source of funds' } },
    how: { id: 'Misalnya APBD.', en: 'For example APBD.' },
  },
  {
    ...{ code: 'budgetAmount', kind: 'money', use: 'line', width: 18, title: { id: 'Anggaran (Rp)', en: 'Budget (Rp)' } },
    how: {
      id: 'Rupiah bulat. 0 = tidak perlu anggaran; kosong = belum disebut.',
      en: 'Whole rupiah. 0 = nothing is needed; empty = not stated.',
    },
  },
  {
    ...{
      code: 'evidenceAsked',
      kind: 'text',
      use: 'line',
      width: 26,
      title: { id: 'Bukti dukung yang diminta', en: 'Evidence asked for' },
    },
    how: { id: 'Misalnya SK, foto, daftar hadir.', en: 'For example a decree, photos, a list of attendance.' },
  },
  {
    ...{ code: 'isPriority', kind: 'yes-no', use: 'line', width: 12 },
    title: { id: 'Prioritas kepala daerah', en: 'Priority of the regional head' },
    how: { id: 'ya atau tidak.', en: 'yes or no.' },
  },
  {
    ...{ code: 'reason', kind: 'text', use: 'why', width: 30, title: { id: 'Alasan perubahan', en: 'Reason for the change' } },
    how: {
      id: 'Wajib bila baris diubah sesudah dokumen ditandatangani. Isi dan tenggat yang lama tetap terlihat.',
      en: 'Needed when a line is changed after signing. What it said before, and the old due day, stay visible.',
    },
  },
  { ...{ code: 'state', kind: 'text', use: 'told', width: 20, title: { id: 'Keadaan', en: 'State' } }, how: ONLY_READ },
  {
    ...{ code: 'confirmed', kind: 'amount', use: 'told', width: 12, title: { id: 'Capaian dikonfirmasi', en: 'Confirmed' } },
    how: ONLY_READ,
  },
  {
    ...{ code: 'reported', kind: 'amount', use: 'told', width: 12, title: { id: 'Capaian dilaporkan', en: 'Reported' } },
    how: ONLY_READ,
  },
  {
    ...{
      code: 'achieved',
      kind: 'amount',
      use: 'report',
      width: 14,
      title: { id: 'LAPOR: capaian sampai kini', en: 'REPORT: achieved so far' },
    },
    how: {
      id: 'Untuk penanggung jawab: capaian kumulatif. Baris tanpa target: persen pekerjaan (0 sampai 100).',
      en: 'For whoever is responsible: what is achieved so far, cumulative. A line without targets: per cent of the work (0 to 100).',
    },
  },
  {
    ...{ code: 'asOf', kind: 'day', use: 'report', width: 13, title: { id: 'LAPOR: per tanggal', en: 'REPORT: as of' } },
    how: { id: 'Kosong = hari berkas diunggah.', en: 'Empty = the day the file is uploaded.' },
  },
  {
    ...{
      code: 'done',
      kind: 'text',
      use: 'report',
      width: 40,
      title: { id: 'LAPOR: yang sudah dikerjakan', en: 'REPORT: what was done' },
    },
    how: {
      id: 'Wajib bila melaporkan capaian. Bukti diunggah di halaman baris.',
      en: 'Needed with a report. Evidence is uploaded on the page of the line.',
    },
  },
  {
    ...{
      code: 'isLast',
      kind: 'yes-no',
      use: 'report',
      width: 12,
      title: { id: 'LAPOR: sudah selesai?', en: 'REPORT: finished?' },
    },
    how: {
      id: 'ya = ini laporan terakhir dan menunggu konfirmasi.',
      en: 'yes = this is the last report and waits to be confirmed.',
    },
  },
] as const satisfies readonly Column[];

function target<const Quarter extends 1 | 2 | 3 | 4>(quarter: Quarter, roman: string) {
  const title = { id: `Target s.d. triwulan ${roman}`, en: `Target by end of Q${quarter}` };
  return { code: `target${quarter}`, kind: 'amount', use: 'line', width: 12, title, how: CUMULATIVE } as const;
}

export type ColumnCode = (typeof COLUMNS)[number]['code'];

/** What a row says, by column: canonical (amounts '12.5', days '2026-03-31', codes, ids) and the same in every language. '' = empty. */
export type Cells = Readonly<Partial<Record<ColumnCode, string>>>;

const ALL: readonly Column[] = COLUMNS;
const BY_CODE = new Map(ALL.map((column) => [column.code, column]));

export function column(code: ColumnCode): Column {
  return BY_CODE.get(code) as Column;
}

/** The columns a plan has, in their order. */
export function columnsOf(plan: { readonly hasFactors: boolean }): readonly (Column & { readonly code: ColumnCode })[] {
  return (ALL as readonly (Column & { readonly code: ColumnCode })[]).filter(
    ({ ofFactors }) => ofFactors !== true || plan.hasFactors,
  );
}

/** Columns in which a difference is looked for. */
export const LINE_COLUMNS = COLUMNS.filter(({ use }) => use === 'line').map(({ code }) => code);
export const REPORT_COLUMNS = COLUMNS.filter(({ use }) => use === 'report').map(({ code }) => code);

/** A heading as people leave it: letters and digits only, so that a lost dot or line break does not lose a column. */
const bare = (heading: string): string => heading.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

const HEADINGS = new Map<string, ColumnCode>(
  COLUMNS.flatMap(({ code, title }) => [bare(code), bare(title.id), bare(title.en)].map((text) => [text, code] as const)),
);

/** The column a heading names, in either language; `undefined` = none of ours. */
export function columnOfHeading(heading: string): ColumnCode | undefined {
  return HEADINGS.get(bare(heading));
}
