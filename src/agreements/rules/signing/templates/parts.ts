/** Sections that several kinds share. Wording of our own: no authority has settled it, and the parties change it as they like. */
import type { TextSection } from '../text.ts';

export const opening = (body: string): TextSection => ({ key: 'pembukaan', kind: 'opening', heading: 'Pembukaan', body });
export const article = (key: string, heading: string, body: string): TextSection => ({ key, kind: 'article', heading, body });
export const closing = (body: string): TextSection => ({ key: 'penutup', kind: 'closing', heading: 'Penutup', body });

const SEALED = `Dokumen elektronik ini dan setiap lembar cetaknya yang ditandatangani mempunyai isi yang sama. Hal yang belum diatur akan disepakati kemudian oleh PARA PIHAK dalam perubahan tertulis yang menjadi bagian yang tidak terpisahkan dari {jenis} ini.`;

export const closingOfParties = closing(
  `Demikian {jenis} ini dibuat dengan iktikad baik untuk dilaksanakan oleh PARA PIHAK.\n\n${SEALED}`,
);

export const openingOfParties = (why: string): TextSection =>
  opening(
    `Pada {hari}, bertempat di {tempat}, yang bertanda tangan di bawah ini:\n\n{para-pihak}\n\nselanjutnya bersama-sama disebut PARA PIHAK. ${why}`,
  );

export const basis = article('dasar', 'Dasar hukum', `{jenis} ini dibuat dengan memperhatikan:\n\n{dasar}`);

export const purpose = article('maksud', 'Maksud dan tujuan', `{maksud}`);

export const scope = article('ruang-lingkup', 'Ruang lingkup', `Ruang lingkup {jenis} ini meliputi:\n\n{ruang-lingkup}`);

export const term = article(
  'jangka-waktu',
  'Jangka waktu',
  `(1) {jenis} ini berlaku {masa-berlaku}.\n\n(2) {jenis} ini dapat diperpanjang atau diakhiri lebih awal atas kesepakatan tertulis PARA PIHAK. Pihak yang hendak memperpanjang atau mengakhirinya memberi tahu pihak lain secara tertulis paling lambat 3 (tiga) bulan sebelumnya.\n\n(3) Bila {jenis} ini tidak diperpanjang, kegiatan yang sedang berjalan diselesaikan menurut rencana kerja yang telah disepakati.`,
);

export const monitoring = article(
  'pemantauan',
  'Pemantauan dan evaluasi',
  `(1) PARA PIHAK meninjau pelaksanaan {jenis} ini bersama-sama secara berkala dan mengevaluasinya paling sedikit 1 (satu) kali dalam 1 (satu) tahun untuk setiap ruang lingkup.\n\n(2) Kemajuan dilaporkan oleh pihak yang bertanggung jawab dengan bukti dukung dan dikonfirmasi oleh pihak lain.\n\n(3) Hasil evaluasi menjadi dasar untuk melanjutkan, mengubah, atau mengakhiri {jenis} ini dan diumumkan kepada masyarakat.`,
);

export const focalPoints = article(
  'narahubung',
  'Narahubung',
  `(1) Untuk kelancaran pelaksanaan, setiap pihak menunjuk narahubung:\n\n{narahubung}\n\n(2) Pergantian narahubung diberitahukan kepada pihak lain dan dicatat tanpa mengubah {jenis} ini.`,
);

export const dataProtection = article(
  'data',
  'Data dan kerahasiaan',
  `(1) Pertukaran data dilakukan hanya untuk tujuan {jenis} ini, sesuai dengan ketentuan peraturan perundang-undangan tentang pelindungan data pribadi dan keterbukaan informasi publik.\n\n(2) Identitas pelapor yang dirahasiakan tidak dipertukarkan.`,
);

export const funding = article(
  'pembiayaan',
  'Pembiayaan',
  `Biaya yang timbul dari pelaksanaan {jenis} ini dibebankan pada anggaran masing-masing pihak sesuai dengan tugas dan kegiatannya.`,
);

export const disputes = article(
  'perselisihan',
  'Penyelesaian perselisihan',
  `Perbedaan penafsiran atau pelaksanaan {jenis} ini diselesaikan oleh PARA PIHAK dengan musyawarah untuk mufakat.`,
);

export const changes = article(
  'perubahan',
  'Perubahan',
  `Perubahan atas {jenis} ini hanya dapat dilakukan secara tertulis atas persetujuan PARA PIHAK.`,
);
