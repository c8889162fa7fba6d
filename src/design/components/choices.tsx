import type { Child } from 'hono/jsx';
import { ErrorMessage, FieldLegend, type FieldProps, Hint, useField } from './field.tsx';

export interface Choice {
  readonly value: string;
  readonly label: Child;
  readonly hint?: Child | undefined;
  /** Shown under the choice while it is chosen (CSS alone; browsers without `:has` always show it). The server must ignore its inputs otherwise. */
  readonly conditional?: Child | undefined;
  readonly disabled?: boolean | undefined;
  /** A word such as "atau" above this choice. */
  readonly divider?: string | undefined;
}

export interface RadiosProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly value?: string | undefined;
  readonly inline?: boolean | undefined;
  readonly small?: boolean | undefined;
}

/** One of several. `label` is the legend of the fieldset; the first radio has the id of the field. */
export function Radios(props: RadiosProps) {
  const field = useField(props);
  const style = `${props.inline ? ' govuk-radios--inline' : ''}${props.small ? ' govuk-radios--small' : ''}`;
  return (
    <div class={field.groupClass}>
      <fieldset class="govuk-fieldset" aria-describedby={field.describedBy}>
        <FieldLegend {...props} />
        {props.hint && <Hint id={field.id}>{props.hint}</Hint>}
        {field.error && <ErrorMessage id={field.id} message={field.error} />}
        <div class={`govuk-radios${style}`}>
          {props.choices.map((choice, index) => (
            <ChoiceItem
              kind="radios"
              choice={choice}
              name={props.name}
              id={index === 0 ? field.id : `${field.id}-${index + 1}`}
              checked={choice.value === props.value}
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

export interface CheckboxesProps extends FieldProps {
  /** A choice may carry its own `name`, for independent yes/no fields under one legend. */
  readonly choices: readonly (Choice & { readonly name?: string | undefined })[];
  readonly values?: readonly string[] | undefined;
  readonly small?: boolean | undefined;
}

/** Any of several. A choice is checked when `values` has its value (or its own `name`). */
export function Checkboxes(props: CheckboxesProps) {
  const field = useField(props);
  return (
    <div class={field.groupClass}>
      <fieldset class="govuk-fieldset" aria-describedby={field.describedBy}>
        <FieldLegend {...props} />
        {props.hint && <Hint id={field.id}>{props.hint}</Hint>}
        {field.error && <ErrorMessage id={field.id} message={field.error} />}
        <div class={`govuk-checkboxes${props.small ? ' govuk-checkboxes--small' : ''}`}>
          {props.choices.map((choice, index) => (
            <ChoiceItem
              kind="checkboxes"
              choice={choice}
              name={choice.name ?? props.name}
              id={index === 0 ? field.id : `${field.id}-${index + 1}`}
              checked={props.values?.includes(choice.name ?? choice.value) ?? false}
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

/** One yes/no box without a fieldset. Checked sends `value` (default `yes`). */
export function Checkbox(
  props: Omit<FieldProps, 'heading' | 'labelSize'> & {
    value?: string;
    checked?: boolean | undefined;
    conditional?: Child | undefined;
  },
) {
  const field = useField(props);
  return (
    <div class={field.groupClass}>
      {field.error && <ErrorMessage id={field.id} message={field.error} />}
      <div class="govuk-checkboxes">
        <ChoiceItem
          kind="checkboxes"
          choice={{ value: props.value ?? 'yes', label: props.label, hint: props.hint, conditional: props.conditional }}
          name={props.name}
          id={field.id}
          checked={props.checked ?? false}
          alsoDescribedBy={field.error ? `${field.id}-error` : undefined}
        />
      </div>
    </div>
  );
}

interface ChoiceItemProps {
  readonly kind: 'radios' | 'checkboxes';
  readonly choice: Choice;
  readonly name: string;
  readonly id: string;
  readonly checked: boolean;
  readonly alsoDescribedBy?: string | undefined;
}

function ChoiceItem({ kind, choice, name, id, checked, alsoDescribedBy }: ChoiceItemProps) {
  const describedBy = [choice.hint ? `${id}-item-hint` : '', alsoDescribedBy ?? ''].filter(Boolean).join(' ') || undefined;
  return (
    <>
      {choice.divider && <div class={`govuk-${kind}__divider`}>{choice.divider}</div>}
      <div class={`govuk-${kind}__item`}>
        <input
          class={`govuk-${kind}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={choice.value}
          checked={checked}
          disabled={choice.disabled}
          aria-describedby={describedBy}
        />
        <label class={`govuk-label govuk-${kind}__label`} for={id}>
          {choice.label}
        </label>
        {choice.hint && (
          <div id={`${id}-item-hint`} class={`govuk-hint govuk-${kind}__hint`}>
            {choice.hint}
          </div>
        )}
      </div>
      {choice.conditional && <div class={`govuk-${kind}__conditional tuntas-conditional`}>{choice.conditional}</div>}
    </>
  );
}
