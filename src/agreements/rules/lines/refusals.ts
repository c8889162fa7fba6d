/** Refusals of lines, reports and shifts; merged into the room's catalogue. */
import type { RefusalCatalogue } from '../../../kernel/result.ts';

export const LINE_REFUSALS = {
  'agreement.targets-out-of-order': {
    kind: 'invalid',
    id: 'Target bersifat kumulatif: target triwulan berikutnya tidak boleh mundur dari yang sebelumnya.',
    en: 'Targets are cumulative: a later quarter may not fall behind the one before it.',
  },
  'agreement.amount-ambiguous': {
    kind: 'invalid',
    id: 'Angka ini dapat berarti dua hal: titik dapat memisahkan ribuan atau desimal. Tulis misalnya 1250 atau 1,25.',
    en: 'This number can mean two things: the dot may separate thousands or decimals. Write for example 1250 or 1.25.',
  },
  'agreement.line-days-out-of-order': {
    kind: 'invalid',
    id: 'Tenggat tidak boleh sebelum hari mulai.',
    en: 'The due day may not come before the day it begins.',
  },
  'agreement.line-year': {
    kind: 'invalid',
    id: 'Tahun target harus di antara tahun mulai dan tahun tenggat.',
    en: 'The year of the targets must lie between the years it begins and is due.',
  },
  'agreement.other-is-owner': {
    kind: 'invalid',
    id: 'Yang mengonfirmasi harus pihak lain, bukan pihak yang mengerjakan.',
    en: 'Whoever confirms must be another party than the one that does the work.',
  },
  'agreement.supporting-unknown': {
    kind: 'invalid',
    id: 'Pilih instansi pendukung dari daftar, paling banyak 20.',
    en: 'Choose supporting offices from the list, at most 20.',
  },
  'agreement.source-taken': {
    kind: 'conflict',
    id: 'Temuan atau kewajiban ini sudah menjadi baris rencana lain.',
    en: 'Another line of a plan has taken this item or obligation up already.',
  },
  'agreement.too-many-lines': {
    kind: 'invalid',
    id: 'Satu rencana memuat paling banyak 2.000 baris. Bagi menjadi rencana per tahun.',
    en: 'A plan holds at most 2,000 lines. Divide it into plans of a year.',
  },
  'agreement.line-settled': {
    kind: 'conflict',
    id: 'Baris yang sudah dilaporkan selesai, dikonfirmasi atau dibatalkan tidak diubah lagi. Minta pihak lain membukanya dulu.',
    en: 'A line that is reported as done, confirmed or dropped is no longer changed. Ask the other side to open it again first.',
  },
  'agreement.percent-wrong': {
    kind: 'invalid',
    id: 'Isi persentase dari 0 sampai 100.',
    en: 'Give a percentage from 0 to 100.',
  },
  'agreement.as-of-future': { kind: 'invalid', id: 'Tanggal keadaan belum tiba.', en: 'That day has not come yet.' },
  'agreement.as-of-early': {
    kind: 'invalid',
    id: 'Tanggal keadaan tidak boleh sebelum laporan yang sudah dikonfirmasi.',
    en: 'The day may not come before that of the report already confirmed.',
  },
  'agreement.nothing-new': {
    kind: 'invalid',
    id: 'Angka dan tanggal ini sama dengan yang sudah dikonfirmasi.',
    en: 'This amount on this day is confirmed already.',
  },
  'agreement.too-many-files': {
    kind: 'invalid',
    id: 'Paling banyak 10 berkas dalam satu laporan.',
    en: 'At most 10 files in one report.',
  },
  'agreement.evidence-missing': {
    kind: 'invalid',
    id: 'Baris ini meminta bukti dukung. Lampirkan sedikitnya satu berkas sebelum melaporkannya selesai.',
    en: 'This line asks for evidence. Attach at least one file before reporting it as done.',
  },
  'agreement.shortfall-missing': {
    kind: 'invalid',
    id: 'Capaian ini di bawah target akhir. Tuliskan pada halaman barisnya mengapa berakhir di bawah target, atau jangan laporkan sebagai selesai.',
    en: 'This is below the final target. Write on the page of the line why it ends below it, or do not report it as done.',
  },
  'agreement.shift-past-term': {
    kind: 'invalid',
    id: 'Tenggat baru melewati hari terakhir dokumen. Bawa sisanya ke rencana berikutnya saat perpanjangan.',
    en: 'The new due day lies after the last day of the agreement. Carry the rest over into the plan that follows.',
  },
  'agreement.nothing-waits': {
    kind: 'conflict',
    id: 'Tidak ada laporan kemajuan yang menunggu. Muat ulang halaman untuk melihat keadaan terbaru.',
    en: 'No report of progress is waiting. Reload the page to see how it stands.',
  },
} as const satisfies RefusalCatalogue<string>;
