/** The frame of every screen: header, the state of the queue, a place for news that screen readers hear. */
import { type App, stateOf } from './app.ts';
import { button, type Content, h, replace } from './dom.ts';

const TONES = {
  ready: 'success',
  offline: 'warning',
  waiting: 'info',
  sending: 'info',
  conflict: 'danger',
  'signed-out': 'warning',
};

/** Draws a screen. The heading gets the focus, so that the change of screen is noticed. */
export function show(app: App, screen: { readonly title: string; readonly back?: string; readonly body: Content }): void {
  const { words, root } = app;
  document.documentElement.lang = app.language;
  document.title = `${screen.title} – ${words.product} ${words.title}`;
  const heading = h('h1', { class: 'govuk-heading-l', tabindex: -1 }, screen.title);
  const switchLanguage = () => {
    app.language = app.language === 'id' ? 'en' : 'id';
    void app.device?.keepMeta({ language: app.language });
    window.dispatchEvent(new Event('hashchange'));
  };
  replace(
    root,
    h(
      'header',
      { class: 'tuntas-field-header' },
      h('span', { class: 'tuntas-field-header__name' }, `${words.product} · ${words.title}`),
      h('button', { type: 'button', class: 'tuntas-field-header__button', onclick: switchLanguage }, words.language),
    ),
    h(
      'div',
      { class: 'govuk-width-container' },
      screen.back !== undefined && h('a', { class: 'govuk-back-link', href: screen.back }, words.back),
      h('main', { class: 'govuk-main-wrapper', id: 'main-content' }, heading, screen.body),
    ),
  );
  scrollTo(0, 0);
  heading.focus({ preventScroll: true });
}

/** How the queue stands, kept up to date while the screen is open. */
export function queueState(app: App): HTMLElement {
  const { words } = app;
  const mark = h('strong', { class: 'govuk-tag' });
  const text = h('span', {});
  const news = h('p', { class: 'tuntas-field-state__news' });
  const actions = h('div', { class: 'govuk-button-group' });
  const box = h(
    'section',
    { class: 'tuntas-field-state', 'aria-label': words.title },
    h('p', { role: 'status', class: 'tuntas-field-state__line' }, mark, ' ', text),
    news,
    actions,
  );
  app.onState = () => {
    const { device } = app;
    if (!device) return;
    const state = stateOf(app);
    const { answers, files } = device.waiting();
    mark.className = `govuk-tag tuntas-tag--${TONES[state]}`;
    setText(mark, words.state.is[state]);
    const queue = answers + files === 0 ? words.state.nothing : words.state.waiting(answers, files);
    const { sentAt } = device.facts;
    setText(text, `${queue}; ${sentAt ? words.state.sentAt(app.when(sentAt)) : words.state.never}.`);
    setText(news, newsOf(app));
    const isSignedOut = app.lastEnd === 'signed-out' || app.lastEnd === 'other-person';
    replace(
      actions,
      isSignedOut && h('a', { class: 'govuk-button', href: SIGN_IN }, words.home.signIn),
      answers + files > 0 && !app.isSending && button(words.home.send, () => app.send({ pull: true }), 'secondary'),
    );
    box.dispatchEvent(new Event('queue'));
  };
  app.onState();
  return box;
}

/** Back here with a new session; everything waits meanwhile. */
export const SIGN_IN = '/sign-in?return=%2Ffield%2Fapp';

function newsOf(app: App): string {
  const { state } = app.words;
  if (app.isSending) return '';
  switch (app.lastEnd) {
    case 'offline':
      return state.offline;
    case 'signed-out':
      return state.signedOut;
    case 'other-person':
      return state.otherPerson;
    case 'later':
      return state.later;
    default:
      return navigator.onLine ? '' : state.offline;
  }
}

/** Only when it is news: a live region is read aloud whenever it is written. */
function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** An input with its label and, when there is one, its hint. */
export function field(id: string, label: string, input: HTMLElement, hint?: string): HTMLElement {
  input.id = id;
  if (hint) input.setAttribute('aria-describedby', `${id}-hint`);
  return h(
    'div',
    { class: 'govuk-form-group' },
    h('label', { class: 'govuk-label govuk-label--s', for: id }, label),
    hint && h('div', { class: 'govuk-hint', id: `${id}-hint` }, hint),
    input,
  );
}

export function checkbox(id: string, label: string, checked: boolean, change: (checked: boolean) => unknown): HTMLElement {
  const box = h('input', { class: 'govuk-checkboxes__input', type: 'checkbox', id });
  box.checked = checked;
  box.addEventListener('change', () => change(box.checked));
  return h(
    'div',
    { class: 'govuk-checkboxes govuk-form-group' },
    h(
      'div',
      { class: 'govuk-checkboxes__item' },
      box,
      h('label', { class: 'govuk-label govuk-checkboxes__label', for: id }, label),
    ),
  );
}

/** Something more, one tap away. */
export function folded(summary: Content, content: Content, isOpen = false): HTMLElement {
  const head = h('summary', { class: 'govuk-details__summary' }, h('span', { class: 'govuk-details__summary-text' }, summary));
  return h('details', { class: 'govuk-details', open: isOpen }, head, h('div', { class: 'govuk-details__text' }, content));
}
