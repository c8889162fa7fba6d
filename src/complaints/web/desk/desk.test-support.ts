/** The desk over a real database: officers with real positions, complaints filed through the front, and browsers that drive forms. */
import { ASSETS_FOLDER } from '../../../design/assets.ts';
import { statusPages } from '../../../design/index.ts';
import { actorFor, agencyByCode, type PositionKind } from '../../../directory/index.ts';
import type { Actor, Officer } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import { makePost } from '../../../messages/index.ts';
import { createApp } from '../../../platform/http/app.ts';
import { loadAssets } from '../../../platform/http/assets.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type FormFields, Visitor } from '../../../platform/testing/visitor.ts';
import type { Post } from '../../../platform/tools.ts';
import { type FilingOrder, fileComplaint } from '../../actions/file-complaint.ts';
import type { Complaint } from '../../rules/complaint.ts';
import { loadComplaint } from '../../store/complaints.ts';
import { mountDesk } from './routes.ts';

export interface DeskTest {
  readonly t: TestDatabase;
  readonly app: WebRoutes;
  close(): Promise<void>;
}

/** Who is asking comes with a header: signing in has its own tests. */
export async function deskTest(): Promise<DeskTest> {
  const given: { post?: Post } = {};
  const t = await testDatabase({ post: (tx, message) => given.post?.(tx, message) ?? Promise.resolve() });
  given.post = makePost(t.tools);
  const app = createApp(t.tools, {
    pages: statusPages,
    assets: await loadAssets(ASSETS_FOLDER),
    mount: mountDesk,
    async actorOf(c): Promise<Actor> {
      const personId = c.req.header('X-Test-Person');
      const today = dayOf(t.tools.clock.now(), 'Asia/Jakarta');
      return (personId && (await actorFor(t.db, personId, today))) || { kind: 'visitor' };
    },
  });
  return { t, app, close: () => t.close() };
}

let numbers = 0;

/** Puts somebody into office, since long ago. */
export async function appoint(
  { t }: DeskTest,
  code: string,
  kind: PositionKind,
): Promise<{ personId: string; positionId: string }> {
  const agency = await agencyByCode(t.db, code);
  if (!agency) throw new Error(`no agency ${code}`);
  const [personId, positionId] = [t.tools.random.id(), t.tools.random.id()];
  numbers += 1;
  const tables = t.ownerDb.withTables<{
    'directory.people': Record<string, unknown>;
    'directory.positions': Record<string, unknown>;
  }>();
  await tables
    .insertInto('directory.people')
    .values({
      id: personId,
      name: `${kind} ${numbers} (contoh)`,
      email: `orang${numbers}@contoh.example`,
      created_at: '2025-01-01T00:00:00Z',
    })
    .execute();
  await tables
    .insertInto('directory.positions')
    .values({
      id: positionId,
      person_id: personId,
      kind,
      agency_id: agency.id,
      decree_number: `SK ${numbers}`,
      decree_on: '2025-01-01',
      starts_on: '2025-01-02',
      created_at: '2025-01-01T00:00:00Z',
    })
    .execute();
  return { personId, positionId };
}

export async function actorOf({ t }: DeskTest, personId: string): Promise<Officer> {
  const actor = await actorFor(t.db, personId, dayOf(t.tools.clock.now(), 'Asia/Jakarta'));
  if (!actor) throw new Error('nobody');
  return actor;
}

export const POTHOLE: FilingOrder = {
  class: 'complaint',
  channel: 'web',
  title: 'Jalan berlubang di depan pasar',
  description: 'Sudah tiga minggu jalan di depan pasar berlubang dan belum diperbaiki.',
  regionCode: '51.05',
  categoryCode: null,
  occurredOn: null,
  place: 'Depan pasar',
  location: null,
  agencyId: null,
  anonymous: false,
  confidential: false,
  contact: undefined,
  continuesId: null,
  files: [],
};

export async function filed({ t }: DeskTest, change: Partial<FilingOrder> = {}): Promise<Complaint> {
  const secret = `client secret ${t.tools.random.id()}`;
  const result = await fileComplaint(t.tools, { kind: 'visitor' }, { ...POTHOLE, ...change }, secret);
  if (!result.ok) throw new Error(result.refusal);
  return fresh({ t } as DeskTest, result.value.complaintId);
}

export async function fresh({ t }: Pick<DeskTest, 't'>, complaintId: string): Promise<Complaint> {
  const complaint = await loadComplaint(t.db, complaintId);
  if (!complaint) throw new Error('no complaint');
  return complaint;
}

export async function idOf({ t }: DeskTest, code: string): Promise<string> {
  return (await agencyByCode(t.db, code))?.id ?? '';
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
  readonly headers: Headers;
}

/** An officer in a browser. */
export class AtDesk {
  readonly #visitor: Visitor;

  constructor(test: DeskTest, personId: string, language: 'id' | 'en' = 'id') {
    this.#visitor = new Visitor(test.app, { 'X-Test-Person': personId, 'Accept-Language': language });
  }

  async get(path: string): Promise<Answer> {
    return read(await this.#visitor.get(path));
  }

  /** Opens a page and sends the form on it that goes to `path`, its hidden fields first. */
  async submit(path: string, fields: FormFields, page: string = path): Promise<Answer> {
    return this.send(path, { ...(await this.hidden(page, path)), ...fields });
  }

  async hidden(page: string, action: string = page): Promise<Record<string, string>> {
    const html = (await this.get(page)).text;
    const forms = [...html.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/g)].map(([form]) => form);
    const form = forms.find((each) => each.includes(`action="${action}"`)) ?? forms[0] ?? '';
    return hiddenIn(form);
  }

  async send(path: string, fields: FormFields): Promise<Answer> {
    return read(await this.#visitor.send(path, fields));
  }

  /** A form with files, as a browser without JavaScript sends it. */
  async sendFiles(path: string, fields: Readonly<Record<string, string>>, files: readonly File[]): Promise<Answer> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    for (const file of files) body.append('files', file);
    return read(await this.#visitor.fetch(path, { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin' } }));
  }
}

export function hiddenIn(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [input] of html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name !== undefined)
      fields[name] = (/value="([^"]*)"/.exec(input)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
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
