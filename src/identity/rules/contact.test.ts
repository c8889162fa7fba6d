import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContact, normaliseEmail, normalisePhone, waysToReach } from './contact.ts';
import { looksGovernmental } from './governmental-email.ts';
import { isPlausibleNik } from './nik.ts';

describe('contact fields', () => {
  it.each([
    ['0812 3456 7890', '+6281234567890'],
    ['+62 (0)812-3456-7890', '+6281234567890'],
    ['62 812 3456 7890', '+6281234567890'],
    ['0062 812 3456 7890', '+6281234567890'],
    ['812.3456.7890', '+6281234567890'],
    ['(0361) 123456', '+62361123456'],
    ['+65 6123 4567', '+6561234567'],
    ['０８１２３４５６７８９０', '+6281234567890'],
  ])('%s is the telephone number %s', (typed, phone) => expect(normalisePhone(typed)).toBe(phone));

  it.each(['', '110', 'abc', '0812x4567890', '+62', '08123456789012345', '0000000000'])('%j is no telephone number', (typed) =>
    expect(normalisePhone(typed)).toBeUndefined(),
  );

  it('normalising a telephone number twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+-. ()'), maxLength: 18 }), (typed) => {
        const phone = normalisePhone(typed);
        fc.pre(phone !== undefined);
        expect(normalisePhone(phone as string)).toBe(phone);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [' Made.Contoh@Contoh.ID ', 'Made.Contoh@contoh.id'],
    ['a+b@sub.contoh.co.id', 'a+b@sub.contoh.co.id'],
  ])('%s is the address %s', (typed, email) => expect(normaliseEmail(typed)).toBe(email));

  it.each([
    '',
    'made',
    'made@',
    '@contoh.id',
    'made@contoh',
    'a b@contoh.id',
    'a..b@contoh.id',
    'a@b@contoh.id',
    'a@contoh.id\nBcc: x@contoh.id',
  ])('%j is no address', (typed) => expect(normaliseEmail(typed)).toBeUndefined());

  it('nothing given is no contact, and that is allowed', () => {
    expect(checkContact({ name: ' ', email: '', phone: null })).toEqual({ ok: true, value: undefined });
  });

  it('every wrong field is named, and no fault repeats what was typed', () => {
    const answer = checkContact({ email: 'wrong', phone: '12', nik: '123', name: 'x'.repeat(201) });
    expect(answer).toEqual({ ok: false, refusal: ['name-too-long', 'email-invalid', 'phone-invalid', 'nik-invalid'] });
  });

  it('a checked contact says by what its holder can be reached', () => {
    const answer = checkContact({ name: 'Siti  Contoh', phone: '081234567890', nik: '5105 0155 0590 0001', language: 'en' });
    expect(answer).toEqual({
      ok: true,
      value: { name: 'Siti Contoh', phone: '+6281234567890', nik: '5105015505900001', language: 'en' },
    });
    expect(answer.ok && waysToReach(answer.value)).toEqual(['phone']);
  });
});

describe('a NIK', () => {
  it.each([
    ['5105011505900001', 'a man born on 15 May'],
    ['5105015505900001', 'a woman born on 15 May (day + 40)'],
    ['5105016902960001', 'a woman born on 29 February'],
    ['9401011505900001', 'a region whose code has since changed'],
  ])('%s: %s', (nik) => expect(isPlausibleNik(nik)).toBe(true));

  it.each([
    '5105010005900001',
    '5105013205900001',
    '5105017205900001',
    '5105013002900001',
    '5105011513900001',
    '5105011505900000',
    '0905011505900001',
    '510501150590001',
  ])('%s cannot be one', (nik) => expect(isPlausibleNik(nik)).toBe(false));
});

describe('an address run by a government body is warned about', () => {
  it.each([
    'a@klungkungkab.go.id',
    'a@GO.ID',
    'a@mail.tni.mil.id',
    'a@contoh.desa.id',
    'a@polri.info',
    'a@mail.pemkab-contoh.com',
    'a@pln.co.id',
  ])('%s', (email) => expect(looksGovernmental(email)).toBe(true));
  it.each(['a@gmail.com', 'go.id@contoh.id', 'a@cargo.id', 'a@sekolah.sch.id', 'a@pelni.co.id', 'no address'])(
    '%s is not',
    (email) => expect(looksGovernmental(email)).toBe(false),
  );
});
