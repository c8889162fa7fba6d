import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiTest, apiTest, POTHOLE, withLimits } from './api.test-support.ts';
import { loadExamplePeople } from './directory/index.ts';
import { Temporal } from './kernel/time.ts';
import { idOf, letTimePass, release, STAGES } from './life.test-support.ts';
import { checkProof, makeRoot } from './platform/audit/index.ts';

let api: ApiTest;
beforeAll(async () => {
  api = await apiTest();
  await loadExamplePeople(api.t.tools);
});
afterAll(() => api.close());

/** A morning weeks later: time only moves on, as the limits on how often expect. */
let morning = Temporal.PlainDate.from('2026-04-06');
function later(): string {
  morning = morning.add({ days: 28 });
  api.t.setNow(`${morning}T09:00:00+08:00`);
  return morning.toString();
}

const KEY = () => ({ 'Idempotency-Key': crypto.randomUUID() });
const EN = { 'Accept-Language': 'en' };
const numbers = (answer: { body: { items: { trackingNumber: string }[] } }) =>
  answer.body.items.map((item) => item.trackingNumber);

async function released(change: object = {}, words?: { title: string; description: string }): Promise<string> {
  const { body } = await api.file({ ...POTHOLE, ...change });
  await release(api.t, await idOf(api.t, body.trackingNumber), words);
  return body.trackingNumber;
}

describe('filing', () => {
  test('answers number, receipt code, deadlines and where it can be read', async () => {
    const { status, body, headers } = await api.file({ ...POTHOLE, agency: '51.05.pupr', occurredOn: '2026-03-10' }, KEY());
    expect(status).toBe(201);
    expect(headers.get('Location')).toBe(body.links.self);
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(body.deadlines.map((each: { kind: string }) => each.kind).sort()).toEqual(['finish', 'verify']);
  });

  test('every field of the description is taken', async () => {
    const whole = {
      ...POTHOLE,
      agency: '51.05.pupr',
      category: (await api.get('/api/v1/categories')).body.items[0].code,
      occurredOn: '2026-03-10',
      place: 'Depan pasar',
      location: { lat: -8.53528, lng: 115.40404 },
      contact: { name: 'Wayan Contoh', email: 'wayan@contoh.example', phone: '081234567890' },
      anonymous: true,
      confidential: true,
    };
    const schema = api.document.components.schemas.Filing;
    const whatThereIs = Object.keys(schema?.properties);
    expect(Object.keys(whole).sort()).toEqual(whatThereIs.filter((name) => name in whole).sort());
    expect((await api.file(whole, KEY())).status).toBe(201);
  });

  test('twenty posts with one key at the same moment file once', async () => {
    const key = KEY();
    const before = await count();
    const all = await Promise.all(Array.from({ length: 20 }, () => api.file(POTHOLE, key)));
    expect(all.map((each) => each.status)).toEqual(Array(20).fill(201));
    expect(new Set(all.map((each) => `${each.body.trackingNumber} ${each.body.receiptCode}`)).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  test('a repeat is the same in another order, with other spaces, and with the key in quotes', async () => {
    const id = crypto.randomUUID();
    const first = await api.file(POTHOLE, { 'Idempotency-Key': id });
    const { title, ...rest } = POTHOLE;
    const again = await api.file(JSON.stringify({ ...rest, title: ` ${title}  ` }, null, 4), { 'Idempotency-Key': `"${id}"` });
    expect([again.status, again.body.trackingNumber, again.body.receiptCode]).toEqual([
      201,
      first.body.trackingNumber,
      first.body.receiptCode,
    ]);
  });

  test('the same key with any other content is refused and changes nothing', async () => {
    const key = KEY();
    await api.file(POTHOLE, key);
    const before = await count();
    for (const change of [
      { title: 'Jalan lain yang berlubang' },
      { anonymous: true },
      { confidential: true },
      { region: '51.03' },
    ]) {
      const refused = await api.file({ ...POTHOLE, ...change }, key);
      expect([refused.status, refused.body.type]).toEqual([422, expect.stringContaining('filing.other-content')]);
    }
    expect(await count()).toBe(before);
  });

  test.each([
    ['1234567', 422],
    ['12345678', 201],
    ['x'.repeat(200), 201],
    ['x'.repeat(201), 422],
    ['with a space in it', 422],
    ['', 422],
  ])('the key %s -> %i', async (key, status) => {
    const answer = await api.file(POTHOLE, { 'Idempotency-Key': key });
    expect(answer.status).toBe(status);
    if (status === 422) expect(answer.body.errors).toEqual([{ parameter: 'Idempotency-Key', detail: expect.any(String) }]);
  });

  test('without a key every call files anew', async () => {
    const [one, two] = [await api.file(POTHOLE), await api.file(POTHOLE)];
    expect(one.body.trackingNumber).not.toBe(two.body.trackingNumber);
  });

  test('all that is wrong is told at once, in the language asked for', async () => {
    const wrong = { class: 'rant', title: 'x', description: '', region: '99.99', anonymus: true };
    const { status, body } = await api.file(wrong, EN);
    expect(status).toBe(422);
    const pointers = body.errors.map((each: { pointer: string }) => each.pointer).sort();
    expect(pointers).toEqual(['#/anonymus', '#/class', '#/description', '#/title']);
    expect(body.title).toBe('Some fields must be mended');
    expect((await api.file(wrong)).body.title).toBe('Ada isian yang perlu diperbaiki');
  });

  test('is slowed down when one address floods it', async () => {
    later();
    await withLimits(api, 0.02, async () => {
      const statuses = [];
      for (let i = 0; i < 4; i += 1) statuses.push((await api.file(POTHOLE)).status);
      expect(statuses).toEqual([201, 201, 429, 429]);
      const { headers, status } = await api.file(POTHOLE);
      expect([status, Number(headers.get('Retry-After')) > 0]).toEqual([429, true]);
    });
    later();
  });
});

describe('reading what is released', () => {
  test('only what was released, with the public words and no other', async () => {
    const secret = 'Kata rahasia zzyzx yang hanya ada di aslinya.';
    const number = await released({ description: `${POTHOLE.description} ${secret}` });
    const list = await api.get('/api/v1/complaints');
    expect(numbers(list)).toContain(number);
    const detail = await api.get(`/api/v1/complaints/${number}`);
    expect(detail.status).toBe(200);
    expect(JSON.stringify([list.body, detail.body])).not.toContain('zzyzx');
    expect(detail.body.timeline.map((item: { type: string }) => item.type)).toEqual(['filed', 'released']);
  });

  test('an unreleased, a confidential, a withdrawn and an unknown number, and no number at all, answer exactly alike', async () => {
    const unreleased = (await api.file(POTHOLE)).body.trackingNumber;
    const confidential = (await api.file({ ...POTHOLE, confidential: true })).body.trackingNumber;
    const answers = [];
    for (const number of [unreleased, confidential, '1234567898', '1234567890', 'abc', '0', "1' or '1'='1"]) {
      const path = `/api/v1/complaints/${encodeURIComponent(number)}`;
      for (const [suffix, headers] of [
        ['', {}],
        ['/proof', {}],
        ['/status', { 'Receipt-Code': '1234567890123456' }],
      ] as const) {
        const { status, body, headers: got } = await api.get(path + suffix, headers);
        const told = [...got].filter(([name]) => name !== 'x-request-id');
        answers.push(JSON.stringify([status, { ...body, requestId: '' }, told]));
      }
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('404');
  });

  test('filters by agency, region, category, class, status, words and days, each alone and together', async () => {
    const day = later();
    const [before, after] = [-1, 1].map((days) => Temporal.PlainDate.from(day).add({ days }).toString());
    const category = (await api.get('/api/v1/categories')).body.items.find(
      (each: { children: unknown[] }) => each.children.length > 0,
    );
    const child = category.children[0].code;
    const one = await released(
      { region: '51.05.01', category: child, class: 'aspiration', agency: '51.05.dinkes' },
      { title: 'Memperbaiki jembatan gantung', description: 'Warga berharap jembatan diperbaiki tahun ini.' },
    );
    const found = async (query: string) => numbers(await api.get(`/api/v1/complaints?${query}`)).includes(one);
    for (const query of [
      'region=51.05.01',
      'region=51.05',
      'region=51',
      `category=${child}`,
      `category=${category.code}`,
      'class=aspiration',
      'status=received',
      'q=perbaikan',
      'q=jembatan',
      `q=${one}`,
      `filedFrom=${day}`,
      `filedUntil=${day}`,
      'agency=51.05',
      `region=51.05&category=${child}&class=aspiration&status=received&q=jembatan&filedFrom=${day}&filedUntil=${day}`,
    ])
      expect(await found(query), query).toBe(true);
    for (const query of [
      'region=51.03',
      'region=5',
      'category=nonexistent',
      'category=%25',
      'class=complaint',
      'status=closed',
      'outcome=silence',
      'q=zebra',
      `filedFrom=${after}`,
      `filedUntil=${before}`,
      'agency=21',
      'agency=nonexistent',
    ])
      expect(await found(query), query).toBe(false);
  });

  test('pages hold every complaint once, also while new ones are released', async () => {
    for (let i = 0; i < 7; i += 1) await released();
    const whole = numbers(await api.get('/api/v1/complaints?limit=100'));
    const seen: string[] = [];
    let query = '?limit=2';
    for (let page = 0; page < 100; page += 1) {
      const answer = await api.get(`/api/v1/complaints${query}`);
      seen.push(...numbers(answer));
      if (page === 1) {
        later();
        await released();
      }
      if (answer.body.next === null) break;
      expect(answer.headers.get('Link')).toContain(encodeURIComponent(answer.body.next));
      query = `?limit=2&cursor=${encodeURIComponent(answer.body.next)}`;
    }
    expect(seen).toEqual(whole);
  });

  test('any site may read, none may file from a visitor’s browser', async () => {
    const origin = { Origin: 'https://elsewhere.example' };
    for (const path of [
      '/api/v1/complaints',
      '/api/v1/complaints/1234567898',
      '/api/v1/agencies',
      '/api/v1/nothing',
      '/api/openapi.json',
    ]) {
      expect((await api.get(path, origin)).headers.get('Access-Control-Allow-Origin'), path).toBe('*');
    }
    const preflight = await api.call('/api/v1/complaints', {
      method: 'OPTIONS',
      headers: { ...origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' },
    });
    expect([preflight.status, preflight.headers.get('Access-Control-Allow-Methods')]).toEqual([204, 'GET, HEAD']);
    expect((await api.file(POTHOLE, origin)).headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  test('no call sets a cookie', async () => {
    for (const path of ['/api/v1/complaints', '/api/v1/complaints/1234567898', '/api/openapi.json', '/api/x']) {
      expect((await api.get(path)).headers.getSetCookie(), path).toEqual([]);
    }
  });
});

describe('one’s own complaint', () => {
  test('tells how it stands against the receipt code, also a confidential one, at every stage', async () => {
    for (const [stage, walk] of Object.entries(STAGES)) {
      later();
      const { body } = await api.file({ ...POTHOLE, confidential: true });
      await walk(api.t, await idOf(api.t, body.trackingNumber), 'Keterangan saya.');
      const own = await api.get(`/api/v1/complaints/${body.trackingNumber}/status`, { 'Receipt-Code': body.receiptCode });
      expect(own.status, stage).toBe(200);
      expect(own.headers.get('Cache-Control')).toBe('no-store');
      if (stage === 'on-hold') expect(own.body.question).toBe('Kapan tepatnya kejadiannya?');
      expect(JSON.stringify(own.body), stage).not.toMatch(/Catatan internal|Mohon ditangani/);
      expect((await api.get(`/api/v1/complaints/${body.trackingNumber}`)).status, stage).toBe(404);
    }
  });

  test('the code may be written in fours, the number with hyphens; a wrong code opens nothing', async () => {
    const { body } = await api.file(POTHOLE);
    const number = body.trackingNumber.replace(/^(...)(...)/, '$1-$2-');
    const code = body.receiptCode.replace(/(....)(?=.)/g, '$1 ');
    expect((await api.get(`/api/v1/complaints/${number}/status`, { 'Receipt-Code': code })).status).toBe(200);
    const wrong = body.receiptCode.startsWith('1') ? `2${body.receiptCode.slice(1)}` : `1${body.receiptCode.slice(1)}`;
    expect((await api.get(`/api/v1/complaints/${number}/status`, { 'Receipt-Code': wrong })).status).toBe(404);
    expect((await api.get(`/api/v1/complaints/${number}/status`)).status).toBe(422);
  });

  test('guessing codes is stopped', async () => {
    const { body } = await api.file(POTHOLE);
    await withLimits(api, 1, async () => {
      const statuses = [];
      for (let i = 0; i < 12; i += 1) {
        const code = String(1_000_000_000_000_000 + i);
        statuses.push((await api.get(`/api/v1/complaints/${body.trackingNumber}/status`, { 'Receipt-Code': code })).status);
      }
      expect(statuses.slice(-2)).toEqual([429, 429]);
    });
    later();
  });

  test('a proof holds offline, and shows each reader only the steps that reader may know of', async () => {
    later();
    const { body } = await api.file(POTHOLE);
    const id = await idOf(api.t, body.trackingNumber);
    await release(api.t, id);
    await STAGES.confirmed?.(api.t, id, 'Terima kasih.');
    await makeRoot(api.t.tools);
    const open = await api.get(`/api/v1/complaints/${body.trackingNumber}/proof`);
    const own = await api.get(`/api/v1/complaints/${body.trackingNumber}/proof`, { 'Receipt-Code': body.receiptCode });
    for (const { body: proof } of [open, own]) {
      const verdict = checkProof(proof);
      expect(verdict).toMatchObject({ holds: true, events: proof.events.length, coveredUpTo: proof.events.length });
    }
    const types = open.body.events.map((event: { type?: string }) => event.type);
    expect(types).not.toContain('noted');
    expect(types).toContain('closed');
    expect(types.filter((type: string | undefined) => type === undefined).length).toBeGreaterThan(0);
  });

  test('deadlines that nobody keeps are told as late', async () => {
    later();
    const number = await released();
    await letTimePass(
      api.t,
      [4, 8, 15].map((days) => `${morning.add({ days })}T12:00:00+08:00`),
    );
    const { body } = await api.get(`/api/v1/complaints/${number}`, EN);
    expect(body.deadlines.find((each: { kind: string }) => each.kind === 'verify').isLate).toBe(true);
    expect(body.timeline.map((item: { type: string }) => item.type)).toContain('escalated');
  });
});

describe('the law', () => {
  test('the calculator says what the command says', async () => {
    const asked = 'from=2026-03-17T10:00:00%2B08:00&limit=5hk&zone=Asia/Makassar&region=51.05';
    const { status, body } = await api.get(`/api/v1/law/due?${asked}`);
    expect([status, body.dueAt, body.dueOn, body.isProvisional]).toEqual([200, '2026-03-31T23:59:59+08:00', '2026-03-31', false]);
    const unencoded = await api.get(`/api/v1/law/due?${asked.replace('%2B', '+')}`);
    expect(unencoded.body).toEqual(body);
    expect((await api.get('/api/v1/law/due?from=2031-03-17T10:00:00Z&limit=14wd&zone=WIB')).body.isProvisional).toBe(true);
  });

  test('the parameters of a day, each with citation and certainty', async () => {
    const { body } = await api.get('/api/v1/law/parameters?on=2025-06-02&ruleSet=SP4N%2062/2018', EN);
    const verify = body.items.find((each: { rule: string }) => each.rule === 'complaint.verify');
    expect([verify.value, verify.unit, verify.ruleSet]).toEqual([3, 'hk', 'SP4N 62/2018']);
    expect(verify.citation).toContain('62/2018');
    expect((await api.get('/api/v1/law/parameters?on=1800-01-01')).status).toBe(422);
  });
});

async function count(): Promise<number> {
  const { rows } = await api.t.pool.query('select count(*)::int as n from complaints.complaints');
  return rows[0].n;
}
