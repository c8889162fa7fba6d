import { ErrorMessage, FieldLabel, type FieldProps, Hint, useField } from './field.tsx';

export interface TextInputProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search' | 'number' | undefined;
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | 'url' | undefined;
  readonly autocomplete?: string | undefined;
  /** Width in characters; default is the full column. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly maxlength?: number | undefined;
  /** For codes: monospaced, wider letters, no spelling check, no auto-correction. */
  readonly code?: boolean | undefined;
}

/** Enumerated attributes, whose `false` must be written out. */
const UNCORRECTED: Record<string, string> = { autocapitalize: 'none', spellcheck: 'false' };

export function TextInput(props: TextInputProps) {
  const field = useField(props);
  const plain = props.code || props.type === 'email' || props.type === 'password';
  const input = (
    <input
      class={[
        'govuk-input',
        props.width ? `govuk-input--width-${props.width}` : '',
        props.code ? 'tuntas-input--code' : '',
        field.error ? 'govuk-input--error' : '',
      ]
        .filter(Boolean)
        .join(' ')}
      id={field.id}
      name={props.name}
      type={props.type ?? 'text'}
      value={props.value}
      inputmode={props.inputmode}
      autocomplete={props.autocomplete ?? (props.code ? 'off' : undefined)}
      {...(plain ? UNCORRECTED : {})}
      maxlength={props.maxlength}
      aria-describedby={field.describedBy}
      aria-invalid={field.error ? 'true' : undefined}
    />
  );
  return (
    <div class={field.groupClass}>
      <FieldLabel {...props} for={field.id} />
      {props.hint && <Hint id={field.id}>{props.hint}</Hint>}
      {field.error && <ErrorMessage id={field.id} message={field.error} />}
      {props.prefix || props.suffix ? (
        <div class="govuk-input__wrapper">
          {props.prefix && (
            <div class="govuk-input__prefix" aria-hidden="true">
              {props.prefix}
            </div>
          )}
          {input}
          {props.suffix && (
            <div class="govuk-input__suffix" aria-hidden="true">
              {props.suffix}
            </div>
          )}
        </div>
      ) : (
        input
      )}
    </div>
  );
}
