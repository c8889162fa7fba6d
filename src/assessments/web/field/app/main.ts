/** The field app: from a locked device to the sheets. Entry of the bundle `field-app.js`; see docs/decisions/0021-field-app.md. */
import { App, type Language } from './app.ts';
import { conflictsScreen } from './conflicts-screen.ts';
import { type DeviceDatabase, type DeviceMeta, openDatabase } from './database.ts';
import type { Device } from './device.ts';
import { h } from './dom.ts';
import { show } from './frame.ts';
import { homeScreen } from './home-screen.ts';
import { lockedScreen, startScreen } from './pin-screens.ts';
import { sheetScreen } from './sheet-screen.ts';
import { unitScreen } from './unit-screen.ts';

/** A device that lies about unlocked locks itself. */
const LOCK_AFTER_MS = 20 * 60_000;

async function start(root: HTMLElement): Promise<void> {
  const language: Language = /^en\b/.test(navigator.language) ? 'en' : 'id';
  const db = await databaseOrNothing();
  if (!db) {
    unsupported(new App({} as DeviceDatabase, root, language));
    return;
  }
  const app = new App(db, root, language);
  const meta = await db.meta();
  if (meta) app.language = meta.language;
  registerWorker();
  await alone(app, () => begin(app, meta));
}

/** The device can keep things safely: a secure connection, cryptography, a database, and a worker for the shell. */
async function databaseOrNothing(): Promise<DeviceDatabase | undefined> {
  const hasAll = window.isSecureContext && 'indexedDB' in window && 'serviceWorker' in navigator && crypto?.subtle;
  try {
    return hasAll ? await openDatabase() : undefined;
  } catch {
    return undefined;
  }
}

function unsupported(app: App): void {
  const { words } = app;
  const link = h('a', { class: 'govuk-button', href: '/field' }, words.ordinary);
  show(app, { title: words.unsupported, body: [h('p', {}, words.unsupportedText), link] });
}

/** Two tabs would write over each other's answers: one works, the other says so and takes over when the first is closed. */
async function alone(app: App, work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work();
  const waiting = setTimeout(() => {
    const { words } = app;
    show(app, { title: words.otherTab, body: h('p', {}, words.otherTabText) });
  }, 400);
  await navigator.locks.request('tuntas-field', async () => {
    clearTimeout(waiting);
    await work();
    // Held until the page goes.
    await new Promise(() => {});
  });
}

function registerWorker(): void {
  navigator.serviceWorker.register('/field/worker.js', { scope: '/field/' }).catch(() => {
    // Without a connection at the first visit there is nothing to install; the next visit tries again.
  });
}

async function begin(app: App, meta: DeviceMeta | undefined): Promise<void> {
  let lastSeen = Date.now();
  const lock = async () => {
    app.stop();
    app.device = undefined;
    app.onState = () => {};
    const now = await app.db.meta();
    if (now) lockedScreen(app, now, opened);
    else startScreen(app, opened);
  };
  const opened = (device: Device) => {
    app.device = device;
    lastSeen = Date.now();
    route(app, lock);
    void app.send({ pull: device.facts.preparedAt !== null });
  };
  window.addEventListener('hashchange', () => (app.device ? route(app, lock) : void lock()));
  window.addEventListener('online', () => {
    app.lastEnd = undefined;
    app.onState();
    app.sendSoon(500);
  });
  window.addEventListener('offline', () => app.onState());
  for (const sign of ['pointerdown', 'keydown']) {
    window.addEventListener(sign, () => {
      lastSeen = Date.now();
    });
  }
  setInterval(() => {
    if (app.device && Date.now() - lastSeen > LOCK_AFTER_MS) void lock();
  }, 30_000);
  if (meta) lockedScreen(app, meta, opened);
  else startScreen(app, opened);
}

function route(app: App, lock: () => Promise<void>): void {
  app.onState = () => {};
  const [, where = '', key = ''] = /^#\/(\w*)\/?(.*)$/.exec(location.hash) ?? [];
  if (where === 'unit' && unitScreen(app, key)) return;
  if (where === 'sheet' && sheetScreen(app, key)) return;
  if (where === 'conflicts') conflictsScreen(app);
  else homeScreen(app, () => void lock());
}

const root = document.getElementById('field-app');
if (root) void start(root);
