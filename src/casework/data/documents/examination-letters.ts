/** What goes out while a report is examined: requests, summonses, visits, and the assignment that opens it. */
import type { DocumentKind } from '../../rules/documents/kinds.ts';
import type { DocumentTemplate } from '../../rules/documents/template.ts';
import { ABOUT, ACT, article, firstWording, MORE, PROCEDURE, SERVICES_ACT, THANKS, TRANSFER } from './grounds.ts';

const ANSWER_HERE =
  'Jawaban dapat disampaikan melalui halaman surat Ombudsman pada sistem ini beserta berkasnya, atau secara tertulis kepada {office}.';

function summons(kind: DocumentKind, ordinal: string, consequence: string): DocumentTemplate {
  return firstWording(
    kind,
    `Panggilan ${ordinal} untuk memberikan keterangan`,
    [article('Pasal 28'), article('Pasal 31'), PROCEDURE],
    [
      'Dalam rangka pemeriksaan laporan di bawah ini, Saudara kami panggil untuk memberikan keterangan.',
      ABOUT,
      {
        facts: [
          ['Hari, tanggal', '{heldOn}'],
          ['Waktu', '{heldAt}'],
          ['Tempat', '{place}'],
        ],
      },
      { typed: 'about', heading: 'Hal yang dimintakan keterangan' },
      consequence,
      MORE,
      'Saudara dimohon membawa dokumen yang berkaitan dan surat tugas bila mewakili. Keterangan yang Saudara berikan dicatat dalam berita acara.',
    ],
  );
}

export const EXAMINATION_LETTERS: readonly DocumentTemplate[] = [
  firstWording(
    'assignment',
    'Surat Tugas',
    [ACT, PROCEDURE],
    [
      '{office} dengan ini menugaskan:',
      { list: 'assigned' },
      'untuk melaksanakan tugas berikut berkenaan dengan {file}, perihal {title}.',
      { typed: 'task', heading: 'Tugas' },
      {
        facts: [
          ['Berlaku mulai', '{from}'],
          ['Berlaku sampai', '{until}'],
        ],
      },
      'Petugas wajib menyatakan bila mempunyai benturan kepentingan, menjaga kerahasiaan, dan melaporkan hasilnya setelah tugas selesai. Tugas ini tidak dipungut biaya dari pihak mana pun.',
    ],
  ),
  firstWording(
    'document-request',
    'Permintaan data dan dokumen',
    [article('Pasal 8 ayat (1)'), SERVICES_ACT, PROCEDURE],
    [
      'Kami sedang menangani laporan di bawah ini.',
      ABOUT,
      { typed: 'ground', heading: 'Pertimbangan' },
      { list: 'asked', heading: 'Data dan dokumen yang diminta' },
      'Mohon data dan dokumen tersebut disampaikan paling lambat {due:case.documents}. Bila suatu dokumen tidak ada, mohon dijelaskan secara tertulis.',
      ANSWER_HERE,
      MORE,
      THANKS,
    ],
  ),
  firstWording(
    'clarification-request',
    'Permintaan penjelasan tertulis',
    [article('Pasal 33'), SERVICES_ACT, PROCEDURE],
    [
      'Kami menerima laporan masyarakat dan memerlukan penjelasan Saudara sebelum menilainya.',
      ABOUT,
      { typed: 'ground', heading: 'Pokok persoalan' },
      { list: 'asked', heading: 'Penjelasan yang diminta' },
      'Mohon penjelasan tertulis beserta dokumen pendukung disampaikan paling lambat {due:case.explanation}. Bila tidak ada penjelasan, kami akan memintanya sekali lagi; sesudah itu hak untuk memberikan penjelasan dianggap tidak digunakan.',
      ANSWER_HERE,
      MORE,
      THANKS,
    ],
  ),
  firstWording(
    'clarification-second',
    'Permintaan penjelasan tertulis kedua',
    [article('Pasal 33'), SERVICES_ACT, PROCEDURE],
    [
      'Sampai hari ini kami belum menerima penjelasan atas permintaan kami yang pertama, {first}, mengenai laporan di bawah ini.',
      ABOUT,
      { typed: 'ground', heading: 'Pokok persoalan' },
      { list: 'asked', heading: 'Penjelasan yang diminta' },
      'Ini permintaan kedua dan terakhir. Mohon penjelasan disampaikan paling lambat {due:case.explanation}. Bila tidak disampaikan, hak untuk memberikan penjelasan dianggap tidak digunakan dan pemeriksaan diteruskan dengan bukti yang ada.',
      ANSWER_HERE,
      MORE,
    ],
  ),
  summons(
    'summons-1',
    'I',
    'Bila Saudara berhalangan, mohon disampaikan secara tertulis beserta alasannya sebelum hari tersebut agar waktu lain dapat ditetapkan.',
  ),
  summons(
    'summons-2',
    'II',
    'Saudara tidak hadir pada panggilan pertama. Bila Saudara berhalangan, mohon disampaikan secara tertulis beserta alasan yang sah sebelum hari tersebut.',
  ),
  summons(
    'summons-3',
    'III',
    'Saudara tidak hadir pada panggilan pertama dan kedua. Bila panggilan ketiga ini juga tidak dipenuhi tanpa alasan yang sah, Ombudsman dapat meminta bantuan Kepolisian Negara Republik Indonesia untuk menghadirkan Saudara (UU 37/2008 Pasal 31).',
  ),
  firstWording(
    'police-assistance',
    'Permintaan bantuan penghadiran',
    [article('Pasal 31'), PROCEDURE],
    [
      'Dalam rangka pemeriksaan laporan di bawah ini, pejabat yang bersangkutan telah dipanggil tiga kali secara patut dan tidak hadir tanpa alasan yang sah.',
      ABOUT,
      { facts: [['Yang dihadirkan', '{who}']] },
      { list: 'summonses', heading: 'Panggilan yang sudah disampaikan' },
      { typed: 'ground', heading: 'Pertimbangan' },
      'Kami mohon bantuan untuk menghadirkan yang bersangkutan pada:',
      {
        facts: [
          ['Hari, tanggal', '{heldOn}'],
          ['Waktu', '{heldAt}'],
          ['Tempat', '{place}'],
        ],
      },
      THANKS,
    ],
  ),
  firstWording(
    'visit-notice',
    'Pemberitahuan pemeriksaan lapangan',
    [article('Pasal 8 ayat (1)'), PROCEDURE],
    [
      'Dalam rangka penanganan laporan di bawah ini, kami akan melakukan pemeriksaan lapangan.',
      ABOUT,
      {
        facts: [
          ['Hari, tanggal', '{heldOn}'],
          ['Waktu', '{heldAt}'],
          ['Tempat', '{place}'],
        ],
      },
      { list: 'visitors', heading: 'Petugas' },
      { list: 'prepare', heading: 'Mohon disiapkan' },
      'Petugas kami menunjukkan surat tugas dan tidak menerima pemberian dalam bentuk apa pun.',
      THANKS,
    ],
  ),
  firstWording(
    'superior-notice',
    'Pemberitahuan kepada atasan Terlapor',
    [ACT, SERVICES_ACT, PROCEDURE],
    [
      'Sebagai atasan dari Terlapor, dengan ini Saudara kami beri tahu mengenai laporan berikut.',
      ABOUT,
      { typed: 'ground', heading: 'Keadaan sampai hari ini' },
      { list: 'hoped', heading: 'Yang kami harapkan' },
      THANKS,
    ],
  ),
  firstWording(
    'transfer',
    'Pelimpahan laporan',
    [TRANSFER, ACT],
    [
      'Setelah koordinasi terlebih dahulu, bersama surat ini kami limpahkan penanganan laporan berikut.',
      ABOUT,
      { typed: 'ground', heading: 'Alasan pelimpahan' },
      { list: 'handed', heading: 'Berkas yang diserahkan' },
      'Batas waktu yang sedang berjalan tetap berlaku. Mohon konfirmasi penerimaan.',
      THANKS,
    ],
  ),
];
