/**
 * Nobody learns who reported but through the room `identity`: secret reports by every way in, with identities that can be recognised; then
 * every table and log line is read, and every kind of officer and the public open every page of the room and of the complaint they came from.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Canary, canary, identitiesIn, identitiesInTables, transactionNow } from '../../../canary.test-support.ts';
import { agencyByCode } from '../../../directory/index.ts';
import { createLog } from '../../../platform/log.ts';
import { type FormFields, Visitor } from '../../../platform/testing/visitor.ts';
import { CAST } from '../../cast.test-support.ts';
import { casesOfComplaint, loadCaseByNumber } from '../../store/cases.ts';
import { ANSWERS, answerAll, deskBrowser, type IntakeTest, intakeTest, textOf } from './testing.ts';

let it: IntakeTest;
let since: string;
const log: string[] = [];
const pages: string[] = [];

function who({ contact }: Canary): FormFields {
  return {
    secret: 'yes',
    name: contact.name,
    birthPlace: `Desa ${contact.name}`,
    'born-day': '17',
    'born-month': '8',
    'born-year': '1985',
    maritalStatus: 'married',
    occupation: `Pedagang ${contact.name}`,
    address: `Jalan Contoh 7, rumah ${contact.name}, ${contact.phone}`,
    email: contact.email,
    phone: contact.phone,
  };
}

beforeAll(async () => {
  it = await intakeTest();
  Object.assign(it.t.tools, { log: createLog({ level: 'trace', write: (line) => void log.push(line) }) });
  since = await transactionNow(it.t.superuserUrl);
  await anonymousComplaint(canary(0));
  await direct(canary(1));
  await tip(canary(2));
  await recorded(canary(3));
}, 300_000);
afterAll(() => it.t.close());

async function anonymousComplaint(one: Canary): Promise<void> {
  const filed = await it.file({ anonymous: true, description: one.words, place: one.words, contact: one.contact });
  it.wait(14);
  const visitor = await it.follow(filed);
  const base = `/follow/${filed.trackingNumber}/ombudsman`;
  const begun = await visitor.submit(base, { kind: 'report' });
  const wish = { loss: one.words, wish: one.words, court: 'no', reported: 'no' };
  const at = await answerAll(visitor, base, begun.headers.get('location') ?? '', { wish, you: who(one) });
  await visitor.submit(at, { consent: 'yes' });
  const [file] = await casesOfComplaint(it.t.db, filed.complaintId);
  if (!file) throw new Error('not brought');
  expect(identitiesIn(await (await visitor.get(`/follow/${filed.trackingNumber}`)).text())).toEqual([]);
  pages.push(`/desk/cases/${file.id}`, `/desk/complaints/${filed.trackingNumber}`);
}

async function direct(one: Canary): Promise<void> {
  await answered(new Visitor(it.app), '/ombudsman/new', {
    ...ANSWERS,
    story: { title: 'Surat rujukan', account: one.words },
    before: { ...ANSWERS.before, complainedHow: one.words },
    agency: { agency: '51.05.dinkes', respondent: one.words },
    wish: { loss: one.words, wish: one.words },
    you: who(one),
  });
}

async function tip(one: Canary): Promise<void> {
  await answered(new Visitor(it.app), '/ombudsman/new', {
    ...ANSWERS,
    kind: { kind: 'tip' },
    story: { title: 'Pungutan liar', account: one.words },
  });
}

async function recorded(one: Canary): Promise<void> {
  const verifier = await deskBrowser(it, CAST.verifier);
  const office = await agencyByCode(it.t.db, 'ori.bali');
  const arrival = {
    office: office?.id ?? '',
    channel: 'letter',
    'received-day': '1',
    'received-month': '3',
    'received-year': '2026',
  };
  await answered(verifier, '/desk/cases/new', {
    ...ANSWERS,
    arrival,
    story: { title: 'Surat', account: one.words },
    you: who(one),
  });
}

async function answered(visitor: Visitor, base: string, answers: Readonly<Record<string, FormFields>>): Promise<void> {
  const begun = await visitor.submit(base, {});
  const at = await answerAll(visitor, base, begun.headers.get('location') ?? '', answers);
  const sent = await visitor.submit(at, { consent: 'yes' });
  if (sent.status !== 303) throw new Error(`${base}: ${sent.status}`);
  const slip = textOf(await (await visitor.get(`${base}/receipt`)).text());
  const file = await loadCaseByNumber(it.t.db, /Nomor registrasi (\S+)/.exec(slip)?.[1] ?? '');
  if (!file) throw new Error('not registered');
  expect(identitiesIn(slip)).toEqual([]);
  pages.push(`/desk/cases/${file.id}`);
}

describe('the identity of a secret reporter', () => {
  test('lies in no table outside the room identity', async () => {
    const { tables, found } = await identitiesInTables(it.t.superuserUrl, since);
    expect(tables).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });

  test('is what this test can recognise: in what is typed it is found', () => {
    expect(identitiesIn(JSON.stringify(who(canary(7)))).length).toBeGreaterThan(3);
  });

  test('stands in no line of the log', () => {
    expect(log.length).toBeGreaterThan(0);
    expect(log.flatMap(identitiesIn)).toEqual([]);
  });

  test('stands on no page that an officer of either side or the public opens', async () => {
    const below = [
      '',
      '/reporter',
      '/complaint',
      '/timeline',
      '/checks',
      '/team',
      '/documents',
      '/notes',
      '/evidence',
      '/findings',
    ];
    const fixed = ['/desk/cases', '/desk', '/ombudsman', '/ombudsman/follow', '/ombudsman/new'];
    let opened = 0;
    for (const email of Object.values(CAST)) {
      const visitor = await deskBrowser(it, email);
      for (const path of [...fixed, ...pages.flatMap((one) => below.map((part) => `${one}${part}`))]) {
        const answer = await visitor.get(path);
        if (answer.status === 200) opened += 1;
        expect([email, path, identitiesIn(await answer.text())]).toEqual([email, path, []]);
      }
    }
    expect(opened).toBeGreaterThan(80);
  }, 120_000);
});
