/** What examination, resolution and review end in. */
import type { DocumentTemplate } from '../../rules/documents/template.ts';
import { ABOUT, ACT, article, firstWording, MORE, PROCEDURE, RESULT, SERVICES_ACT, THANKS } from './grounds.ts';

const PARTIES_LEFT_OUT = 'Identitas Pelapor tidak dimuat dalam dokumen ini.';

export const RESULTS: readonly DocumentTemplate[] = [
  firstWording(
    'findings-report',
    '{lhp}',
    [ACT, RESULT],
    [
      ABOUT,
      PARTIES_LEFT_OUT,
      { typed: 'account', heading: 'Uraian laporan' },
      { typed: 'examined', heading: 'Pemeriksaan yang dilakukan' },
      { typed: 'findings', heading: 'Temuan' },
      { typed: 'opinion', heading: 'Pendapat' },
      { list: 'forms', heading: 'Bentuk maladministrasi' },
      { heading: 'Kesimpulan' },
      '{conclusion}',
      {
        list: 'corrective',
        heading: 'Tindakan korektif',
        lead: 'Terlapor dan atasannya diminta melaksanakan tindakan korektif berikut dan melaporkannya beserta bukti paling lambat {due:case.corrective}.',
      },
    ],
  ),
  firstWording(
    'corrective-follow-up',
    'Tindak lanjut tindakan korektif',
    [RESULT],
    [
      'Merujuk {lhp} {report} atas laporan di bawah ini, menurut catatan kami tindakan korektif berikut belum selesai.',
      ABOUT,
      { list: 'open', heading: 'Belum selesai' },
      'Mohon pelaksanaannya dilaporkan beserta bukti paling lambat {by}. Kepatuhan terhadap tindakan korektif diperhitungkan dalam penilaian penyelenggaraan pelayanan publik.',
      MORE,
      THANKS,
    ],
  ),
  firstWording(
    'completion-statement',
    'Pernyataan Selesai',
    [ACT, PROCEDURE],
    [
      '{office} menyatakan bahwa hal-hal yang diminta dalam penanganan laporan berikut telah dilaksanakan.',
      ABOUT,
      { list: 'done', heading: 'Yang sudah dilaksanakan' },
      { typed: 'ground', heading: 'Pertimbangan' },
      'Terima kasih kepada Terlapor dan atasannya atas perbaikan yang telah dilakukan.',
    ],
  ),
  firstWording(
    'recommendation',
    'Rekomendasi',
    [article('Pasal 37'), article('Pasal 38'), PROCEDURE],
    [
      'Karena penyelesaian melalui cara-cara sebelumnya tidak berhasil dan maladministrasi masih ada, Ombudsman menyampaikan rekomendasi berikut.',
      ABOUT,
      PARTIES_LEFT_OUT,
      { typed: 'account', heading: 'Uraian laporan' },
      { typed: 'examined', heading: 'Hasil pemeriksaan' },
      { list: 'forms', heading: 'Bentuk maladministrasi' },
      { typed: 'opinion', heading: 'Kesimpulan dan pendapat' },
      { list: 'recommended', heading: 'Rekomendasi' },
      'Rekomendasi ini wajib dilaksanakan. Atasan Terlapor menyampaikan laporan pelaksanaannya beserta hasil pemeriksaannya paling lambat {due:case.recommendation-report}.',
    ],
  ),
  firstWording(
    'report-to-dpr',
    'Laporan rekomendasi yang tidak dilaksanakan',
    [article('Pasal 38 ayat (4)')],
    [
      'Bersama ini kami laporkan bahwa Rekomendasi Ombudsman Republik Indonesia {recommendation} tidak dilaksanakan atau hanya dilaksanakan sebagian.',
      ABOUT,
      { typed: 'ground', heading: 'Keadaan dan pertimbangan' },
      { list: 'steps', heading: 'Langkah yang sudah ditempuh' },
      'Laporan ini disampaikan kepada Dewan Perwakilan Rakyat dan Presiden untuk menjadi perhatian.',
    ],
  ),
  firstWording(
    'sanction-recommendation',
    'Rekomendasi pengenaan sanksi',
    [article('Pasal 39'), SERVICES_ACT],
    [
      'Rekomendasi Ombudsman Republik Indonesia {recommendation} tidak dilaksanakan tanpa alasan yang dapat diterima.',
      ABOUT,
      { typed: 'ground', heading: 'Pertimbangan' },
      { list: 'sanctions', heading: 'Sanksi yang direkomendasikan' },
      THANKS,
    ],
  ),
  firstWording(
    'suggestion',
    'Laporan Hasil Analisis dan Saran',
    [article('Pasal 8 ayat (2)'), { regulation: 'po-41-2019' }],
    [
      'Berdasarkan kajian atas penyelenggaraan pelayanan publik, kami menyampaikan saran perbaikan berikut.',
      {
        facts: [
          ['Kajian', '{file}'],
          ['Perihal', '{title}'],
        ],
      },
      { typed: 'problem', heading: 'Permasalahan' },
      { typed: 'analysis', heading: 'Analisis' },
      { list: 'suggestions', heading: 'Saran' },
      'Mohon pelaksanaan saran ini dilaporkan paling lambat {due:case.suggestion}.',
    ],
  ),
];
