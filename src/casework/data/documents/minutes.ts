/** Minutes (berita acara) and what the parties agreed on. */
import type { DocumentTemplate, TemplatePart } from '../../rules/documents/template.ts';
import { ABOUT, ACT, firstWording, PROCEDURE, SERVICES_ACT } from './grounds.ts';

const HELD: TemplatePart = {
  facts: [
    ['Hari, tanggal', '{heldOn}'],
    ['Waktu', '{heldAt}'],
    ['Tempat', '{place}'],
  ],
};
const TRUE = 'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.';

export const MINUTES: readonly DocumentTemplate[] = [
  firstWording(
    'plenary-minutes',
    'Berita Acara Rapat Pleno',
    [{ regulation: 'po-52-2021' }],
    [
      'Telah diselenggarakan rapat pleno yang bersifat tertutup sebagai berikut.',
      {
        facts: [
          ['Hari, tanggal', '{heldOn}'],
          ['Waktu', '{heldAt}'],
          ['Tempat', '{place}'],
          ['Kuorum', '{quorum}'],
          ['Yang dibahas', '{file}: {title}'],
        ],
      },
      { list: 'present', heading: 'Yang hadir' },
      { typed: 'course', heading: 'Jalannya rapat' },
      { list: 'decisions', heading: 'Putusan' },
      TRUE,
      { signatures: ['Pimpinan rapat', 'Notulis'] },
    ],
  ),
  firstWording(
    'visit-minutes',
    'Berita Acara Pemeriksaan Lapangan',
    [ACT, PROCEDURE],
    [
      'Telah dilakukan pemeriksaan lapangan berkenaan dengan laporan berikut.',
      ABOUT,
      HELD,
      { list: 'present', heading: 'Yang hadir' },
      { typed: 'course', heading: 'Jalannya pemeriksaan' },
      { list: 'result', heading: 'Yang ditemukan' },
      TRUE,
      { signatures: ['Pemeriksa', 'Pihak yang diperiksa'] },
    ],
  ),
  firstWording(
    'interview-minutes',
    'Berita Acara Pemeriksaan',
    [ACT, PROCEDURE],
    [
      'Telah dimintai keterangan berkenaan dengan laporan berikut.',
      ABOUT,
      {
        facts: [
          ['Yang dimintai keterangan', '{who}'],
          ['Hari, tanggal', '{heldOn}'],
          ['Waktu', '{heldAt}'],
          ['Tempat', '{place}'],
        ],
      },
      'Kepada yang bersangkutan telah dijelaskan maksud pemeriksaan ini dan haknya untuk membaca serta memperbaiki catatan keterangannya.',
      { typed: 'questions', heading: 'Tanya jawab' },
      { typed: 'closing', heading: 'Penutup' },
      TRUE,
      { signatures: ['Pemeriksa', 'Yang memberi keterangan'] },
    ],
  ),
  firstWording(
    'session-invitation',
    'Undangan {way}',
    [SERVICES_ACT, PROCEDURE],
    [
      'Dalam rangka penyelesaian laporan di bawah ini, kami mengundang Saudara untuk mengikuti {way}.',
      ABOUT,
      HELD,
      { typed: 'agenda', heading: 'Acara' },
      'Pertemuan ini bersifat tertutup. Apa yang disampaikan untuk mencari penyelesaian tidak digunakan sebagai bukti terhadap pihak yang menyampaikannya. Mohon hadir pejabat yang berwenang mengambil keputusan.',
    ],
  ),
  firstWording(
    'session-minutes',
    'Berita Acara {way}',
    [SERVICES_ACT, PROCEDURE],
    [
      'Telah diselenggarakan {way} antara {reporter} dan {respondents}.',
      {
        facts: [
          ['Laporan', '{file}'],
          ['Perihal', '{title}'],
        ],
      },
      HELD,
      { list: 'present', heading: 'Yang hadir' },
      { typed: 'course', heading: 'Jalannya pertemuan' },
      { list: 'result', heading: 'Hasil' },
      TRUE,
      { signatures: ['{reporter}', 'Terlapor', 'Konsiliator atau mediator'] },
    ],
  ),
  firstWording(
    'agreement',
    'Kesepakatan Para Pihak',
    [SERVICES_ACT, ACT],
    [
      'Pada hari ini, {heldOn}, bertempat di {place}, {reporter} dan {respondents} mencapai kesepakatan melalui {way} atas laporan berikut.',
      {
        facts: [
          ['Laporan', '{file}'],
          ['Perihal', '{title}'],
        ],
      },
      { list: 'terms', heading: 'Isi kesepakatan' },
      { typed: 'otherwise', heading: 'Bila tidak dilaksanakan' },
      'Kesepakatan ini dibuat tanpa paksaan. {office} mencatat dan memantau pelaksanaannya.',
      { signatures: ['{reporter}', 'Terlapor', 'Ombudsman'] },
    ],
  ),
];
