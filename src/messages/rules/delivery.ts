import type { Language } from '../../kernel/language.ts';
import type { Moment, Zone } from '../../kernel/time.ts';
import type { MessageState } from './message.transitions.ts';

/** One line of the ledger as it may be shown: what became of a message. No address, no name, no text. */
export interface Delivery {
  readonly id: string;
  readonly purpose: string;
  readonly object: { readonly kind: string; readonly id: string };
  readonly recipient: { readonly kind: 'person' | 'complainant' | 'invitee' | 'focal-point'; readonly id: string };
  readonly stage: string;
  readonly state: MessageState;
  /** Failed and successful hand-overs together. */
  readonly tries: number;
  readonly nextTryAt: Moment | null;
  readonly sendingSince: Moment | null;
  /** A code such as `eenvelope-550` or `no-address`. */
  readonly outcome: string | null;
  readonly createdAt: Moment;
  readonly sentAt: Moment | null;
}

/** "terkirim 17 Mar 10.02", "gagal 3 kali, dicoba lagi 14.20": what became of it, in plain words, on the reader's clock. */
export function describeDelivery(delivery: Delivery, reader: { language: Language; zone: Zone; now: Moment }): string {
  const { language, zone, now } = reader;
  const { state, tries, sentAt, nextTryAt, sendingSince } = delivery;
  const on = (at: Moment | null): string => (at === null ? '' : shortMoment(at, zone, language));
  const next = nextTryAt === null ? '' : isSameDay(nextTryAt, now, zone) ? clock(nextTryAt, zone) : on(nextTryAt);
  const id: Readonly<Record<MessageState, () => string>> = {
    waiting: () => 'menunggu dikirim',
    sending: () => 'sedang dikirim',
    sent: () => `terkirim ${on(sentAt)}`,
    failed: () => `gagal ${tries} kali, dicoba lagi ${next}`,
    'given-up': () => `gagal ${tries} kali, tidak dicoba lagi`,
    unreachable: () => 'tidak dikirim karena tidak ada alamat surel',
    uncertain: () => `mungkin terkirim ${on(sendingSince)}, pengiriman terputus`,
  };
  const en: typeof id = {
    waiting: () => 'waiting to be sent',
    sending: () => 'being sent',
    sent: () => `sent ${on(sentAt)}`,
    failed: () => `failed ${times(tries)}, tried again ${next}`,
    'given-up': () => `failed ${times(tries)}, not tried again`,
    unreachable: () => 'not sent because there is no e-mail address',
    uncertain: () => `perhaps sent ${on(sendingSince)}, the sending was cut off`,
  };
  return (language === 'en' ? en : id)[state]();
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

function isSameDay(a: Moment, b: Moment, zone: Zone): boolean {
  return a.toZonedDateTimeISO(zone).toPlainDate().equals(b.toZonedDateTimeISO(zone).toPlainDate());
}

/** 14.20, written with a full stop in both languages as on Indonesian clocks and notices. */
function clock(at: Moment, zone: Zone): string {
  const { hour, minute } = at.toZonedDateTimeISO(zone);
  return `${String(hour).padStart(2, '0')}.${String(minute).padStart(2, '0')}`;
}

const MONTHS = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const;

function shortMoment(at: Moment, zone: Zone, language: Language): string {
  const { day, month } = at.toZonedDateTimeISO(zone);
  return `${day} ${MONTHS[language][month - 1]} ${clock(at, zone)}`;
}
