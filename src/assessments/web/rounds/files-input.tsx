/** Files that go with the form itself, in one sending: nothing is kept of a form that was not taken. */
import { errorFor, usePage } from '../../../design/index.ts';
import { ACCEPTED_EXTENSIONS } from '../../../platform/files/sniff.ts';

export function FilesInput(props: { name: string; label: string; hint: string }) {
  const { name, label, hint } = props;
  const { errors, words } = usePage();
  const error = errorFor(errors, name);
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <label class="govuk-label govuk-label--s" for={name}>
        {label} <span class="govuk-hint">{words.optional}</span>
      </label>
      <div id={`${name}-hint`} class="govuk-hint">
        {hint}
      </div>
      {error && (
        <p id={`${name}-error`} class="govuk-error-message">
          {error}
        </p>
      )}
      <input
        class={`govuk-file-upload${error ? ' govuk-file-upload--error' : ''}`}
        id={name}
        name={name}
        type="file"
        multiple
        accept={ACCEPTED_EXTENSIONS.join(',')}
        aria-describedby={`${name}-hint${error ? ` ${name}-error` : ''}`}
      />
    </div>
  );
}
