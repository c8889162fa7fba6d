/**
 * Numbers of certificates: `SPP-2024-0042`, the year being that of the assessment, counted from 1 without gaps. No published form of the
 * real numbers was found; this one is ours (docs/decisions/0023) and can be typed, said on the telephone and put into an address.
 */
export interface CertificateNumber {
  readonly year: number;
  readonly seq: number;
}

/** Sertifikat Pelayanan Publik. */
const PREFIX = 'SPP';

export function certificateNumber({ year, seq }: CertificateNumber): string {
  return `${PREFIX}-${year}-${String(seq).padStart(4, '0')}`;
}

/** As people type and copy it: any case, spaces, slashes, dashes of any kind, zeros left out. `undefined` when it is none. */
export function readCertificateNumber(typed: string): CertificateNumber | undefined {
  if (typed.length > 60) return undefined;
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}\p{Cf}._/:#]/gu, '');
  const [, year, seq] = /^SPP(\d{4})(\d{1,7})$/.exec(text) ?? [];
  if (!isYear(Number(year)) || Number(seq) === 0) return undefined;
  return { year: Number(year), seq: Number(seq) };
}

const isYear = (year: number) => year >= 2000 && year <= 2200;

/** The first number written out in a text, such as the title of a file that somebody brings. */
export function numberIn(text: string): CertificateNumber | undefined {
  const [found] = /SPP-\d{4}-\d{4,7}/.exec(text) ?? [];
  return found === undefined ? undefined : readCertificateNumber(found);
}
