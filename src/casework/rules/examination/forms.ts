/**
 * The ten forms of maladministration, a closed list: PO 26/2017 (https://pasal.id/en/peraturan/perban/peraturan-ori-no-26-tahun-2017). Whether
 * PO 58/2023 keeps them word for word was not found; `FORMS_STANDING` says so wherever they are shown. A case may carry several, each with its
 * own evidence and its own finding.
 */
import type { Label } from '../../../kernel/language.ts';

export const FORM_CODES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const;
export type FormCode = (typeof FORM_CODES)[number];

export interface FormOfMaladministration {
  readonly label: Label;
  readonly meaning: Label;
}

export const FORMS: Readonly<Record<FormCode, FormOfMaladministration>> = {
  a: {
    label: { id: 'Penundaan berlarut', en: 'Undue delay' },
    meaning: {
      id: 'Pelayanan diulur, atau diberikan melewati waktu yang dijanjikan.',
      en: 'Service is put off again and again, or comes later than promised.',
    },
  },
  b: {
    label: { id: 'Tidak memberikan pelayanan', en: 'Failure to serve' },
    meaning: {
      id: 'Mengabaikan seluruh atau sebagian kewajiban kepada orang yang berhak atas pelayanan.',
      en: 'All or part of the duty to somebody entitled to the service is ignored.',
    },
  },
  c: {
    label: { id: 'Tidak kompeten', en: 'Incompetence' },
    meaning: {
      id: 'Pelayanan tidak sesuai dengan kompetensi yang dipersyaratkan.',
      en: 'The service is not up to the competence required.',
    },
  },
  d: {
    label: { id: 'Penyalahgunaan wewenang', en: 'Abuse of authority' },
    meaning: {
      id: 'Bertindak melampaui wewenang, melawan hukum, atau memakai wewenang untuk tujuan lain.',
      en: 'Acting beyond one\u2019s authority, unlawfully, or for another purpose than it was given for.',
    },
  },
  e: {
    label: { id: 'Penyimpangan prosedur', en: 'Departure from procedure' },
    meaning: {
      id: 'Pelayanan tidak mengikuti alur yang sudah ditetapkan.',
      en: 'The service does not follow the procedure that was set.',
    },
  },
  f: {
    label: { id: 'Permintaan imbalan', en: 'Demand for reward' },
    meaning: {
      id: 'Meminta uang, jasa, atau barang secara melawan hukum.',
      en: 'Money, services or goods are demanded unlawfully.',
    },
  },
  g: {
    label: { id: 'Tidak patut', en: 'Improper conduct' },
    meaning: {
      id: 'Perilaku yang tidak layak terhadap pengguna layanan.',
      en: 'Unseemly behaviour towards a user of the service.',
    },
  },
  h: {
    label: { id: 'Berpihak', en: 'Partiality' },
    meaning: {
      id: 'Menguntungkan satu pihak dan merugikan atau mengabaikan pihak lain.',
      en: 'One side is favoured, another harmed or ignored.',
    },
  },
  i: {
    label: { id: 'Diskriminasi', en: 'Discrimination' },
    meaning: {
      id: 'Perlakuan berbeda, khusus, atau tidak adil di antara sesama pengguna layanan.',
      en: 'Users are treated differently, specially or unfairly.',
    },
  },
  j: {
    label: { id: 'Konflik kepentingan', en: 'Conflict of interest' },
    meaning: {
      id: 'Pelayanan dipengaruhi kelompok, golongan, suku, atau hubungan kekeluargaan karena darah atau perkawinan.',
      en: 'The service is influenced by group, faction, ethnicity, or kinship by blood or marriage.',
    },
  },
};

/** For whoever shows or prints them. */
export const FORMS_STANDING: Label = {
  id: 'Bentuk maladministrasi menurut Peraturan Ombudsman 26/2017. Apakah Peraturan Ombudsman 58/2023 memuatnya kata demi kata belum dipastikan.',
  en: 'Forms of maladministration by Ombudsman Regulation 26/2017. Whether Regulation 58/2023 keeps them word for word is not confirmed.',
};

export function isFormCode(text: string): text is FormCode {
  return (FORM_CODES as readonly string[]).includes(text);
}
