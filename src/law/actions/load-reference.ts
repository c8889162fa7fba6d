import { Temporal } from '../../kernel/time.ts';
import type { Db } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { SHIPPED_PARAMETERS } from '../data/parameters.ts';
import { SHIPPED_HOLIDAYS } from '../data/shipped.ts';
import { type CalendarYear, nationalYear, planImport } from '../rules/calendar-change.ts';
import { cite } from '../rules/citation.ts';
import { contentOf, type Parameter } from '../rules/parameters.ts';
import { addCalendarYear, calendarYears, fingerprintOf, type KnownYear } from '../store/calendar-years.ts';
import { logChange, loggedDays } from '../store/changes.ts';
import { currentEdition, lockLaw, nextEdition } from '../store/editions.ts';
import { addParameter, parameterRows } from '../store/parameters.ts';
import { announceCalendar } from './announce-calendar.ts';

const REASON = 'Nilai bawaan Tuntas';

/**
 * Puts the shipped parameters and calendars into a database. May be run any number of times: what is there already is left
 * alone, and a newer Tuntas adds only what it knows better. A year an administrator has imported, and a rule an administrator
 * has set for the same day, are never taken back.
 */
export async function loadReference(db: Db): Promise<{ what: string; count: number }[]> {
  await inTransaction({ db }, async (tx) => {
    await lockLaw(tx);
    const { edition } = await currentEdition(tx);
    const parameters = newParameters(await parameterRows(tx, edition));
    const known = await calendarYears(tx, edition);
    const years = newYears(known);
    if (parameters.length === 0 && years.length === 0) return;
    // A migration has no clock handed to it: when the defaults were loaded is a fact about the machine, no rule asks for it.
    const at = Temporal.Now.instant();
    const next = await nextEdition(tx, at, edition === 0 || years.length > 0);
    for (const row of parameters) {
      await addParameter(tx, next.edition, row);
      const change = { kind: 'parameter', old: null, new: row } as const;
      await logChange(tx, { edition: next.edition, at, by: 'shipped', basis: cite(row.basis).id, reason: REASON, change });
    }
    for (const year of years) {
      await addCalendarYear(tx, next, year, 'shipped');
      const before = known.find((one) => one.regionCode === null && one.year === year.year) ?? null;
      const changes = planImport(before ? [before] : [], asFile(year)).changes;
      const basis = `SKB 3 Menteri ${year.skb.join(', ')}`;
      const days = { old: loggedDays(changes, 'before'), new: loggedDays(changes, 'after') };
      const change = { kind: 'holidays', regionCode: null, year: year.year, ...days } as const;
      await logChange(tx, { edition: next.edition, at, by: 'shipped', basis, reason: REASON, change });
    }
    if (edition > 0 && years.length > 0) await announceCalendar(tx, next.calendarVersion);
  });
  const { edition } = await currentEdition(db);
  const [rows, years] = await Promise.all([parameterRows(db, edition), calendarYears(db, edition)]);
  return [
    { what: 'law parameters', count: rows.length },
    { what: 'holidays', count: years.reduce((sum, year) => sum + year.days.length, 0) },
  ];
}

function newParameters(rows: readonly Parameter[]): readonly Parameter[] {
  const key = (row: Parameter) => `${row.rule} ${row.ruleSet} ${row.from}`;
  const loaded = new Map(rows.filter((row) => row.origin === 'shipped').map((row) => [key(row), contentOf(row)]));
  return SHIPPED_PARAMETERS.filter((row) => loaded.get(key(row)) !== contentOf(row));
}

function newYears(known: readonly KnownYear[]): readonly CalendarYear[] {
  return SHIPPED_HOLIDAYS.years.map(nationalYear).filter((year) => {
    const there = known.find((one) => one.regionCode === null && one.year === year.year);
    return !there || (there.origin === 'shipped' && there.fingerprint !== fingerprintOf(year));
  });
}

function asFile(year: CalendarYear) {
  const days = year.days.map((day) => ({ ...day, place: '', weekday: null }));
  return { years: [{ ...year, whole: true, days, withdrawn: [] }] };
}
