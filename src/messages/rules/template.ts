import type { Language } from '../../kernel/language.ts';

/** References and dates for the text, as they were posted. */
export type MessageDetails = Readonly<Record<string, string | number | boolean | null>>;

/** Addresses a text may point to. */
export interface MessageLinks {
  /** A page of this installation, absolute: `links.to('/follow')`. */
  to(path: string): string;
  /** The link only this mail may hold (an invitation, a reset), made at the moment of sending and stored nowhere. */
  readonly own: string | undefined;
}

export interface MessageText {
  /** One line. */
  readonly subject: string;
  /** Plain text, paragraphs separated by an empty line. */
  readonly text: string;
}

/** How a message of one purpose is put into words. Pure; throws when `details` lacks what it needs. */
export type MessageTemplate = (language: Language, details: MessageDetails, links: MessageLinks) => MessageText;

/** Templates by purpose. Rooms export theirs, `main.ts` puts them together. */
export type MessageTemplates = Readonly<Record<string, MessageTemplate>>;

/** A text detail. @throws when it is missing, which is a bug of whoever posted the message */
export function textOf(details: MessageDetails, key: string): string {
  const value = details[key];
  if (typeof value !== 'string' || value === '') throw new TypeError(`The message lacks its detail ${key}`);
  return value;
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric', weekday: 'long', timeZone: 'UTC' } as const;

/** A day detail (2026-03-17) in words: "Selasa, 17 Maret 2026". @throws when it is missing or no day */
export function dayOfDetail(details: MessageDetails, key: string, language: Language): string {
  const day = textOf(details, key);
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new TypeError(`The detail ${key} is not a day`);
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'id-ID', DAY).format(new Date(`${day}T00:00:00Z`));
}
