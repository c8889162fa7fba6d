/** The sheets of a unit; interviews by the cell of the quota. */
import type { App } from './app.ts';
import { unitKey } from './device.ts';
import { type Content, h, replace } from './dom.ts';
import { folded, queueState, show } from './frame.ts';
import { groupBy } from './group-by.ts';
import { sheetState, sheetTitle, type UnitFacts, unitTitle, waits } from './progress.ts';
import type { LocalSheet } from './sheet-state.ts';

type Entry = readonly [string, LocalSheet];

const KINDS = ['product', 'unit', 'officer', 'complaint-officer', 'user', 'agency'] as const;
const PEOPLE = ['officer', 'complaint-officer', 'user'] as const;
const TONES = { conflict: 'danger', done: 'success', begun: 'info', empty: 'neutral' };

export function unitScreen(app: App, key: string): boolean {
  const { device, words } = app;
  const unit = device?.facts.units.find((each) => unitKey(each) === key);
  if (!device || !unit) return false;
  const queue = queueState(app);
  const list = h('div', {});
  const draw = () => replace(list, sections(app, unit));
  queue.addEventListener('queue', draw);
  draw();
  const isGone = device.sheetsOf(unit).every(([, sheet]) => sheet.isGone);
  const note = unit.rating === 2 ? words.unit.second : null;
  show(app, {
    title: unitTitle(app, unit),
    back: '#/',
    body: [
      h('p', { class: 'govuk-caption-m' }, unit.agency),
      queue,
      note && h('p', {}, note),
      isGone && h('div', { class: 'govuk-inset-text' }, words.unit.gone),
      list,
    ],
  });
  return true;
}

function sections(app: App, unit: UnitFacts): Content {
  const { device, words } = app;
  const entries = device?.sheetsOf(unit) ?? [];
  return KINDS.map((kind) => {
    const own = entries.filter(([, sheet]) => sheet.shape.kind === kind);
    if (own.length === 0) return null;
    const isPeople = kind === 'officer' || kind === 'complaint-officer' || kind === 'user';
    const isFirst = PEOPLE.find((each) => entries.some(([, sheet]) => sheet.shape.kind === each)) === kind;
    const hasQuota = own.some(([, sheet]) => sheet.shape.quotaCode !== null);
    const lines = h(
      'ul',
      { class: 'govuk-task-list' },
      own.map((entry) => line(app, entries, entry)),
    );
    return h(
      'section',
      {},
      h('h2', { class: 'govuk-heading-m' }, words.unit.kinds[kind]),
      isPeople && isFirst && h('p', {}, words.unit.anonymous),
      hasQuota && quotas(app, own),
      hasQuota ? folded(words.unit.allInterviews(own.length), lines) : lines,
    );
  });
}

function line(app: App, entries: readonly Entry[], [key, sheet]: Entry): HTMLElement {
  const { device, words } = app;
  if (!device) return h('li');
  const state = sheetState(device, key, sheet);
  const title = sheetTitle(
    app,
    entries.map(([, each]) => each),
    sheet,
  );
  const hints = [sheet.shape.quota && app.say(sheet.shape.quota), waits(device, key, sheet) && words.unit.states.waits];
  return h(
    'li',
    { class: 'govuk-task-list__item govuk-task-list__item--with-link' },
    h(
      'div',
      { class: 'govuk-task-list__name-and-hint' },
      h('a', { class: 'govuk-link govuk-task-list__link', href: `#/sheet/${key}` }, title),
      h('div', { class: 'govuk-task-list__hint' }, hints.filter(Boolean).join(' · ')),
    ),
    h(
      'div',
      { class: 'govuk-task-list__status' },
      h('strong', { class: `govuk-tag tuntas-tag--${TONES[state]}` }, words.unit.states[state]),
    ),
  );
}

/** One button for each cell: the interview that was begun, or the next empty one. */
function quotas(app: App, entries: readonly Entry[]): Content {
  const { device, words } = app;
  if (!device) return null;
  const cells = [...groupBy(entries, ([, sheet]) => sheet.shape.quotaCode ?? '').values()];
  const items = cells.map((cell) => {
    const quota = cell[0]?.[1].shape.quota;
    const done = cell.filter(([, sheet]) => sheet.done.value).length;
    const text = words.unit.nextOf(quota ? app.say(quota) : '', done, cell.length);
    const find = (state: string) => cell.find(([key, sheet]) => sheetState(device, key, sheet) === state);
    const next = find('begun') ?? find('empty');
    return h(
      'li',
      {},
      next
        ? h('a', { class: 'govuk-button govuk-button--secondary', href: `#/sheet/${next[0]}` }, text)
        : `${text}: ${words.unit.full}`,
    );
  });
  return [h('h3', { class: 'govuk-heading-s' }, words.unit.quotaTitle), h('ul', { class: 'tuntas-field-quotas' }, items)];
}
