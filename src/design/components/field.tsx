import type { Child } from 'hono/jsx';
import { errorFor, type FieldErrors } from '../fields.ts';
import { usePage } from '../page-context.ts';

/** What every input takes. The error is found by `name` among the page's errors, so pages need not pass it. */
export interface FieldProps {
  readonly name: string;
  readonly label: Child;
  readonly hint?: Child | undefined;
  /** Default: the name. Give one when two forms of a page use the same name. */
  readonly id?: string | undefined;
  readonly errors?: FieldErrors | undefined;
  /** Adds "(boleh dikosongkan)" to the label. */
  readonly optional?: boolean | undefined;
  /** The label is the question of the page: it becomes the `h1`. */
  readonly heading?: boolean | undefined;
  readonly labelSize?: LabelSize | undefined;
}

export type LabelSize = 's' | 'm' | 'l' | 'xl';

export interface FieldParts {
  readonly id: string;
  readonly error: string | undefined;
  /** For `aria-describedby`; `undefined` when there is nothing to point at. */
  readonly describedBy: string | undefined;
  readonly groupClass: string;
}

/** Ids and wiring shared by all inputs. */
export function useField(props: Pick<FieldProps, 'name' | 'hint' | 'id' | 'errors'>, alsoDescribedBy?: string): FieldParts {
  const page = usePage();
  const id = props.id ?? props.name;
  const error = errorFor(props.errors ?? page.errors, props.name);
  const describedBy = [props.hint ? `${id}-hint` : '', error ? `${id}-error` : '', alsoDescribedBy ?? '']
    .filter(Boolean)
    .join(' ');
  return {
    id,
    error,
    describedBy: describedBy || undefined,
    groupClass: `govuk-form-group${error ? ' govuk-form-group--error' : ''}`,
  };
}

export function FieldLabel(props: Pick<FieldProps, 'label' | 'optional' | 'heading' | 'labelSize'> & { for: string }) {
  const size = props.labelSize ?? (props.heading ? 'l' : 's');
  const label = (
    <label class={`govuk-label govuk-label--${size}`} for={props.for}>
      <LabelText label={props.label} optional={props.optional} />
    </label>
  );
  return props.heading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}

export function FieldLegend(props: Pick<FieldProps, 'label' | 'optional' | 'heading' | 'labelSize'>) {
  const size = props.labelSize ?? (props.heading ? 'l' : 's');
  const text = <LabelText label={props.label} optional={props.optional} />;
  return (
    <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${size}`}>
      {props.heading ? <h1 class="govuk-fieldset__heading">{text}</h1> : text}
    </legend>
  );
}

export function LabelText(props: Pick<FieldProps, 'label' | 'optional'>) {
  const { words } = usePage();
  return (
    <>
      {props.label}
      {props.optional && <span class="tuntas-optional"> {words.optional}</span>}
    </>
  );
}

export function Hint(props: { id: string; children?: Child }) {
  return (
    <div id={`${props.id}-hint`} class="govuk-hint">
      {props.children}
    </div>
  );
}

export function ErrorMessage(props: { id: string; message: string }) {
  const { words } = usePage();
  return (
    <p id={`${props.id}-error`} class="govuk-error-message">
      <span class="govuk-visually-hidden">{words.errorLabel}</span> {props.message}
    </p>
  );
}
