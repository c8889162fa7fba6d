/** What a review suggests before it is given: written, put into the report of the analysis (LHA), an obligation once that is sent. */
import type { Moment } from '../../../kernel/time.ts';
import type { DocumentState } from '../documents/document.transitions.ts';
import type { ReviewSection } from './review.ts';

export interface WrittenSuggestion {
  /** From 1, in the order they were written. */
  readonly no: number;
  readonly kind: 'suggestion' | 'improvement-suggestion';
  readonly agencyId: string;
  /** Jabatan in words, never a name. */
  readonly position: string;
  readonly text: string;
  /** Empty: what shows it is left to the agency. */
  readonly evidenceAsked: string;
  readonly writtenBy: string;
  readonly writtenAt: Moment;
  /** The LHA it stands in, and how that stands; a draft thrown away no longer counts. */
  readonly document: { readonly id: string; readonly state: DocumentState } | null;
  readonly obligationId: string | null;
}

/** Whether the LHA it stands in is being made: until that is sealed or thrown away its suggestions stay as they are. */
export function isInMaking({ document }: Pick<WrittenSuggestion, 'document'>): boolean {
  return document !== null && ['draft', 'reviewed', 'numbered'].includes(document.state);
}

/** Those not given yet: what the next LHA is made from. */
export function openOnes(suggestions: readonly WrittenSuggestion[]): readonly WrittenSuggestion[] {
  return suggestions.filter((each) => each.obligationId === null);
}

/** One line, as lists of documents are kept. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const sentence = (text: string): string => `${oneLine(text).replace(/\.$/, '')}.`;

/** Who, what, shown by what. */
export function tellSuggestion(
  { position, text, evidenceAsked }: Pick<WrittenSuggestion, 'position' | 'text' | 'evidenceAsked'>,
  agency: string,
): string {
  const whom = position.includes(agency) ? position : `${position} (${agency})`;
  const evidence = evidenceAsked.trim() === '' ? '' : ` Bukti pelaksanaan: ${sentence(evidenceAsked)}`;
  return oneLine(`${whom}: ${sentence(text)}${evidence}`);
}

type Texts = Readonly<Partial<Record<ReviewSection, string>>>;

const ANALYSIS: readonly (readonly [section: ReviewSection, heading: string])[] = [
  ['causes', 'Sebab'],
  ['standards', 'Aturan dan standar layanan'],
  ['lha', 'Simpulan analisis'],
];

/** @returns the fields of a document of kind `suggestion`, in Indonesian as all letters are */
export function composeLha(texts: Texts, suggestions: readonly string[]): Readonly<Record<string, string>> {
  const text = (section: ReviewSection) => (texts[section] ?? '').trim();
  const sources = text('sources') === '' ? '' : `Data dan sumber:\n${text('sources')}`;
  return {
    problem: [text('problem'), sources].filter(Boolean).join('\n\n'),
    analysis: ANALYSIS.filter(([section]) => text(section) !== '')
      .map(([section, heading]) => `${heading}:\n${text(section)}`)
      .join('\n\n'),
    suggestions: suggestions.join('\n'),
  };
}
