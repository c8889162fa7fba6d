import type { Db } from './database.ts';

/**
 * A small memory per process and database for look-ups that nearly every page makes, and for counts that cost much and may be some minutes old.
 * Values may be as old as their time to live: another process may have changed what they tell meanwhile. Whoever asks while a value is being loaded waits
 * for the same one. A transaction is a database of its own here, so inside one nothing is stale.
 */
interface Entry {
  readonly value: Promise<unknown>;
  readonly until: number;
}

const MOST_ENTRIES = 20_000;
const memories = new WeakMap<Db, Map<string, Entry>>();

/** The value of `key`, loaded anew when it is older than `milliseconds`. What fails or finds nothing is not remembered. */
export function remembered<T>(db: Db, key: string, milliseconds: number, load: () => Promise<T>): Promise<T> {
  let memory = memories.get(db);
  if (memory === undefined) {
    memory = new Map();
    memories.set(db, memory);
  }
  const now = performance.now();
  const entry = memory.get(key);
  if (entry !== undefined && entry.until > now) return entry.value as Promise<T>;
  if (memory.size >= MOST_ENTRIES) memory.clear();
  const value = load();
  memory.set(key, { value, until: now + milliseconds });
  value.then(
    (found) => found === undefined && memory.delete(key),
    () => memory.delete(key),
  );
  return value;
}

/** Called after this process has changed what is remembered (the directory), so that the one who changed it sees it at once. */
export function forgetAll(db: Db): void {
  memories.delete(db);
}
