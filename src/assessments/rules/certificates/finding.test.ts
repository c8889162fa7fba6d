import { describe, expect, test } from 'vitest';
import type { Certificate } from './certificate.ts';
import { findingOfFile, findingOfNumber, findingOfTwin, type Registered } from './finding.ts';

const known = (more: Partial<Certificate> = {}, resultVersion = 1): Registered => ({
  certificate: {
    state: 'valid',
    checkCode: 'a'.repeat(22),
    resultVersion: 1,
    file: { key: 'k', bytes: 1, sha256: '00', twin: 'x.y.z' },
    ...more,
  } as Certificate,
  successor: null,
  resultVersion,
});

describe('what is answered to who verifies', () => {
  test.each(['valid', 'revoked', 'replaced'] as const)('a number whose certificate is %s is told so', (state) => {
    expect(findingOfNumber(known({ state }), null)).toMatchObject({ verdict: state, notes: ['number-only'] });
    expect(findingOfNumber(known({ state }), 'a'.repeat(22))).toMatchObject({ verdict: state, notes: [] });
  });

  test('a number with the code of another certificate is unknown, and nothing of the certificate is shown', () => {
    expect(findingOfNumber(known(), 'b'.repeat(22))).toEqual({
      verdict: 'unknown',
      notes: ['code-differs'],
      reasons: [],
      certificate: null,
      successor: null,
    });
  });

  test('a certificate that is being made is unknown, whatever is brought', () => {
    const made = known({ state: 'in-making' });
    expect(findingOfNumber(made, null).verdict).toBe('unknown');
    expect(findingOfNumber(made, 'a'.repeat(22)).verdict).toBe('unknown');
    expect(findingOfFile({ isIntact: true, reasons: [], sameFile: undefined, named: made }).verdict).toBe('unknown');
  });

  test('a file is valid only when it is the very file of the register, however well it is sealed', () => {
    expect(findingOfFile({ isIntact: true, reasons: [], sameFile: known(), named: undefined }).verdict).toBe('valid');
    expect(findingOfFile({ isIntact: true, reasons: [], sameFile: undefined, named: known() }).verdict).toBe('altered');
    expect(findingOfFile({ isIntact: true, reasons: [], sameFile: undefined, named: undefined })).toMatchObject({
      verdict: 'unknown',
      notes: ['not-in-register'],
    });
    expect(findingOfFile({ isIntact: false, reasons: [], sameFile: undefined, named: undefined }).verdict).toBe('unknown');
  });

  test('a twin is valid only when it is the very one of the register', () => {
    const twin = (text: string, named: Registered | undefined) =>
      findingOfTwin({ isSigned: true, isAltered: false, reasons: [], text, named }).verdict;
    expect(twin('x.y.z', known())).toBe('valid');
    expect(twin('x.y.z', known({ state: 'revoked' }))).toBe('revoked');
    expect(twin('x.y.other', known())).toBe('unknown');
    expect(twin('x.y.z', undefined)).toBe('unknown');
    expect(findingOfTwin({ isSigned: false, isAltered: true, reasons: [], text: '', named: known() }).verdict).toBe('altered');
  });

  test('a certificate whose result was corrected since says so', () => {
    expect(findingOfNumber(known({}, 2), 'a'.repeat(22)).notes).toEqual(['corrected']);
    expect(findingOfNumber(known({ state: 'replaced' }, 2), 'a'.repeat(22)).notes).toEqual([]);
  });
});
