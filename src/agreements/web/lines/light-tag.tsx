/** The traffic light of a line, in words as well as in colour. */
import type { Child } from 'hono/jsx';
import { Tag, type Tone } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { LIGHT_CAUSES, LIGHT_LABELS, type Light, type Lit } from '../../rules/light.ts';
import { LINE_STATE_LABELS } from '../../rules/line.transitions.ts';

export const LIGHT_TONES: Readonly<Record<Light, Tone>> = { red: 'danger', yellow: 'warning', green: 'success', none: 'neutral' };

const ENDED_SHORT = { id: 'Kuning: berakhir di bawah target', en: 'Yellow: ended below target' } as const;

/** The colour as one word for lists; what it means stands in LIGHT_LABELS. */
export function LightTag({
  lit,
  language,
}: {
  readonly lit: Pick<Lit, 'light'> & Partial<Pick<Lit, 'cause'>>;
  readonly language: Language;
}): Child {
  // What was dropped will never fall due: it has a state, and no colour.
  if (lit.cause === 'dropped' || lit.cause === 'withdrawn')
    return <Tag tone="neutral">{LINE_STATE_LABELS.dropped[language]}</Tag>;
  // Nothing can be attended to any more: what it ended with is what there is to say.
  if (lit.cause === 'ended-short') return <Tag tone="warning">{ENDED_SHORT[language]}</Tag>;
  return <Tag tone={LIGHT_TONES[lit.light]}>{LIGHT_LABELS[lit.light][language]}</Tag>;
}

/** Why it is what it is, with its numbers: what is due by now, what was reported, what the other side confirmed. */
export function LightCause({ lit, language }: { readonly lit: Lit; readonly language: Language }): Child {
  return (
    <>
      {LIGHT_CAUSES[lit.cause][language]} {numbersOf(lit, language)}
    </>
  );
}

const HAS_NO_NUMBERS: readonly Lit['cause'][] = ['dropped', 'withdrawn', 'not-begun', 'nothing-due'];

export function numbersOf(lit: Lit, language: Language): string {
  if (HAS_NO_NUMBERS.includes(lit.cause)) return '';
  const [due, reported, confirmed] = [percent(lit.expected), percent(lit.reported), percent(lit.confirmed)];
  return language === 'id'
    ? `Jatuh tempo ${due}, dilaporkan ${reported}, dikonfirmasi ${confirmed}.`
    : `Due ${due}, reported ${reported}, confirmed ${confirmed}.`;
}

/** Whole percent, cut off rather than rounded: 89.9 per cent is not 90. */
export function percent(share: Lit['expected']): string {
  return `${share.mul(100).floor().toString()}%`;
}
