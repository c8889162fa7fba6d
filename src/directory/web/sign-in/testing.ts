import { statusPages } from '../../../design/status-pages.tsx';
import type { Actor } from '../../../kernel/actor.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createApp } from '../../../platform/http/app.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import type { Settings } from '../../../platform/settings.ts';
import { confirmTotp, createAccount, signedInPersonId } from '../../../platform/sign-in/index.ts';
import { totpCode, totpStep } from '../../../platform/sign-in/second-factor/totp.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { Visitor as Browserless } from '../../../platform/testing/visitor.ts';
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
    pages: statusPages,
  });
}

/** Makes an account and returns the person with a way to ask for the phone's code at the clock's time. */
export async function makePerson(t: TestDatabase, account: { email: string; password: string } = PUTU) {
  const personId = t.tools.random.id();
  const { totpSecret } = await inTransaction(t, (tx) => createAccount(t.tools, tx, { personId, ...account }));
  return { personId, totpSecret, code: (later = 0) => totpCode(totpSecret, totpStep(t.tools.clock.now()) + later) };
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
  readonly headers: Headers;
}

/** A visitor whose forms carry the tokens of the last page that was opened, and who knows how to sign in. */
export class Visitor {
  readonly #browser: Browserless;
  #page = '';

  constructor(app: WebRoutes, headers: Readonly<Record<string, string>> = {}) {
    this.#browser = new Browserless(app, { 'X-Forwarded-For': '192.0.2.1', 'User-Agent': FIREFOX, ...headers });
  }

  get cookies(): Map<string, string> {
    return this.#browser.cookies;
  }

  async get(path: string): Promise<Answer> {
    return this.#read(await this.#browser.get(path));
  }

  /** Opens a page and follows where it leads. */
  async open(path: string): Promise<Answer> {
    let answer = await this.get(path);
    for (let hops = 0; answer.location !== null && hops < 5; hops++) answer = await this.get(answer.location);
    return answer;
  }

  async post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    const token = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(this.#page)?.[1] ?? '';
    // Each submission is meant: the guard against double clicks has its own tests.
    const once = `${token('_once')}${Math.random()}`;
    return this.#read(await this.#browser.send(path, { _csrf: token('_csrf'), _once: once, ...fields }));
  }

  async signIn(account: { email: string; password: string }, code: string): Promise<Answer> {
    await this.get('/sign-in');
    const first = await this.post('/sign-in', account);
    if (first.location === null) return first;
    await this.get(first.location);
    return this.post('/sign-in/code', { code });
  }

  async #read(response: Response): Promise<Answer> {
    const text = await response.text();
    if (text.includes('_csrf')) this.#page = text;
    return { status: response.status, text, location: response.headers.get('Location'), headers: response.headers };
  }
}

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0';

/** The page without what differs at every answer: tokens of forms. */
export function withoutTokens(html: string): string {
  return html.replace(/name="(_csrf|_once)" value="[^"]*"/g, 'name="$1"');
}
