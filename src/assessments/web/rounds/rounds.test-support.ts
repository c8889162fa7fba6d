/** The pages of rounds over a real database: officers with real positions in browsers that send forms. */
import { ASSETS_FOLDER } from '../../../design/assets.ts';
import { statusPages } from '../../../design/index.ts';
import { actorFor } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import { makePost } from '../../../messages/index.ts';
import { createApp } from '../../../platform/http/app.ts';
import { loadAssets } from '../../../platform/http/assets.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type FormFields, Visitor } from '../../../platform/testing/visitor.ts';
import type { Post } from '../../../platform/tools.ts';
import { mountAssessments } from '../routes.ts';

export interface RoundsTest {
  readonly t: TestDatabase;
  readonly app: WebRoutes;
}

/** Who is asking comes with a header: signing in has its own tests. */
export async function roundsTest(): Promise<RoundsTest> {
  const given: { post?: Post } = {};
  const t = await testDatabase({ post: (tx, message) => given.post?.(tx, message) ?? Promise.resolve() });
  given.post = makePost(t.tools);
  const app = createApp(t.tools, {
    pages: statusPages,
    assets: await loadAssets(ASSETS_FOLDER),
    mount: mountAssessments,
    async actorOf(c): Promise<Actor> {
      const personId = c.req.header('X-Test-Person');
      const today = dayOf(t.tools.clock.now(), 'Asia/Jakarta');
      return (personId && (await actorFor(t.db, personId, today))) || { kind: 'visitor' };
    },
  });
  return { t, app };
}

export interface Answer {
  readonly status: number;
  readonly html: string;
  readonly location: string | null;
}

/** Where the form stands that files are sent with: by default on the page of its own address. */
export interface FilesFrom {
  readonly page?: string;
  /** Of a page that answered a form, and so has no address of its own. */
  readonly html?: string;
  /** Name of the input. */
  readonly name?: string;
}

export class AtDesk {
  readonly #visitor: Visitor;

  constructor({ app }: RoundsTest, personId: string, language: 'id' | 'en' = 'id') {
    this.#visitor = new Visitor(app, { 'X-Test-Person': personId, 'Accept-Language': language });
  }

  async get(path: string): Promise<Answer> {
    return read(await this.#visitor.get(path));
  }

  /** Opens a page and sends the form on it that goes to `path`, its hidden fields first. */
  async submit(path: string, fields: FormFields, page: string = path): Promise<Answer> {
    const html = (await this.get(page)).html;
    return read(await this.#visitor.send(path, { ...hiddenIn(formIn(html, path)), ...fields }));
  }

  /** The same with files, as a browser without JavaScript sends it. */
  async submitFiles(
    path: string,
    fields: Readonly<Record<string, string>>,
    files: readonly File[],
    { page = path, html: shown, name: chooser = 'files' }: FilesFrom = {},
  ): Promise<Answer> {
    const html = shown ?? (await this.get(page)).html;
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...hiddenIn(formIn(html, path)), ...fields })) body.append(name, value);
    for (const file of files) body.append(chooser, file);
    return read(await this.#visitor.fetch(path, { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin' } }));
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

async function read(response: Response): Promise<Answer> {
  return { status: response.status, html: await response.text(), location: response.headers.get('Location') };
}

/** The smallest picture there is. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
