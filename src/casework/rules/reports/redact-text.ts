/** Taking passages out of a text. What was there is gone, not covered: the rest is a new text. Pure. */
import { ok, type Result, refuse } from '../../../kernel/result.ts';

/** Stands where something was taken out. */
export const REDACTED = '[disamarkan]';

export const MOST_PASSAGES = 200;
/** A single letter would be taken out of every word. */
const SHORTEST_PASSAGE = 2;

export interface RedactedText {
  readonly text: string;
  /** How often something was taken out. */
  readonly hits: number;
}

export type RedactRefusal = 'case.passages-missing' | 'case.passages-too-many' | 'case.passage-too-short' | 'case.passage-absent';

/**
 * Every occurrence of every passage, in whatever letters and however its spaces and line ends fall (a letter read out of a PDF is broken
 * into lines elsewhere). Longer passages first, so that a short one does not break up a longer one. A passage that is nowhere is
 * refused: a typing mistake must not leave a name standing.
 */
export function redactText(text: string, passages: readonly string[]): Result<RedactedText, RedactRefusal> {
  const given = [...new Set(passages.map((passage) => passage.normalize('NFC').trim()).filter((passage) => passage !== ''))];
  if (given.length === 0) return refuse('case.passages-missing');
  if (given.length > MOST_PASSAGES) return refuse('case.passages-too-many');
  if (given.some((passage) => passage.length < SHORTEST_PASSAGE)) return refuse('case.passage-too-short');
  const original = text.normalize('NFC');
  if (given.some((passage) => !pattern([passage]).test(original))) return refuse('case.passage-absent');
  let hits = 0;
  const longestFirst = [...given].sort((one, other) => other.length - one.length);
  const redacted = original.replaceAll(pattern(longestFirst), () => {
    hits++;
    return REDACTED;
  });
  return ok({ text: redacted, hits });
}

function pattern(passages: readonly string[]): RegExp {
  const alternatives = passages.map((passage) =>
    passage
      .split(/\s+/u)
      .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
      .join('\\s+'),
  );
  return new RegExp(alternatives.join('|'), 'giu');
}
