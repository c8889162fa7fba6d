/** The figures as tiles: each a number, how many of the rows behind it anyone may read, and the filter of the list that shows those. */
import type { ComplaintStatus, Figures, Outcome } from '../../complaints/index.ts';

export type TileName = 'total' | 'open' | 'overdue' | Outcome | 'archived';

export interface Tile {
  readonly name: TileName;
  readonly value: number;
  readonly readable: number;
  readonly query: readonly (readonly [string, string])[];
}

/** Received and not yet ended. */
export const OPEN_STATUSES: readonly ComplaintStatus[] = [
  'received',
  'on-hold',
  'forwarded',
  'returned',
  'in-progress',
  'awaiting-complainant',
];

const OUTCOMES: readonly Outcome[] = ['confirmed', 'silence', 'unreachable'];

export function tilesOf(figures: Figures): Tile[] {
  const open = (counts: Figures['byStatus']) => OPEN_STATUSES.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
  return [
    { name: 'total', value: figures.total, readable: figures.released, query: [] },
    {
      name: 'open',
      value: open(figures.byStatus),
      readable: open(figures.readable.byStatus),
      query: OPEN_STATUSES.map((status) => ['status', status] as const),
    },
    { name: 'overdue', value: figures.overdue, readable: figures.readable.overdue, query: [['late', 'yes']] },
    ...OUTCOMES.map((outcome) => ({
      name: outcome,
      value: figures.byOutcome[outcome] ?? 0,
      readable: figures.readable.byOutcome[outcome] ?? 0,
      query: [['outcome', outcome] as const],
    })),
    {
      name: 'archived',
      value: figures.byStatus.archived ?? 0,
      readable: figures.readable.byStatus.archived ?? 0,
      query: [['status', 'archived']],
    },
  ];
}
