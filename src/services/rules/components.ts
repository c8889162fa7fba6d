/** The 14 components of a service standard: UU 25/2009 art. 21; the split is that of PermenPANRB 15/2014. */
import type { Label } from '../../kernel/language.ts';
import type { Basis } from '../../law/index.ts';
import type { Standard } from './standard.ts';

export type ComponentCode = keyof Standard;

/** `delivery`: what the public meets, to be published (6). `internal`: how the office is run for it (8). */
export type ComponentSide = 'delivery' | 'internal';

export interface Component {
  readonly label: Label;
  /** What belongs into it, said to whoever fills it in. */
  readonly hint: Label;
  readonly side: ComponentSide;
  readonly basis: Basis;
}

const component = (side: ComponentSide, letter: string, label: Label, hint: Label): Component => ({
  side,
  label,
  hint,
  basis: { regulation: 'uu-25-2009', place: `Pasal 21 huruf ${letter}` },
});

export const COMPONENTS: Readonly<Record<ComponentCode, Component>> = {
  requirements: component(
    'delivery',
    'b',
    { id: 'Persyaratan', en: 'Requirements' },
    { id: 'Dokumen dan hal lain yang harus dipenuhi pemohon.', en: 'Papers and whatever else an applicant must fulfil.' },
  ),
  procedure: component(
    'delivery',
    'c',
    { id: 'Sistem, mekanisme, dan prosedur', en: 'System, mechanism and procedure' },
    {
      id: 'Langkah demi langkah, dari datang sampai menerima hasil.',
      en: 'Step by step, from arriving to receiving the result.',
    },
  ),
  duration: component(
    'delivery',
    'd',
    { id: 'Jangka waktu penyelesaian', en: 'Time it takes' },
    { id: 'Dihitung sejak berkas dinyatakan lengkap.', en: 'Counted from the day the papers are complete.' },
  ),
  fee: component(
    'delivery',
    'e',
    { id: 'Biaya/tarif', en: 'Fee' },
    {
      id: 'Tidak dipungut biaya, jumlah dalam rupiah, atau menurut peraturan.',
      en: 'Free of charge, amounts in rupiah, or as a regulation sets it.',
    },
  ),
  product: component(
    'delivery',
    'f',
    { id: 'Produk pelayanan', en: 'Product' },
    { id: 'Apa yang diterima pemohon.', en: 'What the applicant receives.' },
  ),
  complaintHandling: component(
    'delivery',
    'i',
    { id: 'Penanganan pengaduan, saran, dan masukan', en: 'Handling of complaints and suggestions' },
    {
      id: 'Saluran, jabatan petugas pengaduan, dan berapa hari sampai dijawab.',
      en: 'Channels, the position in charge, and the days until an answer.',
    },
  ),
  legalBasis: component(
    'internal',
    'a',
    { id: 'Dasar hukum', en: 'Legal basis' },
    { id: 'Peraturan yang menjadi dasar pelayanan ini.', en: 'The regulations on which the service rests.' },
  ),
  facilities: component(
    'internal',
    'g',
    { id: 'Sarana, prasarana, dan/atau fasilitas', en: 'Facilities' },
    {
      id: 'Termasuk fasilitas bagi penyandang disabilitas, lansia, dan ibu menyusui.',
      en: 'Also those for people with disabilities, the elderly and nursing mothers.',
    },
  ),
  competence: component(
    'internal',
    'h',
    { id: 'Kompetensi pelaksana', en: 'Competence of staff' },
    { id: 'Pengetahuan, keahlian, dan keterampilan yang diperlukan.', en: 'The knowledge and skills that are needed.' },
  ),
  supervision: component(
    'internal',
    'j',
    { id: 'Pengawasan internal', en: 'Internal supervision' },
    { id: 'Siapa mengawasi, dengan cara apa, dan seberapa sering.', en: 'Who supervises, how, and how often.' },
  ),
  staffCount: component(
    'internal',
    'k',
    { id: 'Jumlah pelaksana', en: 'Number of staff' },
    { id: 'Jumlah orang yang melaksanakan pelayanan ini.', en: 'How many people carry the service out.' },
  ),
  serviceGuarantee: component(
    'internal',
    'l',
    { id: 'Jaminan pelayanan', en: 'Guarantee of service' },
    {
      id: 'Kepastian bahwa pelayanan diberikan sesuai standar, dan apa akibatnya bila tidak.',
      en: 'That the standard is kept, and what follows when it is not.',
    },
  ),
  safetyGuarantee: component(
    'internal',
    'm',
    { id: 'Jaminan keamanan dan keselamatan', en: 'Guarantee of security and safety' },
    { id: 'Bebas dari bahaya, risiko, dan keragu-raguan.', en: 'Free of danger, risk and doubt.' },
  ),
  evaluation: component(
    'internal',
    'n',
    { id: 'Evaluasi kinerja pelaksana', en: 'Evaluation of performance' },
    { id: 'Cara dan waktu kinerja pelaksana dinilai.', en: 'How and when performance is judged.' },
  ),
};

/** In the order in which they are shown: delivery first. */
export const COMPONENT_CODES = Object.keys(COMPONENTS) as readonly ComponentCode[];
export const DELIVERY_CODES: readonly ComponentCode[] = COMPONENT_CODES.filter((code) => COMPONENTS[code].side === 'delivery');
export const INTERNAL_CODES: readonly ComponentCode[] = COMPONENT_CODES.filter((code) => COMPONENTS[code].side === 'internal');

export function isComponentCode(text: string): text is ComponentCode {
  return Object.hasOwn(COMPONENTS, text);
}
