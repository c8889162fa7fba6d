import { createCipheriv, createDecipheriv, createHash, type KeyObject } from 'node:crypto';
import type { Context } from 'hono';
import { describeFault } from '../faults.ts';
import { keyedHash, secretKey } from '../keyed-hash.ts';
import { doubleSubmissions } from '../metrics.ts';
import type { WebEnv } from './env.ts';
import type { Form } from './form.ts';
import { RefusedRequest } from './refused-request.ts';
import { claimSubmission, releaseSubmission, settleSubmission } from './submissions.ts';

/**
 * The double-submission guard. Every form carries a random token (`_once`). The first submission with it acts; a second one
 * with the same content is answered with the first one's redirect and cookies; the same token with changed content (back,
 * mend, send again) is a new submission. An answer that is no redirect (422, 409, a fault) gives the token free.
 *
 * Keys are bound to the visit and the path, so that a token seen elsewhere tells nobody anything. This spares people surprises; it is
 * no transaction: an action that must never happen twice has its own key in its room.
 */
export async function answerOnce(
  c: Context<WebEnv>,
  submission: { readonly visit: string; readonly token: string; readonly form: Form },
  next: () => Promise<void>,
): Promise<void> {
  const { db, keys, clock, random, log } = c.get('tools');
  const key = keyedHash(keys, 'submission', `${submission.visit}\n${c.req.method} ${c.req.path}\n${submission.token}`);
  const content = keyedHash(keys, 'submission', contentOf(submission.form));
  const claim = random.id();

  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const found = await claimSubmission(db, { token: key, content, claim, now: clock.now() });
    if (found.state === 'ours') break;
    if (found.state === 'answered') {
      doubleSubmissions.inc();
      replay(c, open(secretKey(keys, 'submission-answer'), found.answer));
      return;
    }
    if (performance.now() > deadline) throw new RefusedRequest('still-running', 5);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }

  await next();
  const location = c.res.headers.get('Location');
  try {
    if (c.res.status >= 300 && c.res.status < 400 && location !== null) {
      const answer: Answer = { location, cookies: c.res.headers.getSetCookie() };
      const sealed = seal(secretKey(keys, 'submission-answer'), random.bytes(12), answer);
      await settleSubmission(db, { token: key, claim, answer: sealed });
    } else {
      await releaseSubmission(db, { token: key, claim });
    }
  } catch (error) {
    // What was asked for is done; its answer must not turn into an apology because it could not be noted down.
    log.warn({ fault: describeFault(error) }, 'a submission was answered but not noted');
  }
}

/** How long a repeated submission waits for the first one's answer. */
const PATIENCE_MILLISECONDS = 10_000;

interface Answer {
  readonly location: string;
  readonly cookies: readonly string[];
}

function replay(c: Context<WebEnv>, answer: Answer): void {
  const headers = new Headers({ Location: answer.location });
  for (const cookie of answer.cookies) headers.append('Set-Cookie', cookie);
  c.res = new Response(null, { status: 303, headers });
}

/** A digest over everything that was typed and attached, the same whatever mask the form token had. */
function contentOf(form: Form): Buffer {
  const parts = [Object.entries(form.typed()), form.allUploads().map(({ field, name, sha256 }) => [field, name, sha256])];
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

// Cookies of an answer open sessions, so they are not left readable in the database.

function seal(key: KeyObject, nonce: Uint8Array, answer: Answer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function open(key: KeyObject, bytes: Buffer): Answer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')) as Answer;
}
