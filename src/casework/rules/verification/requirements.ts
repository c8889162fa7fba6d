/**
 * What a report must have before it is examined, as data: formal (UU 37/2008 Pasal 24(1), PO 2/2009 Pasal 4) and material (Pasal 24(3) and
 * what follows from it). A new requirement is a line here; what can be computed of it stands in `compute-checks.ts`.
 *
 * Sources with article are cited with it; where only the regulation is known the article is left out. `askable` = the reporter can mend it.
 */
import type { Label } from '../../../kernel/language.ts';
import type { Basis } from '../../../law/index.ts';
import type { AccessKind, Case } from '../case.ts';

export type RequirementGroup = 'formal' | 'material';

/** `computed` from what is on record; `reporter` = stated by the reporter, looked at by the verifier; `judged` by the verifier alone. */
export type AnsweredBy = 'computed' | 'reporter' | 'judged';

/** Lists a requirement belongs to: `full` of a report, shorter ones of the other access kinds. */
export type RequirementList = 'full' | 'rapid' | 'own-initiative' | 'consultation' | 'copy';

export interface Requirement {
  readonly code: string;
  readonly group: RequirementGroup;
  readonly label: Label;
  /** What exactly is looked at. */
  readonly hint: Label;
  readonly basis: readonly Basis[];
  readonly lists: readonly RequirementList[];
  readonly answeredBy: AnsweredBy;
  readonly askable: boolean;
  /** Of who reports: a tip has nobody it could be asked of. */
  readonly ofReporter?: boolean;
}

const act = (place: string): Basis => ({ regulation: 'uu-37-2008', place });
const PASAL_24_1 = act('Pasal 24 ayat (1)');
const PO_2: Basis = { regulation: 'po-2-2009', place: 'Pasal 4' };
const PROCEDURE: Basis = { regulation: 'po-58-2023' };

const WHO: readonly RequirementList[] = ['full'];

function ofReporter(code: string, label: Label, hint: Label, basis: readonly Basis[] = [PASAL_24_1]): Requirement {
  return { code, group: 'formal', label, hint, basis, lists: WHO, answeredBy: 'computed', askable: true, ofReporter: true };
}

const GIVEN: Label = {
  id: 'Dilihat dari ada tidaknya isian; isinya tetap tersegel.',
  en: 'Seen from whether it was given; what it says stays sealed.',
};

export const REQUIREMENTS = [
  {
    ...ofReporter('name', { id: 'Nama lengkap', en: 'Full name' }, GIVEN),
    lists: ['full', 'rapid'],
  },
  ofReporter('birth', { id: 'Tempat dan tanggal lahir', en: 'Place and date of birth' }, GIVEN),
  ofReporter('marital-status', { id: 'Status perkawinan', en: 'Marital status' }, GIVEN),
  ofReporter('occupation', { id: 'Pekerjaan', en: 'Occupation' }, GIVEN),
  {
    ...ofReporter('address', { id: 'Alamat lengkap', en: 'Full address' }, GIVEN),
    lists: ['full', 'rapid'],
  },
  ofReporter('id-copy', { id: 'Fotokopi identitas', en: 'Copy of an identity card' }, GIVEN, [PO_2]),
  {
    ...ofReporter(
      'standing',
      { id: 'Pelapor warga negara Indonesia atau penduduk', en: 'The reporter is a citizen or a resident' },
      {
        id: 'Yang berhak melapor ialah warga negara Indonesia dan penduduk.',
        en: 'Citizens of Indonesia and residents may report.',
      },
      [act('Pasal 23 ayat (1)')],
    ),
    answeredBy: 'judged',
    lists: ['full', 'rapid'],
  },
  {
    code: 'account',
    group: 'formal',
    label: {
      id: 'Uraian peristiwa, tindakan, atau keputusan secara rinci',
      en: 'A detailed account of the event, act or decision',
    },
    hint: {
      id: 'Siapa melakukan apa, kapan, di mana, dan apa yang seharusnya terjadi.',
      en: 'Who did what, when, where, and what should have happened.',
    },
    basis: [PASAL_24_1],
    lists: ['full', 'rapid', 'consultation', 'copy'],
    answeredBy: 'judged',
    askable: true,
  },
  {
    code: 'complained',
    group: 'formal',
    label: {
      id: 'Sudah disampaikan kepada Terlapor atau atasannya tanpa penyelesaian sebagaimana mestinya',
      en: 'Already complained to the respondent or its superior without proper settlement',
    },
    hint: {
      id: 'Dihitung dari pengaduan yang dibawa; bila tidak ada, dari keterangan dan bukti Pelapor.',
      en: 'Computed from the complaint that was brought over; otherwise from what the reporter states and proves.',
    },
    basis: [PASAL_24_1],
    lists: ['full'],
    answeredBy: 'reporter',
    askable: true,
  },
  {
    code: 'loss',
    group: 'formal',
    label: { id: 'Kerugian yang dialami', en: 'The loss suffered' },
    hint: { id: 'Materiil atau tidak, sebagaimana diuraikan Pelapor.', en: 'Material or not, as the reporter tells it.' },
    basis: [PO_2],
    lists: ['full'],
    answeredBy: 'computed',
    askable: true,
  },
  {
    code: 'wish',
    group: 'formal',
    label: { id: 'Penyelesaian yang diminta', en: 'The settlement asked for' },
    hint: { id: 'Apa yang diharapkan Pelapor dari Terlapor.', en: 'What the reporter expects of the respondent.' },
    basis: [PO_2],
    lists: ['full', 'rapid'],
    answeredBy: 'computed',
    askable: true,
  },
  {
    code: 'signature',
    group: 'formal',
    label: { id: 'Tempat, waktu, dan tanda tangan', en: 'Place, time and signature' },
    hint: {
      id: 'Laporan yang dikirim di sini: persetujuan yang tercatat dengan waktunya. Surat: tanda tangannya.',
      en: 'A report sent here: the consent recorded with its time. A letter: its signature.',
    },
    basis: [PO_2],
    lists: WHO,
    answeredBy: 'computed',
    askable: true,
    ofReporter: true,
  },
  {
    code: 'rapid-criteria',
    group: 'formal',
    label: { id: 'Kriteria respons cepat', en: 'Criteria of rapid response' },
    hint: {
      id: 'Kondisi darurat, mengancam keselamatan jiwa, atau mengancam hak hidup.',
      en: 'An emergency, a danger to life, or a threat to the right to life.',
    },
    basis: [PROCEDURE],
    lists: ['rapid'],
    answeredBy: 'computed',
    askable: false,
  },
  {
    code: 'event-age',
    group: 'material',
    label: { id: 'Peristiwa belum terlalu lama', en: 'The event is not too long ago' },
    hint: {
      id: 'Dihitung dari hari peristiwa sampai hari laporan diterima.',
      en: 'Counted from the day of the event to the day the report was received.',
    },
    basis: [act('Pasal 24 ayat (3)'), PO_2],
    lists: ['full'],
    answeredBy: 'computed',
    askable: true,
  },
  {
    code: 'not-reported',
    group: 'material',
    label: { id: 'Belum pernah dilaporkan ke Ombudsman', en: 'Not already reported to the Ombudsman' },
    hint: {
      id: 'Perkara yang mirip dicari di sini; verifikator yang menilai apakah pokoknya sama.',
      en: 'Cases that look alike are searched for here; the verifier judges whether it is the same matter.',
    },
    basis: [PROCEDURE],
    lists: ['full', 'rapid', 'own-initiative'],
    answeredBy: 'judged',
    askable: false,
  },
  {
    code: 'jurisdiction',
    group: 'material',
    label: { id: 'Termasuk kewenangan Ombudsman', en: 'Within the jurisdiction of the Ombudsman' },
    hint: {
      id: 'Terlapor menyelenggarakan pelayanan publik, dan yang dilaporkan dugaan maladministrasi.',
      en: 'The respondent provides a public service, and what is reported is alleged maladministration.',
    },
    basis: [PROCEDURE],
    lists: ['full', 'rapid', 'own-initiative', 'copy'],
    answeredBy: 'judged',
    askable: false,
  },
  {
    code: 'not-settled',
    group: 'material',
    label: { id: 'Belum diselesaikan', en: 'Not already settled' },
    hint: {
      id: 'Terlapor belum memberi penyelesaian yang semestinya atas pokok laporan.',
      en: 'The respondent has not settled the matter properly.',
    },
    basis: [PROCEDURE],
    lists: ['full', 'rapid'],
    answeredBy: 'judged',
    askable: true,
  },
  {
    code: 'agency-time',
    group: 'material',
    label: {
      id: 'Tidak sedang dalam tenggang waktu penyelesaian yang patut di instansi',
      en: 'Not within the agency\u2019s own reasonable time',
    },
    hint: {
      id: 'Dihitung dari batas waktu pengaduan yang dibawa; bila tidak ada, dinilai verifikator.',
      en: 'Computed from the deadlines of the complaint brought over; otherwise judged by the verifier.',
    },
    basis: [PROCEDURE],
    lists: ['full'],
    answeredBy: 'reporter',
    askable: true,
  },
  {
    code: 'not-in-court',
    group: 'material',
    label: { id: 'Pokok laporan tidak sedang diperiksa pengadilan', en: 'The matter is not before a court' },
    hint: { id: 'Ditanyakan kepada Pelapor.', en: 'Asked of the reporter.' },
    // Known in substance; the text of the article has not been checked.
    basis: [act('Pasal 36')],
    lists: ['full', 'rapid', 'own-initiative'],
    answeredBy: 'reporter',
    askable: true,
  },
  {
    code: 'own-initiative-ground',
    group: 'material',
    label: {
      id: 'Ada alasan untuk investigasi atas prakarsa sendiri',
      en: 'There is a ground for an own-initiative investigation',
    },
    hint: {
      id: 'Dugaan maladministrasi yang diketahui Ombudsman sendiri dan menyangkut kepentingan umum.',
      en: 'Alleged maladministration the Ombudsman learned of by itself, of public concern.',
    },
    basis: [{ regulation: 'po-38-2019' }],
    lists: ['own-initiative'],
    answeredBy: 'judged',
    askable: false,
  },
] as const satisfies readonly Requirement[];

export type RequirementCode = (typeof REQUIREMENTS)[number]['code'];

const BY_CODE: ReadonlyMap<string, Requirement> = new Map(REQUIREMENTS.map((each) => [each.code, each]));

export function requirementOf(code: string): (Requirement & { readonly code: RequirementCode }) | undefined {
  return BY_CODE.get(code) as (Requirement & { readonly code: RequirementCode }) | undefined;
}

const LISTS: Readonly<Record<Exclude<AccessKind, 'RCO'>, RequirementList>> = {
  LM: 'full',
  IAPS: 'own-initiative',
  KNL: 'consultation',
  COPY: 'copy',
};

/** Which list a case is held to: rapid response has its own as long as it is one; made regular, it is a report like others. */
export function listFor(file: Pick<Case, 'access' | 'stage' | 'outcome'>): RequirementList {
  if (file.access !== 'RCO') return LISTS[file.access];
  return file.stage === 'rapid' || file.outcome === 'rapid-solved' ? 'rapid' : 'full';
}

/** What is asked of this case, formal before material. A tip has no reporter to ask anything of. */
export function requirementsFor(
  file: Pick<Case, 'access' | 'stage' | 'outcome' | 'tip'>,
): readonly (Requirement & { readonly code: RequirementCode })[] {
  const list = listFor(file);
  return (REQUIREMENTS as readonly (Requirement & { readonly code: RequirementCode })[]).filter(
    (each) => each.lists.includes(list) && !(file.tip && each.ofReporter),
  );
}
