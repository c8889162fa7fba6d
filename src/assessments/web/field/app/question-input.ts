/** One question on the device: the answer, a note, evidence. Everything is written down as it is given. */
import type { QuestionShape } from '../shapes.ts';
import type { App } from './app.ts';
import { type Content, h } from './dom.ts';
import { evidenceInput } from './evidence-input.ts';
import { field, folded } from './frame.ts';
import type { UnitFacts } from './progress.ts';
import { answerOf, type LocalSheet, writeAnswer } from './sheet-state.ts';

/** The sheet that is open. */
export interface Here {
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

/** What stands in the inputs of a question, to be compared with what is kept. */
export function inputsOf(sheet: LocalSheet, code: string): string {
  const { value, note } = answerOf(sheet, code);
  return JSON.stringify([value, note]);
}

export function questionInput(here: Here, question: QuestionShape): HTMLElement {
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
