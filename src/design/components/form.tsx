import type { Child } from 'hono/jsx';
import type { FieldErrors } from '../fields.ts';
import { CurrentPage, usePage } from '../page-context.ts';

export interface FormProps {
  /** `post` (the default) adds the hidden fields `_csrf` and `_once`; `get` is for filters and search. */
  readonly method?: 'post' | 'get' | undefined;
  readonly action: string;
  /** For file uploads. */
  readonly multipart?: boolean | undefined;
  /** Value of `_once`, when it must survive from one page to the next (a draft). Default: a fresh one. */
  readonly once?: string | undefined;
  readonly id?: string | undefined;
  readonly class?: string | undefined;
  /** Errors of this form alone, when a page has several; default are the page's. */
  readonly errors?: FieldErrors | undefined;
  readonly children?: Child;
}

/** A form that says what is wrong in words of ours (`novalidate`), never by the browser's own bubbles. */
export function Form(props: FormProps) {
  const page = usePage();
  const post = (props.method ?? 'post') === 'post';
  return (
    <form
      method={post ? 'post' : 'get'}
      action={props.action}
      enctype={props.multipart ? 'multipart/form-data' : undefined}
      id={props.id}
      class={props.class}
      novalidate
    >
      {post && <input type="hidden" name="_csrf" value={page.csrf} />}
      {post && <input type="hidden" name="_once" value={props.once ?? page.once()} />}
      {props.errors ? (
        <CurrentPage.Provider value={{ ...page, errors: props.errors }}>{props.children}</CurrentPage.Provider>
      ) : (
        props.children
      )}
    </form>
  );
}

/** A hidden value that a form carries. */
export function Hidden(props: { name: string; value: string }) {
  return <input type="hidden" name={props.name} value={props.value} />;
}
