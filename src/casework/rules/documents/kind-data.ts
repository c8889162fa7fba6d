/** What a kind of document is, as data. The kinds themselves: `kinds.ts`. */
import type { Capability } from '../../../kernel/actor.ts';
import type { Label } from '../../../kernel/language.ts';
import type { ParameterRule } from '../../../law/index.ts';
import type { Stage } from '../case.transitions.ts';
import type { AddresseeKind, SubjectKind } from './document.ts';

/** How a field is typed, and how it is printed. */
export type FieldType = 'line' | 'text' | 'list' | 'day' | 'time' | 'yes';

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly label: Label;
  readonly hint?: Label;
  readonly optional?: boolean;
}

/** The look of the paper: a letter with letterhead and addressee, or a titled document. */
export type PaperForm = 'letter' | 'titled';

/**
 * What starts when the addressee has received the document: a clock for the answer that is asked for, the time the reporter has to comment, or the
 * limit of the stage the case is in, which counts anew from receipt. What others have to do then: `actions/documents/on-received.ts`.
 */
export type OnReceived =
  | { readonly starts: 'request' | 'comment'; readonly rule: ParameterRule }
  | { readonly begins: Stage; readonly rule: ParameterRule };

export interface KindData {
  readonly label: Label;
  /** Counted together per office and year: kinds of one group share it. */
  readonly series: string;
  readonly form: PaperForm;
  readonly subjects: readonly SubjectKind[];
  /** To whom it may go; empty: it stays in the file (berita acara). */
  readonly addressees: readonly AddresseeKind[];
  readonly fields: readonly Field[];
  readonly drafts: readonly Capability[];
  /** Who else drafts it where they are on the team of the case: a head who examines. */
  readonly teamDrafts?: readonly Capability[];
  /** Somebody else than who wrote it last; empty: nobody reviews it. */
  readonly reviews: readonly Capability[];
  readonly seals: readonly Capability[];
  /**
   * Whether the reporter's name may ever stand on it. `unless-secret`: only where the reporter takes part themselves, and never when the
   * identity is secret. `compose-letter.ts` holds to it.
   */
  readonly reporterName: 'never' | 'unless-secret';
  /** The addressee may answer it here with text and files. */
  readonly isAnswerable: boolean;
  readonly onReceived: readonly OnReceived[];
  /** Printed as Sifat. */
  readonly nature: 'ordinary' | 'urgent' | 'confidential';
}

type Texts = readonly [id: string, en: string];
const label = ([id, en]: Texts): Label => ({ id, en });

function field(type: FieldType) {
  return (name: string, texts: Texts, more: { readonly hint?: Texts; readonly optional?: boolean } = {}): Field => ({
    name,
    type,
    label: label(texts),
    ...(more.hint ? { hint: label(more.hint) } : {}),
    ...(more.optional ? { optional: true } : {}),
  });
}

export const line = field('line');
export const text = field('text');
export const list = field('list');
export const day = field('day');
export const time = field('time');
export const yes = field('yes');

/** The longest a field may be, in characters. */
export const LONGEST: Readonly<Record<FieldType, number>> = { line: 300, text: 20_000, list: 10_000, day: 10, time: 5, yes: 3 };
