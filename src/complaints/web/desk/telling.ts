import type { LoadedFile } from '../telling/load-file.ts';
import type { Names } from '../telling/names.ts';
import type { Opened } from './opened.tsx';

/** A complaint with everything its page tells. */
export interface Telling extends Opened {
  readonly file: LoadedFile;
  readonly names: Names;
}
