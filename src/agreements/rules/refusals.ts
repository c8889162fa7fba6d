/** Every refusal of this room, once, with what to do next in both languages. Areas add their lines. */
import type { RefusalCatalogue } from '../../kernel/result.ts';
import { REVIEW_REFUSALS } from './reviews/refusals.ts';
import { TABLE_REFUSALS } from './tables/refusals.ts';

export const AGREEMENT_REFUSALS = {
  ...REVIEW_REFUSALS,
  ...TABLE_REFUSALS,
  'agreement.absent': {
    kind: 'absent',
    id: 'Tidak ada dokumen kerja sama yang dapat Anda lihat di sini.',
    en: 'There is no agreement here that you may see.',
  },
  'agreement.not-yours': {
    kind: 'forbidden',
    id: 'Langkah ini bukan wewenang jabatan Anda untuk dokumen ini.',
    en: 'Your position may not take this step on this agreement.',
  },
  'agreement.not-now': {
    kind: 'conflict',
    id: 'Langkah ini tidak dapat dilakukan pada keadaan dokumen saat ini. Muat ulang halaman untuk melihat keadaan terbaru.',
    en: 'This step is not possible as the agreement stands now. Reload the page to see how it stands.',
  },
  'agreement.moved-on': {
    kind: 'conflict',
    id: 'Dokumen ini sudah diubah orang lain sejak Anda membukanya. Tulisan Anda masih ada di bawah; periksa keadaan terbaru lalu kirim lagi.',
    en: 'Someone else changed this agreement since you opened it. What you wrote is still below; look at how it stands now and send it again.',
  },
  'agreement.line-moved-on': {
    kind: 'conflict',
    id: 'Baris ini sudah diubah orang lain sejak Anda membukanya. Tulisan Anda masih ada di bawah; periksa keadaan terbaru lalu kirim lagi.',
    en: 'Someone else changed this line since you opened it. What you wrote is still below; look at how it stands now and send it again.',
  },
  'agreement.reason-missing': { kind: 'invalid', id: 'Tuliskan alasannya.', en: 'Give the reason.' },
  'agreement.text-missing': { kind: 'invalid', id: 'Isi tulisannya dulu.', en: 'Write the text first.' },
  'agreement.text-too-long': {
    kind: 'invalid',
    id: 'Tulisan terlalu panjang. Ringkaskan, atau lampirkan sebagai berkas.',
    en: 'The text is too long. Shorten it, or attach it as a file.',
  },
  'agreement.title-missing': { kind: 'invalid', id: 'Tuliskan judul dokumennya.', en: 'Give the agreement a title.' },
  'agreement.kind-unknown': { kind: 'invalid', id: 'Pilih jenis dokumennya.', en: 'Choose what kind of document it is.' },
  'agreement.party-unknown': {
    kind: 'invalid',
    id: 'Instansi ini tidak ada dalam direktori. Pilih dari daftar, atau tuliskan sebagai pihak lain.',
    en: 'The directory knows no such agency. Choose one from the list, or enter it as another body.',
  },
  'agreement.party-twice': { kind: 'invalid', id: 'Instansi ini sudah menjadi pihak.', en: 'This agency is a party already.' },
  'agreement.parties-missing': {
    kind: 'invalid',
    id: 'Sebutkan sedikitnya satu pihak dari setiap sisi.',
    en: 'Name at least one party of each side.',
  },
  'agreement.programme-unknown': {
    kind: 'invalid',
    id: 'Pilih ruang lingkup dari daftar.',
    en: 'Choose programmes from the list.',
  },
  'agreement.programmes-missing': {
    kind: 'invalid',
    id: 'Pilih sedikitnya satu ruang lingkup.',
    en: 'Choose at least one programme.',
  },
  'agreement.day-wrong': {
    kind: 'invalid',
    id: 'Tanggal tidak dikenali. Isi hari, bulan dan tahun, misalnya 15 9 2025.',
    en: 'That is no day. Give day, month and year, for example 15 9 2025.',
  },
  'agreement.days-out-of-order': {
    kind: 'invalid',
    id: 'Urutan tanggal tidak benar: tanggal tanda tangan tidak boleh sesudah mulai berlaku, dan mulai berlaku tidak boleh sesudah hari terakhir.',
    en: 'The days are out of order: signing may not come after taking force, nor taking force after the last day.',
  },
  'agreement.signed-in-future': {
    kind: 'invalid',
    id: 'Tanggal tanda tangan belum tiba.',
    en: 'The day of signing has not come yet.',
  },
  'agreement.year-wrong': {
    kind: 'invalid',
    id: 'Isi tahun dengan empat angka, misalnya 2026.',
    en: 'Give the year in four digits, for example 2026.',
  },
  'agreement.parent-wrong': {
    kind: 'invalid',
    id: 'Dokumen induk harus nota kesepakatan atau nota kesepahaman dengan pihak yang sama.',
    en: 'It can only be made under a memorandum between the same parties.',
  },
  'agreement.keeper-no-party': {
    kind: 'invalid',
    id: 'Dokumen ini disimpan oleh salah satu pihaknya atau oleh kantor Ombudsman. Tambahkan instansi Anda sebagai pihak, atau minta salah satu pihak mencatatnya.',
    en: 'A document is kept by one of its parties or by an office of the Ombudsman. Add your agency as a party, or ask a party to record it.',
  },
  'agreement.predecessor-wrong': {
    kind: 'invalid',
    id: 'Pendahulu harus dokumen sejenis dengan pemerintah yang sama, yang belum mempunyai penerus.',
    en: 'It can only follow a document of the same kind with the same government that nothing follows yet.',
  },
  'agreement.not-ready': {
    kind: 'conflict',
    id: 'Daftar kesiapan belum lengkap. Lengkapi butir yang masih terbuka.',
    en: 'The readiness list is not complete. Complete the open points.',
  },
  'agreement.line-absent': {
    kind: 'absent',
    id: 'Tidak ada baris rencana yang dapat Anda lihat di sini.',
    en: 'There is no line of a plan here that you may see.',
  },
  'agreement.no-lines': {
    kind: 'conflict',
    id: 'Jenis dokumen ini tidak mempunyai baris rencana.',
    en: 'This kind of document has no lines.',
  },
  'agreement.activity-missing': { kind: 'invalid', id: 'Tuliskan kegiatannya.', en: 'Say what is to be done.' },
  'agreement.amount-wrong': {
    kind: 'invalid',
    id: 'Isi dengan angka, misalnya 12 atau 12,5. Tanpa satuan.',
    en: 'Give a number, for example 12 or 12.5, without its unit.',
  },
  'agreement.targets-out-of-order': {
    kind: 'invalid',
    id: 'Target bersifat kumulatif: target triwulan berikutnya tidak boleh mundur dari yang sebelumnya.',
    en: 'Targets are cumulative: a later quarter may not fall behind the one before it.',
  },
  'agreement.amount-ambiguous': {
    kind: 'invalid',
    id: 'Angka ini dapat berarti dua hal: titik dapat memisahkan ribuan atau desimal. Tulis misalnya 1250 atau 1,25.',
    en: 'This number can mean two things: the dot may separate thousands or decimals. Write for example 1250 or 1.25.',
  },
  'agreement.money-wrong': {
    kind: 'invalid',
    id: 'Isi anggaran dalam rupiah bulat, misalnya 25000000.',
    en: 'Give the budget in whole rupiah, for example 25000000.',
  },
  'agreement.owner-wrong': {
    kind: 'invalid',
    id: 'Penanggung jawab harus pihak dalam dokumen ini atau unit di bawahnya.',
    en: 'Whoever is responsible must be a party of this agreement or an office below one.',
  },
  'agreement.outside-term': {
    kind: 'invalid',
    id: 'Hari mulai dan tenggat harus di dalam masa berlaku dokumen.',
    en: 'Start and due day must lie within the term of the agreement.',
  },
  'agreement.later-day-needed': {
    kind: 'invalid',
    id: 'Tenggat baru harus sesudah tenggat yang sekarang.',
    en: 'The new due day must come after the present one.',
  },
  'agreement.factor-missing': {
    kind: 'invalid',
    id: 'Pilih faktor keberhasilan yang didukung baris ini.',
    en: 'Choose which factor of success this line serves.',
  },
  'agreement.form-unknown': { kind: 'invalid', id: 'Pilih bentuk kegiatannya.', en: 'Choose what form the line has.' },
  'agreement.line-days-out-of-order': {
    kind: 'invalid',
    id: 'Tenggat tidak boleh sebelum hari mulai.',
    en: 'The due day may not come before the day it begins.',
  },
  'agreement.line-year': {
    kind: 'invalid',
    id: 'Tahun target harus di antara tahun mulai dan tahun tenggat.',
    en: 'The year of the targets must lie between the years it begins and is due.',
  },
  'agreement.other-is-owner': {
    kind: 'invalid',
    id: 'Yang mengonfirmasi harus pihak lain, bukan pihak yang mengerjakan.',
    en: 'Whoever confirms must be another party than the one that does the work.',
  },
  'agreement.supporting-unknown': {
    kind: 'invalid',
    id: 'Pilih instansi pendukung dari daftar, paling banyak 20.',
    en: 'Choose supporting offices from the list, at most 20.',
  },
  'agreement.source-taken': {
    kind: 'conflict',
    id: 'Temuan atau kewajiban ini sudah menjadi baris rencana lain.',
    en: 'Another line of a plan has taken this item or obligation up already.',
  },
  'agreement.too-many-lines': {
    kind: 'invalid',
    id: 'Satu rencana memuat paling banyak 2.000 baris. Bagi menjadi rencana per tahun.',
    en: 'A plan holds at most 2,000 lines. Divide it into plans of a year.',
  },
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
  'agreement.party-has-lines': {
    kind: 'conflict',
    id: 'Pihak ini masih bertanggung jawab atas baris rencana. Pindahkan baris itu dulu.',
    en: 'This party is still responsible for lines of the plan. Move those lines first.',
  },
  'agreement.recorded-already': {
    kind: 'conflict',
    id: 'Dokumen sejenis antara pihak yang sama pada tanggal ini sudah tercatat. Bila memang dokumen lain, isi nomor dokumennya.',
    en: 'A document of this kind between the same parties and of this day is on record already. If it is another one, give its number.',
  },
  'agreement.source-missing': {
    kind: 'invalid',
    id: 'Sebutkan dari mana data ini berasal, atau unggah pindaiannya.',
    en: 'Say where these facts come from, or upload the scan.',
  },
  'agreement.end-outside-term': {
    kind: 'invalid',
    id: 'Tanggal berakhir harus di dalam masa berlaku dokumen.',
    en: 'The day it ends must lie within its term.',
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
  'agreement.line-settled': {
    kind: 'conflict',
    id: 'Baris yang sudah dilaporkan selesai, dikonfirmasi atau dibatalkan tidak diubah lagi. Minta pihak lain membukanya dulu.',
    en: 'A line that is reported as done, confirmed or dropped is no longer changed. Ask the other side to open it again first.',
  },
  'agreement.percent-wrong': {
    kind: 'invalid',
    id: 'Isi persentase dari 0 sampai 100.',
    en: 'Give a percentage from 0 to 100.',
  },
  'agreement.as-of-future': { kind: 'invalid', id: 'Tanggal keadaan belum tiba.', en: 'That day has not come yet.' },
  'agreement.as-of-early': {
    kind: 'invalid',
    id: 'Tanggal keadaan tidak boleh sebelum laporan yang sudah dikonfirmasi.',
    en: 'The day may not come before that of the report already confirmed.',
  },
  'agreement.nothing-new': {
    kind: 'invalid',
    id: 'Angka dan tanggal ini sama dengan yang sudah dikonfirmasi.',
    en: 'This amount on this day is confirmed already.',
  },
  'agreement.too-many-files': {
    kind: 'invalid',
    id: 'Paling banyak 10 berkas dalam satu laporan.',
    en: 'At most 10 files in one report.',
  },
  'agreement.evidence-missing': {
    kind: 'invalid',
    id: 'Baris ini meminta bukti dukung. Lampirkan sedikitnya satu berkas sebelum melaporkannya selesai.',
    en: 'This line asks for evidence. Attach at least one file before reporting it as done.',
  },
  'agreement.shift-past-term': {
    kind: 'invalid',
    id: 'Tenggat baru melewati hari terakhir dokumen. Bawa sisanya ke rencana berikutnya saat perpanjangan.',
    en: 'The new due day lies after the last day of the agreement. Carry the rest over into the plan that follows.',
  },
  'agreement.nothing-waits': {
    kind: 'conflict',
    id: 'Tidak ada laporan kemajuan yang menunggu. Muat ulang halaman untuk melihat keadaan terbaru.',
    en: 'No report of progress is waiting. Reload the page to see how it stands.',
  },
  'agreement.person-unknown': {
    kind: 'invalid',
    id: 'Orang ini tidak memegang jabatan pada pihak tersebut.',
    en: 'This person holds no position with that party.',
  },
  'agreement.file-refused': {
    kind: 'invalid',
    id: 'Berkas tidak dapat diterima. Pilih berkas lain.',
    en: 'This file cannot be accepted. Choose another one.',
  },
  'agreement.scan-no-pdf': {
    kind: 'invalid',
    id: 'Berkas ini bukan PDF yang dapat dibuka. Pindai naskah sebagai PDF tanpa kata sandi, lalu unggah lagi.',
    en: 'This is no PDF that can be opened. Scan the paper as a PDF without a password and upload it again.',
  },
  'agreement.section-gone': {
    kind: 'conflict',
    id: 'Bagian naskah ini sudah dihapus orang lain. Tulisan Anda masih ada di bawah; salin ke bagian lain bila perlu.',
    en: 'Somebody else removed this section. What you wrote is still below; copy it to another section if needed.',
  },
  'agreement.section-moved-on': {
    kind: 'conflict',
    id: 'Bagian ini sudah diubah orang lain sejak Anda membukanya. Keduanya ditampilkan di bawah; gabungkan, lalu simpan.',
    en: 'Somebody else changed this section since you opened it. Both texts are shown below; merge them and save.',
  },
  'agreement.text-begun': {
    kind: 'conflict',
    id: 'Naskah ini sudah dimulai. Muat ulang halaman.',
    en: 'The text has been begun already. Reload the page.',
  },
  'agreement.not-asked-to-sign': {
    kind: 'forbidden',
    id: 'Anda tidak tercatat sebagai penanda tangan dokumen ini.',
    en: 'You are not on record as a signatory of this agreement.',
  },
  'agreement.signed-already': {
    kind: 'conflict',
    id: 'Tanda tangan ini sudah tercatat.',
    en: 'This signature is on record already.',
  },
  'agreement.not-your-turn': {
    kind: 'conflict',
    id: 'Belum giliran Anda: penanda tangan sebelumnya belum selesai. Anda akan diberi tahu begitu giliran Anda tiba.',
    en: 'It is not your turn yet: those before you have not signed. You will be told as soon as it is.',
  },
  'agreement.office-over': {
    kind: 'forbidden',
    id: 'Jabatan yang berwenang menandatangani dokumen ini tidak lagi Anda pegang. Hubungi penyusunnya.',
    en: 'You no longer hold the office that signs this agreement. Ask whoever prepares it.',
  },
  'agreement.seals-full': {
    kind: 'conflict',
    id: 'Dokumen ini sudah memuat segel sebanyak yang dapat diperiksa. Tandatangani lembar cetaknya; pindaiannya diunggah penyusun.',
    en: 'This document holds as many seals as can be verified. Sign the printed one; those who prepare it upload the scan.',
  },
  'agreement.compare-at-signing': {
    kind: 'conflict',
    id: 'Pindaian ini dicocokkan di halaman Penandatanganan, supaya tanda tangannya ikut dihitung.',
    en: 'Compare this scan on the page Signing, so that its signatures count.',
  },
  'agreement.nobody-signed': { kind: 'conflict', id: 'Belum ada yang menandatangani.', en: 'Nobody has signed yet.' },
  'agreement.term-over': {
    kind: 'conflict',
    id: 'Masa berlaku dalam naskah sudah lewat. Hentikan penandatanganan, perbaiki masa berlakunya, lalu mulai lagi.',
    en: 'The term in the text is over. Stop the signing, mend the term and begin again.',
  },
  'agreement.not-read': {
    kind: 'invalid',
    id: 'Nyatakan bahwa Anda sudah membaca naskahnya.',
    en: 'Say that you have read the text.',
  },
  'agreement.signatories-missing': {
    kind: 'invalid',
    id: 'Pilih siapa yang tanda tangannya ada pada pindaian ini.',
    en: 'Choose whose signatures are on this scan.',
  },
  'agreement.paper-order': {
    kind: 'conflict',
    id: 'Urutan penandatanganan tidak sesuai: masih ada penanda tangan sebelumnya yang belum tercatat. Pilih juga mereka bila tanda tangannya ada pada kertas yang sama.',
    en: 'The order of signing does not fit: somebody who signs earlier is not on record yet. Choose them too if their signatures are on the same paper.',
  },
  'agreement.scan-missing': { kind: 'invalid', id: 'Pilih berkas pindaian dalam bentuk PDF.', en: 'Choose the scan as a PDF.' },
  'agreement.on-paper-already': {
    kind: 'conflict',
    id: 'Tanda tangan ini ada pada pindaian yang masih menunggu dicocokkan.',
    en: 'This signature is on a scan that still waits to be compared.',
  },
  'agreement.totp-missing': {
    kind: 'invalid',
    id: 'Masukkan kode enam angka dari aplikasi autentikator Anda. Setelah masuk kembali, tunggu kode berikutnya.',
    en: 'Enter the six digits your authenticator app shows. After signing in again, wait for the next code.',
  },
  'agreement.only-many-hands': {
    kind: 'conflict',
    id: 'Hanya komitmen bersama yang dapat berlaku sebelum semua menandatangani.',
    en: 'Only a commitment of many hands can take effect before everybody has signed.',
  },
  'agreement.comment-absent': { kind: 'absent', id: 'Tanggapan ini tidak ada lagi.', en: 'There is no such comment.' },
  'agreement.ceremony-absent': {
    kind: 'absent',
    id: 'Tidak ada acara yang dapat Anda lihat di sini.',
    en: 'There is no ceremony here that you may see.',
  },
  'agreement.code-unknown': {
    kind: 'invalid',
    id: 'Ada kode dokumen yang tidak Anda tangani. Periksa kodenya, misalnya NK-2026-0001.',
    en: 'One of the codes is of no agreement you work on. Check it, for example NK-2026-0001.',
  },
  'agreement.ceremony-empty': {
    kind: 'invalid',
    id: 'Pilih sedikitnya satu dokumen untuk acara ini.',
    en: 'Choose at least one agreement for this ceremony.',
  },
  'agreement.item-wrong': {
    kind: 'invalid',
    id: 'Tulis susunan acara satu baris per mata acara, misalnya: 09.00 | Pembukaan | Pembawa acara.',
    en: 'Write the running order one item a line, for example: 09.00 | Opening | Host.',
  },
  'agreement.paper-other-side': {
    kind: 'forbidden',
    id: 'Pada pindaian ini ada tanda tangan pihak lain. Salah satu dari yang mengunggah dan yang mencocokkan harus dari pihak itu; mintalah rekan dari pihak itu mencocokkannya.',
    en: 'This scan holds a signature of another side. One of the two, whoever uploads or compares it, must be of that side: ask somebody there to compare it.',
  },
  'agreement.same-person': {
    kind: 'forbidden',
    id: 'Anda sendiri yang mencatatnya. Orang lain yang harus memeriksa.',
    en: 'You recorded it yourself. Somebody else must check it.',
  },
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
  'agreement.source-absent': {
    kind: 'absent',
    id: 'Tidak ada butir perbaikan atau kewajiban yang dapat Anda lihat di sini.',
    en: 'There is no improvement item or obligation here that you may see.',
  },
  'agreement.source-elsewhere': {
    kind: 'invalid',
    id: 'Unit yang harus memperbaiki bukan pihak dalam rencana ini. Pilih rencana lain.',
    en: 'The office that must improve is no party of this plan. Choose another plan.',
  },
  'agreement.source-over': {
    kind: 'conflict',
    id: 'Butir atau kewajiban ini sudah selesai atau dihentikan. Tidak perlu masuk rencana kerja lagi.',
    en: 'This item or obligation is settled or was dropped. It needs no plan any more.',
  },
  'agreement.plan-unknown': { kind: 'invalid', id: 'Pilih rencana kerjanya.', en: 'Choose the plan.' },
  'agreement.measure-unknown': { kind: 'invalid', id: 'Pilih ukuran dari daftar.', en: 'Choose a measure from the list.' },
  'agreement.measure-agency': {
    kind: 'invalid',
    id: 'Pilih instansi pemerintah yang menjadi pihak dalam dokumen ini, atau unit di bawahnya.',
    en: 'Choose a government agency that is a party of this agreement, or an office below one.',
  },
  'agreement.measure-days': {
    kind: 'invalid',
    id: 'Isi kedua tanggal, dari yang lebih awal ke yang lebih akhir, paling lama lima tahun.',
    en: 'Give both days, the earlier one first, at most five years apart.',
  },
  'agreement.topic-missing': {
    kind: 'invalid',
    id: 'Tuliskan apa yang dibahas.',
    en: 'Say what it is about.',
  },
  'agreement.session-days': {
    kind: 'invalid',
    id: 'Hari terakhir tidak boleh sebelum hari pertama.',
    en: 'The last day may not come before the first.',
  },
  'agreement.session-in-future': {
    kind: 'invalid',
    id: 'Sesi ini belum berlangsung. Catat hasilnya setelah selesai.',
    en: 'The session has not been held yet. Record what came of it afterwards.',
  },
  'agreement.session-absent': {
    kind: 'absent',
    id: 'Tidak ada sesi yang dapat Anda lihat di sini.',
    en: 'There is no session here that you may see.',
  },
  'agreement.session-moved-on': {
    kind: 'conflict',
    id: 'Sesi ini sudah diubah orang lain sejak Anda membukanya. Tulisan Anda masih ada di bawah; periksa lalu kirim lagi.',
    en: 'Someone else changed this session since you opened it. What you wrote is still below; look at it and send it again.',
  },
  'agreement.count-wrong': {
    kind: 'invalid',
    id: 'Isi dengan bilangan bulat, misalnya 25.',
    en: 'Give a whole number, for example 25.',
  },
  'agreement.attendance-missing': {
    kind: 'invalid',
    id: 'Isi sedikitnya satu kelompok yang hadir.',
    en: 'Fill in at least one group of people who came.',
  },
  'agreement.part-too-large': {
    kind: 'invalid',
    id: 'Bagian ini tidak boleh lebih besar dari jumlah yang hadir.',
    en: 'This part may not be larger than how many came.',
  },
  'agreement.tested-more-than-came': {
    kind: 'invalid',
    id: 'Peserta tes tidak boleh lebih banyak daripada yang hadir.',
    en: 'No more people can take the test than came.',
  },
  'agreement.mark-wrong': {
    kind: 'invalid',
    id: 'Isi nilai dari 0 sampai 100, misalnya 72,5.',
    en: 'Give a mark from 0 to 100, for example 72.5.',
  },
  'agreement.mean-with-count': {
    kind: 'invalid',
    id: 'Isi jumlah peserta tes bersama nilai rata-ratanya.',
    en: 'Give how many took the test together with their mean mark.',
  },
  'agreement.passed-too-many': {
    kind: 'invalid',
    id: 'Yang lulus tidak boleh lebih banyak daripada peserta tes akhir.',
    en: 'No more people can pass than took the final test.',
  },
  'agreement.pass-mark-missing': {
    kind: 'invalid',
    id: 'Isi nilai lulusnya.',
    en: 'Give the mark that passes.',
  },
  'agreement.institution-missing': {
    kind: 'invalid',
    id: 'Tuliskan lembaganya. Jangan tulis nama orang.',
    en: 'Name the institution. Do not write the name of a person.',
  },
  'agreement.role-missing': {
    kind: 'invalid',
    id: 'Tuliskan perannya, misalnya dosen hukum administrasi. Jangan tulis nama orang.',
    en: 'Give the role, for example lecturer of administrative law. Do not write the name of a person.',
  },
  'agreement.too-many-reviewers': {
    kind: 'invalid',
    id: 'Penanggap dari luar paling banyak 30.',
    en: 'At most 30 outside reviewers.',
  },
  'agreement.reviewer-asked': {
    kind: 'conflict',
    id: 'Penanggap yang sudah bertanya tidak dapat dihapus dari daftar.',
    en: 'A reviewer who has asked a question cannot be taken off the list.',
  },
  'agreement.too-many-questions': {
    kind: 'invalid',
    id: 'Pertanyaan dalam satu sesi paling banyak 200.',
    en: 'At most 200 questions in one session.',
  },
  'agreement.answer-missing': {
    kind: 'conflict',
    id: 'Pertanyaan ini belum dijawab. Hanya pertanyaan yang dijawab dapat diumumkan.',
    en: 'This question has no answer yet. Only answered questions can be published.',
  },
  'agreement.own-answer': {
    kind: 'forbidden',
    id: 'Anda sendiri yang menulis jawabannya. Orang lain yang memutuskan pengumumannya.',
    en: 'You wrote the answer yourself. Somebody else decides on its publication.',
  },
  'agreement.personal-data': {
    kind: 'invalid',
    id: 'Ada data pribadi dalam tulisan ini (misalnya nomor telepon, NIK, atau surel). Hapus dulu sebelum diumumkan.',
    en: 'There is personal data in this text (a telephone number, an identity number or an e-mail address). Take it out before it is published.',
  },
  'agreement.not-checked': {
    kind: 'invalid',
    id: 'Centang bahwa Anda sudah memeriksa tidak ada nama orang di dalamnya.',
    en: 'Tick that you have checked that no person is named in it.',
  },
  'agreement.decision-missing': {
    kind: 'invalid',
    id: 'Pilih apakah diumumkan atau tidak.',
    en: 'Choose whether it is published.',
  },
} as const satisfies RefusalCatalogue<string>;

export type AgreementRefusal = keyof typeof AGREEMENT_REFUSALS;
