import { describe, expect, test } from 'vitest';
import { AGENCY_KINDS } from '../../directory/index.ts';
import { COMPONENT_CODES } from '../../services/index.ts';
import { placesOf } from '../rules/walk.ts';
import { SHIPPED_INSTRUMENTS } from './shipped.ts';

describe.each(SHIPPED_INSTRUMENTS.map((one) => [`${one.id}@${one.version}`, one] as const))('%s', (_id, instrument) => {
  test('looks at components that a service standard has', () => {
    const components = placesOf(instrument).flatMap(({ indicator }) => indicator.component ?? []);
    expect(components.filter((one) => !(COMPONENT_CODES as readonly string[]).includes(one))).toEqual([]);
  });

  test('draws units of agencies that the directory knows', () => {
    const kinds = instrument.fieldwork.loci.flatMap((locus) => locus.agencyKinds);
    expect(kinds.filter((kind) => !Object.hasOwn(AGENCY_KINDS, kind))).toEqual([]);
  });
});

describe('the round of 2023', () => {
  const instrument = SHIPPED_INSTRUMENTS.find((one) => one.id === 'penilaian-2023');

  test('has the four dimensions with their weights, and every indicator the sources name', () => {
    expect(instrument?.dimensions.map(({ code, weight }) => [code, weight])).toEqual([
      ['input', '21.85'],
      ['proses', '32.37'],
      ['output', '24.24'],
      ['pengaduan', '21.54'],
    ]);
    const counts = instrument?.dimensions.map((one) => one.variables.map((variable) => variable.indicators.length));
    expect(counts).toEqual([[6, 9], [11], [5, 1], [6]]);
  });

  test('says of every weight inside a dimension that it is a default', () => {
    const standings = instrument ? placesOf(instrument).map(({ indicator }) => indicator.standing) : [];
    expect(standings).toHaveLength(38);
    expect(standings.every((one) => !one.confirmed && one.note !== null)).toBe(true);
  });
});
