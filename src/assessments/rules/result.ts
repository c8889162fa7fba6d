import type { Label } from '../../kernel/language.ts';
import type { AgencyTally } from './answers.ts';
import type { Band, Instrument, ZoneCode } from './instrument.ts';
import { decimalText, exactText, type Rational } from './rational.ts';
import { type AgencyScore, type Node, qualifierNode, type UnitScore } from './score.ts';
import { type Verdict, verdictOfAgency, verdictOfUnit } from './verdict.ts';

/** One dimension, variable or indicator of a result; `score` is exact text, `null` where nothing applies or is answered. */
export interface ResultNode {
  readonly level: 'dimension' | 'variable' | 'indicator';
  readonly code: string;
  readonly score: string | null;
  readonly answered: number;
}

/**
 * A result as it is kept, published and recomputed: one line for the agency (`unitNo` 0) and one for each unit. Whoever has the
 * instrument version and the tallies gets the same lines, to the letter.
 */
export interface ResultLine {
  readonly unitNo: number;
  readonly exact: string | null;
  /** Two decimals, half-up. */
  readonly score: string | null;
  readonly category: string | null;
  readonly zone: ZoneCode | null;
  /** With what the qualifier adds. */
  readonly label: Label | null;
  readonly complete: boolean;
  /** In the order of the instrument; what lies below a node follows it. */
  readonly nodes: readonly ResultNode[];
}

/** The lines of a score, the agency's first. */
export function resultLines(instrument: Instrument, counted: AgencyTally, scored: AgencyScore): readonly ResultLine[] {
  const beside = qualifierNode(instrument, counted);
  const own = beside ? [...scored.dimensions, beside] : scored.dimensions;
  return [
    line(0, scored.score, verdictOfAgency(instrument, scored), scored.complete, own),
    ...scored.units.map((unit) => unitLine(instrument, unit)),
  ];
}

function unitLine(instrument: Instrument, unit: UnitScore): ResultLine {
  const complete = unit.missing.length === 0 && unit.score !== null;
  return line(Number(unit.unit), unit.score, verdictOfUnit(instrument, unit.score), complete, unit.dimensions);
}

function line(
  unitNo: number,
  score: Rational | null,
  verdict: Verdict | null,
  complete: boolean,
  nodes: readonly Node[],
): ResultLine {
  return {
    unitNo,
    exact: score === null ? null : exactText(score),
    score: score === null ? null : decimalText(score),
    ...bandColumns(verdict?.band ?? null),
    label: verdict?.label ?? null,
    complete,
    nodes: flat(nodes),
  };
}

function bandColumns(band: Band | null): Pick<ResultLine, 'category' | 'zone'> {
  return { category: band?.category ?? null, zone: band?.zone ?? null };
}

const LEVELS = ['dimension', 'variable', 'indicator'] as const;

function flat(nodes: readonly Node[], depth = 0): ResultNode[] {
  return nodes.flatMap((node) => [
    {
      level: LEVELS[depth] as ResultNode['level'],
      code: node.code,
      score: node.score === null ? null : exactText(node.score),
      answered: node.answered,
    },
    ...flat(node.below, depth + 1),
  ]);
}
