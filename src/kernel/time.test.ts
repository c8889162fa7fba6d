import { describe, expect, test } from 'vitest';
import { dayOf, Temporal, ZONES } from './time.ts';

describe('the day of a moment', () => {
  test('is that of the zone, also when asked to and fro across midnight', () => {
    const moments = [
      '2026-03-16T15:59:59.999999999Z',
      '2026-03-16T16:00:00Z',
      '2026-03-16T17:00:00Z',
      '2026-03-17T14:59:59Z',
      '2026-03-16T14:59:59Z',
      '2026-03-16T15:00:00Z',
    ];
    for (let again = 0; again < 2; again++) {
      for (const zone of ZONES) {
        for (const text of moments) {
          const at = Temporal.Instant.from(text);
          expect(dayOf(at, zone).toString(), `${text} ${zone}`).toBe(at.toZonedDateTimeISO(zone).toPlainDate().toString());
        }
      }
    }
  });

  test('begins and ends with it to the nanosecond', () => {
    const at = (text: string) => dayOf(Temporal.Instant.from(text), 'Asia/Makassar').toString();
    expect(at('2026-03-17T02:00:00Z')).toBe('2026-03-17');
    expect(at('2026-03-17T15:59:59.999999999Z')).toBe('2026-03-17');
    expect(at('2026-03-17T16:00:00Z')).toBe('2026-03-18');
    expect(at('2026-03-17T15:59:59.999999999Z')).toBe('2026-03-17');
  });

  test('holds for years in which the zones were others', () => {
    for (const text of [
      '1945-08-17T02:00:00Z',
      '1950-04-30T16:15:00Z',
      '1963-12-31T17:00:00Z',
      '1987-12-31T16:30:00Z',
      '1988-01-01T16:30:00Z',
    ]) {
      for (const zone of ZONES) {
        const moment = Temporal.Instant.from(text);
        expect(dayOf(moment, zone).toString(), `${text} ${zone}`).toBe(moment.toZonedDateTimeISO(zone).toPlainDate().toString());
      }
    }
  });
});
