/** The words of a bundle's index and of the pages that a merged PDF puts between the pieces. */
import type { Language } from '../../../../kernel/language.ts';
import type { PieceKind } from '../../../rules/reports/bundle.ts';

const id = {
  title: (number: string) => `Indeks berkas ${number}`,
  author: 'Ombudsman Republik Indonesia melalui Tuntas',
  whole: 'Berkas lengkap untuk Ombudsman. Memuat catatan internal; tidak untuk dikirim ke luar.',
  outside: 'Berkas yang disamarkan, untuk diserahkan ke luar. Aslinya tetap tersimpan tanpa perubahan.',
  inside: 'Berkas yang disamarkan, untuk keperluan di dalam Ombudsman. Aslinya tetap tersimpan tanpa perubahan.',
  facts: {
    number: 'Nomor laporan',
    variant: 'Berkas yang disamarkan',
    office: 'Kantor',
    madeAt: 'Dibuat',
    pieces: 'Jumlah',
  },
  pieces: (count: number, bytes: string) => `${count} berkas, ${bytes}`,
  contents: 'Isi berkas',
  caption: 'Setiap berkas dengan tanggal, jumlah halaman, dan sidik jarinya',
  columns: { place: 'No.', piece: 'Berkas', day: 'Tanggal', pages: 'Hal.', print: 'SHA-256' },
  leftOut: 'Yang tidak disertakan',
  leftOutCaption: 'Bagian berkas yang tidak disertakan, dengan alasan',
  leftOutColumns: { place: 'No.', piece: 'Bagian', reason: 'Alasan' },
  internalLeftOut: 'Catatan dan pendapat internal Ombudsman tidak pernah menjadi bagian dari berkas untuk pihak luar.',
  empty: 'Belum ada surat, bukti, atau catatan dalam berkas ini.',
  how: 'Cara memeriksa: setelah ZIP dibuka, jalankan "sha256sum -c SHA256SUMS" di foldernya. Setiap berkas yang berubah akan disebut.',
  howMerged: 'Sidik jari (SHA-256) berlaku untuk berkas asli yang digabung di sini, bukan untuk halaman di PDF ini.',
  kinds: {
    document: 'Surat atau dokumen',
    evidence: 'Bukti',
    entry: 'Catatan',
    complaint: 'Pengaduan',
    obligation: 'Kewajiban instansi',
    'complaint-file': 'Lampiran pengaduan',
  } satisfies Record<PieceKind, string>,
  redacted: 'versi yang disamarkan',
  undecided: 'Belum diputuskan saat berkas dibuat.',
  page: (page: number, pages: number) => `Halaman ${page} dari ${pages}`,
  notInPdf: 'Berkas ini tidak dapat dimuat sebagai halaman. Berkas aslinya ada dalam bentuk ZIP.',
};

export type IndexWords = typeof id;

const en: IndexWords = {
  title: (number) => `Index of file ${number}`,
  author: 'Ombudsman of the Republic of Indonesia, through Tuntas',
  whole: 'Complete file for the Ombudsman. It holds internal notes and is not to be sent outside.',
  outside: 'Redacted file, to be handed out. The originals are kept unchanged.',
  inside: 'Redacted file, for use within the Ombudsman. The originals are kept unchanged.',
  facts: { number: 'Number of the report', variant: 'Redacted file', office: 'Office', madeAt: 'Made', pieces: 'Pieces' },
  pieces: (count, bytes) => `${count} files, ${bytes}`,
  contents: 'Contents',
  caption: 'Every file with its date, pages and fingerprint',
  columns: { place: 'No.', piece: 'File', day: 'Date', pages: 'Pages', print: 'SHA-256' },
  leftOut: 'What is left out',
  leftOutCaption: 'Parts of the file that are left out, with the reason',
  leftOutColumns: { place: 'No.', piece: 'Part', reason: 'Reason' },
  internalLeftOut: 'Internal notes and opinions of the Ombudsman are never part of a file for others.',
  empty: 'There are no letters, evidence or notes in this file yet.',
  how: 'To check: unpack the ZIP and run "sha256sum -c SHA256SUMS" in its folder. Every file that has changed will be named.',
  howMerged: 'The fingerprints (SHA-256) are those of the original files that were merged here, not of the pages of this PDF.',
  kinds: {
    document: 'Letter or document',
    evidence: 'Evidence',
    entry: 'Note',
    complaint: 'Complaint',
    obligation: 'Obligation of the agency',
    'complaint-file': 'Attachment of the complaint',
  },
  redacted: 'redacted version',
  undecided: 'Not decided when the file was made.',
  page: (page, pages) => `Page ${page} of ${pages}`,
  notInPdf: 'This file cannot be shown as pages. The original is in the ZIP.',
};

export function indexWords(language: Language): IndexWords {
  return { id, en }[language];
}
