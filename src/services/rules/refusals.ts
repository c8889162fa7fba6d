import type { RefusalCatalogue } from '../../kernel/result.ts';

export type ServiceRefusal =
  | 'service.absent'
  | 'service.not-yours'
  | 'service.office-unknown'
  | 'service.moved-on'
  | 'service.name-missing'
  | 'service.name-taken'
  | 'service.field-missing'
  | 'service.channel-missing'
  | 'service.address-missing'
  | 'service.address-wrong'
  | 'service.address-without-online'
  | 'service.text-too-long'
  | 'service.too-many-lines'
  | 'service.day-wrong'
  | 'service.decree-day-missing'
  | 'service.number-wrong'
  | 'service.duration-wrong'
  | 'service.amount-wrong'
  | 'service.amounts-missing'
  | 'service.citation-missing'
  | 'service.requirements-missing'
  | 'service.choose'
  | 'service.channel-value-missing'
  | 'service.no-draft'
  | 'service.draft-there'
  | 'service.nothing-stated'
  | 'service.valid-from-past'
  | 'service.valid-from-before-last'
  | 'service.not-published'
  | 'service.reason-missing'
  | 'service.note-missing'
  | 'charter.body-missing'
  | 'charter.signatory-missing'
  | 'charter.signed-on-missing'
  | 'charter.signed-in-future'
  | 'charter.valid-before-signed'
  | 'procedure.number-missing'
  | 'procedure.number-taken'
  | 'procedure.title-missing'
  | 'procedure.owner-missing'
  | 'procedure.effective-missing'
  | 'procedure.review-missing'
  | 'procedure.review-before-effective'
  | 'procedure.version-wrong'
  | 'procedure.service-elsewhere'
  | 'procedure.retired'
  | 'import.file-missing'
  | 'import.file-differs'
  | 'import.file-wrong'
  | 'import.nothing-to-do'
  | 'import.row-ragged'
  | 'import.row-double'
  | 'import.number-unknown';

export const SERVICE_REFUSALS: RefusalCatalogue<ServiceRefusal> = {
  'service.absent': { kind: 'absent', id: 'Layanan ini tidak ditemukan.', en: 'There is no such service.' },
  'service.not-yours': {
    kind: 'forbidden',
    id: 'Layanan kantor ini tidak Anda kelola.',
    en: 'You do not manage the services of this office.',
  },
  'service.office-unknown': {
    kind: 'invalid',
    id: 'Pilih kantor penyelenggara dari daftar.',
    en: 'Choose the office from the list.',
  },
  'service.moved-on': {
    kind: 'conflict',
    id: 'Orang lain telah mengubahnya sejak Anda membuka halaman ini. Bandingkan dengan isi terbaru, lalu simpan lagi.',
    en: 'Someone else has changed it since you opened this page. Compare with what it says now, then save again.',
  },
  'service.name-missing': {
    kind: 'invalid',
    id: 'Tuliskan nama layanan, paling banyak 200 karakter.',
    en: 'Write the name of the service, 200 characters at most.',
  },
  'service.name-taken': {
    kind: 'invalid',
    id: 'Kantor ini sudah mempunyai layanan dengan nama itu. Ubah layanan yang ada, atau pakai nama lain.',
    en: 'This office has a service of that name already. Change that one, or use another name.',
  },
  'service.field-missing': { kind: 'invalid', id: 'Pilih bidang layanan.', en: 'Choose the field of the service.' },
  'service.channel-missing': {
    kind: 'invalid',
    id: 'Pilih di mana layanan ini dapat diperoleh.',
    en: 'Choose where the service can be had.',
  },
  'service.address-missing': {
    kind: 'invalid',
    id: 'Tuliskan alamat layanan daring.',
    en: 'Write the address of the online service.',
  },
  'service.address-wrong': {
    kind: 'invalid',
    id: 'Alamat layanan daring harus dimulai dengan https:// dan dapat dibuka, misalnya https://layanan.klungkungkab.go.id.',
    en: 'The address of the online service must begin with https:// and be one that can be opened.',
  },
  'service.address-without-online': {
    kind: 'invalid',
    id: 'Alamat daring diisi, tetapi layanan ini hanya di loket. Kosongkan alamat, atau pilih daring.',
    en: 'There is an online address, yet the service is at the counter only. Empty it, or choose online.',
  },
  'service.text-too-long': {
    kind: 'invalid',
    id: 'Teks ini terlalu panjang. Ringkas menjadi paling banyak 4.000 karakter, atau 1.000 karakter per baris.',
    en: 'This text is too long. Keep to 4,000 characters, or 1,000 a line.',
  },
  'service.too-many-lines': { kind: 'invalid', id: 'Paling banyak 60 baris.', en: 'At most 60 lines.' },
  'service.day-wrong': {
    kind: 'invalid',
    id: 'Tanggal tidak ada dalam kalender. Tulis tanggal, bulan, dan tahun.',
    en: 'No such date. Write day, month and year.',
  },
  'service.decree-day-missing': {
    kind: 'invalid',
    id: 'Nomor SK dan tanggal SK diisi bersama-sama.',
    en: 'Give the number and the date of the decree together.',
  },
  'service.number-wrong': {
    kind: 'invalid',
    id: 'Tulis bilangan bulat, 0 sampai 100.000.',
    en: 'Write a whole number, 0 to 100,000.',
  },
  'service.duration-wrong': {
    kind: 'invalid',
    id: 'Tulis lamanya dengan bilangan bulat mulai dari 1 (paling banyak 10.000) dan pilih satuannya.',
    en: 'Write the time as a whole number from 1 (10,000 at most) and choose its unit.',
  },
  'service.amount-wrong': {
    kind: 'invalid',
    id: 'Tulis jumlah dalam rupiah tanpa sen, misalnya 25.000. Untuk layanan gratis, pilih "Tidak dipungut biaya".',
    en: 'Write an amount in whole rupiah, for example 25,000. For a free service choose "Free of charge".',
  },
  'service.amounts-missing': {
    kind: 'invalid',
    id: 'Tuliskan sekurang-kurangnya satu jumlah dan untuk apa.',
    en: 'Write at least one amount and what it is for.',
  },
  'service.citation-missing': {
    kind: 'invalid',
    id: 'Sebutkan peraturan yang menetapkan tarifnya.',
    en: 'Name the regulation that sets the fee.',
  },
  'service.requirements-missing': {
    kind: 'invalid',
    id: 'Tuliskan sekurang-kurangnya satu persyaratan, atau pilih "Tanpa persyaratan".',
    en: 'Write at least one requirement, or choose "Nothing required".',
  },
  'service.choose': { kind: 'invalid', id: 'Pilih salah satu.', en: 'Choose one.' },
  'service.channel-value-missing': {
    kind: 'invalid',
    id: 'Isi nomor atau alamat saluran, dan pilih jenisnya.',
    en: 'Fill in the number or address of the channel and choose its kind.',
  },
  'service.no-draft': {
    kind: 'conflict',
    id: 'Tidak ada rancangan yang terbuka. Mulai versi baru terlebih dahulu.',
    en: 'There is no open draft. Begin a new version first.',
  },
  'service.draft-there': {
    kind: 'conflict',
    id: 'Rancangan versi baru sudah ada. Lanjutkan rancangan itu.',
    en: 'There is a draft of a new version already. Go on with that one.',
  },
  'service.nothing-stated': {
    kind: 'invalid',
    id: 'Belum ada komponen penyampaian layanan yang diisi, sehingga belum ada yang dapat diterbitkan.',
    en: 'None of the components for the public is filled in, so there is nothing to publish yet.',
  },
  'service.valid-from-past': {
    kind: 'invalid',
    id: 'Tanggal mulai berlaku paling awal hari ini: standar tidak berlaku surut.',
    en: 'It can be in force from today at the earliest: a standard does not reach back.',
  },
  'service.valid-from-before-last': {
    kind: 'invalid',
    id: 'Versi sebelumnya mulai berlaku lebih kemudian. Pilih tanggal yang sama atau sesudahnya.',
    en: 'The version before begins later. Choose that day or one after it.',
  },
  'service.not-published': {
    kind: 'conflict',
    id: 'Layanan ini sedang tidak diterbitkan.',
    en: 'This service is not published at present.',
  },
  'service.reason-missing': {
    kind: 'invalid',
    id: 'Tuliskan alasannya, paling banyak 500 karakter.',
    en: 'Write the reason, 500 characters at most.',
  },
  'service.note-missing': {
    kind: 'invalid',
    id: 'Tuliskan apa yang berubah dan mengapa, paling banyak 500 karakter.',
    en: 'Write what changes and why, 500 characters at most.',
  },
  'charter.body-missing': {
    kind: 'invalid',
    id: 'Tuliskan isi maklumat pelayanan, paling banyak 4.000 karakter.',
    en: 'Write the text of the service charter, 4,000 characters at most.',
  },
  'charter.signatory-missing': {
    kind: 'invalid',
    id: 'Tuliskan nama dan jabatan penanda tangan.',
    en: 'Write the name and the position of the signatory.',
  },
  'charter.signed-on-missing': {
    kind: 'invalid',
    id: 'Tuliskan tanggal penandatanganan.',
    en: 'Write the day of signing.',
  },
  'charter.signed-in-future': {
    kind: 'invalid',
    id: 'Tanggal penandatanganan belum tiba.',
    en: 'The day of signing has not come yet.',
  },
  'charter.valid-before-signed': {
    kind: 'invalid',
    id: 'Maklumat tidak dapat berlaku sebelum ditandatangani.',
    en: 'A charter cannot be in force before it is signed.',
  },
  'procedure.number-missing': { kind: 'invalid', id: 'Tuliskan nomor SOP.', en: 'Write the number of the SOP.' },
  'procedure.number-taken': {
    kind: 'invalid',
    id: 'Kantor ini sudah mempunyai SOP dengan nomor itu.',
    en: 'This office has an SOP of that number already.',
  },
  'procedure.title-missing': { kind: 'invalid', id: 'Tuliskan judul SOP.', en: 'Write the title of the SOP.' },
  'procedure.owner-missing': {
    kind: 'invalid',
    id: 'Tuliskan jabatan penanggung jawab SOP.',
    en: 'Write the position that owns the SOP.',
  },
  'procedure.effective-missing': {
    kind: 'invalid',
    id: 'Tuliskan tanggal mulai berlaku.',
    en: 'Write the day it takes effect.',
  },
  'procedure.review-missing': { kind: 'invalid', id: 'Tuliskan tanggal tinjau ulang.', en: 'Write the day of review.' },
  'procedure.review-before-effective': {
    kind: 'invalid',
    id: 'Tanggal tinjau ulang harus sesudah tanggal mulai berlaku.',
    en: 'The day of review must come after the day of effect.',
  },
  'procedure.version-wrong': {
    kind: 'invalid',
    id: 'Tulis nomor versi yang sama untuk membetulkan, atau satu lebih tinggi untuk versi baru.',
    en: 'Write the same version number to correct it, or one higher for a new version.',
  },
  'procedure.service-elsewhere': {
    kind: 'invalid',
    id: 'Pilih layanan kantor ini.',
    en: 'Choose a service of this office.',
  },
  'procedure.retired': { kind: 'conflict', id: 'SOP ini sudah dicabut.', en: 'This SOP has been retired.' },
  'import.file-missing': {
    kind: 'invalid',
    id: 'Pilih satu berkas CSV, paling besar 25 MB.',
    en: 'Choose one CSV file, 25 MB at most.',
  },
  'import.file-differs': {
    kind: 'conflict',
    id: 'Berkas ini bukan berkas yang tadi diperiksa. Hasil pemeriksaan berkas ini ada di bawah; konfirmasi bila sesuai.',
    en: 'This is not the file that was checked. What it would change is shown below; confirm if it is right.',
  },
  'import.file-wrong': {
    kind: 'invalid',
    id: 'Berkas belum dapat dipakai. Perbaiki baris yang salah, lalu periksa lagi.',
    en: 'The file cannot be used yet. Mend the wrong rows, then check again.',
  },
  'import.nothing-to-do': {
    kind: 'invalid',
    id: 'Tidak ada yang berubah: isi berkas sama dengan yang tercatat.',
    en: 'Nothing would change: the file says what is on record.',
  },
  'import.row-ragged': {
    kind: 'invalid',
    id: 'Jumlah sel pada baris ini berbeda dari jumlah kolom.',
    en: 'This row has another number of cells than there are columns.',
  },
  'import.row-double': {
    kind: 'invalid',
    id: 'Layanan ini sudah ada pada baris sebelumnya dalam berkas yang sama.',
    en: 'This service stands on an earlier row of the same file.',
  },
  'import.number-unknown': {
    kind: 'invalid',
    id: 'Nomor layanan ini tidak dikenal di kantor tersebut. Kosongkan nomor untuk layanan baru.',
    en: 'This number is not known at that office. Leave it empty for a new service.',
  },
};
