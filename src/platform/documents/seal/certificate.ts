import { generateKeyPair as generate, type KeyObject, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import { BitString, Integer, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, CryptoEngine, Extension, ExtKeyUsage, Time } from 'pkijs';
import type { Moment } from '../../../kernel/time.ts';
import type { NewKey } from '../keys/document-keys.ts';
import { fingerprintOf } from './fingerprint.ts';

const generateKeyPair = promisify(generate);

/** Ten years, long enough for any document and short enough for its key's length. */
const VALID_HOURS = 24 * 3652;
/** A verifier's clock may be behind ours. */
const EARLIER_HOURS = 24;

/** Shown by every reader of PDF as the name of who signed: it must not be taken for a certified one. */
export const TRIAL_NAME = 'Segel percobaan / trial seal';
export const TRIAL_UNIT = 'Bukan tanda tangan elektronik tersertifikasi / not a certified signature';

const COMMON_NAME = '2.5.4.3';
const ORGANIZATION = '2.5.4.10';
const UNIT = '2.5.4.11';
const KEY_USAGE = '2.5.29.15';
const BASIC_CONSTRAINTS = '2.5.29.19';
const EXT_KEY_USAGE = '2.5.29.37';
/** id-kp-documentSigning, RFC 9336. */
const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36';

/**
 * A new RSA key of 3072 bits and its self-signed certificate for document signing. RSA, because what readers of PDF make of elliptic
 * curves still differs.
 *
 * @param origin public address of the installation, named in the certificate
 */
export async function newSealKey(origin: string, serial: Uint8Array, now: Moment): Promise<NewKey> {
  const { privateKey, publicKey } = await generateKeyPair('rsa', { modulusLength: 3072 });
  const certificate = await selfSigned({ privateKey, publicKey, origin, serial, now });
  return { kid: fingerprintOf(certificate), privateKey, certificate, publicJwk: null };
}

interface Order {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly origin: string;
  readonly serial: Uint8Array;
  readonly now: Moment;
}

async function selfSigned({ privateKey, publicKey, origin, serial, now }: Order): Promise<Buffer> {
  const engine = new CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto });
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const { subtle } = webcrypto;
  const signing = await subtle.importKey('pkcs8', privateKey.export({ type: 'pkcs8', format: 'der' }), algorithm, false, [
    'sign',
  ]);
  const open = await subtle.importKey('spki', publicKey.export({ type: 'spki', format: 'der' }), algorithm, true, ['verify']);

  const certificate = new Certificate();
  certificate.version = 2; // X.509 v3
  certificate.serialNumber = positive(serial);
  for (const name of [certificate.subject, certificate.issuer]) {
    name.typesAndValues.push(called(ORGANIZATION, `Tuntas ${origin}`), called(UNIT, TRIAL_UNIT), called(COMMON_NAME, TRIAL_NAME));
  }
  certificate.notBefore = new Time({ value: new Date(now.subtract({ hours: EARLIER_HOURS }).epochMilliseconds) });
  certificate.notAfter = new Time({ value: new Date(now.add({ hours: VALID_HOURS }).epochMilliseconds) });
  certificate.extensions = [
    extension(BASIC_CONSTRAINTS, new BasicConstraints({ cA: false }).toSchema()),
    // digitalSignature and nonRepudiation: the two highest bits.
    extension(KEY_USAGE, new BitString({ valueHex: Uint8Array.of(0b1100_0000).buffer, unusedBits: 6 })),
    extension(EXT_KEY_USAGE, new ExtKeyUsage({ keyPurposes: [DOCUMENT_SIGNING] }).toSchema(), false),
  ];
  await certificate.subjectPublicKeyInfo.importKey(open as unknown as CryptoKey, engine);
  await certificate.sign(signing as unknown as CryptoKey, 'SHA-256', engine);
  return Buffer.from(certificate.toSchema(true).toBER(false));
}

const called = (type: string, text: string) => new AttributeTypeAndValue({ type, value: new Utf8String({ value: text }) });

function extension(extnID: string, value: { toBER(sizeOnly?: boolean): ArrayBuffer }, critical = true): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER(false) });
}

/** Serial numbers are positive and at most 20 bytes (RFC 5280). */
function positive(bytes: Uint8Array): Integer {
  const serial = bytes.slice(0, 16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  return new Integer({ valueHex: serial.buffer as ArrayBuffer });
}
