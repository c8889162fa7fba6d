import { describe, expect, it } from 'vitest';
import { Temporal } from '../../kernel/time.ts';
import { type Delivery, describeDelivery } from './delivery.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const told: Delivery = {
  id: '01900000-0000-7000-8000-000000000001',
  purpose: 'complaint.news',
  object: { kind: 'complaint', id: 'c' },
  recipient: { kind: 'complainant', id: 'c' },
  stage: 'reply:4',
  state: 'sent',
  tries: 1,
  nextTryAt: null,
  sendingSince: at('2026-03-17T10:02:00+08:00'),
  outcome: 'taken',
  createdAt: at('2026-03-17T10:01:00+08:00'),
  sentAt: at('2026-03-17T10:02:00+08:00'),
};
const now = at('2026-03-17T13:00:00+08:00');
const read = (
  more: Partial<Delivery>,
  language: 'id' | 'en' = 'id',
  zone: 'Asia/Makassar' | 'Asia/Jayapura' = 'Asia/Makassar',
): string => describeDelivery({ ...told, ...more }, { language, zone, now });

describe('what became of a message is said in plain words', () => {
  it.each([
    [{}, 'terkirim 17 Mar 10.02', 'sent 17 Mar 10.02'],
    [{ state: 'waiting' }, 'menunggu dikirim', 'waiting to be sent'],
    [{ state: 'sending' }, 'sedang dikirim', 'being sent'],
    [
      { state: 'failed', tries: 3, nextTryAt: at('2026-03-17T14:20:00+08:00') },
      'gagal 3 kali, dicoba lagi 14.20',
      'failed 3 times, tried again 14.20',
    ],
    [
      { state: 'failed', tries: 1, nextTryAt: at('2026-05-18T02:05:00+08:00') },
      'gagal 1 kali, dicoba lagi 18 Mei 02.05',
      'failed once, tried again 18 May 02.05',
    ],
    [{ state: 'given-up', tries: 12 }, 'gagal 12 kali, tidak dicoba lagi', 'failed 12 times, not tried again'],
    [{ state: 'unreachable' }, 'tidak dikirim karena tidak ada alamat surel', 'not sent because there is no e-mail address'],
    [
      { state: 'uncertain' },
      'mungkin terkirim 17 Mar 10.02, pengiriman terputus',
      'perhaps sent 17 Mar 10.02, the sending was cut off',
    ],
  ] as [Partial<Delivery>, string, string][])('%o', (more, id, en) => {
    expect(read(more)).toBe(id);
    expect(read(more, 'en')).toBe(en);
  });

  it("on the reader's clock", () => expect(read({}, 'id', 'Asia/Jayapura')).toBe('terkirim 17 Mar 11.02'));
});
