import type { Label } from '../../kernel/language.ts';
import type { Basis } from '../rules/citation.ts';
import type { Parameter, ParameterRule, Unit } from '../rules/parameters.ts';

/** No regulation was found that sets them: house defaults of decision 0026, marked so wherever they are shown. */
const HOUSE: Basis = { decision: '0026' };
const HOUSE_NOTE: Label = {
  id: 'Ketetapan bawaan aplikasi; peraturan yang mengatur angka ini belum ditemukan.',
  en: 'A default of the application; no regulation that sets this number was found.',
};

const ROWS: readonly (readonly [rule: ParameterRule, value: number, unit: Unit])[] = [
  ['agreement.lapse-first', 180, 'day'],
  ['agreement.lapse-second', 90, 'day'],
  ['agreement.line-first', 14, 'day'],
  ['agreement.line-second', 3, 'day'],
  ['agreement.line-escalate', 7, 'day'],
  ['agreement.sign-reminder', 7, 'day'],
  ['agreement.confirm-reminder', 10, 'hk'],
  ['agreement.confirm-escalate', 20, 'hk'],
  ['agreement.progress-stale', 90, 'day'],
  ['agreement.review-after', 21, 'day'],
  ['agreement.review-call', 10, 'day'],
  ['agreement.review-reminder', 3, 'day'],
  ['agreement.session-reminder', 7, 'day'],
  ['agreement.session-record', 3, 'day'],
  ['agreement.minutes-reminder', 7, 'day'],
  ['agreement.evaluation-after', 60, 'day'],
  ['agreement.evaluation-words', 30, 'day'],
  ['agreement.evaluation-reminder', 7, 'day'],
  ['agreement.light-green', 90, 'percent'],
  ['agreement.light-yellow', 60, 'percent'],
  ['agreement.measure-least', 10, 'times'],
  ['agreement.rad-first', 14, 'day'],
  ['agreement.rad-second', 3, 'day'],
  ['agreement.rad-past', 7, 'day'],
  ['agreement.rad-answer', 10, 'hk'],
  ['agreement.rad-active', 30, 'day'],
  ['agreement.rad-weight-team', 15, 'percent'],
  ['agreement.rad-weight-account', 10, 'percent'],
  ['agreement.rad-weight-followed-up', 25, 'percent'],
  ['agreement.rad-weight-first', 20, 'percent'],
  ['agreement.rad-weight-answers', 20, 'percent'],
  ['agreement.rad-weight-plan', 10, 'percent'],
  ['agreement.rad-least-weight', 60, 'percent'],
  ['agreement.rad-follow-up-zero', 3, 'times'],
  ['agreement.rad-archived-counts', 0, 'yes-no'],
  ['agreement.rad-plan-accepted', 80, 'percent'],
  ['agreement.rad-plan-handed-in', 50, 'percent'],
];

/** Those of the evaluation have their own decision record. */
const basisOf = (rule: ParameterRule): Basis => (rule.startsWith('agreement.rad-') ? { decision: '0027' } : HOUSE);

export const SHIPPED_AGREEMENT_PARAMETERS: readonly Parameter[] = ROWS.map(([rule, value, unit]) => ({
  ...{ rule, value, unit, basis: basisOf(rule), from: '2019-01-01', until: null, confirmed: false, ruleSet: null },
  ...{ note: HOUSE_NOTE, origin: 'shipped' as const },
}));
