/** Walking through the questions as a browser without JavaScript does. */
import { statusPages } from '../../../design/index.ts';
import { agencyByCode, type PositionKind, positionKind } from '../../../directory/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import { assembleWeb } from '../../../main.ts';
import { createApp } from '../../../platform/http/app.ts';
import type { Assets } from '../../../platform/http/assets.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Settings } from '../../../platform/settings.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { Visitor } from '../../../platform/testing/visitor.ts';
import { mountComplaints } from '../routes.ts';

export interface FilingTest {
  readonly t: TestDatabase;
  readonly app: WebRoutes;
}

/** A database and the whole product in front of it. */
export async function filingTest(settings: Partial<Settings> = {}): Promise<FilingTest> {
  const t = await testDatabase({ settings: { trustedProxies: 1, ...settings } });
  return { t, app: await assembleWeb(t.tools, { pool: t.pool }) };
}

/** The rooms' pages as an officer who has signed in sees them. */
export function officerApp(t: TestDatabase, officer: Officer, assets?: Assets): WebRoutes {
  return createApp(t.tools, {
    actorOf: async () => officer,
    mount: mountComplaints,
    pages: statusPages,
    ...(assets === undefined ? {} : { assets }),
  });
}

export async function officerAt(t: TestDatabase, code: string, kind: PositionKind): Promise<Officer> {
  const agency = await agencyByCode(t.db, code);
  if (!agency) throw new Error(`no agency ${code}`);
  const position = {
    positionId: t.tools.random.id(),
    kind,
    agencyId: agency.id,
    governmentId: agency.governmentId,
    agencyPath: agency.path,
    capabilities: positionKind(kind).capabilities,
    regionCode: agency.regionCode,
  };
  return { kind: 'officer', personId: t.tools.random.id(), name: `Petugas ${kind} (contoh)`, positions: [position] };
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
  readonly headers: Headers;
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A person with one browser. */
export class Walker {
  readonly browser: Visitor;

  constructor(app: WebRoutes, headers: Readonly<Record<string, string>> = {}) {
    this.browser = new Visitor(app, { 'X-Forwarded-For': '192.0.2.7', ...headers });
  }

  async get(path: string): Promise<Answer> {
    return read(await this.browser.get(path));
  }

  /** Opens an address and goes where it leads. */
  async open(path: string): Promise<Answer> {
    let answer = await this.get(path);
    for (let hops = 0; answer.location !== null && hops < 5; hops++) answer = await this.get(answer.location);
    return answer;
  }

  /** The hidden fields of the form on a page that is sent to `action`. */
  async hidden(page: string, action: string): Promise<Record<string, string>> {
    return hiddenFields((await this.open(page)).text, action);
  }

  /** Opens the page, fills in its form and sends it, as often as it is called. */
  async answer(path: string, fields: Fields, page: string = path): Promise<Answer> {
    return read(await this.browser.send(path, { ...(await this.hidden(page, path)), ...fields }));
  }

  /** Sends fields as they are, with a token of the visit. */
  async send(path: string, fields: Fields): Promise<Answer> {
    const { _csrf = '' } = await this.hidden('/complaints/new', '/complaints/new');
    return read(await this.browser.send(path, { _csrf, ...fields }));
  }

  /** The same as multipart, with files. */
  async upload(
    path: string,
    fields: Readonly<Record<string, string>>,
    files: readonly (readonly [field: string, name: string, bytes: Uint8Array])[],
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const [field, name, bytes] of files) form.append(field, new Blob([new Uint8Array(bytes)]), name);
    // As bytes: a body that is still being made when the application stops reading it is a fault of the test's own stream.
    const packed = new Response(form);
    const type = packed.headers.get('Content-Type') ?? '';
    const body = await packed.arrayBuffer();
    return read(
      await this.browser.fetch(path, {
        method: 'POST',
        body,
        headers: { 'Content-Type': type, 'Sec-Fetch-Site': 'same-origin', ...headers },
      }),
    );
  }
}

async function read(response: Response): Promise<Answer> {
  return {
    status: response.status,
    text: await response.text(),
    location: response.headers.get('Location'),
    headers: response.headers,
  };
}

/** Hidden fields of the form with this action; a page may have several (sign out, search). */
export function hiddenFields(html: string, action: string): Record<string, string> {
  const forms = [...html.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/gi)].map(([form]) => form);
  const form = forms.find((each) => each.includes(`action="${action}"`));
  if (form === undefined) throw new Error(`no form to ${action} on the page`);
  const fields: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name !== undefined) fields[name] = /value="([^"]*)"/.exec(input)?.[1] ?? '';
  }
  return fields;
}

/** What one types on each page for an ordinary complaint. */
export const COMPLAINT: readonly (readonly [step: string, fields: Fields])[] = [
  ['class', { class: 'complaint' }],
  ['story', { title: 'Jalan berlubang di depan pasar', description: 'Sudah tiga minggu jalan di depan pasar berlubang.' }],
  ['where', { region: '51.05' }],
  ['place', { place: 'Depan Pasar Galiran' }],
  ['when', { 'date-day': '14', 'date-month': '3', 'date-year': '2026' }],
  ['category', { category: 'public-works.potholes' }],
  ['agency', { agency: '51.05' }],
  ['files', {}],
  ['privacy', { anonymous: 'no', confidential: 'no' }],
  ['contact', {}],
];

export const ASPIRATION: typeof COMPLAINT = [
  ['class', { class: 'aspiration' }],
  ['story', { title: 'Puskesmas buka sampai sore', description: 'Banyak orang baru pulang kerja pukul empat sore.' }],
  ['where', { region: '51.05' }],
  ['agency', { agency: '-' }],
  ['files', {}],
  ['privacy', { anonymous: 'no', confidential: 'no' }],
  ['contact', {}],
];

export const QUESTION: typeof COMPLAINT = [
  ['class', { class: 'information-request' }],
  ['story', { title: 'Syarat akta kelahiran', description: 'Apa syaratnya?' }],
  ['where', { region: '51.05' }],
  ['agency', { agency: '-' }],
  ['privacy', { anonymous: 'no', confidential: 'no' }],
  ['contact', {}],
];

/** Begins and answers every question; stands before the summary afterwards. */
export async function answerAll(
  walker: Walker,
  pages: typeof COMPLAINT,
  changes: Readonly<Record<string, Fields>> = {},
  base = '/complaints/new',
): Promise<void> {
  const begun = await walker.answer(base, {});
  if (begun.status !== 303) throw new Error(`could not begin: ${begun.status}`);
  for (const [step, fields] of pages) {
    const answer = await walker.answer(`${base}/${step}`, changes[step] ?? fields);
    if (answer.status !== 303) throw new Error(`${step} answered ${answer.status}: ${errorsOn(answer.text).join(' / ')}`);
  }
}

/** Files what was answered and gives what the receipt shows. */
export async function fileIt(walker: Walker, base = '/complaints/new') {
  const sent = await walker.answer(`${base}/check`, {});
  if (sent.location !== `${base}/receipt`) throw new Error(`not filed: ${sent.status} ${sent.location} ${errorsOn(sent.text)}`);
  return receiptOn((await walker.get(sent.location)).text);
}

export function receiptOn(html: string): { number: string; code: string } {
  const number = /\d{3}-\d{3}-\d{4}/.exec(html)?.[0].replaceAll('-', '') ?? '';
  const code = /tuntas-slip__code[^>]*>([\s\S]*?)<\/p>/.exec(html)?.[1]?.replaceAll(/<[^>]*>|\s/g, '') ?? '';
  return { number, code };
}

/** The texts of the error summary. */
export function errorsOn(html: string): string[] {
  const summary = /<div class="govuk-error-summary"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '';
  return [...summary.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, item]) => (item ?? '').replaceAll(/<[^>]*>/g, ''));
}
