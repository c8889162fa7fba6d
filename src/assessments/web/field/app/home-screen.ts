/** The first screen: how the queue stands, where to go, what was not taken. */
import type { App } from './app.ts';
import { unitKey } from './device.ts';
import { button, type Content, h, replace } from './dom.ts';
import { checkbox, queueState, SIGN_IN, show } from './frame.ts';
import { groupBy } from './group-by.ts';
import { questionsOf, sheetState, sheetTitle, type UnitFacts, unitTitle } from './progress.ts';
import { tryAgain } from './sheet-state.ts';

export function homeScreen(app: App, lock: () => void): void {
  const { words, device } = app;
  if (!device) return;
  const queue = queueState(app);
  const list = h('div', {});
  const draw = () => replace(list, conflictNote(app), refusedList(app), units(app));
  queue.addEventListener('queue', draw);
  draw();
  const pull = async () => {
    const end = await app.send({ pull: true });
    if (end === 'signed-out') location.assign(SIGN_IN);
    else homeScreen(app, lock);
  };
  const { preparedAt, withPlace } = device.facts;
  show(app, {
    title: words.home.title,
    body: [
      queue,
      device.damaged > 0 && h('div', { class: 'govuk-inset-text' }, words.home.damaged(device.damaged)),
      list,
      preparedAt ? h('p', { class: 'govuk-hint' }, words.home.preparedAt(app.when(preparedAt))) : h('p', {}, words.home.none),
      h(
        'div',
        { class: 'govuk-button-group' },
        button(preparedAt ? words.home.refresh : words.home.prepare, pull, preparedAt ? 'secondary' : ''),
        button(words.home.lock, lock, 'secondary'),
      ),
      checkbox('with-place', words.home.withPlace, withPlace, (checked) => device.keepFacts({ withPlace: checked })),
      h('p', { class: 'govuk-hint' }, words.home.install),
      h('p', {}, h('a', { class: 'govuk-link', href: '/field' }, words.ordinary)),
    ],
  });
}

function conflictNote({ words, device }: App): Content {
  const count = device?.conflicts() ?? 0;
  if (count === 0) return null;
  return h(
    'div',
    { class: 'govuk-inset-text' },
    `${words.conflict.count(count)}. `,
    h('a', { class: 'govuk-link', href: '#/conflicts' }, words.conflict.open),
  );
}

function units(app: App): Content {
  const { device } = app;
  if (!device) return null;
  const groups = groupBy(device.facts.units, (unit) => `${unit.assessmentId} ${unit.rating}`);
  return [...groups.values()].map((group) => {
    const [first] = group as [UnitFacts];
    const caption = `${first.round} · ${app.words.home.until(app.day(first.until))}`;
    return h(
      'section',
      {},
      h('h2', { class: 'govuk-heading-m' }, h('span', { class: 'govuk-caption-m' }, caption), first.agency),
      h(
        'ul',
        { class: 'govuk-task-list' },
        group.map((unit) => unitLine(app, unit)),
      ),
    );
  });
}

function unitLine(app: App, unit: UnitFacts): HTMLElement {
  const { device, words } = app;
  const sheets = device?.sheetsOf(unit) ?? [];
  const done = sheets.filter(([, sheet]) => sheet.done.value).length;
  const name = unitTitle(app, unit);
  return h(
    'li',
    { class: 'govuk-task-list__item govuk-task-list__item--with-link' },
    h(
      'div',
      { class: 'govuk-task-list__name-and-hint' },
      h('a', { class: 'govuk-link govuk-task-list__link', href: `#/unit/${unitKey(unit)}` }, name),
      h('div', { class: 'govuk-task-list__hint' }, words.home.progress(done, sheets.length)),
    ),
  );
}

/** What the server did not take: with the reason, a way to try again, and a copy to save. */
function refusedList(app: App): Content {
  const { device, words } = app;
  if (!device) return null;
  const lines: Content[] = [];
  for (const unit of device.facts.units) {
    const sheets = device.sheetsOf(unit);
    for (const [key, sheet] of sheets) {
      const title = `${unitTitle(app, unit)}, ${sheetTitle(
        app,
        sheets.map(([, each]) => each),
        sheet,
      )}`;
      const at = (what: string, why: string) =>
        lines.push(
          h('li', {}, h('a', { class: 'govuk-link', href: `#/sheet/${key}` }, title), `: ${what}${what ? ': ' : ''}${why}`),
        );
      if (sheet.sending?.refused) at('', app.say(sheet.sending.refused));
      for (const [code, answer] of Object.entries(sheet.answers)) {
        const question = questionsOf(device, unit, sheet).find((each) => each.code === code);
        if (answer.refused) at(question ? app.say(question.name) : '', app.say(answer.refused));
      }
      for (const file of device.filesOf(key)) if (file.refused) at(words.home.fileWaits(file.name), app.say(file.refused));
    }
  }
  if (lines.length === 0) return null;
  const again = async () => {
    for (const [key, sheet] of [...device.sheets]) await device.keepSheet(key, tryAgain(sheet));
    for (const file of [...device.files.values()]) if (file.refused) await device.keepFile({ ...file, refused: null });
    await app.send({ pull: false });
  };
  return h(
    'section',
    { class: 'tuntas-field-refused' },
    h('h2', { class: 'govuk-heading-m' }, words.home.refusedTitle),
    h('p', {}, words.home.refusedLead),
    h('ul', { class: 'govuk-list govuk-list--bullet' }, lines),
    h(
      'div',
      { class: 'govuk-button-group' },
      button(words.home.tryAgain, again),
      button(words.home.export, () => saveCopy(app), 'secondary'),
    ),
    h('p', { class: 'govuk-hint' }, words.home.exportHint),
  );
}

/** Everything that waits, as a JSON file in the hands of its writer; files as text within it. */
async function saveCopy(app: App): Promise<void> {
  const { device } = app;
  if (!device) return;
  const sheets = [...device.sheets].filter(([key, sheet]) => sheetState(device, key, sheet) !== 'empty');
  const answers = sheets.flatMap(([key, sheet]) =>
    Object.entries(sheet.answers)
      .filter(([, answer]) => answer.waits)
      .map(([indicator, { value, note, base, writtenAt }]) => ({ sheet: key, indicator, value, note, base, writtenAt })),
  );
  const files = [];
  for (const file of device.files.values()) {
    const bytes = await device.bytesOf(file);
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    files.push({ ...file, base64: btoa(text) });
  }
  const copy = JSON.stringify({ savedAt: new Date().toISOString(), answers, files }, null, 1);
  const address = URL.createObjectURL(new Blob([copy], { type: 'application/json' }));
  const link = h('a', { href: address, download: `tuntas-lapangan-${new Date().toISOString().slice(0, 10)}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
