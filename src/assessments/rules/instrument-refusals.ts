import { type Actor, can } from '../../kernel/actor.ts';
import type { RefusalCatalogue } from '../../kernel/result.ts';

/** Who may write, publish and retire versions of instruments: holders of `assessment.author`, anywhere. */
export function mayAuthor(actor: Actor): boolean {
  return can(actor, 'assessment.author');
}

/** Why a version of an instrument cannot be written, published or retired. */
export type InstrumentRefusal =
  | 'instrument.not-yours'
  | 'instrument.absent'
  | 'instrument.not-a-draft'
  | 'instrument.not-published'
  | 'instrument.draft-exists'
  | 'instrument.code-wrong'
  | 'instrument.code-taken'
  | 'instrument.moved-on'
  | 'instrument.has-problems'
  | 'instrument.decision-missing'
  | 'instrument.decided-later'
  | 'instrument.change-note-missing'
  | 'instrument.reason-missing'
  | 'instrument.text-too-long';

export const INSTRUMENT_REFUSALS: RefusalCatalogue<InstrumentRefusal> = {
  'instrument.not-yours': {
    kind: 'forbidden',
    id: 'Instrumen ditulis oleh koordinator penilaian Ombudsman.',
    en: "Instruments are written by the Ombudsman's assessment managers.",
  },
  'instrument.absent': { kind: 'absent', id: 'Instrumen ini tidak ada.', en: 'There is no such instrument.' },
  'instrument.not-a-draft': {
    kind: 'conflict',
    id: 'Versi ini sudah diterbitkan dan tidak dapat diubah. Buat versi baru.',
    en: 'This version has been published and cannot be changed. Make a new version.',
  },
  'instrument.not-published': {
    kind: 'conflict',
    id: 'Hanya versi yang berlaku dapat ditarik.',
    en: 'Only a version in force can be retired.',
  },
  'instrument.draft-exists': {
    kind: 'conflict',
    id: 'Instrumen ini sudah punya rancangan. Lanjutkan rancangan itu, atau buang dahulu.',
    en: 'This instrument has a draft already. Continue that one, or throw it away first.',
  },
  'instrument.code-wrong': {
    kind: 'invalid',
    id: 'Kode hanya boleh berisi huruf kecil, angka, dan tanda hubung, misalnya penilaian-2027.',
    en: 'A code holds only lower-case letters, digits and hyphens, for example penilaian-2027.',
  },
  'instrument.code-taken': {
    kind: 'conflict',
    id: 'Kode ini sudah dipakai. Pilih kode lain, atau buat versi baru dari instrumen itu.',
    en: 'This code is taken. Choose another, or make a new version of that instrument.',
  },
  'instrument.moved-on': {
    kind: 'conflict',
    id: 'Rancangan ini disimpan orang lain sesudah Anda membukanya. Isian Anda masih ada di bawah; bandingkan, lalu simpan lagi.',
    en: 'Someone else saved this draft after you opened it. What you typed is still below; compare, then save again.',
  },
  'instrument.has-problems': {
    kind: 'invalid',
    id: 'Masih ada yang harus dibetulkan sebelum versi ini dapat diterbitkan.',
    en: 'Something must be mended before this version can be published.',
  },
  'instrument.decision-missing': {
    kind: 'invalid',
    id: 'Sebutkan siapa yang memutuskan dan dengan keputusan nomor berapa.',
    en: 'Say who decided, and by which decree.',
  },
  'instrument.decided-later': {
    kind: 'invalid',
    id: 'Tanggal keputusan tidak boleh sesudah hari ini.',
    en: 'The day of the decision cannot lie after today.',
  },
  'instrument.change-note-missing': {
    kind: 'invalid',
    id: 'Jelaskan apa yang berubah dari versi sebelumnya dan mengapa.',
    en: 'Say what changed from the version before, and why.',
  },
  'instrument.reason-missing': { kind: 'invalid', id: 'Sebutkan alasannya.', en: 'Give the reason.' },
  'instrument.text-too-long': {
    kind: 'invalid',
    id: 'Teksnya terlalu panjang; paling banyak 2.000 huruf.',
    en: 'The text is too long; at most 2,000 characters.',
  },
};
