import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  answerAll,
  COMPLAINT,
  errorsOn,
  type FilingTest,
  fileIt,
  filingTest,
  hiddenFields,
  QUESTION,
  receiptOn,
  Walker,
} from './testing.ts';

let house: FilingTest;
beforeAll(async () => {
  house = await filingTest();
});
afterAll(() => house.t.close());

const walker = () => new Walker(house.app);
const CHECK = '/complaints/new/check';

async function countFiled(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from complaints.complaints`.execute(house.t.db);
  return rows[0]?.count ?? 0;
}

describe('sent twice', () => {
  test('by a double click, it is one complaint with one receipt', async () => {
    const visitor = walker();
    await answerAll(visitor, COMPLAINT);
    const before = await countFiled();
    const form = await visitor.hidden(CHECK, CHECK);
    const answers = await Promise.all([1, 2, 3].map(() => visitor.browser.send(CHECK, form)));
    expect(answers.map((each) => each.headers.get('Location'))).toEqual(Array(3).fill('/complaints/new/receipt'));
    expect(await countFiled()).toBe(before + 1);
  });

  test('from two tabs that show the summary, it is one complaint', async () => {
    const visitor = walker();
    await answerAll(visitor, COMPLAINT);
    const before = await countFiled();
    const tabs = [await visitor.hidden(CHECK, CHECK), await visitor.hidden(CHECK, CHECK)];
    const answers = await Promise.all(tabs.map((form) => visitor.browser.send(CHECK, form)));
    expect(answers.map((each) => each.headers.get('Location'))).toEqual(Array(2).fill('/complaints/new/receipt'));
    expect(await countFiled()).toBe(before + 1);
  });

  test('because the answer was lost on the way, it shows the same number and code', async () => {
    const visitor = walker();
    await answerAll(visitor, COMPLAINT);
    const cookies = new Map(visitor.browser.cookies);
    const form = await visitor.hidden(CHECK, CHECK);
    const first = await fileIt(visitor);
    const before = await countFiled();
    for (const retry of ['post', 'reload']) {
      const again = walker();
      for (const [name, value] of cookies) again.browser.cookies.set(name, value);
      const answer =
        retry === 'post' ? await again.browser.send(CHECK, { ...form, _once: `later${retry}` }) : await again.browser.get(CHECK);
      expect(answer.headers.get('Location')).toBe('/complaints/new/receipt');
      expect(receiptOn((await again.get('/complaints/new/receipt')).text)).toEqual(first);
    }
    expect(await countFiled()).toBe(before);
  });

  test('from a page the back button brought up, it leads to the receipt', async () => {
    const visitor = walker();
    await answerAll(visitor, QUESTION);
    const form = await visitor.hidden(CHECK, CHECK);
    const first = await fileIt(visitor);
    const again = await visitor.browser.send(CHECK, { ...form, _once: 'another token' });
    expect(again.headers.get('Location')).toBe('/complaints/new/receipt');
    expect(receiptOn((await visitor.get('/complaints/new/receipt')).text)).toEqual(first);
  });

  test('with an older page written to in between, nothing is filed a second time', async () => {
    const visitor = walker();
    await answerAll(visitor, QUESTION);
    const cookies = new Map(visitor.browser.cookies);
    await fileIt(visitor);
    const before = await countFiled();
    const late = walker();
    for (const [name, value] of cookies) late.browser.cookies.set(name, value);
    expect((await late.get('/complaints/new/story')).location).toBe('/complaints/new/receipt');
    expect(await countFiled()).toBe(before);
  });
});

describe('changed in another tab', () => {
  test('what was not read is not filed; the summary is shown anew', async () => {
    const visitor = walker();
    await answerAll(visitor, COMPLAINT);
    const before = await countFiled();
    const form = await visitor.hidden(CHECK, CHECK);
    await visitor.answer('/complaints/new/place', { place: 'Di tempat yang lain' });
    const answer = await visitor.browser.send(CHECK, form);
    const page = await answer.text();
    expect(answer.status).toBe(409);
    expect(errorsOn(page)[0]).toContain('berubah di tab lain');
    expect(page).toContain('Di tempat yang lain');
    expect(await countFiled()).toBe(before);
    const sent = await visitor.browser.send(CHECK, hiddenFields(page, CHECK));
    expect(sent.headers.get('Location')).toBe('/complaints/new/receipt');
  });
});

describe('too many from one address', () => {
  test('are refused with everything kept, and taken when time has passed', async () => {
    const strict = await filingTest({ rateLimitFactor: 1 / 60 });
    const filer = () => new Walker(strict.app, { 'X-Forwarded-For': '198.51.100.1' });
    const first = filer();
    await answerAll(first, QUESTION);
    await fileIt(first);
    const second = filer();
    await answerAll(second, QUESTION);
    const refused = await second.answer(CHECK, {});
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(errorsOn(refused.text)[0]).toContain('Isian Anda tetap tersimpan');
    expect(refused.text).toContain('Syarat akta kelahiran');
    const neighbour = new Walker(strict.app, { 'X-Forwarded-For': '198.51.100.2' });
    await answerAll(neighbour, QUESTION);
    await fileIt(neighbour);
    strict.t.setNow('2026-03-17T11:00:01+08:00');
    await fileIt(second);
    await strict.t.close();
  });

  test('forms begun are refused too', async () => {
    const strict = await filingTest({ rateLimitFactor: 1 / 300 });
    const answers: number[] = [];
    for (const _ of [1, 2]) answers.push((await new Walker(strict.app).answer('/complaints/new', {})).status);
    expect(answers).toEqual([303, 429]);
    await strict.t.close();
  });
});
