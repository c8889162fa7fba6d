/** What a command was given cannot be used: 2, as shells do for a program called wrongly. */
const MISUSED = 2;

/** Says what is wrong with what was given, and lets the command end with exit code 2. */
export function misused(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = MISUSED;
}

/** For commander's own refusals (an unknown option, a missing value), after it has told them. */
export function exitAsMisused(fault: { readonly exitCode: number }): never {
  process.exit(fault.exitCode === 0 ? 0 : MISUSED);
}
