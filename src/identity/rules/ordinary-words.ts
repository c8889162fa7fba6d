/**
 * Words that are not somebody's name although they stand where a name would, or are written like one.
 * Lower case. Add a word when a text was masked for no reason; the scanner is a help for the verifier, who decides.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** After these an expected name is over, and none begins with them. */
export const FUNCTION_WORDS = words(`
  ada adalah agar akan akhir alamat anak anda antara apa apabila asal atas atau awal bagaimana bagi bahkan bahwa baik baru beberapa begitu belum beralamat
  berada berasal berdomisili bersama bertanya bila bisa boleh bukan cukup dalam dan dapat dari datang dekat demi dengan di dia dibuat dicatat dicetak dihapus
  dipakai disini ditolak ditulis dua hal hanya harap harus hendak hilang hingga hp ia ialah ini ingin itu jadi jika juga justru kalau kami kami kamu
  karena kata ke kemudian kenapa kepada ketika kini kita kok lagi lain lalu lama lebih lewat malah mana masih mau melalui melapor melaporkan melihat
  memang membuat memiliki memohon mengadukan mengajukan mengalami mengeluh mengeluhkan mengenai mengurus menjadi menurut menyampaikan merasa mereka meski
  minta mohon muncul namun nik no nomor oleh orang pada paling para per perlu pernah pun punya sa saat saja salah salam sama sampai sangat saya
  se sebab sebagai sebelum sebuah sedang sejak selaku selalu seluruh semua semoga seorang seperti sering serta sesuai setelah setiap siapa sini situ sudah supaya
  tadi tak tanpa tanya tapi telah tempat tentang terdaftar tercatat tercantum terdapat terhadap terima terkait tersebut tertera tetap tetapi tgl tidak tinggal tolong
  umur untuk usia warga yaitu yakni yang
  a about am an and are at but by for from i in is it live lives my not of on or our that the this to was we with would
`);

/** Offices, ranks, kinship and places: after "Bapak" or "Ibu" they make a title, not a name. */
export const TITLES = words(`
  admin anggota asisten bapak bendahara bendesa bhabinkamtibmas bidan bos bupati camat danramil dekan dewan direktur dokter dosen driver dukuh dusun
  gubernur guru hakim hamil ibu jaksa jro kabag kabid kadis kadus kades kapolda kapolres kapolsek kapten kasatpol kasi kasir kasubag kelian kepala kepsek ketua
  klian kota komandan lurah menteri operator pegawai pejabat pemerintah pemilik penghulu pengurus perawat perbekel pertiwi petugas pimpinan polantas polisi
  presiden rektor rt rumah rw sales satpam saudara saudari sekalian sekda sekdes sekretaris sopir staf supir tukang wakil wali walikota warga
  dinas kantor desa kelurahan kecamatan kabupaten provinsi masyarakat republik indonesia bali riau batam ombudsman lapor kami pelapor terlapor pemohon
  tetangga suami istri adik kakak orang semua para yth
`);

/** Ordinary words that are names as well: in lower case they are taken for the word. */
export const NAMES_THAT_ARE_WORDS = words(`
  adil agung aman anak anggrek api arah arti asri baik bagus bahagia baru batu bayu bening berani besar bima bintang bulan bumi bunga cahaya cantik cinta dana
  damai dasar dewa dewi duta elok fajar gempa gunung guntur hadi halus hari harapan harum hati hujan ibu indah intan jalan jati jaya jelita jujur kasih kaya kembang
  kota kurnia laksana lancar langit laut lestari lima lurus madu maju makmur mandiri manis mawar mega melati mentari mulia mulya murni musim negara nusa nyata
  padi pagi pasar pelita permata permai perdana pertama pertiwi putih putra putri rahmat raja ratu rejeki rezeki rini ria rukun sabar sakti sari satria
  sehat sejahtera sekar selamat senang sentosa setia siang sinar slamet subur suci surya tani teguh tirta tulus tunggal utama utami utara wangi wati widya wijaya yoga
`);

/** Parts of names and titles that name nobody by themselves. */
export const NAME_PARTICLES = words(`
  and bin binti van der den dos bapak bpk ibu pak sdr sdri saudara saudari tuan nyonya nona mas mbak haji hajah drs dra prof amd spd skom ssos mpd msi sst ustadz
`);
