import type { ComplaintClass } from '../../../rules/complaint.ts';

/** Kata-kata halaman tanda terima dan kartu janji. */
export const id = {
  title: {
    complaint: 'Pengaduan Anda sudah kami terima',
    aspiration: 'Aspirasi Anda sudah kami terima',
    'information-request': 'Pertanyaan Anda sudah kami terima',
  } satisfies Readonly<Record<ComplaintClass, string>>,
  counterTitle: 'Tercatat. Cetak slip untuk pelapor',
  number: (number: string) => `Nomor ${number}`,
  slip: 'Tanda terima',
  code: 'Kode tanda terima',
  numberLabel: 'Nomor',
  filedAt: 'Diterima',
  kind: 'Jenis',
  channel: 'Disampaikan melalui',
  officer: 'Petugas yang mengisi',
  follow: (address: string) => `Ikuti perkembangannya di ${address} dengan nomor dan kode ini.`,
  secret: 'Siapa pun yang memegang nomor dan kode ini dapat membaca dan menjawab atas nama Anda. Kami tidak pernah memintanya.',
  warning: 'Catat, cetak, atau foto nomor dan kode ini sekarang.',
  lost: 'Kami tidak menyimpan kodenya, jadi kode yang hilang tidak dapat kami tampilkan lagi. Bila hilang, Anda dapat menyampaikan pengaduan baru yang dihubungkan dengan nomor ini.',
  noContact:
    'Anda tidak memberi kontak: nomor dan kode ini satu-satunya jalan kembali, dan kami tidak dapat mengabari Anda bila petugas bertanya.',
  counterWarning: 'Serahkan slip ini kepada pelapor. Kodenya milik pelapor: jangan simpan salinannya.',
  noted: 'Saya sudah mencatatnya',
  notedHint: 'Setelah Anda menekan tombol ini, kode tidak ditampilkan lagi.',
  handedOver: 'Slip sudah diserahkan',
  notedDone: 'Baik. Kode tidak akan ditampilkan lagi. Dengan nomor dan kode itu Anda dapat kembali ke sini kapan saja.',
  handedOverDone: 'Selesai. Kode slip tadi tidak akan ditampilkan lagi.',
  none: 'Tidak ada tanda terima yang perlu ditampilkan',
  noneText: 'Kodenya sudah dinyatakan dicatat, atau waktunya sudah lewat. Ikuti perkembangannya dengan nomor dan kode Anda.',
  toFollow: 'Ikuti pengaduan',

  promise: 'Janji kepada Anda',
  theAgency: 'Instansi yang berwenang',
  verify: 'memeriksa dan meneruskan ke unit yang harus menangani',
  followUp: (days: number) => `memberi tindak lanjut pertama, ${days} hari kerja sejak menerimanya`,
  finish: 'menyelesaikan dan memberi jawaban',
  finishComplaint: (days: number, longer: number) =>
    `menyelesaikan dan memberi jawaban: ${days} hari kerja, atau ${longer} hari kerja bila perilaku petugas harus diperiksa`,
  judge: 'menyatakan apakah sudah selesai',
  you: 'Anda',
  judgeBy: (days: number) =>
    `${days} hari kerja sejak instansi menyatakan selesai. Bila Anda diam, ditutup dengan catatan “tanpa tanggapan pelapor”.`,
  by: (day: string, zone: string) => `Paling lambat ${day}, pukul 23.59 ${zone}`,
  orBy: (day: string) => `atau ${day} bila perilaku petugas harus diperiksa`,
  fromThen: 'Dihitung sejak instansi menerimanya',
  why: 'Mengapa tanggal ini?',
  provisional: 'Tanggal sementara: hari libur tahun itu belum ditetapkan.',
  basis: (citation: string) => `Dasar: ${citation}`,
  unconfirmed: (citation: string) => `Dasar: ${citation} (angka ini belum dipastikan dari teks peraturannya)`,
  otherwise: 'Bila janji ini tidak dipenuhi',
  otherwiseAuto:
    'Pengingat dan pemberitahuan ke atasan berjalan sendiri, sampai ke Ombudsman RI. Anda tidak perlu berbuat apa-apa.',
  otherwiseObject: 'Belum selesai padahal dinyatakan selesai? Sanggah di halaman pengaduan Anda; penanganan dibuka kembali.',
  otherwiseOmbudsman: 'Anda juga dapat melapor sendiri ke Ombudsman RI: telepon 137, atau kantor perwakilannya di provinsi Anda.',
};

export type ReceiptWords = typeof id;
