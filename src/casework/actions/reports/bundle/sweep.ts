import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes that pass before what is behind them is swept up. */
const EVERY = 2 * 1024 * 1024;

let collect: ((options: { readonly type: 'minor' }) => void) | undefined;

/**
 * Keeps the pieces that have been sent from piling up. A file that is decrypted leaves several times its size in buffers behind; they lie
 * outside of the heap, where the collector notices them only after some hundred megabytes. A collection of the young generation every two
 * megabytes takes a millisecond or two and keeps the process small, whatever the size of the file (bench `bundle`).
 */
export class Sweeper {
  #passed = 0;

  pass(bytes: number): void {
    this.#passed += bytes;
    if (this.#passed < EVERY) return;
    this.#passed = 0;
    collect ??= exposed();
    collect({ type: 'minor' });
  }
}

/** The collector without a flag on the command line, which whoever starts the app would have to know of. */
function exposed(): (options: { readonly type: 'minor' }) => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as (options: { readonly type: 'minor' }) => void;
}
