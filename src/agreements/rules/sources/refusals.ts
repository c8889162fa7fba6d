/** Refusals of what a line comes from, and its training, outreach or discussion; merged into the room's catalogue. */
import type { RefusalCatalogue } from '../../../kernel/result.ts';

export const SOURCE_REFUSALS = {
  'agreement.source-absent': {
    kind: 'absent',
    id: 'Tidak ada butir perbaikan atau kewajiban yang dapat Anda lihat di sini.',
    en: 'There is no improvement item or obligation here that you may see.',
  },
  'agreement.source-elsewhere': {
    kind: 'invalid',
    id: 'Unit yang harus memperbaiki bukan pihak dalam rencana ini. Pilih rencana lain.',
    en: 'The office that must improve is no party of this plan. Choose another plan.',
  },
  'agreement.source-over': {
    kind: 'conflict',
    id: 'Butir atau kewajiban ini sudah selesai atau dihentikan. Tidak perlu masuk rencana kerja lagi.',
    en: 'This item or obligation is settled or was dropped. It needs no plan any more.',
  },
  'agreement.plan-unknown': { kind: 'invalid', id: 'Pilih rencana kerjanya.', en: 'Choose the plan.' },
  'agreement.measure-unknown': { kind: 'invalid', id: 'Pilih ukuran dari daftar.', en: 'Choose a measure from the list.' },
  'agreement.measure-agency': {
    kind: 'invalid',
    id: 'Pilih instansi pemerintah yang menjadi pihak dalam dokumen ini, atau unit di bawahnya.',
    en: 'Choose a government agency that is a party of this agreement, or an office below one.',
  },
  'agreement.measure-days': {
    kind: 'invalid',
    id: 'Isi kedua tanggal, dari yang lebih awal ke yang lebih akhir, paling lama lima tahun.',
    en: 'Give both days, the earlier one first, at most five years apart.',
  },
  'agreement.topic-missing': {
    kind: 'invalid',
    id: 'Tuliskan apa yang dibahas.',
    en: 'Say what it is about.',
  },
  'agreement.session-days': {
    kind: 'invalid',
    id: 'Hari terakhir tidak boleh sebelum hari pertama.',
    en: 'The last day may not come before the first.',
  },
  'agreement.session-in-future': {
    kind: 'invalid',
    id: 'Sesi ini belum berlangsung. Catat hasilnya setelah selesai.',
    en: 'The session has not been held yet. Record what came of it afterwards.',
  },
  'agreement.session-absent': {
    kind: 'absent',
    id: 'Tidak ada sesi yang dapat Anda lihat di sini.',
    en: 'There is no session here that you may see.',
  },
  'agreement.session-moved-on': {
    kind: 'conflict',
    id: 'Sesi ini sudah diubah orang lain sejak Anda membukanya. Tulisan Anda masih ada di bawah; periksa lalu kirim lagi.',
    en: 'Someone else changed this session since you opened it. What you wrote is still below; look at it and send it again.',
  },
  'agreement.count-wrong': {
    kind: 'invalid',
    id: 'Isi dengan bilangan bulat, misalnya 25.',
    en: 'Give a whole number, for example 25.',
  },
  'agreement.attendance-missing': {
    kind: 'invalid',
    id: 'Isi sedikitnya satu kelompok yang hadir.',
    en: 'Fill in at least one group of people who came.',
  },
  'agreement.part-too-large': {
    kind: 'invalid',
    id: 'Bagian ini tidak boleh lebih besar dari jumlah yang hadir.',
    en: 'This part may not be larger than how many came.',
  },
  'agreement.tested-more-than-came': {
    kind: 'invalid',
    id: 'Peserta tes tidak boleh lebih banyak daripada yang hadir.',
    en: 'No more people can take the test than came.',
  },
  'agreement.mark-wrong': {
    kind: 'invalid',
    id: 'Isi nilai dari 0 sampai 100, misalnya 72,5.',
    en: 'Give a mark from 0 to 100, for example 72.5.',
  },
  'agreement.mean-with-count': {
    kind: 'invalid',
    id: 'Isi jumlah peserta tes bersama nilai rata-ratanya.',
    en: 'Give how many took the test together with their mean mark.',
  },
  'agreement.passed-too-many': {
    kind: 'invalid',
    id: 'Yang lulus tidak boleh lebih banyak daripada peserta tes akhir.',
    en: 'No more people can pass than took the final test.',
  },
  'agreement.pass-mark-missing': {
    kind: 'invalid',
    id: 'Isi nilai lulusnya.',
    en: 'Give the mark that passes.',
  },
  'agreement.role-missing': {
    kind: 'invalid',
    id: 'Tuliskan perannya, misalnya dosen hukum administrasi. Jangan tulis nama orang.',
    en: 'Give the role, for example lecturer of administrative law. Do not write the name of a person.',
  },
  'agreement.too-many-reviewers': {
    kind: 'invalid',
    id: 'Penanggap dari luar paling banyak 30.',
    en: 'At most 30 outside reviewers.',
  },
  'agreement.reviewer-asked': {
    kind: 'conflict',
    id: 'Penanggap yang sudah bertanya tidak dapat dihapus dari daftar.',
    en: 'A reviewer who has asked a question cannot be taken off the list.',
  },
  'agreement.too-many-questions': {
    kind: 'invalid',
    id: 'Pertanyaan dalam satu sesi paling banyak 200.',
    en: 'At most 200 questions in one session.',
  },
  'agreement.answer-missing': {
    kind: 'conflict',
    id: 'Pertanyaan ini belum dijawab. Hanya pertanyaan yang dijawab dapat diumumkan.',
    en: 'This question has no answer yet. Only answered questions can be published.',
  },
  'agreement.own-answer': {
    kind: 'forbidden',
    id: 'Anda sendiri yang menulis jawabannya. Orang lain yang memutuskan pengumumannya.',
    en: 'You wrote the answer yourself. Somebody else decides on its publication.',
  },
  'agreement.personal-data': {
    kind: 'invalid',
    id: 'Ada data pribadi dalam tulisan ini (misalnya nama orang, nomor telepon, NIK, atau surel). Hapus dulu: tulisan ini akan dapat dibaca siapa pun.',
    en: 'There is personal data in this text (for example a name, a telephone number, an identity number or an e-mail address). Take it out first: everybody will be able to read it.',
  },
  'agreement.not-checked': {
    kind: 'invalid',
    id: 'Centang bahwa Anda sudah memeriksa tidak ada nama orang di dalamnya.',
    en: 'Tick that you have checked that no person is named in it.',
  },
  'agreement.decision-missing': {
    kind: 'invalid',
    id: 'Pilih apakah diumumkan atau tidak.',
    en: 'Choose whether it is published.',
  },
} as const satisfies RefusalCatalogue<string>;
