import type { FieldErrors } from '../fields.ts';
import { usePage } from '../page-context.ts';

/**
 * The list of all errors on top of the page. `page()` places it by itself when it is given `errors`;
 * each line leads to its input (`#field`), so an input's id must be its field's name (which is the default).
 */
export function ErrorSummary(props: { errors: FieldErrors }) {
  const { words } = usePage();
  if (props.errors.length === 0) return null;
  return (
    <div class="govuk-error-summary" tabindex={-1} autofocus>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{words.errorSummaryTitle}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {props.errors.map((error) => (
              <li>{error.field ? <a href={`#${targetOf(error.field)}`}>{error.message}</a> : error.message}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** The day box of a `DateInput` carries the id of the whole field. */
function targetOf(field: string): string {
  return field.replace(/-day$/, '');
}
