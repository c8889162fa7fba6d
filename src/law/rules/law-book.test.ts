import { describe, expect, test } from 'vitest';
import { Temporal } from '../../kernel/time.ts';
import { SHIPPED_PARAMETERS } from '../data/parameters.ts';
import { SHIPPED_HOLIDAYS, shippedLawBook } from '../data/shipped.ts';
import type { Holiday } from './calendar.ts';
import { cite, fullName, replacedBy, shortName } from './citation.ts';
import { makeLawBook } from './law-book.ts';
import { asLimit, isPlausible, PARAMETER_RULES, type Parameter, type ParameterRule } from './parameters.ts';
import { isRegulationId, REGULATIONS } from './regulations.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

function bookWith(more: readonly Parameter[], regional: readonly Holiday[] = []) {
  return makeLawBook({
    edition: 1,
    calendarVersion: 7,
    parameters: [...SHIPPED_PARAMETERS, ...more],
    years: SHIPPED_HOLIDAYS.years.map(({ year, skb, sources, note }) => ({ year, skb, sources, note })),
    holidays: [...SHIPPED_HOLIDAYS.years.flatMap((year) => year.days), ...regional],
  });
}

function verifyRow(more: Partial<Parameter>): Parameter {
  const shipped = SHIPPED_PARAMETERS.find((row) => row.rule === 'complaint.verify' && row.ruleSet === 'SP4N 5/2025') as Parameter;
  return { ...shipped, origin: 'administrator', ...more };
}

describe('parameters', () => {
  const book = shippedLawBook();

  test('the rule set of a day follows the regulations', () => {
    expect(book.ruleSetAt(day('2025-01-31'))).toBe('SP4N 62/2018');
    expect(book.ruleSetAt(day('2026-03-17'))).toBe('SP4N 5/2025');
    expect(() => book.ruleSetAt(day('2010-01-01'))).toThrow(/no complaint.rule-set/);
  });

  test.each([
    ['complaint.verify', 3, 'hk'],
    ['complaint.follow-up', 5, 'hk'],
    ['complaint.finish.information-request', 5, 'hk'],
    ['complaint.finish.aspiration', 5, 'hk'],
    ['complaint.finish.complaint', 14, 'hk'],
    ['complaint.finish.complaint-supervisory', 60, 'hk'],
    ['complaint.silence', 10, 'hk'],
    ['complaint.arbitrate', 1, 'hk'],
    ['complaint.returns-before-arbitration', 2, 'times'],
  ] as const)('%s is %d %s under both rule sets', (rule, value, unit) => {
    for (const ruleSet of ['SP4N 62/2018', 'SP4N 5/2025'] as const) {
      expect(book.parameter(rule, day('2026-03-17'), ruleSet)).toMatchObject({ value, unit });
    }
  });

  test('the values are confirmed under 62/2018 and not under 5/2025', () => {
    expect(book.parameter('complaint.verify', day('2025-01-02')).confirmed).toBe(true);
    expect(book.parameter('complaint.verify', day('2026-01-02')).confirmed).toBe(false);
  });

  test('every rule has a shipped value, in a unit the rule may have', () => {
    for (const rule of Object.keys(PARAMETER_RULES) as ParameterRule[]) {
      const found = book.parameter(rule, day('2026-03-17'));
      expect(isPlausible(rule, found.value, found.unit), rule).toBe(true);
    }
  });

  test('a later row takes over from its own day, and a complaint filed before keeps the old number', () => {
    const changed = bookWith([verifyRow({ value: 2, from: '2026-06-01' })]);
    expect(changed.parameter('complaint.verify', day('2026-05-31')).value).toBe(3);
    expect(changed.parameter('complaint.verify', day('2026-06-01')).value).toBe(2);
    expect(changed.parameter('complaint.verify', day('2026-06-01'), 'SP4N 62/2018').value).toBe(3);
  });

  test('a row that ends gives way to the one before it', () => {
    const changed = bookWith([verifyRow({ value: 9, from: '2026-06-01', until: '2026-07-01' })]);
    expect(changed.parameter('complaint.verify', day('2026-06-30')).value).toBe(9);
    expect(changed.parameter('complaint.verify', day('2026-07-01')).value).toBe(3);
  });

  test('on the same day an administrator wins over what is shipped later, and the last entered over the first', () => {
    const first = verifyRow({ value: 6, from: '2025-06-01' });
    const shippedLater: Parameter = { ...first, value: 4, origin: 'shipped' };
    expect(bookWith([first, shippedLater]).parameter('complaint.verify', day('2026-01-01')).value).toBe(6);
    expect(bookWith([first, { ...first, value: 7 }]).parameter('complaint.verify', day('2026-01-01')).value).toBe(7);
  });

  test('the day a rule set takes force can be moved by a dated row', () => {
    const until = verifyRow({
      rule: 'complaint.rule-set',
      value: 1,
      unit: 'yes-no',
      ruleSet: 'SP4N 62/2018',
      from: '2025-06-01',
      until: '2025-08-01',
    });
    const moved = bookWith([until]);
    expect(moved.ruleSetAt(day('2025-07-31'))).toBe('SP4N 62/2018');
    expect(moved.ruleSetAt(day('2025-08-01'))).toBe('SP4N 5/2025');
  });

  test('what counts times is no time limit', () => {
    expect(() => asLimit(book.parameter('complaint.returns-before-arbitration', day('2026-01-01')))).toThrow(TypeError);
  });
});

describe('calendars', () => {
  const galungan: Holiday = {
    day: day('2026-06-17'),
    kind: 'regional',
    name: { id: 'Galungan', en: 'Galungan' },
    confirmed: false,
    basis: 'contoh',
    regionCode: '51',
  };
  const local: Holiday = { ...galungan, day: day('2026-07-01'), regionCode: '51.05' };

  test('joint leave is off unless the parameter of that day says otherwise', () => {
    const leave = verifyRow({ rule: 'calendar.joint-leave', value: 0, unit: 'yes-no', ruleSet: null, from: '2026-04-01' });
    const calendar = bookWith([leave]).calendar(null);
    expect(calendar.isWorkingDay(day('2026-03-18'))).toBe(false);
    expect(calendar.isWorkingDay(day('2026-05-15'))).toBe(true);
    expect(calendar.holidays(2026).some((one) => one.day.equals(day('2026-05-15')))).toBe(true);
  });

  test('a regional day holds in the region and below it, nowhere else', () => {
    const book = bookWith([], [galungan, local]);
    expect(book.calendar(null).isWorkingDay(day('2026-06-17'))).toBe(true);
    expect(book.calendar('21.71').isWorkingDay(day('2026-06-17'))).toBe(true);
    expect(book.calendar('51').isWorkingDay(day('2026-06-17'))).toBe(false);
    expect(book.calendar('51.05.01.2001').isWorkingDay(day('2026-06-17'))).toBe(false);
    expect(book.calendar('51.05.01.2001').isWorkingDay(day('2026-07-01'))).toBe(false);
    expect(book.calendar('51.03').isWorkingDay(day('2026-07-01'))).toBe(true);
  });

  test('regions without days of their own share one calendar', () => {
    const book = bookWith([], [galungan]);
    expect(book.calendar('21.71.01.1001')).toBe(book.calendar(null));
    expect(book.calendar('51.05')).toBe(book.calendar('51.03'));
  });

  test('in a year without a decree weekends and fixed dates are off', () => {
    const calendar = shippedLawBook().calendar(null);
    expect(calendar.isDecreed(2027)).toBe(false);
    const off = ['2027-01-01', '2027-05-01', '2027-06-01', '2027-08-17', '2027-12-25'];
    for (const text of off) expect(calendar.isWorkingDay(day(text)), text).toBe(false);
    expect(calendar.holidays(2027).map((one) => one.kind)).toEqual(['fixed', 'fixed', 'fixed', 'fixed', 'fixed']);
    expect(calendar.reason(day('2027-01-04'))).toBeNull();
    expect(calendar.reason(day('2027-01-03'))).toEqual({ weekend: true, holiday: null });
  });

  test('2026 has 240 working days: 261 weekdays less 13 national holidays and 8 days of joint leave on weekdays', () => {
    const calendar = shippedLawBook().calendar(null);
    let count = 0;
    for (let at = day('2026-01-01'); at.year === 2026; at = at.add({ days: 1 })) if (calendar.isWorkingDay(at)) count += 1;
    expect(count).toBe(240);
  });
});

describe('the register of regulations', () => {
  test('replaces only what it knows, and its key is its number and year', () => {
    for (const [id, regulation] of Object.entries(REGULATIONS)) {
      for (const old of regulation.replaces) expect(isRegulationId(old), `${id} replaces ${old}`).toBe(true);
      expect(id).toContain(String(regulation.year));
      expect(regulation.title).not.toMatch(/^tentang /i);
    }
  });

  test('cites as documents do', () => {
    expect(shortName('permenpanrb-5-2025')).toBe('PermenPANRB 5/2025');
    expect(fullName('uu-25-2009')).toBe('Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik');
    expect(cite({ regulation: 'permenpanrb-62-2018', place: 'Bab VI' }).id).toBe('PermenPANRB 62/2018 Bab VI');
    expect(replacedBy('permenpanrb-62-2018')).toBe('permenpanrb-5-2025');
    expect(replacedBy('po-26-2017')).toBe('po-58-2023');
    expect(replacedBy('uu-25-2009')).toBeNull();
  });
});
