import type { Label } from '../../../kernel/language.ts';

/** Why a seal, or a file, does not hold. Each is shown to people. */
export const SEAL_REASONS = {
  'not-a-pdf': { id: 'Berkas ini bukan PDF yang dapat dibaca.', en: 'This file is not a PDF that can be read.' },
  'too-large': {
    id: 'Berkas ini lebih besar daripada yang diperiksa di sini.',
    en: 'This file is larger than what is checked here.',
  },
  'no-seal': { id: 'Tidak ada segel di dalam berkas ini.', en: 'There is no seal in this file.' },
  'too-many-seals': {
    id: 'Segel di dalam berkas ini lebih banyak daripada yang wajar.',
    en: 'There are more seals in this file than is plausible.',
  },
  'malformed-range': {
    id: 'Keterangan tentang bagian mana yang disegel rusak.',
    en: 'What the seal says of the part it covers is damaged.',
  },
  'overlapping-ranges': {
    id: 'Segel-segel di dalam berkas ini saling bertumpang tindih.',
    en: 'The seals in this file overlap one another.',
  },
  'malformed-seal': {
    id: 'Segelnya rusak atau tidak berbentuk segel kami.',
    en: 'The seal is damaged, or not in the form of ours.',
  },
  'content-differs': {
    id: 'Isi berkas berubah sesudah disegel.',
    en: 'The content of the file was changed after it was sealed.',
  },
  'signature-differs': {
    id: 'Tanda tangan di dalam segel tidak cocok dengan kuncinya.',
    en: 'The signature in the seal does not match its key.',
  },
  'content-after-seal': {
    id: 'Ada isi yang ditambahkan sesudah segel terakhir.',
    en: 'Content was added after the last seal.',
  },
  'foreign-certificate': {
    id: 'Segel ini bukan buatan instalasi ini.',
    en: 'This seal was not made by this installation.',
  },
  'distrusted-certificate': {
    id: 'Kunci segel ini sudah dinyatakan tidak dapat dipercaya.',
    en: 'The key of this seal has been declared untrustworthy.',
  },
  'outside-validity': {
    id: 'Waktu segel di luar masa berlaku sertifikatnya.',
    en: 'The time of the seal is outside the validity of its certificate.',
  },
} as const satisfies Record<string, Label>;

export type SealReason = keyof typeof SEAL_REASONS;

/** Reasons that say "the bytes are not those that were sealed", against those that say "by whom or when". */
const ABOUT_WHO: ReadonlySet<SealReason> = new Set(['foreign-certificate', 'distrusted-certificate', 'outside-validity']);

export interface SealVerdict {
  readonly isValid: boolean;
  /** Empty when valid. */
  readonly reasons: readonly SealReason[];
  /** Whether it covers the file to its end: the last one must, earlier ones cover what was there when they were made. */
  readonly coversWholeFile: boolean;
  /** SHA-256 of the certificate it names, in hexadecimal. */
  readonly fingerprint: string | null;
  /** When it was made, as its maker claims; ISO 8601. */
  readonly signedAt: string | null;
}

/**
 * - `intact`: every byte is as we sealed it.
 * - `altered`: it carries a seal, but is not what was sealed.
 * - `foreign`: sealed, by somebody we do not know.
 * - `distrusted`: sealed with a key of ours that does not count any more, or not at that time.
 * - `unsealed`, `unreadable`: nothing to judge.
 */
export type FileState = 'intact' | 'altered' | 'foreign' | 'distrusted' | 'unsealed' | 'unreadable';

export interface FileVerdict {
  readonly state: FileState;
  readonly reasons: readonly SealReason[];
  /** In the order of signing. */
  readonly seals: readonly SealVerdict[];
}

/** What the seals together say of the file. */
export function fileVerdict(seals: readonly SealVerdict[], fileReasons: readonly SealReason[]): FileVerdict {
  const reasons = [...new Set([...fileReasons, ...seals.flatMap((seal) => seal.reasons)])];
  const state =
    reasons.length === 0
      ? 'intact'
      : reasons.some((reason) => !ABOUT_WHO.has(reason))
        ? 'altered'
        : reasons.includes('foreign-certificate')
          ? 'foreign'
          : 'distrusted';
  return { state, reasons, seals };
}
