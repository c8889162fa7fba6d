/** Refusals of data-sharing grants; merged into the room's catalogue. */
import type { RefusalCatalogue } from '../../../kernel/result.ts';

export const GRANT_REFUSALS = {
  'agreement.grant-absent': {
    kind: 'absent',
    id: 'Tidak ada izin berbagi data yang dapat Anda lihat di sini.',
    en: 'There is no data-sharing grant here that you may see.',
  },
  'agreement.grant-moved-on': {
    kind: 'conflict',
    id: 'Izin ini sudah diubah orang lain sejak Anda membukanya. Tulisan Anda masih ada di bawah; periksa keadaan terbaru lalu kirim lagi.',
    en: 'Someone else changed this grant since you opened it. What you wrote is still below; look at how it stands now and send it again.',
  },
  'agreement.grant-purpose-missing': { kind: 'invalid', id: 'Pilih tujuannya.', en: 'Choose what the data is for.' },
  'agreement.grant-purpose-words': {
    kind: 'invalid',
    id: 'Tuliskan dengan kalimat sendiri untuk apa data dipakai.',
    en: 'Say in your own words what the data will be used for.',
  },
  'agreement.grant-data-set-missing': {
    kind: 'invalid',
    id: 'Pilih kumpulan datanya, atau beri nama kumpulan data sendiri.',
    en: 'Choose the data set, or give a set of your own a name.',
  },
  'agreement.grant-fields-missing': {
    kind: 'invalid',
    id: 'Sebutkan sedikitnya satu kolom. Hanya kolom yang disebut boleh dibagikan.',
    en: 'Name at least one field. Only the fields that are named may be shared.',
  },
  'agreement.grant-too-many-fields': {
    kind: 'invalid',
    id: 'Satu izin memuat paling banyak 60 kolom. Bagi menurut tujuannya.',
    en: 'A grant holds at most 60 fields. Divide it by purpose.',
  },
  'agreement.grant-personal-unsaid': {
    kind: 'invalid',
    id: 'Sebutkan apakah kumpulan data ini memuat data pribadi.',
    en: 'Say whether this data set holds personal data.',
  },
  'agreement.grant-giver-wrong': {
    kind: 'invalid',
    id: 'Pemberi data harus pihak dalam dokumen ini yang ada dalam direktori.',
    en: 'Whoever gives the data must be a party of this agreement that the directory knows.',
  },
  'agreement.grant-recipients-missing': {
    kind: 'invalid',
    id: 'Sebutkan sedikitnya satu penerima.',
    en: 'Name at least one recipient.',
  },
  'agreement.grant-recipient-wrong': {
    kind: 'invalid',
    id: 'Penerima harus pihak lain dalam dokumen ini atau unit di bawahnya, masing-masing disebut sekali, paling banyak lima.',
    en: 'Recipients must be other parties of this agreement or offices below them, each named once, at most five.',
  },
  'agreement.grant-period-wrong': {
    kind: 'invalid',
    id: 'Hari terakhir tidak boleh sebelum hari mulai.',
    en: 'The last day may not come before the first.',
  },
  'agreement.grant-outside-term': {
    kind: 'invalid',
    id: 'Masa izin harus di dalam masa berlaku kerja samanya.',
    en: 'The period must lie within the term of the agreement.',
  },
  'agreement.grant-frequency-missing': {
    kind: 'invalid',
    id: 'Pilih seberapa sering data dibagikan.',
    en: 'Choose how often the data is shared.',
  },
  'agreement.grant-afterwards-missing': {
    kind: 'invalid',
    id: 'Pilih apa yang terjadi dengan data setelah waktunya habis.',
    en: 'Choose what happens to the data when its time is over.',
  },
  'agreement.grant-basis-missing': { kind: 'invalid', id: 'Pilih dasar hukumnya.', en: 'Choose the legal basis.' },
  'agreement.grant-basis-too-weak': {
    kind: 'invalid',
    id: 'Kolom yang dipilih memuat data pribadi. Pilih dasar pemrosesan menurut UU 27/2022, atau lepas kolom itu.',
    en: 'The fields chosen hold personal data. Choose a ground of processing under UU 27/2022, or leave those fields out.',
  },
  'agreement.grant-basis-words': {
    kind: 'invalid',
    id: 'Tuliskan pasal atau keputusan yang memberi tugas atau wewenang itu.',
    en: 'Name the article or decree that gives the task or the power.',
  },
  'agreement.grant-retention-wrong': {
    kind: 'invalid',
    id: 'Isi lama penyimpanan dalam bulan, dari 0 sampai 600.',
    en: 'Give how long it is kept in months, from 0 to 600.',
  },
  'agreement.grant-safeguards-missing': {
    kind: 'invalid',
    id: 'Data pribadi perlu pengamanan: tuliskan bagaimana data dijaga.',
    en: 'Personal data needs safeguards: say how it is kept safe.',
  },
  'agreement.grant-impact-missing': {
    kind: 'invalid',
    id: 'Data pribadi spesifik perlu penilaian dampak: tuliskan nomor dan tanggalnya.',
    en: 'Specific personal data needs an impact assessment: give its number and day.',
  },
} as const satisfies RefusalCatalogue<string>;
