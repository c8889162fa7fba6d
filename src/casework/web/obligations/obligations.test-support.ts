/** The real app over the pages of this room, with its cast. Who is asking comes with a header: signing in has its own tests. */
import { ASSETS_FOLDER } from '../../../design/assets.ts';
import { statusPages } from '../../../design/index.ts';
import { actorFor, examplePersonId } from '../../../directory/index.ts';
import type { Actor, Officer } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import { makePost } from '../../../messages/index.ts';
import { createApp } from '../../../platform/http/app.ts';
import { loadAssets } from '../../../platform/http/assets.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type FormFields, Visitor } from '../../../platform/testing/visitor.ts';
import type { Post } from '../../../platform/tools.ts';
import { CAST, type CastName, castOf } from '../../cast.test-support.ts';
import { mountCasework } from '../routes.ts';

export interface ObligationsTest {
  readonly t: TestDatabase;
  officer(name: CastName): Promise<Officer>;
  at(name: CastName | 'nobody', language?: 'id' | 'en'): Desk;
}

export async function obligationsTest(): Promise<ObligationsTest> {
  const given: { post?: Post } = {};
  const t = await testDatabase({ post: (tx, message) => given.post?.(tx, message) ?? Promise.resolve() });
  given.post = makePost(t.tools);
  const officer = await castOf(t);
  const app = createApp(t.tools, {
    pages: statusPages,
    assets: await loadAssets(ASSETS_FOLDER),
    mount: mountCasework,
    async actorOf(c): Promise<Actor> {
      const personId = c.req.header('X-Test-Person');
      const today = dayOf(t.tools.clock.now(), 'Asia/Jakarta');
      return (personId && (await actorFor(t.db, personId, today))) || { kind: 'visitor' };
    },
  });
  const at = (name: CastName | 'nobody', language: 'id' | 'en' = 'id') => {
    const person: Record<string, string> = name === 'nobody' ? {} : { 'X-Test-Person': examplePersonId(CAST[name]) };
    return new Desk(new Visitor(app, { ...person, 'Accept-Language': language }));
  };
  return { t, officer, at };
}

export interface Shown {
  readonly status: number;
  readonly html: string;
  readonly text: string;
  readonly location: string | null;
}

/** Somebody at a browser without scripts. */
export class Desk {
  readonly #visitor: Visitor;

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  async get(path: string): Promise<Shown> {
    return shown(await this.#visitor.get(path));
  }

  /** Sends the form that goes to `action` from the page it stands on, its hidden fields first. */
  async send(page: string, action: string, fields: FormFields, files: readonly File[] = []): Promise<Shown> {
    return this.sendFrom((await this.get(page)).html, action, fields, files);
  }

  async sendFrom(html: string, action: string, fields: FormFields, files: readonly File[] = []): Promise<Shown> {
    const hidden = hiddenIn(formIn(html, action));
    if (files.length === 0) return shown(await this.#visitor.send(action, { ...hidden, ...fields }));
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...hidden, ...fields }))
      for (const one of [value].flat()) body.append(name, one);
    for (const file of files) body.append('files', file);
    return shown(await this.#visitor.fetch(action, { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin' } }));
  }
}

function formIn(html: string, action: string): string {
  const forms = [...html.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/g)].map(([form]) => form.replaceAll('&amp;', '&'));
  const found = forms.find((form) => form.includes(`action="${action}"`));
  if (!found) throw new Error(`no form to ${action}`);
  return found;
}

function hiddenIn(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [input] of html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name !== undefined) fields[name] = /value="([^"]*)"/.exec(input)?.[1] ?? '';
  }
  return fields;
}

async function shown(response: Response): Promise<Shown> {
  const html = await response.text();
  const text = html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
  return { status: response.status, html, text, location: response.headers.get('Location') };
}
