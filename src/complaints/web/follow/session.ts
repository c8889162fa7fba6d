/**
 * Which complaints this browser may open without showing the code again. A signed cookie that goes with the browser, names complaints by
 * their id alone, and each of them for an hour after it was last looked at. Nothing about it is kept on the server.
 */
import { timingSafeEqual } from 'node:crypto';
import { isUuid } from '../../../kernel/ids.ts';
import type { Moment } from '../../../kernel/time.ts';
import { clearCookie, readCookie, writeCookie } from '../../../platform/http/cookies.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { keyedHash } from '../../../platform/keyed-hash.ts';

const COOKIE = 'follow';
const MINUTES = 60;
/** One family's complaints; the one not looked at for longest gives way. */
const MOST = 8;

interface Open {
  readonly complaintId: string;
  /** Unix time in seconds. */
  readonly until: number;
}

/** Ids of the complaints open in this browser, last looked at first. */
export function openComplaints(c: WebContext): string[] {
  return read(c).map((open) => open.complaintId);
}

/** Opens a complaint whose number and code were shown, or keeps it open for another hour. */
export function keepOpen(c: WebContext, complaintId: string): void {
  const until = seconds(c.get('tools').clock.now().add({ minutes: MINUTES }));
  write(c, [{ complaintId, until }, ...read(c).filter((open) => open.complaintId !== complaintId)].slice(0, MOST));
}

export function forget(c: WebContext, complaintId: string): void {
  write(
    c,
    read(c).filter((open) => open.complaintId !== complaintId),
  );
}

const seconds = (at: Moment): number => Math.floor(at.epochMilliseconds / 1000);

function signature(c: WebContext, text: string): Buffer {
  return keyedHash(c.get('tools').keys, 'follow-session', text);
}

function write(c: WebContext, opens: readonly Open[]): void {
  if (opens.length === 0) {
    clearCookie(c, COOKIE);
    return;
  }
  const text = opens.map(({ complaintId, until }) => `${complaintId}.${until}`).join('.');
  writeCookie(c, COOKIE, `${text}.${signature(c, text).toString('base64url')}`);
}

function read(c: WebContext): Open[] {
  const parts = (readCookie(c, COOKIE) ?? '').split('.');
  const given = Buffer.from(parts.pop() ?? '', 'base64url');
  const expected = signature(c, parts.join('.'));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return [];
  const now = seconds(c.get('tools').clock.now());
  const opens: Open[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [complaintId = '', until = 0] = [parts[at], Number(parts[at + 1])];
    if (isUuid(complaintId) && until > now) opens.push({ complaintId, until });
  }
  return opens;
}
