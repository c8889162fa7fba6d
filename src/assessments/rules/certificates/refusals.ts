import type { RefusalCatalogue } from '../../../kernel/result.ts';

export type CertificateRefusal =
  | 'certificate.absent'
  | 'certificate.not-published'
  | 'certificate.no-score'
  | 'certificate.alive-already'
  | 'certificate.not-valid'
  | 'certificate.in-making'
  | 'certificate.reason-missing'
  | 'certificate.reason-long'
  | 'certificate.batch-running'
  | 'certificate.nothing-to-issue';

/** Every refusal about certificates, with what to do next. */
export const CERTIFICATE_REFUSALS: RefusalCatalogue<CertificateRefusal> = {
  'certificate.absent': {
    kind: 'absent',
    id: 'Sertifikat ini tidak ada.',
    en: 'There is no such certificate.',
  },
  'certificate.not-published': {
    kind: 'conflict',
    id: 'Hasilnya belum terbit. Terbitkan dahulu hasilnya, baru sertifikatnya.',
    en: 'The result is not published yet. Publish the result first, then the certificate.',
  },
  'certificate.no-score': {
    kind: 'conflict',
    id: 'Hasil yang terbit tidak memuat nilai, jadi tidak ada yang dapat disertifikatkan.',
    en: 'The published result has no score, so there is nothing to certify.',
  },
  'certificate.alive-already': {
    kind: 'conflict',
    id: 'Instansi ini sudah memegang sertifikat yang berlaku. Ganti sertifikat itu bila hasilnya dikoreksi.',
    en: 'This agency already holds a valid certificate. Replace that one if the result was corrected.',
  },
  'certificate.not-valid': {
    kind: 'conflict',
    id: 'Sertifikat ini sudah tidak berlaku. Muat ulang halaman untuk melihat keadaannya sekarang.',
    en: 'This certificate is no longer valid. Reload the page to see how it stands now.',
  },
  'certificate.in-making': {
    kind: 'conflict',
    id: 'Sertifikat ini masih dibuat. Tunggu sebentar, lalu muat ulang halaman.',
    en: 'This certificate is still being made. Wait a moment, then reload the page.',
  },
  'certificate.reason-missing': {
    kind: 'invalid',
    id: 'Tulis alasannya. Alasan ini terlihat oleh siapa pun yang memeriksa sertifikat.',
    en: 'Write the reason. Whoever verifies the certificate sees it.',
  },
  'certificate.reason-long': {
    kind: 'invalid',
    id: 'Singkatkan alasannya menjadi paling banyak 500 huruf.',
    en: 'Shorten the reason to at most 500 characters.',
  },
  'certificate.batch-running': {
    kind: 'conflict',
    id: 'Penerbitan untuk putaran ini sedang berjalan. Tunggu sampai selesai.',
    en: 'An issue for this round is under way. Wait until it has ended.',
  },
  'certificate.nothing-to-issue': {
    kind: 'conflict',
    id: 'Tidak ada hasil terbit yang belum bersertifikat.',
    en: 'There is no published result without a certificate.',
  },
};
