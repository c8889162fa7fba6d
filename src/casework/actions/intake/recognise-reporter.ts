/**
 * Number and receipt code open one case to whoever has both. An unknown number and a wrong code are one answer, after the same work; tries
 * are counted per number and per address, together with those at complaints, which have the same form.
 */
import { receiptCodeHash } from '../../../complaints/index.ts';
import type { Complainant } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { secretKey } from '../../../platform/keyed-hash.ts';
import type { Tools } from '../../../platform/tools.ts';
import { codeMatches, receiptOf } from '../../store/intake/receipts.ts';

export type ReporterRefusal = { readonly code: 'unknown' } | { readonly code: 'too-often'; readonly retryAfterSeconds: number };

const TRIES = { perNumber: { limit: 10, windowSeconds: 900 }, perAddress: { limit: 60, windowSeconds: 900 } } as const;

export interface Shown {
  /** Ten digits. */
  readonly trackingNumber: string;
  /** Sixteen digits. */
  readonly receiptCode: string;
}

/** @param address of the asker  @returns the reporter, who acts under the case's id */
export async function recogniseReporter(
  tools: Tools,
  shown: Shown,
  address: string,
): Promise<Result<Complainant, ReporterRefusal>> {
  const now = tools.clock.now();
  for (const [bucket, key, tries] of [
    ['follow-address', address, TRIES.perAddress],
    ['follow-number', shown.trackingNumber, TRIES.perNumber],
  ] as const) {
    const allowed = await allow(tools, { bucket, key, ...tries, now });
    if (!allowed.allowed) return refuse({ code: 'too-often', retryAfterSeconds: allowed.retryAfterSeconds });
  }
  return reporterOf(tools, shown);
}

/** The same where the try has been counted already. */
export async function reporterOf(tools: Tools, shown: Shown): Promise<Result<Complainant, { readonly code: 'unknown' }>> {
  const receipt = await receiptOf(tools.db, { trackingNumber: shown.trackingNumber });
  // An unknown number is compared with nothing in the same way.
  const caseId = receipt?.caseId ?? '00000000-0000-0000-0000-000000000000';
  const key = secretKey(tools.keys, 'receipt-code');
  const matches = await codeMatches(tools.db, caseId, receiptCodeHash(key, caseId, shown.receiptCode));
  return receipt && matches ? ok({ kind: 'complainant', complaintId: caseId }) : refuse({ code: 'unknown' });
}
