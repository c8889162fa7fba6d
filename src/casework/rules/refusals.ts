/** Every refusal of this room, once, with what to do next in both languages. Areas add their lines. */
import type { RefusalCatalogue } from '../../kernel/result.ts';
import { DOCUMENT_REFUSALS } from './documents/refusals.ts';
import { EXAMINATION_REFUSALS } from './examination/refusals.ts';
import { FINDINGS_REFUSALS } from './findings/refusals.ts';
import { REPORT_REFUSALS } from './reports/refusals.ts';
import { VERIFICATION_REFUSALS } from './verification/refusals.ts';

export const CASE_REFUSALS = {
  'case.absent': {
    kind: 'absent',
    id: 'Tidak ada perkara yang dapat Anda lihat dengan nomor ini.',
    en: 'There is no case with this number that you may see.',
  },
  'case.not-yours': {
    kind: 'forbidden',
    id: 'Langkah ini bukan wewenang jabatan Anda untuk perkara ini.',
    en: 'Your position may not take this step on this case.',
  },
  'case.not-now': {
    kind: 'conflict',
    id: 'Langkah ini tidak dapat dilakukan pada tahap perkara saat ini. Muat ulang halaman untuk melihat keadaan terbaru.',
    en: 'This step is not possible at the present stage of the case. Reload the page to see how it stands.',
  },
  'case.moved-on': {
    kind: 'conflict',
    id: 'Perkara ini sudah diubah orang lain sejak Anda membukanya. Tulisan Anda masih ada di bawah; periksa keadaan terbaru lalu kirim lagi.',
    en: 'Someone else changed this case since you opened it. What you wrote is still below; look at how it stands now and send it again.',
  },
  'case.reason-missing': { kind: 'invalid', id: 'Tuliskan alasannya.', en: 'Give the reason.' },
  'case.text-missing': { kind: 'invalid', id: 'Isi tulisannya dulu.', en: 'Write the text first.' },
  'case.text-too-long': {
    kind: 'invalid',
    id: 'Tulisan terlalu panjang. Ringkas, atau lampirkan sebagai berkas.',
    en: 'The text is too long. Shorten it, or attach it as a file.',
  },
  'case.open-obligations': {
    kind: 'conflict',
    id: 'Masih ada kewajiban yang belum selesai. Periksa daftarnya, lalu nyatakan bahwa Anda sudah melihatnya sebelum menutup perkara.',
    en: 'There are obligations still open. Look at the list and say that you have seen it before you close the case.',
  },
  'case.formal-not-met': {
    kind: 'conflict',
    id: 'Masih ada syarat formil yang belum diperiksa atau belum terpenuhi.',
    en: 'A formal requirement is unchecked or not met.',
  },
  'case.checks-open': {
    kind: 'conflict',
    id: 'Masih ada syarat yang belum diperiksa. Jawab semuanya dulu.',
    en: 'A requirement has not been checked yet. Answer them all first.',
  },
  'case.not-decided': {
    kind: 'conflict',
    id: 'Rapat pleno belum memutus perkara ini dengan kuorum.',
    en: 'No plenary with a quorum has decided this case yet.',
  },
  'case.lhp-not-sealed': {
    kind: 'conflict',
    id: 'LHP belum ditinjau dan disegel.',
    en: 'The LHP has not been reviewed and sealed yet.',
  },
  'case.actions-open': {
    kind: 'conflict',
    id: 'Masih ada tindakan korektif yang belum dinyatakan dilaksanakan.',
    en: 'A corrective action has not been judged carried out yet.',
  },
  'case.agreement-missing': {
    kind: 'conflict',
    id: 'Belum ada kesepakatan yang ditandatangani dan dijalankan kedua pihak.',
    en: 'There is no agreement signed and kept by both sides yet.',
  },
  'case.recommendation-not-sealed': {
    kind: 'conflict',
    id: 'Rekomendasi belum lengkap atau belum disegel.',
    en: 'The recommendation is incomplete or not sealed yet.',
  },
  'case.steps-missing': {
    kind: 'conflict',
    id: 'Langkah lanjutan (laporan kepada DPR dan Presiden, publikasi) belum dicatat, atau belum ada alasan mengapa tidak.',
    en: 'The further steps (report to DPR and President, publication) are not recorded, nor why not.',
  },
  'case.new-evidence-missing': {
    kind: 'invalid',
    id: 'Sebutkan bukti baru yang menjadi dasar pemeriksaan ulang.',
    en: 'Name the new evidence on which the case is examined again.',
  },
  'case.draft-changed': {
    kind: 'conflict',
    id: 'Tulisan Anda diubah di jendela lain sejak halaman ini dibuka. Periksa lagi jawaban Anda, lalu kirim.',
    en: 'What you wrote was changed in another window since this page was opened. Check your answers again, then send.',
  },
  'case.appeal-not-yet': {
    kind: 'conflict',
    id: 'Pengaduan ini belum dapat dibawa ke Ombudsman. Halaman pengaduan menjelaskan alasannya dan sejak kapan bisa.',
    en: 'This complaint cannot be brought to the Ombudsman yet. Its page says why, and from when.',
  },
  'case.review-moved-on': {
    kind: 'conflict',
    id: 'Keadaan ini sudah diubah orang lain sejak Anda membukanya. Muat ulang halaman, lalu ulangi bila masih perlu.',
    en: 'Someone else changed this since you opened it. Reload the page and try again if it is still needed.',
  },
  'case.review-problem-missing': {
    kind: 'conflict',
    id: 'Tulis dulu masalah yang terdeteksi, lalu mulai analisis.',
    en: 'Write down the problem detected first, then begin the analysis.',
  },
  'case.review-lha-missing': {
    kind: 'conflict',
    id: 'Laporan Hasil Analisis (LHA) belum ditulis.',
    en: 'The report of the analysis (LHA) has not been written yet.',
  },
  'case.review-suggestions-open': {
    kind: 'conflict',
    id: 'Masih ada saran yang belum disampaikan atau belum dinilai pelaksanaannya. Selesaikan atau cabut dulu.',
    en: 'A suggestion has not been given or not been judged yet. Finish that, or take it back first.',
  },
  'case.lha-nothing': {
    kind: 'conflict',
    id: 'Belum ada saran yang dapat dimuat dalam LHA. Tulis sarannya dulu.',
    en: 'There is no suggestion to put into the LHA yet. Write one first.',
  },
  'case.lha-in-making': {
    kind: 'conflict',
    id: 'Naskah LHA dengan saran ini sedang disusun. Kirim atau buang naskahnya dulu.',
    en: 'An LHA with these suggestions is being made. Send it or throw the draft away first.',
  },
  'case.lha-changed': {
    kind: 'conflict',
    id: 'Naskah LHA ini tidak lagi sama dengan saran pada kajian, atau kajian kembali ke analisis. Buang naskahnya, lalu susun lagi dari halaman kajian.',
    en: 'This LHA no longer says what the review suggests, or the review went back to the analysis. Throw it away and make it anew from the review.',
  },
  'case.review-title-missing': { kind: 'invalid', id: 'Tuliskan judulnya.', en: 'Give it a title.' },
  'case.review-agency-outside': {
    kind: 'invalid',
    id: 'Pilih instansi yang dikaji atau instansi lain dalam pemerintahan yang sama.',
    en: 'Choose the agency reviewed or another one of the same government.',
  },
  'case.review-member-unknown': {
    kind: 'invalid',
    id: 'Pilih petugas dari kantor ini.',
    en: 'Choose an officer of this office.',
  },
  'case.search-running': {
    kind: 'busy',
    id: 'Pencarian untuk kantor ini baru saja diminta. Tunggu sampai selesai.',
    en: 'A search for this office has just been asked for. Wait until it is done.',
  },
  'case.complaint-moved-on': {
    kind: 'conflict',
    id: 'Ada kabar baru pada pengaduan Anda sejak halaman ini dibuka. Periksa, lalu kirim lagi bila masih perlu.',
    en: 'There is news on your complaint since this page was opened. Look at it, then send again if you still need to.',
  },
  ...DOCUMENT_REFUSALS,
  ...FINDINGS_REFUSALS,
  ...VERIFICATION_REFUSALS,
  ...REPORT_REFUSALS,
  'case.obligation-absent': {
    kind: 'absent',
    id: 'Tidak ada kewajiban yang dapat Anda lihat di sini.',
    en: 'There is no obligation here that you may see.',
  },
  'case.obligation-not-now': {
    kind: 'conflict',
    id: 'Langkah ini tidak dapat Anda ambil pada keadaan kewajiban saat ini. Periksa keadaan terbarunya di halaman ini.',
    en: 'You cannot take this step as the obligation stands now. Look at how it stands on this page.',
  },
  'case.obligation-moved-on': {
    kind: 'conflict',
    id: 'Kewajiban ini sudah berubah sejak Anda membukanya. Tulisan Anda masih ada di bawah; periksa keadaan terbaru lalu kirim lagi.',
    en: 'This obligation changed since you opened it. What you wrote is still below; look at how it stands now and send it again.',
  },
  'case.looked-at-missing': {
    kind: 'invalid',
    id: 'Sebutkan bukti yang Anda periksa.',
    en: 'Name the evidence you looked at.',
  },
  'case.days-wrong': {
    kind: 'invalid',
    id: 'Isi jumlah hari kerja dengan bilangan bulat dalam batas yang tertulis.',
    en: 'Give the working days as a whole number within the limit shown.',
  },
  'case.before-due': {
    kind: 'conflict',
    id: 'Tenggatnya belum lewat dan instansi belum melapor. Tunggu sampai tenggat lewat.',
    en: 'The due day is not over and the agency has not reported yet. Wait until it is over.',
  },
  'case.same-person': {
    kind: 'forbidden',
    id: 'Laporan ini Anda sendiri yang mencatat. Orang lain yang harus menilainya.',
    en: 'You recorded this report yourself. Somebody else must judge it.',
  },
  'case.received-day-impossible': {
    kind: 'invalid',
    id: 'Hari penerimaan harus antara hari kewajiban diterbitkan dan hari ini.',
    en: 'The day of receipt must lie between the day it was issued and today.',
  },
  'case.office-not-below': {
    kind: 'invalid',
    id: 'Pilih unit lain di lingkungan instansi Anda.',
    en: 'Choose another office of your own agency.',
  },
  'case.publication-names-reporter': {
    kind: 'invalid',
    id: 'Tulisan ini memuat sesuatu yang menunjuk Pelapor. Tulis ulang tanpa itu.',
    en: 'This text contains something that points to the reporter. Write it again without that.',
  },
  'case.publication-marked': {
    kind: 'invalid',
    id: 'Ada bagian yang tampak seperti data pribadi. Hapus, atau nyatakan bahwa Anda sudah memeriksanya.',
    en: 'Some passages look like personal data. Take them out, or say that you have looked at them.',
  },
  'case.publication-own': {
    kind: 'forbidden',
    id: 'Anda yang menulis konsep ini. Orang lain yang harus menerbitkannya.',
    en: 'You wrote this draft. Somebody else must publish it.',
  },
  'case.publication-not-now': {
    kind: 'conflict',
    id: 'Langkah ini tidak dapat dilakukan pada keadaan publikasi saat ini.',
    en: 'This step is not possible as the publication stands now.',
  },
  'case.publication-moved-on': {
    kind: 'conflict',
    id: 'Konsep ini sudah diubah orang lain sejak Anda membukanya. Tulisan Anda masih ada di bawah.',
    en: 'Someone else changed this draft since you opened it. What you wrote is still below.',
  },
  'case.file-refused': {
    kind: 'invalid',
    id: 'Berkas tidak dapat diterima.',
    en: 'A file cannot be accepted.',
  },
  ...EXAMINATION_REFUSALS,
} as const satisfies RefusalCatalogue<string>;

export type CaseRefusal = keyof typeof CASE_REFUSALS;
