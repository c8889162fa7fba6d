/** Fields of public service (UU 25/2009 art. 5, which ends "and others alike", hence `other`). */
import type { Label } from '../../kernel/language.ts';

export const SERVICE_FIELDS = {
  education: { id: 'Pendidikan', en: 'Education' },
  health: { id: 'Kesehatan', en: 'Health' },
  'civil-registry': { id: 'Kependudukan dan pencatatan sipil', en: 'Civil registry' },
  licensing: { id: 'Perizinan dan usaha', en: 'Licensing and business' },
  social: { id: 'Sosial', en: 'Social affairs' },
  land: { id: 'Pertanahan', en: 'Land' },
  police: { id: 'Kepolisian', en: 'Police' },
  transport: { id: 'Perhubungan', en: 'Transport' },
  employment: { id: 'Ketenagakerjaan', en: 'Employment' },
  'public-works': { id: 'Pekerjaan umum dan perumahan', en: 'Public works and housing' },
  environment: { id: 'Lingkungan hidup', en: 'Environment' },
  'water-energy': { id: 'Air dan energi', en: 'Water and energy' },
  taxes: { id: 'Pajak dan retribusi', en: 'Taxes and charges' },
  communication: { id: 'Komunikasi dan informasi', en: 'Communication and information' },
  justice: { id: 'Hukum dan keimigrasian', en: 'Justice and immigration' },
  agriculture: { id: 'Pertanian, perikanan, dan pangan', en: 'Agriculture, fisheries and food' },
  tourism: { id: 'Pariwisata dan kebudayaan', en: 'Tourism and culture' },
  other: { id: 'Lainnya', en: 'Other' },
} as const satisfies Record<string, Label>;

export type ServiceField = keyof typeof SERVICE_FIELDS;
