/**
 * How long things live and how often they may be tried. These are choices of ours, not law; the reasons stand beside them
 * and in docs/decisions/0005-sign-in.md.
 */

/** An officer at the counter leaves the desk for lunch, not for the afternoon. */
export const SESSION_IDLE_MINUTES = 120;

/** One working day, so that nobody is signed out in the middle of it and nobody stays signed in overnight. */
export const SESSION_HOURS = 12;

/** Writing "last used" at every request would turn each page into a write. */
export const SESSION_TOUCH_SECONDS = 60;

export const CHALLENGE_MINUTES = 10;

/** After this many wrong codes the password has to be given again. */
export const CHALLENGE_FAILURES = 5;

/** A week: the invited person may be on leave; the administrator can invite anew. */
export const INVITATION_HOURS = 7 * 24;

export const RESET_MINUTES = 60;

/** A set of backup codes that nobody confirmed to have kept is not shown for longer than this. */
export const BACKUP_CODES_SHOWN_MINUTES = 30;

export const NEW_PHONE_MINUTES = 15;

/** Answers to a password, right or wrong, known account or not, are never faster than this. */
export const STEADY_MILLISECONDS = 600;

export interface Limit {
  readonly bucket: string;
  readonly limit: number;
  readonly windowSeconds: number;
}

/**
 * A whole office sits behind one address, and everybody signs in at eight: generous, and only for browsers that have never
 * signed in before.
 */
export const PER_ADDRESS: Limit = { bucket: 'sign-in.address', limit: 100, windowSeconds: 900 };

/** Strangers guessing at one account. The owner's own browser has its own allowance, so strangers cannot lock the owner out. */
export const PER_ACCOUNT: Limit = { bucket: 'sign-in.account', limit: 10, windowSeconds: 900 };

export const PER_KNOWN_BROWSER: Limit = { bucket: 'sign-in.browser', limit: 10, windowSeconds: 900 };

/** Codes: three of a million are right at any time, so ten in a quarter of an hour and fifty a day leave a guess no hope. */
export const CODES: Limit = { bucket: 'sign-in.code', limit: 10, windowSeconds: 900 };
export const CODES_A_DAY: Limit = { bucket: 'sign-in.code-day', limit: 50, windowSeconds: 86_400 };

/** Reset mails fill someone else's mailbox. */
export const RESETS_PER_ACCOUNT: Limit = { bucket: 'sign-in.reset', limit: 3, windowSeconds: 3600 };
export const RESETS_PER_ADDRESS: Limit = { bucket: 'sign-in.reset-address', limit: 30, windowSeconds: 3600 };
