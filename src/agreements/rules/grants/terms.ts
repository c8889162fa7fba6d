/** What a grant says besides its data: for what, on which basis, how often, and what happens afterwards. Codes as data. */
import type { Label } from '../../../kernel/language.ts';
import type { RegulationId } from '../../../law/index.ts';

/** For what data may be used. The exchange asks by these codes; the grant says the rest in words. */
export const PURPOSES = {
  'settle-complaints': { id: 'Menyelesaikan pengaduan dan laporan masyarakat', en: 'Settling complaints and reports' },
  'prevent-maladministration': {
    id: 'Mencegah maladministrasi: kajian dan pengawasan',
    en: 'Preventing maladministration: reviews and oversight',
  },
  'assess-services': { id: 'Menilai penyelenggaraan pelayanan publik', en: 'Assessing public services' },
  'evaluate-agreement': { id: 'Memantau dan mengevaluasi kerja sama ini', en: 'Monitoring and evaluating this agreement' },
  'improve-services': { id: 'Memperbaiki layanan dan menyusun rencana', en: 'Improving services and planning' },
  'train-staff': { id: 'Meningkatkan kompetensi pelaksana', en: 'Training of staff' },
  'inform-public': { id: 'Menyampaikan informasi kepada publik', en: 'Informing the public' },
} as const satisfies Record<string, Label>;
export type Purpose = keyof typeof PURPOSES;

export function isPurpose(text: string): text is Purpose {
  return Object.hasOwn(PURPOSES, text);
}

export interface LegalBasis {
  readonly label: Label;
  /** Carries the sharing of personal data. */
  readonly carriesPersonal: boolean;
  readonly regulation: RegulationId;
  readonly place: string;
}

/**
 * Grounds of processing after UU 27/2022 Pasal 20 ayat (2), and two for data that is not personal. Which letter stands for which ground is written
 * down from general knowledge of the article and shown without a letter.
 */
export const LEGAL_BASES = {
  'public-task': {
    label: {
      id: 'Tugas untuk kepentingan umum, pelayanan publik, atau kewenangan menurut undang-undang',
      en: 'A task in the public interest, public service, or powers given by law',
    },
    carriesPersonal: true,
    regulation: 'uu-27-2022',
    place: 'Pasal 20',
  },
  'legal-duty': {
    label: { id: 'Kewajiban hukum', en: 'A legal duty' },
    carriesPersonal: true,
    regulation: 'uu-27-2022',
    place: 'Pasal 20',
  },
  consent: {
    label: { id: 'Persetujuan yang sah dari subjek data pribadi', en: 'Valid consent of the persons concerned' },
    carriesPersonal: true,
    regulation: 'uu-27-2022',
    place: 'Pasal 20, 22',
  },
  'vital-interest': {
    label: { id: 'Pelindungan kepentingan vital subjek data pribadi', en: 'Vital interests of the persons concerned' },
    carriesPersonal: true,
    regulation: 'uu-27-2022',
    place: 'Pasal 20',
  },
  'one-data': {
    label: { id: 'Berbagi data antarinstansi (Satu Data Indonesia)', en: 'Sharing between agencies (One Data Indonesia)' },
    carriesPersonal: false,
    regulation: 'perpres-39-2019',
    place: '',
  },
  'public-information': {
    label: { id: 'Informasi yang memang terbuka untuk publik', en: 'Information that is open to the public anyway' },
    carriesPersonal: false,
    regulation: 'uu-14-2008',
    place: '',
  },
} as const satisfies Record<string, LegalBasis>;
export type LegalBasisCode = keyof typeof LEGAL_BASES;

export function isLegalBasis(text: string): text is LegalBasisCode {
  return Object.hasOwn(LEGAL_BASES, text);
}

export const FREQUENCIES = {
  once: { id: 'Satu kali', en: 'Once' },
  'on-request': { id: 'Atas permintaan, tiap kali', en: 'On request, each time' },
  monthly: { id: 'Setiap bulan', en: 'Every month' },
  quarterly: { id: 'Setiap triwulan', en: 'Every quarter' },
  continuous: { id: 'Terus-menerus lewat sambungan', en: 'Continuously, over a connection' },
} as const satisfies Record<string, Label>;
export type Frequency = keyof typeof FREQUENCIES;

/** What happens to what was received when its time is over. */
export const AFTERWARDS = {
  delete: { id: 'Dihapus dan dibuatkan berita acara', en: 'Deleted, with a record of it' },
  return: { id: 'Dikembalikan kepada pemberi', en: 'Given back' },
  archive: { id: 'Menjadi arsip menurut jadwal retensi arsip (JRA)', en: 'Archived by the schedule of retention' },
} as const satisfies Record<string, Label>;
export type Afterwards = keyof typeof AFTERWARDS;
