/**
 * Sections: the shared way of writing together. A document (an examination plan, an LHP, a review) is written section by section; whoever saves
 * says from which revision they wrote. Two who write at once lose nothing: the second one's text is kept beside the first one's and both are
 * shown, to be merged. Nothing is ever overwritten.
 */
import type { Moment } from '../../../kernel/time.ts';

/** What a section belongs to. */
export interface SectionSubject {
  readonly kind: 'case' | 'review';
  readonly id: string;
}

/** Which document of the subject, and which section of it (a code of the document, or the id of what the section is about). */
export interface SectionPlace {
  readonly document: string;
  readonly section: string;
}

export interface SectionRevision extends SectionPlace {
  /** From 1; counts also what was set aside. */
  readonly revision: number;
  /** What the writer had in front of them; 0 = nothing. */
  readonly baseRevision: number;
  readonly text: string;
  /** Sent while somebody else had saved another text: kept, not in force. */
  readonly isAside: boolean;
  /** A reference: `person:ID`. */
  readonly author: string;
  readonly at: Moment;
}

/** `saved`: in force now. `unchanged`: the same text, nothing written. `beside`: kept, but not in force: somebody else was faster. */
export type SectionVerdict = 'saved' | 'unchanged' | 'beside';

/**
 * What becomes of a text.
 *
 * @param current the revision in force, `undefined` before the first
 * @param baseRevision what the writer had in front of them, 0 = nothing
 */
export function judgeSection(
  current: Pick<SectionRevision, 'revision' | 'text'> | undefined,
  typed: { readonly text: string; readonly baseRevision: number },
): SectionVerdict {
  if (!current) return typed.text === '' ? 'unchanged' : 'saved';
  if (current.text === typed.text) return 'unchanged';
  return current.revision === typed.baseRevision ? 'saved' : 'beside';
}

/** A text as it is kept: line breaks as they are, no blanks at the ends of lines or of the text. */
export function tidyText(text: string): string {
  return text.replaceAll(/[^\S\n]+$/gm, '').trim();
}

/** Texts set aside after which their author has put nothing in force: still to be merged. Whoever merges saves after it, which settles it. */
export function looseTexts(revisions: readonly SectionRevision[]): readonly SectionRevision[] {
  return revisions.filter(
    (aside) =>
      aside.isAside &&
      !revisions.some((later) => !later.isAside && later.revision > aside.revision && later.author === aside.author),
  );
}
