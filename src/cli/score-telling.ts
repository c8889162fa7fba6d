import { bandText, zoneText } from '../assessments/rules/band-words.ts';
import type { Instrument } from '../assessments/rules/instrument.ts';
import { decimalText, exactText, type Rational } from '../assessments/rules/rational.ts';
import type { AgencyScore, Node } from '../assessments/rules/score.ts';
import { scoreText } from '../assessments/rules/score-text.ts';
import { standingText } from '../assessments/rules/standing-words.ts';
import { type Verdict, verdictOfAgency, verdictOfUnit } from '../assessments/rules/verdict.ts';
import { placesByCode } from '../assessments/rules/walk.ts';
import type { Label, Language } from '../kernel/language.ts';

/** A score as JSON: with two decimals as it is shown, and exact (`467/6`), so that it can be compared with another computation. */
function shown(score: Rational | null) {
  return { score: score && Number(decimalText(score)), exact: score && exactText(score) };
}

function verdictJson(verdict: Verdict | null) {
  return {
    zone: verdict?.band.zone ?? null,
    zoneText: verdict ? (zoneText(verdict.band)?.id ?? null) : null,
    category: verdict?.band.category ?? null,
    label: verdict?.label.id ?? null,
    labelEn: verdict?.label.en ?? null,
    confirmed: verdict?.band.standing.confirmed ?? null,
  };
}

function nodeJson(node: Node): object {
  return {
    code: node.code,
    weight: node.weight,
    ...shown(node.score),
    answered: node.answered,
    ...(node.below.length > 0 ? { below: node.below.map(nodeJson) } : {}),
  };
}

/** What `--json` prints; the shape is told in docs/assessment-answers.md. */
export function scoreJson(instrument: Instrument, scored: AgencyScore, language: Language): object {
  const verdict = verdictOfAgency(instrument, scored);
  return {
    instrument: instrument.id,
    version: instrument.version,
    title: instrument.title[language],
    agency: scored.agency,
    provisional: !scored.complete,
    ...shown(scored.score),
    ...verdictJson(verdict),
    basis: verdict && standingText(verdict.band.standing, language),
    dimensions: scored.dimensions.map(nodeJson),
    qualifier: scored.qualifier === undefined ? null : { dimension: instrument.qualifier?.dimension, ...shown(scored.qualifier) },
    missing: scored.missing,
    units: scored.units.map((unit) => ({
      unit: unit.unit,
      ...shown(unit.score),
      ...verdictJson(verdictOfUnit(instrument, unit.score)),
      dimensions: unit.dimensions.map(nodeJson),
      missing: unit.missing,
    })),
  };
}

/** The same for people, a line each. */
export function scoreLines(instrument: Instrument, scored: AgencyScore, language: Language): readonly string[] {
  const told = (score: Rational | null) => (score ? scoreText(score, language) : '–').padStart(6);
  const label = (verdict: Verdict | null) => (verdict ? bandText(verdict.band, verdict.adds)[language] : '');
  const provisional = language === 'id' ? ' (sementara)' : ' (provisional)';
  const name = new Map(instrument.dimensions.map((one) => [one.code, one.name[language]]));
  return [
    `${scored.agency} – ${instrument.title[language]}`,
    `${told(scored.score)}  ${label(verdictOfAgency(instrument, scored))}${scored.complete ? '' : provisional}`,
    '',
    ...scored.dimensions.map((node) => `${told(node.score)}  ${name.get(node.code)}`),
    '',
    ...scored.units.map((unit) => `${told(unit.score)}  ${unit.unit}  ${label(verdictOfUnit(instrument, unit.score))}`.trimEnd()),
  ];
}

/** Why a score is provisional: per unit the questions that nobody, or not every sheet, has answered. */
export function whatIsMissing(instrument: Instrument, scored: AgencyScore): readonly Label[] {
  const places = placesByCode(instrument);
  const names = (codes: readonly string[], language: Language) =>
    codes.map((code) => `${places.get(code)?.indicator.name[language]} (${code})`).join('; ');
  const line = (who: Label, codes: readonly string[]): Label[] =>
    codes.length === 0
      ? []
      : [{ id: `${who.id}: belum terjawab: ${names(codes, 'id')}.`, en: `${who.en}: not answered yet: ${names(codes, 'en')}.` }];
  const lines = [
    ...scored.units.flatMap(({ unit, missing }) => line({ id: unit, en: unit }, missing)),
    ...line({ id: scored.agency, en: scored.agency }, scored.missing),
  ];
  if (scored.units.length === 0) lines.push({ id: 'Belum ada unit.', en: 'There is no unit yet.' });
  const head = {
    id: 'Nilai ini sementara, karena jawaban belum lengkap:',
    en: 'This score is provisional, because answers are missing:',
  };
  return [head, ...lines];
}
