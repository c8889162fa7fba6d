/**
 * What the room's codes are called. The Indonesian words are the official ones of SP4N-LAPOR! where it has one; status labels for
 * the public say what is happening instead of what the procedure calls it.
 */
import type { Label } from '../../kernel/language.ts';
import type { ClockKind } from './clocks.ts';
import type { ComplaintStatus, PartState } from './complaint.transitions.ts';
import type { ArchiveReason, Channel, ComplaintClass, Outcome } from './complaint.ts';
import type { WaitingKind } from './waiting.ts';

/** Which colour a status has everywhere; the words always stand beside it. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'accent';

export const STATUS_LABELS: Readonly<Record<ComplaintStatus, Label & { readonly meaning: Label; readonly tone: Tone }>> = {
  received: {
    id: 'Belum diverifikasi',
    en: 'Not yet verified',
    meaning: {
      id: 'Pengaduan sudah diterima dan menunggu diperiksa.',
      en: 'The complaint has been received and waits to be checked.',
    },
    tone: 'neutral',
  },
  'on-hold': {
    id: 'Tunda: menunggu keterangan pelapor',
    en: 'On hold: waiting for facts',
    meaning: {
      id: 'Instansi bertanya kepada pelapor; batas waktu dijeda sampai dijawab.',
      en: 'The agency has asked the complainant a question; the deadlines wait for the answer.',
    },
    tone: 'warning',
  },
  forwarded: {
    id: 'Terdisposisi',
    en: 'Forwarded',
    meaning: {
      id: 'Sudah diteruskan ke instansi yang harus menangani, belum ada tindak lanjut.',
      en: 'Forwarded to the agency that must handle it; no follow-up yet.',
    },
    tone: 'info',
  },
  returned: {
    id: 'Bukan wewenang: dicarikan instansi lain',
    en: 'Returned: another agency is sought',
    meaning: {
      id: 'Instansi menyatakan bukan wewenangnya; sedang diputuskan siapa yang menangani. Batas waktu tetap berjalan.',
      en: 'The agency says it is not competent; who handles it is being decided. The deadline keeps running.',
    },
    tone: 'warning',
  },
  'in-progress': {
    id: 'Diproses',
    en: 'In progress',
    meaning: { id: 'Instansi sedang menangani.', en: 'The agency is working on it.' },
    tone: 'info',
  },
  'awaiting-complainant': {
    id: 'Menunggu tanggapan pelapor',
    en: 'Waiting for the complainant',
    meaning: {
      id: 'Instansi menyatakan sudah selesai; pelapor dapat membenarkan atau menyanggah.',
      en: 'The agency says it is done; the complainant can confirm or object.',
    },
    tone: 'accent',
  },
  closed: {
    id: 'Selesai',
    en: 'Closed',
    meaning: { id: 'Pengaduan ditutup. Lihat bagaimana berakhirnya.', en: 'The complaint is closed. See how it ended.' },
    tone: 'success',
  },
  archived: {
    id: 'Diarsipkan',
    en: 'Set aside',
    meaning: {
      id: 'Tidak ditangani, dengan alasan. Pelapor dapat menyanggah.',
      en: 'Not handled, with a reason. The complainant can contest it.',
    },
    tone: 'neutral',
  },
};

export const PART_STATE_LABELS: Readonly<Record<PartState, Label>> = {
  returned: { id: 'Dikembalikan', en: 'Returned' },
  forwarded: { id: 'Menunggu tindak lanjut pertama', en: 'Waiting for the first follow-up' },
  'in-progress': { id: 'Diproses', en: 'In progress' },
  'awaiting-complainant': { id: 'Diusulkan selesai', en: 'Proposed to close' },
  closed: { id: 'Selesai', en: 'Closed' },
  excused: { id: 'Dibebaskan: bukan wewenangnya', en: 'Excused: not competent' },
};

/** The three endings are told apart everywhere; only the first means "solved". */
export const OUTCOME_LABELS: Readonly<Record<Outcome, Label & { readonly meaning: Label; readonly tone: Tone }>> = {
  confirmed: {
    id: 'Selesai, dibenarkan pelapor',
    en: 'Closed, confirmed by the complainant',
    meaning: { id: 'Pelapor menyatakan masalahnya selesai.', en: 'The complainant says it is solved.' },
    tone: 'success',
  },
  silence: {
    id: 'Ditutup tanpa tanggapan pelapor',
    en: 'Closed by silence',
    meaning: {
      id: 'Pelapor tidak menanggapi sampai batas waktu. Ini belum berarti masalahnya selesai.',
      en: 'The complainant did not answer in time. This does not mean that it is solved.',
    },
    tone: 'neutral',
  },
  unreachable: {
    id: 'Ditutup, pelapor tidak dapat dihubungi',
    en: 'Closed, complainant could not be reached',
    meaning: {
      id: 'Tidak ada cara memberi tahu pelapor. Ini belum berarti masalahnya selesai.',
      en: 'There was no way to tell the complainant. This does not mean that it is solved.',
    },
    tone: 'neutral',
  },
};

export const CLASS_LABELS: Readonly<Record<ComplaintClass, Label & { readonly meaning: Label }>> = {
  complaint: {
    id: 'Pengaduan',
    en: 'Complaint',
    meaning: {
      id: 'Ada pelayanan publik yang tidak berjalan semestinya, atau petugas yang bertindak tidak semestinya.',
      en: 'A public service does not work as it should, or an official acted wrongly.',
    },
  },
  aspiration: {
    id: 'Aspirasi',
    en: 'Aspiration',
    meaning: { id: 'Usul atau harapan agar pelayanan menjadi lebih baik.', en: 'A proposal or wish for a better service.' },
  },
  'information-request': {
    id: 'Permintaan informasi',
    en: 'Request for information',
    meaning: { id: 'Pertanyaan tentang suatu pelayanan publik.', en: 'A question about a public service.' },
  },
};

export const CHANNEL_LABELS: Readonly<Record<Channel, Label>> = {
  web: { id: 'Situs ini', en: 'This site' },
  api: { id: 'Aplikasi lain (API)', en: 'Another application (API)' },
  pojok: { id: 'Pojok pengaduan (datang langsung)', en: 'Counter (in person)' },
  telephone: { id: 'Telepon', en: 'Telephone' },
  letter: { id: 'Surat', en: 'Letter' },
  sms: { id: 'SMS', en: 'SMS' },
  whatsapp: { id: 'WhatsApp', en: 'WhatsApp' },
  email: { id: 'E-mail', en: 'E-mail' },
  social: { id: 'Media sosial', en: 'Social media' },
};

export const ARCHIVE_REASON_LABELS: Readonly<Record<ArchiveReason, Label>> = {
  'too-general': { id: 'Terlalu umum untuk ditindaklanjuti', en: 'Too general to act upon' },
  'not-government': { id: 'Tidak berkaitan dengan kinerja pemerintah', en: 'Not about the work of government' },
  misaddressed: { id: 'Salah peruntukan', en: 'Misaddressed' },
  duplicate: { id: 'Sudah pernah disampaikan (duplikat)', en: 'Already filed (duplicate)' },
  hateful: { id: 'Berisi kebencian atau SARA', en: 'Hateful content' },
  'out-of-scope': {
    id: 'Di luar lingkup (perkara pengadilan, pidana, atau lembaga lain)',
    en: 'Out of scope (court case, crime, or another institution)',
  },
  'no-answer': { id: 'Keterangan yang diminta tidak diberikan', en: 'The facts asked for were not given' },
  test: { id: 'Percobaan', en: 'A test' },
};

export const WAITING_LABELS: Readonly<Record<WaitingKind, Label>> = {
  verify: { id: 'Verifikasi', en: 'Verify' },
  redirect: { id: 'Dikembalikan: tentukan instansi lain', en: 'Returned: choose another agency' },
  arbitrate: { id: 'Putuskan (dikembalikan berulang)', en: 'Decide (returned repeatedly)' },
  receive: { id: 'Baru diterima: tindak lanjut pertama', en: 'New: first follow-up' },
  work: { id: 'Sedang ditangani', en: 'In progress' },
  oversee: { id: 'Pengawasan Ombudsman', en: 'Ombudsman oversight' },
};

export const CLOCK_LABELS: Readonly<Record<ClockKind, Label>> = {
  verify: { id: 'Verifikasi dan penerusan', en: 'Verification and forwarding' },
  finish: { id: 'Penyelesaian', en: 'Settlement' },
  'follow-up': { id: 'Tindak lanjut pertama', en: 'First follow-up' },
  silence: { id: 'Tanggapan pelapor', en: 'Answer of the complainant' },
  hold: { id: 'Keterangan dari pelapor', en: 'Facts from the complainant' },
  arbitrate: { id: 'Keputusan meja nasional', en: 'Decision of the national desk' },
};
