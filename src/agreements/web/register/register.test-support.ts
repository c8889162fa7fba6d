/** The real app over the pages of this room, with its cast. Who is asking comes with a header: signing in has its own tests. */
import { ASSETS_FOLDER } from '../../../design/assets.ts';
import { statusPages } from '../../../design/index.ts';
import { actorFor, examplePersonId } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import { makePost } from '../../../messages/index.ts';
import { createApp } from '../../../platform/http/app.ts';
import { loadAssets } from '../../../platform/http/assets.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type FormFields, Visitor } from '../../../platform/testing/visitor.ts';
import type { Post } from '../../../platform/tools.ts';
import { CAST, type Cast, type CastName, castOf } from '../../cast.test-support.ts';
import { mountAgreements } from '../routes.ts';

export interface RegisterTest {
  readonly t: TestDatabase;
  readonly who: Cast;
  at(name: CastName | 'nobody' | `${string}@${string}`, language?: 'id' | 'en'): Browser;
}

export async function registerTest(): Promise<RegisterTest> {
  const given: { post?: Post } = {};
  const t = await testDatabase({ post: (tx, message) => given.post?.(tx, message) ?? Promise.resolve() });
  given.post = makePost(t.tools);
  const who = await castOf(t);
  const app = createApp(t.tools, {
    pages: statusPages,
    assets: await loadAssets(ASSETS_FOLDER),
    mount: mountAgreements,
    async actorOf(c): Promise<Actor> {
      const personId = c.req.header('X-Test-Person');
      const today = dayOf(t.tools.clock.now(), 'Asia/Jakarta');
      return (personId && (await actorFor(t.db, personId, today))) || { kind: 'visitor' };
    },
  });
  const at = (name: CastName | 'nobody' | `${string}@${string}`, language: 'id' | 'en' = 'id') => {
    const address = name.includes('@') ? name : CAST[name as CastName];
    const person: Record<string, string> = name === 'nobody' ? {} : { 'X-Test-Person': examplePersonId(address) };
    return new Browser(new Visitor(app, { ...person, 'Accept-Language': language }));
  };
  return { t, who, at };
}

export interface Shown {
  readonly status: number;
  readonly html: string;
  readonly text: string;
  readonly location: string | null;
}

/** Somebody at a browser without scripts. */
export class Browser {
  readonly #visitor: Visitor;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  async get(path: string): Promise<Shown> {
    return shown(await this.#visitor.get(path));
  }

  raw(path: string): Promise<Response> {
    return this.#visitor.get(path);
  }

  /** Sends the form that goes to `action` from the page it stands on, with everything that stands in it, some of it changed. */
  async send(page: string, action: string, fields: FormFields, files: Readonly<Record<string, File>> = {}): Promise<Shown> {
    return this.sendFrom((await this.get(page)).html, action, fields, files);
  }

  async sendFrom(html: string, action: string, fields: FormFields, files: Readonly<Record<string, File>> = {}): Promise<Shown> {
    const all = { ...filledIn(formTo(html, action)), ...fields };
    if (Object.keys(files).length === 0) return shown(await this.#visitor.send(action, all));
    const body = new FormData();
    for (const [name, value] of Object.entries(all)) for (const one of [value].flat()) body.append(name, one as string);
    for (const [name, file] of Object.entries(files)) body.append(name, file);
    return shown(await this.#visitor.fetch(action, { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin' } }));
  }
}

export function formTo(html: string, action: string): string {
  const forms = [...html.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/g)].map(([form]) => form.replaceAll('&amp;', '&'));
  const found = forms.find((form) => form.includes(`action="${action}"`));
  if (!found) throw new Error(`no form to ${action}`);
  return found;
}

const plain = (text: string) =>
  text
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');

/** What a browser would send of a form as it stands, without pressing a button that has a name. */
function filledIn(form: string): Record<string, string | readonly string[]> {
  const fields: Record<string, string[]> = {};
  const put = (name: string | undefined, value: string) => {
    if (name !== undefined) fields[name] = [...(fields[name] ?? []), plain(value)];
  };
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const type = /type="([^"]*)"/.exec(input)?.[1] ?? 'text';
    if (type === 'file' || ((type === 'checkbox' || type === 'radio') && !/ checked/.test(input))) continue;
    put(/name="([^"]*)"/.exec(input)?.[1], /value="([^"]*)"/.exec(input)?.[1] ?? '');
  }
  for (const [, tag, text] of form.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g))
    put(/name="([^"]*)"/.exec(tag as string)?.[1], (text as string).replace(/^\n/, ''));
  for (const [, tag, options] of form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const all = [...(options as string).matchAll(/<option[^>]*>/g)].map(([option]) => option);
    const chosen = all.find((option) => / selected/.test(option)) ?? all[0] ?? '';
    put(/name="([^"]*)"/.exec(tag as string)?.[1], /value="([^"]*)"/.exec(chosen)?.[1] ?? '');
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [name, values.length === 1 ? (values[0] as string) : values]),
  );
}

async function shown(response: Response): Promise<Shown> {
  const html = await response.text();
  const text = plain(html.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replaceAll(/<[^>]+>/g, ' ')).replaceAll(/\s+/g, ' ');
  return { status: response.status, html, text, location: response.headers.get('Location') };
}
