import { type Result, refuse } from '../../../kernel/result.ts';
import { clientAddress } from '../../http/client-address.ts';
import { clearCookie, readCookie, writeCookie } from '../../http/cookies.ts';
import type { WebContext } from '../../http/env.ts';
import type { Entered } from '../entry/give-code.ts';
import type { Refused } from '../refusals.ts';
import { confirmWithCode } from '../second-factor/confirm.ts';
import { deviceFamily } from './device-family.ts';
import { endSessionOfToken, type Session, sessionOfToken } from './sessions.ts';

/** The session's token. It lasts as long as the browser is open, and never longer than the session itself. */
const SESSION = 'session';
/** The challenge between password and code. */
const CHALLENGE = 'sign-in';
/** The marks of `entry/known-browser.ts`. */
const MARKS = 'known-browser';
const YEAR_SECONDS = 365 * 24 * 3600;

const asked = new WeakMap<Request, Promise<Session | null>>();

/** The session of this request, looked up once however often it is asked for; `null` when nobody is signed in. */
export function currentSession(c: WebContext): Promise<Session | null> {
  let session = asked.get(c.req.raw);
  if (!session) {
    const token = readCookie(c, SESSION);
    session = token === undefined ? Promise.resolve(null) : sessionOfToken(c.get('tools'), token);
    asked.set(c.req.raw, session);
  }
  return session;
}

/** Who is signed in, for the middleware that finds the actor. */
export async function signedInPersonId(c: WebContext): Promise<string | null> {
  return (await currentSession(c))?.personId ?? null;
}

/** Asks the signed-in person for a fresh code from the phone before a sensitive action. A code is good once. */
export async function confirmTotp(c: WebContext, code: string): Promise<Result<void, Refused>> {
  const session = await currentSession(c);
  return session ? confirmWithCode(c.get('tools'), session, code) : refuse({ code: 'signed-out' });
}

/** What a sign-in wants to know about the browser in front. */
export function browserOf(c: WebContext) {
  return {
    address: clientAddress(c),
    device: deviceFamily(c.req.header('User-Agent')),
    language: c.get('language'),
    marks: readCookie(c, MARKS) ?? '',
    formerToken: readCookie(c, SESSION) ?? null,
  };
}

/** Gives the browser the cookies of someone who has just signed in; a half sign-in is over with it. */
export function enter(c: WebContext, entered: Pick<Entered, 'sessionToken' | 'marks'>): void {
  writeCookie(c, SESSION, entered.sessionToken);
  rememberBrowser(c, entered.marks);
  clearCookie(c, CHALLENGE);
  asked.delete(c.req.raw);
}

export function rememberBrowser(c: WebContext, marks: string): void {
  writeCookie(c, MARKS, marks, YEAR_SECONDS);
}

/** Ends the session of this browser, on the server as well. */
export async function leave(c: WebContext): Promise<void> {
  const token = readCookie(c, SESSION);
  if (token !== undefined) await endSessionOfToken(c.get('tools').db, token);
  clearCookie(c, SESSION);
  asked.delete(c.req.raw);
}

export function readChallenge(c: WebContext): string | undefined {
  return readCookie(c, CHALLENGE);
}

export function writeChallenge(c: WebContext, challenge: string, seconds: number): void {
  writeCookie(c, CHALLENGE, challenge, seconds);
}

export function dropChallenge(c: WebContext): void {
  clearCookie(c, CHALLENGE);
}
