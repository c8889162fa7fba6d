import type { Label } from '../../kernel/language.ts';
import type { Basis } from '../rules/citation.ts';
import type { CaseRuleSet, Parameter, ParameterRule, Unit } from '../rules/parameters.ts';

/**
 * The numbers of the Ombudsman's procedure. Most day limits inside PO 58/2023 were not found: their rows are house defaults (decision
 * 0022) and say so. What a source gives stands with its article.
 */
const PO_26: Basis = { regulation: 'po-26-2017' };
const PO_58: Basis = { regulation: 'po-58-2023' };
const HOUSE: Basis = { decision: '0022' };

/** PO 26/2017 was in force before anything an installation can have received. */
const FROM_26 = '2019-01-01';
/** PO 58/2023 was made in 2023; the day it took force was not found. */
const FROM_58 = '2024-01-01';

const HOUSE_NOTE: Label = {
  id: 'Ketetapan bawaan Tuntas; batas waktu di dalam Peraturan Ombudsman belum ditemukan.',
  en: 'A default of Tuntas; the limit inside the Ombudsman\u2019s regulation was not found.',
};
const GENERAL_KNOWLEDGE: Label = {
  id: 'Menurut pengetahuan umum; teks pasalnya belum diperiksa.',
  en: 'From general knowledge; the text of the article has not been checked.',
};

const RECUR_NOTE: Label = {
  id: 'Ketetapan bawaan Tuntas; PO 41/2019 tidak memberi angka. Hasilnya hanya calon yang dinilai orang.',
  en: 'A default of Tuntas; PO 41/2019 gives no number. What is found is a candidate that a person judges.',
};

type Row = readonly [rule: ParameterRule, value: number, unit: Unit, basis: Basis, confirmed: boolean, note: Label | null];

const house = (rule: ParameterRule, value: number, unit: Unit): Row => [rule, value, unit, HOUSE, false, HOUSE_NOTE];

/** When complaints make one problem of an office. */
const recur = (rule: ParameterRule, value: number): Row => [rule, value, 'times', { decision: '0024' }, false, RECUR_NOTE];

/** Under both regulations. */
const ACT: readonly Row[] = [
  ['case.event-age', 2, 'year', { regulation: 'uu-37-2008', place: 'Pasal 24 ayat (3)' }, true, null],
  ['case.complete', 30, 'day', { regulation: 'uu-37-2008', place: 'Pasal 25' }, false, GENERAL_KNOWLEDGE],
  ['case.explanation', 14, 'day', { regulation: 'uu-37-2008', place: 'Pasal 33' }, false, GENERAL_KNOWLEDGE],
  ['case.summons-count', 3, 'times', { regulation: 'uu-37-2008', place: 'Pasal 31' }, false, GENERAL_KNOWLEDGE],
  ['case.recommendation-report', 60, 'day', { regulation: 'uu-37-2008', place: 'Pasal 38 ayat (2)' }, true, null],
  ['case.quorum', 50, 'percent', { regulation: 'po-52-2021' }, true, null],
  house('case.formal', 3, 'hk'),
  house('case.material', 14, 'hk'),
  house('case.plenary', 5, 'hk'),
  house('case.assign', 3, 'hk'),
  house('case.examine', 30, 'hk'),
  house('case.documents', 14, 'day'),
  house('case.report', 14, 'hk'),
];

const UNDER_26: readonly Row[] = [
  ['case.comment', 14, 'day', { regulation: 'po-48-2020', place: 'Pasal 25' }, true, null],
  [
    'case.corrective',
    30,
    'hk',
    PO_26,
    false,
    {
      id: 'Nilai aturan sesudahnya (PO 58/2023) yang dipakai; angka rezim LAHP belum ditemukan.',
      en: 'The value of the rule after it (PO 58/2023); the number of the LAHP regime was not found.',
    },
  ],
  [
    'case.recommendation-monitor',
    60,
    'hk',
    PO_26,
    false,
    { id: 'Letak pasalnya belum ditemukan.', en: 'The article was not found.' },
  ],
];

const UNDER_58: readonly Row[] = [
  [
    'case.comment',
    14,
    'day',
    PO_58,
    false,
    {
      id: 'Nilai PO 48/2020 Pasal 25 yang dipakai terus; pasal PO 58/2023 belum diperiksa.',
      en: 'The value of PO 48/2020 art. 25, carried on; the article of PO 58/2023 has not been checked.',
    },
  ],
  ['case.corrective', 30, 'hk', { regulation: 'po-58-2023', place: 'Pasal 54' }, true, null],
  [
    'case.recommendation-monitor',
    60,
    'hk',
    PO_58,
    false,
    { id: 'Letak pasalnya belum ditemukan.', en: 'The article was not found.' },
  ],
];

/** Not of one regulation. */
const GENERAL: readonly Row[] = [
  house('case.summons-lead', 3, 'hk'),
  house('case.handover-check', 5, 'hk'),
  house('case.resolution', 30, 'hk'),
  [
    'case.promise',
    30,
    'day',
    HOUSE,
    false,
    {
      id: 'Hanya usulan pada formulir; tenggat setiap janji adalah tanggal yang disepakati para pihak.',
      en: 'Only what the form suggests; each promise is due on the day the parties agreed on.',
    },
  ],
  house('case.recommend', 14, 'hk'),
  house('case.further-steps', 14, 'hk'),
  house('case.review-detection', 30, 'hk'),
  house('case.review-analysis', 60, 'hk'),
  recur('case.recur-rows', 8),
  recur('case.recur-times', 3),
  recur('case.recur-steady-rows', 12),
  recur('case.recur-steady-parts', 7),
  recur('case.recur-steady-times', 4),
  house('case.suggestion', 30, 'hk'),
  house('case.verdict', 10, 'hk'),
  house('case.more-time', 30, 'hk'),
  house('case.rapid', 3, 'hk'),
  house('case.consultation', 3, 'hk'),
  house('case.noted', 5, 'hk'),
  house('case.reminder-lead', 2, 'hk'),
  house('case.escalate-head', 2, 'hk'),
  house('case.escalate-centre', 5, 'hk'),
  [
    'case.target',
    89,
    'day',
    { document: 'Target Ombudsman RI Perwakilan Bali 2025' },
    false,
    {
      id: 'Disebut bersama rata-rata 48 hari; tiap kantor dapat menetapkan sendiri.',
      en: 'Told together with a mean of 48 days; every office may set its own.',
    },
  ],
  house('case.work-report', 5, 'hk'),
  house('case.tie', 730, 'day'),
];

function rows(lines: readonly Row[], ruleSet: CaseRuleSet | null, from: string): Parameter[] {
  return lines.map(([rule, value, unit, basis, confirmed, note]) => ({
    rule,
    value,
    unit,
    basis,
    from,
    until: null,
    confirmed,
    ruleSet,
    note,
    origin: 'shipped',
  }));
}

export const SHIPPED_CASE_PARAMETERS: readonly Parameter[] = [
  ...rows([['case.rule-set', 1, 'yes-no', PO_26, false, GENERAL_KNOWLEDGE]], 'PO 26/2017', FROM_26),
  ...rows(
    [
      [
        'case.rule-set',
        1,
        'yes-no',
        PO_58,
        false,
        {
          id: 'Tahun peraturan diketahui; tanggal mulai berlaku belum ditemukan, dianggap 1 Januari 2024.',
          en: 'The year of the regulation is known; the day it took force was not found, 1 January 2024 is assumed.',
        },
      ],
    ],
    'PO 58/2023',
    FROM_58,
  ),
  ...rows([...ACT, ...UNDER_26], 'PO 26/2017', FROM_26),
  ...rows([...ACT, ...UNDER_58], 'PO 58/2023', FROM_58),
  ...rows(GENERAL, null, FROM_26),
];
