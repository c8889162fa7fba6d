import { useIsland, usePage } from '../page-context.ts';
import { ErrorMessage, FieldLabel, type FieldProps, Hint, useField } from './field.tsx';

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  /** Shows how many characters are left. The server must check it as well: the browser lets people type on. */
  readonly maxCharacters?: number | undefined;
  readonly autocomplete?: string | undefined;
}

export function TextArea(props: TextAreaProps) {
  const { words } = usePage();
  const limit = props.maxCharacters;
  const id = props.id ?? props.name;
  const field = useField(props, limit ? `${id}-limit` : undefined);
  const area = (
    <textarea
      class={`govuk-textarea${field.error ? ' govuk-textarea--error' : ''}`}
      id={field.id}
      name={props.name}
      rows={props.rows ?? 6}
      autocomplete={props.autocomplete}
      aria-describedby={field.describedBy}
      aria-invalid={field.error ? 'true' : undefined}
    >
      {props.value}
    </textarea>
  );
  const group = (
    <div class={field.groupClass}>
      <FieldLabel {...props} for={field.id} />
      {props.hint && <Hint id={field.id}>{props.hint}</Hint>}
      {field.error && <ErrorMessage id={field.id} message={field.error} />}
      {area}
      {limit && (
        <div id={`${field.id}-limit`} class="govuk-hint tuntas-character-count">
          {words.characterLimit(limit)}
        </div>
      )}
    </div>
  );
  if (!limit) return group;
  useIsland('character-count');
  return (
    <tuntas-character-count limit={limit} left={words.charactersLeft} over={words.charactersOver}>
      {group}
    </tuntas-character-count>
  );
}
