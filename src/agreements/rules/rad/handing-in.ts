/** Whether a plan can be handed in: what a reviewer would send it back for at once. Pure. */
import type { Agreement } from '../agreement.ts';
import { FACTORS, type Factor } from '../kinds.ts';
import type { Line } from '../line.ts';
import type { AgreementRefusal } from '../refusals.ts';

export const GAP_LIMIT = 1000;
export const NOTE_LIMIT = 2000;

export const FACTOR_CODES = Object.keys(FACTORS) as readonly Factor[];

type PlanLine = Pick<Line, 'factor' | 'state' | 'ordinal' | 'indicator' | 'targets' | 'evidenceAsked' | 'owner'>;

/** Factors that no line serves. */
export function factorsWithoutLine(lines: readonly PlanLine[]): readonly Factor[] {
  const served = new Set(lines.filter(({ state }) => state !== 'dropped').map(({ factor }) => factor));
  return FACTOR_CODES.filter((factor) => !served.has(factor));
}

/** Years of a plan in which no line is carried out: a template brings lines of the first year alone. Asked for in review; a hint, no hindrance. */
export function yearsWithoutLine(
  lines: readonly Pick<Line, 'state' | 'startsOn' | 'dueOn'>[],
  { yearFrom, yearUntil }: Pick<Agreement, 'yearFrom' | 'yearUntil'>,
): readonly number[] {
  const kept = lines.filter(({ state }) => state !== 'dropped');
  if (yearFrom === null || kept.length === 0) return [];
  return Array.from({ length: (yearUntil ?? yearFrom) - yearFrom + 1 }, (_, index) => yearFrom + index).filter(
    (year) => !kept.some(({ startsOn, dueOn }) => startsOn.year <= year && year <= dueOn.year),
  );
}

export interface PlanFlaw {
  /** `lines`, or `gap-FACTOR`. */
  readonly field: string;
  readonly code: AgreementRefusal;
}

/** What stands in the way of handing it in, all at once; empty = nothing. */
export function planFlaws(lines: readonly PlanLine[], gaps: Readonly<Partial<Record<Factor, string>>>): readonly PlanFlaw[] {
  const kept = lines.filter(({ state }) => state !== 'dropped');
  if (kept.length === 0) return [{ field: 'lines', code: 'agreement.rad-no-lines' }];
  return factorsWithoutLine(kept).flatMap((factor): PlanFlaw[] => {
    const why = gaps[factor]?.trim() ?? '';
    if (why === '') return [{ field: `gap-${factor}`, code: 'agreement.rad-gap' }];
    return why.length > GAP_LIMIT ? [{ field: `gap-${factor}`, code: 'agreement.text-too-long' }] : [];
  });
}

/** What a reviewer will ask for; a hint, no hindrance. */
export interface PlanHint {
  readonly ordinal: number;
  readonly lacks: readonly ('indicator' | 'target' | 'evidence' | 'responsible')[];
}

export function planHints(lines: readonly PlanLine[]): readonly PlanHint[] {
  return lines
    .filter(({ state }) => state !== 'dropped')
    .map((line) => ({
      ordinal: line.ordinal,
      lacks: [
        ...(line.indicator === '' ? (['indicator'] as const) : []),
        ...(line.targets.every((target) => target === null) ? (['target'] as const) : []),
        ...(line.evidenceAsked === '' ? (['evidence'] as const) : []),
        ...(line.owner.position === '' ? (['responsible'] as const) : []),
      ],
    }))
    .filter(({ lacks }) => lacks.length > 0);
}
