/** Who plays the examples, and when: the example people act through the real actions, with a clock set to the day it happened. */
import { actorFor, agencyByCode, examplePersonId } from '../../directory/index.ts';
import type { Officer } from '../../kernel/actor.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import { composePdf } from '../../platform/documents/index.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Incoming } from '../actions/files/attach-file.ts';
import type { Agreement } from '../rules/agreement.ts';
import { loadAgreement } from '../store/agreements.ts';

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown };

export function must<T>(result: Outcome<T>): T {
  if (!result.ok) throw new Error(`an example agreement was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The same tools with the clock at ten in the morning (Jakarta) of a day; a minute ago when that has not come yet. */
export function onDay(tools: Tools, day: Day): Tools {
  const now = tools.clock.now();
  const at = day.toZonedDateTime({ timeZone: 'Asia/Jakarta', plainTime: '10:00' }).toInstant();
  const moment = at.epochMilliseconds < now.epochMilliseconds ? at : now.subtract({ minutes: 1 });
  return { ...tools, clock: { now: () => moment } };
}

export function todayOf(tools: Tools): Day {
  return dayOf(tools.clock.now(), 'Asia/Jakarta');
}

/** An example person with the positions of the clock's day. */
export async function actor(tools: Tools, email: `${string}@${string}`): Promise<Officer> {
  const person = await actorFor(tools.db, examplePersonId(`${email}.example`), todayOf(tools));
  if (person?.kind !== 'officer') throw new Error(`no example person ${email}`);
  return person;
}

export async function agency(tools: Tools, code: string): Promise<string> {
  const found = await agencyByCode(tools.db, code);
  if (!found) throw new Error(`no agency ${code}`);
  return found.id;
}

/** As it is now, for the version a form would carry. */
export async function current(tools: Tools, id: string): Promise<Agreement> {
  const agreement = await loadAgreement(tools.db, id);
  if (!agreement) throw new Error('an example agreement is gone');
  return agreement;
}

/** What a form made from it now would name. */
export const as = ({ id, version }: Pick<Agreement, 'id' | 'version'>) => ({ agreementId: id, version });

/** A one-page PDF that stands for a scan or an evidence file, and says so. */
export async function examplePaper(title: string, day: Day): Promise<Incoming> {
  const bytes = await composePdf({
    ...{ title, lang: 'id', author: 'Tuntas', at: new Date(`${day}T00:00:00Z`) },
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', text: 'Berkas contoh: tidak ada isi sungguhan di sini.' },
    ],
  });
  return { bytes: () => Promise.resolve(bytes) };
}
