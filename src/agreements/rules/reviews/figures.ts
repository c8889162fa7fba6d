/**
 * The figures of a set of lines, each defined once as a question to a line: the count and the list behind it cannot come apart. Shares are shown with
 * both numbers. Pure.
 */
import type { Label } from '../../../kernel/language.ts';
import type { LineSnapshot } from './snapshot.ts';

interface FigureKind {
  readonly label: Label;
  readonly holds: (line: LineSnapshot, asOf: string) => boolean;
}

const isOpen = ({ state }: LineSnapshot) => state === 'planned' || state === 'running' || state === 'reported';

export const FIGURES = {
  lines: { label: { id: 'Baris rencana', en: 'Lines' }, holds: ({ state }) => state !== 'dropped' },
  done: {
    label: { id: 'Selesai, target tercapai dan dikonfirmasi', en: 'Done: target reached and confirmed' },
    holds: ({ state, cause }) => state === 'done' && cause !== 'ended-short',
  },
  short: { label: { id: 'Diakhiri di bawah target', en: 'Ended below target' }, holds: ({ cause }) => cause === 'ended-short' },
  green: { label: { id: 'Hijau', en: 'Green' }, holds: ({ light }) => light === 'green' },
  yellow: { label: { id: 'Kuning', en: 'Yellow' }, holds: ({ light }) => light === 'yellow' },
  red: { label: { id: 'Merah', en: 'Red' }, holds: ({ light }) => light === 'red' },
  'past-due': {
    label: { id: 'Lewat tenggat, belum selesai', en: 'Past due and not done' },
    holds: (line, asOf) => isOpen(line) && line.dueOn < asOf,
  },
  'to-confirm': {
    label: { id: 'Menunggu konfirmasi pihak lain', en: 'Waiting to be confirmed by the other side' },
    holds: (line) => line.awaits,
  },
  'not-done': { label: { id: 'Tidak terlaksana', en: 'Not carried out' }, holds: ({ state }) => state === 'not-done' },
  shifted: { label: { id: 'Tenggat pernah digeser', en: 'Due day moved' }, holds: ({ shifts }) => shifts.length > 0 },
  'no-evidence': {
    label: { id: 'Tanpa bukti dukung', en: 'Without evidence' },
    holds: ({ evidence, state }) => state !== 'dropped' && evidence === 0,
  },
  silent: {
    label: { id: 'Belum pernah dilaporkan', en: 'Never reported on' },
    holds: (line) => isOpen(line) && line.reports === 0,
  },
  dropped: { label: { id: 'Dibatalkan', en: 'Dropped' }, holds: ({ state }) => state === 'dropped' },
} as const satisfies Record<string, FigureKind>;

export type Figure = keyof typeof FIGURES;
export const FIGURE_KEYS = Object.keys(FIGURES) as Figure[];

export function isFigure(text: string): text is Figure {
  return Object.hasOwn(FIGURES, text);
}

/** The lines a figure counts, in their order. @param programme '' = all of them */
export function linesBehind(
  lines: readonly LineSnapshot[],
  figure: Figure,
  asOf: string,
  programme = '',
): readonly LineSnapshot[] {
  const { holds }: FigureKind = FIGURES[figure];
  return lines.filter((line) => (programme === '' || line.programme === programme) && holds(line, asOf));
}

export type FigureCounts = Readonly<Record<Figure, number>>;

export function countsOf(lines: readonly LineSnapshot[], asOf: string, programme = ''): FigureCounts {
  return Object.fromEntries(
    FIGURE_KEYS.map((figure) => [figure, linesBehind(lines, figure, asOf, programme).length]),
  ) as FigureCounts;
}

/** Done of all that were not dropped, in whole percent, rounded down; `null` = there are none. */
export function shareDone(counts: FigureCounts): number | null {
  return counts.lines === 0 ? null : Math.floor((counts.done * 100) / counts.lines);
}
