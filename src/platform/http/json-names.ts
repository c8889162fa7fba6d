/**
 * Whether an object in a JSON text gives a name twice (RFC 7493 forbids it: one reader takes the first, another the last, and with
 * `"anonymous": true, "anonymous": false` somebody would be exposed).
 *
 * @param text must be valid JSON
 */
export function hasRepeatedNames(text: string): boolean {
  const open: (Set<string> | null)[] = [];
  let last = '';
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const names = open.at(-1);
      const name = JSON.parse(last) as string;
      if (names?.has(name)) return true;
      names?.add(name);
    } else last = token;
  }
  return false;
}
