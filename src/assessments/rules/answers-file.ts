import { z } from 'zod';
import type { Answers } from './answers.ts';
import { type FileProblem, fileProblems } from './file-problems.ts';
import { SHEET_KINDS } from './instrument.ts';

/** The answers of one agency as a JSON file; see docs/assessment-answers.md. Codes and values are checked by `tally`. */
const written = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);
const sheet = z.strictObject({ kind: z.enum(SHEET_KINDS), answers: z.record(z.string().max(60), written) });
const answersShape: z.ZodType<Answers> = z.strictObject({
  agency: z.string().min(1).max(200),
  units: z.array(z.strictObject({ unit: z.string().min(1).max(200), sheets: z.array(sheet).max(5000) })).max(5000),
  sheets: z.array(sheet).max(5000).exactOptional(),
});

export type AnswersReading =
  | { readonly answers: Answers; readonly problems: readonly [] }
  | { readonly answers: null; readonly problems: readonly FileProblem[] };

export function readAnswers(value: unknown): AnswersReading {
  const read = answersShape.safeParse(value, { reportInput: true });
  return read.success ? { answers: read.data, problems: [] } : { answers: null, problems: fileProblems(read.error.issues) };
}
