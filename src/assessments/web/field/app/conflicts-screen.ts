/** What was answered in two places, side by side. Choosing works without a connection, too: the choice waits like everything else. */
import type { ConflictShape, SideShape } from '../shapes.ts';
import type { App } from './app.ts';
import { button, type Content, h } from './dom.ts';
import { queueState, show } from './frame.ts';
import { answerText, questionsOf, sheetTitle, type UnitFacts, unitTitle } from './progress.ts';
import { choose, type LocalSheet, openConflicts } from './sheet-state.ts';

export function conflictsScreen(app: App): void {
  const { device, words } = app;
  if (!device) return;
  const pairs: Content[] = [];
  for (const unit of device.facts.units) {
    const sheets = device.sheetsOf(unit);
    for (const [key, sheet] of sheets) {
      const title = `${unitTitle(app, unit)} · ${sheetTitle(
        app,
        sheets.map(([, each]) => each),
        sheet,
      )}`;
      for (const conflict of openConflicts(sheet)) pairs.push(pair(app, unit, key, sheet, conflict, title));
    }
  }
  const body = pairs.length === 0 ? h('p', {}, words.conflict.chosen) : [h('p', {}, words.conflict.lead), pairs];
  show(app, { title: words.conflict.title, back: '#/', body: [queueState(app), body] });
}

function pair(app: App, unit: UnitFacts, key: string, sheet: LocalSheet, conflict: ConflictShape, title: string): HTMLElement {
  const { device, words } = app;
  const question = device && questionsOf(device, unit, sheet).find((each) => each.code === conflict.indicator);
  const name = question ? app.say(question.name) : '';
  const keep = (kept: 'server' | 'device') => async () => {
    const now = device?.sheets.get(key);
    if (!device || !now) return;
    const { id: conflictId, indicator, revision: seenRevision } = conflict;
    await device.keepSheet(key, choose(now, { id: crypto.randomUUID(), conflictId, indicator, kept, seenRevision }));
    conflictsScreen(app);
    app.sendSoon();
  };
  const side = (heading: string, told: SideShape | null, more: Content, choice: string, kept: 'server' | 'device') =>
    h(
      'div',
      { class: `tuntas-card${kept === 'device' ? ' tuntas-card--accent' : ''}` },
      h('h3', { class: 'govuk-heading-s' }, heading),
      h(
        'p',
        {},
        h('strong', {}, told ? answerText(question, told.value, app.language, words.sheet.notApply) : words.conflict.nothing),
      ),
      told?.note ? h('p', { class: 'tuntas-preserve' }, told.note) : null,
      more,
      button([choice, h('span', { class: 'govuk-visually-hidden' }, `: ${name}`)], keep(kept), 'secondary'),
    );
  const when = conflict.writtenAt && words.conflict.writtenAt(app.when(conflict.writtenAt));
  return h(
    'section',
    {},
    h('h2', { class: 'govuk-heading-m' }, h('span', { class: 'govuk-caption-m' }, title), name),
    question && h('p', {}, app.say(question.question)),
    h(
      'div',
      { class: 'tuntas-pair' },
      side(words.conflict.server, conflict.server, null, words.conflict.keepServer, 'server'),
      side(
        words.conflict.device,
        conflict.device,
        when && h('p', { class: 'govuk-hint' }, when),
        words.conflict.keepDevice,
        'device',
      ),
    ),
  );
}
