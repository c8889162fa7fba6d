/**
 * Number and receipt code open one complaint to whoever has both. An unknown number, a confidential complaint and a wrong code are
 * one answer, after the same work; tries are counted per number and per address.
 */
import type { Complainant } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { allow } from '../../platform/http/rate-limit.ts';
import type { Tools } from '../../platform/tools.ts';
import { readReceiptCode, receiptCodeHash } from '../rules/receipt-code.ts';
import { readTrackingNumber } from '../rules/tracking-number.ts';
import { loadByTrackingNumber } from '../store/complaints.ts';
import { receiptMatches } from '../store/receipts.ts';

/** `number` = cannot be a tracking number (check digit); `code` = not sixteen digits; `unknown` = these two do not belong together. */
export type RecogniseRefusal =
  | { readonly code: 'number' }
  | { readonly code: 'code' }
  | { readonly code: 'unknown' }
  | { readonly code: 'too-often'; readonly retryAfterSeconds: number };

/** Guessing sixteen digits is hopeless at any of these; a person who mistypes is not locked out for long. */
const TRIES = { perNumber: { limit: 10, windowSeconds: 900 }, perAddress: { limit: 60, windowSeconds: 900 } } as const;

export async function recogniseComplainant(
  tools: Tools,
  given: { readonly trackingNumber: string; readonly receiptCode: string },
  address: string,
): Promise<Result<Complainant & { readonly trackingNumber: string }, RecogniseRefusal>> {
  const trackingNumber = readTrackingNumber(given.trackingNumber);
  const code = readReceiptCode(given.receiptCode);
  if (!trackingNumber) return refuse({ code: 'number' });
  if (!code) return refuse({ code: 'code' });
  const now = tools.clock.now();
  for (const [bucket, key, tries] of [
    ['follow-address', address, TRIES.perAddress],
    ['follow-number', trackingNumber, TRIES.perNumber],
  ] as const) {
    const allowed = await allow(tools, { bucket, key, ...tries, now });
    if (!allowed.allowed) return refuse({ code: 'too-often', retryAfterSeconds: allowed.retryAfterSeconds });
  }
  const complaint = await loadByTrackingNumber(tools.db, trackingNumber);
  // An unknown number is compared with nothing in the same way.
  const complaintId = complaint?.id ?? '00000000-0000-0000-0000-000000000000';
  const matches = await receiptMatches(
    tools.db,
    complaintId,
    receiptCodeHash(tools.keys.derive('receipt-code'), complaintId, code),
  );
  if (!complaint || !matches) return refuse({ code: 'unknown' });
  return ok({ kind: 'complainant', complaintId: complaint.id, trackingNumber });
}
