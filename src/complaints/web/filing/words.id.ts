import type { FindingKind } from '../../../identity/index.ts';
import type { ComplaintClass } from '../../rules/complaint.ts';

type OfClass = Readonly<Record<ComplaintClass, string>>;

/** Kata-kata halaman pengisian: satu pertanyaan satu halaman. */
export const id = {
  continue: 'Lanjutkan',
  startOver: 'Hapus isian ini',
  keptUntil: (day: string) => `Tersimpan sampai ${day}, hanya terbuka dari peramban ini.`,
  counterNote:
    'Anda mengisi untuk pelapor. Bacakan pertanyaannya, dan tulis dengan kata-kata pelapor. Anda tercatat sebagai petugas yang mengisi.',

  start: {
    title: 'Sampaikan pengaduan, aspirasi, atau pertanyaan',
    lead: 'Tanpa akun dan tanpa biaya. Mengisinya perlu sekitar 5 menit.',
    steps: 'Yang akan terjadi',
    answer: 'Anda menjawab beberapa pertanyaan, satu per halaman. Semuanya dapat diubah sebelum dikirim.',
    receipt: 'Anda menerima nomor dan kode tanda terima untuk mengikuti perkembangannya, tanpa akun.',
    verify: (days: number) =>
      `Paling lambat ${days} hari kerja: petugas memeriksa, lalu meneruskan ke instansi yang berwenang. Salah alamat tidak apa-apa.`,
    finish: 'Instansi menjawab dan menyelesaikan dalam batas waktu di bawah ini. Anda yang menyatakan apakah sudah selesai.',
    need: 'Yang perlu disiapkan',
    needStory: 'Cerita singkat: apa yang terjadi, di mana, dan kapan.',
    needFiles: 'Foto atau dokumen, bila ada.',
    needContact: 'Nama dan kontak tidak wajib. Anda juga dapat meminta agar identitas atau isinya dirahasiakan.',
    classes: 'Tiga jenis yang dapat disampaikan',
    within: (days: number) => `Batas waktu: ${days} hari kerja.`,
    withinOr: (days: number, longer: number) =>
      `Batas waktu: ${days} hari kerja, atau ${longer} hari kerja bila perilaku petugas harus diperiksa.`,
    begin: 'Mulai',
    emergency: 'Dalam keadaan darurat, hubungi 112 atau polisi di 110. Halaman ini bukan layanan darurat.',
    chosenAgency: (name: string) => `Instansi yang sudah dipilihkan: ${name}. Anda dapat menggantinya nanti.`,
    continues: (number: string) => `Pengaduan baru ini akan dihubungkan dengan nomor ${number}.`,
    continuesWrong: 'Nomor pengaduan sebelumnya tampaknya salah ketik: periksa kesepuluh angkanya.',
    lostCode: 'Kode tanda terima Anda hilang?',
    lostCodeText:
      'Kode yang hilang tidak dapat kami tampilkan lagi, karena kami sendiri tidak menyimpannya. Anda dapat menyampaikan pengaduan baru yang dihubungkan dengan yang lama. Petugas yang menangani akan melihat hubungannya; isi pengaduan lama tidak terbuka karenanya.',
    lostNumber: 'Nomor pengaduan yang lama',
    lostNumberHint: 'Sepuluh angka, misalnya 123-456-7890.',
    link: 'Hubungkan',
    onlyAsking: 'Hanya datang bertanya? Hitung kunjungannya',
    unfinished: 'Isian Anda yang belum terkirim masih ada',
    unfinishedUntil: (day: string) => `Tersimpan sampai ${day}.`,
    resume: 'Lanjutkan isian itu',
    overText: 'Memulai yang baru menghapus isian itu beserta berkasnya.',
    over: 'Hapus, mulai yang baru',
    openReceipt: 'Anda belum menyatakan sudah mencatat kode tanda terima yang terakhir.',
    showReceipt: 'Tampilkan tanda terima',
    expired: 'Isian Anda sudah tidak ada: isian yang tidak dilanjutkan dihapus setelah 7 hari. Silakan mulai lagi.',
  },
  over: {
    title: 'Hapus isian ini?',
    text: 'Semua yang sudah Anda tulis dan berkas yang sudah Anda unggah dihapus dari server dan tidak dapat dikembalikan.',
    confirm: 'Ya, hapus',
    cancel: 'Tidak, lanjutkan mengisi',
    done: 'Isian sudah dihapus.',
  },
  channel: {
    title: 'Bagaimana pelapor menghubungi Anda?',
    missing: 'Pilih bagaimana pelapor menghubungi Anda.',
  },
  class: {
    title: 'Apa yang ingin Anda sampaikan?',
  },
  story: {
    title: {
      complaint: 'Apa yang terjadi?',
      aspiration: 'Apa usul atau harapan Anda?',
      'information-request': 'Apa yang ingin Anda ketahui?',
    } satisfies OfClass,
    heading: 'Judul singkat',
    headingHint: {
      complaint: 'Misalnya: Jalan berlubang di depan pasar.',
      aspiration: 'Misalnya: Puskesmas buka sampai sore.',
      'information-request': 'Misalnya: Syarat membuat akta kelahiran.',
    } satisfies OfClass,
    text: {
      complaint: 'Ceritakan kejadiannya',
      aspiration: 'Jelaskan usul atau harapan Anda',
      'information-request': 'Tulis pertanyaan Anda',
    } satisfies OfClass,
    textHint: {
      complaint: 'Apa yang terjadi, siapa atau bagian mana yang melayani, dan apa yang Anda harapkan.',
      aspiration: 'Apa yang sebaiknya berubah, dan mengapa.',
      'information-request': 'Layanan apa, dan apa yang belum jelas.',
    } satisfies OfClass,
    noNames:
      'Jangan tulis nama Anda, NIK, nomor telepon, atau alamat rumah Anda di sini. Bila ingin dihubungi, ada halaman tersendiri untuk itu; isinya disimpan terkunci.',
  },
  where: {
    title: {
      complaint: 'Di mana kejadiannya?',
      aspiration: 'Untuk daerah mana?',
      'information-request': 'Tentang layanan di daerah mana?',
    } satisfies OfClass,
    province: 'Provinsi',
    regency: 'Kabupaten atau kota',
    district: 'Kecamatan',
    village: 'Desa atau kelurahan',
    choose: 'Pilih',
    unknownRegency: 'Tidak tahu, atau seluruh provinsi',
    unknown: 'Tidak tahu, atau lewati',
    within: (chain: string) => `Dipilih: ${chain}.`,
    search: 'Cari nama tempat',
    searchHint: 'Nama desa, kecamatan, kabupaten, atau kota. Atau pilih dari daftar di bawah.',
    found: (text: string) => `Tempat yang cocok dengan “${text}”`,
    nothingFound: (text: string) => `Tidak ada tempat dengan nama “${text}”. Periksa ejaannya, atau pilih dari daftar di bawah.`,
    list: 'Pilih dari daftar',
    noPlace: 'Tidak terikat pada satu tempat',
    noPlaceHint: 'Layanan daring, layanan nasional, atau kejadian di luar negeri?',
  },
  place: {
    title: 'Di mana tepatnya?',
    text: 'Tempat dengan kata-kata Anda',
    hint: 'Misalnya: depan Pasar Galiran, sebelah barat jembatan. Jangan tulis alamat rumah Anda bila identitas Anda harus tersembunyi.',
    point: 'Tambahkan titik di peta (boleh dilewati)',
    pointHint:
      'Pakai lokasi perangkat hanya bila Anda sedang berada di tempat kejadian. Titik ini terbaca oleh petugas yang menangani.',
    lat: 'Lintang',
    lng: 'Bujur',
  },
  when: {
    title: 'Kapan kejadiannya?',
    hint: 'Perkiraan boleh. Bila berulang, tulis yang terakhir. Kosongkan bila tidak tahu. Contoh: 14 3 2026.',
  },
  category: {
    title: 'Tentang apa?',
    hint: 'Membantu mencari instansi yang tepat. Petugas dapat memperbaikinya.',
    none: 'Tidak tahu, atau lewati',
    general: (branch: string) => `${branch}: hal lain`,
    others: 'Bidang lain',
  },
  agency: {
    title: {
      complaint: 'Instansi mana yang Anda adukan?',
      aspiration: 'Untuk instansi mana?',
      'information-request': 'Instansi mana yang Anda tanya?',
    } satisfies OfClass,
    hint: 'Pilih bila Anda tahu. Salah pilih tidak apa-apa: petugas meneruskannya ke instansi yang berwenang.',
    suggested: 'Instansi',
    or: 'atau',
    unknown: 'Saya tidak tahu',
    unknownHint: 'Petugas yang mencarikan instansinya.',
    search: 'Cari instansi lain',
    searchHint: 'Misalnya: dinas kesehatan, samsat, BPJS.',
    nothingFound: (text: string) => `Tidak ada instansi dengan nama “${text}”. Coba kata lain, atau pilih “Saya tidak tahu”.`,
    ofPlace: 'Pemerintah daerah di tempat yang Anda pilih.',
    missing: 'Pilih instansi, atau “Saya tidak tahu”.',
  },
  files: {
    title: 'Punya foto atau dokumen?',
    label: 'Tambahkan berkas',
    hint: (count: number, picture: string, other: string) =>
      `Paling banyak ${count} berkas. Foto sampai ${picture}; PDF, dokumen, suara, dan video sampai ${other}.`,
    warning: 'Sebuah foto dapat menunjukkan di mana Anda berdiri, dan dengan itu siapa Anda.',
    hidden:
      'Dari foto kami hapus data tersembunyi (lokasi, waktu, jenis ponsel); yang terlihat di gambar tetap terlihat. Dokumen, suara, dan video disimpan seperti aslinya dan dapat memuat nama pembuatnya.',
    failed: (name: string, why: string) => `${name}: ${why}`,
    tooMany: (count: number) => `Sudah ada ${count} berkas, dan itu yang paling banyak. Hapus yang kurang perlu dahulu.`,
    tooOften:
      'Terlalu banyak berkas dikirim dari jaringan ini. Tunggu beberapa menit, lalu coba lagi. Isian lain tetap tersimpan.',
    gone: 'Isian ini sudah dihapus atau sudah dikirim, jadi berkas tidak disimpan.',
    picture: (name: string) => `Gambar kecil dari ${name}`,
  },
  privacy: {
    title: 'Siapa yang boleh tahu?',
    lead: 'Dua pertanyaan yang berdiri sendiri: yang pertama tentang siapa Anda, yang kedua tentang isi tulisan Anda. Nama dan kontak tidak pernah ditampilkan kepada publik, apa pun pilihan Anda.',
    anonymous: 'Sembunyikan siapa Anda dari instansi yang diadukan? (anonim)',
    anonymousYes: 'Ya, sembunyikan',
    anonymousYesHint:
      'Nama dan kontak Anda tertutup bagi instansi itu dan seluruh pemerintah daerah atau kementeriannya, termasuk pimpinannya. Data pribadi yang ditemukan dalam tulisan Anda disamarkan. Hanya petugas berwenang di luarnya yang dapat membukanya, dengan alasan, dan setiap pembukaan dicatat.',
    anonymousNo: 'Tidak, instansi boleh tahu',
    anonymousNoHint:
      'Petugas yang menangani dapat membuka nama dan kontak Anda untuk menghubungi Anda. Setiap pembukaan dicatat.',
    confidential: 'Tutup isinya bagi publik? (rahasia)',
    confidentialYes: 'Ya, jangan tampilkan',
    confidentialYesHint:
      'Publik tidak dapat membaca apa pun, bahkan tidak bahwa ini ada. Instansi yang menangani tetap membaca isinya.',
    confidentialNo: 'Tidak, boleh ditampilkan',
    confidentialNoHint: 'Baru setelah petugas memeriksanya dan menghapus data pribadi. Berkas diperiksa satu per satu.',
    guess: 'Pilihan ini tidak dapat mencegah orang menebak dari ceritanya, misalnya bila hanya Anda yang mengalaminya.',
    anonymousMissing: 'Pilih apakah identitas Anda disembunyikan dari instansi yang diadukan.',
    confidentialMissing: 'Pilih apakah isinya ditutup bagi publik.',
  },
  contact: {
    title: 'Ke mana kami mengabari Anda?',
    lead: 'Semuanya boleh dikosongkan.',
    with: 'Dengan surel, Anda dikabari setiap ada perkembangan. Surel hanya menyebut bahwa ada kabar tentang nomor Anda, tidak pernah isinya.',
    without:
      'Tanpa kontak, Anda membuka sendiri perkembangannya dengan nomor dan kode tanda terima. Bila petugas bertanya dan Anda tidak membukanya, penanganan dapat terhenti.',
    anonymous: 'Anda memilih anonim: nama dan kontak ini tertutup bagi instansi yang diadukan.',
    name: 'Nama',
    email: 'Alamat surel',
    phone: 'Nomor telepon',
    phoneHint: 'Hanya dipakai bila petugas perlu menelepon Anda. Kabar otomatis hanya lewat surel.',
    governmental:
      'Alamat surel ini tampaknya milik instansi pemerintah. Pengelola surel di sana dapat melihat bahwa Anda dikabari tentang sebuah pengaduan. Lebih aman memakai alamat pribadi.',
    keep: 'Saya mengerti, tetap pakai alamat ini',
  },
  check: {
    title: 'Periksa jawaban Anda',
    send: {
      complaint: 'Kirim pengaduan',
      aspiration: 'Kirim aspirasi',
      'information-request': 'Kirim pertanyaan',
    } satisfies OfClass,
    before: 'Setelah dikirim, isinya tidak dapat Anda ubah atau hapus. Bila ada yang kurang, petugas akan bertanya.',
    channel: 'Cara menyampaikan',
    class: 'Jenis',
    heading: 'Judul',
    text: 'Uraian',
    region: 'Wilayah',
    place: 'Tempat',
    point: (lat: string, lng: string) => `Titik ${lat}, ${lng}`,
    when: 'Tanggal kejadian',
    category: 'Kategori',
    agency: 'Instansi',
    files: 'Berkas',
    anonymous: 'Identitas',
    anonymousYes: 'Tersembunyi dari instansi yang diadukan (anonim)',
    anonymousNo: 'Boleh diketahui petugas yang menangani',
    confidential: 'Isi',
    confidentialYes: 'Tertutup bagi publik (rahasia)',
    confidentialNo: 'Boleh ditampilkan kepada publik setelah diperiksa',
    contact: 'Nama dan kontak',
    continues: 'Dihubungkan dengan',
    none: 'Tidak diisi',
    noPlace: 'Tidak terikat pada satu tempat',
    unknownAgency: 'Tidak tahu, petugas yang mencarikan',
    found: (kinds: string) => `Tulisan Anda tampaknya memuat data pribadi: ${kinds}.`,
    foundAnonymous: 'Bagian itu disamarkan bagi instansi yang diadukan. Lebih aman menghapusnya bila itu tentang Anda.',
    foundOpen:
      'Petugas yang menangani akan membacanya; sebelum tampil kepada publik, bagian itu dihapus. Hapus bila tidak perlu.',
    kinds: {
      nik: 'NIK',
      phone: 'nomor telepon',
      email: 'alamat surel',
      name: 'nama orang',
      plate: 'nomor kendaraan',
      account: 'nomor rekening atau kartu',
    } satisfies Readonly<Record<FindingKind, string>>,
    tooOften: (minutes: number) =>
      `Terlalu banyak kiriman dari jaringan ini. Tunggu ${minutes} menit, lalu kirim lagi. Isian Anda tetap tersimpan.`,
  },
};

export type FilingWords = typeof id;
