/** The rules of agreements that carry a number. Their default rows: `data/agreement-parameters.ts`. */
import type { RuleKind } from './parameters.ts';

function days(id: string, en: string): RuleKind {
  return { label: { id, en }, units: ['day', 'hk'], perRuleSet: false };
}

function percent(id: string, en: string): RuleKind {
  return { label: { id, en }, units: ['percent'], perRuleSet: false };
}

export const AGREEMENT_PARAMETER_RULES = {
  'agreement.lapse-first': days('Peringatan pertama sebelum kerja sama berakhir', 'First warning before an agreement lapses'),
  'agreement.lapse-second': days('Peringatan kedua sebelum kerja sama berakhir', 'Second warning before an agreement lapses'),
  'agreement.line-first': days(
    'Pengingat pertama sebelum tenggat baris rencana',
    'First reminder before a line of a plan is due',
  ),
  'agreement.line-second': days(
    'Pengingat kedua sebelum tenggat baris rencana',
    'Second reminder before a line of a plan is due',
  ),
  'agreement.line-escalate': days(
    'Eskalasi setelah tenggat baris rencana lewat',
    'Escalation after a line of a plan is past due',
  ),
  'agreement.sign-reminder': days('Pengingat kepada yang belum menandatangani', 'Reminder to whoever has not signed'),
  'agreement.confirm-reminder': days('Pengingat mengonfirmasi kemajuan yang dilaporkan', 'Reminder to confirm reported progress'),
  'agreement.progress-stale': days(
    'Baris berjalan tanpa laporan kemajuan paling lama',
    'Longest time under way without a report of progress',
  ),
  'agreement.light-green': percent(
    'Target jatuh tempo yang harus dikonfirmasi untuk hijau',
    'Share of what is due that must be confirmed for green',
  ),
  'agreement.light-yellow': percent(
    'Target jatuh tempo yang harus dilaporkan untuk kuning',
    'Share of what is due that must be reported for yellow',
  ),
} as const satisfies Record<`agreement.${string}`, RuleKind>;
