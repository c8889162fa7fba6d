/** Why something about a document is refused, with what to do next. Part of the room's catalogue (`rules/refusals.ts`). */
import type { RefusalCatalogue } from '../../../kernel/result.ts';

export const DOCUMENT_REFUSALS = {
  'case.document-absent': {
    kind: 'absent',
    id: 'Tidak ada dokumen yang dapat Anda lihat di sini.',
    en: 'There is no document here that you may see.',
  },
  'case.document-not-yours': {
    kind: 'forbidden',
    id: 'Langkah ini bukan wewenang jabatan Anda untuk dokumen ini. Pemeriksa konsep harus orang lain dari penulis terakhirnya.',
    en: 'Your position may not take this step on this document. A draft is reviewed by somebody else than who wrote it last.',
  },
  'case.document-not-now': {
    kind: 'conflict',
    id: 'Langkah ini tidak dapat dilakukan pada keadaan dokumen sekarang. Muat ulang halaman untuk melihat keadaan terbaru.',
    en: 'This step is not possible as the document stands now. Reload the page to see how it stands.',
  },
  'case.document-moved-on': {
    kind: 'conflict',
    id: 'Konsep ini sudah diubah orang lain sejak Anda membukanya. Tulisan Anda masih ada di bawah; bandingkan dengan konsep terbaru lalu simpan lagi.',
    en: 'Someone else changed this draft since you opened it. What you wrote is still below; compare it with the newest draft and save again.',
  },
  'case.document-incomplete': {
    kind: 'invalid',
    id: 'Konsep belum lengkap. Lengkapi bagian yang ditandai.',
    en: 'The draft is incomplete. Fill in what is marked.',
  },
  'case.document-kind': {
    kind: 'invalid',
    id: 'Pilih jenis dokumen yang dapat dibuat di berkas ini.',
    en: 'Choose a kind of document that can be made in this file.',
  },
  'case.addressee-missing': {
    kind: 'invalid',
    id: 'Pilih kepada siapa dokumen ini ditujukan.',
    en: 'Choose whom this document is addressed to.',
  },
  'case.addressee-kind': {
    kind: 'invalid',
    id: 'Dokumen jenis ini tidak ditujukan kepada pihak itu. Pilih tujuan yang lain.',
    en: 'This kind of document does not go to that party. Choose another addressee.',
  },
  'case.addressee-unknown': {
    kind: 'invalid',
    id: 'Instansi atau pejabat tujuan tidak ditemukan. Pilih dari daftar.',
    en: 'The agency or officer it is meant for was not found. Choose from the list.',
  },
  'case.addressee-closed': {
    kind: 'conflict',
    id: 'Instansi tujuan sudah tidak ada lagi. Pilih instansi yang meneruskan tugasnya.',
    en: 'The agency it is meant for exists no more. Choose the one that carries on its duties.',
  },
  'case.addressee-left': {
    kind: 'conflict',
    id: 'Pejabat yang dituju sudah tidak menjabat di instansi itu.',
    en: 'The officer it is meant for no longer holds office there.',
  },
  'case.passage-of-reporter': {
    kind: 'invalid',
    id: 'Ada bagian yang menunjuk Pelapor, padahal identitasnya dirahasiakan. Ubah bagian itu sebelum menyegel.',
    en: 'A passage points to the reporter, whose identity is secret. Change it before sealing.',
  },
  'case.passage-to-look-at': {
    kind: 'invalid',
    id: 'Ada bagian yang mungkin memuat data pribadi. Periksa satu per satu, lalu ubah atau nyatakan bahwa bagian itu boleh tetap ada.',
    en: 'Some passages may hold personal data. Look at each, then change it or say that it may stay.',
  },
  'case.delivery-way': {
    kind: 'invalid',
    id: 'Pilih cara mengirim kepada setiap penerima. Bila di instansi itu belum ada petugas dalam sistem, pilih pos atau diantar.',
    en: 'Choose how to send it to each recipient. Where an agency has no officer here yet, choose post or by hand.',
  },
  'case.receipt-reason': {
    kind: 'invalid',
    id: 'Tuliskan bagaimana Anda mengetahuinya, misalnya nomor resi dan tanggalnya.',
    en: 'Say how you know it, for example the number and day of the courier slip.',
  },
  'case.receipt-day': {
    kind: 'invalid',
    id: 'Hari penerimaan harus di antara hari pengiriman dan hari ini.',
    en: 'The day of receipt must lie between the day of sending and today.',
  },
  'case.answer-empty': {
    kind: 'invalid',
    id: 'Tulis jawabannya, atau lampirkan berkas yang memuatnya.',
    en: 'Write the answer, or attach a file that holds it.',
  },
  'case.answer-not-asked': {
    kind: 'conflict',
    id: 'Surat ini tidak memerlukan jawaban, atau sudah diganti dengan surat lain.',
    en: 'This letter asks for no answer, or another one has taken its place.',
  },
  'case.answer-files': {
    kind: 'invalid',
    id: 'Berkas jawaban sudah mencapai jumlah terbanyak. Hapus salah satu, atau kirim jawaban ini lalu buat jawaban tambahan.',
    en: 'The answer has as many files as it may have. Remove one, or send this answer and write another.',
  },
} as const satisfies RefusalCatalogue<string>;

export type DocumentRefusal = keyof typeof DOCUMENT_REFUSALS;
