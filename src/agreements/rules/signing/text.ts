/**
 * The text of an agreement: sections in their order, written in versions. Articles count themselves (Pasal 1, Pasal 2), so that one may be put between two
 * others; words in braces are filled from the data (fields.ts), so that no day or name is typed twice. Pure.
 */
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { AgreementRefusal } from '../refusals.ts';

export const SECTION_KINDS = ['opening', 'article', 'closing'] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

export interface TextSection {
  /** Its name for ever, whatever its heading says: comments keep to it. */
  readonly key: string;
  readonly kind: SectionKind;
  readonly heading: string;
  readonly body: string;
}

export interface TextVersion {
  readonly no: number;
  readonly sections: readonly TextSection[];
  /** Keys of what it changed, added or removed. */
  readonly changed: readonly string[];
  /** `person:ID` */
  readonly author: string;
  readonly at: Moment;
}

export const HEADING_LIMIT = 200;
export const BODY_LIMIT = 20_000;
export const MOST_SECTIONS = 60;

/** "Pasal 3 · Ruang lingkup" for articles, the bare heading for the others. */
export function titleOf(sections: readonly TextSection[], key: string): string {
  const section = sections.find((one) => one.key === key);
  if (!section) return '';
  const number = numberOf(sections, key);
  return [number === null ? '' : `Pasal ${number}`, section.heading].filter((part) => part !== '').join(' \u00b7 ');
}

/** 1 for the first article; `null` = no article. */
export function numberOf(sections: readonly TextSection[], key: string): number | null {
  const articles = sections.filter(({ kind }) => kind === 'article');
  const index = articles.findIndex((one) => one.key === key);
  return index < 0 ? null : index + 1;
}

export interface SectionOrder {
  readonly key: string;
  readonly heading: string;
  readonly body: string;
}

/** No blanks at the ends of lines or of the text, never more than one empty line. */
export function tidy(text: string): string {
  return text
    .replaceAll(/[^\S\n]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

export type Edited = Result<readonly TextSection[], AgreementRefusal>;

/**
 * Changes one section of the text as it stands now.
 *
 * @param base the text the writer had in front of them. Whoever changed another section meanwhile is in nobody's way; a change of the same section is.
 */
export function editSection(current: readonly TextSection[], base: readonly TextSection[], order: SectionOrder): Edited {
  const now = current.find(({ key }) => key === order.key);
  const before = base.find(({ key }) => key === order.key);
  if (!now || !before) return refuse('agreement.section-gone');
  if (now.heading !== before.heading || now.body !== before.body) return refuse('agreement.section-moved-on');
  const flaw = flawOf(order);
  if (flaw) return refuse(flaw);
  const next = { ...now, heading: order.heading.trim(), body: tidy(order.body) };
  return { ok: true, value: current.map((one) => (one.key === order.key ? next : one)) };
}

/** Puts a new section after another one; '' = before all. */
export function addSection(current: readonly TextSection[], section: TextSection, after: string): Edited {
  if (current.length >= MOST_SECTIONS) return refuse('agreement.text-too-long');
  const flaw = flawOf(section);
  if (flaw) return refuse(flaw);
  const index = after === '' ? 0 : current.findIndex(({ key }) => key === after) + 1;
  if (after !== '' && index === 0) return refuse('agreement.section-gone');
  const tidied = { ...section, heading: section.heading.trim(), body: tidy(section.body) };
  return { ok: true, value: [...current.slice(0, index), tidied, ...current.slice(index)] };
}

export function removeSection(current: readonly TextSection[], key: string): Edited {
  if (!current.some((one) => one.key === key)) return refuse('agreement.section-gone');
  if (current.length === 1) return refuse('agreement.text-missing');
  return { ok: true, value: current.filter((one) => one.key !== key) };
}

/** One place up or down; at the end of the text it stays. */
export function moveSection(current: readonly TextSection[], key: string, way: 'up' | 'down'): Edited {
  const index = current.findIndex((one) => one.key === key);
  if (index < 0) return refuse('agreement.section-gone');
  const other = way === 'up' ? index - 1 : index + 1;
  if (other < 0 || other >= current.length) return { ok: true, value: current };
  const next = [...current];
  [next[index], next[other]] = [next[other] as TextSection, next[index] as TextSection];
  return { ok: true, value: next };
}

function flawOf({ heading, body }: SectionOrder): AgreementRefusal | undefined {
  if (heading.trim() === '' && body.trim() === '') return 'agreement.text-missing';
  return heading.length > HEADING_LIMIT || body.length > BODY_LIMIT ? 'agreement.text-too-long' : undefined;
}

export interface SectionChange {
  readonly key: string;
  readonly how: 'added' | 'removed' | 'changed' | 'moved';
  readonly before: TextSection | null;
  readonly after: TextSection | null;
}

/** What one version has otherwise than another one, in the order of the later; removed ones last. */
export function changesBetween(before: readonly TextSection[], after: readonly TextSection[]): readonly SectionChange[] {
  const changes: SectionChange[] = [];
  const kept = before.filter(({ key }) => after.some((one) => one.key === key)).map(({ key }) => key);
  const stay = after.filter(({ key }) => kept.includes(key)).map(({ key }) => key);
  for (const section of after) {
    const old = before.find(({ key }) => key === section.key) ?? null;
    if (!old) changes.push({ key: section.key, how: 'added', before: null, after: section });
    else if (old.heading !== section.heading || old.body !== section.body || old.kind !== section.kind)
      changes.push({ key: section.key, how: 'changed', before: old, after: section });
    else if (kept.indexOf(section.key) !== stay.indexOf(section.key))
      changes.push({ key: section.key, how: 'moved', before: old, after: section });
  }
  for (const section of before)
    if (!after.some(({ key }) => key === section.key))
      changes.push({ key: section.key, how: 'removed', before: section, after: null });
  return changes;
}
