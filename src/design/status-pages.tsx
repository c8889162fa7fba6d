import type { RefusalKind } from '../kernel/result.ts';
import type { WebContext } from '../platform/http/env.ts';
import { LinkButton } from './components/buttons.tsx';
import { Columns, PageHeading } from './components/layout.tsx';
import { wordsOf } from './page-context.ts';
import { page } from './respond.tsx';

/** The pages for answers that belong to no room; `main.ts` gives them to `createApp`. */
export const statusPages = {
  /** Our fault: an apology with the reference number that support finds in the log. */
  fault(c: WebContext, requestId: string): Promise<Response> {
    const words = wordsOf(c.get('language') ?? 'id');
    return page(
      c,
      { title: words.faultTitle, status: 500 },
      <Columns>
        <PageHeading>{words.faultTitle}</PageHeading>
        <p>{words.faultText}</p>
        <p>
          {words.faultReference} <code>{requestId}</code>
        </p>
        <LinkButton href="/">{words.toHome}</LinkButton>
      </Columns>,
    );
  },

  notFound(c: WebContext): Promise<Response> {
    const words = wordsOf(c.get('language') ?? 'id');
    return page(
      c,
      { title: words.notFoundTitle, status: 404 },
      <Columns>
        <PageHeading>{words.notFoundTitle}</PageHeading>
        <p>{words.notFoundText}</p>
        <p>
          <a href="/follow">{words.followComplaint}</a>
        </p>
        <LinkButton href="/">{words.toHome}</LinkButton>
      </Columns>,
    );
  },

  /** `text` says in the reader's language why, and what to do. */
  refused(c: WebContext, kind: RefusalKind, text: string): Promise<Response> {
    const words = wordsOf(c.get('language') ?? 'id');
    const title = kind === 'busy' ? words.busyTitle : kind === 'forbidden' ? words.forbiddenTitle : words.refusedTitle;
    return page(
      c,
      { title, status: STATUS[kind] },
      <Columns>
        <PageHeading>{title}</PageHeading>
        <p>{text}</p>
        <LinkButton href="/" kind="secondary">
          {words.toHome}
        </LinkButton>
      </Columns>,
    );
  },
};

const STATUS: Readonly<Record<RefusalKind, number>> = { invalid: 422, conflict: 409, forbidden: 403, absent: 404, busy: 429 };
