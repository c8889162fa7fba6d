/**
 * Invented services with standards of differing completeness, so that every state can be seen. They follow what such services look like
 * everywhere; numbers, decrees and addresses are made up and say so.
 */
import type { ServiceContent } from '../rules/service.ts';
import { EMPTY_STANDARD, type Standard } from '../rules/standard.ts';

export interface ExampleService {
  /** Code of the office. */
  readonly office: string;
  /** Who writes it: an example person who manages the office. */
  readonly by: string;
  readonly publishedDaysAgo: number | null;
  readonly content: Omit<ServiceContent, 'decreeOn'> & { readonly decreedOn: string | null };
  /** A second version, begun this many days ago: published with `days` 0 or more, or left as a draft when `null`. */
  readonly next?: { readonly daysAgo: number | null; readonly note: string; readonly change: Partial<Standard> };
}

const phone = (value: string) => ({ kind: 'phone' as const, value });
const counter = (value: string) => ({ kind: 'counter' as const, value });

/** The internal components as a well-kept office writes them. */
const KEPT: Partial<Standard> = {
  legalBasis: ['UU 25/2009 tentang Pelayanan Publik', 'Keputusan kepala dinas tentang standar pelayanan (contoh)'],
  facilities: ['Ruang tunggu dan loket prioritas', 'Jalur kursi roda', 'Ruang menyusui'],
  competence: 'Menguasai peraturan bidangnya dan aplikasi pelayanan; ramah kepada pemohon.',
  supervision: 'Kepala bidang memeriksa berkas contoh setiap minggu; inspektorat setiap tahun.',
  staffCount: 6,
  serviceGuarantee: 'Berkas lengkap diselesaikan tepat waktu; bila terlambat, pemohon diberi tahu sebabnya.',
  safetyGuarantee: 'Dokumen dicetak pada blangko resmi dan datanya hanya dibuka petugas yang berwenang.',
  evaluation: 'Kinerja petugas dinilai setiap tiga bulan dari waktu penyelesaian dan pengaduan.',
};

const standard = (stated: Partial<Standard>): Standard => ({ ...EMPTY_STANDARD, ...stated });

export const EXAMPLE_SERVICES: readonly ExampleService[] = [
  {
    office: '51.05.dukcapil',
    by: 'dukcapil@klungkung.example',
    publishedDaysAgo: 200,
    content: {
      name: 'Penerbitan Kartu Keluarga',
      field: 'civil-registry',
      channel: 'both',
      onlineAddress: 'https://layanan-contoh.example/kartu-keluarga',
      decreeNumber: '000.8/11/Disdukcapil/2025 (contoh)',
      decreedOn: '2025-01-15',
      ownerPosition: 'Kepala Bidang Pelayanan Pendaftaran Penduduk',
      standard: standard({
        requirements: { kind: 'list', lines: ['Kartu keluarga lama atau surat kehilangan', 'Buku nikah atau akta perkawinan'] },
        procedure: [
          'Pemohon mengambil nomor antrean atau mengunggah berkas',
          'Petugas memeriksa kelengkapan',
          'Data dimutakhirkan dan ditandatangani secara elektronik',
          'Pemohon menerima kartu keluarga di loket atau lewat surel',
        ],
        duration: { kind: 'stated', value: 2, unit: 'working-day', note: '' },
        fee: { kind: 'free' },
        product: 'Kartu keluarga dengan tanda tangan elektronik',
        complaintHandling: {
          channels: [phone('(0366) 000-001 (contoh)'), counter('Loket pengaduan lantai 1')],
          officerPosition: 'Kepala Subbagian Umum',
          days: 5,
        },
        ...KEPT,
      }),
    },
    next: {
      daysAgo: 20,
      note: 'Waktu penyelesaian dipersingkat dan satu persyaratan dihapus.',
      change: {
        requirements: { kind: 'list', lines: ['Kartu keluarga lama atau surat kehilangan'] },
        duration: { kind: 'stated', value: 1, unit: 'working-day', note: '' },
      },
    },
  },
  {
    office: '51.05.dukcapil',
    by: 'dukcapil@klungkung.example',
    publishedDaysAgo: 190,
    content: {
      name: 'Pencatatan Akta Kelahiran',
      field: 'civil-registry',
      channel: 'counter',
      onlineAddress: '',
      decreeNumber: '000.8/11/Disdukcapil/2025 (contoh)',
      decreedOn: '2025-01-15',
      ownerPosition: 'Kepala Bidang Pelayanan Pencatatan Sipil',
      standard: standard({
        requirements: { kind: 'list', lines: ['Surat keterangan lahir', 'KTP elektronik kedua orang tua', 'Kartu keluarga'] },
        procedure: ['Pemohon menyerahkan berkas di loket', 'Petugas mencatat dan mencetak akta', 'Pemohon menerima akta'],
        duration: { kind: 'stated', value: 3, unit: 'working-day', note: 'sejak berkas lengkap' },
        fee: { kind: 'free' },
        product: 'Kutipan akta kelahiran',
        complaintHandling: { channels: [phone('(0366) 000-001 (contoh)')], officerPosition: '', days: null },
        ...KEPT,
        evaluation: '',
        safetyGuarantee: '',
      }),
    },
    next: { daysAgo: null, note: 'Melengkapi penanganan pengaduan.', change: { evaluation: 'Dinilai setiap semester.' } },
  },
  {
    office: '51.05.dukcapil',
    by: 'dukcapil@klungkung.example',
    publishedDaysAgo: null,
    content: {
      name: 'Penerbitan Kartu Identitas Anak',
      field: 'civil-registry',
      channel: 'counter',
      onlineAddress: '',
      decreeNumber: '',
      decreedOn: null,
      ownerPosition: '',
      standard: standard({ product: 'Kartu identitas anak', fee: { kind: 'free' } }),
    },
  },
  {
    office: '51.05.dinkes',
    by: 'dinkes@klungkung.example',
    publishedDaysAgo: 120,
    content: {
      name: 'Izin Praktik Tenaga Kesehatan: Rekomendasi Teknis',
      field: 'health',
      channel: 'online',
      onlineAddress: 'https://layanan-contoh.example/rekomendasi-nakes',
      decreeNumber: '440/27/Dinkes/2025 (contoh)',
      decreedOn: '2025-03-03',
      ownerPosition: 'Kepala Bidang Sumber Daya Kesehatan',
      standard: standard({
        requirements: { kind: 'list', lines: ['Surat tanda registrasi yang berlaku', 'Surat keterangan tempat praktik'] },
        procedure: ['Pemohon mengunggah berkas', 'Tim memeriksa', 'Rekomendasi terbit di akun pemohon'],
        duration: { kind: 'stated', value: 5, unit: 'working-day', note: '' },
        fee: { kind: 'free' },
        product: 'Surat rekomendasi teknis',
        complaintHandling: {
          channels: [{ kind: 'mail', value: 'pengaduan@dinkes-contoh.example' }],
          officerPosition: 'Sekretaris Dinas',
          days: 5,
        },
        ...KEPT,
      }),
    },
  },
  {
    office: '51.05.dinkes.rsud',
    by: 'koordinator@klungkung.example',
    publishedDaysAgo: 100,
    content: {
      name: 'Rawat Jalan Poliklinik',
      field: 'health',
      channel: 'counter',
      onlineAddress: '',
      decreeNumber: '445/9/RSUD/2025 (contoh)',
      decreedOn: '2025-02-10',
      ownerPosition: 'Kepala Bidang Pelayanan Medik',
      standard: standard({
        requirements: { kind: 'list', lines: ['Kartu peserta jaminan kesehatan atau KTP', 'Surat rujukan bagi peserta jaminan'] },
        procedure: ['Mendaftar', 'Menunggu panggilan', 'Diperiksa dokter', 'Mengambil obat'],
        duration: { kind: 'stated', value: 120, unit: 'minute', note: 'dari pendaftaran sampai obat diterima' },
        fee: { kind: 'regulation', citation: 'peraturan daerah tentang retribusi (contoh)' },
        product: 'Pemeriksaan, resep, dan surat keterangan bila diperlukan',
        complaintHandling: { channels: [counter('Meja informasi')], officerPosition: 'Kepala Instalasi Humas', days: 3 },
        legalBasis: KEPT.legalBasis ?? [],
        staffCount: 48,
      }),
    },
  },
  {
    office: '51.05.disdik',
    by: 'disdik@klungkung.example',
    publishedDaysAgo: 80,
    content: {
      name: 'Mutasi Peserta Didik',
      field: 'education',
      channel: 'counter',
      onlineAddress: '',
      decreeNumber: '',
      decreedOn: null,
      ownerPosition: '',
      standard: standard({
        requirements: { kind: 'list', lines: ['Surat permohonan orang tua', 'Rapor terakhir'] },
        procedure: ['Datang ke dinas'],
        fee: { kind: 'not-stated' },
        product: 'Sesuai ketentuan',
      }),
    },
  },
  {
    office: '51.05.dishub',
    by: 'dishub@klungkung.example',
    publishedDaysAgo: 60,
    content: {
      name: 'Pengujian Berkala Kendaraan Bermotor',
      field: 'transport',
      channel: 'both',
      onlineAddress: 'https://layanan-contoh.example/uji-berkala',
      decreeNumber: '500.11/4/Dishub/2025 (contoh)',
      decreedOn: '2025-06-02',
      ownerPosition: 'Kepala UPT Pengujian',
      standard: standard({
        requirements: { kind: 'list', lines: ['STNK', 'Kartu uji sebelumnya'] },
        procedure: ['Mendaftar daring', 'Membawa kendaraan pada jadwalnya', 'Kendaraan diuji', 'Menerima kartu uji'],
        duration: { kind: 'stated', value: 1, unit: 'hour', note: 'sejak kendaraan masuk jalur uji' },
        fee: { kind: 'free' },
        product: 'Kartu uji elektronik',
        complaintHandling: { channels: [phone('(0366) 000-002 (contoh)')], officerPosition: 'Kepala UPT Pengujian', days: 5 },
        ...KEPT,
        competence: '',
      }),
    },
  },
  {
    office: '51.05.dinsos',
    by: 'koordinator@klungkung.example',
    publishedDaysAgo: 45,
    content: {
      name: 'Rekomendasi Bantuan Sosial',
      field: 'social',
      channel: 'counter',
      onlineAddress: '',
      decreeNumber: '400.9/2/Dinsos/2025 (contoh)',
      decreedOn: '2025-04-21',
      ownerPosition: 'Kepala Bidang Sosial',
      standard: standard({
        requirements: { kind: 'none' },
        procedure: ['Warga menyampaikan keadaan di loket atau lewat desa', 'Petugas berkunjung', 'Rekomendasi disampaikan'],
        duration: { kind: 'stated', value: 7, unit: 'working-day', note: '' },
        fee: { kind: 'free' },
        product: 'Surat rekomendasi',
      }),
    },
  },
  {
    office: '51.03.dpmptsp',
    by: 'koordinator@badung.example',
    publishedDaysAgo: 90,
    content: {
      name: 'Persetujuan Bangunan Gedung',
      field: 'licensing',
      channel: 'online',
      onlineAddress: 'https://layanan-contoh.example/bangunan-gedung',
      decreeNumber: '503/18/DPMPTSP/2025 (contoh)',
      decreedOn: '2025-05-19',
      ownerPosition: 'Kepala Bidang Penyelenggaraan Pelayanan Perizinan',
      standard: standard({
        requirements: { kind: 'list', lines: ['Bukti hak atas tanah', 'Gambar rencana', 'Data penyedia jasa perencana'] },
        procedure: ['Mengisi permohonan daring', 'Konsultasi dengan tim ahli', 'Membayar retribusi', 'Menerima persetujuan'],
        duration: { kind: 'stated', value: 28, unit: 'working-day', note: 'termasuk konsultasi' },
        fee: {
          kind: 'amounts',
          items: [
            { what: 'bangunan sederhana sampai 36 m² (contoh)', rupiah: 150_000 },
            { what: 'setiap m² berikutnya (contoh)', rupiah: 5_000 },
          ],
        },
        product: 'Dokumen persetujuan bangunan gedung',
        complaintHandling: {
          channels: [{ kind: 'web', value: 'https://layanan-contoh.example/aduan' }, counter('Mal pelayanan, loket 3')],
          officerPosition: 'Kepala Bidang Pengaduan',
          days: 5,
        },
        ...KEPT,
      }),
    },
  },
  {
    office: '51.03.dinkes',
    by: 'koordinator@badung.example',
    publishedDaysAgo: 70,
    content: {
      name: 'Sertifikat Laik Higiene Rumah Makan',
      field: 'health',
      channel: 'counter',
      onlineAddress: '',
      decreeNumber: '440/3/Dinkes/2025 (contoh)',
      decreedOn: '2025-02-24',
      ownerPosition: 'Kepala Bidang Kesehatan Masyarakat',
      standard: standard({
        requirements: { kind: 'list', lines: ['Surat permohonan', 'Denah dapur', 'Hasil uji air'] },
        procedure: ['Mengajukan di loket', 'Pemeriksaan lapangan', 'Sertifikat terbit'],
        duration: { kind: 'stated', value: 14, unit: 'working-day', note: '' },
        fee: { kind: 'amounts', items: [{ what: '', rupiah: 250_000 }] },
        product: 'Sertifikat laik higiene sanitasi',
        complaintHandling: { channels: [phone('(0361) 000-003 (contoh)')], officerPosition: 'Sekretaris Dinas', days: 5 },
        staffCount: 9,
      }),
    },
  },
  {
    office: '51.dishub',
    by: 'koordinator@bali.example',
    publishedDaysAgo: 50,
    content: {
      name: 'Izin Angkutan Antarkota Dalam Provinsi',
      field: 'transport',
      channel: 'both',
      onlineAddress: 'https://layanan-contoh.example/angkutan',
      decreeNumber: '551/6/Dishub/2025 (contoh)',
      decreedOn: '2025-07-07',
      ownerPosition: 'Kepala Bidang Angkutan Jalan',
      standard: standard({
        requirements: { kind: 'list', lines: ['Izin usaha angkutan', 'Daftar kendaraan'] },
        procedure: ['Mengajukan daring', 'Berkas diperiksa', 'Izin terbit'],
        duration: { kind: 'stated', value: 10, unit: 'working-day', note: '' },
        fee: { kind: 'free' },
        product: 'Kartu pengawasan dan izin trayek',
        complaintHandling: { channels: [phone('(0361) 000-004 (contoh)')], officerPosition: 'Sekretaris Dinas', days: 5 },
        ...KEPT,
        facilities: [],
      }),
    },
  },
  {
    office: '21.71.dukcapil',
    by: 'koordinator@batam.example',
    publishedDaysAgo: 40,
    content: {
      name: 'Perekaman dan Pencetakan KTP Elektronik',
      field: 'civil-registry',
      channel: 'counter',
      onlineAddress: '',
      decreeNumber: '470/5/Disdukcapil/2025 (contoh)',
      decreedOn: '2025-08-11',
      ownerPosition: 'Kepala Bidang Pendaftaran Penduduk',
      standard: standard({
        requirements: { kind: 'list', lines: ['Kartu keluarga'] },
        procedure: [
          'Datang ke kantor camat atau dinas',
          'Perekaman wajah, sidik jari, dan tanda tangan',
          'KTP dicetak dan diserahkan',
        ],
        duration: { kind: 'stated', value: 1, unit: 'day', note: 'bila blangko tersedia' },
        fee: { kind: 'free' },
        product: 'KTP elektronik',
        complaintHandling: { channels: [phone('(0778) 000-005 (contoh)')], officerPosition: 'Kepala Subbagian Umum', days: 5 },
        ...KEPT,
      }),
    },
  },
];

/** One office with a signed maklumat, and one draft. */
export const EXAMPLE_CHARTERS = [
  {
    office: '51.05.dukcapil',
    by: 'dukcapil@klungkung.example',
    daysAgo: 200,
    body: 'Kami sanggup melayani sesuai standar pelayanan yang telah ditetapkan, dan siap menerima sanksi bila tidak menepatinya.\nKami terus memperbaiki pelayanan dan menanggapi setiap pengaduan.',
    signatoryName: 'Sari Kepala Dinas (contoh)',
    signatoryPosition: 'Kepala Dinas Kependudukan dan Pencatatan Sipil',
  },
  {
    office: '51.03.dpmptsp',
    by: 'koordinator@badung.example',
    daysAgo: 90,
    body: 'Kami berjanji melayani perizinan sesuai standar, tanpa pungutan di luar ketentuan, dan bersedia dikenai sanksi bila melanggarnya.',
    signatoryName: 'Rai Kepala Dinas (contoh)',
    signatoryPosition: 'Kepala Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
  },
] as const;

/** SOPs of one office: one of them should have been looked at again. */
export const EXAMPLE_PROCEDURES = [
  { number: 'SOP-PDK-01 (contoh)', title: 'Penerbitan kartu keluarga', effectiveDaysAgo: 400, reviewInDays: -35, service: 0 },
  { number: 'SOP-PDK-02 (contoh)', title: 'Pencatatan akta kelahiran', effectiveDaysAgo: 200, reviewInDays: 165, service: 1 },
  {
    number: 'SOP-UMUM-01 (contoh)',
    title: 'Penanganan pengaduan di loket',
    effectiveDaysAgo: 150,
    reviewInDays: 215,
    service: null,
  },
] as const;
