/** Before anything else: choosing a PIN, unlocking, and what to do when it is forgotten. */
import type { App } from './app.ts';
import type { DeviceMeta } from './database.ts';
import { Device } from './device.ts';
import { button, h, replace } from './dom.ts';
import { checkbox, field, show } from './frame.ts';
import { pinFault, waitLeft } from './pin.ts';
import { calibrate, makeVault, openVault, WrongPin } from './vault.ts';

const pinInput = (autocomplete: string) =>
  h('input', { class: 'govuk-input govuk-input--width-20', type: 'password', autocomplete, maxlength: 64 });

/** A first PIN for this device. */
export function startScreen(app: App, opened: (device: Device) => void): void {
  const words = app.words.start;
  const pin = pinInput('new-password');
  const again = pinInput('new-password');
  const news = h('p', { class: 'govuk-error-message', role: 'alert' });
  const go = h('button', { class: 'govuk-button', type: 'submit' }, words.go);
  const form = h(
    'form',
    { novalidate: true },
    field('pin', words.pin, pin, words.pinHint),
    field('again', words.again, again),
    news,
    h('div', { class: 'govuk-inset-text' }, words.warning),
    go,
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const fault = pinFault(pin.value) ?? (pin.value === again.value ? undefined : ('differs' as const));
    news.textContent = fault ? words.faults[fault] : '';
    if (fault) {
      pin.focus();
      return;
    }
    go.disabled = true;
    go.textContent = words.working;
    const { lock, vault } = await makeVault(pin.value, await calibrate());
    const { language } = app;
    const meta: DeviceMeta = { lock, failures: 0, failedAt: 0, waiting: { answers: 0, files: 0 }, language };
    await app.db.write({ meta });
    // Asked where the work is kept, not before: the browser then keeps it when space runs short.
    void navigator.storage?.persist?.();
    opened(await Device.open(app.db, vault, meta));
  });
  show(app, { title: words.title, body: [h('p', {}, words.lead), form] });
}

export function lockedScreen(app: App, meta: DeviceMeta, opened: (device: Device) => void): void {
  const words = app.words.locked;
  const pin = pinInput('current-password');
  const news = h('p', { class: 'govuk-error-message', role: 'alert' });
  const go = h('button', { class: 'govuk-button', type: 'submit' }, words.go);
  const form = h('form', { novalidate: true }, field('pin', words.pin, pin), news, go);
  let known = meta;
  const tellWait = (): boolean => {
    const left = waitLeft(known.failures, known.failedAt, Date.now());
    go.disabled = left > 0;
    if (left > 0) news.textContent = words.wait(left);
    return left > 0;
  };
  const count = () => {
    if (tellWait()) setTimeout(count, 1000);
    else if (go.isConnected && news.textContent !== '') news.textContent = words.wrong;
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (tellWait()) return;
    go.disabled = true;
    // Counted before it is tried: closing the page in between saves nobody the wait.
    const before = known;
    known = { ...known, failures: known.failures + 1, failedAt: Date.now() };
    await app.db.write({ meta: known });
    try {
      const vault = await openVault(pin.value, known.lock);
      known = { ...before, failures: 0, failedAt: 0 };
      await app.db.write({ meta: known });
      opened(await Device.open(app.db, vault, known));
    } catch (error) {
      if (!(error instanceof WrongPin)) throw error;
      pin.value = '';
      news.textContent = words.wrong;
      go.disabled = false;
      pin.focus();
      count();
    }
  });
  const forgot = button(words.forgot, () => forgotScreen(app, known, opened), 'secondary');
  show(app, { title: words.title, body: [form, forgot] });
  if (tellWait()) count();
  pin.focus();
}

/** Says what would be lost before anything is. */
function forgotScreen(app: App, meta: DeviceMeta, opened: (device: Device) => void): void {
  const words = app.words.locked;
  const { answers, files } = meta.waiting;
  const wipe = button(
    words.forgotGo,
    async () => {
      await app.db.wipe();
      startScreen(app, opened);
    },
    'warning',
  );
  wipe.disabled = true;
  const sure = checkbox('sure', words.forgotSure, false, (checked) => {
    wipe.disabled = !checked;
  });
  const body = h('div', {});
  replace(
    body,
    h('p', {}, words.forgotText(answers, files)),
    sure,
    h(
      'div',
      { class: 'govuk-button-group' },
      wipe,
      button(app.words.back, () => lockedScreen(app, meta, opened), 'secondary'),
    ),
  );
  show(app, { title: words.forgotTitle, body });
}
