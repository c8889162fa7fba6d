/** Versions of instruments, read. Writing: save-instruments.ts. */
import { sql } from 'kysely';
import type { Label } from '../../kernel/language.ts';
import type { Day, Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Instrument } from '../rules/instrument.ts';
import type { AssessmentTables, InstrumentsTable } from './tables.ts';

export type InstrumentState = InstrumentsTable['state'];

/** An instrument version with what is known of it besides its content. */
export interface InstrumentRecord {
  readonly id: string;
  readonly version: number;
  readonly state: InstrumentState;
  readonly instrument: Instrument;
  /** What changed of the version before and why. */
  readonly changeNote: string | null;
  /** The decree or decision by which it holds. */
  readonly decidedBy: string | null;
  readonly decidedOn: Day | null;
  /** Counts the savings of a draft: who saves says which one they saw. */
  readonly revision: number;
  readonly editedAt: Moment;
  readonly publishedAt: Moment | null;
  readonly origin: 'shipped' | 'people';
}

/** A line of a list: without the content. */
export interface InstrumentLine extends Omit<InstrumentRecord, 'instrument'> {
  readonly title: Label;
  readonly years: Instrument['years'];
}

const COLUMNS = [
  'id',
  'version',
  'state',
  'change_note',
  'decided_by',
  'decided_on',
  'revision',
  'edited_at',
  'published_at',
  'origin',
] as const;

/** The content of a version, whatever its state; `null` when there is none. */
export async function instrumentVersion(db: Db, id: string, version: number): Promise<Instrument | null> {
  const row = await instruments(db).select('body').where('id', '=', id).where('version', '=', version).executeTakeFirst();
  return row?.body ?? null;
}

export async function instrumentRecord(db: Db, id: string, version: number): Promise<InstrumentRecord | null> {
  const row = await instruments(db)
    .select([...COLUMNS, 'body'])
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? { ...particulars(row), instrument: row.body } : null;
}

/** The same, and nobody else may change it until the transaction ends. */
export async function lockInstrument(tx: Tx, id: string, version: number): Promise<InstrumentRecord | null> {
  const row = await instruments(tx)
    .select([...COLUMNS, 'body'])
    .where('id', '=', id)
    .where('version', '=', version)
    .forUpdate()
    .executeTakeFirst();
  return row ? { ...particulars(row), instrument: row.body } : null;
}

/** All versions: the latest years first, and of each instrument the latest version. `states`: those that may be seen. */
export async function instrumentLines(
  db: Db,
  filter: { readonly states?: readonly InstrumentState[]; readonly id?: string } = {},
): Promise<readonly InstrumentLine[]> {
  const rows = await instruments(db)
    .select([...COLUMNS, sql<Label>`body -> 'title'`.as('title'), sql<Instrument['years']>`body -> 'years'`.as('years')])
    .$if(filter.states !== undefined, (query) => query.where('state', 'in', [...(filter.states ?? [])]))
    .$if(filter.id !== undefined, (query) => query.where('id', '=', filter.id ?? ''))
    .orderBy(sql`(body -> 'years' ->> 'from')::int`, 'desc')
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({ ...particulars(row), title: row.title, years: row.years }));
}

/** What is in force: published versions with their content, for rounds to choose from and for the zone of a year. */
export async function publishedInstruments(db: Db): Promise<readonly Instrument[]> {
  const rows = await instruments(db).select('body').where('state', '=', 'published').orderBy('id').orderBy('version').execute();
  return rows.map((row) => row.body);
}

/** The published (or retired) version that came before, with which a version is compared. */
export async function versionBefore(db: Db, id: string, version: number): Promise<Instrument | null> {
  const row = await instruments(db)
    .select('body')
    .where('id', '=', id)
    .where('version', '<', version)
    .where('state', '<>', 'draft')
    .orderBy('version', 'desc')
    .executeTakeFirst();
  return row?.body ?? null;
}

function instruments(db: Db) {
  return db.withTables<AssessmentTables>().selectFrom('assessments.instruments');
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly state: InstrumentState;
  readonly change_note: string | null;
  readonly decided_by: string | null;
  readonly decided_on: Day | null;
  readonly revision: number;
  readonly edited_at: Moment;
  readonly published_at: Moment | null;
  readonly origin: 'shipped' | 'people';
}

function particulars(row: Row): Omit<InstrumentRecord, 'instrument'> {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    changeNote: row.change_note,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
    revision: row.revision,
    editedAt: row.edited_at,
    publishedAt: row.published_at,
    origin: row.origin,
  };
}
