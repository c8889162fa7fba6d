import type { Child } from 'hono/jsx';
import { useIsland, usePage } from '../page-context.ts';
import { ErrorMessage, FieldLabel, type FieldProps, Hint, useField } from './field.tsx';

export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  /** "foto JPEG, 240 kB" */
  readonly about: string;
}

export interface FileUploadProps extends FieldProps {
  /** MIME types or endings, for the browser's chooser only; the server sniffs. */
  readonly accept?: string | undefined;
  readonly uploaded?: readonly UploadedFile[] | undefined;
  /**
   * With JavaScript each file is sent by itself to this address as multipart: `file`, `_csrf`; `Accept: application/json`.
   * Answer 201 with `{ id, name, about }`, or a problem document whose `detail` is shown at that file. A failed file is tried
   * again up to three times by itself (network faults and 5xx) and then on request; the others stay as they are.
   */
  readonly uploadUrl?: string | undefined;
  /** One file that goes with the form's own button: no button of its own. */
  readonly single?: boolean | undefined;
  readonly children?: Child;
}

/**
 * Files in a `Form multipart`. Without JavaScript: a chooser for several files, a button that posts the form with
 * `upload=yes`, and a "Hapus" button per stored file that posts the form with `remove=<id>`.
 */
export function FileUpload(props: FileUploadProps) {
  const { words, csrf } = usePage();
  const field = useField(props);
  const uploaded = props.uploaded ?? [];
  const chooser = (
    <div class={field.groupClass}>
      <FieldLabel {...props} for={field.id} />
      {props.hint && <Hint id={field.id}>{props.hint}</Hint>}
      {field.error && <ErrorMessage id={field.id} message={field.error} />}
      <input
        class={`govuk-file-upload${field.error ? ' govuk-file-upload--error' : ''}`}
        id={field.id}
        name={props.name}
        type="file"
        multiple={!props.single}
        accept={props.accept}
        aria-describedby={field.describedBy}
      />
    </div>
  );
  const stored = (
    <div class="tuntas-uploads" hidden={uploaded.length === 0}>
      <h2 class="govuk-heading-s">{words.uploadedFiles}</h2>
      <ul class="tuntas-uploads__list">
        {uploaded.map((file) => (
          <li class="tuntas-uploads__item">
            <span class="tuntas-uploads__name">
              {file.name} <span class="tuntas-uploads__about">{file.about}</span>
            </span>
            <button
              class="govuk-button govuk-button--secondary tuntas-uploads__remove"
              type="submit"
              name="remove"
              value={file.id}
            >
              {words.remove}
              <span class="govuk-visually-hidden"> {file.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
  const submit = (
    <button class="govuk-button govuk-button--secondary tuntas-uploads__submit" type="submit" name="upload" value="yes">
      {words.uploadNow}
    </button>
  );
  if (!props.uploadUrl) {
    return (
      <>
        {stored}
        {chooser}
        {!props.single && submit}
      </>
    );
  }
  useIsland('file-upload');
  const texts = {
    drop: words.dropFiles,
    choose: words.chooseFiles,
    uploading: words.uploading,
    failed: words.uploadFailed,
    done: words.uploadDone,
    retry: words.retry,
    remove: words.remove,
  };
  return (
    <tuntas-file-upload url={props.uploadUrl} csrf={csrf} texts={JSON.stringify(texts)}>
      {stored}
      {chooser}
      {submit}
    </tuntas-file-upload>
  );
}
