import type { Label } from '../../kernel/language.ts';
import { AGREEMENT_PARAMETER_RULES } from './agreement-parameters.ts';
import { CASE_PARAMETER_RULES } from './case-parameters.ts';
import type { Basis } from './citation.ts';
import type { Limit } from './due.ts';

/**
 * Numbers of the law as dated rows: `{ rule, value, unit, basis, from, until?, confirmed, ruleSet, note }`.
 *
 * A number never travels without its unit: 14 working days and 60 plain days are different things. Rows are never edited; a later
 * row takes its place from its own day on, and whoever looks a number up says for which day. To add a rule: a line in
 * `PARAMETER_RULES`, a default row in `data/parameters.ts`.
 */
export type Unit = 'hk' | 'day' | 'hour' | 'year' | 'percent' | 'times' | 'yes-no';

export const UNITS: Readonly<Record<Unit, Label>> = {
  hk: { id: 'hari kerja', en: 'working days' },
  day: { id: 'hari', en: 'days' },
  hour: { id: 'jam', en: 'hours' },
  year: { id: 'tahun', en: 'years' },
  percent: { id: 'persen', en: 'percent' },
  times: { id: 'kali', en: 'times' },
  'yes-no': { id: 'ya/tidak', en: 'yes/no' },
};

/** The versions of the SP4N rules; a complaint stores the one it was filed under. */
export const SP4N_RULE_SETS = ['SP4N 62/2018', 'SP4N 5/2025'] as const;

/** The versions of the Ombudsman's procedure (PO 26/2017 as amended by 48/2020; PO 58/2023); a case stores the one it was opened under. */
export const CASE_RULE_SETS = ['PO 26/2017', 'PO 58/2023'] as const;
export type CaseRuleSet = (typeof CASE_RULE_SETS)[number];

export type RuleSet = (typeof SP4N_RULE_SETS)[number] | CaseRuleSet;

export const RULE_SETS: readonly RuleSet[] = [...SP4N_RULE_SETS, ...CASE_RULE_SETS];

/** The rule that says which version of a procedure is in force, and the procedure a rule belongs to. */
export type RuleSetRule = 'complaint.rule-set' | 'case.rule-set';

export function ruleSetRuleOf(rule: string): RuleSetRule {
  return rule.startsWith('case.') ? 'case.rule-set' : 'complaint.rule-set';
}

/** Whether rows of a rule may belong to a version: complaints have those of SP4N, cases those of the Ombudsman. */
export function ruleSetFits(rule: string, ruleSet: RuleSet): boolean {
  const own: readonly RuleSet[] = ruleSetRuleOf(rule) === 'case.rule-set' ? CASE_RULE_SETS : SP4N_RULE_SETS;
  return own.includes(ruleSet);
}

export function isRuleSet(text: string): text is RuleSet {
  return (RULE_SETS as readonly string[]).includes(text);
}

export interface Parameter {
  readonly rule: ParameterRule;
  readonly value: number;
  readonly unit: Unit;
  readonly basis: Basis;
  /** First day it applies, ISO. */
  readonly from: string;
  /** First day it no longer applies, ISO; `null` = until a later row. */
  readonly until: string | null;
  readonly confirmed: boolean;
  /** `null` = under every rule set. */
  readonly ruleSet: RuleSet | null;
  readonly note: Label | null;
  readonly origin: 'shipped' | 'administrator';
}

export interface RuleKind {
  readonly label: Label;
  readonly units: readonly Unit[];
  /** Whether rows belong to one rule set (and so are kept by a complaint or case opened under it). */
  readonly perRuleSet: boolean;
}

export const DAYS: readonly Unit[] = ['hk', 'day', 'hour'];

function limitRule(id: string, en: string, perRuleSet = true): RuleKind {
  return { label: { id, en }, units: DAYS, perRuleSet };
}

export const PARAMETER_RULES = {
  'complaint.verify': limitRule('Verifikasi dan penerusan pengaduan', 'Verify a complaint and forward it'),
  'complaint.follow-up': limitRule('Tindak lanjut pertama sejak diterima instansi', 'First follow-up from receipt by the agency'),
  'complaint.finish.information-request': limitRule('Penyelesaian permintaan informasi', 'Finish a request for information'),
  'complaint.finish.aspiration': limitRule('Penyelesaian aspirasi', 'Finish an aspiration'),
  'complaint.finish.complaint': limitRule(
    'Penyelesaian pengaduan tidak berkadar pengawasan',
    'Finish a complaint that needs no internal supervision',
  ),
  'complaint.finish.complaint-supervisory': limitRule(
    'Penyelesaian pengaduan berkadar pengawasan',
    'Finish a complaint that needs internal supervision',
  ),
  'complaint.silence': limitRule('Selesai otomatis bila pelapor tidak menanggapi', 'Closed when the complainant does not answer'),
  'complaint.arbitrate': limitRule(
    'Keputusan meja nasional atas pengaduan yang dikembalikan',
    'Decision of the national desk on a returned complaint',
    false,
  ),
  'complaint.hold-max': limitRule(
    'Jeda terlama menunggu kelengkapan dari pelapor',
    'Longest pause while the complainant completes the facts',
    false,
  ),
  'complaint.returns-before-arbitration': {
    label: { id: 'Pengembalian sebelum meja nasional memutus', en: 'Returns before the national desk decides' },
    units: ['times'],
    perRuleSet: false,
  },
  'complaint.reminder-lead': limitRule('Pengingat sebelum jatuh tempo', 'Reminder before a deadline', false),
  'complaint.escalate-head': limitRule(
    'Eskalasi ke pimpinan instansi setelah lewat waktu',
    'Escalation to the head of the agency after a missed deadline',
    false,
  ),
  'complaint.escalate-ombudsman': limitRule(
    'Eskalasi ke Ombudsman setelah lewat waktu',
    'Escalation to the Ombudsman after a missed deadline',
    false,
  ),
  'complaint.reopen-window': limitRule(
    'Masa membuka kembali pengaduan yang dinyatakan selesai oleh pelapor',
    'Time to reopen a complaint the complainant had confirmed',
    false,
  ),
  'complaint.rule-set': {
    label: { id: 'Aturan SP4N yang berlaku', en: 'SP4N rules in force' },
    units: ['yes-no'],
    perRuleSet: true,
  },
  'assessment.reply': limitRule('Masa sanggah atas hasil penilaian', 'Right of reply to the result of an assessment', false),
  'assessment.reply-reminder': limitRule(
    'Pengingat sebelum masa sanggah berakhir',
    'Reminder before the right of reply ends',
    false,
  ),
  'assessment.improve': limitRule(
    'Perbaikan atas indikator yang belum terpenuhi',
    'Improvement of an indicator that falls short',
    false,
  ),
  'assessment.tie': limitRule(
    'Jeda sebelum seseorang boleh menilai pemerintahan tempat ia pernah menjabat',
    'Time before one may assess a government one has held office in',
    false,
  ),
  ...AGREEMENT_PARAMETER_RULES,
  ...CASE_PARAMETER_RULES,
  'calendar.joint-leave': {
    label: { id: 'Cuti bersama bukan hari kerja', en: 'Joint leave is not a working day' },
    units: ['yes-no'],
    perRuleSet: false,
  },
} as const satisfies Record<string, RuleKind>;

export type ParameterRule = keyof typeof PARAMETER_RULES;

export function isParameterRule(text: string): text is ParameterRule {
  return Object.hasOwn(PARAMETER_RULES, text);
}

/**
 * The row that applies on a day: of the rows covering it the one with the latest `from`; on the same `from` an administrator's
 * before a shipped one, then the one entered last (`rows` are in order of entry).
 */
export function rowOn(rows: readonly Parameter[], day: string): Parameter | undefined {
  let best: Parameter | undefined;
  for (const row of rows) {
    if (row.from > day || (row.until !== null && row.until <= day)) continue;
    if (
      !best ||
      row.from > best.from ||
      (row.from === best.from && !(best.origin === 'administrator' && row.origin === 'shipped'))
    )
      best = row;
  }
  return best;
}

/** Everything a row says beside its key and its origin, to tell whether two rows say the same. */
export function contentOf({ value, unit, basis, until, confirmed, note }: Parameter): string {
  const on = 'regulation' in basis ? [basis.regulation, basis.place] : 'decision' in basis ? [basis.decision] : [basis.document];
  return JSON.stringify([value, unit, Object.keys(basis).sort(), on, until, confirmed, note?.id, note?.en]);
}

/** A parameter in days or hours as a limit for `dueMoment`. Throws for one that counts times or answers yes or no. */
export function asLimit(parameter: Parameter): Limit {
  const { unit, value } = parameter;
  if (unit !== 'hk' && unit !== 'day' && unit !== 'hour') throw new TypeError(`${parameter.rule} is no time limit`);
  return { value, unit };
}

/** Ten years, a year, a year of hours: what is longer was mistyped. */
const MOST: Readonly<Record<Exclude<Unit, 'yes-no'>, number>> = {
  day: 3650,
  hk: 366,
  hour: 8760,
  year: 30,
  percent: 100,
  times: 366,
};

/** Whether a number with this unit makes sense for a rule. */
export function isPlausible(rule: ParameterRule, value: number, unit: Unit): boolean {
  if (!(PARAMETER_RULES[rule].units as readonly Unit[]).includes(unit)) return false;
  if (unit === 'yes-no') return value === 0 || value === 1;
  return Number.isInteger(value) && value >= 1 && value <= MOST[unit];
}
