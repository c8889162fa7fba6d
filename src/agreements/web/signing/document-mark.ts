/**
 * Which document a form to sign was made for: the beginning of its digest. Short, so that after signing in again nobody is shown a line of figures as what
 * they had typed.
 */
const LENGTH = 12;

export function documentMark(sha256: string): string {
  return sha256.slice(0, LENGTH);
}

/** The digest to sign when the mark is of the document that is on record now; what was typed otherwise, which is no digest of any. */
export function digestOfMark(mark: string, sha256: string | undefined): string {
  return sha256 !== undefined && documentMark(sha256) === mark ? sha256 : mark;
}
