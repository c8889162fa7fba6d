import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from './contact.ts';
import { MASK, maskIdentifiers } from './mask.ts';

/** Invented. */
const siti: Contact = {
  name: 'Siti Indah Contohwati',
  email: 'Siti.Contoh@contoh.id',
  phone: '+6281234567890',
  nik: '5105015505900001',
};

describe('what a complainant gave as contact does not survive masking', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Saya SITI INDAH CONTOHWATI melapor', `Saya ${MASK} melapor`],
    ['akun sitiindahcontohwati88 itu saya', `akun ${MASK}88 itu saya`],
    ['kata petugas kepada contohwati: pulang', `kata petugas kepada ${MASK}: pulang`],
    ['Situs web mati, posisi tidak jelas', 'Situs web mati, posisi tidak jelas'],
    ['taman yang indah rusak, kata Indah', `taman yang indah rusak, kata ${MASK}`],
    ['kirim ke siti.contoh @ contoh.id.', `kirim ke ${MASK}.`],
    ['user siti_contoh dan siti.contoh', `user ${MASK} dan ${MASK}`],
    ['+62 (812) 3456-7890', MASK],
    ['telepon 8 1 2 3 4 5 6 7 8 9 0 ya', `telepon ${MASK} ya`],
    ['5105 0155 0590 0001', MASK],
    ['nomor 5.1.0.5.0.1.5.5.0.5.9.0.0.0.0.1', `nomor ${MASK}`],
    ['S\u200bi\u200bti Ｉｎｄａｈ', MASK],
  ];
  for (const [text, masked] of cases) {
    it(text, () => expect(maskIdentifiers(text, { contact: siti })).toBe(masked));
  }

  it('a text without personal data stays as it is', () => {
    const text = 'Lampu jalan di Jalan Raya Contoh padam sejak 3 Maret 2026, lihat pengaduan 123-456-7890.';
    expect(maskIdentifiers(text, { contact: { name: 'Ketut Contohya' } })).toBe(text);
  });

  it('numbers, addresses and announced names of others are masked too', () => {
    expect(maskIdentifiers('Pak Wayan Contoh, 0812-3456-7890, w@contoh.id')).toBe(`Pak ${MASK}, ${MASK}, ${MASK}`);
  });

  const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnoprstuvwyz'), minLength: 8, maxLength: 12 });
  const digits = (length: number): fc.Arbitrary<string> =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
  const canary = fc.record({
    name: fc.tuple(letters, letters).map((parts) => parts.join(' ')),
    email: fc.tuple(letters, letters).map(([local, house]) => `${local}@${house}.id`),
    phone: digits(9).map((rest) => `+628${rest}`),
    nik: digits(10).map((rest) => `510501${rest}`),
  });
  const noise = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 15 }),
    fc.constantFrom('0812', '5105', '@', 'nama saya ', 'Pak ', '. ', '\n', ' di gmail.com', 'rek '),
  );
  /** Case flipped, spaces and signs put between, as people and evaders write. */
  const written = (value: string, joints: readonly string[]): fc.Arbitrary<string> =>
    fc
      .array(fc.tuple(fc.boolean(), fc.constantFrom('', '', '', ...joints)), { minLength: value.length, maxLength: value.length })
      .map((choices) =>
        [...value]
          .map(
            (char, index) =>
              (choices[index]?.[0] ? char.toUpperCase() : char) + (index + 1 < value.length ? choices[index]?.[1] : ''),
          )
          .join(''),
      );
  const squeezed = (text: string): string =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\s\p{Cf}\p{M}]/gu, '');

  it('for any contact, any surroundings and any spacing', () => {
    const planted = canary.chain((contact) =>
      fc.record({
        contact: fc.constant(contact as Contact & typeof contact),
        parts: fc.tuple(
          noise,
          written(contact.name, [' ', '\u200b']),
          noise,
          written(contact.email, [' ', '\u200b']),
          noise,
          written(contact.phone.slice(3), [' ', '-', '.', ' - ', '\u200b']),
          noise,
          written(contact.nik, [' ', '-', '.', '/', '\u200b']),
          noise,
        ),
      }),
    );
    fc.assert(
      fc.property(planted, ({ contact, parts }) => {
        const masked = maskIdentifiers(parts.join(''), { contact });
        for (const value of [contact.name, contact.email]) expect(squeezed(masked)).not.toContain(squeezed(value));
        const numbers = squeezed(masked).replace(/[^\d\p{L}]/gu, '');
        expect(numbers).not.toContain(contact.phone.slice(3));
        expect(numbers).not.toContain(contact.nik);
      }),
      { numRuns: 200 },
    );
  });
});
