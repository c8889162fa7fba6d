/**
 * Data sets a grant can be about, as shared codes: what this installation holds and what governments are usually asked for. The exchange will know its
 * sets by the same codes. A side may describe another set in its own words (`own:...`). Whether a field is personal data follows UU 27/2022 Pasal 4:
 * `general` (a name, an address, text somebody wrote) or `specific` (health, children, finances, disability).
 */
import type { Label } from '../../../kernel/language.ts';

export const PERSONAL = ['none', 'general', 'specific'] as const;
export type Personal = (typeof PERSONAL)[number];

export const PERSONAL_LABELS: Readonly<Record<Personal, Label>> = {
  none: { id: 'Bukan data pribadi', en: 'Not personal data' },
  general: { id: 'Data pribadi umum', en: 'General personal data' },
  specific: { id: 'Data pribadi spesifik', en: 'Specific personal data' },
};

export interface DataField {
  readonly code: string;
  readonly label: Label;
  readonly personal: Personal;
}

export interface DataSet {
  readonly code: string;
  readonly label: Label;
  readonly about: Label;
  readonly fields: readonly DataField[];
}

function field(code: string, id: string, en: string, personal: Personal = 'none'): DataField {
  return { code, label: { id, en }, personal };
}

export const DATA_SETS: readonly DataSet[] = [
  {
    code: 'complaints',
    label: { id: 'Pengaduan', en: 'Complaints' },
    about: { id: 'Satu baris per pengaduan, tanpa identitas pelapor.', en: 'One row per complaint, without who complained.' },
    fields: [
      field('tracking-number', 'Nomor lacak', 'Tracking number'),
      field('class', 'Jenis laporan', 'Class'),
      field('category', 'Kategori', 'Category'),
      field('region', 'Wilayah', 'Region'),
      field('agency', 'Instansi dan unit', 'Agency and office'),
      field('channel', 'Kanal', 'Channel'),
      field('received-on', 'Tanggal diterima', 'Received on'),
      field('first-follow-up-on', 'Tanggal tindak lanjut pertama', 'First followed up on'),
      field('closed-on', 'Tanggal selesai', 'Closed on'),
      field('status', 'Status', 'Status'),
      field('outcome', 'Hasil', 'Outcome'),
      field('text', 'Isi pengaduan', 'What was written', 'general'),
      field('files', 'Lampiran', 'Attachments', 'general'),
    ],
  },
  {
    code: 'complainants',
    label: { id: 'Identitas pelapor', en: 'Complainants' },
    about: {
      id: 'Siapa yang mengadu. Identitas yang dirahasiakan tidak pernah ikut, apa pun izinnya.',
      en: 'Who complained. An identity that was asked to be kept secret is never part of it, whatever the grant says.',
    },
    fields: [
      field('tracking-number', 'Nomor lacak', 'Tracking number'),
      field('name', 'Nama', 'Name', 'general'),
      field('contact', 'Nomor telepon atau surel', 'Telephone or e-mail', 'general'),
      field('address', 'Alamat', 'Address', 'general'),
      field('national-id', 'NIK', 'National identity number', 'general'),
      field('disability', 'Ragam disabilitas', 'Disability', 'specific'),
    ],
  },
  {
    code: 'services',
    label: { id: 'Katalog layanan dan standarnya', en: 'Services and their standards' },
    about: {
      id: 'Layanan, 14 komponen standar, maklumat dan SOP.',
      en: 'Services, their 14 components, pledges and procedures.',
    },
    fields: [
      field('service', 'Nama dan kode layanan', 'Name and code of the service'),
      field('office', 'Unit penyelenggara', 'Office'),
      field('components', 'Komponen standar pelayanan', 'Components of the standard'),
      field('pledge', 'Maklumat pelayanan', 'Service pledge'),
      field('procedures', 'SOP', 'Procedures'),
      field('published-on', 'Tanggal terbit', 'Published on'),
    ],
  },
  {
    code: 'service-transactions',
    label: { id: 'Transaksi layanan', en: 'Service transactions' },
    about: { id: 'Satu baris per permohonan layanan.', en: 'One row per application for a service.' },
    fields: [
      field('service', 'Layanan', 'Service'),
      field('office', 'Unit', 'Office'),
      field('applied-on', 'Tanggal permohonan', 'Applied on'),
      field('finished-on', 'Tanggal selesai', 'Finished on'),
      field('result', 'Hasil', 'Result'),
      field('applicant', 'Nama pemohon', 'Name of the applicant', 'general'),
    ],
  },
  {
    code: 'assessment-results',
    label: { id: 'Hasil penilaian', en: 'Results of assessments' },
    about: {
      id: 'Nilai, zona dan kekurangan per unit dan indikator.',
      en: 'Scores, zones and shortfalls by office and indicator.',
    },
    fields: [
      field('agency', 'Instansi dan unit', 'Agency and office'),
      field('year', 'Tahun', 'Year'),
      field('score', 'Nilai', 'Score'),
      field('zone', 'Zona dan kategori', 'Zone and category'),
      field('indicators', 'Nilai per indikator', 'Scores by indicator'),
      field('shortfalls', 'Yang masih kurang', 'What falls short'),
      field('notes', 'Catatan penilai sebelum terbit', 'Assessors’ notes before publication'),
    ],
  },
  {
    code: 'obligations',
    label: { id: 'Kewajiban kepada Ombudsman', en: 'Obligations to the Ombudsman' },
    about: {
      id: 'Tindakan korektif, saran dan rekomendasi dengan pelaksanaannya.',
      en: 'Corrective actions, suggestions and recommendations, and what became of them.',
    },
    fields: [
      field('agency', 'Instansi', 'Agency'),
      field('kind', 'Jenis', 'Kind'),
      field('issued-on', 'Tanggal terbit', 'Issued on'),
      field('due-on', 'Tenggat', 'Due on'),
      field('state', 'Keadaan', 'State'),
      field('text', 'Isi kewajiban', 'What is asked', 'general'),
    ],
  },
  {
    code: 'satisfaction',
    label: { id: 'Survei kepuasan masyarakat', en: 'Satisfaction surveys' },
    about: {
      id: 'Nilai per unsur dan unit, tanpa jawaban perorangan.',
      en: 'Scores by element and office, without single answers.',
    },
    fields: [
      field('office', 'Unit', 'Office'),
      field('period', 'Kurun', 'Period'),
      field('respondents', 'Jumlah responden', 'Number of respondents'),
      field('elements', 'Nilai per unsur', 'Scores by element'),
      field('index', 'Indeks', 'Index'),
    ],
  },
  {
    code: 'service-staff',
    label: { id: 'Pelaksana layanan', en: 'Service staff' },
    about: { id: 'Siapa yang melayani dan pelatihan yang diikuti.', en: 'Who serves, and the training taken.' },
    fields: [
      field('office', 'Unit', 'Office'),
      field('position', 'Jabatan', 'Position'),
      field('training', 'Pelatihan dan hasilnya', 'Training and its results'),
      field('name', 'Nama', 'Name', 'general'),
      field('staff-number', 'NIP', 'Staff number', 'general'),
    ],
  },
];

export function dataSetOf(code: string): DataSet | undefined {
  return DATA_SETS.find((set) => set.code === code);
}

/** How personal a choice of fields is: as its most personal one. */
export function personalOf(fields: readonly Pick<DataField, 'personal'>[]): Personal {
  return PERSONAL.findLast((level) => fields.some((one) => one.personal === level)) ?? 'none';
}

/** A code made of words somebody typed; '' when nothing is left of them. */
export function slugOfWords(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}
