/**
 * `AUDIT_WITNESSES`: to whom each signed root is sent. Mail addresses and https addresses, divided by spaces or commas; http is
 * allowed to this machine alone, for trying it out.
 *
 * @throws Error naming the entry that is neither
 */
export function parseWitnesses(text: string): readonly string[] {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '');
  for (const entry of entries) {
    if (!isMailAddress(entry) && !isWebAddress(entry)) {
      throw new Error(`AUDIT_WITNESSES: "${entry}" is neither a mail address nor an https address`);
    }
  }
  return [...new Set(entries)];
}

export function isMailAddress(witness: string): boolean {
  return /^[^\s@:/<>"]+@[^\s@:/<>"]+\.[^\s@:/<>".]+$/.test(witness);
}

function isWebAddress(witness: string): boolean {
  if (!URL.canParse(witness)) return false;
  const { protocol, hostname } = new URL(witness);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

/** The host of a web address, the domain of a mail address: says which institution, not whose mailbox. */
export function hostOf(witness: string): string {
  return isMailAddress(witness) ? witness.slice(witness.lastIndexOf('@') + 1) : new URL(witness).host;
}
