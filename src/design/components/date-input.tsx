import type { DateParts } from '../fields.ts';
import { errorFor } from '../fields.ts';
import { usePage } from '../page-context.ts';
import { ErrorMessage, FieldLegend, type FieldProps, Hint, useField } from './field.tsx';

export interface DateInputProps extends FieldProps {
  /** As typed; see `dateParts` and `partsOfDay` of fields.ts. Sent as `name-day`, `name-month`, `name-year`. */
  readonly value?: DateParts | undefined;
  /** For birthdays: `bday`. */
  readonly autocomplete?: 'bday' | undefined;
}

/** A day in three boxes. An error whose field is `name` marks all three, one of `name-day` only that part. */
export function DateInput(props: DateInputProps) {
  const page = usePage();
  const errors = props.errors ?? page.errors;
  const partError = (['day', 'month', 'year'] as const).map((part) => errorFor(errors, `${props.name}-${part}`)).find(Boolean);
  const field = useField({
    ...props,
    errors: partError ? [...errors, { field: props.name, message: partError }] : errors,
  });
  const whole = errorFor(errors, props.name);
  const part = (key: 'day' | 'month' | 'year', label: string, width: 2 | 4) => {
    const wrong = whole || errorFor(errors, `${props.name}-${key}`);
    // The first box carries the field's own id, so that the error summary leads to it.
    const id = key === 'day' ? field.id : `${field.id}-${key}`;
    return (
      <div class="govuk-date-input__item">
        <div class="govuk-form-group">
          <label class="govuk-label govuk-date-input__label" for={id}>
            {label}
          </label>
          <input
            class={`govuk-input govuk-date-input__input govuk-input--width-${width}${wrong ? ' govuk-input--error' : ''}`}
            id={id}
            name={`${props.name}-${key}`}
            type="text"
            inputmode="numeric"
            value={props.value?.[key]}
            autocomplete={props.autocomplete ? `${props.autocomplete}-${key}` : 'off'}
          />
        </div>
      </div>
    );
  };
  return (
    <div class={field.groupClass}>
      <fieldset class="govuk-fieldset" aria-describedby={field.describedBy}>
        <FieldLegend {...props} />
        {props.hint && <Hint id={field.id}>{props.hint}</Hint>}
        {field.error && <ErrorMessage id={field.id} message={field.error} />}
        <div class="govuk-date-input">
          {part('day', page.words.day, 2)}
          {part('month', page.words.month, 2)}
          {part('year', page.words.year, 4)}
        </div>
      </fieldset>
    </div>
  );
}
