import { z } from 'zod';
import { type Basis, isRegulationId, type RegulationId } from '../../law/index.ts';
import { type FileProblem, fileProblems } from './file-problems.ts';
import { type Instrument, LEVELS, SHEET_KINDS } from './instrument.ts';

/**
 * An instrument version as a JSON file: the value itself, every field named, nothing besides. This checks its form alone; whether the
 * weights add up and the bands fit is `judgeInstrument`. Numbers are texts, so that they stay exact. The order of the fields below is
 * the order they are written in: an export of an import is the same file, byte by byte.
 */
const text = z.string().max(2000);
const label = z.strictObject({ id: text, en: text });
const number = z.string().max(40);
const code = z.string().max(60);

const basis: z.ZodType<Basis> = z.union([
  z.strictObject({
    regulation: z.custom<RegulationId>((id) => typeof id === 'string' && isRegulationId(id), { params: { regulation: true } }),
    place: z.string().max(200).exactOptional(),
  }),
  z.strictObject({ decision: z.string().max(20) }),
  z.strictObject({ document: text }),
]);
const standing = z.strictObject({ confirmed: z.boolean(), basis: basis.nullable(), note: label.nullable() });

const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('yes-no'), good: z.enum(['yes', 'no']) }),
  z.strictObject({ kind: z.literal('interval'), max: z.int() }),
  z.strictObject({ kind: z.literal('scale'), min: z.int(), max: z.int(), good: z.enum(['high', 'low']) }),
  z.strictObject({ kind: z.literal('number'), worst: number, best: number, unit: label }),
  z.strictObject({ kind: z.literal('share'), good: z.enum(['high', 'low']) }),
  z.strictObject({
    kind: z.literal('choice'),
    options: z.array(z.strictObject({ code, label, points: number })).max(50),
  }),
]);

const indicator = z.strictObject({
  code,
  name: label,
  question: label,
  weight: number,
  standing,
  answer,
  from: z.enum(SHEET_KINDS),
  measure: z.string().max(100).nullable(),
  evidence: z.enum(['none', 'optional', 'required']),
  mayNotApply: z.boolean(),
  improvement: label,
  component: code.nullable(),
});
const variable = z.strictObject({ code, name: label, weight: number, standing, indicators: z.array(indicator).max(200) });
const dimension = z.strictObject({
  code,
  name: label,
  weight: number,
  per: z.enum(['unit', 'agency']),
  role: z.enum(['score', 'qualifier']),
  standing,
  variables: z.array(variable).max(50),
});
const band = z.strictObject({
  from: number,
  category: code,
  zone: z.enum(['hijau', 'kuning', 'merah']).nullable(),
  shade: z.literal('dark').nullable(),
  label,
  standing,
});
const decimals = z.int().exactOptional();
const sheets = z.partialRecord(z.enum(SHEET_KINDS), z.int());

export const instrumentShape: z.ZodType<Instrument> = z.strictObject({
  id: code,
  version: z.int().min(1).max(9999),
  title: label,
  summary: label,
  years: z.strictObject({ from: z.int().min(1900).max(2200), until: z.int().min(1900).max(2200).nullable() }),
  basis: z.array(basis).max(20),
  dimensions: z.array(dimension).max(30),
  rounding: z.strictObject(
    Object.fromEntries(LEVELS.map((level) => [level, decimals])) as Record<(typeof LEVELS)[number], typeof decimals>,
  ),
  agencyScore: z.strictObject({ method: z.literal('mean-of-units'), standing }),
  bands: z.array(band).max(30),
  unitBands: z.array(band).max(30).nullable(),
  qualifier: z
    .strictObject({
      dimension: code,
      steps: z.array(z.strictObject({ from: number, adds: label })).max(20),
      whenNothing: label.nullable(),
      standing,
    })
    .nullable(),
  shortBelow: z.strictObject({ documents: number, people: number, standing }),
  fieldwork: z.strictObject({
    loci: z
      .array(
        z.strictObject({
          agencyKinds: z.array(code).max(30),
          office: code,
          name: label,
          count: z.int(),
          sheets: sheets.exactOptional(),
        }),
      )
      .max(100),
    sheets,
    standing,
  }),
});

export type InstrumentReading =
  | { readonly instrument: Instrument; readonly problems: readonly [] }
  | { readonly instrument: null; readonly problems: readonly FileProblem[] };

/** An instrument from what a file or a request holds, its fields in their order; or everything that is wrong with its form. */
export function readInstrument(value: unknown): InstrumentReading {
  const read = instrumentShape.safeParse(value, { reportInput: true });
  return read.success ? { instrument: read.data, problems: [] } : { instrument: null, problems: fileProblems(read.error.issues) };
}

/** The file of an instrument: readable JSON that `readInstrument` reads back as the same value, and that differs only where values do. */
export function writeInstrument(instrument: Instrument): string {
  return `${JSON.stringify(instrumentShape.parse(instrument), null, 2)}\n`;
}
