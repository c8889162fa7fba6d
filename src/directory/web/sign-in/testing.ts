import type { Actor } from '../../../kernel/actor.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createApp } from '../../../platform/http/app.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import type { Settings } from '../../../platform/settings.ts';
import { confirmTotp, createAccount, signedInPersonId } from '../../../platform/sign-in/index.ts';
import { totpCode, totpStep } from '../../../platform/sign-in/second-factor/totp.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import type { OutgoingMessage, Tools } from '../../../platform/tools.ts';
import { mountSignIn } from './routes.ts';

export const PUTU = { email: 'putu@dinkes.contoh.go.id', password: 'gajah menari di pasar ikan' };

/** A database, the real application with the pages of sign-in, and what was posted to the messages ledger. */
export async function signInTest(settings: Partial<Settings> = {}) {
  const posted: OutgoingMessage[] = [];
  const post = async (_tx: unknown, message: OutgoingMessage) => {
    posted.push(message);
  };
  const t = await testDatabase({ post, settings: { trustedProxies: 1, exampleMode: false, ...settings } });
  return { t, posted, app: signInApp(t.tools) };
}

/** The application as another process of the same installation would run it. */
export function signInApp(tools: Tools): WebRoutes {
  return createApp(tools, {
    async actorOf(c): Promise<Actor> {
      const personId = await signedInPersonId(c);
      return personId === null ? { kind: 'visitor' } : { kind: 'officer', personId, name: 'Putu Contoh', positions: [] };
    },
    mount(app) {
      mountSignIn(app);
      app.get('/desk', (c) => c.text(`desk of ${c.get('actor').kind}`));
      // A sensitive action of another room.
      app.post('/sensitive', async (c) => {
        const confirmed = await confirmTotp(c, readForm(c).text('code'));
        return c.text(confirmed.ok ? 'done' : confirmed.refusal.code);
      });
    },
    pages: {
      fault: (c, requestId) => c.text(`fault ${requestId}`),
      notFound: (c) => c.text('not found'),
      refused: (c, kind, text) => c.text(`${kind}: ${text}`),
    },
  });
}

/** Makes an account and returns the person with a way to ask for the phone's code at the clock's time. */
export async function makePerson(t: TestDatabase, account: { email: string; password: string } = PUTU) {
  const personId = t.tools.random.id();
  const { totpSecret } = await inTransaction(t, (tx) => createAccount(t.tools, tx, { personId, ...account }));
  return { personId, totpSecret, code: (later = 0) => totpCode(totpSecret, totpStep(t.tools.clock.now()) + later) };
}

export type Answer = {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
  readonly headers: Headers;
};

/** A browser without JavaScript: keeps cookies, sends forms of pages it has opened. */
export class Visitor {
  readonly #app: WebRoutes;
  readonly #headers: Readonly<Record<string, string>>;
  readonly cookies = new Map<string, string>();
  #page = '';

  constructor(app: WebRoutes, headers: Readonly<Record<string, string>> = {}) {
    this.#app = app;
    this.#headers = {
      'X-Forwarded-For': '192.0.2.1',
      'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Firefox/150.0',
      ...headers,
    };
  }

  get(path: string): Promise<Answer> {
    return this.#send(path, { method: 'GET' });
  }

  /** Opens a page and follows where it leads. */
  async open(path: string): Promise<Answer> {
    let answer = await this.get(path);
    for (let hops = 0; answer.location !== null && hops < 5; hops++) answer = await this.get(answer.location);
    return answer;
  }

  /** Sends a form with the tokens of the last page. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    const token = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(this.#page)?.[1] ?? '';
    const body = new URLSearchParams({ _csrf: token('_csrf'), _once: `${token('_once')}${Math.random()}`, ...fields });
    return this.#send(path, { method: 'POST', body });
  }

  async signIn(account: { email: string; password: string }, code: string): Promise<Answer> {
    await this.get('/sign-in');
    const first = await this.post('/sign-in', account);
    if (first.location === null) return first;
    await this.get(first.location);
    return this.post('/sign-in/code', { code });
  }

  async #send(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.#app.request(path, { ...init, headers: { ...this.#headers, Cookie: cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const text = await response.text();
    if (text.includes('_csrf')) this.#page = text;
    return { status: response.status, text, location: response.headers.get('Location'), headers: response.headers };
  }
}

/** The page without what differs at every answer: tokens of forms. */
export function withoutTokens(html: string): string {
  return html.replace(/name="(_csrf|_once)" value="[^"]*"/g, 'name="$1"');
}
