import type { TextSection } from '../text.ts';
import {
  article,
  basis,
  closing,
  dataProtection,
  focalPoints,
  funding,
  monitoring,
  opening,
  openingOfParties,
  purpose,
  scope,
  term,
} from './parts.ts';

export const workPlan: readonly TextSection[] = [
  openingOfParties('Rencana kerja tahun {tahun} ini melaksanakan {induk}.'),
  basis,
  purpose,
  scope,
  article(
    'kegiatan',
    'Kegiatan',
    `(1) Rencana kerja ini memuat {jumlah-baris} kegiatan, masing-masing dengan keluaran, indikator, target per triwulan, waktu, tempat, pembiayaan, penanggung jawab setiap pihak, dan bukti dukung. Rinciannya tercantum dalam lampiran.\n\n(2) Penundaan kegiatan disertai alasan dan tenggat baru; tenggat semula tetap tercatat.`,
  ),
  dataProtection,
  focalPoints,
  monitoring,
  funding,
  term,
  closing(`Demikian rencana kerja ini ditetapkan untuk dilaksanakan oleh PARA PIHAK pada tahun {tahun}.`),
];

export const actionPlan: readonly TextSection[] = [
  opening(`Rencana aksi pengelolaan pengaduan pelayanan publik SP4N-LAPOR! tahun {tahun} ini disusun oleh:\n\n{para-pihak}`),
  basis,
  purpose,
  article(
    'faktor',
    'Faktor keberhasilan',
    `Setiap kegiatan dalam rencana aksi ini mendukung salah satu dari empat faktor keberhasilan pengelolaan pengaduan: SOP dan tata kelola, partisipasi publik, SDM yang kompeten, serta fasilitas teknologi informasi.`,
  ),
  article(
    'kegiatan',
    'Kegiatan',
    `Rencana aksi ini memuat {jumlah-baris} kegiatan dengan indikator, target, penanggung jawab, pembiayaan, dan bukti dukung. Rinciannya tercantum dalam lampiran.`,
  ),
  focalPoints,
  article(
    'evaluasi',
    'Pemantauan dan evaluasi',
    `Pelaksanaan rencana aksi dilaporkan secara berkala, ditinjau oleh pemerintah provinsi dan kementerian, serta dievaluasi setiap tahun.`,
  ),
  term,
  closing(`Rencana aksi ini ditetapkan untuk dilaksanakan oleh seluruh perangkat daerah terkait.`),
];

export const commitment: readonly TextSection[] = [
  opening(
    `Kami yang bertanda tangan di bawah ini, masing-masing sebagai pimpinan instansi yang menyelenggarakan pelayanan publik, menyatakan komitmen bersama untuk memberikan pelayanan yang cepat, transparan, sederhana, mudah, dan terjangkau.`,
  ),
  article('maksud', 'Yang kami janjikan', `{maksud}`),
  article(
    'pokok',
    'Pokok-pokok komitmen',
    `1. Melengkapi, mengumumkan, dan menerapkan standar pelayanan pada setiap unit yang kami pimpin.\n2. Menindaklanjuti setiap pengaduan masyarakat tepat waktu dan menjadikannya bahan perbaikan.\n3. Menunjuk pejabat penghubung dan memastikan ia mempunyai waktu dan kewenangan untuk bekerja.\n4. Melaksanakan saran perbaikan Ombudsman Republik Indonesia dan melaporkan kemajuannya dengan bukti dukung.\n5. Mencegah maladministrasi dan tidak membiarkan pungutan di luar ketentuan.`,
  ),
  article(
    'pemantauan',
    'Pemantauan',
    `Kami bersedia pelaksanaan komitmen ini dipantau bersama dan diumumkan kepada masyarakat, termasuk siapa yang sudah dan siapa yang belum menandatanganinya.`,
  ),
  article(
    'jangka-waktu',
    'Jangka waktu',
    `Komitmen ini berlaku {masa-berlaku}. Bagi setiap penanda tangan, komitmen mengikat sejak ia menandatanganinya.`,
  ),
  closing(`Yang menyatakan komitmen:\n\n{penanda-tangan}`),
];
