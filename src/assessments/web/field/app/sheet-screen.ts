/** The form of one sheet. Every answer is on the disk before the line under the heading says so; there is no button to forget. */
import type { App } from './app.ts';
import { sheetKey, unitKey } from './device.ts';
import { button, type Content, h, replace } from './dom.ts';
import { field, queueState, show } from './frame.ts';
import { missingOn, sheetState, sheetTitle, unitTitle } from './progress.ts';
import { type Here, inputsOf, questionInput } from './question-input.ts';
import { type LocalSheet, markDone, openConflicts, writeProduct } from './sheet-state.ts';

export function sheetScreen(app: App, key: string): boolean {
  const { device, words } = app;
  const unit = device?.facts.units.find((each) => key.startsWith(`${unitKey(each)}/`));
  const sheet = device?.sheets.get(key);
  if (!device || !unit || !sheet) return false;
  const siblings = device.sheetsOf(unit);
  const news = h('p', { role: 'status', class: 'tuntas-field-kept' });
  const foot = h('div', {});
  const say = (text: string) => {
    if (news.textContent !== text) news.textContent = text;
  };
  const changed = () => {
    app.onState();
    app.sendSoon();
    replace(foot, end(here));
  };
  const keep: Here['keep'] = async (change) => {
    const now = device.sheets.get(key);
    if (!now) return;
    try {
      await device.keepSheet(key, change(now));
      say(words.sheet.kept);
      changed();
    } catch {
      say(words.sheet.notKept);
    }
  };
  const queue = queueState(app);
  const onQueue = (look: () => void) => queue.addEventListener('queue', look);
  const here: Here = { app, unit, key, keep, say, changed, onQueue, shown: new Map() };
  // What the server told meanwhile is shown before anybody answers on top of it.
  onQueue(() => {
    const now = queue.isConnected ? device.sheets.get(key) : undefined;
    const isStale = ([code, text]: [string, string]) => now !== undefined && inputsOf(now, code) !== text;
    if ([...here.shown].some(isStale)) sheetScreen(app, key);
  });
  replace(foot, end(here));
  const sections = device.facts.forms[unit.instrument]?.[sheet.shape.kind] ?? [];
  const { quota } = sheet.shape;
  const isPeople = ['user', 'officer', 'complaint-officer'].includes(sheet.shape.kind);
  show(app, {
    title: sheetTitle(
      app,
      siblings.map(([, each]) => each),
      sheet,
    ),
    back: `#/unit/${unitKey(unit)}`,
    body: [
      h('p', { class: 'govuk-caption-m' }, [unitTitle(app, unit), quota && app.say(quota)].filter(Boolean).join(' · ')),
      queue,
      news,
      isPeople && h('div', { class: 'govuk-inset-text' }, words.unit.anonymous),
      openConflicts(sheet).length > 0 && conflictNote(app, sheet),
      sheet.sending?.refused && h('div', { class: 'govuk-inset-text' }, words.sheet.refused(app.say(sheet.sending.refused))),
      sheet.shape.mayNameProduct && productInput(here, sheet),
      sections.map((section) => [
        h(
          'h2',
          { class: 'govuk-heading-m' },
          h('span', { class: 'govuk-caption-m' }, app.say(section.within)),
          app.say(section.title),
        ),
        section.questions.map((question) => questionInput(here, question)),
      ]),
      foot,
    ],
  });
  return true;
}

function conflictNote({ words }: App, sheet: LocalSheet): HTMLElement {
  const link = h('a', { class: 'govuk-link', href: '#/conflicts' }, words.conflict.open);
  return h('div', { class: 'govuk-inset-text' }, `${words.conflict.count(openConflicts(sheet).length)}. `, link);
}

function productInput({ app, keep }: Here, sheet: LocalSheet): HTMLElement {
  const input = h('input', { class: 'govuk-input', type: 'text', maxlength: 200 });
  input.value = sheet.product.value;
  input.addEventListener('change', () => keep((now) => writeProduct(now, input.value)));
  return field('product', app.words.sheet.productName, input);
}

/** What is missing, "done", and the way on. */
function end({ app, unit, key, keep }: Here): Content {
  const { device, words } = app;
  const sheet = device?.sheets.get(key);
  if (!device || !sheet) return null;
  const missing = missingOn(device, key, unit, sheet);
  const isComplete = missing.answers + missing.evidence === 0 && openConflicts(sheet).length === 0;
  const next = device
    .sheetsOf(unit)
    .find(
      ([other, each]) =>
        each.shape.kind === sheet.shape.kind &&
        each.shape.sheetNo > sheet.shape.sheetNo &&
        each.shape.quotaCode === sheet.shape.quotaCode &&
        sheetState(device, other, each) !== 'done',
    );
  const isDone = sheet.done.value;
  const done = isDone
    ? button(words.sheet.notDone, () => keep((now) => markDone(now, false)), 'secondary')
    : button(words.sheet.done, () => keep((now) => markDone(now, true)));
  return [
    h('p', {}, isDone ? words.sheet.isDone : isComplete ? '' : words.sheet.missing(missing.answers, missing.evidence)),
    h(
      'div',
      { class: 'govuk-button-group' },
      (isDone || isComplete) && done,
      next &&
        h(
          'a',
          { class: 'govuk-button govuk-button--secondary', href: `#/sheet/${sheetKey(unit, next[1].shape.sheetNo)}` },
          words.sheet.next,
        ),
      h('a', { class: 'govuk-link', href: `#/unit/${unitKey(unit)}` }, unitTitle(app, unit)),
    ),
  ];
}
