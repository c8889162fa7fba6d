/** Follows every link of every page, as a visitor, as a complainant and as each kind of officer: none may lead nowhere. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FollowTest, followTest } from '../../complaints/web/follow/testing.ts';
import { EXAMPLE_PEOPLE } from '../../directory/examples/people.ts';
import { examplePersonId } from '../../directory/index.ts';
import { release, STAGES } from '../../life.test-support.ts';
import { exampleAccounts } from '../../platform/sign-in/index.ts';
import { Visitor } from '../../platform/testing/visitor.ts';

let house: FollowTest;
let follower: Visitor;
let own: string;
beforeAll(async () => {
  house = await followTest();
  house.t.setNow('2026-04-06T09:00:00+08:00');
  for (const stage of ['received', 'in-progress', 'confirmed']) {
    const filed = await house.file();
    await STAGES[stage]?.(house.t, filed.complaintId, 'Kata pelapor.');
    await release(house.t, filed.complaintId);
    follower = await house.follow(filed);
    own = `/follow/${filed.trackingNumber}`;
  }
}, 240_000);
afterAll(() => house?.t.close());

/** Pages of one pattern are alike: three of each are looked at. */
const pattern = (path: string) =>
  (path.split('?')[0] ?? '')
    .replace(/\/[\d-]{10,12}(?=\/|$)/g, '/NUMBER')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replace(/\/agencies\/[^/]+/, '/agencies/CODE')
    .replace(/[A-Z]{2,4}-\d{4}-\d{4,}/, 'AGREEMENT')
    .replace(/\/(coverage|governments|rad)\/\d[\d.]*(?=[/.]|$)/, '/$1/REGION')
    .replace(/\/(lines|grants|sessions)\/\d+/g, '/$1/NUMBER')
    .replace(/\d{4}-\d\d-\d\d/g, 'DAY')
    .concat(/\?.*/.test(path) ? '?' : '');

const EACH = 3;

/** @returns the pages that could not be opened, each with the page that leads there */
async function walk(visitor: Visitor, from: readonly string[]): Promise<{ broken: string[]; seen: number }> {
  const queue = from.map((path) => ({ path, on: 'start' }));
  const known = new Set(from);
  const counts = new Map<string, number>();
  const broken: string[] = [];
  let seen = 0;
  for (let next = queue.shift(); next; next = queue.shift()) {
    const answer = await visitor.get(next.path);
    seen += 1;
    const location = answer.headers.get('Location');
    const html = await answer.text();
    if (answer.status >= 400) broken.push(`${next.on} -> ${next.path}: ${answer.status}`);
    const isPage = answer.headers.get('Content-Type')?.startsWith('text/html');
    const links = location
      ? [location]
      : isPage
        ? [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map((match) => match[1] ?? '')
        : [];
    for (const link of links) {
      const path = link.replaceAll('&amp;', '&').split('#')[0] ?? '';
      // The switch of languages leads back to where one is.
      if (!path.startsWith('/') || path.startsWith('/language') || known.has(path)) continue;
      const kind = pattern(path);
      const count = (counts.get(kind) ?? 0) + 1;
      if (count > EACH) continue;
      counts.set(kind, count);
      known.add(path);
      queue.push({ path, on: next.path });
    }
  }
  return { broken, seen };
}

describe('no link leads nowhere', () => {
  test('for a visitor', async () => {
    const { broken, seen } = await walk(new Visitor(house.app), ['/']);
    expect(broken).toEqual([]);
    expect(seen).toBeGreaterThan(25);
  }, 240_000);

  test('for a complainant', async () => {
    const { broken, seen } = await walk(follower, [own]);
    expect(broken).toEqual([]);
    expect(seen).toBeGreaterThan(25);
  }, 240_000);

  const kinds = [...new Map(EXAMPLE_PEOPLE.map((person) => [person.kind, person])).values()];
  test.each(kinds.map(({ kind, email }) => [kind, email] as const))(
    'for the position %s',
    async (_kind, email) => {
      const visitor = await signedIn(email);
      const { broken, seen } = await walk(visitor, ['/', '/desk', '/account']);
      expect(broken).toEqual([]);
      expect(seen).toBeGreaterThan(25);
    },
    240_000,
  );
});

async function signedIn(email: string): Promise<Visitor> {
  const visitor = new Visitor(house.app);
  const account = (await exampleAccounts(house.t.tools)).find((one) => one.personId === examplePersonId(email));
  if (!account) throw new Error(`no example account ${email}`);
  const first = await visitor.submit('/sign-in', { email: account.email, password: account.password });
  const next = first.headers.get('Location');
  if (!next) throw new Error(`password of ${email} not taken: ${first.status}`);
  const second = await visitor.submit(next, { code: account.code ?? '' });
  if (second.status !== 303) throw new Error(`code of ${email} not taken: ${second.status}`);
  return visitor;
}
