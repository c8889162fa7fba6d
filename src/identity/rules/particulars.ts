import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type Day, Temporal } from '../../kernel/time.ts';
import type { ParticularsFault } from './refusals.ts';

/**
 * Who brings a case to the Ombudsman, as the formal requirements ask: UU 37/2008 Pasal 24(1) (full name, place and date of birth,
 * marital status, occupation, full address) and PO 2/2009 Pasal 4 (a copy of an identity card, kept as a sealed file).
 *
 * Every field is optional here: a letter that lacks one is recorded as it came, and what is missing is asked back.
 */
export interface Particulars {
  readonly name?: string;
  readonly birthPlace?: string;
  /** ISO day. */
  readonly bornOn?: string;
  readonly maritalStatus?: MaritalStatus;
  readonly occupation?: string;
  readonly address?: string;
}

export const MARITAL_STATUSES = ['single', 'married', 'divorced', 'widowed'] as const;
export type MaritalStatus = (typeof MARITAL_STATUSES)[number];

/** What of the formal requirements is there. Not personal data by itself: it may be read without opening the seal. */
export const PARTICULARS_FIELDS = ['name', 'birthPlace', 'bornOn', 'maritalStatus', 'occupation', 'address'] as const;
export type ParticularsField = (typeof PARTICULARS_FIELDS)[number];
export type GivenParticular = ParticularsField | 'idCopy';

/** What someone typed; empty and missing are the same. */
export type ParticularsInput = Readonly<Partial<Record<ParticularsField, string | null | undefined>>>;

const LONGEST: Readonly<Record<'name' | 'birthPlace' | 'occupation' | 'address', number>> = {
  name: 200,
  birthPlace: 100,
  occupation: 100,
  address: 500,
};

/** Nobody alive was born earlier; a mistyped century is told apart from a real day. */
const EARLIEST_YEAR = 1900;

/**
 * Reads typed particulars. Faults name the field and never repeat what was typed.
 *
 * @param bornOn of the input: an ISO day
 * @param asked `complete`: every field must be there; `today`: nobody is born after it
 * @returns `undefined` as value when nothing at all was given
 */
export function checkParticulars(
  input: ParticularsInput,
  asked: { readonly complete: boolean; readonly today: Day },
): Result<Particulars | undefined, readonly ParticularsFault[]> {
  const faults: ParticularsFault[] = [];
  const given: Partial<Record<ParticularsField, string>> = {};
  for (const field of PARTICULARS_FIELDS) {
    const text = oneLine(input[field] ?? '');
    if (text !== '') given[field] = text;
    else if (asked.complete) faults.push(`${field}-missing`);
  }
  for (const [field, most] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][]) {
    if ((given[field]?.length ?? 0) > most) faults.push(`${field}-too-long`);
  }
  if (given.bornOn !== undefined && !isBirthday(given.bornOn, asked.today)) faults.push('bornOn-invalid');
  const { maritalStatus, ...rest } = given;
  const status = MARITAL_STATUSES.find((each) => each === maritalStatus);
  if (maritalStatus !== undefined && status === undefined) faults.push('maritalStatus-missing');
  if (faults.length > 0) return refuse([...new Set(faults)]);
  if (Object.keys(given).length === 0) return ok(undefined);
  return ok(status === undefined ? rest : { ...rest, maritalStatus: status });
}

/** Which fields hold something. */
export function fieldsGiven(particulars: Particulars | undefined): ParticularsField[] {
  return PARTICULARS_FIELDS.filter((field) => particulars?.[field] !== undefined);
}

const oneLine = (typed: string): string => typed.normalize('NFC').replace(/\s+/g, ' ').trim();

function isBirthday(text: string, today: Day): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' });
    return day.year >= EARLIEST_YEAR && Temporal.PlainDate.compare(day, today) < 0;
  } catch {
    return false;
  }
}
