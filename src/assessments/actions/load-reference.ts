import { Temporal } from '../../kernel/time.ts';
import type { Db } from '../../platform/database/database.ts';
import { SHIPPED_INSTRUMENTS } from '../data/shipped.ts';
import { instrumentLines } from '../store/instruments.ts';
import { insertShipped } from '../store/save-instruments.ts';

/** docs/decisions/0020-instruments-are-values.md: what was shipped, and why so. */
const DECIDED_BY = 'Keputusan Tuntas 0020';
const DECIDED_ON = Temporal.PlainDate.from('2026-11-21');

/**
 * Puts the shipped instruments into a database, published. May be run any number of times: a version that is there is never touched,
 * also when a newer Tuntas would write it otherwise; what Tuntas knows better comes as a version of its own.
 */
export async function loadReference(db: Db): Promise<{ what: string; count: number }[]> {
  const known = new Set((await instrumentLines(db)).map(({ id, version }) => `${id}@${version}`));
  const missing = SHIPPED_INSTRUMENTS.filter(({ id, version }) => !known.has(`${id}@${version}`));
  // A migration has no clock handed to it: when the instruments were loaded is a fact about the machine, no rule asks for it.
  await insertShipped(db, missing, { decidedBy: DECIDED_BY, decidedOn: DECIDED_ON, at: Temporal.Now.instant() });
  return [{ what: 'instruments', count: known.size + missing.length }];
}
