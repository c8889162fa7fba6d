import { usePage } from '../page-context.ts';

export interface Crumb {
  readonly text: string;
  readonly href: string;
}

/** Where the page stands; the page itself is not among the crumbs. Give it as `page({ before: <Breadcrumbs/> })`. */
export function Breadcrumbs(props: { crumbs: readonly Crumb[] }) {
  const { words } = usePage();
  return (
    <nav class="govuk-breadcrumbs govuk-breadcrumbs--collapse-on-mobile" aria-label={words.breadcrumbs}>
      <ol class="govuk-breadcrumbs__list">
        {props.crumbs.map((crumb) => (
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" href={crumb.href}>
              {crumb.text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** One step back in a question-by-question form. Give it as `page({ before: <BackLink/> })`. */
export function BackLink(props: { href: string; text?: string | undefined }) {
  const { words } = usePage();
  return (
    // A landmark of its own, for it stands before the main part.
    <nav aria-label={words.breadcrumbs}>
      <a class="govuk-back-link" href={props.href}>
        {props.text ?? words.back}
      </a>
    </nav>
  );
}

/** Several views of the same thing, each its own address. */
export function SubNavigation(props: {
  label: string;
  items: readonly {
    readonly text: string;
    readonly href: string;
    readonly current?: boolean | undefined;
    readonly count?: number | undefined;
  }[];
}) {
  return (
    <nav class="moj-sub-navigation" aria-label={props.label}>
      <ul class="moj-sub-navigation__list">
        {props.items.map((item) => (
          <li class="moj-sub-navigation__item">
            <a class="moj-sub-navigation__link" href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.text}
              {item.count !== undefined && <span class="tuntas-count"> {item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Keyset paging knows only the neighbours: an absent address is an absent link. */
export function Pagination(props: {
  previousHref?: string | undefined;
  nextHref?: string | undefined;
  about?: string | undefined;
}) {
  const { words } = usePage();
  if (!props.previousHref && !props.nextHref) return null;
  const link = (rel: 'prev' | 'next', href: string, text: string) => (
    <div class={`govuk-pagination__${rel}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={rel}>
        {rel === 'prev' && <span aria-hidden="true">← </span>}
        <span class="govuk-pagination__link-title">{text}</span>
        {rel === 'next' && <span aria-hidden="true"> →</span>}
      </a>
    </div>
  );
  return (
    <nav class="govuk-pagination" aria-label={props.about ?? words.pages}>
      {props.previousHref && link('prev', props.previousHref, words.previous)}
      {props.nextHref && link('next', props.nextHref, words.next)}
    </nav>
  );
}

/** "Langkah 2 dari 7", above the question. Give it inside the page, before the heading. */
export function StepProgress(props: { current: number; total: number; label?: string | undefined }) {
  const { words } = usePage();
  return (
    <p class="tuntas-steps">
      <span class="tuntas-steps__text">
        {words.step(props.current, props.total)}
        {props.label && `: ${props.label}`}
      </span>
      <progress class="tuntas-steps__bar" max={props.total} value={props.current} aria-hidden="true" />
    </p>
  );
}
