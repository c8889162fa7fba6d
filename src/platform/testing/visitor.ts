import type { WebRoutes } from '../http/env.ts';

export interface FormFields {
  readonly [name: string]: string | readonly string[];
}

/**
 * A browser without a screen: keeps cookies, and sends forms the way a browser does, with the hidden fields of the page they stand on.
 * Redirects are answers to look at, not followed.
 */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #app: WebRoutes;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(app: WebRoutes, headers: Readonly<Record<string, string>> = {}) {
    this.#app = app;
    this.#headers = headers;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers({ ...this.#headers });
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    if (this.cookies.size > 0) headers.set('Cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    headers.set('Host', 'localhost:3000');
    const answer = await this.#app.request(`http://localhost:3000${path}`, { ...init, headers });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      if (attributes.some((attribute) => attribute.trim() === 'Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.fetch(path, { headers });
  }

  /** The hidden fields of the (first) form on a page. */
  async hiddenFields(page: string): Promise<Record<string, string>> {
    const html = await (await this.get(page)).text();
    const form = /<form[^>]*method="post"[\s\S]*?<\/form>/i.exec(html)?.[0] ?? html;
    const fields: Record<string, string> = {};
    for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      const name = /name="([^"]*)"/.exec(input)?.[1];
      if (name !== undefined) fields[name] = /value="([^"]*)"/.exec(input)?.[1] ?? '';
    }
    return fields;
  }

  /** Sends a form as it is given, hidden fields and all. */
  send(path: string, fields: FormFields, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return this.fetch(path, {
      method: 'POST',
      body: body.toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin', ...headers },
    });
  }

  /** Opens a page and sends its first form with these fields filled in. */
  async submit(path: string, fields: FormFields, page: string = path): Promise<Response> {
    return this.send(path, { ...(await this.hiddenFields(page)), ...fields });
  }
}
