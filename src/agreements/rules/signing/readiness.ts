/**
 * Whether an agreement can be settled and signed: a list computed from the data, each point with what to do. Blocking points must be met; the others are said
 * and left to the parties. Pure.
 */
import { type Day, Temporal } from '../../../kernel/time.ts';
import { type Agreement, withoutFocalPoint } from '../agreement.ts';
import { missingFacts } from '../draft.ts';
import { agreementKind } from '../kinds.ts';
import { type Field, fillText } from './fields.ts';
import type { TextSection } from './text.ts';

export const READINESS_POINTS = [
  'parties',
  'programmes',
  'text',
  'fields',
  'signatories',
  'comments',
  'lines',
  'speakers',
  'term',
  'end',
  'focal-points',
  'numbers',
  'consent',
] as const;
export type ReadinessCode = (typeof READINESS_POINTS)[number];

export interface ReadinessPoint {
  readonly code: ReadinessCode;
  readonly isMet: boolean;
  /** Nothing is settled or signed while it is open. */
  readonly isBlocking: boolean;
  /** What is concerned, in words: names of parties, headings, fields. */
  readonly about: readonly string[];
}

export interface ReadinessFacts {
  /** The text as it stands; `null` = nobody has begun one. */
  readonly sections: readonly TextSection[] | null;
  readonly values: Readonly<Record<Field, string | null>>;
  readonly openComments: number;
  readonly lines: number;
  /** Who would report or confirm lines, and nobody in the application does it for. */
  readonly voiceless: readonly string[];
  /** Parties that have said they agree with this very version. */
  readonly consents: readonly string[];
  readonly today: Day;
  /** Focal points whose person has left the office, by id. */
  readonly departed: ReadonlySet<string>;
}

/** Fields whose absence the text bears: they are dots to be written in by hand, or belong to points of their own. */
const MAY_BE_MISSING: readonly Field[] = ['nomor', 'narahubung'];

export function readinessPoints(agreement: Agreement, facts: ReadinessFacts): readonly ReadinessPoint[] {
  const kind = agreementKind(agreement.kind);
  const flaws = missingFacts(agreement).map(({ field }) => field);
  const sections = facts.sections ?? [];
  const empty = sections.filter(({ body }) => body.trim() === '').map(({ heading }) => heading);
  const filled = sections.map(({ heading, body }) => fillText(`${heading}\n${body}`, facts.values));
  const unfilled = filled.flatMap(({ missing }) => missing).filter((field) => !MAY_BE_MISSING.includes(field));
  const unknown = filled.flatMap((one) => one.unknown);
  const withoutSigner = agreement.parties.filter(
    ({ id }) => !agreement.signatories.some(({ partyId, capacity }) => partyId === id && capacity === 'signs'),
  );
  const isOver = agreement.inForceUntil !== null && Temporal.PlainDate.compare(agreement.inForceUntil, facts.today) < 0;
  // A plan of a calendar year is nothing without lines; what is agreed for years may get them later.
  const needsLines = kind.hasLines && kind.usualMonths === null;
  const missingConsent = agreement.parties.filter(({ id, side }) => side !== 'other' && !facts.consents.includes(id));
  const point = (code: ReadinessCode, isMet: boolean, isBlocking: boolean, about: readonly string[] = []): ReadinessPoint => ({
    ...{ code, isMet, isBlocking },
    about: isMet ? [] : [...new Set(about)],
  });
  const names = (parties: readonly { readonly name: string }[]) => parties.map(({ name }) => name);
  return [
    point('parties', !flaws.includes('parties'), true),
    ...(kind.manyHands ? [] : [point('programmes', !flaws.includes('programmes'), true)]),
    point('text', facts.sections !== null && empty.length === 0, true, empty),
    point(
      'fields',
      unfilled.length + unknown.length === 0,
      true,
      [...unfilled, ...unknown].map((word) => `{${word}}`),
    ),
    point('signatories', agreement.parties.length > 0 && withoutSigner.length === 0, true, names(withoutSigner)),
    point('comments', facts.openComments === 0, true),
    ...(kind.hasLines
      ? [point('lines', facts.lines > 0, needsLines), point('speakers', facts.voiceless.length === 0, false, facts.voiceless)]
      : []),
    ...(agreement.inForceUntil === null ? [point('end', false, false)] : [point('term', !isOver, true)]),
    point(
      'focal-points',
      withoutFocalPoint(agreement, facts.today, facts.departed).length === 0,
      false,
      names(withoutFocalPoint(agreement, facts.today, facts.departed)),
    ),
    point(
      'numbers',
      agreement.parties.every(({ ownNumber }) => ownNumber !== ''),
      false,
      names(agreement.parties.filter(({ ownNumber }) => ownNumber === '')),
    ),
    ...(kind.manyHands ? [] : [point('consent', missingConsent.length === 0, false, names(missingConsent))]),
  ];
}

/** No blocking point is open. */
export function isReadyToSign(points: readonly ReadinessPoint[]): boolean {
  return points.every(({ isMet, isBlocking }) => isMet || !isBlocking);
}
