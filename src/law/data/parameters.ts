import type { Label } from '../../kernel/language.ts';
import type { Basis } from '../rules/citation.ts';
import type { Parameter, ParameterRule, RuleSet, Unit } from '../rules/parameters.ts';
import { SHIPPED_AGREEMENT_PARAMETERS } from './agreement-parameters.ts';
import { SHIPPED_CASE_PARAMETERS } from './case-parameters.ts';

/**
 * The parameters Tuntas is shipped with. They are loaded into the database once; an administrator's rows stand beside them and win.
 * The values of PermenPANRB 62/2018 come from the ministry's own slides and app description, not from the regulation's text.
 */
const SP4N_62: Basis = { regulation: 'permenpanrb-62-2018' };
const SP4N_62_LIMITS: Basis = { regulation: 'permenpanrb-62-2018', place: 'Bab VI' };
const SP4N_5: Basis = { regulation: 'permenpanrb-5-2025' };
const HOUSE: Basis = { decision: '0016' };

/** 62/2018 was made in the course of 2018. */
const FROM_62 = '2019-01-01';
/** 5/2025 was published by May 2025; the day it took force was not found. */
const FROM_5 = '2025-06-01';
/** Before anything the installation can have received. */
const ALWAYS = '2019-01-01';

const SAME_VALUE: Label = {
  id: 'Nilai aturan sebelumnya (62/2018) yang dipakai terus; teks pasal PermenPANRB 5/2025 belum diperiksa.',
  en: 'The value of the rule before (62/2018), carried on; the articles of PermenPANRB 5/2025 have not been checked.',
};
const FROM_THE_APP: Label = {
  id: 'Menurut uraian resmi aplikasi SP4N-LAPOR! dan tanya-jawabnya; letak pasalnya belum ditemukan.',
  en: 'By the official description of the SP4N-LAPOR! app and its FAQ; the article was not found.',
};
const HOUSE_NOTE: Label = {
  id: 'Ketetapan bawaan Tuntas, bukan angka dari peraturan.',
  en: 'A default of Tuntas, not a number from a regulation.',
};

function row(
  rule: ParameterRule,
  value: number,
  unit: Unit,
  basis: Basis,
  from: string,
  confirmed: boolean,
  ruleSet: RuleSet | null,
  note: Label | null,
): Parameter {
  return { rule, value, unit, basis, from, until: null, confirmed, ruleSet, note, origin: 'shipped' };
}

const SP4N_LIMITS = [
  ['complaint.verify', 3, SP4N_62, FROM_THE_APP],
  ['complaint.follow-up', 5, SP4N_62, FROM_THE_APP],
  ['complaint.finish.information-request', 5, SP4N_62_LIMITS, null],
  ['complaint.finish.aspiration', 5, SP4N_62_LIMITS, null],
  ['complaint.finish.complaint', 14, SP4N_62_LIMITS, null],
  ['complaint.finish.complaint-supervisory', 60, SP4N_62_LIMITS, null],
  ['complaint.silence', 10, SP4N_62, FROM_THE_APP],
] as const satisfies readonly (readonly [ParameterRule, number, Basis, Label | null])[];

export const SHIPPED_PARAMETERS: readonly Parameter[] = [
  ...SHIPPED_AGREEMENT_PARAMETERS,
  ...SHIPPED_CASE_PARAMETERS,
  row('complaint.rule-set', 1, 'yes-no', SP4N_62, FROM_62, false, 'SP4N 62/2018', {
    id: 'Tahun peraturan diketahui; tanggal mulai berlaku belum ditemukan, dianggap 1 Januari 2019.',
    en: 'The year of the regulation is known; the day it took force was not found, 1 January 2019 is assumed.',
  }),
  row('complaint.rule-set', 1, 'yes-no', SP4N_5, FROM_5, false, 'SP4N 5/2025', {
    id: 'Diumumkan paling lambat Mei 2025; tanggal mulai berlaku belum ditemukan, dianggap 1 Juni 2025.',
    en: 'Published by May 2025; the day it took force was not found, 1 June 2025 is assumed.',
  }),
  ...SP4N_LIMITS.map(([rule, value, basis, note]) => row(rule, value, 'hk', basis, FROM_62, true, 'SP4N 62/2018', note)),
  ...SP4N_LIMITS.map(([rule, value]) => row(rule, value, 'hk', SP4N_5, FROM_5, false, 'SP4N 5/2025', SAME_VALUE)),
  row('complaint.arbitrate', 1, 'hk', HOUSE, ALWAYS, false, null, HOUSE_NOTE),
  row('complaint.returns-before-arbitration', 2, 'times', HOUSE, ALWAYS, false, null, HOUSE_NOTE),
  row('complaint.hold-max', 10, 'hk', HOUSE, ALWAYS, false, null, HOUSE_NOTE),
  row('complaint.reminder-lead', 1, 'hk', HOUSE, ALWAYS, false, null, HOUSE_NOTE),
  row('complaint.escalate-head', 2, 'hk', HOUSE, ALWAYS, false, null, HOUSE_NOTE),
  row('complaint.escalate-ombudsman', 5, 'hk', HOUSE, ALWAYS, false, null, HOUSE_NOTE),
  row('complaint.reopen-window', 30, 'day', HOUSE, ALWAYS, false, null, HOUSE_NOTE),
  row('assessment.reply', 5, 'hk', HOUSE, ALWAYS, false, null, HOUSE_NOTE),
  row('assessment.reply-reminder', 1, 'hk', HOUSE, ALWAYS, false, null, HOUSE_NOTE),
  row('assessment.improve', 60, 'hk', HOUSE, ALWAYS, false, null, HOUSE_NOTE),
  row('assessment.tie', 730, 'day', HOUSE, ALWAYS, false, null, HOUSE_NOTE),
  row('calendar.joint-leave', 1, 'yes-no', { document: 'SKB 3 Menteri' }, ALWAYS, false, null, {
    id: 'Berlaku bagi ASN; belum ada sumber bahwa SP4N juga tidak menghitung cuti bersama.',
    en: 'So it is for civil servants; no source was found that SP4N does not count joint leave either.',
  }),
];
