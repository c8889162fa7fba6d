import type { Readable } from 'node:stream';
import { RefusedRequest } from './refused-request.ts';

/** A file as it came with a form. It lies in the spool until the request has been answered, then it is gone. */
export interface Upload {
  readonly field: string;
  /** The name on the sender's device, without folders and control characters; only ever shown, never used as a path. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
  bytes(): Promise<Uint8Array>;
  stream(): Readable;
}

/** A file that was not taken. Everything else of the form is there, so that the page can show it again. */
export interface RefusedUpload {
  readonly field: string;
  readonly name: string;
  readonly reason: 'too-large' | 'too-many' | 'empty';
}

/** A submitted form. Line breaks are `\n`; there are no NUL characters and no broken UTF-8 in it. */
export class Form {
  readonly #values: ReadonlyMap<string, readonly string[]>;
  readonly #uploads: readonly Upload[];
  readonly refusedUploads: readonly RefusedUpload[];

  constructor(
    values: ReadonlyMap<string, readonly string[]>,
    uploads: readonly Upload[] = [],
    refusedUploads: readonly RefusedUpload[] = [],
  ) {
    this.#values = values;
    this.#uploads = uploads;
    this.refusedUploads = refusedUploads;
  }

  /** The one value of a field as typed, `''` when it did not come. A field that came twice is a malformed request. */
  text(name: string): string {
    const values = this.all(name);
    if (values.length > 1) throw new RefusedRequest('malformed');
    return values[0] ?? '';
  }

  /** All values of a field, for check boxes. */
  all(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  uploads(field: string): readonly Upload[] {
    return this.#uploads.filter((upload) => upload.field === field);
  }

  allUploads(): readonly Upload[] {
    return this.#uploads;
  }

  /** Everything that was typed, without the platform's own fields (`_csrf`, `_once`), to show it again or to parse it. */
  typed(): Readonly<Record<string, string | readonly string[]>> {
    const typed: Record<string, string | readonly string[]> = Object.create(null);
    for (const [name, values] of this.#values) {
      if (!name.startsWith('_')) typed[name] = values.length === 1 ? (values[0] ?? '') : values;
    }
    return typed;
  }
}
