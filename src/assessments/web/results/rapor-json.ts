/** The report card for programs: the same content, with codes beside the words. */

import type { Band } from '../../rules/instrument.ts';
import { exactText, rational } from '../../rules/rational.ts';
import type { ReportCard } from '../../rules/report-card.ts';
import { scoreText } from '../../rules/score-text.ts';

export function reportCardJson(card: ReportCard, baseUrl: string) {
  const path = `${baseUrl}/assessments/${card.round.code}/${card.agency.code}`;
  return {
    agency: { code: card.agency.code, name: card.agency.name, kind: card.agency.kind },
    round: { code: card.round.code, title: card.round.title, year: card.round.year, example: card.round.isExample },
    instrument: {
      id: card.instrument.id,
      version: card.instrument.version,
      title: card.instrument.title,
      url: `${baseUrl}/instruments/${card.instrument.id}/${card.instrument.version}`,
    },
    score: card.overall.score,
    ...bandJson(card.overall.band),
    qualifier: card.overall.adds,
    dimensions: card.dimensions.map(({ code, name, weight, role, score }) => ({ code, name, weight, role, ...scoreJson(score) })),
    units: card.units.map((unit) => ({
      unit: unit.no,
      agency: unit.agencyCode,
      name: unit.name,
      locus: unit.locus,
      ...scoreJson(unit.score),
      ...(unit.band ? bandJson(unit.band) : { zone: null, category: null, label: null }),
      dimensions: unit.dimensions.map(({ code, score }) => ({ code, ...scoreJson(score) })),
      shortfalls: unit.shortfalls.map((one) => ({
        indicator: one.indicator.code,
        name: one.indicator.name,
        ...scoreJson(one.score),
        below: one.below,
        why: one.why,
        improvement: one.indicator.improvement,
        item: one.item && { id: one.item.id, state: one.item.state, dueOn: one.item.dueOn.toString() },
      })),
    })),
    strengths: card.strengths.map((one) => ({
      indicator: one.indicator.code,
      name: one.indicator.name,
      units: one.units,
      everywhere: one.everywhere,
    })),
    otherYears: card.change.map((one) => ({
      year: one.year,
      ...scoreJson(one.score),
      ...(one.band ? bandJson(one.band) : { zone: one.zone, category: one.category, label: null }),
      method: one.method,
      sameMethod: one.sameMethod,
      round: one.roundCode,
      source: one.source,
      disputed: one.disputed,
    })),
    peers: card.peers,
    agreement: card.agreement,
    selfAssessment: card.self,
    basis: card.instrument.basis,
    notConfirmed: card.defaults.map(({ about, standing }) => ({ about, note: standing.note, basis: standing.basis })),
    publications: card.history.map((one) => ({
      version: one.version,
      publishedAt: one.publishedAt.toString(),
      reason: one.reason,
      decree: one.decree,
      rawSha256: one.rawSha256,
    })),
    links: { page: path, pdf: `${path}.pdf`, raw: `${path}/raw.json` },
  };
}

function scoreJson(score: string | null) {
  return score === null ? { score: null, exact: null } : { score: scoreText(score, 'en'), exact: exactText(rational(score)) };
}

function bandJson(band: Band) {
  return { zone: band.zone, category: band.category, label: band.label };
}
