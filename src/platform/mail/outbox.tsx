import { isUuid } from '../../kernel/ids.ts';
import type { WebContext, WebRoutes } from '../http/env.ts';
import { words } from '../http/words.ts';
import { type KeptMail, readOutbox } from './outbox-store.ts';

const PAGE_SIZE = 50;

/** Mounts `/outbox`. Only ever called in example mode: the mails in it would otherwise be other people's post. */
export function mountOutbox(app: WebRoutes): void {
  app.get('/outbox', async (c) => {
    const before = c.req.query('before');
    const mails = await readOutbox(c.get('tools').db, PAGE_SIZE, before !== undefined && isUuid(before) ? before : undefined);
    return c.html(<OutboxPage c={c} mails={mails} />, 200, { 'Cache-Control': 'no-store' });
  });
}

/** A page of plain HTML: it belongs to the platform, which knows no design, and nobody but a tester ever sees it. */
function OutboxPage({ c, mails }: { c: WebContext; mails: readonly KeptMail[] }) {
  const language = c.get('language');
  const say = words(language);
  const last = mails.at(-1);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{say.outboxTitle}</title>
      </head>
      <body>
        <main>
          <h1>{say.outboxTitle}</h1>
          <p>{say.outboxLead}</p>
          {mails.length === 0 && <p>{say.outboxEmpty}</p>}
          {mails.map((mail) => (
            <article id={mail.id}>
              <h2>{mail.subject}</h2>
              <p>
                {say.outboxTo}: {mail.to} · {say.outboxSentAt}:{' '}
                <time datetime={mail.sentAt.toString()}>{mail.sentAt.toString({ smallestUnit: 'second' })}</time>
              </p>
              {paragraphs(mail.text)}
            </article>
          ))}
          {mails.length === PAGE_SIZE && last !== undefined && <a href={`/outbox?before=${last.id}`}>{say.outboxOlder}</a>}
        </main>
      </body>
    </html>
  );
}

/** Paragraphs and lines as in the mail, with addresses that can be followed. */
function paragraphs(text: string) {
  return text.split(/\n{2,}/).map((paragraph) => (
    <p>
      {paragraph.split('\n').map((line, index) => (
        <>
          {index > 0 && <br />}
          {line.split(/(https?:\/\/\S+)/).map((part) => (/^https?:\/\//.test(part) ? <a href={part}>{part}</a> : part))}
        </>
      ))}
    </p>
  ));
}
