import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endPosition } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { messagesFor } from '../../../messages/index.ts';
import { readEvents } from '../../../platform/audit/index.ts';
import { handOver } from '../../actions/hand-over.ts';
import { AtDesk, actorOf, appoint, type DeskTest, deskTest, filed, fresh, idOf } from './desk.test-support.ts';

let test_: DeskTest;
let coordinatorId: string;
let coordinator: AtDesk;
let nationalId: string;
let national: AtDesk;

beforeAll(async () => {
  test_ = await deskTest();
  coordinatorId = (await appoint(test_, '51.05', 'agency-coordinator')).personId;
  coordinator = new AtDesk(test_, coordinatorId);
  nationalId = (await appoint(test_, 'kemenpanrb', 'national-verifier')).personId;
  national = new AtDesk(test_, nationalId);
});
afterAll(() => test_.close());

const file = (complaint: { trackingNumber: string }) => `/desk/complaints/${complaint.trackingNumber}`;

const linksIn = (html: string) => new Set([...html.matchAll(/href="(\/desk\/complaints\/\d{10})/g)].map((match) => match[1]));

/** The number beside a tab, and where it leads. */
function tab(html: string, name: string): { href: string; count: number } {
  const link = [...html.matchAll(/<a class="moj-sub-navigation__link" href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].find(([, , text]) =>
    text?.includes(name),
  );
  return { href: (link?.[1] ?? '').replaceAll('&amp;', '&'), count: Number(/(\d+)<\/span>/.exec(link?.[2] ?? '')?.[1] ?? -1) };
}

describe('the desk', () => {
  test('counts are the lengths of the lists they lead to', async () => {
    const office = await idOf(test_, '51.05');
    for (const title of ['Lampu jalan padam', 'Sampah menumpuk di pantai', 'Air tidak mengalir'])
      await filed(test_, { agencyId: office, title });
    const page = await coordinator.get('/desk');
    expect(page.status).toBe(200);
    for (const name of ['Semua', 'Lewat batas waktu', 'Verifikasi']) {
      const { href, count } = tab(page.text, name);
      expect(linksIn((await coordinator.get(href)).text).size, name).toBe(count);
    }
  });

  test('searches with stems and by number, and keeps the search in the box', async () => {
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05'), title: 'Perbaikan jembatan terbengkalai' });
    const found = await coordinator.get('/desk?q=memperbaiki+jembatan');
    expect(found.text).toContain(file(complaint));
    expect(found.text).toContain('value="memperbaiki jembatan"');
    expect(linksIn((await coordinator.get(`/desk?q=${complaint.trackingNumber}`)).text)).toEqual(new Set([file(complaint)]));
    expect((await coordinator.get('/desk?q=takadakataini')).text).toContain('Tidak ada yang cocok');
  });

  test('says overdue in words', async () => {
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05') });
    test_.t.setNow('2026-04-06T10:00:00+08:00');
    const late = await coordinator.get('/desk?overdue=yes');
    expect(late.text).toContain(file(complaint));
    expect(late.text).toMatch(/lewat \d+ hari kerja/);
    test_.t.setNow('2026-03-17T10:00:00+08:00');
    expect((await coordinator.get('/desk')).text).toMatch(/sisa \d+ hari kerja/);
  });

  test('pages by key: every complaint once', async () => {
    const office = await idOf(test_, '51.71');
    const denpasar = new AtDesk(test_, (await appoint(test_, '51.71', 'agency-coordinator')).personId);
    for (let count = 0; count < 33; count += 1) await filed(test_, { agencyId: office });
    const first = await denpasar.get('/desk');
    const next = /href="([^"]*after=[^"]*)" rel="next"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await denpasar.get(next);
    const all = [...linksIn(first.text), ...linksIn(second.text)];
    expect(new Set(all).size).toBe(33);
    expect(all).toHaveLength(33);
    const list = await denpasar.get('/desk/complaints');
    expect(linksIn(list.text).size).toBe(30);
  });

  test.each([
    ['51.05', 'supervisor', 'Anda membaca, tidak menindaklanjuti'],
    ['51.05', 'regional-leader', 'Anda membaca, tidak menindaklanjuti'],
    ['ori.bali', 'counter-officer', 'Catat pengaduan warga'],
    ['ori.bali', 'assessor', 'tidak membaca pengaduan perorangan'],
    ['ori.bali', 'ombudsman-assistant', 'Pengawasan Ombudsman'],
    ['kemenpanrb', 'system-admin', 'Anda mengelola sistem'],
  ] as const)('%s %s sees what the position can do', async (code, kind, words) => {
    const who = new AtDesk(test_, (await appoint(test_, code, kind)).personId);
    const page = await who.get('/desk');
    expect([page.status, page.text.includes(words)]).toEqual([200, true]);
    const list = await who.get('/desk/complaints');
    expect(list.status).toBe(200);
    if (kind === 'system-admin' || kind === 'assessor') expect(linksIn(list.text).size).toBe(0);
  });

  test('visitors are sent to sign in, whatever the address', async () => {
    const complaint = await filed(test_);
    const visitor = new AtDesk(test_, '');
    for (const path of [
      '/desk',
      '/desk/complaints',
      file(complaint),
      '/desk/complaints/1000000009',
      `${file(complaint)}/identity`,
    ]) {
      const answer = await visitor.get(path);
      expect([answer.status, answer.location]).toEqual([303, `/sign-in?return=${encodeURIComponent(path)}`]);
    }
  });

  test.each([
    'kind=nonsense',
    'kind=verify&kind=verify',
    'class=x&agency=../../etc',
    `agency=${'0'.repeat(36)}`,
    'after=AAAA',
    `after=${Buffer.from('["2026-99-99T00:00:00Z","00000000-0000-7000-8000-000000000000",1]').toString('base64url')}`,
    `after=${'x'.repeat(5000)}`,
    `q=${'kata '.repeat(900)}`,
    'q=%27%3B+drop+table+complaints%3B--',
    'q=%22+OR+-+%28%26%7C%21%3A%2A',
    'q=%3Cscript%3Ealert(1)%3C/script%3E',
    'status=closed&status=evil&region=99.99.99&category=no-such',
    'region=%25&category=%25',
    'from-day=31&from-month=2&from-year=2026',
    'from-day=-1&from-month=a&from-year=99999999999',
    'released=maybe&overdue=maybe',
  ])('a filter like %s is answered', async (query) => {
    for (const path of ['/desk', '/desk/complaints']) {
      const answer = await national.get(`${path}?${query}`);
      expect([200, 422], `${path}?${query}`).toContain(answer.status);
      expect(answer.text).not.toContain('<script>alert');
    }
  });
});

describe('offices without an officer', () => {
  test('their work is on the coordinator’s desk, and leaves it when somebody is appointed', async () => {
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05') });
    await coordinator.submit(`${file(complaint)}/forward`, { office: await idOf(test_, '51.05.dlh') });
    const page = await coordinator.get('/desk');
    const { href, count } = tab(page.text, 'Kantor tanpa petugas');
    const list = await coordinator.get(href);
    expect(linksIn(list.text).size).toBe(count);
    expect(list.text).toContain(file(complaint));
    expect((await national.get('/desk?unstaffed=yes')).text).not.toContain(file(complaint));
    await appoint(test_, '51.05.dlh', 'liaison-officer');
    expect((await coordinator.get(href)).text).not.toContain(file(complaint));
  });

  test('and the coordinator can hand it to an office where somebody works', async () => {
    const office = await idOf(test_, '51.05.dlh');
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05') });
    await coordinator.submit(`${file(complaint)}/forward`, { office: await idOf(test_, '51.05.dinsos') });
    const part = `${file(complaint)}/parts/${(await fresh(test_, complaint.id)).parts[0]?.id}`;
    expect((await coordinator.submit(`${part}/pass-on`, { office })).status).toBe(303);
    expect((await fresh(test_, complaint.id)).parts.map((each) => each.agencyId)).toEqual([office]);
  });

  test('the coordinator leaves: the national desk is told and sees what waits', async () => {
    const denpasar = await appoint(test_, '51.04', 'agency-coordinator');
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.04') });
    expect((await national.get('/desk?unstaffed=yes')).text).not.toContain(file(complaint));
    const keeper = await appoint(test_, 'kemenpanrb', 'system-admin');
    const ended = await endPosition(test_.t.tools, { handOver: handOver(test_.t.tools) }, await actorOf(test_, keeper.personId), {
      positionId: denpasar.positionId,
      endsOn: dayOf(test_.t.tools.clock.now(), 'Asia/Makassar'),
      reason: 'Mutasi.',
      successorId: null,
    });
    expect(ended).toEqual({ ok: true, value: { moved: 1 } });
    const told = await messagesFor(test_.t.db, { kind: 'position', id: denpasar.positionId });
    expect(told.map(({ recipient }) => recipient.id)).toEqual([nationalId]);
    expect((await national.get('/desk?unstaffed=yes')).text).toContain(file(complaint));
  });

  test('a government without a coordinator is looked after by the national desk', async () => {
    const complaint = await filed(test_);
    await national.submit(`${file(complaint)}/forward`, { office: await idOf(test_, '51.02') });
    expect((await national.get('/desk?unstaffed=yes')).text).toContain(file(complaint));
  });

  test('when the last officer leaves, the coordinator is told and every complaint says so; a colleague changes nothing', async () => {
    const office = await idOf(test_, '51.05.disdik');
    const [one, two] = [
      await appoint(test_, '51.05.disdik', 'liaison-officer'),
      await appoint(test_, '51.05.disdik', 'liaison-officer'),
    ];
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05') });
    await coordinator.submit(`${file(complaint)}/forward`, { office });
    const chief = await actorOf(test_, coordinatorId);
    const end = (positionId: string, successorId: string | null) =>
      endPosition(test_.t.tools, { handOver: handOver(test_.t.tools) }, chief, {
        positionId,
        endsOn: dayOf(test_.t.tools.clock.now(), 'Asia/Makassar'),
        reason: 'Mutasi.',
        successorId,
      });
    const events = async () => (await readEvents(test_.t.db, complaint.id)).map((event) => event.type);

    expect(await end(one.positionId, null)).toEqual({ ok: true, value: { moved: 0 } });
    expect(await events()).toEqual(['filed', 'forwarded']);
    expect((await coordinator.get('/desk?unstaffed=yes')).text).not.toContain(file(complaint));

    expect(await end(two.positionId, null)).toEqual({ ok: true, value: { moved: 1 } });
    expect(await events()).toEqual(['filed', 'forwarded', 'office-unstaffed']);
    expect((await coordinator.get('/desk?unstaffed=yes')).text).toContain(file(complaint));
    expect((await coordinator.get(file(complaint))).text).toContain('Tidak ada petugas lagi di');
    const told = await messagesFor(test_.t.db, { kind: 'position', id: two.positionId });
    expect(told.map(({ purpose, recipient }) => [purpose, recipient.id])).toEqual([['directory.work-received', coordinatorId]]);
  });

  test('a successor is told what is open', async () => {
    const office = await idOf(test_, '51.05.dishub');
    const [old, next] = [
      await appoint(test_, '51.05.dishub', 'liaison-officer'),
      await appoint(test_, '51.05.dishub', 'liaison-officer'),
    ];
    const complaint = await filed(test_, { agencyId: await idOf(test_, '51.05') });
    await coordinator.submit(`${file(complaint)}/forward`, { office });
    const ended = await endPosition(test_.t.tools, { handOver: handOver(test_.t.tools) }, await actorOf(test_, coordinatorId), {
      positionId: old.positionId,
      endsOn: dayOf(test_.t.tools.clock.now(), 'Asia/Makassar'),
      reason: 'Pensiun.',
      successorId: next.positionId,
    });
    expect(ended).toEqual({ ok: true, value: { moved: 1 } });
    expect(
      (await messagesFor(test_.t.db, { kind: 'position', id: old.positionId })).map(({ recipient }) => recipient.id),
    ).toEqual([next.personId]);
    expect((await readEvents(test_.t.db, complaint.id)).map((event) => event.type)).toContain('officer-changed');
    expect(new AtDesk(test_, next.personId)).toBeDefined();
    expect((await new AtDesk(test_, next.personId).get('/desk')).text).toContain(file(complaint));
    expect((await fresh(test_, complaint.id)).parts[0]?.agencyId).toBe(office);
  });
});
