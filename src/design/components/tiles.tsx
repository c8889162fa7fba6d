import type { Child } from 'hono/jsx';
import type { Tone } from './tags.tsx';

/** A number that is a link to the rows it counts. Put several into `StatTiles`. */
export function StatTile(props: {
  value: string | number;
  label: string;
  href: string;
  tone?: Tone | undefined;
  note?: string | undefined;
}) {
  return (
    <li class={`tuntas-stat tuntas-stat--${props.tone ?? 'neutral'}`}>
      <a class="tuntas-stat__link" href={props.href}>
        <span class="tuntas-stat__value">{props.value}</span> <span class="tuntas-stat__label">{props.label}</span>
      </a>
      {props.note && <p class="tuntas-stat__note">{props.note}</p>}
    </li>
  );
}

export function StatTiles(props: { children?: Child }) {
  return <ul class="tuntas-stats">{props.children}</ul>;
}

/** One thing a person may have come for, as a large target. Put several into `ActionCards`. */
export function ActionCard(props: { title: string; href: string; kind?: 'primary' | 'plain' | undefined; children?: Child }) {
  return (
    <li class={`tuntas-action tuntas-action--${props.kind ?? 'plain'}`}>
      <h2 class="tuntas-action__title">
        <a class="tuntas-action__link" href={props.href}>
          {props.title}
        </a>
      </h2>
      {props.children && <div class="tuntas-action__text">{props.children}</div>}
    </li>
  );
}

export function ActionCards(props: { children?: Child }) {
  return <ul class="tuntas-actions">{props.children}</ul>;
}

/** The opening of the home page: what this is, in one sentence, over the full width. Use with `page({ bleed: <Hero/> })`. */
export function Hero(props: { title: Child; lead?: Child | undefined; children?: Child }) {
  return (
    <section class="tuntas-hero" aria-labelledby="hero-title">
      <div class="govuk-width-container">
        <h1 class="tuntas-hero__title" id="hero-title">
          {props.title}
        </h1>
        {props.lead && <p class="tuntas-hero__lead">{props.lead}</p>}
        {props.children}
      </div>
    </section>
  );
}
