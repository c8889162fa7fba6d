import type { Label, Language } from '../../../kernel/language.ts';
import { dayOf, type Moment } from '../../../kernel/time.ts';
import { type Basis, cite } from '../../../law/index.ts';
import { categoryText, zoneText } from '../band-words.ts';
import { bandOf, bandsFor } from '../bands.ts';
import type { Instrument, Standing } from '../instrument.ts';
import { rational } from '../rational.ts';
import type { ResultLine } from '../result.ts';
import type { CertificateContent } from './certificate.ts';
import { type CertificateTemplate, filled } from './template.ts';

export interface ContentOrder {
  readonly number: string;
  readonly year: number;
  readonly agency: { readonly id: string; readonly code: string; readonly name: string };
  /** The agency's line of the published result. */
  readonly line: ResultLine;
  readonly resultVersion: number;
  readonly instrument: Instrument;
  readonly template: CertificateTemplate;
  readonly at: Moment;
  readonly isExample: boolean;
  readonly address: string;
}

/**
 * What a certificate says.
 *
 * @returns `undefined` when the result has no score to certify
 */
export function contentOf(order: ContentOrder): CertificateContent | undefined {
  const { line, instrument, template, year, agency } = order;
  if (line.score === null || line.category === null || line.label === null) return undefined;
  const band = bandOf(bandsFor(instrument, 'agency'), rational(line.score));
  const words = { agency: agency.name, year };
  return {
    number: order.number,
    year,
    agency,
    result: {
      version: order.resultVersion,
      score: line.score,
      category: line.category,
      zone: line.zone,
      shade: band.shade,
      zoneText: zoneText(band),
      categoryText: categoryText(band),
      label: line.label,
    },
    template: { year: template.year, category: template.category, version: template.version, isConfirmed: template.isConfirmed },
    title: filled(template.title, words),
    given: filled(template.given, words),
    for: filled(template.for, words),
    place: template.place,
    signatory: template.signatory,
    instrument: { id: instrument.id, version: instrument.version, title: instrument.title },
    basis: distinct(instrument.basis).map(cite),
    defaults: {
      band: band.standing.confirmed ? null : reasonOf(band.standing),
      count: countDefaults(instrument),
    },
    issuedOn: dayOf(order.at, 'Asia/Jakarta').toString(),
    issuedAt: order.at.toString(),
    isExample: order.isExample,
    address: order.address,
  };
}

/** Why a band is a default: what is not known, and what it rests on. The mark itself is printed before it. */
function reasonOf({ note, basis }: Standing): Label {
  const text = (language: Language) => [note?.[language], basis && `(${cite(basis)[language]})`].filter(Boolean).join(' ');
  return { id: text('id'), en: text('en') };
}

const distinct = (bases: readonly Basis[]): readonly Basis[] => [
  ...new Map(bases.map((basis) => [JSON.stringify(basis), basis])).values(),
];

/** How many numbers of an instrument are defaults that no source confirms: every place that carries a standing counts once. */
export function countDefaults(part: unknown): number {
  if (Array.isArray(part)) return part.reduce((sum: number, one) => sum + countDefaults(one), 0);
  if (typeof part !== 'object' || part === null) return 0;
  const own = 'confirmed' in part && part.confirmed === false ? 1 : 0;
  return Object.values(part).reduce((sum: number, one) => sum + countDefaults(one), own);
}
