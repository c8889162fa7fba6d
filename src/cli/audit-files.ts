import { readFileSync } from 'node:fs';
import { keptRoots, type SignedRoot } from '../platform/audit/index.ts';
import type { Cli } from './cli.ts';
import { misused } from './misused.ts';

/** The roots in a file someone kept; without any it says so, sets the exit code and answers `undefined`. */
export function rootsIn(cli: Cli, file: string): readonly SignedRoot[] | undefined {
  const text = textOf(cli, file);
  if (text === undefined) return undefined;
  const roots = keptRoots(text);
  if (!roots) misused(cli.text({ id: `Tidak ada akar audit dalam ${file}.`, en: `There is no audit root in ${file}.` }));
  return roots;
}

/** The JSON in a file; `undefined` after saying why not. */
export function parsedIn(cli: Cli, file: string): unknown {
  const text = textOf(cli, file);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    misused(cli.text({ id: `${file} bukan JSON.`, en: `${file} is not JSON.` }));
    return undefined;
  }
}

function textOf(cli: Cli, file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? '';
    misused(cli.text({ id: `${file} tidak dapat dibaca (${why}).`, en: `${file} cannot be read (${why}).` }));
    return undefined;
  }
}
