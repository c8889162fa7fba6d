import type { TextSection } from '../text.ts';
import {
  article,
  basis,
  changes,
  closingOfParties,
  dataProtection,
  disputes,
  focalPoints,
  funding,
  monitoring,
  openingOfParties,
  purpose,
  scope,
  term,
} from './parts.ts';

const WHY = 'PARA PIHAK sepakat bersinergi agar pelayanan publik bagi masyarakat makin mudah, cepat, dan terpercaya.';

const duties = article(
  'tugas',
  'Tugas dan tanggung jawab',
  `(1) Pihak Ombudsman Republik Indonesia menyampaikan data dan hasil pengawasan pelayanan publik, memberikan saran perbaikan, serta mendampingi peningkatan kompetensi penyelenggara.\n\n(2) Pihak pemerintah daerah menindaklanjuti laporan masyarakat dan saran perbaikan, melengkapi standar pelayanan pada setiap unit, serta menyediakan data yang diperlukan.\n\n(3) Pengawasan dilaksanakan sebagai kemitraan untuk perbaikan, bukan untuk mencari kesalahan.`,
);

const workPlan = article(
  'pelaksanaan',
  'Pelaksanaan',
  `(1) {jenis} ini dilaksanakan melalui rencana kerja tahunan dan, bila diperlukan, perjanjian kerja sama dengan perangkat daerah.\n\n(2) Rencana kerja memuat kegiatan, keluaran, indikator, target, waktu, penanggung jawab setiap pihak, dan bukti dukung.`,
);

export const memorandum: readonly TextSection[] = [
  openingOfParties(WHY),
  basis,
  purpose,
  scope,
  duties,
  workPlan,
  dataProtection,
  focalPoints,
  monitoring,
  funding,
  term,
  disputes,
  changes,
  closingOfParties,
];

export const cooperation: readonly TextSection[] = [
  openingOfParties('Perjanjian ini melaksanakan {induk}.'),
  basis,
  purpose,
  scope,
  article(
    'hak-kewajiban',
    'Hak dan kewajiban',
    `(1) Pihak perangkat daerah berhak mendapat pendampingan dan data yang berkaitan dengan layanannya, dan berkewajiban melaksanakan kegiatan yang menjadi tanggung jawabnya dalam rencana kegiatan serta melaporkan kemajuannya dengan bukti dukung.\n\n(2) Pihak Ombudsman Republik Indonesia berhak memperoleh informasi tentang pelaksanaannya, dan berkewajiban mengonfirmasi laporan kemajuan serta memberikan saran perbaikan tepat waktu.`,
  ),
  article(
    'rencana',
    'Rencana kegiatan',
    `Kegiatan, keluaran, indikator, target, waktu, dan penanggung jawab dimuat dalam rencana kegiatan tahun {tahun} yang menjadi lampiran {jenis} ini.`,
  ),
  dataProtection,
  focalPoints,
  monitoring,
  funding,
  term,
  disputes,
  changes,
  closingOfParties,
];
