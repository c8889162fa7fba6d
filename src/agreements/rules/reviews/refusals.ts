/** Refusals of joint reviews, evaluations and renewals; merged into the room's catalogue. */
import type { RefusalCatalogue } from '../../../kernel/result.ts';

export const REVIEW_REFUSALS = {
  'agreement.review-absent': {
    kind: 'absent',
    id: 'Tidak ada tinjauan bersama yang dapat Anda lihat di sini.',
    en: 'There is no joint review here that you may see.',
  },
  'agreement.review-moved-on': {
    kind: 'conflict',
    id: 'Tinjauan ini sudah diubah orang lain sejak Anda membukanya. Tulisan Anda masih ada; periksa keadaan terbaru lalu kirim lagi.',
    en: 'Someone else changed this review since you opened it. What you wrote is still here; look at how it stands now and send it again.',
  },
  'agreement.period-wrong': {
    kind: 'invalid',
    id: 'Pilih periode dari daftar.',
    en: 'Choose a period from the list.',
  },
  'agreement.review-exists': {
    kind: 'conflict',
    id: 'Sudah ada tinjauan bersama untuk periode ini.',
    en: 'There is a joint review of this period already.',
  },
  'agreement.rhythm-unknown': { kind: 'invalid', id: 'Pilih salah satu jadwal.', en: 'Choose how often.' },
  'agreement.meets-in-past': {
    kind: 'invalid',
    id: 'Hari pertemuan tidak boleh sebelum hari ini.',
    en: 'The day of the meeting may not lie before today.',
  },
  'agreement.meets-before-period': {
    kind: 'invalid',
    id: 'Pertemuan tidak boleh sebelum periode yang ditinjau dimulai. Pilih hari lain atau periode sebelumnya.',
    en: 'The meeting may not lie before the period it looks at begins. Choose another day or the period before it.',
  },
  'agreement.meets-at-wrong': { kind: 'invalid', id: 'Tulis jam seperti 09.30.', en: 'Write the hour like 09.30.' },
  'agreement.not-met-yet': {
    kind: 'conflict',
    id: 'Hari pertemuan belum tiba. Bila pertemuan dimajukan, ubah dulu harinya.',
    en: 'The day of the meeting has not come yet. If it was brought forward, change the day first.',
  },
  'agreement.too-many': {
    kind: 'invalid',
    id: 'Terlalu banyak untuk satu tinjauan. Gabungkan atau hapus yang lain dulu.',
    en: 'Too many for one review. Put some together or remove others first.',
  },
  'agreement.institution-missing': {
    kind: 'invalid',
    id: 'Sebutkan instansinya.',
    en: 'Name the institution.',
  },
  'agreement.people-wrong': {
    kind: 'invalid',
    id: 'Isi jumlah orang dengan angka 0 sampai 999.',
    en: 'Give the number of people, 0 to 999.',
  },
  'agreement.presence-unknown': {
    kind: 'invalid',
    id: 'Pilih hadir, diwakili, atau tidak hadir.',
    en: 'Choose present, represented or absent.',
  },
  'agreement.review-one-sided': {
    kind: 'conflict',
    id: 'Tinjauan bersama membutuhkan sedikitnya dua pihak yang hadir atau diwakili. Lengkapi daftar hadir, atau batalkan dan undang lagi.',
    en: 'A joint review needs at least two sides present or represented. Complete the attendance, or cancel and call again.',
  },
  'agreement.review-writer-absent': {
    kind: 'conflict',
    id: 'Pihak yang menyusun notulen belum ada dalam daftar hadir.',
    en: 'The side that writes the minutes is not in the attendance.',
  },
  'agreement.minutes-empty': {
    kind: 'invalid',
    id: 'Tuliskan pembahasannya atau sedikitnya satu keputusan.',
    en: 'Write what was discussed, or at least one decision.',
  },
  'agreement.decision-absent': {
    kind: 'absent',
    id: 'Tidak ada keputusan yang dapat Anda lihat di sini.',
    en: 'There is no decision here that you may see.',
  },
  'agreement.decision-day': {
    kind: 'invalid',
    id: 'Tenggat keputusan tidak boleh sebelum hari pertemuan.',
    en: 'The due day of a decision may not lie before the meeting.',
  },
  'agreement.decision-made': {
    kind: 'conflict',
    id: 'Keputusan ini sudah menjadi baris rencana atau tidak terbuka lagi.',
    en: 'This decision has become a line already, or is not open any more.',
  },
  'agreement.plan-wrong': {
    kind: 'invalid',
    id: 'Pilih rencana kerja yang dapat Anda isi.',
    en: 'Choose a plan that you may enter lines in.',
  },
  'agreement.evaluation-absent': {
    kind: 'absent',
    id: 'Tidak ada evaluasi yang dapat Anda lihat di sini.',
    en: 'There is no evaluation here that you may see.',
  },
  'agreement.evaluation-open': {
    kind: 'conflict',
    id: 'Masih ada evaluasi yang menunggu tanggapan para pihak. Selesaikan itu dulu.',
    en: 'An evaluation still waits for the words of the parties. Finish it first.',
  },
  'agreement.evaluation-year': {
    kind: 'invalid',
    id: 'Pilih tahun dalam masa berlaku yang sudah berjalan.',
    en: 'Choose a year of the term that has begun.',
  },
  'agreement.recommendation-missing': {
    kind: 'invalid',
    id: 'Pilih rekomendasinya.',
    en: 'Choose what you recommend.',
  },
  'agreement.recommendation-unknown': {
    kind: 'invalid',
    id: 'Pilih rekomendasi dari daftar.',
    en: 'Choose a recommendation from the list.',
  },
  'agreement.words-handed-in': {
    kind: 'conflict',
    id: 'Tanggapan pihak ini sudah disampaikan dan tidak berubah lagi.',
    en: 'The words of this side were handed in and change no more.',
  },
  'agreement.renewed-already': {
    kind: 'conflict',
    id: 'Dokumen ini sudah mempunyai penerus.',
    en: 'Another document follows this one already.',
  },
  'agreement.renewal-before': {
    kind: 'invalid',
    id: 'Dokumen baru harus mulai berlaku sesudah dokumen lama mulai berlaku.',
    en: 'The new document must take force after the old one did.',
  },
  'agreement.gap-unseen': {
    kind: 'invalid',
    id: 'Ada hari yang tidak tercakup. Centang bahwa Anda sudah melihatnya, atau majukan hari mulai berlaku.',
    en: 'Some days are uncovered. Tick that you have seen them, or let it take force earlier.',
  },
  'agreement.gap-unsaid': {
    kind: 'invalid',
    id: 'Jelaskan mengapa ada hari yang tidak tercakup dan apa yang berlaku selama itu.',
    en: 'Say why days are uncovered and what holds meanwhile.',
  },
  'agreement.not-overlapping': {
    kind: 'conflict',
    id: 'Penerusnya belum ditandatangani dan mulai berlaku, jadi dokumen ini belum dapat diakhiri karenanya.',
    en: 'What follows is not signed and in force yet, so this document cannot be ended because of it.',
  },
} as const satisfies RefusalCatalogue<string>;
