/** Sentences of a report card that page and PDF share. */
import { AGENCY_KINDS, type AgencyKind } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { cite } from '../../../law/index.ts';
import type { Standing } from '../../rules/peers.ts';
import { decimalText, rational } from '../../rules/rational.ts';
import type { ReportCard, Strength } from '../../rules/report-card.ts';
import { scoreText } from '../../rules/score-text.ts';
import type { ResultWords } from './words.ts';

export function kindText(kind: string, language: Language): string {
  return Object.hasOwn(AGENCY_KINDS, kind) ? AGENCY_KINDS[kind as AgencyKind][language] : kind;
}

/** `Naik 3,20 dari 2023.`; `undefined` when there is no earlier result of the same method that nobody disputes. */
export function changeText(card: ReportCard, language: Language, words: ResultWords): string {
  const before = card.change.find((one) => one.sameMethod && !one.disputed && one.score !== null && one.year < card.round.year);
  if (!before?.score) return card.change.length === 0 ? words.rapor.changeNone : words.rapor.changeNoneAlike;
  const difference = rational(card.overall.score).sub(rational(before.score));
  if (difference.equals(0)) return words.rapor.same(before.year);
  const points = scoreText(decimalText(difference.abs()), language);
  return difference.s > 0n ? words.rapor.up(points, before.year) : words.rapor.down(points, before.year);
}

/** One or two sentences for each group: rank, ties, best and median, and that a group is small. */
export function peerTexts(card: ReportCard, language: Language, words: ResultWords): readonly string[] {
  const { rapor } = words;
  const kind = kindText(card.agency.kind, language);
  const tell = (standing: Standing | null, group: string) => {
    if (!standing) return [];
    const tied = standing.tied > 0 ? ` (${rapor.tied(standing.tied)})` : '';
    const numbers = rapor.bestMedian(scoreText(standing.best, language), scoreText(standing.median, language));
    const small = standing.isSmall ? ` ${rapor.small}` : '';
    return [`${rapor.rank(standing.rank, standing.of, group)}${tied}. ${numbers}${small}`];
  };
  return [...tell(card.peers.kind, rapor.ofKind(kind)), ...tell(card.peers.province, rapor.inProvince(kind))];
}

export function strengthText(strength: Strength, language: Language, words: ResultWords): string {
  const where = strength.everywhere ? words.rapor.everywhere : words.rapor.inUnits(strength.units.length, strength.of);
  return `${strength.indicator.name[language]}: ${where}`;
}

/** `0,82`, or that there is none. */
export function kappaText(kappa: number | null, language: Language, words: ResultWords): string {
  if (kappa === null) return words.rapor.kappaNone;
  const text = kappa.toFixed(2).replace('-', '−');
  return language === 'id' ? text.replace('.', ',') : text;
}

export function percentText(percent: number, language: Language): string {
  const text = percent.toFixed(1);
  return language === 'id' ? text.replace('.', ',') : text;
}

export function basisTexts(card: ReportCard, language: Language): readonly string[] {
  return card.instrument.basis.map((basis) => cite(basis)[language]);
}

export function shortfallCount(card: ReportCard): number {
  return card.units.reduce((total, unit) => total + unit.shortfalls.length, 0);
}
