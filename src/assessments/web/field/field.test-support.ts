/** The field form over a real database. Who is asking comes with a cookie that `/sign-in` gives: signing in has its own tests. */
import { ASSETS_FOLDER } from '../../../design/assets.ts';
import { statusPages } from '../../../design/index.ts';
import { actorFor } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import { createApp } from '../../../platform/http/app.ts';
import { loadAssets } from '../../../platform/http/assets.ts';
import { readCookie, writeCookie } from '../../../platform/http/cookies.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Settings } from '../../../platform/settings.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { type FormFields, Visitor } from '../../../platform/testing/visitor.ts';
import { type FieldTest, fieldTest } from '../../actions/field.test-support.ts';
import { mountField } from './routes.ts';

export interface FieldWebTest extends FieldTest {
  readonly app: WebRoutes;
  /** Whom `/sign-in` signs in; null = nobody. */
  signsIn: string | null;
  close(): Promise<void>;
}

const COOKIE = 'test-person';

export async function fieldWebTest(settings: Partial<Settings> = {}): Promise<FieldWebTest> {
  const t = await testDatabase({ settings });
  const field = await fieldTest(t);
  const app = createApp(t.tools, {
    pages: statusPages,
    assets: await loadAssets(ASSETS_FOLDER),
    mount(routes) {
      mountField(routes);
      routes.get('/sign-in', (c) => {
        if (house.signsIn) writeCookie(c, COOKIE, house.signsIn);
        return c.redirect(c.req.query('return') ?? '/', 303);
      });
    },
    async actorOf(c): Promise<Actor> {
      const personId = c.req.header('X-Test-Person') ?? readCookie(c, COOKIE);
      const today = dayOf(t.tools.clock.now(), 'Asia/Jakarta');
      return (personId && (await actorFor(t.db, personId, today))) || { kind: 'visitor' };
    },
  });
  const house: FieldWebTest = { ...field, app, signsIn: field.assessor.personId, close: () => t.close() };
  return house;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
  readonly headers: Headers;
}

/** Somebody in a browser without scripts. */
export class InField {
  readonly visitor: Visitor;

  constructor(house: FieldWebTest, personId: string | null, language: 'id' | 'en' = 'id') {
    const who = personId ? { 'X-Test-Person': personId } : {};
    this.visitor = new Visitor(house.app, { ...who, 'Accept-Language': language });
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return read(await this.visitor.get(path, headers));
  }

  /** Opens a page and sends its form the way a browser does: everything on it, and what is given instead. */
  async submit(path: string, fields: FormFields, files: Readonly<Record<string, File>> = {}, page = path): Promise<Answer> {
    const shown = (await this.get(page)).text;
    const forms = [...shown.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/g)].map(([each]) => each);
    const form = forms.find((each) => each.includes(`action="${path}"`)) ?? '';
    return this.post(path, { ...fieldsOf(form), ...fields }, files);
  }

  async post(path: string, fields: FormFields, files: Readonly<Record<string, File>> = {}): Promise<Answer> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    for (const [name, file] of Object.entries(files)) body.append(name, file);
    const headers = { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' };
    return read(await this.visitor.fetch(path, { method: 'POST', body, headers }));
  }

  /** As the app does: JSON back. */
  async sync(path: string, fields: Readonly<Record<string, string>>, file?: File): Promise<{ status: number; body: unknown }> {
    const { csrf } = JSON.parse((await this.get('/field/sync/session')).text) as { csrf: string };
    const body = new FormData();
    body.append('_csrf', csrf);
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    if (file) body.append('file', file);
    const headers = { 'Sec-Fetch-Site': 'same-origin', Accept: 'application/json' };
    const answer = await this.visitor.fetch(`/field/sync/${path}`, { method: 'POST', body, headers });
    return { status: answer.status, body: await answer.json() };
  }
}

/** Values of inputs as a browser would send them. */
export function fieldsOf(html: string): Record<string, string> {
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  const fields: Record<string, string> = {};
  for (const [input] of html.matchAll(/<input[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(input)?.[1];
    const type = /\btype="([^"]*)"/.exec(input)?.[1] ?? 'text';
    if (name === undefined || type === 'file') continue;
    if (/radio|checkbox/.test(type) && !/\bchecked\b/.test(input)) continue;
    fields[name] = plain(/\bvalue="([^"]*)"/.exec(input)?.[1] ?? '');
  }
  for (const [, name = '', value = ''] of html.matchAll(/<textarea[^>]*\bname="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g)) {
    fields[name] = plain(value);
  }
  return fields;
}

async function read(response: Response): Promise<Answer> {
  return {
    status: response.status,
    text: await response.text(),
    location: response.headers.get('Location'),
    headers: response.headers,
  };
}
