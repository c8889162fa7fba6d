/** What stands on a line's page of what it answers and of what came of it: its source, its live measure, its sessions. */
import type { Child } from 'hono/jsx';
import type { Line } from '../../rules/line.ts';
import type { OpenedAgreement } from '../opened.tsx';

export async function lineSources(_opened: OpenedAgreement, _line: Line): Promise<Child> {
  return null;
}
