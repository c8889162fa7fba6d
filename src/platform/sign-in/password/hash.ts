import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** One of the equivalent settings of the OWASP password storage cheat sheet: 32 MiB of memory and three passes. */
const CURRENT = { ln: 15, r: 8, p: 3 };
const KEY_BYTES = 32;
const FORM = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/=]+)\$([\w+/=]+)$/;

/** Longer ones are refused before hashing: nobody types them, and hashing them is work an attacker can order for free. */
export const PASSWORD_MOST_CHARACTERS = 200;

/** Compared with when there is no account, so that the answer takes the same work. Nothing hashes to it. */
export const NOBODYS_HASH = `$scrypt$ln=${CURRENT.ln},r=${CURRENT.r},p=${CURRENT.p}$${'A'.repeat(24)}$${'A'.repeat(43)}=`;

/** The password's hash with its parameters and salt: `$scrypt$ln=15,r=8,p=3$salt$hash`, salt and hash in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(18);
  const hash = await derive(password, salt, CURRENT);
  return `$scrypt$ln=${CURRENT.ln},r=${CURRENT.r},p=${CURRENT.p}$${salt.toString('base64')}$${hash.toString('base64')}`;
}

/** Whether a typed password belongs to a stored hash. Throws when the stored text is not a hash of ours. */
export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const [, ln, r, p, salt, hash] = FORM.exec(stored) ?? [];
  if (!ln || !r || !p || !salt || !hash) throw new Error('A stored password hash is not in the form $scrypt$...');
  const expected = Buffer.from(hash, 'base64');
  const actual = await derive(password, Buffer.from(salt, 'base64'), { ln: Number(ln), r: Number(r), p: Number(p) });
  return timingSafeEqual(actual, expected);
}

/** Whether a hash was made with other parameters than today's and should be made anew while the password is at hand. */
export function isOutdatedHash(stored: string): boolean {
  return !stored.startsWith(`$scrypt$ln=${CURRENT.ln},r=${CURRENT.r},p=${CURRENT.p}$`);
}

function derive(password: string, salt: Buffer, cost: typeof CURRENT): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** cost.ln, r: cost.r, p: cost.p, maxmem: 256 * 2 ** 20 };
  return new Promise((resolve, reject) => {
    // NFKC: the same password typed on another keyboard gives the same bytes (NIST SP 800-63B).
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
