import type { Language } from '../../../../kernel/language.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { sendToSignIn } from '../../../../platform/sign-in/index.ts';
import { mayAuthor } from '../../../rules/instrument-refusals.ts';
import { type InstrumentRecord, instrumentRecord } from '../../../store/instruments.ts';
import { type InstrumentWords, wordsIn } from '../words.ts';

export const DESK = '/desk/instruments';

export interface Opened {
  readonly c: WebContext;
  readonly language: Language;
  readonly words: InstrumentWords;
}

/** Answers those who write instruments; visitors are asked to sign in, to everyone else there is nothing here. */
export async function authoring(c: WebContext, answer: (at: Opened) => Promise<Response>): Promise<Response> {
  const actor = c.get('actor');
  if (!mayAuthor(actor)) return actor.kind === 'officer' ? c.notFound() : sendToSignIn(c);
  const language = c.get('language');
  return answer({ c, language, words: wordsIn(language) });
}

export interface OpenedVersion extends Opened {
  readonly record: InstrumentRecord;
  /** `/desk/instruments/penilaian-2027/1` */
  readonly path: string;
}

/** The same with the version of the address, whatever its state. */
export function withVersion(c: WebContext, answer: (at: OpenedVersion) => Promise<Response>): Promise<Response> {
  return authoring(c, async (at) => {
    const version = (c.req.param('version') ?? '').replace(/\.json$/, '');
    if (!/^[1-9]\d{0,3}$/.test(version)) return c.notFound();
    const record = await instrumentRecord(c.get('tools').db, c.req.param('id') ?? '', Number(version));
    return record ? answer({ ...at, record, path: `${DESK}/${record.id}/${record.version}` }) : c.notFound();
  });
}

/** The same for a draft alone: what is published has no forms. */
export function withDraft(c: WebContext, answer: (at: OpenedVersion) => Promise<Response>): Promise<Response> {
  return withVersion(c, async (at) => (at.record.state === 'draft' ? answer(at) : c.redirect(at.path, 303)));
}
