import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes that pass before what is behind them is swept up. */
const EVERY = 2 * 1024 * 1024;
/** V8's own default. */
const USUAL_GROWTH = 2;

type Collect = (options: { readonly type: 'minor' | 'major'; readonly execution?: 'async' }) => unknown;
let collect: Collect | undefined;
let sweeping = 0;

/**
 * Keeps the process small while a bundle is packed, whatever the size of the files (bench `bundle`).
 *
 * A file that is decrypted leaves several times its size in buffers behind; they lie outside of the heap, where the collector notices them only
 * after some hundred megabytes: a collection of the young generation every two megabytes takes a millisecond or two. And the index, set in one go,
 * makes so much at once that the young generation would grow to its largest and stay there: meanwhile it keeps the size it has.
 */
export class Sweeper {
  #passed = 0;
  #isSweeping = false;

  pass(bytes: number): void {
    if (!this.#isSweeping) {
      this.#isSweeping = true;
      sweeping += 1;
      setGrowth(1);
    }
    this.#passed += bytes;
    if (this.#passed < EVERY) return;
    this.#passed = 0;
    collect ??= exposed();
    collect({ type: 'minor' });
  }

  /** The bundle is over, or nobody reads it any more. */
  end(): void {
    if (!this.#isSweeping) return;
    this.#isSweeping = false;
    sweeping -= 1;
    if (sweeping === 0) setGrowth(USUAL_GROWTH);
    // What grew old meanwhile is as useless now; not in the way of anybody's answer.
    collect?.({ type: 'major', execution: 'async' });
  }
}

function setGrowth(factor: number): void {
  setFlagsFromString(`--semi-space-growth-factor=${factor}`);
}

/** The collector without a flag on the command line, which whoever starts the app would have to know of. */
function exposed(): Collect {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as Collect;
}
