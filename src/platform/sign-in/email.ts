/**
 * An e-mail address as accounts keep it: trimmed, NFC, lower case. `null` when it cannot be one.
 *
 * Deliberately loose about what an address may look like (the mail that arrives is the proof) and strict about what could
 * break a header: white space and control characters.
 */
export function normaliseEmail(typed: string): string | null {
  const email = typed.trim().normalize('NFC').toLowerCase();
  const looksRight = /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[^\s@.<>(),;:"\\[\]]{2,}$/u.test(email);
  return looksRight && email.length <= 254 && !/\p{Cc}/u.test(email) ? email : null;
}
