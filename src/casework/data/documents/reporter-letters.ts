/** Letters to whoever brought the report: receipt, completion, refusal, result, closing. Plain words: they go to citizens. */
import type { DocumentTemplate } from '../../rules/documents/template.ts';
import { ACT, article, firstWording, MORE, PROCEDURE, RESULT } from './grounds.ts';

const HELP =
  'Pengurusan laporan di Ombudsman tidak dipungut biaya. Perkembangan laporan dapat dilihat di halaman pelacakan dengan kode tanda terima Anda.';

export const REPORTER_LETTERS: readonly DocumentTemplate[] = [
  firstWording(
    'registration-receipt',
    'Tanda terima laporan',
    [article('Pasal 23 ayat (2)'), PROCEDURE],
    [
      'Terima kasih atas kepercayaan Anda. Laporan Anda sudah kami terima dan kami catat sebagai berikut.',
      {
        facts: [
          ['Nomor', '{file}'],
          ['Perihal', '{title}'],
          ['Dicatat pada', '{registered}'],
          ['Terlapor', '{respondents}'],
          ['Ditangani oleh', '{office}'],
        ],
      },
      'Langkah berikutnya adalah verifikasi syarat formil dan materiil. Bila ada yang kurang, kami akan memintanya kepada Anda dan laporan tidak dihapus.',
      MORE,
      HELP,
    ],
  ),
  firstWording(
    'incomplete-notice',
    'Permintaan kelengkapan laporan',
    [article('Pasal 24'), article('Pasal 25'), PROCEDURE],
    [
      'Kami sudah memeriksa kelengkapan laporan Anda, {file}, perihal {title}. Agar laporan dapat diteruskan ke tahap berikutnya, masih diperlukan hal-hal di bawah ini.',
      { list: 'asked' },
      'Mohon dilengkapi paling lambat {due:case.complete}. Bila sampai batas waktu itu belum dilengkapi, laporan dianggap dicabut; Anda tetap dapat menyampaikannya lagi.',
      MORE,
      HELP,
    ],
  ),
  firstWording(
    'refusal-notice',
    'Pemberitahuan laporan tidak dilanjutkan',
    [ACT, { regulation: 'po-52-2021' }, PROCEDURE],
    [
      'Laporan Anda, {file}, perihal {title}, sudah dibahas dalam rapat pleno. Putusan rapat pleno: {decision}.',
      { typed: 'ground', heading: 'Pertimbangan' },
      { typed: 'elsewhere', heading: 'Ke mana Anda dapat berpaling' },
      'Bila Anda mempunyai keterangan atau bukti baru, Anda dapat menyampaikannya kepada kami.',
      HELP,
    ],
  ),
  firstWording(
    'findings-notice',
    'Pemberitahuan hasil pemeriksaan',
    [RESULT],
    [
      'Pemeriksaan atas laporan Anda, {file}, perihal {title}, sudah selesai. Kesimpulan kami: {conclusion}.',
      { typed: 'summary', heading: 'Ringkasan' },
      { list: 'corrective', heading: 'Tindakan korektif', lead: 'Kepada Terlapor kami minta tindakan korektif berikut.' },
      'Anda dapat menanggapi hasil ini paling lambat {due:case.comment}. Bila tidak ada tanggapan, penanganan diteruskan. Bukti baru yang kuat dapat membuat pemeriksaan dibuka kembali.',
      HELP,
    ],
  ),
  firstWording(
    'closing-letter',
    'Pemberitahuan penutupan laporan',
    [ACT, PROCEDURE],
    [
      'Dengan ini kami beri tahukan bahwa penanganan {file}, perihal {title}, dengan Terlapor {respondents}, ditutup. Alasan penutupan: {outcome}.',
      { typed: 'summary', heading: 'Ringkasan penyelesaian' },
      'Terima kasih kepada semua pihak yang telah membantu penyelesaian laporan ini.',
    ],
  ),
];
