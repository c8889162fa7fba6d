/** The device's database: opaque names and sealed bytes. Every write is finished before it is told to be. */
import type { Sealed, VaultLock } from './vault.ts';

/** What is kept in the clear: the lock, wrong tries, and how much waits, so that "forgot the PIN" can say what would be lost. */
export interface DeviceMeta {
  readonly lock: VaultLock;
  readonly failures: number;
  readonly failedAt: number;
  readonly waiting: { readonly answers: number; readonly files: number };
  readonly language: 'id' | 'en';
}

/** `put` and `drop` in one go: all of it is kept, or nothing. */
export interface Batch {
  readonly records?: Readonly<Record<string, Sealed | null>>;
  readonly blobs?: Readonly<Record<string, Sealed | null>>;
  readonly meta?: DeviceMeta | null;
}

const NAME = 'tuntas-field';
const STORES = ['meta', 'records', 'blobs'] as const;
const META = 'device';

export interface DeviceDatabase {
  meta(): Promise<DeviceMeta | undefined>;
  records(): Promise<ReadonlyMap<string, Sealed>>;
  blob(name: string): Promise<Sealed | undefined>;
  write(batch: Batch): Promise<void>;
  /** Everything, for ever. */
  wipe(): Promise<void>;
}

export async function openDatabase(): Promise<DeviceDatabase> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => {
      for (const store of STORES) opening.result.createObjectStore(store);
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('no database'));
  });
  const read = <T>(store: (typeof STORES)[number], ask: (from: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const asking = ask(db.transaction(store).objectStore(store));
      asking.onsuccess = () => resolve(asking.result);
      asking.onerror = () => reject(asking.error ?? new Error('not read'));
    });
  return {
    meta: () => read<DeviceMeta | undefined>('meta', (from) => from.get(META)),
    async records() {
      const [names, values] = await Promise.all([
        read('records', (from) => from.getAllKeys()),
        read<Sealed[]>('records', (from) => from.getAll()),
      ]);
      return new Map(names.map((name, place) => [String(name), values[place] as Sealed]));
    },
    blob: (name) => read<Sealed | undefined>('blobs', (from) => from.get(name)),
    write: (batch) => write(db, batch),
    wipe: () =>
      write(db, { meta: null }, (transaction) => {
        for (const store of STORES) transaction.objectStore(store).clear();
      }),
  };
}

function write(db: IDBDatabase, batch: Batch, more?: (transaction: IDBTransaction) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    // Strict: what is told to be kept is on the disk, not in a buffer that dies with the browser.
    const transaction = db.transaction([...STORES], 'readwrite', { durability: 'strict' });
    const put = (store: 'records' | 'blobs', entries: Readonly<Record<string, Sealed | null>> = {}) => {
      for (const [name, sealed] of Object.entries(entries)) {
        if (sealed === null) transaction.objectStore(store).delete(name);
        else transaction.objectStore(store).put(sealed, name);
      }
    };
    put('records', batch.records);
    put('blobs', batch.blobs);
    if (batch.meta === null) transaction.objectStore('meta').delete(META);
    else if (batch.meta) transaction.objectStore('meta').put(batch.meta, META);
    more?.(transaction);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('not written'));
    transaction.onerror = () => reject(transaction.error ?? new Error('not written'));
  });
}
