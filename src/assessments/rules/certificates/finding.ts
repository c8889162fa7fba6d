import type { Label } from '../../../kernel/language.ts';
import type { Certificate } from './certificate.ts';

/** What is answered to who verifies. Nothing else is ever said. */
export type CertificateVerdict = 'valid' | 'altered' | 'unknown' | 'revoked' | 'replaced';

/** Why it is not simply valid, where the verdict alone does not say it; and what a verdict rests on. */
export type FindingNote =
  | 'number-only' // a number says that such a certificate exists, not that this paper is it
  | 'code-differs' // the code in the QR code is not that of the number
  | 'same-file' // byte for byte the file of the register
  | 'not-our-file' // it names a certificate of ours, but is not its file
  | 'not-in-register' // it bears a seal or signature of ours, but no certificate belongs to it
  | 'twin-holds' // the digital copy is as it was signed
  | 'twin-differs' // signed by us, but not what the register has under that number
  | 'corrected'; // the result it certifies has been corrected since

export const NOTE_WORDS: Readonly<Record<FindingNote, Label>> = {
  'number-only': {
    id: 'Anda memeriksa nomornya saja. Cocokkan nama instansi, nilai, dan tanggal di bawah dengan sertifikat di tangan Anda; bila ada yang berbeda, sertifikat itu bukan terbitan kami.',
    en: 'You verified the number only. Compare the name of the agency, the score and the date below with the certificate in your hands; if anything differs, it was not issued by us.',
  },
  'code-differs': {
    id: 'Kode pada alamat ini bukan milik nomor tersebut. Sertifikat yang memuat kode QR ini tidak ada dalam daftar kami.',
    en: 'The code in this address does not belong to the number. A certificate with this QR code is not in our register.',
  },
  'same-file': {
    id: 'Berkas ini sama persis, sampai ke setiap bita, dengan berkas yang kami terbitkan.',
    en: 'This file is the same, to every byte, as the file that we issued.',
  },
  'not-our-file': {
    id: 'Berkas ini menyebut nomor sertifikat kami, tetapi bukan berkas yang kami terbitkan. Yang benar ada di bawah.',
    en: 'This file names the number of a certificate of ours, but is not the file that we issued. What is true stands below.',
  },
  'not-in-register': {
    id: 'Segelnya buatan instalasi ini, tetapi tidak ada sertifikat dalam daftar yang memilikinya.',
    en: 'The seal was made by this installation, but no certificate in the register belongs to it.',
  },
  'twin-holds': {
    id: 'Salinan digital ini utuh dan ditandatangani dengan kunci instalasi ini.',
    en: 'This digital copy is intact and signed with a key of this installation.',
  },
  'twin-differs': {
    id: 'Salinan digital ini ditandatangani dengan kunci kami, tetapi bukan yang tercatat untuk nomor itu.',
    en: 'This digital copy is signed with a key of ours, but is not the one recorded under that number.',
  },
  corrected: {
    id: 'Hasil penilaian yang disebut sertifikat ini sudah dikoreksi sesudah sertifikat terbit. Lihat hasil yang berlaku pada halaman instansi.',
    en: 'The result that this certificate states was corrected after it was issued. See the result in force on the page of the agency.',
  },
};

export interface Finding {
  readonly verdict: CertificateVerdict;
  readonly notes: readonly FindingNote[];
  /** Reasons from the seal or the signature, in words. */
  readonly reasons: readonly Label[];
  /** What the register has: of the certificate itself, or, when altered, of the one it claims to be. */
  readonly certificate: Certificate | null;
  readonly successor: Certificate | null;
}

/** What the register knows of a certificate. */
export interface Registered {
  readonly certificate: Certificate;
  readonly successor: Certificate | null;
  /** The version of the result that is in force today. */
  readonly resultVersion: number;
}

const UNKNOWN: Finding = { verdict: 'unknown', notes: [], reasons: [], certificate: null, successor: null };

/** A certificate that is being made is not there yet. */
function fromRegister(known: Registered | undefined, notes: readonly FindingNote[], reasons: readonly Label[] = []): Finding {
  if (!known || known.certificate.state === 'in-making') return { ...UNKNOWN, reasons };
  const { certificate, successor, resultVersion } = known;
  const isCorrected = certificate.state === 'valid' && certificate.resultVersion < resultVersion;
  return {
    verdict: certificate.state as 'valid' | 'revoked' | 'replaced',
    notes: isCorrected ? [...notes, 'corrected'] : notes,
    reasons,
    certificate,
    successor,
  };
}

/** Of a number, with the code of the QR code when one came along. */
export function findingOfNumber(known: Registered | undefined, code: string | null): Finding {
  if (!known || code === null) return fromRegister(known, ['number-only']);
  return code === known.certificate.checkCode ? fromRegister(known, []) : { ...UNKNOWN, notes: ['code-differs'] };
}

export interface FileEvidence {
  /** The seal holds and is ours. */
  readonly isIntact: boolean;
  readonly reasons: readonly Label[];
  /** By the digest of the whole file. */
  readonly sameFile: Registered | undefined;
  /** By the number written in the file. */
  readonly named: Registered | undefined;
}

/** Of a PDF. The register knows every file it issued by its digest, so a seal alone never makes one valid. */
export function findingOfFile({ isIntact, reasons, sameFile, named }: FileEvidence): Finding {
  if (sameFile) return fromRegister(sameFile, ['same-file'], isIntact ? [] : reasons);
  if (named && named.certificate.state !== 'in-making') {
    const { certificate, successor } = named;
    return { verdict: 'altered', notes: ['not-our-file'], reasons, certificate, successor };
  }
  return { ...UNKNOWN, notes: isIntact ? ['not-in-register'] : [], reasons };
}

export interface TwinEvidence {
  readonly isSigned: boolean;
  /** The signature is there but does not fit. */
  readonly isAltered: boolean;
  readonly reasons: readonly Label[];
  readonly text: string;
  readonly named: Registered | undefined;
}

/** Of a digital copy. */
export function findingOfTwin({ isSigned, isAltered, reasons, text, named }: TwinEvidence): Finding {
  if (!isSigned) return { ...UNKNOWN, verdict: isAltered ? 'altered' : 'unknown', reasons };
  if (!named) return { ...UNKNOWN, notes: ['not-in-register'] };
  if (named.certificate.file?.twin !== text) return { ...UNKNOWN, notes: ['twin-differs'] };
  return fromRegister(named, ['twin-holds']);
}
