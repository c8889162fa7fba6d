import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Temporal } from '../../kernel/time.ts';
import { checkParticulars, fieldsGiven, PARTICULARS_FIELDS, type ParticularsInput } from './particulars.ts';

const today = Temporal.PlainDate.from('2026-03-02');
const whole = {
  name: '  Siti   Contoh ',
  birthPlace: 'Semarapura',
  bornOn: '1985-08-17',
  maritalStatus: 'married',
  occupation: 'Pedagang',
  address: 'Jalan Contoh 1\nKlungkung',
};
const check = (input: ParticularsInput, complete = true) => checkParticulars(input, { complete, today });

test('whole particulars are kept on one line each', () => {
  expect(check(whole)).toEqual({
    ok: true,
    value: { ...whole, name: 'Siti Contoh', address: 'Jalan Contoh 1 Klungkung' },
  });
});

test('each of the six requirements of UU 37/2008 Pasal 24(1) is missed when it is not there', () => {
  for (const field of PARTICULARS_FIELDS) {
    expect(check({ ...whole, [field]: ' ' })).toEqual({ ok: false, refusal: [`${field}-missing`] });
  }
  expect(check({})).toMatchObject({ ok: false, refusal: { length: 6 } });
});

test('a letter may lack anything, and says what it has', () => {
  expect(check({}, false)).toEqual({ ok: true, value: undefined });
  const letter = check({ name: 'Siti Contoh', address: 'Jalan Contoh 1' }, false);
  expect(letter).toEqual({ ok: true, value: { name: 'Siti Contoh', address: 'Jalan Contoh 1' } });
  expect(fieldsGiven(letter.ok ? letter.value : undefined)).toEqual(['name', 'address']);
});

test('a day of birth that cannot be one is told, also in a letter', () => {
  for (const bornOn of ['2026-03-02', '2027-01-01', '1899-12-31', '2025-02-30', '17-8-1985', 'kemarin', '2025-13-01']) {
    expect(check({ bornOn }, false), bornOn).toEqual({ ok: false, refusal: ['bornOn-invalid'] });
  }
});

test('whatever is typed, the answer is particulars within their lengths or faults that repeat nothing', () => {
  let accepted = 0;
  const field = fc.oneof(fc.string({ maxLength: 600 }), fc.constantFrom('single', '1990-01-01', ''));
  fc.assert(
    fc.property(fc.record(Object.fromEntries(PARTICULARS_FIELDS.map((each) => [each, field]))), (input) => {
      const checked = check(input, false);
      if (!checked.ok) {
        expect(checked.refusal.every((fault) => /^[a-zA-Z]+-(missing|invalid|too-long)$/.test(fault))).toBe(true);
        return;
      }
      accepted += 1;
      for (const value of Object.values(checked.value ?? {})) {
        expect(value.length).toBeLessThanOrEqual(500);
        expect(value).toBe(value.trim());
      }
    }),
  );
  expect(accepted).toBeGreaterThan(0);
});
