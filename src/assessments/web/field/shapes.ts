/**
 * What the field form is made of, as plain values: the ordinary pages are rendered from them, and the installable app takes them along.
 * So both ask the same. Texts come in both languages, because a device is prepared once.
 */
import type { Label } from '../../../kernel/language.ts';
import type { Rating } from '../../rules/assessment.ts';
import type { SheetKind } from '../../rules/instrument.ts';

export interface QuestionShape {
  readonly code: string;
  readonly name: Label;
  readonly question: Label;
  /** Empty when a number is typed. */
  readonly choices: readonly { readonly value: string; readonly label: Label }[];
  /** Of a typed number. */
  readonly unit: Label | null;
  readonly percent: boolean;
  readonly mayNotApply: boolean;
  readonly notes: boolean;
  readonly evidence: 'none' | 'optional' | 'required';
  /** The answer that says that nothing is there: a note of where one looked may stand for evidence then. */
  readonly worst: string | null;
}

export interface SectionShape {
  readonly title: Label;
  readonly within: Label;
  readonly questions: readonly QuestionShape[];
}

/** Sections of the form by kind of sheet. */
export type FormShape = Readonly<Partial<Record<SheetKind, readonly SectionShape[]>>>;

export interface AnswerShape {
  readonly indicator: string;
  /** As it is written in the form; `n/a` = does not apply. */
  readonly value: string;
  readonly note: string | null;
  readonly revision: number;
}

export interface EvidenceShape {
  readonly id: string;
  readonly indicator: string;
  readonly about: Label;
  readonly caption: string | null;
  readonly hasThumbnail: boolean;
}

/** What the office publishes about the thing asked, beside the question. */
export interface StandardLine {
  readonly indicator: string;
  readonly title: Label;
  /** Empty = the office has not stated it. */
  readonly lines: Readonly<Record<'id' | 'en', readonly string[]>>;
}

export interface ConflictShape {
  readonly id: string;
  readonly indicator: string;
  readonly device: SideShape | null;
  readonly server: SideShape | null;
  /** Of the answer on the server now; 0 = none. */
  readonly revision: number;
  readonly writtenAt: string | null;
  readonly receivedAt: string;
}

export interface SideShape {
  readonly value: string;
  readonly note: string | null;
}

export interface SheetShape {
  readonly sheetNo: number;
  readonly kind: SheetKind;
  readonly product: string | null;
  readonly mayNameProduct: boolean;
  readonly quota: Label | null;
  readonly quotaCode: string | null;
  readonly done: boolean;
  /** Codes of questions without answer, and of answers without the evidence they need. */
  readonly missing: { readonly answers: readonly string[]; readonly evidence: readonly string[]; readonly product: boolean };
  readonly answers: readonly AnswerShape[];
  readonly evidence: readonly EvidenceShape[];
  readonly conflicts: readonly ConflictShape[];
  readonly standard: readonly StandardLine[];
  /** Numbers that other parts of Tuntas have, by question: they count unless something else is answered. */
  readonly pushed: Readonly<Record<string, { readonly told: Label; readonly source: string; readonly rowsAt: string | null }>>;
}

export interface UnitShape {
  readonly assessmentId: string;
  readonly unitNo: number;
  readonly rating: Rating;
  readonly agency: string;
  readonly unit: string;
  readonly round: string;
  /** Last day, `2026-06-30`. */
  readonly until: string;
  /** Id and version of the instrument, by which its form is found. */
  readonly instrument: string;
  readonly sheets: readonly SheetShape[];
}
