/** Refusals of findings, resolution, recommendation and closing. Part of the room's catalogue (`rules/refusals.ts`). */
import type { RefusalCatalogue } from '../../../kernel/result.ts';

export const FINDINGS_REFUSALS = {
  'case.lhp-absent': {
    kind: 'absent',
    id: 'Belum ada hasil pemeriksaan yang sedang disusun untuk perkara ini.',
    en: 'No report of the examination is being written for this case.',
  },
  'case.lhp-incomplete': {
    kind: 'conflict',
    id: 'Hasil pemeriksaan belum lengkap. Bagian yang masih kurang tercantum di halamannya.',
    en: 'The report of the examination is incomplete. Its page lists what is missing.',
  },
  'case.lhp-handed-in': {
    kind: 'conflict',
    id: 'Hasil pemeriksaan ini sudah diajukan. Tarik kembali dulu bila masih ada yang perlu diubah.',
    en: 'This report has been handed in. Take it back first if something must still change.',
  },
  'case.lhp-own-review': {
    kind: 'forbidden',
    id: 'Hasil pemeriksaan ini memuat tulisan Anda. Mintalah rekan lain atau kepala untuk meninjaunya.',
    en: 'This report holds words of yours. Ask a colleague or the head to review it.',
  },
  'case.lhp-own-seal': {
    kind: 'forbidden',
    id: 'Hasil pemeriksaan ini memuat tulisan orang yang menyegelnya. Kepala di kantor di atasnya yang menyegel.',
    en: 'This report holds words of whoever seals it. The head of the office above seals it.',
  },
  'case.lhp-hand-in-team': {
    kind: 'conflict',
    id: 'Hasil pemeriksaan diajukan oleh anggota tim. Masukkan diri Anda ke tim lebih dulu.',
    en: 'The report is handed in by a member of the team. Put yourself on the team first.',
  },
  'case.former-actions-undecided': {
    kind: 'invalid',
    id: 'Tentukan untuk setiap tindakan korektif sebelumnya: tetap berlaku atau dicabut.',
    en: 'Say of every former corrective action whether it stays or is withdrawn.',
  },
  'case.former-reason-missing': {
    kind: 'invalid',
    id: 'Tulis alasan untuk setiap tindakan korektif yang dicabut.',
    en: 'Give a reason for every corrective action that is withdrawn.',
  },
  'case.lhp-changed': {
    kind: 'conflict',
    id: 'Naskahnya tidak lagi sama dengan hasil pemeriksaan yang diajukan. Tarik kembali, lalu ajukan lagi.',
    en: 'The document no longer says what was handed in. Take it back and hand it in again.',
  },
  'case.limit-reason-missing': {
    kind: 'invalid',
    id: 'Tenggat yang lain dari ketentuan memerlukan angka dan alasannya.',
    en: 'A limit other than the law\u2019s needs its number and a reason.',
  },
  'case.party-missing': {
    kind: 'invalid',
    id: 'Pilih pihak yang dituju dari daftar.',
    en: 'Choose from the list whom it is addressed to.',
  },
  'case.pick-missing': { kind: 'invalid', id: 'Pilih salah satu.', en: 'Choose one.' },
  'case.day-missing': { kind: 'invalid', id: 'Isi tanggalnya: hari, bulan, tahun.', en: 'Give the day: day, month, year.' },
  'case.person-missing': { kind: 'invalid', id: 'Pilih orangnya dari daftar.', en: 'Choose the person from the list.' },
  'case.comment-over': {
    kind: 'conflict',
    id: 'Waktu untuk menanggapi hasil pemeriksaan sudah berakhir, atau hasilnya belum terbit.',
    en: 'The time to comment on the result is over, or it has not been issued yet.',
  },
  'case.comment-decided': {
    kind: 'conflict',
    id: 'Tanggapan ini sudah diputuskan.',
    en: 'This comment has been decided on already.',
  },
  'case.monitoring-runs': {
    kind: 'conflict',
    id: 'Waktu pelaksanaan tindakan korektif belum berakhir, dan belum semuanya dinilai. Tunggu sampai tenggatnya.',
    en: 'The time for the corrective actions is not over and not all of them are judged. Wait for the deadline.',
  },
  'case.handover-open': {
    kind: 'conflict',
    id: 'Periksa dulu setiap butir kelengkapan berkas.',
    en: 'Look through every item of the file first.',
  },
  'case.handover-complete': {
    kind: 'conflict',
    id: 'Berkas dinyatakan lengkap, jadi tidak ada alasan mengembalikannya. Tandai dulu yang belum ada.',
    en: 'The file was found complete, so there is no reason to return it. Mark first what is missing.',
  },
  'case.session-absent': { kind: 'absent', id: 'Pertemuan ini tidak ditemukan.', en: 'There is no such session.' },
  'case.session-shuttle': {
    kind: 'invalid',
    id: 'Identitas Pelapor dirahasiakan: pilih bentuk bergantian, sehingga Pelapor hadir melalui Ombudsman.',
    en: 'The reporter\u2019s identity is secret: choose the shuttle form, in which the reporter attends through the Ombudsman.',
  },
  'case.session-past': { kind: 'invalid', id: 'Pilih hari dan jam yang akan datang.', en: 'Choose a day and time to come.' },
  'case.attendance-missing': {
    kind: 'invalid',
    id: 'Catat kehadiran setiap pihak.',
    en: 'Record the attendance of every party.',
  },
  'case.agreement-absent': {
    kind: 'absent',
    id: 'Tidak ada kesepakatan yang dapat Anda lihat di sini.',
    en: 'There is no agreement here that you may see.',
  },
  'case.agreement-settled': {
    kind: 'conflict',
    id: 'Kesepakatan ini sudah tidak dirundingkan lagi.',
    en: 'This agreement is no longer being negotiated.',
  },
  'case.agreement-moved-on': {
    kind: 'conflict',
    id: 'Isi kesepakatan sudah berubah sejak Anda membukanya. Baca versi terbaru, lalu putuskan lagi.',
    en: 'The agreement has changed since you opened it. Read the newest version and decide again.',
  },
  'case.consents-missing': {
    kind: 'conflict',
    id: 'Belum semua pihak menyetujui versi terbaru.',
    en: 'Not every party has consented to the newest version.',
  },
  'case.promise-missing': {
    kind: 'invalid',
    id: 'Tuliskan setidaknya satu janji dengan tenggatnya: siapa berbuat apa, paling lambat kapan.',
    en: 'Write at least one promise with its day: who does what by when.',
  },
  'case.scan-missing': {
    kind: 'invalid',
    id: 'Lampirkan pindaian lembar yang ditandatangani.',
    en: 'Attach a scan of the signed page.',
  },
  'case.recommendation-incomplete': {
    kind: 'conflict',
    id: 'Rekomendasi belum lengkap. Bagian yang masih kurang tercantum di halamannya.',
    en: 'The recommendation is incomplete. Its page lists what is missing.',
  },
  'case.recommendation-handed-in': {
    kind: 'conflict',
    id: 'Rekomendasi ini sudah diajukan kepada Ketua. Tarik kembali dulu bila masih ada yang perlu diubah.',
    en: 'This recommendation has been handed in to the chair. Take it back first if something must still change.',
  },
  'case.points-open': {
    kind: 'conflict',
    id: 'Belum semua butir rekomendasi dinilai, atau hasil yang dipilih tidak sesuai dengan penilaian butir-butirnya.',
    en: 'Not every point is judged, or the outcome chosen does not follow from the points.',
  },
  'case.step-proof-missing': {
    kind: 'invalid',
    id: 'Isi tanggal dan buktinya, atau tuliskan mengapa langkah ini tidak diambil.',
    en: 'Give the day and what shows it, or say why this step is not taken.',
  },
} as const satisfies RefusalCatalogue<string>;
