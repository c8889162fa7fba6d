import { clearCookie, readCookie, writeCookie } from '../../../../platform/http/cookies.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import type { Wizard } from '../wizard.ts';

/** Where the secrets lie and for how long: a citizen's browser, or the counter's. */
export type ReceiptCookie = Pick<Wizard, 'receiptCookie' | 'mode'>;

/**
 * The secrets of what this browser has filed and whose receipt is not noted yet, newest first. From them number and code are made
 * anew each time the receipt is shown; they lie nowhere else.
 */
const SECRET = /^[\w-]{43}$/;
const MOST = 4;

/** A citizen may come back to the receipt tomorrow; at the counter the slip is printed at once. */
const SECONDS = { citizen: 24 * 60 * 60, counter: 60 * 60 };

export function receiptSecrets(c: WebContext, wizard: ReceiptCookie): string[] {
  const cookie = readCookie(c, wizard.receiptCookie) ?? '';
  return cookie
    .split('.')
    .filter((each) => SECRET.test(each))
    .slice(0, MOST);
}

export function keepReceipt(c: WebContext, wizard: ReceiptCookie, secret: string): void {
  write(c, wizard, [secret, ...receiptSecrets(c, wizard).filter((each) => each !== secret)]);
}

export function dropReceipt(c: WebContext, wizard: ReceiptCookie, secret: string): void {
  write(
    c,
    wizard,
    receiptSecrets(c, wizard).filter((each) => each !== secret),
  );
}

function write(c: WebContext, wizard: ReceiptCookie, secrets: readonly string[]): void {
  if (secrets.length === 0) clearCookie(c, wizard.receiptCookie);
  else writeCookie(c, wizard.receiptCookie, secrets.slice(0, MOST).join('.'), SECONDS[wizard.mode]);
}
