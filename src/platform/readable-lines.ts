/** Turns one JSON line of the log into a line for a person at a terminal: `10:00:00 warn  message  key=value`. */
export function readableLines(line: string): string {
  const { time, level, msg, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const at = new Date(String(time)).toTimeString().slice(0, 8);
  const fields = Object.entries(rest).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return `${[at, String(level).padEnd(5), String(msg ?? ''), ...fields].join(' ').trimEnd()}\n`;
}
