/** The form of one sheet. Every answer is on the disk before the line under the heading says so; there is no button to forget. */
import type { QuestionShape } from '../shapes.ts';
import type { App } from './app.ts';
import { sheetKey, unitKey } from './device.ts';
import { button, type Content, h, replace } from './dom.ts';
import { evidenceInput } from './evidence-input.ts';
import { field, folded, queueState, show } from './frame.ts';
import { missingOn, sheetState, sheetTitle, type UnitFacts, unitTitle } from './progress.ts';
import { answerOf, type LocalSheet, markDone, openConflicts, writeAnswer, writeProduct } from './sheet-state.ts';

interface Here {
  readonly app: App;
  readonly unit: UnitFacts;
  readonly key: string;
  /** Puts a change on the disk and says that it is there. */
  readonly keep: (change: (sheet: LocalSheet) => LocalSheet) => Promise<void>;
  readonly say: (text: string) => void;
  readonly changed: () => void;
  readonly onQueue: (look: () => void) => void;
  /** What stands in the inputs of a question. */
  readonly shown: Map<string, string>;
}

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

function inputsOf(sheet: LocalSheet, code: string): string {
  const { value, note } = answerOf(sheet, code);
  return JSON.stringify([value, note]);
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

function questionInput(here: Here, question: QuestionShape): HTMLElement {
  const { app, key, keep } = here;
  const { words, device } = app;
  const { code } = question;
  const sheet = device?.sheets.get(key);
  if (!sheet) return h('div');
  const answer = answerOf(sheet, code);
  here.shown.set(code, inputsOf(sheet, code));
  const warning = h('p', { class: 'govuk-error-message' });
  const warn = (now: LocalSheet) => {
    const { value, note, refused } = answerOf(now, code);
    const text = refused ? words.sheet.refused(app.say(refused)) : value === '' && note !== '' ? words.sheet.noteNeedsAnswer : '';
    if (warning.textContent !== text) warning.textContent = text;
  };
  warn(sheet);
  const write = (change: { readonly value?: string; readonly note?: string }) =>
    keep((now) => {
      const { value, note } = answerOf(now, code);
      const next = writeAnswer(now, code, { value, note, ...change }, new Date().toISOString());
      warn(next);
      here.shown.set(code, inputsOf(next, code));
      return next;
    });
  const note = h('textarea', { class: 'govuk-textarea', rows: 2, maxlength: 2000 });
  note.value = answer.note;
  note.addEventListener('input', () => write({ note: note.value }));
  const pushed = sheet.shape.pushed[code];
  return h(
    'div',
    { class: 'tuntas-question' },
    question.choices.length > 0
      ? choiceInput(here, question, answer.value, (value) => write({ value }))
      : numberInput(here, question, answer.value, (value) => write({ value })),
    warning,
    pushed && h('p', { class: 'govuk-hint' }, words.sheet.pushed(app.say(pushed.told))),
    published(app, sheet, code),
    more(here, question, note),
  );
}

/** A note and evidence, folded away while there is neither. */
function more(here: Here, question: QuestionShape, note: HTMLTextAreaElement): Content {
  const { app, key } = here;
  const { words, device } = app;
  const { code } = question;
  const hasEvidence = question.evidence !== 'none';
  if (!question.notes && !hasEvidence) return null;
  const there = [...(device?.filesOf(key) ?? []), ...(device?.sheets.get(key)?.shape.evidence ?? [])];
  const isOpen = note.value !== '' || there.some((each) => each.indicator === code);
  const summary = words.sheet.more(hasEvidence, question.evidence === 'required');
  return folded(
    [summary, hidden(app, question)],
    [
      question.notes && field(`note-${code}`, words.sheet.note, note, words.sheet.noteHint),
      hasEvidence && evidenceInput(app, { key, question, say: here.say, changed: here.changed, onQueue: here.onQueue }),
    ],
    isOpen,
  );
}

type Write = (value: string) => unknown;

function choiceInput({ app }: Here, question: QuestionShape, value: string, write: Write): HTMLElement {
  const { words } = app;
  const { code } = question;
  const choices = [
    ...question.choices.map((each) => ({ value: each.value, text: app.say(each.label) })),
    ...(question.mayNotApply ? [{ value: 'n/a', text: words.sheet.notApply }] : []),
  ];
  const radios = choices.map((choice, place) => {
    const id = `answer-${code}-${place}`;
    const radio = h('input', { class: 'govuk-radios__input', type: 'radio', id, name: code, value: choice.value });
    radio.checked = choice.value === value;
    radio.addEventListener('change', () => write(choice.value));
    const label = h('label', { class: 'govuk-label govuk-radios__label', for: id }, choice.text);
    return [radio, h('div', { class: 'govuk-radios__item' }, radio, label)] as const;
  });
  const clear = () => {
    for (const [radio] of radios) radio.checked = false;
    write('');
  };
  const hint = `hint-${code}`;
  return h(
    'fieldset',
    { class: 'govuk-fieldset', 'aria-describedby': hint },
    h('legend', { class: 'govuk-fieldset__legend govuk-fieldset__legend--s' }, app.say(question.name)),
    h('div', { class: 'govuk-hint', id: hint }, app.say(question.question)),
    h(
      'div',
      { class: 'govuk-radios govuk-radios--small' },
      radios.map(([, item]) => item),
    ),
    h('button', { type: 'button', class: 'tuntas-field-clear', onclick: clear }, words.sheet.clear, hidden(app, question)),
  );
}

function numberInput({ app }: Here, question: QuestionShape, value: string, write: Write): HTMLElement {
  const { words } = app;
  const { code } = question;
  const input = h('input', {
    class: 'govuk-input govuk-input--width-10',
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
  });
  const isNumber = value !== 'n/a';
  input.value = isNumber ? value : '';
  const unit = question.unit ? ` (${app.say(question.unit)})` : '';
  const box = h('input', { class: 'govuk-checkboxes__input', type: 'checkbox', id: `not-${code}` });
  box.checked = !isNumber;
  input.addEventListener('input', () => {
    box.checked = false;
    write(input.value.trim());
  });
  box.addEventListener('change', () => {
    if (box.checked) input.value = '';
    write(box.checked ? 'n/a' : '');
  });
  const label = h(
    'label',
    { class: 'govuk-label govuk-checkboxes__label', for: `not-${code}` },
    words.sheet.notApply,
    hidden(app, question),
  );
  const notApply = h('div', { class: 'govuk-checkboxes' }, h('div', { class: 'govuk-checkboxes__item' }, box, label));
  return h(
    'div',
    {},
    field(`answer-${code}`, `${app.say(question.name)}${unit}`, input, app.say(question.question)),
    question.mayNotApply && notApply,
  );
}

const hidden = (app: App, question: QuestionShape) =>
  h('span', { class: 'govuk-visually-hidden' }, `: ${app.say(question.name)}`);

function published(app: App, sheet: LocalSheet, code: string): Content {
  const found = sheet.shape.standard.find((line) => line.indicator === code);
  if (!found) return null;
  const lines = found.lines[app.language];
  const title = `${app.words.sheet.published}: ${app.say(found.title)}`;
  const text =
    lines.length === 0
      ? h('p', {}, app.words.sheet.notStated)
      : h(
          'ul',
          { class: 'govuk-list govuk-list--bullet' },
          lines.map((each) => h('li', {}, each)),
        );
  return folded(title, text);
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
