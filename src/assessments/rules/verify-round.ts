import { createHash } from 'node:crypto';
import type { Label } from '../../kernel/language.ts';
import type { Instrument } from './instrument.ts';
import { judgeInstrument } from './judge-instrument.ts';
import type { RawData } from './raw-data.ts';
import { type Difference, type RawFault, recompute } from './recompute.ts';
import { endShape, headerShape, type PublishedLine, rawShape, resultShape } from './round-file.ts';

/** Something about the file itself. */
export interface FileFault {
  readonly code:
    | 'not-json'
    | 'no-header'
    | 'unknown-format'
    | 'instrument-unsound'
    | 'unreadable-line'
    | 'other-round'
    | 'hash'
    | 'file-hash'
    | 'no-result'
    | 'no-raw-data'
    | 'twice'
    | 'count'
    | 'no-end'
    | 'after-end';
  /** From 1. */
  readonly line: number;
  readonly agency: string | null;
  readonly expected: string | null;
  readonly found: string | null;
}

export interface RoundVerdict {
  /** Every published number follows from the raw data, and the file is whole. */
  readonly ok: boolean;
  readonly round: string | null;
  readonly title: string | null;
  readonly year: number | null;
  readonly assessments: number;
  /** Scores, those of indicators included, that were computed anew. */
  readonly recomputed: number;
  /** SHA-256 of each assessment's raw data, as the pages of the results show it. */
  readonly hashes: readonly { readonly agency: string; readonly version: number; readonly sha256: string }[];
  readonly differences: readonly Difference[];
  readonly faults: readonly (FileFault | RawFault)[];
}

/** What nobody learns from recomputing. Said wherever a verdict is. */
export const NOT_PROVEN: readonly Label[] = [
  {
    id: 'Apakah jawaban sesuai dengan keadaan di lapangan: yang diperiksa hanya hitungannya.',
    en: 'Whether the answers are true to what is there: only the arithmetic is checked.',
  },
  {
    id: 'Apakah bukti mendukung jawaban: berkas ini memuat sidik berkas bukti, bukan isinya.',
    en: 'Whether the evidence supports the answers: the file holds hashes of the evidence, not the evidence.',
  },
  {
    id: 'Jawaban perorangan: jawaban petugas dan pengguna hanya ada sebagai hitungan.',
    en: 'Single answers of people: officers and users are there as counts alone.',
  },
  {
    id: 'Apakah berkas ini yang diterbitkan: bandingkan sidiknya dengan yang tercantum di halaman hasil.',
    en: 'Whether this is the file that was published: compare its hashes with those on the pages of the results.',
  },
];

/** As many are kept; whoever meets more knows enough. */
const MOST = 10_000;

/** Reads the lines of a round file, one after another; nothing but one assessment is kept at a time. */
export class RoundVerifier {
  readonly #hash = createHash('sha256');
  readonly #differences: Difference[] = [];
  readonly #faults: (FileFault | RawFault)[] = [];
  readonly #hashes: { agency: string; version: number; sha256: string }[] = [];
  readonly #seen = new Set<string>();
  #line = 0;
  #announced = 0;
  #assessments = 0;
  #recomputed = 0;
  #header: { round: string; title: string; year: number; instrument: Instrument } | undefined;
  #waiting: { raw: RawData; sha256: string } | undefined;
  #ended = false;

  /** One line without its end. */
  take(line: string): void {
    this.#line += 1;
    if (line === '' && this.#ended) return;
    const before = this.#ended ? '' : this.#hash.copy().digest('hex');
    this.#hash.update(`${line}\n`, 'utf8');
    const json = parse(line);
    if (json === undefined) this.#fault('not-json');
    else if (this.#ended) this.#fault('after-end');
    else if (this.#line === 1) this.#begin(json);
    else if (!this.#header) return;
    else if (kindOf(json) === 'assessment') this.#raw(json, line);
    else if (kindOf(json) === 'result') this.#result(json);
    else if (kindOf(json) === 'end') this.#end(json, before);
    else this.#fault('unreadable-line');
  }

  finish(): RoundVerdict {
    this.#lonely();
    if (!this.#header && this.#line === 0) this.#fault('no-header');
    if (this.#header && !this.#ended) this.#fault('no-end');
    return {
      ok: this.#faults.length === 0 && this.#differences.length === 0,
      round: this.#header?.round ?? null,
      title: this.#header?.title ?? null,
      year: this.#header?.year ?? null,
      assessments: this.#assessments,
      recomputed: this.#recomputed,
      hashes: this.#hashes,
      differences: this.#differences,
      faults: this.#faults,
    };
  }

  #begin(json: unknown) {
    if (kindOf(json) !== 'round') return this.#fault('no-header');
    const read = headerShape.safeParse(json);
    if (!read.success) return this.#fault('unknown-format', { found: read.error.issues[0]?.path.join('.') ?? null });
    const { instrument } = read.data;
    const problems = judgeInstrument(instrument);
    if (problems.length > 0) return this.#fault('instrument-unsound', { found: `${instrument.id}@${instrument.version}` });
    this.#header = read.data;
    this.#announced = read.data.assessments;
  }

  #raw(json: unknown, line: string) {
    this.#lonely();
    const read = rawShape.safeParse(json);
    if (!read.success) return this.#fault('unreadable-line', { found: read.error.issues[0]?.path.join('.') ?? null });
    const raw = read.data;
    const agency = raw.agency.code;
    if (raw.round !== this.#header?.round)
      this.#fault('other-round', { agency, expected: this.#header?.round, found: raw.round });
    if (this.#seen.has(raw.assessment)) this.#fault('twice', { agency });
    this.#seen.add(raw.assessment);
    this.#waiting = { raw, sha256: createHash('sha256').update(line, 'utf8').digest('hex') };
  }

  #result(json: unknown) {
    const read = resultShape.safeParse(json);
    if (!read.success) return this.#fault('unreadable-line', { found: read.error.issues[0]?.path.join('.') ?? null });
    const published: PublishedLine = read.data;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (!waiting || waiting.raw.assessment !== published.assessment)
      return this.#fault('no-raw-data', { found: published.assessment });
    const { raw, sha256 } = waiting;
    const agency = raw.agency.code;
    if (sha256 !== published.rawSha256) this.#fault('hash', { agency, expected: sha256, found: published.rawSha256 });
    if (raw.version !== published.version) {
      this.#fault('hash', { agency, expected: String(raw.version), found: String(published.version) });
    }
    this.#assessments += 1;
    this.#hashes.push({ agency, version: published.version, sha256 });
    const { differences, faults, recomputed } = recompute(this.#header?.instrument as Instrument, raw, published.lines);
    this.#recomputed += recomputed;
    this.#differences.push(...differences.slice(0, MOST - this.#differences.length));
    this.#faults.push(...faults.slice(0, MOST - this.#faults.length));
  }

  #end(json: unknown, before: string) {
    this.#lonely();
    this.#ended = true;
    const read = endShape.safeParse(json);
    if (!read.success) return this.#fault('unreadable-line');
    const { assessments, sha256 } = read.data;
    if (sha256 !== before) this.#fault('file-hash', { expected: before, found: sha256 });
    for (const said of new Set([assessments, this.#announced])) {
      if (said !== this.#assessments) this.#fault('count', { expected: String(this.#assessments), found: String(said) });
    }
  }

  /** Raw data that no result follows. */
  #lonely(): void {
    if (this.#waiting) this.#fault('no-result', { agency: this.#waiting.raw.agency.code });
    this.#waiting = undefined;
  }

  #fault(code: FileFault['code'], more: { agency?: string; expected?: string | undefined; found?: string | null } = {}): void {
    if (this.#faults.length >= MOST) return;
    const { agency = null, expected = null, found = null } = more;
    this.#faults.push({ code, line: this.#line, agency, expected, found });
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function kindOf(json: unknown): unknown {
  return typeof json === 'object' && json !== null && 'kind' in json ? json.kind : undefined;
}
