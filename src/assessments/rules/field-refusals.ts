/** What may be answered to whoever fills in sheets, besides what the whole room may answer. */
import type { RefusalCatalogue } from '../../kernel/result.ts';
import { ASSESSMENT_REFUSALS, type AssessmentRefusal } from './refusals.ts';

export type FieldRefusal =
  | 'assessment.not-your-sheet'
  | 'assessment.round-closed'
  | 'assessment.not-open'
  | 'assessment.self-assessment-over'
  | 'assessment.indicator-unknown'
  | 'assessment.answer-out-of-scale'
  | 'assessment.must-apply'
  | 'assessment.note-not-here'
  | 'assessment.note-too-long'
  | 'assessment.note-without-answer'
  | 'assessment.product-too-long'
  | 'assessment.operation-reused'
  | 'assessment.answer-moved-on'
  | 'assessment.conflict-settled'
  | 'assessment.evidence-not-here'
  | 'assessment.too-much-evidence'
  | 'assessment.caption-too-long'
  | 'assessment.file-damaged';

export type RefusalCode = AssessmentRefusal | FieldRefusal;

const FIELD: RefusalCatalogue<FieldRefusal> = {
  'assessment.not-your-sheet': {
    kind: 'forbidden',
    id: 'Lembar ini bukan tugas Anda. Minta koordinator penilaian memeriksa penugasannya.',
    en: 'This sheet is not assigned to you. Ask the manager of the round to look at the assignment.',
  },
  'assessment.round-closed': {
    kind: 'conflict',
    id: 'Putaran penilaian ini belum dibuka atau sudah berakhir, sehingga lembarnya tidak dapat diisi.',
    en: 'This round is not open yet or has ended, so its sheets cannot be filled in.',
  },
  'assessment.not-open': {
    kind: 'conflict',
    id: 'Penilaian ini sudah diajukan, sehingga jawabannya tidak dapat diubah. Pemeriksa dapat mengembalikannya.',
    en: 'This assessment has been submitted, so its answers cannot be changed. The checker can give it back.',
  },
  'assessment.self-assessment-over': {
    kind: 'conflict',
    id: 'Waktu penilaian mandiri sudah lewat, atau putaran ini tidak mengadakannya.',
    en: 'The time for self-assessment is over, or this round has none.',
  },
  'assessment.indicator-unknown': {
    kind: 'invalid',
    id: 'Pertanyaan ini tidak ada pada lembar tersebut. Muat ulang halaman atau tugas, lalu isi lagi.',
    en: 'This question is not on that sheet. Load the page or the assignment again, then answer it.',
  },
  'assessment.answer-out-of-scale': {
    kind: 'invalid',
    id: 'Jawaban di luar pilihan yang tersedia. Pilih salah satu jawaban, atau tulis angka yang sesuai.',
    en: 'The answer is outside what can be chosen. Choose one of the answers, or write a number that fits.',
  },
  'assessment.must-apply': {
    kind: 'invalid',
    id: 'Pertanyaan ini berlaku bagi semua unit, sehingga tidak dapat dijawab "tidak berlaku".',
    en: 'This question applies to every unit, so "does not apply" cannot be the answer.',
  },
  'assessment.note-not-here': {
    kind: 'invalid',
    id: 'Wawancara tidak menyimpan catatan bebas, supaya tidak ada orang yang dapat dikenali.',
    en: 'Interviews keep no free text, so that nobody can be recognised.',
  },
  'assessment.note-too-long': {
    kind: 'invalid',
    id: 'Catatan terlalu panjang: paling banyak 2.000 karakter.',
    en: 'The note is too long: at most 2,000 characters.',
  },
  'assessment.note-without-answer': {
    kind: 'invalid',
    id: 'Pilih jawaban untuk catatan ini, atau kosongkan catatannya.',
    en: 'Choose an answer to go with this note, or empty the note.',
  },
  'assessment.product-too-long': {
    kind: 'invalid',
    id: 'Nama produk layanan terlalu panjang: paling banyak 200 karakter.',
    en: 'The name of the product is too long: at most 200 characters.',
  },
  'assessment.operation-reused': {
    kind: 'conflict',
    id: 'Kiriman ini memakai tanda pengenal kiriman lain. Simpan salinannya dari perangkat, lalu isi lagi.',
    en: 'What was sent carries the mark of something sent before. Save a copy from the device, then answer again.',
  },
  'assessment.answer-moved-on': {
    kind: 'conflict',
    id: 'Jawaban di pusat sudah berubah lagi sejak Anda membukanya. Bandingkan sekali lagi, lalu pilih.',
    en: 'The answer on the server has changed again since you opened it. Compare once more, then choose.',
  },
  'assessment.conflict-settled': {
    kind: 'conflict',
    id: 'Perbedaan ini sudah diselesaikan.',
    en: 'This difference has been settled already.',
  },
  'assessment.evidence-not-here': {
    kind: 'invalid',
    id: 'Pertanyaan ini tidak memakai foto atau dokumen bukti.',
    en: 'This question takes no photograph or document as evidence.',
  },
  'assessment.too-much-evidence': {
    kind: 'invalid',
    id: 'Satu pertanyaan memuat paling banyak 10 berkas bukti. Tarik salah satunya dahulu.',
    en: 'A question holds at most 10 files of evidence. Withdraw one of them first.',
  },
  'assessment.caption-too-long': {
    kind: 'invalid',
    id: 'Keterangan bukti terlalu panjang: paling banyak 300 karakter.',
    en: 'The caption is too long: at most 300 characters.',
  },
  'assessment.file-damaged': {
    kind: 'invalid',
    id: 'Berkas rusak di perjalanan: sidik jarinya berbeda dari yang dicatat perangkat. Kirim lagi.',
    en: 'The file was damaged on the way: its fingerprint differs from the one the device noted. Send it again.',
  },
};

export const FIELD_REFUSALS: RefusalCatalogue<RefusalCode> = { ...ASSESSMENT_REFUSALS, ...FIELD };
