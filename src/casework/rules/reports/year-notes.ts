/** Catatan akhir tahun of an office: figures, words under each heading, appreciation; approved by the head, published or kept. Pure. */
import type { Label } from '../../../kernel/language.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';

export const YEAR_NOTES_STATES = ['draft', 'approved', 'published', 'kept'] as const;
export type YearNotesState = (typeof YEAR_NOTES_STATES)[number];

export type YearNotesAction = 'write' | 'approve' | 'publish' | 'keep' | 'withdraw';

export const YEAR_NOTES_TRANSITIONS: readonly {
  readonly from: YearNotesState;
  readonly action: YearNotesAction;
  readonly to: YearNotesState;
  /** `officer` = whoever works on cases at the office; `head` = `case.decide` there or above. */
  readonly by: 'officer' | 'head';
}[] = [
  { from: 'draft', action: 'write', to: 'draft', by: 'officer' },
  { from: 'draft', action: 'approve', to: 'approved', by: 'head' },
  { from: 'approved', action: 'publish', to: 'published', by: 'head' },
  { from: 'approved', action: 'keep', to: 'kept', by: 'head' },
  { from: 'kept', action: 'publish', to: 'published', by: 'head' },
  { from: 'approved', action: 'withdraw', to: 'draft', by: 'head' },
];

export const YEAR_NOTES_LABELS: Readonly<Record<YearNotesState, Label>> = {
  draft: { id: 'Konsep', en: 'Draft' },
  approved: { id: 'Disetujui kepala kantor', en: 'Approved by the head' },
  published: { id: 'Terbit', en: 'Published' },
  kept: { id: 'Disimpan untuk kantor', en: 'Kept for the office' },
};

export const NOTE_HEADINGS = ['opening', 'cases', 'findings', 'prevention', 'obstacles', 'thanks', 'next-year'] as const;
export type NoteHeading = (typeof NOTE_HEADINGS)[number];

export const NOTE_HEADING_LABELS: Readonly<Record<NoteHeading, Label>> = {
  opening: { id: 'Pengantar', en: 'Opening' },
  cases: { id: 'Laporan masyarakat sepanjang tahun', en: 'Reports of the year' },
  findings: { id: 'Temuan dan tindakan korektif yang penting', en: 'Important findings and corrective actions' },
  prevention: { id: 'Pencegahan dan kajian', en: 'Prevention and reviews' },
  obstacles: { id: 'Hambatan', en: 'Obstacles' },
  thanks: { id: 'Apresiasi', en: 'Appreciation' },
  'next-year': { id: 'Rencana tahun depan', en: 'Plans for the next year' },
};

export interface YearNotes {
  readonly officeId: string;
  readonly year: number;
  readonly state: YearNotesState;
  readonly version: number;
}

export type YearNotesRefusal =
  | 'case.year-notes-not-now'
  | 'case.year-notes-not-yours'
  | 'case.year-notes-year-running'
  | 'case.year-notes-empty'
  | 'case.moved-on'
  | 'case.text-too-long';

/** Under each heading, in characters. */
export const LONGEST_NOTE = 10_000;
/** Names on the list for appreciation. */
export const MOST_APPRECIATIONS = 30;

export interface NotesActor {
  readonly isOfficer: boolean;
  readonly isHead: boolean;
}

export function mayMove({ state }: Pick<YearNotes, 'state'>, action: YearNotesAction, actor: NotesActor): boolean {
  return YEAR_NOTES_TRANSITIONS.some(
    (line) =>
      line.from === state && line.action === action && (line.by === 'head' ? actor.isHead : actor.isOfficer || actor.isHead),
  );
}

export function moveNotes(
  notes: YearNotes,
  actor: NotesActor,
  given: { readonly action: YearNotesAction; readonly version: number; readonly isYearOver: boolean; readonly hasText: boolean },
): Result<YearNotes, YearNotesRefusal> {
  if (notes.version !== given.version) return refuse('case.moved-on');
  const line = YEAR_NOTES_TRANSITIONS.find((each) => each.from === notes.state && each.action === given.action);
  if (!line) return refuse('case.year-notes-not-now');
  if (!mayMove(notes, given.action, actor)) return refuse('case.year-notes-not-yours');
  // Approving freezes the figures: those of a year that is not over would be wrong for ever.
  if (given.action === 'approve' && !given.isYearOver) return refuse('case.year-notes-year-running');
  if (given.action === 'approve' && !given.hasText) return refuse('case.year-notes-empty');
  return ok({ ...notes, state: line.to, version: notes.version + 1 });
}
