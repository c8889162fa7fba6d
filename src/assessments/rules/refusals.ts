/** Every refusal of the room, once, with what to do next in both languages. */
import type { RefusalCatalogue } from '../../kernel/result.ts';

export type AssessmentRefusal =
  // of stages
  | 'assessment.absent'
  | 'assessment.not-yours'
  | 'assessment.not-now'
  | 'assessment.moved-on'
  | 'assessment.incomplete'
  | 'assessment.maker'
  | 'assessment.same-person'
  | 'assessment.own-government'
  | 'assessment.former-government'
  | 'assessment.tied'
  | 'assessment.reason-missing'
  | 'assessment.text-too-long'
  | 'assessment.decree-missing'
  | 'assessment.round-not-open'
  | 'assessment.nothing-changed'
  // of replies
  | 'assessment.reply-time-over'
  | 'assessment.reply-time-runs'
  | 'assessment.replies-open'
  | 'assessment.reply-open-already'
  | 'assessment.reply-text-missing'
  | 'assessment.reply-unknown'
  | 'assessment.decision-missing'
  | 'assessment.correction-missing'
  | 'assessment.correction-without-acceptance'
  | 'assessment.file-refused'
  // of rounds
  | 'assessment.code-wrong'
  | 'assessment.code-taken'
  | 'assessment.title-missing'
  | 'assessment.year-wrong'
  | 'assessment.days-wrong'
  | 'assessment.instrument-unknown'
  | 'assessment.owner-wrong'
  | 'assessment.seed-wrong'
  | 'assessment.percent-wrong'
  | 'assessment.reply-days-wrong'
  | 'assessment.self-day-wrong'
  | 'assessment.agency-unknown'
  | 'assessment.agency-outside'
  | 'assessment.agency-has-it'
  | 'assessment.agency-no-government'
  | 'assessment.unit-unknown'
  | 'assessment.unit-outside'
  | 'assessment.unit-has-it'
  | 'assessment.round-not-planned'
  | 'assessment.plan-begun'
  | 'assessment.round-empty'
  | 'assessment.draw-again'
  | 'assessment.round-without-team'
  | 'assessment.round-unfinished'
  | 'assessment.sheets-begun'
  // of teams and ties
  | 'assessment.no-assessor'
  | 'assessment.same-assessor-twice'
  | 'assessment.not-drawn'
  | 'assessment.tie-kind-missing';

export const ASSESSMENT_REFUSALS: RefusalCatalogue<AssessmentRefusal> = {
  'assessment.absent': {
    kind: 'absent',
    id: 'Tidak ada penilaian yang dapat Anda lihat di alamat ini.',
    en: 'There is no assessment here that you may see.',
  },
  'assessment.not-yours': {
    kind: 'forbidden',
    id: 'Langkah ini bukan wewenang jabatan Anda untuk penilaian ini.',
    en: 'Your position may not take this step on this assessment.',
  },
  'assessment.not-now': {
    kind: 'conflict',
    id: 'Langkah ini tidak dapat dilakukan pada tahap sekarang. Muat ulang halaman untuk melihat keadaan terbaru.',
    en: 'This step is not possible at the present stage. Reload the page to see how it stands.',
  },
  'assessment.moved-on': {
    kind: 'conflict',
    id: 'Data ini sudah diubah orang lain sejak Anda membukanya. Tulisan Anda masih ada di bawah; periksa keadaan terbaru lalu kirim lagi.',
    en: 'Someone else changed this since you opened it. What you wrote is still below; look at how it stands now and send it again.',
  },
  'assessment.incomplete': {
    kind: 'conflict',
    id: 'Penilaian belum lengkap. Lengkapi dahulu semua yang disebut dalam daftar kekurangan.',
    en: 'The assessment is not complete. First mend everything on the list of what is missing.',
  },
  'assessment.maker': {
    kind: 'forbidden',
    id: 'Anda ikut mengisi penilaian ini, jadi orang lain yang harus melakukan langkah ini.',
    en: 'You took part in filling in this assessment, so someone else must take this step.',
  },
  'assessment.same-person': {
    kind: 'forbidden',
    id: 'Anda sudah melakukan langkah sebelumnya yang harus diawasi oleh langkah ini. Orang lain yang harus melakukannya.',
    en: 'You took an earlier step that this one watches over. Someone else must take it.',
  },
  'assessment.own-government': {
    kind: 'forbidden',
    id: 'Anda memegang jabatan di pemerintahan atau instansi yang dinilai, jadi tidak boleh ikut menilainya.',
    en: 'You hold a position in the government or body that is assessed, so you may not take part.',
  },
  'assessment.former-government': {
    kind: 'forbidden',
    id: 'Anda belum lama memegang jabatan di pemerintahan atau instansi yang dinilai, jadi belum boleh ikut menilainya.',
    en: 'You held a position in the government or body that is assessed not long ago, so you may not take part yet.',
  },
  'assessment.tied': {
    kind: 'forbidden',
    id: 'Ada hubungan yang dinyatakan dengan instansi di pemerintahan ini, jadi orang lain yang harus menilainya.',
    en: 'A tie to an agency of this government was declared, so someone else must assess it.',
  },
  'assessment.reason-missing': {
    kind: 'invalid',
    id: 'Tulis alasannya, supaya orang lain memahaminya.',
    en: 'Write the reason, so that others understand it.',
  },
  'assessment.text-too-long': {
    kind: 'invalid',
    id: 'Tulisan terlalu panjang: paling banyak 10.000 karakter.',
    en: 'The text is too long: 10,000 characters at most.',
  },
  'assessment.decree-missing': {
    kind: 'invalid',
    id: 'Tulis nomor keputusan yang menjadi dasar koreksi.',
    en: 'Write the number of the decree the correction rests on.',
  },
  'assessment.round-not-open': {
    kind: 'conflict',
    id: 'Putaran penilaian ini belum dibuka atau sudah berakhir.',
    en: 'This round is not open yet, or has ended.',
  },
  'assessment.nothing-changed': { kind: 'invalid', id: 'Tidak ada yang diubah.', en: 'Nothing was changed.' },
  'assessment.reply-time-over': {
    kind: 'conflict',
    id: 'Masa sanggah sudah berakhir, jadi sanggahan tidak dapat diterima lagi.',
    en: 'The time for replies is over, so no reply can be taken any more.',
  },
  'assessment.reply-time-runs': {
    kind: 'conflict',
    id: 'Masa sanggah masih berjalan dan instansi belum menyatakan tidak menyanggah. Tunggu sampai berakhir.',
    en: 'The time for replies still runs and the agency has not said that it has none. Wait until it ends.',
  },
  'assessment.replies-open': {
    kind: 'conflict',
    id: 'Masih ada sanggahan yang belum diputus. Putuskan semuanya dahulu.',
    en: 'There are replies that are not decided yet. Decide all of them first.',
  },
  'assessment.reply-open-already': {
    kind: 'conflict',
    id: 'Sudah ada sanggahan atas indikator ini yang menunggu keputusan. Tarik dahulu bila ingin menggantinya.',
    en: 'There is a reply to this indicator that awaits its decision. Withdraw it first if you want to replace it.',
  },
  'assessment.reply-text-missing': {
    kind: 'invalid',
    id: 'Tulis apa yang menurut Anda keliru dan mengapa.',
    en: 'Write what you think is wrong, and why.',
  },
  'assessment.reply-unknown': {
    kind: 'conflict',
    id: 'Sanggahan itu tidak ada lagi atau sudah diputus. Muat ulang halaman.',
    en: 'That reply is no longer there or has been decided. Reload the page.',
  },
  'assessment.decision-missing': {
    kind: 'invalid',
    id: 'Pilih diterima, diterima sebagian, atau ditolak.',
    en: 'Choose accepted, partly accepted or rejected.',
  },
  'assessment.correction-missing': {
    kind: 'invalid',
    id: 'Sanggahan yang diterima mengubah paling sedikit satu jawaban. Isi jawaban yang benar.',
    en: 'A reply that is accepted changes at least one answer. Enter the right answer.',
  },
  'assessment.correction-without-acceptance': {
    kind: 'invalid',
    id: 'Sanggahan yang ditolak tidak mengubah jawaban. Kosongkan isian jawaban atau ubah keputusannya.',
    en: 'A reply that is rejected changes no answer. Empty the answers or change the decision.',
  },
  'assessment.file-refused': {
    kind: 'invalid',
    id: 'Berkas tidak dapat diterima. Gunakan foto atau PDF yang tidak rusak dan tidak terlalu besar.',
    en: 'The file cannot be taken. Use an undamaged photograph or PDF that is not too large.',
  },
  'assessment.code-wrong': {
    kind: 'invalid',
    id: 'Tulis kode putaran dengan huruf kecil, angka, dan tanda hubung, misalnya bali-2026.',
    en: 'Write the code of the round in small letters, digits and hyphens, for example bali-2026.',
  },
  'assessment.code-taken': {
    kind: 'conflict',
    id: 'Kode itu sudah dipakai putaran lain. Pilih kode lain.',
    en: 'Another round has this code. Choose another.',
  },
  'assessment.title-missing': { kind: 'invalid', id: 'Tulis nama putaran penilaian.', en: 'Write the name of the round.' },
  'assessment.year-wrong': {
    kind: 'invalid',
    id: 'Tulis tahun penilaian dengan empat angka.',
    en: 'Write the year of assessment with four digits.',
  },
  'assessment.days-wrong': {
    kind: 'invalid',
    id: 'Tulis hari mulai dan hari selesai; hari selesai tidak boleh sebelum hari mulai.',
    en: 'Write the first and the last day; the last may not come before the first.',
  },
  'assessment.instrument-unknown': {
    kind: 'invalid',
    id: 'Pilih versi instrumen yang sudah ditetapkan.',
    en: 'Choose a version of an instrument that has been published.',
  },
  'assessment.owner-wrong': {
    kind: 'invalid',
    id: 'Pilih kantor Ombudsman tempat Anda menjadi koordinator penilaian.',
    en: 'Choose the office of the Ombudsman where you manage assessments.',
  },
  'assessment.seed-wrong': {
    kind: 'invalid',
    id: 'Tulis benih undian dengan 8 sampai 100 karakter.',
    en: 'Write a seed of 8 to 100 characters.',
  },
  'assessment.percent-wrong': {
    kind: 'invalid',
    id: 'Tulis persentase penilaian ganda sebagai bilangan bulat, 0 sampai 100.',
    en: 'Write the percentage of double rating as a whole number from 0 to 100.',
  },
  'assessment.reply-days-wrong': {
    kind: 'invalid',
    id: 'Tulis lama masa sanggah dalam hari kerja, 1 sampai 60.',
    en: 'Write the time for replies in working days, 1 to 60.',
  },
  'assessment.self-day-wrong': {
    kind: 'invalid',
    id: 'Hari terakhir penilaian mandiri harus berada di dalam masa putaran.',
    en: 'The last day of the self-assessment must lie in the period of the round.',
  },
  'assessment.agency-unknown': {
    kind: 'invalid',
    id: 'Instansi itu tidak ada dalam direktori atau sudah tidak berlaku. Pilih yang lain.',
    en: 'That agency is not in the directory or no longer exists. Choose another.',
  },
  'assessment.agency-outside': {
    kind: 'invalid',
    id: 'Instansi itu di luar wilayah kerja kantor penyelenggara putaran.',
    en: 'That agency lies outside the area of the office that runs the round.',
  },
  'assessment.agency-has-it': {
    kind: 'conflict',
    id: 'Instansi itu sudah masuk putaran ini.',
    en: 'That agency is in this round already.',
  },
  'assessment.agency-no-government': {
    kind: 'invalid',
    id: 'Yang dinilai adalah pemerintah daerah, kementerian, lembaga, atau instansi vertikal. Pilih salah satunya; unitnya menyusul.',
    en: 'What is assessed are regional governments, ministries, institutions and branches of national bodies. Choose one; its units follow.',
  },
  'assessment.unit-unknown': {
    kind: 'conflict',
    id: 'Unit itu tidak ada dalam penilaian ini. Muat ulang halaman.',
    en: 'That unit is not in this assessment. Reload the page.',
  },
  'assessment.unit-outside': {
    kind: 'invalid',
    id: 'Unit harus berada di dalam instansi yang dinilai.',
    en: 'A unit must belong to the agency that is assessed.',
  },
  'assessment.unit-has-it': {
    kind: 'conflict',
    id: 'Kantor itu sudah menjadi unit penilaian ini.',
    en: 'That office is a unit of this assessment already.',
  },
  'assessment.round-not-planned': {
    kind: 'conflict',
    id: 'Rencana hanya dapat diubah sebelum putaran dibuka.',
    en: 'The plan can only be changed before the round is opened.',
  },
  'assessment.plan-begun': {
    kind: 'conflict',
    id: 'Instrumen, tahun, dan benih undian hanya dapat diubah sebelum ada instansi dalam rencana, karena unit diundi dengannya.',
    en: 'Instrument, year and seed can only be changed before any agency is in the plan, since units are drawn with them.',
  },
  'assessment.draw-again': {
    kind: 'conflict',
    id: 'Rencana berubah sejak undian terakhir. Undi lagi produk dan sampel penilaian ganda, lalu buka putaran.',
    en: 'The plan has changed since the last draw. Draw products and the sample of the double rating again, then open the round.',
  },
  'assessment.round-empty': {
    kind: 'conflict',
    id: 'Tambahkan paling sedikit satu instansi yang mempunyai unit.',
    en: 'Add at least one agency that has units.',
  },
  'assessment.round-without-team': {
    kind: 'conflict',
    id: 'Masih ada unit tanpa penilai, atau unit penilaian ganda tanpa penilai kedua. Tugaskan dahulu.',
    en: 'There are units without an assessor, or drawn for a second rating without a second one. Assign them first.',
  },
  'assessment.round-unfinished': {
    kind: 'conflict',
    id: 'Masih ada penilaian yang belum terbit. Selesaikan semuanya sebelum mengakhiri putaran.',
    en: 'There are assessments that are not published yet. Finish all before ending the round.',
  },
  'assessment.sheets-begun': {
    kind: 'conflict',
    id: 'Lembar unit ini sudah mulai diisi, jadi undian dan unitnya tidak dapat diubah lagi.',
    en: 'The sheets of this unit are being filled in, so its draw and the unit cannot be changed any more.',
  },
  'assessment.no-assessor': {
    kind: 'invalid',
    id: 'Pilih orang yang menjabat sebagai penilai.',
    en: 'Choose someone who holds a position as assessor.',
  },
  'assessment.same-assessor-twice': {
    kind: 'invalid',
    id: 'Penilai kedua harus orang lain.',
    en: 'The second assessor must be someone else.',
  },
  'assessment.not-drawn': {
    kind: 'invalid',
    id: 'Unit ini tidak terundi untuk penilaian ganda, jadi tidak memerlukan penilai kedua.',
    en: 'This unit was not drawn for a second rating, so it needs no second assessor.',
  },
  'assessment.tie-kind-missing': {
    kind: 'invalid',
    id: 'Pilih jenis hubungannya.',
    en: 'Choose the kind of tie.',
  },
};
