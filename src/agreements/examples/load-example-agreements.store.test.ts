import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadExamplePeople } from '../../directory/index.ts';
import { dayOf } from '../../kernel/time.ts';
import { lawBook } from '../../law/index.ts';
import { makePost } from '../../messages/index.ts';
import { verifyAudit } from '../../platform/audit/index.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { lightOf } from '../rules/light.ts';
import { agreementMails } from '../rules/mails.ts';
import { lightRuleOn } from '../rules/numbers.ts';
import { linesOf } from '../store/lines.ts';
import { loadExampleAgreements } from './load-example-agreements.ts';

let t: TestDatabase;

beforeAll(async () => {
  t = await testDatabase({ post: async (tx, message) => makePost(t.tools)(tx, message) });
  t.setNow('2026-10-17T13:00:00+08:00');
  await loadExamplePeople(t.tools);
  await loadExampleAgreements(t.tools);
}, 300_000);
afterAll(() => t.close());

const rows = async (query: string) => (await t.pool.query(query)).rows;

test('the facts of Kepulauan Riau: the province and six of seven, no record for Bintan', async () => {
  const covered =
    await rows(`select a.code from agreements.agreements g join directory.agencies a on a.id = any (g.government_ids)
    where g.kind = 'nota-kesepakatan' and g.state = 'signed' and a.code like '21%' order by a.code`);
  expect(covered.map(({ code }) => code)).toEqual(['21', '21.02', '21.03', '21.04', '21.05', '21.71', '21.72']);
});

test('one of each kind of standing, and each is marked as an example', async () => {
  const found = await rows('select kind, state, is_example from agreements.agreements order by code');
  expect(found.every((row) => row.is_example)).toBe(true);
  const states = new Set(found.map(({ kind, state }) => `${kind} ${state}`));
  for (const each of ['nota-kesepakatan signed', 'nota-kesepakatan commenting', 'rencana-kerja signed', 'komitmen signed'])
    expect(states, each).toContain(each);
});

test('ten of twelve heads have signed the commitment; the seals of the plan are three', async () => {
  const [komitmen] = await rows(`select count(*) filter (where signed_at is not null)::int as signed, count(*)::int as all
    from agreements.signatories s join agreements.agreements a on a.id = s.agreement_id where a.kind = 'komitmen'`);
  expect(komitmen).toEqual({ signed: 10, all: 12 });
  const [plan] =
    await rows(`select count(*)::int as seals from agreements.signatures s join agreements.agreements a on a.id = s.agreement_id
    where a.kind = 'rencana-kerja' and a.title like '%Klungkung%'`);
  expect(plan.seals).toBe(3);
});

test('its second quarter was reviewed together: sealed minutes, confirmed, and a decision that became a line', async () => {
  const found = await rows(`select r.state, m.number, l.ordinal from agreements.reviews r
    join agreements.review_minutes m on m.review_id = r.id
    join agreements.review_decisions d on d.review_id = r.id join agreements.lines l on l.decision_id = d.id`);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ state: 'confirmed', ordinal: 11 });
});

test('the plan of Denpasar was evaluated in the words of both sides, renewed with a line carried over, and says the days between', async () => {
  const [found] =
    await rows(`select e.number, e.year, e.state, e.file_id is not null as made, old.code as old, next.code as next, next.state as next_state,
      next.is_example, n.gap_note <> '' as said, next.in_force_from - old.in_force_until - 1 as uncovered,
      (select count(*)::int from agreements.carried_lines c where c.agreement_id = next.id and c.from_agreement_id = old.id) as carried
    from agreements.evaluations e join agreements.agreements old on old.id = e.agreement_id
      join agreements.renewals n on n.predecessor_id = old.id join agreements.agreements next on next.id = n.agreement_id`);
  expect(found).toMatchObject({
    ...{ year: 2025, number: `EV-2025/${found.old}`, state: 'published', made: true, next_state: 'signed', is_example: true },
    ...{ said: true, uncovered: 19, carried: 1 },
  });
  const [{ words }] = await rows(
    `select jsonb_path_query_array(content, '$.sides[*].words.recommendation') as words from agreements.evaluations`,
  );
  expect(words).toEqual(['renew', 'renew']);
  const carried = await rows(`select l.state from agreements.carried_lines c join agreements.lines l on l.id = c.line_id`);
  expect(carried).toEqual([{ state: 'done' }]);
});

test('of three data-sharing grants one is agreed, one waits for whoever signs for the regency, one was sent back', async () => {
  const found = await rows(`select g.state, g.personal, g.returned_reason is not null as returned,
    (select count(*)::int from agreements.grant_consents k where k.grant_id = g.id) as said from agreements.grants g order by g.ordinal`);
  expect(found).toEqual([
    { state: 'agreed', personal: 'none', returned: false, said: 2 },
    { state: 'offered', personal: 'general', returned: false, said: 0 },
    { state: 'draft', personal: 'none', returned: true, said: 1 },
  ]);
});

test('of the nine regencies and cities of Bali one has adopted its action plan, one handed it in, one drafts', async () => {
  const [asked] = await rows('select count(*)::int as many from agreements.rad_asked');
  expect(asked.many).toBe(9);
  const found = await rows('select state from agreements.rads order by state');
  expect(found.map(({ state }) => state)).toEqual(['adopted', 'drafting', 'with-province']);
});

test('the plan of Klungkung shows what became of it after the signing: lowered, ended short, added and withdrawn', async () => {
  const found =
    await rows(`select l.state, l.is_withdrawn, l.joined_at is not null as joined, l.confirmed, l.target_4, u.shortfall <> '' as short,
      exists (select from agreements.line_changes c where c.line_id = l.id and c.after_signing) as changed
    from agreements.lines l join agreements.agreements a on a.id = l.agreement_id and a.title like '%Klungkung%' and a.kind = 'rencana-kerja'
    left join agreements.updates u on u.line_id = l.id and u.is_last and u.shortfall <> ''`);
  expect(found.filter(({ is_withdrawn }) => is_withdrawn)).toMatchObject([{ state: 'dropped', joined: true }]);
  expect(found.filter(({ short }) => short)).toMatchObject([{ state: 'done', confirmed: '1', target_4: '2' }]);
  expect(found.filter(({ changed }) => changed)).toHaveLength(1);
});

test('every message that was posted on the way can be put into words', async () => {
  const posted = await rows(
    `select distinct on (purpose) purpose, details from messages.ledger where purpose like 'agreement.%' order by purpose`,
  );
  expect(posted.length).toBeGreaterThan(5);
  const links = { own: undefined, to: (path: string) => `https://tuntas.example${path}` };
  for (const { purpose, details } of posted)
    for (const language of ['id', 'en'] as const) {
      const said = agreementMails[purpose]?.(language, details, links);
      expect(`${said?.subject} ${said?.text}`, purpose).not.toMatch(/undefined|null|NaN/);
    }
});

test('the plan of Klungkung shows every light, and its audit file holds', async () => {
  const [plan] = await rows(`select id from agreements.agreements where kind = 'rencana-kerja' and title like '%Klungkung%'`);
  const today = dayOf(t.tools.clock.now(), 'Asia/Makassar');
  const rule = lightRuleOn(await lawBook(t.tools, t.tools.db), today);
  const lines = (await linesOf(t.tools.db, plan.id)).filter(({ state }) => state !== 'dropped');
  const lit = lines.map((line) => lightOf(line, today, rule).light);
  expect(new Set(lit)).toEqual(new Set(['red', 'yellow', 'green']));
  const findings = [];
  for await (const finding of verifyAudit(t.db)) findings.push(finding);
  expect(findings.filter((finding) => finding.grade === 'broken')).toEqual([]);
  expect(findings.length).toBeGreaterThan(0);
});
