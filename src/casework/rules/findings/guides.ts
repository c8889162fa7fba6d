/** What is to be done now, stage by stage: who, and by which article. Until when stands in the clock of the stage. */
import type { Label } from '../../../kernel/language.ts';
import type { Basis } from '../../../law/index.ts';
import type { Stage } from '../case.transitions.ts';

export interface Guide {
  readonly who: Label;
  readonly what: Label;
  readonly basis: Basis;
}

type GuidedStage = Extract<
  Stage,
  'reporting' | 'comment' | 'monitoring' | 'resolution' | 'recommending' | 'recommendation' | 'further-steps'
>;

const RESOLVER: Label = { id: 'Asisten resolusi dan monitoring', en: 'Resolution assistant' };
const HEAD: Label = { id: 'Kepala kantor', en: 'Head of the office' };

export const GUIDES: Readonly<Record<GuidedStage, Guide>> = {
  reporting: {
    who: {
      id: 'Tim pemeriksa menyusun; rekan lain meninjau; kepala menyegel',
      en: 'The examiners write, a colleague reviews, the head seals',
    },
    what: {
      id: 'Tulis hasil pemeriksaan, adakan bedah laporan dengan kepala, ajukan untuk ditinjau, segel, lalu terbitkan dan kirim.',
      en: 'Write the report, hold the case review with the head, hand it in for review, seal it, then issue and send it.',
    },
    basis: { regulation: 'po-58-2023', place: 'Pasal 54' },
  },
  comment: {
    who: HEAD,
    what: {
      id: 'Pelapor dapat menanggapi. Putuskan setiap tanggapan: dicatat, atau diperiksa ulang bila ada bukti baru. Tanpa tanggapan, perkara ditutup dengan sendirinya.',
      en: 'The reporter may comment. Decide on each comment: noted, or examined again on new evidence. Without a comment the case closes by itself.',
    },
    basis: { regulation: 'po-48-2020', place: 'Pasal 25' },
  },
  monitoring: {
    who: RESOLVER,
    what: {
      id: 'Pantau pelaksanaan tindakan korektif. Bila semuanya dilaksanakan, tutup perkara; bila waktunya habis, serahkan berkas ke resolusi.',
      en: 'Follow the corrective actions. When all are carried out, close the case; when their time is over, hand the file to resolution.',
    },
    basis: { regulation: 'po-58-2023', place: 'Pasal 54' },
  },
  resolution: {
    who: RESOLVER,
    what: {
      id: 'Periksa kelengkapan berkas, lalu pertemukan kedua pihak lewat konsiliasi atau mediasi. Bila tidak berhasil, usulkan rekomendasi.',
      en: 'Check that the file is complete, then bring the sides together by conciliation or mediation. If that fails, propose a recommendation.',
    },
    basis: { regulation: 'uu-25-2009', place: 'Pasal 46' },
  },
  recommending: {
    who: { id: 'Asisten resolusi menyusun; Ketua menetapkan', en: 'The resolution assistant writes, the chair signs' },
    what: {
      id: 'Susun rekomendasi lengkap dengan alasannya dan butir-butirnya. Hanya Ketua Ombudsman yang menandatanganinya.',
      en: 'Write the recommendation with its reasons and points. Only the chair of the Ombudsman signs it.',
    },
    basis: { regulation: 'uu-37-2008', place: 'Pasal 37' },
  },
  recommendation: {
    who: RESOLVER,
    what: {
      id: 'Pantau laporan atasan Terlapor dan nilai setiap butir. Hasil rekomendasi mengikuti penilaian butir-butirnya.',
      en: 'Follow the report of the respondent\u2019s superior and judge every point. The outcome follows from the points.',
    },
    basis: { regulation: 'uu-37-2008', place: 'Pasal 38' },
  },
  'further-steps': {
    who: { id: 'Asisten resolusi dan kepala', en: 'Resolution assistant and head' },
    what: {
      id: 'Catat setiap langkah lanjutan beserta buktinya, atau alasan mengapa tidak diambil. Setelah itu perkara dapat ditutup.',
      en: 'Record every further step with what shows it, or why it is not taken. After that the case can be closed.',
    },
    basis: { regulation: 'uu-37-2008', place: 'Pasal 38 ayat (4)' },
  },
};

export function guideOf(stage: Stage): Guide | undefined {
  return Object.hasOwn(GUIDES, stage) ? GUIDES[stage as GuidedStage] : undefined;
}
