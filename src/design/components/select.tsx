import { useIsland, usePage } from '../page-context.ts';
import { ErrorMessage, FieldLabel, type FieldProps, Hint, useField } from './field.tsx';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

export interface SelectProps extends FieldProps {
  readonly options?: readonly SelectOption[] | undefined;
  /** Options under headings, instead of or after `options`. */
  readonly groups?: readonly { readonly label: string; readonly options: readonly SelectOption[] }[] | undefined;
  readonly value?: string | undefined;
  /** First option with an empty value, for example "Pilih provinsi". */
  readonly emptyLabel?: string | undefined;
  readonly autocomplete?: string | undefined;
  /** With JavaScript a box above the list narrows it while one types (long lists of regions or agencies). */
  readonly narrowing?: boolean | undefined;
}

export function Select(props: SelectProps) {
  const { words } = usePage();
  const field = useField(props);
  const option = (each: SelectOption) => (
    <option value={each.value} selected={each.value === props.value} disabled={each.disabled}>
      {each.label}
    </option>
  );
  const group = (
    <div class={field.groupClass}>
      <FieldLabel {...props} for={field.id} />
      {props.hint && <Hint id={field.id}>{props.hint}</Hint>}
      {field.error && <ErrorMessage id={field.id} message={field.error} />}
      <select
        class={`govuk-select${field.error ? ' govuk-select--error' : ''}`}
        id={field.id}
        name={props.name}
        autocomplete={props.autocomplete}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? 'true' : undefined}
      >
        {props.emptyLabel !== undefined && option({ value: '', label: props.emptyLabel })}
        {props.options?.map(option)}
        {props.groups?.map((each) => (
          <optgroup label={each.label}>{each.options.map(option)}</optgroup>
        ))}
      </select>
    </div>
  );
  if (!props.narrowing) return group;
  useIsland('narrowing-select');
  return (
    <tuntas-narrowing-select hint={words.typeToNarrow} matches={words.narrowedTo}>
      {group}
    </tuntas-narrowing-select>
  );
}
