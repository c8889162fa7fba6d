import { describe, expect, test } from 'vitest';
import { judgeInstrument } from '../rules/judge-instrument.ts';
import { SHIPPED_INSTRUMENTS } from './shipped.ts';
describe.each(SHIPPED_INSTRUMENTS.map((one) => [one.id, one] as const))('%s', (_id, instrument) => {
  test('may be published', () => {
    expect(judgeInstrument(instrument)).toEqual([]);
  });
});
