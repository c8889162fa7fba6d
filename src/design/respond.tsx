import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { WebContext } from '../platform/http/env.ts';
import type { FieldErrors } from './fields.ts';
import { takeFlash } from './flash.ts';
import { Frame, type FrameProps } from './frame.tsx';
import { CurrentPage, type PageContext, wordsOf } from './page-context.ts';

export interface PageOptions extends Omit<FrameProps, 'children' | 'flash' | 'bleed' | 'before'> {
  /** Default 200, or 422 when there are errors. */
  readonly status?: number | undefined;
  /** Shown in the summary on top and at their inputs. */
  readonly errors?: FieldErrors | undefined;
  readonly before?: Child | undefined;
  readonly bleed?: Child | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Answers with a whole page: `return page(c, { title }, <Body />)`. Language, actor, CSRF token, flash and example mode come
 * from the request. The body is rendered before the frame, so that its components can still ask for islands.
 */
export async function page(c: WebContext, options: PageOptions, body: Child): Promise<Response> {
  const { status, errors = [], headers, before, bleed, ...frame } = options;
  const context = contextOf(c, errors);
  const within = (child: Child) => renderWithin(context, child);
  const [main, above, wide] = [await within(body), before ? await within(before) : '', bleed ? await within(bleed) : ''];
  const flash = takeFlash(c);
  const document = await within(
    <Frame {...frame} flash={flash} before={above && raw(above)} bleed={wide && raw(wide)}>
      {raw(main)}
    </Frame>,
  );
  return c.html(`<!doctype html>${document}`, (status ?? (errors.length > 0 ? 422 : 200)) as 200, headers);
}

/**
 * What components may know, from a request. A fault may come before the middleware has put everything there; its page must
 * still come out, so what is missing has an empty default.
 */
export function contextOf(c: WebContext, errors: FieldErrors = []): PageContext {
  const url = new URL(c.req.url);
  const language = c.get('language') ?? 'id';
  return {
    language,
    words: wordsOf(language),
    path: `${url.pathname}${url.search}`,
    csrf: c.get('csrf') ?? '',
    actor: c.get('actor') ?? { kind: 'visitor' },
    exampleMode: c.get('tools').settings.exampleMode,
    errors,
    once: c.get('once') ?? (() => ''),
    islands: new Set(),
  };
}

/** Renders a component tree to HTML inside a page context. */
export async function renderWithin(context: PageContext, child: Child): Promise<string> {
  const element = <CurrentPage.Provider value={context}>{child}</CurrentPage.Provider>;
  return (await element.toString()).toString();
}
