import type { Child } from 'hono/jsx';
import { usePage } from '../page-context.ts';

/** A GET form of one box, so that a search has an address. */
export function SearchBox(props: {
  action: string;
  label: string;
  name?: string | undefined;
  value?: string | undefined;
  hint?: string | undefined;
  children?: Child;
}) {
  const { words } = usePage();
  const name = props.name ?? 'q';
  return (
    <search>
      <form class="tuntas-search" method="get" action={props.action}>
        <label class="govuk-label govuk-label--s" for={`search-${name}`}>
          {props.label}
        </label>
        {props.hint && (
          <div class="govuk-hint" id={`search-${name}-hint`}>
            {props.hint}
          </div>
        )}
        <div class="tuntas-search__row">
          <input
            class="govuk-input tuntas-search__input"
            id={`search-${name}`}
            name={name}
            type="search"
            value={props.value}
            aria-describedby={props.hint ? `search-${name}-hint` : undefined}
          />
          <button class="govuk-button tuntas-search__button" type="submit">
            {words.search}
          </button>
        </div>
        {props.children}
      </form>
    </search>
  );
}

export interface SelectedFilter {
  readonly heading: string;
  /** `href` is the same list without this filter. */
  readonly items: readonly { readonly text: string; readonly href: string }[];
}

/** Filters of a list as a GET form, so that they are in the address. The inputs are its children. */
export function Filter(props: {
  action: string;
  selected?: readonly SelectedFilter[] | undefined;
  clearHref?: string | undefined;
  children?: Child;
}) {
  const { words } = usePage();
  const selected = props.selected?.filter((each) => each.items.length > 0) ?? [];
  return (
    <details class="tuntas-filter" open={selected.length > 0}>
      <summary class="tuntas-filter__summary">
        {words.filters}
        {selected.length > 0 && <span class="tuntas-count"> {selected.reduce((sum, each) => sum + each.items.length, 0)}</span>}
      </summary>
      <div class="moj-filter">
        {selected.length > 0 && (
          <div class="moj-filter__selected">
            <h2 class="govuk-heading-s">{words.selectedFilters}</h2>
            {selected.map((each) => (
              <>
                <h3 class="tuntas-filter__heading">{each.heading}</h3>
                <ul class="moj-filter-tags">
                  {each.items.map((item) => (
                    <li>
                      <a class="moj-filter__tag" href={item.href}>
                        <span class="govuk-visually-hidden">{words.removeFilter} </span>
                        {item.text}
                      </a>
                    </li>
                  ))}
                </ul>
              </>
            ))}
            {props.clearHref && (
              <p>
                <a class="govuk-link" href={props.clearHref}>
                  {words.clearFilters}
                </a>
              </p>
            )}
          </div>
        )}
        <form class="moj-filter__options" method="get" action={props.action} novalidate>
          {props.children}
          <button class="govuk-button" type="submit">
            {words.applyFilters}
          </button>
        </form>
      </div>
    </details>
  );
}
