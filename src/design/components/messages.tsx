import type { Child } from 'hono/jsx';
import { usePage } from '../page-context.ts';

/** What just happened (`success`) or what everyone must know before reading on. */
export function NotificationBanner(props: {
  kind?: 'notice' | 'success' | undefined;
  title?: string | undefined;
  children?: Child;
}) {
  const { words } = usePage();
  const success = props.kind === 'success';
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles, alert and region, take a name
    <div
      class={`govuk-notification-banner${success ? ' govuk-notification-banner--success' : ''}`}
      role={success ? 'alert' : 'region'}
      aria-labelledby="notification-title"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="notification-title">
          {props.title ?? (success ? words.success : words.notice)}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        <div class="govuk-notification-banner__heading">{props.children}</div>
      </div>
    </div>
  );
}

/** The end of an errand: the big confirmation. One a page; its title is the `h1`. */
export function Panel(props: { title: Child; children?: Child }) {
  return (
    <div class="govuk-panel govuk-panel--confirmation">
      <h1 class="govuk-panel__title">{props.title}</h1>
      {props.children && <div class="govuk-panel__body">{props.children}</div>}
    </div>
  );
}

export function InsetText(props: { children?: Child }) {
  return <div class="govuk-inset-text">{props.children}</div>;
}

/** Something with consequences, before one goes on. */
export function WarningText(props: { children?: Child }) {
  const { words } = usePage();
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{words.warning}</span>
        {props.children}
      </strong>
    </div>
  );
}

export function Details(props: { summary: Child; open?: boolean | undefined; id?: string | undefined; children?: Child }) {
  return (
    <details class="govuk-details" id={props.id} open={props.open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{props.summary}</span>
      </summary>
      <div class="govuk-details__text">{props.children}</div>
    </details>
  );
}

/** A difficult word with its meaning one tap away. */
export function DefinitionHint(props: { term: string; children?: Child }) {
  const { words } = usePage();
  return <Details summary={words.whatIsThis(props.term)}>{props.children}</Details>;
}

/** Nothing to list: say why, and what to do next. */
export function EmptyState(props: { title: string; action?: Child | undefined; children?: Child }) {
  return (
    <div class="tuntas-empty">
      <p class="govuk-heading-m">{props.title}</p>
      {props.children}
      {props.action && <div class="tuntas-empty__action">{props.action}</div>}
    </div>
  );
}

/** Running text in a readable measure: headings, paragraphs and lists inside need no classes. */
export function Prose(props: { children?: Child }) {
  return <div class="tuntas-prose">{props.children}</div>;
}
