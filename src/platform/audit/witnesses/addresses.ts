/** A witness is named in `AUDIT_WITNESSES` (checked there) by a web address or a mail address. */
export function isMailAddress(witness: string): boolean {
  return !/^https?:\/\//.test(witness);
}

/** The host of a web address, the domain of a mail address: says which institution, not whose mailbox. */
export function hostOf(witness: string): string {
  return isMailAddress(witness) ? witness.slice(witness.lastIndexOf('@') + 1) : new URL(witness).host;
}
