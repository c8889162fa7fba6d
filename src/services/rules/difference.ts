/** What a version changes, readably: line by line, so that a reader sees what came and what went. */
import type { Language } from '../../kernel/language.ts';
import { COMPONENT_CODES, type ComponentCode } from './components.ts';
import { SERVICE_FIELDS } from './fields.ts';
import { SERVICE_CHANNELS, type ServiceContent, type ServiceParticulars } from './service.ts';
import { tellComponent } from './tell-component.ts';

export interface LineChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export type ParticularCode = keyof ServiceParticulars;

export interface Difference {
  readonly what: ParticularCode | ComponentCode;
  readonly lines: readonly LineChange[];
}

export const PARTICULAR_CODES: readonly ParticularCode[] = [
  'name',
  'field',
  'channel',
  'onlineAddress',
  'decreeNumber',
  'decreeOn',
  'ownerPosition',
];

export function tellParticular(code: ParticularCode, content: ServiceParticulars, language: Language): string {
  if (code === 'field') return SERVICE_FIELDS[content.field][language];
  if (code === 'channel') return SERVICE_CHANNELS[content.channel][language];
  if (code === 'decreeOn') return content.decreeOn?.toString() ?? '';
  return content[code];
}

/**
 * What differs, particulars first, then the components in their order; nothing for what is the same.
 *
 * @param codes the components to compare; the public is shown only those of delivery
 */
export function differenceOf(
  before: ServiceContent,
  after: ServiceContent,
  language: Language,
  codes: readonly ComponentCode[] = COMPONENT_CODES,
): Difference[] {
  const particular = (code: ParticularCode, content: ServiceContent) => [tellParticular(code, content, language)].filter(Boolean);
  return [
    ...PARTICULAR_CODES.map((what) => ({ what, lines: compareLines(particular(what, before), particular(what, after)) })),
    ...codes.map((what) => ({
      what,
      lines: compareLines(tellComponent(what, before.standard, language), tellComponent(what, after.standard, language)),
    })),
  ].filter(({ lines }) => lines.some(({ kind }) => kind !== 'same'));
}

/** The longest common lines stay, the rest is removed or added (removed first where both). At most some sixty lines a side. */
export function compareLines(before: readonly string[], after: readonly string[]): LineChange[] {
  // longest[i][j]: length of the longest common subsequence of before[i..] and after[j..].
  const longest = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      (longest[i] as number[])[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      changes.push({ kind: 'same', text: before[i] ?? '' });
      i++;
      j++;
    } else if (i < before.length && (j >= after.length || at(i + 1, j) >= at(i, j + 1))) {
      changes.push({ kind: 'removed', text: before[i++] ?? '' });
    } else changes.push({ kind: 'added', text: after[j++] ?? '' });
  }
  return changes;
}
