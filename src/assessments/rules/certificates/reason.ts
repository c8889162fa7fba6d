import { ok, type Result, refuse } from '../../../kernel/result.ts';

const LONGEST_REASON = 500;

/** Why a certificate ends, as it will be shown to everyone. */
export function readReason(typed: string): Result<string, 'certificate.reason-missing' | 'certificate.reason-long'> {
  const reason = typed.trim().replaceAll(/\s+/g, ' ');
  if (reason === '') return refuse('certificate.reason-missing');
  return reason.length > LONGEST_REASON ? refuse('certificate.reason-long') : ok(reason);
}
