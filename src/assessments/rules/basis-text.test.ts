import { expect, test } from 'vitest';
import { REGULATIONS } from '../../law/index.ts';
import { SHIPPED_INSTRUMENTS } from '../data/shipped.ts';
import { readBasis, writeBasis } from './basis-text.ts';

test('every basis of what is shipped reads back as it was written', () => {
  const all = SHIPPED_INSTRUMENTS.flatMap((one) => [
    ...one.basis,
    ...one.dimensions.map((dimension) => dimension.standing.basis),
    ...one.bands.map((band) => band.standing.basis),
  ]);
  for (const basis of all) expect(readBasis(writeBasis(basis))).toEqual(basis);
});

test('every regulation of the register is found, alone and with its place', () => {
  for (const { id } of Object.values(REGULATIONS)) {
    expect(readBasis(writeBasis({ regulation: id }))).toEqual({ regulation: id });
    expect(readBasis(writeBasis({ regulation: id, place: 'Pasal 5 huruf a' }))).toEqual({
      regulation: id,
      place: 'Pasal 5 huruf a',
    });
  }
});

test('anything else is a document in its own words; nothing is nothing', () => {
  expect(readBasis(' SK Ketua  7/2026 ')).toEqual({ document: 'SK Ketua 7/2026' });
  expect(readBasis('po 22/2016')).toEqual({ regulation: 'po-22-2016' });
  expect(readBasis('PO 22/20167')).toEqual({ document: 'PO 22/20167' });
  expect(readBasis('  ')).toBeNull();
});
