/** What happened to a line since its plan was signed, told wherever the line is: nothing that was signed grows, shrinks or goes in silence. Pure. */
import type { Label } from '../../../kernel/language.ts';
import type { Agreement } from '../agreement.ts';
import type { Line } from '../line.ts';

export const SINCE_SIGNING = {
  joined: { id: 'Ditambahkan setelah ditandatangani', en: 'Added after the signing' },
  // Of what was entered from the files nobody here knows whether the paper had it.
  'entered-later': { id: 'Dimasukkan setelah dokumen dicatat', en: 'Entered after the document was recorded' },
  changed: { id: 'Isinya diubah setelah ditandatangani', en: 'Changed after the signing' },
  withdrawn: { id: 'Dibatalkan setelah ditandatangani', en: 'Withdrawn after the signing' },
} as const satisfies Record<string, Label>;
export type SinceSigning = keyof typeof SINCE_SIGNING;

/** @param isChanged one of its public fields was changed after the signing (`changedAfterSigning`) */
export function sinceSigning(
  line: Pick<Line, 'joinedAt' | 'isWithdrawn'>,
  { evidence }: Pick<Agreement, 'evidence'>,
  isChanged: boolean,
): readonly SinceSigning[] {
  const marks: SinceSigning[] = [];
  if (line.joinedAt !== null) marks.push(evidence === 'record' ? 'entered-later' : 'joined');
  if (isChanged) marks.push('changed');
  if (line.isWithdrawn) marks.push('withdrawn');
  return marks;
}

/** Whether a line is part of what was promised: everything but lines dropped before the signing. */
export function isPromised({ state, isWithdrawn }: Pick<Line, 'state' | 'isWithdrawn'>): boolean {
  return state !== 'dropped' || isWithdrawn;
}
