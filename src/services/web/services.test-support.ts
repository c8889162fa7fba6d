/** Pages of the room in front of a real database with the example people and services; who asks comes with a header. */
import { complaintsAbout } from '../../complaints/web/public/about-service.tsx';
import { mountComplaints } from '../../complaints/web/routes.ts';
import { mountDashboards } from '../../dashboards/web/routes.ts';
import { page, statusPages } from '../../design/index.ts';
import { actorFor, examplePersonId, loadExamplePeople } from '../../directory/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { dayOf } from '../../kernel/time.ts';
import { createApp } from '../../platform/http/app.ts';
import type { WebRoutes } from '../../platform/http/env.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { Visitor } from '../../platform/testing/visitor.ts';
import { loadExampleServices } from '../examples/load-example-services.ts';
import { mountServices } from './routes.ts';

export interface ServicesTest {
  readonly t: TestDatabase;
  readonly app: WebRoutes;
  /** A browser of an example person, or of nobody. */
  as(email?: string): Browser;
  close(): Promise<void>;
}

export async function servicesTest(): Promise<ServicesTest> {
  const t = await testDatabase();
  await loadExamplePeople(t.tools);
  await loadExampleServices(t.tools);
  const app = createApp(t.tools, {
    pages: statusPages,
    frame: page,
    mount(routes) {
      mountServices(routes, { complaintsAbout });
      mountComplaints(routes);
      mountDashboards(routes);
    },
    async actorOf(c): Promise<Actor> {
      const email = c.req.header('X-Test-Person');
      const today = dayOf(t.tools.clock.now(), 'Asia/Jakarta');
      return (email && (await actorFor(t.db, examplePersonId(email), today))) || { kind: 'visitor' };
    },
  });
  return { t, app, as: (email) => new Browser(app, email ? { 'X-Test-Person': email } : {}), close: () => t.close() };
}

export interface Shown {
  readonly status: number;
  readonly text: string;
  readonly location: string;
}

export class Browser extends Visitor {
  async open(path: string): Promise<Shown> {
    return shown(await this.get(path));
  }

  /** Fills in the form that goes to `action` on a page, and sends it. */
  async fill(
    pagePath: string,
    action: string,
    fields: Readonly<Record<string, string>>,
    file?: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<Shown> {
    const html = await (await this.get(pagePath)).text();
    const form = html.split('<form').find((part) => part.includes(`action="${action}"`));
    if (!form) throw new Error(`no form to ${action} on ${pagePath}`);
    const hidden: Record<string, string> = {};
    for (const [input] of form.split('</form>')[0]?.matchAll(/<input[^>]*type="hidden"[^>]*>/g) ?? []) {
      const name = /name="([^"]*)"/.exec(input)?.[1];
      if (name) hidden[name] = /value="([^"]*)"/.exec(input)?.[1] ?? '';
    }
    const all = { ...hidden, ...fields };
    if (!form.includes('multipart/form-data')) return shown(await this.send(action, all));
    const body = new FormData();
    for (const [name, value] of Object.entries(all)) body.append(name, value);
    if (file) body.append('file', new Blob([new Uint8Array(file.bytes)]), file.name);
    return shown(await this.fetch(action, { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin' } }));
  }
}

async function shown(answer: Response): Promise<Shown> {
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('Location') ?? '' };
}
