import { availableParallelism, cpus } from 'node:os';

/** What a figure depends on; every line carries it, so that a line torn from its file still says where it comes from. */
export function environment(): Readonly<Record<string, string | number>> {
  return {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'unknown',
    node: process.version,
    at: new Date().toISOString(),
  };
}

/** A figure with what it is held against: `at-least` for rates, `at-most` for losses. */
export interface Figure {
  readonly bench: string;
  readonly case: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number;
  readonly met: boolean;
  readonly [more: string]: unknown;
}

let isBroken = false;

/**
 * Prints one line of JSON.
 *
 * @param binding whether a missed limit fails the run; an aim for other hardware does not
 */
export function print(figure: Figure, binding = true): void {
  process.stdout.write(`${JSON.stringify({ ...figure, ...environment() })}\n`);
  if (binding && !figure.met) isBroken = true;
}

/** What happens meanwhile, for whoever watches. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Runs a benchmark: exit code 1 when a binding limit was missed, 2 when it could not be measured at all. */
export async function runBench(bench: () => Promise<void>): Promise<void> {
  try {
    await bench();
    process.exitCode = isBroken ? 1 : 0;
  } catch (error) {
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 2;
  }
}

/** Rounded to three significant places behind the point at most: more would pretend to know. */
export function rounded(value: number): number {
  return Number(value.toFixed(value < 10 ? 3 : 1));
}
