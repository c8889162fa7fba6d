import type { ColumnType, GeneratedAlways } from 'kysely';
import type { Label } from '../../kernel/language.ts';
import type { Day, Moment } from '../../kernel/time.ts';
import type { HolidayKind } from '../rules/calendar.ts';
import type { Basis } from '../rules/citation.ts';
import type { ParameterRule, RuleSet, Unit } from '../rules/parameters.ts';

/** Written as JSON text, read as a value. */
type Json<T> = ColumnType<T, string, never>;
type DayColumn = ColumnType<Day, string, never>;
type Origin = 'shipped' | 'administrator';

/** National days stand under this region code. */
export const NATIONAL = 'ID';

/** A type, not an interface: Kysely asks for something with an index signature. */
export type LawTables = {
  'law.editions': { edition: number; calendar_version: number; made_at: ColumnType<Moment, string, never> };
  'law.parameters': {
    id: GeneratedAlways<number>;
    edition: number;
    rule: ParameterRule;
    rule_set: RuleSet | null;
    /** numeric: comes back as text. */
    value: ColumnType<string, number, never>;
    unit: Unit;
    basis: Json<Basis>;
    from_on: DayColumn;
    until_on: ColumnType<Day | null, string | null, never>;
    confirmed: boolean;
    note: ColumnType<Label | null, string | null, never>;
    origin: Origin;
  };
  'law.calendar_years': {
    version: number;
    region_code: string;
    year: number;
    edition: number;
    decreed: boolean;
    skb: string[];
    sources: string[];
    note: ColumnType<Label | null, string | null, never>;
    origin: Origin;
    fingerprint: string;
  };
  'law.holidays': {
    region_code: string;
    year: number;
    version: number;
    on_day: DayColumn;
    kind: Exclude<HolidayKind, 'fixed'>;
    name: ColumnType<Label | null, string | null, never>;
    confirmed: boolean;
    basis: string | null;
  };
  'law.changes': {
    id: GeneratedAlways<number>;
    edition: number;
    changed_at: ColumnType<Moment, string, never>;
    changed_by: string;
    kind: 'parameter' | 'holidays';
    subject: Json<unknown>;
    old: ColumnType<unknown, string | null, never>;
    new: Json<unknown>;
    basis: string;
    reason: string;
  };
};
