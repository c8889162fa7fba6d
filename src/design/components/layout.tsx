import type { Child } from 'hono/jsx';

/** The `h1`, with what it belongs to above it in small ("Pengaduan TN-2026-000123"). */
export function PageHeading(props: { caption?: Child | undefined; size?: 'm' | 'l' | 'xl' | undefined; children?: Child }) {
  const size = props.size ?? 'l';
  return (
    <>
      {props.caption && <span class={`govuk-caption-${size}`}>{props.caption}</span>}
      <h1 class={`govuk-heading-${size}`}>{props.children}</h1>
    </>
  );
}

/** Two thirds for the main matter, one third beside it (below it on phones). Without `aside`: two thirds, a readable line. */
export function Columns(props: { aside?: Child | undefined; children?: Child }) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">{props.children}</div>
      {props.aside && <aside class="govuk-grid-column-one-third">{props.aside}</aside>}
    </div>
  );
}

/** A list page: filters at the left on wide screens, above the list on narrow ones. For `wide` pages. */
export function ListWithFilter(props: { filter: Child; children?: Child }) {
  return (
    <div class="tuntas-list-layout">
      <div class="tuntas-list-layout__filter">{props.filter}</div>
      <div class="tuntas-list-layout__list">{props.children}</div>
    </div>
  );
}

/** A matter of its own on a page, with a title. */
export function Card(props: { title?: Child | undefined; tone?: 'plain' | 'accent' | undefined; children?: Child }) {
  return (
    <section class={`tuntas-card${props.tone === 'accent' ? ' tuntas-card--accent' : ''}`}>
      {props.title && <h2 class="tuntas-card__title">{props.title}</h2>}
      {props.children}
    </section>
  );
}
