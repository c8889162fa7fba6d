import { expect, test } from 'vitest';
import { Temporal, type Zone } from '../../kernel/time.ts';
import { shippedLawBook } from '../data/shipped.ts';
import { dueMoment, type Limit } from './due.ts';
import { explainDue } from './explain-due.ts';

const calendar = shippedLawBook().calendar(null);
const at = (text: string) => Temporal.Instant.from(text);

function due(from: string, limit: Limit, zone: Zone = 'Asia/Makassar', pauses: [string, string][] = []) {
  return dueMoment({
    from: at(from),
    limit,
    zone,
    calendar,
    pauses: pauses.map(([start, end]) => ({ from: at(start), to: at(end) })),
  });
}

test('a deadline across Nyepi and Eid names every day that did not count', () => {
  const asked = due('2026-03-16T10:00:00+08:00', { value: 3, unit: 'hk' });
  expect(explainDue(asked, 'id')).toBe(
    '3 hari kerja sejak diterima Senin, 16 Maret 2026 pukul 10.00 WITA; hari ke-1 Selasa, 17 Maret 2026; tidak dihitung: akhir pekan, 18 Maret (cuti bersama: Hari Suci Nyepi 1948 Saka), 19 Maret (libur nasional: Hari Suci Nyepi 1948 Saka), dan 20, 23, dan 24 Maret (cuti bersama: Idulfitri 1447 Hijriah); jatuh tempo Kamis, 26 Maret 2026 pukul 23.59 WITA.',
  );
  expect(explainDue(asked, 'en')).toMatch(
    /^3 working days from receipt on Monday 16 March 2026 at 10:00 WITA; day 1 is Tuesday 17 March 2026; not counted: weekends, /,
  );
});

test('a provisional deadline says which year is not decreed', () => {
  const asked = due('2026-12-29T09:30:00+07:00', { value: 5, unit: 'hk' }, 'Asia/Jakarta');
  expect(explainDue(asked, 'id')).toContain('1 Januari 2027 (libur bertanggal tetap: Tahun Baru Masehi)');
  expect(explainDue(asked, 'id')).toMatch(/tanggal ini sementara karena hari libur tahun 2027 belum ditetapkan/);
  expect(explainDue(asked, 'en')).toMatch(/this date is provisional because the holidays of 2027 are not decreed yet/);
});

test('a pause is told as a span', () => {
  const asked = due('2026-07-06T09:00:00+08:00', { value: 5, unit: 'hk' }, 'Asia/Makassar', [
    ['2026-07-09T11:00:00+08:00', '2026-07-14T16:00:00+08:00'],
  ]);
  expect(explainDue(asked, 'id')).toBe(
    '5 hari kerja sejak diterima Senin, 6 Juli 2026 pukul 09.00 WITA; hari ke-1 Selasa, 7 Juli 2026; tidak dihitung: 9 Juli s.d. 14 Juli (jeda); jatuh tempo Jumat, 17 Juli 2026 pukul 23.59 WITA.',
  );
});

test('plain days and hours say how they count', () => {
  expect(explainDue(due('2026-03-17T10:00:00+08:00', { value: 7, unit: 'day' }), 'id')).toContain('setiap hari dihitung');
  expect(explainDue(due('2026-03-17T10:00:00+08:00', { value: 72, unit: 'hour' }), 'en')).toBe(
    '72 hours from receipt on Tuesday 17 March 2026 at 10:00 WITA; due Friday 20 March 2026 at 10:00 WITA.',
  );
});

test('the start can be named', () => {
  const since = { id: 'tindak lanjut disampaikan', en: 'the follow-up' };
  expect(explainDue(due('2026-07-06T09:00:00+08:00', { value: 1, unit: 'hk' }), 'id', since)).toMatch(
    /^1 hari kerja sejak tindak lanjut disampaikan Senin/,
  );
  expect(explainDue(due('2026-07-06T09:00:00+08:00', { value: 1, unit: 'hk' }), 'en', since)).toMatch(
    /^1 working day from the follow-up on Monday/,
  );
});
