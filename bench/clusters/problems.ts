/**
 * Recurring problems to be planted: each the failing of one office, told by many people in their own words (format: everyday.ts). The
 * first ten are for trying things out (`--trial`); a run that is judged plants only from the others.
 */
export interface Problem {
  readonly category: string;
  readonly says: string;
}

export const PROBLEMS: readonly Problem[] = [
  {
    category: 'civil-registry',
    says: 'blangko kosong|blanko habis|kepingan KTP tidak tersedia; diberi surat keterangan|suket|biodata sementara; disuruh kembali bulan depan|tidak ada kepastian kapan tersedia; kabupaten lain ada|daerah sebelah bisa cetak; pengadaan|kiriman dari pusat; bank menolak suket|tidak laku untuk melamar',
  },
  {
    category: 'civil-registry',
    says: 'calo|makelar|orang yang menawarkan jasa; dua ratus ribu|bayar 200 ribu|uang pelicin; sehari jadi|langsung selesai|lewat jalur belakang; depan kantor|parkiran dinas; pegawai kenal|kerja sama dengan petugas; yang lewat resmi ditunda',
  },
  {
    category: 'health',
    says: 'obat kosong|stok obat habis|obat tidak ada; diberi resep luar|beli sendiri di apotek|disuruh beli di luar; insulin|obat jantung|obat darah tinggi; peserta JKN|pakai BPJS; apotek rumah sakit|farmasi; penyakit kronis|rutin setiap bulan',
  },
  {
    category: 'public-works.potholes',
    says: 'galian kabel|galian pipa|bekas galian; tidak ditutup kembali|ditutup tanah saja|urugan amblas; kontraktor|rekanan|pekerja proyek; fiber optik|jaringan internet; tanpa rambu|tanpa papan proyek; mobil terperosok|roda masuk',
  },
  {
    category: 'education',
    says: 'seragam wajib beli di sekolah|paket seragam|bahan seragam; harga jauh di atas pasar|satu juta lebih|mahal sekali; koperasi sekolah|penjahit tertentu; tidak boleh beli di luar|ditolak bila beli sendiri; atribut dan batik|pakaian olahraga; orang tua berutang|dicicil',
  },
  {
    category: 'social-welfare.social-assistance',
    says: 'dipotong|potongan|disunat; lima puluh ribu|seratus ribu per orang; alasan administrasi|uang transport|kas kelompok; ketua kelompok|pendamping|agen e-warong; kartu ATM ditahan|PIN diminta; takut dicoret|diancam tidak dapat lagi',
  },
  {
    category: 'transportation',
    says: 'uji KIR|kir kendaraan|uji berkala; alat uji rusak|gedung uji tutup|mesin uji mati; disuruh ke kabupaten tetangga|numpang uji; truk tidak bisa jalan|takut ditilang; surat pengantar|biaya tambahan; sopir merugi',
  },
  {
    category: 'energy',
    says: 'sambungan baru|pasang baru|penyambungan; sudah lunas|sudah dibayar|BP dibayar; meteran belum dipasang|kWh belum datang; material kosong|stok meter habis; rumah subsidi|perumahan baru; menyalur dari tetangga|gelap-gelapan',
  },
  {
    category: 'land',
    says: 'aplikasi antrean online|antrean daring|Sentuh; kuota selalu penuh|jadwal tidak pernah ada; loket menolak|tidak dilayani langsung; calo punya nomor|jasa pengambilan nomor; tengah malam|subuh; roya tertunda|akad kredit batal',
  },
  {
    category: 'environment',
    says: 'TPA longsor|tempat pembuangan akhir|gunungan; air lindi|lindi hitam; sumur tercemar|sumur warga berbau; sawah gagal panen|padi mati; kompensasi belum dibayar|uang bau; pagar jebol|alat berat rusak',
  },
  // Judged from here on.
  {
    category: 'civil-registry',
    says: 'perekaman rusak|alat rekam mati|kamera iris error; kecamatan tidak bisa|harus ke kota|naik perahu; siswa usia 17|pemula; sudah dua bulan|belum diganti; jaringan VPN|server lokal; ongkos jauh|seharian perjalanan',
  },
  {
    category: 'civil-registry',
    says: 'akta kematian|surat kematian|akte meninggal; ditolak karena puskesmas|saksi dua orang|formulir F2; klaim asuransi|pensiun janda|warisan; kantor desa melempar|disuruh sidang; pegawai baru|tidak paham syarat; fotokopi dilegalisir ulang',
  },
  {
    category: 'civil-registry',
    says: 'identitas kependudukan digital|aplikasi IKD|KTP digital; gagal aktivasi|kode QR tidak muncul|verifikasi wajah gagal; dipaksa aktivasi|syarat ambil dokumen; tidak punya ponsel pintar|HP jadul; pegawai mengejar target|target aktivasi; lansia bingung',
  },
  {
    category: 'health',
    says: 'ambulans|ambulan desa|mobil jenazah; tidak mau jalan|sopir tidak ada|minta uang bensin; lima ratus ribu|tarif tidak jelas; pasien gawat|melahirkan|stroke; akhirnya pakai pikap|pinjam mobil tetangga; malam hari|hari libur',
  },
  {
    category: 'health',
    says: 'imunisasi|vaksin anak|posyandu; vaksin kosong|stok tidak dikirim|lemari pendingin rusak; campak|polio|pentavalen; bayi terlambat|jadwal lewat; kader|bidan desa; disuruh ke klinik swasta|bayar sendiri',
  },
  {
    category: 'health',
    says: 'pendaftaran daring rumah sakit|aplikasi daftar poli|Mobile JKN antrean; nomor hangus|hilang dari sistem|dibatalkan sepihak; harus daftar ulang|antre manual lagi; poli mata|poli saraf|poli jantung; kuota sepuluh orang; loket tidak mau tahu',
  },
  {
    category: 'health',
    says: 'cuci darah|hemodialisa|mesin HD; mesin rusak|unit berkurang|giliran dikurangi; dua kali seminggu|jadwal mundur; bengkak sesak|kondisi memburuk; dirujuk ke provinsi|tiga jam perjalanan; teknisi|suku cadang',
  },
  {
    category: 'public-works.potholes',
    says: 'jembatan gantung putus|jembatan darurat|bailey; terseret arus|hanyut|ambruk; anak menyeberang sungai|rakit|ban dalam; dijanjikan bulan ini|anggaran digeser; hasil kebun tidak bisa dijual|panen busuk; bidan tidak bisa masuk',
  },
  {
    category: 'public-works.potholes',
    says: 'proyek mangkrak|pekerjaan ditinggal|kontraktor kabur; betonisasi|pengecoran|rabat beton; separuh jalan ditutup|material menumpuk; debu masuk warung|dagangan sepi; besi menonjol|ban sobek; papan kontrak dicabut',
  },
  {
    category: 'public-works.potholes',
    says: 'persetujuan bangunan gedung|izin PBG|IMB; SIMBG macet|berkas dikembalikan tanpa alasan|status verifikasi terus; konsultan tertentu|disarankan pakai jasa; retribusi belum dihitung|SKRD; ruko rumah tinggal|bank menunda kredit; tim teknis tidak datang|jadwal sidang',
  },
  {
    category: 'public-works.potholes',
    says: 'pompa air|rumah pompa|pintu air; solar habis|genset rusak|operator tidak ada; rendaman tiga hari|setinggi pinggang; dinas saling lempar|bukan kewenangan; perahu karet|dapur umum; sawah dan kolam lele|ternak mati',
  },
  {
    category: 'education',
    says: 'ijazah ditahan|ijazah tidak diberikan|STTB disimpan sekolah; tunggakan|belum lunas|utang SPP; alumni|lulusan tahun lalu; melamar pekerjaan|daftar TNI; bendahara|kepala tata usaha; diminta surat pernyataan|bayar separuh dulu',
  },
  {
    category: 'education',
    says: 'makan siang gratis|MBG|makanan bergizi; basi|berlendir|berulat; keracunan|muntah|diare; dapur SPPG|katering; siswa dirawat|puskesmas penuh; kotak kurang|tidak merata',
  },
  {
    category: 'education',
    says: 'wisata perpisahan|study tour|karya wisata; wajib ikut|nilai terancam|rapor ditahan; dua juta|biaya bus hotel; biro perjalanan|kepala sekolah dapat bagian; yang tidak ikut tetap bayar|denda; komite diam',
  },
  {
    category: 'education',
    says: 'tunjangan profesi|TPG|sertifikasi triwulan; belum dibayarkan|tertunda dua triwulan; kabupaten lain sudah cair|alasan kas daerah; SK terbit|info GTK valid; guru SD|pengawas; utang koperasi|gaji pas-pasan',
  },
  {
    category: 'social-welfare.social-assistance',
    says: 'beras bantuan|beras bulog|cadangan pangan; berkutu|apek|kuning; timbangan kurang|isi delapan kilo; kantor pos|balai desa|titik bagi; diminta tebus|uang angkut sepuluh ribu; ditolak ditukar',
  },
  {
    category: 'social-welfare.social-assistance',
    says: 'rumah tidak layak huni|RTLH|bedah rumah; material tidak dikirim|toko ditunjuk|semen pasir kurang; tukang tidak dibayar|upah ditanggung penerima; rumah sudah dibongkar|tinggal di tenda; fasilitator|ketua kelompok; tanda tangan kosong|kuitansi',
  },
  {
    category: 'social-welfare.social-assistance',
    says: 'panti|rumah perlindungan|shelter; penuh|menolak|tidak mau terima; korban kekerasan|anak titipan|lansia dibuang; surat polisi|rekomendasi dinas provinsi; tidur di kantor polsek|dikembalikan ke keluarga; pekerja sosial|UPTD',
  },
  {
    category: 'transportation',
    says: 'kapal penyeberangan|feri|pelra; tidak berangkat|jadwal dihapus|docking; tiket daring habis|dijual lebih mahal; muatan logistik|truk sayur menunggu; pulau|dermaga rusak; subsidi perintis|kontrak habis',
  },
  {
    category: 'transportation',
    says: 'derek|mobil diderek|gembok roda; padahal tidak ada larangan|rambu baru dipasang; tebus setengah juta|bayar tunai tanpa bukti; petugas dishub|regu penertiban; depan rumah sakit|zona hijau; lecet|bumper penyok',
  },
  {
    category: 'transportation',
    says: 'SIM keliling|gerai perpanjangan|satpas; wajib tes psikologi di tempat|surat sehat tambahan; biaya tidak sesuai PNBP|tiga ratus ribu; map kuning|titip ke petugas; kuota tiga puluh|tutup pukul sepuluh; praktik diluluskan|diulang terus',
  },
  {
    category: 'energy',
    says: 'elpiji|gas melon|tabung tiga kilo; langka|kosong di pangkalan; harga empat puluh ribu|dijual di pengecer mahal; pangkalan menimbun|dijual ke restoran; harus KTP|daftar merchant; warung makan tutup|kembali ke kayu bakar',
  },
  {
    category: 'energy',
    says: 'solar subsidi|biosolar|barcode MyPertamina; nelayan|petani|traktor; kuota diblokir|kode tidak terbaca; antre dua hari|jeriken ditolak; rekomendasi dinas perikanan|surat kelompok; dijual ke tambang|pelangsir',
  },
  {
    category: 'land',
    says: 'ganti rugi|uang pengganti|konsinyasi; tol|bendungan|rel ganda; belum dibayar dua tahun|dititip pengadilan; penilai|appraisal terlalu rendah; warga terdampak|penggarap; rumah sudah dirobohkan|mengontrak',
  },
  {
    category: 'land',
    says: 'peta bidang|ploting|bidang bergeser; sertifikat lama tidak terpetakan|KW empat|blokir; tidak bisa jual|notaris menolak; diminta ukur ulang biaya sendiri|juru ukur swasta; loket informasi|seksi survei; tetangga ikut hilang',
  },
  {
    category: 'environment',
    says: 'tambang pasir|galian C|penambangan; izin tidak jelas|malam hari beroperasi|ekskavator; tebing longsor|sungai bergeser; mata air mati|sumur kering; satpol tidak menindak|dibekingi; jalan desa hancur|truk tronton',
  },
  {
    category: 'environment',
    says: 'kandang ayam|peternakan|kotoran; lalat masuk rumah|lalat di makanan; izin lingkungan|UKL UPL|amdal; dinas hanya mencatat|sidak tanpa hasil; jarak dari permukiman|sebelah TK; ganti pakan|disemprot',
  },
  {
    category: 'environment',
    says: 'krematorium|insinerator|pembakaran limbah medis; abu hitam|partikel|serpihan; asma kambuh|ISPA anak; cerobong pendek|filter rusak; tanpa sosialisasi|warga tidak menandatangani; uji emisi tidak dibuka|hasil dirahasiakan',
  },
];

/** How many of the first are for trying out. */
export const TRIAL_PROBLEMS = 10;
