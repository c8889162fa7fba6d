import { Secret, TOTP } from 'otpauth';
import QRCode from 'qrcode';
import type { Moment } from '../../../kernel/time.ts';
import type { Random } from '../../tools.ts';

/** RFC 6238 with the values every authenticator app supports: SHA-1, six digits, thirty seconds. */
const PERIOD_SECONDS = 30;
const DIGITS = 6;

/** A new secret in base32: 160 bits, as RFC 4226 recommends. */
export function newTotpSecret(random: Random): string {
  return new Secret({ buffer: Uint8Array.from(random.bytes(20)).buffer }).base32;
}

/** Whether a text is a secret an app can hold: base32, at least 128 bits. */
export function isTotpSecret(text: string): boolean {
  return /^[A-Z2-7]{26,103}$/.test(text);
}

/** The 30-second step a moment falls into, counted from 1970. */
export function totpStep(at: Moment): number {
  return Math.floor(at.epochMilliseconds / 1000 / PERIOD_SECONDS);
}

/** The code of a step. */
export function totpCode(secret: string, step: number): string {
  return TOTP.generate({
    secret: Secret.fromBase32(secret),
    digits: DIGITS,
    period: PERIOD_SECONDS,
    timestamp: step * PERIOD_SECONDS * 1000,
  });
}

/**
 * The step whose code was typed: this one, the one before or the one after (phones go wrong by some seconds, people type
 * slowly); `null` when the code belongs to none of them. The caller refuses steps that were used before.
 */
export function stepOfCode(secret: string, code: string, at: Moment): number | null {
  const digits = code.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const config = { secret: Secret.fromBase32(secret), digits: DIGITS, period: PERIOD_SECONDS, window: 1 };
  const delta = TOTP.validate({ ...config, token: digits, timestamp: at.epochMilliseconds });
  return delta === null ? null : totpStep(at) + delta;
}

/** The address an authenticator app reads from the QR code. */
export function totpAddress(secret: string, email: string, issuer: string): string {
  return new TOTP({ issuer, label: email, secret, digits: DIGITS, period: PERIOD_SECONDS }).toString();
}

/** The secret in groups of four, as people type it. */
export function spacedSecret(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}

/** The QR code of an address as an `<svg>` element, dark on white also in dark mode, because cameras want it so. */
export async function qrCode(address: string): Promise<string> {
  const svg = await QRCode.toString(address, {
    type: 'svg',
    errorCorrectionLevel: 'M',
    margin: 3,
    width: 240,
    color: { dark: '#000000', light: '#ffffff' },
  });
  return svg.replace(/^<\?xml.*?\?>\s*|<!DOCTYPE.*?>\s*/gs, '').trim();
}
