import type { Child } from 'hono/jsx';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'accent';

/** A state in one or two words. The colour only repeats what the word says. */
export function Tag(props: { tone?: Tone | undefined; children?: Child }) {
  return <strong class={`govuk-tag tuntas-tag--${props.tone ?? 'neutral'}`}>{props.children}</strong>;
}

/** The state of a complaint, case or assessment, with the official word as label. */
export function StatusTag(props: { label: string; tone: Tone }) {
  return <Tag tone={props.tone}>{props.label}</Tag>;
}

/** A count or a short mark beside a heading or a link. */
export function Badge(props: { tone?: Tone | undefined; children?: Child }) {
  return <span class={`moj-badge tuntas-badge--${props.tone ?? 'neutral'}`}>{props.children}</span>;
}

const ZONE_MARKS = { 'dark-green': '★', green: '●', yellow: '◆', red: '▲', none: '■' } as const;

/** Zona hijau pekat, hijau, kuning, merah: told by word, shape and colour. `none`: a category of a rule-set without zones. */
export function ZoneBadge(props: { zone: keyof typeof ZONE_MARKS; label: string }) {
  return (
    <strong class={`tuntas-zone tuntas-zone--${props.zone}`}>
      <span aria-hidden="true">{ZONE_MARKS[props.zone]} </span>
      {props.label}
    </strong>
  );
}
