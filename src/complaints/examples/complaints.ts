/**
 * Invented complaints for trying the product, each with the life it has had. People, events and wordings are made up; regions and
 * agencies are real, and nothing here is said about what they really do.
 */
import type { Channel, ComplaintClass } from '../rules/complaint.ts';

/** Who acts: the part before the @ and the place of an example person's address, or the complainant. */
export type Player = string;

export type Deed =
  | { readonly on: number; readonly by: Player; readonly do: 'release' }
  | { readonly on: number; readonly by: Player; readonly do: 'classify'; readonly supervisory: boolean; readonly reason: string }
  | { readonly on: number; readonly by: Player; readonly do: 'ask'; readonly question: string }
  | { readonly on: number; readonly by: 'pelapor'; readonly do: 'answer'; readonly text: string }
  | { readonly on: number; readonly by: Player; readonly do: 'forward'; readonly to: readonly string[]; readonly note?: string }
  | { readonly on: number; readonly by: Player; readonly do: 'pass-on'; readonly to: string }
  | { readonly on: number; readonly by: Player; readonly do: 'return'; readonly reason: string }
  | { readonly on: number; readonly by: Player; readonly do: 'redirect'; readonly to: string }
  | { readonly on: number; readonly by: Player; readonly do: 'follow-up' | 'reply' | 'propose' | 'note'; readonly text: string }
  | { readonly on: number; readonly by: 'pelapor'; readonly do: 'confirm' | 'object' | 'reopen' | 'look'; readonly text?: string }
  | {
      readonly on: number;
      readonly by: Player;
      readonly do: 'archive';
      readonly reason: 'too-general' | 'out-of-scope';
      readonly text: string;
    };

export interface ExampleComplaint {
  /** Days before today on which it was filed. */
  readonly filedDaysAgo: number;
  readonly class: ComplaintClass;
  readonly title: string;
  readonly description: string;
  readonly region: string;
  readonly agency: string | null;
  readonly category: string;
  readonly place?: string;
  readonly anonymous?: boolean;
  readonly confidential?: boolean;
  readonly contact?: { readonly name: string; readonly email: string };
  readonly channel?: Channel;
  /** `on` counts days after filing. */
  readonly deeds: readonly Deed[];
}

const NATIONAL = 'verifikator@nasional';
const KLUNGKUNG = 'koordinator@klungkung';
const PUPR = 'pupr@klungkung';
const DINKES = 'dinkes@klungkung';
const DUKCAPIL = 'dukcapil@klungkung';
const DISDIK = 'disdik@klungkung';
const DISHUB = 'dishub@klungkung';
const BADUNG = 'koordinator@badung';
const BADUNG_PUPR = 'pupr@badung';
const BATAM = 'koordinator@batam';
const BATAM_PUPR = 'pupr@batam';

export const EXAMPLE_COMPLAINTS: readonly ExampleComplaint[] = [
  {
    filedDaysAgo: 34,
    class: 'complaint',
    title: 'Jalan berlubang di depan pasar',
    description:
      'Sudah tiga minggu ada lubang besar di depan pasar. Setiap hujan tergenang dan dua pengendara motor sudah jatuh.',
    region: '51.05.01',
    agency: '51.05',
    category: 'public-works.potholes',
    place: 'Depan pintu timur pasar',
    contact: { name: 'Warga Contoh Satu', email: 'satu@warga.example' },
    deeds: [
      { on: 1, by: KLUNGKUNG, do: 'release' },
      { on: 1, by: KLUNGKUNG, do: 'forward', to: ['51.05.pupr'], note: 'Mohon ditinjau, sudah ada yang jatuh.' },
      { on: 2, by: PUPR, do: 'follow-up', text: 'Petugas kami meninjau lokasi hari ini dan memasang tanda peringatan.' },
      {
        on: 8,
        by: PUPR,
        do: 'propose',
        text: 'Lubang sudah ditambal dengan aspal panas dan saluran di sisinya dibersihkan pada hari ini.',
      },
      { on: 9, by: 'pelapor', do: 'confirm', text: 'Benar, sudah rapi. Terima kasih.' },
    ],
  },
  {
    filedDaysAgo: 30,
    class: 'complaint',
    title: 'Lampu jalan padam di jalur sekolah',
    description: 'Lampu jalan di jalur menuju sekolah padam sejak awal bulan. Anak-anak pulang les dalam gelap.',
    region: '51.05.03',
    agency: '51.05',
    category: 'public-works.street-lights',
    anonymous: true,
    deeds: [
      { on: 1, by: KLUNGKUNG, do: 'release' },
      { on: 1, by: KLUNGKUNG, do: 'forward', to: ['51.05.dishub'] },
      { on: 3, by: DISHUB, do: 'follow-up', text: 'Kami sudah memeriksa: dua panel rusak, suku cadang dipesan.' },
      { on: 9, by: DISHUB, do: 'propose', text: 'Kedua panel sudah diganti dan lampu menyala pada pengecekan malam.' },
      { on: 10, by: 'pelapor', do: 'object', text: 'Yang di tikungan masih padam sampai tadi malam.' },
      {
        on: 12,
        by: DISHUB,
        do: 'follow-up',
        text: 'Terima kasih. Tiang di tikungan ternyata pada jaringan lain; kami kerjakan minggu ini.',
      },
    ],
  },
  {
    filedDaysAgo: 40,
    class: 'information-request',
    title: 'Syarat pindah kartu keluarga',
    description: 'Dokumen apa saja yang perlu saya bawa untuk pindah kartu keluarga antarkecamatan, dan apakah ada biaya?',
    region: '51.05',
    agency: '51.05.dukcapil',
    category: 'civil-registry',
    contact: { name: 'Warga Contoh Dua', email: 'dua@warga.example' },
    deeds: [
      { on: 1, by: KLUNGKUNG, do: 'release' },
      { on: 1, by: KLUNGKUNG, do: 'forward', to: ['51.05.dukcapil'] },
      { on: 1, by: DUKCAPIL, do: 'follow-up', text: 'Pertanyaan kami terima dan kami siapkan jawabannya.' },
      {
        on: 2,
        by: DUKCAPIL,
        do: 'propose',
        text: 'Cukup membawa kartu keluarga lama, KTP, dan surat pengantar. Tidak dipungut biaya, selesai dalam satu hari kerja.',
      },
      { on: 4, by: 'pelapor', do: 'look' },
    ],
  },
  {
    filedDaysAgo: 6,
    class: 'complaint',
    title: 'Antrean puskesmas sejak subuh',
    description:
      'Untuk periksa anak saya harus mengambil nomor sejak jam lima pagi, padahal loket buka jam delapan. Nomor habis sebelum siang.',
    region: '51.05.02',
    agency: '51.05.dinkes',
    category: 'health',
    contact: { name: 'Warga Contoh Tiga', email: 'tiga@warga.example' },
    deeds: [
      { on: 1, by: KLUNGKUNG, do: 'release' },
      { on: 1, by: KLUNGKUNG, do: 'forward', to: ['51.05.dinkes'] },
      {
        on: 2,
        by: DINKES,
        do: 'follow-up',
        text: 'Kami sedang menghitung kebutuhan loket bersama kepala puskesmas; pendaftaran daring dicoba mulai pekan depan.',
      },
      { on: 2, by: DINKES, do: 'note', text: 'Cek juga jadwal dokter pengganti sebelum menjawab.' },
    ],
  },
  {
    filedDaysAgo: 16,
    class: 'complaint',
    title: 'Diminta uang untuk surat keterangan',
    description: 'Ketika mengurus surat keterangan saya diminta uang lima puluh ribu rupiah supaya cepat, tanpa kuitansi.',
    region: '51.05.04',
    agency: '51.05',
    category: 'law-politics',
    anonymous: true,
    confidential: true,
    deeds: [
      {
        on: 1,
        by: KLUNGKUNG,
        do: 'classify',
        supervisory: true,
        reason: 'Dugaan permintaan imbalan oleh petugas harus diperiksa.',
      },
      { on: 1, by: KLUNGKUNG, do: 'forward', to: ['51.05.inspektorat'], note: 'Berkadar pengawasan, mohon pemeriksaan.' },
    ],
  },
  {
    filedDaysAgo: 3,
    class: 'complaint',
    title: 'Sampah menumpuk di pinggir sungai',
    description:
      'Sampah rumah tangga menumpuk di pinggir sungai dekat jembatan, baunya sampai ke rumah. Sudah seminggu tidak diangkut.',
    region: '51.05.03',
    agency: null,
    category: 'environment',
    place: 'Sisi utara jembatan',
    deeds: [{ on: 1, by: NATIONAL, do: 'ask', question: 'Jembatan yang mana? Tuliskan nama desa atau jalan terdekat.' }],
  },
  {
    filedDaysAgo: 12,
    class: 'complaint',
    title: 'Drainase meluap ke halaman sekolah',
    description: 'Saluran air di samping sekolah meluap setiap hujan dan halaman tergenang setinggi mata kaki.',
    region: '51.05.01',
    agency: '51.05',
    category: 'public-works.drainage',
    deeds: [
      { on: 1, by: KLUNGKUNG, do: 'release' },
      { on: 1, by: KLUNGKUNG, do: 'forward', to: ['51.05.disdik'] },
      { on: 2, by: DISDIK, do: 'return', reason: 'Saluran berada di badan jalan, bukan di dalam pagar sekolah.' },
      { on: 3, by: KLUNGKUNG, do: 'redirect', to: '51.05.dishub' },
      { on: 5, by: DISHUB, do: 'return', reason: 'Kami tidak mengelola drainase; ini urusan pekerjaan umum.' },
    ],
  },
  {
    filedDaysAgo: 2,
    class: 'aspiration',
    title: 'Usul jam layanan Sabtu pagi',
    description:
      'Bagi yang bekerja Senin sampai Jumat, layanan kependudukan pada Sabtu pagi sebulan sekali akan sangat membantu.',
    region: '51.05',
    agency: '51.05.dukcapil',
    category: 'civil-registry',
    deeds: [],
  },
  {
    filedDaysAgo: 1,
    class: 'complaint',
    title: 'Halte roboh terkena angin',
    description: 'Atap halte di jalan utama roboh terkena angin tadi malam dan menghalangi trotoar.',
    region: '51.71.01',
    agency: '51.71',
    category: 'transport',
    deeds: [],
  },
  {
    filedDaysAgo: 1,
    class: 'complaint',
    title: 'Petugas loket tidak di tempat',
    description: 'Saya datang tiga kali pada jam layanan, loket kosong tanpa pengumuman. Tidak ada yang bisa ditanya.',
    region: '51.03.05',
    agency: '51.03',
    category: 'other',
    channel: 'pojok',
    deeds: [],
  },
  {
    filedDaysAgo: 26,
    class: 'complaint',
    title: 'Trotoar rusak di depan rumah sakit',
    description: 'Ubin trotoar di depan rumah sakit lepas-lepas, kursi roda tidak bisa lewat.',
    region: '51.03.02',
    agency: '51.03',
    category: 'public-works.sidewalks',
    contact: { name: 'Warga Contoh Empat', email: 'empat@warga.example' },
    deeds: [
      { on: 1, by: BADUNG, do: 'release' },
      { on: 1, by: BADUNG, do: 'forward', to: ['51.03.pupr'] },
      { on: 4, by: BADUNG_PUPR, do: 'follow-up', text: 'Sudah kami ukur; perbaikan dijadwalkan pekan ini.' },
      { on: 8, by: BADUNG_PUPR, do: 'propose', text: 'Ubin diganti sepanjang 40 meter dan dibuat landai untuk kursi roda.' },
      { on: 9, by: 'pelapor', do: 'look' },
    ],
  },
  {
    filedDaysAgo: 24,
    class: 'complaint',
    title: 'Air PDAM keruh berhari-hari',
    description: 'Air keran keruh dan berbau sejak empat hari lalu di seluruh gang kami.',
    region: '21.71.05',
    agency: '21.71',
    category: 'public-works.clean-water',
    deeds: [
      { on: 2, by: BATAM, do: 'release' },
      { on: 2, by: BATAM, do: 'forward', to: ['21.71.pupr'] },
    ],
  },
  {
    filedDaysAgo: 20,
    class: 'complaint',
    title: 'Galian kabel tidak ditutup kembali',
    description: 'Bekas galian kabel di depan ruko dibiarkan terbuka dan membahayakan pejalan kaki.',
    region: '21.71.02',
    agency: '21.71',
    category: 'public-works',
    contact: { name: 'Warga Contoh Lima', email: 'lima@warga.example' },
    deeds: [
      { on: 1, by: BATAM, do: 'release' },
      { on: 1, by: BATAM, do: 'forward', to: ['21.71.pupr'] },
      { on: 2, by: BATAM_PUPR, do: 'follow-up', text: 'Kontraktor sudah kami panggil dan diberi waktu tiga hari.' },
      { on: 6, by: BATAM_PUPR, do: 'propose', text: 'Galian sudah ditutup dan dipadatkan; foto pengecekan ada pada kami.' },
      { on: 7, by: 'pelapor', do: 'confirm' },
      { on: 12, by: 'pelapor', do: 'reopen', text: 'Setelah hujan tanahnya turun lagi dan berlubang.' },
    ],
  },
  {
    filedDaysAgo: 9,
    class: 'complaint',
    title: 'Semua pelayanan buruk',
    description: 'Semuanya buruk dan tidak ada yang benar di mana-mana sejak dulu sampai sekarang.',
    region: '21.71',
    agency: '21.71',
    category: 'other',
    deeds: [
      {
        on: 2,
        by: BATAM,
        do: 'archive',
        reason: 'too-general',
        text: 'Kami belum tahu pelayanan mana yang dimaksud. Bila Anda menyebut tempat dan kejadiannya, kami buka kembali.',
      },
    ],
  },
];
