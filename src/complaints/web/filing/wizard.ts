import { type Actor, can } from '../../../kernel/actor.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { sendToSignIn } from '../../../platform/sign-in/index.ts';
import type { Draft, DraftMode } from '../../rules/draft.ts';
import { en } from './words.en.ts';
import { type FilingWords, id } from './words.id.ts';

/**
 * The questions are asked at two addresses: of a citizen, and by an officer at the counter for one. Each has cookies of its own, so
 * that an officer who complains as a citizen does not find it among the day's work.
 */
export interface Wizard {
  readonly mode: DraftMode;
  /** Its first page; the questions stand below it. */
  readonly base: string;
  /** Holds the secret of the draft in work. */
  readonly draftCookie: string;
  /** Holds the secrets of what was filed, until the receipt is noted. */
  readonly receiptCookie: string;
}

export const CITIZEN: Wizard = {
  mode: 'citizen',
  base: '/complaints/new',
  draftCookie: 'draft',
  receiptCookie: 'receipt',
};

export const COUNTER: Wizard = {
  mode: 'counter',
  base: '/desk/new',
  draftCookie: 'desk-draft',
  receiptCookie: 'desk-receipt',
};

/** Who files: at the counter the officer, who is recorded; otherwise a citizen, also one who happens to be signed in. */
export function filingActor(c: WebContext, wizard: Wizard): Actor {
  return wizard.mode === 'counter' ? c.get('actor') : { kind: 'visitor' };
}

/** Whose draft it may be: the officer's alone, or that of whoever has the cookie. */
export function writerOf(c: WebContext, wizard: Wizard): Draft['personId'] {
  const actor = c.get('actor');
  return wizard.mode === 'counter' && actor.kind === 'officer' ? actor.personId : '';
}

type Handler = (c: WebContext) => Response | Promise<Response>;

/** A page of the wizard for those who may use it: at the counter, officers whose position lets them file for citizens. */
export function guarded(wizard: Wizard, answer: Handler): Handler {
  return (c) => {
    const actor = c.get('actor');
    if (wizard.mode === 'citizen' || can(actor, 'complaint.file-for-citizen')) return answer(c);
    return actor.kind === 'officer' ? c.notFound() : sendToSignIn(c);
  };
}

export function wordsFor(c: WebContext): FilingWords {
  return c.get('language') === 'en' ? en : id;
}
