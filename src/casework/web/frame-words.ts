import type { Language } from '../../kernel/language.ts';

const id = {
  sections: 'Bagian perkara',
  toList: 'Semua perkara',
  secret: 'Identitas Pelapor dirahasiakan',
  tip: 'Informasi tanpa identitas',
  example: 'Contoh',
  section: {
    overview: 'Ikhtisar',
    checks: 'Syarat',
    team: 'Tim',
    examination: 'Pemeriksaan',
    evidence: 'Bukti',
    allegations: 'Dugaan',
    findings: 'LHP',
    resolution: 'Resolusi',
    recommendation: 'Rekomendasi',
    obligations: 'Kewajiban',
    documents: 'Naskah',
    notes: 'Catatan internal',
    timeline: 'Riwayat',
    bundle: 'Berkas lengkap',
  },
  caption: (number: string) => `Perkara ${number}`,
};

export type CaseFrameWords = typeof id;
export type CaseSection = keyof CaseFrameWords['section'];

const en: CaseFrameWords = {
  sections: 'Parts of the case',
  toList: 'All cases',
  secret: 'The reporter\u2019s identity is secret',
  tip: 'A tip, without identity',
  example: 'Example',
  section: {
    overview: 'Overview',
    checks: 'Requirements',
    team: 'Team',
    examination: 'Examination',
    evidence: 'Evidence',
    allegations: 'Allegations',
    findings: 'LHP',
    resolution: 'Resolution',
    recommendation: 'Recommendation',
    obligations: 'Obligations',
    documents: 'Documents',
    notes: 'Internal notes',
    timeline: 'History',
    bundle: 'Whole file',
  },
  caption: (number: string) => `Case ${number}`,
};

export function frameWordsIn(language: Language): CaseFrameWords {
  return language === 'en' ? en : id;
}
