/** What all screens share: the words, the state of sending, how one gets from screen to screen. */
import type { Label } from '../../../../kernel/language.ts';
import type { DeviceDatabase } from './database.ts';
import type { Device } from './device.ts';
import { type SendEnd, sendAll } from './send.ts';
import { en } from './words.en.ts';
import { type AppWords, id } from './words.id.ts';

export type Language = 'id' | 'en';

/** Some seconds after the last answer, so that a page of quick answers goes in one. */
const SEND_AFTER_MS = 4000;
const TRY_AGAIN_MS = 60_000;

export class App {
  readonly db: DeviceDatabase;
  readonly root: HTMLElement;
  language: Language;
  device: Device | undefined;
  isSending = false;
  lastEnd: SendEnd | undefined;
  /** Redraws what shows the queue; set by the screen that is open. */
  onState: () => void = () => {};
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(db: DeviceDatabase, root: HTMLElement, language: Language) {
    this.db = db;
    this.root = root;
    this.language = language;
  }

  get words(): AppWords {
    return this.language === 'en' ? en : id;
  }

  say(label: Label): string {
    return label[this.language];
  }

  when(at: string): string {
    const locale = this.language === 'en' ? 'en-GB' : 'id-ID';
    return new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
  }

  day(on: string): string {
    const locale = this.language === 'en' ? 'en-GB' : 'id-ID';
    return new Date(`${on}T00:00:00Z`).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });
  }

  /** Sends what waits, some time after the last change; in vain it tries again by itself while there is a connection. */
  sendSoon(afterMs = SEND_AFTER_MS): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.send({ pull: false }), afterMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async send(options: { readonly pull: boolean }): Promise<SendEnd | undefined> {
    const { device } = this;
    if (!device || this.isSending) return undefined;
    this.isSending = true;
    this.onState();
    try {
      this.lastEnd = await sendAll(device, { ...options, onProgress: () => this.onState(), now: () => new Date() });
    } finally {
      this.isSending = false;
    }
    this.onState();
    const { answers, files } = device.waiting();
    const isInVain = this.lastEnd === 'later' || (this.lastEnd === 'offline' && navigator.onLine);
    if (isInVain && answers + files > 0) this.sendSoon(TRY_AGAIN_MS);
    return this.lastEnd;
  }
}

export type StateName = keyof AppWords['state']['is'];

/** The state in one word, worst news first. */
export function stateOf(app: App): StateName {
  const { device } = app;
  if (!device) return 'ready';
  if (app.isSending) return 'sending';
  if (device.conflicts() > 0) return 'conflict';
  if (!navigator.onLine || app.lastEnd === 'offline') return 'offline';
  if (app.lastEnd === 'signed-out' || app.lastEnd === 'other-person') return 'signed-out';
  const { answers, files } = device.waiting();
  return answers + files > 0 ? 'waiting' : 'ready';
}
