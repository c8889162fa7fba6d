/** The assembled application with the example people, complaints filed by the real action, and browsers that go through the questions. */
import { type Filed, type FilingOrder, fileComplaint } from '../../../complaints/index.ts';
import { mountComplaints } from '../../../complaints/web/routes.ts';
import { ASSETS_FOLDER } from '../../../design/assets.ts';
import { statusPages } from '../../../design/index.ts';
import { actorFor, examplePersonId, loadExamplePeople } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import { assembleWeb } from '../../../main.ts';
import { makePost } from '../../../messages/index.ts';
import { createApp } from '../../../platform/http/app.ts';
import { loadAssets } from '../../../platform/http/assets.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Settings } from '../../../platform/settings.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type FormFields, Visitor } from '../../../platform/testing/visitor.ts';
import { COMPLAINT } from '../../actions/intake/intake.test-support.ts';
import { mountCasework } from '../routes.ts';
import { caseworkOnFollow } from './follow/own-page.tsx';

export interface IntakeTest {
  readonly t: TestDatabase;
  readonly app: WebRoutes;
  file(change?: Partial<FilingOrder>): Promise<Filed>;
  /** The verification's time passes without a word. */
  wait(days: number): void;
  /** A browser that has opened the complaint with its code. */
  follow(filed: Filed): Promise<Visitor>;
}

export async function intakeTest(settings: Partial<Settings> = {}): Promise<IntakeTest> {
  let t: TestDatabase | undefined;
  const clock = { now: () => (t as TestDatabase).tools.clock.now() };
  const random = {
    id: () => (t as TestDatabase).tools.random.id(),
    bytes: (count: number) => (t as TestDatabase).tools.random.bytes(count),
  };
  t = await testDatabase({ post: makePost({ clock, random }), settings: { rateLimitFactor: 1000, ...settings } });
  const made = t;
  await loadExamplePeople(made.tools);
  const app = await assembleWeb(made.tools, { pool: made.pool });
  let secrets = 0;
  return {
    t: made,
    app,
    async file(change = {}) {
      secrets += 1;
      const filed = await fileComplaint(
        made.tools,
        { kind: 'visitor' },
        { ...COMPLAINT, ...change },
        `secret of client ${secrets}`,
      );
      if (!filed.ok) throw new Error(filed.refusal);
      return filed.value;
    },
    wait(days) {
      made.setNow(
        made.tools.clock
          .now()
          .add({ hours: 24 * days })
          .toString(),
      );
    },
    async follow(filed) {
      const visitor = new Visitor(app);
      const answer = await visitor.submit('/follow', { number: filed.trackingNumber, code: filed.receiptCode });
      if (answer.status !== 303) throw new Error(`not let in: ${answer.status}`);
      return visitor;
    },
  };
}

/** The same rooms with who is asking in a header: signing in has its own tests. */
export async function deskBrowser({ t }: Pick<IntakeTest, 't'>, email: string): Promise<Visitor> {
  const app = createApp(t.tools, {
    pages: statusPages,
    assets: await loadAssets(ASSETS_FOLDER),
    mount(routes) {
      mountCasework(routes);
      mountComplaints(routes, { casework: caseworkOnFollow });
    },
    async actorOf(): Promise<Actor> {
      const today = dayOf(t.tools.clock.now(), 'Asia/Jakarta');
      return (await actorFor(t.db, examplePersonId(email), today)) ?? { kind: 'visitor' };
    },
  });
  return new Visitor(app);
}

export const WHO: FormFields = {
  secret: 'no',
  name: 'I Made Contoh',
  birthPlace: 'Semarapura',
  'born-day': '17',
  'born-month': '8',
  'born-year': '1985',
  maritalStatus: 'married',
  occupation: 'Pedagang',
  address: 'Jalan Gajah Mada 1, Semarapura, Klungkung',
};

export const ANSWERS: Readonly<Record<string, FormFields>> = {
  kind: { kind: 'report' },
  story: {
    title: 'Surat rujukan tidak diberikan',
    account: 'Sudah tiga kali datang, surat rujukan tidak diberikan tanpa alasan.',
    'occurred-day': '',
    'occurred-month': '',
    'occurred-year': '',
  },
  where: { region: '51.05', in: '51', place: 'Puskesmas Contoh' },
  agency: { agency: '51.05.dinkes', respondent: 'Kepala Puskesmas' },
  before: { complained: 'yes', complainedHow: 'Menyurati kepala dinas, tidak dijawab.', court: 'no', reported: 'no' },
  wish: { loss: '', wish: 'Surat rujukan diberikan.' },
  you: { ...WHO, email: 'made@contoh.example', phone: '' },
  files: {},
};

/** Answers the questions one after the other, as far as the addresses lead; gives where it stands then. */
export async function answerAll(
  visitor: Visitor,
  base: string,
  from: string,
  answers: Readonly<Record<string, FormFields>> = ANSWERS,
): Promise<string> {
  let at = from;
  for (let step = 0; step < 12; step += 1) {
    const name = at.slice(base.length + 1).split('?')[0] ?? '';
    if (name === 'check' || name === 'receipt') return at;
    const answer = await visitor.send(at.split('?')[0] ?? at, {
      ...(await tokensOf(visitor, at)),
      ...(answers[name] ?? {}),
    });
    const next = answer.headers.get('location');
    if (answer.status !== 303 || !next) throw new Error(`${at}: ${answer.status} ${errorsIn(await answer.text()).join('; ')}`);
    at = next;
  }
  throw new Error(`the questions do not end: ${at}`);
}

/** Of the page's forms only the tokens: some pages have a search besides. */
async function tokensOf(visitor: Visitor, path: string): Promise<Record<string, string>> {
  const fields = await visitor.hiddenFields(path);
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith('_')));
}

/** What the error summary of a page says. */
export function errorsIn(html: string): string[] {
  const summary = /<div class="govuk-error-summary"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '';
  return [...summary.matchAll(/<a[^>]*>([\s\S]*?)<\/a>/g)].map((match) => match[1] ?? '');
}

export const textOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
