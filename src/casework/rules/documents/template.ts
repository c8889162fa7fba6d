/**
 * Wording of a kind of document, as versioned data. In texts, `{name}` stands for what is filled in: `{file}` how letters name the case or review,
 * `{title}`, `{respondents}`, `{office}`, `{reporter}`, `{due:case.explanation}` a limit with its citation, and the names of the kind's own fields. A part
 * that names an optional field which was left empty is left out.
 */
import { type Basis, type CaseRuleSet, cite } from '../../../law/index.ts';
import type { DocumentKind } from './kinds.ts';

export type TemplatePart =
  /** A paragraph. */
  | string
  | { readonly heading: string }
  | { readonly facts: readonly (readonly [name: string, value: string])[] }
  /** What was typed one a line, numbered; `lead` goes before it. */
  | { readonly list: string; readonly lead?: string; readonly heading?: string }
  /** What was typed in paragraphs. */
  | { readonly typed: string; readonly heading?: string }
  | { readonly signatures: readonly string[] };

/** A citation: of the register, or of the Ombudsman's procedure the file was opened under, with the place in each version where it is known. */
export type TemplateBasis = Basis | { readonly procedure: Readonly<Partial<Record<CaseRuleSet, string>>> };

/** The newest version, for files that keep none (reviews, plenaries). */
const NEWEST: CaseRuleSet = 'PO 58/2023';

/** @param ruleSet the procedure of the file */
export function citeFor(basis: TemplateBasis, ruleSet: CaseRuleSet | null): string {
  if (!('procedure' in basis)) return cite(basis).id;
  const own = ruleSet ?? NEWEST;
  return [own, basis.procedure[own]].filter(Boolean).join(' ');
}

export interface DocumentTemplate {
  readonly kind: DocumentKind;
  /** Counted up with every change of the wording: a document keeps the one it was made with. */
  readonly version: number;
  /** Hal, or the title of a titled document. */
  readonly subject: string;
  readonly basis: readonly TemplateBasis[];
  readonly parts: readonly TemplatePart[];
  /** Whether an authority has settled this wording. None has: it is our own. */
  readonly confirmed: boolean;
}

/** The newest wording of a kind. @throws when there is none, which the tests of the data rule out */
export function newestTemplate(templates: readonly DocumentTemplate[], kind: DocumentKind): DocumentTemplate {
  return templateOf(templates, kind, Math.max(...templates.filter((one) => one.kind === kind).map((one) => one.version)));
}

export function templateOf(templates: readonly DocumentTemplate[], kind: DocumentKind, version: number): DocumentTemplate {
  const found = templates.find((one) => one.kind === kind && one.version === version);
  if (!found) throw new Error(`no template ${version} of ${kind}`);
  return found;
}

const PLACE = /\{([a-zA-Z][a-zA-Z0-9.:-]*)\}/g;

/** The names a text asks for. */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(PLACE)].map(([, name]) => name as string);
}

/** Puts values in, once: a value that looks like a place stays as it is. @throws when a name is unknown, a fault of the data */
export function fill(text: string, valueFor: (name: string) => string | undefined): string {
  return text.replaceAll(PLACE, (_whole, name: string) => {
    const value = valueFor(name);
    if (value === undefined) throw new Error(`the template asks for ${name}`);
    return value;
  });
}
