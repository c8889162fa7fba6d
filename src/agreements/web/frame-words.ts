import type { Language } from '../../kernel/language.ts';

const id = {
  desk: 'Kerja sama',
  sections: 'Bagian dokumen',
  toList: 'Semua dokumen kerja sama',
  example: 'Contoh',
  section: {
    overview: 'Ikhtisar',
    rad: 'Reviu RAD',
    text: 'Naskah',
    signing: 'Penandatanganan',
    lines: 'Rencana kerja',
    reviews: 'Tinjauan bersama',
    evaluation: 'Evaluasi',
    grants: 'Berbagi data',
    files: 'Berkas',
    history: 'Riwayat',
  },
};

export type AgreementFrameWords = typeof id;
export type AgreementSection = keyof AgreementFrameWords['section'];

const en: AgreementFrameWords = {
  desk: 'Agreements',
  sections: 'Parts of the agreement',
  toList: 'All agreements',
  example: 'Example',
  section: {
    overview: 'Overview',
    rad: 'Review',
    text: 'Text',
    signing: 'Signing',
    lines: 'Work plan',
    reviews: 'Joint reviews',
    evaluation: 'Evaluation',
    grants: 'Data sharing',
    files: 'Files',
    history: 'History',
  },
};

export function frameWordsIn(language: Language): AgreementFrameWords {
  return language === 'en' ? en : id;
}
