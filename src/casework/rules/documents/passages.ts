/**
 * Passages of what was typed that may give somebody away. `certain`: it repeats the reporter of a secret case; such a document is not sealed. All others
 * are guesses (a number that looks like a NIK, a word that is also part of a name): the sealer looks at each and says that it may stand.
 */
import type { Label } from '../../../kernel/language.ts';

export type PassageKind = 'reporter' | 'reporter-word' | 'nik' | 'phone' | 'email' | 'name' | 'plate' | 'account';

export interface Passage {
  /** Name of the field it stands in, or `title` for the case's own title. */
  readonly field: string;
  readonly kind: PassageKind;
  /** The passage with a few words around it, as typed. */
  readonly excerpt: string;
  readonly certain: boolean;
}

export const PASSAGE_LABELS: Readonly<Record<PassageKind, Label>> = {
  reporter: { id: 'menunjuk Pelapor yang identitasnya dirahasiakan', en: 'points to the reporter, whose identity is secret' },
  'reporter-word': { id: 'kata yang juga ada dalam nama Pelapor', en: 'a word that is also in the name of the reporter' },
  nik: { id: 'seperti NIK', en: 'looks like a NIK' },
  phone: { id: 'seperti nomor telepon', en: 'looks like a telephone number' },
  email: { id: 'seperti alamat surel', en: 'looks like an e-mail address' },
  name: { id: 'seperti nama orang', en: 'looks like the name of a person' },
  plate: { id: 'seperti nomor kendaraan', en: 'looks like a number plate' },
  account: { id: 'seperti nomor rekening atau nomor pribadi lain', en: 'looks like an account or another personal number' },
};

const AROUND = 25;

/** A passage as it is shown: itself and what stands around it, on one line. */
export function excerptOf(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, Math.min(end, start + 120) + AROUND);
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replaceAll(/\s+/g, ' ')}${to < text.length ? '…' : ''}`;
}
