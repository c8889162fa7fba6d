import type { Child } from 'hono/jsx';
import { isUuid } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import type { WebContext, WebRoutes } from '../http/env.ts';
import { words } from '../http/words.ts';
import { type KeptMail, readOutbox } from './outbox-store.ts';

const PAGE_SIZE = 50;

/** How a page is framed; `page` of design/, filled in where everything meets, because the platform knows no design. */
export type OutboxFrame = (
  c: WebContext,
  options: { readonly title: string; readonly headers: Readonly<Record<string, string>> },
  body: Child,
) => Response | Promise<Response>;

const HEADERS = { 'Cache-Control': 'no-store' };

/** Mounts `/outbox`. Only ever called in example mode: the mails in it would otherwise be other people's post. */
export function mountOutbox(app: WebRoutes, frame: OutboxFrame = plainFrame): void {
  app.get('/outbox', async (c) => {
    const before = c.req.query('before');
    const mails = await readOutbox(c.get('tools').db, PAGE_SIZE, before !== undefined && isUuid(before) ? before : undefined);
    const language = c.get('language');
    return frame(c, { title: words(language).outboxTitle, headers: HEADERS }, <Mails language={language} mails={mails} />);
  });
}

/** Where nobody brings a frame. */
const plainFrame: OutboxFrame = (c, { title, headers }, body) =>
  c.html(
    <html lang={c.get('language')}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
      </head>
      <body>
        <main>{body}</main>
      </body>
    </html>,
    200,
    headers,
  );

function Mails({ language, mails }: { language: Language; mails: readonly KeptMail[] }) {
  const say = words(language);
  const last = mails.at(-1);
  const when = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'id-ID', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Jakarta',
  });
  return (
    <>
      <h1>{say.outboxTitle}</h1>
      <p>{say.outboxLead}</p>
      {mails.length === 0 && <p>{say.outboxEmpty}</p>}
      {mails.map((mail) => (
        <article id={mail.id}>
          <h2>{mail.subject}</h2>
          <p>
            {say.outboxTo}: {mail.to} · {say.outboxSentAt}:{' '}
            <time datetime={mail.sentAt.toString()}>{when.format(mail.sentAt.epochMilliseconds)} WIB</time>
          </p>
          {paragraphs(mail.text)}
        </article>
      ))}
      {mails.length === PAGE_SIZE && last !== undefined && <a href={`/outbox?before=${last.id}`}>{say.outboxOlder}</a>}
    </>
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
