import type { CertificateTemplate } from '../rules/certificates/template.ts';

/**
 * Wording that is used until an administrator publishes another. The wording of the real certificates was not found (domain rule 3.4 says
 * what they hold, not how they say it), so it is marked as a default.
 */
export function shippedTemplate(year: number, category: string): CertificateTemplate {
  return {
    year,
    category,
    version: 0,
    title:
      year <= 2021
        ? { id: 'Sertifikat Kepatuhan', en: 'Certificate of compliance' }
        : year <= 2024
          ? { id: 'Sertifikat Penilaian', en: 'Certificate of assessment' }
          : { id: 'Sertifikat Opini', en: 'Certificate of opinion' },
    given: { id: 'Diberikan kepada', en: 'Awarded to' },
    for: {
      id: 'atas hasil penilaian penyelenggaraan pelayanan publik tahun {year}',
      en: 'for the result of the assessment of public services in {year}',
    },
    place: 'Jakarta',
    signatory: { id: 'Ketua Ombudsman Republik Indonesia', en: 'Chair of the Ombudsman of the Republic of Indonesia' },
    isConfirmed: false,
  };
}
