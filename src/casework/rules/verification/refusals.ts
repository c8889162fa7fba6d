/** Why a step of verification, plenary, assignment or transfer is refused, with what to do next. Part of the room's catalogue. */
import type { RefusalCatalogue } from '../../../kernel/result.ts';

export const VERIFICATION_REFUSALS = {
  'case.check-moved-on': {
    kind: 'conflict',
    id: 'Orang lain sudah menjawab syarat ini sejak Anda membuka halaman. Jawaban Anda masih ada; bandingkan lalu simpan lagi.',
    en: 'Someone else answered this requirement since you opened the page. Your answer is still here; compare and save again.',
  },
  'case.check-overrule-reason': {
    kind: 'invalid',
    id: 'Jawaban ini berbeda dari hasil hitungan. Tuliskan alasannya.',
    en: 'This answer differs from what was computed. Give the reason.',
  },
  'case.check-reason': {
    kind: 'invalid',
    id: 'Tuliskan mengapa syarat ini tidak terpenuhi atau tidak berlaku.',
    en: 'Say why this requirement is not met or does not apply.',
  },
  'case.ask-nothing': {
    kind: 'invalid',
    id: 'Pilih sekurangnya satu syarat yang perlu dilengkapi Pelapor.',
    en: 'Choose at least one requirement the reporter must complete.',
  },
  'case.proposal-missing': {
    kind: 'invalid',
    id: 'Pilih usul kepada rapat pleno.',
    en: 'Choose what you propose to the plenary.',
  },
  'case.plenary-day': {
    kind: 'invalid',
    id: 'Isi tanggal rapat: hari ini atau sesudahnya.',
    en: 'Give the day of the meeting: today or later.',
  },
  'case.plenary-time': { kind: 'invalid', id: 'Isi pukul dengan bentuk 09.30.', en: 'Give the time as 09:30.' },
  'case.plenary-place': { kind: 'invalid', id: 'Isi tempat rapat.', en: 'Give the place of the meeting.' },
  'case.plenary-no-members': {
    kind: 'conflict',
    id: 'Pada hari itu tidak ada anggota rapat pleno di kantor ini.',
    en: 'The plenary of this office has no members on that day.',
  },
  'case.plenary-not-now': {
    kind: 'conflict',
    id: 'Langkah ini tidak dapat dilakukan pada keadaan rapat sekarang. Muat ulang halaman untuk melihat keadaan terbaru.',
    en: 'This step is not possible as the meeting stands now. Reload the page to see how it stands.',
  },
  'case.plenary-not-yet': {
    kind: 'conflict',
    id: 'Rapat dibuka pada harinya. Bila dimajukan, ubah tanggalnya dulu.',
    en: 'A meeting is opened on its day. If it is held earlier, change its day first.',
  },
  'case.plenary-moved-on': {
    kind: 'conflict',
    id: 'Orang lain sudah mengubah rapat ini sejak Anda membukanya. Periksa keadaan terbaru lalu kirim lagi.',
    en: 'Someone else changed this meeting since you opened it. Look at how it stands now and send it again.',
  },
  'case.plenary-other-agenda': {
    kind: 'conflict',
    id: 'Perkara ini sudah ada dalam agenda sebuah rapat.',
    en: 'This case is already on the agenda of a meeting.',
  },
  'case.plenary-open-items': {
    kind: 'conflict',
    id: 'Masih ada perkara dalam agenda yang belum diputus. Putuskan, tunda, atau keluarkan dari agenda.',
    en: 'A case on the agenda is not decided yet. Decide it, postpone it or take it off the agenda.',
  },
  'case.plenary-attendance': {
    kind: 'invalid',
    id: 'Catat kehadiran setiap anggota lebih dulu.',
    en: 'Record the attendance of every member first.',
  },
  'case.no-quorum': {
    kind: 'conflict',
    id: 'Kuorum untuk perkara ini tidak tercapai, sehingga tidak dapat diputus. Keluarkan dari agenda untuk dibahas di rapat lain.',
    en: 'There is no quorum for this case, so it cannot be decided. Take it off the agenda for another meeting.',
  },
  'case.already-decided': {
    kind: 'conflict',
    id: 'Perkara ini sudah diputus dalam rapat ini. Putusan hanya dibuat satu kali; putusan Anda tidak disimpan.',
    en: 'This case has already been decided in this meeting. A decision is made once; yours was not kept.',
  },
  'case.decision-missing': { kind: 'invalid', id: 'Pilih putusan rapat.', en: 'Choose what the meeting decided.' },
  'case.decider-conflict': {
    kind: 'forbidden',
    id: 'Ada benturan kepentingan antara Anda dan perkara ini, sehingga Anda tidak ikut membahas dan memutusnya.',
    en: 'You have a conflict of interest in this case, so you neither discuss nor decide it.',
  },
  'case.decider-absent': {
    kind: 'forbidden',
    id: 'Anda tercatat tidak hadir dalam rapat ini. Yang mencatat putusan harus hadir; perbarui kehadiran bila Anda sudah datang.',
    en: 'You are recorded as absent from this meeting. Whoever records a decision must be there; record the attendance again if you have come.',
  },
  'case.dissent-not-member': {
    kind: 'invalid',
    id: 'Pendapat berbeda hanya dicatat dari anggota yang hadir dan ikut memutus perkara ini.',
    en: 'A dissenting opinion is recorded only of members who were there and decided on this case.',
  },
  'case.minutes-not-sealed': {
    kind: 'conflict',
    id: 'Berita acara rapat belum disegel. Rapat selesai setelah berita acaranya disegel.',
    en: 'The minutes are not sealed yet. The meeting ends when its minutes are sealed.',
  },
  'case.team-lead-missing': { kind: 'invalid', id: 'Pilih ketua tim pemeriksa.', en: 'Choose the lead examiner.' },
  'case.team-person': {
    kind: 'invalid',
    id: 'Pilih orang yang memegang jabatan itu di kantor ini hari ini.',
    en: 'Choose somebody who holds that position at this office today.',
  },
  'case.team-conflict': {
    kind: 'forbidden',
    id: 'Orang ini mempunyai benturan kepentingan dengan perkara ini. Pilih orang lain.',
    en: 'This person has a conflict of interest in this case. Choose somebody else.',
  },
  'case.team-unchanged': {
    kind: 'invalid',
    id: 'Tidak ada yang berubah. Ubah susunan tim, lalu simpan.',
    en: 'Nothing has changed. Change the team, then save.',
  },
  'case.transfer-office': {
    kind: 'invalid',
    id: 'Pilih kantor atau unit Ombudsman yang menerima.',
    en: 'Choose the office or unit of the Ombudsman that receives it.',
  },
  'case.transfer-coordination': {
    kind: 'invalid',
    id: 'Catat koordinasi lebih dulu: dengan siapa, kapan, dan apa yang disepakati.',
    en: 'Record the coordination first: with whom, when, and what was agreed.',
  },
  'case.transfer-open': {
    kind: 'conflict',
    id: 'Sudah ada penyerahan yang menunggu jawaban kantor lain.',
    en: 'A transfer is already waiting for the other office.',
  },
  'case.transfer-decided': {
    kind: 'conflict',
    id: 'Penyerahan ini sudah dijawab atau ditarik. Muat ulang halaman.',
    en: 'This transfer has been answered or withdrawn already. Reload the page.',
  },
  'case.transfer-agenda': {
    kind: 'conflict',
    id: 'Perkara ini masih dalam agenda rapat pleno. Keluarkan dari agenda dulu.',
    en: 'This case is still on the agenda of a plenary. Take it off first.',
  },
  'case.conflict-person': {
    kind: 'invalid',
    id: 'Pilih orang atau unit yang mempunyai benturan kepentingan.',
    en: 'Choose the person or unit that has the conflict of interest.',
  },
  'case.conflict-known': {
    kind: 'conflict',
    id: 'Benturan kepentingan ini sudah tercatat.',
    en: 'This conflict of interest is already on record.',
  },
  'case.files-not-taken': {
    kind: 'invalid',
    id: 'Ada berkas yang tidak dapat diterima. Ganti atau hapus berkas itu.',
    en: 'A file could not be taken. Replace or remove it.',
  },
} as const satisfies RefusalCatalogue<string>;

export type VerificationRefusal = keyof typeof VERIFICATION_REFUSALS;
