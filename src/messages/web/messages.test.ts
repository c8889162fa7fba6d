import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Officer } from '../../kernel/actor.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { createApp } from '../../platform/http/app.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { Visitor } from '../../platform/testing/visitor.ts';
import { makePost, messagesFor } from '../index.ts';
import { moveMessage } from '../store/ledger.ts';
import { mountMessages } from './messages.tsx';

const officer = (capability: 'system.manage' | 'complaint.verify'): Officer => ({
  kind: 'officer',
  personId: '01900000-0000-7000-8000-00000000000a',
  name: 'Petugas Contoh',
  positions: [
    {
      positionId: 'p',
      kind: 'k',
      agencyId: 'a',
      governmentId: 'a',
      agencyPath: ['a'],
      capabilities: [capability],
      regionCode: null,
    },
  ],
});

describe('the page of outgoing messages', () => {
  let t: TestDatabase;
  const object = { kind: 'complaint', id: '01900000-0000-7000-8000-00000000000c' };

  beforeAll(async () => {
    t = await testDatabase();
    await inTransaction(t.tools, async (tx) => {
      for (const stage of ['waits', 'fails', 'unknown', ...Array.from({ length: 60 }, (_, index) => `more ${index}`)]) {
        const recipient = { kind: 'complainant', id: object.id } as const;
        await makePost(t.tools)(tx, {
          purpose: 'complaint.news',
          object,
          recipient,
          stage,
          details: { trackingNumber: '1234567890' },
        });
      }
    });
    const sendingSince = t.tools.clock.now();
    const failing = await byStage('fails');
    await moveMessage(t.db, failing, 'hand-over', { sendingSince, addTry: true });
    await moveMessage(t.db, { ...failing, tries: 1 }, 'give-up', { outcome: 'eenvelope-550' });
    const unknown = await byStage('unknown');
    await moveMessage(t.db, unknown, 'hand-over', { sendingSince, addTry: true });
    await moveMessage(t.db, { ...unknown, tries: 1 }, 'lose-sight', { outcome: 'interrupted' });
  });
  afterAll(() => t.close());

  const byStage = async (stage: string) => {
    const found = (await messagesFor(t.db, object)).find((delivery) => delivery.stage === stage);
    if (found === undefined) throw new Error(`No message ${stage}`);
    return found;
  };
  const visitor = (actor: Actor, language = 'id') =>
    new Visitor(
      createApp(t.tools, {
        actorOf: async () => actor,
        mount: mountMessages,
        pages: {
          fault: (c, requestId) => c.text(requestId),
          notFound: (c) => c.text('not found'),
          refused: (c, _, text) => c.text(text),
        },
      }),
      { 'Accept-Language': language },
    );
  const admin = officer('system.manage');

  it('is there for system administrators alone', async () => {
    expect((await visitor(admin).get('/admin/messages')).status).toBe(200);
    for (const actor of [officer('complaint.verify'), { kind: 'visitor' }] as const) {
      expect((await visitor(actor).get('/admin/messages')).status).toBe(404);
      const { id } = await byStage('fails');
      expect((await visitor(actor).submit(`/admin/messages/${id}/send-again`, {}, '/admin/messages')).status).not.toBe(303);
      expect(await byStage('fails')).toMatchObject({ state: 'given-up' });
    }
  });

  it('shows what needs attention, in words, without number, address or complaint', async () => {
    const html = await (await visitor(admin).get('/admin/messages')).text();
    expect(html).toContain('gagal 1 kali, tidak dicoba lagi');
    expect(html).toContain('mungkin terkirim 17 Mar 09.00');
    expect(html).toContain('Kode: eenvelope-550');
    expect(html).not.toContain('menunggu dikirim');
    expect(html).not.toContain('1234567890');
    expect(html).not.toContain(object.id);
    const english = await (await visitor(admin, 'en').get('/admin/messages')).text();
    expect(english).toContain('failed once, not tried again');
  });

  it('pages through all messages, each on one page', async () => {
    const seen: string[] = [];
    let next: string | undefined = '/admin/messages?show=all';
    for (let pages = 0; next !== undefined && pages < 5; pages++) {
      const html: string = await (await visitor(admin).get(next)).text();
      seen.push(...[...html.matchAll(/<code>([0-9a-f-]{36})<\/code>/g)].map((match) => match[1] as string));
      next = /href="([^"]*before=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(63);
    expect(new Set(seen).size).toBe(63);
    expect((await visitor(admin).get('/admin/messages?before=nonsense')).status).toBe(200);
  });

  it('has a given-up message sent again, once', async () => {
    const { id } = await byStage('fails');
    const browser = visitor(admin);
    const answer = await browser.submit(`/admin/messages/${id}/send-again`, {}, '/admin/messages');
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/admin/messages']);
    expect(await (await browser.get('/admin/messages')).text()).toContain('Pesan akan dikirim ulang.');
    expect(await byStage('fails')).toMatchObject({ state: 'waiting', tries: 1 });
    await browser.submit(`/admin/messages/${id}/send-again`, {}, '/admin/messages');
    expect(await (await browser.get('/admin/messages')).text()).toContain('sudah terkirim atau masih akan dikirim');
    expect((await browser.submit('/admin/messages/nonsense/send-again', {}, '/admin/messages')).status).toBe(404);
  });
});
