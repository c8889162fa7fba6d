/**
 * Words that people of Indonesian offices build passwords from and that the dictionaries of `@zxcvbn-ts` lack or rank as rare:
 * devotion, patriotism, affection, sweets and heroes of childhood, offices and titles. Most usual first.
 * Places come from the caller (the person's own agency and region); add here what an audit of refused passwords shows.
 */
export const INDONESIAN_WORDS: readonly string[] = [
  ...['bismillah', 'indonesia', 'sayang', 'rahasia', 'katasandi', 'kata sandi', 'sandi', 'passwordku', 'cinta', 'sayangku'],
  ...['sayangkamu', 'akusayangkamu', 'akucintakamu', 'cintaku', 'anakku', 'mamahku', 'ibuku', 'keluargaku', 'keluarga'],
  ...['bismillahirrahmanirrahim', 'bismillahirrohmanirrohim', 'alhamdulillah', 'alhamdulillahirabbilalamin', 'subhanallah'],
  ...['astaghfirullah', 'assalamualaikum', 'allahuakbar', 'lailahaillallah', 'masyaallah', 'insyaallah'],
  ...['tuhanyesus', 'yesuskristus', 'puji tuhan', 'pujituhan', 'halleluyah', 'omswastiastu', 'swastiastu', 'namobuddhaya'],
  ...['merdeka', 'pancasila', 'bhinnekatunggalika', 'garuda', 'garudaku', 'nusantara', 'nkri', 'nkrihargamati', 'hargamati'],
  ...['proklamasi', 'sumpahpemuda', 'merahputih', 'indonesiaraya', 'indonesiajaya', 'jayaindonesia', 'indonesiamaju'],
  ...['soekarno', 'sukarno', 'suharto', 'soeharto', 'habibie', 'gusdur', 'megawati', 'jokowi', 'prabowo', 'gibran'],
  ...['dinas', 'kantor', 'kantorku', 'kabupaten', 'kecamatan', 'kelurahan', 'provinsi', 'pemerintah', 'pemda', 'pemkab'],
  ...['pemkot', 'pemprov', 'bupati', 'walikota', 'gubernur', 'kepaladinas', 'sekda', 'sekretaris', 'inspektorat', 'ombudsman'],
  ...['kominfo', 'diskominfo', 'dukcapil', 'disdukcapil', 'puskesmas', 'bapenda', 'bappeda', 'satpolpp', 'samsat', 'dpmptsp'],
  ...['aparatur', 'pegawai', 'pegawainegeri', 'bkpsdm', 'operator', 'admin', 'administrator', 'bendahara', 'pengaduan'],
  ...['lapor', 'laporsp4n', 'layanan', 'pelayanan', 'pelayananpublik', 'tuntas', 'selamat', 'selamatpagi', 'selamatdatang'],
  ...[
    'terimakasih',
    'semangat',
    'semangatpagi',
    'sukses',
    'suksesselalu',
    'bahagia',
    'jayaselalu',
    'salamdamai',
    'suksesbersama',
  ],
  ...['jakarta', 'surabaya', 'bandung', 'semarang', 'yogyakarta', 'jogjakarta', 'medan', 'makassar', 'denpasar', 'bali'],
  ...['palembang', 'batam', 'klungkung', 'tabanan', 'badung', 'bintan', 'karimun', 'natuna', 'anambas', 'tanjungpinang'],
  ...['kepulauanriau', 'kepri', 'jawabarat', 'jawatengah', 'jawatimur', 'sumatera', 'kalimantan', 'sulawesi', 'papua', 'maluku'],
  ...['persib', 'persija', 'persebaya', 'arema', 'baliunited', 'timnas', 'bola', 'doraemon', 'naruto', 'spongebob', 'upinipin'],
  ...['januari', 'februari', 'maret', 'april', 'mei', 'juni', 'juli', 'agustus', 'september', 'oktober', 'november', 'desember'],
  ...['tujuhbelasagustus', '17agustus1945', '17081945', '17agustus', '1945', 'satuduatiga', 'satuduatigaempat', 'qwerty'],
];
