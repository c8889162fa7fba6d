import { z } from 'zod';
import type { Instrument } from './instrument.ts';
import { instrumentShape } from './instrument-file.ts';
import type { RawData } from './raw-data.ts';
import type { ResultLine } from './result.ts';

/**
 * The published raw data of a round as one file: lines of JSON. First the round with its complete instrument version; then for each
 * published assessment two lines, the raw data (whose SHA-256, without the line's end, stands in the publication) and the published
 * result; at the end how many there were and the SHA-256 of everything before.
 *
 * The same publications give the same file, byte by byte.
 */
export interface RoundHeader {
  readonly kind: 'round';
  readonly format: 1;
  readonly round: string;
  readonly title: string;
  readonly year: number;
  readonly isExample: boolean;
  readonly instrument: Instrument;
  readonly assessments: number;
}

export interface PublishedLine {
  readonly kind: 'result';
  readonly assessment: string;
  readonly version: number;
  readonly publishedAt: string;
  /** Of a correction. */
  readonly reason: string | null;
  readonly rawSha256: string;
  readonly lines: readonly ResultLine[];
}

export interface RoundEnd {
  readonly kind: 'end';
  readonly assessments: number;
  readonly sha256: string;
}

const text = z.string().max(2000);
const label = z.strictObject({ id: text, en: text });
const count = z.int().min(0);
const value = z.string().max(60);
const sheetKind = z.enum(['product', 'unit', 'officer', 'complaint-officer', 'user', 'agency']);

export const headerShape: z.ZodType<RoundHeader> = z.strictObject({
  kind: z.literal('round'),
  format: z.literal(1),
  round: text,
  title: text,
  year: z.int(),
  isExample: z.boolean(),
  instrument: instrumentShape,
  assessments: count,
});

export const rawShape: z.ZodType<RawData> = z.strictObject({
  kind: z.literal('assessment'),
  format: z.literal(1),
  assessment: text,
  version: z.int().min(1),
  round: text,
  year: z.int(),
  instrument: z.strictObject({ id: text, version: z.int() }),
  agency: z.strictObject({ code: text, name: text, kind: text, region: text.nullable() }),
  units: z.array(
    z.strictObject({
      unit: count,
      agency: text,
      name: text,
      locus: label.nullable(),
      tallies: z.record(
        text,
        z.strictObject({ counts: z.array(z.tuple([value, count])), notApplicable: count, unanswered: count }),
      ),
      smallGroups: z.array(z.strictObject({ kind: sheetKind, people: count })),
      sheets: z.array(
        z.strictObject({
          sheet: count,
          kind: sheetKind,
          service: text.nullable(),
          answers: z.record(text, value.nullable()),
          evidence: z.record(text, z.array(z.string().max(128))),
        }),
      ),
      secondary: z.array(
        z.strictObject({ indicator: text, measure: text, value: value.nullable(), source: text, rowsAt: text.nullable() }),
      ),
    }),
  ),
});

const exact = z.string().max(1000).nullable();

export const resultShape: z.ZodType<PublishedLine> = z.strictObject({
  kind: z.literal('result'),
  assessment: text,
  version: z.int().min(1),
  publishedAt: text,
  reason: z.string().nullable(),
  rawSha256: text,
  lines: z.array(
    z.strictObject({
      unitNo: count,
      exact,
      score: exact,
      category: text.nullable(),
      zone: z.enum(['hijau', 'kuning', 'merah']).nullable(),
      label: label.nullable(),
      complete: z.boolean(),
      nodes: z.array(
        z.strictObject({ level: z.enum(['dimension', 'variable', 'indicator']), code: text, score: exact, answered: count }),
      ),
    }),
  ),
});

export const endShape: z.ZodType<RoundEnd> = z.strictObject({ kind: z.literal('end'), assessments: count, sha256: text });
