/**
 * Bringing device and server together. Operations go in order with their ids; what is interrupted anywhere goes on from there the next
 * time, because nothing is taken off the device before the server has said that it has it.
 */
import type { Label } from '../../../../kernel/language.ts';
import type { FieldPackage, FileAnswer, OperationAnswer, OperationsAnswer, SessionAnswer } from '../sync-shapes.ts';
import type { Device, LocalFile } from './device.ts';
import { chosen, obeyed, prepare, refused, type Sending, unchosen } from './sheet-state.ts';

export type SendEnd =
  | 'sent'
  | 'offline'
  | 'signed-out'
  /** Somebody else is signed in on this device. */
  | 'other-person'
  /** Asked too often, or a fault on the other side: later again. */
  | 'later';

class Ended extends Error {
  readonly end: SendEnd;
  constructor(end: SendEnd) {
    super(end);
    this.end = end;
  }
}

export interface SendOptions {
  /** Also loads what the server has now. */
  readonly pull: boolean;
  readonly onProgress: () => void;
  readonly now: () => Date;
}

const MOST_OPERATIONS = 100;
/** Of one call: the server takes a little more, and a slow line brings a little less home when it breaks. */
const MOST_CHARACTERS = 100_000;

/** One round of sending. Whatever ends it, everything not answered stays where it was. */
export async function sendAll(device: Device, options: SendOptions): Promise<SendEnd> {
  try {
    let csrf = await session(device);
    csrf = await sendOperations(device, csrf, options);
    csrf = await sendFiles(device, csrf, options);
    // Once more: "done" waits for the files.
    await sendOperations(device, csrf, options);
    if (options.pull) await device.takeIn(await call<FieldPackage>('assignments'));
    await device.keepFacts({ sentAt: options.now().toISOString() });
    return 'sent';
  } catch (error) {
    if (error instanceof Ended) return error.end;
    throw error;
  }
}

/** @returns the token for what is sent next */
async function session(device: Device): Promise<string> {
  const answer = await call<SessionAnswer>('session');
  if (!answer.signedIn) throw new Ended('signed-out');
  if (device.facts.person !== null && answer.person !== device.facts.person) throw new Ended('other-person');
  return answer.csrf;
}

type Outgoing = { readonly key: string; readonly body: Readonly<Record<string, unknown>> & { readonly id: string } };

async function sendOperations(device: Device, csrf: string, { onProgress }: SendOptions): Promise<string> {
  for (;;) {
    const outgoing = someOf(await collect(device));
    if (outgoing.length === 0) return csrf;
    const form = new FormData();
    form.append('_csrf', csrf);
    form.append('operations', JSON.stringify(outgoing.map(({ body }) => body)));
    const { results } = await call<OperationsAnswer>('operations', form);
    for (const { key, body } of outgoing) {
      const said = results.find((each) => each.id === body.id);
      if (said) await hear(device, key, said);
    }
    onProgress();
    // An answer to none of them would make this go round for ever.
    if (!outgoing.some(({ body }) => results.some((each) => each.id === body.id))) throw new Ended('later');
  }
}

/** As many as go in one call; the others go with the next. */
function someOf(outgoing: readonly Outgoing[]): readonly Outgoing[] {
  let characters = 0;
  const until = outgoing.findIndex(({ body }, place) => {
    characters += JSON.stringify(body).length;
    return place > 0 && (place >= MOST_OPERATIONS || characters > MOST_CHARACTERS);
  });
  return until < 0 ? outgoing : outgoing.slice(0, until);
}

/** Everything that can go now. What is put together is on the disk with its id before it leaves. */
async function collect(device: Device): Promise<Outgoing[]> {
  const outgoing: Outgoing[] = [];
  for (const [key, before] of [...device.sheets]) {
    const place = placeOf(key);
    for (const resolution of before.resolutions) {
      const { id, conflictId, kept, seenRevision } = resolution;
      outgoing.push({ key, body: { kind: 'resolve', id, ...place, conflictId, kept, seenRevision } });
    }
    const sheet = prepare(
      before,
      crypto.randomUUID(),
      device.filesOf(key).some((file) => file.refused === null),
    );
    await device.keepSheet(key, sheet);
    if (sheet.sending && sheet.sending.refused === null) outgoing.push({ key, body: bodyOf(place, sheet.sending) });
  }
  return outgoing;
}

function bodyOf(place: ReturnType<typeof placeOf>, sending: Sending) {
  const changes = sending.changes.map(({ version: _version, ...change }) => change);
  const { id, done, product, writtenAt } = sending;
  return { kind: 'fill', id, ...place, changes, done, product, writtenAt };
}

function placeOf(key: string) {
  const [assessmentId = '', unitNo, rating, sheetNo] = key.split('/');
  return { assessmentId, unitNo: Number(unitNo), rating: Number(rating), sheetNo: Number(sheetNo) };
}

async function hear(device: Device, key: string, said: OperationAnswer): Promise<void> {
  const sheet = device.sheets.get(key);
  if (!sheet) return;
  const resolution = sheet.resolutions.find((each) => each.id === said.id);
  if (resolution) {
    const next = said.outcome === 'chosen' ? chosen(sheet, resolution, said.revision) : unchosen(sheet, resolution);
    await device.keepSheet(key, next);
  } else if (sheet.sending?.id === said.id) {
    if (said.outcome === 'refused') await device.keepSheet(key, refused(sheet, said.reason, said.indicator));
    else if (said.outcome !== 'chosen') await device.keepSheet(key, obeyed(sheet, said));
  }
}

async function sendFiles(device: Device, csrf: string, { onProgress }: SendOptions): Promise<string> {
  for (const file of [...device.files.values()].filter((each) => each.refused === null)) {
    const bytes = await device.bytesOf(file).catch(() => undefined);
    if (!bytes) {
      // One file the device cannot read any more keeps none of the others back.
      await device.keepFile({ ...file, refused: UNREADABLE });
      continue;
    }
    const form = new FormData();
    form.append('_csrf', csrf);
    form.append('about', JSON.stringify(aboutOf(file)));
    form.append('file', new Blob([bytes], { type: file.type }), file.name);
    const said = await call<FileAnswer>(`files/${file.id}`, form);
    if (said.outcome === 'accepted') await arrived(device, file, said.evidenceId);
    else await device.keepFile({ ...file, refused: said.reason });
    onProgress();
  }
  return csrf;
}

/** The server has it: it is known on its sheet before it goes from the device. */
async function arrived(device: Device, file: LocalFile, id: string): Promise<void> {
  const sheet = device.sheets.get(file.sheet);
  if (sheet && !sheet.shape.evidence.some((each) => each.id === id)) {
    const about = { id: file.name, en: file.name };
    const hasThumbnail = file.type.startsWith('image/');
    const known = { id, indicator: file.indicator, about, caption: file.caption.trim() || null, hasThumbnail };
    await device.keepSheet(file.sheet, { ...sheet, shape: { ...sheet.shape, evidence: [...sheet.shape.evidence, known] } });
  }
  await device.dropFile(file);
}

const UNREADABLE: Label = {
  id: 'Berkas ini tidak dapat dibaca lagi di perangkat. Ambil foto atau pilih berkasnya sekali lagi.',
  en: 'This file cannot be read on the device any more. Take the photograph or choose the file once more.',
};

function aboutOf(file: LocalFile) {
  const { id, indicator, sha256, takenAt, place, caption } = file;
  const where = { latitude: place?.latitude ?? null, longitude: place?.longitude ?? null };
  return { id, ...placeOf(file.sheet), indicator, sha256, takenAt, ...where, caption: caption.trim() || null };
}

/** A GET, or a POST when there is a form. @throws Ended when it comes to nothing */
async function call<T>(path: string, form?: FormData): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(`/field/sync/${path}`, {
      ...(form ? { method: 'POST', body: form } : {}),
      headers: { Accept: 'application/json' },
      credentials: 'same-origin',
      cache: 'no-store',
    });
  } catch {
    throw new Ended('offline');
  }
  if (answer.status === 401 || answer.status === 403) throw new Ended('signed-out');
  // A hotspot's own page answers 200 with something else.
  if (!answer.ok || !(answer.headers.get('Content-Type') ?? '').includes('json')) throw new Ended('later');
  try {
    return (await answer.json()) as T;
  } catch {
    throw new Ended('offline');
  }
}
