/** The public components as plain words, for searching. */
import type { Standard } from './standard.ts';

/** A row of an index can hold a megabyte of words; a standard has no use for so many. */
const MOST = 20_000;

export function deliveryText({ requirements, procedure, product }: Standard): string {
  const lines = requirements.kind === 'list' ? requirements.lines : [];
  return [product, ...lines, ...procedure].join('\n').slice(0, MOST);
}
