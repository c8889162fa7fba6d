import { Temporal } from 'temporal-polyfill';
import type { Day } from '../kernel/time.ts';

/** One thing to mend in a form: `field` is the `name` of the input, `message` says what to do, in the reader's language. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export type FieldErrors = readonly FieldError[];

/** The first message for a field, if any. A date input also answers to the errors of its parts (`name-day`, ...). */
export function errorFor(errors: FieldErrors | undefined, field: string): string | undefined {
  return errors?.find((error) => error.field === field)?.message;
}

/** What was typed into a `DateInput`, untouched, so that it can be shown again. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** Reads the three parts of a `DateInput` called `name` out of a parsed form; absent parts are empty. */
export function dateParts(form: Readonly<Record<string, unknown>>, name: string): DateParts {
  const part = (suffix: string) => {
    const value = form[`${name}-${suffix}`];
    return typeof value === 'string' ? value.trim() : '';
  };
  return { day: part('day'), month: part('month'), year: part('year') };
}

/** The day the parts mean; `undefined` when they mean none (31 February, letters, a year of two digits). */
export function dayFromParts(parts: DateParts): Day | undefined {
  if (!/^\d{1,2}$/.test(parts.day) || !/^\d{1,2}$/.test(parts.month) || !/^\d{4}$/.test(parts.year)) return undefined;
  try {
    return Temporal.PlainDate.from(
      { year: Number(parts.year), month: Number(parts.month), day: Number(parts.day) },
      { overflow: 'reject' },
    );
  } catch {
    return undefined;
  }
}

/** The parts of a day, for showing a stored day in a `DateInput`. */
export function partsOfDay(day: Day | undefined | null): DateParts {
  return day ? { day: `${day.day}`, month: `${day.month}`, year: `${day.year}` } : { day: '', month: '', year: '' };
}
