/** `/verify`: three ways to verify a certificate, each a form of its own. */
import { Button, Columns, type FieldError, Form, PageHeading, page, TextArea, TextInput } from '../../../design/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { Limits } from './limits.tsx';
import type { VerifySlot } from './slot.ts';
import { wordsIn } from './words.ts';

export interface Typed {
  readonly slot?: VerifySlot | undefined;
  readonly number?: string;
  readonly twin?: string;
  readonly errors?: readonly FieldError[];
}

export function startPage(c: WebContext, typed: Typed = {}): Promise<Response> {
  const words = wordsIn(c.get('language'));
  const errors = typed.errors ?? [];
  const others = typed.slot?.others(c.get('language'));
  const fileError = errors.find(({ field }) => field === 'file');
  return page(
    c,
    { title: words.title, description: words.description, robots: 'index', errors },
    <Columns>
      <PageHeading>{words.title}</PageHeading>
      <p>{words.lead}</p>
      {others && (
        <p>
          <a href={others.href}>{others.text}</a>
        </p>
      )}

      <h2>{words.byNumber}</h2>
      <Form action="/verify/number">
        <TextInput
          name="number"
          label={words.number}
          hint={words.numberHint}
          value={typed.number}
          width={20}
          autocomplete="off"
          code
        />
        <Button>{words.checkNumber}</Button>
      </Form>

      <h2>{words.byFile}</h2>
      <Form action="/verify/file" multipart>
        <div class={`govuk-form-group${fileError ? ' govuk-form-group--error' : ''}`}>
          <label class="govuk-label govuk-label--s" for="file">
            {words.file}
          </label>
          <div class="govuk-hint" id="file-hint">
            {words.fileHint}
          </div>
          {fileError && (
            <p class="govuk-error-message" id="file-error">
              {fileError.message}
            </p>
          )}
          <input
            class={`govuk-file-upload${fileError ? ' govuk-file-upload--error' : ''}`}
            id="file"
            name="file"
            type="file"
            accept="application/pdf,.pdf"
            aria-describedby={fileError ? 'file-hint file-error' : 'file-hint'}
          />
        </div>
        <Button>{words.checkFile}</Button>
      </Form>

      <h2>{words.byTwin}</h2>
      <Form action="/verify/twin">
        <TextArea name="twin" label={words.twin} hint={words.twinHint} value={typed.twin} rows={5} />
        <Button>{words.checkTwin}</Button>
      </Form>

      <Limits words={words} />
    </Columns>,
  );
}
