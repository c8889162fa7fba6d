import { z } from 'zod';
import { type SignedRoot, signedRoot } from './signed-root.ts';

const kept = z.union([
  signedRoot.transform((root) => [root]),
  z.array(signedRoot),
  z.object({ roots: z.array(signedRoot) }).transform(({ roots }) => roots),
]);

/**
 * The roots in a file that someone kept: one root, a list, `/audit/roots.json`, or the mail a witness got, with the root somewhere
 * in its text. `undefined` when there is none.
 */
export function keptRoots(text: string): readonly SignedRoot[] | undefined {
  for (const [open, close] of ['{}', '[]']) {
    const from = text.indexOf(open as string);
    const json = from < 0 ? '' : text.slice(from, text.lastIndexOf(close as string) + 1);
    const roots = kept.safeParse(parsed(json));
    if (roots.success && roots.data.length > 0) return roots.data;
  }
  return undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
