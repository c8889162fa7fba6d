/** What can be wrong with a file, a row or a cell of a plan's table; merged into rules/refusals.ts. */
import type { RefusalText } from '../../../kernel/result.ts';

export const TABLE_REFUSALS = {
  'agreement.table-missing': { kind: 'invalid', id: 'Pilih berkas tabelnya dulu.', en: 'Choose the file of the table first.' },
  'agreement.table-too-big': {
    kind: 'invalid',
    id: 'Berkas terlalu besar. Hapus gambar dan lembar lain dari berkasnya, atau bagi menurut tahun, lalu unggah lagi.',
    en: 'The file is too big. Take pictures and other sheets out of it, or split it by year, and upload it again.',
  },
  'agreement.table-too-long': {
    kind: 'invalid',
    id: 'Baris dalam berkas terlalu banyak. Bagi menurut tahun lalu unggah satu per satu.',
    en: 'There are too many rows in the file. Split it by year and upload one after the other.',
  },
  'agreement.table-locked': {
    kind: 'invalid',
    id: 'Berkas dikunci dengan kata sandi. Di Excel: File, Info, Proteksi Buku Kerja, Enkripsi dengan Kata Sandi. Kosongkan kata sandinya, simpan, lalu unggah lagi.',
    en: 'The file is protected by a password. In Excel: File, Info, Protect Workbook, Encrypt with Password. Clear the password, save, and upload it again.',
  },
  'agreement.table-old-xls': {
    kind: 'invalid',
    id: 'Ini berkas Excel lama (.xls). Simpan sebagai "Buku Kerja Excel (.xlsx)" lalu unggah lagi.',
    en: 'This is an old Excel file (.xls). Save it as "Excel Workbook (.xlsx)" and upload it again.',
  },
  'agreement.table-damaged': {
    kind: 'invalid',
    id: 'Berkas rusak atau terpotong dan tidak dapat dibuka. Buka di komputer Anda, simpan lagi sebagai .xlsx, lalu unggah lagi.',
    en: 'The file is damaged or cut short and cannot be opened. Open it on your computer, save it again as .xlsx, and upload it again.',
  },
  'agreement.table-no-table': {
    kind: 'invalid',
    id: 'Ini bukan berkas XLSX atau CSV. Pakai berkas yang diunduh dari halaman ini.',
    en: 'This is neither an XLSX nor a CSV file. Use the file downloaded from this page.',
  },
  'agreement.table-not-utf8': {
    kind: 'invalid',
    id: 'Huruf dalam berkas CSV ini tidak dapat dibaca. Di Excel simpan sebagai "CSV UTF-8", atau pakai XLSX.',
    en: 'The letters of this CSV file cannot be read. Save it as "CSV UTF-8" in Excel, or use XLSX.',
  },
  'agreement.table-not-csv': {
    kind: 'invalid',
    id: 'Susunan berkas CSV ini rusak, biasanya karena tanda kutip yang tidak berpasangan. Pakai XLSX, atau simpan lagi dari Excel.',
    en: 'This CSV file is broken, most likely by a quotation mark without its pair. Use XLSX, or save it again from Excel.',
  },
  'agreement.table-empty': {
    kind: 'invalid',
    id: 'Tidak ada baris berisi di bawah judul kolom.',
    en: 'There is no row with anything in it below the headings.',
  },
  'agreement.table-no-headings': {
    kind: 'invalid',
    id: 'Judul kolom tidak dikenali. Baris pertama harus berisi judul seperti pada berkas yang diunduh, misalnya "Kegiatan" dan "Kunci baris".',
    en: 'The headings are not known. The first row must hold them as in the downloaded file, for example "Activity" and "Line key".',
  },
  'agreement.table-heading-twice': {
    kind: 'invalid',
    id: 'Satu judul kolom ada dua kali. Hapus kolom yang tidak dipakai lalu unggah lagi.',
    en: 'One heading stands there twice. Delete the column that is not used and upload it again.',
  },
  'agreement.table-other-plan': {
    kind: 'invalid',
    id: 'Berkas ini milik dokumen lain: kunci barisnya bukan dari rencana ini. Buka rencana yang benar, atau unduh berkas baru dari sini.',
    en: 'This file belongs to another agreement: its keys are not of this plan. Open the right plan, or download a new file here.',
  },
  'agreement.table-closed': {
    kind: 'conflict',
    id: 'Unggahan ini sudah diselesaikan. Unggah berkasnya lagi bila masih ada yang perlu diubah.',
    en: 'This upload is finished already. Upload the file again if there is still something to change.',
  },
  'agreement.table-nothing-chosen': {
    kind: 'invalid',
    id: 'Centang sedikitnya satu perubahan, atau pilih salah satu isi pada pertentangan.',
    en: 'Tick at least one change, or choose one side of a conflict.',
  },
  'agreement.table-too-often': {
    kind: 'busy',
    id: 'Terlalu banyak unggahan dalam satu jam. Coba lagi nanti.',
    en: 'Too many uploads within an hour. Try again later.',
  },
  'agreement.table-too-many-open': {
    kind: 'conflict',
    id: 'Anda sudah mempunyai beberapa unggahan yang belum selesai di rencana ini. Terima atau buang salah satunya dulu.',
    en: 'You have several unfinished uploads of this plan already. Accept or discard one of them first.',
  },
  'agreement.row-key': {
    kind: 'invalid',
    id: 'Kunci baris rusak. Salin dari berkas yang diunduh, atau kosongkan bila ini baris baru.',
    en: 'The line key is broken. Copy it from the downloaded file, or leave it empty if this is a new line.',
  },
  'agreement.row-other-plan': {
    kind: 'invalid',
    id: 'Kunci baris ini milik dokumen lain. Kosongkan selnya agar menjadi baris baru di sini.',
    en: 'This line key belongs to another agreement. Empty its cell to make it a new line here.',
  },
  'agreement.row-unknown': {
    kind: 'invalid',
    id: 'Rencana ini tidak mempunyai baris dengan kunci itu. Kosongkan selnya bila ini baris baru.',
    en: 'This plan has no line with that key. Empty its cell if this is a new line.',
  },
  'agreement.row-twice': {
    kind: 'invalid',
    id: 'Kunci ini sudah dipakai baris lain di berkas yang sama. Kosongkan selnya bila ini salinan untuk baris baru.',
    en: 'Another row of the file has this key already. Empty its cell if this is a copy for a new line.',
  },
  'agreement.row-copy': {
    kind: 'conflict',
    id: 'Baris baru ini sama dengan baris lain di berkas yang sama.',
    en: 'This new line is the same as another row of the file.',
  },
  'agreement.row-twin': {
    kind: 'conflict',
    id: 'Rencana sudah mempunyai baris seperti ini.',
    en: 'The plan has a line like this already.',
  },
  'agreement.row-not-yours': {
    kind: 'forbidden',
    id: 'Baris baru hanya dapat ditambahkan oleh penyusun dokumen.',
    en: 'Only those who prepare the agreement may add lines.',
  },
  'agreement.cell-needed': { kind: 'invalid', id: 'Sel ini wajib diisi untuk baris baru.', en: 'A new line needs this cell.' },
  'agreement.cell-error': {
    kind: 'invalid',
    id: 'Rumus di sel ini gagal. Ganti dengan nilainya.',
    en: 'The formula of this cell has failed. Put the value in its place.',
  },
  'agreement.cell-thousands': {
    kind: 'invalid',
    id: 'Angka ini dapat dibaca dua cara. Tulis tanpa pemisah ribuan, misalnya 1250, atau dengan koma desimal, misalnya 1,25.',
    en: 'This number can be read in two ways. Write it without a thousands separator, for example 1250, or with a decimal comma, for example 1,25.',
  },
  'agreement.cell-day': {
    kind: 'invalid',
    id: 'Tanggal tidak dikenali. Tulis hari, bulan dan tahun, misalnya 31/03/2026 atau 31 Maret 2026.',
    en: 'That is no day. Write day, month and year, for example 31/03/2026 or 31 March 2026.',
  },
  'agreement.cell-month-first': {
    kind: 'invalid',
    id: 'Di berkas ini ada tanggal dengan bulan di depan, jadi tanggal ini dapat dibaca dua cara. Tulis dengan tahun di depan, misalnya 2026-03-31.',
    en: 'Some days of this file have the month first, so this one can be read in two ways. Write the year first, for example 2026-03-31.',
  },
  'agreement.cell-choice': {
    kind: 'invalid',
    id: 'Tidak ada dalam daftar. Pilih dari daftar di sel, atau salin persis dari lembar "Daftar".',
    en: 'Not on the list. Choose from the list in the cell, or copy it exactly from the sheet "Lists".',
  },
  'agreement.cell-yes-no': { kind: 'invalid', id: 'Tulis ya atau tidak.', en: 'Write yes or no.' },
  'agreement.cell-agency': {
    kind: 'invalid',
    id: 'Instansi ini bukan pihak dalam dokumen dan bukan unit di bawahnya. Pilih dari daftar di sel, atau salin persis dari lembar "Daftar".',
    en: 'This agency is neither a party nor an office below one. Choose from the list in the cell, or copy it exactly from the sheet "Lists".',
  },
  'agreement.cell-agency-several': {
    kind: 'invalid',
    id: 'Ada lebih dari satu instansi bernama ini. Tulis lengkap dengan kodenya seperti di lembar "Daftar".',
    en: 'Several agencies have this name. Write it with its code, as on the sheet "Lists".',
  },
  'agreement.cell-not-yours': {
    kind: 'forbidden',
    id: 'Isi rencana hanya dapat diubah oleh penyusun dokumen. Sampaikan usulan Anda kepada mereka.',
    en: 'Only those who prepare the agreement may change what a line says. Tell them what you propose.',
  },
  'agreement.cell-not-now': {
    kind: 'conflict',
    id: 'Isi rencana tidak dapat diubah sekarang: dokumen sedang ditandatangani, sedang ditinjau, atau sudah berakhir.',
    en: 'The plan cannot be changed now: the agreement is being signed, is being reviewed, or is over.',
  },
  'agreement.cell-line-closed': {
    kind: 'conflict',
    id: 'Baris ini sudah selesai atau dibatalkan. Buka lagi di halaman baris sebelum mengubahnya.',
    en: 'This line is finished or dropped. Open it again on its page before changing it.',
  },
  'agreement.report-not-yours': {
    kind: 'forbidden',
    id: 'Capaian hanya dilaporkan oleh penanggung jawab baris, sesudah dokumen ditandatangani.',
    en: 'Progress is reported by whoever is responsible for the line, once the agreement is signed.',
  },
  'agreement.report-amount-missing': {
    kind: 'invalid',
    id: 'Tulis angka capaiannya.',
    en: 'Give the number that was achieved.',
  },
  'agreement.report-text-missing': {
    kind: 'invalid',
    id: 'Tuliskan apa yang sudah dikerjakan.',
    en: 'Say what was done.',
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
