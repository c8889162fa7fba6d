/** Photographs and documents of one answer: taken, shrunk, fingerprinted and sealed on the device the moment they are chosen. */
import type { QuestionShape } from '../shapes.ts';
import type { App } from './app.ts';
import type { LocalFile } from './device.ts';
import { button, type Content, h, replace } from './dom.ts';
import { asKept, whereAmI } from './pictures.ts';
import { sha256 } from './vault.ts';

const MOST_BYTES = { file: 25 * 1024 * 1024, picture: 10 * 1024 * 1024 };

export interface EvidencePlace {
  readonly key: string;
  readonly question: QuestionShape;
  /** Says what became of it, where the reader hears it. */
  readonly say: (text: string) => void;
  readonly changed: () => void;
  /** Asks to be called whenever the queue has moved. */
  readonly onQueue: (look: () => void) => void;
}

export function evidenceInput(app: App, place: EvidencePlace): HTMLElement {
  const { words } = app;
  const { question } = place;
  const list = h('ul', { class: 'tuntas-uploads__list' });
  let drawn = '';
  const draw = () => {
    drawn = filesNow(app, place);
    replace(list, lines(app, place, draw));
  };
  draw();
  // Only when files have come or gone: somebody may be writing a caption.
  place.onQueue(() => filesNow(app, place) !== drawn && draw());
  const chooser = (id: string, label: string, attributes: Readonly<Record<string, string>>) => {
    const input = h('input', { type: 'file', id, class: 'govuk-visually-hidden tuntas-field-file', ...attributes });
    input.addEventListener('change', async () => {
      for (const file of input.files ?? []) await take(app, place, file);
      input.value = '';
      draw();
    });
    const name = [label, h('span', { class: 'govuk-visually-hidden' }, `: ${app.say(question.name)}`)];
    return [input, h('label', { class: 'govuk-button govuk-button--secondary', for: id }, name)];
  };
  const required = question.evidence === 'required';
  return h(
    'div',
    { class: 'govuk-form-group' },
    h('p', { class: 'govuk-hint' }, required ? words.sheet.evidenceRequired : words.sheet.evidenceOptional),
    list,
    h(
      'div',
      { class: 'govuk-button-group' },
      chooser(`photo-${question.code}`, words.sheet.photo, { accept: 'image/*', capture: 'environment' }),
      chooser(`file-${question.code}`, words.sheet.document, { multiple: '' }),
    ),
  );
}

function filesNow({ device }: App, { key, question }: EvidencePlace): string {
  const own = device?.filesOf(key).filter((file) => file.indicator === question.code) ?? [];
  const there = device?.sheets.get(key)?.shape.evidence.filter((each) => each.indicator === question.code) ?? [];
  return JSON.stringify([own.map(({ id, refused }) => [id, refused]), there.map(({ id }) => id)]);
}

async function take(app: App, place: EvidencePlace, chosen: File): Promise<void> {
  const { device, words } = app;
  if (!device) return;
  place.say(words.sheet.keeping);
  try {
    const [{ bytes, type }, where] = await Promise.all([asKept(chosen), device.facts.withPlace ? whereAmI() : null]);
    if (bytes.length > (type.startsWith('image/') ? MOST_BYTES.picture : MOST_BYTES.file)) {
      place.say(words.sheet.tooLarge);
      return;
    }
    const file: LocalFile = {
      id: crypto.randomUUID(),
      sheet: place.key,
      indicator: place.question.code,
      name: chosen.name,
      type,
      size: bytes.length,
      sha256: await sha256(bytes),
      takenAt: new Date(chosen.lastModified || Date.now()).toISOString(),
      place: where,
      caption: '',
      refused: null,
    };
    await device.addFile(file, bytes);
    place.say(words.sheet.kept);
    place.changed();
  } catch {
    place.say(words.sheet.notKept);
  }
}

function lines(app: App, place: EvidencePlace, draw: () => void): Content {
  const { device, words } = app;
  if (!device) return null;
  const { key, question } = place;
  const own = device.filesOf(key).filter((file) => file.indicator === question.code);
  const there = (device.sheets.get(key)?.shape.evidence ?? []).filter((each) => each.indicator === question.code);
  return [
    there.map((each) =>
      h(
        'li',
        { class: 'tuntas-uploads__item' },
        h('span', { class: 'tuntas-uploads__name' }, each.caption ?? app.say(each.about), about(words.sheet.onServer)),
      ),
    ),
    own.map((file) => ownLine(app, place, file, draw)),
  ];
}

const about = (text: string) => h('span', { class: 'tuntas-uploads__about' }, text);

function ownLine(app: App, place: EvidencePlace, file: LocalFile, draw: () => void): HTMLElement {
  const { device, words } = app;
  const facts = [
    `${Math.max(1, Math.round(file.size / 1024))} kB`,
    file.place && words.sheet.withPlace,
    file.refused ? words.sheet.refused(app.say(file.refused)) : words.sheet.waits,
  ];
  const caption = h('input', {
    class: 'govuk-input',
    type: 'text',
    maxlength: 300,
    'aria-label': `${words.sheet.caption}: ${file.name}`,
  });
  caption.value = file.caption;
  caption.placeholder = words.sheet.caption;
  caption.addEventListener('change', async () => {
    const now = device?.files.get(file.id);
    if (device && now) await device.keepFile({ ...now, caption: caption.value });
  });
  const drop = async () => {
    if (!device || !confirm(words.home.dropSure(file.name))) return;
    await device.dropFile(file);
    draw();
    place.changed();
  };
  return h(
    'li',
    { class: 'tuntas-uploads__item' },
    h('span', { class: 'tuntas-uploads__name' }, file.name, about(facts.filter(Boolean).join(' · '))),
    caption,
    button([words.home.dropFile, h('span', { class: 'govuk-visually-hidden' }, ` ${file.name}`)], drop, 'secondary'),
  );
}
