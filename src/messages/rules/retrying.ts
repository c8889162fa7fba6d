import type { Moment } from '../../kernel/time.ts';

/** How patiently messages are sent. */
export interface SendingLimits {
  /** Tries in all before a message is given up. */
  readonly mostTries: number;
  readonly firstWaitSeconds: number;
  /** Each wait is so many times the one before ... */
  readonly growth: number;
  /** ... up to this. */
  readonly longestWaitSeconds: number;
  /**
   * How long a hand-over may take before its process is taken for dead. Longer than all timeouts of the mail connection
   * together, so that a living sender is never overtaken.
   */
  readonly leaseSeconds: number;
  /** The same for the outbox, which is one statement in the database. */
  readonly outboxLeaseSeconds: number;
}

/** Twelve tries over about two days: a mail server that is down over a weekend is outlived by one resend. */
export const SENDING_LIMITS: SendingLimits = {
  mostTries: 12,
  firstWaitSeconds: 60,
  growth: 4,
  longestWaitSeconds: 6 * 60 * 60,
  leaseSeconds: 10 * 60,
  outboxLeaseSeconds: 10,
};

/** Seconds to wait after so many failed tries (one or more). */
export function waitAfter(tries: number, limits: SendingLimits): number {
  return Math.min(limits.longestWaitSeconds, limits.firstWaitSeconds * limits.growth ** (tries - 1));
}

export type AfterFailure = { readonly action: 'fail'; readonly nextTryAt: Moment } | { readonly action: 'give-up' };

/**
 * What follows a failed try.
 *
 * @param tries failed ones including this, since it was posted or sent again
 * @param isFinal the mail server will not take it however often it is tried
 */
export function afterFailure(tries: number, isFinal: boolean, now: Moment, limits: SendingLimits): AfterFailure {
  if (isFinal || tries >= limits.mostTries) return { action: 'give-up' };
  return { action: 'fail', nextTryAt: now.add({ seconds: waitAfter(tries, limits) }) };
}
