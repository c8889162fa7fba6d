/** The real app over the report pages, with the room's cast. Who is asking comes with a header: signing in has its own tests. */
import { ASSETS_FOLDER } from '../../../design/assets.ts';
import { statusPages } from '../../../design/index.ts';
import { actorFor, examplePersonId } from '../../../directory/index.ts';
import type { Actor, Officer } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import { createApp } from '../../../platform/http/app.ts';
import { loadAssets } from '../../../platform/http/assets.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { Visitor } from '../../../platform/testing/visitor.ts';
import { CAST, type CastName } from '../../cast.test-support.ts';
import { castInOffice } from '../../cast-in-office.test-support.ts';
import { mountReports } from './routes.ts';

export interface ReportsTest {
  readonly t: TestDatabase;
  readonly app: WebRoutes;
  officer(name: CastName): Promise<Officer>;
  as(name: CastName, language?: 'id' | 'en'): Visitor;
}

export async function reportsTest(): Promise<ReportsTest> {
  const t = await testDatabase();
  t.setNow('2026-04-02T09:00:00+08:00');
  const officer = await castInOffice(t);
  const app = createApp(t.tools, {
    pages: statusPages,
    assets: await loadAssets(ASSETS_FOLDER),
    mount: mountReports,
    async actorOf(c): Promise<Actor> {
      const personId = c.req.header('X-Test-Person');
      const today = dayOf(t.tools.clock.now(), 'Asia/Jakarta');
      return (personId && (await actorFor(t.db, personId, today))) || { kind: 'visitor' };
    },
  });
  const as = (name: CastName, language: 'id' | 'en' = 'id') =>
    new Visitor(app, { 'X-Test-Person': examplePersonId(CAST[name]), 'Accept-Language': language });
  return { t, app, officer, as };
}

/** The text of a page as a reader sees it. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
}
