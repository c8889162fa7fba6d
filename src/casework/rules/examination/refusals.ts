/** Why something in an examination is refused, with what to do next. Part of the room's catalogue (`rules/refusals.ts`). */
import type { RefusalCatalogue } from '../../../kernel/result.ts';

export const EXAMINATION_REFUSALS = {
  'case.step-not-now': {
    kind: 'conflict',
    id: 'Langkah ini sudah berubah sejak Anda membukanya. Muat ulang halaman untuk melihat keadaan terbaru.',
    en: 'This step has changed since you opened it. Reload the page to see how it stands.',
  },
  'case.step-result-missing': {
    kind: 'invalid',
    id: 'Tuliskan hasil langkah ini.',
    en: 'Write what came of this step.',
  },
  'case.step-way-missing': {
    kind: 'invalid',
    id: 'Tuliskan dengan cara apa surat dikirim atau diterima, misalnya diantar langsung dengan tanda terima.',
    en: 'Write how the letter was sent or received, for example handed over against a receipt.',
  },
  'case.step-not-over': {
    kind: 'conflict',
    id: 'Tenggat atau hari pertemuannya belum lewat.',
    en: 'The time to answer, or the day of the meeting, is not over yet.',
  },
  'case.step-kind-missing': { kind: 'invalid', id: 'Pilih jenis langkahnya.', en: 'Choose the kind of step.' },
  'case.step-too-early': {
    kind: 'conflict',
    id: 'Langkah ini baru dapat dilakukan setelah permintaan atau panggilan sebelumnya kepada pihak yang sama tidak dipenuhi.',
    en: 'This step is possible only after the request or summons before it, to the same addressee, was missed.',
  },
  'case.step-addressee-missing': {
    kind: 'invalid',
    id: 'Pilih Terlapor, atau tuliskan lembaga atau jabatan yang dituju.',
    en: 'Choose the respondent, or write the institution or position it is addressed to.',
  },
  'case.step-left': {
    kind: 'conflict',
    id: 'Orang yang dituju tidak lagi memegang jabatan di instansi itu. Pilih pejabat yang sekarang, atau tujukan kepada jabatannya saja.',
    en: 'The person addressed does not hold office there any more. Choose who does now, or address the position alone.',
  },
  'case.step-day-missing': {
    kind: 'invalid',
    id: 'Isi hari dan jam pertemuannya.',
    en: 'Give the day and hour of the meeting.',
  },
  'case.step-place-missing': { kind: 'invalid', id: 'Isi tempat pertemuannya.', en: 'Give the place of the meeting.' },
  'case.summons-too-soon': {
    kind: 'invalid',
    id: 'Hari yang dipilih terlalu dekat. Beri waktu yang cukup antara panggilan dan harinya; lihat keterangan di bawah isian.',
    en: 'The day is too near. Leave enough time between the summons and its day; see the hint at the field.',
  },
  'case.day-in-future': {
    kind: 'invalid',
    id: 'Harinya belum tiba. Isi hari ini atau hari sebelumnya.',
    en: 'That day has not come yet. Give today or a day before.',
  },
  'case.day-wrong': {
    kind: 'invalid',
    id: 'Tanggal atau jamnya tidak ada. Periksa lagi.',
    en: 'There is no such day or hour. Check it.',
  },
  'case.received-before-sent': {
    kind: 'invalid',
    id: 'Hari penerimaan tidak mungkin sebelum hari pengiriman.',
    en: 'It cannot be received before it was sent.',
  },
  'case.owner-not-team': {
    kind: 'invalid',
    id: 'Pilih pemilik langkah dari tim perkara.',
    en: 'Choose an owner from the case\u2019s team.',
  },
  'case.step-has-letter': {
    kind: 'conflict',
    id: 'Surat untuk langkah ini sudah dibuat. Buka surat itu.',
    en: 'The letter of this step has been made already. Open it.',
  },
  'case.step-letter-first': {
    kind: 'conflict',
    id: 'Surat langkah ini dibuat di sistem. Kirim suratnya di halaman Naskah; keadaannya ikut berubah di sini.',
    en: 'The letter of this step was made here. Send it from the documents page; the step follows.',
  },
  'case.respondent-missing': { kind: 'invalid', id: 'Pilih Terlapor.', en: 'Choose the respondent.' },
  'case.respondent-known': {
    kind: 'conflict',
    id: 'Instansi dan jabatan ini sudah menjadi Terlapor.',
    en: 'This agency and position is a respondent already.',
  },
  'case.respondent-last': {
    kind: 'conflict',
    id: 'Perkara harus mempunyai paling sedikit satu Terlapor. Tambahkan yang lain dulu.',
    en: 'A case needs at least one respondent. Add another one first.',
  },
  'case.respondent-accused': {
    kind: 'conflict',
    id: 'Masih ada dugaan atau langkah yang berjalan terhadap Terlapor ini. Selesaikan dulu, misalnya dengan temuan "tidak diperiksa" beserta alasannya.',
    en: 'An allegation or a step against this respondent is still open. Settle it first, for example as "not examined" with the reason.',
  },
  'case.agency-missing': { kind: 'invalid', id: 'Pilih instansinya.', en: 'Choose the agency.' },
  'case.position-missing': {
    kind: 'invalid',
    id: 'Isi jabatannya, bukan nama orangnya.',
    en: 'Give the position, not a person\u2019s name.',
  },
  'case.form-missing': { kind: 'invalid', id: 'Pilih bentuk maladministrasinya.', en: 'Choose the form of maladministration.' },
  'case.finding-missing': { kind: 'invalid', id: 'Pilih temuannya.', en: 'Choose the finding.' },
  'case.found-without-evidence': {
    kind: 'conflict',
    id: 'Belum ada bukti yang mendukung dugaan ini. Hubungkan paling sedikit satu bukti dulu.',
    en: 'No evidence speaks for this allegation yet. Link at least one item first.',
  },
  'case.no-allegation': {
    kind: 'conflict',
    id: 'Belum ada dugaan maladministrasi yang dicatat. Catat paling sedikit satu beserta temuannya.',
    en: 'No allegation of maladministration is recorded yet. Record at least one with its finding.',
  },
  'case.allegations-open': {
    kind: 'conflict',
    id: 'Masih ada dugaan tanpa temuan. Isi temuannya, atau nyatakan tidak diperiksa beserta alasannya.',
    en: 'An allegation has no finding yet. Give it, or say that it was not examined and why.',
  },
  'case.steps-under-way': {
    kind: 'conflict',
    id: 'Masih ada langkah pemeriksaan yang berjalan. Selesaikan atau batalkan dulu.',
    en: 'A step of the examination is still under way. Finish or cancel it first.',
  },
  'case.evidence-kind-missing': { kind: 'invalid', id: 'Pilih jenis buktinya.', en: 'Choose the kind of evidence.' },
  'case.evidence-nature-missing': {
    kind: 'invalid',
    id: 'Pilih bukti formil atau materiil.',
    en: 'Choose formal or material evidence.',
  },
  'case.evidence-description-missing': { kind: 'invalid', id: 'Tuliskan bukti apa ini.', en: 'Write what this evidence is.' },
  'case.evidence-source-missing': {
    kind: 'invalid',
    id: 'Tuliskan dari siapa bukti diterima: jabatan, "Pelapor", atau "saksi 1". Jangan menulis nama.',
    en: 'Write from whom it came: a position, "Pelapor" or "saksi 1". No names.',
  },
  'case.evidence-absent': {
    kind: 'absent',
    id: 'Tidak ada bukti dengan nomor ini di perkara ini.',
    en: 'There is no such evidence in this case.',
  },
  'case.evidence-missing': { kind: 'invalid', id: 'Pilih buktinya.', en: 'Choose the evidence.' },
  'case.evidence-taken': {
    kind: 'conflict',
    id: 'Berkas ini sudah dicatat sebagai bukti.',
    en: 'This file has been taken in as evidence already.',
  },
  'case.evidence-returned': {
    kind: 'conflict',
    id: 'Bukti ini sudah dikembalikan. Bila diterima lagi, catat sebagai bukti baru.',
    en: 'This evidence was returned. When it is received again, record it as a new item.',
  },
  'case.custody-act-missing': {
    kind: 'invalid',
    id: 'Pilih apa yang terjadi dengan bukti ini.',
    en: 'Choose what happened to this evidence.',
  },
  'case.custody-party-missing': {
    kind: 'invalid',
    id: 'Tuliskan kepada siapa atau ke mana: jabatan atau tempat.',
    en: 'Write to whom or whither: a position or a place.',
  },
  'case.no-file-here': {
    kind: 'conflict',
    id: 'Bukti ini tidak mempunyai berkas yang dapat diperiksa.',
    en: 'This evidence has no file to check.',
  },
  'case.task-closed': {
    kind: 'conflict',
    id: 'Tugas ini sudah ditutup.',
    en: 'This task is closed already.',
  },
} as const satisfies RefusalCatalogue<string>;
