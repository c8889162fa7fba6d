import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certificateNumber, numberIn, readCertificateNumber } from './number.ts';

describe('the number of a certificate', () => {
  test('is read back as it was written, whatever year and count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2200 }), fc.integer({ min: 1, max: 9_999_999 }), (year, seq) => {
        expect(readCertificateNumber(certificateNumber({ year, seq }))).toEqual({ year, seq });
        expect(numberIn(`Sertifikat ${certificateNumber({ year, seq })}, Klungkung`)).toEqual({ year, seq });
      }),
    );
  });

  test.each([
    'spp-2024-0042',
    'SPP/2024/42',
    ' SPP 2024 0042 ',
    'SPP\u20132024\u20130042',
    'spp.2024.0042',
    '\uff33\uff30\uff30-2024-0042',
  ])('%s is the same number', (typed) => expect(readCertificateNumber(typed)).toEqual({ year: 2024, seq: 42 }));

  test.each(['', 'SPP', 'SPP-2024-0000', '2024-0042', 'SPP-24-0042', 'XPP-2024-0042', 'SPP-2024-99999999', 'x'.repeat(100)])(
    '%j is none',
    (typed) => expect(readCertificateNumber(typed)).toBeUndefined(),
  );
});
