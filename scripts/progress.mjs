// What the start-up tells the person who waits: one line per step, with the seconds since the command was given.
// Plain JavaScript for Node 18 and later, like everything in this folder: it runs before Node 24 is there.

/** Carried from process to process, so that the seconds go on counting. */
process.env.TUNTAS_BEGAN_AT ??= String(Date.now());

const indonesian = /^id/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/** The text in the language of the terminal. */
export function inLanguage(text) {
  return indonesian ? text.id : text.en;
}

/** One step. Goes to the error stream: standard output belongs to the command (`--json`). */
export function tell(text) {
  const seconds = (Date.now() - Number(process.env.TUNTAS_BEGAN_AT)) / 1000;
  process.stderr.write(`[${seconds.toFixed(1).padStart(5)} s] ${inLanguage(text)}\n`);
}

/** A step that may take long: says every ten seconds that it still goes on. */
export async function tellWhile(text, work) {
  tell(text);
  const still = setInterval(() => tell({ id: `… masih: ${text.id}`, en: `… still: ${text.en}` }), 10_000);
  try {
    return await work();
  } finally {
    clearInterval(still);
  }
}

/** Ends the command with a sentence instead of a stack. */
export function giveUp(text) {
  process.stderr.write(`\n${inLanguage(text)}\n`);
  process.exit(1);
}
