/** Refusals of the register and its entry; merged into the room's catalogue. */
import type { RefusalCatalogue } from '../../../kernel/result.ts';

export const REGISTER_REFUSALS = {
  'agreement.kind-unknown': { kind: 'invalid', id: 'Pilih jenis dokumennya.', en: 'Choose what kind of document it is.' },
  'agreement.party-has-lines': {
    kind: 'conflict',
    id: 'Pihak ini masih bertanggung jawab atas baris rencana. Pindahkan baris itu dulu.',
    en: 'This party is still responsible for lines of the plan. Move those lines first.',
  },
  'agreement.end-outside-term': {
    kind: 'invalid',
    id: 'Tanggal berakhir harus di dalam masa berlaku dokumen.',
    en: 'The day it ends must lie within its term.',
  },
  'agreement.end-in-future': {
    kind: 'invalid',
    id: 'Hari itu belum tiba. Catat pengakhirannya pada harinya atau sesudahnya.',
    en: 'That day has not come yet. Record the end on the day or after it.',
  },
  'agreement.party-has-grants': {
    kind: 'conflict',
    id: 'Pihak ini masih disebut dalam izin berbagi data. Pihak yang ada dalam izin tidak dapat dikeluarkan dari dokumen.',
    en: 'This party is named in a data-sharing grant. A party of a grant cannot be taken out of the document.',
  },
  'agreement.focal-unreachable': {
    kind: 'invalid',
    id: 'Isi surel kantornya atau pilih orangnya, supaya narahubung ini dapat dihubungi.',
    en: 'Give an office mail address or choose the person, so that this focal point can be reached.',
  },
  'agreement.signatory-party': {
    kind: 'invalid',
    id: 'Pilih untuk pihak mana jabatan ini menandatangani.',
    en: 'Choose for which party this position signs.',
  },
  'agreement.signatory-unknown': {
    kind: 'invalid',
    id: 'Orang ini tidak berwenang menandatangani untuk pihak tersebut.',
    en: 'This person may not sign for that party.',
  },
  'agreement.signatory-twice': {
    kind: 'invalid',
    id: 'Orang yang sama sudah menandatangani untuk pihak ini.',
    en: 'The same person signs for this party already.',
  },
  'agreement.position-missing': { kind: 'invalid', id: 'Tuliskan jabatannya.', en: 'Give the position.' },
  'agreement.mail-wrong': {
    kind: 'invalid',
    id: 'Alamat surel tidak dikenali, misalnya pengaduan@contoh.go.id.',
    en: 'That is no mail address, for example complaints@example.go.id.',
  },
  'agreement.programme-known': {
    kind: 'conflict',
    id: 'Ruang lingkup ini sudah ada dalam daftar.',
    en: 'This programme is in the list already.',
  },
  'agreement.import-file-missing': { kind: 'invalid', id: 'Pilih berkasnya dulu.', en: 'Choose the file first.' },
  'agreement.import-file-differs': {
    kind: 'conflict',
    id: 'Berkas ini bukan berkas yang tadi diperiksa. Periksa dulu berkas yang baru.',
    en: 'This is not the file that was checked. Check the new file first.',
  },
  'agreement.import-file-wrong': {
    kind: 'invalid',
    id: 'Masih ada baris yang salah. Perbaiki tabelnya lalu periksa lagi; belum ada yang disimpan.',
    en: 'Rows are still wrong. Mend the table and check it again; nothing has been kept.',
  },
  'agreement.import-nothing': {
    kind: 'conflict',
    id: 'Tidak ada dokumen baru di tabel ini: semuanya sudah tercatat.',
    en: 'There is nothing new in this table: everything is on record already.',
  },
  'agreement.import-row-ragged': {
    kind: 'invalid',
    id: 'Jumlah sel baris ini tidak sama dengan jumlah kolom.',
    en: 'This row has not as many cells as there are columns.',
  },
  'agreement.import-row-double': {
    kind: 'invalid',
    id: 'Dokumen ini sudah disebut di baris lain tabel ini.',
    en: 'Another row of this table is of the same document.',
  },
  'agreement.import-code-unknown': {
    kind: 'invalid',
    id: 'Kode ini tidak ada. Kosongkan untuk dokumen baru.',
    en: 'There is no such code. Leave it empty for a new document.',
  },
  'agreement.import-record-differs': {
    kind: 'invalid',
    id: 'Isi baris ini berbeda dari catatan yang ada. Tabel hanya menambah; betulkan catatan di halamannya.',
    en: 'This row says something else than the record. A table only adds; set the record right on its page.',
  },
  'agreement.import-list-wrong': {
    kind: 'invalid',
    id: 'Jumlahnya harus sama dengan jumlah pihak, dipisahkan tanda |.',
    en: 'There must be as many as there are parties, separated by |.',
  },
  'agreement.import-zip-wrong': {
    kind: 'invalid',
    id: 'Berkas ZIP tidak dapat dibuka. Buat lagi ZIP-nya tanpa kata sandi, lalu unggah lagi.',
    en: 'The ZIP file cannot be opened. Make it again without a password and upload it again.',
  },
  'agreement.person-unknown': {
    kind: 'invalid',
    id: 'Orang ini tidak memegang jabatan pada pihak tersebut.',
    en: 'This person holds no position with that party.',
  },
} as const satisfies RefusalCatalogue<string>;
