/**
 * Nobody learns who complained but through the room `identity`. Complaints of every stage and every combination of flags are filed with
 * identities that can be recognised; then every kind of reader opens every page, and every table, mail, log line and metric is read.
 * Pages are found from the routes of the application and from its own links, tables from the catalogue: new ones are covered by themselves.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Canary, canary, identitiesIn, identitiesInTables, transactionNow } from './canary.test-support.ts';
import { type FilingOrder, fileComplaint } from './complaints/actions/file-complaint.ts';
import { keepDraft } from './complaints/actions/keep-draft.ts';
import { readIdentity, readOriginalWords } from './complaints/actions/read-identity.ts';
import { loadComplaint } from './complaints/store/complaints.ts';
import { officerList, publicList } from './complaints/store/lists.ts';
import { agencyByCode, EXAMPLE_PEOPLE, examplePersonId, loadExamplePeople } from './directory/index.ts';
import { Visitor } from './directory/web/sign-in/testing.ts';
import type { Officer } from './kernel/actor.ts';
import { letTimePass, officer, release, STAGES } from './life.test-support.ts';
import { assembleErrands, assembleWeb } from './main.ts';
import { makePost } from './messages/index.ts';
import { makeRoot } from './platform/audit/index.ts';
import type { WebRoutes } from './platform/http/env.ts';
import { createLog } from './platform/log.ts';
import { exampleAccounts } from './platform/sign-in/index.ts';
import { type TestDatabase, testDatabase } from './platform/testing/database.ts';

/** One of each kind of position; the respondent's government is Klungkung. Denpasar stands outside. */
const READERS = [
  'verifikator@nasional.example',
  'koordinator@klungkung.example',
  'dinkes@klungkung.example',
  'pengawas@klungkung.example',
  'pimpinan@klungkung.example',
  'sekda@klungkung.example',
  'kepala-dinkes@klungkung.example',
  'koordinator@denpasar.example',
  'pojok@ombudsman-bali.example',
  'asisten@ombudsman-bali.example',
  'kepala@ombudsman-bali.example',
  'pvl@ombudsman-bali.example',
  'resolusi@ombudsman-bali.example',
  'pencegahan@ombudsman-bali.example',
  'penilai@ombudsman-bali.example',
  'pemeriksa@ombudsman-bali.example',
  'koordinator-penilaian@ombudsman.example',
  'admin@tuntas.example',
];

interface Filed {
  readonly id: string;
  readonly trackingNumber: string;
  readonly receiptCode: string;
  readonly canary: Canary;
  readonly stage: string;
  readonly anonymous: boolean;
  readonly confidential: boolean;
}

let t: TestDatabase;
let app: WebRoutes;
let since: string;
const log: string[] = [];
const filed: Filed[] = [];
const METRICS = 'metrics token of the test';
const DRAFT_SECRET = 'the secret of a draft that only its writer has';

beforeAll(async () => {
  t = await testDatabase({
    post: async (tx, message) => makePost(t.tools)(tx, message),
    settings: { rateLimitFactor: 1000, trustedProxies: 1, metricsToken: METRICS },
  });
  Object.assign(t.tools, { log: createLog({ level: 'trace', write: (line) => void log.push(line) }) });
  since = await transactionNow(t.superuserUrl);
  app = await assembleWeb(t.tools, { pool: t.pool });
  await loadExamplePeople(t.tools);
  await fileAndWalk();
  await sendMails();
}, 120_000);
afterAll(() => t.close());

/** Every stage times every combination of flags, half of them over the API; then the time passes for all; then some that are still fresh. */
async function fileAndWalk(): Promise<void> {
  t.setNow('2026-04-06T09:00:00+08:00');
  for (const stage of Object.keys(STAGES)) await fileWithAllFlags(stage);
  await keepDraft(t.tools, DRAFT_SECRET, (draft) => {
    const { contact, words } = canary(90);
    return { ...draft, title: words, description: words, ...contact, anonymous: 'yes' };
  });
  const days = ['2026-04-09', '2026-04-14', '2026-04-21', '2026-05-12'];
  await letTimePass(
    t,
    days.map((day) => `${day}T12:00:00+08:00`),
  );
  await fileWithAllFlags('awaiting-complainant');
  // Verified at the desk of the government complained about.
  await fileWithAllFlags('received', '51.05.pupr');
  await makeRoot(t.tools);
}

async function fileWithAllFlags(stage: string, agency: string | null = null): Promise<void> {
  for (const flags of [0, 1, 2, 3]) {
    const [anonymous, confidential] = [(flags & 1) === 1, (flags & 2) === 2];
    const index = filed.length;
    const one = canary(index);
    // Whoever is not anonymous does not expect their own words to be masked; the contact is hidden from the pages all the same.
    const text = anonymous ? one.words : 'Mohon ditangani.';
    // Each stage the other way round, so that every combination comes in by both.
    const file = (index + Math.floor(index / 4)) % 2 === 0 ? fileByApi : fileByForm;
    const given = await file(one, text, { anonymous, confidential }, agency);
    const { rows } = await t.pool.query('select id from complaints.complaints where tracking_number = $1', [
      given.trackingNumber,
    ]);
    const id: string = rows[0].id;
    await STAGES[stage]?.(t, id, text);
    if (!confidential && agency === null && index % 3 !== 0) await release(t, id);
    filed.push({ ...given, id, canary: one, stage, anonymous, confidential });
  }
}

type Flags = Pick<Filed, 'anonymous' | 'confidential'>;
type Given = Pick<Filed, 'trackingNumber' | 'receiptCode'>;

async function fileByApi(one: Canary, text: string, flags: Flags, agency: string | null): Promise<Given> {
  const { nik: _, ...contact } = one.contact;
  const body = {
    class: 'complaint',
    title: `Antrean lama ${text}`.slice(0, 150),
    description: `Antrean puskesmas lama. ${text}`,
    region: '51.05',
    place: text,
    agency,
    contact,
    ...flags,
  };
  const send = (changed: object) =>
    app.request('/api/v1/complaints', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': `${one.contact.email}-${one.letters}`,
        'X-Forwarded-For': '192.0.2.7',
      },
      body: JSON.stringify({ ...body, ...changed }),
    });
  const answer = await send({});
  if (answer.status !== 201) throw new Error(await answer.text());
  // Mistakes are where texts slip into logs: a refused field, an unknown one, the same key with another content.
  for (const wrong of [{ region: one.contact.name }, { [one.contact.name]: 1 }, { title: `Lain ${one.words}`.slice(0, 150) }])
    await send(wrong);
  await app.request(`/api/v1/complaints?q=${encodeURIComponent(one.contact.name)}&${encodeURIComponent(one.contact.email)}=1`);
  return (await answer.json()) as Filed;
}

async function fileByForm(one: Canary, text: string, flags: Flags, agency: string | null): Promise<Given> {
  const order: FilingOrder = {
    ...flags,
    class: 'complaint',
    channel: 'web',
    title: `Antrean lama ${text}`,
    description: `Antrean puskesmas lama. ${text}`,
    regionCode: '51.05',
    categoryCode: null,
    occurredOn: null,
    place: text,
    location: null,
    agencyId: agency === null ? null : ((await agencyByCode(t.db, agency))?.id ?? null),
    contact: one.contact,
    continuesId: null,
    files: [],
  };
  const result = await fileComplaint(t.tools, { kind: 'visitor' }, order, `${one.contact.email} ${one.letters}`);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

/** Runs the errands that wait, as the worker would. Two rounds: sending may leave more to send. */
async function sendMails(): Promise<void> {
  const { errands } = assembleErrands();
  for (let round = 0; round < 2; round += 1) {
    const { rows } = await t.pool.query('select id from messages.ledger where state = $1', ['waiting']);
    for (const { id } of rows) await errands['messages.send']?.(t.tools, { message: id });
  }
  for (const name of ['messages.sweep', 'complaints.expire-drafts', 'complaints.recompute-deadlines'])
    await errands[name]?.(t.tools, {});
}

const visitors = new Map<string, Visitor>();

async function signedIn(email: string): Promise<Visitor> {
  const known = visitors.get(email);
  if (known) return known;
  const account = (await exampleAccounts(t.tools)).find((each) => each.email === email);
  if (!account) throw new Error(`no example account ${email}`);
  const visitor = new Visitor(app);
  const answer = await visitor.signIn(account, account.code ?? '');
  if (answer.location === null) throw new Error(`${email} could not sign in: ${answer.status}`);
  visitors.set(email, visitor);
  return visitor;
}

interface Route {
  readonly path: string;
  readonly parameters: readonly string[];
}

/** `:name` or `:name{pattern}`, whose pattern may hold braces of its own. */
const PARAMETER = /(?<=\/):(\w+)(?:\{(?:[^{}]|\{[^{}]*\})*\})?/g;

/** Every address that can be opened. */
function routes(): Route[] {
  const paths = new Set(app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
  return [...paths].map((path) => ({ path, parameters: [...path.matchAll(PARAMETER)].map(([, name]) => name as string) }));
}

const NOT_OPENED = [
  '/assets/*', // files of the build, the same for everyone
  '/metrics', // looked at with its token below
];

function addressesOf({ path, parameters }: Route, offset: number): string[] {
  const fill = (values: Readonly<Record<string, string>>) =>
    path.replace(PARAMETER, (_, name: string) => encodeURIComponent(values[name] ?? 'x')).replace(/\*$/, 'x');
  if (parameters.length === 0) return [fill({})];
  const numbered = parameters.find((name) => name === 'trackingNumber' || name === 'number');
  const other = Object.fromEntries(parameters.map((name) => [name, OTHERS[name] ?? examplePersonId(READERS[0] ?? '')]));
  if (numbered === undefined)
    return [fill(other), ...(parameters.length === 1 ? [fill({ [parameters[0] ?? '']: filed[0]?.id ?? '' })] : [])];
  // Officers open every complaint's file, visitors every public page; the rest is opened of a part that differs by reader.
  const isOwnPage = new RegExp(`:${numbered}(\\{.*\\})?$`).test(path);
  const isWhole = isOwnPage && path.startsWith('/desk') === offset > 0;
  const some = isWhole ? filed : filed.filter((_, index) => (index + offset) % 11 === 0);
  return some.map(({ trackingNumber }) => fill({ ...other, [numbered]: trackingNumber }));
}

const OTHERS: Readonly<Record<string, string>> = { code: '51.05', id: examplePersonId('dinkes@klungkung.example') };

const opened = new Map<string, number>();

/** Opens every page, then the pages they link to. @returns where an identity was found */
async function look(reader: string, visitor: Visitor, offset: number): Promise<string[]> {
  const found: string[] = [];
  const seen = new Set<string>();
  const links = new Set<string>();
  const recipients = new Set(
    (await t.pool.query('select recipient from platform.outbox')).rows.map((row) => row.recipient as string),
  );
  const patterns = routes().map(({ path }) => ({ path, fits: new RegExp(`^${path.replace(PARAMETER, '[^/]+')}$`) }));
  const open = async (address: string, pattern = patterns.find(({ fits }) => fits.test(address.split('?')[0] ?? ''))?.path) => {
    if (seen.has(address)) return;
    seen.add(address);
    const { status, text, headers } = await visitor.get(address);
    if (status >= 500) found.push(`${reader} ${address}: a fault`);
    if (pattern && status === 200) opened.set(pattern, (opened.get(pattern) ?? 0) + 1);
    const mails = address.startsWith('/outbox') ? [...recipients] : [];
    const shown = mails.reduce((rest, mail) => rest.replaceAll(mail, ''), text);
    for (const what of identitiesIn(`${shown}\n${JSON.stringify([...headers])}`)) found.push(`${reader} ${address}: ${what}`);
    for (const [, link = ''] of text.matchAll(/(?:href|src)="([^"]+)"/g)) {
      const to = link.replaceAll('&amp;', '&').replace(/#.*/, '');
      if (/^\/(?!\/|assets|language|api)/.test(to)) links.add(to);
    }
  };
  for (const route of routes()) {
    if (NOT_OPENED.includes(route.path)) continue;
    for (const address of addressesOf(route, offset)) await open(address, route.path);
  }
  // A few of each kind of link: what can be done in the present stage, files, filters, further pages.
  const kinds = new Map<string, string[]>();
  for (const link of links) {
    const kind = link.replace(/[\w-]*\d[\w-]*/g, '#').replace(/=[^&]*/g, '');
    kinds.set(kind, [...(kinds.get(kind) ?? []), link]);
  }
  for (const alike of kinds.values())
    for (const link of alike.filter((each) => !seen.has(each)).slice(0, LINKS_OF_A_KIND)) await open(link);
  return found;
}
const LINKS_OF_A_KIND = 2;

describe('nobody meets an identity', () => {
  test('who reads without an account', async () => {
    expect(await look('visitor', new Visitor(app), 0)).toEqual([]);
  });

  test.each(READERS)(
    '%s',
    async (email) => {
      expect(await look(email, await signedIn(email), READERS.indexOf(email) + 1)).toEqual([]);
    },
    120_000,
  );

  test('but the complainant’s own, with the receipt code', async () => {
    const wrong: string[] = [];
    for (const one of filed) {
      const answer = await app.request(`/api/v1/complaints/${one.trackingNumber}/status`, {
        headers: { 'Receipt-Code': one.receiptCode },
      });
      expect(answer.status, one.stage).toBe(200);
      const others = identitiesIn(await answer.text()).filter((shown) => !shown.toLowerCase().includes(one.canary.letters));
      wrong.push(...others.map((shown) => `${one.stage}: ${shown}`));
    }
    expect(wrong).toEqual([]);
  });

  test('by searching for it', async () => {
    for (const email of READERS) {
      const actor = await officer(t, email);
      for (const words of [
        'Zqxwvk',
        filed[1]?.canary.contact.name ?? '',
        filed[1]?.canary.contact.email ?? '',
        '0813-7741-6201',
        '81377416201',
      ]) {
        const page = await officerList(t.db, actor, { words }, { limit: 5 });
        expect(
          page.lines.map((line) => line.trackingNumber),
          `${email} ${words}`,
        ).toEqual([]);
        expect((await publicList(t.db, { words }, { limit: 5 })).lines).toEqual([]);
      }
    }
  });

  test('the pages of complaints were really read, not only refused', () => {
    for (const path of [
      '/',
      '/complaints',
      '/desk',
      '/desk/complaints',
      '/api/v1/complaints',
      '/api/v1/complaints/:trackingNumber',
    ]) {
      expect(opened.get(path), path).toBeGreaterThan(0);
    }
    const never = routes().filter(
      ({ path }) => path.includes(':trackingNumber') && path.startsWith('/desk') && !opened.has(path),
    );
    // Of what an officer can do on a complaint, every form that is possible in some stage was opened by someone.
    expect(never.map(({ path }) => path).filter((path) => !path.includes('/files/'))).toEqual([]);
  });
});

describe('nothing keeps an identity outside its room', () => {
  test('tables, job payloads among them', async () => {
    const { tables, found } = await identitiesInTables(t.superuserUrl, since);
    expect(found).toEqual([]);
    expect(tables).toBeGreaterThan(40);
  });

  test('and the search would find one', async () => {
    const { email, name } = canary(91).contact;
    await t.pool.query(
      `insert into platform.outbox (id, message_id, sent_at, recipient, subject, body) values ($1, $2, now(), $3, 'x', $4)`,
      [t.tools.random.id(), t.tools.random.id(), email, Buffer.from(`Salam, ${name}`).toString('base64')],
    );
    const { found } = await identitiesInTables(t.superuserUrl, since);
    expect(found).toEqual([expect.stringContaining('platform.outbox')]);
    await t.ownerDb
      .withTables<{ 'platform.outbox': { recipient: string } }>()
      .deleteFrom('platform.outbox')
      .where('recipient', '=', email)
      .execute();
  });

  test('mails tell that there is news, and nothing else', async () => {
    const { rows } = await t.pool.query('select subject, body, recipient from platform.outbox');
    const toComplainants = rows.filter(({ recipient }) => identitiesIn(recipient).length > 0);
    expect(toComplainants.length).toBeGreaterThan(40);
    expect(rows.flatMap(({ subject, body }) => identitiesIn(`${subject}\n${body}`))).toEqual([]);
    expect(toComplainants.filter(({ body }) => /antrean|puskesmas|klungkung|dinas/i.test(body))).toEqual([]);
  });

  test('log lines', () => {
    expect(log.length).toBeGreaterThan(500);
    expect(log.flatMap((line) => identitiesIn(line))).toEqual([]);
    const codes = new Set(filed.map(({ receiptCode }) => receiptCode));
    expect(log.filter((line) => line.match(/\d{16}/g)?.some((digits) => codes.has(digits)))).toEqual([]);
  });

  test('metrics', async () => {
    const answer = await app.request('/metrics', { headers: { Authorization: `Bearer ${METRICS}` } });
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(identitiesIn(text)).toEqual([]);
    expect(filed.filter(({ trackingNumber }) => text.includes(trackingNumber))).toEqual([]);
  });

  test('files in the data folder', () => {
    const folder = t.tools.settings.dataFolder;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.flatMap((entry) => identitiesIn(readFileSync(join(entry.parentPath, entry.name), 'latin1')))).toEqual([]);
  });

  test('receipt codes', async () => {
    const { rows } = await t.pool.query('select code_hash from complaints.receipts');
    expect(rows.length).toBe(filed.length);
    const client = rows.map(({ code_hash }) => Buffer.from(code_hash).toString('latin1')).join('\n');
    expect(filed.filter(({ receiptCode }) => client.includes(receiptCode))).toEqual([]);
  });
});

describe('asking who complained', () => {
  test('is answered as the flags allow, and an anonymous complainant is hidden from the whole government complained about', async () => {
    const klungkung = (await agencyByCode(t.db, '51.05'))?.id ?? '';
    let told = 0;
    for (const [offset, email] of READERS.entries()) {
      const actor: Officer = await officer(t, email);
      const isRespondent = actor.positions.some((position) => position.governmentId === klungkung);
      for (const one of filed.filter((_, index) => (index + offset) % 3 === 0)) {
        const complaint = await loadComplaint(t.db, one.id);
        const wasForwarded = complaint?.respondentIds.includes(klungkung) === true;
        for (const ask of [readIdentity, readOriginalWords]) {
          const answer = await ask(t.tools, actor, { complaintId: one.id, purpose: 'Memeriksa canary.' });
          if (answer.ok) told += 1;
          if (one.anonymous && isRespondent && wasForwarded) expect(answer.ok, `${email} ${one.stage}`).toBe(false);
          if (answer.ok)
            expect(
              actor.positions.some(({ capabilities }) => capabilities.includes('identity.read')),
              email,
            ).toBe(true);
        }
      }
    }
    expect(told).toBeGreaterThan(0);
    const { found } = await identitiesInTables(t.superuserUrl, since);
    expect(found).toEqual([]);
  }, 120_000);

  test('over the page, for a POST alone', async () => {
    const asked: string[] = [];
    for (const email of READERS) {
      const visitor = await signedIn(email);
      for (const one of filed.filter((_, index) => index % 7 === 0)) {
        const path = `/desk/complaints/${one.trackingNumber}/identity`;
        const form = await visitor.get(path);
        expect(identitiesIn(form.text), `${email} ${one.stage}`).toEqual([]);
        if (form.status !== 200) await visitor.get('/desk');
        const answer = await visitor.post(path, { what: 'contact', purpose: 'Memeriksa canary ini.' });
        const isShown = identitiesIn(answer.text).length > 0;
        const complaint = await loadComplaint(t.db, one.id);
        const actor = await officer(t, email);
        const isInside = actor.positions.some(({ governmentId }) => complaint?.respondentIds.includes(governmentId));
        if (isShown) asked.push(email);
        expect(isShown && form.status !== 200, `${email} ${one.stage}: shown without a form`).toBe(false);
        expect(isShown && one.anonymous && isInside, `${email} ${one.stage}: shown to the respondent`).toBe(false);
        expect((await visitor.get(path)).text.includes('zqxwvk'), 'only once').toBe(false);
      }
    }
    expect(new Set(asked).size).toBeGreaterThan(0);
    expect(log.flatMap((line) => identitiesIn(line))).toEqual([]);
  }, 120_000);
});

test('the readers are one of each kind of position', () => {
  const kinds = new Set(EXAMPLE_PEOPLE.map((person) => person.kind));
  const covered = new Set(EXAMPLE_PEOPLE.filter((person) => READERS.includes(person.email)).map((person) => person.kind));
  expect([...kinds].filter((kind) => !covered.has(kind))).toEqual([]);
});
