/** What is printed, as plain data: kept when the number is given, so that the same paper can be made again to the letter. */
import type { PaperForm } from './kind-data.ts';

export type LetterPart =
  | { readonly part: 'paragraph'; readonly text: string }
  | { readonly part: 'heading'; readonly text: string }
  | { readonly part: 'list'; readonly items: readonly string[] }
  | { readonly part: 'facts'; readonly rows: readonly { readonly name: string; readonly value: string }[] }
  /** Places to sign on paper, beside the seal of the office. */
  | { readonly part: 'signatures'; readonly roles: readonly string[] };

export interface LetterContent {
  readonly form: PaperForm;
  /** `null` in a preview: the number is given at sealing. */
  readonly number: string | null;
  readonly kindLabel: string;
  readonly templateVersion: number;
  /** Of the letterhead, largest first. */
  readonly letterhead: readonly string[];
  readonly place: string;
  /** ISO day in the office's zone. */
  readonly on: string;
  /** ISO instant, the moment the file's metadata names. */
  readonly at: string;
  /** Sifat. */
  readonly nature: string;
  /** Hal; of a titled document its title. */
  readonly subject: string;
  /** Below "Yth."; empty where nobody is addressed. */
  readonly addressee: readonly string[];
  readonly parts: readonly LetterPart[];
  readonly signatory: { readonly position: string; readonly name: string };
  /** Tembusan. */
  readonly copies: readonly string[];
  /** Citations, as a line below the text. */
  readonly basis: readonly string[];
  readonly isExample: boolean;
}

/** Every text of a document that somebody can read on it. */
export function textsOf(content: LetterContent): readonly string[] {
  const of = (part: LetterPart): readonly string[] => {
    switch (part.part) {
      case 'paragraph':
      case 'heading':
        return [part.text];
      case 'list':
        return part.items;
      case 'facts':
        return part.rows.flatMap(({ name, value }) => [name, value]);
      case 'signatures':
        return part.roles;
    }
  };
  return [
    content.subject,
    ...content.addressee,
    ...content.parts.flatMap(of),
    content.signatory.position,
    content.signatory.name,
    ...content.copies,
    ...content.letterhead,
    ...content.basis,
  ];
}
