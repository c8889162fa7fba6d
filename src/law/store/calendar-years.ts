import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { CalendarYear } from '../rules/calendar-change.ts';
import type { Edition } from './editions.ts';
import { type LawTables, NATIONAL } from './tables.ts';

export interface KnownYear extends CalendarYear {
  readonly origin: 'shipped' | 'administrator';
  readonly fingerprint: string;
}

/** Every year of every region as it stood at an edition. */
export async function calendarYears(db: Db, edition: number): Promise<KnownYear[]> {
  const years = await db
    .withTables<LawTables>()
    .selectFrom('law.calendar_years')
    .distinctOn(['region_code', 'year'])
    .selectAll()
    .where('edition', '<=', edition)
    .orderBy('region_code')
    .orderBy('year')
    .orderBy('version', 'desc')
    .execute();
  const days = await db
    .withTables<LawTables>()
    .selectFrom('law.holidays')
    .selectAll()
    .where(sql<boolean>`(region_code, year, version) IN (
      SELECT DISTINCT ON (region_code, year) region_code, year, version FROM law.calendar_years
      WHERE edition <= ${edition} ORDER BY region_code, year, version DESC)`)
    .orderBy('on_day')
    .execute();
  const byYear = Map.groupBy(days, (day) => `${day.region_code} ${day.year}`);
  return years.map((year) => {
    const regionCode = year.region_code === NATIONAL ? null : year.region_code;
    return {
      regionCode,
      year: year.year,
      decreed: year.decreed,
      skb: year.skb,
      sources: year.sources,
      note: year.note,
      origin: year.origin,
      fingerprint: year.fingerprint,
      days: (byYear.get(`${year.region_code} ${year.year}`) ?? []).map((day) => ({
        day: day.on_day,
        kind: day.kind,
        name: day.name,
        confirmed: day.confirmed,
        basis: day.basis,
        regionCode,
      })),
    };
  });
}

/** Writes a year as it stands from the edition's calendar version on. */
export async function addCalendarYear(tx: Tx, at: Edition, year: CalendarYear, origin: KnownYear['origin']): Promise<void> {
  const key = { region_code: year.regionCode ?? NATIONAL, year: year.year, version: at.calendarVersion };
  const law = tx.withTables<LawTables>();
  await law
    .insertInto('law.calendar_years')
    .values({
      ...key,
      edition: at.edition,
      decreed: year.decreed,
      skb: [...year.skb],
      sources: [...year.sources],
      note: year.note && JSON.stringify(year.note),
      origin,
      fingerprint: fingerprintOf(year),
    })
    .execute();
  if (year.days.length === 0) return;
  await law
    .insertInto('law.holidays')
    .values(
      year.days.map((day) => ({
        ...key,
        on_day: day.day.toString(),
        kind: day.kind as Exclude<typeof day.kind, 'fixed'>,
        name: day.name && JSON.stringify(day.name),
        confirmed: day.confirmed,
        basis: day.basis,
      })),
    )
    .execute();
}

/** The same for the same content, whatever the order of its days. */
export function fingerprintOf(year: CalendarYear): string {
  const days = year.days
    .map((day) => [day.day.toString(), day.kind, day.name?.id, day.name?.en, day.confirmed, day.basis])
    .sort();
  const content = [year.decreed, year.skb, year.sources, year.note?.id, year.note?.en, days];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
