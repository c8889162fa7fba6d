/** Between the browser's cookie and the draft on the server. */

import { clientAddress } from '../../../platform/http/client-address.ts';
import { clearCookie, readCookie, writeCookie } from '../../../platform/http/cookies.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { filedWith } from '../../actions/file-complaint.ts';
import { DRAFT_DAYS, discardDraft, filingSecret, type KeptDraft, keepDraft, readDraft } from '../../actions/keep-draft.ts';
import type { Draft } from '../../rules/draft.ts';
import { keepReceipt } from './receipt/receipt-cookie.ts';
import { type Wizard, writerOf } from './wizard.ts';

/** 32 random bytes as base64url. */
const SECRET = /^[\w-]{43}$/;
const DAY_SECONDS = 24 * 60 * 60;

/** Drafts begun from one address in an hour. Many telephones share one address of their network, so the limit is wide. */
const BEGUN_AN_HOUR = 300;

/** More than anyone could file; so much of it is kept that a text that is too long can be shortened, and the row stays small. */
const KEPT_CHARACTERS = { description: 40_000, other: 2_000 };

export interface Opened {
  readonly secret: string;
  readonly kept: KeptDraft;
}

export function secretOf(c: WebContext, wizard: Wizard): string | undefined {
  const secret = readCookie(c, wizard.draftCookie);
  return secret !== undefined && SECRET.test(secret) ? secret : undefined;
}

/** This browser's draft; `undefined` when there is none, or when another officer began it here. */
export async function openDraft(c: WebContext, wizard: Wizard): Promise<Opened | undefined> {
  const secret = secretOf(c, wizard);
  const kept = secret === undefined ? undefined : await readDraft(c.get('tools'), secret);
  if (secret === undefined || kept === undefined || kept.draft.personId !== writerOf(c, wizard)) return undefined;
  return { secret, kept };
}

/**
 * Keeps a change in this browser's draft, or in a new one.
 *
 * @throws RefusedRequest too-often, when too many drafts are begun from one address
 */
export async function saveDraft(
  c: WebContext,
  wizard: Wizard,
  opened: Opened | undefined,
  change: (draft: Draft) => Draft,
): Promise<Opened> {
  const tools = c.get('tools');
  if (!opened) await mayBegin(c);
  const secret = opened?.secret ?? newSecret(c);
  const personId = writerOf(c, wizard);
  const kept = await keepDraft(tools, secret, (draft) => clipped({ ...change(draft), personId }));
  writeCookie(c, wizard.draftCookie, secret, DRAFT_DAYS * DAY_SECONDS);
  return { secret, kept };
}

/** Throws this browser's draft away. */
export async function forgetDraft(c: WebContext, wizard: Wizard): Promise<void> {
  const opened = await openDraft(c, wizard);
  if (opened) await discardDraft(c.get('tools'), opened.secret);
  clearCookie(c, wizard.draftCookie);
}

/**
 * Where to send a browser that has a cookie but no draft any more: to its receipt, when the answer to its submit was lost on the
 * way; else to the first page, which says that what was written has expired.
 */
export async function withoutDraft(c: WebContext, wizard: Wizard): Promise<Response> {
  const secret = secretOf(c, wizard);
  if (secret !== undefined && (await filedWith(c.get('tools'), filingSecret(c.get('tools'), secret)))) {
    keepReceipt(c, wizard, secret);
    clearCookie(c, wizard.draftCookie);
    return c.redirect(`${wizard.base}/receipt`, 303);
  }
  return c.redirect(secret === undefined ? wizard.base : `${wizard.base}?expired=yes`, 303);
}

async function mayBegin(c: WebContext): Promise<void> {
  const tools = c.get('tools');
  const { allowed, retryAfterSeconds } = await allow(tools, {
    bucket: 'draft',
    key: clientAddress(c),
    limit: BEGUN_AN_HOUR,
    windowSeconds: 3600,
    now: tools.clock.now(),
  });
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
}

/** Never one that was used before: a secret that has filed stands for that filing for ever. */
function newSecret(c: WebContext): string {
  return Buffer.from(c.get('tools').random.bytes(32)).toString('base64url');
}

function clipped(draft: Draft): Draft {
  const texts = Object.entries(draft).map(([field, value]) => {
    if (typeof value !== 'string') return [field, value];
    return [field, value.slice(0, field === 'description' ? KEPT_CHARACTERS.description : KEPT_CHARACTERS.other)];
  });
  return Object.fromEntries(texts) as Draft;
}
