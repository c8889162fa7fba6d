/** Refusals of regional action plans and their evaluation; merged into the room's catalogue. */
import type { RefusalCatalogue } from '../../../kernel/result.ts';

export const RAD_REFUSALS = {
  'agreement.rad-incomplete': {
    kind: 'conflict',
    id: 'Rencana aksi belum dapat diserahkan. Lengkapi yang masih terbuka.',
    en: 'The action plan cannot be handed in yet. Complete what is open.',
  },
  'agreement.rad-no-lines': {
    kind: 'invalid',
    id: 'Rencana aksi belum mempunyai baris. Tambahkan sedikitnya satu.',
    en: 'The action plan has no lines yet. Add at least one.',
  },
  'agreement.rad-gap': {
    kind: 'invalid',
    id: 'Faktor ini belum mempunyai baris. Tambahkan baris, atau tuliskan mengapa tidak ada.',
    en: 'No line serves this factor yet. Add one, or say why there is none.',
  },
  'agreement.rad-unanswered': {
    kind: 'conflict',
    id: 'Masih ada catatan yang belum dijawab. Jawab setiap catatan sebelum menyerahkan lagi.',
    en: 'Some notes are not answered yet. Answer each of them before handing in again.',
  },
  'agreement.rad-words-missing': {
    kind: 'invalid',
    id: 'Tuliskan sedikitnya satu catatan: apa yang perlu diperbaiki.',
    en: 'Write at least one note: what has to be improved.',
  },
  'agreement.rad-decree-missing': {
    kind: 'invalid',
    id: 'Isi nomor SK dan lampirkan pindaiannya.',
    en: 'Give the number of the decree and attach its scan.',
  },
  'agreement.rad-government-missing': {
    kind: 'invalid',
    id: 'Pilih sedikitnya satu pemerintah daerah.',
    en: 'Choose at least one government.',
  },
  'agreement.rad-exists': {
    kind: 'conflict',
    id: 'Pemerintah daerah ini sudah mempunyai RAD untuk tahun tersebut. Buka RAD itu, atau pilih tahun lain.',
    en: 'This government has an action plan for these years already. Open that one, or choose other years.',
  },
  'agreement.rad-by-decree': {
    kind: 'conflict',
    id: 'RAD ini disusun dan direviu di sistem ini. Sesudah disetujui, tetapkan di halaman Reviu RAD dengan nomor SK dan pindaiannya.',
    en: 'This action plan is drafted and reviewed here. Once it is accepted, adopt it on its review page with the number of the decree and its scan.',
  },
  'agreement.rad-by-edition': {
    kind: 'conflict',
    id: 'RAD ini sudah ditetapkan sesudah direviu. Isi dan barisnya berubah hanya dengan edisi baru; mulailah di halaman Reviu RAD.',
    en: 'This action plan was adopted after its review. What it says and its lines change by a new edition alone; begin one on its review page.',
  },
  'agreement.rad-lines-wait': {
    kind: 'conflict',
    id: 'Di RAD yang berlaku masih ada laporan kemajuan yang belum dikonfirmasi atau dikembalikan. Minta pihak yang mengonfirmasi menanggapinya dahulu, atau tarik kembali laporannya, lalu tetapkan edisi ini.',
    en: 'Reports on the plan in force are neither confirmed nor sent back yet. Have them judged first, or take them back, then adopt this edition.',
  },
  'agreement.rad-begin-anew': {
    kind: 'conflict',
    id: 'RAD untuk tahun berikutnya disusun sebagai RAD baru, lalu direviu provinsi dan kementerian. Mulai dari halaman RAD.',
    en: 'The action plan of the next years is drafted as a new one and reviewed by province and ministry. Begin it on the page of action plans.',
  },
  'agreement.rad-edition-days': {
    kind: 'invalid',
    id: 'Edisi baru mulai berlaku sesudah edisi lama, dan paling lambat hari ini: sejak hari itu edisi lama berakhir.',
    en: 'A new edition begins after the old one did, and today at the latest: from that day the old one is ended.',
  },
  'agreement.rad-due-past': {
    kind: 'invalid',
    id: 'Hari terakhir penyerahan harus sesudah hari ini.',
    en: 'The last day for handing in must come after today.',
  },
  'agreement.rad-collection-absent': {
    kind: 'absent',
    id: 'Tidak ada pengumpulan RAD yang dapat Anda lihat di sini.',
    en: 'There is no collection of action plans here that you may see.',
  },
  'agreement.rad-template-absent': {
    kind: 'absent',
    id: 'Tidak ada templat yang dapat Anda ubah di sini.',
    en: 'There is no template here that you may change.',
  },
  'agreement.rad-template-empty': {
    kind: 'invalid',
    id: 'Masih ada faktor tanpa baris. Tambahkan sedikitnya satu baris untuk setiap faktor.',
    en: 'Some factors have no line yet. Add at least one line for every factor.',
  },
  'agreement.rad-answer-time': {
    kind: 'conflict',
    id: 'Waktu pemerintah daerah untuk menanggapi belum berakhir.',
    en: 'The government still has time to answer.',
  },
  'agreement.rad-year-early': {
    kind: 'invalid',
    id: 'Tahun ini belum dimulai. Pilih tahun berjalan atau yang sudah lewat.',
    en: 'This year has not begun. Choose the present year or one that is over.',
  },
  'agreement.rad-evaluation-exists': {
    kind: 'conflict',
    id: 'Evaluasi pemerintah daerah ini untuk tahun tersebut sudah ada. Tarik dahulu bila ada kekeliruan.',
    en: 'This government has been evaluated for the year already. Withdraw it first when there is a mistake.',
  },
} as const satisfies RefusalCatalogue<string>;
