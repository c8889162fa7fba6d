/** Words of the workbook itself: what its sheets are called and how it is filled in. */
import type { Language } from '../../../kernel/language.ts';
import { dayOf, type Moment, type Zone, zoneAbbreviation } from '../../../kernel/time.ts';

const clock = (at: Moment, zone: Zone): string =>
  `${at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })} ${zoneAbbreviation(zone)}`;

const day = (at: Moment, zone: Zone): string => dayOf(at, zone).toString().split('-').toReversed().join('/');

const id = {
  plan: 'Rencana kerja',
  instructions: 'Petunjuk',
  lists: 'Daftar',
  howTitle: 'Cara mengisi',
  description: 'Rencana kerja untuk diisi luring dan diunggah kembali ke Tuntas.',
  notListed: 'Isi ini tidak ada dalam daftar. Tuntas akan menandainya saat berkas diunggah.',
  steps: [
    'Ubah sel yang perlu diubah di lembar "Rencana kerja". Kolom abu-abu hanya untuk dibaca; kolom hijau untuk melaporkan capaian.',
    'Jangan mengubah kolom "Kunci baris". Baris boleh diurutkan, disaring, dan kolom yang tidak dipakai boleh dihapus.',
    'Baris baru: isi di bawah baris terakhir, kosongkan "Kunci baris".',
    'Menghapus baris dari berkas tidak menghapusnya dari rencana. Membatalkan baris dilakukan di halaman baris, dengan alasan.',
    'Simpan sebagai XLSX atau CSV UTF-8 tanpa kata sandi, lalu unggah di halaman "Tabel rencana kerja".',
    'Tuntas menunjukkan setiap perbedaan sebelum ada yang disimpan. Sel yang sementara itu juga diubah orang lain ditunjukkan sebagai pertentangan dengan kedua isinya: Anda yang memilih.',
  ],
  written: 'Diunduh',
  writtenAt: (at: Moment, zone: Zone) => `${day(at, zone)} pukul ${clock(at, zone)}`,
  conflict: (before: string, now: string) =>
    `Orang lain juga mengubah sel ini. Saat diunduh: ${before || '(kosong)'}. Sekarang: ${now || '(kosong)'}.`,
};

export type SheetWords = typeof id;

const en: SheetWords = {
  plan: 'Work plan',
  instructions: 'Instructions',
  lists: 'Lists',
  howTitle: 'How to fill it in',
  description: 'A work plan to fill in offline and to upload to Tuntas again.',
  notListed: 'This is not on the list. Tuntas will mark it when the file is uploaded.',
  steps: [
    'Change the cells that need it on the sheet "Work plan". Grey columns are for reading only; green ones are for reporting progress.',
    'Leave the column "Line key" as it is. Rows may be sorted and filtered, and columns you do not need may be deleted.',
    'A new line: fill it in below the last row and leave "Line key" empty.',
    'Deleting a row from the file does not delete it from the plan. A line is dropped on its own page, with a reason.',
    'Save it as XLSX or as CSV UTF-8 without a password, and upload it on the page "The work plan as a table".',
    'Tuntas shows every difference before anything is kept. A cell that somebody else has changed meanwhile too is shown as a conflict with both values: you choose.',
  ],
  written: 'Downloaded',
  writtenAt: (at: Moment, zone: Zone) => `${day(at, zone)} at ${clock(at, zone)}`,
  conflict: (before: string, now: string) =>
    `Somebody else changed this cell too. When downloaded: ${before || '(empty)'}. Now: ${now || '(empty)'}.`,
};

export function sheetWordsIn(language: Language): SheetWords {
  return language === 'en' ? en : id;
}
