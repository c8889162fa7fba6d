/**
 * The lock of the device: everything the app keeps is encrypted under a secret of its own, and the secret is kept wrapped by a key
 * made from the PIN. A new PIN wraps the same secret anew; whoever has the device and not the PIN has to guess against PBKDF2.
 *
 * What it is worth, and what not: docs/decisions/0021-field-app.md.
 */
const BYTES = { salt: 16, nonce: 12, secret: 32 } as const;

/** Below it a PIN is tried out too quickly by whoever has taken the device apart (OWASP: 600,000 for PBKDF2 with SHA-256). */
export const LEAST_ITERATIONS = 600_000;

/** What is kept in the clear: nothing of it helps without the PIN. */
export interface VaultLock {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

export interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** The opened lock; it lives in memory alone. */
export interface Vault {
  /** Under which name a record is kept, so that names tell nothing either. */
  nameOf(name: string): Promise<string>;
  /** `name` is bound in: a record put in another's place does not open. */
  seal(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed>;
  open(name: string, sealed: Sealed): Promise<Uint8Array<ArrayBuffer>>;
}

export class WrongPin extends Error {}

/** Makes a new secret and locks it with a PIN. */
export async function makeVault(pin: string, iterations: number): Promise<{ lock: VaultLock; vault: Vault }> {
  const secret = random(BYTES.secret);
  const salt = random(BYTES.salt);
  const nonce = random(BYTES.nonce);
  const key = await pinKey(pin, salt, iterations);
  const wrapped = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, secret));
  return { lock: { salt, iterations, nonce, wrapped }, vault: await vaultOf(secret) };
}

/** @throws WrongPin */
export async function openVault(pin: string, lock: VaultLock): Promise<Vault> {
  const key = await pinKey(pin, lock.salt, lock.iterations);
  let secret: ArrayBuffer;
  try {
    secret = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: lock.nonce }, key, lock.wrapped);
  } catch {
    throw new WrongPin();
  }
  return vaultOf(new Uint8Array(secret));
}

/** How many rounds take about a second on this device, at least the least. */
export async function calibrate(now: () => number = () => performance.now()): Promise<number> {
  const trial = 100_000;
  const began = now();
  await pinKey('calibration', random(BYTES.salt), trial);
  const perSecond = trial / Math.max(0.001, (now() - began) / 1000);
  return Math.min(5_000_000, Math.max(LEAST_ITERATIONS, Math.round(perSecond / 10_000) * 10_000));
}

async function pinKey(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const raw = await crypto.subtle.importKey('raw', utf8(pin.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(how, raw, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function vaultOf(secret: Uint8Array<ArrayBuffer>): Promise<Vault> {
  const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const salt = new Uint8Array(0);
  const derive = (info: string, kind: AesKeyGenParams | HmacKeyGenParams, use: KeyUsage[]) =>
    crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt, info: utf8(info) }, root, kind, false, use);
  const data = await derive('tuntas field data', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']);
  const names = await derive('tuntas field names', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']);
  return {
    async nameOf(name) {
      return base64url(new Uint8Array(await crypto.subtle.sign('HMAC', names, utf8(name))));
    },
    async seal(name, bytes) {
      const nonce = random(BYTES.nonce);
      const how = { name: 'AES-GCM', iv: nonce, additionalData: utf8(name) };
      return { nonce, data: await crypto.subtle.encrypt(how, data, bytes) };
    },
    async open(name, sealed) {
      const how = { name: 'AES-GCM', iv: sealed.nonce, additionalData: utf8(name) };
      return new Uint8Array(await crypto.subtle.decrypt(how, data, sealed.data));
    },
  };
}

/** SHA-256, hexadecimal. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
}

function random(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
